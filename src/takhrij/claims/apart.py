"""Whether two tellings in like words tell of two things: two events, two measurements, or two parties that judge one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from takhrij.claims.kept import kept
from takhrij.claims.reactions import VOICES
from takhrij.claims.statements import Statement
from takhrij.claims.units import NAMES, Unit
from takhrij.claims.values import FATES
from takhrij.text.folding import folded
from takhrij.text.lemmas import lemma

SLOTS = ("number", "place", "person", "actor")  # slots of which two events differ in two; a day alone may be that of another edition
LEAST = 2
LIST = 2  # measured values that make a telling a list of them
NOT_MEASURED = ("person", "ordinal", "year", "month", "week", "day", "hour", "minute", "second")
COURTS = ("محكمة", "المحكمة", "قضاء", "القضاء", "قاض", "القاضي", "محلفين", "المحلفين")
OF = "ل"
REACH = 7  # units behind such a word in which its subject is named: «دان الأمين العام لمنظمة الصيادين سليم السدري …»
BEFORE = 2  # units before it in which it is named where it comes first, as in titles: «نهروان تدين …»; further in it is told beside


def are_two_events(slots: Sequence[tuple[str, str, str]]) -> bool:
    """Whether two tellings contradict each other in two slots or more, each by words of its own.

    «هنأ الأمير الرئيس سليم السدري بذكرى استقلال سمران», «هنأ الأمير الرئيس حسان الهيلي بذكرى استقلال نهروان» are two telegrams; a copy
    that went wrong went wrong in one place. Of 30 such pairs of a day's news, read by hand, 29 were of two things.
    """
    told: set[str] = set()  # each word once: a town is told as place and as actor
    apart: set[str] = set()
    for slot, left, right in slots:
        words = {*folded(left).split(), *folded(right).split()}
        if slot in SLOTS and left and right and told.isdisjoint(words):
            told |= words
            apart.add(slot)
    return len(apart) >= LEAST


def are_two_measurements(left: Statement, right: Statement) -> bool:
    """Whether both are lists of measured values that have hardly one in common: one price at two hours, two markets on one day.

    «صعد الذهب 0.5 في المئة إلى 1091 دولارا», «صعد الذهب 0.2 في المئة إلى 1087 دولارا».
    """
    ours, theirs = _measured(left), _measured(right)
    fewer = min(len(ours), len(theirs))
    return fewer >= LIST and 2 * len(ours & theirs) < fewer


@kept
def _measured(statement: Statement) -> set[str]:
    """The values that a statement gives of what is no count of people: prices, shares, points, deals."""
    facts = (fact for fact in statement.facts if fact.slot == "number" and fact.low is not None and fact.role not in FATES)
    return {fact.low or "" for fact in facts if fact.unit not in NOT_MEASURED}


def are_two_voices(left: Statement, right: Statement) -> bool:
    """Whether either tells how a party of its own judges what happened.

    «دانت نهروان الهجوم على الميناء», «دانت سمران الهجوم على الميناء».
    """
    ours, theirs = _voice_of(left), _voice_of(right)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


@kept
def _voice_of(statement: Statement) -> set[str]:
    """The keys of the names of who condemns or welcomes first of all; none where nobody does, or where he is not named."""
    for place, unit in enumerate(statement.units[: BEFORE + 1]):
        if lemma(unit.form) in VOICES and not _is_of_a_court(statement.units[place + 1 : place + 1 + REACH]):
            before = [unit for unit in statement.units[max(0, place - BEFORE) : place] if not unit.before]
            return _names(before) or _names(takewhile(_may_be_subject, statement.units[place + 1 : place + 1 + REACH]))
    return set()


def _is_of_a_court(units: Sequence[Unit]) -> bool:
    """«أدانت محكمة سدر الحارس» is a verdict, whatever a text calls the court."""
    return any(lemma(unit.form) in _courts() for unit in units)


@cache
def _courts() -> frozenset[str]:
    """The lemmas of courts: not made on import, since a lemma takes the whole table of forms."""
    return frozenset(lemma(folded(word)) for word in COURTS)


def _may_be_subject(unit: Unit) -> bool:
    """Whether a unit comes before the first preposition: «… بالهجوم», «… على الهجوم»; not «الأمين العام لمنظمة الصيادين»."""
    return unit.before in ("", OF)


def _names(units: Sequence[Unit] | Iterator[Unit]) -> set[str]:
    return {key for unit in units if unit.kind in NAMES for key in unit.keys}
