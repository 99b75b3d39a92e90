"""Dates that stand by themselves: «15 مارس 2016», «3/4/2017», «آب/أغسطس الماضي»."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from takhrij.annotate.calendar import (
    MonthName,
    TimeValue,
    a_day,
    a_month,
    hijri_day,
    hijri_near,
    nearest_year,
)
from takhrij.annotate.outlook import outlook
from takhrij.annotate.time_reading import Found, Reading
from takhrij.annotate.years import GREGORIAN_MARKS, HIJRI_MARKS, HIJRI_YEARS, LIKELY_YEARS, year_at
from takhrij.text.days import safe_date

_MONTH_NOUNS = frozenset({"شهر", "لشهر", "بشهر", "وشهر", "شهري"})
_NEAR_A_DATE = 1000  # days
_MOST_GOALS = 10  # up to which two numbers with a stroke between them may be a fraction or the score of a match
_MARKS_IN_DATES = frozenset({"-", "/", "."})
_ATTACKS = frozenset({"هجمات", "احداث", "اعتداءات", "لهجمات", "باحداث"})
# What is called after a day or month: the year is not the article's.
_NAMED_AFTER_DAYS = _ATTACKS | frozenset(
    "حرب ثوره انتفاضه نصر انتصار انتصارات مدينه شارع ميدان جسر كوبري محور جامعه حركه ملعب مستشفي".split()  # noqa: SIM905
)
_POINTED = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{1,4})$")


def day_month(reading: Reading, position: int) -> Found | None:
    """«22 أبريل», «الثاني والعشرين من حزيران/يونيو 2017», «يناير 1»."""
    day = reading.small(position, 31)
    month_at = day[1] if day else position
    if day:
        month_at += reading.form(month_at) in _MARKS_IN_DATES
        month_at += reading.form(month_at) == "من"
        by_number = _numbered_month(reading, month_at)
        if by_number and not reading.month(month_at + 1):
            return _with_year(reading, position, by_number[1], MonthName(by_number[0], False, True, 1), day[0], True)
        month_at += reading.form(month_at) in ("شهر", "الشهر")
    elif reading.form(position) in _MONTH_NOUNS:
        month_at += 1
        number = _numbered_month(reading, position)
        if number and not reading.month(month_at):
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


def _numbered_month(reading: Reading, position: int) -> tuple[int, int] | None:
    """«شهر 3», «شهر ثلاثة»: the month's number and where it ends."""
    number = reading.small(position + 1, 12) if reading.form(position) in _MONTH_NOUNS else None
    return number if number and not reading.numbers[position + 1].definite else None


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


def month_found(reading: Reading, position: int) -> Found | None:
    """A month where nothing but a month can stand, «بين يناير ومارس»: also names that are words of their own."""
    month = reading.month(position)
    return _with_year(reading, position, _second_name(reading, position + month.words, month), month, None, True) if month else None


def _with_year(reading: Reading, first: int, end: int, month: MonthName, day: int | None, led: bool) -> Found | None:
    comma = reading.form(end) in (",", "،")
    year = year_at(reading, end + comma)
    if year and comma and not reading.tokens[end + 1].form[0].isdigit() and year[0] < LIKELY_YEARS.start:
        year = None
    if year:
        value = _dated(year[0], month.month, day, hijri=month.hijri and year[0] < 1600)
        return Found(first, year[1], value) if value else None
    if not month.hijri and (year_told := _of_a_year(reading, first, end, month.month, day)):
        return year_told
    shift = reading.is_kind(end, "shift")
    if not (led or day or shift or month.alone):
        return None
    stop = end + (shift is not None)
    if month.hijri:
        value = hijri_near(reading.anchor, month.month, day, int(shift.value) if shift else None)
        return Found(first, stop, value or TimeValue("DATE", None))
    if shift is None and reading.bare(first - 1).removeprefix("ال") in _NAMED_AFTER_DAYS:
        return Found(first, stop, _of_an_event(reading, first, month.month, day))
    leads = int(shift.value) if shift else outlook(reading, first) or None
    return Found(first, stop, _near(reading.anchor, month.month, day, leads, told=shift is not None))


def _of_an_event(reading: Reading, first: int, month: int, day: int | None) -> TimeValue:
    """«ثورة 25 يناير», «مدينة 6 أكتوبر» leave the year open; «هجمات 11 سبتمبر» are those of 2001."""
    if (month, day) == (9, 11) and reading.bare(first - 1) in _ATTACKS:
        return a_day(date(2001, 9, 11))
    return _near(None, month, day, None, told=False)


def _of_a_year(reading: Reading, first: int, end: int, month: int, day: int | None) -> Found | None:
    """«سبتمبر من العام الماضي», «30 مارس من هذا العام», «30 مارس من كل عام»: the year is told after the month."""
    at = end + (reading.form(end) == "من")
    if reading.form(at) == "كل" and reading.form(at + 1) in ("عام", "سنه"):
        return Found(first, at + 2, replace(_near(None, month, day, None, told=False), type="SET"))
    this = reading.form(at) in ("هذا", "هذه")
    shift = reading.is_kind(at + this + 1, "shift")
    if reading.form(at + this) not in ("العام", "السنه") or not (this or shift):
        return None
    stop = at + this + 1 + (shift is not None)
    if reading.anchor is None:
        return Found(first, stop, _near(None, month, day, None, told=False))
    value = _dated(reading.anchor.year + (int(shift.value) if shift else 0), month, day, hijri=False)
    return Found(first, stop, replace(value, anchored=True)) if value else None


def _dated(year: int, month: int, day: int | None, *, hijri: bool) -> TimeValue | None:
    if hijri:
        return hijri_day(year, month, day)
    if day is None:
        return a_month(year, month)
    found = safe_date(year, month, day)
    return a_day(found) if found else None


def _near(anchor: date | None, month: int, day: int | None, leads: int | None, *, told: bool) -> TimeValue:
    """A month or day without its year, told from the anchor: «مارس الماضي» is the last one that is over or running.

    Where only the verb leads ahead or behind (not `told`), the day of the article itself and its month are not passed over.
    """
    if anchor is None:
        return TimeValue("DATE", f"XXXX-{month:02}" + (f"-{day:02}" if day else ""))
    here, there = (anchor.month, anchor.day if day else 0), (month, day or 0)
    if leads is None:
        year = nearest_year(anchor, month, day or 15)
    elif leads == 0:
        year = anchor.year
    elif leads < 0:
        year = anchor.year - (there > here or (told and there == here))
    else:
        year = anchor.year + (there < here or (told and there == here))
    if day is None:
        return a_month(year, month, anchored=True)
    found = safe_date(year, month, day)
    return a_day(found, anchored=True) if found else TimeValue("DATE", None)


def numeric_date(reading: Reading, position: int) -> Found | None:
    """«2016/02/22», «22-4-2016», «3.4.2017», «04/22»."""
    pointed = _POINTED.match(reading.form(position))
    if pointed:
        return _from_parts(reading, position, position + 1, [int(part) for part in pointed.groups()], len(pointed.group(1)))
    first = reading.form(position).lstrip("بلو")  # «بتاريخ» shortened to «بـ15-4-1416»
    parts, end, mark = [first], position + 1, reading.form(position + 1)
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
        year, month, day = _short_year(reading.anchor, parts)
    hijri = year in HIJRI_YEARS
    for a_month_number, day_number in ((month, day), (day, month)):
        value = _dated(year, a_month_number, day_number, hijri=hijri) if a_month_number < 13 else None
        if value:
            mark = reading.form(end) in HIJRI_MARKS | GREGORIAN_MARKS
            return Found(first, end + mark, value)
    return None


def _short_year(anchor: date | None, parts: list[int]) -> tuple[int, int, int]:
    """«21/4/16» or «16/04/21» with a year of two digits: day first, unless only the year first comes near the article's date."""
    offers = []
    for year, month, day in (tuple(reversed(parts)), tuple(parts)):
        full = year + (2000 if year < 50 else 1900)
        found = safe_date(full, month, day) or safe_date(full, day, month)
        if found:
            offers.append((abs((found - anchor).days) > _NEAR_A_DATE if anchor else False, (found.year, found.month, found.day)))
    return min(offers, key=lambda offer: offer[0])[1] if offers else (parts[2] + 2000, parts[1], parts[0])


def _two_parts(reading: Reading, first: int, end: int, parts: list[int]) -> Found | None:
    """«3-2015» is a month, «22/4» a day; «3/4», «3/1» are fractions and scores unless «في», «يوم» or a weekday leads to them."""
    one, two = parts
    if 0 < one < 13 and two in LIKELY_YEARS:
        return Found(first, end, a_month(two, one))
    if 0 < two < 13 and one in LIKELY_YEARS:
        return Found(first, end, a_month(one, two))
    if reading.form(first - 1) == "-":
        return None
    led = reading.bare(first - 1) in ("في", "يوم", "بتاريخ", "تاريخ", "حتي", "منذ") or reading.is_kind(first - 1, "weekday") is not None
    if not led and (reading.form(first + 1) == "-" or max(one, two) <= _MOST_GOALS):
        return None
    day, month = (one, two) if two < 13 else (two, one)
    return Found(first, end, _near(reading.anchor, month, day, None, told=False)) if 0 < month < 13 and 0 < day < 32 else None
