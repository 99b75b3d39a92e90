"""The forms under which an inflected word may stand in a lexicon: without clitics and endings, imperfect verbs in the third person."""

from __future__ import annotations

import re
from functools import lru_cache

_CONJUNCTIONS = ("", "و", "ف")
_BEFORE = ("", "ال", "بال", "كال", "لل", "ب", "ل", "ك", "س")
_OBJECTS = ("", "ها", "هم", "هما", "هن", "نا", "ه", "ني")
_ENDINGS = ("", "ت", "تا", "وا", "ون", "ين", "ان", "ات", "ا", "ه", "يه", "ي", "ن")
_SHORTEST = 2  # letters that must remain
_ENGLISH_ENDINGS = ("s", "es", "d", "ed", "ing")
# Perfects in the passive whose letters are not those of the active: حوصر of حاصر, أقيل of أقال, استعيد of استعاد, استؤنف of استأنف.
_PASSIVES = (
    (re.compile(r"([^يتنا])و(\w[^هاي])"), r"\1ا\2"),
    (re.compile(r"(ا[^ل]|است\w|ا[خقغ]ت)ي([^ن])"), r"\1ا\2"),
    (re.compile(r"(است)و(\w\w)"), r"\1ا\2"),
    (re.compile(r"(ا[^لي]\w)ي"), r"\1ا"),
)
_IMPERFECT = "تن"  # of تكتب، نكتب; the lexicons have يكتب. Not of أكتب, which news hardly has and many nouns look like (أحد, أصل)


@lru_cache(maxsize=100_000)
def bases_of(form: str) -> tuple[str, ...]:
    """Candidate base forms of a folded word, the word itself first, then those with least taken off.

    >>> bases_of("وارتفعت")[:3]
    ('وارتفعت', 'وارتفع', 'ارتفعت')
    >>> "يرتفع" in bases_of("سترتفع"), "سيطر" in bases_of("وسيطروا"), "اودي" in bases_of("اودت")
    (True, True, True)
    """
    if form[:1] < "ء":
        return _english_bases(form)
    found: dict[str, int] = {}
    for conjunction in _CONJUNCTIONS:
        for before in _BEFORE:
            prefix = conjunction + before
            if form.startswith(prefix) and len(form) - len(prefix) >= _SHORTEST:
                _add_endings(form[len(prefix) :], len(prefix), found, is_noun=before.endswith("ل") and before != "ل")
    return tuple(sorted(found, key=lambda base: (found[base], -len(base))))


def _english_bases(form: str) -> tuple[str, ...]:
    """«injuries» may be injury, «planned» plan, «closing» close; the word itself first."""
    found = [form]
    for ending in _ENGLISH_ENDINGS:
        base = form.removesuffix(ending)
        if base != form and len(base) > _SHORTEST:
            found += [base, base + "e"]
            found += [base[:-1]] if len(base) > 3 and base[-1] == base[-2] else []
            found += [base[:-1] + "y"] if base[-1] == "i" else []
    return tuple(dict.fromkeys(found))


def _add_endings(rest: str, cost: int, found: dict[str, int], *, is_noun: bool) -> None:
    """Keep what is left of a word without object and ending; behind an article stands no verb: «الأسد» is not of يسد."""
    for shorter, object_cost in _without(rest, _OBJECTS):
        if object_cost and shorter[-1] == "ت" and len(shorter) > _SHORTEST:  # «وزارته» is of وزارة
            _keep(shorter[:-1] + "ه", cost + object_cost, found)
        for base, ending_cost in _without(shorter, _ENDINGS):
            total = cost + object_cost + ending_cost
            _keep(base, total, found)
            if is_noun:
                continue
            for active in _actives(base):
                _keep(active, total + 2, found)
            third = "ي" + base[1:] if base[0] in _IMPERFECT and len(base) > _SHORTEST else base
            _keep(third, total + 1, found)
            if len(base) > _SHORTEST:  # the weak letter that endings swallow: نفت and لم تنف are of نفى
                _keep(base + "ي", total + 2, found)
                _keep(third + "ي", total + 3, found)


def _actives(base: str) -> list[str]:
    """The active of a perfect that may be a passive: «هوجم» is of هاجم, «أرجئ» of أرجأ."""
    return [passive.sub(active, base) for passive, active in _PASSIVES if passive.fullmatch(base)]


def _without(word: str, endings: tuple[str, ...]) -> list[tuple[str, int]]:
    return [(word[: len(word) - len(end)], len(end)) for end in endings if word.endswith(end) and len(word) - len(end) >= _SHORTEST]


def _keep(base: str, cost: int, found: dict[str, int]) -> None:
    if cost < found.get(base, 99):
        found[base] = cost
