"""What optional models must be able to do; `backends` implements these, and only `pipeline` joins them to a step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Embedder(Protocol):
    """Turns short texts into vectors of one length whose dot product is their nearness in meaning (a score, never a verdict)."""

    name: str

    def vectors_of(self, texts: Sequence[str]) -> list[list[float]]:
        """One unit vector per text, in order. BackendError where the model cannot be had."""
        ...
