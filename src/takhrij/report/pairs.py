"""Pairs of origins told briefly: 45 pairs with one reason are «كل اثنين من هؤلاء العشرة», not 45 lines; no pair is added or lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from takhrij.model.chain import Independence

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bundle:
    """`among`: each two of these; or, where `against` is not empty, each of `among` with each of `against`."""

    among: list[str]
    against: list[str]

    @property
    def pairs(self) -> set[frozenset[str]]:
        """The pairs that the bundle stands for."""
        if self.against:
            return {frozenset((one, other)) for one in self.among for other in self.against}
        return {frozenset((one, other)) for place, one in enumerate(self.among) for other in self.among[place + 1 :]}


@dataclass(frozen=True, slots=True)
class Reason:
    """All pairs of origins with one verdict for one reason, as bundles of origin ids."""

    verdict: str
    why: str
    pairs: list[Pair]
    bundles: list[Bundle]


def reasons_of(rows: Sequence[Independence], order: Sequence[str]) -> list[Reason]:
    """The verdicts with their reasons, in the order of their first pair; origins in the `order` given."""
    grouped: dict[tuple[str, str], list[Pair]] = {}
    for row in rows:
        grouped.setdefault((row.verdict, row.why), []).append((row.a, row.b))
    return [Reason(verdict, why, pairs, bundles_of(pairs, order)) for (verdict, why), pairs in grouped.items()]


def bundles_of(pairs: Iterable[Pair], order: Sequence[str]) -> list[Bundle]:
    """A few bundles that hold each pair once: the largest sets in which all are paired, then who is paired with the same ones.

    Pairs a-b, a-c, b-c, a-d are: each two of a, b, c; a with d.
    """
    left: dict[str, set[str]] = {}
    for one, other in pairs:
        left.setdefault(one, set()).add(other)
        left.setdefault(other, set()).add(one)
    place = {name: number for number, name in enumerate([*order, *sorted(set(left) - set(order))])}
    out = []
    while len(everyone := _all_paired(left, place)) > 2:
        out.append(Bundle(sorted(everyone, key=place.__getitem__), []))
        for name in everyone:
            left[name] -= set(everyone)
    return out + _crosswise(left, place)


def _all_paired(left: dict[str, set[str]], place: dict[str, int]) -> list[str]:
    """A large set in which each two are a pair, begun with who has the most pairs."""
    everyone: list[str] = []
    for name in sorted(left, key=lambda name: (-len(left[name]), place[name])):
        if all(name in left[other] for other in everyone):
            everyone.append(name)
    return everyone


def _crosswise(left: dict[str, set[str]], place: dict[str, int]) -> list[Bundle]:
    """What is left, each pair with the one of the two that has more of them; those with the same partners together."""
    partners: dict[str, list[str]] = {}
    for name in sorted(left, key=lambda name: (-len(left[name]), place[name])):
        mine = sorted(left[name], key=place.__getitem__)
        if mine:
            partners[name] = mine
        for other in mine:
            left[other].discard(name)
        left[name] = set()
    alike: dict[tuple[str, ...], list[str]] = {}
    for name, mine in partners.items():
        alike.setdefault(tuple(mine), []).append(name)
    return [Bundle(names, list(mine)) for mine, names in alike.items()]
