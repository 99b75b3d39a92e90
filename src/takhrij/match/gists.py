"""What a text says, ready to be laid beside one in other words: its sentences, and for each word its anchor, weight and meaning."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from takhrij.match.anchors import COUNT, TOLD, Anchors, anchors_in, is_latin, word_shares
from takhrij.match.kernels import Flags, Floats, Ints, Shares
from takhrij.match.numbers import WordNumbers, heard_in, word_numbers
from takhrij.model.protocols import Meanings

MOST_WORDS = 1_200  # of a text that are looked at; of 62,555 real articles 4 % are longer, and what is retold stands at the beginning
LONGEST = 40  # words of a sentence; a longer one is cut into even parts
COMMON, RAREST = 2.5e-3, 1e-5  # shares of all words between which a word tells from nothing to all that a word can
KEPT = 512  # gists kept ready in a process: pairs come in the order of their first document

_STOP = re.compile(r"[.!?؟…]+(?=\s|$)|\n+")
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Gist:
    """The first words of a text, and the words at which its sentences begin."""

    words: WordNumbers
    sentences: Ints
    stems: Ints  # 0 for words that tell nothing, and for numbers
    anchors: Ints
    weights: Floats  # 0 for «في» to 1 for a name
    counts: Flags  # which words are numbers
    names: Flags  # which are names, or words so rare that they may be
    vectors: Vectors
    is_latin: bool

    @property
    def size(self) -> int:
        """How many words are looked at."""
        return len(self.stems)


@lru_cache(maxsize=KEPT)
def gist_of(text: str, meanings: Meanings) -> Gist:
    """A text as its sentences and the anchors, weights and meanings of their words."""
    words = word_numbers(text)
    size = min(len(words), MOST_WORDS)
    rows = meanings.rows_of(words.stems[:size])
    shares = word_shares(words, rows, meanings)
    anchors = anchors_in(text, words, heard_in(text), rows, shares)
    weights, stems = _weights(shares, anchors), words.stems[:size].copy()
    counts = anchors.kinds == COUNT
    stems[(weights == 0) | counts] = 0
    vectors = meanings.vectors_of(np.where((anchors.silent > 0) | counts, -1, rows))
    names = (rows < 0) & (anchors.kinds == TOLD)
    return Gist(words, _sentences(text, words, size), stems, anchors.numbers, weights, counts, names, vectors, is_latin(text))


def _weights(shares: Shares, anchors: Anchors) -> Floats:
    told = np.clip(np.log(COMMON / np.maximum(shares, RAREST)) / math.log(COMMON / RAREST), 0, 1)
    weights = np.where(anchors.numbers != 0, np.maximum(told, anchors.weights), told)
    weights = np.where(anchors.kinds == COUNT, anchors.weights, weights)
    return np.where(anchors.silent > 0, 0.0, weights)


def _sentences(text: str, words: WordNumbers, size: int) -> Ints:
    """The words at which sentences begin; the first is 0."""
    stops = np.array([match.end() for match in _STOP.finditer(text)], np.int64)
    ends = np.unique(np.minimum(np.append(np.searchsorted(words.starts, stops), size), size))
    starts: list[int] = []
    begin = 0
    for end in ends[ends > 0].tolist():
        parts = -(-(end - begin) // LONGEST)
        starts += [begin + (end - begin) * part // parts for part in range(parts)]
        begin = end
    return np.array(starts or [0], np.int64)
