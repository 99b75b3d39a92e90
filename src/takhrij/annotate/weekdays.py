"""Days of the week and of the month: «الثلاثاء», «الجمعة المقبل», «الخميس في الحادي والعشرين», «يوم 27»."""

from __future__ import annotations

from datetime import date, timedelta

from takhrij.annotate.calendar import (
    TimeValue,
    a_day,
    moved,
    weekday_near,
)
from takhrij.annotate.dates import day_month, numeric_date
from takhrij.annotate.outlook import outlook
from takhrij.annotate.time_reading import Found, Reading
from takhrij.annotate.years import AFTER_NUMBERS
from takhrij.text.days import safe_date

_WEEKS_OF_A_MONTH = 5  # «الأحد الأول» is the first Sunday of a month, not the first of the month


def weekday_found(reading: Reading, position: int) -> Found | None:
    """«الثلاثاء», «الجمعة المقبل», «الاثنين 12 يناير 2016», «الأحد (22 مارس)»."""
    word = reading.is_kind(position, "weekday")
    if word is None or reading.form(position - 1) == "صلاه" or reading.form(position + 1) in ("عشر", "عشره"):
        return None
    end = position + 1
    full = _date_after_weekday(reading, end)
    if full and not _is_another_day(reading, full, int(word.value)):
        return Found(position, full.end, _on_weekday(full.value, int(word.value)))
    of_month = nth_weekday(reading, position)
    if of_month:
        return of_month
    numbered = _numbered_weekday(reading, position, int(word.value))
    if numbered:
        return numbered
    twice = end + (reading.form(end) == "ما")
    if reading.form(twice) == "قبل" and (last := reading.is_kind(twice + 1, "shift")) and last.value == "-1" and reading.anchor:
        day = weekday_near(reading.anchor, int(word.value), -1) - timedelta(days=7)
        return Found(position, twice + 2, a_day(day, anchored=True))
    shift = reading.is_kind(end, "shift")
    of_week = None if shift else _of_a_week(reading, position, int(word.value))
    if of_week:
        return of_week
    if reading.anchor is None:
        return Found(position, end + (shift is not None), TimeValue("DATE", f"XXXX-WXX-{word.value}"))
    joined = _joined_to(reading, position) if shift is None else None
    if joined:
        day = joined + timedelta(days=(int(word.value) - joined.isoweekday() - 1) % 7 + 1)
    elif shift is None and outlook(reading, position) > 0:
        day = reading.anchor + timedelta(days=(int(word.value) - reading.anchor.isoweekday()) % 7)
    else:
        day = weekday_near(reading.anchor, int(word.value), int(shift.value) if shift else None)
    return Found(position, end + (shift is not None), a_day(day, anchored=True))


def _joined_to(reading: Reading, position: int) -> date | None:
    """The Wednesday of «الأربعاء والخميس»: where two weekdays follow each other, so do their days."""
    word = reading.is_kind(position - 1, "weekday")
    joined = reading.form(position).startswith("و") and word is not None and (int(word.value) % 7 + 1) == _weekday(reading, position)
    found = weekday_found(reading, position - 1) if joined else None
    return found.value.begins if found and found.end == position else None


def _weekday(reading: Reading, position: int) -> int:
    word = reading.is_kind(position, "weekday")
    return int(word.value) if word else 0


def day_of_week(reading: Reading, position: int) -> Found | None:
    """«ثلاثاء الأسبوع الماضي»: a weekday without its article, by its week alone."""
    word = reading.is_kind(position, "bare_weekday")
    return _of_a_week(reading, position, int(word.value)) if word else None


def _of_a_week(reading: Reading, position: int, weekday: int) -> Found | None:
    """«الجمعة من الأسبوع المقبل», «الجمعة من هذا الأسبوع»."""
    at = position + 1 + (reading.form(position + 1) == "من")
    this = reading.form(at) == "هذا"
    unit, shift = reading.is_kind(at + this, "unit"), reading.is_kind(at + this + 1, "shift")
    if unit is None or unit.value != "W" or not unit.definite or not (this or shift):
        return None
    by, end = int(shift.value) if shift else 0, at + this + 1 + (shift is not None)
    if reading.anchor is None:
        return Found(position, end, TimeValue("DATE", f"XXXX-WXX-{weekday}"))
    day = weekday_near(reading.anchor, weekday, 0) + timedelta(days=7 * by)
    return Found(position, end, a_day(day, anchored=True))


def _is_another_day(reading: Reading, full: Found, weekday: int) -> bool:
    """«الاثنين الثاني من مايو» where the second of May is no Monday: the second Monday of May."""
    number, day = reading.number(full.first), _on_weekday(full.value, weekday).begins
    low = number is not None and number.kind == "ordinal" and number.value <= _WEEKS_OF_A_MONTH
    return low and day is not None and day.isoweekday() != weekday


def _on_weekday(value: TimeValue, weekday: int) -> TimeValue:
    """The date that stands after a weekday; where its year is not told, the year in which it is that weekday."""
    day = value.begins
    if not value.anchored or day is None or day != value.ends or day.isoweekday() == weekday:
        return value
    offers = [safe_date(day.year + shift, day.month, day.day) for shift in (-1, 1)]
    found = next((offer for offer in offers if offer and offer.isoweekday() == weekday), None)
    return a_day(found, anchored=True) if found else value


def nth_weekday(reading: Reading, position: int) -> Found | None:
    """«الأحد الأول من أكتوبر» and «أول أحد في أكتوبر»: where it is not the first of October itself, its first Sunday."""
    first = reading.is_kind(position, "weekday")
    number_at = position + 1 if first else position
    number, weekday = reading.small(number_at, _WEEKS_OF_A_MONTH), first or reading.is_kind(position + 1, "bare_weekday")
    told = reading.number(number_at)
    if number is None or told is None or told.kind != "ordinal" or weekday is None or told.definite != bool(first):
        return None
    end = number_at + 1 if first else number_at + 2
    whole = _month_after(reading, end)
    month = whole.value.begins if whole else reading.anchor and reading.anchor.replace(day=1)
    if whole is None and not first:
        return None
    stop = whole.end if whole else end
    if month is None or (whole and whole.value.ends == month):
        return Found(position, stop, TimeValue("DATE", None)) if whole is None or not first else None
    day = month + timedelta(days=(int(weekday.value) - month.isoweekday()) % 7 + 7 * (number[0] - 1))
    return Found(position, stop, a_day(day, anchored=True)) if day.month == month.month else None


def _month_after(reading: Reading, end: int) -> Found | None:
    """«من أكتوبر», «في شهر مارس 2031»."""
    if reading.form(end) not in ("من", "في", "ب"):
        return None
    found = day_month(reading, end + 1)
    return found if found and found.value.begins != found.value.ends else None


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
    full = day_month(reading, position + 1) if led else None
    if full and full.value.begins == full.value.ends:  # «يوم 12 مارس» is the date alone, «اليوم الأول من مارس» one time
        return Found(position, full.end, full.value) if reading.form(position) == "اليوم" else None
    day = None if reading.is_kind(position + led, "weekday") else reading.small(position + led, 31)
    if day is None or (reading.tokens[day[1] - 1].form[-1].isalpha() and not led):
        return None
    if not led and not (reading.bare(position - 1) == "في" and reading.form(day[1]) in ("", ".", "!", "؟", "?")):
        return None
    if reading.form(day[1]) in ("/", "-", ".") and (reading.month(day[1] + 1) or reading.form(day[1] + 1)[:1].isdigit()):
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
