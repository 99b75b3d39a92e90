"""The keys under which a telling may meet others: pairs of its most telling words, names, meanings and numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from takhrij.claims.statements import Statement
from takhrij.claims.units import MEANT, NAMED, Unit
from takhrij.model.claim import Fact, Telling, TellingKey

MOST_UNITS = 9  # of the greatest weight; they give up to 36 pairs
LEAST_WEIGHT = 0.25  # below it a word is in too many tellings to bring two together
MOST_TELLING_FIRST = (NAMED, MEANT, "s:")  # the widest key that still means the word: a known name, a meaning, a stem


def keys_of(telling: Telling, facts: Sequence[Fact]) -> list[TellingKey]:
    """The keys of one telling; two tellings with n of these words in common share n(n-1)/2 keys.

    They depend on nothing but the telling, so that they are made once for each batch of documents.
    """
    statement = Statement(telling.telling, telling.words, None, None, tuple(facts), telling.certainty, (), telling.start)
    units = sorted({(-unit.weight, _name(unit)) for unit in statement.units if unit.weight >= LEAST_WEIGHT and _name(unit)})[:MOST_UNITS]
    pairs = combinations(sorted((name, -weight) for weight, name in units), 2)
    return [TellingKey(telling.telling, telling.document, _number(one, other), first * second) for (one, first), (other, second) in pairs]


def _name(unit: Unit) -> str:
    """What a unit is called in a key; a number by its value and what it counts, so that it is the same in every language."""
    if unit.kind == "number" and unit.fact is not None:
        return f"#{unit.fact.low}"
    for prefix in MOST_TELLING_FIRST:
        for key in unit.keys:
            if key.startswith(prefix):
                return key
    return ""


@lru_cache(maxsize=500_000)
def _number(one: str, other: str) -> int:
    """A 63-bit hash of an unordered pair."""
    digest = hashlib.blake2b(f"{one}\0{other}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") >> 1
