"""The units that statements are compared by: content words, fixed expressions, known names, with the keys to meet others under."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from takhrij.claims.inflections import bases_of
from takhrij.match.background import stem_share
from takhrij.model.claim import Fact
from takhrij.text.folding import folded
from takhrij.text.lemmas import is_verb, lemma
from takhrij.text.lexicons import folded_words, lexicon
from takhrij.text.sounds import sound_of
from takhrij.text.stems import stem
from takhrij.text.tokens import Token

_COMMON = 2.5e-3  # share of all words at which a word tells nothing any more: «التي», «بعد» are above it
_RAREST = 1e-5  # share of all words below which words count alike (what the background list leaves out)
_REPORTING_WEIGHT = 0.15  # «قال» and «أعلن» say little of what was claimed
_SHORTEST_NAME = 4  # letters of a word whose consonants may stand for it: «بوتين», «بواتينغ»
_GOVERNED = re.compile("[وف]?(?:[بك]|ال)")
NAMES, VALUES = ("place", "person", "actor"), ("number", "date")  # kinds of units, which are slots of facts too
NAMED = "a:"  # begins the key of a known name
CAPITAL = "capital"  # the kind of names of towns that stand for a government
TOWN = "w:town "  # begins the second key of a capital, its own; the first is its country's
MEANT = "c:"  # begins the key of a concept
SOUNDING = "n:"  # begins the key of the consonants of what may be a name


class Unit(NamedTuple):
    """One or more tokens that count as one; `keys` are what it may meet another unit under, the surest first.

    `kind` is place, person, actor or outlet for a name, number or date for a value (then `fact` has it), "" otherwise.
    `before` is the function word or clitic that governs it; `negated` says that a negation has it in its scope, `in_frame` that it
    only says who said so, `aside` that it stands in a clause that tells what went before.
    """

    form: str
    start: int
    end: int
    keys: tuple[str, ...]
    weight: float
    kind: str
    before: str
    negated: bool = False
    fact: Fact | None = None
    in_frame: bool = False
    aside: bool = False


@lru_cache(maxsize=50_000)
def has_meaning(keys: tuple[str, ...]) -> bool:
    """Whether a concept is among the keys of a unit."""
    return any(key.startswith(MEANT) for key in keys)


@lru_cache(maxsize=50_000)
def plain_keys(keys: tuple[str, ...]) -> frozenset[str]:
    """The keys of a unit that are no concepts."""
    return frozenset(key for key in keys if not key.startswith(MEANT))


@lru_cache(maxsize=50_000)
def meanings_of(form: str) -> tuple[str, ...]:
    """The concepts of a folded word by the lexicon: «ارتفعت» is rise."""
    concepts = _concepts()
    return next((concepts[base] for base in bases_of(form) if base in concepts and not _is_governed_verb(form, base)), ())


def _is_governed_verb(form: str, base: str) -> bool:
    """No preposition and no article stands before a verb: «بيري» is not ب and يرى, nor «باسم» ب and يسمي."""
    return base[0] == "ي" and form != base and _GOVERNED.match(form) is not None and is_verb(base)


@cache
def _concepts() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in lexicon("claims", "concepts"):
        for form in folded(row["forms"]).split():
            if row["concept"] not in found.get(form, ()):
                found[form] = (*found.get(form, ()), row["concept"])
    return found


@cache
def opposites() -> dict[str, frozenset[str]]:
    """The concepts that say the opposite of a concept, told from either side."""
    pairs = {(row["concept"], other) for row in lexicon("claims", "concepts") for other in row["opposite"].split(",") if other}
    both = pairs | {(right, left) for left, right in pairs}
    return {concept: frozenset(right for left, right in both if left == concept) for concept, _ in both}


@cache
def _expressions() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """By first word: the words, the key and the kind of every known name and fixed expression, longest first."""
    rows = [(folded(row["words"]).split(), MEANT + row["concept"], "") for row in lexicon("claims", "phrases")]
    for row in lexicon("claims", "aliases"):
        rows += [(form.split(), NAMED + row["name"], row["kind"]) for form in folded(row["forms"]).split("|")]
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for words, key, kind in rows:
        found.setdefault(words[0], []).append((tuple(words), key, kind))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in found.items()}


@lru_cache(maxsize=100_000)
def weight_of(form: str) -> float:
    """How much a folded word tells, 0 (every text has it) to 1 (few have it)."""
    share = max(stem_share(form), _RAREST)
    return max(0.0, min(1.0, math.log(_COMMON / share) / math.log(_COMMON / _RAREST)))


@cache
def _function_words() -> frozenset[str]:
    return folded_words("claims", "function_words")


@lru_cache(maxsize=100_000)
def _keys_of(form: str) -> tuple[tuple[str, ...], float]:
    if form in _function_words() or (form[0] in "وف" and form[1:] in _function_words()):
        return ("w:" + form,), 0.0
    meanings = meanings_of(form)
    keys = ["w:" + form, "l:" + lemma(form), "s:" + stem(form), *(MEANT + meaning for meaning in meanings)]
    if not meanings and len(form) >= _SHORTEST_NAME and len(sound_of(form)) > 2:
        keys.append(SOUNDING + sound_of(form))
    weight = weight_of(form)
    if meanings:
        weight = _REPORTING_WEIGHT if meanings == ("say",) else max(weight, 0.3)
    return tuple(keys), weight


def units_of(tokens: Sequence[Token]) -> Iterator[Unit]:
    """The units of a tokenised statement in text order; marks and words that every text has are none."""
    words = [token for token in tokens if token.is_word]
    position, before = 0, ""
    while position < len(words):
        unit, length = _unit_at(words, position, before)
        if unit is None:
            before = words[position].form
        else:
            yield unit
            before = ""
        position += length


def _unit_at(words: Sequence[Token], position: int, before: str) -> tuple[Unit | None, int]:
    form, start = words[position].form, words[position].start
    governor = before or _clitic(form)
    for entry, key, kind in _candidates(form):
        if _stands(entry, words, position):
            weight = 0.5 if kind == "outlet" else 0.7
            last = words[position + len(entry) - 1]
            joined = " ".join(word.form for word in words[position : position + len(entry)])
            if kind == CAPITAL:
                return Unit(joined, start, last.end, (key, TOWN + " ".join(entry)), weight, "place", governor), len(entry)
            return Unit(joined, start, last.end, (key,), weight, kind, governor), len(entry)
    keys, weight = _keys_of(form)
    if weight <= 0:
        return None, 1
    return Unit(form, start, words[position].end, keys, weight, "", governor), 1


@lru_cache(maxsize=50_000)
def _candidates(form: str) -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """Names and expressions that a word may begin; no name is a verb's third person: «أمني» is not «يمني»."""
    expressions = _expressions()
    found = [entry for base in bases_of(form) if base in expressions for entry in expressions[base]]
    found = [entry for entry in found if not entry[2] or any(entry[0][0] in read for read in (form, form + "ي"))]
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))


def _stands(entry: tuple[str, ...], words: Sequence[Token], position: int) -> bool:
    if len(entry) == 1:
        return True
    if position + len(entry) > len(words):
        return False
    return all(word in bases_of(token.form) for word, token in zip(entry[1:], words[position + 1 : position + len(entry)], strict=True))


def _clitic(form: str) -> str:
    if form.startswith("بال"):
        return "ب"
    return "ل" if form.startswith("لل") else ""
