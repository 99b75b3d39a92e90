"""What two statements say differently, slot by slot, and how much each difference speaks against both being true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from takhrij.annotate.gazetteer import nationality
from takhrij.annotate.regions import may_be_one_place
from takhrij.claims.both_values import each_on_its_own_day, may_stand_against
from takhrij.claims.changed_parties import changed_parties
from takhrij.claims.dates import loosely_paired
from takhrij.claims.exchanges import exchanges_of
from takhrij.claims.facts import negation_kind
from takhrij.claims.kinds import NATION, Naming, are_places, capitals_of, namings_of, renamed_in, renamed_neighbours, sound_alike
from takhrij.claims.matches import Matching
from takhrij.claims.polarity import (
    exchanges_parties,
    is_told_from_other_side,
    lone_negations,
    negation_conflicts,
    opposite_pairs,
    says_no,
    silent_negations,
)
from takhrij.claims.reasons import other_reasons
from takhrij.claims.replacements import other_agents, other_relatives, replaced_words
from takhrij.claims.reversals import exchanged_times, opposed_subjects, other_shares, turning_words
from takhrij.claims.roles import other_parties
from takhrij.claims.statements import Statement
from takhrij.claims.substitutions import substitutions_of
from takhrij.claims.units import MEANT, NAMES, Unit, units_of
from takhrij.claims.values import (
    counts_from_a_day,
    is_dual,
    may_be_two,
)
from takhrij.text.folding import folded
from takhrij.text.tokens import tokens_of

# Many bodies have them, and who speaks for a ministry is the ministry.
_OFFICES = frozenset(map(folded, ("وزارة", "وزير", "وكالة", "هيئة", "جمعية", "متحدث", "المتحدث", "ناطق", "الناطق", "باسم", "رئيس")))
_ONE_UNIT, _ANY_UNIT = 0.6, 0.45  # strength of two numbers that count one thing, and of others, before their surroundings are looked at
_COUNTED_TWO = 0.2  # what is added to it for another number than two beside a dual
_ONLY_ONE = 0.5  # likeness that the only number, date or name left on either side has beforehand
_MOSTLY = 0.55  # smaller coverage from which it has that though nothing round the one stands round the other
_SWAPPED = 1.6  # coverages of both together from which what is no name changed places, and not in another wording
_RENAMED = 0.8  # strength of another name beside the same noun, which no rewording gives
_LEAST_NAME = 0.6  # strength up to which two names have too little round them in common to stand against each other
_OTHER_PARTY, _OTHER_SPEAKER = 0.85, 0.75  # of another party in one role (in ans_train 121 contrary, 5 the same), of another speaker
_OTHER_AGENT = 0.68  # of another agent in one role: enough where somebody asks, not in articles of one event
_AGAIN = 1.5  # coverages of both together from which it is
# Strengths before the surroundings are looked at. In ans_train each kind was contrary at least ten times as often as it was the same.
_OTHER_NAME, _MAY_BE_NAME, _NEGATED, _OPPOSITE = 0.5, 0.4, 0.65, 0.65
_TURNED, _TURNED_REST = 0.55, 0.3  # of a word that turns all round, and what it gains where all the rest is told on both sides
# Of a negated word of one side alone: in ans_train 62 contrary and 2 the same where _LONE_MOST is shared round it.
_LONE, _LONE_LEAST, _LONE_MOST = 0.5, 1.0, 3.0
_OTHER_REASON = 0.7  # strength of another reason
_OPPOSED = 0.75  # strength of opposite words beside one subject
_IF_RESTRICTED = 0.6  # what a negation counts where only one side sets a condition


@dataclass(frozen=True, slots=True)
class Contrast:
    """One difference: its slot, both values as told, and `strength` from 0 (can both hold) to 1 (cannot).

    `place` and `partner` are the units that stand against each other, None where it is not a matter of two units.
    """

    slot: str
    left_value: str
    right_value: str
    strength: float
    place: int | None = None
    partner: int | None = None


def strongest_of(contrasts: Sequence[Contrast]) -> float:
    """The strength of the strongest difference, 0 where there is none."""
    return max((contrast.strength for contrast in contrasts), default=0.0)


def contrasts_of(matching: Matching) -> list[Contrast]:
    """All differences that the words show, the strongest first."""
    found = [
        *_value_contrasts(matching, "number"), *_other_duals(matching), *_value_contrasts(matching, "date"), *_name_contrasts(matching),
        *_exchanges(matching),
        *_polar_contrasts(matching), *_reversals(matching), *_replacements(matching), *_certainty(matching.left, matching.right),
        *_attribution(matching.left, matching.right),
    ]  # fmt: skip
    ranked = sorted(found, key=lambda contrast: (-contrast.strength, contrast.slot))
    return list({(contrast.slot, contrast.left_value, contrast.right_value): contrast for contrast in reversed(ranked)}.values())[::-1]


def _text(statement: Statement, unit: Unit) -> str:
    return statement.words[unit.start : unit.end]


def _contrast(matching: Matching, slot: str, place: int, partner: int, strength: float) -> Contrast:
    left, right = matching.left, matching.right
    return Contrast(slot, _text(left, left.units[place]), _text(right, right.units[partner]), min(1.0, strength), place, partner)


def _stretch(matching: Matching, slot: str, left: tuple[int, int], right: tuple[int, int], strength: float) -> Contrast:
    """A difference of names of several words each, from their first units to their last."""
    first, second = (
        side.words[side.units[start].start : side.units[last].end]
        for side, (start, last) in ((matching.left, left), (matching.right, right))
    )
    return Contrast(slot, first, second, min(1.0, strength), left[0], right[0])


def _one_sided(matching: Matching, slot: str, side: str, unit: Unit, strength: float) -> Contrast:
    """A difference that lies in a word of one side alone."""
    told = _text(matching.left if side == "left" else matching.right, unit)
    return Contrast(slot, *((told, "") if side == "left" else ("", told)), strength)


def _best_pairs(matching: Matching, kind: str) -> Iterator[tuple[int, int, float]]:
    """Left and right units of a kind that only their side has, paired where their surroundings are most alike."""
    loose = loosely_paired(matching) if kind == "date" and matching.is_asked else []
    lefts = [place for place in (*matching.left_alone, *(pair[0] for pair in loose)) if _is_plainly(matching.left, place, kind)]
    rights = [place for place in (*matching.right_alone, *(pair[1] for pair in loose)) if _is_plainly(matching.right, place, kind)]
    ranked = [(matching.likeness(place, partner), place, partner) for place in lefts for partner in rights if (place, partner) not in loose]
    if kind and len(ranked) == 1 and _is_the_only_other(matching, ranked[0]):
        ranked = [(ranked[0][0] + _ONLY_ONE, *ranked[0][1:])]
    yield from _paired(ranked)


def _is_the_only_other(matching: Matching, pair: tuple[float, int, int]) -> bool:
    """Whether the only two values left stand against each other: in places with something in common, or where most else is shared.

    Never two ordinals, which tell of two nouns as a rule: «الهزيمة الثانية», «أول منتخب». In what is proposed among many articles the
    only two always do.
    """
    likeness, place, _ = pair
    fact = matching.left.units[place].fact
    ordinals = fact is not None and fact.unit == "ordinal"
    return not matching.is_asked or (not ordinals and (likeness > 0 or _is_shared_mostly(matching)))


def _is_shared_mostly(matching: Matching) -> bool:
    return min(matching.coverage) > _MOSTLY


def _is_plainly(statement: Statement, place: int, kind: str) -> bool:
    unit = statement.units[place]
    return unit.kind == kind and not unit.in_frame


def _paired(ranked: list[tuple[float, int, int]]) -> Iterator[tuple[int, int, float]]:
    """Each left and each right once, the likest first."""
    used: set[tuple[str, int]] = set()
    for likeness, place, partner in sorted(ranked, key=lambda row: (-row[0], row[1], row[2])):
        if ("left", place) not in used and ("right", partner) not in used:
            used |= {("left", place), ("right", partner)}
            yield place, partner, likeness


def _value_contrasts(matching: Matching, kind: str) -> Iterator[Contrast]:
    """«قتل 12 شخصا», «قتل 21 شخصا»."""
    for place, partner, likeness in _best_pairs(matching, kind):
        left, right = matching.left.units[place].fact, matching.right.units[partner].fact
        if left is None or right is None or not may_stand_against(matching, place, partner):
            continue
        alike = left.unit is not None and left.unit == right.unit and (left.unit != "ordinal" or not matching.is_asked)
        strength = (_ONE_UNIT if alike else _ANY_UNIT) + 0.5 * likeness
        strength = 0.0 if kind == "date" and each_on_its_own_day(matching, left, right) else strength
        for slot in _slots_of(matching, place, partner):
            yield _contrast(matching, slot, place, partner, strength)


def _other_duals(matching: Matching) -> Iterator[Contrast]:
    """A number that only one side gives, and the same noun in the dual on the other: «خمس طائرات», «طائرتين»."""
    sides = ((matching.left, matching.pairs, matching.right), (matching.right, matching.back, matching.left))
    for mine, (statement, pairs, other) in enumerate(sides):
        for place in range(len(statement.units)):
            fact, noun = statement.units[place].fact, pairs.get(place + 1)
            if statement.units[place].kind != "number" or fact is None or noun is None:
                continue
            if not is_dual(other.units[noun].form, statement.units[place + 1].form):
                continue
            counted = noun > 0 and other.units[noun - 1].kind == "number"
            beside = statement.units[place + 1].start - statement.units[place].end == 1
            if beside and not counted and not may_be_two(fact):
                yield _contrast(matching, "number", *((place, noun) if mine == 0 else (noun, place)), _ONE_UNIT + _COUNTED_TWO)


def _slots_of(matching: Matching, place: int, partner: int) -> tuple[str, ...]:
    """The slots in which two values differ: of «منذ شهرين», «منذ ستة أشهر» the number, of two years («2014», «2017») the number too."""
    sides = ((matching.left, matching.left.units[place]), (matching.right, matching.right.units[partner]))
    if sides[0][1].kind == "date" and matching.is_asked:
        if all(counts_from_a_day(_text(*side)) for side in sides):
            return ("number",)
        if all(unit.form.isdigit() for _, unit in sides):
            return ("date", "number")
    return (sides[0][1].kind,)


def _name_contrasts(matching: Matching) -> Iterator[Contrast]:
    """«في سمران», «في نهروان»."""
    renamed = renamed_in(matching)
    lefts = namings_of(matching.left, matching.left_alone, renamed=renamed[0])
    rights = namings_of(matching.right, matching.right_alone, renamed=renamed[1])
    capitals = capitals_of(matching.left, matching.right), capitals_of(matching.right, matching.left)
    yield from _other_names(matching, lefts + capitals[0], rights + capitals[1])
    yield from _other_speakers(matching, lefts, rights)
    if is_told_from_other_side(matching):
        return
    for place, partner in renamed_neighbours(matching):
        yield _contrast(matching, "actor", place, partner, _RENAMED)
    for sort, left, right in other_parties(matching):
        yield _stretch(matching, sort, left, right, _OTHER_PARTY)


def _other_names(matching: Matching, lefts: list[Naming], rights: list[Naming]) -> Iterator[Contrast]:
    """Names of one kind that one side alone has, each against the one that stands in its place."""
    ranked = []
    for left, one in enumerate(lefts):
        for right, other in enumerate(rights):
            if _share_a_key(matching, one, other):
                continue
            if one.kind == other.kind or ("" in (one.kind, other.kind) and NATION not in (one.kind, other.kind)):
                likeness = max(matching.likeness(place, partner) for place in range(*one[:2]) for partner in range(*other[:2]))
                ranked.append((likeness, left, right))
    if len(ranked) == 1 and (ranked[0][0] > 0 or _is_shared_mostly(matching)):
        ranked = [(ranked[0][0] + _ONLY_ONE, *ranked[0][1:])]
    for left, right, likeness in _paired(ranked):
        one, other = lefts[left], rights[right]
        parts = matching.left.units[one.first : one.end], matching.right.units[other.first : other.end]
        if not any(sound_alike(first, second) for first in parts[0] for second in parts[1]):
            slot = one.kind or other.kind or "person"
            strength = (_OTHER_NAME if one.kind and other.kind else _MAY_BE_NAME) + 0.4 * likeness
            if strength > _LEAST_NAME:
                stretches = (one.first, one.end - 1), (other.first, other.end - 1)
                yield _stretch(matching, "actor" if slot == NATION else slot, *stretches, strength)


def _share_a_key(matching: Matching, left: Naming, right: Naming) -> bool:
    """A capital and its country, or another name for it; a town and its province."""
    lefts, rights = matching.left.units[left.first : left.end], matching.right.units[right.first : right.end]
    if left.kind == right.kind == "place" and may_be_one_place(*(" ".join(unit.form for unit in units) for units in (lefts, rights))):
        return True
    return any(set(one.keys) & set(other.keys) for one in lefts for other in rights)


def _other_speakers(matching: Matching, lefts: list[Naming], rights: list[Naming]) -> Iterator[Contrast]:
    """«قالت سلمى إنها ألغت الحفل», «ألغت هند الحفل»: the one person who speaks of herself, and the one of whom it is told."""
    framed = namings_of(matching.left, matching.left_alone, framed=True), namings_of(matching.right, matching.right_alone, framed=True)
    for speakers, named in ((framed[0], rights), (framed[1], lefts)):
        persons = [[naming for naming in namings if naming.kind in ("person", "")] for namings in (speakers, named)]
        own = lefts if speakers is framed[0] else rights
        if len(persons[0]) == len(persons[1]) == 1 and not own:
            one, other = (persons[0][0], persons[1][0]) if own is lefts else (persons[1][0], persons[0][0])
            yield _stretch(matching, "person", (one.first, one.end - 1), (other.first, other.end - 1), _OTHER_SPEAKER)


def _exchanges(matching: Matching) -> Iterator[Contrast]:
    """«فاز سمران على نهروان», «فاز نهروان على سمران»: who did it to whom, and where they are persons (or may be) also which person."""
    if is_told_from_other_side(matching):
        return
    units = matching.left.units
    for first, second, gain in exchanges_of(matching):
        kinds = {units[first].kind, units[second].kind}
        if matching.is_asked and sum(matching.coverage) < _SWAPPED and not kinds.issubset(NAMES):
            continue
        slots = ["number"] if "number" in kinds else ["actor", "person"] if kinds <= {"person", ""} else ["actor"]
        for slot in slots:
            yield _contrast(matching, slot, first, matching.pairs[second], gain)
    for place, partner, strength in changed_parties(matching):
        yield _contrast(matching, "actor", place, partner, strength)


def _polar_contrasts(matching: Matching) -> Iterator[Contrast]:
    """«وصلت القافلة», «لم تصل القافلة»; «ارتفع السعر», «هبط السعر»."""
    share = _IF_RESTRICTED if matching.left.is_restricted or matching.right.is_restricted else 1.0
    for place, partner in negation_conflicts(matching):
        strength = _NEGATED + 0.4 * matching.likeness(place, partner) + 0.1 * matching.left.units[place].weight
        yield _contrast(matching, "negation", place, partner, share * strength)
    for place, partner, likeness in silent_negations(matching):
        yield _contrast(matching, "negation", place, partner, share * (0.4 + 0.4 * likeness))
    for side, unit, shared in lone_negations(matching):
        if shared > _LONE_LEAST:
            yield _one_sided(matching, "negation", side, unit, share * (_LONE + 0.1 * min(shared, _LONE_MOST)))
    told: set[tuple[str, int]] = set()
    for place, partner in opposite_pairs(matching):
        if ("left", place) not in told and ("right", partner) not in told:
            told |= {("left", place), ("right", partner)}
            slot = "actor" if exchanges_parties(matching, place, partner) else _slot_of_words(matching, place, partner)
            slot = "negation" if _holds_negation(matching, place, partner) else slot
            yield _contrast(matching, slot, place, partner, _OPPOSITE + 0.4 * matching.likeness(place, partner))


def _reversals(matching: Matching) -> Iterator[Contrast]:
    """«يرفض بناء السد», «يبني السد»; what is said of one thing and not of the other."""
    for side, unit in turning_words(matching):
        slot = "negation" if matching.is_asked and says_no(unit) else "wording"
        yield _one_sided(matching, slot, side, unit, _TURNED + _TURNED_REST * sum(matching.coverage) / 2)
    for place, partner in opposed_subjects(matching):
        slot = "negation" if _holds_negation(matching, place, partner) else "wording"
        yield _contrast(matching, slot, place, partner, _OPPOSED)
    for place, partner in other_shares(matching):
        yield _contrast(matching, "wording", place, partner, _OPPOSED)
    for place, partner in exchanged_times(matching):
        yield _contrast(matching, "date", place, partner, _OPPOSED)


def _holds_negation(matching: Matching, place: int, partner: int) -> bool:
    """«لم يعد» and «لا يزال» are expressions of their own; which of them stands there is a matter of a negation.

    And so it is of who refuses what the other agrees to, or denies what the other admits.
    """
    units = matching.left.units[place], matching.right.units[partner]
    negates = any(negation_kind(unit.form.split()[0]) in ("particle", "verb") for unit in units)
    return negates or (matching.is_asked and any(map(says_no, units)))


def _replacements(matching: Matching) -> Iterator[Contrast]:
    """A word in another's place: «مدينة سمران», «مدينة نهروان»; another agent; another of the family."""
    for place, partner, strength in replaced_words(matching, _best_pairs(matching, "")):
        slot = _slot_of_words(matching, place, partner) if strength else "wording"
        yield _contrast(matching, slot, place, partner, strength)
    for place, partner, strength in substitutions_of(matching) if matching.is_asked else ():
        yield _contrast(matching, _slot_of_words(matching, place, partner), place, partner, strength)
    for place, partner in other_reasons(matching) if matching.is_asked else ():
        yield _contrast(matching, "wording", place, partner, _OTHER_REASON)
    for place, partner in other_agents(matching) if _is_told_again(matching) else ():
        yield _contrast(matching, "actor", place, partner, _OTHER_AGENT)
    for place, partner in other_relatives(matching):
        yield _contrast(matching, "person", place, partner, _RENAMED)


def _is_told_again(matching: Matching) -> bool:
    """Whether so much is told on both sides that another agent is another, and not somebody else of whom the one tells besides."""
    return not matching.is_asked or matching.is_short or sum(matching.coverage) >= _AGAIN


def _slot_of_words(matching: Matching, place: int, partner: int) -> str:
    """Of words that stand in one place: where they both say where it is, the place."""
    return "place" if matching.is_asked and are_places(matching, place, partner) else "wording"


def _certainty(left: Statement, right: Statement) -> Iterator[Contrast]:
    """«زعم أن», «أكد أن»: the claim is the same, the teller's commitment is not."""
    if (left.level < 0) != (right.level < 0) or abs(left.level - right.level) > 1:
        yield Contrast("certainty", _level_words(left), _level_words(right), 0.0)


def _level_words(statement: Statement) -> str:
    return " ".join(fact.value for fact in statement.facts if fact.slot == "certainty")


def _attribution(left: Statement, right: Statement) -> Iterator[Contrast]:
    """«قال شهود», «قال الجيش», or nobody."""
    if bool(left.chain) != bool(right.chain) or (left.chain and not _share_a_name(left.chain, right.chain)):
        yield Contrast("attribution", " > ".join(left.chain), " > ".join(right.chain), 0.0)


def _share_a_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return all(any(_name_keys(name) & _name_keys(other) for other in right) for name in left)


@lru_cache(maxsize=10_000)
def _name_keys(name: str) -> frozenset[str]:
    """What a source may be known by; of «وكالة سمران» not the noun, which all agencies share; nor whose ministry «وزارة الصحة» is."""
    units = list(units_of(tokens_of(name)))
    told = [unit for unit in units if nationality(unit.form) is None and unit.form not in _OFFICES] or units
    own = [unit for unit in told if not any(key.startswith(MEANT) for key in unit.keys)]
    return frozenset(key for unit in own or told for key in unit.keys)
