"""What optional models must be able to do; `backends` implements these, and only `pipeline` joins them to a step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray


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


class Meanings(Protocol):
    """What single words mean, by the number of their stem: the same space for every language that it knows."""

    def __hash__(self) -> int: ...

    def rows_of(self, stems: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where each stem stands in the table, -1 where it does not."""
        ...

    def vectors_of(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """A vector of length 1 for each row, zeros for -1; the dot product of two is how near they are in meaning."""
        ...

    def shares_of(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """The share of all words of its language that each is, 0 where the table does not say."""
        ...
