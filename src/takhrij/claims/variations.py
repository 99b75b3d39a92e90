"""What differs between the tellings of one claim, slot by slot, with the words each value rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from takhrij.claims.changes import Change, Told, copied_wrongly, kind_of_names, kind_of_numbers
from takhrij.claims.renderings import ARROW, attribution_change, certainty_change, wording_change
from takhrij.claims.values import numbers_agree
from takhrij.model.claim import ChainStep, Difference, Fact, Resemblance, Telling, Variation, VariationValue
from takhrij.model.document import TEXT, Document
from takhrij.model.identity import identity
from takhrij.text.stems import stem

Row = Variation | VariationValue
Rests = TypeVar("Rests", Fact, ChainStep)
Found = tuple[str, Change, list[Told]]  # slot, kind and reason, values
SHARE = "%"


@dataclass(frozen=True, slots=True)
class _Claim:
    """All that is known of a claim when its variations are looked for."""

    tellings: dict[str, Telling]
    documents: dict[str, Document]
    facts: defaultdict[str, list[Fact]]
    chains: defaultdict[str, list[ChainStep]]

    def told(self, telling: str, value: str, start: int, end: int, fact: Fact | None = None) -> Told:
        row = self.tellings[telling]
        return Told(row, self.documents[row.document], value, start, end, fact)


def variations_of(
    claim: str,
    tellings: Sequence[Telling],
    documents: Sequence[Document],
    facts: Sequence[Fact],
    chain_steps: Sequence[ChainStep],
    resemblances: Sequence[Resemblance],
    differences: Sequence[Difference],
) -> list[Row]:
    """The variations of a claim, whatever the order of the rows; none where it is told once.

    `resemblances` and `differences` are those of the pairs decided inside the claim.
    """
    if len(tellings) < 2:
        return []
    held = _Claim(
        {row.telling: row for row in sorted(tellings, key=lambda row: row.telling)},
        {row.document: row for row in documents},
        _of_telling(facts),
        _of_telling(chain_steps),
    )
    sides = {row.pair: (row.left, row.right) for row in resemblances}
    found = [*_numbers(held), *_names(held, sides, differences), *_certainty(held), *_attribution(held), *_wording(held)]
    return [row for entry in found for row in _rows(claim, *entry)]


def _of_telling(rows: Iterable[Rests]) -> defaultdict[str, list[Rests]]:
    found: defaultdict[str, list[Rests]] = defaultdict(list)
    for row in rows:
        found[row.telling].append(row)
    return found


def _rows(claim: str, slot: str, change: Change, values: Sequence[Told]) -> Iterator[Row]:
    ordered = sorted(values, key=lambda told: told.telling.telling)
    name = identity("v", claim, slot, change[0], *(f"{told.telling.telling}={told.value}" for told in ordered))
    yield Variation(claim, name, slot, *change)
    for told in ordered:
        yield VariationValue(claim, name, told.telling.telling, told.value, told.start, told.end)


def _numbers(held: _Claim) -> Iterator[Found]:
    """One variation for each thing that is counted differently, and one for a number that was copied wrongly."""
    counted: dict[str, dict[str, Told]] = {}
    numbers: dict[str, list[Fact]] = {}
    for telling in held.tellings:
        shares = sum(fact.slot == "number" and fact.unit == SHARE for fact in held.facts[telling])
        for fact in sorted(held.facts[telling], key=lambda fact: fact.start):
            if fact.unit == SHARE and shares > 1:
                continue  # of several percentages nothing tells which answers which
            if fact.slot == "number" and fact.low is not None:
                numbers.setdefault(telling, []).append(fact)
                if counts := _counted(fact):
                    counted.setdefault(counts, {}).setdefault(telling, held.told(telling, fact.value, fact.start, fact.end, fact))
    for _, by_telling in sorted(counted.items()):
        told = list(by_telling.values())
        if _disagree(told):
            yield "number", kind_of_numbers(told, numbers), told
            if wrong := copied_wrongly(told):
                yield "number", ("copy_error", "النص نفسه والعدد يختلف برقم واحد"), wrong


def _counted(fact: Fact) -> str:
    """What a number counts, "" where it cannot be told."""
    return "" if fact.unit == "ordinal" else SHARE if fact.unit == SHARE else fact.role or fact.unit or ""


def _disagree(told: Sequence[Told]) -> bool:
    """Whether a number among them does not agree with the first, or with another."""
    facts = list({(row.fact.low, row.fact.high, row.fact.modifier): row.fact for row in told if row.fact}.values())
    return any(not numbers_agree(one, other) for place, one in enumerate(facts) for other in facts[place + 1 :])


def _names(held: _Claim, sides: dict[str, tuple[str, str]], differences: Iterable[Difference]) -> Iterator[Found]:
    """Places, persons, actors, dates and negations that decided pairs gave different values for."""
    values: dict[str, dict[str, Told]] = {}
    for row in sorted(differences, key=lambda row: (row.slot, row.pair, row.left_value, row.right_value)):
        if row.slot in ("place", "person", "actor", "date", "negation") and row.pair in sides:
            for telling, value in zip(sides[row.pair], (row.left_value, row.right_value), strict=True):
                if telling in held.tellings and (value or row.slot == "negation"):
                    values.setdefault(row.slot, {}).setdefault(telling, _found_in(held, telling, value))
    for slot, by_telling in sorted(values.items()):
        told = list(by_telling.values())
        if len({_key(row.value) for row in told}) > 1 and _told_apart(told):
            yield slot, kind_of_names(told), told


def _told_apart(told: Sequence[Told]) -> bool:
    """Whether two documents tell it, or one tells it twice in its text; a title beside its own text says the same in short."""
    texts = sum(row.telling.field == TEXT for row in told)
    return texts > 1 or len({row.telling.document for row in told}) > 1


def _key(value: str) -> str:
    return " ".join(map(stem, value.split()))


def _found_in(held: _Claim, telling: str, value: str) -> Told:
    """A value with the place where it stands in the telling; start = end where it does not stand there as such."""
    row = held.tellings[telling]
    place = row.words.find(value) if value else -1
    start = row.start + max(place, 0)
    return held.told(telling, value, start, start + (len(value) if place >= 0 else 0))


def _certainty(held: _Claim) -> Iterator[Found]:
    """A shift where one tells as a fact what another reports, doubts, denies or foresees, or «زعم» stands beside «أكد»."""
    told = []
    for telling, row in held.tellings.items():
        stance = row.stance or ""
        words = next((fact for fact in held.facts[telling] if fact.slot == "certainty"), None)
        value = f"{row.certainty}, {stance}" if stance else row.certainty
        told.append(held.told(telling, value, words.start if words else row.start, words.end if words else row.start))
    if change := certainty_change(told):
        yield "certainty", change, told


def _attribution(held: _Claim) -> Iterator[Found]:
    """Who is named as source, where that is not the same in all texts."""
    told = []
    for telling, row in held.tellings.items():
        steps = sorted((step for step in held.chains[telling] if step.kind != "agency-credit"), key=lambda step: step.position)
        if row.field == TEXT:
            last = steps[-1] if steps else None
            start, end = (last.start, last.end) if last and last.field == row.field else (row.start, row.start)
            told.append(held.told(telling, ARROW.join(step.name for step in steps), start, end))
    if change := attribution_change(told):
        yield "attribution", change, told


def _wording(held: _Claim) -> Iterator[Found]:
    """The words of each text that the others tell otherwise."""
    if found := wording_change([held.told(telling, row.words, row.start, row.end) for telling, row in held.tellings.items()]):
        yield "wording", *found
