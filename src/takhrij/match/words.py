"""The word alignment of two passages: which words are equal, changed or moved (3.6 of research/text_reuse.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein

from takhrij.match.kernels import Flags, Ints, renumbered
from takhrij.match.meetings import Meeting, Stretch
from takhrij.match.moves import moves
from takhrij.match.numbers import WordNumbers, word_numbers

EQUAL, CHANGED, MOVED = "equal", "changed", "moved"
HOWS = ("", EQUAL, CHANGED, MOVED)
Bounds = tuple[int, int]
WordPair = tuple[int, int, int, int, str]


class Match(NamedTuple):
    """A word on the left and the word on the right with the same stem, by number; `how` is equal (in order), changed or moved."""

    left: int
    right: int
    how: str


class Run(NamedTuple):
    """Words `[left, left_end)` and `[right, right_end)`, by number, that belong together."""

    left: int
    left_end: int
    right: int
    right_end: int
    how: str


def words_of(left: str, left_span: Bounds, right: str, right_span: Bounds) -> list[WordPair]:
    """Spans in the offsets of both texts that are equal, changed (inflected or replaced; one may be empty) or moved.

    >>> words_of("قال الوزير غدا", (0, 14), "غدا قال وزير", (0, 12))
    [(0, 3, 4, 7, 'equal'), (4, 10, 8, 12, 'changed'), (11, 14, 0, 3, 'moved')]
    """
    ours, theirs = word_numbers(left), word_numbers(right)
    here, there = words_within(ours, left_span), words_within(theirs, right_span)
    stems, others = renumbered(ours.stems[slice(*here)], theirs.stems[slice(*there)])
    forms, other_forms, content = ours.forms[slice(*here)], theirs.forms[slice(*there)], ours.content[slice(*here)]
    partners = partners_of(stems, others, forms, other_forms, content).tolist()
    named = [Match(at, partner, HOWS[how]) for at, (partner, how) in enumerate(partners) if how]
    runs = [*_runs(named), *_unmatched(named, here[1] - here[0], there[1] - there[0])]
    return sorted((*_offsets(ours, here, left_span, run[0:2]), *_offsets(theirs, there, right_span, run[2:4]), run.how) for run in runs)


def changes_between(meeting: Meeting, left: Stretch, right: Stretch) -> Counter[str]:
    """How many words of two stretches are equal, changed and moved."""
    here, there = slice(*left), slice(*right)
    (forms, stems, _, _, content, _), (other_forms, others, *_) = meeting.ours, meeting.theirs
    if left.size == right.size and np.array_equal(stems[here], others[there]):  # most copies: no alignment is needed to count
        equal = int((forms[here] == other_forms[there]).sum())
        return Counter({EQUAL: equal, CHANGED: left.size - equal, MOVED: 0})
    hows = partners_of(stems[here], others[there], forms[here], other_forms[there], content[here])[:, 1].tolist()
    return Counter({how: hows.count(number) for number, how in enumerate(HOWS) if how})


def partners_of(stems: Ints, others: Ints, forms: Ints, other_forms: Ints, content: Flags) -> Ints:
    """For each word of the left stretch the number of its partner in the right one, or -1, and which of `HOWS` it is.

    First by least editing, all in one order; then what is left over, as moved, without words as common as «في» that moved alone.
    """
    blocks = Levenshtein.editops(_lettered(stems), _lettered(others)).as_matching_blocks()
    numbers = [number for block in blocks for number in (block.a, block.b, block.size)]
    return moves(stems, others, forms, other_forms, content, np.array(numbers, np.int64).reshape(-1, 3))


def _lettered(numbers: Ints) -> str:
    """Small numbers as code points: rapidfuzz reads a string faster than a list."""
    return numbers.astype(np.uint32).tobytes().decode("utf-32", "surrogatepass")


def words_within(words: WordNumbers, span: Bounds) -> Bounds:
    """The numbers of the words that lie wholly in a span of the text."""
    start = int(np.searchsorted(words.starts, span[0]))
    return start, max(start, int(np.searchsorted(words.ends, span[1], "right")))


def _offsets(words: WordNumbers, here: Bounds, span: Bounds, numbers: Sequence[int]) -> Bounds:
    """Where words, counted from the start of a stretch, stand in the text; no words stand after the word before them."""
    start, end = here[0] + numbers[0], here[0] + numbers[1]
    if start == end:
        at = int(words.ends[start - 1]) if start > here[0] else span[0]
        return at, at
    return int(words.starts[start]), int(words.ends[end - 1])


def _runs(matches: list[Match]) -> Iterator[Run]:
    """Neighbouring words that go the same way, as one."""
    run: Run | None = None
    for left, right, how in matches:
        if run and (run.left_end, run.right_end, run.how) == (left, right, how):
            run = run._replace(left_end=left + 1, right_end=right + 1)
            continue
        if run:
            yield run
        run = Run(left, left + 1, right, right + 1, how)
    if run:
        yield run


def _unmatched(matches: list[Match], size: int, other_size: int) -> Iterator[Run]:
    """What stands between words in order on either side, less what moved: replaced, left out or put in."""
    moved = {match.left for match in matches if match.how == MOVED}
    moved_there = {match.right for match in matches if match.how == MOVED}
    fixed = [(-1, -1), *((match.left, match.right) for match in matches if match.how != MOVED), (size, other_size)]
    for (left, right), (next_left, next_right) in pairwise(fixed):
        ours = _stretches(left + 1, next_left, moved)
        theirs = _stretches(right + 1, next_right, moved_there)
        for one, other in zip_longest(ours, theirs):
            start, end = one or (left + 1, left + 1)
            other_start, other_end = other or (right + 1, right + 1)
            yield Run(start, end, other_start, other_end, CHANGED)


def _stretches(start: int, end: int, without: set[int]) -> list[Bounds]:
    """`[start, end)` cut at the numbers that are left out.

    >>> _stretches(2, 7, {4})
    [(2, 4), (5, 7)]
    """
    cuts = [start - 1, *(number for number in range(start, end) if number in without), end]
    return [(one + 1, other) for one, other in pairwise(cuts) if other > one + 1]
