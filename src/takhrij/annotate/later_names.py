"""Names told short once they were told whole in a document: last names («الفارقي»), and short forms that the text explains («(تنا)»)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from takhrij.annotate.gazetteer import ORGANIZATION, OTHER, PERSON, listed_at, nationality, variants
from takhrij.annotate.name_words import is_stop
from takhrij.annotate.namings import Named
from takhrij.text.tokens import Token

_FEWEST_LETTERS = 4  # of a last name that stands for the full name
_FEWEST_OF_SHORT = 3  # of a short form: تنا, TNA
_MOST_OF_SHORT = 8

Shorts = dict[str, tuple[str, str]]


def short_forms(fields: Iterable[tuple[Sequence[Token], Sequence[Named]]]) -> Shorts:
    """Word to the kind and full name that it stands for in this document; none for a word that may stand for two."""
    out: Shorts = {}
    for tokens, found in fields:
        for named in found:
            for word in _shorts_of(tokens, named):
                whole = (named.kind, named.name)
                out[word] = whole if out.get(word, whole) == whole else (named.kind, "")
    return {word: whole for word, whole in out.items() if whole[1]}


def _shorts_of(tokens: Sequence[Token], named: Named) -> Iterable[str]:
    words = named.name.split()
    if named.kind == PERSON and len(words) > 1 and len(words[-1]) >= _FEWEST_LETTERS and nationality(words[-1]) is None:
        yield words[-1]
    if named.kind == ORGANIZATION and named.end + 2 < len(tokens) and [tokens[named.end].form, tokens[named.end + 2].form] == ["(", ")"]:
        short = tokens[named.end + 1].form
        fits = short.isalpha() and _FEWEST_OF_SHORT <= len(short) <= _MOST_OF_SHORT and short not in words
        if fits and not _is_common(short) and listed_at(tokens, named.end + 1) is None:
            yield short


def _is_common(form: str) -> bool:
    """Whether an Arabic word is no name; a Latin one in brackets after a name always may be."""
    return not form.isascii() and is_stop(form)


def with_short_forms(tokens: Sequence[Token], found: Sequence[Named], shorts: Shorts) -> list[Named]:
    """The names, with those told short under their full name."""
    taken = {position for named in found if named.kind != OTHER for position in range(named.first, named.end)}
    out = [replace(named, name=_full(named, shorts)) for named in found]
    known = shorts.keys()
    for position, token in enumerate(tokens):
        if not known.isdisjoint(variants(token.form)) and position not in taken and not _is_common(token.form):
            whole = next(shorts[offer] for offer in variants(token.form) if offer in shorts)
            out.append(Named(position, position + 1, *whole))
    return sorted(out, key=lambda named: named.first)


def _full(named: Named, shorts: Shorts) -> str:
    kind, name = shorts.get(named.name, (named.kind, named.name))
    return name if kind == named.kind else named.name
