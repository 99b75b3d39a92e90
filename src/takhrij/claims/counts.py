"""The numbers that texts of a claim give for one counted thing, where they cannot all be meant or are not told equally firmly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from takhrij.annotate.regions import may_be_one_place
from takhrij.claims.changes import (
    MOST_COMPARED,
    Found,
    HeldClaim,
    Told,
    altered,
    are_alike,
    are_two_counts,
    copied_wrongly,
    is_told_apart,
    kind_of_numbers,
)
from takhrij.claims.units import units_of
from takhrij.claims.values import FATES, is_cut_off, is_rounded, is_vague, numbers_agree
from takhrij.model.claim import Fact
from takhrij.model.span import Span
from takhrij.text.folding import folded
from takhrij.text.tokens import tokens_of

# What a reader is told that the number counts: dead and hurt are two rows.
NAMED_FATES = {"قتيل": "القتلى", "جريح": "الجرحى", "معتقل": "المعتقلون", "مفقود": "المفقودون", "مخطوف": "المخطوفون", "نازح": "النازحون"}
SHARE = "%"
LEAST_BESIDE = 1.0  # weight of the words that say what a size is of: «حيث بلغت 10 مليارات ريال» may be of anything
ONE_THING = 5  # times by which two sizes of one thing differ at most: «تراجع 71 نقطة» and «عند 9302 نقطة» are two sizes

_OTHERS = re.compile(r"^\W*(?:\w+\W+)?" + folded("(?:آخر|أخرى|آخرون|آخرين)") + r"\b")  # behind a number of some beside those told before
_FIGURES = re.compile(r"\d[\d.,٫٬]*\d")
LEAST_FIGURES = 4  # digits and marks of a number that stands in a telling by no chance
_IN_THOUSANDS = re.compile(r"\d{1,3}(?:[.,٫٬]\d{3})+(?!\d)")
_AND_NOT = re.compile(r"(?:^|\W)(?:" + folded("وليسوا|وليست|وليس|لا") + ") *$")  # between the right number and the one that was told
_CORRECTED = re.compile(r"\b(?:" + folded("و?الصحيح|و?الصواب|تصويب|تصحيح|خطأ|سهوا") + r")\b")  # between the wrong number and the right one

FIRMNESS = {"exact": "exact", "about": "about", "at_least": "least", "more_than": "least", "at_most": "most", "less_than": "most"}
LEAST_DIGITS = 2  # of a number without a unit that is told by itself: 3 and 7 are in too many tellings
SHIFT = ("certainty_shift", "تختلف درجة الجزم بين الروايات")

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
        if _contradict(held, told):
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
    numbers = [fact for fact in held.facts[telling] if fact.slot == "number" and fact.low is not None]
    persons = sum(fact.unit == "person" and fact.low != "1" for fact in numbers)
    for fact in numbers:
        is_doer = fact.role in FATES and fact.low == "1" and persons > 0  # «قتل انتحاري في السوق 32 شخصا»
        if not is_doer and not _is_of_others(held, telling, fact) and not any(span.shared(Span(fact.start, fact.end)) for span in sources):
            yield fact


def _is_of_others(held: HeldClaim, telling: str, fact: Fact) -> bool:
    """Whether a number counts those beside somebody told of before: «حكم على المدير وخمسة متهمين آخرين» tells of six."""
    row = held.tellings[telling]
    return fact.role not in FATES and bool(_OTHERS.match(folded(row.words[fact.end - row.start :])))


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
    if _tell_one_number(one, other):
        return True
    facts = (one.fact, other.fact), (other.fact, one.fact)
    return numbers_agree(*facts[0]) or any(is_cut_off(*pair) or is_rounded(*pair) or _is_parted(*pair) for pair in facts)


def _tell_one_number(one: Told, other: Told) -> bool:
    """Whether the figures of either stand in the words of the other, though they were read otherwise: «عند 9,381.01», «مستوى9,381.01»."""
    figures = [found[0] if (found := _FIGURES.search(told.value)) else "" for told in (one, other)]
    return min(map(len, figures)) >= LEAST_FIGURES and figures[0] in other.telling.words and figures[1] in one.telling.words


def _is_parted(one: Fact, other: Fact) -> bool:
    """Whether two numbers are the same digits, with a comma between thousands or with a point: «973,092», «973.092»."""
    told = [_IN_THOUSANDS.match(fact.value) for fact in (one, other)]
    return all(told) and len({re.sub(r"\D", "", found[0]) for found in told if found}) == 1


def _contradict(held: HeldClaim, told: Sequence[Told]) -> bool:
    """Whether two numbers cannot both be meant: of tolls always, of other things where two tell much the same; no title of its text's."""
    if not is_told_apart(told):
        return False
    pairs = ((one, other) for one, other in combinations(_unlike(told), 2) if not _agree(one, other))
    return any((_is_toll(one) and not _are_elsewhere(held, one, other)) or _may_be_of_one_thing(one, other) for one, other in pairs)


def _may_be_of_one_thing(one: Told, other: Told) -> bool:
    """Whether two tellings are alike, and their numbers not so far apart that they are sizes of two things, but for copies."""
    low, high = sorted(abs(float(told.fact.low or 0)) for told in (one, other) if told.fact)
    if copied_wrongly((one, other)):
        return True
    near = _is_toll(one) or high <= ONE_THING * low or altered(one, other)
    return near and are_alike(one, other) and all(map(_says_of_what, (one, other)))


def _says_of_what(told: Told) -> bool:
    """Whether a telling has words beside its number and what that is counted in."""
    units = (unit for unit in units_of(tokens_of(told.telling.words)) if not unit.form[0].isdigit())
    return _is_toll(told) or sum(unit.weight for unit in units if unit.form not in folded(told.value).split()) >= LEAST_BESIDE


def _are_elsewhere(held: HeldClaim, one: Told, other: Told) -> bool:
    """Whether each of two tolls is told of places of its own: «قتل 3 في سمران», «قتل 12 في نهروان» on one day of a war."""
    ours, theirs = ([fact.value for fact in held.facts[told.telling.telling] if fact.slot == "place"] for told in (one, other))
    return bool(ours and theirs) and not any(may_be_one_place(left, right) for left in ours for right in theirs)


def _unlike(told: Sequence[Told]) -> list[Told]:
    """The first telling of each number in each document."""
    rows = {(row.fact.low, row.fact.high, row.fact.modifier, row.document.document): row for row in reversed(told) if row.fact}
    return list(rows.values())[: 2 * MOST_COMPARED]


def _is_toll(told: Told) -> bool:
    return told.fact is not None and told.fact.role in FATES


def bounds_of(held: HeldClaim, numbers: Mapping[str, Sequence[Fact]]) -> Iterator[Found]:
    """One variation for each number that is told with unequal firmness, whatever each telling calls those whom it counts.

    «سندات بقيمة تصل إلى 20 مليارا» under the title «سندات بقيمة 20 مليارا»; «نحو 390 مقاتلا», «عدد يصل إلى 390 مسلحا».
    """
    told: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    for name in sorted(numbers):
        for fact in numbers[name]:
            if fact.modifier in FIRMNESS and fact.unit != "ordinal" and len((fact.low or "").partition(".")[0]) >= LEAST_DIGITS:
                told[fact.low or "", fact.unit or ""].append(held.told(name, fact.value, fact.start, fact.end, fact))
    for _, rows in sorted(told.items()):
        if any(_are_unequally_firm(one, other) and _count_one_thing(one, other) for one, other in combinations(rows[:MOST_COMPARED], 2)):
            yield "number", SHIFT, rows


def _are_unequally_firm(one: Told, other: Told) -> bool:
    """Whether two tellings, of two documents or title and text of one, count one thing and are not equally firm."""
    if one.fact is None or other.fact is None or one.source == other.source:
        return False
    fates = {fact.role for fact in (one.fact, other.fact) if fact.role in FATES}
    return len(fates) < 2 and FIRMNESS[one.fact.modifier or ""] != FIRMNESS[other.fact.modifier or ""]


def _count_one_thing(one: Told, other: Told) -> bool:
    """Whether two equal numbers of one claim are one: both of people and not round («390»), or in tellings that are much alike."""
    fact = one.fact
    return (fact is not None and fact.unit == "person" and len((fact.low or "").strip("0")) >= LEAST_DIGITS) or are_alike(one, other)
