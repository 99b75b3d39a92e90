"""Times told from the document's date: «أمس», «مساء الثلاثاء», «الأسبوع الماضي», «قبل ستة أشهر», «الأيام الثلاثة المقبلة»."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from fractions import Fraction

from takhrij.annotate.calendar import TimeValue, TimeWord, a_day, a_season, duration_value, moved, period_of
from takhrij.annotate.dates import day_month
from takhrij.annotate.time_reading import Found, Reading
from takhrij.annotate.weekdays import day_number, weekday_found
from takhrij.annotate.years import year_at, year_found
from takhrij.text.numerals import plain

_AGO, _HENCE = frozenset({"قبل", "منذ", "قبيل"}), frozenset({"بعد", "خلال"})
_SPANNING = frozenset({"لمده", "مده", "طوال", "طيله", "خلال", "غضون", "مدي", "كل", "مدار"})
_THIS = frozenset({"هذا", "هذه", "ذلك", "تلك"})
_TOLD_BEFORE = frozenset({"التالي", "السابق", "نفسه", "ذاته", "عينه"})
_FROM_NOW = frozenset({"الان", "اليوم"})
# «الدقيقة 45», «العام 1968», «الساعة 8» are no lengths; «الأيام الثلاثة» is one.
_SINGULARS = frozenset({"الدقيقه", "الساعه", "اليوم", "الاسبوع", "الشهر", "العام", "السنه", "الثانيه", "القرن", "العقد"})
TWICE_SHIFTED = {"قبل": -1, "بعد": 1}  # «الأسبوع قبل الماضي», «الأسبوع بعد المقبل»
_ONE = frozenset({"واحد", "واحده", "واحدا"})
_FULL = frozenset({"كامل", "كامله", "كاملا", "كاملين"})
_SOMETIME = frozenset({"سابق", "لاحق", "متاخر", "متاخره", "مبكر", "مبكره"})
_FEW_UNITS = 3  # units that «بضعة أيام» and «الأيام القليلة الماضية» are told as
_THIRD = 3  # «مطلع» and «أواخر» are told as the first and the last third


def day_found(reading: Reading, position: int) -> Found | None:
    """«اليوم», «أمس الأول», «بعد غد», «اليوم (الاثنين)»."""
    word = reading.is_kind(position, "day")
    if word is None:
        return _shifted_day(reading, position)
    other = _another_day(reading, position)
    if other:
        return Found(position, position + other, TimeValue("DATE", None))
    count, end = int(word.value), position + 1
    shift = reading.is_kind(end, "shift") if reading.form(position) == "اليوم" else None
    if shift:
        return Found(position, end + 1, _day(reading.anchor, int(shift.value)))
    if count == -1 and reading.form(end) in ("الاول", "الاولي"):
        count, end = -2, end + 1
    weekday = weekday_found(reading, end + (reading.form(end) == "("))
    if weekday and count <= 0:
        end = weekday.end + (reading.form(end) == "(" and reading.form(weekday.end) == ")")
    return Found(position, end, _day(reading.anchor, count))


def _another_day(reading: Reading, position: int) -> int:
    """The words of «ذلك اليوم», «نفس اليوم», «اليوم التالي»: a day that the text told before; 0 where it is the article's."""
    if reading.form(position) != "اليوم":
        return 0
    if reading.form(position + 1) in _TOLD_BEFORE:
        return 2
    return 1 if reading.bare(position - 1) in ("ذلك", "بذلك", "نفس", "ذات") else 0


def _shifted_day(reading: Reading, position: int) -> Found | None:
    """«أول أمس», «بعد غد»."""
    count = {"اول": -2, "بعد": 2}.get(reading.bare(position))
    word = reading.is_kind(position + 1, "day") if count else None
    if count is None or word is None or (int(word.value) < 0) != (count < 0) or word.value == "0":
        return None
    return Found(position, position + 2, _day(reading.anchor, count))


def _day(anchor: date | None, count: int) -> TimeValue:
    return a_day(anchor + timedelta(days=count), anchored=True) if anchor else TimeValue("DATE", None)


def part_found(reading: Reading, position: int) -> Found | None:
    """«مساء الثلاثاء», «فجر اليوم», «بعد ظهر أمس»: a part of a day that is told."""
    start = position + (reading.form(position) == "بعد")
    part = reading.is_kind(start, "part")
    if part is None:
        return None
    after = start + 1 + (reading.form(start + 1) == "يوم")
    day = day_found(reading, after) or weekday_found(reading, after) or day_month(reading, after)
    if day is None:
        return None
    value = f"{day.value.value}T{part.value}" if day.value.value else None
    return Found(position, day.end, dataclasses.replace(day.value, type="TIME", value=value))


def period_found(reading: Reading, position: int) -> Found | None:
    """«الأسبوع الماضي», «هذا العام», «العام الجاري 2015», «الشهر قبل الماضي», «هذه الأيام»."""
    this = reading.bare(position) in _THIS
    if this and reading.form(position + 1) == "الايام" and reading.bare(position) == "هذه":
        return Found(position, position + 2, TimeValue("DATE", "PRESENT_REF"))
    unit = reading.is_kind(position + this, "unit")
    if unit is None or not unit.definite or unit.value.startswith("T"):
        return None
    end = position + this + 1
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
    whole = period_found(reading, start) or season_found(reading, start) or day_month(reading, position + 1) or year_found(reading, start)
    if whole is None:
        return None
    return Found(position, whole.end, _third(whole.value, edge.value))


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
        return Found(position, year[1], a_season(year[0], season.value))
    if shift is None and season.definite and season.value != "SP" and not reading.form(position + 1).startswith("ال"):
        return Found(position, position + 1, TimeValue("DATE", season.value))
    if shift is None or not season.definite:
        return None
    if reading.anchor is None:
        return Found(position, position + 2, TimeValue("DATE", None))
    return Found(position, position + 2, a_season(reading.anchor.year + int(shift.value), season.value, anchored=True))


def units_at(reading: Reading, position: int) -> tuple[str, str, int] | None:
    """«ستة أشهر», «48 ساعة», «شهرين», «ساعة ونصف»: the count, the unit, and where they end."""
    number = reading.number(position)
    if number and number.kind in ("cardinal", "fraction", "few", "vague"):
        unit = _unit_at(reading, number.end)
        if unit and not unit.definite and not (reading.form(number.end) == "يوم" and reading.is_kind(number.end + 1, "weekday")):
            more = _half_more(reading, number.end + 1)
            return "X" if number.kind in ("few", "vague") else plain(number.value + more[0]), unit.value, more[1]
    word = reading.word(position)
    if word is None or word.kind not in ("dual", "unit", "units") or word.definite:
        return None
    half, end = _half_more(reading, position + 1)
    if word.kind == "units":
        return "X", word.value, position + 1
    one = reading.number(end) if reading.form(end) in _ONE else None
    if word.kind == "unit" and one and one.value == 1:
        return "1", word.value, end + 1
    if word.kind == "unit" and end == position + 1 and reading.number(end) and not _joined_units(reading, end):
        return None
    return plain((2 if word.kind == "dual" else 1) + half), word.value, end


def _is_singular(reading: Reading, position: int) -> bool:
    """«الساعة», «للعام», «بالسنة»: one unit, with the article."""
    form = reading.bare(position)
    return ("ال" + form[2:] if form.startswith("لل") else form[1:] if form.startswith("بال") else form) in _SINGULARS


def _unit_at(reading: Reading, position: int) -> TimeWord | None:
    """A unit of time, in the singular or the plural."""
    return reading.is_kind(position, "unit") or reading.is_kind(position, "units")


def _half_more(reading: Reading, position: int) -> tuple[Fraction, int]:
    """«ونصف», «وربع الساعة» after a unit."""
    number = reading.number(position + (reading.form(position) == "و"))
    if number is None or number.kind != "fraction" or not (number.joined or reading.form(position) == "و"):
        return Fraction(0), position
    again = reading.is_kind(number.end, "unit")
    return number.value, number.end + (again is not None and again.definite)


def ago_found(reading: Reading, position: int) -> Found | None:
    """«قبل ستة أشهر», «منذ يومين», «بعد أسبوعين من الآن»; «بعد يومين من الحادث» is a duration."""
    head = reading.bare(position)
    if head not in _AGO and head != "بعد":
        return None
    at = position + 1 + (reading.form(position + 1) in ("نحو", "حوالي", "قرابه", "اكثر", "مده"))
    at += reading.form(at) == "من" and at > position + 1
    units = units_at(reading, at)
    if units is None:
        return None
    count, unit, end = units
    smaller = _joined_units(reading, end)
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


def _joined_units(reading: Reading, end: int) -> tuple[str, str, int] | None:
    """«وثلاثة أشهر» after «قبل عام»."""
    apart = reading.form(end) == "و"
    number = reading.number(end + apart)
    smaller = units_at(reading, end + apart) if number and (apart or number.joined) else None
    return smaller if smaller and smaller[0].isdigit() and smaller[1] in ("D", "W", "M") else None


def _moved_twice(anchor: date, first: tuple[str, str], smaller: tuple[str, str, int], head: str) -> TimeValue:
    """«قبل عام وثلاثة أشهر», «منذ شهر و21 يوما»: to the smaller unit."""
    sign = -1 if head in _AGO else 1
    edge = _edge_of(anchor, first[1], sign * int(first[0])) if first[1] in ("Y", "M", "W", "D") else None
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


def duration_found(reading: Reading, position: int) -> Found | None:
    """«48 ساعة», «شهرين»; a bare «شهر» only after words that lead to a length («لمدة شهر»)."""
    units = units_at(reading, position)
    if units is None:
        return _stretch_found(reading, position)
    count, unit, end = units
    word = reading.word(position)
    if word and word.kind in ("unit", "units") and end == position + 1 and reading.bare(position - 1) not in _SPANNING - {"كل"}:
        return None
    end += reading.form(end) in _FULL
    shift = reading.is_kind(end, "shift")
    return Found(position, end + (shift is not None), _stretch(reading, count, unit, int(shift.value) if shift else None))


def _stretch_found(reading: Reading, position: int) -> Found | None:
    """«الأيام الثلاثة الماضية», «اليومين المقبلين», «الـ48 ساعة الماضية»."""
    word = reading.word(position)
    if word is None or word.kind not in ("dual", "unit", "units") or not word.definite:
        return None
    number, end = reading.number(position + 1), position + 1
    if word.kind != "dual" and (number is None or number.kind != "cardinal" or _is_singular(reading, position)):
        return None
    end = number.end if number and word.kind != "dual" else end
    shift = reading.is_kind(end, "shift")
    if shift is None and (number is None or word.kind == "dual"):
        return None
    if number and word.kind != "dual" and reading.year(position + 1):
        return None
    count = plain(number.value) if number and word.kind != "dual" else "2"
    return Found(position, end + (shift is not None), _stretch(reading, count, word.value, int(shift.value) if shift else None))


def _stretch(reading: Reading, count: str, unit: str, shift: int | None) -> TimeValue:
    """A duration, with its days where «الماضية» or «المقبلة» ties it to the date."""
    value = TimeValue("DURATION", duration_value(count, unit))
    if unit == "TH" and count.isdigit() and int(count) % 24 == 0:
        count, unit = str(int(count) // 24), "D"
    if not shift or reading.anchor is None or not count.isdigit() or len(count) > 4 or unit.startswith("T"):
        return value
    edge = _edge_of(reading.anchor, unit, shift * int(count))
    if edge is None:
        return value
    one = timedelta(days=1)
    begins, ends = (edge, reading.anchor - one) if shift < 0 else (reading.anchor + one, edge)
    return dataclasses.replace(value, begins=begins, ends=ends, anchored=True)


def _edge_of(anchor: date, unit: str, count: int) -> date | None:
    """The day that lies so many units away, the same day of the month where it has one."""
    if unit in ("D", "W"):
        return anchor + timedelta(days=count * (7 if unit == "W" else 1))
    far = moved(anchor, unit, count).begins
    if far is None:
        return None
    month = far.month if unit == "M" else anchor.month
    last = moved(date(far.year, month, 1), "M", 0).ends
    return date(far.year, month, min(anchor.day, last.day)) if last else None


def few_found(reading: Reading, position: int) -> Found | None:
    """«الأيام القليلة الماضية», «الأسابيع المقبلة»: a length that is not told, «طوال الشهر» one whole unit."""
    unit = _unit_at(reading, position)
    if unit is None or not unit.definite or unit.value.startswith("T"):
        return None
    if reading.bare(position - 1) in ("طوال", "طيله") and reading.bare(position) in _SINGULARS:
        return Found(position, position + 1, TimeValue("DURATION", duration_value("1", unit.value)))
    few = reading.form(position + 1) in ("القليله", "القلايل")
    shift = reading.is_kind(position + 1 + few, "shift")
    if shift is None or shift.value == "0" or _is_singular(reading, position):
        return None
    known = _stretch(reading, str(_FEW_UNITS), unit.value, int(shift.value)) if few else TimeValue("DURATION", None)
    return Found(position, position + 2 + few, dataclasses.replace(known, value=duration_value("X", unit.value)))


def rest_found(reading: Reading, position: int) -> Found | None:
    """«بقية الأسبوع», «باقي العام»: from the date to the end of the unit."""
    unit = reading.is_kind(position + 1, "unit")
    if reading.bare(position) not in ("بقيه", "باقي") or unit is None or reading.anchor is None:
        return None
    whole = period_of(reading.anchor, unit.value, 0)
    return Found(position, position + 2, dataclasses.replace(whole, begins=reading.anchor)) if whole else None


RELATIVE_RULES = (
    day_found,
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
