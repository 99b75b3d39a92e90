"""What optional models must be able to do; `backends` implements these, and only `pipeline` joins them to a step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Embedder(Protocol):
    """Turns short texts into vectors of one length whose dot product is their nearness in meaning (a score, never a verdict)."""

    name: str

    def vectors_of(self, texts: Sequence[str]) -> list[list[float]]:
        """One unit vector per text, in order. BackendError where the model cannot be had."""
        ...


class ProposedName(NamedTuple):
    """A name that a tagger sees in words `[first, end)`: PERSON, PLACE or ORGANIZATION, and how sure it is (0 to 1)."""

    first: int
    end: int
    kind: str
    score: float


class Tagger(Protocol):
    """Finds names in running words; the word lists say afterwards which they are."""

    name: str

    def names_in(self, words: Sequence[str]) -> list[ProposedName]:
        """The names in the words of one text as they are written, left to right, none overlapping."""
        ...


class PairJudge(Protocol):
    """Reads two statements together and says how likely they tell the same, the contrary or different things."""

    name: str

    def judgements(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float, float]]:
        """Shares of (same, contrary, different) for each pair, in order; they add up to 1."""
        ...
