"""Weeks and week ends: «عطلة نهاية الأسبوع», «الأسبوع الثالث من مارس», «آخر أسبوع في أكتوبر»."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from takhrij.annotate.calendar import TimeValue, period_of
from takhrij.annotate.dates import day_month
from takhrij.annotate.relatives import TWICE_SHIFTED, period_found
from takhrij.annotate.time_reading import Found, Reading
from takhrij.annotate.years import year_found

_LAST_WEEK = -1


def weekend_found(reading: Reading, position: int) -> Found | None:
    """«عطلة نهاية الأسبوع الماضي», «نهاية هذا الأسبوع»: Saturday and Sunday of a week, «2016-W45-WE»."""
    led = reading.bare(position) in ("عطله", "بعطله", "لعطله")
    start = position + led + 1
    if reading.bare(start - 1) not in ("نهايه", "بنهايه"):
        return None
    this = reading.form(start) == "هذا"
    unit, after = reading.is_kind(start + this, "unit"), start + this + 1
    more = TWICE_SHIFTED.get(reading.form(after), 0) if reading.is_kind(after + 1, "shift") else 0
    shift = reading.is_kind(after + (more != 0), "shift")
    if unit is None or unit.value != "W" or not (led or this or shift is None):
        return None
    end = after + (more != 0) + (shift is not None)
    week = period_of(reading.anchor, "W", int(shift.value) + more if shift else 0) if reading.anchor else None
    if week is None or week.begins is None or week.ends is None:
        return Found(position, end, TimeValue("DATE", "XXXX-WXX-WE"))
    return Found(position, end, dataclasses.replace(week, value=f"{week.value}-WE", begins=week.ends - timedelta(days=1)))


def week_of_found(reading: Reading, position: int) -> Found | None:
    """«الأسبوع الثالث من هذا الشهر», «آخر أسبوع في مارس»: seven days of a month, «2016-11-W03»."""
    number, end = _week_number(reading, position)
    if number is None or reading.form(end) not in ("من", "في"):
        return None
    whole = period_found(reading, end + 1) or day_month(reading, end + 1) or year_found(reading, end + 1)
    if whole is None or whole.value.begins is None or whole.value.ends is None or whole.value.begins == whole.value.ends:
        return None
    if number == _LAST_WEEK:
        return Found(position, whole.end, _last_week(whole.value, whole.value.ends))
    begins = whole.value.begins + timedelta(days=7 * (number - 1))
    ends = min(begins + timedelta(days=6), whole.value.ends)
    told = f"{begins.year:04}-{begins.month:02}-W{number:02}"
    return Found(position, whole.end, dataclasses.replace(whole.value, value=told, begins=begins, ends=ends))


def _last_week(whole: TimeValue, ends: date) -> TimeValue:
    """The last seven days."""
    return dataclasses.replace(whole, begins=ends - timedelta(days=6), ends=ends)


def _week_number(reading: Reading, position: int) -> tuple[int | None, int]:
    """Which week of a longer time, and where the words for it end."""
    unit, after = reading.is_kind(position, "unit"), reading.is_kind(position + 1, "unit")
    first = unit is not None and unit.value == "W"
    if not first and not (after and after.value == "W" and not after.definite):
        return None, position
    at = position + 1 if first else position
    if reading.form(at) in ("الاخير", "اخر"):
        return _LAST_WEEK, position + 2
    number = reading.small(at, 5)
    told = number and reading.numbers[at].kind == "ordinal" and reading.numbers[at].definite == first
    return (number[0], position + 2 if not first else number[1]) if number and told else (None, position)
