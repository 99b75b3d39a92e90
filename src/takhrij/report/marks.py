"""The words of a telling in pieces, so that what other tellings have otherwise can be marked where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from takhrij.model.claim import Variation, VariationValue
from takhrij.report.views import ClaimView, TellingView
from takhrij.report.words import visible

LONGEST_TELLING = 1200  # letters of a telling that are shown; a sentence of news has 200


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words with the slots that differ in it (none: the same everywhere).

    `begins` are the variations whose words begin here, `ends` the slots whose words end here.
    """

    text: str
    slots: list[str]
    begins: list[str]
    ends: list[str]


def pieces_of(telling: TellingView, view: ClaimView) -> list[Piece]:
    """«بلغ عدد القتلى », «19» (number), « قتيلا»: the telling's words cut where a differing value begins or ends."""
    row = telling.telling
    end = min(row.end, row.start + LONGEST_TELLING)
    found = values_in(telling, view, end)
    field = telling.document.field(row.field)
    cuts = sorted({row.start, end} | {edge for _, value in found for edge in (value.start, value.end)})
    pieces = []
    for first, last in pairwise(cuts):
        here = [(variation, value) for variation, value in found if value.start <= first and last <= value.end]
        slots = list(dict.fromkeys(variation.slot for variation, _ in here))
        begins = [variation.variation for variation, value in here if value.start == first]
        ends = list(dict.fromkeys(variation.slot for variation, value in here if value.end == last))
        pieces.append(Piece(visible(field[first:last]), slots, begins, ends))
    return [*pieces, Piece("…", [], [], [])] if end < row.end else pieces


def values_in(telling: TellingView, view: ClaimView, end: int | None = None) -> list[tuple[Variation, VariationValue]]:
    """The differing values whose words stand inside the telling (before `end`)."""
    row = telling.telling
    told = [(variation, values[telling.label]) for variation, values in view.variations if telling.label in values]
    last = row.end if end is None else end
    return [(variation, value) for variation, value in told if row.start <= value.start < value.end <= last]


def words_of_value(telling: TellingView, value: VariationValue) -> str:
    """The words that a value rests on, "" where it rests on none."""
    return visible(telling.document.field(telling.telling.field)[value.start : value.end])
