"""Leaves out what tells of a feeling and of no words: «أعرب الوزير عن سعادته بالفوز»; he who felt goes on as the speaker."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.annotate.clauses import is_complementizer, words_of_class
from takhrij.annotate.conjugation import reading_of
from takhrij.annotate.drafts import Draft
from takhrij.annotate.wording import Wording

_SHOWN = frozenset({"اعرب", "عبر"})
_FEELINGS = words_of_class("feeling")
_STRONG = words_of_class("strong")  # «عن بالغ سعادته»
_ITS = ("هما", "ها", "هم", "ه", "نا", "ي")


def without_feelings(wording: Wording, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts but those that tell of a feeling; what lay in one of these lies in what that one lies in."""
    kept = [draft for draft in drafts if not _is_felt(wording, draft)]
    if len(kept) == len(drafts):
        return kept
    for draft in kept:
        while draft.parent is not None and _is_felt(wording, drafts[draft.parent]):
            draft.parent = drafts[draft.parent].parent
    places = {id(draft): number for number, draft in enumerate(kept)}
    for draft in kept:
        draft.parent = None if draft.parent is None else places[id(drafts[draft.parent])]
    return kept


def _is_felt(wording: Wording, draft: Draft) -> bool:
    """«عن سعادته بالفوز», «عن بالغ شكرهم للوزارة»; but «عن سعادته بأن الجسر فتح», «عن أمله», which tell more."""
    reading = reading_of(wording.form(draft.first))
    if reading is None or reading.verb.perfect not in _SHOWN:
        return False
    place = draft.content[0][0]
    place += wording.form(place) in _STRONG
    return _is_feeling(wording.form(place)) and not is_complementizer(wording.form(place + 1))


def _is_feeling(form: str) -> bool:
    owned = (form.removesuffix(ending) for ending in _ITS if form.endswith(ending))
    return form in _FEELINGS or any(core in _FEELINGS or core.removesuffix("ت") + "ه" in _FEELINGS for core in owned)
