"""What a hedge is about: «يبدو أن الجسر مهمل، وأغلق أمس» doubts the neglect and tells the closing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from takhrij.claims.facts import is_hedge
from takhrij.claims.units import Unit, units_of
from takhrij.model.claim import Fact, Telling
from takhrij.model.span import Span
from takhrij.text.folding import folded
from takhrij.text.tokens import Token, tokens_of

HALF = 0.5  # of the weight that two tellings share, which must lie where the one is unsure
LEAST_AFTER = 2  # words that tell something behind a hedge; fewer, and it is about what stands before it: «انهار الجسر، على ما يبدو»
MARKS = frozenset("،,؛;.:!؟?()")
# With these another clause begins, which the hedge no longer holds.
TURNS = frozenset(folded("لكن ولكن لكنه لكنها فيما بينما حيث مما الذي التي الذين بعدما عندما إذ").split())


def is_unsure_of_what_is_shared(telling: Telling, facts: Sequence[Fact], other: Telling) -> bool:
    """Whether at least half of what a telling shares with another is what it hedges, by the facts of it.

    «أغلق الجسر الذي قد ينهار» is as sure of the closing as «أغلق الجسر».
    """
    told, there = _units(telling.words), {key for unit in _units(other.words) for key in unit.keys}
    shared = [unit for unit in told if not there.isdisjoint(unit.keys)]
    hedges = [fact.start - telling.start for fact in facts if is_hedge(fact)]
    scopes = _scopes(telling.words, hedges)
    inside = [unit for unit in shared if any(scope.holds(Span(unit.start, unit.end)) for scope in scopes)]
    return sum(unit.weight for unit in inside) >= HALF * sum(unit.weight for unit in shared)


@lru_cache(maxsize=5_000)
def _units(words: str) -> tuple[Unit, ...]:
    return tuple(units_of(tokens_of(words)))


def _scopes(words: str, hedges: Sequence[int]) -> list[Span]:
    """From each hedge to the end of its clause; the clause before it where nothing follows."""
    tokens = tokens_of(words)
    return [_scope(words, tokens, place) for place, token in enumerate(tokens) if token.start in hedges]


def _scope(words: str, tokens: Sequence[Token], place: int) -> Span:
    end = next((after.start for after in tokens[place + 1 :] if _ends_clause(after)), len(words))
    if sum(1 for unit in _units(words) if tokens[place].end <= unit.start < end and unit.weight) >= LEAST_AFTER:
        return Span(tokens[place].start, end)
    begun = next((before.end for before in reversed(tokens[: max(0, place - 1)]) if before.form in TURNS), 0)
    return Span(begun, end)


def _ends_clause(token: Token) -> bool:
    return token.form in MARKS or token.form in TURNS
