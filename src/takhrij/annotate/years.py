"""Years, decades and centuries: «عام 2015», «1436هـ», «مونديال 2022», «تسعينيات القرن الماضي», «القرن التاسع عشر»."""

from __future__ import annotations

from takhrij.annotate.calendar import (
    TimeValue,
    a_month,
    a_year,
    hijri_year,
    years_from,
)
from takhrij.annotate.time_reading import Found, Reading

_YEAR_NOUNS = "عام العام سنه السنه لعام لسنه بعام وعام للعام عامي لعامي العامين للعامين سنتي السنتين وسنه موسم الموسم"
_YEAR_WORDS = frozenset(_YEAR_NOUNS.split())
_PREPOSITIONS = "في منذ حتي بين من قبل بعد خلال نهايه مطلع بدايه منتصف اواخر اوايل صيف شتاء بحلول لغايه بنهايه السنوات الاعوام"
_BEFORE_YEARS = frozenset(_PREPOSITIONS.split())
_HUNDREDS = range(15, 21)  # the centuries that years are told by: «تسعة عشر» of 1978
_LEAST_IN_WORDS = 100  # «عام واحد» is a length, «عام ألفين» a year
HIJRI_MARKS = frozenset({"ه", "هجري", "هجريه", "للهجره"})
GREGORIAN_MARKS = frozenset({"م", "ميلادي", "ميلاديه"})
_YEARS, HIJRI_YEARS = range(1000, 2200), range(1343, 1480)
AFTER_NUMBERS = frozenset("حتي في من علي عن الي مع بعد قبل ان قد او كان كانت حيث عندما حين خلال تحت ضد".split())  # noqa: SIM905
LIKELY_YEARS = range(1900, 2101)  # a number of four digits that is a year with nothing but «في» before it
_DECADES = {
    "عشرينات": 20,
    "عشرينيات": 20,
    "ثلاثينات": 30,
    "ثلاثينيات": 30,
    "اربعينات": 40,
    "اربعينيات": 40,
    "خمسينات": 50,
    "خمسينيات": 50,
    "ستينات": 60,
    "ستينيات": 60,
    "سبعينات": 70,
    "سبعينيات": 70,
    "ثمانينات": 80,
    "ثمانينيات": 80,
    "تسعينات": 90,
    "تسعينيات": 90,
}


def year_at(reading: Reading, position: int) -> tuple[int, int, bool] | None:
    """«2015», «عام ألفين وثمانية عشر», «1436هـ»: the year, where it ends, and whether it is Hijri."""
    start, told = position, False
    if reading.form(position) in ("من", "ل") and reading.form(position + 1) in _YEAR_WORDS:
        position += 1
    if reading.form(position) in _YEAR_WORDS:
        position, told = position + 1, True
    found = _year_number(reading, position, told)
    if found is None or (start != position and not told):
        return None
    year, end = found
    mark = reading.form(end)
    if mark in HIJRI_MARKS:
        return year, end + 1, True
    if mark in GREGORIAN_MARKS:
        return year, end + 1, False
    return year, end, year in HIJRI_YEARS


def _year_number(reading: Reading, position: int, told: bool) -> tuple[int, int] | None:
    year = reading.year(position)
    if year is not None:
        numeral = reading.number(position)
        return (year, position + 1) if year in _YEARS and (numeral is None or numeral.end == position + 1) else None
    numeral = reading.number(position)
    if numeral is None or numeral.value.denominator != 1 or numeral.kind != "cardinal":
        return None
    value = int(numeral.value)
    more = reading.number(numeral.end) if told and not numeral.digits and value in _HUNDREDS else None
    if more and more.joined and more.kind == "cardinal" and not more.digits and 10 <= more.value < 100:
        return value * 100 + int(more.value), more.end  # «عام تسعة عشر وثمانية وسبعين», as in English
    if told and value < 2200 and value > (31 if numeral.digits else _LEAST_IN_WORDS):
        return value, numeral.end
    return (value, numeral.end) if not numeral.digits and value in range(1800, 2101) else None


def year_found(reading: Reading, position: int) -> Found | None:
    """A year with «عام» before it, a mark after it, or a preposition that leads to years."""
    found = year_at(reading, position)
    if found is None:
        return None
    year, end, hijri = found
    marked = reading.form(position) in _YEAR_WORDS or reading.form(end - 1) in HIJRI_MARKS | GREGORIAN_MARKS
    if not marked and not (reading.bare(position - 1) in _BEFORE_YEARS and year in LIKELY_YEARS and _stands_alone(reading, end)):
        return None
    if reading.form(end) == "قبل" and reading.form(end + 1) == "الميلاد":
        return Found(position, end + 2, TimeValue("DATE", f"BC{year:04}"))
    value = (hijri_year(year) or TimeValue("DATE", None)) if hijri else a_year(year)
    return Found(position, end, value)


def next_year(reading: Reading, position: int) -> Found | None:
    """The second year of «في 2018 و2019»."""
    apart = reading.form(position) == "و"
    year, before = reading.year(position + apart), reading.year(position - 1)
    number = reading.number(position + apart)
    if year is None or before is None or number is None or not (apart or number.joined):
        return None
    if year not in LIKELY_YEARS or before not in LIKELY_YEARS:
        return None
    alone = number.end == position + apart + 1 and _stands_alone(reading, number.end) and not reading.form(number.end).startswith("دولار")
    return Found(position + apart, number.end, a_year(year)) if alone else None


def lone_year(reading: Reading, position: int) -> Found | None:
    """«مونديال 2022», «(2007)»: four digits after other words with nothing that they could count."""
    year = reading.year(position)
    if (
        year is None
        or year not in range(1950, 2051)
        or position == 0
        or not reading.form(position).isdigit()
        or reading.number(position) is None
    ):
        return None
    after, before = reading.form(position + 1), reading.form(position - 1)
    counted = after[:1].isalpha() and not after.startswith(("ال", "و", "ف", "ب", "ل")) and after not in AFTER_NUMBERS
    if counted or (after in ("%", "/", "-", ".") and reading.touching(position) and reading.form(position + 2)[:1].isdigit()):
        return None
    if (before in ("-", "/", "+", "$", "€", ".", ",") and reading.touching(position - 1)) or reading.numbers[position].end != position + 1:
        return None
    return Found(position, position + 1, a_year(year)) if before[:1].isalpha() or before in ("(", '"') else None


def part_of_year(reading: Reading, position: int) -> Found | None:
    """«الربع الأول من 2015», «النصف الثاني من العام الجاري»: quarters and halves, «2015-Q1», «2015-H2»."""
    letter = {"الربع": "Q", "النصف": "H"}.get(reading.bare(position).removeprefix("ب").replace("لل", "ال", 1))
    number = reading.small(position + 1, 4 if letter == "Q" else 2)
    if letter is None or number is None or reading.numbers[position + 1].kind != "ordinal":
        return None
    at = number[1] + (reading.form(number[1]) == "من")
    shift = reading.is_kind(at + 1, "shift") if reading.bare(at) in ("العام", "السنه") else None
    this = reading.form(at) in ("هذا", "هذه") and reading.form(at + 1) in ("العام", "السنه")
    told = year_at(reading, at)
    if told and not told[2]:
        return Found(position, told[1], _part(told[0], letter, number[0], anchored=False))
    if reading.anchor is None or not (shift or this):
        return None
    year = reading.anchor.year + (int(shift.value) if shift else 0)
    return Found(position, at + 2, _part(year, letter, number[0], anchored=True))


def _part(year: int, letter: str, number: int, *, anchored: bool) -> TimeValue:
    months = 3 if letter == "Q" else 6
    first, last = a_month(year, months * (number - 1) + 1), a_month(year, months * number)
    return TimeValue("DATE", f"{year:04}-{letter}{number}", first.begins, last.ends, anchored)


def _stands_alone(reading: Reading, end: int) -> bool:
    """Whether no counted noun follows: «في 2015 شخصا» is no year."""
    return not reading.form(end).endswith(("ا", "%")) or reading.form(end) in ("الا", "ما", "لا", "كما", "بينما", "عندما", "فيما", "")


def decade_found(reading: Reading, position: int) -> Found | None:
    """«تسعينيات القرن الماضي», «القرن التاسع عشر»."""
    form = reading.bare(position)
    decade = _DECADES.get(form.removeprefix("ال"))
    if decade is not None:
        last = reading.form(position + 1) == "القرن" and reading.is_kind(position + 2, "shift")
        return Found(position, position + (3 if last else 1), years_from(1900 + decade, 10))
    if form in ("القرن", "بالقرن"):
        number = reading.small(position + 1, 30)
        if number:
            return Found(position, number[1], years_from((number[0] - 1) * 100, 100))
    return None
