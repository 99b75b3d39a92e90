"""What kind of name a unit is or may be, and names that were exchanged beside one noun."""

from __future__ import annotations

from collections.abc import Iterator

from takhrij.claims.matches import Matching
from takhrij.claims.statements import Statement
from takhrij.claims.units import MEANT, NAMED, Unit

_RARE = 0.6  # weight from which a word that no lexicon knows may be a name that the annotation missed
_WHERE = frozenset(("في", "فى", "ب", "قرب"))  # prepositions that a place follows
_PLACE_NOUNS = frozenset(
    MEANT + noun for noun in ("town", "village", "province", "island", "capital", "mountain", "river", "coast", "resident")
)
_PERSON_NOUNS = frozenset(
    MEANT + noun
    for noun in ("player", "coach", "president", "leader", "spokesman", "singer", "actor_", "scholar", "prince", "commander", "doctor")
)
NATION = "nation"  # the kind of names of peoples, which say who, not where
_NATION_ENDINGS = ("ي", "يه", "يين", "يون", "يان", "يتين", "يات")
_BESIDE = 2  # characters between a noun and the name that belongs to it


def stands_for(statement: Statement, place: int, kind: str) -> bool:
    """Whether a unit is of a kind; an unknown rare word after «في» or «مدينة» may be a place, after «لاعب» a person."""
    unit = statement.units[place]
    if unit.in_frame:
        return False
    if is_of_a_nation(unit):
        return kind == NATION
    if not kind or unit.kind or unit.weight < _RARE or any(key.startswith(MEANT) for key in unit.keys):
        return unit.kind == kind
    before = statement.units[place - 1].keys if place else ()
    if kind == "place":
        return unit.before in _WHERE or not _PLACE_NOUNS.isdisjoint(before)
    if kind != "person" or unit.before or unit.form.startswith("ال"):
        return False
    return not _PERSON_NOUNS.isdisjoint(before) or (place > 0 and is_of_a_nation(statement.units[place - 1]))


def is_of_a_nation(unit: Unit) -> bool:
    """«السمراني», «سمرانية»: whose something is, not where it happened."""
    return unit.kind == "place" and bool(unit.keys) and unit.keys[0].startswith(NAMED) and unit.form.endswith(_NATION_ENDINGS)


def renamed_neighbours(matching: Matching) -> Iterator[tuple[int, int]]:
    """Names beside one noun on both sides that are not one: «طائرات سمرانية», «طائرات نهروانية», whatever else is named."""
    for place, partner in matching.pairs.items():
        left, right = _name_after(matching.left, place), _name_after(matching.right, partner)
        if left is None or right is None or not _is_told_once(matching, place, partner):
            continue
        if left.kind == right.kind and not set(left.keys) & set(right.keys):
            yield place + 1, partner + 1


def _name_after(statement: Statement, place: int) -> Unit | None:
    """The known name right after a noun."""
    if place + 1 >= len(statement.units):
        return None
    noun, name = statement.units[place], statement.units[place + 1]
    beside = 0 < name.start - noun.end <= _BESIDE and not name.before and not name.form.startswith("و")
    return name if beside and name.keys[:1] and name.keys[0].startswith(NAMED) and not noun.kind and not name.in_frame else None


def _is_told_once(matching: Matching, place: int, partner: int) -> bool:
    told = (matching.left, matching.left.units[place]), (matching.right, matching.right.units[partner])
    return all(sum(unit.keys[:1] == noun.keys[:1] for unit in side.units) == 1 for side, noun in told)
