"""What stands in the slots of a frame: values, the ways in which one value is written, and values that are not the same."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import written
from frames import Frame, Slot

from takhrij.text.lexicons import lexicon

_DAYS = tuple("السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة".split())  # noqa: SIM905
_BEFORE_A_DAY = ("", "", "", "يوم ", "اليوم ", "أمس ")
_TIMES = ("يوم", "فجر", "صباح", "مساء", "ليل", "ليلة", "ظهر", "عصر", "منذ", "بعد", "قبل", "حتى", "غدا", "غد", "أمس", "من", "في", "نهار")
_CURRENCIES = ("دولار", "دولار", "يورو", "ريال", "جنيه", "درهم", "دينار", "ليرة")
_PERCENT = ("{} في المئة", "{}%", "{} بالمئة", "{} في المائة", "{}٪")
_CLITICS = ("ب", "ل", "و", "ك", "ف", "ول", "وب")
_CAPITALS_FOR_STATES = 0.1  # share of the tellings that say «باريس» for what France did
_NEAR_PREPOSITIONS = frozenset("في من إلى على بين داخل شمال جنوب شرق غرب قرب مدينة بـ ب عن لدى نحو".split())  # noqa: SIM905
_BOUND_TO_NUMBERS = frozenset({*written.ABOUT, "من", "على", "عن", "يقارب", "يناهز", "رقم", "سن", "عمر"})  # no second «نحو» behind them
_FAR_ENOUGH = 1.3  # ratio of two numbers of which neither can be the other one rounded


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a slot: its ways of being written, for a country its adjectives, for what is counted the number."""

    forms: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    number: int | None = None
    unit: str = ""
    exact: bool = False
    capital: str = ""


Values = dict[str, Value]


def filled(frame: Frame, rng: random.Random, given: Mapping[str, list[Value]] | None = None) -> Values:
    """A value for each slot, no two alike; `given` are values of other frames by kind, taken up where the kind is the same."""
    out: Values = {}
    pool = {kind: list(values) for kind, values in (given or {}).items()}
    for name, slot in frame.slots.items():
        offers = pool.get(slot.kind, []) if slot.kind not in ("list", "money", "percent", "year") else []
        value = offers.pop(0) if offers else value_of(slot, rng)
        for _ in range(20):
            if all(value.forms[0] != other.forms[0] for other in out.values()):
                break
            value = value_of(slot, rng)
        out[name] = value
    return out


def value_of(slot: Slot, rng: random.Random) -> Value:
    """A value drawn at random."""
    return _MAKERS[slot.kind](slot.told, rng)


def _country(_: str, rng: random.Random) -> Value:
    names, adjectives = written.a_country(rng)
    return Value(names, adjectives, capital=_capitals().get(names[0], ""))


def _capitals() -> dict[str, str]:
    """The capital that stands for a state, by all of the state's names."""
    rows = lexicon("claims", "aliases")
    capitals = {row["name"]: row["forms"].split("|")[0] for row in rows if row["kind"] == "capital"}
    names = {row["name"]: row["forms"].split("|") for row in rows if row["kind"] == "place"}
    return {form: capitals[name] for name in capitals for bare in names.get(name, []) for form in (bare, f"ال{bare}")}


def _number(told: str, rng: random.Random) -> Value:
    low, high = (int(one) for one in told.split("-"))
    number = round(low * (high / max(low, 1)) ** rng.random()) if high > 20 * max(low, 1) else rng.randint(low, high)
    if number > 100 and rng.random() < 0.75:
        number = written.round_to(number)
    return _counted(min(max(number, low), high))


def _counted(number: int, unit: str = "", *, exact: bool = False) -> Value:
    return Value((f"{number} {unit}",), number=number, unit=unit, exact=exact)


def _percent(_: str, rng: random.Random) -> Value:
    return _counted(rng.randint(2, 95), "%")


def _money(_: str, rng: random.Random) -> Value:
    scale = rng.choice((1000, 1_000_000, 1_000_000, 1_000_000, 1_000_000_000))
    return _counted(rng.randint(2, 900 if scale > 1000 else 90) * scale, rng.choice(_CURRENCIES))


def _year(_: str, rng: random.Random) -> Value:
    return Value((str(rng.randint(1985, 2026)),))


def _day(_: str, rng: random.Random) -> Value:
    if rng.random() < 0.75:
        return Value((rng.choice(_DAYS),))
    months: dict[str, list[str]] = {}
    for row in lexicon("annotate", "month_names"):
        if row["calendar"] == "g" and not row["form"].isascii():
            months.setdefault(row["month"], []).append(row["form"])
    names, day = months[rng.choice(sorted(months))], rng.randint(1, 28)
    return Value(tuple(f"{day} {name}" for name in names[:2]))


def _entry(told: str, rng: random.Random) -> Value:
    return Value(tuple(form.strip() for form in rng.choice(told.split("/")).split("|")))


_MAKERS: dict[str, Callable[[str, random.Random], Value]] = {
    "country": _country, "number": _number, "percent": _percent, "money": _money, "year": _year, "day": _day, "list": _entry,
    "city": lambda _, rng: Value(written.a_city(rng)), "person": lambda _, rng: Value(written.a_person(rng)),
    "organization": lambda _, rng: Value(written.an_organization(rng)),
}  # fmt: skip


def exact(value: Value) -> Value:
    """The value where a rounded number could be taken for another."""
    return _counted(value.number, value.unit, exact=True) if value.number is not None else value


def another(slot: Slot, value: Value, rng: random.Random) -> tuple[Value, Value]:
    """The value, and one of the slot that is surely not the same."""
    if value.number is not None:
        number = _other_number(value.number, rng)
        near = max(number, value.number) < _FAR_ENOUGH * max(1, min(number, value.number))
        return (exact(value), _counted(number, value.unit, exact=True)) if near else (value, _counted(number, value.unit))
    for _ in range(50):
        other = value_of(slot, rng)
        if not set(other.forms) & set(value.forms) and ("0" <= other.forms[0][0] <= "9") == ("0" <= value.forms[0][0] <= "9"):
            return value, other
    return value, value


def _other_number(number: int, rng: random.Random) -> int:
    """Another number: a little more or less, a digit more or less, two digits exchanged, or far from it."""
    digits = str(number)
    step = 10 ** max(0, len(digits) - 2)
    offers = [number + rng.randint(1, 4) * step, number - rng.randint(1, 3) * step, number + 10 * step]
    offers += [number * 10, number * 2, number * 3 // 2]
    if len(digits) > 1:
        offers += [int(digits[1] + digits[0] + digits[2:]), number // 10, number // 2]
    return rng.choice([other for other in offers if other > 1 and other != number] or [number + 1])


def told_of(value: Value, form: str, before: str, rng: random.Random) -> str:
    """A value as it stands behind `before`; `form` is m, f, mi or fi for an adjective of a country."""
    clitic = next((one for one in sorted(_CLITICS, key=len, reverse=True) if before.removesuffix("ـ").split(" ")[-1] == one), "")
    if form:
        adjective = rng.choice(value.adjectives) + ("ة" if form.startswith("f") else "")
        return _joined(before, clitic, adjective if form.endswith("i") else f"ال{adjective}")
    return _joined(before, clitic, _plain(value, before, clitic, rng))


def _plain(value: Value, before: str, clitic: str, rng: random.Random) -> str:
    last = before.split()[-1] if before.split() else ""
    if value.number is not None:
        if last.endswith("الـ"):
            return f"{value.number}{value.unit}"
        return _with_unit(value, alone=not clitic and last.removeprefix("ب") not in _BOUND_TO_NUMBERS, rng=rng)
    if value.forms[0] in _DAYS:
        return value.forms[0] if clitic or last in _TIMES else rng.choice(_BEFORE_A_DAY) + value.forms[0]
    if value.capital and last not in _NEAR_PREPOSITIONS and not clitic and rng.random() < _CAPITALS_FOR_STATES:
        return value.capital
    return value.forms[0] if rng.random() < 0.7 else rng.choice(value.forms)


def _with_unit(value: Value, rng: random.Random, *, alone: bool) -> str:
    assert value.number is not None
    if value.unit == "%":
        return rng.choice(_PERCENT).format(value.number)
    told = written.number_written(value.number, rng, exact=value.exact, alone=alone)
    if not value.unit:
        return told
    for scale, one, few in ((10**9, "مليار", "مليارات"), (10**6, "مليون", "ملايين"), (1000, "ألف", "آلاف")):
        if value.number >= scale and value.number % scale == 0:
            told = written.number_written(value.number // scale, rng, exact=True, alone=False)
            return f"{told} {few if value.number // scale <= 10 else one} {value.unit}"
    return f"{told} {value.unit}"


def _joined(before: str, clitic: str, told: str) -> str:
    """«لـ» or «ل» before «العراق» is «للعراق»; a stroke stays before digits alone."""
    head = before.removesuffix("ـ") if clitic else before
    if clitic and told[0].isdigit():
        return head + ("ـ" if before != head else "") + told
    if clitic.endswith("ل") and told.startswith("ال"):
        rest = told[2:]
        return head + (rest if rest.startswith("ل") else f"ل{rest}")
    return head + told
