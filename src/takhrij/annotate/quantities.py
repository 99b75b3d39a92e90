"""Numbers of a text with unit, modifier and what they count, leaving out the numbers inside times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from takhrij.annotate.counted import Counted, counted_at, dual_measure, measure_at, person_noun, toll_role
from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon
from takhrij.text.numerals import Numeral, number_word, plain
from takhrij.text.stems import stem
from takhrij.text.tokens import Token

_LONGEST_BOUND = 4  # words
_PERCENT_WORDS = frozenset({"بالمايه", "بالميه", "percent", "%"})
_OF_HUNDRED = frozenset({"المايه", "الميه"})
_FEW_TOP = 3  # «بضعة» is 3 to 9: three times its least
_NEGATIVE = frozenset({"سالب", "ناقص"})
_BELOW_ZERO = ("تحت", "الصفر")
_SHARES = frozenset({"نسبه", "بنسبه", "ونسبه", "نسبته"})
_HALVES = frozenset({"الاول", "الثاني", "الثالث", "الرابع"})  # «النصف الأول» is a time
# «ربع النهائي», «نصف سنوي»: no numbers.
_NOT_FRACTIONS = frozenset({"النهايي", "نهايي", "سنوي", "سنويه"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in tokens: where it stands in the text, and what it says."""

    start: int
    end: int
    low: str
    high: str | None
    unit: str | None
    modifier: str
    of: str | None


def amounts_of(tokens: Sequence[Token], numbers: Iterable[Numeral], taken: set[int]) -> list[Amount]:
    """Every quantity in the tokens, by the numbers among them in order, that no time has taken."""
    numerals = [numeral for numeral in numbers if not taken.intersection(range(numeral.first, numeral.end))]
    out: list[Amount] = []
    used: set[int] = set(taken)
    index = 0
    while index < len(numerals):
        if numerals[index].first in used:
            index += 1
            continue
        amount, index = _amount_at(tokens, numerals, index, used)
        if amount:
            out.append(amount)
    out += [amount for position in range(len(tokens)) if position not in used and (amount := _by_itself(tokens, position))]
    return _apart(sorted(out, key=lambda amount: amount.start))


def _apart(amounts: list[Amount]) -> list[Amount]:
    """The amounts without those that begin inside the one before."""
    out: list[Amount] = []
    for amount in amounts:
        if not out or amount.start >= out[-1].end:
            out.append(amount)
    return out


def _amount_at(tokens: Sequence[Token], numerals: list[Numeral], index: int, used: set[int]) -> tuple[Amount | None, int]:
    """The quantity that begins with a numeral, with the second one of a range; and the next numeral's index."""
    numeral = numerals[index]
    measured = None if numeral.first - 1 in used else _measure_and_half(tokens, numeral)
    if measured or _is_a_name(tokens, numeral):
        return measured, index + 1
    if numeral.kind == "ordinal":
        return Amount(numeral.start, tokens[numeral.end - 1].end, plain(numeral.value), None, "ordinal", "exact", None), index + 1
    second = numerals[index + 1] if index + 1 < len(numerals) and _is_range(tokens, numeral, numerals[index + 1]) else None
    last = second or numeral
    percent = _percent_end(tokens, last)
    counted = Counted("%", None, percent, percent) if percent else counted_at(tokens, numeral.first, last.end)
    used.update(range(numeral.first, max(counted.end, counted.noun_end)))
    return _amount(tokens, numeral, second, counted), index + (2 if second else 1)


def _amount(tokens: Sequence[Token], numeral: Numeral, second: Numeral | None, counted: Counted) -> Amount:
    start, sign = _signed_start(tokens, numeral)
    end = counted.end
    if _words_at(tokens, end, _BELOW_ZERO):
        sign, end = -1, end + 2
    low = _in_thousands(tokens, numeral, counted) * sign
    modifier, high = _bound_of(tokens, numeral, counted), None
    if second:
        low, high, modifier = _spread(tokens, low, second), second.value, "range"
        start = tokens[numeral.first - 1].start if _leads_range(tokens, numeral.first - 1) else start
    elif numeral.kind == "few":
        high, modifier = numeral.value * _FEW_TOP, "range"
    elif numeral.kind == "vague":
        modifier = "more_than"
    counted = replace(counted, unit=None) if numeral.kind == "fraction" and counted.unit == "person" else counted
    unit = counted.unit or ("%" if numeral.first and tokens[numeral.first - 1].form in _SHARES and modifier == "exact" else None)
    if counted.unit == "%" and tokens[numeral.first - 1].form in ("بالمايه", "بالميه") and numeral.first:
        start = tokens[numeral.first - 1].start
    return Amount(start, tokens[end - 1].end, plain(low), plain(high) if high is not None else None, unit, modifier, counted.of)


def _in_thousands(tokens: Sequence[Token], numeral: Numeral, counted: Counted) -> Fraction:
    """«18.410 متدربين» is a whole number of people: there a point parts thousands."""
    form = tokens[numeral.end - 1].form
    whole = (
        counted.unit == "person"
        and numeral.value.denominator != 1
        and numeral.end == numeral.first + 1
        and len(form.partition(".")[2]) == 3
    )
    return numeral.value * 1000 if whole and numeral.digits else numeral.value


def _measure_and_half(tokens: Sequence[Token], numeral: Numeral) -> Amount | None:
    """«لتر ونصف», «طن وربع»: one and a part of the measure before."""
    at = numeral.first - (2 if numeral.first and tokens[numeral.first - 1].form == "و" else 1)
    if numeral.kind != "fraction" or at < 0 or not (numeral.joined or at == numeral.first - 2):
        return None
    unit = measure_at(tokens, at)
    if unit is None or unit[1] != at + 1:
        return None
    return Amount(tokens[at].start, tokens[numeral.end - 1].end, plain(1 + numeral.value), None, unit[0], "exact", None)


def _signed_start(tokens: Sequence[Token], numeral: Numeral) -> tuple[int, int]:
    """Where the number starts with its sign: «-1.2», «سالب خمسة»."""
    before = tokens[numeral.first - 1] if numeral.first else None
    if before is None:
        return numeral.start, 1
    if before.form in _NEGATIVE:
        return before.start, -1
    free = numeral.first < 2 or tokens[numeral.first - 2].end < before.start
    return (before.start, -1) if before.form == "-" and free and numeral.digits else (numeral.start, 1)


def _is_a_name(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """«إف-16», «ربع النهائي», «تحت الصفر»: a number that is part of a name counts nothing."""
    if numeral.value == 0 and numeral.first and tokens[numeral.first - 1].form in ("تحت", "فوق"):
        return True
    if numeral.kind == "fraction" and numeral.definite and numeral.end < len(tokens) and tokens[numeral.end].form in _HALVES:
        return True
    if numeral.kind == "fraction" and numeral.end < len(tokens) and tokens[numeral.end].form in _NOT_FRACTIONS:
        return True
    if numeral.digits and numeral.end < len(tokens):
        after = tokens[numeral.end]
        if (
            after.start == tokens[numeral.end - 1].end
            and after.form[0].isalpha()
            and after.form.isascii()
            and not measure_at(tokens, numeral.end)
        ):
            return True
    if numeral.first < 2 or not numeral.digits:
        return False
    mark, word = tokens[numeral.first - 1], tokens[numeral.first - 2]
    return mark.form == "-" and mark.end == numeral.start and word.end == mark.start and word.form[0].isalpha()


def _is_range(tokens: Sequence[Token], first: Numeral, second: Numeral) -> bool:
    """«بين 20 و30», «من 5 إلى 7», «10-15»: the second number closes what the first opened."""
    if second.value <= 0 or "ordinal" in (first.kind, second.kind):
        return False
    between = [token.form for token in tokens[first.end : second.first]]
    lead = tokens[first.first - 1].form if first.first else ""
    if lead in ("بين", "وبين"):
        return (between in ([], ["و"]) and (second.joined or between == ["و"])) or between == ["-"] or between == ["الي"]
    rises = second.value > first.value or first.value < 1000 <= second.value
    if between == ["-"]:
        return rises and lead not in ("-", ":") and _counts_something(tokens, first.first, second)
    return rises and (between == ["الي"] or (between == ["حتي"] and lead == "من"))


def _counts_something(tokens: Sequence[Token], first: int, second: Numeral) -> bool:
    """Whether «3-6» has something to count; with nothing it is the score of a match."""
    counted = counted_at(tokens, first, second.end)
    return _percent_end(tokens, second) is not None or counted.unit is not None or counted.of is not None


def _leads_range(tokens: Sequence[Token], position: int) -> bool:
    return position >= 0 and tokens[position].form in ("بين", "من")


def _spread(tokens: Sequence[Token], low: Fraction, second: Numeral) -> Fraction:
    """«بين 20 و30 ألفا»: the scale is told once and meant twice."""
    word = number_word(tokens[second.end - 1].form) if second.end - second.first > 1 else None
    return low * word.value if word and word.kind == "scale" and low < word.value else low


def _percent_end(tokens: Sequence[Token], numeral: Numeral) -> int | None:
    """Where «%», «في المئة», «بالمئة» end, None where the number is no percentage."""
    end = numeral.end
    form = tokens[end].form if end < len(tokens) else ""
    if form in _PERCENT_WORDS:
        return end + 1
    if form in ("في", "ب") and end + 1 < len(tokens) and tokens[end + 1].form in _OF_HUNDRED:
        return end + 2
    before = tokens[numeral.first - 1].form if numeral.first else ""
    return end if before in ("%", "بالمايه", "بالميه") and numeral.digits else None


def _words_at(tokens: Sequence[Token], position: int, words: tuple[str, ...]) -> bool:
    return tuple(token.form for token in tokens[position : position + len(words)]) == words


@cache
def _bounds(side: str) -> dict[tuple[str, ...], str]:
    return {tuple(folded(row["form"]).split()): row["modifier"] for row in lexicon("annotate", "bounds") if row["side"] == side}


def _bound_of(tokens: Sequence[Token], numeral: Numeral, counted: Counted) -> str:
    """«نحو», «ما لا يقل عن» before the number; «على الأقل» after it or its noun; the longest words decide."""
    before = [token.form for token in tokens[max(0, numeral.first - _LONGEST_BOUND) : numeral.first]]
    bounds = _bounds("before")
    for length in range(len(before), 0, -1):
        words = tuple(before[-length:])
        found = bounds.get(words) or (bounds.get((words[0][1:], *words[1:])) if words[0][0] in "وف" else None)
        if found:
            return found
    for position in (numeral.end, counted.end, counted.noun_end):
        for words, modifier in _bounds("after").items():
            if _words_at(tokens, position, words):
                return modifier
    return "exact"


def _by_itself(tokens: Sequence[Token], position: int) -> Amount | None:
    """«قتيلان», «لترين»: duals; and one person of a toll («مقتل شخص»)."""
    token = tokens[position]
    unit = dual_measure(token.form)
    if unit and _words_at(tokens, position + 1, _BELOW_ZERO):
        return Amount(token.start, tokens[position + 2].end, "-2", None, unit, "exact", None)
    if unit:
        return Amount(token.start, token.end, "2", None, unit, "exact", None)
    person = person_noun(token.form)
    if person is None or person.number is None:
        return None
    befell = toll_role(tokens[position - 1].form) if position else None
    if person.number == 1 and (befell is None or token.form.startswith("ال")):
        return None
    general = stem(person.role) in ("قتيل", "جريح")
    return Amount(token.start, token.end, str(person.number), None, "person", "exact", person.role if general else befell or person.role)
