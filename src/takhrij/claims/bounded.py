"""A number that one telling gives as the number and another as its bound, or as about right: «30», «ما لا يقل عن 30», «نحو 30»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from takhrij.claims.changes import MOST_COMPARED, Told, are_alike
from takhrij.claims.held import Found, HeldClaim
from takhrij.claims.values import FATES
from takhrij.model.claim import Fact

FIRMNESS = {"exact": "exact", "about": "about", "at_least": "least", "more_than": "least", "at_most": "most", "less_than": "most"}
LEAST_DIGITS = 2  # of a number without a unit that is told by itself: 3 and 7 are in too many tellings
SHIFT = ("certainty_shift", "تختلف درجة الجزم بين الروايات")


def bounds_of(held: HeldClaim, numbers: Mapping[str, Sequence[Fact]]) -> Iterator[Found]:
    """One variation for each number that is told with unequal firmness, whatever each telling calls those whom it counts.

    «سندات بقيمة تصل إلى 20 مليارا» under the title «سندات بقيمة 20 مليارا»; «نحو 390 مقاتلا», «عدد يصل إلى 390 مسلحا».
    """
    told: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    for name in sorted(numbers):
        for fact in numbers[name]:
            if fact.modifier in FIRMNESS and fact.unit != "ordinal" and len((fact.low or "").partition(".")[0]) >= LEAST_DIGITS:
                told[fact.low or "", fact.unit or ""].append(held.told(name, fact.value, fact.start, fact.end, fact))
    for _, rows in sorted(told.items()):
        if any(_differ(one, other) and _count_one_thing(one, other) for one, other in combinations(rows[:MOST_COMPARED], 2)):
            yield "number", SHIFT, rows


def _differ(one: Told, other: Told) -> bool:
    """Whether two tellings, of two documents or title and text of one, count one thing and are not equally firm."""
    if one.fact is None or other.fact is None or _source(one) == _source(other):
        return False
    fates = {fact.role for fact in (one.fact, other.fact) if fact.role in FATES}
    return len(fates) < 2 and FIRMNESS[one.fact.modifier or ""] != FIRMNESS[other.fact.modifier or ""]


def _count_one_thing(one: Told, other: Told) -> bool:
    """Whether two equal numbers of one claim are one: both of people and not round («390»), or in tellings that are much alike."""
    fact = one.fact
    return (fact is not None and fact.unit == "person" and len((fact.low or "").strip("0")) >= LEAST_DIGITS) or are_alike(one, other)


def _source(told: Told) -> tuple[str, str]:
    return told.document.document, told.telling.field
