"""Attributions whose content was said before: «غرقت السفينة ليلا، وهو ما أكده حارس المرفأ»."""

from __future__ import annotations

from takhrij.annotate.carriers import addressee_at
from takhrij.annotate.clauses import COMMAS, starts_adjunct
from takhrij.annotate.conjugation import PARTICIPLE, reading_of
from takhrij.annotate.contents import mode_of, trimmed
from takhrij.annotate.drafts import Draft, Range
from takhrij.annotate.wording import Wording

_POINTING = frozenset("هو هذا وهو وهذا وهي هذه وهذه ذلك وذلك الامر والامر".split())  # noqa: SIM905
_LINKS = frozenset({"ما", "الذي"})
_SAID = frozenset("اكد اعلن ذكر اوضح كشف نفي استبعد زعم رجح توقع ادعي اشار المح شدد لفت نبه صرح اقر اعترف".split())  # noqa: SIM905
_BACK = frozenset({"اليه", "عليه", "عنه", "به", "اليها", "عليها", "عنها"})  # «وهو ما شدد عليه المدير»
_LONGEST_SOURCE = 20  # tokens
_SHORTEST = 3  # words of what was said before
_ENDS = frozenset({".", ":", "؟", "!", "ان", "بان", "من", "في", "بشان", "حول"})


def anaphoric_of(wording: Wording, taken: set[int]) -> list[Draft]:
    """The attributions of a field that point back at the clause before; none at a cue that governs a content of its own."""
    links = (place for place, token in enumerate(wording.tokens) if token.form in _LINKS and wording.form(place - 1) in _POINTING)
    found = (_at(wording, place) for place in links if place + 1 not in taken)
    return [draft for draft in found if draft is not None]


def _at(wording: Wording, link: int) -> Draft | None:
    reading = reading_of(wording.form(link + 1))
    if reading is None or reading.verb.perfect not in _SAID or reading.shape == PARTICIPLE:
        return None
    stop = link + 2 + (wording.form(link + 2) in _BACK)
    source, content = _source(wording, stop), _antecedent(wording, link - 1)
    if source is None or content is None or not (reading.object or stop == link + 3):
        return None
    gender = None if reading.plural else reading.gender
    mode = mode_of(wording, *content, quoted=False)
    return Draft([(link + 1, stop)], [content], source, [], reading.verb.stance, mode, sort="anaphoric", gender=gender)


def _source(wording: Wording, begin: int) -> Range | None:
    _, stop = wording.sentence_of(begin)
    place = begin
    while place < min(stop, begin + _LONGEST_SOURCE):
        form = wording.form(place)
        ends = form in COMMAS or (form in _ENDS and (form not in ("من", "في") or place == begin))
        if ends or starts_adjunct(form, wording.form(place + 1)) or addressee_at(wording, place, stop) is not None:
            break
        place += 1
    return (begin, place) if place > begin else None


def _antecedent(wording: Wording, pointer: int) -> Range | None:
    """The clauses before the pronoun in its sentence, or the sentence before where it begins one."""
    start, _ = wording.sentence_of(pointer)
    stop = pointer
    if start == pointer and pointer > 0:
        start, _ = wording.sentence_of(pointer - 1)
    content = trimmed(wording, start, stop)
    return content if content[1] - content[0] >= _SHORTEST else None
