"""Words that turn a statement into its contrary: a negation on one side only, and words that say the opposite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from takhrij.claims.deeds import agree, exchange_between, first_party, is_told_from_two_sides
from takhrij.claims.kept import kept
from takhrij.claims.matches import RATHER_LONG, Matching
from takhrij.claims.roles import is_verb_form
from takhrij.claims.statements import Statement
from takhrij.claims.units import MEANT, NAMES, VALUES, Unit, has_meaning, opposites, plain_keys
from takhrij.claims.untold import is_told_of_somebody, leaves_open

_ONE_ROOT = 0.5  # share of letters that two forms of one root have at least: ترد, وردت
# To refuse, deny, fail at, cancel, stop, forbid, put off or ignore a thing is not to do it.
TURNING = frozenset(MEANT + meaning for meaning in ("refuse", "deny", "fail", "cancel", "stop", "forbid", "postpone"))
# Of these what is told did not happen: «رفض تسليمه», «نفى تسليمه», «فشل في تسليمه».
_SAYING_NO = frozenset(MEANT + meaning for meaning in ("refuse", "deny", "fail"))
_UNDOING = frozenset(MEANT + meaning for meaning in ("end", "withdraw", "lose", "lack"))
_REPORT = {MEANT + "say"}  # «ذكر» may stand for «أعلن»; that «أعلنت الحداد» and «لم تعلنه» are one verb is more
# Of one event either side tells the one or the other: «باع», «اشترى»; «استقبل», «زار».
_SIDES = tuple(
    (frozenset(MEANT + meaning for meaning in one), frozenset(MEANT + meaning for meaning in other))
    for one, other in (
        (("win",), ("lose",)), (("send", "grant", "donate", "deliver", "hand_over", "pay"), ("receive", "obtain")), (("sell",), ("buy",)),
        (("export",), ("import",)), (("lend",), ("borrow", "obtain", "receive")), (("accept_back", "host"), ("visit",)),
    )
)  # fmt: skip
_CONVERSE = frozenset(MEANT + meaning for meaning in ("win", "lose", "send", "receive", "buy", "sell", "import", "export"))
_OTHER_PARTY = 12  # units behind a predicate among which its other party stands
_PARTIES = 6  # units to each side of a predicate in which its parties are looked for
_ROUND_IT = 3  # units beside a negated word that make up its place
_UNDONE = 5  # units between a word that undoes and what it undoes: «رفض الاتحاد طلب سمران تأجيل»
_GOVERNED = 3  # units between a negated verb and what it governs
_LATE = 6  # units from the beginning behind which no main predicate stands
_UNLIKE, _MUCH_ALIKE = 0.5, 1.4  # likeness below which two late words stand in other places; up to which a noun's word is no predicate
_IN_PLACE = 0.9  # likeness of surroundings from which two words stand for each other


def negation_conflicts(matching: Matching) -> Iterator[tuple[int, int]]:
    """Pairs of units that are the same, one negated and the other not: «لم تصل القافلة», «وصلت القافلة»."""
    left, right = matching.left.units, matching.right.units
    for place, partner in matching.pairs.items():
        if left[place].kind in VALUES or left[place].negated == right[partner].negated:
            continue
        if set(left[place].keys) & set(right[partner].keys) == _REPORT:
            continue
        agreed = _said_elsewhere(left[place], right[partner], matching) or _said_by_contrary(left[place], right[partner], matching)
        plain = (matching.left, place, matching.pairs) if right[partner].negated else (matching.right, partner, matching.back)
        if not agreed and not _negated_beside(plain[0].units, plain[1]) and not _turned_before(*plain):
            yield place, partner


def _turned_before(statement: Statement, place: int, pairs: Mapping[int, int]) -> bool:
    """Whether a word of this side alone turns round what follows it, as a negation does: «رفض تأجيل الرسوم», «لن يؤجل الرسوم»."""
    return any(other not in pairs and _undoes(statement.units[other]) for other in range(max(0, place - _UNDONE), place))


def _undoes(unit: Unit) -> bool:
    """Whether what follows a word does not happen, or not any more: «رفض», «انقطاع», «انتهاء»."""
    return turns(unit) or not _UNDOING.isdisjoint(unit.keys)


def _negated_beside(units: Sequence[Unit], place: int) -> bool:
    """Whether a word near is negated, which may well be meant: «لم يسبب سقوط أي جريح», «لم يجرح»; «بلا غبار المصانع», «خال من غبار»."""
    return any(unit.negated for unit in units[max(0, place - _GOVERNED) : place + 2])


def silent_negations(matching: Matching) -> Iterator[tuple[int, int, float]]:
    """A negated word in whose place the other side has another, not negated: «لم ترد أنباء», «وردت أنباء» (of one root, unlike in form)."""
    left, right = matching.left.units, matching.right.units
    for place in matching.left_alone:
        for partner in matching.right_alone:
            if left[place].negated == right[partner].negated or _said_by_contrary(left[place], right[partner], matching):
                continue
            likeness = matching.likeness(place, partner)
            plain = not left[place].kind and not right[partner].kind
            if plain and likeness > _IN_PLACE and (_is_changed(matching, place, partner) or _of_one_root(left[place], right[partner])):
                yield place, partner, likeness


def _is_changed(matching: Matching, place: int, partner: int) -> bool:
    """Whether two words stand for each other in a copy: in a rather long one only two verbs, since other words were changed too."""
    verbs = is_verb_form(matching.left.units[place]) and is_verb_form(matching.right.units[partner])
    return matching.is_near_verbatim and (verbs or matching.length < RATHER_LONG)


def lone_negations(matching: Matching) -> Iterator[tuple[str, Unit, float]]:
    """The side and the negated word that has no match where the other side negates and denies nothing, with how much round it is shared.

    «درجات الطالب لا تكفي للقبول», «درجات الطالب تؤهله للقبول».
    """
    lefts = ("left", matching.left, matching.pairs, matching.left_alone)
    rights = ("right", matching.right, matching.back, matching.right_alone)
    for name, statement, pairs, alone in (lefts, rights):
        if turned_by_itself(matching, "right" if name == "left" else "left"):
            continue
        for place in alone:
            unit = statement.units[place]
            if not unit.negated or unit.kind or _said_plainly(unit, statement) or leaves_open(statement, place):
                continue
            if matching.is_short or is_told_of_somebody(statement, place):
                near = range(place - _ROUND_IT, place + _ROUND_IT + 1)
                shared = sum((0.3 + statement.units[at].weight) / abs(at - place) for at in near if at != place and at in pairs)
                yield name, unit, shared


def _said_plainly(unit: Unit, statement: Statement) -> bool:
    """Whether the same statement has the word without the negation too: «الأموال المنقولة وغير المنقولة»."""
    return any(not other.negated and set(other.keys) & set(unit.keys) for other in statement.units)


def turns(unit: Unit) -> bool:
    """Whether a word may turn round what is said with it: «رفض», «إلغاء»."""
    return not TURNING.isdisjoint(unit.keys)


def says_no(unit: Unit) -> bool:
    """Whether all that a word may mean is to refuse, deny or fail: «رفض», not «استنكر», which is also to condemn."""
    meanings = {key for key in unit.keys if key.startswith(MEANT)}
    return bool(meanings) and meanings <= _SAYING_NO


def turned_by_itself(matching: Matching, side: str) -> bool:
    """Whether anything on a side is negated, refused, stopped, and of a pair that somebody asks about, not so on the other side too."""
    statement, other, pairs = (
        (matching.left, matching.right, matching.pairs) if side == "left" else (matching.right, matching.left, matching.back)
    )
    for place, unit in enumerate(statement.units):
        partner = other.units[pairs[place]] if matching.is_asked and place in pairs else None
        agree = partner is not None and (partner.negated, turns(partner)) == (unit.negated, turns(unit))
        if (unit.negated or turns(unit)) and not agree and not (matching.is_asked and _is_aside(statement, place, pairs)):
            return True
    return False


def _is_aside(statement: Statement, place: int, pairs: Mapping[int, int]) -> bool:
    """Whether a negation lies in a noun or adjective of one side alone, late in the sentence: «بأموال غير مشروعة»."""
    unit = statement.units[place]
    return place >= _LATE and place not in pairs and not turns(unit) and not is_verb_form(unit)


def _of_one_root(left: Unit, right: Unit) -> bool:
    return Levenshtein.normalized_similarity(left.form, right.form) >= _ONE_ROOT


def _said_elsewhere(left: Unit, right: Unit, matching: Matching) -> bool:
    """Whether the other side says it with that polarity in another place."""
    return any(unit.negated == left.negated and set(unit.keys) & set(left.keys) for unit in matching.right.units) or any(
        unit.negated == right.negated and set(unit.keys) & set(right.keys) for unit in matching.left.units
    )


def opposite_pairs(matching: Matching) -> Iterator[tuple[int, int]]:
    """Units of which one says the opposite of the other, neither said on both sides: «ارتفع الذهب», «هبط الذهب».

    A negation on one of them makes them agree: «لم يعد مغلقا», «فتح».
    """
    for place, partner in _opposed(matching):
        if not _tells_from_other_side(matching, place, partner) and not _are_apart(matching, place, partner):
            yield place, partner


def _are_apart(matching: Matching, place: int, partner: int) -> bool:
    """Whether two words belong to other things: both late, between other words, or one only named behind a noun («ضعف النمو»)."""
    likeness = matching.likeness(place, partner)
    if min(place, partner) >= _LATE and likeness < _UNLIKE:
        return True
    named = _is_named_behind(matching.left, place), _is_named_behind(matching.right, partner)
    return any(named) and not all(named) and likeness < _MUCH_ALIKE


def _is_named_behind(statement: Statement, place: int) -> bool:
    """«ضعف النمو», «العقوبات المفروضة»: with the article, right behind another noun."""
    unit = statement.units[place]
    return place > 0 and unit.form.startswith("ال") and unit.start - statement.units[place - 1].end == 1


def is_told_from_other_side(matching: Matching) -> bool:
    """Whether the one tells what the first party did and the other what happened to the second, so that both are in other places."""
    opposed = (*_opposed(matching), *(_of_two_sides(matching) if matching.is_asked else ()))
    return is_told_from_two_sides(matching) or any(_tells_from_other_side(matching, *places) for places in opposed)


def _of_two_sides(matching: Matching) -> Iterator[tuple[int, int]]:
    """Words that tell one event from either side and that nothing else stands for."""
    rights = [(place, unit) for place, unit in enumerate(matching.right.units) if place not in matching.back]
    for place, unit in enumerate(matching.left.units):
        if place not in matching.pairs:
            yield from ((place, partner) for partner, other in rights if _are_two_sides(unit, other))


def _are_two_sides(left: Unit, right: Unit) -> bool:
    """«باع», «اشترى»; «استقبل», «زار»."""
    orders = ((left, right), (right, left))
    return any(not giving.isdisjoint(one.keys) and not taking.isdisjoint(other.keys) for giving, taking in _SIDES for one, other in orders)


@kept
def _opposed(matching: Matching) -> tuple[tuple[int, int], ...]:
    """Words that say the opposite of each other, neither of them said on both sides."""
    return tuple(_opposed_words(matching))


def _opposed_words(matching: Matching) -> Iterator[tuple[int, int]]:
    rights = list(_not_said(matching.right, matching.back, matching.left))
    for place in _not_said(matching.left, matching.pairs, matching.right):
        contraries = contraries_of(matching.left.units[place])
        if not contraries:
            continue
        for partner in rights:
            unit = matching.right.units[partner]
            if contraries.intersection(unit.keys) and unit.negated == matching.left.units[place].negated:
                yield place, partner


def _not_said(statement: Statement, pairs: Mapping[int, int], other: Statement) -> Iterator[int]:
    """Places of units that nothing stands for; that a word elsewhere may mean the same does not say them («نجا», «حي الزهور»)."""
    for place, unit in enumerate(statement.units):
        if place not in pairs and plain_keys(unit.keys).isdisjoint(other.keys):
            yield place


def exchanges_parties(matching: Matching, place: int, partner: int) -> bool:
    """«تسلم سمران الرفات من نهروان», «سلم سمران الرفات إلى نهروان»: between two who are both named: they changed parts."""
    if not _are_converse(matching.left.units[place], matching.right.units[partner]):
        return False
    if exchange_between(matching, place, partner):
        return True
    near = range(max(0, place - _PARTIES), place + _PARTIES + 1)
    return sum(other in matching.pairs and matching.left.units[other].kind in NAMES for other in near) >= 2


def _are_converse(left: Unit, right: Unit) -> bool:
    """Whether two words tell one event from its two sides: «فاز», «خسر»; «باع», «اشترى»."""
    return _are_two_sides(left, right) or (not _CONVERSE.isdisjoint(left.keys) and not _CONVERSE.isdisjoint(right.keys))


def _tells_from_other_side(matching: Matching, place: int, partner: int) -> bool:
    """«هزم سمران نهروان», «خسر نهروان أمام سمران»: of two that win and lose, or give and take, each tells it from one side."""
    if not _are_converse(matching.left.units[place], matching.right.units[partner]):
        return False
    if agree(matching, place, partner) or exchange_between(matching, place, partner):
        return agree(matching, place, partner)
    first, second = first_party(matching.left, place), first_party(matching.right, partner)
    if matching.is_asked and first and second:
        both = _is_told_behind(matching.right.units, partner, first) and _is_told_behind(matching.left.units, place, second)
        return both and first.isdisjoint(second)
    one, other = _party(matching.left.units, place, matching.right.keys), _party(matching.right.units, partner, matching.left.keys)
    return one is not None and other is not None and not set(one.keys) & set(other.keys)


def _is_told_behind(units: Sequence[Unit], predicate: int, party: frozenset[str]) -> bool:
    """Whether the first party of the other side is another party of this predicate: «تسلمت نهروان المهرب من سلطات سمران»."""
    return any(not party.isdisjoint(unit.keys) for unit in units[predicate + 1 : predicate + 1 + _OTHER_PARTY])


def _party(units: Sequence[Unit], place: int, there: frozenset[str]) -> Unit | None:
    """Who does it: the first name after the word that the other side has too, else the last before it."""
    after = [unit for unit in units[place + 1 : place + 4] if _is_name_in(unit, there)]
    before = [unit for unit in units[max(0, place - 3) : place] if _is_name_in(unit, there)]
    return after[0] if after else before[-1] if before else None


def _is_name_in(unit: Unit, there: frozenset[str]) -> bool:
    """Whether a unit is a name, not the noun before one («منتخب سمران»), and told there."""
    return unit.kind in NAMES and not there.isdisjoint(unit.keys) and not has_meaning(unit.keys)


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
