"""Doer and target round a noun of a deed («انتقاد البلدية للوزارة»), and who suffers by whom («قتل حارس برصاص أطلقه جندي»)."""

from __future__ import annotations

from collections.abc import Iterator

from takhrij.claims.agents import is_agent
from takhrij.claims.deeds import HANDING, deeds
from takhrij.claims.governors import BY, FROM, clitic_of, governor_of, marks_doer
from takhrij.claims.kept import kept
from takhrij.claims.matches import Matching
from takhrij.claims.replacements import are_other_agents
from takhrij.claims.roles import CLAUSES, Party, is_verb_form
from takhrij.claims.statements import Statement
from takhrij.claims.subjects import is_accusative, keys_of, subject_of
from takhrij.claims.units import MEANT, NAMES, VALUES, has_meaning

_FOR = "ل"
_REACH = 8  # units behind the noun among which its target begins
_LONGEST = 4  # units of a party that are looked at
_HARMS = frozenset(MEANT + meaning for meaning in ("kill", "hurt", "arrest", "kidnap"))
_OF_IT = ("ها", "ه", "هم", "هما")  # «رصاص أطلقه», «غارات شنتها»
_TELL_NO_ONE = frozenset(MEANT + meaning for meaning in ("man", "person", "unknown", "perpetrator", "armed", "masked", "government"))


@kept
def construct_of(statement: Statement, place: int) -> tuple[Party, Party] | None:
    """The doer and the target of a noun of a deed that names both: «حصار سمران لنهروان», «مقتل حارس على يد جندي»."""
    noun = statement.units[place]
    if noun.kind or noun.form.startswith("ال") or is_verb_form(noun) or not _is_behind(statement, place + 1):
        return None
    first = place + 1
    if is_accusative(statement.units[first]) or statement.units[first].kind == "date" or governor_of(statement, first, 0):
        return None
    for further in range(first + 1, min(len(statement.units), place + _REACH)):
        if marks_doer(statement, further):
            continue
        unit, mark = statement.units[further], governor_of(statement, further, 0)
        if unit.before in CLAUSES or (is_verb_form(unit) and not mark) or _is_parted(statement, further):
            return None
        if mark == _FOR:
            return Party("doer", first, further), Party("target", further, _end_of(statement, further))
        if mark == BY:
            return Party("doer", further, _end_of(statement, further)), Party("target", first, further)
        if mark:
            return None
    return None


def _is_behind(statement: Statement, place: int) -> bool:
    """Whether nothing stands between a unit and the one before it."""
    return place < len(statement.units) and statement.units[place].start - statement.units[place - 1].end == 1


def _is_parted(statement: Statement, place: int) -> bool:
    gap = statement.words[statement.units[place - 1].end : statement.units[place].start]
    return bool(gap.strip(" «»\"'()")) and any(mark in gap for mark in "،,.؛:!؟-–")


def _end_of(statement: Statement, first: int) -> int:
    """Where a party ends: at a preposition, a verb, a value, or a mark."""
    end = first + 1
    while end < min(len(statement.units), first + _LONGEST) and _is_behind(statement, end) and not _begins_another(statement, end):
        end += 1
    return end


def _begins_another(statement: Statement, place: int) -> bool:
    unit = statement.units[place]
    return bool(unit.before or clitic_of(unit.form)) or unit.kind in VALUES or is_verb_form(unit)


def exchanged_constructs(matching: Matching) -> Iterator[tuple[int, int]]:
    """The doers of one noun where the one's doer is the other's target: «انتقاد البلدية للوزارة», «انتقاد الوزارة للبلدية»."""
    for (doer, target), (other_doer, other_target) in _told_of_both(matching):
        ours, theirs = _keys(matching.left, doer), _keys(matching.right, other_doer)
        done, done_there = _keys(matching.left, target), _keys(matching.right, other_target)
        turned = not (ours - theirs).isdisjoint(done_there - done), not (theirs - ours).isdisjoint(done - done_there)
        if all(turned) or (any(turned) and ours.isdisjoint(theirs) and done.isdisjoint(done_there)):
            yield doer.first, other_doer.first


def other_constructs(matching: Matching) -> Iterator[tuple[int, int]]:
    """The doers of one noun that are told on their side alone, and the target is one: «حصار سمران للميناء», «حصار نهروان للميناء»."""
    for (doer, target), (other_doer, other_target) in _told_of_both(matching):
        alone = doer.first in matching.left_alone and other_doer.first in matching.right_alone
        if not alone or _keys(matching.left, target).isdisjoint(_keys(matching.right, other_target)):
            continue
        units = matching.left.units[doer.first], matching.right.units[other_doer.first]
        told = all(_TELL_NO_ONE.isdisjoint(keys_of(unit)) and (unit.kind in NAMES or is_agent(unit)) for unit in units)
        if told and are_other_agents(matching, doer.first, other_doer.first):
            yield doer.first, other_doer.first


def _told_of_both(matching: Matching) -> Iterator[tuple[tuple[Party, Party], tuple[Party, Party]]]:
    for place, partner in matching.pairs.items():
        units = matching.left.units[place], matching.right.units[partner]
        if units[0].negated != units[1].negated or any(deeds().isdisjoint(unit.keys) for unit in units):
            continue
        if any(not HANDING.isdisjoint(unit.keys) for unit in units):
            continue
        left, right = construct_of(matching.left, place), construct_of(matching.right, partner)
        if left and right:
            yield left, right


def _keys(statement: Statement, party: Party) -> frozenset[str]:
    return frozenset(key for unit in statement.units[party.first : party.end] for key in keys_of(unit))


def sufferers_and_doers(matching: Matching) -> Iterator[tuple[int, int]]:
    """Who suffers on the left and who on the right, where each is the one who does it on the other side.

    «قتل حارس برصاص أطلقه جندي», «قتل جندي برصاص أطلقه حارس».
    """
    if not matching.is_asked:
        return
    suffer, suffer_there = _sufferers(matching.left), _sufferers(matching.right)
    if not suffer or not suffer_there:
        return
    ours, theirs = _all_keys(matching.left, suffer), _all_keys(matching.right, suffer_there)
    do, do_there = _all_keys(matching.left, _doers(matching.left)), _all_keys(matching.right, _doers(matching.right))
    if (ours - theirs).isdisjoint(do_there - do) or (theirs - ours).isdisjoint(do - do_there):
        return
    yield suffer[0].first, suffer_there[0].first


def _all_keys(statement: Statement, parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(key for party in parties for key in _keys(statement, party))


@kept
def _sufferers(statement: Statement) -> tuple[Party, ...]:
    """Who stands behind «قتل», «أصيب», «مقتل»; of «أصيب أربعة من الحراس» the guards."""
    found = []
    for place, unit in enumerate(statement.units):
        first = subject_of(statement, place) if not _HARMS.isdisjoint(unit.keys) and not unit.kind else None
        if first is None or unit.form.startswith("ال") or is_verb_form(statement.units[first]):
            continue
        first += _counts(statement, first)
        found.append(Party("target", first, _end_of(statement, first)))
    return tuple(found)


def _counts(statement: Statement, place: int) -> bool:
    """«أربعة متظاهرين», «أربعة من الحراس»; not «حارس», which is a number too."""
    units = statement.units
    if units[place].kind != "number" or place + 1 >= len(units) or has_meaning(tuple(keys_of(units[place]))):
        return False
    return units[place + 1].before == FROM or (_is_behind(statement, place + 1) and not _begins_another(statement, place + 1))


@kept
def _doers(statement: Statement) -> tuple[Party, ...]:
    """Who is told to have done it: «من قبل الجيش», «برصاص جندي», «رصاص أطلقه جندي»."""
    found = []
    for place, unit in enumerate(statement.units):
        if governor_of(statement, place, 0) == BY:
            found.append(Party("doer", place, _end_of(statement, place)))
        elif is_verb_form(unit) and unit.form.endswith(_OF_IT) and (first := subject_of(statement, place)) is not None:
            found.append(Party("doer", first, _end_of(statement, first)))
    return tuple(found)
