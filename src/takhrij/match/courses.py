"""Two texts laid side by side sentence by sentence: how much of each stands in each, and the course that both take (kernels)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from takhrij.match.kernels import Flags, Floats, Ints, kernel

NEAR = 0.45  # cosine from which two words may mean one thing; words drawn by chance have 0.1 on average
AS_SURE = 0.8  # what a word of one meaning counts beside the same word
# Likeness of two sentences from which they speak for the one being told after the other; single words find less of a translation.
ALIKE, ALIKE_IN_TWO = 0.18, 0.1
PASSED = 0.06  # what a sentence without a partner costs, for each unit of its weight
Likeness = NDArray[np.float32]


@kernel
def sameness(near: Likeness, anchors: Ints, other_anchors: Ints, stems: Ints, other_stems: Ints) -> None:
    """Turn the cosines of words into how surely they are one, in place: 1 for one number, one name, or one stem."""
    for at in range(near.shape[0]):
        for there in range(near.shape[1]):
            one = anchors[at] != 0 and anchors[at] == other_anchors[there]
            if one or (stems[at] != 0 and stems[at] == other_stems[there]):
                near[at, there] = 1.0
            else:
                near[at, there] = AS_SURE * max(0.0, (near[at, there] - NEAR) / (1 - NEAR))


@kernel
def likeness(same: Likeness, weights: Floats, other_weights: Floats, begins: Ints, other_begins: Ints) -> Floats:
    """For each two sentences the geometric mean of the shares (by weight) of the words of each that the other has too."""
    count, others = len(begins), len(other_begins)
    here, there = np.zeros((count, others)), np.zeros((count, others))
    for one in range(count):
        start, end = begins[one], begins[one + 1] if one + 1 < count else len(weights)
        for other in range(others):
            first, last = other_begins[other], other_begins[other + 1] if other + 1 < others else len(other_weights)
            here[one, other] = _held(same[start:end, first:last], weights[start:end])
            there[one, other] = _held(same[start:end, first:last].T, other_weights[first:last])
    return np.sqrt(here * there)


@kernel
def _held(same: Likeness, weights: Floats) -> float:
    held, total = 0.0, 1e-9
    for at in range(len(weights)):
        if weights[at] > 0:
            best = 0.0
            for there in range(same.shape[1]):
                best = max(best, same[at, there])
            held += weights[at] * best
            total += weights[at]
    return held / total


@kernel
def course_of(alike: Floats, masses: Floats, other_masses: Floats, least: float) -> Ints:
    """The best run of sentences that follow one another in both texts, two by two.

    Local alignment (Smith and Waterman): a pair counts by what its likeness is above `least`, a sentence passed over counts against.
    """
    count, others = alike.shape
    best, came = np.zeros((count + 1, others + 1)), np.zeros((count + 1, others + 1), np.int64)
    for one in range(count):
        for other in range(others):
            gain = best[one, other] + (alike[one, other] - least) * (masses[one] + other_masses[other]) / 2
            here, there = best[one, other + 1] - PASSED * masses[one], best[one + 1, other] - PASSED * other_masses[other]
            for way, value in ((1, gain), (2, here), (3, there)):
                if value > best[one + 1, other + 1]:
                    best[one + 1, other + 1], came[one + 1, other + 1] = value, way
    place = np.argmax(best)
    one, other = place // (others + 1), place % (others + 1)
    pairs, found = np.empty((count + others, 2), np.int64), 0
    while came[one, other] != 0:
        way = came[one, other]
        if way == 1 and alike[one - 1, other - 1] > least:
            pairs[found, 0], pairs[found, 1] = one - 1, other - 1
            found += 1
        one, other = one - (way != 3), other - (way != 2)
    return pairs[:found][::-1].copy()


@kernel
def margin_of(alike: Floats, pairs: Ints) -> float:
    """How much liker the sentences of a course are to each other than to any but their neighbours, on average.

    Two reports of one event name the same people throughout; what was retold says each thing in one place.
    """
    total = 0.0
    for number in range(len(pairs)):
        one, other = pairs[number]
        rival = 0.0
        for at in range(alike.shape[0]):
            if abs(at - one) > 1:
                rival = max(rival, alike[at, other])
        for at in range(alike.shape[1]):
            if abs(at - other) > 1:
                rival = max(rival, alike[one, at])
        total += alike[one, other] - rival
    return total / max(1, len(pairs))


@kernel
def kept(same: Likeness, asked: Flags, begins: Ints, other_begins: Ints, ends: tuple[int, int], pairs: Ints) -> tuple[int, int]:
    """Of the words asked for in the sentences of a course, how many there are and how many stand in its partner or next to it."""
    there, found = 0, 0
    for number in range(len(pairs)):
        one, other = pairs[number]
        first = other_begins[max(0, other - 1)]
        last = other_begins[other + 2] if other + 2 < len(other_begins) else ends[1]
        for at in range(begins[one], begins[one + 1] if one + 1 < len(begins) else ends[0]):
            if asked[at]:
                there += 1
                for place in range(first, last):
                    if same[at, place] >= 1:
                        found += 1
                        break
    return there, found
