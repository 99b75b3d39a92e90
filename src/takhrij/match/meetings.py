"""Two texts brought together: one numbering of their words, and the seeds that both hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from takhrij.match.groups import boxes_of
from takhrij.match.kernels import Flags, Floats, Ints, Shares, kernel, order_of, place_in, renumbered
from takhrij.match.numbers import WordNumbers, word_numbers
from takhrij.match.set_phrases import set_phrases, worths_among
from takhrij.match.shingles import Seeds, seeds_in

GAP = 25  # words without a seed that part two passages
OFTEN = 6  # times in one text; a seed that stands there more often says nothing of where
Side = tuple[Ints, Ints, Shares, Shares, Flags, Flags]  # forms, stems, the share of each, content words, figures: as kernels take a text


class Stretch(NamedTuple):
    """Words `[start, end)` of a text, by number."""

    start: int
    end: int

    @property
    def size(self) -> int:
        """How many words."""
        return self.end - self.start


@dataclass(frozen=True, slots=True, eq=False)
class Meeting:
    """Two texts as numbers and the seeds that both hold.

    `ours` and `theirs` share one numbering of forms and of stems, from 0. `places` has one row per shared seed, in the order of the
    left text: the word numbers of its two words there, then on the right; `worths` says how much each is worth; `boxes` where enough
    of them lie together (see `groups.boxes_of`).
    """

    left: WordNumbers
    right: WordNumbers
    ours: Side
    theirs: Side
    places: Ints
    worths: Floats
    boxes: Ints


def meeting_of(left: str, right: str) -> Meeting | None:
    """Two texts, ready to be compared; None where nowhere enough seeds lie together."""
    ours, theirs = word_numbers(left), word_numbers(right)
    numbers, others, places, worths, boxes = _met(ours.numbers, ours.content, theirs.numbers, theirs.content, *set_phrases())
    if len(boxes) == 0:
        return None
    return Meeting(ours, theirs, _side(ours, numbers), _side(theirs, others), places, worths, boxes)


def _side(words: WordNumbers, numbers: Ints) -> Side:
    return numbers[0], numbers[1], words.shares[0], words.shares[1], words.flags[0], words.flags[1]


@kernel
def _met(
    ours: Ints, content: Flags, theirs: Ints, other_content: Flags, slots: Ints, listed: Ints, known: Floats
) -> tuple[Ints, Ints, Ints, Floats, Ints]:
    """Both texts numbered from 0, as far as they meet at all, and the seeds and boxes of `Meeting`."""
    stems, others = renumbered(ours[1], theirs[1])
    most = max(stems.max() if len(stems) else 0, others.max() if len(others) else 0) + 1
    seeds = seeds_in(ours[1], content, _among(stems, content, others, other_content, most))
    other_seeds = seeds_in(theirs[1], other_content, _among(others, other_content, stems, content, most))
    places, keys = _shared(seeds, other_seeds)
    worths = worths_among(keys, slots, listed, known)
    boxes = boxes_of(places, worths, np.int64(GAP))
    numbers, other_numbers = np.empty((2, len(stems)), np.int64), np.empty((2, len(others)), np.int64)
    if len(boxes):
        numbers[0], other_numbers[0] = renumbered(ours[0], theirs[0])
    numbers[1], other_numbers[1] = stems, others
    return numbers, other_numbers, places, worths, boxes


@kernel
def _among(stems: Ints, content: Flags, others: Ints, other_content: Flags, most: int) -> Flags:
    """Which content words are content words of the other text too: only these can make a seed that both hold."""
    seen, out = np.zeros(most, np.bool_), np.zeros(len(stems), np.bool_)
    for at in range(len(others)):
        seen[others[at]] |= other_content[at]
    for at in range(len(stems)):
        out[at] = content[at] and seen[stems[at]]
    return out


@kernel
def _shared(ours: Seeds, theirs: Seeds) -> tuple[Ints, Ints]:
    """The places and the key of each seed that both texts hold; seeds that are frequent in one of them are left out."""
    (keys, first, second), (other_keys, other_first, other_second) = ours, theirs
    numbers, often, (last, before, times) = _numbered(keys, other_keys)
    count = 0
    for at in range(len(keys)):
        if numbers[at] >= 0 and often[numbers[at]] <= OFTEN and times[numbers[at]] <= OFTEN:
            count += times[numbers[at]]
    places, shared, row = np.empty((count, 4), np.int64), np.empty(count, np.int64), 0
    for at in order_of(first):
        if numbers[at] < 0 or often[numbers[at]] > OFTEN or times[numbers[at]] > OFTEN:
            continue
        there = last[numbers[at]]
        while there >= 0:
            places[row, 0], places[row, 1] = first[at], second[at]
            places[row, 2], places[row, 3] = other_first[there], other_second[there]
            shared[row] = keys[at]
            row, there = row + 1, before[there]
    return places, shared


@kernel
def _numbered(keys: Ints, others: Ints) -> tuple[Ints, Ints, tuple[Ints, Ints, Ints]]:
    """The number of each key among the others, -1 for what is none of them; how often each stands here; and how it stands there.

    That is its last place there, for each place the one before with the same number, and how often it stands there.
    """
    size = 16
    while size < 2 * len(others):
        size *= 2
    slots, seen, count = np.full(size, -1, np.int64), np.empty(len(others), np.int64), 0
    last, before, times = np.full(len(others), -1, np.int64), np.empty(len(others), np.int64), np.zeros(len(others), np.int64)
    for place in range(len(others)):
        slot = others[place] & (size - 1)
        while slots[slot] >= 0 and seen[slots[slot]] != others[place]:
            slot = (slot + 1) & (size - 1)
        if slots[slot] < 0:
            slots[slot], seen[count] = count, others[place]
            count += 1
        number = slots[slot]
        before[place], last[number] = last[number], place
        times[number] += 1
    numbers, often = np.empty(len(keys), np.int64), np.zeros(count, np.int64)
    for place in range(len(keys)):
        numbers[place] = place_in(slots, seen, keys[place])
        if numbers[place] >= 0:
            often[numbers[place]] += 1
    return numbers, often, (last, before, times)
