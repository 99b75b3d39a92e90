"""The page of a claim: which tellings it shows, by the filters of its address, and two tellings side by side."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass

from takhrij.match.words import words_of
from takhrij.report.addresses import outlet_id
from takhrij.report.deviations import plainly
from takhrij.report.views import ClaimView, TellingView
from takhrij.report.words import visible

TELLINGS_ON_PAGE = 30  # rows of a table that stays under 80 KB
LONGEST_SIDE = 1500  # letters of a telling that are compared


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address asks for, "" for nothing: `outlet` is the id of its page, `since` and `until` are days; `size` rows on a page."""

    outlet: str = ""
    kind: str = ""
    since: str = ""
    until: str = ""
    page: int = 1
    size: int = TELLINGS_ON_PAGE

    @property
    def any(self) -> bool:
        """Whether anything is left out."""
        return bool(self.outlet or self.kind or self.since or self.until)

    def query(self, page: int) -> dict[str, str]:
        """The query of the same filters on another page."""
        given = {name: str(value) for name, value in asdict(self).items() if value and name not in ("page", "size")}
        return given | ({"page": str(page)} if page > 1 else {})


@dataclass(frozen=True, slots=True)
class Shown:
    """The tellings on this page, how many the filters let through, the number of pages, and on which page each label stands unfiltered."""

    tellings: list[TellingView]
    found: int
    pages: int
    elsewhere: dict[str, str]


def shown_of(view: ClaimView, filters: Filters) -> Shown:
    """The part of the tellings that the filters let through and the page asks for."""
    changed = changed_labels(view, filters.kind) if filters.kind else None
    found = [telling for telling in view.tellings if _passes(telling, filters) and (changed is None or telling.label in changed)]
    count = max(1, -(-len(found) // filters.size))
    page = min(max(1, filters.page), count)
    tellings = found[(page - 1) * filters.size : page * filters.size]
    here = {telling.label for telling in tellings}
    places = {telling.label: 1 + place // filters.size for place, telling in enumerate(view.tellings)}
    elsewhere = {label: "?" if place == 1 else f"?page={place}" for label, place in places.items() if label not in here}
    return Shown(tellings, len(found), count, elsewhere)


def _passes(telling: TellingView, filters: Filters) -> bool:
    day = (telling.document.date or "")[:10]
    if filters.outlet and outlet_id(telling.document.outlet or "") != filters.outlet:
        return False
    return not ((filters.since and day < filters.since) or (filters.until and (not day or day > filters.until)))


def changed_labels(view: ClaimView, kind: str) -> set[str]:
    """The tellings that say something else than most of them in a variation of this kind."""
    labels: set[str] = set()
    for variation, values in view.variations:
        if variation.kind == kind and values:
            told = {label: plainly(variation.slot, value.value) for label, value in values.items()}
            usual, _ = Counter(told.values()).most_common(1)[0]
            labels |= {label for label, value in told.items() if value != usual}
    return labels


@dataclass(frozen=True, slots=True)
class Side:
    """One of two tellings as pieces: (words, equal | changed | moved | alone | "" between words)."""

    telling: TellingView
    pieces: list[tuple[str, str]]


def sides_of(left: TellingView, right: TellingView) -> tuple[Side, Side]:
    """Two tellings with what is equal, changed, moved, or stands in one of them alone.

    «قتل 9 عمال» beside «قتل 19 عاملا»: قتل is equal, 9 and 19 are changed.
    """
    spans = [(row.telling.start, min(row.telling.end, row.telling.start + LONGEST_SIDE)) for row in (left, right)]
    texts = [row.document.field(row.telling.field) for row in (left, right)]
    pairs = words_of(texts[0], spans[0], texts[1], spans[1])
    return (
        Side(left, _pieces(texts[0], spans[0], [(pair[0], pair[1], pair[4], pair[2] == pair[3]) for pair in pairs])),
        Side(right, _pieces(texts[1], spans[1], [(pair[2], pair[3], pair[4], pair[0] == pair[1]) for pair in pairs])),
    )


def _pieces(text: str, span: tuple[int, int], runs: list[tuple[int, int, str, bool]]) -> list[tuple[str, str]]:
    pieces: list[tuple[str, str]] = []
    place = span[0]
    for start, end, how, alone in sorted(runs):
        if start >= end or start < place:
            continue
        if start > place:
            pieces.append((visible(text[place:start]), ""))
        pieces.append((visible(text[start:end]), "alone" if alone else how))
        place = end
    return [*pieces, (visible(text[place : span[1]]), "")] if place < span[1] else pieces
