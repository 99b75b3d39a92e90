"""Which tellings of a claim say otherwise than most of them do, slot by slot: what a reader wants to know first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from takhrij.model.claim import Variation, VariationValue
from takhrij.report.views import ClaimView

DECISIVE = ("number", "date", "place", "person", "actor", "negation")  # where two values cannot both hold; the first are told first


@dataclass(frozen=True, slots=True)
class Deviation:
    """A slot in which tellings differ: what most say (or, where as many say each, what the first says), and who says what else."""

    variation: Variation
    usual: str
    others: dict[str, list[str]]  # value -> labels of the tellings that give it

    @property
    def labels(self) -> list[str]:
        """The tellings that say otherwise."""
        return [label for labels in self.others.values() for label in labels]


def deviations_of(view: ClaimView) -> list[Deviation]:
    """One for each decisive slot that differs; tellings that say nothing in it do not say otherwise, except where it is a negation.

    «9 قتلى», «9 قتلى», «19 قتيلا»: usual "9", others {"19": ["t3"]}.
    """
    found = [_deviation(variation, values) for variation, values in view.variations if variation.slot in DECISIVE]
    return sorted((row for row in found if row.others), key=lambda row: (DECISIVE.index(row.variation.slot), -len(row.labels)))


def _deviation(variation: Variation, values: Mapping[str, VariationValue]) -> Deviation:
    told = {label: value.value for label, value in values.items()}
    if variation.slot != "negation":
        told = {label: value for label, value in told.items() if value}
    counted = Counter(told.values())
    usual = max(counted, key=lambda value: counted[value], default="")
    others: dict[str, list[str]] = {}
    for label, value in told.items():
        if value != usual:
            others.setdefault(value, []).append(label)
    return Deviation(variation, usual, others)


def said_otherwise(view: ClaimView) -> dict[str, list[tuple[str, str]]]:
    """label -> (slot, value) of each thing that the telling says otherwise."""
    out: dict[str, list[tuple[str, str]]] = {}
    for deviation in deviations_of(view):
        for value, labels in deviation.others.items():
            for label in labels:
                out.setdefault(label, []).append((deviation.variation.slot, value))
    return out
