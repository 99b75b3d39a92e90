"""What single words and rows of digits say as numbers, and how a number is told as a plain decimal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon
from takhrij.text.tokens import Token

LONGEST_DIGITS = 30  # digits; a longer row is an identifier, not a number that news compares
_PLACES = Decimal("0.000001")  # as many decimals as a fraction is told with
_GROUPED = re.compile(r"\d{1,3}(?:[,٬.]\d{3})+$")
# Words that look like a preposition and a number and are not («لست» I am not).
_NO_NUMBERS = frozenset({"لست", "ولست", "فلست", "بست", "وست", "وسبع", "لواحد", "وتسعا", "بعشرا"})


@dataclass(frozen=True, slots=True)
class NumberWord:
    """What one word says: its value and kind, whether «و» is joined to it, whether it has the article."""

    value: Fraction
    kind: str
    joined: bool = False
    definite: bool = False


def plain(value: Fraction) -> str:
    """A plain decimal, as short as it can be told.

    >>> plain(Fraction(3, 2)), plain(Fraction(1500000))
    ('1.5', '1500000')
    """
    if value.denominator == 1:
        return str(value.numerator)
    told = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(_PLACES)
    return format(told, "f").rstrip("0").rstrip(".") if told else f"{Decimal(value.numerator) / Decimal(value.denominator):f}"


@cache
def _words() -> dict[str, tuple[Fraction, str]]:
    return {folded(row["form"]): (Fraction(row["value"]), row["kind"]) for row in lexicon("text", "number_words")}


@cache
def _forms() -> dict[str, NumberWord]:
    """Every form of the number words, with conjunction, preposition and article."""
    out: dict[str, NumberWord] = {}
    for conjunction, joined in (("", False), ("و", True)):
        for prefix, definite in (("", False), ("ال", True), ("بال", True), ("لل", True), ("ب", False), ("ل", False)):
            for word, (value, kind) in _words().items():
                out.setdefault(conjunction + prefix + word, NumberWord(value, kind, joined, definite))
    return {form: word for form, word in out.items() if form not in _NO_NUMBERS}


def number_word(form: str) -> NumberWord | None:
    """What a folded word says as a number, its conjunction, preposition and article taken off.

    >>> number_word("والعشرون")
    NumberWord(value=Fraction(20, 1), kind='tens', joined=True, definite=True)
    """
    return _forms().get(form)


def number_forms() -> frozenset[str]:
    """Every folded word that `number_word` knows."""
    return frozenset(_forms())


def digits_value(form: str) -> Fraction | None:
    """The value of a token of digits; a comma before three digits, and a point before three noughts, part thousands.

    >>> digits_value("1,200"), digits_value("12,5"), digits_value("10.000")
    (Fraction(1200, 1), Fraction(25, 2), Fraction(10000, 1))
    """
    if len(form) > LONGEST_DIGITS or (not form.isascii() and "٬" not in form):
        return None
    form = form.replace("٬", ",")
    head, point, tail = form.rpartition(".")
    if "," in form and point and _GROUPED.match(head) and "." not in head:
        return Fraction(head.replace(",", "") + "." + tail)
    if form.count(".") > 1 and _GROUPED.match(form):
        return Fraction(re.sub("[.,]", "", form))
    if _GROUPED.match(form) and not form.startswith("0") and ("," in form or form.endswith(".000")):
        return Fraction(re.sub("[.,]", "", form))
    grouped, comma, decimals = form.rpartition(",")
    if comma and "," in grouped and _GROUPED.match(grouped) and "." not in form:
        return Fraction(grouped.replace(",", "") + "." + decimals)
    parts = form.replace(",", ".").split(".")
    return Fraction(".".join(parts)) if len(parts) <= 2 else None


def next_word(tokens: Sequence[Token], position: int) -> tuple[NumberWord | None, int]:
    """The number word at `position`, with a detached «و» before it taken as joined; and the position after it."""
    if position >= len(tokens):
        return None, position
    form = tokens[position].form
    if form in ("و", "and") and position + 1 < len(tokens):
        word = number_word(tokens[position + 1].form)
        return (NumberWord(word.value, word.kind, True, word.definite), position + 2) if word else (None, position)
    if form == "واحد" and position + 1 < len(tokens) and tokens[position + 1].form == "عشر":
        return NumberWord(Fraction(1), "part", True, False), position + 1  # «مئة وأحد عشر»: folded, «وأحد» is «واحد»
    return number_word(form), position + 1
