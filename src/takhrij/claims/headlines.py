"""Decides about two short statements, as headlines are: in so few words each one that is missing or another may be what is told."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from takhrij.claims.aboutness import evidence_of, telling_evidence_of
from takhrij.claims.differences import Contrast
from takhrij.claims.matches import Matching
from takhrij.claims.polarity import contraries_of, turns
from takhrij.claims.units import MEANT, NAMES, Unit
from takhrij.text.lemmas import lemma
from takhrij.text.lexicons import lexicon

# The columns of headline_weights.tsv.
VERDICTS: tuple[Literal["same"], Literal["contrary"], Literal["different"]] = ("same", "contrary", "different")
WORD = "alone:"  # begins the feature of a word or meaning that one side alone has
_SLOTS = ("number", "date", "place", "person", "actor", "negation", "wording")


def shares_of(matching: Matching, contrasts: Sequence[Contrast], judged: Sequence[float] | None = None) -> tuple[float, float, float]:
    """The probabilities of same, contrary and different; those of a model that read both texts (`judged`) are multiplied in.

    «ارتفاع أسعار التمور», «هبوط أسعار التمور»: contrary, though nearly all words are shared.
    """
    weights = _weights()
    told = {"constant": 1.0, **measures_of(matching, contrasts), **dict.fromkeys(words_of(matching), 1.0)}
    totals = [sum(weights[name][place] * value for name, value in told.items() if name in weights) for place in range(len(VERDICTS))]
    if judged is not None:
        totals = [total + math.log(max(share, 1e-6)) for total, share in zip(totals, judged, strict=True)]
    highest = max(totals)
    powers = [math.exp(total - highest) for total in totals]
    same, contrary, different = (power / sum(powers) for power in powers)
    return same, contrary, different


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    return {row["feature"]: tuple(float(row[verdict]) for verdict in VERDICTS) for row in lexicon("claims", "headline_weights")}


def measures_of(matching: Matching, contrasts: Sequence[Contrast]) -> dict[str, float]:
    """What is measured of a pair, the same from either side."""
    return {**_shared(matching, contrasts), **_opposed(matching, contrasts), **_left_over(matching)}


def words_of(matching: Matching) -> Iterator[str]:
    """The words and meanings that one side alone has, as features: «نفي», «إلغاء» speak for the contrary whatever else is told."""
    for _, unit in _alone(matching):
        if not unit.kind:
            yield from (WORD + key for key in unit.keys if key.startswith(MEANT))
            yield WORD + (lemma(unit.form) if " " not in unit.form else unit.form)


def _alone(matching: Matching) -> list[tuple[int, Unit]]:
    """Units of one side (0 left, 1 right) that the other does not have."""
    lefts = [(0, matching.left.units[place]) for place in matching.left_alone]
    return lefts + [(1, matching.right.units[place]) for place in matching.right_alone]


def _shared(matching: Matching, contrasts: Sequence[Contrast]) -> dict[str, float]:
    """How much of the two is shared, and how long they are."""
    share, agreeing, numbers_alone = evidence_of(matching, contrasts)
    words, coverage, runs, _ = telling_evidence_of(matching, contrasts)
    shorter, longer = sorted((len(matching.left.units), len(matching.right.units)))
    names = sum(matching.left.units[place].kind in NAMES for place in matching.pairs)
    return {
        "coverage": coverage, "larger coverage": max(matching.coverage), "share": share, "words": words, "runs": runs,
        "numbers agreeing": agreeing, "numbers alone": numbers_alone,
        "names shared": float(names), "verbatim": float(matching.is_near_verbatim),
        "length": math.log(max(2, shorter)), "unlike length": math.log(max(1, longer) / max(1, shorter)),
    }  # fmt: skip


def _opposed(matching: Matching, contrasts: Sequence[Contrast]) -> dict[str, float]:
    """What speaks against both holding: the strongest difference of each slot, negations, words that turn round, opposites."""
    found = {slot: max((contrast.strength for contrast in contrasts if contrast.slot == slot), default=0.0) for slot in _SLOTS}
    sides = (matching.left, matching.right)
    negated = [any(unit.negated for unit in side.units) for side in sides]
    turning = [any(turns(unit) for unit in side.units) for side in sides]
    alone = _alone(matching)
    keys = {side: {key for at, unit in alone if at == side for key in unit.keys} for side in (0, 1)}
    against = (matching.right.keys, matching.left.keys)
    return {
        **found, "strongest": max(found.values()), "certainty": float(any(contrast.slot == "certainty" for contrast in contrasts)),
        "one negated": float(negated[0] != negated[1]), "both negated": float(all(negated)),
        "one turned": float(turning[0] != turning[1]), "turned alone": float(len({side for side, unit in alone if turns(unit)})),
        "opposites alone": float(any(contraries_of(unit) & keys[1 - side] for side, unit in alone)),
        "opposites": float(any(contraries_of(unit) & against[side] for side, unit in alone)),
    }  # fmt: skip


def _left_over(matching: Matching) -> dict[str, float]:
    """What either side has alone: how much it weighs, whether one word stands for one, whether there are names in it."""
    alone = _alone(matching)
    counts = sorted(sum(side == at for side, _ in alone) for at in (0, 1))
    weights = sorted(sum(unit.weight for side, unit in alone if side == at) for at in (0, 1))
    named = [any(side == at and unit.kind in NAMES for side, unit in alone) for at in (0, 1)]
    return {
        "alone": weights[0], "alone longer": weights[1], "one for one": float(counts == [1, 1]),
        "one side more": float(counts[0] == 0 < counts[1]), "nothing alone": float(counts[1] == 0),
        "names on both": float(all(named)), "names on one": float(named[0] != named[1]),
    }  # fmt: skip
