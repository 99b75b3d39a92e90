"""The code points of a text as the letters that its words are compared by: one look-up a letter instead of a call."""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

from takhrij.text.folding import folded
from takhrij.text.sounds import sound_of

LISTED = 0x3000  # code points below are looked up; Arabic presentation forms too, and others when a text has them
PRESENTATION = range(0xFB50, 0x10000)
HEARD = 0x700  # code points below may be heard as another letter
LONGEST = 8  # letters that one code point may become (ﷲ becomes four)
APART, MARK, INVISIBLE = 0, 1, 2  # what is no letter: ends a word, is passed over, is passed over but never ends a word
POINTS = ".,٬"  # inside a number
_BETWEEN = "\n"

Letters = NDArray[np.int32]


def letters_of(text: str) -> Letters:
    """For each code point its folded letter, or what it is where it is none; minus a row of `ligatures` where it is several.

    >>> letters_of("أ ـ").tolist() == [ord("ا"), APART, MARK]
    True
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    table = _table()
    letters = table[np.minimum(codes, len(table) - 1)]
    odd = codes >= len(table)
    if odd.any():
        found, back = np.unique(codes[odd], return_inverse=True)
        letters[odd] = np.array([_plain(int(code), folded(chr(code))) for code in found], np.int32)[back]
    return letters


@cache
def ligatures() -> Letters:
    """The letters of each code point that stands for several, filled up with zeros."""
    rows = np.zeros((len(_joined()) + 1, LONGEST), np.int32)
    for number, parts in enumerate(_joined().values(), 1):
        rows[number, : len(parts)] = [ord(part) for part in parts]
    return rows


@cache
def consonants() -> Letters:
    """For each code point of the older scripts the consonant that it is heard as, 0 for what is not heard, -1 for what is no letter."""
    heard = ((sound_of(chr(code)) if chr(code).isalpha() else None) for code in range(HEARD))
    return np.array([-1 if sound is None else ord(sound) if sound else 0 for sound in heard], np.int32)


@cache
def _table() -> Letters:
    table = np.zeros(PRESENTATION.stop, np.int32)
    joined = {code: -number for number, code in enumerate(_joined(), 1)}
    for code, parts in _folds().items():
        table[code] = joined.get(code) or _plain(code, parts)
    codes = np.arange(LISTED, PRESENTATION.start)
    table[codes] = codes  # other scripts: each is a letter
    table[0x3000:0x3040] = APART
    return table


@cache
def _joined() -> dict[int, str]:
    """The code points that fold to several letters."""
    return {code: parts for code, parts in _folds().items() if code >= 0x80 and 1 < len(parts) <= LONGEST and parts.isalnum()}


@cache
def _folds() -> dict[int, str]:
    """What each listed code point folds to; all at once, a quarter of a second sooner than one by one."""
    codes = [code for code in (*range(LISTED), *PRESENTATION) if code != ord(_BETWEEN)]
    return {ord(_BETWEEN): _BETWEEN, **dict(zip(codes, folded(_BETWEEN.join(map(chr, codes))).split(_BETWEEN), strict=True))}


def _plain(code: int, parts: str) -> int:
    """The one letter that a code point becomes, or what it is instead."""
    letter = chr(code)
    if letter in POINTS:
        return code
    if not parts:
        return INVISIBLE if unicodedata.category(letter) == "Cf" else MARK
    if parts in POINTS:
        return ord(parts)
    return ord(parts[0]) if parts[0].isalnum() else APART
