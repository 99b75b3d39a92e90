"""Seeds that stand in many articles («خادم الحرمين», «مليار دولار»): how much a meeting of two texts in one of them is worth."""

from __future__ import annotations

from functools import cache

import numpy as np

from takhrij.match.background import COMMON_PAIR, pair_shares
from takhrij.match.numbers import Floats, Ints, key_of

HIGHEST = 0.75  # worth of the rarest set phrase of the list; a seed outside the list is worth 1


def worths(keys: Ints) -> Floats:
    """From 0 for a seed that stands in every article to 1 for one that stands in few.

    >>> worths(np.array([key_of("خادم", "حرم"), key_of("سنجاب", "ارجوح")])).round(1).tolist()
    [0.4, 1.0]
    """
    listed, known = _listed()
    at = np.minimum(np.searchsorted(listed, keys), len(listed) - 1)
    worth: Floats = np.where(listed[at] == keys, known[at], 1.0)
    return worth


@cache
def _listed() -> tuple[Ints, Floats]:
    """The keys of the list in order, and what each is worth."""
    shares = pair_shares()
    keys = np.array([key_of(one, other) for one, other in shares], np.int64)
    worth = HIGHEST * np.log(np.array(list(shares.values()))) / np.log(COMMON_PAIR)
    order = np.argsort(keys)
    return keys[order], worth[order]
