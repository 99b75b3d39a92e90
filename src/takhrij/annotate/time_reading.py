"""What every rule for times reads from: the tokens, the numbers among them, and the document's date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from takhrij.annotate.calendar import MonthName, TimeValue, TimeWord, begins_month, month_name, time_word
from takhrij.text.numerals import Numeral, digits_value, numerals_of
from takhrij.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Found:
    """A time that stands in tokens `[first, end)`."""

    first: int
    end: int
    value: TimeValue


At = Callable[["Reading", int], Found | None]  # the time that begins at a token


class Reading:
    """The tokens of one field with the numbers that begin at each, and the date that relative times are told from."""

    def __init__(self, tokens: Sequence[Token], anchor: date | None) -> None:
        self.tokens, self.anchor = tokens, anchor
        self._forms, self._length = [token.form for token in tokens], len(tokens)
        self._words = [time_word(form) for form in self._forms]
        self.numbers: dict[int, Numeral] = {numeral.first: numeral for numeral in numerals_of(tokens)}

    def form(self, position: int) -> str:
        """The folded word at a position, "" outside."""
        return self._forms[position] if 0 <= position < self._length else ""

    def bare(self, position: int) -> str:
        """The word without «و» or «ف» at its head."""
        form = self.form(position)
        return form[1:] if len(form) > 3 and form[0] in "وف" else form

    def word(self, position: int) -> TimeWord | None:
        """The word of time at a position."""
        return self._words[position] if 0 <= position < self._length else None

    def is_kind(self, position: int, kind: str) -> TimeWord | None:
        """The word of time at a position where it is of this kind."""
        word = self.word(position)
        return word if word and word.kind == kind else None

    def month(self, position: int) -> MonthName | None:
        """The month named at a position."""
        form = self.form(position)
        return month_name(form, self.form(position + 1)) if form and begins_month(form) else None

    def touching(self, position: int) -> bool:
        """Whether no space stands between this token and the next."""
        return position + 1 < len(self.tokens) and self.tokens[position].end == self.tokens[position + 1].start

    def small(self, position: int, most: int) -> tuple[int, int] | None:
        """A whole number from 1 to `most` (in digits, words, or as an ordinal) and where it ends."""
        numeral = self.numbers.get(position)
        if numeral is None or numeral.kind not in ("cardinal", "ordinal") or numeral.value.denominator != 1:
            return None
        value = int(numeral.value)
        return (value, numeral.end) if 0 < value <= most else None

    def year(self, position: int) -> int | None:
        """A year of three or four digits, «1998», no thousands mark in it."""
        form = self.form(position)
        digits = form[1:] if form[:1] in ("و", "ل", "ب") else form
        return int(digits) if len(digits) == 4 and digits.isascii() and digits.isdigit() and digits[0] in "12" else None

    def number(self, position: int) -> Numeral | None:
        """The number that begins at a position."""
        return self.numbers.get(position)

    def two_digits(self, position: int) -> int | None:
        """A number of one or two digits alone."""
        form = self.form(position)
        return int(form) if len(form) <= 2 and form.isdigit() and digits_value(form) is not None else None
