"""Passages of two documents that are the same words."""

from __future__ import annotations

from dataclasses import dataclass

REUSE_KINDS = ("verbatim", "edited", "reordered", "rewritten", "near_duplicate", "formula", "same_outlet")
WORD_CHANGES = ("equal", "changed", "moved")


@dataclass(frozen=True, slots=True)
class Shingle:
    """One seed of a document's text: `key` is a 63-bit hash of an unordered pair of stems, `position` its word number."""

    document: str
    key: int
    position: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two documents that share enough rare seeds; `left` < `right`; `weight` is the sum of ln(N/df) over shared keys.

    `left` = `right` is a document that repeats itself: its own rare seeds, each as if in one document.
    """

    pair: str
    left: str
    right: str
    shared: int
    weight: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two passages that are the same words, in the texts as given; where `left` = `right`, the earlier and the later one of one text.

    `matched` and `edited` count words; `score` (0 to 1) is a score, not a probability; `left_share` and
    `right_share` are the parts of each text that the passage covers.
    """

    alignment: str
    pair: str
    left: str
    left_start: int
    left_end: int
    right: str
    right_start: int
    right_end: int
    matched: int
    edited: int
    score: float
    kind: str
    left_share: float
    right_share: float
    made_by: str
