"""A text as numbers, and its seeds: unordered pairs of stems that stand near each other (research/text_reuse.md, 3.1 and 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from takhrij.match.background import form_share, stem_share
from takhrij.model.document import Document
from takhrij.model.reuse import Shingle
from takhrij.text.stems import stem
from takhrij.text.tokens import tokens_of

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

CONTENT = 0.0012  # share of all words; the 120 to 150 stems that are commoner carry no seed (measured, 3.1)
PARTNERS = 4  # content words before it that each content word is paired with (3 costs 0.008 plagdet)
REACH = 12  # words that the two of a pair may be apart
_ODD = np.uint64(0x9E3779B97F4A7C15)  # mixing constants of splitmix64
_MORE = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True, eq=False)
class WordNumbers:
    """The words of a text in order: hashes of form and stem, how common both are, and where they stand in the text."""

    starts: Ints
    ends: Ints
    forms: Ints
    stems: Ints
    form_shares: Floats
    stem_shares: Floats

    @property
    def content(self) -> Flags:
        """Which words are rare enough to say something."""
        return self.stem_shares < CONTENT

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """The pairs of a text in the order of their keys; `first` and `second` are the word numbers of the two, in text order."""

    keys: Ints
    first: Ints
    second: Ints


def shingles_of(document: Document) -> list[Shingle]:
    """The seeds of one document, which depend on its text alone.

    «وصل القطار» and «القطار وصل» give the same key; two words of which one is as common as «في» give none.
    """
    seeds = seeds_of(document.text)
    rows = zip(seeds.keys.tolist(), seeds.second.tolist(), strict=True)
    return [Shingle(document.document, key, position) for key, position in rows]


@lru_cache(maxsize=512)
def word_numbers(text: str) -> WordNumbers:
    """The words of a text as numbers; marks are left out."""
    words = [token for token in tokens_of(text) if token.is_word]
    known = [_numbers_of(token.form) for token in words]
    return WordNumbers(
        np.array([token.start for token in words], np.int64),
        np.array([token.end for token in words], np.int64),
        np.array([numbers[0] for numbers in known], np.int64),
        np.array([numbers[1] for numbers in known], np.int64),
        np.array([numbers[2] for numbers in known], np.float64),
        np.array([numbers[3] for numbers in known], np.float64),
    )


@lru_cache(maxsize=512)
def seeds_of(text: str) -> Seeds:
    """Each content word paired with the content words shortly before it."""
    words = word_numbers(text)
    content = np.flatnonzero(words.content)
    first = np.concatenate([content[:-back] for back in range(1, PARTNERS + 1)])
    second = np.concatenate([content[back:] for back in range(1, PARTNERS + 1)])
    near = second - first <= REACH
    first, second = first[near], second[near]
    keys = _unordered_keys(words.stems[first], words.stems[second])
    order = np.lexsort((second, keys))
    return Seeds(keys[order], first[order], second[order])


def key_of(one: str, other: str) -> int:
    """The key of two stems, in either order."""
    return int(_unordered_keys(np.array([_number(one)]), np.array([_number(other)]))[0])


@lru_cache(maxsize=200_000)
def _numbers_of(form: str) -> tuple[int, int, float, float]:
    return _number(form), _number(stem(form)), form_share(form), stem_share(form)


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    """63 bits that are the same on every machine."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little") >> 1


def _unordered_keys(one: Ints, other: Ints) -> Ints:
    less, more = np.minimum(one, other).astype(np.uint64), np.maximum(one, other).astype(np.uint64)
    mixed = (less * _ODD) ^ ((more + _ODD) * _MORE)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _MORE
    keys: Ints = ((mixed ^ (mixed >> np.uint64(27))) >> np.uint64(1)).astype(np.int64)
    return keys
