"""Words that editors put for one another in a copy without telling anything else: «المهمة», «الهامة»; «د.», «الدكتور»; «وقال», «وتابع»."""

from __future__ import annotations

import re

from takhrij.annotate.conjugation import reading_of
from takhrij.claims.units import MEANT, Unit
from takhrij.text.folding import folded
from takhrij.text.stems import stem

_WEAK = re.compile("[اويهء]")
_FRONT = "م"  # of participles and nouns of place: «مهمة» is of «هام»
_SHORTEST = 2  # strong letters that two words share at least
_TITLES = frozenset(folded("د م أ الدكتور دكتور المهندس مهندس الأستاذ أستاذ معالي سعادة فضيلة سماحة الشيخ السيد صاحب سمو سموه").split())
_ON = frozenset(map(folded, ("تابع", "أضاف", "استطرد", "أردف", "مضى", "زاد", "واصل")))  # go on speaking
_PERSON = re.compile("^[وف]?س?[يتن]")
_NUMBER = re.compile("(?:ون|ين|ان|وا|ن|ي)$")
_AND = re.compile("^[وف]")


def tell_the_same(left: Unit, right: Unit) -> bool:
    """Whether one word for the other in the same place changes nothing: one root, two titles, two verbs of plain saying.

    Two words whose meanings the lexicon knows, and which have none in common, do not, whatever their root.
    """
    return are_titles(left.form, right.form) or (_only_says(left) and _only_says(right)) or _are_of_one_root(left, right)


def are_titles(*forms: str) -> bool:
    """Whether folded words are forms of address, of which any may stand before one man's name: «د», «الدكتور»."""
    return set(forms) <= _TITLES


def are_forms_of_a_verb(one: str, other: str) -> bool:
    """Whether two folded words are persons of one imperfect: «تلتقي», «يلتقون»."""
    return bool(_PERSON.match(one) and _PERSON.match(other)) and _bare_verb(one) == _bare_verb(other)


def _bare_verb(form: str) -> str:
    return _NUMBER.sub("", _PERSON.sub("", form))


def _are_of_one_root(left: Unit, right: Unit) -> bool:
    if all(any(key.startswith(MEANT) for key in unit.keys) for unit in (left, right)):
        return False
    one, other = (_WEAK.sub("", stem(unit.form)) for unit in (left, right))
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST and longer in (shorter, _FRONT + shorter)


def _only_says(unit: Unit) -> bool:
    reading = reading_of(unit.form)
    return _AND.sub("", unit.form) in _ON or (reading is not None and reading.verb.stance in ("neutral", "endorsing"))
