"""Two texts laid side by side sentence by sentence: how much of each stands in each, and the course that both take."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from takhrij.match.kernels import Flags, Floats, Ints

NEAR = 0.45  # cosine from which two words may mean one thing; words drawn by chance have 0.1 on average
AS_SURE = 0.8  # what a word of one meaning counts beside the same word
# Likeness of two sentences from which they speak for the one being told after the other; single words find less of a translation.
ALIKE, ALIKE_IN_TWO = 0.18, 0.1
PASSED = 0.06  # what a sentence without a partner costs, for each unit of its weight
Likeness = NDArray[np.float32]


def sameness(near: Likeness, anchors: Ints, other_anchors: Ints, stems: Ints, other_stems: Ints) -> Likeness:
    """The cosines of words as how surely they are one: 1 for one number, one name, or one stem."""
    one = (anchors[:, None] == other_anchors) & (anchors != 0)[:, None]
    one |= (stems[:, None] == other_stems) & (stems != 0)[:, None]
    return np.where(one, np.float32(1), AS_SURE / (1 - NEAR) * np.maximum(near - NEAR, 0))


def masses_of(weights: Floats, begins: Ints) -> Floats:
    """How much the words of each sentence weigh together."""
    out: Floats = np.add.reduceat(weights, begins)
    return out


def likeness(same: Likeness, weights: Floats, other_weights: Floats, begins: Ints, other_begins: Ints) -> Floats:
    """For each two sentences the geometric mean of the shares (by weight) of the words of each that the other has too."""
    best = np.maximum.reduceat(same, other_begins, axis=1) * weights[:, None]
    here = np.add.reduceat(best, begins) / (masses_of(weights, begins) + 1e-9)[:, None]
    best = np.maximum.reduceat(same, begins) * other_weights
    there = np.add.reduceat(best, other_begins, axis=1) / (masses_of(other_weights, other_begins) + 1e-9)
    out: Floats = np.sqrt(here * there)
    return out


def course_of(alike: Floats, masses: Floats, other_masses: Floats, least: float) -> Ints:
    """The best run of sentences that follow one another in both texts, two by two.

    Local alignment (Smith and Waterman): a pair counts by what its likeness is above `least`, a sentence passed over counts against.
    """
    gains = ((alike - least) * (masses[:, None] + other_masses) / 2).tolist()
    passed, others_passed = (PASSED * masses).tolist(), (PASSED * other_masses).tolist()
    above, came, end = [0.0] * (len(others_passed) + 1), {}, (0.0, 0, 0)
    for one, row in enumerate(gains):
        best = [0.0]
        for other, gain in enumerate(row):
            ways = (0.0, 0), (above[other] + gain, 1), (above[other + 1] - passed[one], 2), (best[other] - others_passed[other], 3)
            value, came[one, other] = max(ways, key=_value)
            best.append(value)
            end = max(end, (value, one, other), key=_value)
        above = best
    return np.array(_followed(end[1], end[2], came, alike > least), np.int64).reshape(-1, 2)


def _value(way: tuple[float, ...]) -> float:
    return way[0]


def _followed(one: int, other: int, came: dict[tuple[int, int], int], like: Flags) -> list[tuple[int, int]]:
    """The pairs of sentences on the way that led to a pair: it came from both before it (1), or past a sentence of one side (2, 3)."""
    pairs = []
    while way := came.get((one, other), 0):
        if way == 1 and like[one, other]:
            pairs.append((one, other))
        one, other = one - (way != 3), other - (way != 2)
    return pairs[::-1]


def margin_of(alike: Floats, pairs: Ints) -> float:
    """How much liker the sentences of a course are to each other than to any but their neighbours, on average.

    Two reports of one event name the same people throughout; what was retold says each thing in one place.
    """
    total = 0.0
    for one, other in pairs.tolist():
        rivals = (*_apart(alike[:, other], one), *_apart(alike[one], other))
        total += alike[one, other] - max(part.max(initial=0) for part in rivals)
    return total / max(1, len(pairs))


def _apart(row: Floats, place: int) -> tuple[Floats, Floats]:
    """What stands before and after a place and its neighbours."""
    return row[: max(0, place - 1)], row[place + 2 :]


def kept(same: Likeness, asked: Flags, begins: Ints, other_begins: Ints, pairs: Ints) -> tuple[int, int]:
    """Of the words asked for in the sentences of a course, how many there are and how many stand in its partner or next to it."""
    there, found = 0, 0
    ends, other_ends = (np.append(starts[1:], size) for starts, size in zip((begins, other_begins), same.shape, strict=True))
    for one, other in pairs.tolist():
        last = other_ends[min(other + 1, len(other_ends) - 1)]
        words = same[begins[one] : ends[one], other_begins[max(0, other - 1)] : last][asked[begins[one] : ends[one]]]
        there, found = there + len(words), found + int((words >= 1).any(axis=1).sum())
    return there, found
