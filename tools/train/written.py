"""Numbers and names as newspapers write them: digits or words, rounded or not, names that the program's lists have and invented ones."""

from __future__ import annotations

import random
from collections import defaultdict
from functools import cache

from takhrij.text.lexicons import lexicon

Forms = tuple[str, ...]
_UNITS = ("", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
_TENS = ("", "عشر", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
_HUNDREDS = ("", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة")
ABOUT = ("نحو", "زهاء", "قرابة", "حوالي", "ما يقارب", "ما يقرب من", "ما يناهز", "حوالى")
_OVER = ("أكثر من", "ما يزيد على", "ما لا يقل عن")
_LARGE_CITIES, _COMMON_NATIONS = 300, 60  # the first of the lists, drawn more often
_INVENTED = 0.25  # share of the countries, cities and people that no list has: what is not known must be read letter by letter
_ROOTS = (
    "سمر", "نهرو", "دري", "تلعف", "كردا", "بيلو", "رافن", "زهرا", "قسطو", "هوران", "جلمو", "شمال", "عيسو", "بردي", "فارو", "لوز", "مرجا",
    "كوبر", "وادر", "غسان", "نيرو", "صفور", "حدرا", "طرخو", "منجا", "أرغو", "إيلا", "باتو", "تورم", "ساله",
)  # fmt: skip
_COUNTRY_ENDS = ("ان", "يا", "ستان", "نيا", "لند", "وس")
_CITY_ENDS = ("ة", "ين", "ون", "ا", "بة", "ور", "ات", "")
_FAMILY_ENDS = ("ي", "اني", "اوي", "ان", "ود", "ور")
_GROUPS = ("حركة", "جبهة", "حزب", "كتائب", "جماعة", "اتحاد", "هيئة", "منظمة", "تحالف")
_GROUP_NAMES = (
    "الفجر", "النهضة", "الوفاء", "المستقبل", "الكرامة", "السنابل", "الراية", "الميثاق", "الجنوب", "التضامن", "العهد", "البناء", "الشروق",
    "الأفق",
)  # fmt: skip


def in_words(number: int, rng: random.Random) -> str:
    """A number below a thousand millions in words: 45 is «خمسة وأربعون» or «خمسة وأربعين»."""
    if number == 0:
        return "صفر"
    oblique = rng.random() < 0.5
    told = " و".join(_parts(number))
    return told.replace("ون", "ين").replace("اثنان", "اثنين").replace("مئتان", "مئتين").replace("ألفان", "ألفين") if oblique else told


def _parts(number: int) -> list[str]:
    millions, rest = divmod(number, 1_000_000)
    thousands, units = divmod(rest, 1000)
    parts = [_counted(millions, "مليون", "مليونان", "ملايين")] if millions else []
    parts += [_counted(thousands, "ألف", "ألفان", "آلاف")] if thousands else []
    return parts + ([" و".join(_below_thousand(units))] if units else [])


def _counted(number: int, one: str, two: str, few: str) -> str:
    if number < 3:
        return one if number == 1 else two
    told = " و".join(_below_thousand(number))
    return f"{told} {few if 3 <= number % 100 <= 10 else one}"


def _below_thousand(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    parts = [_HUNDREDS[hundreds]] if hundreds else []
    if 0 < rest <= 10:
        parts.append(_UNITS[rest])
    elif rest < 20 and rest:
        parts.append({11: "أحد", 12: "اثنا"}.get(rest, _UNITS[rest - 10]) + " عشر")
    elif rest:
        tens, units = divmod(rest, 10)
        parts += [_UNITS[units], _TENS[tens]] if units else [_TENS[tens]]
    return parts


def number_written(number: int, rng: random.Random, *, exact: bool, alone: bool) -> str:
    """31 as «31», «واحد وثلاثون», or (not `exact`) «نحو 30»; `alone` where no particle may stand before it."""
    rounded = round_to(number)
    if alone and not exact and number > 12 and rng.random() < 0.2:
        if rounded < number and rng.random() < 0.3:
            return f"{rng.choice(_OVER)} {_plain(rounded, rng)}"
        return f"{rng.choice(ABOUT)} {_plain(rounded, rng)}"
    return _plain(number, rng)


def round_to(number: int) -> int:
    """To tens below a hundred, else to two digits: 31 is 30, 1830 is 1800; a number whose tenth would be lost stays."""
    scale = 10 ** max(1, len(str(number)) - 2)
    rounded = round(number / scale) * scale
    return rounded if rounded and abs(rounded / number - 1) < 0.1 else number


def _plain(number: int, rng: random.Random) -> str:
    lead = rng.random()
    if number >= 1_000_000 and number % 100_000 == 0 and lead < 0.7:
        return f"{number / 1_000_000:g} مليون"
    if number >= 1000 and number % 1000 == 0 and lead < 0.45:
        return f"{number // 1000} ألف" if number >= 11_000 else _counted(number // 1000, "ألف", "ألفان", "آلاف")
    if lead < (0.55 if number <= 10 else 0.4 if number <= 100 else 0.12):
        return in_words(number, rng)
    return f"{number:,}" if number >= 10_000 and lead > 0.6 else str(number)


@cache
def nations() -> tuple[tuple[Forms, Forms], ...]:
    """Countries that have an adjective: their names, and the adjectives (masculine, indefinite)."""
    adjectives, names = defaultdict(list), defaultdict(list)
    for row in lexicon("annotate", "nationalities"):
        if row["form"].endswith("ي"):
            adjectives[row["code"]].append(row["form"])
    canonical: dict[str, str] = {}
    for row in lexicon("annotate", "places"):
        is_name = row["alone"] == "yes" and not row["form"].isascii() and len(row["form"].split()) < 3
        if is_name and canonical.setdefault(row["code"], row["name"]) == row["name"]:
            names[row["code"]].append(row["form"])
    return tuple((tuple(names[code]), tuple(forms)) for code, forms in adjectives.items() if names[code])


@cache
def cities() -> tuple[Forms, ...]:
    """Cities, each with its spellings."""
    return _by_name("cities")


@cache
def people() -> tuple[Forms, ...]:
    """Well-known people, the full name first."""
    return tuple(forms for forms in _by_name("persons") if " " in forms[0])


@cache
def organizations() -> tuple[Forms, ...]:
    return _by_name("organizations")


def _by_name(package_list: str) -> tuple[Forms, ...]:
    names: dict[str, list[str]] = defaultdict(list)
    for row in lexicon("annotate", package_list):
        if not any(letter.isascii() and letter.isalpha() for letter in row["form"]) and row.get("alone", "yes") == "yes":
            names[row["name"]].append(row["form"])
    return tuple(tuple(dict.fromkeys(sorted(forms, key=lambda form: form != name))) for name, forms in names.items())


def a_country(rng: random.Random) -> tuple[Forms, Forms]:
    """Names and adjectives of a country."""
    if rng.random() > _INVENTED:
        return rng.choice(nations()[:_COMMON_NATIONS] if rng.random() < 0.7 else nations())
    name = rng.choice(_ROOTS) + rng.choice(_COUNTRY_ENDS)
    return (name,), (name.removesuffix("ا").removesuffix("ي") + "ي",)


def a_city(rng: random.Random) -> Forms:
    if rng.random() > _INVENTED:
        return rng.choice(cities()[:_LARGE_CITIES] if rng.random() < 0.7 else cities())
    return (rng.choice(_ROOTS) + rng.choice(_CITY_ENDS),)


def a_person(rng: random.Random) -> Forms:
    """A full name, then the family name alone."""
    if rng.random() < 0.4:
        return rng.choice(people())
    given = rng.choice(lexicon("annotate", "given_names"))["form"]
    family = rng.choice(("ال", "ال", "")) + rng.choice(_ROOTS).removesuffix("ا").removesuffix("و") + rng.choice(_FAMILY_ENDS)
    if rng.random() < 0.3:
        family = rng.choice(lexicon("annotate", "given_names"))["form"]
    return f"{given} {family}", family


def an_organization(rng: random.Random) -> Forms:
    if rng.random() < 0.5:
        return rng.choice(organizations())
    kind, name = rng.choice(_GROUPS), rng.choice(_GROUP_NAMES)
    return f"{kind} {name}", f"{kind} «{name}»"
