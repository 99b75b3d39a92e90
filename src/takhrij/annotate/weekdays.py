"""Days of the week and of the month: «الثلاثاء», «الجمعة المقبل», «الخميس في الحادي والعشرين», «يوم 27»."""

from __future__ import annotations

from takhrij.annotate.calendar import (
    TimeValue,
    a_day,
    moved,
    safe_date,
    weekday_near,
)
from takhrij.annotate.dates import day_month, numeric_date
from takhrij.annotate.time_reading import Found, Reading
from takhrij.annotate.years import AFTER_NUMBERS

_WEEKS_OF_A_MONTH = 5  # «الأحد الأول» is the first Sunday of a month, not the first of the month


def weekday_found(reading: Reading, position: int) -> Found | None:
    """«الثلاثاء», «الجمعة المقبل», «الاثنين 12 يناير 2016», «الأحد (22 مارس)»."""
    word = reading.is_kind(position, "weekday")
    if word is None or reading.form(position - 1) == "صلاه" or reading.form(position + 1) in ("عشر", "عشره"):
        return None
    end = position + 1
    full = _date_after_weekday(reading, end)
    if full:
        return Found(position, full.end, full.value)
    numbered = _numbered_weekday(reading, position, int(word.value))
    if numbered:
        return numbered
    shift = reading.is_kind(end, "shift")
    if reading.anchor is None:
        return Found(position, end + (shift is not None), TimeValue("DATE", f"XXXX-WXX-{word.value}"))
    day = weekday_near(reading.anchor, int(word.value), int(shift.value) if shift else None)
    return Found(position, end + (shift is not None), a_day(day, anchored=True))


def _numbered_weekday(reading: Reading, position: int, weekday: int) -> Found | None:
    """«الجمعة 15», «الخميس في الحادي والعشرين»: the nearest day of that number that is that day of the week."""
    at = position + 1 + (reading.form(position + 1) == "في")
    day, number = reading.small(at, 31), reading.number(at)
    if number and number.kind == "ordinal" and number.value <= _WEEKS_OF_A_MONTH and at == position + 1:
        return None
    if day is None or number is None or not (number.definite or number.digits) or reading.anchor is None or _counts(reading, day[1]):
        return None
    months = [moved(reading.anchor, "M", shift).begins for shift in (0, -1, 1)]
    offers = [found for month in months if month and (found := safe_date(month.year, month.month, day[0]))]
    found = next((offer for offer in offers if offer.isoweekday() == weekday), None)
    return Found(position, day[1], a_day(found, anchored=True)) if found else None


def _counts(reading: Reading, position: int) -> bool:
    """Whether a word follows that the number before it may count."""
    after = reading.form(position)
    return (after[:1].isalpha() and not after.startswith(("ال", "و", "ف")) and after not in AFTER_NUMBERS) or after in ("%", ":")


def numbered_day(reading: Reading, position: int) -> Found | None:
    """«يوم 27», «يوم 5 الجاري», and «في 27» at the end of a sentence: a day of the month, the nearest one."""
    led = reading.form(position) in ("يوم", "اليوم", "ليوم", "وليوم")
    day = reading.small(position + led, 31)
    if day is None or (reading.tokens[day[1] - 1].form[-1].isalpha() and not led):
        return None
    if not led and not (reading.bare(position - 1) == "في" and reading.form(day[1]) in ("", ".", "!", "؟", "?")):
        return None
    if reading.form(day[1]) in ("/", "-", ".") and reading.month(day[1] + 1):
        return None
    shift = reading.is_kind(day[1], "shift")
    if shift is None and _counts(reading, day[1]):
        return None
    end = day[1] + (shift is not None)
    if reading.anchor is None:
        return Found(position, end, TimeValue("DATE", f"XXXX-XX-{day[0]:02}"))
    month = moved(reading.anchor, "M", int(shift.value) if shift else 0).begins
    found = safe_date(month.year, month.month, day[0]) if month else None
    return Found(position, end, a_day(found, anchored=True)) if found else None


def this_weekday(reading: Reading, position: int) -> Found | None:
    """«هذا الجمعة», «هذا يوم الجمعة»: the day of the running week."""
    at = position + 1 + (reading.form(position + 1) == "يوم")
    word = reading.is_kind(at, "weekday") if reading.bare(position) == "هذا" else None
    if word is None:
        return None
    value = TimeValue("DATE", f"XXXX-WXX-{word.value}")
    return Found(position, at + 1, a_day(weekday_near(reading.anchor, int(word.value), 0), anchored=True) if reading.anchor else value)


def _date_after_weekday(reading: Reading, end: int) -> Found | None:
    """The full date that stands after a weekday, or its bare number («الجمعة 15»)."""
    marked = reading.form(end) in (",", "،", "(", "-", "في", "الموافق")
    for start in (end, end + marked):
        found = numeric_date(reading, start) or day_month(reading, start)
        if found and found.value.type == "DATE" and (found.value.value or "").count("-") == 2:
            return Found(end, found.end + (reading.form(end) == "(" and reading.form(found.end) == ")"), found.value)
    return None


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
