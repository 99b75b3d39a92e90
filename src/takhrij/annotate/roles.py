"""Who holds which role: «المتحدث باسم البلدية، سامي الغيم» lets «المتحدث» mean سامي الغيم later on."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from takhrij.annotate.clauses import COMMAS, FIXED, RELATIVES, bare, is_complementizer, is_preposition, kind_of_noun
from takhrij.annotate.conjugation import reading_of
from takhrij.annotate.gazetteer import nationality
from takhrij.annotate.name_words import is_unusual
from takhrij.annotate.phrases import is_definite
from takhrij.annotate.wording import QUOTE, Range, Wording

_QUOTED = 5  # tokens from mark to mark
_NEAR = 5  # tokens from such a mark back to the role
_LONGEST = 9  # words of a role before or behind a name
_ROLE_KINDS = ("unnamed", "title", "outlet", "vague")
_BETWEEN = frozenset({*COMMAS, QUOTE})
_LINKS = frozenset({"في", "عن", "باسم", "لدي", "ب"})  # «المتحدث باسم الوزارة», «النائب عن الجنوب»
_ALIKE = (
    frozenset({"رييس", "زعيم"}),
    frozenset({"متحدث", "ناطق"}),
    frozenset({"خبير", "محلل", "باحث", "مختص", "عالم"}),
    frozenset({"نايب", "برلماني"}),
    frozenset({"ضابط", "عميد", "عقيد", "لواء", "رايد", "نقيب", "جنرال"}),
    frozenset({"صحفي", "صحافي", "مراسل", "اعلامي"}),
)
# Who may be called «المسؤول» the second time.
_OFFICIALS = frozenset(
    "مسوول مسيول وزير مدير قايد ضابط دبلوماسي دبلوماسيين متحدث ناطق نايب محافظ امين مبعوث سفير قيادي وكيل مستشار مندوب كبار".split()  # noqa: SIM905
)
_OF_NOW = frozenset({"جديد", "جديده", "حالي", "راهن"})  # «الوزير الجديد»: who is told with his office before
_PLAYERS = frozenset({"لاعب", "نجم", "مهاجم", "حارس", "مدافع"})
_TRADES = _PLAYERS | frozenset("مدرب مسوول دبلوماسي زعيم رييس وزير فنان مطرب ممثل كاتب".split())  # noqa: SIM905
_GENERAL = frozenset({"مسوول", "مسيول"})


_OFFICE = 2  # words that tell an office: «مدير المرفأ»
_OF_ALL = frozenset({"عام", "تنفيذي", "اول", "جديد", "حالي", "سابق"})


class Holder(NamedTuple):
    """A person's name, the stems of the role told beside it, and those of them that are nouns for people."""

    name: Range
    words: frozenset[str]
    heads: frozenset[str]


@lru_cache(maxsize=50_000)
def stem(form: str) -> str:
    """A word without article, feminine of the nisba and spelling variants: «الأميركية» and «أمريكي» are one."""
    word = bare(form).replace("اميرك", "امريك").replace("ئ", "ي")
    return word[:-1] if word.endswith("يه") and len(word) > 4 else word


def stems_of(forms: Sequence[str]) -> set[str]:
    """The stems of a description's words, of «لصحيفة» that of صحيفة too."""
    led = (form[1:] for form in forms if form.startswith("ل") and kind_of_noun(form[1:]) is not None)
    return {*map(stem, forms), *map(stem, led)}


@lru_cache(maxsize=50_000)
def head_stem(form: str) -> str:
    """The stem of a role's noun, for men and women alike: خبيرة is خبير."""
    word = stem(form)
    return word[:-1] if word.endswith("ه") and len(word) > 3 else word


def holders_of(wording: Wording, people: Sequence[Range]) -> list[Holder]:
    """The persons of a field with a role beside their name, in order."""
    names = sorted({*(_with_first(wording, name) for name in people), *_quoted(wording)})
    found = (holder(name, [*role_before(wording, name), *_behind(wording, name)]) for name in names)
    return [one for one in found if one.words]


def _with_first(wording: Wording, name: Range) -> Range:
    """A name with the first word that the list lacks, between a comma and it: «وزير النقل، ملولو سامي الغيم»."""
    first = wording.form(name[0] - 1)
    unknown = first.isalpha() and len(first) > 2 and kind_of_noun(first) is None and reading_of(first) is None
    last = wording.form(name[1])
    goes_on = last.isalpha() and len(last) > 2 and kind_of_noun(last) is None and reading_of(last) is None and not is_definite(last)
    if name[1] - name[0] == 1 and goes_on and not is_preposition(last) and is_unusual(last):
        name = name[0], name[1] + 1  # «اللاعب أندري يدلين»
    free = unknown and not is_definite(first) and not is_preposition(first) and wording.form(name[0] - 2) in COMMAS
    return (name[0] - 1, name[1]) if free else name


def _quoted(wording: Wording) -> list[Range]:
    """Names in quotation marks behind a role: «الصحفية "ريما كمال الغيم"»."""
    pairs = [(opener + 1, closer) for opener, closer in wording.partners.items() if closer is not None and 2 < closer - opener <= _QUOTED]
    plain = [pair for pair in pairs if all(kind_of_noun(wording.form(place)) is None for place in range(*pair))]
    return [pair for pair in plain if any(kind_of_noun(wording.form(pair[0] - back)) in _ROLE_KINDS for back in range(2, _NEAR))]


def holder(name: Range, forms: Sequence[str]) -> Holder:
    """A person whose role is told by these words."""
    return Holder(name, frozenset(map(stem, forms)), heads_in(forms))


def heads_in(forms: Sequence[str]) -> frozenset[str]:
    """The stems of the nouns for people among the words of a role; «مساعد مدير المرفأ» is no مدير."""
    people = [kind_of_noun(form) in _ROLE_KINDS and not (kind_of_noun(form) == "outlet" and form.endswith("ه")) for form in forms]
    of_another = [False, *(kind_of_noun(form) == "unnamed" and not is_definite(form) for form in forms)]
    return frozenset(head_stem(form) for form, known, other in zip(forms, people, of_another, strict=False) if known and not other)


def role_before(wording: Wording, name: Range) -> list[str]:
    """«قال وزير النقل، سامي الغيم»: وزير, النقل."""
    place = name[0] - 1
    while place > 0 and place > name[0] - 4 and (wording.form(place) in _BETWEEN or kind_of_noun(wording.form(place)) == "title"):
        place -= 1  # «وزير النقل، الدكتور سامي الغيم»
    forms: list[str] = []
    length = 0
    while place >= 0 and len(forms) < _LONGEST and not _ends_role(wording, place):
        form = wording.form(place)
        forms.append(form)
        length = len(forms) if kind_of_noun(form) in _ROLE_KINDS and form[:1] not in "بل" else length
        place -= 1
    return forms[:length][::-1]


def _behind(wording: Wording, name: Range) -> list[str]:
    """«سامي الغيم، مدير المرفأ، …»: مدير, المرفأ."""
    place = name[1] + (wording.form(name[1]) in COMMAS)
    if kind_of_noun(wording.form(place)) not in ("unnamed", "outlet"):
        return []
    stop = next((further for further in range(place + 1, place + _LONGEST) if _ends_role(wording, further)), place + _LONGEST)
    return [wording.form(further) for further in range(place, stop)]


def _ends_role(wording: Wording, place: int) -> bool:
    form = wording.form(place)
    if not form or not form[0].isalnum() or form in RELATIVES or is_complementizer(form):
        return True
    if is_preposition(form) and form not in _LINKS and wording.form(place - 1) not in FIXED:
        return True
    reading = reading_of(form)
    return reading is not None and not is_definite(form) and kind_of_noun(form) is None


def later_holder(wording: Wording, holders: Sequence[Holder], after: int, words: Sequence[str]) -> Holder | None:
    """Who is named with the same office only later, and alone has it: «أعلن مدير المرفأ أن … . وقال مدير المرفأ سامي الغيم …»."""
    if len(words) < _OFFICE or kind_of_noun(words[0]) != "unnamed":
        return None
    mine = {stem(word) for word in words}
    same = [held for held in holders if head_stem(words[0]) in held.heads]
    alone = len({wording.form(held.name[1] - 1) for held in same}) == 1
    later = (held for held in same if held.name[0] >= after and held.words - _OF_ALL <= mine)
    fits = (held for held in later if len(held.words - _OF_ALL - _LINKS) >= _OFFICE)
    return next(fits, None) if alone else None


def is_official(words: Sequence[str], heads: Set[str]) -> bool:
    """Whether «المسؤول» can mean who has one of these roles."""
    return is_general(words) and bool(heads & _OFFICIALS)


def is_general(words: Sequence[str]) -> bool:
    """Whether a description is «المسؤول» alone."""
    return len(words) == 1 and head_stem(words[0]) in _GENERAL


def is_of_trade(words: Sequence[str], heads: Set[str], roles: Set[str]) -> bool:
    """Whether «المدرب الزيتوني» can mean a person of whom no other office or nation was told."""
    told = {stem(word) for word in words[1:] if nationality(word) is not None}
    nations = {word for word in roles if nationality(word) is not None}
    offices = heads_in(sorted(heads | roles))
    free = not offices or (offices <= _PLAYERS and head_stem(words[0]) in _PLAYERS)
    return free and head_stem(words[0]) in _TRADES and is_definite(words[0]) and (not nations or told <= nations)


def describes(words: Sequence[str], heads: Set[str], roles: Set[str]) -> int:
    """How surely a description (forms, head first) means who is called so: 2 wholly, 1 by its head alone, 0 not.

    >>> told = {"وزير", "نقل", "شمالي"}
    >>> describes(["الوزير", "الشمالي"], {"وزير"}, told), describes(["الوزير", "الجنوبي"], {"وزير"}, told)
    (2, 0)
    """
    others = {stem(word) for word in words[1:] if not is_preposition(word) and word != "باسم"} - roles - _OF_NOW
    if not _same_head(head_stem(words[0]), heads):
        return 0
    if others <= heads:
        return 2
    return int(all(nationality(word) for word in others) and not any(nationality(word) for word in roles))


def _same_head(head: str, heads: Set[str]) -> bool:
    if head in heads:
        return True
    return any(head in alike and heads & alike for alike in _ALIKE)
