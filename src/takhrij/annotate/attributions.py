"""Attributions of a document: who is said to have said what, with cue, source, carriers and content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from takhrij.annotate.clauses import COMMAS, SIBLINGS
from takhrij.annotate.contents import content_of, mode_of, trimmed
from takhrij.annotate.cues import Cue, cues_of
from takhrij.annotate.openings import Opening, opening_of
from takhrij.annotate.sources import head_kind, source_before
from takhrij.annotate.speakers import Roll, Speaker
from takhrij.annotate.wording import Wording, wording_of
from takhrij.model.annotation import Attribution, AttributionSpan, Mention
from takhrij.model.document import FIELDS, TEXT, Document, Sentence
from takhrij.model.span import Span

MADE_BY = "attributions 1"
Range = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """An attribution in the making, in token numbers."""

    cue: list[Range]
    content: list[Range]
    source: Range | None
    via: list[Range]
    stance: str
    mode: str
    speaker: Speaker | None = None
    parent: int | None = None
    first: Cue | None = field(default=None)


def attributions_of(document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Attribution | AttributionSpan]:
    """The attributions of a document's text (a1, a2, …) and title (h1, …), each followed by its spans.

    «قالت وزارة الغيم إن السد آمن»: cue قالت, source وزارة الغيم, content السد آمن.
    """
    rows: list[Attribution | AttributionSpan] = []
    for name in FIELDS:
        wording = wording_of(document, name, sentences)
        if wording.tokens:
            drafts = _drafts(wording)
            rows.extend(_rows(document.document, name, wording, drafts))
    return rows


def spans_by_role(rows: Iterable[Attribution | AttributionSpan], attribution: str) -> dict[str, list[Span]]:
    """The spans of one attribution, by role and in order: {"cue": […], "source": […], "via": […], "content": […]}."""
    spans = sorted((row for row in rows if isinstance(row, AttributionSpan) and row.attribution == attribution), key=lambda row: row.number)
    return {role: [Span(row.start, row.end) for row in spans if row.role == role] for role in ("cue", "source", "via", "content")}


def _drafts(wording: Wording) -> list[Draft]:
    opened = _opened(wording)
    breaks = [_break_before(wording, cue) for cue, _ in opened if _is_sibling(wording, cue)]
    drafts = [_draft(wording, cue, opening, breaks) for cue, opening in opened]
    drafts = [draft for draft in drafts if draft.content]
    _assign_parents(drafts)
    _assign_speakers(wording, drafts)
    return drafts


def _opened(wording: Wording) -> list[tuple[Cue, Opening]]:
    """The cues that govern a content, with what was read after them."""
    cues = cues_of(wording)
    out = []
    for number, cue in enumerate(cues):
        _, stop = wording.sentence_of(cue.first)
        later = next(
            (other.first for other in cues[number + 1 : number + 6] if _is_sibling(wording, other) and other.first > cue.stop), stop
        )
        opening = opening_of(wording, cue, min(stop, later))
        if opening is not None and opening.content < len(wording.tokens) and _is_plausible(wording, cue, opening):
            out.append((cue, opening))
    return out


def _is_plausible(wording: Wording, cue: Cue, opening: Opening) -> bool:
    """Whether the words before and after a possible cue bear it out."""
    if cue.verb.plain and not opening.strong and opening.source is None and not cue.participle and not cue.joined:
        return False
    start, _ = wording.sentence_of(cue.first)
    if opening.source is None and not cue.participle and not cue.joined:
        opening.source = source_before(wording, cue, start)
    kind = None if opening.source is None else head_kind(wording, opening.source)
    if cue.verb.sort == "show":
        return kind in ("document", "vague", "organization")
    return not (cue.reading.shape == "imperfect" and opening.source is not None and opening.source[1] <= cue.first and kind is None)


def _is_sibling(wording: Wording, cue: Cue) -> bool:
    before = wording.form(cue.first - 1)
    return cue.joined or (cue.participle and before in (*COMMAS, ".", '"', ")")) or before in SIBLINGS


def _break_before(wording: Wording, cue: Cue) -> int:
    place = cue.first
    while wording.form(place - 1) in SIBLINGS:
        place -= 1
    return place


def _draft(wording: Wording, cue: Cue, opening: Opening, breaks: Sequence[int]) -> Draft:
    _, stop = wording.sentence_of(opening.content)
    start, end = content_of(wording, opening.content, stop, [place for place in breaks if place > opening.content])
    inner = trimmed(wording, start, end)
    quoted = wording.opens(start) and inner[0] > start
    content = [inner] if inner[0] < inner[1] else []
    mode = mode_of(wording, *inner, quoted=quoted) if content else "indirect"
    source = None if opening.source is None else trimmed(wording, *opening.source)
    return Draft([(cue.first, cue.stop), *opening.more_cue], content, source, opening.via, cue.stance, mode, first=cue)


def _assign_parents(drafts: list[Draft]) -> None:
    """Each draft's parent is the innermost one whose content holds its cue."""
    for number, draft in enumerate(drafts):
        holders = [
            (content[1] - content[0], other)
            for other in range(max(0, number - 8), min(len(drafts), number + 3))
            for content in drafts[other].content
            if other != number and content[0] <= draft.cue[0][0] < content[1]
        ]
        draft.parent = min(holders)[1] if holders else None


def _assign_speakers(wording: Wording, drafts: list[Draft]) -> None:
    roll = Roll()
    for draft in drafts:
        if draft.source is not None and draft.source[0] < draft.source[1]:
            before = roll.latest
            draft.speaker = roll.resolve(wording, draft.source)
            if draft.parent is not None and before is not None:
                roll.recall(before)
        else:
            draft.speaker = roll.latest


def _rows(document: str, name: str, wording: Wording, drafts: list[Draft]) -> list[Attribution | AttributionSpan]:
    letter = "a" if name == TEXT else "h"
    rows: list[Attribution | AttributionSpan] = []
    for number, draft in enumerate(drafts, 1):
        known = draft.speaker
        rows.append(
            Attribution(
                document,
                f"{letter}{number}",
                name,
                known.name if known else None,
                draft.mode,
                known.kind if known else "vague",
                draft.stance,
                None if draft.parent is None else f"{letter}{draft.parent + 1}",
                MADE_BY,
            )
        )
        rows.extend(_span_rows(document, f"{letter}{number}", wording, draft))
    return rows


def _span_rows(document: str, attribution: str, wording: Wording, draft: Draft) -> list[AttributionSpan]:
    ranges = {"cue": draft.cue, "source": [draft.source] if draft.source else [], "via": draft.via, "content": draft.content}
    return [
        AttributionSpan(document, attribution, role, number, *wording.span(*tokens))
        for role, pieces in ranges.items()
        for number, tokens in enumerate(piece for piece in pieces if piece[0] < piece[1])
    ]
