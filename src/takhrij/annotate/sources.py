"""Who says it: the noun phrase before the cue where none follows it, and what kind of source a phrase names."""

from __future__ import annotations

from takhrij.annotate.clauses import (
    CLAUSE_STARTS,
    COMMAS,
    RELATIVES,
    TEMPORAL,
    bare,
    is_complementizer,
    is_content_noun,
    is_preposition,
    kind_of_noun,
    starts_adjunct,
)
from takhrij.annotate.conjugation import reading_of
from takhrij.annotate.cues import Cue, is_auxiliary
from takhrij.annotate.wording import QUOTE, Wording

Range = tuple[int, int]
_FARTHEST_BACK = 30  # tokens of a source that stands before its cue


def source_before(wording: Wording, cue: Cue, start: int) -> Range | None:
    """The phrase before a cue that is its subject, in the sentence that begins at token `start`.

    «وكان رئيس البلدية، سامي الغيم، قال إن …»: رئيس البلدية، سامي الغيم.
    """
    stop = cue.first
    while stop > start and (is_auxiliary(wording.form(stop - 1)) or wording.form(stop - 1) in TEMPORAL):
        stop -= 1
    relative = stop > start and wording.form(stop - 1) in RELATIVES
    if relative:
        stop -= 1
    while stop > start and wording.form(stop - 1) in COMMAS:
        stop -= 1
    begin = _phrase_start(wording, start, stop, relative=relative)
    if begin is None or begin >= stop:
        return None
    return begin, stop


def _phrase_start(wording: Wording, start: int, stop: int, *, relative: bool) -> int | None:
    place = stop
    while place > start and stop - place < _FARTHEST_BACK:
        form = wording.form(place - 1)
        if form in CLAUSE_STARTS or is_complementizer(form) or form in (":", ".", "؟", "!") or form in RELATIVES:
            return place
        if form in COMMAS and relative:
            return place
        if wording.closes(place - 1):
            place = wording.partners[place - 1] or place - 1
            continue
        reading = reading_of(form)
        if reading is not None and not reading.verb.plain:
            return None if not relative else place
        place -= 1
        if relative and _heads_source(wording, place):
            return _whole_phrase(wording, start, place)
    return start if place == start else None


def _heads_source(wording: Wording, place: int) -> bool:
    form = wording.form(place)
    return kind_of_noun(form) in ("unnamed", "organization", "outlet", "document", "vague", "place") and not is_preposition(
        wording.form(place - 1)
    )


def _whole_phrase(wording: Wording, start: int, place: int) -> int:
    """The head found, or the indefinite noun before it that it depends on (رئيس الوزراء)."""
    while place > start and kind_of_noun(wording.form(place - 1)) is not None and not wording.form(place - 1).startswith("ال"):
        place -= 1
    return place


def head_kind(wording: Wording, source: Range) -> str | None:
    """The kind that the lexicon gives the first word of a phrase that it knows, counting words and «أحد» out."""
    for place in range(source[0], min(source[1], source[0] + 3)):
        kind = kind_of_noun(wording.form(place))
        if kind is not None:
            return kind
        if wording.form(place) not in (QUOTE, "#", "عدد", "من", "هذه", "هذا", "تلك"):
            return None
    return None


def name_in(wording: Wording, source: Range) -> Range | None:
    """The tokens of a person's name in a source phrase: «وزير النقل الدكتور سامي الغيم» gives سامي الغيم.

    A name is what follows a title, or an indefinite unknown word after the role's phrase is closed.
    """
    start, stop = source
    head = head_kind(wording, source)
    begin = _after_last_title(wording, start, stop)
    if begin is None and head not in ("unnamed", "outlet"):
        return _bare_name(wording, start, stop) if head is None else None
    if begin is None:
        begin = _after_role(wording, start, stop)
    if begin is None:
        return None
    end = _name_end(wording, begin, stop)
    return (begin, end) if end > begin else None


def _after_last_title(wording: Wording, start: int, stop: int) -> int | None:
    last = None
    for place in range(start, stop - 1):
        if kind_of_noun(wording.form(place)) == "title" and not wording.form(place).startswith(("ب", "ل")):
            last = place + 1
    return last


def _after_role(wording: Wording, start: int, stop: int) -> int | None:
    """The first word after a closed role phrase that can be no part of it."""
    for place in range(start + 1, stop):
        form, before = wording.form(place), wording.form(place - 1)
        if form in COMMAS:
            after = wording.form(place + 1)
            if place + 1 < stop and kind_of_noun(after) in (None, "place") and after not in RELATIVES and not is_content_noun(after):
                return place + 1
            continue
        if not form[0].isalpha() or form.startswith(("ال", "لل", "بال", "وال")) or is_preposition(form) or kind_of_noun(form) is not None:
            continue
        if before.startswith(("ال", "لل", "بال", "وال")) and not is_content_noun(form) and len(form) > 1:
            return place
    return None


def _bare_name(wording: Wording, start: int, stop: int) -> Range | None:
    """A phrase that begins with a name: «سامي الغيم، مدير المرفأ» or «الغيم»."""
    end = _name_end(wording, start, stop)
    return (start, end) if 0 < end - start <= 6 and (end - start > 1 or wording.form(start).startswith("ال")) else None


def _name_end(wording: Wording, begin: int, stop: int) -> int:
    place = begin
    while place < stop and place - begin < 6:
        form = wording.form(place)
        kind = kind_of_noun(form)
        ends = (
            form in COMMAS
            or is_preposition(form)
            or form in RELATIVES
            or not (form[0].isalnum())
            or starts_adjunct(form, wording.form(place + 1))
        )
        if ends or (place > begin and kind in ("unnamed", "organization", "document", "vague", "outlet") and not form.startswith("ال")):
            break
        place += 1
    return place


def source_kind_of(wording: Wording, source: Range, name: Range | None) -> str:
    """person, unnamed, organization, outlet, document or vague."""
    kind = head_kind(wording, source)
    if name is not None:
        return "person"
    if kind == "title":
        return "person" if source[1] - source[0] > 1 else "unnamed"
    if kind == "place":
        return "organization"
    return kind or "organization"


def same_head(first: str, second: str) -> bool:
    """Whether two head nouns are one, article apart: المصدر and مصدر."""
    return bare(first) == bare(second)
