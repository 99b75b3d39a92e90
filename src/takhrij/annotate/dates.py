"""Dates that stand by themselves: «15 مارس 2016», «الاثنين 3/4/2017», «عام 1436هـ», «القرن التاسع عشر»."""

from __future__ import annotations

import re
from datetime import date

from takhrij.annotate.calendar import (
    MonthName,
    TimeValue,
    a_day,
    a_month,
    a_year,
    hijri_day,
    hijri_year,
    moved,
    nearest_year,
    safe_date,
    weekday_near,
    years_from,
)
from takhrij.annotate.time_reading import Found, Reading

_YEAR_WORDS = frozenset({"عام", "العام", "سنه", "السنه", "لعام", "لسنه", "بعام", "وعام", "للعام", "عامي", "وسنه"})
_BEFORE_YEARS = frozenset(
    {"في", "منذ", "حتي", "بين", "من", "قبل", "بعد", "خلال", "نهايه", "مطلع", "بدايه", "منتصف", "اواخر", "اوايل", "صيف", "شتاء"}
)
_HIJRI_MARKS = frozenset({"ه", "هجري", "هجريه", "للهجره"})
_GREGORIAN_MARKS = frozenset({"م", "ميلادي", "ميلاديه"})
_YEARS, _HIJRI_YEARS = range(1000, 2200), range(1343, 1480)
_LIKELY_YEARS = range(1900, 2101)  # a number of four digits that is a year with nothing but «في» before it
_POINTED = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{1,4})$")
_DECADES = {
    "عشرينات": 20,
    "عشرينيات": 20,
    "ثلاثينات": 30,
    "ثلاثينيات": 30,
    "اربعينات": 40,
    "اربعينيات": 40,
    "خمسينات": 50,
    "خمسينيات": 50,
    "ستينات": 60,
    "ستينيات": 60,
    "سبعينات": 70,
    "سبعينيات": 70,
    "ثمانينات": 80,
    "ثمانينيات": 80,
    "تسعينات": 90,
    "تسعينيات": 90,
}


def year_at(reading: Reading, position: int) -> tuple[int, int, bool] | None:
    """«2015», «عام ألفين وثمانية عشر», «1436هـ»: the year, where it ends, and whether it is Hijri."""
    start, told = position, False
    if reading.form(position) in ("من", "ل") and reading.form(position + 1) in _YEAR_WORDS:
        position += 1
    if reading.form(position) in _YEAR_WORDS:
        position, told = position + 1, True
    found = _year_number(reading, position, told)
    if found is None or (start != position and not told):
        return None
    year, end = found
    mark = reading.form(end)
    if mark in _HIJRI_MARKS:
        return year, end + 1, True
    if mark in _GREGORIAN_MARKS:
        return year, end + 1, False
    return year, end, year in _HIJRI_YEARS


def _year_number(reading: Reading, position: int, told: bool) -> tuple[int, int] | None:
    year = reading.year(position)
    if year is not None:
        numeral = reading.number(position)
        return (year, position + 1) if year in _YEARS and (numeral is None or numeral.end == position + 1) else None
    numeral = reading.number(position)
    if numeral is None or numeral.value.denominator != 1 or numeral.kind != "cardinal":
        return None
    value = int(numeral.value)
    if told and 0 < value < 2200 and (not numeral.digits or value > 31):
        return value, numeral.end
    return (value, numeral.end) if not numeral.digits and value in range(1800, 2101) else None


def year_found(reading: Reading, position: int) -> Found | None:
    """A year with «عام» before it, a mark after it, or a preposition that leads to years."""
    found = year_at(reading, position)
    if found is None:
        return None
    year, end, hijri = found
    marked = reading.form(position) in _YEAR_WORDS or reading.form(end - 1) in _HIJRI_MARKS | _GREGORIAN_MARKS
    if not marked and not (reading.bare(position - 1) in _BEFORE_YEARS and year in _LIKELY_YEARS and _stands_alone(reading, end)):
        return None
    value = hijri_year(year) if hijri else a_year(year)
    return Found(position, end, value) if value else None


def _stands_alone(reading: Reading, end: int) -> bool:
    """Whether no counted noun follows: «في 2015 شخصا» is no year."""
    return not reading.form(end).endswith(("ا", "%")) or reading.form(end) in ("الا", "ما", "لا", "كما", "بينما", "عندما", "فيما", "")


def day_month(reading: Reading, position: int) -> Found | None:
    """«22 أبريل», «الثاني والعشرين من حزيران/يونيو 2017», «يناير 1»."""
    day = reading.small(position, 31)
    month_at = day[1] if day else position
    if day:
        month_at += reading.form(month_at) == "-"
        month_at += reading.form(month_at) == "من"
        month_at += reading.form(month_at) in ("شهر", "الشهر")
    elif reading.form(position) in ("شهر", "لشهر", "بشهر", "وشهر", "شهري"):
        month_at += 1
    month = reading.month(month_at)
    if month is None:
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
        return Found(first, end, TimeValue("DATE", None))
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


def weekday_found(reading: Reading, position: int) -> Found | None:
    """«الثلاثاء», «الجمعة المقبل», «الاثنين 12 يناير 2016», «الأحد (22 مارس)»."""
    word = reading.is_kind(position, "weekday")
    if word is None or reading.form(position - 1) == "صلاه":
        return None
    end = position + 1
    full = _date_after_weekday(reading, end)
    if full:
        return Found(position, full.end, full.value)
    shift = reading.is_kind(end, "shift")
    if reading.anchor is None:
        return Found(position, end + (shift is not None), TimeValue("DATE", f"XXXX-WXX-{word.value}"))
    day = weekday_near(reading.anchor, int(word.value), int(shift.value) if shift else None)
    return Found(position, end + (shift is not None), a_day(day, anchored=True))


def _date_after_weekday(reading: Reading, end: int) -> Found | None:
    """The full date that stands after a weekday, or its bare number («الجمعة 15»)."""
    marked = reading.form(end) in (",", "،", "(", "-", "في", "الموافق")
    for start in (end, end + marked):
        found = numeric_date(reading, start) or day_month(reading, start)
        if found and found.value.type == "DATE" and (found.value.value or "").count("-") == 2:
            return Found(end, found.end + (reading.form(end) == "(" and reading.form(found.end) == ")"), found.value)
    return None


def numeric_date(reading: Reading, position: int) -> Found | None:
    """«2016/02/22», «22-4-2016», «3.4.2017», «04/22»."""
    pointed = _POINTED.match(reading.form(position))
    if pointed:
        return _from_parts(reading, position, position + 1, [int(part) for part in pointed.groups()], len(pointed.group(1)))
    parts, end, mark = [reading.form(position)], position + 1, reading.form(position + 1)
    while (
        len(parts) < 3
        and mark in ("/", "-")
        and reading.form(end) == mark
        and reading.form(end + 1).isdigit()
        and reading.touching(end - 1)
        and reading.touching(end)
    ):
        parts.append(reading.form(end + 1))
        end += 2
    if len(parts) < 2 or not all(part.isdigit() and len(part) <= 4 for part in parts):
        return None
    if reading.form(end) == mark and reading.touching(end - 1):
        return None
    return _from_parts(reading, position, end, [int(part) for part in parts], len(parts[0]))


def _from_parts(reading: Reading, first: int, end: int, parts: list[int], width: int) -> Found | None:
    if len(parts) == 2:
        return _two_parts(reading, first, end, parts)
    year, month, day = parts if width == 4 else reversed(parts)
    if year < 100:
        year += 2000 if year < 50 else 1900
    hijri = year in _HIJRI_YEARS
    for a_month_number, day_number in ((month, day), (day, month)):
        value = _dated(year, a_month_number, day_number, hijri=hijri) if a_month_number < 13 else None
        if value:
            mark = reading.form(end) in _HIJRI_MARKS | _GREGORIAN_MARKS
            return Found(first, end + mark, value)
    return None


def _two_parts(reading: Reading, first: int, end: int, parts: list[int]) -> Found | None:
    """«3-2015» is a month, «22/4» a day; «3/4» and the like are fractions unless «في» or «يوم» leads to them."""
    one, two = parts
    if 0 < one < 13 and two in _LIKELY_YEARS:
        return Found(first, end, a_month(two, one))
    if 0 < two < 13 and one in _LIKELY_YEARS:
        return Found(first, end, a_month(one, two))
    led = reading.bare(first - 1) in ("في", "يوم", "بتاريخ", "تاريخ", "حتي", "منذ")
    if not led and (reading.form(first + 1) == "-" or one < two <= 10):
        return None
    day, month = (one, two) if two < 13 else (two, one)
    return Found(first, end, _near(reading.anchor, month, day, None)) if 0 < month < 13 and 0 < day < 32 else None


def day_number(reading: Reading, position: int) -> Found | None:
    """«15 من الشهر الجاري», «الخامس من الشهر المقبل»: a day of a month that is told from the date."""
    day = reading.small(position, 31)
    if day is None:
        return None
    at = day[1] + (reading.form(day[1]) == "من")
    unit, shift = reading.is_kind(at, "unit"), reading.is_kind(at + 1, "shift")
    if not (unit and unit.value == "M" and unit.definite and shift):
        return None
    if reading.anchor is None:
        return Found(position, at + 2, TimeValue("DATE", None))
    month = moved(reading.anchor, "M", int(shift.value)).begins
    found = safe_date(month.year, month.month, day[0]) if month else None
    return Found(position, at + 2, a_day(found, anchored=True)) if found else None


def decade_found(reading: Reading, position: int) -> Found | None:
    """«تسعينيات القرن الماضي», «القرن التاسع عشر»."""
    form = reading.bare(position)
    decade = _DECADES.get(form.removeprefix("ال"))
    if decade is not None:
        last = reading.form(position + 1) == "القرن" and reading.is_kind(position + 2, "shift")
        return Found(position, position + (3 if last else 1), years_from(1900 + decade, 10))
    if form in ("القرن", "بالقرن"):
        number = reading.small(position + 1, 30)
        if number:
            return Found(position, number[1], years_from((number[0] - 1) * 100, 100))
    return None
