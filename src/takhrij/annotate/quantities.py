"""Numbers of a text with unit, modifier and what they count, leaving out the numbers inside times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from takhrij.annotate.bounds import bound_of, words_at
from takhrij.annotate.counted import Counted, dual_measure, is_measure, measure_at, person_noun, toll_role
from takhrij.annotate.ranges import closes_change, counted_by, in_brackets, is_range, spread
from takhrij.text.numerals import Numeral, plain
from takhrij.text.stems import stem
from takhrij.text.tokens import Token, form_at

_FEW_TOP = 3  # «بضعة» is 3 to 9: three times its least
_SPOKEN_HALVES = (("ونص",), ("و", "نص"))  # «لتر ونص»: a half only after a measure, elsewhere «نص» is a text
_COUNTED_NOUNS = "المره الدوره النسخه الذكري السنويه القمه الجوله المرحله الحلقه الطبعه المركز المرتبه الاجتماع المهرجان الموسم الدفعه"
_COUNTED_THROUGH = frozenset(_COUNTED_NOUNS.split())
_TWICE = frozenset({"مرتين", "مرتان"})
_NEGATIVE = frozenset({"سالب", "ناقص"})
_BELOW_ZERO = ("تحت", "الصفر"), ("دون", "الصفر")
_SHARES = frozenset({"نسبه", "بنسبه", "ونسبه", "نسبته"})
_HALVES = frozenset({"الاول", "الثاني", "الثالث", "الرابع"})  # «النصف الأول» is a time
_UP_TO = frozenset({"الي", "حتي", "-"})
_QUARTER = re.compile(r"(?:بال|لل)(?:ربع|نصف)$")  # so are «مقارنة بالربع المماثل», «بالنصف السابق»
# «ربع النهائي», «نصف سنوي», «الربع الخالي»: no numbers.
_NOT_FRACTIONS = frozenset({"النهايي", "نهايي", "سنوي", "سنويه", "الخالي"})
# «دور الثمانية», «مجموعة العشرين», «ملازم أول»: numbers in the names of rounds, groups and ranks.
_ROUNDS = frozenset({"دور", "لدور", "بدور", "مجموعه", "ومجموعه", "لمجموعه", "بمجموعه", "قمه"})
_RANKS = frozenset({"جندي", "عريف", "رقيب", "ملازم", "فريق", "نايب", "مشير", "وكيل", "صف", "مساعد"})
_LIST_MARKS, _LONGEST_LIST = frozenset({"-", ")", "."}), 40
# After these, or at the beginning, «2- الطرق» is the second point of a list.
_BEFORE_LISTS = frozenset({".", ":", "؛", "-", "،", ";"})


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
    out += [amount for position, token in enumerate(tokens)
            if _may_count(token.form) and position not in used and (amount := _by_itself(tokens, position))]  # fmt: skip
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
    if numeral.kind == "ordinal" or _tells_a_place(tokens, numeral):
        return Amount(numeral.start, tokens[numeral.end - 1].end, plain(numeral.value), None, "ordinal", "exact", None), index + 1
    following = numerals[index + 1] if index + 1 < len(numerals) else None
    if following and _is_share(tokens, numeral, following):
        return _share(tokens, numeral, following), index + 2
    second = following if following and is_range(tokens, numeral, following) else None
    counted = counted_by(tokens, numeral, second or numeral)
    used.update(range(numeral.first, max(counted.end, counted.noun_end)))
    if following and not second and counted.unit is None and closes_change(tokens, numeral, following):
        return _opens_change(tokens, numeral, following), index + 1
    return _amount(tokens, numeral, second, counted), index + (2 if second else 1)


def _tells_a_place(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """«المرة الـ48», «الدورة الـ 38»: digits with the article after a noun that is counted through."""
    apart = form_at(tokens, numeral.first - 1) == "ال"
    return numeral.digits and (apart or numeral.definite) and form_at(tokens, numeral.first - 1 - apart).lstrip("وبل") in _COUNTED_THROUGH


def _is_share(tokens: Sequence[Token], numeral: Numeral, whole: Numeral) -> bool:
    """«واحد من كل عشرة», «3 من بين كل 5»."""
    between = tuple(token.form for token in tokens[numeral.end : whole.first])
    return between in (("من", "كل"), ("من", "بين", "كل")) and numeral.kind == whole.kind == "cardinal" and 0 < numeral.value < whole.value


def _share(tokens: Sequence[Token], numeral: Numeral, whole: Numeral) -> Amount:
    """One in ten is 10 percent, so that it can be compared with one."""
    counted = counted_by(tokens, whole, whole)
    low = numeral.value / whole.value * 100
    return Amount(numeral.start, tokens[whole.end - 1].end, plain(low), None, "%", bound_of(tokens, numeral, counted), counted.of)


def _opens_change(tokens: Sequence[Token], numeral: Numeral, following: Numeral) -> Amount:
    """The 18 of «ارتفع من 18 إلى 20 ألفا»: what it counts is told with the second number."""
    counted = counted_by(tokens, following, following)
    start, sign = _signed_start(tokens, numeral)
    low = spread(tokens, numeral.value, following) * sign
    return Amount(start, tokens[numeral.end - 1].end, plain(low), None, counted.unit, "exact", counted.of)


def _amount(tokens: Sequence[Token], numeral: Numeral, second: Numeral | None, counted: Counted) -> Amount:
    start, sign = _signed_start(tokens, numeral)
    end = counted.end
    if any(words_at(tokens, end, words) for words in _BELOW_ZERO):
        sign, end = -1, end + 2
    low = _in_thousands(tokens, numeral, counted) * sign
    modifier, high = bound_of(tokens, numeral, counted), None
    if second:
        low, high, modifier = spread(tokens, low, second), second.value, "range"
        start = tokens[numeral.first - 1].start if _leads_range(tokens, numeral.first - 1) else start
    elif numeral.kind == "few":
        high, modifier = numeral.value * _FEW_TOP, "range"
    elif numeral.kind == "vague":
        modifier = "more_than"
    elif counted.end > numeral.end and in_brackets(tokens, numeral, numeral):
        start = tokens[numeral.first - 1].start
    counted = replace(counted, unit=None) if numeral.kind == "fraction" and counted.unit == "person" else counted
    unit = counted.unit or ("%" if numeral.first and tokens[numeral.first - 1].form in _SHARES and modifier == "exact" else None)
    if counted.unit == "%" and tokens[numeral.first - 1].form in ("بالمايه", "بالميه") and numeral.first:
        start = tokens[numeral.first - 1].start
    return Amount(start, tokens[end - 1].end, plain(low), plain(high) if high is not None else None, unit, modifier, counted.of)


def _in_thousands(tokens: Sequence[Token], numeral: Numeral, counted: Counted) -> Fraction:
    """«18.410 متدربين», «34.500 قرض» are whole numbers of people and things: there a point parts thousands."""
    form = tokens[numeral.end - 1].form
    whole = (
        (counted.unit == "person" or (counted.unit is None and counted.of is not None))
        and numeral.value.denominator != 1
        and numeral.end == numeral.first + 1
        and len(form.partition(".")[2]) == 3
    )
    return numeral.value * 1000 if whole and numeral.digits else numeral.value


def _measure_and_half(tokens: Sequence[Token], numeral: Numeral) -> Amount | None:
    """«لتر ونصف», «طنين وربع», «مرتين ونصف»: one or two and a part of the measure before."""
    at = numeral.first - (2 if numeral.first and tokens[numeral.first - 1].form == "و" else 1)
    if numeral.kind not in ("fraction", "tail") or at < 0 or not (numeral.joined or at == numeral.first - 2):
        return None
    unit, dual = measure_at(tokens, at), dual_measure(tokens[at].form)
    if dual or tokens[at].form in _TWICE:
        return Amount(tokens[at].start, tokens[numeral.end - 1].end, plain(2 + numeral.value), None, dual, "exact", None)
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
    signed = before.form == "-" and (before.end == numeral.start or numeral.first == 1) and free and numeral.digits
    scored = numeral.first > 1 and tokens[numeral.first - 2].form[-1].isdigit()  # «4 -3 بركلات الترجيح»
    return (before.start, -1) if signed and not scored else (numeral.start, 1)


def _is_a_name(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """«إف-16», «ربع النهائي», «تحت الصفر»: a number that is part of a name counts nothing."""
    before, after = form_at(tokens, numeral.first - 1), form_at(tokens, numeral.end)
    if (numeral.value == 0 and before in ("تحت", "فوق")) or (after == "منه" and before.removeprefix("و") in _UP_TO):
        return True  # «من 12 شوال حتى 24 منه» ends on a day
    if before in _ROUNDS and numeral.definite and numeral.kind == "cardinal" and not after.startswith("ال"):
        return True
    if before.removeprefix("ال") in _RANKS and numeral.kind == "ordinal" and not numeral.definite:
        return True
    if _numbers_a_point(tokens, numeral):
        return True
    of_a_year = numeral.definite and (after in _HALVES or (_QUARTER.search(tokens[numeral.first].form) and after.startswith("ال")))
    if numeral.kind == "fraction" and (after in _NOT_FRACTIONS or of_a_year):
        return True
    return numeral.digits and (_runs_into_latin(tokens, numeral) or _hangs_on_a_word(tokens, numeral))


def _numbers_a_point(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """«1- تعزيز الرقابة. 2- توسيع الطرق»: the number of a point in a list."""
    mark, word = form_at(tokens, numeral.end), form_at(tokens, numeral.end + 1)
    if mark not in _LIST_MARKS or not word[:1].isalpha() or not numeral.digits or numeral.value > _LONGEST_LIST or word == "صفر":
        return False
    opens = numeral.first == 0 or tokens[numeral.first - 1].form in _BEFORE_LISTS
    return opens and numeral.value.denominator == 1 and tokens[numeral.end].start <= tokens[numeral.end - 1].end + 1


def _runs_into_latin(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """«4x4», «5G»."""
    after = tokens[numeral.end] if numeral.end < len(tokens) else None
    touches = after is not None and after.start == tokens[numeral.end - 1].end and after.form[0].isalpha() and after.form.isascii()
    return touches and not measure_at(tokens, numeral.end)


def _hangs_on_a_word(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """«إف-16», «سوخوي-35»."""
    if numeral.first < 2:
        return False
    mark, word = tokens[numeral.first - 1], tokens[numeral.first - 2]
    return mark.form == "-" and mark.end == numeral.start and word.end == mark.start and word.form[0].isalpha()


def _leads_range(tokens: Sequence[Token], position: int) -> bool:
    return position >= 0 and tokens[position].form in ("بين", "من")


@lru_cache(maxsize=100_000)
def _may_count(form: str) -> bool:
    """Whether a word may tell a quantity with no number beside it."""
    person = person_noun(form)
    return dual_measure(form) is not None or is_measure(form) or (person is not None and person.number is not None)


def _by_itself(tokens: Sequence[Token], position: int) -> Amount | None:
    """«قتيلان», «لترين»: duals; and one person of a toll («مقتل شخص»)."""
    token = tokens[position]
    unit = dual_measure(token.form)
    if unit and any(words_at(tokens, position + 1, words) for words in _BELOW_ZERO):
        return Amount(token.start, tokens[position + 2].end, "-2", None, unit, "exact", None)
    if unit:
        return Amount(token.start, token.end, "2", None, unit, "exact", None)
    measure = measure_at(tokens, position)
    halves = next((words for words in _SPOKEN_HALVES if measure and words_at(tokens, position + 1, words)), None)
    if halves and measure:
        return Amount(token.start, tokens[position + len(halves)].end, "1.5", None, measure[0], "exact", None)
    person = person_noun(token.form)
    if person is None or person.number is None:
        return None
    befell = toll_role(tokens[position - 1].form) if position else None
    if person.number == 1 and (befell is None or token.form.startswith("ال")):
        return None
    general = stem(person.role) in ("قتيل", "جريح")
    return Amount(token.start, token.end, str(person.number), None, "person", "exact", person.role if general else befell or person.role)
