"""Times told from the document's date: «أمس», «مساء الثلاثاء», «الأسبوع الماضي», «قبل ستة أشهر», «الأيام الثلاثة المقبلة»."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from takhrij.annotate.calendar import TimeValue, a_day, a_season, moved, period_of, time_word
from takhrij.annotate.dates import day_month, month_found
from takhrij.annotate.durations import duration_found, edge_of, few_found, joined_units, units_at
from takhrij.annotate.time_reading import Found, Reading
from takhrij.annotate.weekdays import day_number, weekday_found
from takhrij.annotate.years import decade_found, year_at, year_found

_AGO = frozenset({"قبل", "منذ", "قبيل"})
_THIS = frozenset({"هذا", "هذه", "ذلك", "تلك"})
_TOLD_BEFORE = frozenset({"التالي", "السابق", "نفسه", "ذاته", "عينه"})
# «اليوم العالمي للمياه», «اليوم الوطني» are days with a name.
_NAMED_DAYS = frozenset({"العالمي", "الدولي", "الوطني", "القومي", "العربي", "المفتوح", "الدراسي"})
_PAPERS_OF_TODAY = frozenset({"المصري", "عين", "صحيفه", "جريده"})  # «المصري اليوم»
_FROM_NOW = frozenset({"الان", "اليوم"})
TWICE_SHIFTED = {"قبل": -1, "بعد": 1}  # «الأسبوع قبل الماضي», «الأسبوع بعد المقبل»
_SOMETIME = frozenset({"سابق", "لاحق", "متاخر", "متاخره", "مبكر", "مبكره"})
_THIRD = 3  # «مطلع» and «أواخر» are told as the first and the last third


def day_found(reading: Reading, position: int) -> Found | None:
    """«اليوم», «أمس الأول», «بعد غد», «اليوم (الاثنين)»."""
    word = reading.is_kind(position, "day")
    if word is None:
        return _shifted_day(reading, position)
    if reading.form(position) == "بكره" and not _is_tomorrow(reading, position + 1):
        return None
    other = _another_day(reading, position)
    if other:
        return Found(position, position + other, TimeValue("DATE", None))
    if word.value == "0" and (reading.form(position + 1) in _NAMED_DAYS or reading.bare(position - 1) in _PAPERS_OF_TODAY):
        return None
    count, end = int(word.value), position + 1
    shift = reading.is_kind(end, "shift") if reading.form(position) in ("اليوم", "الليله") else None
    if shift:
        day = _day(reading.anchor, int(shift.value))
        return Found(position, end + 1, day if reading.form(position) == "اليوم" else _in_part(day, "NI"))
    if count == -1 and reading.form(end) in ("الاول", "الاولي"):
        count, end = -2, end + 1
    weekday = weekday_found(reading, end + (reading.form(end) == "("))
    if weekday and count <= 0:
        end = weekday.end + (reading.form(end) == "(" and reading.form(weekday.end) == ")")
    return Found(position, end, _day(reading.anchor, count))


def _is_tomorrow(reading: Reading, after: int) -> bool:
    """Spoken «بكرة» before a clock time or at the end; elsewhere it is «with a ball»."""
    return reading.form(after) in ("", ".", "؟", "!", "،", "الصبح", "الساعه", "الظهر", "العصر", "المسا", "بالليل", "صباحا", "مساء")


def _another_day(reading: Reading, position: int) -> int:
    """The words of «ذلك اليوم», «نفس اليوم», «اليوم التالي»: a day that the text told before; 0 where it is the article's."""
    if reading.form(position) in ("اليوم", "الليله") and reading.form(position + 1).startswith("الاخير"):
        return 2
    if reading.form(position) != "اليوم" or reading.is_kind(position + 1, "weekday"):
        return 0
    if reading.form(position + 1) in _TOLD_BEFORE:
        return 2
    return 1 if reading.bare(position - 1) in ("ذلك", "بذلك", "نفس", "ذات") else 0


def _shifted_day(reading: Reading, position: int) -> Found | None:
    """«أول أمس», «أول من أمس», «بعد غد»."""
    count = {"اول": -2, "بعد": 2}.get(reading.bare(position))
    last = position + 1 + (count == -2 and reading.form(position + 1) == "من")
    word = reading.is_kind(last, "day") if count else None
    if count is None or word is None or (int(word.value) < 0) != (count < 0) or word.value == "0":
        return None
    return Found(position, last + 1, _day(reading.anchor, count))


def _day(anchor: date | None, count: int) -> TimeValue:
    return a_day(anchor + timedelta(days=count), anchored=True) if anchor else TimeValue("DATE", None)


def this_day_found(reading: Reading, position: int) -> Found | None:
    """«هذا اليوم», «هذه الليلة», «هذا الصباح»: the day of the article."""
    word = reading.word(position + 1)
    if reading.bare(position) not in ("هذا", "هذه") or word is None or not reading.form(position + 1).startswith("ال"):
        return None
    if word.kind == "day" and word.value == "0":
        return Found(position, position + 2, _day(reading.anchor, 0))
    return Found(position, position + 2, _in_part(_day(reading.anchor, 0), word.value)) if word.kind == "part" else None


def _in_part(day: TimeValue, part: str) -> TimeValue:
    return dataclasses.replace(day, type="TIME", value=f"{day.value}T{part}" if day.value else None)


def part_found(reading: Reading, position: int) -> Found | None:
    """«مساء الثلاثاء», «فجر اليوم», «بعد ظهر أمس», «ليلة الجمعة»: a part of a day that is told."""
    start = position + (reading.form(position) == "بعد")
    part = "NI" if reading.bare(start) in ("ليله", "بليله", "لليله") else None
    word = reading.is_kind(start, "part")
    part = word.value if word else part
    if part is None:
        return None
    after = start + 1 + (reading.form(start + 1) == "يوم")
    day = day_found(reading, after) or weekday_found(reading, after) or day_month(reading, after)
    if day is None:
        return None
    return Found(position, day.end, _in_part(day.value, part))


def period_found(reading: Reading, position: int) -> Found | None:
    """«الأسبوع الماضي», «هذا العام», «العام الجاري 2015», «الشهر قبل الماضي», «هذه الأيام»."""
    this = reading.bare(position) in _THIS
    if this and reading.form(position + 1) == "الايام" and reading.bare(position) == "هذه":
        return Found(position, position + 2, TimeValue("DATE", "PRESENT_REF"))
    unit = reading.is_kind(position + this, "unit")
    if unit is None or not unit.definite or unit.value.startswith("T"):
        return None
    end = position + this + 1
    end += reading.form(end) == "ما" and reading.form(end + 1) in TWICE_SHIFTED
    more = TWICE_SHIFTED.get(reading.form(end), 0) if reading.is_kind(end + 1, "shift") else 0
    end += more != 0
    shift = reading.is_kind(end, "shift")
    if (not this and not shift) or (this and unit.value == "D" and shift is None and reading.bare(position) in ("ذلك", "تلك")):
        return None
    by = int(shift.value) + more if shift else 0
    value = period_of(reading.anchor, unit.value, by) if reading.anchor else TimeValue("DATE", None)
    end += shift is not None
    end += reading.year(end) is not None
    return Found(position, end, value) if value else None


def sometime_found(reading: Reading, position: int) -> Found | None:
    """«وقت سابق من هذا الشهر», «وقت متأخر من مساء أمس»: some time within what is told."""
    if reading.form(position) not in ("وقت", "ساعه") or reading.form(position + 1) not in _SOMETIME:
        return None
    start = position + 2 + (reading.form(position + 2) in ("من", "يوم"))
    inner = part_found(reading, start) or day_found(reading, start) or period_found(reading, start) or weekday_found(reading, start)
    return Found(position, inner.end, inner.value) if inner else None


def edge_found(reading: Reading, position: int) -> Found | None:
    """«مطلع العام الجاري», «أواخر مارس», «منتصف 2014»: the first, middle or last third."""
    edge = reading.is_kind(position, "edge")
    if edge is None:
        return None
    start = position + 1 + (reading.form(position + 1) == "شهر")
    whole = (
        period_found(reading, start)
        or season_found(reading, start)
        or day_month(reading, position + 1)
        or year_found(reading, start)
        or decade_found(reading, start)
        or month_found(reading, start)
        or _running_unit(reading, start)
    )
    return Found(position, whole.end, _third(whole.value, edge.value)) if whole else None


def _running_unit(reading: Reading, position: int) -> Found | None:
    """The year of «نهاية العام», the month of «منتصف الشهر»: the one that runs, where no other word says which."""
    unit, after = reading.is_kind(position, "unit"), reading.form(position + 1)
    if unit is None or unit.value not in ("W", "M", "Y") or not unit.definite:
        return None
    if after.startswith(("ال", "لل")) or reading.year(position + 1):
        return None
    value = period_of(reading.anchor, unit.value, 0) if reading.anchor else TimeValue("DATE", None)
    return Found(position, position + 1, value) if value else None


def _third(whole: TimeValue, edge: str) -> TimeValue:
    if whole.begins is None or whole.ends is None:
        return whole
    third = ((whole.ends - whole.begins).days + 1) // _THIRD
    begins = whole.begins + timedelta(days={"START": 0, "MID": third, "END": 2 * third}[edge])
    ends = whole.ends - timedelta(days={"START": 2 * third, "MID": third, "END": 0}[edge])
    return dataclasses.replace(whole, begins=begins, ends=ends)


def season_found(reading: Reading, position: int) -> Found | None:
    """«صيف 2016», «الشتاء الماضي»."""
    season = reading.is_kind(position, "season")
    if season is None:
        return None
    shift, year = reading.is_kind(position + 1, "shift"), year_at(reading, position + 1)
    if reading.bare(position - 1) == "هذا" and season.definite and reading.anchor:
        return Found(position, position + 1, a_season(reading.anchor.year, season.value, anchored=True))
    if year and not year[2]:
        second = reading.form(year[1]) in ("-", "/") and reading.year(year[1] + 1) == year[0] + 1
        return Found(position, year[1] + 2 * second, a_season(year[0], season.value))
    told = period_found(reading, position + 1)
    if told and told.value.begins and len(told.value.value or "") == len("2016"):
        return Found(position, told.end, a_season(told.value.begins.year, season.value, anchored=True))
    if shift is None and season.definite and season.value != "SP" and not reading.form(position + 1).startswith("ال"):
        return Found(position, position + 1, TimeValue("DATE", season.value))
    if shift is None and not season.definite and reading.form(position + 1) in ("", ".", "!", "؟", "?") and position:
        return Found(position, position + 1, TimeValue("DATE", season.value))
    if shift is None or not season.definite:
        return None
    if reading.anchor is None:
        return Found(position, position + 2, TimeValue("DATE", None))
    return Found(position, position + 2, _shifted_season(reading.anchor, season.value, int(shift.value)))


def _shifted_season(anchor: date, season: str, shift: int) -> TimeValue:
    """«الربيع الماضي» in July is that of the same year: the last one that is over, or the next that has not begun."""
    offers = [a_season(anchor.year + years, season, anchored=True) for years in (-1, 0, 1)]
    if shift < 0:
        return next((offer for offer in reversed(offers) if offer.ends and offer.ends < anchor), offers[0])
    return next((offer for offer in offers if shift > 0 and offer.begins and offer.begins > anchor), offers[1])


def ago_found(reading: Reading, position: int) -> Found | None:
    """«قبل ستة أشهر», «منذ يومين», «بعد أسبوعين من الآن»; «بعد يومين من الحادث» is a duration."""
    head = reading.bare(position)
    if (head not in _AGO and head != "بعد") or reading.form(position - 1) == "علي":  # «على بعد ساعة» tells a distance
        return None
    at = position + 1 + (reading.form(position + 1) in ("نحو", "حوالي", "قرابه", "اكثر", "مده"))
    at += reading.form(at) == "من" and at > position + 1
    units = units_at(reading, at)
    if units is None:
        return None
    count, unit, end = units
    smaller = joined_units(reading, end)
    if smaller and reading.anchor and count != "X" and "." not in count and head != "بعد":
        return Found(position, smaller[2] + 2 * _from_now(reading, smaller[2]), _moved_twice(reading.anchor, (count, unit), smaller, head))
    if head == "بعد" and (unit in ("Y", "E", "C") or count == "X") and reading.form(end) != "من":
        return None
    after = end + (reading.form(end) == "فقط")
    if reading.form(after) == "من":
        return Found(position, after + 2, _moved(reading, count, unit, head)) if reading.form(after + 1) in _FROM_NOW else None
    return Found(position, end, _moved(reading, count, unit, head))


def _from_now(reading: Reading, end: int) -> bool:
    return reading.form(end) == "من" and reading.form(end + 1) in _FROM_NOW


def _moved_twice(anchor: date, first: tuple[str, str], smaller: tuple[str, str, int], head: str) -> TimeValue:
    """«قبل عام وثلاثة أشهر», «منذ شهر و21 يوما»: to the smaller unit."""
    sign = -1 if head in _AGO else 1
    edge = edge_of(anchor, first[1], sign * int(first[0])) if first[1] in ("Y", "M", "W", "D") else None
    return moved(edge, smaller[1], sign * int(smaller[0])) if edge else TimeValue("DATE", None)


def _moved(reading: Reading, count: str, unit: str, head: str) -> TimeValue:
    sign = -1 if head in _AGO else 1
    if count == "X":
        return TimeValue("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    if reading.anchor is None or "." in count or len(count) > 5:
        return TimeValue("DATE", None)
    if unit.startswith("T"):
        days = int(count) // 24 if unit == "TH" else 0
        return dataclasses.replace(a_day(reading.anchor + timedelta(days=sign * days), anchored=True), type="TIME")
    return moved(reading.anchor, unit, sign * int(count))


def rest_found(reading: Reading, position: int) -> Found | None:
    """«بقية الأسبوع», «باقي العام», «باقي أسبوعي»: from the date to the end of the unit."""
    unit = reading.is_kind(position + 1, "unit") or time_word(reading.form(position + 1).removesuffix("ي").removesuffix("نا"))
    unit = unit if unit and unit.kind == "unit" else None
    if reading.bare(position) not in ("بقيه", "باقي") or unit is None or reading.anchor is None:
        return None
    whole = period_of(reading.anchor, unit.value, 0)
    return Found(position, position + 2, dataclasses.replace(whole, begins=reading.anchor)) if whole else None


RELATIVE_RULES = (
    day_found,
    this_day_found,
    part_found,
    period_found,
    sometime_found,
    edge_found,
    season_found,
    ago_found,
    duration_found,
    few_found,
    rest_found,
    day_number,
)
