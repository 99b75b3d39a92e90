"""Tellings of a case as statements, and the decision on each proposed pair of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from takhrij.claims.aboutness import OF_ONE_EVENT
from takhrij.claims.apart import are_two_events, are_two_measurements, are_two_voices
from takhrij.claims.kept import kept
from takhrij.claims.resemblance import resemblance_of
from takhrij.claims.statements import Statement
from takhrij.claims.tolls import give_one_toll
from takhrij.model.claim import ChainStep, Difference, Fact, Resemblance, Telling, TellingPair
from takhrij.model.protocols import Embedder
from takhrij.model.span import Span

Row = Resemblance | Difference
MADE_BY = "statements 4"
UNDECIDED = (0.3, 0.7)  # scores between which words alone are unsure, and meaning is asked where there is a model of it
OF_TELLING = {"wording", "certainty", "attribution"}  # slots that say how it was told, not what
KEPT = 2_000  # statements kept ready in a process: each telling is in several pairs, which come one after the other (cogroups.py)
TOLL_SCORE = 0.5  # of two that share a toll and hardly a word else: they are joined after those that share both
VOICES_SCORE = 0.2  # of two parties that condemn one thing: surely two claims
APART_SCORE = 0.3  # of two events or measurements: below what may still follow into a claim (weighing.py)
_SELF_TELLING = ("denied", "expected")  # who denies or foresees is part of what is claimed, not of who reports it


@lru_cache(maxsize=KEPT)
def statement_of(telling: Telling, facts: tuple[Fact, ...], chain_steps: tuple[ChainStep, ...]) -> Statement:
    """A telling with its own rows as a statement; the words that only name its sources are its frame."""
    steps = sorted(chain_steps, key=lambda step: step.position)
    framing = [] if telling.certainty in _SELF_TELLING else steps
    frame = [Span(step.start, step.end) for step in framing if step.field == telling.field and step.kind != "agency-credit"]
    names = tuple(step.name for step in steps)
    mine = tuple(sorted(facts, key=lambda fact: (fact.start, fact.end, fact.slot)))
    date, language, certainty = telling.date, telling.language, telling.certainty
    return Statement(telling.telling, telling.words, date, language, mine, certainty, names, telling.start, tuple(frame))


def resemblances_of(pair: TellingPair, left: Statement, right: Statement, embedder: Embedder | None = None) -> Iterator[Row]:
    """What is decided of a pair; meaning is asked only where words leave it undecided, since it costs a thousand times more.

    «أصيب العشرات بجروح» in articles of two events tells of two things, however alike the words.
    """
    verdict, score, slots = resemblance_of(left, right, proposed_by=pair.proposed_by)
    if embedder is not None and UNDECIDED[0] < score < UNDECIDED[1]:
        nearness = nearness_of(embedder, left.words, right.words)
        verdict, score, slots = resemblance_of(left, right, nearness=nearness, proposed_by=pair.proposed_by)
    agree = give_one_toll(left, right) if pair.proposed_by in OF_ONE_EVENT else None
    if agree is not None and verdict == "different":
        verdict, score = ("same" if agree else "contrary"), max(score, TOLL_SCORE)
    if agree is None and verdict == "contrary" and (are_two_measurements(left, right) or are_two_events(slots)):
        verdict, score = "different", min(score, APART_SCORE)
    if verdict != "different" and are_two_voices(left, right):
        verdict, score, agree = "different", min(score, VOICES_SCORE), None
    only_numbers = verdict == "contrary" and {slot for slot, _, _ in slots} - OF_TELLING == {"number"}
    one_count = agree is False or (only_numbers and bool(_counted(left) & _counted(right)))
    yield Resemblance(pair.pair, left.telling, right.telling, verdict, score, MADE_BY, one_count)
    for slot, left_value, right_value in slots:
        yield Difference(pair.pair, slot, left_value, right_value)


@kept
def _counted(statement: Statement) -> set[str]:
    """What the numbers of a statement count: قتيل, جريح, …"""
    return {fact.role for fact in statement.facts if fact.slot == "number" and fact.role}


def nearness_of(embedder: Embedder, left: str, right: str) -> float:
    """The cosine of two texts."""
    one, other = embedder.vectors_of([left, right])
    return sum(x * y for x, y in zip(one, other, strict=True))


def statements_of(
    tellings: Sequence[Telling], facts: Sequence[Fact], chain_steps: Sequence[ChainStep]
) -> dict[str, Statement]:  # fmt: skip
    """The statements of several tellings by telling id, from the rows of all of them."""
    facts_of: defaultdict[str, list[Fact]] = defaultdict(list)
    steps_of: defaultdict[str, list[ChainStep]] = defaultdict(list)
    for fact in facts:
        facts_of[fact.telling].append(fact)
    for step in chain_steps:
        steps_of[step.telling].append(step)
    return {row.telling: statement_of(row, tuple(facts_of[row.telling]), tuple(steps_of[row.telling])) for row in tellings}
