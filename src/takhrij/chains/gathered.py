"""Several texts side by side, and what was found of them: what they tell together is many claims, and they need be compared only once."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from takhrij.chains.readings import Collation, Run, Witness, collation, shared_by

SETS_KEPT = 8  # sets of texts kept ready in a process: claims of the same texts come one after the other (cogroups.py)


class Gathered:
    """The texts of a claim, told from one another by being the same objects."""

    def __init__(self, witnesses: tuple[Witness, ...]) -> None:
        self.shared = shared_by(witnesses)
        self._common: dict[tuple[Witness, Witness], int] = {}
        self._has: dict[Witness, int] = {}
        self._before: dict[tuple[Witness, ...], Set[Run]] = {}
        self._collations: dict[tuple[Witness, Witness, tuple[Witness, ...]], Collation] = {}

    def share(self, witness: Witness) -> float:
        """How much one text has of all that two or more have."""
        if witness not in self._has:
            self._has[witness] = len(witness.places.keys() & self.shared.runs)
        return self._has[witness] / len(self.shared.runs) if self.shared.runs else 1.0

    def common(self, one: Witness, other: Witness) -> int:
        """How many runs two texts have in common."""
        if (one, other) not in self._common:
            self._common[one, other] = self._common[other, one] = len(one.places.keys() & other.places.keys())
        return self._common[one, other]

    def collation(self, later: Witness, earlier: Witness, older: tuple[Witness, ...]) -> Collation:
        """Two texts beside each other; `older` are those that were there before the later."""
        key = (later, earlier, older)
        if key not in self._collations:
            if older not in self._before:
                self._before[older] = frozenset(run for witness in older for run in witness.places)
            self._collations[key] = collation(later, earlier, self.shared, self._before[older])
        return self._collations[key]


@lru_cache(maxsize=SETS_KEPT)
def gathered(witnesses: tuple[Witness, ...]) -> Gathered:
    """The same for the same texts."""
    return Gathered(witnesses)
