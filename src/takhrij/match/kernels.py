"""What every kernel of text reuse stands on: compiling a function over arrays to machine code, and tables from number to place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

Ints = NDArray[np.int64]  # hashes
Counts = NDArray[np.int32]  # what counts words or characters
Floats = NDArray[np.float64]
Shares = NDArray[np.float32]  # of all words
Flags = NDArray[np.bool_]
Kernel = TypeVar("Kernel", bound=Callable[..., object])

_ODD = np.uint64(0x9E3779B97F4A7C15)  # mixing constants of splitmix64
_MORE = np.uint64(0xBF58476D1CE4E5B9)
_FAR, _FARTHER, _ONE = np.uint64(30), np.uint64(27), np.uint64(1)


def kernel(function: Kernel) -> Kernel:
    """The function compiled by numba at its first call ever on a machine (seconds), then read from a cache.

    The cache lies beside the file, or in the user's own cache where the package may not be written, or in `NUMBA_CACHE_DIR`; where
    nothing may be written at all each process compiles for itself.
    """
    try:
        return cast(Kernel, njit(cache=True, nogil=True)(function))
    except RuntimeError:  # "no locator available"
        return cast(Kernel, njit(nogil=True)(function))


@kernel
def mixed(one: int, other: int) -> np.int64:
    """63 bits for a pair of numbers, the same in either order."""
    less, more = np.uint64(min(one, other)), np.uint64(max(one, other))
    bits = (less * _ODD) ^ ((more + _ODD) * _MORE)
    bits = (bits ^ (bits >> _FAR)) * _MORE
    return np.int64((bits ^ (bits >> _FARTHER)) >> _ONE)


@kernel
def followed(one: int, other: int) -> np.int64:
    """63 bits for two numbers in this order."""
    bits = (np.uint64(one) * _ODD) ^ np.uint64(other)
    bits = (bits ^ (bits >> _FAR)) * _MORE
    return np.int64((bits ^ (bits >> _FARTHER)) >> _ONE)


@kernel
def order_of(numbers: Ints) -> Ints:
    """The places of small numbers from 0 in the order of the numbers, equal ones as they stand: sorted by counting."""
    most = 0
    for number in numbers:
        most = max(most, number)
    begins, order = np.zeros(most + 2, np.int64), np.empty(len(numbers), np.int64)
    for number in numbers:
        begins[number + 1] += 1
    for number in range(most):
        begins[number + 1] += begins[number]
    for place in range(len(numbers)):
        order[begins[numbers[place]]] = place
        begins[numbers[place]] += 1
    return order


@kernel
def table_of(numbers: Ints) -> Ints:
    """Open addressing: for each slot the place of a number in `numbers`, or -1; each number once."""
    size = 16
    while size < 2 * len(numbers):
        size *= 2
    slots = np.full(size, -1, np.int64)
    for place in range(len(numbers)):
        slot = numbers[place] & (size - 1)
        while slots[slot] >= 0:
            slot = (slot + 1) & (size - 1)
        slots[slot] = place
    return slots


@kernel
def place_in(slots: Ints, numbers: Ints, number: np.int64) -> np.int64:
    """Where a number stands in `numbers`, -1 where it does not."""
    slot = number & (len(slots) - 1)
    while slots[slot] >= 0 and numbers[slots[slot]] != number:
        slot = (slot + 1) & (len(slots) - 1)
    place: np.int64 = slots[slot]
    return place


@kernel
def renumbered(ours: Ints, theirs: Ints) -> tuple[Ints, Ints]:
    """The numbers of two arrays counted from 0 in the order in which they first stand there."""
    size = 16
    while size < 2 * (len(ours) + len(theirs)):
        size *= 2
    slots, seen, count = np.full(size, -1, np.int64), np.empty(len(ours) + len(theirs), np.int64), 0
    out = np.empty(len(seen), np.int64)
    for at in range(len(seen)):
        number = ours[at] if at < len(ours) else theirs[at - len(ours)]
        slot = number & (size - 1)
        while slots[slot] >= 0 and seen[slots[slot]] != number:
            slot = (slot + 1) & (size - 1)
        if slots[slot] < 0:
            slots[slot], seen[count] = count, number
            count += 1
        out[at] = slots[slot]
    return out[: len(ours)].copy(), out[len(ours) :].copy()
