"""Finds two parties that stand in each other's place: «فاز سمران على نهروان», «فاز نهروان على سمران»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from takhrij.claims.governors import BY, FROM, governor_of
from takhrij.claims.kinds import WHERE, is_of_a_nation
from takhrij.claims.matches import Matching
from takhrij.claims.roles import is_verb_form
from takhrij.claims.statements import Statement
from takhrij.claims.units import MEANT, NAMES, VALUES, has_meaning
from takhrij.text.lemmas import lemma

_REACH = 2  # units before and after a party that make up its place
_FARTHEST = 4  # units among which those are looked for
_WITH, _IN = "مع", "في"
_LONGEST_SUBJECT = 3  # units of a subject that stands before its verb on one side, behind it on the other
_LONGEST_NAME = 4  # units of a title before a name: «من قبل رئيسة بلدية سمران سلمى»
_ASKING = frozenset(MEANT + meaning for meaning in ("demand", "obtain", "take", "buy", "receive", "import", "borrow"))
_ASKED = 8  # units behind such a word among which it stands who was asked
_GOVERNOR = 0.6  # what a shared preposition is worth; half of it is lost where two differ
_LEAST = 0.7  # by how much crosswise must fit better than straight
_RARE = 0.3  # weight from which a word without a known meaning may be a party
_SAME_WORDS = 0.95  # smaller coverage from which a word with a meaning may be one too: then nothing but the order differs


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
            if first.partner < second.partner or _are_unlike(matching, first, second):
                continue
            if _touch(matching, first, second) or _in_one_list(matching, first, second) or _keep_parts(matching, first, second):
                continue
            if matching.is_asked and _only_go_before(matching, first, second):
                continue
            if matching.is_asked and (_turn_passive(matching, first, second) or _are_one_person(matching, first, second)):
                continue
            crosswise = _fit(matching, first, second), _fit(matching, second, first)
            gain = sum(crosswise) - _fit(matching, first, first) - _fit(matching, second, second)
            if gain > _LEAST and min(crosswise) > 0:
                yield first.first, second.first, gain


def _may_be_party(matching: Matching, place: int) -> bool:
    """Names and numbers; in near-verbatim texts, where order tells who did it to whom, any word that few texts have."""
    unit = matching.left.units[place]
    if unit.kind:
        return unit.kind in (*NAMES, "number") and _is_told_once(matching, place)
    if not matching.is_near_verbatim or unit.weight < _RARE:
        return False
    known = has_meaning(unit.keys)
    return (not known or min(matching.coverage) > _SAME_WORDS) and _is_told_once(matching, place)


def _is_told_once(matching: Matching, place: int) -> bool:
    """Whether neither side says it twice, so that its place is clear."""
    key = matching.left.units[place].keys[:1]
    return all(sum(unit.keys[:1] == key for unit in side.units) <= 1 for side in (matching.left, matching.right)) or not key


def _are_unlike(matching: Matching, first: _Block, second: _Block) -> bool:
    """Whether one is a number and the other not, or a person and what is none in another wording; a name may be missed and be a word."""
    one, other = _kinds(matching, first), _kinds(matching, second)
    if ("number" in one and not one & set(NAMES)) != ("number" in other and not other & set(NAMES)):
        return True
    return not matching.is_near_verbatim and ("person" in one) != ("person" in other) and bool(one & set(NAMES) and other & set(NAMES))


def _kinds(matching: Matching, block: _Block) -> set[str]:
    """The kinds of a block's units on either side."""
    rights = matching.right.units[block.partner : block.partner + block.end - block.first]
    return {unit.kind for unit in (*matching.left.units[block.first : block.end], *rights)}


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


def _only_go_before(matching: Matching, first: _Block, second: _Block) -> bool:
    """«خطف مسلحون», «مسلحون خطفوا»: a verb and its subject, nothing between them but what belongs to both."""
    verbs = [is_verb_form(matching.left.units[block.first]) and block.end - block.first == 1 for block in (first, second)]
    lefts, rights = range(first.first, second.end), range(second.partner, second.partner + second.end - first.first)
    if verbs[0] == verbs[1] or len(lefts) > _LONGEST_SUBJECT + 1 or {matching.pairs.get(place, -1) for place in lefts} != set(rights):
        return False
    governed = [matching.left.units[place].before for place in lefts[1:]] + [matching.right.units[place].before for place in rights[1:]]
    return not any(governed)


def _in_one_list(matching: Matching, first: _Block, second: _Block) -> bool:
    """«قطر ومصر والكويت»: names with only names between them may come in any order, and so may what a comma or و joins on both sides."""
    if all(_is_joined(side, place) for block in (first, second) for side, place in _places(matching, block)):
        return True
    low, high = min(first.first, second.first), max(first.end, second.end)
    return all(unit.kind in NAMES for unit in matching.left.units[low:high]) and not any(
        unit.before for unit in matching.left.units[low + 1 : high]
    )


def _places(matching: Matching, block: _Block) -> tuple[tuple[Statement, int], tuple[Statement, int]]:
    return (matching.left, block.first), (matching.right, block.partner)


def _is_joined(statement: Statement, place: int) -> bool:
    """«، ودار الأركان», «وزين»."""
    form, last = statement.units[place].form, statement.units[place - 1]
    if place and statement.words[last.end : statement.units[place].start].strip() in ("،", ","):
        return True
    return place > 0 and form[0] == "و" and lemma(form)[:1] != "و" and not is_verb_form(statement.units[place])


def _keep_parts(matching: Matching, first: _Block, second: _Block) -> bool:
    """Whether prepositions tell that the two kept their parts: «دعوى على الهيئة أمام المحكمة», in any order.

    Who meets with whom («بحث سليم مع حسان») may be told from either; «المعارضة السمرانية» is the one that is «في سمران».
    """
    lefts = [_as_where(_governor(matching.left, block.first)) for block in (first, second)]
    rights = [_as_where(_governor(matching.right, block.partner)) for block in (first, second)]
    units = (unit for block in (first, second) for unit in (matching.left.units[block.first], matching.right.units[block.partner]))
    peoples = [is_of_a_nation(unit) for unit in units]
    if not matching.is_near_verbatim and (_WITH in (*lefts, *rights) or (any(peoples) and not WHERE.isdisjoint((*lefts, *rights)))):
        return True
    keep = any(left == right != "" for left, right in zip(lefts, rights, strict=True))
    return keep and not any(left == right != "" for left, right in zip(lefts, reversed(rights), strict=True))


def _are_one_person(matching: Matching, first: _Block, second: _Block) -> bool:
    """«سليم السدري المستشار في البلدية», «المستشار في البلدية سليم السدري»: a name and a trade, no verb between, in either order."""
    kinds = _kinds(matching, first), _kinds(matching, second)
    if sum("person" in kind for kind in kinds) != 1 or any("number" in kind for kind in kinds):
        return False
    lefts, rights = sorted((first.first, second.first)), sorted((first.partner, second.partner))
    between = (*matching.left.units[slice(*lefts)], *matching.right.units[slice(*rights)])
    return not any(is_verb_form(unit) for unit in between)


def _as_where(governor: str) -> str:
    """«في نبعة», «بالعاصمة نبعة» and «قرب نبعة» say one thing of its part."""
    return _IN if governor in WHERE else governor


def _turn_passive(matching: Matching, first: _Block, second: _Block) -> bool:
    """Whether one of the two is told as the doer of a passive on one side alone: «أقال الوزير المدير», «أقيل المدير من قبل الوزير»."""
    marks = [
        [governor_of(side, place, _LONGEST_NAME) for side, place in ((matching.left, block.first), (matching.right, block.partner))]
        for block in (first, second)
    ]
    for doer, other in (marks, marks[::-1]):
        if (doer[0] == BY) != (doer[1] == BY):
            return True
        place, partner = (first.first, first.partner) if doer is marks[0] else (second.first, second.partner)
        asked = _is_asked_of(matching.left, place) if doer[0] == FROM else _is_asked_of(matching.right, partner)
        if sorted(doer) == ["", FROM] and FROM not in other and not asked:
            return True
    return False


def _is_asked_of(statement: Statement, place: int) -> bool:
    """«طلب من الوزير»: soon behind what somebody asks for, «من» names no doer."""
    return any(not _ASKING.isdisjoint(unit.keys) for unit in statement.units[max(0, place - _ASKED) : place])


def _fit(matching: Matching, moved: _Block, target: _Block) -> float:
    """How well the left surroundings of `moved` fit the right surroundings of `target`; what one side has alone is passed over."""
    target_end = target.partner + (target.end - target.first)
    befores = _beside(moved.first, -1, matching.pairs), _beside(target.partner, -1, matching.back)
    afters = _beside(moved.end - 1, 1, matching.pairs), _beside(target_end - 1, 1, matching.back)
    total = 0.0
    for lefts, rights in (befores, afters):
        for near, place in enumerate(lefts, 1):
            for far, partner in enumerate(rights, 1):
                if matching.pairs.get(place) == partner:
                    total += (0.3 + matching.left.units[place].weight) / (near * far) ** 0.5
    return total + _governors(matching, moved, target)


def _beside(place: int, step: int, paired: Mapping[int, int]) -> list[int]:
    """The nearest places to one side that stand for one of the other statement."""
    found = [other for other in range(place + step, place + step * (_FARTHEST + 1), step) if other in paired]
    return found[:_REACH]


def _governors(matching: Matching, moved: _Block, target: _Block) -> float:
    left, right = _governor(matching.left, moved.first), _governor(matching.right, target.partner)
    if left and left == right:
        return _GOVERNOR
    return -_GOVERNOR / 2 if left and right else 0.0


def _governor(statement: Statement, place: int) -> str:
    """The preposition before a unit or before the noun that it belongs to: «من ملعب المرج»."""
    units = statement.units
    if units[place].before or place == 0 or units[place - 1].kind in VALUES:
        return units[place].before
    beside = units[place].start - units[place - 1].end == 1
    return units[place - 1].before if beside else ""
