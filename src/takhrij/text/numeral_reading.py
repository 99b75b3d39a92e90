"""One number as it is read word by word: digits with their marks, compounds, scales, fractions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from takhrij.text.number_tails import less_tail, point_tail, vulgar_fraction
from takhrij.text.number_words import LONGEST_DIGITS, NumberWord, digits_value, next_word
from takhrij.text.tokens import Token

_SECOND = 2
_HUNDRED, _THOUSAND = 100, 1000
# What is written on to digits: clitics and the article («الـ48»), and short words where the space was forgotten («من10»).
_CLITIC_DIGITS = re.compile(
    r"(?:[وفبلك]{0,3}(?:ال)?|[وف]?(?:من|الي|او|في|حتي|نحو|بين|علي|عن|عند|هو|هي|كل|بقيمه|بنسبه|بمبلغ|بسعر|بلغ|بلغت|قرابه|حوالي))(\d+)$"
)
_POINT_BEFORE = re.compile(r"ر(\d{1,3})$")  # «5ر2»: agencies write the point as a letter, and so what stands before it to its right
_RAISED = re.compile(r"e(\d{1,2})$")
_HIGHEST_POWER = 50
LARGEST = 10**15  # «ألف ألف ألف …», «مئات الآلاف …» are multiplied no further
_MOST_PARTS = 100  # «12/100»: the largest denominator that is read as a fraction
_MANY = frozenset({"الاف", "ملايين", "مليارات", "بلايين", "تريليونات", "ترليونات"})  # plurals that with no number before them are vague
STARTS = frozenset({"unit", "ten", "teen", "tens", "hundred", "hundreds", "scale", "dual", "part"})  # kinds that a compound begins with


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that stands in tokens `[first, end)`; `kind` is cardinal, ordinal, fraction, vague (more than `value`) or few.

    `start` is where it begins in the text: after a clitic that is joined to digits, at the whole word otherwise.
    """

    first: int
    end: int
    start: int
    value: Fraction
    kind: str
    digits: bool
    definite: bool
    joined: bool


class NumeralReading:
    """One number while it is read: what is finished (`total`), the group below the next scale, and the last word's kind."""

    def __init__(self, tokens: Sequence[Token], first: int) -> None:
        self.tokens, self.first, self.end = tokens, first, first + 1
        self.start = tokens[first].start
        self.total, self.group, self.scale = Fraction(0), Fraction(0), Fraction(10**15)
        self.last, self.kind = "", "cardinal"
        self.digits = self.definite = self.joined = False

    def with_digits(self) -> Numeral | None:
        """«3.5 ملايين», «5 آلاف و300»."""
        value = self._digits_here(self.first)
        if value is None:
            return None
        self.group, self.last, self.digits = value * self._after_point(), "digits", True
        self._leave_bracket()
        half = vulgar_fraction(self.tokens, self.end)
        if half is not None:
            self.group, self.end = self.group + half, self.end + 1
        if not (self._is_raised() or self._is_fraction()):
            self._read_on()
        return self._done()

    def _leave_bracket(self) -> None:
        """«(174) مليون»: a number in brackets of its own, with its scale behind them."""
        opened = self.first > 0 and self.tokens[self.first - 1].form == "("
        closed = opened and self.end < len(self.tokens) and self.tokens[self.end].form == ")"
        after, _ = next_word(self.tokens, self.end + 1) if closed else (None, 0)
        if after and after.kind == "scale" and not after.joined:
            self.start, self.end = self.tokens[self.first - 1].start, self.end + 1

    def _after_point(self) -> Fraction:
        """What «.75» after a space is multiplied by: a hundredth; it begins at its point."""
        point = self.tokens[self.first - 1] if self.first else None
        digits = self.tokens[self.first]
        free = self.first < _SECOND or (point is not None and self.tokens[self.first - 2].end < point.start)
        if point is None or point.form != "." or point.end != digits.start or not free or not digits.form.isdigit():
            return Fraction(1)
        self.start = point.start
        return Fraction(1, 10 ** len(digits.form))

    def _is_raised(self) -> bool:
        """«1e10», «2.5^-1»: a number raised, as tables and machines write it."""
        forms = [token.form for token in self.tokens[self.end : self.end + 3]] + [""] * 3
        tens = _RAISED.match(forms[0])
        if tens and self.tokens[self.end - 1].end == self.tokens[self.end].start:
            self.group, self.end = self.group * 10 ** int(tens.group(1)), self.end + 1
            return True
        signed = forms[1] in ("-", "+")
        power = forms[1 + signed]
        if forms[0] != "^" or not power.isascii() or not power.isdigit() or int(power) > _HIGHEST_POWER or not self.group:
            return False
        self.group, self.end = self.group ** (-int(power) if forms[1] == "-" else int(power)), self.end + 2 + signed
        return True

    def _is_fraction(self) -> bool:
        """«3/4» with no space, «1 4/5»; dates have been read before."""
        whole = self.group
        if whole.denominator == 1 and self.end < len(self.tokens) and self.tokens[self.end].start == self.tokens[self.end - 1].end + 1:
            part = digits_value(self.tokens[self.end].form) if self.tokens[self.end].form.isdigit() else None
            if part is not None and self._is_part(part, self.end + 1):
                self.group += whole
                return True
        return self._is_part(self.group, self.end)

    def _is_part(self, above: Fraction, slash: int) -> bool:
        """Whether «/5» stands at `slash`, right after the part above it; then the number is that part."""
        if slash + 1 >= len(self.tokens) or self.tokens[slash].form != "/" or above.denominator != 1:
            return False
        below = self.tokens[slash + 1]
        touching = self.tokens[slash - 1].end == self.tokens[slash].start and self.tokens[slash].end == below.start
        parts = int(below.form) if below.form.isascii() and below.form.isdigit() and len(below.form) < 4 and below.form[0] != "0" else 0
        after = self.tokens[slash + 2].form if slash + 2 < len(self.tokens) else ""
        if not touching or not 1 < parts <= _MOST_PARTS or after == "/":
            return False
        self.group, self.end, self.kind = above / parts, slash + 2, "fraction"
        return True

    def with_words(self, word: NumberWord) -> Numeral | None:
        """«خمسة وعشرون ألفا»; a part («أحد»، «إحدى») only where more follows."""
        self.definite, self.joined = word.definite, word.joined
        if word.kind == "scale" and self.first and self.tokens[self.first - 1].form[0].isdigit():
            return None  # of «1.340.7 مليار» nobody can tell how much it is
        if word.kind == "scale" or word.kind == "dual":
            self.total, self.scale, self.last = _lone_scale(self.tokens, self.first, word), _scale_of(word), "scale"
            self.kind = "vague" if _is_plural_scale(self.tokens[self.first].form) else self.kind
        else:
            self.group, self.last = word.value, word.kind
            if word.kind == "part":
                self.last = "unit" if word.value == 1 else "hundreds"
        self._read_on()
        if word.kind == "part" and self.end == self.first + 1:
            return None
        return self._done()

    def _done(self) -> Numeral:
        value = self.total + self.group
        return Numeral(self.first, self.end, self.start, value, self.kind, self.digits, self.definite, self.joined)

    def _digits_here(self, position: int) -> Fraction | None:
        """The digits at `position`, with clitics before them and an Arabic comma inside («12،220»)."""
        token = self.tokens[position]
        clitics = _CLITIC_DIGITS.match(token.form)
        digits = clitics.group(1) if clitics else token.form
        if not digits[0].isdigit():
            return None
        if clitics and position == self.first:
            self.start, self.joined = token.end - len(digits), token.form[0] == "و"
            self.definite = token.form[: -len(digits)].endswith("ال")
        end = position + 1
        whole = _POINT_BEFORE.match(self.tokens[end].form) if digits.isdigit() and end < len(self.tokens) else None
        if whole and self.tokens[end].start == token.end:
            digits, self.end = f"{whole.group(1)}.{digits}", end + 1
            return digits_value(digits)
        while end + 1 < len(self.tokens) and self._continues(end, clitics is not None):
            mark = self.tokens[end].form
            digits += ("," if mark == "،" else mark) + self.tokens[end + 1].form
            end += 2
        while len(digits) <= LONGEST_DIGITS and self._groups(digits, end):
            digits, end = digits + self.tokens[end].form, end + 1
        value = digits_value(digits)
        if value is not None:
            self.end = end
        return value

    def _groups(self, digits: str, end: int) -> bool:
        """Groups of three with a space between («12 000», «1 234 567»)."""
        if not digits.isdigit() or digits[0] == "0" or end >= len(self.tokens) or not self._is_group(end):
            return False
        longer = len(digits) > 3 and self.first + 1 < end
        fresh = len(digits) <= 3 and (self.tokens[end].form == "000" or (end + 1 < len(self.tokens) and self._is_group(end + 1)))
        return longer or fresh

    def _is_group(self, position: int) -> bool:
        token, before = self.tokens[position], self.tokens[position - 1]
        return len(token.form) == 3 and token.form.isascii() and token.form.isdigit() and token.start == before.end + 1

    def _continues(self, mark: int, after_clitic: bool) -> bool:
        """Whether digits go on after a mark with no space: «12،220», and «ب12.5», which the tokens take apart."""
        before, here, after = self.tokens[mark - 1], self.tokens[mark], self.tokens[mark + 1]
        if before.end != here.start or here.end != after.start or not after.form[0].isdigit():
            return False
        return (here.form == "،" and len(re.split("[.,٬]", after.form)[0]) == 3) or (after_clitic and here.form in ".,")

    def _read_on(self) -> None:
        while self.end < len(self.tokens) and (self._takes_word() or self._takes_digits() or self._takes_point()):
            pass
        less = less_tail(self.tokens, self.end) if self.last in ("scale", "unit", "ten", "teen", "tens", "unit_last", "digits") else None
        if less:
            self.total, self.end = self.total - less[0] * (self.scale if self.last == "scale" else 1), less[1]

    def _takes_point(self) -> bool:
        """«خمسة فاصلة ثلاثة», and a scale may follow."""
        tail = point_tail(self.tokens, self.end) if self.last != "scale" and self.group.denominator == 1 else None
        if tail:
            self.group, self.last, self.end = self.group + tail[0], "digits", tail[1]
        return tail is not None

    def _takes_digits(self) -> bool:
        """«5 آلاف و300»: digits joined after a scale, less than it."""
        if self.last != "scale":
            return False
        here = self.end + 1 if self.tokens[self.end].form == "و" and self.end + 1 < len(self.tokens) else self.end
        form = self.tokens[here].form
        clitics = _CLITIC_DIGITS.match(form)
        if not ((here > self.end and form.isdigit()) or (clitics and form[0] == "و")):
            return False
        value = digits_value(clitics.group(1) if clitics else form)
        if value is None or value >= self.scale or not self._belongs(here, value):
            return False
        self.group, self.last, self.end = value, "digits", here + 1
        return True

    def _belongs(self, here: int, value: Fraction) -> bool:
        """Digits after «ألف و» belong to it where they fill its place (three digits, or a scale follows)."""
        after, _ = next_word(self.tokens, here + 1)
        return (value >= _HUNDRED and self.scale == _THOUSAND) or bool(after and after.kind == "scale" and after.value * value < self.scale)

    def _takes_word(self) -> bool:
        word, end = next_word(self.tokens, self.end)
        if word is None:
            return False
        taken = self._joins(word, end) if word.joined else self._multiplies(word)
        if taken:
            self.end = max(self.end, end)
        return taken

    def _multiplies(self, word: NumberWord) -> bool:
        """A word without «و»: the ten of «ثلاثة عشر», the hundred of «ثلاث مئة», a scale, the fifths of «ثلاثة أخماس»."""
        if word.definite and word.kind in ("ten", "hundred"):
            return False
        if word.kind == "ten" and self.last == "unit":
            self.group, self.last = self.group + 10, "teen"
        elif word.kind == "hundred" and self.last == "unit":
            self.group, self.last = self.group * _HUNDRED, "hundreds"
        elif word.kind == "parts" and self.last in ("unit", "digits", "ten", "tens", "hundred") and not self.total:
            self.group, self.last, self.kind = self.group * word.value, "parts", "fraction"
        elif word.kind == "scale" and self.group and word.value < self.scale and not self.tokens[self.end].form.startswith("بال"):
            self.total, self.group = self.total + self.group * word.value, Fraction(0)
            self.scale, self.last, self.kind = word.value, "scale", "cardinal"
        elif word.kind == "scale" and self.last == "scale" and self.scale <= word.value and self.total < LARGEST:
            self.total, self.scale = self.total * word.value, word.value
        else:
            return self._adds(word) if word.kind == "unit" and self.last in ("tens", "hundreds") else False
        return True

    def _adds(self, word: NumberWord) -> bool:
        """English «twenty three» has no «and»; nor has spoken «خمسمية خمسة وعشرين» after the hundreds."""
        tens, _ = next_word(self.tokens, self.end + 1)
        spoken = self.last == "hundreds" and tens is not None and tens.kind == "tens" and tens.joined
        if not spoken and not self.tokens[self.end].form.isascii():
            return False
        self.group, self.last = self.group + word.value, "unit" if spoken else "unit_last"
        return True

    def _joins(self, word: NumberWord, end: int) -> bool:
        """A word with «و» fills a lower place: units before tens, anything below a hundred or a scale."""
        if word.kind in ("fraction", "tail"):
            return self._joins_fraction(word, end)
        if self._joins_parts(word, end):
            return True
        room = {"unit": word.kind == "tens", "hundred": word.value < _HUNDRED, "hundreds": word.value < _HUNDRED}
        if self.last == "scale":
            fits = word.kind in STARTS and (word.value < self.scale or self._repeats_scale(word))
        else:
            fits = room.get(self.last, False) and word.kind in ("unit", "part", "ten", "teen", "tens")
        if not fits or (word.definite and not self.definite):
            return False
        if word.kind in ("scale", "dual"):
            self.total, self.scale, self.last = self.total + word.value, _scale_of(word), "scale"
        else:
            self.group += word.value
            self.last = "unit" if word.kind == "part" else "unit_last" if self.last == "tens" else word.kind
        return True

    def _repeats_scale(self, word: NumberWord) -> bool:
        """«مئة ألف وألف», «مئتا ألف وألفان»."""
        return word.kind in ("scale", "dual") and _scale_of(word) == self.scale and self.total >= _HUNDRED * self.scale

    def _joins_fraction(self, word: NumberWord, end: int) -> bool:
        """«مليار ونصف المليار» is 1.5 milliards, «خمسة وربع» 5.25."""
        if self.last == "scale":
            self.total += word.value * self.scale
            again, after = next_word(self.tokens, end)
            if again and again.kind == "scale" and not again.joined and again.value <= self.scale:
                self.total += word.value * (again.value - self.scale)
                self.end = after
        elif self.last in ("", "parts", "fraction"):
            return False
        else:
            self.group += word.value
        self.last = "fraction"
        return True

    def _joins_parts(self, word: NumberWord, end: int) -> bool:
        """«ثلاث وعشرون وثلاثة أخماس» is 23.6."""
        parts, after = next_word(self.tokens, end)
        if word.kind != "unit" or parts is None or parts.kind != "parts" or parts.joined:
            return False
        self.group, self.last, self.end = self.group + word.value * parts.value, "parts", after
        return True


def _is_plural_scale(form: str) -> bool:
    """«آلاف العمال», «بالملايين»: a plural with no number before it is more than one thousand, more than one million."""
    bare = form.lstrip("وبل")
    return bare in _MANY or bare.removeprefix("ال") in _MANY


def _scale_of(word: NumberWord) -> Fraction:
    return word.value / 2 if word.kind == "dual" else word.value


def _lone_scale(tokens: Sequence[Token], position: int, word: NumberWord) -> Fraction:
    """«ألفا شخص» and «مليونا دولار» are duals before their noun; «ألف» is one thousand, and so is «ألفا» in «ألفا ومئتين»."""
    after = tokens[position + 1].form if position + 1 < len(tokens) else "و"
    dual = word.kind == "scale" and tokens[position].form.endswith("ا") and not after.startswith("و") and after[0].isalpha()
    return word.value * 2 if dual else word.value
