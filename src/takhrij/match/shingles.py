"""The seeds of a text: unordered pairs of stems that stand near each other (research/text_reuse.md, 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from takhrij.match.numbers import LONG, Ints, unordered_keys, word_numbers
from takhrij.match.set_phrases import worths
from takhrij.model.document import Document
from takhrij.model.reuse import Shingle

PARTNERS = 4  # content words before it that each content word is paired with (3 costs 0.008 plagdet)
REACH = 12  # words that the two of a pair may be apart


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """The pairs of a text in the order of their keys; `first` and `second` are the word numbers of the two, in text order."""

    keys: Ints
    first: Ints
    second: Ints


def shingles_of(document: Document) -> list[Shingle]:
    """The seeds of one document, which depend on its text alone.

    «وصل القطار» and «القطار وصل» give the same key; two words of which one is as common as «في» give none, and neither does a set
    phrase such as «خادم الحرمين»: without those, a third fewer pairs are proposed and none is lost.
    """
    seeds = seeds_of(document.text)
    told = worths(seeds.keys) == 1
    rows = zip(seeds.keys[told].tolist(), seeds.second[told].tolist(), strict=True)
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
    keys = unordered_keys(words.stems[first], words.stems[second])
    order = np.lexsort((second, keys))
    return Seeds(keys[order], first[order], second[order])
