"""What each decided pair says of its two tellings being one claim, by the verdict and by how many days lie between them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from takhrij.model.claim import Resemblance, Telling
from takhrij.model.decision import ANALYST
from takhrij.text.days import day_of
from takhrij.text.tokens import tokens_of

# Contrary tellings may be about one thing, and their difference is a variation of the claim; a wrong merge is worse than a missed one, so
# what speaks against weighs as much. gold/claims: of contrary pairs that give two counts of one thing (12 dead, 15 dead) 17 of 20 are one
# claim, of those that share a number and differ in something else 37 of 46, of the others about half.
SAYS = {"same": 1.0, "contrary": 0.2, "different": -1.0}
ONE_COUNT, ONE_NUMBER = 1.0, 1.0
NEAR = 0.42  # score from which a pair that was called different is rather undecided, and may follow where nothing speaks against it
NEARLY = 0.3  # what such a pair says
AGAINST = -1.0  # what a pair says that can be no one claim
# Days between two articles from which other values are of another event: the next morning's paper corrects and updates what it tells, the
# report of a market, a missile or the weather of another day has the same words and other values. A toll goes on rising for longer.
# Measured on 400 articles of 200 topics, each told on two days at least 45 days apart.
CONTRARY_DAYS, COUNT_DAYS = 1, 7
SAME_DAYS = 10  # from which the same words must rest on a number of their own: a formula is said again on every occasion
LIST = 2  # numbers that make a telling a list of values
LEAST_DIGITS = 2  # of such a whole number; «3» and «0.1» are in too many


def weights_of(tellings: Mapping[str, Telling], pairs: Iterable[Resemblance]) -> dict[frozenset[str], float]:
    """What every pair says, -1 to 1, by its two tellings; what an analyst decided outweighs all else.

    «أغلق المؤشر مرتفعا 0.4 في المئة» and the same with 1.7 a week later are two claims, on one day they are one that is told in two ways.
    """
    return {frozenset((row.left, row.right)): _says(row, tellings[row.left], tellings[row.right]) for row in pairs}


def _says(row: Resemblance, left: Telling, right: Telling) -> float:
    if row.made_by == ANALYST:
        return math.inf if row.verdict == "same" else -math.inf
    apart = _days_apart(left, right)
    if row.verdict == "same":
        return AGAINST if apart > SAME_DAYS and not _share_a_number(left, right) else SAYS["same"]
    if row.one_count:
        return ONE_COUNT if apart <= COUNT_DAYS else AGAINST
    if apart > CONTRARY_DAYS or (apart and _are_two_lists(left, right)):
        return AGAINST
    if row.verdict == "contrary" and not set(_all_numbers_in(left)).isdisjoint(_all_numbers_in(right)):
        return ONE_NUMBER
    return NEARLY if row.verdict == "different" and row.score >= NEAR else SAYS[row.verdict]


def _days_apart(left: Telling, right: Telling) -> int:
    """Days between the dates of two tellings; 0 where one has none, since nothing then tells that they are apart."""
    one, other = day_of(left.date), day_of(right.date)
    return abs((one - other).days) if one and other else 0


def _are_two_lists(left: Telling, right: Telling) -> bool:
    """Whether each gives several numbers, and none of them is the other's: the list of one day, and of the next."""
    one, other = (set(_all_numbers_in(telling)) for telling in (left, right))
    return min(len(one), len(other)) >= LIST and one.isdisjoint(other)


def _share_a_number(left: Telling, right: Telling) -> bool:
    """Whether both give one number, and neither gives others alone."""
    one, other = _numbers_in(left), _numbers_in(right)
    return bool(one & other) and (one <= other or other <= one)


def _numbers_in(telling: Telling) -> frozenset[str]:
    return frozenset(form for form in _all_numbers_in(telling) if form.isdigit() and len(form) >= LEAST_DIGITS)


def _all_numbers_in(telling: Telling) -> Iterator[str]:
    return (token.form for token in tokens_of(telling.words) if token.form[0].isdigit())
