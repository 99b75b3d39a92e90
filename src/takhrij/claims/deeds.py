"""Who did it and to whom, told from the side of the doer whatever the words: «اشترت نهروان من سمران», «باعت سمران نهروان»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from takhrij.claims.agents import is_agent
from takhrij.claims.governors import BY, FROM, clitic_of, governor_of
from takhrij.claims.kept import kept
from takhrij.claims.kinds import is_naming, sound_alike
from takhrij.claims.matches import Matching
from takhrij.claims.roles import CLAUSES, OBJECT, SUBJECT, Party, is_verb_form, keys_of_party, parties_of
from takhrij.claims.statements import Statement
from takhrij.claims.units import MEANT, NAMED, VALUES, Unit
from takhrij.text.folding import folded
from takhrij.text.lemmas import is_verb, lemma
from takhrij.text.lexicons import lexicon

# Of these the subject is the one to whom it was done: «خسر», «تسلم», «اشترى», «تعرض لهجوم».
_OF_THE_OTHER_SIDE = frozenset(MEANT + meaning for meaning in ("lose", "receive", "buy", "import", "attacked"))
_OFTEN_PASSIVE = frozenset(MEANT + meaning for meaning in ("kill", "hurt"))
_TELL_LITTLE = frozenset(MEANT + meaning for meaning in ("say", "record", "begin", "end", "continue", "cause", "reach", "scored"))
# Of these what stands behind may be what is handed over, and behind ل who receives it: «تسليم المتهم للمحكمة», «تسليم المحكمة للمتهم».
HANDING = frozenset(
    MEANT + meaning
    for meaning in (
        "send", "sell", "buy", "return", "transfer", "lend", "grant", "pay", "deliver", "provide", "help", "appoint", "meet", "discuss",
    )
)  # fmt: skip
_LONGEST_FIRST = 2  # units of the first party that are looked at
_SHORT = 3  # letters up to which a form with ا before its last is a verb: «زار»
_WITH_PRONOUN = re.compile(r"\w{2,}(?:ت?ه|ها|هم|هما)")
_VERBAL_NOUN = re.compile(r"\w+ا\w|ت\w\wي\w")  # «إعدام», «تعيين»
_APPOSITION = 6  # units of a title and the name behind it
_FOR, _AND = "ل", "و"
_FROM = frozenset(map(folded, ("من", "أمام", "على", "عن")))  # before the one who did it, with those
_BESIDE = frozenset(map(folded, ("في", "خلال", "بعد", "قبل", "منذ", "مع", "قرب", "حتى", "بين", "بسبب", "لدى")))  # before no party to it

Named = tuple[tuple[int, frozenset[str]], ...]  # the first unit of each party, and the keys of its names


class Deed(NamedTuple):
    """Who may have done it, and to whom it may have been done."""

    doers: Named
    others: Named


@kept
def deed_of(statement: Statement, predicate: int) -> Deed:
    """The parties of a predicate: «شنت سمران غارات على نهروان» has the doer سمران and the other نهروان."""
    parties = [party for party in _in_the_active(statement, predicate) if party.role not in _BESIDE]
    doers = [party for party in parties if party.role == SUBJECT and _may_have(statement, predicate, party)]
    if parties and parties[0].role == FROM and not is_verb_form(statement.units[predicate]):  # «اعتذار من سمران لنهروان»
        doers = parties[:1]
    if not doers:  # «عقوبات من سمران على نهروان»
        doers = [party for party in parties if party.role == FROM and _names_in(statement, party)]
    others = [party for party in parties if party not in doers and not _belongs_to_a_title(statement, party)]
    if not _OF_THE_OTHER_SIDE.isdisjoint(statement.units[predicate].keys):
        doers, others = [party for party in others if party.role in _FROM], doers
    return Deed(_named(statement, doers), _named(statement, others))


def _belongs_to_a_title(statement: Statement, party: Party) -> bool:
    """«المدير العام للاتصال والعلاقات سليم السدري»: behind ل stands what he directs, and then his name."""
    head = statement.units[party.first]
    return party.role == _FOR and not head.kind and not is_naming(statement, party.first) and not is_agent(head)


def _may_have(statement: Statement, predicate: int, subject: Party) -> bool:
    """A noun with the article has no subject («الهجوم»), nor does it stand behind another party («رئاسة مدير الأمن، اللواء»)."""
    unit = statement.units[predicate]
    marked = any(governor_of(statement, place) == BY for place in range(subject.first, min(subject.first + 2, subject.end)))
    return is_verb_form(unit) or marked or (subject.first == predicate + 1 and not unit.form.startswith("ال"))


@kept
def _in_the_active(statement: Statement, predicate: int) -> list[Party]:
    """«اتهمت سمران من قبل نهروان» as «اتهمت نهروان سمران»."""
    parties = [party for party in parties_of(statement, predicate) if not _goes_on_with(statement.units[party.first])]
    doers = [party for party in parties if _is_doer(statement, party)]
    if not doers:
        return list(parties)
    objects = [party._replace(role=OBJECT) if party.role == SUBJECT else party for party in parties if party not in doers]
    return [party._replace(role=SUBJECT) for party in doers] + objects


def _goes_on_with(unit: Unit) -> bool:
    """«وفرنسا»: what و joins to somebody before it is no party of its own."""
    return unit.form[0] == _AND and lemma(unit.form)[:1] != _AND


def _is_doer(statement: Statement, party: Party) -> bool:
    """«من قبل نهروان»; «على يد مسلحين», where the party begins with the hand."""
    return any(governor_of(statement, place) == BY for place in range(party.first, min(party.first + 2, party.end)))


def _named(statement: Statement, parties: Sequence[Party]) -> Named:
    return tuple((party.first, _names_of(statement, party)) for party in parties)


def _names_of(statement: Statement, party: Party) -> frozenset[str]:
    """The keys of the names in a party, of all its words where there is none: «رئيس سمران» is another than «رئيس نهروان»."""
    own = frozenset(key for place in _names_in(statement, party) for key in statement.units[place].keys)
    return own or keys_of_party(statement, party)


def _names_in_reach(statement: Statement, first: int) -> bool:
    return any(is_naming(statement, place) for place in range(first, min(first + _LONGEST_FIRST, len(statement.units))))


def _names_in(statement: Statement, party: Party) -> list[int]:
    return [place for place in range(party.first, party.end) if is_naming(statement, place)]


def exchanged_parties(matching: Matching) -> Iterator[tuple[int, int]]:
    """The left doer of a predicate, and the right one, who is the left's other party: «طالب أ ب», «طلب ب من أ»."""
    for place, partner in matching.pairs.items():
        left, right = matching.left.units[place], matching.right.units[partner]
        if _may_be_one_deed(left, right) and (found := exchange_between(matching, place, partner)):
            yield found


def _may_be_one_deed(left: Unit, right: Unit) -> bool:
    if left.kind or right.kind or left.negated != right.negated:
        return False
    return all(not deeds().isdisjoint(unit.keys) or (is_verb_form(unit) and _is_inflected(unit.form)) for unit in (left, right))


def _is_inflected(form: str) -> bool:
    """Whether a verb looks like one: «ايني», which the table takes for one, is a name."""
    return form[0] in "يت" or form.endswith(("ت", "وا"))


@cache
def deeds() -> frozenset[str]:
    """The concepts that verbs tell, whose nouns tell a deed too: «غارات», «اتهامات», not «رئيس»."""
    rows = lexicon("claims", "concepts")
    return frozenset(
        MEANT + row["concept"] for row in rows if any(form[0] == "ي" and is_verb(form) for form in folded(row["forms"]).split())
    )


def other_doers(matching: Matching) -> Iterator[tuple[int, int]]:
    """Who does it on the left, and who on the right, where each is named on the other side too but does something else there.

    «بعد هجوم شنه الجيش على حزب الفنار», «قتلوا في هجوم نفذه حزب الفنار قرب مواقع الجيش».
    """
    for place, partner in matching.pairs.items():
        left, right = matching.left.units[place], matching.right.units[partner]
        if left.in_frame or right.in_frame or left.negated != right.negated:
            continue
        if _telling_deeds().isdisjoint(set(left.keys).intersection(right.keys)):
            continue
        ones, others = _plain_doers(matching.left, place), _plain_doers(matching.right, partner)
        for one, other in product(ones, others):
            if _are_two(matching, one, other):
                yield one.first, other.first


@cache
def _telling_deeds() -> frozenset[str]:
    return deeds() - _TELL_LITTLE


@kept
def _plain_doers(statement: Statement, predicate: int) -> list[Party]:
    """The subjects of a verb that surely tells who did it: no noun, no passive («قتل ثلاثة»), none of the other side's verbs."""
    verb = statement.units[predicate]
    if not is_verb_form(verb) or (len(verb.form) > _SHORT and _VERBAL_NOUN.fullmatch(verb.form)):
        return []
    if not (_OF_THE_OTHER_SIDE | _OFTEN_PASSIVE).isdisjoint(verb.keys):
        return []
    parties = [party for party in _in_the_active(statement, predicate) if party.role == SUBJECT]
    return [party for party in parties if _stands_plainly(statement, predicate, party) and _own_names(statement, party)]


def _stands_plainly(statement: Statement, predicate: int, party: Party) -> bool:
    first = statement.units[party.first]
    counted = any(unit.kind == "number" for unit in statement.units[predicate + 1 : party.first])
    return not counted and (not first.before or first.before in CLAUSES) and first.form[0] not in "بل"


def _own_names(statement: Statement, party: Party) -> list[int]:
    return [place for place in range(party.first, party.end) if is_naming(statement, place) or is_known(statement.units[place])]


def is_known(unit: Unit) -> bool:
    """Whether a list has the name: «إيرانية»."""
    return unit.keys[:1] != () and unit.keys[0].startswith(NAMED)


def _are_two(matching: Matching, one: Party, other: Party) -> bool:
    """Whether two subjects share no name, and each name is told on the other side as well."""
    lefts = [matching.left.units[place] for place in _own_names(matching.left, one)]
    rights = [matching.right.units[place] for place in _own_names(matching.right, other)]
    mine, theirs = (frozenset(key for unit in units for key in unit.keys if key[0] in "aw") for units in (lefts, rights))
    heads = matching.left.units[one.first], matching.right.units[other.first]
    if mine & theirs or any(sound_alike(first, second) for first, second in product(lefts, rights)):
        return False
    if set(heads[0].keys) & set(heads[1].keys) and not (any(map(is_known, lefts)) and any(map(is_known, rights))):
        return False  # «اتحاد المعلمين», «اتحاد معلمي سمران»
    if _goes_on_to(matching.left, one.first, theirs) or _goes_on_to(matching.right, other.first, mine):
        return False
    return not mine.isdisjoint(matching.right.keys) and not theirs.isdisjoint(matching.left.keys)


def _goes_on_to(statement: Statement, first: int, names: frozenset[str]) -> bool:
    """Whether the words that begin at a place go on to one of the names: «محرر صحيفة النسيم هادي النعام» is «هادي النعام»."""
    for place in range(first, min(len(statement.units), first + _APPOSITION)):
        if place > first and (statement.units[place].start - statement.units[place - 1].end > 1 or clitic_of(statement.units[place].form)):
            return False
        if not names.isdisjoint(statement.units[place].keys):
            return True
    return False


def exchange_between(matching: Matching, place: int, partner: int) -> tuple[int, int] | None:
    """The doers of two predicates where each is the other party of the other, None else."""
    left, right = deed_of(matching.left, place), deed_of(matching.right, partner)
    if _share(left.doers, right.doers):
        return None
    for (doer, mine), (other_doer, theirs) in product(left.doers, right.doers):
        done = [(first, keys) for first, keys in right.others if keys & mine]
        turned = [(first, keys) for first, keys in left.others if keys & theirs and not any(keys & one for _, one in done)]
        if done and turned and _may_be_turned(matching, (place, partner), (turned[0][0], done[0][0])):
            nouns = not is_verb_form(matching.left.units[place]) and not is_verb_form(matching.right.units[partner])
            apposed = _goes_on_to(matching.left, doer, theirs) and _goes_on_to(matching.right, other_doer, mine)
            return None if nouns and apposed else (doer, other_doer)
    return None


def _may_be_turned(matching: Matching, deeds_told: tuple[int, int], others: tuple[int, int]) -> bool:
    """Whether ل stands before both other parties or neither; else it must mark whom it is done to, or whose, and both may act.

    «اتهام سليم لسمران», «اتهمت سمران سليما»; not «تسليم المتهم لسمران», «سلمت سمران المتهم».
    """
    sides = (matching.left, deeds_told[0], others[0]), (matching.right, deeds_told[1], others[1])
    marks = [governor_of(side, other, 0) == _FOR for side, _, other in sides]
    if marks[0] == marks[1]:
        return True
    given = any(not HANDING.isdisjoint(side.units[deed].keys) for side, deed, _ in sides)
    return not given and all(is_agent(side.units[other]) or _names_in_reach(side, other) for side, _, other in sides)


def is_told_from_two_sides(matching: Matching) -> bool:
    """Whether one predicate is told with the doer first, the other with the other party: «شنت سمران غارات», «تعرضت نهروان لغارات»."""
    for place, partner in matching.pairs.items():
        turned = [_OF_THE_OTHER_SIDE.isdisjoint(unit.keys) for unit in (matching.left.units[place], matching.right.units[partner])]
        if turned[0] != turned[1] and agree(matching, place, partner):
            return True
    return False


def agree(matching: Matching, place: int, partner: int) -> bool:
    """Whether two predicates name one doer and one other party; a pronoun may mean either («خسارتها أمام سمران», «سلمته الرسالة»)."""
    left, right = deed_of(matching.left, place), deed_of(matching.right, partner)
    left_free, right_free = _free(matching.left, place, left), _free(matching.right, partner, right)
    doers = _share(left.doers, right.doers) or SUBJECT in left_free or SUBJECT in right_free
    return doers and (_share(left.others, right.others) or OBJECT in left_free or OBJECT in right_free)


def _free(statement: Statement, place: int, deed: Deed) -> tuple[str, ...]:
    """The parts that a predicate's pronoun may stand for: of a noun the one that nobody is named in, of a verb without subject both."""
    predicate = statement.units[place]
    if not _WITH_PRONOUN.fullmatch(predicate.form):
        return ()
    if is_verb_form(predicate):
        told = any(_names_in_reach(statement, first) or is_agent(statement.units[first]) for first, _ in deed.doers)
        return () if told else (SUBJECT, OBJECT)
    return (() if deed.doers else (SUBJECT,)) or (() if deed.others else (OBJECT,))


def _share(left: Named, right: Named) -> bool:
    return any(one & other for _, one in left for _, other in right)


def first_party(statement: Statement, predicate: int) -> frozenset[str]:
    """The keys of the words that follow a predicate with nothing before them: «سلمت | سلطات سمران | المهرب إلى نهروان» has two of them."""
    found: list[str] = []
    for place in range(predicate + 1, min(len(statement.units), predicate + 1 + _LONGEST_FIRST)):
        unit, last = statement.units[place], statement.units[place - 1]
        if unit.kind in VALUES or unit.start - last.end > 1 or governor_of(statement, place, 0):
            break
        found += unit.keys
    return frozenset(found)
