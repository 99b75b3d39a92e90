"""Clock times: «الساعة الثالثة والنصف بعد الظهر», «14:05 بتوقيت غرينتش», «السابعة مساء»."""

from __future__ import annotations

import dataclasses

from takhrij.annotate.calendar import TimeValue
from takhrij.annotate.relatives import day_found, part_found
from takhrij.annotate.time_reading import Found, Reading
from takhrij.annotate.weekdays import weekday_found

_HOUR_WORDS = frozenset({"الساعه", "بالساعه", "والساعه", "للساعه"})
_MIDNIGHT = frozenset({"الليل", "ليل"})
_ZONES = frozenset({"بتوقيت", "توقيت", "ت", "جرينتش", "غرينتش", "جمت", "gmt"})
_NOON, _DAY_HOURS = 12, 24
Clock = tuple[int, int | None, int | None]


def clock_found(reading: Reading, position: int) -> Found | None:
    """A clock time, with the part of the day and the day that stand beside it."""
    midnight = _middle_found(reading, position)
    if midnight:
        return midnight
    led = reading.form(position) in _HOUR_WORDS
    read = _hour_at(reading, position + led)
    if read is None:
        return None
    (hour, minute, second), end = read
    half, end = _half_of_day(reading, end)
    if not led and half is None and minute is None:
        return None
    if not led and half is None and not _has_colon(reading, position) and not _is_hour_word(reading, position):
        return None
    hour = _in_day(hour, half)
    value = f"T{hour:02}" + (f":{minute:02}" if minute is not None else "") + (f":{second:02}" if second is not None else "")
    return _with_day(reading, Found(position, _zone_end(reading, end), TimeValue("TIME", value)))


def _is_hour_word(reading: Reading, position: int) -> bool:
    """«الثامنة» with a fraction after it is an hour even without «الساعة»."""
    number = reading.number(position)
    return number is not None and number.kind == "ordinal" and number.definite and reading.form(position).endswith("ه")


def _has_colon(reading: Reading, position: int) -> bool:
    return reading.form(position + 1) == ":"


def _middle_found(reading: Reading, position: int) -> Found | None:
    """«منتصف الليل», «منتصف النهار»."""
    if reading.bare(position).removeprefix("ال") not in ("منتصف", "بمنتصف"):
        return None
    at = position + 1 + (reading.form(position + 1) == "-")
    word = reading.form(at)
    if word not in ("الليل", "ليل", "النهار", "الظهر"):
        return None
    return _with_day(reading, Found(position, at + 1, TimeValue("TIME", "T00" if word in _MIDNIGHT else "T12")))


def _hour_at(reading: Reading, position: int) -> tuple[Clock, int] | None:
    """Hour, minute, second and where they end: «7:56:30», «الثالثة والنصف», «التاسعة إلا ربعا»."""
    hour = reading.two_digits(position)
    if hour is not None:
        minute = reading.two_digits(position + 2) if reading.form(position + 1) == ":" else None
        merged = reading.number(position)
        if minute is None and merged and merged.value.denominator in (2, 3, 4) and merged.end > position + 1:
            return (hour, int((merged.value - hour) * 60), None), merged.end
        if minute is None:
            return _with_fraction(reading, hour, position + 1) if hour <= _DAY_HOURS else None
        second = reading.two_digits(position + 4) if reading.form(position + 3) == ":" else None
        valid = hour <= _DAY_HOURS and minute < 60 and (second is None or second < 60)
        return ((hour, minute, second), position + (5 if second is not None else 3)) if valid else None
    number = reading.number(position)
    if number is None or (number.digits and number.value.denominator == 1) or not 0 < number.value <= _NOON + 1:
        return _pointed_hour(reading, position)
    whole = int(number.value)
    if number.value != whole:
        return (whole, int((number.value - whole) * 60), None), number.end
    return _with_fraction(reading, whole, number.end) if whole <= _NOON else None


def _pointed_hour(reading: Reading, position: int) -> tuple[Clock, int] | None:
    """«الساعة 15,30»."""
    parts = reading.form(position).replace(".", ",").split(",")
    if len(parts) != 2 or not all(len(part) == 2 and part.isdigit() for part in parts):
        return None
    hour, minute = map(int, parts)
    return (
        ((hour, minute, None), position + 1) if hour <= _DAY_HOURS and minute < 60 and reading.form(position - 1) in _HOUR_WORDS else None
    )


def _with_fraction(reading: Reading, hour: int, end: int) -> tuple[Clock, int]:
    """«والنصف», «والثلث», «إلا ربعا», «وعشر دقائق» after the hour."""
    minus = reading.form(end) in ("الا", "الاربع")
    at = end + (minus or reading.form(end) == "و")
    number = reading.number(at)
    joined = number is not None and (number.joined or at > end)
    if number is None or not joined:
        return (hour, None, None), end
    minutes = number.value * 60 if number.value < 1 else number.value
    unit = reading.is_kind(number.end, "unit")
    if minutes >= 60 or (number.value >= 1 and not (unit and unit.value == "TM")):
        return (hour, None, None), end
    stop = number.end + (unit is not None and unit.value == "TM")
    return ((hour - 1) % _DAY_HOURS, int(60 - minutes), None) if minus else (hour, int(minutes), None), stop


def _half_of_day(reading: Reading, end: int) -> tuple[str | None, int]:
    """«صباحا», «بعد الظهر», «قبل الظهر», «ليلا», «مساء» and where they end."""
    start = end + (reading.form(end) in ("في", "من"))
    if reading.form(start) == "بعد" and reading.form(start + 1) in ("المغرب", "العشاء"):
        return "EV", start + 2
    if reading.form(start) == "وقت" and reading.form(start + 1) in ("الغداء", "الظهر", "الظهيره"):
        return "AF", start + 2
    if reading.form(start) in ("بعد", "قبل") and reading.form(start + 1) in ("الظهر", "ظهر", "منتصف"):
        if reading.form(start + 1) == "منتصف":
            return "MO", start + 3
        return ("AF" if reading.form(start) == "بعد" else "MO"), start + (2 if reading.form(start + 1) == "الظهر" else 1)
    word = reading.word(start)
    if word and word.kind == "clock" and (start == end):
        return word.value, start + 1
    if word and word.kind == "part" and (word.definite or reading.form(start) == "مساء" or start == end):
        dayed = part_found(reading, start)
        return word.value, start if dayed else start + 1
    return None, end


def _in_day(hour: int, half: str | None) -> int:
    """The hour from 0 to 23: seven in the evening is 19, twelve at night 0."""
    if (half in ("EV", "AF") and hour < _NOON) or (half == "NI" and 6 <= hour < _NOON):
        return hour + _NOON
    if (half in ("MO", "NI") and hour == _NOON) or hour == _DAY_HOURS:
        return 0
    return hour


def _zone_end(reading: Reading, end: int) -> int:
    """«بتوقيت غرينتش», «ت.غ»: the zone is part of the time, its shift is not told."""
    if reading.form(end) in ("بتوقيت", "بالتوقيت"):
        return end + 2
    return end + 1 if reading.form(end) in _ZONES - {"ت"} else end


def _with_day(reading: Reading, clock: Found) -> Found:
    """The day that stands right after a clock time: «مساء اليوم», «من صباح الأحد»."""
    start = clock.end + (reading.form(clock.end) in ("من", "في", "يوم"))
    day = part_found(reading, start) or day_found(reading, start) or weekday_found(reading, start)
    if day is None or day.value.value is None or day.value.begins is None:
        return clock
    hour = int((clock.value.value or "T0")[1:3])
    part = (day.value.value or "").rpartition("T")[2]
    told = f"T{_in_day(hour, part):02}{(clock.value.value or '')[3:]}"
    value = TimeValue("TIME", day.value.begins.isoformat() + told, day.value.begins, day.value.ends, day.value.anchored)
    return dataclasses.replace(clock, end=day.end, value=value)
