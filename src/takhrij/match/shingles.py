"""The seeds of a text: unordered pairs of stems that stand near each other (research/text_reuse.md, 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from takhrij.match.kernels import Counts, Flags, Floats, Ints, kernel, mixed
from takhrij.match.numbers import KEPT_TEXTS, LONG, WordNumbers, word_numbers
from takhrij.match.set_phrases import worths

PARTNERS = 4  # content words before it that each content word is paired with (3 costs 0.008 plagdet)
REACH = 12  # words that the two of a pair may be apart
SAMPLED = 3  # one seed in so many, by its key, goes to the join that proposes pairs; all serve the alignment
APART = 60  # words between the two places of a seed that a document repeats; sooner is the next sentence about the same thing


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """The pairs of a text in the order of their keys; `first` and `second` are the word numbers of the two, in text order."""

    keys: Ints
    first: Counts
    second: Counts
    worths: Floats


def shingles_of(text: str) -> tuple[Ints, Ints, Ints]:
    """Keys, positions and second positions (see `model.reuse.Shingle`) of the seeds by which a text is found beside others.

    «وصل القطار» and «القطار وصل» give the same key; two words of which one is as common as «في» give none, and neither does a set
    phrase such as «خادم الحرمين»: without those, a third fewer pairs are proposed and none is lost.
    """
    seeds = _seeds_in(word_numbers(text))  # the words serve again when passages are looked for; the seeds would take twice the room
    return _shingles(seeds.keys, seeds.second, seeds.worths)


@kernel
def _shingles(keys: Ints, positions: Counts, worths: Floats) -> tuple[Ints, Ints, Ints]:
    out, first, again, count, at = np.empty_like(keys), np.empty_like(keys), np.empty_like(keys), 0, 0
    while at < len(keys):
        stop = at + 1
        while stop < len(keys) and keys[stop] == keys[at]:
            stop += 1
        if keys[at] % SAMPLED == 0 and worths[at] == 1:
            twice = stop == at + 2 and positions[at + 1] >= positions[at] + APART
            out[count], first[count], again[count] = keys[at], positions[at], positions[at + 1] if twice else positions[at]
            count += 1
        at = stop
    return out[:count].copy(), first[:count].copy(), again[:count].copy()


def seeds_of(text: str) -> Seeds:
    """Each content word paired with the content words shortly before it."""
    return _seeds_of_long(text) if len(text) > LONG else _seeds_of_short(text)


@lru_cache(maxsize=KEPT_TEXTS)
def _seeds_of_short(text: str) -> Seeds:
    return _seeds_in(word_numbers(text))


@lru_cache(maxsize=8)
def _seeds_of_long(text: str) -> Seeds:
    return _seeds_in(word_numbers(text))


def _seeds_in(words: WordNumbers) -> Seeds:
    keys, first, second = _pairs(words.stems, words.content)
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    return Seeds(keys, first[order], second[order], worths(keys))


@kernel
def _pairs(stems: Ints, content: Flags) -> tuple[Ints, Counts, Counts]:
    """Keys and word numbers, in the order of the later word."""
    places = np.flatnonzero(content)
    most = PARTNERS * len(places)
    keys, first, second = np.empty(most, np.int64), np.empty(most, np.int32), np.empty(most, np.int32)
    count = 0
    for number in range(len(places)):
        for back in range(1, min(PARTNERS, number) + 1):
            one, other = places[number - back], places[number]
            if other - one > REACH:
                break
            keys[count], first[count], second[count] = mixed(stems[one], stems[other]), one, other
            count += 1
    return keys[:count].copy(), first[:count].copy(), second[:count].copy()
