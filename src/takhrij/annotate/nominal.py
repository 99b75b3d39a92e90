"""Nouns that signal an attribution: «اتهامات بأن …», «مخاوف من …», «تحذيرات أممية من …», «بقوله: …»."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from takhrij.annotate.clauses import (
    COMMAS,
    PRONOUNS,
    TEMPORAL,
    is_complementizer,
    is_content_noun,
    is_listed,
    is_preposition,
    kind_of_noun,
    starts_adjunct,
)
from takhrij.annotate.markers import after_marker
from takhrij.annotate.phrases import is_definite
from takhrij.annotate.wording import Range, Wording
from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon

_WITH_ALEF = frozenset({"تحذير", "اتهام", "تصريح", "تاكيد", "اعلان", "اعتقاد"})  # «أصدر الوزير تحذيرا من …»
_FARTHEST = 9  # tokens of a holder between noun and content
_FARTHEST_LINK = 3  # tokens from a noun to its preposition
_SHORTEST_ACCUSED = 3  # letters: لها
_IMPERSONAL = frozenset({"خلاصه", "وخلاصه", "مجمل", "يمكن", "ويمكن", "يمكننا", "استطيع", "نستطيع", "يصح", "يجوز"})
_HOLDERS = ("place", "organization", "unnamed", "title", "outlet")
_PURPORT = frozenset({"مفاده", "مفادها", "فحواه", "فحواها", "مضمونه", "مضمونها", "مودها", "موداه", "نصها", "نصه"})
_ACCUSED = 9  # tokens from the one accused to what of
_PREFIXES = ("", "و", "ب", "ل", "ال", "وال", "بال", "لل", "ول", "وب", "ف")
_LINKS = {"من": "من", "عن": "عن", "حول": "حول", "علي": "على", "الي": "الى", "بشان": "حول"}


@dataclass(frozen=True, slots=True)
class Noun:
    """A row of nominal_cues.tsv."""

    opens: frozenset[str]
    stance: str
    holder: str


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun at a token, where its content begins, and the tokens of its holder between the two."""

    first: int
    content: int
    source: Range | None
    noun: Noun


@cache
def _nouns() -> dict[str, Noun]:
    rows = (
        (folded(row["noun"]), Noun(frozenset(row["opens"].split()), row["stance"], row["holder"]))
        for row in lexicon("annotate", "nominal_cues")
    )
    forms = [(form + ending, noun) for form, noun in rows for ending in (("", "ا") if form in _WITH_ALEF else ("",))]
    return {prefix + form: noun for form, noun in forms for prefix in _PREFIXES if prefix + form not in ("بالتاكيد", "والتاكيد")}


def nominal_of(wording: Wording, taken: set[int]) -> list[Nominal]:
    """The nominal cues of a field, but those that are part of a cue already (نقلت … قوله)."""
    found = (_at(wording, place) for place, token in enumerate(wording.tokens) if place not in taken and token.form in _nouns())
    return [nominal for nominal in found if nominal is not None]


def _at(wording: Wording, place: int) -> Nominal | None:
    if wording.form(place - 1) in _IMPERSONAL:
        return None  # «خلاصة القول أن …», «يمكن القول إن …»
    noun = _nouns()[wording.form(place)]
    _, stop = wording.sentence_of(place)
    for number in range(place + 1, min(stop, place + _FARTHEST)):
        form = wording.form(number)
        content = _content(wording, noun, number, place)
        if content is not None:
            return _nominal(wording, noun, place, number, content)
        if form in COMMAS or form in (".", ":") or wording.opens(number):
            return None
    return None


def _is_definite(form: str) -> bool:
    return form.startswith(("ال", "وال", "بال", "لل")) and form not in ("القول", "بالقول")


def _content(wording: Wording, noun: Noun, number: int, place: int) -> int | None:
    form, after = wording.form(number), wording.form(number + 1)
    if number > place + 1 and (_is_definite(wording.form(place)) or wording.form(number - 1) in ("هو", "هي")):
        return None  # «الشكوك» with a holder has the article only before an adjective, and then says too little
    direct = number == place + 1
    if "ان" in noun.opens and is_complementizer(form) and (direct or wording.form(number - 1) not in ("بعد", "قبل", "منذ", "دون")):
        return after_marker(wording, number)
    if ":" in noun.opens and direct and (wording.opens(number) or form == ":"):
        return number + (form == ":")
    link = _LINKS.get(form)
    if link in noun.opens:
        about = is_content_noun(after) if link == "حول" else not starts_adjunct(form, after)
        if link == "من" and kind_of_noun(after) in ("unnamed", "vague") and not is_definite(after):
            return None  # «تحذيرات من خبراء» tells whose they are
        return number + 1 + is_complementizer(after) if about and number - place <= _FARTHEST_LINK else None
    if "لب" in noun.opens and direct and _is_accused(wording, number):
        return number
    if "object" in noun.opens and 1 < number - place <= _FARTHEST_LINK + 1 and is_listed(form):
        return number if kind_of_noun(wording.form(place + 1)) in _HOLDERS else None  # «إعلان الوزارة وفاة …»
    if "ب" in noun.opens and form.startswith("ب") and len(form) > 3 and (direct or is_content_noun(form[1:]) or is_content_noun(form[3:])):
        return number
    return None


def _is_accused(wording: Wording, number: int) -> bool:
    """«اتهامات للوزارة بالتقصير», «اتهامه لها بـ…»: the one accused begins the content."""
    form = wording.form(number)
    if not form.startswith("ل") or len(form) < _SHORTEST_ACCUSED:
        return False
    near = (wording.form(place) for place in range(number + 1, number + _ACCUSED))
    return any(other.startswith("ب") and len(other) > _SHORTEST_ACCUSED for other in near)


def _nominal(wording: Wording, noun: Noun, place: int, number: int, content: int) -> Nominal | None:
    begin, end = place + 1, number
    if wording.form(begin).startswith("و") and kind_of_noun(wording.form(begin)) is None and not is_definite(wording.form(begin)):
        begin += 1  # «مخاوف وريبة من …»
    if end > begin and (wording.form(end - 1) in ("من", "علي", "الي") or is_preposition(wording.form(end - 1))):
        end -= 1
    if end > begin and wording.form(end - 1) in _PURPORT:
        begin = end  # «رسالة هادفة مفادها أن …»
    if begin < end and wording.form(begin) == "من":
        begin += 1
    told = next((place for place in range(begin + 1, end) if wording.form(place) in TEMPORAL), end)
    if told < end - 1 and "ب" in noun.opens:
        content = told + 1  # «اتهام الحكومة أمس البلدية بالتقصير»
    end = told
    if begin < end and wording.form(begin) in _IMPERSONAL:
        return None  # «أي معلومات يمكن أن تقود إليه»
    source = (begin, end) if begin < end and wording.form(begin) not in PRONOUNS else None
    if source is not None and (
        is_preposition(wording.form(begin)) or starts_adjunct(wording.form(begin), wording.form(begin + 1)) or end - begin > 5
    ):
        source = None
    return Nominal(place, content, source, noun)
