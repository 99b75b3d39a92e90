"""Days, weeks, months, years and what they are called: the arithmetic behind time expressions."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, lru_cache

from hijridate import Gregorian, Hijri

from takhrij.text.days import safe_date
from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon
from takhrij.text.number_words import plain

_HIJRI_YEARS = range(1343, 1501)  # what the Umm al-Qura tables hold
_HIJRI_TABLES = range(1926, 2076)  # Gregorian years that they hold with a year to spare
_BEFORE_MONTHS = ("", "و", "ب", "ل", "ف")
_CLITICS = ("", "و", "ب", "ل", "ف", "وب", "ول", "ك")
_WITH_ARTICLE = frozenset({"unit", "units", "dual", "part", "season"})  # the kinds of words that the list has without it
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_LONGEST_SHIFT = 10_000  # units; a longer one is no time that news tells


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A TIMEX3 type and value with the days it covers; `anchored` where the document's date was needed."""

    type: str
    value: str | None
    begins: date | None = None
    ends: date | None = None
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word of time: its kind and value, and whether it has the article."""

    kind: str
    value: str
    definite: bool


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month as it is called: its number, its calendar, whether the name alone tells a month, how many words it has."""

    month: int
    hijri: bool
    alone: bool
    words: int


@cache
def _time_words() -> dict[str, tuple[str, str]]:
    return {folded(row["form"]): (row["kind"], row["value"]) for row in lexicon("annotate", "time_words")}


@cache
def _time_forms() -> dict[str, TimeWord | None]:
    """Every form of the words of time, with particles and article before them."""
    words = _time_words()
    out: dict[str, TimeWord | None] = {}
    for clitic in _CLITICS:
        for rest, (kind, value) in words.items():
            if len(rest) > 2 or not clitic:
                out.setdefault(clitic + rest, TimeWord(kind, value, rest.startswith("ال")))
        for rest, (kind, value) in words.items():
            if len(rest) > 2:
                out.setdefault(f"{clitic}ال{rest}", TimeWord(kind, value, True) if kind in _WITH_ARTICLE else None)
    return out


def time_word(form: str) -> TimeWord | None:
    """What a folded word says of time, joined particles and article taken off.

    >>> time_word("بالاسبوع")
    TimeWord(kind='unit', value='W', definite=True)
    """
    return _time_forms().get("ال" + form[2:] if form.startswith("لل") else form)


@cache
def _months() -> dict[str, MonthName]:
    return {
        folded(row["form"]): MonthName(int(row["month"]), row["calendar"] == "h", row["alone"] == "yes", len(row["form"].split()))
        for row in lexicon("annotate", "month_names")
    }


@cache
def _month_heads() -> frozenset[str]:
    return frozenset(clitic + name.split()[0] for name in _months() for clitic in _BEFORE_MONTHS)


def begins_month(form: str) -> bool:
    """Whether a folded word may be the first of a month's name."""
    return form in _month_heads()


@lru_cache(maxsize=50_000)
def month_name(form: str, following: str) -> MonthName | None:
    """The month that a folded word names, with the word after it where the name has two."""
    months = _months()
    for clitic in _BEFORE_MONTHS:
        if form.startswith(clitic):
            rest = form[len(clitic) :]
            found = months.get(f"{rest} {following}") or months.get(rest)
            if found and (not clitic or found.alone or len(rest) > 3):
                return found
    return None


def a_day(day: date, *, anchored: bool = False) -> TimeValue:
    """One day."""
    return TimeValue("DATE", day.isoformat(), day, day, anchored)


def a_month(year: int, month: int, *, anchored: bool = False) -> TimeValue:
    """One month: «2018-04»."""
    if not (0 < year < 10_000 and 0 < month < 13):
        return TimeValue("DATE", None)
    last = calendar.monthrange(year, month)[1]
    return TimeValue("DATE", f"{year:04}-{month:02}", date(year, month, 1), date(year, month, last), anchored)


def a_year(year: int, *, anchored: bool = False) -> TimeValue:
    """One year."""
    if not 0 < year < 10_000:
        return TimeValue("DATE", None)
    return TimeValue("DATE", f"{year:04}", date(year, 1, 1), date(year, 12, 31), anchored)


def a_week(day: date, *, anchored: bool = False) -> TimeValue:
    """The ISO week that holds a day."""
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return TimeValue("DATE", f"{year}-W{week:02}", monday, monday + timedelta(days=6), anchored)


def years_from(first: int, count: int, *, anchored: bool = False) -> TimeValue:
    """A decade or century by its first year: «198» and «19» in TIMEX3."""
    if not 0 < first < 9_000:
        return TimeValue("DATE", None)
    return TimeValue("DATE", str(first // count), date(first, 1, 1), date(first + count - 1, 12, 31), anchored)


def a_season(year: int, season: str, *, anchored: bool = False) -> TimeValue:
    """A season of a year: «2016-SU»; winter begins in December of the year that is told."""
    first, last = _SEASON_MONTHS[season]
    if not 0 < year < 9_999:
        return TimeValue("DATE", None)
    ends = a_month(year + (last < first), last).ends
    return TimeValue("DATE", f"{year:04}-{season}", date(year, first, 1), ends, anchored)


def hijri_day(year: int, month: int, day: int | None) -> TimeValue | None:
    """A Hijri date in Gregorian days (Umm al-Qura), None outside its tables."""
    if year not in _HIJRI_YEARS or (day is not None and not 0 < day < 31):
        return None
    first = Hijri(year, month, 1)
    if day is not None and day > first.month_length():
        return None
    begins = Hijri(year, month, day or 1).to_gregorian()
    ends = begins if day else Hijri(year, month, first.month_length()).to_gregorian()
    begins, ends = date(begins.year, begins.month, begins.day), date(ends.year, ends.month, ends.day)
    return a_day(begins) if day else TimeValue("DATE", f"{begins.isoformat()}/{ends.isoformat()}", begins, ends)


def hijri_near(anchor: date | None, month: int, day: int | None, shift: int | None) -> TimeValue | None:
    """A Hijri date without its year: the one nearest to the anchor, the last one before it or the next after it."""
    if anchor is None or anchor.year not in _HIJRI_TABLES:
        return None
    year = Gregorian(anchor.year, anchor.month, anchor.day).to_hijri().year
    offers = [offer for told in (year - 1, year, year + 1) if (offer := hijri_day(told, month, day)) and offer.begins and offer.ends]
    days = [(offer, (offer.begins - anchor).days) for offer in offers if offer.begins]
    if shift is not None and shift != 0:
        days = [(offer, away) for offer, away in days if (away < 0) == (shift < 0)]
    if not days:
        return None
    nearest = min(days, key=lambda pair: abs(pair[1]))[0]
    return replace(nearest, anchored=True)


def hijri_year(year: int) -> TimeValue | None:
    """A Hijri year in Gregorian days."""
    first, last = hijri_day(year, 1, 1), hijri_day(year, 12, None)
    if 0 < year < _HIJRI_YEARS.start:
        begins, ends = _by_rule(year), _by_rule(year + 1) - timedelta(days=1)
        return TimeValue("DATE", f"{begins.isoformat()}/{ends.isoformat()}", begins, ends)
    if first is None or last is None or first.begins is None or last.ends is None:
        return None
    return TimeValue("DATE", f"{first.begins.isoformat()}/{last.ends.isoformat()}", first.begins, last.ends)


def _by_rule(year: int) -> date:
    """The first day of a Hijri year before the tables, by the rule of thirty years (a day more or less)."""
    return date(622, 7, 19) + timedelta(days=354 * (year - 1) + (3 + 11 * year) // 30)


def nearest_year(anchor: date, month: int, day: int) -> int:
    """The year that brings a day of the year nearest to the anchor, the past one where both are as near."""
    offers = [(abs((found - anchor).days), year) for year in (anchor.year - 1, anchor.year, anchor.year + 1)
              if (found := safe_date(year, month, day))]  # fmt: skip
    return min(offers)[1] if offers else anchor.year


def weekday_near(anchor: date, weekday: int, shift: int | None) -> date:
    """The day a weekday means: bare, the last one up to the date; «الماضي» the one before, «المقبل» the next."""
    back = (anchor.isoweekday() - weekday) % 7
    if shift is None:
        return anchor - timedelta(days=back)
    if shift > 0:
        return anchor + timedelta(days=(weekday - anchor.isoweekday() - 1) % 7 + 1)
    if shift == 0:
        return anchor - timedelta(days=anchor.isoweekday() - weekday)
    return anchor - timedelta(days=back or 7)


def moved(anchor: date, unit: str, count: int) -> TimeValue:
    """The day, month or year that lies `count` units from the anchor."""
    if abs(count) > _LONGEST_SHIFT:
        return TimeValue("DATE", None)
    months = anchor.year * 12 + anchor.month - 1 + count
    if unit == "M":
        return a_month(months // 12, months % 12 + 1, anchored=True)
    if unit in ("Y", "E", "C"):
        return a_year(anchor.year + count * {"Y": 1, "E": 10, "C": 100}[unit], anchored=True)
    days = {"D": count, "W": 7 * count}.get(unit, 0)
    return a_day(anchor + timedelta(days=days), anchored=True)


def period_of(anchor: date, unit: str, shift: int) -> TimeValue | None:
    """«الأسبوع الماضي», «الشهر الجاري», «العام المقبل»: the whole unit before, at or after the anchor."""
    if unit == "W":
        return a_week(anchor + timedelta(days=7 * shift), anchored=True)
    if unit == "E":
        return years_from((anchor.year // 10 + shift) * 10, 10, anchored=True)
    if unit == "C":
        return years_from((anchor.year // 100 + shift) * 100, 100, anchored=True)
    return moved(anchor, unit, shift) if unit in ("D", "M", "Y") else None


def duration_value(count: str, unit: str) -> str:
    """The TIMEX3 duration: «PT48H», «P3D»; decades and centuries are told in years.

    >>> duration_value("48", "TH")
    'PT48H'
    """
    if unit in ("E", "C"):
        years = {"E": 10, "C": 100}[unit]
        return f"P{plain(Fraction(count) * years) if count != 'X' else 'X'}Y"
    return f"PT{count}{unit[1]}" if unit.startswith("T") else f"P{count}{unit}"
