"""Days that are called by a name: «عيد الفطر», «ليلة رأس السنة», «ثاني أيام عيد الأضحى», «كريسماس 2014»."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from takhrij.annotate.calendar import TimeValue, a_day, hijri_day, hijri_near, nearest_year
from takhrij.annotate.time_reading import Found, Reading
from takhrij.annotate.years import year_at
from takhrij.text.days import safe_date
from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon

_CLITICS = ("", "و", "ب", "ل", "ف")
_ORDINAL_DAYS = frozenset({"ايام", "يوم"})
_PERIODS = frozenset({"عطله", "اجازه", "عطلتي", "ايام"})  # «إجازة عيد الفطر» is all its days


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day: its words, its calendar (g, h), month and day (None where countries differ), and how many days it lasts."""

    words: tuple[str, ...]
    calendar: str
    month: int | None
    day: int
    days: int


@cache
def _holidays() -> dict[str, tuple[Holiday, ...]]:
    """First word to the holidays that begin with it, the longest name first."""
    out: dict[str, list[Holiday]] = {}
    for row in lexicon("annotate", "holidays"):
        words = tuple(folded(row["form"]).split())
        known = Holiday(words, row["calendar"], int(row["month"]) if row["month"] else None, int(row["day"] or 0), int(row["days"]))
        out.setdefault(words[0], []).append(known)
    return {first: tuple(sorted(rows, key=lambda row: -len(row.words))) for first, rows in out.items()}


@lru_cache(maxsize=50_000)
def begins_holiday(form: str) -> bool:
    """Whether a named day may begin with this word, particles before it apart."""
    return bool(_offers(form))


def _offers(form: str) -> tuple[Holiday, ...]:
    known = _holidays()
    bare = "ال" + form[2:] if form.startswith("لل") else form
    return tuple(row for clitic in _CLITICS if bare.startswith(clitic) for row in known.get(bare[len(clitic) :], ()))


def holiday_found(reading: Reading, position: int) -> Found | None:
    """The named day at a position, with its year where one is told; «ثاني أيام عيد الفطر» is its second day."""
    number = reading.small(position, 10)
    ordinal = number is not None and number[1] == position + 1 and reading.numbers[position].kind == "ordinal"
    if number and ordinal and reading.form(position + 1) in _ORDINAL_DAYS:
        whole = _named(reading, position + 2)
        return _nth_day(position, whole, number[0]) if whole else None
    found = _named(reading, position)
    if found is None or found.value.begins is None:
        return found
    led = reading.bare(position - 1).lstrip("بل") in _PERIODS
    return found if led else replace(found, value=_first_day(found.value))


def _named(reading: Reading, position: int) -> Found | None:
    """The holiday with all its days."""
    for row in _offers(reading.form(position)):
        end = position + len(row.words)
        if tuple(reading.form(at) for at in range(position + 1, end)) != row.words[1:]:
            continue
        year, stop = _year_after(reading, end)
        return Found(position, stop, _value(reading, row, year, end))
    return None


def _year_after(reading: Reading, end: int) -> tuple[int | None, int]:
    at = end + (reading.form(end) in ("من", "في", "ل"))
    told = year_at(reading, at)
    return (told[0], told[1]) if told else (None, end)


def _value(reading: Reading, row: Holiday, year: int | None, end: int) -> TimeValue:
    if row.month is None:
        return TimeValue("DATE", None)
    shift = reading.is_kind(end, "shift")
    if row.calendar == "h":
        return _lasting(_hijri(reading.anchor, row, year, int(shift.value) if shift else None), row.days)
    if year is None and reading.anchor is None:
        return TimeValue("DATE", f"XXXX-{row.month:02}-{row.day:02}")
    told = year or (nearest_year(reading.anchor, row.month, row.day) if reading.anchor else 0)
    day = safe_date(told, row.month, row.day)
    return _lasting(a_day(day, anchored=year is None) if day else None, row.days)


def _hijri(anchor: date | None, row: Holiday, year: int | None, shift: int | None) -> TimeValue | None:
    """In a Hijri year that is told, in a Gregorian one, or the one nearest to the article."""
    if year is None:
        return hijri_near(anchor, row.month or 1, row.day, shift)
    if year < 1600:
        return hijri_day(year, row.month or 1, row.day)
    found = hijri_near(date(year, 7, 1), row.month or 1, row.day, None)
    return replace(found, anchored=False) if found and found.begins and found.begins.year == year else None


def _lasting(first: TimeValue | None, days: int) -> TimeValue:
    if first is None or first.begins is None:
        return TimeValue("DATE", None)
    if days == 1:
        return first
    ends = first.begins + timedelta(days=days - 1)
    return replace(first, value=f"{first.begins.isoformat()}/{ends.isoformat()}", ends=ends)


def _first_day(value: TimeValue) -> TimeValue:
    return replace(value, value=value.begins.isoformat(), ends=value.begins) if value.begins else value


def _nth_day(position: int, whole: Found, number: int) -> Found:
    begins = whole.value.begins
    if begins is None:
        return replace(whole, first=position)
    return Found(position, whole.end, a_day(begins + timedelta(days=number - 1), anchored=whole.value.anchored))
