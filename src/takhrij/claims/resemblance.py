"""Decides whether two statements tell the same claim, contrary ones about the same thing, or different ones."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from takhrij.claims.differences import Contrast, contrasts_of
from takhrij.claims.matches import Matching, matching_of
from takhrij.claims.statements import Statement
from takhrij.claims.units import MEANT, Unit

Verdict = Literal["same", "contrary", "different"]
Slots = list[tuple[str, str, str]]

# What tells that both are about one thing: weights of `evidence_of`, of the nearness of an embedder where there is one, and a constant.
# Fitted by tools/fit_resemblance.py on twins_dev (200 pairs) and the tellings of claims/dev (4,851 pairs); the constants were then lowered,
# since to join what does not belong together costs more than to leave apart what does.
_WEIGHTS, _CONSTANT = (4.67, 0.44, -0.67), -2.29 - 0.2
_NEAR_WEIGHTS, _NEARNESS, _NEAR_CONSTANT = (4.18, 0.43, -0.68), 3.74, -5.49 - 0.2
_NOTHING_SHARED = 0.15  # mean coverage below which nothing further is looked at; differences of two topics say nothing
_UNTRANSLATED = 0.3  # what a word counts that only a dictionary could find in the other language
_ABOUT_CONTRARY = 0.4  # aboutness from which two that contradict each other are about one thing
_ANOTHER_DAY = 1.0  # what it speaks against one event that each tells of the day it was published on
_CONTRARY = 0.7  # strength from which a difference keeps both from being true


def resemblance_of(left: Statement, right: Statement, *, nearness: float | None = None) -> tuple[Verdict, float, Slots]:
    """The verdict, a score (not a probability) that rises with the evidence for "same", and the differences by slot.

    `nearness` is the cosine of the two by an embedding, where there is one.
    """
    matching = matching_of(left, right)
    if sum(matching.coverage) < 2 * _NOTHING_SHARED:
        return "different", round(_aboutness(matching, [], nearness), 4), []
    contrasts = contrasts_of(matching)
    verdict, score = _decided(_aboutness(matching, contrasts, nearness), contrasts)
    return verdict, round(score, 4), [(contrast.slot, contrast.left_value, contrast.right_value) for contrast in contrasts]


def evidence_of(matching: Matching, contrasts: list[Contrast]) -> tuple[float, float, float]:
    """What tells whether both are about one thing: mean coverage, numbers that agree (2 at most), numbers alone (3 at most).

    Two units that surely stand against each other («12 قاربا», «21 قاربا») are about one thing and not counted as missing.
    """
    sure = [contrast for contrast in contrasts if contrast.strength >= _CONTRARY]
    left_alone = set(matching.left_alone) - {contrast.place for contrast in sure}
    right_alone = set(matching.right_alone) - {contrast.partner for contrast in sure}
    left, right = matching.left.units, matching.right.units
    agreeing = sum(left[place].kind == "number" for place in matching.pairs)
    alone = [left[place].kind for place in left_alone] + [right[place].kind for place in right_alone]
    translated = matching.left.is_arabic != matching.right.is_arabic
    missing = _share(left, left_alone, translated) + _share(right, right_alone, translated)
    return 1 - missing / 2, min(2.0, agreeing), min(3.0, alone.count("number"))


def _share(units: Sequence[Unit], alone: set[int], translated: bool) -> float:
    """The share of the weight that is alone; of a translation little can be found but names, numbers and known words."""
    weights = [unit.weight * (_UNTRANSLATED if translated and not _crosses(unit) else 1.0) for unit in units]
    return sum(weights[place] for place in alone) / (sum(weights) or 1.0)


def _crosses(unit: Unit) -> bool:
    return bool(unit.kind) or any(key.startswith(MEANT) for key in unit.keys)


def _aboutness(matching: Matching, contrasts: list[Contrast], nearness: float | None) -> float:
    """From 0 (surely another thing) to 1 (surely the same one)."""
    weights, total = (_WEIGHTS, _CONSTANT) if nearness is None else (_NEAR_WEIGHTS, _NEAR_CONSTANT + _NEARNESS * nearness)
    if any(contrast.slot == "date" and contrast.strength == 0 for contrast in contrasts):
        total -= _ANOTHER_DAY
    total += sum(weight * value for weight, value in zip(weights, evidence_of(matching, contrasts), strict=True))
    return 1 / (1 + math.exp(-total))


def _decided(about: float, contrasts: list[Contrast]) -> tuple[Verdict, float]:
    """A strong difference makes statements about one thing contrary; it lowers the score whatever the verdict."""
    strongest = max((contrast.strength for contrast in contrasts), default=0.0)
    if strongest >= _CONTRARY and about >= _ABOUT_CONTRARY:
        return "contrary", about * (1 - strongest)
    if about < 0.5:
        return "different", about * (1 - strongest / 2)
    return "same", about * (1 - strongest / 2)
