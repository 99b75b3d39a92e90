"""Time expressions of a text: the longest reading at each place, intervals before single times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from takhrij.annotate.calendar import begins_month, time_word
from takhrij.annotate.clocks import clock_found
from takhrij.annotate.dates import day_month, numeric_date
from takhrij.annotate.durations import duration_found
from takhrij.annotate.holidays import begins_holiday
from takhrij.annotate.intervals import interval_found, opens_interval
from takhrij.annotate.merged import with_other_name
from takhrij.annotate.month_days import MONTH_RULES
from takhrij.annotate.relatives import RELATIVE_RULES
from takhrij.annotate.sets import rate_found, set_found
from takhrij.annotate.time_reading import Found, Reading
from takhrij.annotate.weekdays import day_number, day_of_week, nth_weekday, numbered_day, this_weekday, weekday_found
from takhrij.annotate.weeks import week_of_found, weekend_found
from takhrij.annotate.years import decade_found, lone_year, next_year, part_of_year, year_found

_DIGIT_RULES = (duration_found, day_number, numeric_date, day_month, year_found, clock_found, numbered_day, next_year, lone_year)
_WORD_RULES = (
    rate_found,
    set_found,
    weekend_found,
    week_of_found,
    *RELATIVE_RULES,
    day_month,
    weekday_found,
    this_weekday,
    year_found,
    decade_found,
    clock_found,
    nth_weekday,
    *MONTH_RULES,
    day_of_week,
    numbered_day,
    part_of_year,
)
# The heads that a time can begin with and that are neither numbers, months nor words of time.
_HEAD_WORDS = (
    "قبل منذ قبيل بعد خلال كل هذا هذه ذلك تلك اول عام العام سنه السنه لعام لسنه بعام للعام عامي شهر لشهر بشهر شهري القرن "
    "بالقرن الساعه بالساعه للساعه منتصف بقيه باقي عطله بعطله نهايه يوم ليوم هذه وقت ايام اخر الاخير "
    "عده غره بغره النصف بالنصف للنصف الثلث بالثلث الربع بالربع"
)
_HEADS = frozenset(_HEAD_WORDS.split())


def times_of(reading: Reading) -> list[Found]:
    """Every time in the tokens, left to right, none overlapping."""
    out: list[Found] = []
    free = 0  # behind the time before
    for position in [at for at, token in enumerate(reading.tokens) if at in reading.numbers or _may_open(token.form)]:
        found = interval_found(reading, position, longest_at) if position >= free else None
        if found:
            out.append(_with_clock(reading, with_other_name(reading, found, longest_at)))
            free = out[-1].end
    return out


def _with_clock(reading: Reading, found: Found) -> Found:
    """«الثلاثاء الساعة العاشرة صباحا»: a clock time right after a day is a moment of that day."""
    if found.value.begins is None or found.value.begins != found.value.ends or found.value.type != "DATE":
        return found
    at = found.end + (reading.form(found.end) in ("في", "عند", "،"))
    led = reading.form(at) in ("الساعه", "بالساعه") or reading.form(at + 1) == ":"
    clock = clock_found(reading, at) if led else None
    if clock is None or not (clock.value.value or "").startswith("T"):
        return found
    told = clock.value.value or ""
    if reading.form(found.end - 1) in ("الليله", "الليل") and "T06" <= told[:3] < "T12":
        told = f"T{int(told[1:3]) + 12}{told[3:]}"  # «الليلة الساعة 9»
    value = replace(found.value, type="TIME", value=f"{found.value.begins.isoformat()}{told}")
    return Found(found.first, clock.end, value)


def longest_at(reading: Reading, position: int) -> Found | None:
    """The time that reaches farthest from a position."""
    if not _may_begin(reading, position):
        return None
    form = reading.form(position)
    rules = _DIGIT_RULES if form[0].isdigit() or form[-1].isdigit() else _WORD_RULES
    found = [time for rule in rules if (time := rule(reading, position))]
    return max(found, key=lambda time: time.end) if found else None


def _may_begin(reading: Reading, position: int) -> bool:
    form = reading.form(position)
    return bool(form) and (position in reading.numbers or _leads(form))


@lru_cache(maxsize=100_000)
def _may_open(form: str) -> bool:
    """Whether an interval or a single time may begin with this word."""
    return opens_interval(form) or _leads(form)


@lru_cache(maxsize=100_000)
def _leads(form: str) -> bool:
    """Whether a time may begin with this word."""
    bare = form[1:] if form[0] in "وف" and len(form) > 3 else form
    if form[0].isdigit() or bare in _HEADS or time_word(form) is not None:
        return True
    return begins_month(form) or begins_holiday(form) or bare.endswith(("ينات", "ينيات"))


def covered(found: Iterable[Found]) -> set[int]:
    """The tokens that times have taken."""
    return {position for time in found for position in range(time.first, time.end)}
