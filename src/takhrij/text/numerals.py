"""Reads numbers in a row of tokens: digits of three scripts, number words in every case and order, ordinals and fractions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from takhrij.text.number_words import NumberWord, digits_value, next_word, number_word, plain
from takhrij.text.numeral_reading import LARGEST, STARTS, Numeral, NumeralReading
from takhrij.text.tokens import Token

__all__ = ["Numeral", "digits_value", "number_word", "numerals_of", "plain"]

_PARTS_OF = frozenset({"جزء", "جزءا", "اجزاء"})
_FEWEST_PARTS = 2
_PERCENT_WORDS = frozenset({"بالمايه", "بالميه", "بالالف"})


def numerals_of(tokens: Sequence[Token]) -> list[Numeral]:
    """Every number in the tokens, left to right, none overlapping.

    >>> from takhrij.text.tokens import tokens_of
    >>> [plain(numeral.value) for numeral in numerals_of(tokens_of("مئة وثلاثة وعشرون جنديا و3.5 ملايين ونصف الألف"))]
    ['123', '3500500']
    """
    return _told_once(tokens, _all_numerals(tokens))


def _all_numerals(tokens: Sequence[Token]) -> list[Numeral]:
    out: list[Numeral] = []
    free = 0  # behind the number before
    for position in [position for position, token in enumerate(tokens) if _may_be_number(token.form)]:
        if position < free:
            continue
        numeral = _numeral_at(tokens, position)
        if numeral is None and tokens[position].form in _PARTS_OF:
            numeral = _one_of_parts(tokens, position)
        if numeral is not None:
            out.append(_of_parts(tokens, numeral))
            free = out[-1].end
    return out


@lru_cache(maxsize=100_000)
def _may_be_number(form: str) -> bool:
    return form[0].isdigit() or form[-1].isdigit() or form in _PARTS_OF or number_word(form) is not None


def _numeral_at(tokens: Sequence[Token], position: int) -> Numeral | None:
    form = tokens[position].form
    if form[0].isdigit() or form[-1].isdigit():
        return NumeralReading(tokens, position).with_digits()
    word = number_word(form)
    if word is None:
        return None
    if word.kind in ("ordinal", "ordinal_part"):
        return _ordinal_at(tokens, position, word)
    if word.kind in ("vague", "few"):
        return _vague_at(tokens, position, word)
    if word.kind == "fraction":
        return _fraction_at(tokens, position, word)
    if form in _PERCENT_WORDS:
        return None
    return NumeralReading(tokens, position).with_words(word) if word.kind in STARTS else None


def _of_parts(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """«3 أجزاء من 100», «واحد على عشرين»: a share told by its parts."""
    words = tuple(token.form for token in tokens[numeral.end : numeral.end + 2])
    at = numeral.end + (2 if words[:1] and words[0] in _PARTS_OF and words[1:] == ("من",) else 1)
    over = at == numeral.end + 1
    if over and (words[:1] != ("علي",) or (numeral.digits and numeral.value != 1)):
        return numeral
    parts = _numeral_at(tokens, at) if at < len(tokens) and numeral.kind == "cardinal" else None
    if parts is None or parts.kind != "cardinal" or parts.value < _FEWEST_PARTS or parts.value.denominator != 1:
        return numeral
    if over and numeral.value != 1 and (parts.digits or (parts.end < len(tokens) and tokens[parts.end].form[0].isalpha())):
        return numeral  # «فاز خمسة على عشرة منافسين»
    return replace(numeral, end=parts.end, value=numeral.value / parts.value, kind="fraction")


def _told_once(tokens: Sequence[Token], numerals: list[Numeral]) -> list[Numeral]:
    """«عشرون (20) دولارا»: a number in words with the same one in digits in brackets after it is one number."""
    out: list[Numeral] = []
    for numeral in numerals:
        last = out[-1] if out else None
        again = last is not None and last.value == numeral.value and last.kind == numeral.kind and last.digits != numeral.digits
        if last and again and numeral.first == last.end + 1 and tokens[last.end].form == "(" and _closes(tokens, numeral.end):
            out[-1] = replace(last, end=numeral.end + 1, digits=False)
        else:
            out.append(numeral)
    return out


def _closes(tokens: Sequence[Token], position: int) -> bool:
    return position < len(tokens) and tokens[position].form == ")"


def _one_of_parts(tokens: Sequence[Token], position: int) -> Numeral | None:
    """«جزء من مئة» is 0.01."""
    token = tokens[position]
    one = Numeral(position, position, token.start, Fraction(1), "cardinal", False, False, False)
    found = _of_parts(tokens, one)
    return found if found is not one else None


def _ordinal_at(tokens: Sequence[Token], position: int, word: NumberWord) -> Numeral | None:
    """«الحادي والعشرون» is 21, «الثالثة عشرة» 13."""
    after, end = next_word(tokens, position + 1)
    value = word.value
    if after and after.kind == "ten" and not after.joined and value < 10:
        return Numeral(position, end, tokens[position].start, value + 10, "ordinal", False, word.definite, word.joined)
    if after and after.kind == "tens" and after.joined and value < 10 and after.definite == word.definite:
        return Numeral(position, end, tokens[position].start, value + after.value, "ordinal", False, word.definite, word.joined)
    if word.kind == "ordinal_part":
        return None
    return Numeral(position, position + 1, tokens[position].start, value, "ordinal", False, word.definite, word.joined)


def _vague_at(tokens: Sequence[Token], position: int, word: NumberWord) -> Numeral:
    """«عشرات الآلاف» is more than 10,000, «بضع مئات» 3 to 9 hundred."""
    value, end = word.value, position + 1
    after, after_end = next_word(tokens, end)
    while after and not after.joined and after.kind in ("scale", "vague", "ten", "hundred") and after.value > 9 and value < LARGEST:
        value, end = value * after.value, after_end
        after, after_end = next_word(tokens, end)
    return Numeral(position, end, tokens[position].start, value, word.kind, False, word.definite, word.joined)


def _fraction_at(tokens: Sequence[Token], position: int, word: NumberWord) -> Numeral:
    """«نصف مليون» is 500,000, «ثلثا» two thirds."""
    after, end = next_word(tokens, position + 1)
    if after and after.kind == "scale" and not after.joined:
        return Numeral(position, end, tokens[position].start, word.value * after.value, "cardinal", False, word.definite, word.joined)
    return Numeral(position, position + 1, tokens[position].start, word.value, "fraction", False, word.definite, word.joined)
