"""Whether two numbers, or two dates, can both be meant: about 30 agrees with 31 and not with 300."""

from __future__ import annotations

import re
from functools import lru_cache

from takhrij.annotate.calendar import time_word
from takhrij.model.claim import Fact
from takhrij.text.folding import folded
from takhrij.text.lemmas import is_listed, lemma
from takhrij.text.tokens import tokens_of

_ABOUT = 0.08  # share by which «نحو» may miss: about 30 agrees with 31 and 28, about 6 not with about 7
_OPEN = 0.25  # share by which «أكثر من» is usually surpassed: more than 200 is not 400
_ROUNDED = 0.006  # share that rounding takes away where one side has fewer digits: 945.4 told as 945
_CUT_OFF = 0.05  # share by which a number without its fraction may miss: 26 is 26.6, but 2 is not 2.5
_TO_ZEROS = 0.055  # the same of a number that ends in zeros: a title's «10 آلاف سرير» are 10,454
_LEAST_WHOLE = 100  # below it a number that counts things is not rounded: 48 and 50 judges are two counts
_CALENDAR = 0.06  # share by which months and years miss: six months are half a year, four weeks not quite a month
_DAYS = {"year": 365.0, "month": 30.4, "week": 7.0, "day": 1.0, "hour": 1 / 24, "minute": 1 / 1440, "second": 1 / 86400}
# Units of one size each: «1.5 ألف طن» is «1.5 مليون كيلوغرام».
_SIZES = (_DAYS, {"kg": 1.0, "t": 1000.0, "g": 0.001}, {"m": 1.0, "km": 1000.0, "cm": 0.01}, {"MW": 1.0, "GW": 1000.0, "kW": 0.001})
_OPEN_UP = frozenset(("at_least", "more_than"))
_OPEN_DOWN = frozenset(("at_most", "less_than"))
FATES = ("قتيل", "جريح", "معتقل", "مفقود", "مخطوف", "نازح", "ناج")  # what cannot be added up to one of themselves
_TENFOLD = 10  # «عشرات» are 10 to 100, «مئات» 100 to 1000.
_VAGUE = frozenset(front + word for front in ("", "ال", "و", "وال") for word in folded("عشرات مئات آلاف ألوف ملايين مليارات").split())
# «ليل أمس», «أول من أمس», «العام الجاري»; a word that only says the same of a time, by the one that stands for it.
_NO_OTHER_DAY = frozenset(folded("فجر صباح ضحى ظهر عصر مساء ليل ليلة يوم من هذا هذه الجاري الجارية الحالي الحالية").split())
_SAME_TIME = (
    "اول الاول", "عام العام السنة سنة عاما", "مقبل المقبل المقبلة القادم القادمة", "ماضي الماضي الماضية المنصرم المنصرمة الفائت الفائتة",
)  # fmt: skip
_ONE_TIME = {word: words.split()[0] for words in map(folded, _SAME_TIME) for word in words.split()}
_SOME_TIME = frozenset(("PAST_REF", "FUTURE_REF", "PRESENT_REF"))
_DAY_PATTERN = "XXXX-WXX-"  # TIMEX3 of «الاثنين» where nothing tells which one
_BROKEN = re.compile(r"ب?ا\w\wا\w")  # «أهداف», «أطفال»: of such a noun no ين makes a plural
_DUALS = ("تين", "تان")
_SHORTEST_NOUN = 2  # letters that a noun has more than
_SINCE = frozenset(folded("منذ قبل بعد خلال").split())
_LENGTHS = frozenset(
    folded(
        "ساعات ساعتين ساعة يوما أيام يومين أسابيع أسبوعين أسبوعا أشهر شهور شهرين شهرا سنوات سنين سنتين سنة أعوام عامين عاما"
        " عقود عقدين عقدا قرون قرنين قرنا دقائق دقيقتين دقيقة"
    ).split()
)
_ONE_DAY = re.compile(r"[\dX]{4}-\d\d-\d\d")  # TIMEX3 of a day
_UNKNOWN = "X"  # TIMEX3 writes it for what the text does not say: XXXX-08-30


def is_dual(form: str, plural: str = "") -> bool:
    """Whether a folded noun says two: «طائرتين», «شرطيان», «هدفين» beside «أهداف»; not «شرطيين», which may be many, nor «ميدان»."""
    if form.endswith(_DUALS):
        return True
    if _BROKEN.fullmatch(plural) and form.endswith(("ين", "ان")) and form[:-2] in (root := plural[-4:-2] + plural[-1], "ب" + root):
        return True
    base = form.removesuffix("ان")
    return base != form and len(base) > _SHORTEST_NOUN and is_listed(base) and lemma(base) == lemma(form) != form


def may_be_two(fact: Fact) -> bool:
    """Whether a number may be the two that a dual says, or is no count at all."""
    return fact.unit in ("ordinal", "%") or float(fact.low or 0) <= 2 <= float(fact.high or fact.low or 0)


def counts_from_a_day(told: str) -> bool:
    """Whether a date is told by how long ago it was or how long it will be: «منذ شهرين», «قبل أكثر من ثلاثة قرون»."""
    words = folded(told).split()
    return words[0] in _SINCE and not _LENGTHS.isdisjoint(words)


def numbers_agree(left: Fact, right: Fact) -> bool:
    """Whether both can hold of one thing.

    >>> about = Fact("t", "number", "نحو 30", "30", None, None, "about", None, 0, 6)
    >>> numbers_agree(about, Fact("t", "number", "31", "31", None, None, "exact", None, 0, 2))
    True
    """
    if (left.unit == "%") != (right.unit == "%") or (left.unit == "ordinal") != (right.unit == "ordinal"):
        return False
    if left.unit != right.unit and (sizes := _sizes_of(left, right)):
        first, second = float(left.low or 0) * sizes[left.unit or ""], float(right.low or 0) * sizes[right.unit or ""]
        return abs(first - second) <= _CALENDAR * max(first, second)
    if left.role and left.role == right.role and is_vague(left) != is_vague(right):
        vague, told = (left, right) if is_vague(left) else (right, left)
        return float(vague.low or 0) <= float(told.low or 0) < _TENFOLD * float(vague.low or 0)
    if left.modifier == right.modifier == "about" or any({left.modifier, right.modifier} <= side for side in (_OPEN_UP, _OPEN_DOWN)):
        return abs(float(left.low or 0) - float(right.low or 0)) <= _ABOUT * float(left.low or 0)  # «40 على الأقل», «50 على الأقل»
    (left_low, left_high), (right_low, right_high) = _range(left), _range(right)
    if {left.modifier, right.modifier} == {"more_than", "less_than"}:
        return left_low < right_high and right_low < left_high
    slack = 0.0 if left.unit == "ordinal" else _ROUNDED * max(abs(left_high), abs(right_high)) * _one_is_rounder(left, right)
    return left_low <= right_high + slack and right_low <= left_high + slack


def _sizes_of(left: Fact, right: Fact) -> dict[str, float]:
    """What the units of two facts measure by, empty where they measure two kinds of things."""
    return next((sizes for sizes in _SIZES if left.unit in sizes and right.unit in sizes), {})


def _one_is_rounder(left: Fact, right: Fact) -> bool:
    """Whether one of the two has fewer significant digits, so that it may be the other, rounded: 945 and 945.4, not 2014 and 2015."""
    digits = [len((fact.low or "").replace(".", "").strip("0")) for fact in (left, right)]
    return digits[0] != digits[1]


def is_cut_off(whole: Fact, exact: Fact) -> bool:
    """Whether one is the other without its fraction, rounded or cut off: 26 for 26.6."""
    low, high = float(whole.low or 0), float(exact.low or 0)
    return low.is_integer() and not high.is_integer() and abs(high - low) < min(1.0, _CUT_OFF * high)


def is_rounded(round_one: Fact, exact: Fact) -> bool:
    """Whether a number of things or a size is the other in fewer digits: «10 آلاف» for 10,454, «0.8%» for «0.76%»; never a toll."""
    low, high = float(round_one.low or 0), float(exact.low or 0)
    if round_one.role in FATES or exact.role in FATES or (high.is_integer() and high < _LEAST_WHOLE):
        return False
    step = _last_place(low)
    return round_one.unit == exact.unit and _last_place(high) < step and abs(high - low) < min(step, _TO_ZEROS * high)


def _last_place(value: float) -> float:
    """What the last digit counts that is not zero: 10 in 5,760, 0.1 in 0.8."""
    digits = f"{value:.6f}".rstrip("0").rstrip(".")
    whole, _, part = digits.partition(".")
    return 10.0 ** -len(part) if part else 10.0 ** (len(whole) - len(whole.rstrip("0")))


def is_vague(fact: Fact) -> bool:
    """Whether a number says only of what order it is: «عشرات», «المئات»."""
    return fact.modifier == "more_than" and not _VAGUE.isdisjoint(folded(fact.value).split()[:1])


def _range(fact: Fact) -> tuple[float, float]:
    return _bounds(fact.low or "0", fact.high, fact.modifier or "exact")


@lru_cache(maxsize=10_000)
def _bounds(low: str, high: str | None, modifier: str) -> tuple[float, float]:
    first, last = sorted((float(low), float(high or low)))  # «ما بين 6.35 % و2.17 %» is told downwards
    if modifier == "about":
        return first * (1 - _ABOUT), last * (1 + _ABOUT)
    if modifier in _OPEN_UP:
        return first, last * (1 + _OPEN)
    if modifier in _OPEN_DOWN:
        return first * (1 - _OPEN), last
    return first, last


def may_count_one_thing(left: Fact, right: Fact) -> bool:
    """Whether two numbers can answer each other: 9 dead are not 9 hours, nor 9 hurt, but may be 9 workers."""
    if left.role in FATES and right.role in FATES:
        return left.role == right.role
    people = [fact.unit == "person" or fact.role in FATES for fact in (left, right)]
    if people[0] != people[1]:
        thing = right if people[0] else left
        return thing.unit is None
    units = {left.unit, right.unit}
    return len(units) == 1 or None in units or bool(_sizes_of(left, right))


def sums_up(total: Fact, parts: list[Fact]) -> bool:
    """Whether two or more of the parts add up to the total: 15 and «12 … 3», whose unit need not be said again."""
    if total.unit == "ordinal":
        return False  # the second and the third are no fifth
    wanted = float(total.low or 0)
    values = [float(part.low or 0) for part in parts if part.unit in (total.unit, None)]
    if len(values) >= 2 and abs(sum(values) - wanted) < 1e-9:
        return True
    return any(abs(first + second - wanted) < 1e-9 for place, first in enumerate(values) for second in values[place + 1 :])


def dates_agree(left: Fact, right: Fact) -> bool:
    """Whether two dates can be one: they overlap, or one leaves open what the other says."""
    if _SOME_TIME & {left.value, right.value}:
        return True  # «قبل أعوام» leaves open how many
    if left.low and left.high and right.low and right.high:
        return left.low <= right.high and right.low <= left.high
    return _patterns_agree(left.value, right.value)


def is_day(date: Fact) -> bool | None:
    """Whether a date is one day (even where no calendar tells which), False of a longer or an open time, None where that is not known."""
    if date.low and date.high:
        return date.low == date.high
    if date.value in _SOME_TIME:
        return False
    return True if _ONE_DAY.fullmatch(date.value) or weekday_in(date.value) else None


def _patterns_agree(left: str, right: str) -> bool:
    """Whether two TIMEX3 values are one where both say something: XXXX-08-30 and 2015-08."""
    if left.startswith("T") or right.startswith("T"):
        return left[:3] == right[:3] or left.startswith("T") != right.startswith("T")  # an hour and a day may well go together
    if not (left.isascii() and right.isascii()):
        days = weekday_in(left), weekday_in(right)
        return days[0] == days[1] if all(days) else _words_agree(left, right)
    if "W" in left or "W" in right or not (left[:1].isalnum() and right[:1].isalnum()):
        return ("W" in left) != ("W" in right) or _weekdays_agree(left, right)
    return all(one == other or _UNKNOWN in (one, other) for one, other in zip(left[:10], right[:10], strict=False))


def _weekdays_agree(left: str, right: str) -> bool:
    """«الجمعة», «ليلة الجمعة» may be one, «صباح الجمعة», «مساء الجمعة» not: XXXX-WXX-5, XXXX-WXX-5TNI."""
    (day, _, hour), (other, _, other_hour) = left.partition("T"), right.partition("T")
    return day == other and (not hour or not other_hour or hour[:2] == other_hour[:2])


def weekday_in(date: str) -> str:
    """The number of the weekday that a date names, "" where it names none: «أمس الأحد», XXXX-WXX-7TMO."""
    if date.startswith(_DAY_PATTERN):
        return date.removeprefix(_DAY_PATTERN)[:1]
    words = (time_word(token.form) for token in tokens_of(date))
    return next((word.value for word in words if word and word.kind == "weekday"), "")


def _words_agree(left: str, right: str) -> bool:
    """Whether two dates may be one of which no calendar day is known: «ليل أمس», «أمس»; «غدا», «الثلاثاء» leave it open."""
    if left.isascii() or right.isascii():
        return True
    one, other = ({_ONE_TIME.get(word, word) for word in folded(side).split()} - _NO_OTHER_DAY for side in (left, right))
    return one == other
