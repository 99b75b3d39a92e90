"""The full names of a field by their last word, and whom «الخبير» or «الرجل» means among the persons named before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from takhrij.annotate.clauses import COMMAS, bare, is_content_noun, is_preposition, kind_of_noun
from takhrij.annotate.conjugation import reading_of
from takhrij.annotate.phrases import is_definite
from takhrij.annotate.wording import Wording

Range = tuple[int, int]
_ROLE_WITHIN = 7  # tokens between a role's noun and the name behind it
_BACK = 12  # persons looked back through
# Nouns for somebody who was named before, by gender.
HUMANS = {"رجل": "m", "شاب": "m", "فتي": "m", "سيده": "f", "مراه": "f", "امراه": "f", "فتاه": "f", "شابه": "f"}


def full_names(wording: Wording, people: Sequence[Range]) -> dict[str, list[Range]]:
    """The names of two words and more by their last word: {"غيم": [سامي الغيم]}."""
    out: dict[str, list[Range]] = {}
    for name in [*(person for person in people if person[1] - person[0] > 1), *_titled(wording)]:
        out.setdefault(bare(wording.form(name[1] - 1)), []).append(name)
    return out


def _titled(wording: Wording) -> list[Range]:
    """«المعلمة رجاء القناديلي»: two words behind a definite role, the second with the article."""
    return [
        (place, place + 2)
        for place in range(1, len(wording.tokens) - 1)
        if is_definite(wording.form(place + 1))
        and is_definite(wording.form(place - 1))
        and kind_of_noun(wording.form(place - 1)) in ("unnamed", "title")
        and _may_be_first(wording.form(place))
    ]


def _may_be_first(form: str) -> bool:
    """Whether a first name may look so."""
    if not form.isalpha() or form.isascii() or is_definite(form) or is_preposition(form) or kind_of_noun(form) is not None:
        return False
    return len(form) > 2 and not is_content_noun(form) and reading_of(form) is None and form[0] not in "لو"


def fullest(wording: Wording, names: dict[str, list[Range]], words: Sequence[str]) -> Range | None:
    """The longest name that holds all the words and ends as they do; None where two persons share them."""
    wanted = set(words)
    held = [name for name in names.get(words[-1], ()) if wanted <= _words(wording, name)] if words else []
    if not held:
        return None
    longest = max(held, key=lambda name: (len(_words(wording, name)), -name[0]))
    return longest if all(_words(wording, name) <= _words(wording, longest) for name in held) else None


def _words(wording: Wording, name: Range) -> set[str]:
    return {bare(wording.form(place)) for place in range(*name)}


def holder_of(wording: Wording, people: Sequence[Range], head: str, before: int) -> Range | None:
    """The person named last before a token with the role: «المسؤول في البلدية سامي الغيم» for مسؤول; anybody for رجل."""
    stop = bisect_left(people, (before, before))
    for person in reversed(people[max(0, stop - _BACK) : stop]):
        if person[1] - person[0] > 1 and (head in HUMANS or _has_role(wording, person, head)):
            return person
    return None


def _has_role(wording: Wording, person: Range, head: str) -> bool:
    for place in range(person[0] - 1, max(-1, person[0] - 1 - _ROLE_WITHIN), -1):
        form = wording.form(place)
        if form in (".", ":") or (form in COMMAS and place < person[0] - 1):
            return False
        if bare(form) == head:
            return True
    return False
