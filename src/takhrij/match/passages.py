"""Finds where two texts use the same words: seeds that lie together, then the stretch of words with the greatest likelihood of reuse.

The method is 3.4 of research/text_reuse.md: gaps split alternately on both sides, then for several amounts of rewriting at once the
maximum-sum stretch of log-likelihood ratios, in turn on either side until nothing moves; ends that only look alike are cut off.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from takhrij.match.coherence import trimmed
from takhrij.match.groups import boxes_of
from takhrij.match.kernels import Floats, Ints, kernel
from takhrij.match.likelihood import Found, likeliest
from takhrij.match.meetings import Meeting, Side, Stretch

CLOSE = 8  # the same where one side of a passage came out so much shorter than the other
BALANCED = 0.4
MARGIN = 40  # words on either side into which a passage may grow
MERGED = 12  # words between two passages, on both sides, that are still one


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two texts: a stretch of each, and how likely that is, in nats on the weaker side."""

    left: Stretch
    right: Stretch
    likelihood: float
    kept: float

    @property
    def balance(self) -> float:
        """The words of the shorter side for one of the longer."""
        sizes = self.left.size, self.right.size
        return min(sizes) / max(sizes)


def passages_of(meeting: Meeting) -> list[Passage]:
    """The passages that two texts share, in the order of the left text; none overlaps another on both sides."""
    found = _passages(meeting.ours, meeting.theirs, meeting.places, meeting.worths, meeting.boxes)
    rows = sorted(found)
    return [Passage(Stretch(row[0], row[1]), Stretch(row[2], row[3]), row[4], row[5]) for row in rows]


@kernel
def _passages(ours: Side, theirs: Side, places: Ints, worths: Floats, boxes: Ints) -> list[Found]:
    found = [(0, 0, 0, 0, 0.0, 0.0)][:0]  # numba takes the type of a list from a member
    for box in boxes:
        passage = likeliest(ours, theirs, box, np.int64(MARGIN))
        if passage[1] == 0:
            continue
        for part in _balanced(ours, theirs, places, worths, passage):
            trim = trimmed(ours, theirs, places, worths, part)
            if trim[1] > 0:
                _merge(found, trim)
    return found


@kernel
def _balanced(ours: Side, theirs: Side, places: Ints, worths: Floats, passage: Found) -> list[Found]:
    """A passage with far more words on one side, where the other text comes back to its subject, parted by its closer seeds."""
    if _balance(passage) >= BALANCED:
        return [passage]
    parts = [passage][:0]
    inside = (places[:, 0] >= passage[0]) & (places[:, 1] < passage[1]) & (places[:, 2] >= passage[2]) & (places[:, 3] < passage[3])
    for box in boxes_of(places[inside], worths[inside], np.int64(CLOSE)):
        part = likeliest(ours, theirs, box, np.int64(CLOSE))
        if part[1] > 0 and _balance(part) > _balance(passage):
            parts.append(part)
    return parts if len(parts) else [passage]


@kernel
def _balance(passage: Found) -> float:
    left, right = passage[1] - passage[0], passage[3] - passage[2]
    return min(left, right) / max(left, right)


@kernel
def _merge(found: list[Found], passage: Found) -> None:
    """Add a passage, made one with those that it overlaps or nearly touches on both sides."""
    at = 0
    while at < len(found):
        near = found[at]
        here = near[0] <= passage[1] + MERGED and passage[0] <= near[1] + MERGED
        there = near[2] <= passage[3] + MERGED and passage[2] <= near[3] + MERGED
        if here and there:
            hull = min(near[0], passage[0]), max(near[1], passage[1]), min(near[2], passage[2]), max(near[3], passage[3])
            passage = (hull[0], hull[1], hull[2], hull[3], max(near[4], passage[4]), max(near[5], passage[5]))
            found.pop(at)
            at = 0
        else:
            at += 1
    found.append(passage)
