"""Times with two ends: «من 4 إلى 23 مارس», «بين يناير ومارس», «عامي 2015 و2016», «بين 3 و7 سنوات»."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from takhrij.annotate.calendar import TimeValue, a_day, a_year, duration_value, hijri_year, moved
from takhrij.annotate.dates import month_found
from takhrij.annotate.durations import units_at
from takhrij.annotate.time_reading import At, Found, Reading
from takhrij.annotate.years import HIJRI_MARKS, HIJRI_YEARS, LIKELY_YEARS
from takhrij.text.days import safe_date
from takhrij.text.numerals import plain

_TO = frozenset({"الي", "حتي", "وحتي", "-", "لغايه", "ولغايه", "و"})
_STRICT_TO = frozenset({"الي", "حتي", "وحتي", "لغايه", "ولغايه"})
_OPENERS = frozenset({"من", "بين", "الفتره", "منذ"})
# Two years by their noun: «عامي 2015 و2016», «موسم 2016/2017».
_YEAR_PAIRS = frozenset(
    "عامي العامين لعامي للعامين سنتي السنتين موسم موسمي الموسم للموسم الاعوام للاعوام السنوات عام العام لعام للعام".split()  # noqa: SIM905
)
_WEEK = timedelta(days=7)


def opens_interval(form: str) -> bool:
    """Whether an interval may begin with this word."""
    bare = form[1:] if form[:1] in ("و", "ف") and len(form) > 3 else form
    return bare in _OPENERS or bare in _YEAR_PAIRS or bare == "ما"


def interval_found(reading: Reading, position: int, longest_at: At) -> Found | None:
    """The interval that begins at a position, else the single time there."""
    return (
        _two_lengths(reading, position)
        or _pair_of_years(reading, position)
        or _opened(reading, position, longest_at)
        or _day_to_day(reading, longest_at(reading, position), longest_at)
    )


def _opened(reading: Reading, position: int, longest_at: At) -> Found | None:
    """«من 4 إلى 23 مارس», «بين يناير ومارس 2016», «بين 2014-2018»."""
    head = reading.bare(position)
    if head == "ما" and reading.form(position + 1) == "بين":
        inner = _opened(reading, position + 1, longest_at)
        return Found(position, inner.end, inner.value) if inner else None
    digits = reading.form(position)[:1].isdigit()
    if head not in _OPENERS and not digits:
        return None
    start = position + (not digits)
    days = _days_of_one_month(reading, start, longest_at) if head != "منذ" else None
    if days:
        return Found(position, days.end, days.value)
    if start > position:
        return _two_times(reading, position, start, longest_at)
    return _two_years(reading, position)


def _day_to_day(reading: Reading, first: Found | None, longest_at: At) -> Found | None:
    """«السبت حتى الاثنين», «هذا الأسبوع من الثلاثاء إلى الخميس»; the first time alone where nothing follows."""
    if first is None or first.value.type != "DATE" or first.value.begins is None:
        return first
    if reading.form(first.end) in ("من", "بين") and first.value.begins != first.value.ends:
        inner = _two_times(reading, first.end, first.end + 1, longest_at)
        if inner and inner.value.begins and first.value.ends and _is_weekday(reading, first.end + 1):
            return _in_week(first, inner)
        return first
    day = _day_of_week(reading, first)
    if day:
        return day
    if reading.form(first.end) not in _STRICT_TO or first.value.begins != first.value.ends:
        return first
    last = longest_at(reading, first.end + 1)
    if last is None or last.value.type != "DATE" or last.value.begins is None or last.value.begins != last.value.ends:
        return first
    begins, ends = first.value.begins, _after_begin(reading, first.value.begins, last)
    return Found(first.first, last.end, _interval(begins, ends, anchored=True)) if begins < ends else first


def _day_of_week(reading: Reading, week: Found) -> Found | None:
    """«هذا الأسبوع يوم السبت»: a day of the week that is told before it."""
    at = week.end + (reading.form(week.end) == "يوم")
    word = reading.is_kind(at, "weekday")
    monday = week.value.begins
    told = week.value.value or ""
    if word is None or monday is None or told[4:6] != "-W" or told.endswith("WE") or reading.is_kind(at + 1, "shift"):
        return None
    return Found(week.first, at + 1, a_day(monday + timedelta(days=int(word.value) - 1), anchored=week.value.anchored))


def _is_weekday(reading: Reading, position: int) -> bool:
    return reading.is_kind(position, "weekday") is not None


def _in_week(week: Found, inner: Found) -> Found | None:
    """Two weekdays moved into the week that is told before them."""
    begins, ends, monday = inner.value.begins, inner.value.ends, week.value.begins
    if begins is None or ends is None or monday is None:
        return None
    moved_by = monday - (begins - timedelta(days=begins.isoweekday() - 1))
    return Found(week.first, inner.end, _interval(begins + moved_by, ends + moved_by, anchored=True))


def _after_begin(reading: Reading, begins: date, last: Found) -> date:
    """The end; a weekday that was read as the one before the beginning is the one after it."""
    ends = last.value.ends or begins
    weekday = _is_weekday(reading, last.first) or _is_weekday(reading, last.end - 1)
    return ends + _WEEK if weekday and begins > ends and begins - ends < _WEEK else ends


def _two_lengths(reading: Reading, position: int) -> Found | None:
    """«بين 3 و7 سنوات», «من 18 إلى 24 ساعة», «3-5 أيام», «يوم أو يومين»: «P3Y/P7Y»."""
    between = reading.bare(position) == "بين" or (reading.bare(position) == "ما" and reading.form(position + 1) == "بين")
    start = position + (2 if reading.bare(position) == "ما" else 1 if between or reading.form(position) == "من" else 0)
    number, shared = reading.number(start), units_at(reading, start)
    if shared and start == position and reading.form(shared[2]) == "او":
        last = units_at(reading, shared[2] + 1)
        rises = last is not None and last[1] == shared[1] and _rise(shared[0], last[0])
        return Found(position, last[2], _lengths(shared[0], shared[1], last)) if last and rises else None
    if number is None or number.kind != "cardinal" or shared:
        return None
    mark = reading.form(number.end)
    at = number.end + (mark in (*_STRICT_TO, "-", "و", "او"))
    joined = at == number.end and between and reading.form(at).startswith("و")
    last = units_at(reading, at) if at > number.end or joined else None
    if last is None or (mark == "و" and not between) or (mark != "الي" and not _rise(plain(number.value), last[0])):
        return None
    return Found(position, last[2], _lengths(plain(number.value), last[1], last))


def _rise(first: str, last: str) -> bool:
    return "X" not in (first, last) and float(first) < float(last)


def _lengths(first: str, unit: str, last: tuple[str, str, int]) -> TimeValue:
    return TimeValue("DURATION", f"{duration_value(first, unit)}/{duration_value(last[0], last[1])}")


def _days_of_one_month(reading: Reading, start: int, longest_at: At) -> Found | None:
    """«2-7 فبراير 2018», «4 إلى 23 الشهر المقبل»: the month is told once."""
    first = reading.small(start, 31)
    if first is None:
        return None
    at = _after_to(reading, first[1])
    last = longest_at(reading, at) if at else None
    if last is None or last.value.begins is None or last.value.begins != last.value.ends or reading.small(at, 31) is None:
        month = _loose_month(reading, at)
        return Found(start, month[1], _between(month[0], first[0], month[2])) if month else None
    begins = safe_date(last.value.begins.year, last.value.begins.month, first[0])
    if begins is None or begins > last.value.begins:
        return None
    return Found(start, last.end, _interval(begins, last.value.begins, anchored=last.value.anchored))


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


def _two_times(reading: Reading, position: int, start: int, longest_at: At) -> Found | None:
    first = _bare_year(reading, start) or month_found(reading, start) or longest_at(reading, start)
    if first is None or (reading.bare(position) == "منذ" and reading.form(first.end) not in _STRICT_TO):
        return None
    at = _after_to(reading, first.end)
    last = (_bare_year(reading, at) or _month_or_longer(reading, at, longest_at)) if at else None
    if last is None or "DURATION" in (first.value.type, last.value.type):
        return None
    if first.value.value and first.value.value.startswith("T") and (last.value.value or "").startswith("T"):
        return Found(position, last.end, TimeValue("TIME", f"{first.value.value}/{last.value.value}"))
    first = _hijri_as(first, last)
    begins, ends = first.value.begins, last.value.ends
    if begins and ends and begins > ends:
        begins, ends = _turned(reading, begins, first, last)
    if begins is None or ends is None or begins > ends:
        return None
    return Found(position, last.end, _interval(begins, ends, anchored=first.value.anchored or last.value.anchored))


def _month_or_longer(reading: Reading, at: int, longest_at: At) -> Found | None:
    month, longest = month_found(reading, at), longest_at(reading, at)
    return longest if longest and (month is None or longest.end >= month.end) else month


def _hijri_as(first: Found, last: Found) -> Found:
    """«من سنة 922 إلى سنة 928هـ»: the mark of the second year holds for both."""
    value, other = first.value.value or "", last.value.value or ""
    lunar = len(value) == 4 and value.isdigit() and "/" in other and last.value.begins and int(value) < last.value.begins.year - 300
    year = hijri_year(int(value)) if lunar else None
    return replace(first, value=year) if year else first


def _turned(reading: Reading, begins: date, first: Found, last: Found) -> tuple[date | None, date | None]:
    """Ends in the right order where the year or the week of one is not told."""
    ends = last.value.ends
    if ends is None:
        return begins, ends
    if first.value.anchored and not last.value.anchored:
        return safe_date(ends.year - ((begins.month, begins.day) > (ends.month, ends.day)), begins.month, begins.day), ends
    if not (first.value.anchored and last.value.anchored):
        return begins, ends
    turned = _after_begin(reading, begins, last)
    return (begins, turned) if turned != ends else (safe_date(begins.year - 1, begins.month, begins.day), ends)


def _bare_year(reading: Reading, position: int) -> Found | None:
    """A likely year with nothing to mark it: only between «من» and «إلى»."""
    year = reading.year(position)
    if year is None:
        return _spelt_year(reading, position)
    date_like = reading.form(position + 1) in ("/", ".") and reading.form(position + 2)[:1].isdigit()
    return Found(position, position + 1, a_year(year)) if year in LIKELY_YEARS and not date_like else None


def _spelt_year(reading: Reading, position: int) -> Found | None:
    """«ألفين وأربعة عشر»."""
    number = reading.number(position)
    if number is None or number.digits or number.kind != "cardinal":
        return None
    if number.value.denominator != 1 or int(number.value) not in LIKELY_YEARS:
        return None
    return Found(position, number.end, a_year(int(number.value)))


def _two_years(reading: Reading, position: int) -> Found | None:
    """«2014-2018», «1436 - 1437هـ»."""
    first, last = reading.year(position), reading.year(position + 2)
    if first is None or last is None or first >= last:
        return None
    if reading.form(position + 1) not in ("-", "/") or reading.form(position - 1) in ("-", "/"):
        return None
    marked = reading.form(position + 3) in HIJRI_MARKS
    if marked or (first in HIJRI_YEARS and last in HIJRI_YEARS):
        return _of_years(position, position + 3 + marked, hijri_year(first), hijri_year(last))
    goes_on = reading.form(position + 3) in ("-", "/") and reading.touching(position + 2)
    if first not in LIKELY_YEARS or last not in LIKELY_YEARS or goes_on:
        return None
    return _of_years(position, position + 3, a_year(first), a_year(last))


def _of_years(first: int, end: int, one: TimeValue | None, other: TimeValue | None) -> Found | None:
    known = one and other and one.begins and other.ends
    return Found(first, end, _interval(one.begins, other.ends, anchored=False)) if known and one and other else None


def _pair_of_years(reading: Reading, position: int) -> Found | None:
    """«عامي 2015 و2016», «موسم 2017/2016»; «عامي 2011 و2015» are two times."""
    start = position + 1
    between = reading.bare(position) == "بين" or (reading.bare(position) == "ما" and reading.form(position + 1) == "بين")
    start += between * (1 + (reading.bare(position) == "ما"))
    if reading.bare(start - 1) not in _YEAR_PAIRS:
        return None
    first, mark = reading.year(start), reading.form(start + 1)
    at = start + (2 if mark in ("-", "/", "و") else 1)
    last = reading.year(at)
    if first is None or last is None or (at == start + 1 and not reading.form(at).startswith("و")):
        return None
    marked = reading.form(at + 1) in HIJRI_MARKS
    if not between and mark not in ("-", "/") and abs(last - first) != 1:
        return None
    years = [hijri_year(year) if marked or year in HIJRI_YEARS else a_year(year) for year in sorted((first, last))]
    return _of_years(position, at + 1 + marked, years[0], years[1])


def _interval(begins: date | None, ends: date | None, *, anchored: bool) -> TimeValue:
    if begins is None or ends is None:
        return TimeValue("DATE", None)
    value = begins.isoformat() if begins == ends else f"{begins.isoformat()}/{ends.isoformat()}"
    return TimeValue("DATE", value, begins, ends, anchored)
