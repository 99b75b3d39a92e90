"""Checks a passage word by word: cuts off ends that only look alike, and says which words stand in a shared seed (kernels; 3.5)."""

from __future__ import annotations

import numpy as np

from takhrij.match.kernels import Flags, Floats, Ints, kernel
from takhrij.match.likelihood import Found
from takhrij.match.meetings import Side

# What a content word that belongs to no shared seed counts against one that does, by the share of words that a rewrite keeps.
AGAINST_REWRITE, AGAINST_EDIT, AGAINST_REVISION, AGAINST_COPY = 0.2, 0.3, 0.7, 1.1


@kernel
def trimmed(ours: Side, theirs: Side, places: Ints, worths: Floats, passage: Found) -> Found:
    """The passage without ends whose content words stand in no shared seed, all zeros where nothing remains."""
    here, there = coherent_words(places, worths, passage[0], passage[1], passage[2], passage[3])
    against = _against(passage[5])
    start, end = _core(ours[4], passage[0], here, against)
    other_start, other_end = _core(theirs[4], passage[2], there, against)
    if end == 0 or other_end == 0:
        return (0, 0, 0, 0, 0.0, 0.0)
    stems, others = ours[1], theirs[1]
    while start > 0 and other_start > 0 and stems[start - 1] == others[other_start - 1]:
        start, other_start = start - 1, other_start - 1
    while end < len(stems) and other_end < len(others) and stems[end] == others[other_end]:
        end, other_end = end + 1, other_end + 1
    return (start, end, other_start, other_end, passage[4], passage[5])


@kernel
def coherent_words(places: Ints, worths: Floats, start: int, end: int, other_start: int, other_end: int) -> tuple[Floats, Floats]:
    """For each word of each stretch: the worth of the best seed it belongs to that lies in both stretches, else 0."""
    here, there = np.zeros(end - start), np.zeros(other_end - other_start)
    for seed in range(np.searchsorted(places[:, 0], start), len(places)):
        if places[seed, 0] >= end:
            break
        if places[seed, 1] >= end or places[seed, 2] < other_start or places[seed, 3] >= other_end:
            continue
        for side in (0, 1):
            one, other = places[seed, side] - start, places[seed, side + 2] - other_start
            here[one], there[other] = max(here[one], worths[seed]), max(there[other], worths[seed])
    return here, there


@kernel
def _against(kept: float) -> float:
    if kept < 0.5:
        return AGAINST_REWRITE
    if kept < 0.7:
        return AGAINST_EDIT
    return AGAINST_REVISION if kept < 0.9 else AGAINST_COPY


@kernel
def _core(content: Flags, begin: int, coherent: Floats, against: float) -> tuple[int, int]:
    """The part with most coherent words for the content words that are not, (0, 0) where there is none."""
    total, low, start, best = 0.0, 0.0, begin, (0, 0, 0.0)
    for at in range(len(coherent)):
        if total <= low:
            low, start = total, begin + at
        total += 1.0 if coherent[at] > 0 else -against if content[begin + at] else 0.0
        if total - low > best[2]:
            best = (start, begin + at + 1, total - low)
    return best[0], best[1]
