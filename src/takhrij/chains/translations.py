"""Whether one document tells in another language what the other does: by names, meanings and figures that stand in both."""

from __future__ import annotations

from functools import lru_cache

from takhrij.claims.units import MEANT, NAMED, units_of
from takhrij.model.document import Document
from takhrij.text.languages import ARABIC, language_of
from takhrij.text.tokens import tokens_of

LONGEST = 20_000  # characters of a document that are looked at
LEAST_TRANSLATED = 0.6  # share of names, figures and meanings; invented translations have 0.62 to 0.93, one's own report of the event 0.52
SOUND = "n:"
_FREQUENT = frozenset({MEANT + concept for concept in ("say", "confirm", "person", "day", "year", "show", "first", "last")})


def are_of_two_languages(one: Document, other: Document) -> bool:
    """Whether both languages are known and differ."""
    left, right = language_of(one), language_of(other)
    return left is not None and right is not None and left != right


def translated_share(one: Document, other: Document) -> float:
    """The share of what the document that is not in Arabic names, counts and means that the Arabic one has too, 0 to 1.

    «حريق مرفأ زمران: 17 قتيلا» has all of "17 killed in Zamran port blaze".
    """
    arabic, foreign = (one, other) if language_of(one) == ARABIC else (other, one)
    known, asked = _keys_of(arabic.text), _names_and_meanings(foreign.text)
    return sum(not known.isdisjoint(keys) for keys in asked) / len(asked) if asked else 0.0


@lru_cache(maxsize=512)
def _keys_of(text: str) -> frozenset[str]:
    tokens = tokens_of(text[:LONGEST])
    figures = {token.form.replace(",", "") for token in tokens if token.form[0].isdigit()}
    return frozenset(key for unit in units_of(tokens) for key in unit.keys) | figures


@lru_cache(maxsize=512)
def _names_and_meanings(text: str) -> tuple[frozenset[str], ...]:
    """For each unit that can be told in another language the keys under which it may stand there; each once."""
    tokens = tokens_of(text[:LONGEST])
    found = {frozenset({token.form.replace(",", "")}) for token in tokens if token.form[0].isdigit()}
    for unit in units_of(tokens):
        keys = {key for key in unit.keys if key.startswith((NAMED, MEANT)) and key not in _FREQUENT}
        named = {key for key in unit.keys if key.startswith(SOUND) and text[unit.start].isupper()}
        if keys or named:
            found.add(frozenset(keys | named))
    return tuple(found)
