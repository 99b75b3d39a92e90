"""The keys under which a telling may meet others (pairs of its most telling words, names, meanings and numbers), and is searched for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from takhrij.claims.statements import Statement
from takhrij.claims.units import MEANT, NAMED, SOUNDING, Unit, units_of
from takhrij.model.claim import Fact, Telling, TellingTerms
from takhrij.text.lemmas import lemmas_of
from takhrij.text.tokens import tokens_of

MOST_UNITS = 9  # of the greatest weight; they give up to 36 pairs
LEAST_WEIGHT = 0.25  # below it a word is in too many tellings to bring two together
MOST_CROSSING, MOST_CROSSING_ENGLISH = 7, 12  # units by which languages meet; what an English word weighs says less, so more are kept
RARE = 0.8  # weight of a word that may be a name
_OF_TELLING = frozenset({"c:say", "c:confirm", "c:person", "c:first", "c:last", "c:day", "c:year"})  # in too many tellings
MOST_TELLING_FIRST = (NAMED, MEANT, "s:")  # the widest key that still means the word: a known name, a meaning, a stem
ACROSS = (MEANT, NAMED, SOUNDING)  # keys under which words of two languages meet


Key = tuple[int, float]  # and how telling it is


def keys_of(telling: Telling, facts: Sequence[Fact]) -> list[Key]:
    """The keys of one telling, each with its weight; two tellings with n of these words in common share n(n-1)/2 keys.

    They depend on nothing but the telling, so that they are made once for each batch of documents.
    """
    statement = Statement(telling.telling, telling.words, None, None, tuple(facts), telling.certainty, (), telling.start)
    return [*_own_keys(statement), *_crossing_keys(statement)]


def _own_keys(statement: Statement) -> list[Key]:
    """Under which it meets those of its own language."""
    named = {(-unit.weight, _name(unit)) for unit in statement.units if unit.weight >= LEAST_WEIGHT}
    units = sorted(entry for entry in named if entry[1])[:MOST_UNITS]
    pairs = combinations(sorted((name, -weight) for weight, name in units), 2)
    return [(_number(one, other), first * second) for (one, first), (other, second) in pairs]


def _crossing_keys(statement: Statement) -> list[Key]:
    """Under which it meets those of another language (below 0, so that nothing else does): numbers, names by their sound, meanings.

    «حريق ميناء زمران» and "Zamran port blaze" share three.
    """
    most = MOST_CROSSING if statement.is_arabic else MOST_CROSSING_ENGLISH
    found = {name: (rank, weight) for unit in reversed(statement.units) for name, rank, weight in _crossing(unit, statement)}
    best = sorted((rank, -weight, name) for name, (rank, weight) in found.items())[:most]
    pairs = combinations(sorted((name, -weight) for _, weight, name in best), 2)
    return [(-1 - _number(one, other), first * second) for (one, first), (other, second) in pairs]


def _crossing(unit: Unit, statement: Statement) -> Iterator[tuple[str, int, float]]:
    """What a unit is called in every language, how surely it is so called (the least the surest) and what it weighs."""
    if unit.kind == "number" and unit.fact is not None:
        yield f"#{unit.fact.low}", 0, unit.weight
        return
    for key in unit.keys:
        if key.startswith(NAMED):
            yield key, 0, unit.weight
        elif key.startswith(MEANT) and unit.weight >= LEAST_WEIGHT and key not in _OF_TELLING:
            yield key, 1, unit.weight
        elif key.startswith(SOUNDING) and unit.weight >= RARE and _may_be_a_name(unit, statement):
            yield key, 0 if unit.kind else 1, unit.weight


def _may_be_a_name(unit: Unit, statement: Statement) -> bool:
    """An Arabic word that is in no list, or an English one with a capital letter."""
    return statement.words[unit.start].isupper() or statement.is_arabic


def _name(unit: Unit) -> str:
    """What a unit is called in a key; a number by its value and what it counts, so that it is the same in every language."""
    if unit.kind == "number" and unit.fact is not None:
        return f"#{unit.fact.low}"
    return _widest(unit.keys)


@lru_cache(maxsize=50_000)
def _widest(keys: tuple[str, ...]) -> str:
    return next((key for prefix in MOST_TELLING_FIRST for key in keys if key.startswith(prefix)), "")


@lru_cache(maxsize=500_000)
def _number(one: str, other: str) -> int:
    """A 63-bit hash of an unordered pair."""
    digest = hashlib.blake2b(f"{one}\0{other}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") >> 1


def terms_of_telling(telling: Telling) -> TellingTerms:
    """«حريق في زمران» is found by حريق and زمران, and by what fire and Zamran are in any language."""
    return TellingTerms(telling.telling, telling.document, " ".join(lemmas_of(telling.words)), " ".join(meeting_keys(telling.words)))


def meeting_keys(words: str) -> list[str]:
    """What words mean, the names that they are and how they sound, the same in any language: «حريق» and fire, «زمران» and Zamran."""
    keys = (key for unit in units_of(tokens_of(words)) for key in unit.keys if key.startswith(ACROSS))
    return ["".join(filter(str.isalnum, key)) for key in keys]
