"""Verbs that say little, made one with the noun that carries the event: «شنت سمران غارات على نهروان» is an attack of Samran's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from takhrij.claims.inflections import bases_of
from takhrij.claims.units import MEANT, Unit
from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon

_REACH = 8  # units after the verb among which its noun stands: «وجهت النيابة العامة في سمران إلى المدير تهمة»
_OBJECT = ("", "ب", "عن", "ال")  # what may stand before the noun: «ألقى باللوم», «أعرب عن قلقه»
_CARRIED = ("ها", "هما", "ه", "هم")  # «غارات شنتها سمران»: the noun stands before its verb
_OWNED = re.compile("ت(?:ه|ها|هم|هما|هن|نا)$")
_STOPS = ".؛!؟:"


def with_light_verbs(units: Sequence[Unit], words: str) -> list[Unit]:
    """The units with each noun of an event moved into the verb that it makes full, so that subject and object stand round it."""
    found: dict[int, tuple[int, str]] = {}
    for place, unit in enumerate(units):
        nouns = {} if unit.kind or " " in unit.form else _nouns_of(unit.form)
        partner = _noun_of(units, place, nouns, words) if nouns else None
        if partner is not None and partner not in {noun for noun, _ in found.values()}:
            found[place] = partner, next(nouns[base] for base in _noun_bases(units[partner].form) if base in nouns)
    gone = {noun for noun, _ in found.values()}
    return [_full(unit, units, *found[place]) if place in found else unit for place, unit in enumerate(units) if place not in gone]


def _noun_of(units: Sequence[Unit], place: int, nouns: dict[str, str], words: str) -> int | None:
    if units[place].form.endswith(_CARRIED) and place and _is_one_of(units[place - 1], nouns) and not units[place].before:
        return place - 1
    for other in range(place + 1, min(len(units), place + 1 + _REACH)):
        gap = words[units[other - 1].end : units[other].start]
        if any(mark in gap for mark in _STOPS):
            return None
        if units[other].before in _OBJECT and _is_one_of(units[other], nouns):
            return other
    return None


def _is_one_of(unit: Unit, nouns: dict[str, str]) -> bool:
    return unit.kind in ("", "actor") and " " not in unit.form and any(base in nouns for base in _noun_bases(unit.form))


def _noun_bases(form: str) -> tuple[str, ...]:
    """The bases of a noun, «استقالة» for «استقالته» among them."""
    return (*bases_of(form), *bases_of(_OWNED.sub("ه", form)))


def _full(verb: Unit, units: Sequence[Unit], place: int, concept: str) -> Unit:
    noun = units[place]
    keys = tuple(dict.fromkeys((*noun.keys, MEANT + concept) if concept else noun.keys))
    return verb._replace(keys=keys, weight=max(noun.weight, verb.weight))


@cache
def _table() -> dict[str, dict[str, str]]:
    """By verb: its nouns, and what each means with it."""
    found: dict[str, dict[str, str]] = {}
    for row in lexicon("claims", "light_verbs"):
        for verb in folded(row["verbs"]).split():
            found.setdefault(verb, {}).update(dict.fromkeys(folded(row["nouns"]).split(), row["concept"]))
    return found


def _nouns_of(form: str) -> dict[str, str]:
    return next((_table()[base] for base in bases_of(form) if base in _table()), {})
