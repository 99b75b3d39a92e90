"""A text as numbers: for each word a hash of its form and of its stem, and how common both are (research/text_reuse.md, 3.1)."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from takhrij.match.background import UNLISTED, form_shares
from takhrij.match.kernels import Counts, Flags, Floats, Ints, Shares, mixed, table_of
from takhrij.match.letters import consonants, letters_of, ligatures
from takhrij.match.splitting import Tables, split

CONTENT = 0.0012  # share of all words; the 120 to 150 stems that are commoner carry no seed (measured, 3.1)
KEPT_WORDS = 12_000_000  # of texts that are kept in a process, 35 bytes each: of 36,000 news articles


@dataclass(frozen=True, slots=True, eq=False)
class WordNumbers:
    """The words of a text in order: hashes of form and stem, how common both are, and where they stand in the text.

    Each array has a row for each of the properties that take their name from it; kernels take the arrays.
    """

    numbers: Ints
    shares: Shares
    bounds: Counts
    flags: Flags

    def __len__(self) -> int:
        return len(self.numbers[0])

    @property
    def forms(self) -> Ints:
        """Hashes of the folded words."""
        row: Ints = self.numbers[0]
        return row

    @property
    def stems(self) -> Ints:
        """Hashes of their light stems."""
        row: Ints = self.numbers[1]
        return row

    @property
    def stem_shares(self) -> Shares:
        """How common the stem of each word is; never less than the word itself."""
        row: Shares = self.shares[1]
        return row

    @property
    def starts(self) -> Counts:
        """Where each word begins in the text."""
        row: Counts = self.bounds[0]
        return row

    @property
    def ends(self) -> Counts:
        """Where each word ends in the text."""
        row: Counts = self.bounds[1]
        return row

    @property
    def content(self) -> Flags:
        """Which words are rare enough to say something."""
        row: Flags = self.flags[0]
        return row

    @property
    def figures(self) -> Flags:
        """Which are written in digits."""
        row: Flags = self.flags[1]
        return row

    @property
    def digits(self) -> Flags:
        """Which hold a digit: these, and «و310»."""
        row: Flags = self.flags[2]
        return row


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """The words of a text as they sound, in every script."""

    sounds: Ints  # hash of the consonants as transliterations share them; 0 where there are fewer than two
    brief: Flags  # which have just two of them
    latin: Flags  # which are in Latin letters


@dataclass(frozen=True, slots=True, eq=False)
class Common:
    """Numbers in no order with the share of each, and the table by which they are found."""

    slots: Ints
    numbers: Ints
    shares: Floats


class _Kept:
    """The words of the texts that were read last, by hash and length of the text, so that no text is held."""

    def __init__(self) -> None:
        self._made: OrderedDict[tuple[int, int], WordNumbers] = OrderedDict()
        self._words = 0

    def words_of(self, text: str) -> WordNumbers:
        key = hash(text), len(text)
        if (words := self._made.get(key)) is None:
            words = self._made[key] = numbers_in(text)
            self._words += len(words)
            while self._words > KEPT_WORDS and len(self._made) > 1:
                self._words -= len(self._made.popitem(last=False)[1])
        return words


_kept = _Kept()


def word_numbers(text: str) -> WordNumbers:
    """The words of a text as numbers, marks left out; remembered, since a text is compared with many."""
    return _kept.words_of(text)


def numbers_in(text: str) -> WordNumbers:
    """The same, not remembered."""
    return _read(text)[0]


def heard_in(text: str) -> Heard:
    """How the words of a text sound."""
    return _read(text)[1]


@lru_cache(maxsize=1)  # both are asked for at once
def _read(text: str) -> tuple[WordNumbers, Heard]:
    forms, stems = _common_forms(), _common_stems()
    listed = (forms.slots, forms.numbers, forms.shares), (stems.slots, stems.numbers, stems.shares)
    numbers, shares, bounds, flags, sounds, marks = split(letters_of(text), tables(), *listed, UNLISTED, CONTENT)
    return WordNumbers(numbers, shares, bounds, flags), Heard(sounds, marks[0], marks[1])


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
    return [int(form) for form in split(letters_of("\n".join(words)), tables(), empty, empty, UNLISTED, CONTENT)[0][0]]


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
    stems = split(letters_of("\n".join(form_shares())), tables(), empty, empty, UNLISTED, CONTENT)[0][1]
    found, back = np.unique(stems, return_inverse=True)
    return _common(found, np.bincount(back, weights=forms.shares).astype(np.float64))


def _common(numbers: Ints, shares: Floats) -> Common:
    return Common(table_of(numbers), numbers, shares)
