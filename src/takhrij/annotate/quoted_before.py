"""Quotations in front of their cue: «"الجسر آمن"، قال المهندس سامي الغيم، "وسيفتح غدا"»."""

from __future__ import annotations

from takhrij.annotate.clauses import COMMAS, starts_adjunct
from takhrij.annotate.cues import Cue
from takhrij.annotate.opened import Opening
from takhrij.annotate.wording import Range, Wording

_SHORTEST = 4  # tokens from mark to mark; fewer are a name
_LONGEST_SOURCE = 25  # tokens
_ENDS = frozenset({".", ":", "؟", "!"})


def quotation_before(wording: Wording, cue: Cue) -> Range | None:
    """The quotation that opens the sentence and stands right before the cue, with or without a comma between."""
    if cue.joined or cue.participle or ":" not in cue.verb.governs:
        return None
    last = cue.first - 1 - (wording.form(cue.first - 1) in COMMAS)
    opener = wording.partners.get(last) if wording.closes(last) else None
    if opener is None or last - opener < _SHORTEST:
        return None
    begins = opener == wording.sentence_of(opener)[0] or wording.form(opener - 1) in _ENDS
    return (opener, last + 1) if begins else None


def opening_with(wording: Wording, cue: Cue, opening: Opening | None, quotation: Range) -> Opening | None:
    """The opening with the quotation as its content, and what follows as a second piece if that is quoted too."""
    if opening is not None and opening.strong and (wording.opens(opening.content) or wording.form(opening.content - 1) == ":"):
        opening.quoted = quotation
        return opening
    if opening is not None and opening.strong:
        return opening
    end = _source_end(wording, cue.stop)
    return Opening(quotation[0], (cue.stop, end), strong=True) if end > cue.stop else None


def _source_end(wording: Wording, begin: int) -> int:
    _, stop = wording.sentence_of(begin)
    for place in range(begin, min(stop, begin + _LONGEST_SOURCE)):
        form = wording.form(place)
        if form in COMMAS or form in _ENDS or starts_adjunct(form, wording.form(place + 1)):
            return place
    return min(stop, begin + _LONGEST_SOURCE)
