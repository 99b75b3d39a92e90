"""Words and marks of a text, with their folded forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from takhrij.model.span import Span
from takhrij.text.folding import fold

# A number keeps its inner points and commas (12.5, 1,200); a word is letters and digits; the rest is one mark each.
KEPT = 64  # pieces whose tokens are kept: one clause is read by several steps of one reading in turn
_STROKE = "ـ"  # lengthens a word
_TOKEN = re.compile(r"\d+(?:[.,٬]\d+)*|[^\W_]+|[^\w\s]|_")


class Token(NamedTuple):
    """A word, number or mark: `form` is folded, `start` and `end` count in the text as given."""

    form: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands in the text as given."""
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters or digits rather than a mark."""
        return self.form[0].isalnum()


@lru_cache(maxsize=KEPT)
def tokens_of(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`; offsets count from the start of `text`.

    >>> [token.form for token in tokens_of("قالت «الوكالة» إنّ ١٢,٥ طنًّا")]
    ['قالت', '"', 'الوكاله', '"', 'ان', '12,5', 'طنا']
    """
    tokens = _tokens_in(text[start:end])
    return tuple(Token(form, start + begins, start + ends) for form, begins, ends in tokens) if start else tokens


@lru_cache(maxsize=KEPT)
def _tokens_in(text: str) -> tuple[Token, ...]:
    """Those of a whole text: a telling is read in its article, and then by itself."""
    piece = fold(text)
    offsets, odd = piece.offsets, piece.odd
    if not odd:
        return tuple(Token(match.group(), *match.span()) for match in _TOKEN.finditer(piece.text))
    out = []
    for match in _TOKEN.finditer(piece.text):
        first, last = match.span()
        begins, ends = offsets[first], offsets[last]
        if text[ends - 1] in odd or offsets[last] == offsets[last - 1]:
            ends = _without_dropped(text, begins, piece.original(first, last).end)
        out.append(Token(match.group(), begins, ends))
    return tuple(out)


def _without_dropped(text: str, start: int, end: int) -> int:
    """`end` moved left over what the folding dropped behind a word: format characters, and all that stands behind a digit («12ـ»)."""
    bare = end
    while bare > start + 1 and (text[bare - 1] == _STROKE or unicodedata.category(text[bare - 1]) in ("Cf", "Mn")):
        bare -= 1
    if text[bare - 1].isdigit():
        return bare
    while end > start + 1 and unicodedata.category(text[end - 1]) == "Cf":
        end -= 1
    return end


def form_at(tokens: Sequence[Token], position: int) -> str:
    """The folded word at a position, "" outside."""
    return tokens[position].form if 0 <= position < len(tokens) else ""
