"""Seeds that stand in many articles («خادم الحرمين», «مليار دولار»): how much a meeting of two texts in one of them is worth."""

from __future__ import annotations

from functools import cache

import numpy as np

from takhrij.match.background import COMMON_PAIR, pair_shares
from takhrij.match.kernels import Floats, Ints, kernel, mixed, place_in, table_of
from takhrij.match.numbers import numbers_of

HIGHEST = 0.75  # worth of the rarest set phrase of the list; a seed outside the list is worth 1


def worths(keys: Ints) -> Floats:
    """From 0 for a seed that stands in every article to 1 for one that stands in few.

    >>> from takhrij.match.numbers import key_of
    >>> worths(np.array([key_of("خادم", "حرم"), key_of("سنجاب", "ارجوح")])).round(1).tolist()
    [0.4, 1.0]
    """
    return worths_among(keys, *set_phrases())


@kernel
def worths_among(keys: Ints, slots: Ints, listed: Ints, known: Floats) -> Floats:
    """The same, with the three arrays of `set_phrases`."""
    out = np.ones(len(keys))
    for number in range(len(keys)):
        place = place_in(slots, listed, keys[number])
        if place >= 0:
            out[number] = known[place]
    return out


@kernel
def _keys(ones: Ints, others: Ints) -> Ints:
    out = np.empty(len(ones), np.int64)
    for number in range(len(ones)):
        out[number] = mixed(ones[number], others[number])
    return out


@cache
def set_phrases() -> tuple[Ints, Ints, Floats]:
    """The table of the list, its keys, and what each is worth."""
    shares = pair_shares()
    ones, others = (np.array(numbers_of([pair[side] for pair in shares]), np.int64) for side in (0, 1))
    keys = _keys(ones, others)
    return table_of(keys), keys, HIGHEST * np.log(np.array(list(shares.values()))) / np.log(COMMON_PAIR)
