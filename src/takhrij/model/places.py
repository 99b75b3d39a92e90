"""Which rows meet under which key, so that a step can be given all that belongs to one pair, component or claim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PairDocument:
    """One of the two documents of a candidate pair, of which `left` is the first."""

    pair: str
    left: str
    document: str


@dataclass(frozen=True, slots=True)
class EncounterDocument:
    """One of the two documents of an encounter."""

    pair: str
    document: str


@dataclass(frozen=True, slots=True)
class PairTelling:
    """One of the two tellings of a pair of tellings, and its document."""

    pair: str
    telling: str
    document: str


@dataclass(frozen=True, slots=True)
class ComponentPair:
    """A decided pair of tellings that lies inside the component."""

    component: str
    pair: str


@dataclass(frozen=True, slots=True)
class ClaimDocument:
    """A document that tells the claim; `shared` where another document tells it too."""

    claim: str
    document: str
    shared: bool


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """A decided pair of tellings that lies inside the claim."""

    claim: str
    pair: str


@dataclass(frozen=True, slots=True)
class ClaimAlignment:
    """An alignment of two documents that both tell the claim."""

    claim: str
    alignment: str


@dataclass(frozen=True, slots=True)
class ClaimDecision:
    """A standing decision that concerns the claim, by its number in the log."""

    claim: str
    number: int
