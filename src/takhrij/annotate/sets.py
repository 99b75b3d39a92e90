"""Times that come again: «كل يوم», «كل جمعة», «سنويا», «36 يورو في اليوم»."""

from __future__ import annotations

from takhrij.annotate.calendar import TimeValue, duration_value
from takhrij.annotate.durations import units_at
from takhrij.annotate.time_reading import Found, Reading

_RATED = ("في", "بال")
_UNITS = {
    "الثانيه": "PT1S", "الدقيقه": "PT1M", "الساعه": "PT1H",
    "اليوم": "P1D", "الاسبوع": "P1W", "الشهر": "P1M", "السنه": "P1Y", "العام": "P1Y",
}  # fmt: skip
_OFTEN = frozenset({"مره", "مرتين", "مرتان", "مرات"})
_ONE = frozenset({"الواحد", "الواحده"})
_MORE_WEEKDAYS = {"احد": "7", "اثنين": "1"}  # only after «كل يوم»: «أحد» is somebody, «اثنين» two
_WINDOW = 4  # words between a number and «في اليوم»
_STOPS = frozenset('.،؛!؟:"()')


def set_found(reading: Reading, position: int) -> Found | None:
    """«كل يوم», «كل ثلاثة أشهر», «سنويا», «كل يوم جمعة», «أيام الجمعة»."""
    every = reading.is_kind(position, "every")
    if every:
        return Found(position, position + 1, TimeValue("SET", every.value))
    head = reading.bare(position)
    if head == "ايام" and (day := reading.is_kind(position + 1, "weekday")) and reading.form(position + 2) not in ("و", "الي"):
        return Found(position, position + 2, TimeValue("SET", f"XXXX-WXX-{day.value}"))
    if head != "كل":
        return None
    at = position + 1 + (reading.form(position + 1) == "يوم")
    weekday = reading.is_kind(at, "bare_weekday") or (at > position + 1 and reading.is_kind(at, "weekday"))
    told = weekday.value if weekday else _MORE_WEEKDAYS.get(reading.form(at)) if at > position + 1 else None
    if told:
        return Found(position, at + 1, TimeValue("SET", f"XXXX-WXX-{told}"))
    part = reading.is_kind(position + 1, "part")
    if part and not part.definite:
        return Found(position, position + 2, TimeValue("SET", f"XXXX-XX-XXT{part.value}"))
    season = reading.is_kind(position + 1, "season")
    if season and not season.definite:
        return Found(position, position + 2, TimeValue("SET", f"XXXX-{season.value}"))
    units = units_at(reading, position + 1)
    return Found(position, units[2], TimeValue("SET", duration_value(units[0], units[1]))) if units else None


def rate_found(reading: Reading, position: int) -> Found | None:
    """«36 يورو في اليوم», «ثلاث مرات في الأسبوع», «في العام الواحد»; «في اليوم التالي» is a day."""
    value = _UNITS.get(reading.form(position))
    if value is None or reading.form(position - 1) not in _RATED:
        return None
    if reading.form(position + 1) in _ONE:
        return Found(position, position + 2, TimeValue("SET", value))
    after = reading.form(position + 1)
    closed = after in ("", ".", "،", "؛", ")", '"', "بحد") or after.startswith("و")
    return Found(position, position + 1, TimeValue("SET", value)) if closed and _follows_number(reading, position - 1) else None


def _follows_number(reading: Reading, position: int) -> bool:
    """Whether a number with what it counts stands right before «في»."""
    for at in range(position - 1, max(-1, position - 1 - _WINDOW), -1):
        if reading.form(at) in _STOPS:
            return False
        if reading.form(at) in _OFTEN:
            return True
        if at in reading.numbers and reading.numbers[at].kind == "cardinal" and reading.year(at) is None:
            return True
    return False
