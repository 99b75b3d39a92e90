"""Which places lie in one another, so that naming the one contradicts nobody who names the other: a town, its province, its country."""

from __future__ import annotations

from functools import cache, lru_cache

from takhrij.annotate.gazetteer import country_of_city, is_country, variants
from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon

# What may stand before the name of a place without making it another: «محافظة إدلب» is إدلب.
_NOUNS = frozenset(folded("منطقة محافظة مدينة بلدة قرية ولاية إقليم مقاطعة جزيرة قضاء دولة جمهورية").split())
# Waters and continents hold any number of places, which no list has.
_WATERS = frozenset(map(folded, ("المحيط", "البحر", "بحر", "الخليج", "خليج")))
_WIDE = frozenset(
    map(
        folded,
        (
            "آسيا", "أفريقيا", "أوروبا", "أمريكا الجنوبية", "أمريكا الشمالية", "أمريكا اللاتينية", "الشرق الأوسط", "شمال أفريقيا",
            "القرن الأفريقي", "البلقان", "القوقاز", "المغرب العربي", "الخليج العربي",
        ),
    )
)  # fmt: skip


@lru_cache(maxsize=50_000)
def may_be_one_place(one: str, other: str) -> bool:
    """Whether one of two places may lie in the other: the gazetteer says so, or one is a sea or a continent.

    >>> may_be_one_place("أبها", "بمنطقة عسير"), may_be_one_place("كراتشي", "باكستان"), may_be_one_place("أبها", "تبوك")
    (True, True, False)
    """
    return any(_may_be_one(left, right) for left in _readings(one) for right in _readings(other))


def _may_be_one(left: str, right: str) -> bool:
    return left == right or _is_wide(left) or _is_wide(right) or right in _wholes(left) or left in _wholes(right)


def _readings(place: str) -> list[str]:
    """The folded name as it stands and without what may be joined to it: «بأبها», «بمنطقة عسير»."""
    first, space, rest = folded(place).partition(" ")
    return [_bare(offer + space + rest) for offer in variants(first)]


def _bare(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first in _NOUNS else name


def _is_wide(name: str) -> bool:
    return name in _WIDE or name.partition(" ")[0] in _WATERS


@lru_cache(maxsize=10_000)
def _wholes(name: str) -> frozenset[str]:
    """The provinces and countries that a place lies in, folded."""
    regions = _regions_of().get(name, frozenset())
    above = {whole for region in regions for whole in _regions_of().get(region, ())}
    country = country_of_city(name)
    return regions | above | ({folded(country)} if country else set())


@cache
def _regions_of() -> dict[str, frozenset[str]]:
    """Of each town and region what holds it: provinces and country."""
    found: dict[str, set[str]] = {}
    for row in lexicon("annotate", "regions"):
        region, country = _bare(folded(row["region"])), folded(row["country"])
        wholes = {region, country} - {""}
        for town in map(folded, row["towns"].split("، ")):
            found.setdefault(town, set()).update(wholes - {town})
        if country and not is_country(row["region"]):
            found.setdefault(region, set()).add(country)
    return {name: frozenset(wholes) for name, wholes in found.items()}
