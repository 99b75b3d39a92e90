"""Dates that articles carry: ISO ones checked, those written out in Arabic read, those in addresses found."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache

from babel.dates import get_month_names

from takhrij.text.folding import folded

_LOCALES = ("ar", "ar_IQ", "ar_TN", "ar_MA", "ar_MR")  # month names: Gulf and Egypt, Levant, Tunisia and Algeria, Morocco, Mauritania
_MORE_MONTHS = {"تشرين اول": 10, "تشرين ثاني": 11, "كانون اول": 12, "كانون ثاني": 1, "اوكتوبر": 10, "يونيه": 6, "يوليه": 7}
_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(?:(Z)|([+-]\d{2}):?(\d{2}))?)?",
)
_NUMERIC = re.compile(r"(?<![\d/.-])(?:(\d{4})([/.-])(\d{1,2})\2(\d{1,2})|(\d{1,2})([/.-])(\d{1,2})\6(\d{4}))(?![\d/-])")
_ADDRESSES = (
    re.compile(r"/((?:19|20)\d\d)([/-])(\d{1,2})\2(\d{1,2})(?!\d)"),  # /2020/8/24/ and /2020-06-03-1.387
    re.compile(r"/((?:19|20)\d\d)(/)[a-z_-]{2,40}/(\d{1,2})/(\d{1,2})/"),  # /2013/world/8/3/
    re.compile(r"/((?:19|20)\d\d)()([01]\d)([0-3]\d)(?=\d{4,}\b|[-_/.])"),  # /202003171044893040-
)
_EARLIEST, _LATEST = 1900, 2100


def iso_date(value: str) -> str | None:
    """A day or moment in ISO 8601 with `T` and `:` where they belong; None where it is none or does not exist.

    >>> iso_date("2015-07-21 02:51:32"), iso_date("2015-02-30")
    ('2015-07-21T02:51:32', None)
    """
    found = _ISO.fullmatch(value.strip())
    if not found or not value.isascii():
        return None
    day, clock, utc, hours, minutes = found.groups()
    moment = day + (f"T{clock}" if clock else "") + (utc or "") + (f"{hours}:{minutes}" if hours else "")
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return None
    return moment


def is_to_come(moment: str) -> bool:
    """Whether an ISO date lies after tomorrow, when nothing can have been published: 2999-01-01."""
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    return moment[: len("2999-01-01")] > tomorrow.isoformat()


def written_date(text: str) -> str | None:
    """The first date of a text that is written out or in figures, as an ISO day.

    >>> written_date("نشر الجمعة 24 نيسان / أبريل 2020"), written_date("٧/٣/٢٠١٩"), written_date("في مارس")
    ('2020-04-24', '2019-03-07', None)
    """
    plain = folded(text)
    found = [(match.start(), day) for match in _month_pattern().finditer(plain) if (day := _from_words(match))]
    found += [(match.start(), day) for match in _NUMERIC.finditer(plain) if (day := _from_figures(match))]
    return min(found)[1] if found else None


def date_in_address(url: str) -> str | None:
    """The day that an article's address holds: `/2020/8/24/` is 2020-08-24."""
    for pattern in _ADDRESSES:
        if found := pattern.search(url):
            return _day(found.group(1), int(found.group(3)), found.group(4))
    return None


def _from_words(match: re.Match[str]) -> str | None:
    day, month, year, other_month, other_day, other_year = match.groups()
    return _day(year or other_year, _months()[month or other_month], day or other_day)


def _from_figures(match: re.Match[str]) -> str | None:
    year, _, month, day, first, _, second, last = match.groups()
    return _day(year, int(month), day) if year else _day(last, int(second), first)  # Arabic papers write the day first


def _day(year: str, month: int, day: str) -> str | None:
    try:
        found = date(int(year), month, int(day))
    except ValueError:
        return None
    return found.isoformat() if _EARLIEST <= found.year <= _LATEST else None


@cache
def _months() -> dict[str, int]:
    names = {folded(name): number for locale in _LOCALES for number, name in get_month_names("wide", locale=locale).items()}
    return names | {folded(name): number for name, number in _MORE_MONTHS.items()}


@cache
def _month_pattern() -> re.Pattern[str]:
    """«24 نيسان / ابريل 2020» or «ديسمبر 25, 2020», in folded text."""
    month = "|".join(sorted(_months(), key=len, reverse=True))
    return re.compile(
        rf"(?<!\d)(\d{{1,2}})\s{{0,3}}(?:من )?({month})(?:\s?/\s?(?:{month}))?\s{{0,3}}[,،]?\s{{0,3}}(\d{{4}})(?!\d)"
        rf"|({month}) (\d{{1,2}})[,،] ?(\d{{4}})(?!\d)"
    )
