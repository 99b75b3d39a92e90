"""Passages that an article holds twice, where a badly edited one carries its own rewrite: the text parted and its sides compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from takhrij.match.groups import boxes_of
from takhrij.match.kernels import Floats, Ints
from takhrij.match.meetings import GAP, Meeting, Side, Stretch
from takhrij.match.passages import Passage, passages_of
from takhrij.match.shingles import APART

TWICE = 2  # times that a seed stands in the text; what stands there more often is its subject, a list or a refrain
LEAST = 20  # seeds on both sides of a border, four times those of candidates.sql; fewer are no passage of SHORTEST words
SHORTEST = 20  # words; shorter ones are names with titles, or a speaker quoted again
BORDERS_DEEP = 2  # a text may hold two passages, each followed by its own rewrite


def told_twice(whole: Meeting) -> Meeting:
    """The meeting of a text with itself, with those seeds alone that stand in exactly two places far apart."""
    size = int(whole.places.max(initial=0)) + 1
    _, back, times = np.unique(whole.places[:, 0] * size + whole.places[:, 1], return_inverse=True, return_counts=True)
    kept = (whole.places[:, 2] - whole.places[:, 1] >= APART) & (times[back] == TWICE)
    return replace(whole, places=whole.places[kept], worths=whole.worths[kept])


def repeats_of(twice: Meeting) -> list[Passage]:
    """The passages that come back later in the text, in order; the later one never begins before the earlier one ends.

    An article of three paragraphs that is followed by its own rewrite gives one passage, or one for each paragraph.
    """
    found = _repeats_within(twice, Stretch(0, len(twice.left)), BORDERS_DEEP)
    long = [passage for passage in found if min(passage.left.size, passage.right.size) >= SHORTEST]
    return sorted(long, key=lambda passage: passage.left)


def _repeats_within(twice: Meeting, around: Stretch, deep: int) -> Iterator[Passage]:
    """What the two sides of the best border share, then what either side repeats within itself."""
    inside = np.flatnonzero((twice.places[:, 0] >= around.start) & (twice.places[:, 3] < around.end))
    if deep == 0 or len(inside) < LEAST:
        return
    border = _border(twice.places[inside], twice.worths[inside])
    across = inside[(twice.places[inside, 1] < border) & (twice.places[inside, 2] >= border)]
    yield from _across(twice, around, border, across)
    yield from _repeats_within(twice, Stretch(around.start, border), deep - 1)
    yield from _repeats_within(twice, Stretch(border, around.end), deep - 1)


def _border(places: Ints, worths: Floats) -> int:
    """The word before which the text parts: that which most seeds stand on both sides of, the middle one of several that are as good."""
    steps = np.zeros(int(places[:, 2].max()) + 2)
    np.add.at(steps, places[:, 1] + 1, worths)
    np.add.at(steps, places[:, 2] + 1, -worths)
    over = np.cumsum(steps)
    best = np.flatnonzero(over >= over.max() - 1e-9)  # sums of floats
    return int(best[len(best) // 2])


def _across(twice: Meeting, around: Stretch, border: int, seeds: Ints) -> Iterator[Passage]:
    """The passages that two documents would share if the one ended and the other began at the border."""
    ours, theirs = _part_of(twice.ours, around.start, border), _part_of(twice.theirs, border, around.end)
    moved = np.array([around.start, around.start, border, border])
    places, worths = twice.places[seeds] - moved, twice.worths[seeds]
    sides = replace(twice, ours=ours, theirs=theirs, places=places, worths=worths, boxes=boxes_of(places, worths, np.int64(GAP)))
    for passage in passages_of(sides):
        yield replace(passage, left=_moved(passage.left, around.start), right=_moved(passage.right, border))


def _part_of(words: Side, start: int, end: int) -> Side:
    part = slice(start, end)
    return words[0][part], words[1][part], words[2][part], words[3][part], words[4][part], words[5][part]


def _moved(stretch: Stretch, by: int) -> Stretch:
    return Stretch(stretch.start + by, stretch.end + by)
