"""The seeds of a text: unordered pairs of stems that stand near each other (research/text_reuse.md, 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from takhrij.match.numbers import LONG, Ints, number, word_numbers
from takhrij.model.document import Document
from takhrij.model.reuse import Shingle

PARTNERS = 4  # content words before it that each content word is paired with (3 costs 0.008 plagdet)
REACH = 12  # words that the two of a pair may be apart
_ODD = np.uint64(0x9E3779B97F4A7C15)  # mixing constants of splitmix64
_MORE = np.uint64(0xBF58476D1CE4E5B9)


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


def seeds_of(text: str) -> Seeds:
    """Each content word paired with the content words shortly before it."""
    return _seeds_of_long(text) if len(text) > LONG else _seeds_of_short(text)


@lru_cache(maxsize=2048)
def _seeds_of_short(text: str) -> Seeds:
    return _seeds_of(text)


@lru_cache(maxsize=8)
def _seeds_of_long(text: str) -> Seeds:
    return _seeds_of(text)


def _seeds_of(text: str) -> Seeds:
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
    return int(_unordered_keys(np.array([number(one)]), np.array([number(other)]))[0])


def _unordered_keys(one: Ints, other: Ints) -> Ints:
    less, more = np.minimum(one, other).astype(np.uint64), np.maximum(one, other).astype(np.uint64)
    mixed = (less * _ODD) ^ ((more + _ODD) * _MORE)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _MORE
    keys: Ints = ((mixed ^ (mixed >> np.uint64(27))) >> np.uint64(1)).astype(np.int64)
    return keys
