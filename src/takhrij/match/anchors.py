"""What a text keeps when it is told in other words or in another language: its numbers, and its names by their sound."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from takhrij.match.kernels import Flags, Floats, Ints, Shares
from takhrij.match.numbers import Heard, WordNumbers, heard_in, numbers_of, word_numbers
from takhrij.model.protocols import Meanings
from takhrij.text.folding import folded
from takhrij.text.number_words import digits_value, number_forms, plain
from takhrij.text.numerals import numerals_of
from takhrij.text.tokens import Token, tokens_of

RARE = np.float32(5e-5)  # share of all words below which an Arabic word may be a name
RARE_ENGLISH = np.float32(2e-4)  # the same for an English word with a capital letter
NAMED, SHORT_NAME = 1.0, 0.5  # weight of a name of three consonants, and of one with two, which many words have by chance
COUNTED, FEW = 0.8, 0.4  # weight of a number, and of one to three, which stand in every text
MOST_FEW = 3
NUMBER_KINDS = ("cardinal", "ordinal", "fraction")
PERCENT = frozenset(map(folded, ("المئة", "المائة", "بالمئة", "بالمائة")))  # of «في المئة», which counts nothing
TOLD = 1  # the kinds of anchor: names are 0 or TOLD, numbers COUNT
COUNT = 2
BEGINNING = 500  # characters by which it is told whether a text is in Latin letters
MOST_KEYS = 96  # of a text; a book holds thousands of names


class Anchors(NamedTuple):
    """The anchors of a text, word by word.

    What each is called in every language (0: it is none), how much it weighs, which of the two kinds it is; what spells a number after
    its first word weighs nothing (`silent`).
    """

    numbers: Ints
    weights: Floats
    kinds: Ints
    silent: Ints


def number_anchor(told: str, *, few: bool) -> tuple[int, float, int]:
    """The anchor of a number that is told as a plain decimal."""
    return _number("#" + told), FEW if few else COUNTED, 0 if few else COUNT


def anchors_in(text: str, words: WordNumbers, heard: Heard, rows: Ints, shares: Shares) -> Anchors:
    """The anchors of the first words of a text, as many as `rows` has (of the table of meanings, -1 for what is not known to it).

    «المرداسي» and "Mirdasi" are one, «37» and «٣٧» are; «المياه» is none.
    """
    size = len(rows)
    names = _names(text, words, heard, shares)
    unsure, names = names & heard.brief[:size] & (rows < 0), names & ~heard.brief[:size]
    numbers = np.where(names | unsure, heard.sounds[:size], 0)
    weights, kinds = np.where(names, NAMED, np.where(unsure, SHORT_NAME, 0.0)), np.where(names, TOLD, 0)
    silent = np.zeros(size, np.int64)
    for at in np.flatnonzero(words.figures[:size]).tolist():
        numbers[at], weights[at], kinds[at] = _figure(text[words.starts[at] : words.ends[at]])
    for first, end, anchor in _spelt(text, words, size):
        numbers[first:end], weights[first:end], kinds[first:end], silent[first + 1 : end] = 0, 0, 0, 1
        numbers[first], weights[first], kinds[first] = anchor
    return Anchors(numbers, weights, kinds, silent)


def anchor_keys(text: str, meanings: Meanings) -> list[int]:
    """The names and numbers by which a text meets others, names first, each once; numbers in words are left to `gists.gist_of`."""
    words, heard = word_numbers(text), heard_in(text)
    shares = words.stem_shares
    if heard.latin.any():
        rows = np.full(len(words), -1, np.int64)
        rows[heard.latin] = meanings.rows_of(words.stems[heard.latin])
        shares = word_shares(words, rows, meanings)
    names = _names(text, words, heard, shares) & ~heard.brief
    found = dict.fromkeys(heard.sounds[names].tolist())
    for at in words.figures.nonzero()[0].tolist():
        number, _, kind = _figure(text[words.starts[at] : words.ends[at]])
        if kind:
            found[number] = None
    return list(found)[:MOST_KEYS]


def _names(text: str, words: WordNumbers, heard: Heard, shares: Shares) -> Flags:
    """Which of the first words are names as far as their letters and their rarity show."""
    sounds, latin = heard.sounds[: len(shares)], heard.latin[: len(shares)]
    names: Flags = (sounds != 0) & (shares <= RARE)
    if latin.any():
        names |= (sounds != 0) & latin & (shares <= RARE_ENGLISH)
        names[latin] &= [text[start].isupper() for start in words.starts[: len(shares)][latin].tolist()]
    return names


@lru_cache(maxsize=30_000)
def _figure(word: str) -> tuple[int, float, int]:
    """The anchor of a word in digits."""
    form = folded(word)
    value = digits_value(form)
    return number_anchor(form if value is None else plain(value), few=value is not None and value <= MOST_FEW)


def word_shares(words: WordNumbers, rows: Ints, meanings: Meanings) -> Shares:
    """How common each of the first words is, by the list of Arabic words or, of English ones, by the table of meanings."""
    english = meanings.shares_of(rows)
    return np.where(english > 0, english, words.stem_shares[: len(rows)])


def is_latin(text: str) -> bool:
    """Whether most letters of a text's beginning are Latin ones."""
    words, heard = word_numbers(text), heard_in(text)
    if not heard.latin.any():
        return False
    size = int(np.searchsorted(words.starts, BEGINNING))
    letters = np.where(words.figures[:size], 0, words.ends[:size] - words.starts[:size])
    return 2 * int(letters[heard.latin[:size]].sum()) > int(letters.sum())


def _spelt(text: str, words: WordNumbers, size: int) -> Iterator[tuple[int, int, tuple[int, float, int]]]:
    """Numbers told in words, or in digits with words, with the words that they take: «أربعة عشر», "14", «2.4 مليون»."""
    for first, end in _runs(words.figures[:size] | _counts(words.forms[:size])):
        if end == first + 1 and words.figures[first]:
            continue
        tokens = tokens_of(text, int(words.starts[first]), int(words.ends[end - 1]))
        for numeral in numerals_of(tokens):
            if numeral.kind in NUMBER_KINDS:
                yield _placed(words, tokens[numeral.first : numeral.end], plain(numeral.value), few=numeral.value <= MOST_FEW)


def _placed(words: WordNumbers, tokens: Sequence[Token], told: str, *, few: bool) -> tuple[int, int, tuple[int, float, int]]:
    first = int(np.searchsorted(words.starts, tokens[0].start))
    return first, int(np.searchsorted(words.starts, tokens[-1].end)), number_anchor(told, few=few)


def _runs(counts: Flags) -> list[tuple[int, int]]:
    """Stretches of neighbouring words that say numbers."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], counts, [False])))).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))


def _counts(forms: Ints) -> Flags:
    """Which words say numbers."""
    listed = _counting()
    out: Flags = listed[np.minimum(np.searchsorted(listed, forms), len(listed) - 1)] == forms
    return out


@cache
def _counting() -> Ints:
    """The folded words that say numbers, by number, in order, but for the «المئة» of «في المئة», which counts nothing."""
    return np.array(sorted(numbers_of(list(number_forms() - PERCENT))), np.int64)


@lru_cache(maxsize=30_000)
def _number(name: str) -> int:
    """63 bits that are the same on every machine."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little") >> 1
