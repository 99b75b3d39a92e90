"""Media that stand between the reader and a source: «قال لإذاعة التل», «في حديث مع صحيفة الفجر»."""

from __future__ import annotations

from functools import lru_cache

from takhrij.annotate.clauses import COMMAS, bare, is_complementizer, is_content_noun, kind_of_noun, starts_adjunct
from takhrij.annotate.wording import Wording

Range = tuple[int, int]
_LONGEST_NAME = 8  # tokens of a medium's name
_RECIPIENTS = frozenset(
    {"تلقت", "تلقته", "حصلت", "وصل", "نقلته", "بثته", "نشرته", "اوردته", "بثتها", "نشرتها", "نقلتها", "تسلمت", "تلقاه", "اطلعت"}
)


@lru_cache(maxsize=20_000)
def is_medium(form: str) -> bool:
    """Whether the word is the head of a medium's name, article and ل taken off."""
    return kind_of_noun(form) == "outlet"


def addressee_at(wording: Wording, token: int, limit: int) -> Range | None:
    """The medium that was spoken to, if one begins here: «لوكالة الغيم», «لـ"صوت التل"», «لإذاعة محلية»."""
    form = wording.form(token)
    if form in ("ل", "لل") and wording.opens(token + 1) and wording.partners[token + 1] is not None:
        return token + 2, wording.partners[token + 1] or token + 2
    if not form.startswith("ل") or len(form) < 4 or not is_medium(form) or not is_medium(bare(form[1:] if form[1] != "ل" else form)):
        return None
    return token, name_end(wording, token, limit)


def name_end(wording: Wording, token: int, limit: int) -> int:
    """The token after a medium's name that begins at `token`."""
    place = token + 1
    while place < min(limit, token + _LONGEST_NAME):
        form = wording.form(place)
        if form in COMMAS or form in (".", ":") or is_complementizer(form) or starts_adjunct(form, wording.form(place + 1)):
            break
        if wording.opens(place) and wording.partners[place] is not None and place - token < 3:
            place = (wording.partners[place] or place) + 1
            continue
        if form == "(":
            closing = next((number for number in range(place, min(limit, place + 8)) if wording.form(number) == ")"), None)
            if closing is None:
                break
            place = closing + 1
            continue
        if form in ("من", "في", "عن", "علي", "الي") or is_content_noun(form) or not (form[0].isalnum()):
            break
        place += 1
    return place
