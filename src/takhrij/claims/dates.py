"""Dates of two statements that are paired though one leaves open what the other says; weekdays of two weeks, months of two moons."""

from __future__ import annotations

import re
from fractions import Fraction

from takhrij.claims.matches import Matching
from takhrij.claims.statements import Statement
from takhrij.claims.units import Unit
from takhrij.claims.values import is_day, weekday_in
from takhrij.text.days import day_of
from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon
from takhrij.text.numerals import numerals_of
from takhrij.text.tokens import tokens_of

_MOONS = re.compile("|".join(rf"\b{folded(row['form'])}\b" for row in lexicon("annotate", "month_names") if row["calendar"] == "h"))
_SIGHTED = 1  # days by which a month that begins when the moon is seen may miss the calendar's
RELATIVE_DAYS = frozenset(folded("اليوم أمس غدا غد الغد الليلة البارحة").split())  # counted from the day of the article
_AFTER_ANOTHER = re.compile(folded("[وف]?(?:بعد (?!غد)|بعدها|غداة|عشية|عقب|إثر)"))  # what day that is, the other event's tells
_THIS_MONTH = re.compile(folded(r"الشهر (?:الجاري|الحالي)"))  # of either calendar: «12 الشهر الحالي», «12 شوال»
_YEAR = re.compile(r"\b\d{4}(?: ?[مه]\w?)?(?!\w)")
_COMPARED = re.compile(folded(r"\b(?:مقارنة|بالمقارنة|قياسا|مقابل|(?:ال|بال)?(?:مماثل|مقابل)ة?|نفس|نفسه|نفسها|ذاته|ذاتها)\b"))
_COMPARED_WITHIN = 40  # characters before a date among which the word for it stands


def loosely_paired(matching: Matching) -> list[tuple[int, int]]:
    """Dates paired though one is a day and the other a longer time, which leaves the day open: «الجمعة», «منذ مطلع العام»."""
    return [pair for pair in matching.pairs.items() if {_is_day(matching.left, pair[0]), _is_day(matching.right, pair[1])} == {True, False}]


def _is_day(statement: Statement, place: int) -> bool | None:
    """Whether a unit is a date of one day, None where it is no date or that is not known of it."""
    fact = statement.units[place].fact
    return is_day(fact) if fact is not None and fact.slot == "date" else None


def a_week_apart(matching: Matching, place: int, partner: int) -> bool:
    """«تنعقد يوم الجمعة» may be the last or the next one: a bare weekday does not contradict the same day of the week beside it."""
    left, right = matching.left.units[place], matching.right.units[partner]
    one, other = (day_of(unit.fact.low) if unit.fact else None for unit in (left, right))
    bare = _is_weekday(matching.left, left) or _is_weekday(matching.right, right)
    return one is not None and other is not None and bare and abs((one - other).days) == 7


def a_moon_apart(matching: Matching, place: int, partner: int) -> bool:
    """«15 شوال», «15 شوال الموافق الأول من أغسطس»: a date of the Hijri calendar does not contradict the day before or after."""
    sides = (matching.left, matching.left.units[place]), (matching.right, matching.right.units[partner])
    one, other = (day_of(unit.fact.low) if unit.fact else None for _, unit in sides)
    if may_be_of_one_month(*(side.words[unit.start : unit.end] for side, unit in sides)):
        return True
    by_the_moon = any(_MOONS.search(folded(side.words[unit.start : unit.end])) for side, unit in sides)
    return by_the_moon and one is not None and other is not None and abs((one - other).days) <= _SIGHTED


def is_told_from_another_day(told: str) -> bool:
    """Whether a day is told by how long after another event it was: «بعد يوم واحد», «غداة»; not «بعد غد»."""
    return bool(_AFTER_ANOTHER.match(folded(told)))


def may_be_of_one_month(one: str, other: str) -> bool:
    """Whether two dates are one day of a month that either calls «الشهر الجاري»: «12 الشهر الجاري», «12 شوال»."""
    numbers = [_day_numbers(told)[:1] for told in (one, other)]
    return numbers[0] == numbers[1] != [] and any(_THIS_MONTH.search(folded(told)) for told in (one, other))


def _day_numbers(told: str) -> list[Fraction]:
    """«12 شوال», «الثاني عشر من شوال»."""
    return [numeral.value for numeral in numerals_of(tokens_of(told))]


def leave_the_year_open(matching: Matching, place: int, partner: int) -> bool:
    """«بداية السنة», «بداية السنة 2014»: the same words but for the year, which the day of an article need not tell."""
    sides = (matching.left, matching.left.units[place]), (matching.right, matching.right.units[partner])
    told = [folded(side.words[unit.start : unit.end]) for side, unit in sides]
    bare = [_YEAR.sub("", words).split() for words in told]
    return bare[0] == bare[1] != [] and sum(bool(_YEAR.search(words)) for words in told) == 1


def is_compared_with(statement: Statement, place: int) -> bool:
    """Whether a date is that of what something is compared with: «مقارنة بالعام السابق», «عن الفترة نفسها من 2014»."""
    start = statement.units[place].start
    return bool(_COMPARED.search(folded(statement.words[max(0, start - _COMPARED_WITHIN) : start])))


def an_edition_apart(matching: Matching, place: int, partner: int) -> bool:
    """«اليوم» of an article that came out after midnight is the «أمس» of the next one; a weekday that both name is one day.

    The moments that articles carry are often those of their collection, so that days counted from two of them may miss by one.
    """
    sides = (matching.left, matching.left.units[place]), (matching.right, matching.right.units[partner])
    told = [folded(side.words[unit.start : unit.end]) for side, unit in sides]
    if matching.left.date == matching.right.date:
        return False
    if weekday_in(told[0]) and weekday_in(told[0]) == weekday_in(told[1]):
        return True
    one, other = (day_of(unit.fact.low) if unit.fact else None for _, unit in sides)
    counted = any(not RELATIVE_DAYS.isdisjoint(words.split()) for words in told)
    return one is not None and other is not None and abs((one - other).days) == 1 and counted


def _is_weekday(statement: Statement, unit: Unit) -> bool:
    told = folded(statement.words[unit.start : unit.end]).removeprefix("يوم ")
    return " " not in told and bool(weekday_in(told))
