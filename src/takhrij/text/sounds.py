"""Names by their sound: the consonants that a name keeps on its way between spellings and scripts."""

from __future__ import annotations

import re
from functools import lru_cache

# Vowels and the letters that only some write are dropped; letters that newsrooms exchange are one.
_SOUNDS = str.maketrans(
    {**dict.fromkeys("اويهءعaeiouywh'’", ""), **dict.fromkeys("غجقكgjkqcx", "k"), **dict.fromkeys("طتثt", "t"),
     **dict.fromkeys("ذزظz", "z"), **dict.fromkeys("ضدd", "d"), **dict.fromkeys("صسsش", "s"),
     **dict.fromkeys("بپbp", "b"), **dict.fromkeys("فvf", "f"),
     "ن": "n", "م": "m", "ل": "l", "ر": "r", "ح": "", "خ": "k"}
)  # fmt: skip
_ARTICLE = re.compile(r"^[وف]?(?:[بك]?ال|لل)")
_DOUBLED = re.compile(r"(.)\1")


@lru_cache(maxsize=100_000)
def sound_of(form: str) -> str:
    """The consonants of a name as transliterations share them: «بواتنغ», «بواتينج» and "Boateng" are one.

    >>> sound_of("بواتينج"), sound_of("boateng")
    ('btnk', 'btnk')
    """
    return _DOUBLED.sub(r"\1", _ARTICLE.sub("", form).translate(_SOUNDS))
