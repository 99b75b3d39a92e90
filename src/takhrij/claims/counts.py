"""The numbers that texts of a claim give for one counted thing, where they cannot all be meant or are not told equally firmly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from takhrij.claims.bounded import bounds_of
from takhrij.claims.changes import MOST_COMPARED, Told, are_alike, are_two_counts, copied_wrongly, is_told_apart, kind_of_numbers
from takhrij.claims.held import Found, HeldClaim
from takhrij.claims.values import FATES, is_vague, numbers_agree
from takhrij.model.claim import Fact
from takhrij.model.span import Span
from takhrij.text.folding import folded

# What a reader is told that the number counts: dead and hurt are two rows.
NAMED_FATES = {"قتيل": "القتلى", "جريح": "الجرحى", "معتقل": "المعتقلون", "مفقود": "المفقودون", "مخطوف": "المخطوفون", "نازح": "النازحون"}
SHARE = "%"
CUT_OFF = 0.05  # share by which a number without its fraction may miss: 26 is 26.6, but 2 is not 2.5

_AND_NOT = re.compile(r"(?:^|\W)(?:" + folded("وليسوا|وليست|وليس|لا") + ") *$")  # between the right number and the one that was told
_CORRECTED = re.compile(folded("و?الصحيح|و?الصواب|تصويب|تصحيح|خطأ|سهوا"))  # between a number that was wrong and the right one

Source = tuple[str, str]  # field, and the document; of a toll the telling, since one text may give two of them


def counts_of(held: HeldClaim) -> Iterator[Found]:
    """One variation for each thing that is counted differently, and one for a number that was copied wrongly.

    «غرق 4 بحارة» beside «غرق 9 بحارة»; of a text that gives several numbers the one that most others give too answers them.
    """
    numbers = {name: list(_numbers(held, name)) for name in held.tellings}
    counted: defaultdict[str, defaultdict[Source, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for name, facts in numbers.items():
        row = held.tellings[name]
        for fact in sorted(facts, key=lambda fact: fact.start):
            if (counts := _counted(fact)) and (fact.role or _is_alone(fact, facts)):
                source = row.field, name if fact.role in FATES else row.document
                counted[counts][source].append(held.told(name, fact.value, fact.start, fact.end, fact))
    contested: set[str | None] = set()
    for counts, sources in sorted(counted.items()):
        corrected = {source: pair for source, own in sources.items() if (pair := _correction(own))}
        told = _answers(sources | {source: [right] for source, (_, right) in corrected.items()})
        for source, (taken_back, right) in sorted(corrected.items()):
            if wrong := [row for row in _given(sources, source) if _agree(row, taken_back)]:
                yield "number", ("correction", "تصوّب رواية العدد الذي ذكرته أخرى"), [*wrong, right]
        if _contradict(told):
            contested |= {row.fact.low for row in told if row.fact}
            kind, why = kind_of_numbers(told, numbers)
            yield "number", (kind, f"{NAMED_FATES[counts]}: {why}" if counts in NAMED_FATES else why), told
            if wrong := copied_wrongly(told):
                yield "number", ("copy_error", "النص نفسه والعدد يختلف برقم واحد"), wrong
        elif is_told_apart(told) and len({is_vague(row.fact) for row in told if row.fact}) > 1:
            yield "number", ("certainty_shift", "تجمل رواية العدد وتحدده أخرى"), told
    yield from bounds_of(held, {name: [fact for fact in facts if fact.low not in contested] for name, facts in numbers.items()})


def _numbers(held: HeldClaim, telling: str) -> Iterator[Fact]:
    """The numbers that a telling gives; not those of whom it names as its source: «قال ثلاثة شهود إن 27 قتلوا» does not tell of 30."""
    sources = [Span(step.start, step.end) for step in held.chains[telling] if step.field == held.tellings[telling].field]
    for fact in held.facts[telling]:
        if fact.slot == "number" and fact.low is not None and not any(source.shared(Span(fact.start, fact.end)) for source in sources):
            yield fact


def _correction(own: Sequence[Told]) -> tuple[Told, Told] | None:
    """The wrong number and the right one of a telling that takes a number back, None for one that does not.

    19 and 9 of «بلغ عدد القتلى 19، والصحيح أنهم 9» and of «بلغ عدد القتلى 9 وليس 19»; «97 سفينة بدلا من 49» tells of a change.
    """
    first, last = own[0], own[-1]
    if first.telling.telling != last.telling.telling or _agree(first, last):
        return None
    start = first.telling.start
    between = folded(first.telling.words[first.end - start : last.start - start])
    if _AND_NOT.search(between):
        return last, first
    return (first, last) if _CORRECTED.search(between) else None


def _given(sources: Mapping[Source, Sequence[Told]], source: Source) -> Iterator[Told]:
    """The first number of each other source."""
    yield from (rows[0] for other, rows in sorted(sources.items()) if other != source)


def _counted(fact: Fact) -> str:
    """What a number counts, "" where it cannot be told."""
    return "" if fact.unit == "ordinal" else SHARE if fact.unit == SHARE else fact.role or fact.unit or ""


def _is_alone(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether no other number of a telling has the unit: of several prices or percentages nothing tells which answers which."""
    return sum(other.unit == fact.unit and not other.role for other in facts) == 1


def _answers(sources: defaultdict[Source, list[Told]]) -> list[Told]:
    """Of each source the number that most others give too, once for each telling that gives it."""
    found: list[Told] = []
    for source, own in sorted(sources.items()):
        others = [row for other, rows in sources.items() if other != source for row in rows[:MOST_COMPARED]]
        best = max(own, key=lambda row: (sum(_agree(row, other) for other in others), -row.start))
        first: dict[str, Told] = {}
        for row in own:
            if _agree(row, best):
                first.setdefault(row.telling.telling, row)
        found += first.values()
    return found


def _agree(one: Told, other: Told) -> bool:
    if one.fact is None or other.fact is None or are_two_counts(one.fact, other.fact):
        return False
    return numbers_agree(one.fact, other.fact) or _is_cut_off(one.fact, other.fact) or _is_cut_off(other.fact, one.fact)


def _is_cut_off(whole: Fact, exact: Fact) -> bool:
    """Whether one is the other without its fraction, rounded or cut off: 26 for 26.6."""
    low, high = float(whole.low or 0), float(exact.low or 0)
    return low.is_integer() and not high.is_integer() and abs(high - low) < min(1.0, CUT_OFF * high)


def _contradict(told: Sequence[Told]) -> bool:
    """Whether two numbers cannot both be meant: of tolls always, of other things where two tell much the same; no title of its text's."""
    if not is_told_apart(told):
        return False
    pairs = ((one, other) for one, other in combinations(_unlike(told), 2) if not _agree(one, other))
    return any(_is_toll(one) or are_alike(one, other) for one, other in pairs)


def _unlike(told: Sequence[Told]) -> list[Told]:
    """The first telling of each number in each document."""
    rows = {(row.fact.low, row.fact.high, row.fact.modifier, row.document.document): row for row in reversed(told) if row.fact}
    return list(rows.values())[: 2 * MOST_COMPARED]


def _is_toll(told: Told) -> bool:
    return told.fact is not None and told.fact.role in FATES
