"""Time expressions of a text: the longest reading at each place, then intervals («من … إلى», «بين … و»)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from takhrij.annotate.calendar import TimeValue, a_year, begins_month, moved, safe_date, time_word
from takhrij.annotate.clocks import clock_found
from takhrij.annotate.dates import day_month
from takhrij.annotate.relatives import RELATIVE_RULES
from takhrij.annotate.time_reading import Found, Reading
from takhrij.annotate.weekdays import numbered_day, this_weekday, weekday_found
from takhrij.annotate.years import decade_found, lone_year, part_of_year, year_found

_RULES = (
    *RELATIVE_RULES,
    day_month,
    weekday_found,
    this_weekday,
    year_found,
    decade_found,
    clock_found,
    numbered_day,
    lone_year,
    part_of_year,
)
# The heads that a time can begin with and that are neither numbers, months nor words of time.
_HEAD_WORDS = (
    "قبل منذ قبيل بعد خلال كل هذا هذه ذلك تلك اول عام العام سنه السنه لعام لسنه بعام للعام عامي شهر لشهر بشهر شهري القرن "
    "بالقرن الساعه بالساعه للساعه منتصف بقيه باقي عطله بعطله نهايه يوم ليوم"
)
_HEADS = frozenset(_HEAD_WORDS.split())
_TO = frozenset({"الي", "حتي", "-", "لغايه", "و"})


def times_of(reading: Reading) -> list[Found]:
    """Every time in the tokens, left to right, none overlapping."""
    out: list[Found] = []
    position = 0
    while position < len(reading.tokens):
        found = interval_found(reading, position) or _longest_at(reading, position)
        if found:
            found = _with_clock(reading, found)
            out.append(found)
            position = found.end
        else:
            position += 1
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
    value = replace(found.value, type="TIME", value=f"{found.value.begins.isoformat()}{clock.value.value}")
    return Found(found.first, clock.end, value)


def _longest_at(reading: Reading, position: int) -> Found | None:
    if not _may_begin(reading, position):
        return None
    found = [time for rule in _RULES if (time := rule(reading, position))]
    return max(found, key=lambda time: time.end) if found else None


def _may_begin(reading: Reading, position: int) -> bool:
    form = reading.form(position)
    return bool(form) and (position in reading.numbers or _leads(form))


@lru_cache(maxsize=100_000)
def _leads(form: str) -> bool:
    """Whether a time may begin with this word."""
    bare = form[1:] if form[0] in "وف" and len(form) > 3 else form
    return form[0].isdigit() or bare in _HEADS or time_word(form) is not None or begins_month(form) or bare.endswith(("ينات", "ينيات"))


def interval_found(reading: Reading, position: int) -> Found | None:
    """«من 4 إلى 23 مارس», «بين يناير ومارس 2016», «بين 2014-2018»."""
    head = reading.bare(position)
    if head == "ما" and reading.form(position + 1) == "بين":
        inner = interval_found(reading, position + 1)
        return Found(position, inner.end, inner.value) if inner else None
    if head not in ("من", "بين", "الفتره") and not reading.form(position)[0].isdigit():
        return None
    start = position + (not reading.form(position)[0].isdigit())
    days = _days_of_one_month(reading, start)
    if days:
        return Found(position, days.end, days.value)
    return _two_times(reading, position, start) if start > position else _two_years(reading, position)


def _days_of_one_month(reading: Reading, start: int) -> Found | None:
    """«2-7 فبراير 2018», «4 إلى 23 الشهر المقبل»: the month is told once."""
    first = reading.small(start, 31)
    if first is None:
        return None
    at = _after_to(reading, first[1])
    last = _longest_at(reading, at) if at else None
    if last is None or last.value.begins is None or last.value.begins != last.value.ends or reading.small(at, 31) is None:
        month = _loose_month(reading, at)
        return Found(start, month[1], _between(month[0], first[0], month[2])) if month else None
    begins = safe_date(last.value.begins.year, last.value.begins.month, first[0])
    return Found(start, last.end, _interval(begins, last.value.begins, anchored=last.value.anchored)) if begins else None


def _loose_month(reading: Reading, at: int) -> tuple[date, int, int] | None:
    """«23 الشهر المقبل»: the month by its first day, where it ends, the day."""
    day = reading.small(at, 31) if at else None
    if day is None or reading.anchor is None:
        return None
    month_at = day[1] + (reading.form(day[1]) == "من")
    this = reading.form(month_at) == "هذا"
    unit, shift = reading.is_kind(month_at + this, "unit"), reading.is_kind(month_at + this + 1, "shift")
    if unit is None or unit.value != "M" or not (shift or this):
        return None
    begins = moved(reading.anchor, "M", int(shift.value) if shift else 0).begins
    return (begins, month_at + this + 1 + (shift is not None), day[0]) if begins else None


def _between(month: date, first: int, last: int) -> TimeValue:
    return _interval(safe_date(month.year, month.month, first), safe_date(month.year, month.month, last), anchored=True)


def _after_to(reading: Reading, at: int) -> int:
    """The place after «إلى», «-» or a «و» that is joined to the next word; 0 where there is none."""
    if reading.form(at) in _TO:
        return at + 1
    return at if reading.form(at).startswith("و") else 0


def _two_times(reading: Reading, position: int, start: int) -> Found | None:
    first = _bare_year(reading, start) or _longest_at(reading, start)
    at = _after_to(reading, first.end) if first else 0
    last = (_bare_year(reading, at) or _longest_at(reading, at)) if at else None
    if first is None or last is None or "DURATION" in (first.value.type, last.value.type):
        return None
    begins, ends = first.value.begins, last.value.ends
    if first.value.value and first.value.value.startswith("T") and (last.value.value or "").startswith("T"):
        return Found(position, last.end, TimeValue("TIME", f"{first.value.value}/{last.value.value}"))
    if first.value.anchored and not last.value.anchored and begins and ends and begins > ends:
        begins = safe_date(ends.year, begins.month, begins.day)
    if begins is None or ends is None or begins > ends:
        return None
    return Found(position, last.end, _interval(begins, ends, anchored=first.value.anchored or last.value.anchored))


def _bare_year(reading: Reading, position: int) -> Found | None:
    """A likely year with nothing to mark it: only between «من» and «إلى»."""
    year = reading.year(position)
    date_like = reading.form(position + 1) in ("/", ".") and reading.form(position + 2)[:1].isdigit()
    return Found(position, position + 1, a_year(year)) if year and 1900 <= year <= 2100 and not date_like else None


def _two_years(reading: Reading, position: int) -> Found | None:
    """«2014-2018»."""
    first, last = _bare_year(reading, position), _bare_year(reading, position + 2)
    if not first or not last or reading.form(position + 1) not in ("-", "/") or reading.form(position - 1) in ("-", "/"):
        return None
    begins, ends = first.value.begins, last.value.ends
    return Found(position, last.end, _interval(begins, ends, anchored=False)) if begins and ends and begins < ends else None


def _interval(begins: date | None, ends: date | None, *, anchored: bool) -> TimeValue:
    if begins is None or ends is None:
        return TimeValue("DATE", None)
    value = begins.isoformat() if begins == ends else f"{begins.isoformat()}/{ends.isoformat()}"
    return TimeValue("DATE", value, begins, ends, anchored)


def covered(found: Iterable[Found]) -> set[int]:
    """The tokens that times have taken."""
    return {position for time in found for position in range(time.first, time.end)}
