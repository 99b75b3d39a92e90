"""Reports at second hand: «نقلت وكالة الغيم عن شاهد قوله إن …», «علمت "المدار" من مصادر أن …»."""

from __future__ import annotations

from takhrij.annotate.carriers import medium_end
from takhrij.annotate.clauses import COMMAS, SIBLINGS, TEMPORAL, kind_of_noun, starts_adjunct
from takhrij.annotate.conjugation import IMPERFECT, PERFECT
from takhrij.annotate.cues import Cue, is_auxiliary
from takhrij.annotate.markers import THAT, after_marker, marker_after
from takhrij.annotate.opened import Opening
from takhrij.annotate.outlets import name_at
from takhrij.annotate.phrases import is_definite
from takhrij.annotate.wording import Range, Wording

_SAYINGS = frozenset(
    {
        "قوله",
        "قولها",
        "قولهم",
        "قولهما",
        "تاكيده",
        "تاكيدها",
        "ادعاءه",
        "ادعاءها",
        "زعمه",
        "زعمها",
        "اعتقاده",
        "توقعه",
        "اشارته",
        "تحذيره",
        "تصريحه",
        "القول",
    }
)
OF_HIM = {"عنه": "m", "عنها": "f", "عنهم": None}  # and the gender of whom it means
_BEFORE_MEDIUM = frozenset({"علي", "لسانه", "لسانها"})  # «وفق ما نقلته على لسانه الوكالة»
_LINKS = {"carry": "عن", "know": "من"}
_LONGEST_CARRIER = 14  # tokens of the medium's name


def carried_opening(wording: Wording, cue: Cue, limit: int) -> Opening | None:
    """The opening after نقل or علم; the medium is a carrier where a source follows, else it is the source itself."""
    link = _link(wording, cue, limit)
    if link is None:
        marker = marker_after(wording, cue.stop, limit, THAT)
        medium = _medium(wording, cue, limit if marker is None else marker)
        said = _his_words(wording, medium, marker) if medium is not None else None
        if marker is not None and medium is not None and said is not None and cue.verb.sort == "carry":
            return Opening(after_marker(wording, marker), None, [(medium[0], said)], [(said, said + 1)], strong=True)
        if marker is None or medium is None or cue.verb.sort == "know" or (cue.verb.plain and not _is_medium(wording, medium)):
            return None
        if cue.verb.plain and _is_governed(wording, cue):
            return None  # «ملابسات نقل زوجته من …»
        if cue.reading.shape == IMPERFECT and any(wording.form(place) in ("الي", "من", "بين") for place in range(medium[1], marker)):
            return None  # «تنقل عناصرها من المرفأ إلى التل»
        return Opening(after_marker(wording, marker), medium, strong=True)
    medium = _medium(wording, cue, link)
    marker = marker_after(wording, link + 1, limit, THAT)
    saying = next((place for place in range(link + 1, marker or limit) if wording.form(place) in _SAYINGS), None)
    if marker is None and saying is None:
        return None
    content = after_marker(wording, marker) if marker is not None else (saying or link) + 1
    source: Range | None = (link + 1, _source_end(wording, link + 1, saying if saying is not None else content))
    if wording.form(link) in OF_HIM:
        source = None  # «نقلت الوكالة عنه قوله»
    more = [(link, link + 1)] + ([(saying, saying + 1)] if saying is not None else [])
    return Opening(content, source, [medium] if medium else [], more, strong=True)


def _his_words(wording: Wording, medium: Range, marker: int | None) -> int | None:
    """«ونقلت الوكالة قوله إن …»: the token of the word that carries on with who spoke before."""
    last = medium[1] - 1
    return last if marker == medium[1] and last > medium[0] and wording.form(last) in _SAYINGS else None


def _is_governed(wording: Wording, cue: Cue) -> bool:
    """Whether the verb's form stands as a noun behind another indefinite one."""
    before = wording.form(cue.first - 1)
    bare_form = not cue.reading.joined and cue.reading.shape == PERFECT and cue.reading.gender == "m" and not cue.reading.object
    return bare_form and before.isalpha() and before not in SIBLINGS and not is_auxiliary(before) and not is_definite(before)


def carried_source(wording: Wording, cue: Cue, stop: int) -> Opening | None:
    """The same where the content stands before: «بحسبما نقلت الوكالة عن شهود»."""
    link = _link(wording, cue, stop)
    if link is None:
        medium = _medium(wording, cue, stop)
        return None if medium is None else Opening(stop, medium)
    medium = _medium(wording, cue, link)
    return Opening(stop, (link + 1, _source_end(wording, link + 1, stop)), [medium] if medium else [], [(link, link + 1)])


def _link(wording: Wording, cue: Cue, limit: int) -> int | None:
    wanted = _LINKS.get(cue.verb.sort, "عن")
    links = {wanted, *(OF_HIM if wanted == "عن" else ())}
    return next((place for place in range(cue.stop, min(limit, cue.stop + _LONGEST_CARRIER)) if wording.form(place) in links), None)


def _medium(wording: Wording, cue: Cue, stop: int) -> Range | None:
    start = cue.stop
    while start < stop and (wording.form(start) in COMMAS or wording.form(start) in TEMPORAL or wording.form(start) in _BEFORE_MEDIUM):
        start += 1
    end = start
    while end < stop and wording.form(end) not in COMMAS and not starts_adjunct(wording.form(end), wording.form(end + 1)):
        end = max(end + 1, medium_end(wording, end, stop)) if end == start else end + 1
    return (start, end) if end > start else None


def _is_medium(wording: Wording, medium: Range) -> bool:
    form = wording.form(medium[0])
    if kind_of_noun(form) in ("outlet", "unnamed", "organization") or not form[0].isalpha():
        return True
    return name_at(wording.tokens[medium[0] : medium[1]], 0, wording.text) is not None


def _source_end(wording: Wording, start: int, stop: int) -> int:
    """The end of the source: before circumstances, and before the comma and أن that lead to the content."""
    place = start
    while place < stop:
        form = wording.form(place)
        if form in (":",) or (form in ("ان", "انه", "انها", "انهم", "بان") and place > start):
            break
        if starts_adjunct(form, wording.form(place + 1)):
            break
        place += 1
    while place > start and wording.form(place - 1) in (*COMMAS, '"'):
        place -= 1
    return place
