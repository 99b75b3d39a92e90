"""What single words mean, in 64 numbers each: the encoder distilled into a table that comes with the program (tools/train/meanings.py)."""

from __future__ import annotations

from functools import cache
from importlib import resources
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from takhrij.errors import BackendError

FILE = "meanings.npz"

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


class WordMeanings:
    """42,000 stems of news Arabic and words of English; near in meaning is 0.5 and more, in one language or across the two."""

    def __init__(self, words: Ints, vectors: NDArray[np.int8], shares: Floats) -> None:
        self._words, self._shares = words, shares
        self._vectors = np.concatenate([vectors, np.zeros((1, vectors.shape[1]), np.int8)])  # the last row is that of what is not known

    def rows_of(self, stems: Ints) -> Ints:
        """Where each stem (by its number) stands in the table, -1 where it does not."""
        places = np.minimum(np.searchsorted(self._words, stems), len(self._words) - 1)
        return np.where(self._words[places] == stems, places, -1)

    def vectors_of(self, rows: Ints) -> Floats:
        """A vector of length 1 for each row, zeros for -1."""
        vectors = self._vectors[rows].astype(np.float32)
        lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
        out: Floats = vectors / np.maximum(lengths, 1)[:, None]
        return out

    def shares_of(self, rows: Ints) -> Floats:
        """The share of all English words that each is; 0 for Arabic stems and for what is not known."""
        return np.where(rows < 0, np.float32(0), self._shares[rows])


@cache
def meanings() -> WordMeanings:
    """The table of this package, read once in a process."""
    file = resources.files("takhrij.backends").joinpath("weights", FILE)
    if not file.is_file():
        raise BackendError(f"{FILE} is missing from this installation: install takhrij again")
    with np.load(BytesIO(file.read_bytes())) as stored:
        return WordMeanings(stored["words"], stored["vectors"], stored["shares"])
