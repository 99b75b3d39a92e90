"""The folded form in which all matching happens, with a map back to the text as it was given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from takhrij.model.span import Span

# Letters that newsrooms exchange freely, as in research/text_reuse.md 3.1 (alef forms, yā, tā marbūta, hamza seats, Persian letters).
_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"), **dict.fromkeys("ىیې", "ي"), "ئ": "ي", "ؤ": "و", "ة": "ه", "ۀ": "ه", "ہ": "ه",
    "ک": "ك", "گ": "ك", "ڭ": "ك", "پ": "ب", "ڤ": "ف", "ڥ": "ف", "چ": "ج", "ژ": "ز",
}  # fmt: skip
_QUOTES = dict.fromkeys("“”„‟«»″〝〞＂", '"')
_POINTS = {"٫": ".", "٪": "%", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"}
_DIGITS = {chr(start + digit): str(digit) for start in (0x660, 0x6F0) for digit in range(10)}
_TATWEEL = "ـ"
_PLAIN = {**_LETTERS, **_QUOTES, **_POINTS, **_DIGITS, _TATWEEL: ""}


def _folded_letter(letter: str) -> str:
    """What one code point becomes: "" for marks, tatwīl and invisible characters; compatibility forms unfolded."""
    if letter in _PLAIN:
        return _PLAIN[letter]
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return ""
    plain = unicodedata.normalize("NFKC", letter) if letter > "\x7f" else letter
    if len(plain) > 1 and any(not part.isalnum() and unicodedata.category(part) not in ("Mn", "Me", "Cf") for part in plain):
        plain = letter  # … ¼ ﷺ stay one mark: in pieces, all but the last would have no place of their own in the text
    return "".join(_PLAIN.get(part, part) for part in plain if unicodedata.category(part) not in ("Mn", "Me", "Cf")).lower()


class _Letters(dict[int, str]):
    """Every letter's folded form by its code point, found when first asked for: what `str.translate` reads."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded_letter(chr(code))
        return self[code]


_FOLDED = _Letters()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, the offset in the original (one more at the end).

    `odd` are the letters of the original that become none or several: where there are none, every offset is its own.
    """

    text: str
    offsets: Sequence[int]
    odd: frozenset[str] = frozenset()

    def original(self, start: int, end: int) -> Span:
        """The span in the original that holds the folded characters `[start, end)`; marks on the last letter are kept.

        >>> fold("كَتَبَ").original(0, 3)
        Span(start=0, end=6)
        """
        while start < end < len(self.offsets) - 1 and self.offsets[end] == self.offsets[end - 1]:
            end += 1  # inside of a ligature: ﻻ is one code point of the text
        return Span(self.offsets[start], self.offsets[max(start, end)])

    def position(self, offset: int) -> int:
        """The first folded character that lies at or after `offset` in the original."""
        low, high = 0, len(self.offsets) - 1
        while low < high:
            middle = (low + high) // 2
            if self.offsets[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low


def fold(text: str) -> Folded:
    """Fold a text and keep the way back.

    >>> fold("أكّدَ المســؤولون ١٢").text
    'اكد المسوولون 12'
    """
    odd = frozenset(letter for letter in set(text) if len(_FOLDED[ord(letter)]) != 1)
    if not odd:
        return Folded(text.translate(_FOLDED), range(len(text) + 1))
    offsets: list[int] = []
    done = 0
    for found in re.finditer(f"[{re.escape(''.join(odd))}]", text):
        offsets += range(done, found.start())
        offsets += [found.start()] * len(_FOLDED[ord(found.group())])
        done = found.end()
    offsets += range(done, len(text) + 1)
    return Folded(text.translate(_FOLDED), tuple(offsets), odd)


def folded(text: str) -> str:
    """The folded form alone, where no way back is needed."""
    return text.translate(_FOLDED)
