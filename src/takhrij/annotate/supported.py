"""Nouns of saying with a verb that only carries them: «أصدرت الوزارة بيانا أكدت فيه أن …», «أطلق النائب تحذيرا من …»."""

from __future__ import annotations

from typing import NamedTuple

from takhrij.annotate.clauses import COMMAS, PRONOUNS, TEMPORAL, is_preposition, kind_of_noun
from takhrij.annotate.conjugation import reading_of
from takhrij.annotate.markers import THAT, after_marker, marker_after
from takhrij.annotate.phrases import is_definite
from takhrij.annotate.wording import Range, Wording

_VERBS = frozenset("اصدر اصدرت اصدروا اطلق اطلقت اطلقوا وجه وجهت وجهوا نشر نشرت نشروا وزع وزعت بث بثت القي القت".split())  # noqa: SIM905
_NOUNS = frozenset(
    "بيانا تحذيرا تصريحا تقريرا منشورا نداء تعميما خطابا رساله تغريده تدوينه كلمه تصريحات تحذيرات بلاغا مقطعا فيديو".split()  # noqa: SIM905
)
_STANCES = {"تحذيرا": "tentative", "تحذيرات": "tentative"}
_WITHIN = frozenset({"فيه", "فيها", "خلاله", "خلالها"})
_ESTIMATED = frozenset({"يقدر", "تقدر", "ويقدر", "وتقدر"})
_AMOUNTS = frozenset("نحو حوالي اكثر ميات مايات مييات الاف عشرات ملايين مليارات الف مليون مليار مايه ماية قرابه عده بضعه".split())  # noqa: SIM905
_TOWARDS = PRONOUNS | {"اليهم", "لهما", "لهن", "اليهما"}
_CAME = frozenset({"جاء", "ورد", "جاءت"})
_FARTHEST = 14  # tokens of the one who issued it
_ADJECTIVES = 3  # tokens between the noun and the verb behind it
_SOON = 12  # tokens from «فيه» to the content


class Supported(NamedTuple):
    """The cue's pieces, the source between them, where the content begins, and the stance."""

    cue: list[Range]
    source: Range | None
    content: int
    stance: str
    nobody: bool = False  # «يقدر عددهم بالآلاف»


def supported_of(wording: Wording) -> list[Supported]:
    """The statements of a field that somebody issued and that say something «فيه»."""
    found = [_at(wording, place) for place, token in enumerate(wording.tokens) if token.form in _WITHIN]
    found += [_came_in(wording, place) for place, token in enumerate(wording.tokens) if token.form.removeprefix("و") in _CAME]
    found += [_estimated(wording, place) for place, token in enumerate(wording.tokens) if token.form in _ESTIMATED]
    return [item for item in found if item is not None]


def _estimated(wording: Wording, place: int) -> Supported | None:
    """«يقدر عددهم بعشرات الآلاف»: an estimate that is nobody's, from the noun of measure on."""
    first, then = wording.form(place + 1), wording.form(place + 2)
    measured = first.endswith(("ه", "ها", "هم")) and not is_definite(first) and _is_amount(then)
    if wording.form(place - 1) in PRONOUNS or not (measured or _is_amount(first)):
        return None
    return Supported([(place, place + 1)], None, place + 1, "tentative", nobody=True)


def _is_amount(form: str) -> bool:
    return form.startswith("ب") and (form == "ب" or form[1:] in _AMOUNTS or form[1:2].isdigit())


def _came_in(wording: Wording, place: int) -> Supported | None:
    """«وجاء في صحيفة التل أن الجسر آمن»."""
    if wording.form(place + 1) != "في" or kind_of_noun(wording.form(place + 2)) not in ("document", "outlet"):
        return None
    _, stop = wording.sentence_of(place)
    marker = marker_after(wording, place + 2, min(stop, place + _FARTHEST), THAT)
    if marker is None:
        return None
    end = next((number for number in range(place + 2, marker) if wording.form(number) in COMMAS), marker)
    return Supported([(place, place + 2)], (place + 2, end), after_marker(wording, marker), "neutral")


def _at(wording: Wording, place: int) -> Supported | None:
    reading = reading_of(wording.form(place - 1))
    if reading is None and wording.form(place - 1) not in _CAME:
        return None
    near = range(place - 2, place - 3 - _ADJECTIVES, -1)
    noun = next((number for number in near if wording.form(number) in _NOUNS), None)
    issued = None if noun is None else issued_before(wording, noun)
    _, stop = wording.sentence_of(place)
    marker = marker_after(wording, place + 1, min(stop, place + _SOON), THAT)
    if noun is None or issued is None or marker is None:
        return None
    stance = reading.verb.stance if reading is not None else _STANCES.get(wording.form(noun), "neutral")
    return Supported([(issued[0], issued[0] + 1), (noun, place + 1)], issued[1], after_marker(wording, marker), stance)


def _is_carried(wording: Wording, place: int) -> bool:
    """«ووجهت إليه الهيئة اتهامات»: the pronoun stands right behind the verb."""
    form = wording.form(place - 1)
    return form in _VERBS or (form[:1] in "وف" and form[1:] in _VERBS)


def issued_before(wording: Wording, noun: int) -> tuple[int, Range | None] | None:
    """The verb that carries the noun at a token, and who is named between the two."""
    start, _ = wording.sentence_of(noun)
    for place in range(noun - 1, max(start, noun - _FARTHEST) - 1, -1):
        form = wording.form(place)
        if form in (".", ":", "؟", "!") or (form in PRONOUNS and not _is_carried(wording, place)):
            return None
        if form in _VERBS or (form[:1] in "وف" and form[1:] in _VERBS):
            stop = noun
            while stop > place + 1 and wording.form(stop - 1) in TEMPORAL:
                stop -= 1
            stop = next((number for number in range(place + 2, stop) if wording.form(number) in ("علي", "عبر")), stop)
            begin = place + 1 + (wording.form(place + 1) in _TOWARDS)  # «وجهت إليهم الهيئة اتهامات بـ…»
            named = stop > begin and not is_preposition(wording.form(begin))
            return place, (begin, stop) if named else None
        if reading_of(form) is not None:
            return None
    return None
