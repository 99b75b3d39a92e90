"""Whether two numbers or two dates that one side alone has can both be meant, or be of two things, so that they contradict nothing."""

from __future__ import annotations

import re

from takhrij.claims.dates import a_moon_apart, a_week_apart, an_edition_apart, is_compared_with, leave_the_year_open
from takhrij.claims.matches import Matching
from takhrij.claims.statements import Statement
from takhrij.claims.values import dates_agree, is_cut_off, is_rounded, is_vague, may_count_one_thing, numbers_agree, sums_up
from takhrij.model.claim import Fact
from takhrij.text.days import day_of
from takhrij.text.folding import folded

_ONE_OF = re.compile(folded("(?:ال)?(?:واحدة?|أحد|إحدى) من") + r"\b")  # «في واحدة من أكبر الحفلات» counts nothing
_GLUED = re.compile(" ?" + folded("(?:ملي(?:ون|ار)|الف|تريليون)") + r"\w")  # «480 ملياردولار»
_SCALES = (1e3, 1e6, 1e9, 1e12)
_LONGEST = 24  # characters behind a number that are looked at


def may_stand_against(matching: Matching, place: int, partner: int) -> bool:
    """Whether two values of one kind that agree by no rule of values contradict each other if they stand in one place."""
    left, right = matching.left.units[place].fact, matching.right.units[partner].fact
    if left is None or right is None or _unlike_units(left.unit, right.unit):
        return False
    if left.slot == "date":
        return not (dates_agree(left, right) or any(rule(matching, place, partner) for rule in _ONE_DAY))
    if _count_two_things(matching, left, right) or _adds_up(matching, place, partner) or _may_be_meant(left, right):
        return False
    if any(is_rounded(*pair) or is_cut_off(*pair) for pair in ((left, right), (right, left))):
        return False
    sides = (matching.left, left, right), (matching.right, right, left)
    return not any(_only_tells_one_of_them(side, own) or _is_glued(side, own, other) for side, own, other in sides)


def _is_of_the_compared(matching: Matching, place: int, partner: int) -> bool:
    """«في النصف الأول», «مقارنة بالعام السابق»: of one the time itself is told, of the other what it is compared with."""
    return is_compared_with(matching.left, place) != is_compared_with(matching.right, partner)


_ONE_DAY = (a_week_apart, a_moon_apart, an_edition_apart, leave_the_year_open, _is_of_the_compared)


def _unlike_units(left: str | None, right: str | None) -> bool:
    return (left or right) is not None and left != right and (left in ("%", "ordinal") or right in ("%", "ordinal"))


def _may_be_meant(left: Fact, right: Fact) -> bool:
    """«عشرات القتلى» may be «60 قتيلا»: one tells in round figures what the other counts."""
    return is_vague(left) != is_vague(right) and numbers_agree(left, right)


def _count_two_things(matching: Matching, left: Fact, right: Fact) -> bool:
    """«154 ميلا», «35 بحارا»; not «12 مليون دينار», «12 مليون درهم», which is another sum, unless it is told in another currency.

    In tellings of one event they stay against each other, which holds more of them together (the demo's wrong place is found so).
    """
    if not matching.is_asked:
        return False
    if all(fact.unit is not None and fact.unit.isupper() for fact in (left, right)):
        return left.unit != right.unit and left.low != right.low
    return not may_count_one_thing(left, right)


def _adds_up(matching: Matching, place: int, partner: int) -> bool:
    """«15 قتيلا» and «12 رجلا و3 نساء» do not contradict each other."""
    lefts = [unit.fact for unit in matching.left.units if unit.kind == "number" and unit.fact]
    rights = [unit.fact for unit in matching.right.units if unit.kind == "number" and unit.fact]
    left, right = matching.left.units[place].fact, matching.right.units[partner].fact
    return (left is not None and sums_up(left, rights)) or (right is not None and sums_up(right, lefts))


def _behind(statement: Statement, fact: Fact) -> str:
    end = fact.end - statement.start
    return folded(statement.words[end : end + _LONGEST])


def _only_tells_one_of_them(statement: Statement, fact: Fact) -> bool:
    return bool(_ONE_OF.match(folded(fact.value) + _behind(statement, fact)))


def _is_glued(statement: Statement, fact: Fact, other: Fact) -> bool:
    """Whether a number was not read to its end, since what follows is written on to it: «480 ملياردولار» is «480 مليار دولار»."""
    low, high = float(fact.low or 0), float(other.low or 0)
    return bool(_GLUED.match(_behind(statement, fact))) and any(low * scale == high for scale in _SCALES)


def each_on_its_own_day(matching: Matching, left: Fact, right: Fact) -> bool:
    """«ارتفع الذهب اليوم» on two days: dates as far apart as the articles, so not one event told twice but news of every day."""
    first, second, one, other = (day_of(day) for day in (left.low, right.low, matching.left.date, matching.right.date))
    if first is None or second is None or one is None or other is None:
        return False
    return one != other and first - second == one - other
