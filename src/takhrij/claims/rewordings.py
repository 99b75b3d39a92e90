"""Words that editors put for one another in a copy without telling anything else: «المهمة», «الهامة»; «د.», «الدكتور»; «وقال», «وتابع»."""

from __future__ import annotations

import re

from takhrij.annotate.conjugation import reading_of
from takhrij.claims.matches import RATHER_LONG, Matching
from takhrij.claims.polarity import turns
from takhrij.claims.roles import is_verb_form
from takhrij.claims.units import MEANT, NAMES, Unit, has_meaning
from takhrij.text.folding import folded
from takhrij.text.stems import stem

_WEAK = re.compile("[اويهء]")
_FRONT = "م"  # of participles and nouns of place: «مهمة» is of «هام»
_SHORTEST = 2  # strong letters that two words share at least
_TITLES = frozenset(folded("د م أ الدكتور دكتور المهندس مهندس الأستاذ أستاذ معالي سعادة فضيلة سماحة الشيخ السيد صاحب سمو سموه").split())
_ON = frozenset(map(folded, ("تابع", "أضاف", "استطرد", "أردف", "مضى", "زاد", "واصل")))  # go on speaking
# Units of the shorter text from which one word exchanged is an editor's: of real copies so long 25 of 26 tell the same, of texts that were
# written to tell another thing one in 150 is so long; and the same of verbs and common words (10 of 10 real, one written).
_LONG = 24
_IN_FULL = 0.77  # smaller coverage from which a copy is of the whole, and no shorter text that tells one thing of it otherwise
_COMMON = 0.65  # weight up to which a word is in so many texts that its place alone does not say what it stands against
_DEFINITE = re.compile("[وف]?(?:ال|[بك]ال|لل)")
_PERSON = re.compile("^[وف]?س?[يتن]")
_NUMBER = re.compile("(?:ون|ين|ان|وا|ن|ي)$")
_AND = re.compile("^[وف]")


def tell_the_same(left: Unit, right: Unit) -> bool:
    """Whether one word for the other in the same place changes nothing: one root, two titles, two verbs of plain saying.

    Two words whose meanings the lexicon knows, and which have none in common, do not, whatever their root.
    """
    return are_titles(left.form, right.form) or (_only_says(left) and _only_says(right)) or _are_of_one_root(left, right)


def is_an_editors_word(matching: Matching, left: Unit, right: Unit) -> bool:
    """Whether two words in one place of two copies are likelier one thing in an editor's words than two things.

    Any in a long sentence; in a rather long one verbs («نالت», «احتلت المركز») and common words that are not both known («لصالح», «لتنفيذ
    الطريق»); numbers of points in a list; a name beside a noun with the article («دخلوا العاصمة», «دخلوا سمران»).
    """
    known = has_meaning(left.keys) and has_meaning(right.keys)
    if is_verb_form(left) and is_verb_form(right):
        of_any_use = not known or (min(matching.coverage) > _IN_FULL and not turns(left) and not turns(right))
    else:
        of_any_use = not known and max(left.weight, right.weight) < _COMMON
    if matching.length >= _LONG or (matching.length >= RATHER_LONG and of_any_use) or left.form.isdigit() or right.form.isdigit():
        return True
    return _names_what_is_described(left, right) or _names_what_is_described(right, left)


def _names_what_is_described(name: Unit, noun: Unit) -> bool:
    return (
        name.kind in NAMES and not has_meaning(name.keys) and not noun.kind and has_meaning(noun.keys) and bool(_DEFINITE.match(noun.form))
    )


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
