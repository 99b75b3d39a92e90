"""An article's text in pieces, each with the layers that lie on it, so that layers can be switched on and off where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from takhrij.annotate.entity_keys import entity_id
from takhrij.model.annotation import Quantity
from takhrij.model.document import TEXT, TITLE
from takhrij.report.addresses import Addresses
from takhrij.report.records import Record
from takhrij.report.tongues import Tongue
from takhrij.report.views import DocumentView
from takhrij.report.words import shortened, visible

LAYERS = ("claims", "attributions", "quantities", "times", "names", "reuse")
_TOLD_AGAIN = {  # what is said of a passage that is not the same words, by its kind
    "translated": ("الخبر نفسه بلغة أخرى", "the same in another language"),
    "rewritten": ("الخبر نفسه بألفاظ أخرى", "the same in other words"),
}
DEEPEST = 4  # attributions inside one another that have a look of their own
STANCES = {"denying": "denying", "distancing": "distancing", "tentative": "tentative", "endorsing": "endorsing"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one field with what it is; `sign` is shown where it begins, and leads to `address`."""

    field: str
    start: int
    end: int
    layer: str
    style: str
    title: str
    address: str = ""
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that lies under the same marks everywhere; `begins` are those with a sign that begin here."""

    text: str
    styles: str
    title: str
    address: str
    begins: list[Mark]


def pieces_of_field(text: str, marks: Sequence[Mark], start: int, end: int) -> list[Piece]:
    """«قال », «الوزير» (source of a1), « إن الجسر سقط» (content of a1): the words from `start` to `end` cut where a mark begins or ends."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end]
    cuts = sorted({start, end, *(min(max(edge, start), end) for mark in inside for edge in (mark.start, mark.end))})
    pieces = []
    for first, last in pairwise(cuts):
        here = [mark for mark in inside if mark.start <= first and last <= mark.end]
        begins = [mark for mark in here if mark.sign and max(mark.start, start) == first]
        leads = [mark for mark in sorted(here, key=lambda mark: mark.end - mark.start) if mark.address and not mark.sign]
        title = "\n".join(dict.fromkeys(mark.title for mark in here if mark.title))
        styles = " ".join(dict.fromkeys(f"{mark.layer} {mark.style}".strip() for mark in here))
        pieces.append(Piece(visible(text[first:last], keep_lines=True), styles, title, leads[0].address if leads else "", begins))
    return pieces


def marks_of(
    view: DocumentView, told: Sequence[Record], reuse: Sequence[Record], paged: set[str], at: Addresses, tongue: Tongue
) -> list[Mark]:
    """Every mark of an article, of all layers; `paged` are the names of people that have a page."""
    return [
        *_attributions(view, at, tongue),
        *_expressions(view, tongue),
        *(
            Mark(row.field, row.start, row.end, "names", row.kind.lower(), f"{tongue('اسم', 'name')}: {visible(row.name)}",
                 at.source(row.name) if row.name in paged else at.entity(entity_id("PLACE" if row.kind == "OTHER" else row.kind, row.name)))
            for row in view.mentions
        ),
        *_claims(told, at, tongue),
        *_reuse(reuse, at, tongue),
    ]  # fmt: skip


def _attributions(view: DocumentView, at: Addresses, tongue: Tongue) -> list[Mark]:
    """Source, carriers, cue and content of each attribution; contents inside one another are told apart by how deep they lie."""
    parents = {row.attribution: row.parent for row in view.attributions}
    rows = {row.attribution: row for row in view.attributions}
    marks = []
    for span in view.attribution_spans:
        row = rows.get(span.attribution)
        if row is None:
            continue
        speaker = visible(row.speaker or "") or tongue("غير مسمّى", "unnamed")
        depth = min(_depth(span.attribution, parents), DEEPEST)
        said = tongue(f"{span.attribution}: قول {speaker}", f"{span.attribution}: said by {speaker}")
        if span.role == "content":
            style = f"content deep-{depth} {STANCES.get(row.stance, '')}".strip()
            sign = span.attribution if span.number == 0 else ""
            marks.append(Mark(row.field, span.start, span.end, "attributions", style, said, sign=sign))
        else:
            address = at.source(row.speaker) if span.role == "source" and row.speaker else ""
            marks.append(Mark(row.field, span.start, span.end, "attributions", span.role, said, address))
    return [mark if not mark.sign else _leading(mark, rows[mark.sign].speaker, at) for mark in marks]


def _leading(mark: Mark, speaker: str | None, at: Addresses) -> Mark:
    return Mark(mark.field, mark.start, mark.end, mark.layer, mark.style, mark.title, at.source(speaker) if speaker else "", mark.sign)


def _depth(attribution: str, parents: dict[str, str | None]) -> int:
    """How many attributions an attribution lies in; 1 for one that lies in none."""
    seen: set[str] = set()
    depth, inside = 1, parents.get(attribution)
    while inside and inside not in seen:
        seen.add(inside)
        depth, inside = depth + 1, parents.get(inside)
    return depth


def _expressions(view: DocumentView, tongue: Tongue) -> list[Mark]:
    quantities = [
        Mark(row.field, row.start, row.end, "quantities", row.modifier, f"{tongue('عدد', 'number')}: {_quantity(row)}")
        for row in view.quantities
    ]
    times = [
        Mark(row.field, row.start, row.end, "times", row.type.lower(),
             f"{tongue('وقت', 'time')}: {visible(row.value or '')}" + (f" ({visible(row.begins)})" if row.begins else ""))
        for row in view.times
    ]  # fmt: skip
    return [*quantities, *times]


def _quantity(row: Quantity) -> str:
    return visible(" ".join(part for part in (row.modifier, row.low, row.high, row.unit or row.of) if part))


def _claims(told: Sequence[Record], at: Addresses, tongue: Tongue) -> list[Mark]:
    """The tellings whose claim other articles tell too, each with a sign that leads to the claim."""
    marks = []
    for row in told:
        if row["documents"] > 1:
            title = tongue("ترويه ", "told in ") + tongue.counted(row["documents"], "article")
            address = at.claim(row["claim"])
            address = f"{address}#{row['claim']}-t{row['number']}" if address else ""
            marks.append(Mark(row["field"], row["start"], row["end"], "claims", "", title, address, f"×{row['documents']}"))
    return marks


def _reuse(reuse: Sequence[Record], at: Addresses, tongue: Tongue) -> list[Mark]:
    marks = []
    for row in reuse:
        outlet = shortened(visible(row["outlet"] or tongue("وسيلة غير معروفة", "unknown outlet")), 40)
        arabic, english = _TOLD_AGAIN.get(row["kind"], ("الألفاظ نفسها", "the same words"))
        title = tongue(f"{arabic} في {outlet}", f"{english} in {outlet}")
        style, sign = ("formula", "") if row["kind"] == "formula" else ("same", "⧉")
        marks.append(Mark(TEXT, row["start"], row["end"], "reuse", style, title, at.article(row["other"]), sign))
    return marks


def marks_in(marks: Sequence[Mark], *, title: bool) -> list[Mark]:
    """Those of the title, or of the text."""
    return [mark for mark in marks if (mark.field == TITLE) == title]
