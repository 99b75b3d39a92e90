"""Has every kernel of text reuse compiled by comparing two small texts: up to a minute once on a machine, then from numba's cache."""

from __future__ import annotations

from functools import cache

from takhrij.match.alignments import passages_between
from takhrij.match.shingles import shingles_of
from takhrij.model.document import Document

_TOLD = "أعلنت وزارة الزراعة في برقة أن موسم الزيتون بدأ مبكرا وأن المعاصر تعمل منذ الفجر حتى المغرب بطاقة 40 طنا في اليوم"


_RETOLD = _TOLD.replace("موسم الزيتون بدأ مبكرا", "الزيتون بدأ موسمه")
_TWICE = " ".join([_TOLD, *(f"كلمة{number}" for number in range(100)), _TOLD])


@cache
def warm() -> None:
    """Compile or load what `shingles_of` and `passages_between` call; workers that start later find it in the cache.

    A text beside itself in other words, and one that repeats itself, are enough: kernels are compiled for their kinds of arrays, not for
    what stands in them.
    """
    told, retold, twice = (Document(name, name, 0, None, None, None, None, name, None, None, None) for name in (_TOLD, _RETOLD, _TWICE))
    shingles_of(_TOLD)
    passages_between("a|b", told, retold)
    passages_between("c|c", twice, twice)
