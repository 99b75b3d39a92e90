"""In which language a document is: as it says itself, else by its letters."""

from __future__ import annotations

from functools import lru_cache

from takhrij.model.document import Document

ARABIC, ENGLISH = "ar", "en"
LOOKED_AT = 2000  # characters by which the script is told


def language_of(document: Document) -> str | None:
    """The language as given ("ar-EG" is ar), else Arabic or English by the script of most letters; None where there are no letters."""
    given = (document.language or "").strip().lower().replace("_", "-").split("-")[0]
    return given or script_language(document.text[:LOOKED_AT] or document.title or "")


@lru_cache(maxsize=64)
def script_language(words: str) -> str | None:
    """ "ar" where most letters are Arabic, "en" where most are Latin.

    >>> script_language("حريق في ميناء زمران"), script_language("A blaze at Zamran port"), script_language("17")
    ('ar', 'en', None)
    """
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in words)
    latin = sum("a" <= letter <= "z" for letter in words.lower())
    return None if not arabic + latin else (ARABIC if arabic >= latin else ENGLISH)
