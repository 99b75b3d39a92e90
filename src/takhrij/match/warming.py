"""Has every kernel of text reuse compiled by comparing two small texts: up to a minute once on a machine, then from numba's cache."""

from __future__ import annotations

from functools import cache

import numpy as np

from takhrij.match.alignments import passages_between
from takhrij.match.gists import Vectors
from takhrij.match.kernels import Ints
from takhrij.match.retellings import retellings_between
from takhrij.match.shingles import shingles_of
from takhrij.model.document import Document

_TOLD = "أعلنت وزارة الزراعة في برقة أن موسم الزيتون بدأ مبكرا وأن المعاصر تعمل منذ الفجر حتى المغرب بطاقة 40 طنا في اليوم"


@cache
def warm() -> None:
    """Compile or load what `shingles_of` and `passages_between` call; workers that start later find it in the cache.

    «بدأ موسم الزيتون» beside itself is enough: the kernels are compiled for their kinds of arrays, not for what stands in them.
    """
    left, right = (Document(name, name, 0, None, None, None, None, _TOLD, None, None, None) for name in ("a", "b"))
    shingles_of(_TOLD)
    passages_between("a|b", left, right)


@cache
def warm_courses() -> None:
    """The same for what `retellings_between` calls: three sentences beside themselves."""
    left, right = (Document(name, name, 0, None, None, None, None, "\n".join([_TOLD] * 3), None, None, None) for name in ("a", "b"))
    retellings_between("a|b", left, right, _NoMeanings())


class _NoMeanings:
    """A table of meanings without a word."""

    def rows_of(self, stems: Ints) -> Ints:
        return np.full(len(stems), -1, np.int64)

    def vectors_of(self, rows: Ints) -> Vectors:
        return np.zeros((len(rows), 2), np.float32)

    def shares_of(self, rows: Ints) -> Vectors:
        return np.zeros(len(rows), np.float32)
