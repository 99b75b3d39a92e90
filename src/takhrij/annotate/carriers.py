"""Media that stand between the reader and a source: «قال لإذاعة التل», «في بيان نقلته وكالة الغيم»."""

from __future__ import annotations

from typing import NamedTuple

from takhrij.annotate.clauses import COMMAS, is_complementizer, is_preposition, kind_of_noun, starts_adjunct
from takhrij.annotate.markers import after_bracket
from takhrij.annotate.outlets import name_at
from takhrij.annotate.phrases import is_definite
from takhrij.annotate.wording import QUOTE, Range, Wording

_LETTERS = frozenset({"بي", "سي"})  # «بي بي سي»
_LONGEST_NAME = 8  # tokens of a medium's name
_RECEIVED = frozenset("تلقت تلقته تلقتها حصلت تسلمت وصل تلقاه نشرت اوردت اطلعت".split())  # noqa: SIM905
_PASSED_ON = frozenset("نقلته نقلتها بثته بثتها نشرته نشرتها اوردته اوردتها نقله نشره بثه اوردها".split())  # noqa: SIM905
_TALKS = frozenset(
    "تصريح تصريحات تصريحاته تصريحاتها حديث حديثه حديثها مقابله مقابلات مقابلته حوار اتصال مداخله لقاء تصريحه تصريحها حواره".split()  # noqa: SIM905
)
_OF_SOME = ("علام", "يه", "يين")  # ends of the words behind «وسائل» that tell which
_OF_OFFICE = frozenset({"العام", "التنفيذي", "الاقليمي", "الاعلي", "المساعد", "المنتدب"})
_BELONGING = frozenset("التابع التابعه التابعين المملوك المملوكه المنتمي المنتميه الموالي المواليه الداعم المنظم المجاور".split())  # noqa: SIM905
_COPIES = frozenset({"نسخه", "علي", "بنسخه", "منه", "عليه"})


class Carried(NamedTuple):
    """A medium found in a phrase of occasion: its tokens, further cue tokens, and where reading goes on."""

    medium: Range
    cue: list[Range]
    stop: int


def addressee_at(wording: Wording, token: int, limit: int) -> Range | None:
    """The medium that was spoken to, if one begins here: «لوكالة الغيم», «لـ"صوت التل"»."""
    form = wording.form(token)
    if form in ("ل", "لل") and wording.form(token - 1) in _OF_OFFICE:
        return None  # «المدير العام لـ"المنظمة"»
    if form == "الي" and kind_of_noun(wording.form(token + 1)) == "outlet" and wording.form(token + 1)[:1] not in ("ا", "ب", "ل"):
        return token + 1, medium_end(wording, token + 1, limit)  # «وصرح الغيم إلى صحيفة "التل"»
    if form == "مع" and wording.form(token - 1) in COMMAS and kind_of_noun(wording.form(token + 1)) == "outlet":
        return token + 1, medium_end(wording, token + 1, limit)  # «قالت ريما، في مقابلة طويلة، مع قناة التل»
    if form in ("ل", "لل") and wording.opens(token + 1) and wording.partners[token + 1] is not None:
        return token + 2, wording.partners[token + 1] or token + 2
    if form in ("ل", "لل") and wording.form(token + 1) == "(":
        return token + 2, after_bracket(wording, token + 1, limit) - 1  # «لـ(التل)»
    if not form.startswith("ل") or len(form) < 3 or is_belonging(wording, token):
        return None
    if kind_of_noun(form[1:] if form[1] != "ل" else "ا" + form) == "outlet":
        return token, medium_end(wording, token, limit)
    named = name_at(wording.tokens[token : min(limit, token + _LONGEST_NAME)], 0, wording.text)
    return None if named is None or named.bare else (token, token + named.stop)


def is_belonging(wording: Wording, token: int) -> bool:
    """«الباحث التابع لمركز التل»: the ل is of the word before it, and tells of nobody who is spoken to."""
    return wording.form(token - 1) in _BELONGING


def carrier_at(wording: Wording, start: int, token: int, limit: int) -> Carried | None:
    """The medium at `token` in a phrase of occasion that began at `start`: «في تصريح لـ…», «في بيان تلقته …»."""
    form = wording.form(token)
    following = wording.form(token + 1)
    if form in _PASSED_ON | _RECEIVED and (is_preposition(following) or starts_adjunct(following, "")):
        return None  # «نشره على حسابه», «نشرت أمس»
    if form in _PASSED_ON:
        return Carried((token + 1, medium_end(wording, token + 1, limit)), [(token, token + 1)], medium_end(wording, token + 1, limit))
    if form in _RECEIVED:
        end = medium_end(wording, token + 1, limit)
        stop = end
        while stop < limit and wording.form(stop) in _COPIES:
            stop += 1
        return Carried((token + 1, end), [], stop) if end > token + 1 else None
    spoken = addressee_at(wording, token, limit)
    if spoken is None and form.startswith("ل") and wording.form(token - 1) in _TALKS and len(form) > 3:
        spoken = token, medium_end(wording, token, limit)
    if spoken is None and form in ("مع", "الي") and any(wording.form(place) in _TALKS for place in range(start, token)):
        named = medium_end(wording, token + 1, limit)
        spoken = (token + 1, named) if kind_of_noun(wording.form(token + 1)) == "outlet" else None
    return None if spoken is None else Carried(spoken, [], spoken[1] + (wording.form(spoken[1]) == QUOTE))


def medium_end(wording: Wording, token: int, limit: int) -> int:
    """The token after a medium's name that begins at `token`."""
    if wording.opens(token) and wording.partners[token] is not None:
        return (wording.partners[token] or token) + 1
    named = name_at(wording.tokens[token : min(limit, token + _LONGEST_NAME)], 0, wording.text)
    place = token + (named.stop if named is not None else 1)
    if named is None and not is_definite(wording.form(token)) and not wording.form(token).startswith("لل"):
        while place < min(limit, token + _LONGEST_NAME) and wording.form(place).endswith(_OF_SOME):
            place += 1  # «لوسائل إعلام زيتونية»
    while place < min(limit, token + _LONGEST_NAME):
        form = wording.form(place)
        partner = wording.partners.get(place)
        if partner is not None and place < partner < limit:
            place = partner + 1
        elif form == "(":
            closing = next((number for number in range(place, min(limit, place + 10)) if wording.form(number) == ")"), None)
            if closing is None:
                break
            place = closing + 1
        elif form in _LETTERS or _goes_on(form):
            place += 1
        else:
            break
    return place


def _goes_on(form: str) -> bool:
    """Whether a definite word goes on with a name: «وكالة الغيم الرسمية للأنباء»."""
    return form.startswith(("ال", "لل")) and not starts_adjunct(form, "") and not is_complementizer(form)
