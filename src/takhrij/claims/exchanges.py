"""Finds two parties that stand in each other's place: «فاز سمران على نهروان», «فاز نهروان على سمران»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from takhrij.claims.matches import Matching
from takhrij.claims.units import MEANT

_NAMES = ("place", "person", "actor")
_REACH = 2  # units before and after a party that make up its place
_GOVERNOR = 0.6  # what a shared preposition is worth; half of it is lost where two differ
_LEAST = 0.7  # by how much crosswise must fit better than straight
_RARE = 0.3  # weight from which a word without a known meaning may be a party


class _Block(NamedTuple):
    """Neighbouring units that stay together: places `[first, end)` on the left, beginning at `partner` on the right."""

    first: int
    end: int
    partner: int


def exchanges_of(matching: Matching) -> Iterator[tuple[int, int, float]]:
    """Left places of the two, and by how much they fit better crosswise; each block of words is tried once.

    What keeps its order keeps its part: «حذر سمران نهروان», «سمران يحذر نهروان».
    """
    blocks = list(dict.fromkeys(_block(matching, place) for place in sorted(matching.pairs) if _may_be_party(matching, place)))
    for index, first in enumerate(blocks):
        for second in blocks[index + 1 :]:
            if first.partner < second.partner or _sort(matching, first) != _sort(matching, second):
                continue
            if _touch(matching, first, second) or _in_one_list(matching, first, second):
                continue
            crosswise = _fit(matching, first, second), _fit(matching, second, first)
            gain = sum(crosswise) - _fit(matching, first, first) - _fit(matching, second, second)
            if gain > _LEAST and min(crosswise) > 0:
                yield first.first, second.first, gain


def _may_be_party(matching: Matching, place: int) -> bool:
    """Names and numbers; in near-verbatim texts, where order tells who did it to whom, any word that few texts have."""
    unit = matching.left.units[place]
    if unit.kind:
        return unit.kind in (*_NAMES, "number") and _is_told_once(matching, place)
    if not matching.is_near_verbatim or unit.weight < _RARE or any(key.startswith(MEANT) for key in unit.keys):
        return False
    return _is_told_once(matching, place)


def _is_told_once(matching: Matching, place: int) -> bool:
    """Whether neither side says it twice, so that its place is clear."""
    key = matching.left.units[place].keys[:1]
    return all(sum(unit.keys[:1] == key for unit in side.units) <= 1 for side in (matching.left, matching.right)) or not key


def _sort(matching: Matching, block: _Block) -> str:
    kinds = {unit.kind for unit in matching.left.units[block.first : block.end]}
    return "name" if kinds.intersection(_NAMES) else "number" if "number" in kinds else "word"


def _block(matching: Matching, place: int) -> _Block:
    """The run of units round `place` that follow one another on both sides."""
    pairs = matching.pairs
    first = end = place
    while pairs.get(first - 1) == pairs[place] - (place - first) - 1:
        first -= 1
    while pairs.get(end + 1) == pairs[place] + (end - place) + 1:
        end += 1
    return _Block(first, end + 1, pairs[first])


def _touch(matching: Matching, first: _Block, second: _Block) -> bool:
    """«نادي سمران», «سمران، النادي»: words beside one another that only changed their order."""
    return first.end == second.first and not matching.left.units[second.first].before


def _in_one_list(matching: Matching, first: _Block, second: _Block) -> bool:
    """«قطر ومصر والكويت»: names with only names between them may come in any order."""
    low, high = min(first.first, second.first), max(first.end, second.end)
    return all(unit.kind in _NAMES for unit in matching.left.units[low:high]) and not any(
        unit.before for unit in matching.left.units[low + 1 : high]
    )


def _fit(matching: Matching, moved: _Block, target: _Block) -> float:
    """How well the left surroundings of `moved` fit the right surroundings of `target`."""
    target_end = target.partner + (target.end - target.first)
    total = 0.0
    for near in range(1, _REACH + 1):
        for far in range(1, _REACH + 1):
            for place, partner in ((moved.first - near, target.partner - far), (moved.end - 1 + near, target_end - 1 + far)):
                if place >= 0 and matching.pairs.get(place) == partner:
                    total += (0.3 + matching.left.units[place].weight) / (near * far) ** 0.5
    return total + _governors(matching, moved, target)


def _governors(matching: Matching, moved: _Block, target: _Block) -> float:
    left, right = matching.left.units[moved.first].before, matching.right.units[target.partner].before
    if left and left == right:
        return _GOVERNOR
    return -_GOVERNOR / 2 if left and right else 0.0
