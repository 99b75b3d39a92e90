"""Clock times: «الساعة الثالثة والنصف بعد الظهر», «14:05 بتوقيت غرينتش», «السابعة مساء»."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

from takhrij.annotate.calendar import TimeValue
from takhrij.annotate.relatives import day_found, part_found
from takhrij.annotate.time_reading import Found, Reading
from takhrij.annotate.weekdays import weekday_found
from takhrij.text.lemmas import is_verb, lemma

_HOUR_WORDS = frozenset({"الساعه", "بالساعه", "والساعه", "للساعه"})
_MIDDLES = {"الليل": "T00", "ليل": "T00", "ليله": "T00", "النهار": "T12", "الظهر": "T12", "الصباح": "T10"}
# The prayer or part of the day right after «الساعة 8»; «المغرب» is a country elsewhere.
_AFTER_HOURS = {"العشاء": "EV", "المغرب": "EV", "المسا": "EV", "العصر": "AF", "الظهر": "AF", "الظهيره": "AF",
                "الفجر": "MO", "الصبح": "MO", "الضحي": "MO", "بالليل": "NI"}  # fmt: skip
_POINTS_OF_TIME = frozenset({"تمام", "عند"})  # «في تمام الخامسة»
_COMING = frozenset("عاد غادر رجع وصل انطلق بدا خرج جاء حضر رحل ذهب".split())  # noqa: SIM905
_FIRST_PARTS = {"الظهر": "AF", "العصر": "AF", "المساء": "EV", "مساء": "EV", "صباحا": "MO", "الصباح": "MO", "ظهرا": "AF"}
_MEALS = {"الغداء": "AF", "الفطور": "MO", "الافطار": "EV", "العشاء": "EV"}
_ACCUSATIVES = {"ثلثا": Fraction(1, 3)}  # «إلا ثلثا» is a third, elsewhere two thirds
_ZONES = frozenset({"بتوقيت", "توقيت", "ت", "جرينتش", "غرينتش", "جمت", "gmt"})
_NOON, _DAY_HOURS, _HOUR = 12, 24, 60
_FOUR_DIGITS = 4
Clock = tuple[int, int | None, int | None]


def clock_found(reading: Reading, position: int) -> Found | None:
    """A clock time, with the part of the day and the day that stand beside it."""
    for rule in (_middle_found, _part_first, _minutes_to, _spoken):
        other = rule(reading, position)
        if other:
            return other
    led = reading.form(position) in _HOUR_WORDS
    read = _hour_at(reading, position + led)
    if read is None:
        return None
    (hour, minute, second), end = read
    half, end = _half_of_day(reading, end)
    if led and half is None and reading.form(end) in _AFTER_HOURS:
        half, end = _AFTER_HOURS[reading.form(end)], end + 1
    end += 2 * (half is not None and reading.form(end) == "وقت" and reading.form(end + 1) in _MEALS)
    led = led or (_is_hour_word(reading, position) and _leads_to_hour(reading, position))
    zoned = reading.form(end) in _ZONES and reading.form(position) != reading.form(end)
    tonight = _is_hour_word(reading, position) and day_found(reading, end + (reading.form(end) in ("هذه", "من")))
    if not led and half is None and minute is None and not tonight:
        return None
    if not led and half is None and not (tonight or zoned or _has_colon(reading, position) or _is_hour_word(reading, position)):
        return None
    if half and minute is None:
        minute, end = _minutes_after(reading, end)
    hour = _in_day(hour, half or ("EV" if tonight and hour < _NOON and "ليله" in reading.form(tonight.end - 1) else None))
    return _with_day(reading, Found(position, _zone_end(reading, end), _moment(hour, minute, second)))


def _leads_to_hour(reading: Reading, position: int) -> bool:
    """«في تمام الخامسة», «سيعود الحادية عشرة»: what shows a feminine ordinal to be an hour with no «الساعة» before it."""
    before = reading.form(position - 1)
    bare = before[1:] if before.startswith("س") else before
    return before in _POINTS_OF_TIME or (len(bare) > 2 and is_verb(bare) and lemma(bare) in _COMING)


def _minutes_after(reading: Reading, end: int) -> tuple[int | None, int]:
    """«9 مساء وثلاثة أرباع»: what is left of the hour after the half of the day."""
    number = reading.number(end)
    if number is None or not number.joined or number.kind != "fraction" or number.value >= 1:
        return None, end
    return int(number.value * _HOUR), number.end


def _part_first(reading: Reading, position: int) -> Found | None:
    """«بعد الظهر الساعة 7», «الظهر الساعة 1», «مساء الساعة 8»: the half of the day before the hour."""
    meal = _MEALS.get(reading.form(position + 1)) if reading.form(position) == "وقت" else None
    at = position + (reading.form(position) == "بعد" or meal is not None)
    half = meal or _FIRST_PARTS.get(reading.form(at))
    if half is None:
        return None
    start = at + 1 + (reading.form(at + 1) in ("عند", "في"))
    led = reading.form(start) in _HOUR_WORDS
    read = _hour_at(reading, start + led) if led or _has_colon(reading, start) else None
    if read is None:
        return None
    (hour, minute, second), end = read
    half_after, end = _half_of_day(reading, end)
    return _with_day(reading, Found(position, end, _moment(_in_day(hour, half_after or half), minute, second)))


def _moment(hour: int, minute: int | None, second: int | None) -> TimeValue:
    value = f"T{hour:02}" + (f":{minute:02}" if minute is not None else "") + (f":{second:02}" if second is not None else "")
    return TimeValue("TIME", value)


def _minutes_to(reading: Reading, position: int) -> Found | None:
    """«ثلاث دقائق قبل الثامنة», «عشر دقائق بعد الخامسة مساء»."""
    number = reading.number(position)
    unit = reading.is_kind(number.end, "units") or reading.is_kind(number.end, "unit") if number else None
    if number is None or unit is None or unit.value != "TM" or reading.form(number.end + 1) not in ("قبل", "بعد"):
        return None
    before, at = reading.form(number.end + 1) == "قبل", number.end + 2
    at += reading.form(at) in _HOUR_WORDS
    hour = reading.number(at)
    if hour is None or not _is_hour_word(reading, at) or not 0 < number.value < _HOUR or hour.value > _NOON:
        return None
    half, end = _half_of_day(reading, hour.end)
    whole, minutes = _in_day(int(hour.value), half), int(number.value)
    return Found(position, end, _moment((whole - 1) % _DAY_HOURS if before else whole, _HOUR - minutes if before else minutes, None))


def _spoken(reading: Reading, position: int) -> Found | None:
    """«ثمانية وأربعين مساء» is 20:40: hour and minutes in words, shown to be a time by the half of the day or «سيعود»."""
    number = reading.number(position)
    if number is None or number.digits or number.kind != "cardinal":
        return None
    tens = number.value - number.value % 10
    if _DAY_HOURS < number.value < _HOUR and number.value != tens:
        hour, minute, end = int(number.value % 10), int(tens), number.end
    else:
        more = reading.number(number.end)
        if more is None or not more.joined or more.digits or not 0 < more.value < _HOUR or number.value > _DAY_HOURS:
            return None
        hour, minute, end = int(number.value), int(more.value), more.end
    half, stop = _half_of_day(reading, end)
    told = half is not None or _leads_to_hour(reading, position)
    return Found(position, stop, _moment(_in_day(hour, half), minute, None)) if told and not reading.form(stop)[:1].isalpha() else None


def _is_hour_word(reading: Reading, position: int) -> bool:
    """«الثامنة» with a fraction after it is an hour even without «الساعة»."""
    number = reading.number(position)
    return number is not None and number.kind == "ordinal" and number.definite and reading.form(position).endswith("ه")


def _has_colon(reading: Reading, position: int) -> bool:
    return reading.form(position + 1) == ":"


def _middle_found(reading: Reading, position: int) -> Found | None:
    """«منتصف الليل», «منتصف النهار», «منتصف الصباح»."""
    if reading.bare(position).removeprefix("ال") not in ("منتصف", "بمنتصف"):
        return None
    at = position + 1 + (reading.form(position + 1) == "-")
    word = reading.form(at)
    if word not in _MIDDLES:
        return None
    return _with_day(reading, Found(position, at + 1, TimeValue("TIME", _MIDDLES[word])))


def _hour_at(reading: Reading, position: int) -> tuple[Clock, int] | None:
    """Hour, minute, second and where they end: «7:56:30», «الثالثة والنصف», «التاسعة إلا ربعا»."""
    pointed = _pointed_hour(reading, position)
    if pointed:
        return pointed
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
        return None
    whole = int(number.value)
    if number.value != whole:
        return (whole, int((number.value - whole) * 60), None), number.end
    return _with_fraction(reading, whole, number.end) if whole <= _NOON else None


def _pointed_hour(reading: Reading, position: int) -> tuple[Clock, int] | None:
    """«الساعة 15,30», «الساعة 7.30», «الساعة 1807», «1807 بتوقيت غرينتش»."""
    hour, minute = _hour_and_minute(reading.form(position).replace(".", ","))
    told = reading.form(position - 1) in _HOUR_WORDS or reading.form(position + 1) in _ZONES
    told = told or (reading.form(position + 1) in ("صباحا", "مساء", "ليلا", "فجرا", "ظهرا") and part_found(reading, position + 1) is None)
    return ((hour, minute, None), position + 1) if told and 0 <= hour <= _DAY_HOURS and minute < _HOUR else None


def _hour_and_minute(form: str) -> tuple[int, int]:
    """The two parts of «15,30» and «1807»; an hour of -1 where the form has no such parts."""
    hour, comma, minute = form.partition(",")
    if not comma and len(form) in (_FOUR_DIGITS - 1, _FOUR_DIGITS):
        hour, minute = form[:-2], form[-2:]
    right = len(minute) == 2 and 0 < len(hour) <= 2 and (hour + minute).isascii() and (hour + minute).isdigit()
    return (int(hour), int(minute)) if right else (-1, 0)


def _with_fraction(reading: Reading, hour: int, end: int) -> tuple[Clock, int]:
    """«والنصف», «والثلث», «إلا ربعا», «وعشر دقائق» after the hour."""
    minus = reading.form(end) in ("الا", "الاربع")
    at = end + (minus or reading.form(end) == "و")
    number = reading.number(at)
    joined = number is not None and (number.joined or at > end)
    if number is None or not joined:
        return (hour, None, None), end
    value = _ACCUSATIVES.get(reading.form(at), number.value) if minus else number.value
    minutes = value * 60 if value < 1 else value
    unit = reading.is_kind(number.end, "unit") or reading.is_kind(number.end, "units")
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
        return end + 2 + (reading.form(end + 2) == "المكرمه")
    if reading.form(end) == "ت" and reading.form(end + 1 + (reading.form(end + 1) == ".")) == "غ":
        return end + 2 + (reading.form(end + 1) == ".")
    return end + 1 if reading.form(end) in _ZONES - {"ت"} else end


def _with_day(reading: Reading, clock: Found) -> Found:
    """The day that stands right after a clock time: «مساء اليوم», «من صباح الأحد»."""
    start = clock.end + (reading.form(clock.end) in ("من", "في", "يوم", "هذه"))
    day = part_found(reading, start) or day_found(reading, start) or weekday_found(reading, start)
    if day is None or day.value.value is None or day.value.begins is None:
        return clock
    hour = int((clock.value.value or "T0")[1:3])
    part = (day.value.value or "").rpartition("T")[2]
    told = f"T{_in_day(hour, part):02}{(clock.value.value or '')[3:]}"
    value = TimeValue("TIME", day.value.begins.isoformat() + told, day.value.begins, day.value.ends, day.value.anchored)
    return dataclasses.replace(clock, end=day.end, value=value)
