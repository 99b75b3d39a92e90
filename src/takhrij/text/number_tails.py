"""What changes the value of a number that stands before it: «فاصلة ثلاثة» (point three), «إلا ربعا» (less a quarter), «½»."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from takhrij.text.number_words import NumberWord, next_word, number_word
from takhrij.text.tokens import Token, form_at

_POINTS = frozenset({"فاصله", "فاصل"})
_SINGLE_PARTS = {"ثلثا": Fraction(1, 3), "خمسا": Fraction(1, 5), "سبعا": Fraction(1, 7)}  # the accusative after «إلا»
_LONGEST_POINT = 6  # noughts after the point


def point_tail(tokens: Sequence[Token], position: int) -> tuple[Fraction, int] | None:
    """What the words after the point add, and where they end.

    >>> from takhrij.text.tokens import tokens_of
    >>> point_tail(tokens_of("فاصلة صفر خمسة"), 0), point_tail(tokens_of("فاصلة خمسة وعشرون"), 0)
    ((Fraction(1, 20), 3), (Fraction(1, 4), 4))
    """
    if form_at(tokens, position) not in _POINTS:
        return None
    at = position + 1
    while form_at(tokens, at) == "صفر" and at - position < _LONGEST_POINT:
        at += 1
    noughts = "0" * (at - position - 1)
    if form_at(tokens, at).isascii() and form_at(tokens, at).isdigit():
        return Fraction(f"0.{noughts}{form_at(tokens, at)}"), at + 1
    word, end = next_word(tokens, at)
    if word is None or word.joined or word.kind not in ("unit", "ten", "teen", "tens") or not word.value:
        return None
    value, end = _two_places(tokens, word, end)
    return Fraction(f"0.{noughts}{value}"), end


def _two_places(tokens: Sequence[Token], word: NumberWord, end: int) -> tuple[Fraction, int]:
    """«خمسة وعشرون», «ثلاثة عشر» after the point."""
    more, after = next_word(tokens, end)
    teen = more is not None and more.kind == "ten" and not more.joined
    tens = more is not None and more.kind == "tens" and more.joined
    return (word.value + more.value, after) if more and word.kind == "unit" and (teen or tens) else (word.value, end)


def less_tail(tokens: Sequence[Token], position: int) -> tuple[Fraction, int] | None:
    """The part that «إلا ربعا» takes away, and where the words end."""
    if form_at(tokens, position) != "الا":
        return None
    form = form_at(tokens, position + 1)
    word = number_word(form) if form else None
    if form not in _SINGLE_PARTS and (word is None or word.kind != "fraction" or word.joined):
        return None
    return _SINGLE_PARTS.get(form, word.value if word else Fraction(0)), position + 2


def vulgar_fraction(tokens: Sequence[Token], position: int) -> Fraction | None:
    """The half of «2½», where it touches the digits before it."""
    form = form_at(tokens, position)
    word = number_word(form) if len(form) == 1 and form.isnumeric() and not form.isdigit() else None
    return word.value if word and tokens[position - 1].end == tokens[position].start else None
