"""Who did it to whom: the parties that stand round a predicate, and two statements in which they changed places or are others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from takhrij.claims.governors import clitic_of
from takhrij.claims.kept import kept
from takhrij.claims.kinds import WHERE, is_naming, is_of_a_nation, sound_alike
from takhrij.claims.matches import Matching
from takhrij.claims.statements import Statement
from takhrij.claims.units import NAMED, NAMES, VALUES, Unit, has_meaning
from takhrij.text.folding import folded
from takhrij.text.lemmas import is_listed, is_verb

SUBJECT, OBJECT = "subject", "object"
_REACH = 9  # units after a predicate among which its parties stand
_LIGHT = 0.25  # weight up to which a word names no party: «جديد», «قال»
_OWN = ("ها", "هم", "هما", "ته")  # «باعت سمران حصتها»: what is somebody's own is another party
_OF_THEM = ("هم", "هما", "هن")
_LONGEST = 6  # units of one party: a noun with its adjectives and the name behind it
_STOPS = ".؛!؟:"  # marks that end a clause; after a comma a party may still follow («طالبت بلدية سمران، الأحد، الوزارة»)
_LED = frozenset(map(folded, ("بقيادة", "برئاسة", "بزعامة")))  # «التحالف بقيادة سمران»: who leads belongs to the party
_OF_A_NOUN = re.compile(r"ت\w\wي\w(?:ا|ه|ها|هم)")  # «تكريما», «تدشينه»: of a verbal noun, for all that the table takes its letters for
CLAUSES = frozenset(
    (
        "ان",
        "بان",
        "انه",
        "انها",
        "التي",
        "الذي",
        "الذين",
        "اللذين",
        "بعدما",
        "عندما",
        "حين",
        "حيث",
        "بينما",
        "فيما",
        "لكن",
        "ولكن",
        "مما",
        "اذ",
    )
)


class Party(NamedTuple):
    """The units `[first, end)` that stand in one role of the predicate: subject, object, or the preposition before them."""

    role: str
    first: int
    end: int


@kept
def parties_of(statement: Statement, predicate: int) -> tuple[Party, ...]:
    """The parties round a verb or verbal noun: «طالبت بلدية سمران الوزارة بتعويض» has subject, object and ب.

    Of a verbal noun what follows it is taken for the subject: «فوز سمران على نهروان».
    """
    units = statement.units
    verbal = is_verb_form(units[predicate])
    found = [before] if verbal and (before := _subject_before(statement, predicate)) else []
    place = predicate + 1
    while place < min(len(units), predicate + _REACH):
        if ends_clause(statement, place) or (is_verb_form(units[place]) and not units[place].before) or _opens_remark(units[place]):
            break
        if units[place].kind in VALUES:
            place += 1
            continue
        end = _end_of_party(statement, place)
        role = _role(units[place].before or clitic_of(units[place].form), SUBJECT in {party.role for party in found}, verbal)
        if role not in {party.role for party in found}:
            found.append(Party(role, place, end))
        place = end
    return tuple(found)


def _opens_remark(unit: Unit) -> bool:
    """«معظمهم أطفال», «بينهم امرأة»: what is said besides of those who were named."""
    return not unit.before and not unit.kind and unit.form.endswith(_OF_THEM)


def _role(before: str, has_subject: bool, verbal: bool) -> str:
    """The role of what stands after a predicate; «غارات لسمران» are hers as «غارات سمران» are."""
    if not before or (before == "ل" and not verbal and not has_subject):
        return OBJECT if has_subject else SUBJECT
    return before


def _subject_before(statement: Statement, predicate: int) -> Party | None:
    """«البلدية طالبت …»: what begins the statement, or follows «إن», and stands right before its verb."""
    first = predicate
    while first > 0 and predicate - first < _LONGEST and not ends_clause(statement, first) and not statement.units[first].before:
        first -= 1
    opens = first == 0 or statement.units[first].before in CLAUSES
    if first == predicate or not opens or any(is_verb_form(unit) for unit in statement.units[first:predicate]):
        return None
    return Party(SUBJECT, first, predicate) if statement.units[first].before in ("", *CLAUSES) else None


def _end_of_party(statement: Statement, place: int) -> int:
    end = place + 1
    first = statement.units[place].keys[:1]
    while end < len(statement.units) and end - place < _LONGEST and _goes_on(statement, end) and statement.units[end].keys[:1] != first:
        end += 1
    return end


def _goes_on(statement: Statement, place: int) -> bool:
    """Whether a unit still belongs to the party before it: nothing but blanks between, no new verb, number, date or name."""
    last, unit = statement.units[place - 1 : place + 1]
    if unit.before or (clitic_of(unit.form) and unit.form not in _LED) or unit.kind in VALUES:
        return False
    if statement.words[last.end : unit.start].strip(" «»\"'()"):
        return False
    if statement.joins_light_verbs and _is_object(unit, statement.units[place - 1]):
        return False
    return not is_verb_form(unit) and not _name_ends(last, unit) and not unit.form.endswith(_OWN)


def _is_object(unit: Unit, last: Unit) -> bool:
    """«قتل الشرطي حسان رجلا»: an indefinite noun in the accusative right behind a name is another party."""
    form = unit.form
    return last.kind == "person" and not unit.kind and form.endswith("ا") and not form.startswith("ال") and is_listed(form[:-1])


def _name_ends(last: Unit, unit: Unit) -> bool:
    """Whether a name is told to its end: «طالبت سمران نهروان» has two parties; an adjective or the rest of the name may follow."""
    if last.kind not in NAMES or unit.kind not in NAMES or is_of_a_nation(last) or is_of_a_nation(unit):
        return False
    known = [one.keys[:1] != () and one.keys[0].startswith(NAMED) for one in (last, unit)]
    if unit.form.startswith("ال"):
        return all(known) and last.keys[0] != unit.keys[0]
    return known[0] or (last.fact is not None and last.fact is not unit.fact)


def ends_clause(statement: Statement, place: int) -> bool:
    """Whether a clause ends before a unit: a mark or a word that begins another stands between."""
    gap = statement.words[statement.units[place - 1].end : statement.units[place].start]
    return statement.units[place].before in CLAUSES or any(mark in gap for mark in _STOPS)


def is_verb_form(unit: Unit) -> bool:
    """Whether a unit is a verb, as far as its form tells; «زمران» is none, as verbs in ان begin with ي or ت."""
    return not unit.kind and _is_verb_form(unit.form)


@lru_cache(maxsize=50_000)
def _is_verb_form(form: str) -> bool:
    if form.startswith("ال") or " " in form or (form.endswith("ان") and form[0] not in "يت") or _OF_A_NOUN.fullmatch(form):
        return False
    if form[1:2] not in "يتن" and clitic_of(form):  # «لحاكم», «بجروح»
        return False
    return is_verb(form)


def keys_of_party(statement: Statement, party: Party) -> frozenset[str]:
    """What the words of a party may be known by."""
    units = statement.units[party.first : party.end]
    return frozenset(key for unit in units if unit.weight > _LIGHT or unit.kind or unit.in_frame for key in unit.keys)


def other_parties(matching: Matching) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """What sort of name stands in one role of one predicate and is another on either side, with the left and the right units of it.

    «زار الوالي سمران», «زار السفير سمران». A person and a people («ترامب», «أميركا») may well be the same party.
    """
    alone = (set(matching.left_alone), set(matching.right_alone))
    told = set()
    for here, there in told_of_both(matching):
        for left, right in ((left, right) for left in here for right in there if left.role == right.role):
            lefts, rights = _names_alone(matching.left, left, alone[0]), _names_alone(matching.right, right, alone[1])
            sort = _sort(matching, lefts, rights, left.role) if lefts and rights else None
            if sort and (lefts[0], rights[0]) not in told:
                told.add((lefts[0], rights[0]))
                yield sort, (lefts[0], lefts[-1]), (rights[0], rights[-1])


def _names_alone(statement: Statement, party: Party, alone: set[int]) -> list[int]:
    """The names of a party, none where one of them is on the other side too."""
    names = [place for place in range(party.first, party.end) if is_naming(statement, place)]
    return names if alone.issuperset(names) else []


def _sort(matching: Matching, lefts: list[int], rights: list[int], role: str) -> str | None:
    """person, place or actor; None where the two may be one after all, or are two spellings of one name."""
    one, other = [matching.left.units[place] for place in lefts], [matching.right.units[place] for place in rights]
    if any(sound_alike(first, second) for first in one for second in other):
        return None
    kinds = {unit.kind for unit in one}, {unit.kind for unit in other}
    if "person" in kinds[0] | kinds[1]:
        return "person" if all(found & {"person", ""} for found in kinds) else None
    return "place" if role in WHERE and all(found & {"place", ""} for found in kinds) else "actor"


@kept
def told_of_both(matching: Matching) -> tuple[tuple[tuple[Party, ...], tuple[Party, ...]], ...]:
    """Predicates that stand for each other, each with its parties; nouns stand for nouns, verbs for verbs."""
    return tuple(_told_of_both(matching))


def _told_of_both(matching: Matching) -> Iterator[tuple[tuple[Party, ...], tuple[Party, ...]]]:
    for place, partner in matching.pairs.items():
        left, right = matching.left.units[place], matching.right.units[partner]
        if left.kind or right.kind or left.negated != right.negated or is_verb_form(left) != is_verb_form(right):
            continue
        if is_verb_form(left) or has_meaning(left.keys):
            yield parties_of(matching.left, place), parties_of(matching.right, partner)
