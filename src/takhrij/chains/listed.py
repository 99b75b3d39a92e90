"""Names of outlets as the case's own list has them, and the families that it says they are of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from takhrij.annotate.outlets import outlet_named, rows_of
from takhrij.model.claim import ChainStep
from takhrij.model.decision import FAMILY, Decision
from takhrij.model.document import Document


def named_as_listed(documents: Sequence[Document], more: str) -> list[Document]:
    """The documents, each under its outlet's listed name: «موقع وزن» of a list that has it as another name of «وكالة الزيزفون»."""
    own = {name for name, _, _, _ in rows_of(more)}
    if not own:
        return list(documents)
    return [replace(row, outlet=_listed(row.outlet, own, more)) if row.outlet else row for row in documents]


def steps_as_listed(steps: Sequence[ChainStep], more: str) -> list[ChainStep]:
    """The same for the carriers and sources of chains."""
    own = {name for name, _, _, _ in rows_of(more)}
    return [replace(row, name=_listed(row.name, own, more)) for row in steps] if own else list(steps)


def _listed(name: str, own: set[str], more: str) -> str:
    found = outlet_named(name, more=more)
    return found[0] if found and found[0] in own else name


def listed_families(more: str) -> Iterable[Decision]:
    """Every outlet of the list and its family, as a decision that they are one house."""
    for name, _, family, _ in rows_of(more):
        if family != name:
            yield Decision(0, "", None, FAMILY, name, family, "", None)
