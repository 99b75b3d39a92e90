"""Two texts brought together: one numbering of their words, and the seeds that both hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from takhrij.match.groups import boxes_of
from takhrij.match.kernels import Flags, Floats, Ints, kernel, order_of, renumbered
from takhrij.match.numbers import WordNumbers, word_numbers
from takhrij.match.set_phrases import set_phrases, worths_among
from takhrij.match.shingles import Seeds, seeds_in

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
    stems, other_stems = renumbered(ours.stems, theirs.stems)
    places, worths, boxes = _met(ours.stems, ours.content, stems, theirs.stems, theirs.content, other_stems, *set_phrases())
    if len(boxes) == 0:
        return None
    forms, other_forms = renumbered(ours.forms, theirs.forms)
    return Meeting(
        ours, theirs,
        (forms, stems, ours.form_shares, ours.stem_shares, ours.content, ours.figures),
        (other_forms, other_stems, theirs.form_shares, theirs.stem_shares, theirs.content, theirs.figures),
        places, worths, boxes,
    )  # fmt: skip


@kernel
def _met(
    stems: Ints, content: Flags, small: Ints, others: Ints, other_content: Flags, others_small: Ints,
    slots: Ints, listed: Ints, known: Floats,
) -> tuple[Ints, Floats, Ints]:  # fmt: skip
    """The seeds of `Meeting`, from the hashes of the stems and from the same numbered from 0."""
    most = max(small.max() if len(small) else 0, others_small.max() if len(others_small) else 0) + 1
    seeds = seeds_in(stems, content, _among(small, content, others_small, other_content, most))
    other_seeds = seeds_in(others, other_content, _among(others_small, other_content, small, content, most))
    places, keys = _shared(seeds, other_seeds)
    worths = worths_among(keys, slots, listed, known)
    return places, worths, boxes_of(places, worths, np.int64(GAP))


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
def _shared(ours_in: Seeds, theirs_in: Seeds) -> tuple[Ints, Ints]:
    """The places and the key of each seed that both texts hold; seeds that are frequent in one of them are left out."""
    (keys, first, second), (other_keys, other_first, other_second) = ours_in, theirs_in
    ours, theirs = renumbered(keys, other_keys)
    (last, before, times), (_, _, often) = _chained(theirs, len(ours) + len(theirs)), _chained(ours, len(ours) + len(theirs))
    count = 0
    for at in range(len(ours)):
        count += times[ours[at]] if often[ours[at]] <= OFTEN and times[ours[at]] <= OFTEN else 0
    places, shared, row = np.empty((count, 4), np.int64), np.empty(count, np.int64), 0
    for at in range(len(ours)):
        if often[ours[at]] > OFTEN or times[ours[at]] > OFTEN:
            continue
        there = last[ours[at]]
        while there >= 0:
            places[row, 0], places[row, 1] = first[at], second[at]
            places[row, 2], places[row, 3] = other_first[there], other_second[there]
            shared[row] = keys[at]
            row, there = row + 1, before[there]
    order = order_of(places[:, 0])
    return places[order], shared[order]


@kernel
def _chained(numbers: Ints, most: int) -> tuple[Ints, Ints, Ints]:
    """For each number its last place and how often it stands there, for each place the one before with the same number."""
    last, before, times = np.full(most, -1, np.int64), np.empty(len(numbers), np.int64), np.zeros(most, np.int64)
    for at in range(len(numbers)):
        before[at], last[numbers[at]] = last[numbers[at]], at
        times[numbers[at]] += 1
    return last, before, times
