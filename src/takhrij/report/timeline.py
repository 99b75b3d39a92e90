"""When a claim was told, day by day: the first telling, the first to say something else, and how many told it each day."""

from __future__ import annotations

from dataclasses import dataclass, field

from takhrij.report.deviations import values_told
from takhrij.report.tongues import Tongue
from takhrij.report.views import ClaimView
from takhrij.report.words import SLOTS, value_in_words


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened first in one telling."""

    label: str
    words: str
    grave: bool = False


@dataclass(slots=True)
class Day:
    """A day ("" where no date is known) with the tellings of it and what was new in them."""

    day: str
    labels: list[str] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


def timeline_of(view: ClaimView, tongue: Tongue) -> list[Day]:
    """The days in order; tellings without a date come last and prove no order."""
    news = _news(view, tongue)
    days: dict[str, Day] = {}
    for telling in view.tellings:
        day = (telling.document.date or "")[:10]
        row = days.setdefault(day, Day(day))
        row.labels.append(telling.label)
        row.events += news.get(telling.label, [])
    return sorted(days.values(), key=lambda row: (not row.day, row.day))


def _news(view: ClaimView, tongue: Tongue) -> dict[str, list[Event]]:
    """label -> what it is the first to do; a value that changes later is told of the first that gave it."""
    out: dict[str, list[Event]] = {}
    if view.tellings:
        out[view.tellings[0].label] = [Event(view.tellings[0].label, tongue("أول رواية عُثر عليها", "the first telling that was found"))]
    place = {telling.label: number for number, telling in enumerate(view.tellings)}
    told: set[tuple[str, ...]] = set()
    for row, value in values_told(view):
        if row.told(value) in told or (row.variation.kind == "copy_error" and value == row.usual):
            continue
        told.add(row.told(value))
        label = min(row.values[value], key=lambda label: place.get(label, 0))
        what = row.counted or tongue.gloss(SLOTS[row.variation.slot])
        shown = f"\u2068{value_in_words(row.variation.slot, value, english=tongue.english)}\u2069"
        words = tongue(f"أول من يقول {shown} ({what})", f"the first to say {shown} ({what})")
        out.setdefault(label, []).append(Event(label, words, grave=row.is_apart(value)))
    return out
