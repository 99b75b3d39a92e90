"""Decides whether two statements tell the same claim, contrary ones about the same thing, or different ones."""

from __future__ import annotations

import math
from typing import Literal

from takhrij.claims.differences import Contrast, contrasts_of
from takhrij.claims.matches import Matching, matching_of
from takhrij.claims.statements import Statement

Verdict = Literal["same", "contrary", "different"]
Slots = list[tuple[str, str, str]]

_ABOUT = 0.56  # coverage from which two statements are about one thing; twins_dev: 75 % of those that are not lie below 0.62
_CONTRARY = 0.7  # strength from which a difference keeps both from being true
_STEEPNESS = 10.0  # of the score around _ABOUT


def resemblance_of(left: Statement, right: Statement, *, nearness: float | None = None) -> tuple[Verdict, float, Slots]:
    """The verdict, a score (not a probability) that rises with the evidence for "same", and the differences by slot.

    `nearness` is the cosine of the two by an embedding, where there is one.
    """
    matching = matching_of(left, right)
    contrasts = contrasts_of(matching)
    verdict, score = _decided(matching, contrasts)
    return verdict, round(score, 4), [(contrast.slot, contrast.left_value, contrast.right_value) for contrast in contrasts]


def _decided(matching: Matching, contrasts: list[Contrast]) -> tuple[Verdict, float]:
    strongest = max((contrast.strength for contrast in contrasts), default=0.0)
    about = 1 / (1 + math.exp(-_STEEPNESS * (sum(matching.coverage) / 2 - _ABOUT)))
    if about < 0.5:
        return "different", about * (1 - strongest / 2)
    if strongest >= _CONTRARY:
        return "contrary", about * (1 - strongest)
    return "same", about * (1 - strongest / 2)
