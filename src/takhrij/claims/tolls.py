"""Tolls of one event: how many were killed, hurt, missing, held or taken, and whether two tellings give that of the same event."""

from __future__ import annotations

import re
from itertools import pairwise

from takhrij.claims.kept import kept
from takhrij.claims.kinds import is_of_a_nation
from takhrij.claims.statements import Statement
from takhrij.claims.units import MEANT, VALUES
from takhrij.claims.values import dates_agree, is_vague, numbers_agree
from takhrij.model.claim import Fact
from takhrij.text.days import day_of
from takhrij.text.folding import folded
from takhrij.text.tokens import tokens_of

TOLLS = frozenset(("قتيل", "جريح", "مفقود", "معتقل", "مخطوف"))  # also in tolls.sql
OPENING = 300  # characters within which an article tells what it is about; also in tolls.sql
RISING_DAYS = 1  # between two articles whose tolls differ: what is further apart may be another event of the same war
LEAST_SHARED = 1.0  # weight of plain words, tolls aside, that two tellings share which name different places of one event
# Weight of other words up to which «أصيب العشرات» is a toll: «بعد هجوم أوقع عشرات القتلى اجتمع المجلس» is told in nearly every article.
MOST_BESIDE_VAGUE = 1.0
NEAR_DAYS = 3  # between the day that a telling names and its article's; a toll of a day further back is that of another event
# Whom a toll counts, by the noun behind its number: the dead of one side are not a later count of those of another.
_CAMPS = tuple(
    frozenset(MEANT + meaning for meaning in meanings)
    for meanings in (
        ("army", "soldier", "officer", "police"),
        ("fighter", "armed", "perpetrator", "extremist", "terror", "mutiny"),
        ("civilian", "child", "boy", "woman", "worker", "tourist", "passenger", "journalist", "citizen", "refugee"),
    )
)
_NOUN_WITHIN = 2  # words behind a number among which that noun stands: «15 من الجنود»
_MOST_RISEN = 20  # times as much as a toll may be a day later: 4 and 400 dead are of two events
_MEANING_OF_TOLLS = frozenset((MEANT + "kill", MEANT + "hurt", MEANT + "person", MEANT + "victim"))
_LATEST = re.compile(folded("حصيلة|عدد (?:ال)?(?:قتلى|ضحايا|شهداء|جرحى|مصابين|وفيات|مفقودين)|حتى الآن"))
_REACH = 2  # tokens before or after a number that make a part of it
_RELATIVE_REACH = 15  # tokens before a number in which the relative clause begins that it stands in
_NEAR = 8  # the same where what took the toll is told first in it
_RELATIVE = frozenset(map(folded, ("الذي", "التي", "والذي", "والتي")))
_TOOK = frozenset(
    map(folded, ("أودى", "أودت", "أسفر", "أسفرت", "خلف", "خلفت", "أدى", "أدت", "أوقع", "أوقعت", "قتل", "قتلت", "راح", "حصد", "حصدت", "تسبب",
                 "تسببت", "قضى", "أصيب", "أصاب", "أصابت", "جرح", "شهد", "شهدت", "استهدف", "استهدفت"))
)  # fmt: skip
_AMONG = frozenset(map(folded, ("بين", "بينهم", "بينها", "ضمنهم", "منهم")))
_OF_THEM = frozenset(map(folded, ("منهم", "الجرحى", "المصابين", "القتلى", "الضحايا", "الموقوفين", "المعتقلين", "المفقودين")))
_SINCE = frozenset(map(folded, ("منذ", "منذئذ")))  # «20 قتيلا منذ بداية العام» adds up many events
_MANY = frozenset(
    article + folded(word)
    for article in ("", "ال")
    for word in (
        "معارك",
        "اشتباكات",
        "مواجهات",
        "حرب",
        "حروب",
        "نزاع",
        "هجمات",
        "حوادث",
        "سنوات",
        "أشهر",
        "أعوام",
        "طرفين",
        "جانبين",
        "منفصلين",
        "منفصلان",
        "منفصلتين",
    )
)
_FOUND = frozenset(map(folded, ("انتشل", "انتشلت", "انتشلوا", "انتشال", "بانتشال", "العثور", "عثر", "عثرت")))  # «5 جثث» of more
_ANOTHER = frozenset(map(folded, ("آخر", "أخرى", "منفصل", "منفصلة", "مماثل", "مماثلة", "سابق", "سابقة")))  # «في هجوم آخر»
_EVENTS = frozenset(
    map(folded, ("هجوم", "هجمات", "حادث", "حادثة", "حوادث", "تفجير", "تفجيرات", "انفجار", "غارة", "غارات", "قصف", "اشتباك", "اشتباكات",
                 "عملية", "عمليات", "حريق", "زلزال", "منطقة", "مدينة", "بلدة", "قرية"))
)  # fmt: skip


@kept
def tolls_of(statement: Statement) -> dict[str, Fact]:
    """The toll of each fate that a statement gives of the event it is about; none where it tells of another or of many.

    «قتل 9 أشخاص في حريق الميناء» gives 9 dead; «قتل 9 أشخاص في حرائق منذ بداية العام» nothing.
    """
    if _tells_of_another(statement):
        return {}
    facts = [fact for fact in statement.facts if fact.slot == "number" and fact.role in TOLLS and fact.low is not None]
    facts = [fact for fact in facts if not (_is_a_part(statement, fact) or _is_told_beside(statement, fact))]
    if all(map(is_vague, facts)) and _weight_beside(statement) > MOST_BESIDE_VAGUE:
        return {}
    return {fact.role or "": fact for fact in reversed(facts)}


def _weight_beside(statement: Statement) -> float:
    """The weight of the plain words of a statement that are neither its tolls nor who says so."""
    told = (unit for unit in statement.units if not unit.in_frame and unit.kind not in VALUES)
    return sum(unit.weight for unit in told if _MEANING_OF_TOLLS.isdisjoint(unit.keys))


def _is_a_part(statement: Statement, fact: Fact) -> bool:
    """«بين المصابين 3 إطفائيين», «ثلاثة منهم», «ثلاثة من الجرحى» count some of those who are counted elsewhere."""
    before = tokens_of(statement.words[: fact.start - statement.start])[-_REACH:]
    after = tokens_of(statement.words[fact.end - statement.start :])[:_REACH]
    return any(token.form.removeprefix("و") in _AMONG for token in before) or any(token.form in _OF_THEM for token in after)


def _is_told_beside(statement: Statement, fact: Fact) -> bool:
    """«أقيل مدير المصنع بعد الحريق الذي أودى بحياة 9», «… الذي اندلع أمس وأودى بحياة 9»: which event is meant, not what is told of it."""
    forms = [token.form for token in tokens_of(statement.words[: fact.start - statement.start])][-_RELATIVE_REACH:]
    began = next((place for place, form in enumerate(forms) if form in _RELATIVE), len(forms))
    went_on = any(form[0] == "و" and form[1:] in _TOOK for form in forms[began + 1 :])
    return went_on or any(one in _RELATIVE and other in _TOOK for one, other in pairwise(forms[-_NEAR:]))


def _tells_of_another(statement: Statement) -> bool:
    """«في هجوم آخر», «منذ عام 2011», «في تفجير وقع الشهر الماضي»."""
    forms = [token.form for token in tokens_of(statement.words)]
    if not (_SINCE | _FOUND).isdisjoint(forms) or any(one in _EVENTS and other in _ANOTHER for one, other in pairwise(forms)):
        return True
    published = day_of(statement.date)
    days = [day_of(fact.high) for fact in statement.facts if fact.slot == "date"]
    return published is not None and any(day is not None and abs((published - day).days) > NEAR_DAYS for day in days)


def give_one_toll(left: Statement, right: Statement) -> bool | None:
    """Whether two tellings of one event agree on a toll, None where they give none of one fate or not of one moment.

    «9 قتلى» anywhere in two articles on one event is one toll; «9 قتلى», «17 قتيلا» are where both articles begin with them.
    """
    if _are_elsewhere(left, right):
        return None
    ours, theirs = tolls_of(left), tolls_of(right)
    shared = ours.keys() & theirs.keys()
    if ours.keys() != theirs.keys() and all(is_vague(ours[fate]) or is_vague(theirs[fate]) for fate in shared):
        return None
    if any(numbers_agree(ours[fate], theirs[fate]) for fate in shared):
        return all(numbers_agree(ours[fate], theirs[fate]) for fate in shared)
    if any(fact.low == "1" for tolls in (ours, theirs) for fact in tolls.values()):
        return None  # «مقتل صحفي» is the news of one man
    if not all(_may_have_risen((left, ours[fate]), (right, theirs[fate])) for fate in shared):
        return None
    return False if shared and _begins_with_it(left) and _begins_with_it(right) and _may_be_of_one_day(left, right) else None


def _may_have_risen(one: tuple[Statement, Fact], other: tuple[Statement, Fact]) -> bool:
    """Whether two tolls may be of the same people: not «26 جنديا» and «43 مسلحا», nor four dead and four hundred."""
    least, most = sorted(float(fact.low or 0) for _, fact in (one, other))
    camps = [_camps_of(*side) for side in (one, other)]
    return most <= _MOST_RISEN * least and not (all(camps) and camps[0].isdisjoint(camps[1]))


def _camps_of(statement: Statement, fact: Fact) -> set[int]:
    """Which sides the people may be of whom a toll counts, none where its noun does not say so."""
    end = fact.end - statement.start
    near = [unit for unit in statement.units if unit.start >= end][:1]
    near = [unit for unit in near if len(statement.words[end : unit.start].split()) < _NOUN_WITHIN]
    return {place for place, camp in enumerate(_CAMPS) for unit in near if not camp.isdisjoint(unit.keys)}


@kept
def _begins_with_it(statement: Statement) -> bool:
    """Whether a toll is what its article is about: told at the beginning, or as the latest count («ارتفعت الحصيلة», «عدد القتلى»).

    What many events took together is not: «قتل في المعارك 80 من الطرفين».
    """
    if any(token.form in _MANY for token in tokens_of(statement.words)):
        return False
    return statement.start < OPENING or bool(_LATEST.search(folded(statement.words)))


def _may_be_of_one_day(left: Statement, right: Statement) -> bool:
    """Whether a toll may have risen from the one to the other: the articles hardly a day apart, and no other day told."""
    one, other = day_of(left.date), day_of(right.date)
    if one and other and abs((one - other).days) > RISING_DAYS:
        return False
    days = [[fact for fact in side.facts if fact.slot == "date"] for side in (left, right)]
    return not (days[0] and days[1]) or any(dates_agree(one, other) for one in days[0] for other in days[1])


def _are_elsewhere(left: Statement, right: Statement) -> bool:
    """Whether each names places of its own, and hardly a word is in both: «قتل 18 في حي سدر», «قتل سبعة في قريتي نهروان»."""
    ours, theirs = _places_of(left), _places_of(right)
    if not ours or not theirs or not ours.isdisjoint(theirs):
        return False
    shared = (unit for unit in left.units if not unit.in_frame and unit.kind not in VALUES and not right.keys.isdisjoint(unit.keys))
    return sum(unit.weight for unit in shared if _MEANING_OF_TOLLS.isdisjoint(unit.keys)) < LEAST_SHARED


@kept
def _places_of(statement: Statement) -> set[str]:
    return {key for unit in statement.units if unit.kind == "place" and not is_of_a_nation(unit) for key in unit.keys}
