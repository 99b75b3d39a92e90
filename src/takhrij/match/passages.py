"""Finds where two texts use the same words: seeds that lie together, then the stretch of words with the greatest likelihood of reuse.

The method is 3.4 of research/text_reuse.md: gaps split alternately on both sides, then for several amounts of rewriting at once the
maximum-sum stretch of log-likelihood ratios, in turn on either side until nothing moves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from takhrij.match.numbers import Flags, Floats, Ints, WordNumbers, word_numbers
from takhrij.match.set_phrases import worths
from takhrij.match.shingles import Seeds, seeds_of

GAP = 25  # words without a seed that part two passages
CLOSE = 8  # the same where one side of a passage came out so much shorter than the other
BALANCED = 0.4
CELL = 16  # words; seeds count as neighbours in the same or an adjoining cell of this size
NEIGHBOURS = 4  # seeds that must lie together for a place to be looked at
OFTEN = 6  # times in one text; a seed that stands there more often says nothing of where
KEPT = np.array([0.35, 0.6, 0.8, 0.93])  # shares of words that survive: a rewrite, …, a copy
INFLECTED = 0.05  # share of the surviving words that change a clitic or ending
CHANCE = 0.05  # that a word turns up in the other passage for no reason, beyond its frequency
CAP = 3.5  # nats that one word may add
MARGIN = 40  # words on either side into which a passage may grow
BESIDE = 4  # words on either side of the other passage whose words count as there
LOCAL = 400  # words; a longer partner does not make chance matches likelier, since order holds in the large
ROUNDS = 4
ENOUGH = 20.0  # nats on the weaker side
SHORTEST = 8  # words


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
    """Two texts as numbers that share one numbering of stems and of forms, and the seeds that both hold.

    `places` has one row per shared seed, in the order of the left text: the word numbers of its two words there, then on the
    right; `worths` says how much each is worth.
    """

    left: WordNumbers
    right: WordNumbers
    places: Ints
    worths: Floats


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


def meeting_of(left: str, right: str) -> Meeting:
    """Two texts, ready to be compared."""
    places, keys = _shared_places(seeds_of(left), seeds_of(right))
    ours, theirs = word_numbers(left), word_numbers(right)
    if not len(places):
        return Meeting(ours, theirs, places, np.empty(0))
    forms = np.unique(np.concatenate([ours.forms, theirs.forms]), return_inverse=True)[1]
    stems = np.unique(np.concatenate([ours.stems, theirs.stems]), return_inverse=True)[1]
    size = len(ours)
    ours, theirs = replace(ours, forms=forms[:size], stems=stems[:size]), replace(theirs, forms=forms[size:], stems=stems[size:])
    return Meeting(ours, theirs, places, worths(keys))


def passages_of(meeting: Meeting) -> list[Passage]:
    """The passages that two texts share, in the order of the left text; none holds a word of another on both sides."""
    found = []
    for left, right in _groups(meeting.places, GAP):
        passage = _likeliest(meeting, left, right, MARGIN)
        if passage is not None:
            found += [passage] if passage.balance >= BALANCED else _parts(meeting, passage)
    return found


def _parts(meeting: Meeting, lopsided: Passage) -> list[Passage]:
    """What closer seeds make of a passage that has far more words on one side: there, the other text comes back to its subject."""
    inside = within(meeting.places, lopsided)
    parts = [_likeliest(meeting, left, right, CLOSE) for left, right in _groups(meeting.places[inside], CLOSE)]
    found = [part for part in parts if part is not None and part.balance > lopsided.balance]
    return found or [lopsided]


def within(places: Ints, passage: Passage) -> Ints:
    """The numbers of the shared seeds that have their four words in the passage; `places` is in the order of its first column."""
    (start, end), (other_start, other_end) = passage.left, passage.right
    first, stop = np.searchsorted(places[:, 0], [start, end])
    near = places[first:stop]
    inside = (near[:, 1] < end) & (near[:, 2] >= other_start) & (near[:, 3] < other_end)
    numbers: Ints = first + np.flatnonzero(inside)
    return numbers


def _shared_places(left: Seeds, right: Seeds) -> tuple[Ints, Ints]:
    """The word numbers and the key of each seed that both texts hold; seeds that are frequent in one of them are left out."""
    low, high = np.searchsorted(right.keys, left.keys, "left"), np.searchsorted(right.keys, left.keys, "right")
    times = high - low
    shared = np.flatnonzero((times > 0) & (times <= OFTEN))
    if not len(shared):
        return np.empty((0, 4), np.int64), np.empty(0, np.int64)
    keys = left.keys[shared]
    own = np.searchsorted(keys, keys, "right") - np.searchsorted(keys, keys, "left")
    shared = shared[own <= OFTEN]
    ours = np.repeat(shared, times[shared])
    within = np.arange(len(ours)) - np.repeat(np.cumsum(times[shared]) - times[shared], times[shared])
    theirs = np.repeat(low[shared], times[shared]) + within
    places = np.stack([left.first[ours], left.second[ours], right.first[theirs], right.second[theirs]], axis=1)
    order = np.argsort(places[:, 0], kind="stable")
    return places[order], left.keys[ours][order]


def _groups(places: Ints, gap: int) -> list[tuple[Stretch, Stretch]]:
    """The boxes in which seeds lie together, in the order of the left text."""
    places = places[_in_company(places)]
    group = np.zeros(len(places), np.int64)
    count = 0
    while len(places) and group.max() + 1 != count:
        count = group.max() + 1
        for side in (1, 3):
            order = np.lexsort((places[:, side], group))
            apart = (np.diff(places[order, side]) > gap) | (np.diff(group[order]) > 0)
            group[order] = np.concatenate([[0], np.cumsum(apart)])
    order = np.argsort(group, kind="stable")
    borders = np.searchsorted(group[order], np.arange(count + 1))
    boxes = []
    for start, end in pairwise(borders.tolist()):
        if end - start >= NEIGHBOURS:
            members = places[order[start:end]]
            low, high = members.min(axis=0), members.max(axis=0) + 1
            boxes.append((Stretch(int(low[0]), int(high[1])), Stretch(int(low[2]), int(high[3]))))
    return sorted(boxes)


def _in_company(places: Ints) -> Flags:
    """Which seeds have enough others in their cell of the plane of both texts and the eight around it."""
    across, up = places[:, 1] // CELL + 1, places[:, 3] // CELL + 1
    width = int(up.max(initial=0)) + 2
    cells, counts = np.unique(across * width + up, return_counts=True)
    near = np.zeros(len(places), np.int64)
    for step in (-width - 1, -width, -width + 1, -1, 0, 1, width - 1, width, width + 1):
        wanted = across * width + up + step
        at = np.minimum(np.searchsorted(cells, wanted), max(len(cells) - 1, 0))
        near += np.where(cells[at] == wanted, counts[at], 0) if len(cells) else 0
    return near >= NEIGHBOURS


def _likeliest(meeting: Meeting, left: Stretch, right: Stretch, margin: int) -> Passage | None:
    """The pair of stretches around a group of seeds with the greatest likelihood, None where it is too small."""
    likelihood = kept = 0.0
    for _ in range(ROUNDS):
        before = left, right
        left, ours, kept = _best_stretch(meeting.left, _wider(left, margin), meeting.right, right)
        right, theirs, kept = _best_stretch(meeting.right, _wider(right, margin), meeting.left, left)
        likelihood = min(ours, theirs)
        if likelihood < ENOUGH:
            return None
        if (left, right) == before:
            break
    if min(left.size, right.size) < SHORTEST:
        return None
    return Passage(left, right, likelihood, kept)


def _best_stretch(words: WordNumbers, around: Stretch, others: WordNumbers, partner: Stretch) -> tuple[Stretch, float, float]:
    """The stretch of `around` that most likely has its words from `partner`, with its nats and the share of words kept."""
    begin = around.start
    scores = likelihoods(words, around, others, _wider(partner, BESIDE))
    sums = np.concatenate([np.zeros((len(KEPT), 1)), np.cumsum(scores, axis=1)], axis=1)
    gains = sums[:, 1:] - np.minimum.accumulate(sums[:, :-1], axis=1)
    best = int(gains.argmax())
    share, end = divmod(best, gains.shape[1])
    start = int(sums[share, : end + 1].argmin())
    return Stretch(begin + start, begin + end + 1), float(gains[share, end]), float(KEPT[share])


def _wider(stretch: Stretch, margin: int) -> Stretch:
    return Stretch(max(0, stretch.start - margin), stretch.end + margin)


def likelihoods(words: WordNumbers, stretch: Stretch, others: WordNumbers, partner: Stretch) -> Floats:
    """For each share of kept words (rows) and each word of the stretch: the log-likelihood ratio of reuse against chance.

    Three outcomes: the same form stands in the partner, only its stem does, or neither.
    """
    here, there = slice(*stretch), slice(*partner)
    size = min(partner.size, LOCAL)
    same_form = present(words.forms[here], others.forms[there])
    same_stem = present(words.stems[here], others.stems[there])
    by_form = np.minimum(1 - np.exp(-words.form_shares[here] * size) + CHANCE, 0.95)
    by_stem = np.minimum(1 - np.exp(-words.stem_shares[here] * size) + CHANCE, 0.97)
    kept, only = KEPT[:, None], np.maximum(by_stem - by_form, 0.02)
    form = np.log((kept * (1 - INFLECTED) + (1 - kept) * by_form) / by_form)
    inflected = np.log((kept * INFLECTED + (1 - kept) * only) / only)
    neither = np.log(1 - kept * (1 - 0.35 * by_stem))
    return np.minimum(np.where(same_form, form, np.where(same_stem, inflected, neither)), CAP)


def present(these: Ints, those: Ints) -> Flags:
    """Which of these numbers are among those."""
    if not len(these) or not len(those):
        return np.zeros(len(these), np.bool_)
    seen = np.zeros(max(int(these.max()), int(those.max())) + 1, np.bool_)
    seen[those] = True
    return seen[these]
