"""Condemnations, welcomes and praise: each party speaks for itself, so that two parties make two claims of one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from takhrij.claims.kept import kept
from takhrij.claims.statements import Statement
from takhrij.claims.units import Unit
from takhrij.text.folding import folded
from takhrij.text.lemmas import lemma

# Verbs that tell no fact beside that somebody does so. Some twenty of the 23 joins that this undoes in one event
# of 2015 were read: nearly all were wrong.
VOICES = frozenset(map(folded, ("أدان", "دان", "تدين", "ندد", "استنكر", "شجب", "رحب", "أشاد", "هنأ", "عزى")))
COURTS = ("محكمة", "المحكمة", "قضاء", "القضاء", "قاض", "القاضي", "محلفين", "المحلفين")
OF = "ل"
REACH = 7  # units behind such a word in which its subject is named: «دان الأمين العام لمنظمة الصيادين سليم السدري …»
BEFORE = 2  # units before it in which it is named where it comes first, as in titles: «نهروان تدين …»; further in it is told beside
NAMES = ("place", "person", "actor")


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
