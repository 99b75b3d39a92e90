"""Passages of two documents that are the same words."""

from __future__ import annotations

from dataclasses import dataclass

REUSE_KINDS = ("verbatim", "edited", "reordered", "rewritten", "near_duplicate", "translated", "formula", "same_outlet", "new_version")


@dataclass(frozen=True, slots=True)
class Shingle:
    """One seed of a document's text, of those by which it is found beside others: one row a key.

    `added` is the document's number in the case: numbers are joined faster than names. `key` is a 63-bit hash of an unordered pair of
    stems, `position` the number of its later word where it stands first; `again` is where it stands the second time if it stands in
    just two places far apart, else `position`.
    """

    added: int
    key: int
    position: int
    again: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two documents that share enough rare seeds; `left` < `right`; `weight` counts a seed that many documents hold as a half.

    `left` = `right` is a document that repeats itself.
    """

    pair: str
    left: str
    right: str
    shared: int
    weight: float


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair of documents that was compared, whether or not they share a passage."""

    pair: str


@dataclass(frozen=True, slots=True)
class Passage:
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


@dataclass(frozen=True, slots=True)
class AnchorKey:
    """A name or number of a document, by which one that tells the same in other words, or in another language, is found.

    `added` is the document's number in the case. `is_latin`: most words of the document are in Latin letters. `day` counts the days of our
    era up to its date, None where it has none.
    """

    added: int
    key: int
    is_latin: bool
    day: int | None


@dataclass(frozen=True, slots=True)
class Encounter:
    """Two documents of two outlets that share names and numbers and no words; `left` < `right`."""

    pair: str
    left: str
    right: str
    shared: float


@dataclass(frozen=True, slots=True)
class Retelling(Passage):
    """A passage that one document tells after the other in other words: of kind rewritten, or translated."""


@dataclass(frozen=True, slots=True)
class LaidBeside:
    """An encounter that was read, whether or not the one tells after the other."""

    pair: str


@dataclass(frozen=True, slots=True)
class Alignment(Passage):
    """The same, of kind formula too where the whole case shows that it is a set text: what claims, chains and pages read."""
