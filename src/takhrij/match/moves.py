"""Words that stand opposite in another order: what the alignment in one order leaves over is aligned again (kernels)."""

from __future__ import annotations

import numpy as np

from takhrij.match.kernels import Flags, Ints, kernel

ROUNDS = 6  # times that leftover words are aligned again; each finds what lies in one order
NONE, EQUAL, CHANGED, MOVED = 0, 1, 2, 3  # as in words.HOWS


@kernel
def moves(stems: Ints, others: Ints, forms: Ints, other_forms: Ints, content: Flags, blocks: Ints) -> Ints:
    """The partner of each word on the left, or -1, and how it goes with it; `blocks` (here, there, length) are equal in one order."""
    rows = np.zeros((len(stems), 2), np.int64)
    partners, hows = rows[:, 0], rows[:, 1]
    partners[:] = -1
    for block in blocks:
        for step in range(block[2]):
            partners[block[0] + step] = block[1] + step
    for at in range(len(stems)):
        if partners[at] >= 0:
            hows[at] = EQUAL if forms[at] == other_forms[partners[at]] else CHANGED
    for _ in range(ROUNDS):
        if _align_again(stems, others, partners, hows) == 0:
            break
    for at in range(len(stems)):
        if hows[at] == MOVED and not content[at] and not _in_company(partners, at):
            hows[at] = NONE
    for at in range(len(stems)):
        if hows[at] == NONE:
            partners[at] = -1
    return rows


@kernel
def _in_company(partners: Ints, at: int) -> bool:
    """Whether the word before or after has the partner before or after."""
    before = at > 0 and partners[at - 1] >= 0 and partners[at - 1] == partners[at] - 1
    return before or (at + 1 < len(partners) and partners[at + 1] == partners[at] + 1)


@kernel
def _align_again(stems: Ints, others: Ints, partners: Ints, hows: Ints) -> int:
    """Give partners to the longest common subsequence of the words that have none (Hunt and Szymanski 1977); how many it has."""
    most = 1
    for at in range(len(stems)):
        most = max(most, stems[at] + 1)
    taken = np.zeros(len(others), np.bool_)
    for at in range(len(partners)):
        if partners[at] >= 0:
            taken[partners[at]] = True
    last, before = np.full(most, -1, np.int64), np.full(len(others), -1, np.int64)
    for there in range(len(others)):
        if not taken[there] and others[there] < most:
            before[there], last[others[there]] = last[others[there]], there
    ends, heads, size = np.empty(len(others) + 1, np.int64), np.full(len(others) + 1, -1, np.int64), 0
    steps = [(0, 0, 0)][:0]  # word here, word there, step before
    for here in range(len(stems)):
        there = last[stems[here]] if partners[here] < 0 else -1
        while there >= 0:
            length = int(np.searchsorted(ends[:size], there))
            if length == size or ends[length] > there:
                steps.append((here, there, heads[length - 1] if length else -1))
                ends[length], heads[length] = there, len(steps) - 1
                size = max(size, length + 1)
            there = before[there]
    step = heads[size - 1] if size else -1
    while step >= 0:
        partners[steps[step][0]], hows[steps[step][0]] = steps[step][1], MOVED
        step = steps[step][2]
    return size
