"""One day told twice, «25 شوال 1436هـ الموافق 10 أغسطس 2015», is one time; so is «في وقت سابق من هذا الشهر»."""

from __future__ import annotations

from datetime import timedelta

from takhrij.annotate.time_reading import At, Found, Reading

_LINKS = frozenset({"الموافق", "الموافقه", "،", ",", "/", "-", "("})
_MOON = timedelta(days=1)  # the new moon is seen a day sooner or later than tables say


def with_other_name(reading: Reading, found: Found, longest_at: At) -> Found:
    """The time with the same day in the other calendar that stands after it; the Gregorian one is kept."""
    link = reading.form(found.end)
    day = found.value.begins
    if link not in _LINKS or day is None or day != found.value.ends or found.value.type != "DATE":
        return found
    start = found.end + 1
    start += reading.form(start) in ("يوم", "ل", ":")
    other = longest_at(reading, start)
    if other is None or other.value.begins is None or other.value.begins != other.value.ends or other.value.type != "DATE":
        return found
    told = reading.tokens[start].form[0].isdigit() or link in ("الموافق", "الموافقه")
    if not told or abs(other.value.begins - day) > _MOON:
        return found
    end = other.end + (link == "(" and reading.form(other.end) == ")")
    return Found(found.first, end, other.value)
