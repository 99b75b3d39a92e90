"""Words of one side alone that turn the whole round, and subjects of which opposite things are said."""

from __future__ import annotations

from collections.abc import Iterator

from takhrij.claims.deeds import agree
from takhrij.claims.matches import Matching
from takhrij.claims.polarity import TURNING, contraries_of, turned_by_itself
from takhrij.claims.statements import Statement
from takhrij.claims.units import MEANT, Unit, has_meaning
from takhrij.text.folding import folded

_LEADING = 4  # units from the beginning among which the main predicate stands
_BEFORE = frozenset(map(folded, ("قبل", "قبيل", "وقبل")))
_AFTER = frozenset(map(folded, ("بعد", "بعدما", "بعيد", "عقب", "إثر", "وبعد")))
_ALL = frozenset(clitic + folded(word) for word in ("جميع", "كل", "كافة", "كامل") for clitic in ("", "ل", "ب"))
_LONGEST_SHARE = 8  # characters before a unit that are looked at for them
_SOME = frozenset(clitic + folded("بعض") for clitic in ("", "ل", "ب"))
_LENGTHS = frozenset(MEANT + length for length in ("hour", "day", "week", "month", "year", "minute"))
_SAY = (MEANT + "say",)
_CANCEL, _LIKE_CANCEL = MEANT + "cancel", frozenset((MEANT + "lift", MEANT + "remove"))
_NO = folded("لا ")
_NEAR = 2  # units within which a predicate belongs to its subject: «تراجع النفط», «النفط يتراجع»


def turning_words(matching: Matching) -> Iterator[tuple[str, Unit]]:
    """The side ("left" or "right") and the word that turns it round where the other side has nothing that does.

    «الاتحاد يرفض بناء السد», «الاتحاد يبني السد».
    """
    sides = (("left", matching.left, matching.left_alone, "right"), ("right", matching.right, matching.right_alone, "left"))
    for name, statement, alone, other in sides:
        if turned_by_itself(matching, other):
            continue
        for place in alone:
            unit = statement.units[place]
            if _leads(statement, place, asked=matching.is_asked) and not unit.negated and _only_turns(unit, asked=matching.is_asked):
                yield name, unit
                return


def _leads(statement: Statement, place: int, *, asked: bool) -> bool:
    """Whether a unit stands among the first, those that only say who says it not counted."""
    framed = sum(unit.in_frame or unit.keys[-1:] == _SAY for unit in statement.units[:place]) if asked else 0
    return place - framed < _LEADING


def _only_turns(unit: Unit, *, asked: bool) -> bool:
    """Whether all that the word may mean is to turn round: not «أجلت», which is also to evacuate; «لا صحة» does."""
    meanings = {key for key in unit.keys if key.startswith(MEANT)}
    if asked and _CANCEL in meanings:
        meanings -= _LIKE_CANCEL
    return bool(meanings) and meanings <= TURNING and (" " not in unit.form or (asked and unit.form.startswith(_NO)))


def opposed_subjects(matching: Matching) -> Iterator[tuple[int, int]]:
    """Predicates that say opposite things of one subject, though each is said of something on both sides.

    «تراجع الزعفران مع ارتفاع الفضة», «ارتفع الزعفران مع تراجع الفضة».
    """
    for place, partner in matching.pairs.items():
        if not _is_subject(matching, place):
            continue
        here, there = _predicates(matching.left, place), _predicates(matching.right, partner)
        for predicate in here:
            for other in there:
                one, two = matching.left.units[predicate], matching.right.units[other]
                if one.negated != two.negated or contraries_of(one).isdisjoint(two.keys) or _shares(matching, here, there):
                    continue
                if _may_be_exchanged(matching, predicate, other) and not agree(matching, predicate, other):
                    yield predicate, other


def _is_subject(matching: Matching, place: int) -> bool:
    """A name, or a word that says nothing of another; «منتخب» alone, which stands before two names, is none."""
    subject = matching.left.units[place]
    if not has_meaning(subject.keys):
        return True
    sides = (matching.left, matching.right)
    return bool(subject.kind) and all(sum(unit.keys[:1] == subject.keys[:1] for unit in side.units) == 1 for side in sides)


def _may_be_exchanged(matching: Matching, predicate: int, other: int) -> bool:
    """Not where both are said on both sides and of no other subject: «أفرجت جماعة عنهم بعد خطفهم», «أطلق سراحهم وقد خطفتهم جماعة»."""
    there, here = matching.pairs.get(predicate), matching.back.get(other)
    if there is None or here is None:
        return True
    return any(abs(place - here) <= _NEAR and abs(partner - there) <= _NEAR for place, partner in matching.pairs.items() if place != here)


def _predicates(statement: Statement, place: int) -> list[int]:
    """The units beside a subject that have a meaning with an opposite."""
    near = range(max(0, place - _NEAR), min(len(statement.units), place + _NEAR + 1))
    return [other for other in near if other != place and contraries_of(statement.units[other])]


def _shares(matching: Matching, here: list[int], there: list[int]) -> bool:
    """Whether one of the predicates is the same on both sides."""
    told = {key for place in there for key in matching.right.units[place].keys if key.startswith(MEANT)}
    return any(not told.isdisjoint(matching.left.units[place].keys) for place in here)


def exchanged_times(matching: Matching) -> Iterator[tuple[int, int]]:
    """Units that one side has before it and the other after it: «قبل توقيع الهدنة», «بعد توقيع الهدنة».

    Of a length of time what it is counted from must be one too: «قبل ساعات من التوقيع», «بعد ساعات من الانسحاب».
    """
    for place, partner in matching.pairs.items():
        if matching.left.units[place].kind == "number" or {_side_of(matching.left, place), _side_of(matching.right, partner)} != {-1, 1}:
            continue
        if _LENGTHS.isdisjoint(matching.left.units[place].keys) or matching.pairs.get(place + 1) == partner + 1:
            yield place, partner


def other_shares(matching: Matching) -> Iterator[tuple[int, int]]:
    """Units of which one side tells all and the other some: «جميع النواب», «بعض النواب»."""
    for place, partner in matching.pairs.items():
        shares = {_word_before(matching.left, place), _word_before(matching.right, partner)}
        if not shares.isdisjoint(_ALL) and not shares.isdisjoint(_SOME):
            yield place, partner


def _word_before(statement: Statement, place: int) -> str:
    """The word right before a unit, whether it is a unit or not."""
    start = statement.units[place].start
    words = folded(statement.words[max(0, start - _LONGEST_SHARE) : start]).split()
    return words[-1] if words else ""


def _side_of(statement: Statement, place: int) -> int:
    """-1 for what something happened before, 1 for what it happened after, 0 for neither."""
    start = statement.units[place - 1].end if place else 0
    words = folded(statement.words[start : statement.units[place].start]).split()
    return -1 if not _BEFORE.isdisjoint(words) else 1 if not _AFTER.isdisjoint(words) else 0
