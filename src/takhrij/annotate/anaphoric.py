"""Attributions whose content was said before: «غرقت السفينة ليلا، وهو ما أكده حارس المرفأ»."""

from __future__ import annotations

from takhrij.annotate.carriers import addressee_at
from takhrij.annotate.clauses import COMMAS, kind_of_noun, starts_adjunct
from takhrij.annotate.conjugation import PARTICIPLE, PERFECT, reading_of
from takhrij.annotate.contents import mode_of, trimmed
from takhrij.annotate.drafts import Draft
from takhrij.annotate.phrases import is_accusative
from takhrij.annotate.wording import Range, Wording

_POINTING = frozenset("هو هذا وهو وهذا وهي هذه وهذه ذلك وذلك الامر والامر".split())  # noqa: SIM905
_LINKS = frozenset({"ما", "الذي"})
_SAID = frozenset("اكد اعلن ذكر اوضح كشف نفي استبعد زعم رجح توقع ادعي اشار المح شدد لفت نبه صرح اقر اعترف".split())  # noqa: SIM905
_BACK = frozenset({"اليه", "عليه", "عنه", "به", "اليها", "عليها", "عنها"})  # «وهو ما شدد عليه المدير»
_THAT = frozenset({"ذلك", "بذلك"})
_LONGEST_SOURCE = 20  # tokens
_SHORTEST = 3  # words of what was said before
_ENDS = frozenset({".", ":", "؟", "!", "ان", "بان", "من", "في", "بشان", "حول"})


def anaphoric_of(wording: Wording, taken: set[int]) -> list[Draft]:
    """The attributions of a field that point back at the clause before; none at a cue that governs a content of its own."""
    links = [place for place, token in enumerate(wording.tokens) if token.form in _LINKS and wording.form(place - 1) in _POINTING]
    found = [_at(wording, place) for place in links if place + 1 not in taken]
    found += [_that(wording, place) for place in said_there(wording) if place not in taken]
    return [draft for draft in found if draft is not None]


def said_there(wording: Wording) -> list[int]:
    """The tokens at which such sentences as «أوضح ذلك مدير المرفأ» begin."""
    near = (number - 1 for number, token in enumerate(wording.tokens) if token.form in _THAT and number > 1)
    return [place for place in near if says_that(wording, place)]


def says_that(wording: Wording, place: int) -> bool:
    """Whether a sentence of its own tells who said the one before: «أغلق الجسر أمس. أوضح ذلك مدير المرفأ»."""
    if wording.form(place + 1) not in _THAT or (wording.form(place - 1) not in (*COMMAS, ".") and wording.sentence_of(place)[0] != place):
        return False
    reading = reading_of(wording.form(place))
    plain = reading is not None and reading.shape == PERFECT and not reading.object and reading.verb.perfect in _SAID
    return plain and kind_of_noun(wording.form(place + 2)) in ("unnamed", "title", "organization", "outlet")


def _that(wording: Wording, place: int) -> Draft | None:
    reading, source, content = reading_of(wording.form(place)), _source(wording, place + 2), _antecedent(wording, place)
    if reading is None or source is None or content is None:
        return None
    gender = None if reading.plural else reading.gender
    return Draft([(place, place + 1)], [content], source, [], reading.verb.stance, mode_of(wording, *content, quoted=False), gender=gender)


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
    if wording.form(begin).startswith("ب") and kind_of_noun(wording.form(begin)) is None:
        return None  # «وهو ما تنفيه بشدة»
    place = begin
    while place < min(stop, begin + _LONGEST_SOURCE):
        form = wording.form(place)
        ends = form in COMMAS or is_accusative(wording, place) or (form in _ENDS and (form not in ("من", "في") or place == begin))
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
