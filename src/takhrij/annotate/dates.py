"""Dates that stand by themselves: «15 مارس 2016», «3/4/2017», «آب/أغسطس الماضي»."""

from __future__ import annotations

import re
from datetime import date

from takhrij.annotate.calendar import (
    MonthName,
    TimeValue,
    a_day,
    a_month,
    hijri_day,
    hijri_near,
    nearest_year,
    safe_date,
)
from takhrij.annotate.time_reading import Found, Reading
from takhrij.annotate.years import GREGORIAN_MARKS, HIJRI_MARKS, HIJRI_YEARS, LIKELY_YEARS, year_at

_MARKS_IN_DATES = frozenset({"-", "/", "."})
_POINTED = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{1,4})$")


def day_month(reading: Reading, position: int) -> Found | None:
    """«22 أبريل», «الثاني والعشرين من حزيران/يونيو 2017», «يناير 1»."""
    day = reading.small(position, 31)
    month_at = day[1] if day else position
    if day:
        month_at += reading.form(month_at) in _MARKS_IN_DATES
        month_at += reading.form(month_at) == "من"
        month_at += reading.form(month_at) in ("شهر", "الشهر")
    elif reading.form(position) in ("شهر", "لشهر", "بشهر", "وشهر", "شهري"):
        month_at += 1
        number = reading.small(month_at, 12)
        if number and not reading.month(month_at) and not reading.numbers[month_at].definite:
            return _with_year(reading, position, number[1], MonthName(number[0], False, True, 1), None, True)
    month = reading.month(month_at)
    if month is None or (
        reading.form(month_at) == "صفر" and reading.form(month_at - 1) not in ("من", "شهر") and not year_at(reading, month_at + 1)
    ):
        return None
    end = _second_name(reading, month_at + month.words, month)
    if day is None:
        after = _day_after(reading, end)
        day, end = (after, after[1]) if after else (None, end)
    return _with_year(reading, position, end, month, day[0] if day else None, month_at > position)


def _day_after(reading: Reading, end: int) -> tuple[int, int] | None:
    """The day in «يناير 12» or «يناير الأول»; not the year's head."""
    if reading.year(end) is not None:
        return None
    end += reading.form(end) == "-"
    day = reading.small(end, 31)
    return day if day and (reading.tokens[end].form[0].isdigit() or reading.numbers[end].definite) else None


def _second_name(reading: Reading, end: int, month: MonthName) -> int:
    """«آب/أغسطس», «آب (أغسطس)»: the same month's other name is part of it."""
    mark = reading.form(end)
    other = reading.month(end + 1) if mark in ("/", "(", "-") else reading.month(end)
    if other is None or other.month != month.month or other.hijri != month.hijri:
        return end
    stop = end + other.words + (mark in ("/", "(", "-"))
    return stop + (mark == "(" and reading.form(stop) == ")")


def _with_year(reading: Reading, first: int, end: int, month: MonthName, day: int | None, led: bool) -> Found | None:
    comma = reading.form(end) in (",", "،")
    year = year_at(reading, end + comma)
    if year and comma and not reading.tokens[end + 1].form[0].isdigit():
        year = None
    if year:
        value = _dated(year[0], month.month, day, hijri=month.hijri and year[0] < 1600)
        return Found(first, year[1], value) if value else None
    shift = reading.is_kind(end, "shift")
    if not (led or day or shift or month.alone):
        return None
    if month.hijri:
        value = hijri_near(reading.anchor, month.month, day, int(shift.value) if shift else None)
        return Found(first, end + (shift is not None), value or TimeValue("DATE", None))
    return Found(first, end + (shift is not None), _near(reading.anchor, month.month, day, int(shift.value) if shift else None))


def _dated(year: int, month: int, day: int | None, *, hijri: bool) -> TimeValue | None:
    if hijri:
        return hijri_day(year, month, day)
    if day is None:
        return a_month(year, month)
    found = safe_date(year, month, day)
    return a_day(found) if found else None


def _near(anchor: date | None, month: int, day: int | None, shift: int | None) -> TimeValue:
    """A month or day without its year, told from the anchor: «مارس الماضي» is the last one that is over or running."""
    if anchor is None:
        return TimeValue("DATE", f"XXXX-{month:02}" + (f"-{day:02}" if day else ""))
    if shift is None:
        year = nearest_year(anchor, month, day or 15)
    elif shift == 0:
        year = anchor.year
    elif shift < 0:
        year = anchor.year - ((month, day or 0) >= (anchor.month, anchor.day if day else 0))
    else:
        year = anchor.year + ((month, day or 0) <= (anchor.month, anchor.day if day else 0))
    if day is None:
        return a_month(year, month, anchored=True)
    found = safe_date(year, month, day)
    return a_day(found, anchored=True) if found else TimeValue("DATE", None)


def numeric_date(reading: Reading, position: int) -> Found | None:
    """«2016/02/22», «22-4-2016», «3.4.2017», «04/22»."""
    pointed = _POINTED.match(reading.form(position))
    if pointed:
        return _from_parts(reading, position, position + 1, [int(part) for part in pointed.groups()], len(pointed.group(1)))
    parts, end, mark = [reading.form(position)], position + 1, reading.form(position + 1)
    spaced = _is_spaced(reading, position)
    while (
        len(parts) < 3
        and mark in ("/", "-")
        and reading.form(end) == mark
        and reading.form(end + 1).isdigit()
        and (spaced or (reading.touching(end - 1) and reading.touching(end)))
    ):
        parts.append(reading.form(end + 1))
        end += 2
    if len(parts) < 2 or not all(part.isdigit() and len(part) <= 4 for part in parts):
        return None
    if reading.form(end) == mark and reading.touching(end - 1):
        return None
    return _from_parts(reading, position, end, [int(part) for part in parts], len(parts[0]))


def _is_spaced(reading: Reading, position: int) -> bool:
    """«3 / 11 / 1436»: three parts with the same mark and a year at the end."""
    marks = reading.form(position + 1) == reading.form(position + 3) in ("/", "-")
    return marks and reading.year(position + 4) is not None and reading.two_digits(position) is not None


def _from_parts(reading: Reading, first: int, end: int, parts: list[int], width: int) -> Found | None:
    if len(parts) == 2:
        return _two_parts(reading, first, end, parts)
    year, month, day = parts if width == 4 else reversed(parts)
    if year < 100:
        year += 2000 if year < 50 else 1900
    hijri = year in HIJRI_YEARS
    for a_month_number, day_number in ((month, day), (day, month)):
        value = _dated(year, a_month_number, day_number, hijri=hijri) if a_month_number < 13 else None
        if value:
            mark = reading.form(end) in HIJRI_MARKS | GREGORIAN_MARKS
            return Found(first, end + mark, value)
    return None


def _two_parts(reading: Reading, first: int, end: int, parts: list[int]) -> Found | None:
    """«3-2015» is a month, «22/4» a day; «3/4» and the like are fractions unless «في» or «يوم» leads to them."""
    one, two = parts
    if 0 < one < 13 and two in LIKELY_YEARS:
        return Found(first, end, a_month(two, one))
    if 0 < two < 13 and one in LIKELY_YEARS:
        return Found(first, end, a_month(one, two))
    if reading.form(first - 1) == "-":
        return None
    led = reading.bare(first - 1) in ("في", "يوم", "بتاريخ", "تاريخ", "حتي", "منذ")
    if not led and (reading.form(first + 1) == "-" or one < two <= 10):
        return None
    day, month = (one, two) if two < 13 else (two, one)
    return Found(first, end, _near(reading.anchor, month, day, None)) if 0 < month < 13 and 0 < day < 32 else None
