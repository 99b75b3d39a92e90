"""What a text keeps when it is told in other words or in another language: its numbers, and its names by their sound."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from takhrij.match.kernels import Floats, Ints
from takhrij.match.numbers import WordNumbers, word_numbers
from takhrij.model.protocols import Meanings
from takhrij.text.folding import folded
from takhrij.text.languages import ENGLISH, script_language
from takhrij.text.number_words import digits_value, number_word, plain
from takhrij.text.numerals import numerals_of
from takhrij.text.sounds import sound_of
from takhrij.text.tokens import Token, tokens_of

RARE = 5e-5  # share of all words below which an Arabic word may be a name
RARE_ENGLISH = 2e-4  # the same for an English word with a capital letter
NAMED, SHORT_NAME = 1.0, 0.5  # weight of a name of three consonants, and of one with two, which many words have by chance
LEAST_CONSONANTS = 2
COUNTED, FEW = 0.8, 0.4  # weight of a number, and of one to three, which stand in every text
MOST_FEW = 3
NUMBER_KINDS = ("cardinal", "ordinal", "fraction")
PERCENT = frozenset(map(folded, ("المئة", "المائة", "بالمئة", "بالمائة")))  # of «في المئة», which counts nothing
TOLD = 1  # the kinds of anchor: names are 0 or TOLD, numbers COUNT
COUNT = 2
BEGINNING = 500  # characters by which the script is told
MOST_KEYS = 96  # of a text; a book holds thousands of names


class Anchor(NamedTuple):
    """A number or name: what it is called in every language (0: it is neither), how much it weighs, and which of the two it is."""

    number: int
    weight: float
    kind: int


NONE = Anchor(0, 0.0, 0)


class Anchors(NamedTuple):
    """The anchors of a text, word by word; what spells a number after its first word weighs nothing (`silent`)."""

    numbers: Ints
    weights: Floats
    kinds: Ints
    silent: Ints


@lru_cache(maxsize=300_000)
def anchor_of(word: str, known: bool, share: float) -> Anchor:
    """The anchor that one word is, as it is written; `known` to the table of meanings, `share` of all words.

    «المرداسي» and "Mirdasi" are one, «37» and «٣٧» are; «المياه» is none.
    """
    form = folded(word)
    if form[0].isdigit():
        value = digits_value(form)
        return number_anchor(form if value is None else plain(value), few=value is not None and value <= MOST_FEW)
    latin = form[0] <= "z"
    if not form.isalpha() or (latin and not word[0].isupper()) or (known and share > (RARE_ENGLISH if latin else RARE)):
        return NONE
    sound = sound_of(form)
    if len(sound) > LEAST_CONSONANTS:
        return Anchor(_number("n:" + sound), NAMED, TOLD)
    return Anchor(_number("n:" + sound), SHORT_NAME, 0) if len(sound) == LEAST_CONSONANTS and not known else NONE


def number_anchor(told: str, *, few: bool) -> Anchor:
    """The anchor of a number that is told as a plain decimal."""
    return Anchor(_number("#" + told), FEW if few else COUNTED, 0 if few else COUNT)


def anchors_in(text: str, words: WordNumbers, known: Ints, shares: Floats, meanings: Meanings) -> Anchors:
    """The anchors of the first words of a text, as many as `known` has (a row of the table of meanings, or -1, for each)."""
    size = len(known)
    numbers, weights, kinds = np.zeros(size, np.int64), np.zeros(size), np.zeros(size, np.int64)
    silent = np.zeros(size, np.int64)
    starts, ends = words.starts[:size].tolist(), words.ends[:size].tolist()
    written = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    for at in _asked(words, known, shares, meanings).tolist():
        numbers[at], weights[at], kinds[at] = anchor_of(written[at], bool(known[at] >= 0), float(shares[at]))
    for first, end, anchor in _spelt(text, words, written):
        numbers[first:end], weights[first:end], kinds[first:end], silent[first + 1 : end] = 0, 0, 0, 1
        numbers[first], weights[first], kinds[first] = anchor
    return Anchors(numbers, weights, kinds, silent)


def anchor_keys(text: str, meanings: Meanings) -> list[int]:
    """The names and numbers by which a text meets others, the weightiest first, each once; numbers in words are left to `gist_of`."""
    words = word_numbers(text)
    rows = meanings.rows_of(words.stems)
    shares = word_shares(words, rows, meanings)
    found: dict[int, float] = {}
    asked = _asked(words, rows, shares, meanings)
    told = (words.starts[asked].tolist(), words.ends[asked].tolist(), (rows[asked] >= 0).tolist(), shares[asked].tolist())
    for start, end, known, share in zip(*told, strict=True):
        number, weight, kind = anchor_of(text[start:end], known, share)  # by place: a third faster than by name
        if kind:
            found[number] = weight
    return sorted(found, key=found.__getitem__, reverse=True)[:MOST_KEYS]


def _asked(words: WordNumbers, rows: Ints, shares: Floats, meanings: Meanings) -> Ints:
    """Which of the first words may be anchors, as far as it shows without their letters: figures, and what is rare in its language."""
    rare = shares <= np.where(meanings.shares_of(rows) > 0, RARE_ENGLISH, RARE)
    return np.flatnonzero((rows < 0) | rare | words.figures[: len(rows)])


def word_shares(words: WordNumbers, rows: Ints, meanings: Meanings) -> Floats:
    """How common each of the first words is, by the list of Arabic words or, of English ones, by the table of meanings."""
    english = meanings.shares_of(rows)
    return np.where(english > 0, english, words.stem_shares[: len(rows)]).astype(np.float64)


def is_latin(text: str) -> bool:
    """Whether most letters of a text's beginning are Latin ones."""
    return script_language(text[:BEGINNING]) == ENGLISH


def _spelt(text: str, words: WordNumbers, written: list[str]) -> Iterator[tuple[int, int, Anchor]]:
    """Numbers told in words, or in digits with words, with the words that they take: «أربعة عشر», "14", «2.4 مليون»."""
    for first, end in _runs([_counts(word) for word in written]):
        if end == first + 1 and words.figures[first]:
            continue
        tokens = tokens_of(text, int(words.starts[first]), int(words.ends[end - 1]))
        for numeral in numerals_of(tokens):
            if numeral.kind in NUMBER_KINDS:
                yield _placed(words, tokens[numeral.first : numeral.end], plain(numeral.value), few=numeral.value <= MOST_FEW)


def _placed(words: WordNumbers, tokens: list[Token], told: str, *, few: bool) -> tuple[int, int, Anchor]:
    first = int(np.searchsorted(words.starts, tokens[0].start))
    return first, int(np.searchsorted(words.starts, tokens[-1].end)), number_anchor(told, few=few)


def _runs(counts: list[bool]) -> Iterator[tuple[int, int]]:
    """Stretches of neighbouring words that say numbers."""
    at = 0
    while at < len(counts):
        end = at
        while end < len(counts) and counts[end]:
            end += 1
        if end > at:
            yield at, end
        at = end + 1


@lru_cache(maxsize=300_000)
def _counts(word: str) -> bool:
    form = folded(word)
    return form[0].isdigit() or (form not in PERCENT and number_word(form) is not None)


@lru_cache(maxsize=300_000)
def _number(name: str) -> int:
    """63 bits that are the same on every machine."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little") >> 1
