"""Which passages of two documents are the same words: the rows that reuse, chains and the web page rest on."""

from __future__ import annotations

from collections import Counter

from takhrij.match.boilerplate import is_formula
from takhrij.match.coherence import merged, trimmed
from takhrij.match.evidence import evidence_of, score_of
from takhrij.match.numbers import word_numbers
from takhrij.match.passages import Meeting, Passage, meeting_of, passages_of
from takhrij.match.words import CHANGED, EQUAL, MOVED, Match, matched_words
from takhrij.model.document import Document
from takhrij.model.identity import identity
from takhrij.model.reuse import Alignment

MADE_BY = "reuse/1"
WHOLE = 0.75  # share of both texts that makes two documents near duplicates
ACCEPTED = 0.5  # score; measured on 5,000 articles: plagdet 0.962, 0.966, 0.969, 0.970 at 0.3, 0.4, 0.5, 0.6


def alignments_of(pair: str, left: Document, right: Document) -> list[Alignment]:
    """The passages of two documents that are the same words, in the order of the left one.

    «أعلنت وزارة الزراعة في برقة أن موسم الزيتون بدأ مبكرا» in both texts gives one row of kind verbatim.
    """
    meeting = meeting_of(left.text, right.text)
    found = merged([trim for passage in passages_of(meeting) if (trim := trimmed(meeting, passage))])
    rows = [_row(pair, left, right, meeting, passage) for passage in found]
    return [row for row in rows if row is not None]


def _row(pair: str, left: Document, right: Document, meeting: Meeting, passage: Passage) -> Alignment | None:
    score = score_of(evidence_of(meeting, passage))
    if score < ACCEPTED:
        return None
    here, there = passage.left, passage.right
    left_start, left_end = int(meeting.left.starts[here.start]), int(meeting.left.ends[here.end - 1])
    right_start, right_end = int(meeting.right.starts[there.start]), int(meeting.right.ends[there.end - 1])
    matches = matched_words(meeting.left, here, meeting.right, there)
    longer = max(here.end - here.start, there.end - there.start)
    shares = (here.end - here.start) / len(meeting.left), (there.end - there.start) / len(meeting.right)
    return Alignment(
        identity("a", pair, left_start, left_end, right_start, right_end), pair,
        left.document, left_start, left_end, right.document, right_start, right_end,
        len(matches), longer - len(matches), round(score, 4), _kind(left, right, passage, matches, min(shares)),
        round(shares[0], 4), round(shares[1], 4), MADE_BY,
    )  # fmt: skip


def _kind(left: Document, right: Document, passage: Passage, matches: list[Match], whole: float) -> str:
    here, there = passage.left, passage.right
    if is_formula(word_numbers(left.text), *here) and is_formula(word_numbers(right.text), *there):
        return "formula"
    if left.outlet is not None and left.outlet == right.outlet:
        return "same_outlet"
    if whole >= WHOLE:
        return "near_duplicate"
    return _change(Counter(match.how for match in matches), max(here.end - here.start, there.end - there.start))


def _change(counts: Counter[str], longer: int) -> str:
    """What was done to the words, from how many are equal, changed and moved out of those of the longer side."""
    if counts[EQUAL] >= 0.95 * longer:
        return "verbatim"
    if counts[EQUAL] + counts[CHANGED] >= 0.7 * longer:
        return "edited"
    return "reordered" if counts.total() >= 0.8 * longer and counts[MOVED] >= 0.15 * longer else "rewritten"
