"""Lengths of time: «48 ساعة», «شهرين», «الأيام الثلاثة الماضية», «عام وثلاثة أشهر», «عدة أيام»."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from fractions import Fraction

from takhrij.annotate.calendar import TimeValue, TimeWord, duration_value, moved
from takhrij.annotate.time_reading import Found, Reading
from takhrij.text.number_tails import less_tail
from takhrij.text.numerals import plain

_SPANNING = frozenset({"لمده", "مده", "طوال", "طيله", "خلال", "غضون", "مدي", "كل", "مدار"})
# «الدقيقة 45», «العام 1968», «الساعة 8» are no lengths; «الأيام الثلاثة» is one.
_SINGULARS = frozenset({"الدقيقه", "الساعه", "اليوم", "الاسبوع", "الشهر", "العام", "السنه", "الثانيه", "القرن", "العقد"})
_ONE = frozenset({"واحد", "واحده", "واحدا"})
_SEVERAL_OF = frozenset({"عده", "لعده", "بعده"})
_SEVERAL = frozenset({"عده", "عديده", "قليله", "طويله", "كثيره", "معدوده", "معدودات"})
_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")  # of the units of a length, the largest first
_FULL = frozenset({"كامل", "كامله", "كاملا", "كاملين"})
_FEW_UNITS = 3  # units that «بضعة أيام» and «الأيام القليلة الماضية» are told as


def units_at(reading: Reading, position: int) -> tuple[str, str, int] | None:
    """«ستة أشهر», «48 ساعة», «شهرين», «ساعة ونصف»: the count, the unit, and where they end."""
    number = reading.number(position)
    if number and number.kind in ("cardinal", "fraction", "few", "vague"):
        unit = _unit_at(reading, number.end)
        loose = number.kind in ("few", "vague", "fraction")  # «عشرات السنين», «ثلاثة أرباع الساعة»
        if unit and (loose or not unit.definite) and not _before_weekday(reading, number.end):
            more = _half_more(reading, number.end + 1)
            return "X" if number.kind in ("few", "vague") else plain(number.value + more[0]), unit.value, more[1]
    word = reading.word(position)
    if reading.bare(position) in _SEVERAL_OF and (several := reading.is_kind(position + 1, "units")) and not several.definite:
        return "X", several.value, position + 2
    if word is None or word.kind not in ("dual", "unit", "units") or word.definite or _tells_two_days(reading, position):
        return None
    half, end = _half_more(reading, position + 1)
    if word.kind == "units":
        return "X", word.value, position + 1 + (reading.form(position + 1) in _SEVERAL)
    one = reading.number(end) if reading.form(end) in _ONE else None
    if word.kind == "unit" and one and one.value == 1:
        return "1", word.value, end + 1
    if word.kind == "unit" and end == position + 1 and reading.number(end) and not joined_units(reading, end):
        return None
    return plain((2 if word.kind == "dual" else 1) + half), word.value, end


def _is_singular(reading: Reading, position: int) -> bool:
    """«الساعة», «للعام», «بالسنة»: one unit, with the article."""
    form = reading.bare(position)
    return ("ال" + form[2:] if form.startswith("لل") else form[1:] if form.startswith("بال") else form) in _SINGULARS


def _before_weekday(reading: Reading, position: int) -> bool:
    return reading.form(position) == "يوم" and reading.is_kind(position + 1, "weekday") is not None


def _tells_two_days(reading: Reading, position: int) -> bool:
    """«يومي الأربعاء والخميس», «يومي 5 و6 مايو», «جدول يومي»: not the length of two days, as in «يومي عمل»."""
    return reading.bare(position).lstrip("بل") == "يومي" and reading.form(position + 1) not in ("عمل", "عطله", "اجازه")


def _unit_at(reading: Reading, position: int) -> TimeWord | None:
    """A unit of time, in the singular or the plural."""
    return reading.is_kind(position, "unit") or reading.is_kind(position, "units")


def _half_more(reading: Reading, position: int) -> tuple[Fraction, int]:
    """«ونصف», «وربع الساعة» after a unit."""
    less = less_tail(reading.tokens, position)
    if less:
        return -less[0], less[1]
    number = reading.number(position + (reading.form(position) == "و"))
    if number is None or number.kind != "fraction" or not (number.joined or reading.form(position) == "و"):
        return Fraction(0), position
    again = reading.is_kind(number.end, "unit")
    definite = (again is not None and again.definite) or reading.form(number.end) == "اليوم"
    return number.value, number.end + definite


def joined_units(reading: Reading, end: int) -> tuple[str, str, int] | None:
    """«وثلاثة أشهر» after «قبل عام»."""
    apart = reading.form(end) == "و"
    number = reading.number(end + apart)
    smaller = units_at(reading, end + apart) if number and (apart or number.joined) else None
    return smaller if smaller and smaller[0].isdigit() and smaller[1] in ("D", "W", "M") else None


def duration_found(reading: Reading, position: int) -> Found | None:
    """«48 ساعة», «شهرين»; a bare «شهر» only after words that lead to a length («لمدة شهر»)."""
    units = units_at(reading, position)
    if units is None:
        return _stretch_found(reading, position)
    count, unit, end = units
    word = reading.word(position)
    lone = word is not None and word.kind in ("unit", "units") and end == position + 1
    if lone and _mixed(reading, count, unit, end) is None and reading.bare(position - 1) not in _SPANNING - {"كل"}:
        return None
    end += reading.form(end) in _FULL
    several = word is not None and word.kind == "units" and reading.form(end - 1) in _SEVERAL
    mixed = _mixed(reading, count, unit, end) if not several else None
    if mixed:
        return mixed if mixed.first == position else Found(position, mixed.end, mixed.value)
    shift = reading.is_kind(end, "shift")
    return Found(position, end + (shift is not None), _stretch(reading, count, unit, int(shift.value) if shift else None))


def _mixed(reading: Reading, count: str, unit: str, end: int) -> Found | None:
    """«عام وثلاثة أشهر» is P1Y3M, «ساعتين و20 دقيقة» PT2H20M."""
    parts, stop = [(count, unit)], end
    for _ in _ORDER:
        smaller = _smaller(reading, stop)
        if smaller is None or unit not in _ORDER or smaller[1] not in _ORDER[_ORDER.index(unit) + 1 :]:
            break
        parts.append((smaller[0], smaller[1]))
        unit, stop = smaller[1], smaller[2]
    if len(parts) < 2 or not all(number.isdigit() for number, _ in parts):
        return None
    days = "".join(f"{number}{letter}" for number, letter in parts if not letter.startswith("T"))
    clock = "".join(f"{number}{letter[1]}" for number, letter in parts if letter.startswith("T"))
    return Found(end, stop, TimeValue("DURATION", f"P{days}T{clock}" if clock else f"P{days}"))


def _smaller(reading: Reading, end: int) -> tuple[str, str, int] | None:
    """«وثلاثة أشهر», «ويومين»: what is joined to a length."""
    apart = reading.form(end) == "و"
    number, word = reading.number(end + apart), reading.word(end + apart)
    dual = word is not None and word.kind == "dual" and reading.form(end + apart).startswith("و")
    return units_at(reading, end + apart) if (number and (apart or number.joined)) or (word and (dual or apart)) else None


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
    edge = edge_of(reading.anchor, unit, shift * int(count))
    if edge is None:
        return value
    one = timedelta(days=1)
    begins, ends = (edge, reading.anchor - one) if shift < 0 else (reading.anchor + one, edge)
    return dataclasses.replace(value, begins=begins, ends=ends, anchored=True)


def edge_of(anchor: date, unit: str, count: int) -> date | None:
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
    if unit is None or not unit.definite:
        return None
    if reading.bare(position - 1) in ("طوال", "طيله") and reading.bare(position) in _SINGULARS:
        return Found(position, position + 1, TimeValue("DURATION", duration_value("1", unit.value)))
    few = reading.form(position + 1) in ("القليله", "القلايل")
    shift = reading.is_kind(position + 1 + few, "shift")
    if shift is None or shift.value == "0" or _is_singular(reading, position):
        return None
    known = _stretch(reading, str(_FEW_UNITS), unit.value, int(shift.value)) if few else TimeValue("DURATION", None)
    return Found(position, position + 2 + few, dataclasses.replace(known, value=duration_value("X", unit.value)))
