"""Days and parts of a month or year by their order: «أول ثلاثاء من أكتوبر», «آخر يوم في الشهر», «غرة محرم», «النصف الثاني من مايو»."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from takhrij.annotate.calendar import TimeValue, a_day, a_month
from takhrij.annotate.dates import day_month, month_found, numeric_date
from takhrij.annotate.holidays import holiday_found
from takhrij.annotate.relatives import period_found
from takhrij.annotate.time_reading import Found, Reading
from takhrij.annotate.years import year_at, year_found

_LAST = frozenset({"اخر"})
_LAST_AFTER = frozenset({"الاخير", "الاخيره"})
_OF = frozenset({"من", "في", "ب"})
_MORE_WEEKDAYS = {"احد": 7, "اثنين": 1}  # only between «أول» or «آخر» and a month: elsewhere «أحد» is somebody
_WEEKS_OF_A_MONTH, _MOST_ORDINAL, _WEEK = 5, 30, timedelta(days=7)
_SHARES = {"النصف": 2, "الثلث": 3, "الربع": 4}


def weekday_of_month(reading: Reading, position: int) -> Found | None:
    """«أول أحد من مايو», «آخر ثلاثاء في أكتوبر», «الثلاثاء الأخير من الشهر», «ثالث ثلاثاء بعد 25 ديسمبر»."""
    order, weekday, end = _order_and_weekday(reading, position)
    if weekday is None or order is None:
        return None
    whole = _whole_after(reading, end)
    if whole:
        day = _counted(whole.value, weekday, order)
        return Found(position, whole.end, a_day(day, anchored=whole.value.anchored)) if day else None
    return _after_a_day(reading, position, end, weekday, order) if order > 0 else None


def _order_and_weekday(reading: Reading, position: int) -> tuple[int | None, int | None, int]:
    """Which one (-1 the last), which weekday, and where the words end."""
    named = reading.is_kind(position, "weekday")
    if named:
        number = reading.small(position + 1, _WEEKS_OF_A_MONTH) if not reading.form(position + 1)[:1].isdigit() else None
        last = reading.form(position + 1) in _LAST_AFTER
        told = -1 if last else number[0] if number and reading.numbers[position + 1].kind == "ordinal" else None
        return told, int(named.value), position + 2
    number, last = reading.small(position, _MOST_ORDINAL), reading.bare(position) in _LAST
    ordinal = number is not None and number[1] == position + 1 and reading.numbers[position].kind == "ordinal"
    bare = reading.is_kind(position + 1, "bare_weekday")
    weekday = int(bare.value) if bare else _MORE_WEEKDAYS.get(reading.form(position + 1))
    return (-1 if last else number[0] if number and ordinal else None), weekday, position + 2


def _month(reading: Reading, position: int) -> Found | None:
    """A month where nothing else can stand: «في مارس», «من رمضان»."""
    return day_month(reading, position) or month_found(reading, position)


def _whole_after(reading: Reading, end: int) -> Found | None:
    """The month or year in «من أكتوبر», «في العام الماضي», «من الشهر»."""
    if reading.form(end) not in _OF:
        return None
    found = _month(reading, end + 1) or period_found(reading, end + 1) or year_found(reading, end + 1)
    if found is None and (unit := reading.is_kind(end + 1, "unit")) and unit.definite and unit.value in ("M", "Y"):
        found = _running(reading, end + 1, unit.value)
    many = found is not None and found.value.begins and found.value.ends and found.value.begins < found.value.ends
    return found if many else None


def _running(reading: Reading, position: int, unit: str) -> Found | None:
    """The month of «آخر يوم في الشهر» is the article's."""
    if reading.anchor is None:
        return None
    months = a_month(reading.anchor.year, reading.anchor.month, anchored=True)
    year = replace(months, value=f"{reading.anchor.year}", begins=date(reading.anchor.year, 1, 1), ends=date(reading.anchor.year, 12, 31))
    return Found(position, position + 1, months if unit == "M" else year)


def _counted(whole: TimeValue, weekday: int, order: int) -> date | None:
    """The first, second or last Tuesday of a time."""
    if whole.begins is None or whole.ends is None:
        return None
    if order < 0:
        return whole.ends - timedelta(days=(whole.ends.isoweekday() - weekday) % 7)
    day = whole.begins + timedelta(days=(weekday - whole.begins.isoweekday()) % 7) + (order - 1) * _WEEK
    return day if day <= whole.ends else None


def _after_a_day(reading: Reading, position: int, end: int, weekday: int, order: int) -> Found | None:
    """«ثالث ثلاثاء بعد 25 ديسمبر 2014», «أول جمعة قبل 3 مايو»."""
    if reading.form(end) not in ("بعد", "قبل"):
        return None
    told = numeric_date(reading, end + 1) or day_month(reading, end + 1) or holiday_found(reading, end + 1)
    if told is None or told.value.begins is None or told.value.begins != told.value.ends:
        return None
    day = told.value.begins
    if reading.form(end) == "بعد":
        found = day + timedelta(days=(weekday - day.isoweekday() - 1) % 7 + 1) + (order - 1) * _WEEK
    else:
        found = day - timedelta(days=(day.isoweekday() - weekday - 1) % 7 + 1) - (order - 1) * _WEEK
    return Found(position, told.end, a_day(found, anchored=told.value.anchored))


def edge_day(reading: Reading, position: int) -> Found | None:
    """«أول يوم في مارس», «آخر أيام الشهر», «اليوم الأخير من العام», «غرة محرم»."""
    first_of_moon = reading.bare(position).removeprefix("ب") == "غره"
    if first_of_moon:
        moon = _month(reading, position + 1)
        return Found(position, moon.end, a_day(moon.value.begins, anchored=moon.value.anchored)) if moon and moon.value.begins else None
    order, end = _order_of_day(reading, position)
    if order is None:
        return None
    whole = _whole_after(reading, end) or (_whole_of(reading, end) if reading.form(end - 1) == "ايام" else None)
    if whole is None or whole.value.begins is None or whole.value.ends is None:
        return None
    day = whole.value.ends if order < 0 else whole.value.begins + timedelta(days=order - 1)
    return Found(position, whole.end, a_day(day, anchored=whole.value.anchored))


def _order_of_day(reading: Reading, position: int) -> tuple[int | None, int]:
    if reading.form(position) == "اليوم" and reading.form(position + 1) in _LAST_AFTER:
        return -1, position + 2
    if reading.form(position + 1) not in ("يوم", "ايام"):
        return None, position
    number = reading.small(position, _MOST_ORDINAL)
    told = number is not None and reading.numbers[position].kind == "ordinal" and not reading.numbers[position].definite
    return (-1 if reading.bare(position) in _LAST else number[0] if number and told else None), position + 2


def _whole_of(reading: Reading, position: int) -> Found | None:
    """«أيام الشهر», «أيام رمضان»."""
    unit = reading.is_kind(position, "unit")
    if unit and unit.definite and unit.value in ("M", "Y"):
        return period_found(reading, position) or _running(reading, position, unit.value)
    return _month(reading, position)


def share_of_month(reading: Reading, position: int) -> Found | None:
    """«النصف الثاني من شهر مايو», «الثلث الأخير من رمضان»: a part of a month, told as its days."""
    parts = _SHARES.get(reading.bare(position).removeprefix("ب").replace("لل", "ال", 1))
    number = reading.small(position + 1, parts) if parts else None
    order = number[0] if number and reading.numbers[position + 1].kind == "ordinal" else None
    order = parts if parts and reading.form(position + 1) in _LAST_AFTER else order
    whole = _month(reading, position + 3) if parts and order and reading.form(position + 2) == "من" else None
    if whole is None or parts is None or order is None or whole.value.begins is None or whole.value.ends is None:
        return None
    days = (whole.value.ends - whole.value.begins).days + 1
    begins = whole.value.begins + timedelta(days=days * (order - 1) // parts)
    ends = whole.value.begins + timedelta(days=days * order // parts - 1)
    return Found(position, whole.end, replace(whole.value, value=f"{begins.isoformat()}/{ends.isoformat()}", begins=begins, ends=ends))


def first_months(reading: Reading, position: int) -> Found | None:
    """«الأشهر الستة الأولى من العام الجاري», «الأشهر التسعة الأخيرة من 2018»: months of a year by their count."""
    unit, number = reading.word(position), reading.small(position + 1, 11)
    if unit is None or unit.kind != "units" or unit.value != "M" or not unit.definite or number is None:
        return None
    last = reading.form(number[1]) in _LAST_AFTER
    at = number[1] + 1
    if not (last or reading.form(number[1]) == "الاولي") or reading.form(at) not in _OF:
        return None
    at += 1
    told = year_at(reading, at)
    whole = None if told else period_found(reading, at)
    year = told[0] if told and not told[2] else whole.value.begins.year if whole and whole.value.begins else None
    if year is None or (whole and len(whole.value.value or "") != len("2018")):
        return None
    first, final = (13 - number[0], 12) if last else (1, number[0])
    begins, ends = a_month(year, first).begins, a_month(year, final).ends
    value = TimeValue("DATE", f"{begins}/{ends}", begins, ends, whole is not None)
    return Found(position, whole.end if whole else told[1] if told else at, value)


def numbered_month(reading: Reading, position: int) -> Found | None:
    """«الشهر التاسع سنة 2014», «الشهر العاشر من العام الماضي»: a month by its number, where its year is told."""
    number = reading.small(position + 1, 12) if reading.bare(position) in ("الشهر", "بالشهر", "للشهر") else None
    if number is None or reading.numbers[position + 1].kind != "ordinal":
        return None
    at = number[1] + (reading.form(number[1]) in ("من", "في", "ل"))
    told = year_at(reading, at)
    if told and not told[2] and reading.word(at):
        return Found(position, told[1], a_month(told[0], number[0]))
    whole = period_found(reading, at)
    if whole is None or whole.value.begins is None or len(whole.value.value or "") != len("2018"):
        return None
    return Found(position, whole.end, a_month(whole.value.begins.year, number[0], anchored=True))


MONTH_RULES = (weekday_of_month, holiday_found, edge_day, share_of_month, first_months, numbered_month)
