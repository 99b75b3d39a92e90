"""A text as numbers: for each word a hash of its form and of its stem, and how common both are (research/text_reuse.md, 3.1)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from takhrij.match.background import UNLISTED, form_shares
from takhrij.match.kernels import Counts, Flags, Floats, Ints, mixed, table_of
from takhrij.match.letters import consonants, letters_of, ligatures
from takhrij.match.splitting import Tables, split

CONTENT = 0.0012  # share of all words; the 120 to 150 stems that are commoner carry no seed (measured, 3.1)
LONG = 50_000  # characters; longer texts are kept in memory a few at a time
KEPT_TEXTS = 8_192  # of news articles: 250 MB with their seeds


@dataclass(frozen=True, slots=True, eq=False)
class WordNumbers:
    """The words of a text in order: hashes of form and stem, how common both are, and where they stand in the text."""

    starts: Counts
    ends: Counts
    forms: Ints
    stems: Ints
    form_shares: Floats
    stem_shares: Floats
    content: Flags  # which words are rare enough to say something
    figures: Flags  # which are written in digits
    digits: Flags  # which hold a digit: these, and «و310»
    sounds: Ints  # hash of the consonants as transliterations share them; 0 where there are fewer than two
    brief: Flags  # which have just two of them
    latin: Flags  # which are in Latin letters

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True, slots=True, eq=False)
class Common:
    """Numbers in no order with the share of each, and the table by which they are found."""

    slots: Ints
    numbers: Ints
    shares: Floats


def word_numbers(text: str) -> WordNumbers:
    """The words of a text as numbers; marks are left out."""
    return _numbers_of_long(text) if len(text) > LONG else _numbers_of_short(text)


@lru_cache(maxsize=KEPT_TEXTS)
def _numbers_of_short(text: str) -> WordNumbers:
    return numbers_in(text)


@lru_cache(maxsize=8)
def _numbers_of_long(text: str) -> WordNumbers:
    return numbers_in(text)


def numbers_in(text: str) -> WordNumbers:
    """The same, not remembered."""
    forms, stems = _common_forms(), _common_stems()
    listed = (forms.slots, forms.numbers, forms.shares), (stems.slots, stems.numbers, stems.shares)
    return WordNumbers(*split(letters_of(text), tables(), listed[0], listed[1], UNLISTED, CONTENT))


def tables() -> Tables:
    """What the kernel knows of letters."""
    return ligatures(), consonants()


def number(word: str) -> int:
    """63 bits of a folded word that are the same on every machine.

    >>> number("زورق") == number("زورق") != number("قارب")
    True
    """
    return numbers_of([word])[0]


def numbers_of(words: list[str]) -> list[int]:
    """The numbers of folded words, each of which is one word to `split`."""
    none = np.empty(0, np.int64), np.empty(0)
    empty = table_of(none[0]), *none
    return [int(form) for form in split(letters_of("\n".join(words)), tables(), empty, empty, UNLISTED, CONTENT)[2]]


def key_of(one: str, other: str) -> int:
    """The key of two stems, in either order."""
    return int(mixed(number(one), number(other)))


@cache
def _common_forms() -> Common:
    shares = form_shares()
    return _common(np.array(numbers_of(list(shares)), np.int64), np.array(list(shares.values())))


@cache
def _common_stems() -> Common:
    """The share of a stem is the sum over its common words."""
    forms, none = _common_forms(), np.empty(0, np.int64)
    empty = table_of(none), none, np.empty(0)
    stems = split(letters_of("\n".join(form_shares())), tables(), empty, empty, UNLISTED, CONTENT)[3]
    found, back = np.unique(stems, return_inverse=True)
    return _common(found, np.bincount(back, weights=forms.shares).astype(np.float64))


def _common(numbers: Ints, shares: Floats) -> Common:
    return Common(table_of(numbers), numbers, shares)
