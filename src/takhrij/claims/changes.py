"""What kind of change it is when tellings of one claim give different values: by dates, by sums, by how alike the rest is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import Indel, Levenshtein

from takhrij.claims.joined import with_joined_names
from takhrij.claims.order import CONTRARY, DATED, order_of
from takhrij.claims.units import units_of
from takhrij.claims.values import FATES, is_vague, numbers_agree, sums_up
from takhrij.model.claim import ChainStep, Fact, Telling
from takhrij.model.document import TEXT, Document
from takhrij.text.folding import folded
from takhrij.text.tokens import tokens_of

NEAR_VERBATIM = 0.8  # likeness of the words apart from numbers, from which one telling is a copy of the other with something altered
# Share of the weight of the shorter of two tellings, the values aside, that the longer has too: below it they tell of two things, and
# what differs between them is no contradiction. Of 30 rows of a day's news read by hand 3 of the 26 wrong ones are above it.
ALIKE = 0.55
MOST_COMPARED = 40  # tellings whose words are compared with one another; a claim with more is compared by its first ones


@dataclass(frozen=True, slots=True)
class Told:
    """What one telling says in a slot: the value as told, where it stands, and the fact behind it if there is one."""

    telling: Telling
    document: Document
    value: str
    start: int
    end: int
    fact: Fact | None = None

    @property
    def source(self) -> tuple[str, str]:
        """The text or title in which it stands."""
        return self.document.document, self.telling.field


@dataclass(frozen=True, slots=True)
class HeldClaim:
    """The tellings of one claim with their documents, facts and chains, each by its id."""

    tellings: dict[str, Telling]
    documents: dict[str, Document]
    facts: defaultdict[str, list[Fact]]
    chains: defaultdict[str, list[ChainStep]]

    def told(self, telling: str, value: str, start: int, end: int, fact: Fact | None = None) -> Told:
        """What a telling says in a slot, with the words it rests on."""
        row = self.tellings[telling]
        return Told(row, self.documents[row.document], value, start, end, fact)


Change = tuple[str, str]  # kind, why (one Arabic sentence)
Found = tuple[str, Change, list[Told]]  # slot, kind and reason, values
_RISEN = re.compile(r"\b\w{0,3}(?:رتفع|رتفاع)\w{0,2}\b.*\b(?:الي|لاكثر من|لنحو)(?: \w+){0,3}\W*$")  # in folded words
ROUND = 10  # tolls that are no multiple of it were counted, whatever is said beside them: «27 على الأقل», «نحو 844»
RISE_REACH = 60  # characters before a number in which its rise is told
STALE = 0.25  # share of ordered pairs that may fall in a growing toll: late articles go on telling an early number


def kind_of_numbers(told: Sequence[Told], others: Mapping[str, Sequence[Fact]]) -> Change:
    """The change among differing numbers of one thing; `others` are all number facts of each telling.

    4, then 9, then 17 dead by the dates is an update; 15 beside «12 … 3» is an aggregation.
    """
    for one in told:
        parts = (row.telling.telling for row in told if row.telling.telling != one.telling.telling)
        if one.fact and any(sums_up(one.fact, _parts_of(one.fact, others.get(name, ()))) for name in parts):
            return "aggregation", f"«{one.value}» مجموع عددين في رواية أخرى"
    wrong = {row.fact.low for row in copied_wrongly(told)[1:] if row.fact}  # a slip of the pen is no stage of a growing toll
    change = _kind_by_dates(list(_ordered_pairs([row for row in told if not (row.fact and row.fact.low in wrong)])))
    if change[0] != "update" and any(_has_risen(row) and _amount(row) == max(map(_amount, told)) for row in told):
        return "update", "تقول رواية إن العدد ارتفع"
    return change


def _has_risen(told: Told) -> bool:
    """Whether a telling says itself that a number was smaller before: «ارتفعت الحصيلة من 9 إلى 17»."""
    before = folded(told.telling.words[: told.start - told.telling.start])
    return bool(_RISEN.search(before[-RISE_REACH:]))


def _parts_of(total: Fact, facts: Sequence[Fact]) -> list[Fact]:
    """The numbers that may add up to a total: 40 injured are not 19 dead and 21 injured, but 40 victims may be."""
    return [fact for fact in facts if total.role not in FATES or fact.role not in FATES or fact.role == total.role]


def _kind_by_dates(pairs: list[tuple[Told, Told]]) -> Change:
    """`pairs` are (earlier, later) by their dates, with numbers that do not agree."""
    if not pairs:
        return "unclear", "لا تكفي التواريخ لتمييز التحديث من التعارض"
    falling = [(earlier, later) for earlier, later in pairs if _amount(later) < _amount(earlier)]
    if any(_is_measured(later) for _, later in pairs):
        return "conflict", "لا يفسر ترتيب التواريخ اختلاف العدد"
    if not falling:
        return "update", "يزيد العدد مع تقدم التواريخ"
    if len(falling) <= STALE * len(pairs):
        return "update", "يزيد العدد مع تقدم التواريخ، وروايات متأخرة تذكر عددا سابقا"
    if all(earlier.document.outlet and earlier.document.outlet == later.document.outlet for earlier, later in falling):
        return "correction", "نقص العدد في رواية لاحقة للوسيلة نفسها"
    return "conflict", "لا يفسر ترتيب التواريخ اختلاف العدد"


def kind_of_names(told: Sequence[Told]) -> Change:
    """The change among different names, places, dates or polarities."""
    if any(altered(one, other) for one, other in _few(told)):
        return "copy_error", "النص نفسه وفيه موضع واحد تغيّر"
    return "conflict", "تختلف الروايات في هذا الموضع"


def copied_wrongly(told: Sequence[Told]) -> list[Told]:
    """Two tellings that are the same words but for one digit of the number, the later by its date last; nothing where there are none.

    «وقتل 9 أشخاص» told as «وقتل 19 شخصا» in the same sentence.
    """
    for one, other in _few(told):
        differ = one.fact and other.fact and not numbers_agree(one.fact, other.fact)
        if differ and altered(one, other) and _one_digit_apart(_digits(one), _digits(other)):
            return [other, one] if CONTRARY[order_of(one.document, other.document)] in DATED else [one, other]
    return []


def _one_digit_apart(one: str, other: str) -> bool:
    """9 and 19, 13 and 18; of two numbers of one digit nothing can be told."""
    return max(len(one), len(other)) > 1 and Levenshtein.distance(one, other) == 1


def altered(one: Told, other: Told) -> bool:
    """Whether two outlets tell it in the same words, numbers and the values themselves aside."""
    if one.value == other.value or one.document.outlet == other.document.outlet:
        return False
    return Indel.normalized_similarity(_words(one.telling.words), _words(other.telling.words)) >= NEAR_VERBATIM


def is_told_apart(told: Sequence[Told]) -> bool:
    """Whether two documents tell it, or one tells it twice in its text; a title beside its own text says the same in short."""
    texts = sum(row.telling.field == TEXT for row in told)
    return texts > 1 or len({row.telling.document for row in told}) > 1


def are_alike(one: Told, other: Told, *, least: float = ALIKE) -> bool:
    """Whether the longer telling tells most of what the shorter one does, the two values aside: else they may well tell of two things."""
    left, right = _told_beside(one.telling.words, one.value), _told_beside(other.telling.words, other.value)
    shorter, longer = sorted((left, right), key=lambda units: sum(weight for _, weight in units))
    there = {key for keys, _ in longer for key in keys}
    shared = sum(weight for keys, weight in shorter if not there.isdisjoint(keys))
    return shared >= least * sum(weight for _, weight in shorter)


@lru_cache(maxsize=5_000)
def _told_beside(words: str, value: str) -> tuple[tuple[tuple[str, ...], float], ...]:
    left_out = {token.form for token in with_joined_names(tokens_of(value))}
    told = units_of(with_joined_names(tokens_of(words)))
    return tuple((unit.keys, unit.weight) for unit in told if left_out.isdisjoint(unit.form.split()))


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(token.form for token in with_joined_names(tokens_of(text)) if token.is_word and not token.form[0].isdigit())


def _few(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    return combinations(told[:MOST_COMPARED], 2)


def _ordered_pairs(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """(earlier, later) of each two that disagree and whose order the dates tell."""
    for one, other in _few(told):
        if one.fact is None or other.fact is None:
            continue
        if numbers_agree(one.fact, other.fact) and not are_two_counts(one.fact, other.fact):
            continue
        order = order_of(one.document, other.document)
        if order in DATED:
            yield one, other
        elif CONTRARY[order] in DATED:
            yield other, one


def are_two_counts(one: Fact, other: Fact) -> bool:
    """Whether two tolls are no round figures and not the same: «27 على الأقل» was the count before «31» was."""
    if one.role not in FATES or one.low == other.low:
        return False
    return all(fact.high in (None, fact.low) and not is_vague(fact) and float(fact.low or 0) % ROUND for fact in (one, other))


def _is_measured(told: Told) -> bool:
    """Whether a number is no count, which may grow from day to day, but a price, a share, a length or an age."""
    return told.fact is not None and told.fact.role is None and told.fact.unit not in (None, "person")


def _amount(told: Told) -> float:
    return float(told.fact.low or 0) if told.fact else 0.0


def _digits(told: Told) -> str:
    return (told.fact.low or "").removesuffix(".0") if told.fact else ""
