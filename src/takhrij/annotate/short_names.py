"""Short names of agencies that a text explains itself: after «وكالة أنباء الزيزفون (وزن)», a lone «(وزن)» is that agency."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from takhrij.annotate.outlets import AGENCY, name_at
from takhrij.text.tokens import Token, tokens_of

LONGEST = 6  # letters of a short name: تنا, وفا, TNA; a longer word in brackets is a remark
SEARCHED = 20_000  # characters in which it is explained
HEAD_WORDS = 6  # words that may stand before a signature at the head: place and date
_BEFORE, _AFTER = "-:/|(", "-:/|)"


class Signed(NamedTuple):
    """Where a short name signs: its words, and the agency's name."""

    place: str
    start: int
    end: int
    name: str


def short_names(text: str, more: str = "") -> dict[str, str]:
    """Short name -> agency, for each that the text explains.

    >>> short_names("قال الناطق لوكالة أنباء الزيزفون (وزن) إن السوق فتح")
    {'وزن': 'وكالة الزيزفون'}
    """
    tokens = tokens_of(text[:SEARCHED])
    found: dict[str, str] = {}
    for at, token in enumerate(tokens):
        if token.form == "(" and at + 2 < len(tokens) and tokens[at + 2].form == ")" and _is_short(tokens[at + 1]):
            for start in range(max(0, at - 4), at):
                named = name_at(tokens, start, text, more=more) if "وكال" in tokens[start].form else None
                if named and named.stop == at and named.kind == AGENCY:
                    found.setdefault(tokens[at + 1].form, named.name)
    return found


def _is_short(token: Token) -> bool:
    return token.is_word and len(token.form) <= LONGEST and not token.form[0].isdigit()


def signatures(text: str, names: dict[str, str], *, place: str | None = None) -> Iterator[Signed]:
    """The lone short names at the head and foot of a text; all that stand between separators where `place` is given."""
    if not names:
        return
    tokens = tokens_of(text)
    words = sum(token.is_word for token in tokens)
    before = 0
    for at, token in enumerate(tokens):
        before += token.is_word
        where = place or ("dateline" if before <= HEAD_WORDS + 1 else "foot" if before == words else None)
        if where and token.form in names and _stands_alone(tokens, at):
            yield Signed(where, token.start, token.end, names[token.form])


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    before, after = tokens[at - 1].form if at else "-", tokens[at + 1].form if at + 1 < len(tokens) else "-"
    return before in _BEFORE and after in _AFTER
