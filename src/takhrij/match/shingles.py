"""The seeds of a text: unordered pairs of stems that stand near each other (research/text_reuse.md, 3.2)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from takhrij.match.kernels import Flags, Floats, Ints, kernel, mixed, renumbered
from takhrij.match.numbers import word_numbers
from takhrij.match.set_phrases import set_phrases, worths_among

PARTNERS = 4  # content words before it that each content word is paired with (3 costs 0.008 plagdet)
REACH = 12  # words that the two of a pair may be apart
SAMPLED = 3  # one seed in so many, by its key, goes to the join that proposes pairs; all serve the alignment
APART = 60  # words between the two places of a seed that a document repeats; sooner is the next sentence about the same thing


class Seeds(NamedTuple):
    """The pairs of a text in the order of their later words; `first` and `second` are the numbers of the two words."""

    keys: Ints
    first: Ints
    second: Ints


def shingles_of(text: str) -> tuple[Ints, Ints, Ints]:
    """Keys, positions and second positions (see `model.reuse.Shingle`) of the seeds by which a text is found beside others.

    «وصل القطار» and «القطار وصل» give the same key; two words of which one is as common as «في» give none, and neither does a set
    phrase such as «خادم الحرمين»: without those, a third fewer pairs are proposed and none is lost.
    """
    words = word_numbers(text)
    return _shingles(words.stems, words.content, *set_phrases())


def seeds_of(text: str) -> Seeds:
    """Each content word paired with the content words shortly before it."""
    words = word_numbers(text)
    return seeds_in(words.stems, words.content, words.content)


@kernel
def seeds_in(stems: Ints, content: Flags, asked: Flags) -> Seeds:
    """The same of a text whose words are numbers, those alone both of whose words are asked for; made again where needed, never kept."""
    places, most = np.flatnonzero(content), PARTNERS * asked.sum()
    keys, first, second = np.empty(most, np.int64), np.empty(most, np.int64), np.empty(most, np.int64)
    count = 0
    for number in range(len(places)):
        for back in range(1, min(PARTNERS, number) + 1):
            one, other = places[number - back], places[number]
            if other - one > REACH or not asked[other]:
                break
            if not asked[one]:
                continue
            keys[count], first[count], second[count] = mixed(stems[one], stems[other]), one, other
            count += 1
    return Seeds(keys[:count], first[:count], second[:count])


@kernel
def _shingles(stems: Ints, content: Flags, slots: Ints, listed: Ints, known: Floats) -> tuple[Ints, Ints, Ints]:
    keys, _, positions = seeds_in(stems, content, content)
    sampled = keys % SAMPLED == 0
    keys, positions = keys[sampled], positions[sampled]
    rare = worths_among(keys, slots, listed, known) == 1
    keys, positions = keys[rare], positions[rare]
    numbers, _ = renumbered(keys, keys[:0])
    distinct = numbers.max() + 1 if len(numbers) else 0
    out, first, again, times = np.empty(distinct, np.int64), np.empty(distinct, np.int64), np.empty(distinct, np.int64), np.zeros(distinct)
    for at in range(len(keys)):
        number = numbers[at]
        times[number] += 1
        if times[number] == 1:
            out[number], first[number], again[number] = keys[at], positions[at], positions[at]
        elif times[number] == 2 and positions[at] >= first[number] + APART:
            again[number] = positions[at]
        else:
            again[number] = first[number]
    return out, first, again
