"""The places, persons, actors, dates and polarities in which two tellings of a claim contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from takhrij.claims.changes import Told, altered, kind_of_names
from takhrij.claims.held import Found, HeldClaim
from takhrij.model.claim import Difference, Fact, Resemblance
from takhrij.model.document import TEXT
from takhrij.text.folding import folded
from takhrij.text.stems import stem

NAMES = ("place", "person", "actor")
OTHERS = ("date", "negation")


def namings_of(held: HeldClaim, resemblances: Iterable[Resemblance], differences: Iterable[Difference]) -> Iterator[Found]:
    """One variation a slot, of the values that contrary pairs gave; what two that tell the same leave out is no contradiction.

    «انهار جسر سدر في نهروان» beside «انهار جسر سدر في سمران» differ in place.
    """
    sides = {row.pair: (row.left, row.right) for row in resemblances if row.verdict == "contrary" and _of_one_field(held, row)}
    values: dict[str, dict[str, Told]] = {}
    for row in sorted(differences, key=lambda row: (row.slot, row.pair, row.left_value, row.right_value)):
        if row.pair in sides:
            for value in _both_values(held, sides[row.pair], row):
                values.setdefault(row.slot, {}).setdefault(value.telling.telling, value)
    for slot, by_telling in sorted(values.items()):
        told = list(by_telling.values())
        if len({_key(value.value) for value in told}) > 1 and _told_apart(told):
            yield slot, kind_of_names(told), told


def _of_one_field(held: HeldClaim, row: Resemblance) -> bool:
    """Whether names missing from one of two tellings mean anything: a title names less than any text."""
    return held.tellings[row.left].field == held.tellings[row.right].field


def _both_values(held: HeldClaim, sides: tuple[str, str], row: Difference) -> list[Told]:
    """What each side says; nothing where one says no name, or both the same one by more or fewer words."""
    given = dict(zip(sides, (row.left_value, row.right_value), strict=True))
    worded = [_words_of(held, telling, value) for telling, value in given.items() if value or row.slot == "negation"]
    if row.slot in OTHERS or (row.slot in NAMES and len(worded) > 1 and altered(*worded)):
        return worded
    if row.slot not in NAMES:
        return []
    facts = {telling: _named_by(held.facts[telling], value) for telling, value in given.items()}
    if any(fact is None for fact in facts.values()) or _one_name(facts):
        return []
    return [held.told(telling, fact.value, fact.start, fact.end, fact) for telling, fact in facts.items() if fact]


def _named_by(facts: Sequence[Fact], value: str) -> Fact | None:
    """The name that a word belongs to: «نورا» of «نورا السدري»; None for what is no name."""
    wanted = set(_key(value).split())
    named = (fact for fact in facts if fact.slot in NAMES and wanted & set(_key(fact.value).split()))
    return min(named, key=lambda fact: (fact.start, fact.end), default=None)


def _one_name(facts: Mapping[str, Fact | None]) -> bool:
    one, other = (set(_key(fact.value).split()) for fact in facts.values() if fact)
    return bool(one & other)


def _told_apart(told: Sequence[Told]) -> bool:
    """Whether two documents tell it, or one tells it twice in its text; a title beside its own text says the same in short."""
    texts = sum(row.telling.field == TEXT for row in told)
    return texts > 1 or len({row.telling.document for row in told}) > 1


def _key(value: str) -> str:
    return " ".join(map(stem, folded(value).split()))


def _words_of(held: HeldClaim, telling: str, value: str) -> Told:
    """A value with the place where it stands in the telling; start = end where it does not stand there as such."""
    row = held.tellings[telling]
    place = row.words.find(value) if value else -1
    start = row.start + max(place, 0)
    return held.told(telling, value, start, start + (len(value) if place >= 0 else 0))
