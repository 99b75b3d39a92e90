"""What the search index holds of a telling: the lemmas of its words, and the keys under which words of two languages meet."""

from __future__ import annotations

from takhrij.claims.units import MEANT, NAMED, SOUNDING, units_of
from takhrij.model.claim import Telling, TellingTerms
from takhrij.text.lemmas import lemmas_of
from takhrij.text.tokens import tokens_of

ACROSS = (MEANT, NAMED, SOUNDING)  # keys under which words of two languages meet


def terms_of_telling(telling: Telling) -> TellingTerms:
    """«حريق في زمران» is found by حريق and زمران, and by what fire and Zamran are in any language."""
    return TellingTerms(telling.telling, telling.document, " ".join(lemmas_of(telling.words)), " ".join(meeting_keys(telling.words)))


def meeting_keys(words: str) -> list[str]:
    """What words mean, the names that they are and how they sound, the same in any language: «حريق» and fire, «زمران» and Zamran."""
    keys = (key for unit in units_of(tokens_of(words)) for key in unit.keys if key.startswith(ACROSS))
    return ["".join(filter(str.isalnum, key)) for key in keys]
