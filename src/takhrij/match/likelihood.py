"""The stretch of two texts that is most likely the same words, with the amount of rewriting (kernels; 3.4 of research/text_reuse.md)."""

from __future__ import annotations

from math import exp, log

import numpy as np

from takhrij.match.background import UNLISTED
from takhrij.match.kernels import Flags, Floats, Ints, kernel
from takhrij.match.meetings import Side

KEPT = np.array([0.35, 0.6, 0.8, 0.93])  # shares of words that survive: a rewrite, …, a copy
INFLECTED = 0.05  # share of the surviving words that change a clitic or ending
CHANCE = 0.05  # that a word turns up in the other passage for no reason, beyond its frequency
CAP = 3.5  # nats that one word may add
BESIDE = 4  # words on either side of the other passage whose words count as there
LOCAL = 400  # words; a longer partner does not make chance matches likelier, since order holds in the large
ROUNDS = 4
ENOUGH = 20.0  # nats on the weaker side
SHORTEST = 8  # words
RARE = np.float32(UNLISTED)

Found = tuple[int, int, int, int, float, float]  # left start, end, right start, end, nats on the weaker side, share of words kept
Best = tuple[int, int, float, float]


@kernel
def likeliest(ours: Side, theirs: Side, box: Ints, margin: np.int64) -> Found:
    """The pair of stretches around a group of seeds with the greatest likelihood, all zeros where it is too small."""
    none = (0, 0, 0, 0, 0.0, 0.0)
    start, end, other_start, other_end = box[0], box[1], box[2], box[3]
    nats, kept = 0.0, 0.0
    for _ in range(ROUNDS):
        begun, ended, other_begun, other_ended = start, end, other_start, other_end
        start, end, nats, kept = _best_stretch(ours, start - margin, end + margin, theirs, other_start, other_end)
        other_start, other_end, other_nats, kept = _best_stretch(theirs, other_start - margin, other_end + margin, ours, start, end)
        nats = min(nats, other_nats)
        if nats < ENOUGH:
            return none
        if start == begun and end == ended and other_start == other_begun and other_end == other_ended:
            break
    return (start, end, other_start, other_end, nats, kept) if min(end - start, other_end - other_start) >= SHORTEST else none


@kernel
def _best_stretch(words: Side, start: int, end: int, others: Side, partner: int, partner_end: int) -> Best:
    """The stretch inside of `[start, end)` that most likely has its words from the partner, with its nats and the share of words kept."""
    start, end = max(0, start), min(end, len(words[0]))
    partner, partner_end = max(0, partner - BESIDE), min(partner_end + BESIDE, len(others[0]))
    rows, scores = _scored(words, start, end, others, partner, partner_end)
    best = (start, start, 0.0, KEPT[0])
    for share in range(len(KEPT)):
        total, low, begin, most = 0.0, 0.0, start, (start, start, 0.0, KEPT[share])
        for at in range(start, end):
            if total < low:
                low, begin = total, at
            total += scores[share, rows[at - start]]
            if total - low > most[2] or at == start:
                most = (begin, at + 1, total - low, KEPT[share])
        if share == 0 or most[2] > best[2]:
            best = most
    return best


@kernel
def _scored(words: Side, start: int, end: int, others: Side, partner: int, partner_end: int) -> tuple[Ints, Floats]:
    """For each word of a stretch its column in the scores of `_fill`; words of one form, and all outside the list, have one."""
    forms, stems, form_shares, stem_shares = words[0], words[1], words[2], words[3]
    here, there = _present(forms, others[0], start, end, partner, partner_end), _present(stems, others[1], start, end, partner, partner_end)
    size, most = min(partner_end - partner, LOCAL), 0
    for at in range(start, end):
        most = max(most, forms[at])
    rows, known = np.empty(max(0, end - start), np.int64), np.full(most + 1, -1, np.int64)
    scores, count = np.empty((len(KEPT), 3 + len(rows))), 3
    for outcome in range(3):
        _fill(scores[:, outcome], RARE, RARE, size, outcome)
    for at in range(start, end):
        outcome = 0 if here[at - start] else 1 if there[at - start] else 2
        if stem_shares[at] == RARE:
            rows[at - start] = outcome
            continue
        if known[forms[at]] < 0:
            known[forms[at]] = count
            _fill(scores[:, count], form_shares[at], stem_shares[at], size, outcome)
            count += 1
        rows[at - start] = known[forms[at]]
    return rows, scores


@kernel
def _fill(scores: Floats, form_share: np.float32, stem_share: np.float32, size: int, outcome: int) -> None:
    """The log-likelihood ratio of reuse against chance for each share of kept words.

    Three outcomes: the same form stands in the partner (0), only its stem does (1), or neither (2).
    """
    by_form = 0.0 if outcome == 2 else min(1 - exp(-form_share * size) + CHANCE, 0.95)
    by_stem = 0.0 if outcome == 0 else min(1 - exp(-stem_share * size) + CHANCE, 0.97)
    only = max(by_stem - by_form, 0.02)
    for share in range(len(KEPT)):
        kept = KEPT[share]
        if outcome == 0:
            scores[share] = min(log((kept * (1 - INFLECTED) + (1 - kept) * by_form) / by_form), CAP)
        elif outcome == 1:
            scores[share] = min(log((kept * INFLECTED + (1 - kept) * only) / only), CAP)
        else:
            scores[share] = log(1 - kept * (1 - 0.35 * by_stem))


@kernel
def _present(these: Ints, those: Ints, start: int, end: int, partner: int, partner_end: int) -> Flags:
    """Which of these numbers of a stretch are among those of another."""
    most = 0
    for at in range(partner, partner_end):
        most = max(most, those[at])
    seen, out = np.zeros(most + 1, np.bool_), np.zeros(max(0, end - start), np.bool_)
    for at in range(partner, partner_end):
        seen[those[at]] = True
    for at in range(start, end):
        out[at - start] = these[at] <= most and seen[these[at]]
    return out
