"""Two texts brought together: one numbering of their words, and the seeds that both hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from takhrij.match.groups import boxes_of
from takhrij.match.kernels import Counts, Flags, Floats, Ints, kernel, order_of
from takhrij.match.numbers import WordNumbers, word_numbers
from takhrij.match.shingles import Seeds, seeds_of

GAP = 25  # words without a seed that part two passages
OFTEN = 6  # times in one text; a seed that stands there more often says nothing of where
Side = tuple[Ints, Ints, Floats, Floats, Flags, Flags]  # forms, stems, the share of each, content words, figures: as kernels take a text


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
    left text: the word numbers of its two words there, then on the right; `worths` says how much each is worth.
    """

    left: WordNumbers
    right: WordNumbers
    ours: Side
    theirs: Side
    places: Ints
    worths: Floats


def meeting_of(left: str, right: str) -> Meeting | None:
    """Two texts, ready to be compared; None where nowhere enough seeds lie together."""
    places, worths = shared_places(seeds_of(left), seeds_of(right))
    if len(boxes_of(places, worths, np.int64(GAP))) == 0:
        return None
    ours, theirs = word_numbers(left), word_numbers(right)
    forms, other_forms = renumbered(ours.forms, theirs.forms)
    stems, other_stems = renumbered(ours.stems, theirs.stems)
    return Meeting(
        ours, theirs,
        (forms, stems, ours.form_shares, ours.stem_shares, ours.content, ours.figures),
        (other_forms, other_stems, theirs.form_shares, theirs.stem_shares, theirs.content, theirs.figures),
        places, worths,
    )  # fmt: skip


def shared_places(left: Seeds, right: Seeds) -> tuple[Ints, Floats]:
    """The word numbers and the worth of each seed that both texts hold; seeds that are frequent in one of them are left out."""
    return _shared(left.keys, left.first, left.second, left.worths, right.keys, right.first, right.second)


@kernel
def _shared(
    keys: Ints, first: Counts, second: Counts, worths: Floats, others: Ints, other_first: Counts, other_second: Counts
) -> tuple[Ints, Floats]:
    count = 0
    places, worth = np.empty((16, 4), np.int64), np.empty(16)
    one, other = 0, 0
    while one < len(keys) and other < len(others):
        ours, theirs = keys[one], others[other]
        if ours != theirs:
            one, other = one + (ours < theirs), other + (ours > theirs)  # no branch: which is less is anybody's guess
            continue
        stop, other_stop = one, other
        while stop < len(keys) and keys[stop] == keys[one]:
            stop += 1
        while other_stop < len(others) and others[other_stop] == keys[one]:
            other_stop += 1
        if stop - one <= OFTEN and other_stop - other <= OFTEN:
            for here in range(one, stop):
                for there in range(other, other_stop):
                    if count == len(worth):
                        places, worth = np.concatenate((places, np.empty_like(places))), np.concatenate((worth, np.empty_like(worth)))
                    places[count, 0], places[count, 1] = first[here], second[here]
                    places[count, 2], places[count, 3] = other_first[there], other_second[there]
                    worth[count] = worths[here]
                    count += 1
        one, other = stop, other_stop
    order = order_of(places[:count, 0])
    return places[:count][order], worth[:count][order]


@kernel
def renumbered(ours: Ints, theirs: Ints) -> tuple[Ints, Ints]:
    """The numbers of both texts counted from 0 in the order in which they first stand there."""
    size = 16
    while size < 2 * (len(ours) + len(theirs)):
        size *= 2
    slots, seen, count = np.full(size, -1, np.int64), np.empty(len(ours) + len(theirs), np.int64), 0
    out = np.empty(len(seen), np.int64)
    for at in range(len(seen)):
        number = ours[at] if at < len(ours) else theirs[at - len(ours)]
        slot = number & (size - 1)
        while slots[slot] >= 0 and seen[slots[slot]] != number:
            slot = (slot + 1) & (size - 1)
        if slots[slot] < 0:
            slots[slot], seen[count] = count, number
            count += 1
        out[at] = slots[slot]
    return out[: len(ours)].copy(), out[len(ours) :].copy()
