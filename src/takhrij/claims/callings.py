"""The people whom the texts of a claim count alike and call otherwise: «قتل 5 مدنيين», «قتل 5 مسلحين»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from takhrij.annotate.counted import person_noun
from takhrij.claims.changes import MOST_COMPARED, Change, Found, HeldClaim, Told, are_alike
from takhrij.claims.values import FATES
from takhrij.model.claim import Fact, Resemblance
from takhrij.text.folding import folded
from takhrij.text.stems import stem
from takhrij.text.tokens import tokens_of

LEAST = 2  # people; of one alone many words may stand, and each for another one
WITHIN = 6  # words of a number and of those whom it counts
OF = "من"
PERSON = stem(folded("شخص"))
FAMILY = stem(folded("أسرة"))
GENERAL = frozenset((PERSON, *(stem(folded(word)) for word in ("ضحية", "نسمة", "رهينة", *FATES))))  # what may be said of anybody
CIVIL = frozenset(stem(folded(word)) for word in ("مدني", "طفل", "امرأة", "لاجئ", "نازح"))
ARMED = frozenset(stem(folded(word)) for word in ("مسلح", "مقاتل", "إرهابي", "متطرف", "جندي", "عسكري", "ضابط", "شرطي", "عنصر"))
Called = tuple[str, Told]  # by the stem of what they are called


def callings_of(held: HeldClaim, resemblances: Iterable[Resemblance]) -> Iterator[Found]:
    """One variation for each number of people who are called otherwise in two texts, neither of which has the other's word too.

    «قتل امرأتين» beside «قتل شخصين».
    """
    same = {frozenset((row.left, row.right)) for row in resemblances if row.verdict == "same"}
    counted: defaultdict[str, list[Called]] = defaultdict(list)
    for name in sorted(held.tellings):
        for fact in held.facts[name]:
            if fact.slot == "number" and fact.low and fact.high in (None, fact.low) and float(fact.low) >= LEAST:
                counted[fact.low] += _called(held, name, fact)
    for _, rows in sorted(counted.items()):
        pairs = [pair for pair in combinations(rows[:MOST_COMPARED], 2) if _are_called_otherwise(rows, *pair, same)]
        if pairs:
            paired = {(told.telling.telling, told.start): told for pair in pairs for _, told in pair}
            yield "person", _change(pairs), [paired[place] for place in sorted(paired)]


def _called(held: HeldClaim, telling: str, fact: Fact) -> list[Called]:
    """What a telling calls those whom it counts: «مقاتلا» of «390 مقاتلا», «رجال» of «اثنين من رجال الأمن»; [] where it says nothing."""
    row = held.tellings[telling]
    general: list[Called] = []
    first: int | None = None
    for token in tokens_of(row.words, fact.start - row.start)[:WITHIN]:
        noun, end = person_noun(token.form), token.end + row.start
        if noun is None and token.is_word and token.form != OF and end > fact.end:
            break
        if noun is not None and noun.role != FAMILY:
            first = token.start if first is None else first
            called = noun.role, held.told(telling, row.words[first : token.end], first + row.start, end, fact)
            if noun.role not in GENERAL:
                return [called]
            general += [called] if noun.role == PERSON else []
    return general[:1]


def _are_called_otherwise(rows: list[Called], one: Called, other: Called, same: set[frozenset[str]]) -> bool:
    """Whether two texts, or a title and its text, have each a word of its own for the same people."""
    (left, told), (right, answer) = one, other
    if left == right or told.source == answer.source or not _are_the_same(told, answer, same):
        return False
    words = {(role, *row.source) for role, row in rows if role != PERSON}
    return (right, *told.source) not in words and (left, *answer.source) not in words


def _are_the_same(one: Told, other: Told, same: set[frozenset[str]]) -> bool:
    """Whether two equal numbers of one claim are the same people: as many dead in both, or in tellings that tell the same."""
    fates = {told.fact.role if told.fact.role in FATES else None for told in (one, other) if told.fact}
    told = frozenset((one.telling.telling, other.telling.telling))
    return len(fates - {None}) < 2 and (None not in fates or told in same or are_alike(one, other))


def _change(pairs: list[tuple[Called, Called]]) -> Change:
    """Who is no soldier to the one and no civilian to the other is a matter of conflict; «شخصين» and «امرأتين» go together."""
    if any({one[0], other[0]} & CIVIL and {one[0], other[0]} & ARMED for one, other in pairs):
        return "conflict", "يصف نص المعدودين بغير ما يصفهم به آخر"
    return "wording", "يصف نص المعدودين بغير ما يصفهم به آخر"
