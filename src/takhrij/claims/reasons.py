"""The reason that each of two statements gives: what stands behind «بسبب», and what somebody is charged with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from takhrij.claims.matches import Matching
from takhrij.claims.statements import Statement
from takhrij.claims.units import VALUES, Unit
from takhrij.text.folding import folded
from takhrij.text.tokens import Token, tokens_of

_CAUSES = frozenset(folded("بسبب جراء نتيجة بفعل لسبب بداعي بذريعة بحجة سببه سببها احتجاجا خلفية").split())
_CHARGES = frozenset(folded("بتهمة بتهم لاتهامه بجرم بجريمة قضية").split())
_LONGEST = 4  # units of a reason that are looked at
_ENDS = frozenset("،؛.:!؟)»")
_LEAST = 0.35  # weight of the first word of a reason from which it tells one


def other_reasons(matching: Matching) -> Iterator[tuple[int, int]]:
    """The first words of two reasons for one thing that have nothing in common: «بسبب الجفاف», «جراء الفيضانات»."""
    for words in (_CAUSES, _CHARGES):
        lefts, rights = list(_reasons(matching.left, words)), list(_reasons(matching.right, words))
        if len(lefts) == len(rights) == 1 and _are_apart(matching, lefts[0], rights[0]):
            yield lefts[0][0], rights[0][0]


def _reasons(statement: Statement, words: frozenset[str]) -> Iterator[list[int]]:
    """The places of the units of each reason that such a word introduces."""
    for token in tokens_of(statement.words):
        if token.form in words:
            found = list(_complement(statement, token))
            if found:
                yield found


def _complement(statement: Statement, cause: Token) -> Iterator[int]:
    """The units behind a word up to the end of its clause."""
    end = cause.end
    behind = [place for place, unit in enumerate(statement.units) if unit.start >= cause.end][:_LONGEST]
    for place in behind:
        unit = statement.units[place]
        if not _ENDS.isdisjoint(statement.words[end : unit.start]) or unit.kind in VALUES:
            return
        yield place
        end = unit.end


def _are_apart(matching: Matching, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether no word of either reason is told on the other side, and each begins with one that tells something."""
    units, others = [matching.left.units[place] for place in left], [matching.right.units[place] for place in right]
    if any(_tells(unit) and place in matching.pairs for place, unit in zip(left, units, strict=True)):
        return False
    if any(_tells(unit) and place in matching.back for place, unit in zip(right, others, strict=True)):
        return False
    return _tells(units[0]) and _tells(others[0])


def _tells(unit: Unit) -> bool:
    return unit.weight >= _LEAST and not unit.in_frame
