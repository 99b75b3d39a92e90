"""Words of one side alone that turn the whole round, and subjects of which opposite things are said."""

from __future__ import annotations

from collections.abc import Iterator

from takhrij.claims.matches import Matching
from takhrij.claims.polarity import TURNING, contraries_of, turned_anywhere
from takhrij.claims.statements import Statement
from takhrij.claims.units import MEANT, Unit

_LEADING = 4  # units from the beginning among which the main predicate stands
_NEAR = 2  # units within which a predicate belongs to its subject: «تراجع النفط», «النفط يتراجع»


def turning_words(matching: Matching) -> Iterator[tuple[str, Unit]]:
    """The side ("left" or "right") and the word that turns it round where the other side has nothing that does.

    «الاتحاد يرفض بناء السد», «الاتحاد يبني السد».
    """
    sides = (("left", matching.left, matching.left_alone, matching.right), ("right", matching.right, matching.right_alone, matching.left))
    for name, statement, alone, other in sides:
        if turned_anywhere(other):
            continue
        for place in alone:
            unit = statement.units[place]
            if place < _LEADING and not unit.negated and _only_turns(unit):
                yield name, unit
                return


def _only_turns(unit: Unit) -> bool:
    """Whether all that the word may mean is to turn round: not «أجلت», which is also to evacuate."""
    meanings = {key for key in unit.keys if key.startswith(MEANT)}
    return bool(meanings) and meanings <= TURNING and " " not in unit.form


def opposed_subjects(matching: Matching) -> Iterator[tuple[int, int]]:
    """Predicates that say opposite things of one subject, though each is said of something on both sides.

    «تراجع الزعفران مع ارتفاع الفضة», «ارتفع الزعفران مع تراجع الفضة».
    """
    for place, partner in matching.pairs.items():
        if any(key.startswith(MEANT) for key in matching.left.units[place].keys):
            continue
        here, there = _predicates(matching.left, place), _predicates(matching.right, partner)
        for predicate in here:
            for other in there:
                one, two = matching.left.units[predicate], matching.right.units[other]
                if one.negated == two.negated and not contraries_of(one).isdisjoint(two.keys) and not _shares(matching, here, there):
                    yield predicate, other


def _predicates(statement: Statement, place: int) -> list[int]:
    """The units beside a subject that have a meaning with an opposite."""
    near = range(max(0, place - _NEAR), min(len(statement.units), place + _NEAR + 1))
    return [other for other in near if other != place and contraries_of(statement.units[other])]


def _shares(matching: Matching, here: list[int], there: list[int]) -> bool:
    """Whether one of the predicates is the same on both sides."""
    told = {key for place in there for key in matching.right.units[place].keys if key.startswith(MEANT)}
    return any(not told.isdisjoint(matching.left.units[place].keys) for place in here)
