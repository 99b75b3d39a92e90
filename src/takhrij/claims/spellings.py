"""A name that two texts write in two ways: «مدينة فريدسدر», «مدينة فردسدر»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import permutations

from rapidfuzz.distance import Levenshtein

from takhrij.claims.changes import MOST_COMPARED, Found, HeldClaim, Told, are_alike
from takhrij.model.claim import Fact, Telling
from takhrij.model.document import TEXT, Document
from takhrij.text.folding import folded
from takhrij.text.tokens import Token, tokens_of

SLOTS = ("place", "person")
SHORTEST = 4  # letters
FRONTS = ("", "و", "ب", "ل", "ف", "ك", "ال", "وال", "بال", "لل")
HARD = str.maketrans(dict.fromkeys("غقك", "ج"))  # with ج four ways to write one foreign sound: «فان غال», «فان جال»
LONG = str.maketrans("", "", "اويه")  # what is written for a vowel, or is not: «فريدسدر», «فردسدر», «سدرة», «سدرا»
CHANGE = "wording", "يُكتب الاسم بأكثر من وجه"


def spellings_of(held: HeldClaim) -> Iterator[Found]:
    """One variation a slot, of a word that is a name to one text and that another writes otherwise; not of two ways that a list has."""
    texts = [row for row in held.tellings.values() if row.field == TEXT][:MOST_COMPARED]
    before: set[tuple[str, int]] = set()  # «لوس سدر» is told as place, and not as person again
    for slot in SLOTS:
        told: dict[str, Told] = {}
        for one, other in permutations(texts, 2):
            if one.document != other.document:
                told |= {row.telling.telling: row for pair in _spelt(held, slot, one, other) for row in pair}
        rows = [row for row in told.values() if (row.telling.telling, row.start) not in before]
        before |= {(row.telling.telling, row.start) for row in rows}
        if len({folded(row.value) for row in rows}) > 1:
            yield slot, CHANGE, rows


def _spelt(held: HeldClaim, slot: str, one: Telling, other: Telling) -> Iterator[tuple[Told, Told]]:
    """Each word of the names of a telling with the word of another that is the same name written otherwise."""
    words = tokens_of(other.words)
    for fact in held.facts[one.telling]:
        for token in tokens_of(one.words) if fact.slot == slot else ():
            for answer in words if fact.start <= token.start + one.start < fact.end else ():
                if is_spelling(token.form, answer.form):
                    pair = _at(held, one.telling, token), _at(held, other.telling, answer)
                    if _is_one(held, fact, *pair) and are_alike(*pair):
                        yield pair


def _at(held: HeldClaim, telling: str, token: Token) -> Told:
    row = held.tellings[telling]
    return held.told(telling, row.words[token.start : token.end], row.start + token.start, row.start + token.end)


@lru_cache(maxsize=50_000)
def is_spelling(one: str, other: str) -> bool:
    """Whether two folded words differ in one letter, which writes a vowel or one of the sounds that ج, غ, ق and ك write."""
    if min(len(one), len(other)) < SHORTEST or abs(len(one) - len(other)) > 1 or one.startswith(other) or other.startswith(one):
        return False
    if one.translate(HARD).translate(LONG) != other.translate(HARD).translate(LONG) or not (one + other).isalpha():
        return False
    return Levenshtein.distance(one, other) == 1 and not any(one == front + other or other == front + one for front in FRONTS)


def _is_one(held: HeldClaim, name: Fact, one: Told, other: Told) -> bool:
    """Whether neither text writes the name as the other does, and no list has both ways for one name."""
    facts = held.facts[other.telling.telling]
    known = any(fact.value == name.value and fact.start <= other.start < fact.end for fact in facts)
    return not (known or _writes(one.document, other.value) or _writes(other.document, one.value))


def _writes(document: Document, word: str) -> bool:
    wanted = {front + token.form for token in tokens_of(word) for front in FRONTS}
    return any(token.form in wanted for token in tokens_of(f"{document.title or ''} {document.text}"))
