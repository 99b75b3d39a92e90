"""Words that stand where the other side has another one: another agent, another member of a family, another word in a copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from takhrij.claims.agents import rows_of
from takhrij.claims.kinds import is_likely_name, sound_alike
from takhrij.claims.matches import Matching
from takhrij.claims.polarity import contraries_of
from takhrij.claims.rewordings import is_an_editors_word, tell_the_same
from takhrij.claims.roles import SUBJECT, Party, is_verb_form, told_of_both
from takhrij.claims.statements import Statement
from takhrij.claims.units import MEANT, Unit, has_meaning
from takhrij.text.folding import folded

_DEPUTIES = frozenset(folded("نائب نائبة مساعد وكيل وكيلة معاون").split())
_OFFICES = frozenset(
    MEANT + office for office in ("minister", "prime_minister", "president", "leader", "manager", "commander", "ambassador", "coach")
)
_FRONT = re.compile("^[وفبل]?(?:ال)?")  # what is joined to the front of such a word
_NAME_BEHIND = 6  # units behind an office among which the name of who holds it stands
_PLACE_TAKEN = 1.2  # likeness above which an unknown word stands in the other's place
_AGENT_PLACE = 0.9  # the same, of two agents
_TELLING = 0.5  # weight from which a word that another replaces may change what is told
_BESIDE = 2  # words to each side of a replaced one that are the same, in the same order
_MOST_REPLACED = 2  # words replaced up to which a copy is one with a change, not another wording


def replaced_words(matching: Matching, ranked: Iterator[tuple[int, int, float]]) -> Iterator[tuple[int, int, float]]:
    """The left and right words that stand in one place, and how much it speaks against both holding: «سفينة تجارية», «سفينة حربية».

    Who writes a thing anew changes many words; who changes one or two in a copy changes what it says.
    """
    found = []
    for place, partner, likeness in ranked:
        left, right = matching.left.units[place], matching.right.units[partner]
        if likeness > _PLACE_TAKEN and not sound_alike(left, right) and contraries_of(left).isdisjoint(right.keys):
            found.append((place, partner, likeness))
    few = matching.is_near_verbatim and len(found) <= _MOST_REPLACED
    for place, partner, likeness in found:
        changed = few and _changes_what_is_told(matching, place, partner, only_one=len(found) == 1)
        yield place, partner, 0.5 + 0.25 * likeness if changed else 0.0


def _changes_what_is_told(matching: Matching, place: int, partner: int, *, only_one: bool) -> bool:
    """Whether two words tell something, are one part of speech, and have the same words before and after them.

    The only word replaced, between the same words, need not tell much where it is known what either means; of unknown words too many
    say the same.
    """
    left, right = matching.left.units[place], matching.right.units[partner]
    verbs = is_verb_form(left), is_verb_form(right)
    tells = min(left.weight, right.weight) > _TELLING
    if only_one and _stands_between_the_same(matching, place, partner):
        tells = tells or (_is_known(left) and _is_known(right))
    if not tells or verbs[0] != verbs[1] or left.negated != right.negated or tell_the_same(left, right):
        return False
    if matching.is_asked and is_an_editors_word(matching, left, right):
        return False
    if matching.is_asked and not matching.is_short and not _begin_alike(left, right):
        return False
    before = [other for here, other in sorted(matching.pairs.items()) if here < place][-_BESIDE:]
    after = [other for here, other in sorted(matching.pairs.items()) if here > place][:_BESIDE]
    return all(other < partner for other in before) and all(other > partner for other in after)


def _begin_alike(left: Unit, right: Unit) -> bool:
    """«الساحلية», «الجبلية»: no verbs, and the same is joined to the front of both; else they are seldom in one place of the clause."""
    fronts = [_FRONT.match(unit.form) for unit in (left, right)]
    return not is_verb_form(left) and fronts[0] is not None and fronts[1] is not None and fronts[0][0] == fronts[1][0]


def _stands_between_the_same(matching: Matching, place: int, partner: int) -> bool:
    """Whether the words right before and right after are the same, or either begins or ends both."""
    for step in (-1, 1):
        beside = place + step, partner + step
        outside = beside[0] in (-1, len(matching.left.units)), beside[1] in (-1, len(matching.right.units))
        if not all(outside) and matching.pairs.get(beside[0]) != beside[1]:
            return False
    return True


def _is_known(unit: Unit) -> bool:
    return has_meaning(unit.keys)


def other_agents(matching: Matching) -> Iterator[tuple[int, int]]:
    """Agents that one side alone names, in one role of one predicate or in one place: «قررت المحكمة», «قرر الوزير»."""
    told = set()
    for here, there in told_of_both(matching):
        for left, right in ((left, right) for left in here for right in there if left.role == right.role == SUBJECT):
            pair = _head(matching.left, left, matching.left_alone), _head(matching.right, right, matching.right_alone)
            if pair[0] is not None and pair[1] is not None and are_other_agents(matching, pair[0], pair[1]) and pair not in told:
                told.add(pair)
                yield pair[0], pair[1]
    lefts, rights = _agents_alone(matching.left, matching.left_alone), _agents_alone(matching.right, matching.right_alone)
    for place in lefts:
        for partner in rights:
            near = matching.likeness(place, partner) > _AGENT_PLACE
            if near and (place, partner) not in told and are_other_agents(matching, place, partner):
                yield place, partner


def other_ranks(matching: Matching) -> Iterator[tuple[int, int]]:
    """The one who stands under an office on one side and the office itself on the other: «نائب الوزير», «الوزير», each told once."""
    for place, partner in matching.pairs.items():
        if _OFFICES.isdisjoint(matching.left.units[place].keys) or _is_told_twice(matching, place):
            continue
        deputies = _is_under(matching.left, place), _is_under(matching.right, partner)
        side, other, at = (matching.left, matching.right, place) if deputies[0] else (matching.right, matching.left, partner)
        if deputies[0] == deputies[1] or any(_is_deputy(unit.form) for unit in other.units):
            continue
        if not _are_one_by_name(matching, place, partner) and not side.units[at - 1].in_frame:
            yield (place - 1, partner) if deputies[0] else (place, partner - 1)


def _is_under(statement: Statement, place: int) -> bool:
    """Whether «نائب», «مساعد» or «وكيل» stands right before an office."""
    before, unit = statement.units[place - 1], statement.units[place]
    beside = place > 0 and unit.start - before.end == 1 and not unit.before
    return beside and not before.form.startswith("ال") and _is_deputy(before.form)


def _is_deputy(form: str) -> bool:
    return not _DEPUTIES.isdisjoint((form, _FRONT.sub("", form)))


def _is_told_twice(matching: Matching, place: int) -> bool:
    office = _OFFICES.intersection(matching.left.units[place].keys)
    return any(sum(not office.isdisjoint(unit.keys) for unit in side.units) > 1 for side in (matching.left, matching.right))


def _are_one_by_name(matching: Matching, place: int, partner: int) -> bool:
    """Whether the same person's name is told soon behind the office on both sides."""
    return any(
        matching.left.units[at].kind == "person" and partner < matching.pairs.get(at, -1) <= partner + _NAME_BEHIND
        for at in range(place + 1, min(len(matching.left.units), place + 1 + _NAME_BEHIND))
    )


def _head(statement: Statement, party: Party, alone: list[int]) -> int | None:
    """The first noun of a party, None where the other side has it too."""
    return party.first if party.first in alone and rows_of(statement.units[party.first]) else None


def _agents_alone(statement: Statement, alone: list[int]) -> list[int]:
    return [place for place in alone if rows_of(statement.units[place]) and not statement.units[place].in_frame]


def are_other_agents(matching: Matching, place: int, partner: int) -> bool:
    """Whether two agents are none that texts name by either word; nor does the other side name one like it elsewhere."""
    left, right = rows_of(matching.left.units[place]), rows_of(matching.right.units[partner])
    if left & right:
        return False
    return not any(left & rows_of(unit) for unit in matching.right.units) and not any(right & rows_of(unit) for unit in matching.left.units)


def other_relatives(matching: Matching) -> Iterator[tuple[int, int]]:
    """The given names, or the family names, of two whose other name is one: «بشير الدالي», «وسيم الدالي»."""
    for place, partner in matching.pairs.items():
        for step in (-1, 1):
            one, other = place + step, partner + step
            if _are_two_persons(matching, (place, partner), (one, other)):
                yield one, other


def _are_two_persons(matching: Matching, shared: tuple[int, int], own: tuple[int, int]) -> bool:
    sides = (matching.left, matching.right)
    if own[0] not in matching.left_alone or own[1] not in matching.right_alone:
        return False
    pairs = [(side.units[both], side.units[alone]) for side, both, alone in zip(sides, shared, own, strict=True)]
    if not all(_make_one_name(both, alone) for both, alone in pairs):
        return False
    named = [unit for pair in pairs for unit in pair if unit.kind == "person"]
    one, other = pairs[0][1], pairs[1][1]
    if is_verb_form(one) or is_verb_form(other) or sound_alike(one, other) or not set(one.form.split()).isdisjoint(other.form.split()):
        return False
    if any(unit.form.startswith("ال") and rows_of(unit) for unit in (one, other)):
        return False  # «أقر الرئيس», «أقر سليم»
    return bool(named) and all(unit.kind in ("person", "") for pair in pairs for unit in pair)


def _make_one_name(both: Unit, alone: Unit) -> bool:
    """Whether two neighbours may be given and family name: side by side, the first without article or preposition."""
    first, second = sorted((both, alone), key=lambda unit: unit.start)
    if second.start - first.end != 1 or second.before or first.form.startswith("ال"):
        return False
    return second.kind == "person" or is_likely_name(second) or second.form.startswith("ال")
