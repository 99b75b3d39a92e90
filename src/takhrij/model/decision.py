"""What an analyst decided about a case: rows of an append-only log, never edits of results."""

from __future__ import annotations

from dataclasses import dataclass

SAME, NOT_SAME, LINK_RIGHT, LINK_WRONG, FAMILY, DATE, UNDO = "same", "not-same", "link-right", "link-wrong", "family", "date", "undo"
DECISIONS = (SAME, NOT_SAME, LINK_RIGHT, LINK_WRONG, FAMILY, DATE, UNDO)
ANALYST = "analyst"  # what `made_by` says of a pair that a person decided


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log; `number` counts from 1 in the order of deciding, `made` is an ISO moment, `analyst` who decided.

    same, not-same: `left`, `right` are two tellings. link-right, link-wrong: `left` is the later telling, `right` the earlier (or
    unseen:NAME). family: two names of outlets. date: a document, and the day or moment on which it was published ("" for unknown).
    undo: `left` is the number of the decision that no longer stands. `words` are those of the subject as the analyst saw them.
    """

    number: int
    made: str
    analyst: str | None
    kind: str
    left: str
    right: str
    words: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Standing(Decision):
    """A decision that stands: not undone, and the last word on its subject."""
