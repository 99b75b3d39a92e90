"""Checks a passage word by word: cuts off ends that only look alike, and measures what tells reuse from chance (3.5)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from takhrij.match.passages import Meeting, Passage, Stretch, present
from takhrij.match.shingles import Flags, Ints, WordNumbers

AGAINST = 0.9  # what a content word that belongs to no shared seed counts against a word that does
MERGED = 12  # words between two passages, on both sides, that are still one


@dataclass(frozen=True, slots=True)
class Evidence:
    """Counts of one passage's weaker side: words, content words, content words in shared seeds, words found opposite."""

    words: int
    content: int
    coherent: int
    found: int

    @property
    def coherence(self) -> float:
        """The share of the content words that stand beside the same words in both texts."""
        return self.coherent / max(1, self.content)


def trimmed(meeting: Meeting, passage: Passage) -> Passage | None:
    """The passage without ends whose content words stand in no shared seed; None where nothing remains."""
    coherent, there = coherent_words(meeting, passage)
    left = _core(meeting.left, passage.left, coherent)
    right = _core(meeting.right, passage.right, there)
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


def evidence_of(meeting: Meeting, passage: Passage) -> Evidence:
    """The counts of the side that has less for it."""
    coherent, there = coherent_words(meeting, passage)
    sides = (
        _evidence(meeting.left, passage.left, coherent, meeting.right, passage.right),
        _evidence(meeting.right, passage.right, there, meeting.left, passage.left),
    )
    return min(sides, key=lambda side: side.coherence)


def coherent_words(meeting: Meeting, passage: Passage) -> tuple[Flags, Flags]:
    """Which words of each stretch belong to a seed that lies in both stretches."""
    places = seeds_within(meeting.places, passage)
    ours = np.zeros(passage.left.end - passage.left.start, np.bool_)
    theirs = np.zeros(passage.right.end - passage.right.start, np.bool_)
    ours[places[:, :2].ravel() - passage.left.start] = True
    theirs[places[:, 2:].ravel() - passage.right.start] = True
    return ours, theirs


def seeds_within(places: Ints, passage: Passage) -> Ints:
    """The shared seeds whose four words lie in the passage."""
    (start, end), (other_start, other_end) = passage.left, passage.right
    inside = (places[:, 0] >= start) & (places[:, 1] < end) & (places[:, 2] >= other_start) & (places[:, 3] < other_end)
    return places[inside]


def _evidence(words: WordNumbers, here: Stretch, coherent: Flags, others: WordNumbers, there: Stretch) -> Evidence:
    content = words.content[slice(*here)]
    found = present(words.stems[slice(*here)], others.stems[slice(*there)])
    return Evidence(here.end - here.start, int(content.sum()), int(coherent.sum()), int(found.sum()))


def _core(words: WordNumbers, stretch: Stretch, coherent: Flags) -> Stretch | None:
    """The part with most coherent words for the content words that are not."""
    worth = np.where(coherent, 1.0, np.where(words.content[slice(*stretch)], -AGAINST, 0.0))
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
