"""Decides whether two statements tell the same claim, contrary ones about the same thing, or different ones."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal, NamedTuple

from takhrij.claims.aboutness import (
    CONTRARY,
    NOTHING_SHARED,
    aboutness_of,
    answering_aboutness_of,
    bears_on_aboutness,
    telling_aboutness_of,
)
from takhrij.claims.differences import Contrast, contrasts_of, strongest_of
from takhrij.claims.headlines import VERDICTS, shares_of
from takhrij.claims.matches import Matching, matching_of
from takhrij.claims.statements import Statement
from takhrij.claims.units import NAMES

Verdict = Literal["same", "contrary", "different"]
Slots = list[tuple[str, str, str]]

IN_FULL = 0.9  # smaller coverage above which nothing is left over that counts, so that order and polarity alone decide
# Of the log odds of aboutness, of the strongest difference, and a constant: probability of "same" on twins_dev (200 pairs). How
# well that holds stands in docs/evaluation.md.
_CALIBRATION = (0.83, -4.85, 0.57)
# From which a difference keeps two headlines from being the same, whatever else they share and no model has read them: in ans_dev it
# takes 1.2 % of the contrary ones out of "same", on our frames apart 0.8 %, for as few of the same.
_STRONG = 0.75
# Aboutness before any difference is known, below which two proposed tellings are of two things: of 24,000 pairs 42 % lay there,
# and two of these would have become contrary. To look for differences costs five times as much as all else.
_FAR = 0.12


# Coverages of the one and of both, and aboutness, below which a difference is between two topics: of the pairs of real news that were
# read by hand (tests/evaluation/real_pairs.tsv, the half that may be read) 46 of 58 *different* ones called contrary had such coverages,
# and 9 of 35 contrary. Without the aboutness more of them would be different, and one twin and a tenth of our frames apart as well.
_HALF, _MEAN_HALF, _PLAINLY = 0.5, 0.55, 0.45


# Smaller coverage below which two proposed tellings that differ in names and days, and in no number or denial, are of two things. Of such
# pairs that a day of news put before us (tests/evaluation/natural_pairs.tsv, the half that may be read) most told of two.
_LITTLE, _NAMES_AND_DAYS = 0.45, frozenset({*NAMES, "date"})


class Bounds(NamedTuple):
    """From which aboutness two are about one thing; from which strength a difference keeps both from being true, and two so contrary
    are about one thing."""

    about: float
    contrary: float
    contrary_about: float


# Where somebody asks (chosen on twins_dev, macro-F1 0.84; with 0.5, 0.7, 0.4 it was 0.82); in articles of one event, whose tolls rise; and
# where articles of two events are compared, which are about one thing seldom.
_ASKED, _OF_ONE_EVENT, _PROPOSED = Bounds(0.5, 0.65, 0.3), Bounds(0.5, CONTRARY, 0.3), Bounds(0.5, CONTRARY, 0.5)


def resemblance_of(
    left: Statement, right: Statement, *,
    nearness: float | None = None, judged: Sequence[float] | None = None, proposed_by: str | None = None,
) -> tuple[Verdict, float, Slots]:  # fmt: skip
    """The verdict, a score, and the differences by slot. The score is the probability of "same" where somebody asks (calibrated on
    twins_dev, of headlines on ans_train); of proposed pairs it rises with the evidence for "same" and is no probability.

    `nearness` is the cosine of the two by an embedding, `judged` what a model that read both gives same, contrary and different, where
    there are such. `proposed_by` says what proposed the pair (event, reuse, words, meaning), None where somebody asks about these two: who
    asks has a reason to, most proposed pairs only share a topic.
    """
    matching = matching_of(left, right)
    asked = proposed_by is None and left.is_arabic == right.is_arabic
    if asked and matching.is_short and min(matching.coverage) < IN_FULL:
        return _short_resemblance(matching, judged)
    about = _aboutness_of(matching, [], nearness, proposed_by)
    if sum(matching.coverage) < 2 * NOTHING_SHARED or (proposed_by is not None and about < _FAR):
        return "different", round(_probability(about, 0.0) if proposed_by is None else about, 4), []
    contrasts = contrasts_of(matching)
    about = _aboutness_of(matching, contrasts, nearness, proposed_by) if bears_on_aboutness(contrasts) else about
    bounds = _ASKED if proposed_by is None else _OF_ONE_EVENT if proposed_by == "event" else _PROPOSED
    strongest = strongest_of(contrasts)
    verdict, score = _decided(about, strongest, bounds)
    apart = about < _PLAINLY and _tell_apart(matching) if proposed_by is None else _are_two_things(matching, contrasts)
    verdict = "different" if verdict == "contrary" and apart else verdict
    return verdict, round(_probability(about, strongest) if proposed_by is None else score, 4), _slots(contrasts)


def _aboutness_of(matching: Matching, contrasts: Sequence[Contrast], nearness: float | None, proposed_by: str | None) -> float:
    """Aboutness by what proposed the pair; only tellings of one language have words enough to be held to what was proposed."""
    if proposed_by is None or matching.left.is_arabic != matching.right.is_arabic:
        return aboutness_of(matching, contrasts, nearness)
    return telling_aboutness_of(matching, contrasts, nearness, proposed_by)


def answer_of(question: Statement, telling: Statement, *, nearness: float | None = None) -> tuple[Verdict, float]:
    """Whether a telling tells what somebody's words ask about, the contrary, or another thing; and how surely it is about that, 0 to 1.

    «هل استقال وزير الصيد» is answered by «أعلن وزير الصيد استقالته», and as contrary by «نفى وزير الصيد استقالته».
    """
    matching = matching_of(question, telling)
    if sum(matching.coverage) < 2 * NOTHING_SHARED:
        return "different", 0.0
    contrasts = contrasts_of(matching)
    alike = question.is_arabic == telling.is_arabic
    about = answering_aboutness_of(matching, contrasts, nearness) if alike else aboutness_of(matching, contrasts, nearness)
    strongest = strongest_of(contrasts)
    return _decided(about, strongest, _OF_ONE_EVENT)[0], about


def _probability(about: float, strongest: float) -> float:
    """How many of a hundred such pairs tell the same; fitted by `tools/fit_resemblance.py calibrate`."""
    about = min(max(about, 1e-4), 1 - 1e-4)
    slope, cost, constant = _CALIBRATION
    return 1 / (1 + math.exp(-slope * math.log(about / (1 - about)) - cost * strongest - constant))


def _short_resemblance(matching: Matching, judged: Sequence[float] | None) -> tuple[Verdict, float, Slots]:
    """The likeliest verdict on two headlines; the score is the probability that they tell the same."""
    contrasts = contrasts_of(matching)
    shares = shares_of(matching, contrasts, judged)
    verdict: Verdict = VERDICTS[max(range(len(shares)), key=lambda place: shares[place])]
    strongest = strongest_of(contrasts)
    if verdict == "same" and judged is None and strongest >= _STRONG:
        return "contrary", round(min(shares[0], 1 - strongest), 4), _slots(contrasts)
    if verdict == "contrary" and not contrasts:
        return verdict, round(shares[0], 4), [("wording", *_left_over(matching))]
    return verdict, round(shares[0], 4), [] if verdict == "different" else _slots(contrasts)


def _left_over(matching: Matching) -> tuple[str, str]:
    """The words that either side has alone, where no one of them stands against another."""
    sides = ((matching.left, matching.left_alone), (matching.right, matching.right_alone))
    left, right = (" … ".join(side.words[side.units[place].start : side.units[place].end] for place in alone) for side, alone in sides)
    return left, right


def _slots(contrasts: Sequence[Contrast]) -> Slots:
    return [(contrast.slot, contrast.left_value, contrast.right_value) for contrast in contrasts]


def _tell_apart(matching: Matching) -> bool:
    """«أعلن سليم رفضه العقوبات», «قال سليم إنه سعيد بالقرار»: what both tell is too little of either for one to answer the other."""
    return min(matching.coverage) < _HALF and sum(matching.coverage) < 2 * _MEAN_HALF


def _are_two_things(matching: Matching, contrasts: Sequence[Contrast]) -> bool:
    """«سجل سليم هدف سمران», «سجل نزار هدف نهروان»: two sentences of one topic, each with names of its own."""
    strong = {contrast.slot for contrast in contrasts if contrast.strength >= CONTRARY}
    return matching.left.is_arabic == matching.right.is_arabic and strong <= _NAMES_AND_DAYS and min(matching.coverage) < _LITTLE


def _decided(about: float, strongest: float, bounds: Bounds) -> tuple[Verdict, float]:
    """A strong difference makes statements about one thing contrary; it lowers the score whatever the verdict."""
    if strongest >= bounds.contrary and about >= bounds.contrary_about:
        return "contrary", about * (1 - strongest)
    return "different" if about < bounds.about else "same", about * (1 - strongest / 2)
