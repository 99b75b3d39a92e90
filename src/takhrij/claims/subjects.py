"""What stands first behind one verb in two copies of a sentence: «طعن الحارس المدير», «طعن المدير الحارس», «طعن السائق المدير»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from takhrij.annotate.actors import HONORIFICS
from takhrij.claims.agents import is_agent
from takhrij.claims.deeds import deeds
from takhrij.claims.governors import BY, clitic_of, governor_of
from takhrij.claims.kinds import ADJECTIVE, WHERE, is_likely_name, sound_alike
from takhrij.claims.matches import RATHER_LONG, Matching
from takhrij.claims.replacements import are_other_agents
from takhrij.claims.roles import ends_clause, is_verb_form
from takhrij.claims.statements import Statement
from takhrij.claims.units import MEANT, NAMES, Unit, has_meaning, plain_keys, units_of
from takhrij.text.folding import folded
from takhrij.text.lemmas import is_listed, lemma
from takhrij.text.tokens import tokens_of

_WITH, _B = folded("مع"), "ب"
OF = "of"  # the part of what follows a noun of a deed
_MANY = re.compile(r"\w{2,}وا|[وف]?[يت]\w{2,}ون")
_HERS = "ها"
_SHORTEST = 3  # letters up to which a word in ا is none in the accusative
_SAY = MEANT + "say"
_PREPOSITIONS = frozenset(map(folded, ("في", "من", "إلى", "على", "عن", "مع", "بعد", "قبل", "خلال", "منذ", "بسبب", "إثر", "ل", "ب")))
_WITH_ARTICLE = ("ال", "بال", "لل")
_LONGEST = 6  # units of a subject
_OPENING = "وفي"  # letters with which another verb begins surely enough
_VAGUE = frozenset(MEANT + meaning for meaning in ("man", "person", "unknown", "perpetrator", "armed", "masked", "attack"))
_REACH = 12  # units behind a verb among which its other party stands


@cache
def _state() -> frozenset[str]:
    """The keys of the state, for which others act and it is told so: not made on import, since a lemma takes the whole table of forms."""
    return frozenset((MEANT + "government", "l:" + lemma(folded("السلطات"))))


def exchanged_subjects(matching: Matching) -> Iterator[tuple[int, int]]:
    """The left and the right subject of one verb where each stands on the other side in one further place behind it.

    «أبلغ السفير الوزير بالقرار», «أبلغ الوزير السفير بالقرار»; not «أبلغ الوزير من قبل السفير».
    """
    if not (matching.is_asked and matching.is_near_verbatim):
        return
    for verb, other in _one_deed(matching):
        left, right = subject_of(matching.left, verb), subject_of(matching.right, other)
        if left is None or right is None:
            continue
        further, beyond = (
            _partner(matching.left, left, matching.right.units[right]),
            _partner(matching.right, right, matching.left.units[left]),
        )
        if further is None or beyond is None or _are_named_twice(matching, left, right):
            continue
        marks = _mark(matching.left, further), _mark(matching.right, beyond)
        if marks[0] == marks[1] and marks[0] not in (_WITH, *WHERE):
            yield left, right


def _one_deed(matching: Matching) -> Iterator[tuple[int, int]]:
    """The places of verbs that stand for each other, or of nouns of a deed with their letters that nothing governs."""
    for verb, other in matching.pairs.items():
        left, right = matching.left.units[verb], matching.right.units[other]
        if left.negated == right.negated and _may_be_verb(matching.left, verb) and _may_be_verb(matching.right, other):
            yield verb, other


def _may_be_verb(statement: Statement, place: int) -> bool:
    unit = statement.units[place]
    if statement.words[unit.end - 1] == "ة" and place:  # «أسرة», which folding makes «أسره»
        return False
    opens = place == 0 and not unit.kind and not unit.form.startswith(_WITH_ARTICLE)
    return (opens or is_verb_form(unit)) and unit.before not in _PREPOSITIONS and not clitic_of(unit.form) and not is_accusative(unit)


def subject_of(statement: Statement, verb: int) -> int | None:
    """The unit right behind a verb, days passed over; None where something governs it or a clause begins."""
    place = verb + 1
    while place < len(statement.units) and statement.units[place].kind == "date":
        place += 1
    if place >= len(statement.units) or governor_of(statement, place, 0) or ends_clause(statement, place):
        return None
    return None if is_accusative(statement.units[place]) else place


def is_accusative(unit: Unit) -> bool:
    """«حارسا», «احتجاجا»: indefinite and no subject, nor governed by a noun."""
    form = unit.form
    if form.endswith(_HERS) and not lemma(form).endswith(_HERS[0]):
        return False  # «نفذتها», but «مشبوها»
    return len(form) > _SHORTEST and form.endswith("ا") and is_listed(form[:-1])


def _mark(statement: Statement, place: int) -> str:
    """What tells the part of a further party, where it may be «في» of the noun before it: «في سمران | السفير»."""
    own = governor_of(statement, place, 0)
    if not own and place and _is_noun_of_deed(statement.units[place - 1]):
        return OF
    if own or is_accusative(statement.units[place]) or (place and statement.units[place - 1].form.startswith(_WITH_ARTICLE)):
        return own
    mark = governor_of(statement, place)
    return "" if mark in WHERE - {_B} else mark


def _is_noun_of_deed(unit: Unit) -> bool:
    """«باتهام», «قصف»: what follows is its subject or its object, wherever the noun stands."""
    return not unit.kind and not unit.form.startswith(_WITH_ARTICLE[0]) and not deeds().isdisjoint(unit.keys) and not is_verb_form(unit)


def keys_of(unit: Unit) -> frozenset[str]:
    """What a unit may be known by; «ضابط» of «قتل ضابط» is a number, one, and has no keys of its own."""
    if unit.kind == "number" and unit.form.isalpha():
        return frozenset(key for word in units_of(tokens_of(unit.form)) for key in word.keys)
    return frozenset(unit.keys)


def _partner(statement: Statement, subject: int, other: Unit) -> int | None:
    """Where behind a subject, in its clause, the other side's subject is told."""
    for place in range(subject + 1, min(len(statement.units), subject + _REACH)):
        if ends_clause(statement, place):
            return None
        if not keys_of(other).isdisjoint(keys_of(statement.units[place])):
            return None if _is_listed(statement, place) or _is_apposed(statement, subject, place) else place
    return None


def _is_listed(statement: Statement, place: int) -> bool:
    """«السفير والوزير»: who does it together may come in any order."""
    form = statement.units[place].form.split()[0]
    return form[0] == "و" and lemma(form)[:1] != "و"


def _is_apposed(statement: Statement, subject: int, place: int) -> bool:
    """«الوزير سليم», «سليم الوزير»: a title and a name with nothing between them."""
    run = range(subject + 1, place + 1)
    beside = all(statement.units[at].start - statement.units[at - 1].end == 1 for at in run)
    return beside and "person" in (statement.units[subject].kind, statement.units[place].kind)


def _are_named_twice(matching: Matching, left: int, right: int) -> bool:
    """Whether either stands in the same place on both sides after all."""
    return matching.pairs.get(left) == right or not keys_of(matching.left.units[left]).isdisjoint(keys_of(matching.right.units[right]))


def other_subjects(matching: Matching) -> Iterator[tuple[int, int]]:
    """The left and the right subject of one verb in two copies where each is told on its side alone and the same follows both.

    «أوفدت منظمة الإغاثة فريقا», «أوفدت وزارة المياه فريقا».
    """
    if not (matching.is_asked and matching.is_near_verbatim):
        return
    for verb, other in _one_deed(matching):
        left, right = subject_of(matching.left, verb), subject_of(matching.right, other)
        if left is None or right is None or not is_alone(matching, left, right):
            continue
        one, two = matching.left.units[left], matching.right.units[right]
        if matching.length >= RATHER_LONG and not any(unit.kind in NAMES or is_agent(unit) for unit in (one, two)):
            continue
        known = left in matching.left_alone and right in matching.right_alone
        if not known and any(is_verb_form(unit) and not is_agent(unit) for unit in (one, two)):
            continue
        if _SAY in matching.left.units[verb].keys or _is_count(one) or _is_count(two) or sound_alike(one, two):
            continue  # who said it is no matter of the claim
        if _may_be_meant(one, two) or _may_be_meant(two, one):
            continue
        if not _state().isdisjoint((*one.keys, *two.keys)):
            continue  # «السلطات», «وزارة البيئة»
        if _same_follows(matching, left, right):
            yield left, right


def is_alone(matching: Matching, left: int, right: int) -> bool:
    """Whether neither side has the other's word; that one means what another word means does not tell it («سرق لصوص»)."""
    pairs = ((left, matching.left, matching.pairs, matching.right), (right, matching.right, matching.back, matching.left))
    return all(place not in paired and plain_keys(side.units[place].keys).isdisjoint(other.keys) for place, side, paired, other in pairs)


def _is_count(unit: Unit) -> bool:
    """«ثلاثة»; not «حارس», which counts one."""
    return unit.kind == "number" and not has_meaning(tuple(keys_of(unit)))


def _may_be_meant(one: Unit, other: Unit) -> bool:
    """Whether the one only points at whom the other names: «معاليه», «سموه»; «الرئيس», «سليم»; «نصه», «نص»."""
    if one.form in HONORIFICS or one.form in (other.form + "ه", other.form + "ها"):
        return True
    return is_agent(one) and one.form.startswith(_WITH_ARTICLE[0]) and (other.kind == "person" or is_likely_name(other))


def other_objects(matching: Matching) -> Iterator[tuple[int, int]]:
    """The left and the right unit right behind one subject of one verb in two copies, where both are agents told on their side alone.

    «اتهم مزارعون شركات», «اتهم مزارعون بلديات».
    """
    if not (matching.is_asked and matching.is_near_verbatim):
        return
    for verb, other in _one_deed(matching):
        left, right = subject_of(matching.left, verb), subject_of(matching.right, other)
        if left is None or right is None or matching.pairs.get(left) != right:
            continue
        one, two = _object_behind(matching.left, left), _object_behind(matching.right, right)
        if one is None or two is None or not is_alone(matching, one, two) or not are_other_agents(matching, one, two):
            continue
        if _same_follows(matching, one, two):
            yield one, two


def _object_behind(statement: Statement, subject: int) -> int | None:
    """The agent right behind an indefinite subject, which no adjective is nor the subject's own: «مزارعون شركات»."""
    place = subject + 1
    if place >= len(statement.units) or governor_of(statement, place, 0) or ends_clause(statement, place):
        return None
    many = statement.units[subject].form.endswith("ون")
    return place if many and is_agent(statement.units[place]) else None


def turned_subjects(matching: Matching) -> Iterator[tuple[int, int]]:
    """The left and the right subject of one verb in two copies where one is on the other side what it is done to.

    «رشق شبان الحافلة», «رشق حراس شبانا».
    """
    if not (matching.is_asked and matching.is_near_verbatim):
        return
    for verb, other in _one_deed(matching):
        left, right = subject_of(matching.left, verb), subject_of(matching.right, other)
        if left is None or right is None or _are_named_twice(matching, left, right):
            continue
        if any(_MANY.fullmatch(side.units[place].form) for side, place in ((matching.left, verb), (matching.right, other))):
            continue  # «مسلحون خطفوا»: the verb before its subject is in the singular
        done = _partner(matching.right, right, matching.left.units[left]), _partner(matching.left, left, matching.right.units[right])
        places = ((matching.right, done[0]), (matching.left, done[1]))
        if any(place is not None and is_accusative(side.units[place]) for side, place in places):
            yield left, right


def _same_follows(matching: Matching, left: int, right: int) -> bool:
    """Whether something behind the one subject stands for something behind the other, near both."""
    return any(right < matching.pairs.get(place, -1) <= right + _LONGEST for place in range(left + 1, left + 1 + _LONGEST))


def doers_across_voices(matching: Matching) -> Iterator[tuple[int, int]]:
    """The doer of an active and the one of a passive or a noun where they are two: each told alone, or done to by the other.

    «اعتقل الجيش التاجر», «اعتقل التاجر على يد الشرطة», «اعتقل الجيش على يد التاجر».
    """
    if not matching.is_asked:
        return
    for verb, other in _one_deed(matching):
        left, right = subject_of(matching.left, verb), subject_of(matching.right, other)
        doers = _marked_doer(matching.left, verb), _marked_doer(matching.right, other)
        if left is None or right is None or (doers[0] is None) == (doers[1] is None):
            continue
        if doers[1] is not None and _are_two(matching, (left, doers[1]), right, flipped=False):
            yield left, doers[1]
        if doers[0] is not None and _are_two(matching, (doers[0], right), left, flipped=True):
            yield doers[0], right


def _may_be_two(matching: Matching, left: int, right: int) -> bool:
    """Whether neither of two doers is «رجل», «مسلحون» or «السلطات», which may be said of nearly everybody, nor a number."""
    units = matching.left.units[left], matching.right.units[right]
    if any(unit.kind == "number" or not (_VAGUE | _state()).isdisjoint(unit.keys) for unit in units) or sound_alike(*units):
        return False
    return are_other_agents(matching, left, right)


def _marked_doer(statement: Statement, verb: int) -> int | None:
    """The first unit behind «من قبل», «على يد» or «برصاص» in the clause of a verb, before a verb that is surely another."""
    for place in range(verb + 1, min(len(statement.units), verb + _REACH)):
        unit = statement.units[place]
        if ends_clause(statement, place):
            return None
        if governor_of(statement, place, 0) == BY:
            return None if unit.form.endswith(ADJECTIVE) and not (unit.kind or unit.before) else place
        if place > verb + 1 and unit.form[0] in _OPENING and _may_be_verb(statement, place):
            return None
    return None


def _are_two(matching: Matching, doers: tuple[int, int], done_to: int, *, flipped: bool) -> bool:
    """Whether the active's doer is the one to whom the passive does it, or both are told alone and it is done to one other."""
    active, passive = (matching.right, matching.left) if flipped else (matching.left, matching.right)
    subject, doer = doers[::-1] if flipped else doers
    alone = doers[0] in matching.left_alone and doers[1] in matching.right_alone
    if alone and _may_be_two(matching, *doers):
        return _partner(active, subject, passive.units[done_to]) is not None
    target = keys_of(passive.units[done_to])
    if keys_of(active.units[subject]).isdisjoint(target) or not target.isdisjoint(keys_of(passive.units[doer])):
        return False  # «اتهم وزير العدل وزير الماء» has the same word in both parts
    place = _partner(active, subject, passive.units[doer])
    return place is not None and _mark(active, place) == ""
