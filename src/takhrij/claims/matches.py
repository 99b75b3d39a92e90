"""Which unit of one statement stands for which of the other, and how alike the places are where two units stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from takhrij.claims.kept import kept
from takhrij.claims.statements import Statement
from takhrij.claims.units import VALUES, Unit
from takhrij.claims.values import dates_agree, is_vague, may_count_one_thing, numbers_agree
from takhrij.model.claim import Fact

_REACH = 3  # units to each side that make up the place where a unit stands
_OTHER_SIDE = 0.5  # what a neighbour is worth that stands before the one and after the other
_SAME_GOVERNOR = 0.5  # what it is worth that both follow one preposition
_VERBATIM_COVERAGE = 0.65  # of the smaller coverage; what replaces a word lowers it on both sides
_VERBATIM_ORDER = 0.6  # share of pairs that the next pair follows on both sides
_SAME_WORDS, _SAME_WORDS_ORDER = 0.95, 0.5  # the same where no word is another: then two that changed places break more of the order
MOST_UNITS = 11  # of a short statement: 98 % of the headlines in ans_train have no more, nearly all sentences of twins_dev do
RATHER_LONG = 16  # units of the shorter text from which who tells it again changes a word or two of no weight
# First letters of the keys (of units.py) that are tried together, the surest first: word and name; lemma, stem and meaning; sound.
_ROUNDS = ("wa", "lsc", "n")


def are_short(left: Statement, right: Statement) -> bool:
    """Whether both are as short as headlines."""
    return max(len(left.units), len(right.units)) <= MOST_UNITS


@dataclass(frozen=True)
class Matching:
    """One-to-one pairs of units (by place), `left` to `right`, and the units of either side that nothing stands for."""

    left: Statement
    right: Statement
    pairs: dict[int, int]

    @property
    def is_asked(self) -> bool:
        """Whether somebody asks about these two alone; between tellings of a case slots are named that hold a claim's variations."""
        return self.left.joins_light_verbs

    @property
    def is_short(self) -> bool:
        """Whether both are as short as headlines."""
        return are_short(self.left, self.right)

    @property
    def length(self) -> int:
        """The units of the shorter of both."""
        return min(len(self.left.units), len(self.right.units))

    @cached_property
    def back(self) -> dict[int, int]:
        """`pairs` from right to left."""
        return {right: left for left, right in self.pairs.items()}

    @cached_property
    def left_alone(self) -> list[int]:
        """Places of left units that the right does not have at all."""
        return [place for place, unit in enumerate(self.left.units) if place not in self.pairs and not _is_there(unit, self.right)]

    @cached_property
    def right_alone(self) -> list[int]:
        """Places of right units that the left does not have at all."""
        return [place for place, unit in enumerate(self.right.units) if place not in self.back and not _is_there(unit, self.left)]

    @cached_property
    def coverage(self) -> tuple[float, float]:
        """The shares of the left and of the right weight that the other side has too."""
        left = _weight_at(self.left, self.left_alone) / self.left.weight
        return 1 - left, 1 - _weight_at(self.right, self.right_alone) / self.right.weight

    @cached_property
    def is_near_verbatim(self) -> bool:
        """Whether nearly all words are there on both sides, and in one order: then what was exchanged is no mere rewording."""
        following = sum(self.pairs.get(place + 1) == partner + 1 for place, partner in self.pairs.items())
        straight = sum(place == partner for place, partner in self.pairs.items())  # two that changed places break the order four times
        order = _SAME_WORDS_ORDER if self.is_asked and min(self.coverage) > _SAME_WORDS else _VERBATIM_ORDER
        return min(self.coverage) > _VERBATIM_COVERAGE and max(following, straight) > order * len(self.pairs)

    def likeness(self, left: int, right: int, *, without: Sequence[int] = ()) -> float:
        """How alike the surroundings of two units are, 0 (nothing shared) upwards; left places in `without` do not count.

        «سلم الوفد الرسالة» and «سلم النائب الرسالة»: the places of الوفد and النائب are alike.
        """
        units = self.left.units
        total = 0.0
        for place in range(max(0, left - _REACH), min(len(units), left + _REACH + 1)):
            partner = self.pairs.get(place)
            if partner is None or place == left or partner == right or place in without or abs(partner - right) > _REACH:
                continue
            side = 1.0 if (place < left) == (partner < right) else _OTHER_SIDE
            total += side * (0.3 + units[place].weight) / (abs(place - left) * abs(partner - right)) ** 0.5
        return total + self._governors(left, right)

    def _governors(self, left: int, right: int) -> float:
        before = self.left.units[left].before
        return _SAME_GOVERNOR if before and before == self.right.units[right].before else 0.0


def matching_of(left: Statement, right: Statement) -> Matching:
    """Pair units that are the same word or name, then the same meaning, then the same sound; numbers and dates by value."""
    pairs: dict[int, int] = {}
    _pair_values(left, right, pairs)
    for keys, places in zip(_keys_by_round(left), _places_by_round(right), strict=True):
        _pair_words(keys, places, pairs, len(right.units))
    return Matching(left, right, pairs)


@kept
def _keys_by_round(statement: Statement) -> list[list[tuple[str, ...]]]:
    """For each round the keys of every unit that count in it."""
    return [[tuple(key for key in unit.keys if key[0] in sorts) for unit in statement.units] for sorts in _ROUNDS]


@kept
def _places_by_round(statement: Statement) -> list[dict[str, list[int]]]:
    """For each round the units that each key stands for."""
    found: list[dict[str, list[int]]] = []
    for keys in _keys_by_round(statement):
        places: dict[str, list[int]] = {}
        for place, own in enumerate(keys):
            for key in own:
                places.setdefault(key, []).append(place)
        found.append(places)
    return found


def _pair_words(keys: Sequence[tuple[str, ...]], places: Mapping[str, Sequence[int]], pairs: dict[int, int], length: int) -> None:
    taken = set(pairs.values())
    for place, own in enumerate(keys):
        if place in pairs:
            continue
        found = [other for key in own if key in places for other in places[key] if other not in taken]
        if found:
            expected = place * length / len(keys)
            partner = min(found, key=lambda other: (abs(other - expected), other))
            pairs[place] = partner
            taken.add(partner)


@kept
def _values_at(statement: Statement) -> list[tuple[int, Unit]]:
    """The numbers and dates."""
    return [(place, unit) for place, unit in enumerate(statement.units) if unit.kind in VALUES]


def _pair_values(left: Statement, right: Statement, pairs: dict[int, int]) -> None:
    """Exact values first, so that «12 … نحو 13» does not take the 13 of the other side for its 12."""
    for exact in (True, False):
        taken = set(pairs.values())
        for place, unit in _values_at(left):
            if place in pairs:
                continue
            for other, candidate in _values_at(right):
                if other not in taken and candidate.kind == unit.kind and _values_agree(unit, candidate, exact=exact):
                    pairs[place] = other
                    taken.add(other)
                    break


def _values_agree(left: Unit, right: Unit, *, exact: bool) -> bool:
    if left.fact is None or right.fact is None:
        return False
    if exact and _told(left.fact) != _told(right.fact):
        return False
    if left.kind == "number" and is_vague(left.fact) != is_vague(right.fact):
        return False  # that «عشرات» may be 13 does not say that they are
    if left.kind == "number":
        return may_count_one_thing(left.fact, right.fact) and numbers_agree(left.fact, right.fact)
    return dates_agree(left.fact, right.fact)


def _told(fact: Fact) -> str | None:
    return fact.low if fact.slot == "number" else fact.value


def _is_there(unit: Unit, other: Statement) -> bool:
    return not other.keys.isdisjoint(unit.keys)


def _weight_at(statement: Statement, places: Sequence[int]) -> float:
    return sum(statement.units[place].weight for place in places)
