"""Checks a passage word by word: cuts off ends that only look alike, and measures what tells reuse from chance (3.5)."""

from __future__ import annotations

import numpy as np

from takhrij.match.numbers import Floats, WordNumbers
from takhrij.match.passages import Meeting, Passage, Stretch, within

# What a content word that belongs to no shared seed counts against one that does, by the share of words that a rewrite keeps.
AGAINST = {0.35: 0.2, 0.6: 0.4, 0.8: 0.8, 0.93: 1.1}
MERGED = 12  # words between two passages, on both sides, that are still one


def trimmed(meeting: Meeting, passage: Passage) -> Passage | None:
    """The passage without ends whose content words stand in no shared seed; None where nothing remains."""
    coherent, there = coherent_words(meeting, passage)
    left = _core(meeting.left, passage.left, coherent, AGAINST[passage.kept])
    right = _core(meeting.right, passage.right, there, AGAINST[passage.kept])
    if left is None or right is None:
        return None
    return _regrown(meeting, Passage(left, right, passage.likelihood, passage.kept), passage)


def merged(passages: list[Passage]) -> list[Passage]:
    """Passages that overlap or nearly touch on both sides made one."""
    out: list[Passage] = []
    for passage in sorted(passages, key=lambda passage: passage.left):
        near = next((other for other in out if _near(other.left, passage.left) and _near(other.right, passage.right)), None)
        if near is None:
            out.append(passage)
            continue
        out.remove(near)
        out.append(
            Passage(
                _hull(near.left, passage.left), _hull(near.right, passage.right),
                max(near.likelihood, passage.likelihood), max(near.kept, passage.kept),
            )
        )  # fmt: skip
    return out


def coherent_words(meeting: Meeting, passage: Passage) -> tuple[Floats, Floats]:
    """For each word of each stretch: the worth of the best seed it belongs to that lies in both stretches, else 0."""
    inside = within(meeting.places, passage)
    places, worth = meeting.places[inside], meeting.worths[inside]
    ours, theirs = np.zeros(passage.left.end - passage.left.start), np.zeros(passage.right.end - passage.right.start)
    for side in (0, 1):
        np.maximum.at(ours, places[:, side] - passage.left.start, worth)
        np.maximum.at(theirs, places[:, side + 2] - passage.right.start, worth)
    return ours, theirs


def _core(words: WordNumbers, stretch: Stretch, coherent: Floats, against: float) -> Stretch | None:
    """The part with most coherent words for the content words that are not."""
    worth = np.where(coherent > 0, 1.0, np.where(words.content[slice(*stretch)], -against, 0.0))
    sums = np.concatenate([[0.0], np.cumsum(worth)])
    gains = sums[1:] - np.minimum.accumulate(sums[:-1])
    end = int(gains.argmax())
    if gains[end] <= 0:
        return None
    low = sums[: end + 1]
    start = int(np.flatnonzero(low == low.min())[-1])
    return Stretch(stretch.start + start, stretch.start + end + 1)


def _regrown(meeting: Meeting, core: Passage, whole: Passage) -> Passage:
    """The core with the words around it that are equal on both sides, one by one and within the passage."""
    left, right = core.left, core.right
    ours, theirs = meeting.left.stems, meeting.right.stems
    start, other_start = left.start, right.start
    while start > 0 and other_start > 0 and ours[start - 1] == theirs[other_start - 1]:
        start, other_start = start - 1, other_start - 1
    end, other_end = left.end, right.end
    while end < len(ours) and other_end < len(theirs) and ours[end] == theirs[other_end]:
        end, other_end = end + 1, other_end + 1
    return Passage(Stretch(start, end), Stretch(other_start, other_end), whole.likelihood, whole.kept)


def _near(one: Stretch, other: Stretch) -> bool:
    return one.start <= other.end + MERGED and other.start <= one.end + MERGED


def _hull(one: Stretch, other: Stretch) -> Stretch:
    return Stretch(min(one.start, other.start), max(one.end, other.end))
