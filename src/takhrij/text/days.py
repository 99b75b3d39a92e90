"""The day of a moment as articles give it."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_ISO_DAY = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})")


@lru_cache(maxsize=10_000)
def day_of(moment: str | None) -> date | None:
    """The day of an ISO date or moment, None where there is none in it.

    >>> day_of("2015-08-03T14:05:00Z")
    datetime.date(2015, 8, 3)
    """
    found = _ISO_DAY.match(moment or "")
    return safe_date(*map(int, found.groups())) if found else None


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
