"""A text as numbers: for each word a hash of its form and of its stem, and how common both are (research/text_reuse.md, 3.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from takhrij.match.background import form_share, stem_share
from takhrij.text.folding import folded
from takhrij.text.stems import stem

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

CONTENT = 0.0012  # share of all words; the 120 to 150 stems that are commoner carry no seed (measured, 3.1)
LONG = 50_000  # characters; longer texts are kept in memory a few at a time
# The words of `takhrij.text.tokens`, found before folding so that each spelling is folded once: three times as fast on news.
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\ufe20-\ufe2f"
_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_WORD = re.compile(rf"\d+(?:[.,٫٬]\d+)*|[^\W_]+(?:[{_MARKS}{_INVISIBLE}]+[^\W_]+)*[{_MARKS}]*")
_ODD = np.uint64(0x9E3779B97F4A7C15)  # mixing constants of splitmix64
_MORE = np.uint64(0xBF58476D1CE4E5B9)
Known = tuple[int, int, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class WordNumbers:
    """The words of a text in order: hashes of form and stem, how common both are, and where they stand in the text."""

    starts: Ints
    ends: Ints
    forms: Ints
    stems: Ints
    form_shares: Floats
    stem_shares: Floats

    @property
    def content(self) -> Flags:
        """Which words are rare enough to say something."""
        return self.stem_shares < CONTENT

    def __len__(self) -> int:
        return len(self.starts)


def word_numbers(text: str) -> WordNumbers:
    """The words of a text as numbers; marks are left out."""
    return _numbers_of_long(text) if len(text) > LONG else _numbers_of_short(text)


@lru_cache(maxsize=2048)
def _numbers_of_short(text: str) -> WordNumbers:
    return _numbers_of(text)


@lru_cache(maxsize=8)
def _numbers_of_long(text: str) -> WordNumbers:
    return _numbers_of(text)


def _numbers_of(text: str) -> WordNumbers:
    found = [(match.start(), match.end(), known) for match in _WORD.finditer(text) if (known := _known(match.group()))]
    forms, stems, form_shares, stem_shares = zip(*(known for _, _, known in found), strict=True) if found else ((), (), (), ())
    return WordNumbers(
        np.array([start for start, _, _ in found], np.int64),
        np.array([end for _, end, _ in found], np.int64),
        np.array(forms, np.int64),
        np.array(stems, np.int64),
        np.array(form_shares, np.float64),
        np.array(stem_shares, np.float64),
    )


@lru_cache(maxsize=200_000)
def _known(word: str) -> Known | None:
    """The numbers of a word as written; None where nothing of it is left when folded (a lone tatwīl)."""
    form = folded(word)
    return (number(form), number(stem(form)), form_share(form), stem_share(form)) if form else None


@lru_cache(maxsize=200_000)
def number(word: str) -> int:
    """63 bits that are the same on every machine."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little") >> 1


def key_of(one: str, other: str) -> int:
    """The key of two stems, in either order."""
    return int(unordered_keys(np.array([number(one)]), np.array([number(other)]))[0])


def unordered_keys(one: Ints, other: Ints) -> Ints:
    """63 bits for each pair of numbers, the same in either order."""
    less, more = np.minimum(one, other).astype(np.uint64), np.maximum(one, other).astype(np.uint64)
    mixed = (less * _ODD) ^ ((more + _ODD) * _MORE)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _MORE
    keys: Ints = ((mixed ^ (mixed >> np.uint64(27))) >> np.uint64(1)).astype(np.int64)
    return keys
