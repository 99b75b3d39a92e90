"""Words that turn a statement into its contrary: a negation on one side only, and words that say the opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from takhrij.claims.matches import Matching
from takhrij.claims.units import MEANT, Unit, opposites

_ONE_ROOT = 0.5  # share of letters that two forms of one root have at least: ترد, وردت
_NAMES = ("place", "person", "actor")
_CONVERSE = frozenset(MEANT + meaning for meaning in ("win", "lose", "send", "receive", "buy", "sell", "import", "export"))
_IN_PLACE = 0.9  # likeness of surroundings from which two words stand for each other


def negation_conflicts(matching: Matching) -> Iterator[tuple[int, int]]:
    """Pairs of units that are the same, one negated and the other not: «لم تصل القافلة», «وصلت القافلة»."""
    left, right = matching.left.units, matching.right.units
    for place, partner in matching.pairs.items():
        if left[place].kind in ("number", "date") or left[place].negated == right[partner].negated:
            continue
        agreed = _said_elsewhere(left[place], right[partner], matching) or _said_by_contrary(left[place], right[partner], matching)
        if not agreed and not _negated_beside(left if right[partner].negated else right, place if right[partner].negated else partner):
            yield place, partner


def _negated_beside(units: Sequence[Unit], place: int) -> bool:
    """Whether the word beside is negated, which may well be meant: «بلا غبار المصانع», «خال من غبار»."""
    return any(unit.negated for unit in units[max(0, place - 1) : place + 2])


def silent_negations(matching: Matching) -> Iterator[tuple[int, int, float]]:
    """A negated word in whose place the other side has another, not negated: «لم ترد أنباء», «وردت أنباء» (of one root, unlike in form)."""
    left, right = matching.left.units, matching.right.units
    for place in matching.left_alone:
        for partner in matching.right_alone:
            if left[place].negated == right[partner].negated or _said_by_contrary(left[place], right[partner], matching):
                continue
            likeness = matching.likeness(place, partner)
            plain = not left[place].kind and not right[partner].kind
            if plain and likeness > _IN_PLACE and (matching.is_near_verbatim or _of_one_root(left[place], right[partner])):
                yield place, partner, likeness


def _of_one_root(left: Unit, right: Unit) -> bool:
    return Levenshtein.normalized_similarity(left.form, right.form) > _ONE_ROOT


def _said_elsewhere(left: Unit, right: Unit, matching: Matching) -> bool:
    """Whether the other side says it with that polarity in another place."""
    return any(unit.negated == left.negated and set(unit.keys) & set(left.keys) for unit in matching.right.units) or any(
        unit.negated == right.negated and set(unit.keys) & set(right.keys) for unit in matching.left.units
    )


def opposite_pairs(matching: Matching) -> Iterator[tuple[int, int]]:
    """Units of which one says the opposite of the other, neither said on both sides: «ارتفع الذهب», «هبط الذهب».

    A negation on one of them makes them agree: «لم يعد مغلقا», «فتح».
    """
    for place in matching.left_alone:
        contraries = contraries_of(matching.left.units[place])
        if not contraries:
            continue
        for partner in matching.right_alone:
            unit = matching.right.units[partner]
            opposed = contraries.intersection(unit.keys) and unit.negated == matching.left.units[place].negated
            if opposed and not _is_converse(matching, place, partner):
                yield place, partner


def _is_converse(matching: Matching, place: int, partner: int) -> bool:
    """«هزم سمران نهروان», «خسر نهروان أمام سمران»: of two that win and lose, or give and take, each tells it from one side."""
    left, right = matching.left.units, matching.right.units
    if _CONVERSE.isdisjoint(left[place].keys) or _CONVERSE.isdisjoint(right[partner].keys):
        return False
    one, other = _party(left, place, matching.right.keys), _party(right, partner, matching.left.keys)
    return one is not None and other is not None and not set(one.keys) & set(other.keys)


def _party(units: Sequence[Unit], place: int, there: frozenset[str]) -> Unit | None:
    """Who does it: the first name after the word that the other side has too, else the last before it."""
    after = [unit for unit in units[place + 1 : place + 4] if unit.kind in _NAMES and not there.isdisjoint(unit.keys)]
    before = [unit for unit in units[max(0, place - 3) : place] if unit.kind in _NAMES and not there.isdisjoint(unit.keys)]
    return after[0] if after else before[-1] if before else None


def contraries_of(unit: Unit) -> frozenset[str]:
    """The keys of units that say the opposite."""
    return _contraries(unit.keys)


@lru_cache(maxsize=50_000)
def _contraries(keys: tuple[str, ...]) -> frozenset[str]:
    told = opposites()
    meanings = [key[len(MEANT) :] for key in keys if key.startswith(MEANT)]
    return frozenset(MEANT + contrary for meaning in meanings for contrary in told.get(meaning, ()))


def _said_by_contrary(left: Unit, right: Unit, matching: Matching) -> bool:
    """Whether the side without the negation says the opposite word: «لا يقبل النتائج», «يرفض النتائج»."""
    if left.negated:
        return bool(contraries_of(left) & matching.right.keys)
    return bool(contraries_of(right) & matching.left.keys)
