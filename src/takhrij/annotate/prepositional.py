"""Cues that are no verbs: «بحسب مصدر طبي», «وفقا للوزارة», «حسبما أفادت الوكالة», «على حد قوله»."""

from __future__ import annotations

from dataclasses import dataclass, field

from takhrij.annotate.carried import carried_source
from takhrij.annotate.carriers import addressee_at
from takhrij.annotate.clauses import (
    COMMAS,
    PRONOUNS,
    RELATIVES,
    RESUMING,
    TELLERS,
    TEMPORAL,
    bare,
    is_content_noun,
    is_preposition,
    kind_of_noun,
    starts_adjunct,
)
from takhrij.annotate.conjugation import PARTICIPLE, PERFECT, reading_of
from takhrij.annotate.cues import Cue, is_auxiliary
from takhrij.annotate.finite import is_finite_at
from takhrij.annotate.markers import THAT, after_bracket, marker_after
from takhrij.annotate.name_words import is_unusual
from takhrij.annotate.objects import PUBLISHED
from takhrij.annotate.opened import PREPOSITIONS
from takhrij.annotate.phrases import is_definite, is_owned
from takhrij.annotate.sources import head_kind
from takhrij.annotate.wording import QUOTE, Range, Wording

_HEADS = frozenset({"بحسب", "حسب", "وفقا", "وفق", "طبقا", "استنادا", "نقلا"})
_WITH_VERB = frozenset({"حسبما", "بحسبما", "وفقما"})
_STARTS = frozenset(form.lstrip("وف") for form in _HEADS | _WITH_VERB) | {"علي", "عن", "كما"}
_SAID = frozenset("قوله قولها قولهم تعبيره تعبيرها وصفه وصفها زعمه زعمها زعمهم".split())  # noqa: SIM905
_SAY_OF = frozenset({"قول", "تعبير", "وصف", "زعم"})
_TOLD = frozenset({"روايه", "كلام", "افاده", "قول", "تقدير"})  # «بحسب رواية الشهود»
_LONGEST_NAME = 5  # tokens from mark to mark
_PLANS = frozenset({"نظام", "خطه", "برنامج", "جدول", "قانون", "شروط"})  # «وفق البرنامج المعد»
_CAME = frozenset({"جاء", "ورد", "جاءت", "وردت", "تردد"})
_SHORTEST = 3  # tokens of what is said before «كما أعلن»
_LONGEST = 30  # tokens of a source behind بحسب
_RESUMING = RESUMING - {"ان"} | {"فقد"}
_ENDS = frozenset({".", "!", "؟", "?", ":"})


@dataclass(slots=True)
class Prepositional:
    """A cue before its source: its tokens, the source's, the carriers', the token behind it all, and whether it opens its clause."""

    cue: list[Range]
    source: Range | None
    via: list[Range] = field(default_factory=list)
    stop: int = 0
    initial: bool = False
    own: bool = False  # «حسب قوله»: the one who is speaking anyway
    apart: bool = False  # «وذلك وفقا لـ…» covers all that was said before

    @property
    def first(self) -> int:
        """The token that the cue begins at."""
        return self.cue[0][0]


def prepositional_of(wording: Wording, taken: set[int]) -> list[Prepositional]:
    """The prepositional cues of a field, but those whose first token a verbal cue has taken already (ذكرت … نقلا عن)."""
    places = (place for place, token in enumerate(wording.tokens) if token.form.lstrip("وف") in _STARTS and place not in taken)
    out: list[Prepositional] = []
    for place in places:
        cue = None if out and place < out[-1].stop else _at(wording, place)
        if cue is not None:
            out.append(_with_teller(wording, cue))
    return out


def _with_teller(wording: Wording, cue: Prepositional) -> Prepositional:
    """«وفق ما ذكرت الوكالة نقلا عن الدفاع المدني»: who was named first carries what the other tells."""
    begin = cue.stop
    while wording.form(begin) in COMMAS:
        begin += 1
    _, stop = wording.sentence_of(cue.first)
    if wording.form(begin) != "نقلا" or wording.form(begin + 1) != "عن" or cue.source is None:
        return cue
    end = _source_end(wording, begin + 2, stop)
    if end > begin + 2:
        cue.cue = [*cue.cue, (begin, begin + 2)]
        cue.via, cue.source, cue.stop = [cue.source, *cue.via], (begin + 2, end), end
    return cue


def _at(wording: Wording, place: int) -> Prepositional | None:
    form = wording.form(place)
    joined = form[:1] in "وف" and form[1:] in _HEADS | _WITH_VERB
    head = form[1:] if joined else form
    start, stop = wording.sentence_of(place)
    if head == "كما":
        return _as_told(wording, place, place + 1, (start, stop))
    if head in ("علي", "عن") and wording.form(place + 1) == "حد":
        return _as_said(wording, place, place + 2, stop)
    if head == "علي" and wording.form(place + 1) == "ما":
        return _as_told(wording, place, place + 2, (start, stop))  # «الجسر آمن، على ما قالت الوزارة»
    if head in _WITH_VERB:
        found = _with_verb(wording, place, place + 1, stop)
    elif head in _HEADS and wording.form(place + 1) in ("ما", "لما"):
        found = _with_verb(wording, place, place + 2, stop)
    elif head in ("حسب", "بحسب") and wording.form(place + 1) in _SAID:
        found = Prepositional([(place, place + 2)], None, stop=place + 2, own=True)
    elif head in ("بحسب", "حسب") and wording.form(place + 1) in _SAY_OF | _TOLD:
        end = _source_end(wording, place + 2, stop)
        found = Prepositional([(place, place + 2)], (place + 2, end), stop=end) if end > place + 2 else None
    elif head in _HEADS:
        found = _with_source(wording, place, head, stop)
    else:
        return None
    if found is None:
        return None
    found.initial = joined or place <= start + 1 or wording.form(place - 1) == ":" or (wording.opens(place - 1) and place > 0)
    found.apart = wording.form(place - 1) == "وذلك"
    found.initial = (found.initial and not found.apart) or _resumes(wording, found)
    return _with_relative(wording, found, stop)


def _with_relative(wording: Wording, found: Prepositional, stop: int) -> Prepositional:
    """«ووفقا للتقرير الذي نشرته الهيئة فقد ارتفع …»: the clause that describes the source ends where فقد or فإن resumes."""
    if not found.initial or found.source is None or found.via or wording.form(found.stop) not in RELATIVES | PUBLISHED:
        return found
    near = range(found.stop + 1, min(stop, found.stop + _LONGEST))
    ends = next((place for place in near if wording.form(place) in _RESUMING or wording.form(place) in COMMAS), None)
    if ends is not None:
        found.source, found.stop = (found.source[0], ends), ends
    return found


def _resumes(wording: Wording, found: Prepositional) -> bool:
    return wording.form(found.stop) in RESUMING and wording.form(found.stop).startswith("ف")


def _as_told(wording: Wording, place: int, verb: int, sentence: Range) -> Prepositional | None:
    """«أغلق الجسر، كما أعلن أمس المدير سامي الغيم»: a verb of saying behind what is said, with nothing of its own."""
    start, stop = sentence
    reading = reading_of(wording.form(verb))
    if reading is None or reading.verb.sort != "say" or reading.shape != PERFECT or reading.joined or place < start + _SHORTEST:
        return None
    near = range(verb + 1, min(stop, verb + _LONGEST))
    governed = any(PREPOSITIONS.get(wording.form(later)) in reading.verb.governs for later in near)  # «كما أعلنت الشرطة عن هوية …»
    if governed or marker_after(wording, verb + 1, near.stop, THAT) is not None:
        return None
    found = _with_verb(wording, place, verb, stop)
    if found is None or found.source is None or is_preposition(wording.form(found.source[0])) or reading.object:
        return None
    ends = found.stop >= stop or wording.form(found.stop) in _ENDS or wording.form(found.stop) in COMMAS
    return found if ends and head_kind(wording, found.source) in TELLERS else None


def _as_said(wording: Wording, place: int, said: int, stop: int) -> Prepositional | None:
    if wording.form(said) in _SAID:
        return Prepositional([(place, said + 1)], None, stop=said + 1, own=True)
    if wording.form(said) not in _SAY_OF:
        return None
    end = _source_end(wording, said + 1, stop)
    return Prepositional([(place, said + 1)], (said + 1, end), stop=end) if end > said + 1 else None


def _with_verb(wording: Wording, place: int, verb: int, stop: int) -> Prepositional | None:
    reading = reading_of(wording.form(verb)) or reading_of(wording.form(verb).removesuffix("ه"))  # «بحسب ما صرحه»
    if wording.form(verb + 1) in ("في", "علي") and kind_of_noun(wording.form(verb + 2)) in ("document", "outlet", "vague"):
        end = _source_end(wording, verb + 2, stop)  # «طبقا لما جاء في بيان رسمي»
        came = (reading is not None or wording.form(verb) in _CAME) and end > verb + 2
        return Prepositional([(place, verb + 2)], (verb + 2, end), stop=end) if came else None
    if reading is None:
        return None
    begin = _past_asides(wording, verb + 1)
    end = _source_end(wording, begin, stop)
    if reading.verb.sort in ("carry", "know"):  # «حسبما علمت "الغيم" من مصدر»
        carried = carried_source(wording, Cue(verb, verb + 1, reading, "neutral"), end)
        if carried is None:
            return None
        return Prepositional([(place, verb + 1), *carried.more_cue], carried.source, carried.via, stop=end)
    begin += 2 * (wording.form(begin) == "علي" and wording.form(begin + 1) == "لسان")  # «وفق ما أعلن على لسان الوزير»
    if starts_adjunct(wording.form(begin), wording.form(begin + 1)):
        return Prepositional([(place, verb + 1)], None, stop=end, own=True)  # «حسبما أعلن الأسبوع الماضي»
    told = {number: found for number in range(begin, min(stop, end + 2)) if (found := addressee_at(wording, number, stop))}
    via = list(told.values())
    if via:
        end = max(end, via[0][1])
    source = (begin, min(told, default=end))
    return Prepositional([(place, verb + 1)], source if source[0] < source[1] else None, via, stop=end, own=source[0] >= source[1])


def _past_asides(wording: Wording, place: int) -> int:
    """«وفقا لما صرح به، أمس، وزير النقل»: the token at which the source may begin."""
    begin = place
    while wording.form(begin) in PRONOUNS | TEMPORAL or (begin > place and wording.form(begin) in COMMAS):
        begin += 1
    return begin


def _with_source(wording: Wording, place: int, head: str, stop: int) -> Prepositional | None:
    begin = place + 1
    if head == "نقلا":
        if wording.form(begin) != "عن":
            return None
        begin += 1
    end = _source_end(wording, begin, stop)
    source = (begin, end)
    if end <= begin or not _is_source(wording, head, source):
        return None
    return Prepositional([(place, begin)], source, stop=end)


def _is_source(wording: Wording, head: str, source: Range) -> bool:
    """Whether the phrase can tell something: «وفق الشروط» and «وفقا للقانون» name no source."""
    form = wording.form(source[0])
    if head in ("وفقا", "طبقا", "استنادا") and not form.startswith("ل"):
        return False
    kind = head_kind(wording, source)
    if kind is not None:
        return bare(form) not in _PLANS
    if form == QUOTE or form.isascii() or wording.form(source[0] + 1) == QUOTE:
        return True
    surname = form[2:] if form.startswith("لل") else form.removeprefix("ل").removeprefix("ال")
    told = any(surname in (other.form, other.form.removeprefix("ال")) for other in wording.tokens[max(0, source[0] - 400) : source[0]])
    return head in ("وفقا", "بحسب", "نقلا") and told and len(surname) > 3 and not surname.endswith("ه") and source[1] - source[0] == 1


def _is_clause(wording: Wording, begin: int, place: int) -> bool:
    """Whether a clause begins: «بحسب مسؤول محلي كانت …»; behind an indefinite noun and its adjective any: «بحسب دراسة محلية بلغ عدد …»."""
    form = wording.form(place)
    if is_auxiliary(form):
        return place > begin
    same = is_definite(wording.form(place - 1)) == is_definite(wording.form(begin))  # but «وزير الداخلية سامي الغيم»
    adjective = wording.form(place - 1).endswith("يه") and same
    if place < begin + 2 or not adjective or form.endswith(("ه", "ها")):
        return False
    if is_definite(wording.form(begin)) and kind_of_noun(wording.form(begin)) not in ("document", "vague"):
        return False
    return (
        not is_definite(form) and not is_preposition(form) and not form.endswith(("ي", "يه")) and form[0] not in "بلو" and form[0].isalpha()
    )


def _says(form: str) -> bool:
    reading = reading_of(form)
    finite = reading is not None and not reading.verb.plain and not reading.object and reading.shape != PARTICIPLE
    return finite and kind_of_noun(form) is None


def _is_over(wording: Wording, begin: int, place: int) -> bool:
    """Whether the name before a verb is whole: «بيان أصدره» goes on, «وزارة النقل أصدرت» does not."""
    before = wording.form(place - 1)
    name = begin + 1 < place and kind_of_noun(before) is None and is_unusual(before)
    return is_definite(before) or wording.closes(place - 1) or before == ")" or name


def _source_end(wording: Wording, begin: int, stop: int) -> int:
    place = begin
    while place < min(stop, begin + _LONGEST):
        form = wording.form(place)
        if form in RELATIVES or _is_clause(wording, begin, place) or (form == "نقلا" and wording.form(place + 1) == "عن"):
            break
        if place > begin and (_says(form) or (is_finite_at(wording, place) and _is_over(wording, begin, place))):
            break  # «وفقا لصحيفة "التل" قالت الطبيبة …», «وفقا للوزارة بلغ العدد …»
        if (form in COMMAS and form != "/") or form in _ENDS or (form in RESUMING and place > begin) or form == ")":
            break
        if place > begin and starts_adjunct(form, wording.form(place + 1)) and kind_of_noun(wording.form(place - 1)) != "document":
            break
        if place > begin and form == "في" and is_owned(wording, place + 1):
            break  # «بحسب ما ذكر والدها في شكواه»
        if place > begin and form[:1] == "و" and is_preposition(form[1:]):
            break  # «بحسب المرصد وعن سلسلة من …»
        if is_content_noun(form) and wording.form(place - 1).endswith(("ي", "يه")) and is_definite(wording.form(place - 1)):
            break  # «وفقا لبيان الوزارة الصحفي مراجعة التقرير»
        if form == "الي" and wording.closes(place - 1):
            break  # «وفقا لموقع "غيم" إلى مليون»
        partner = wording.partners.get(place)
        if partner is not None and partner > place + _LONGEST_NAME and place > begin:
            break  # «وفقا للوكالة "ما نشر غير دقيق"»
        if partner is not None and place < partner < stop:
            place = partner + 1
        elif form == "(":
            place = after_bracket(wording, place, stop)
        elif partner is not None and partner < begin:
            break
        else:
            place += 1
    return place - (place > begin + 1 and is_preposition(wording.form(place - 1)))  # «… الوزير في أواخر مارس»
