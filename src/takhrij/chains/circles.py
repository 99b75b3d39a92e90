"""Circular reporting: outlets that name one another as source for one claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from takhrij.annotate.outlets import outlet_key
from takhrij.claims.order import day_order
from takhrij.model.chain import CircleStep, Credit
from takhrij.model.document import Document
from takhrij.model.identity import identity

LONGEST_CIRCLE = 5  # outlets


def circles_of(
    claim: str, documents: Mapping[str, Document], told: Mapping[str, str], credits: Mapping[str, Sequence[Credit]]
) -> list[CircleStep]:
    """Every shortest circle: «أ» names «ب», which names «أ»; steps in order of the documents' dates.

    `told` is the first telling of each document, `credits` those that concern the claim.
    """
    names = _who_names_whom(documents, credits)
    rows: list[CircleStep] = []
    done: set[frozenset[str]] = set()
    for outlet in sorted(names):
        path = _way_back(names, outlet)
        if path and not any(held <= set(path) for held in done):
            done.add(frozenset(path))
            rows += _steps(claim, [names[one][other] for one, other in zip(path, [*path[1:], path[0]], strict=True)], told)
    return rows


def _who_names_whom(documents: Mapping[str, Document], credits: Mapping[str, Sequence[Credit]]) -> dict[str, dict[str, Document]]:
    """outlet -> outlet that it credits -> its first document that does so; only outlets that tell the claim themselves."""
    present = {outlet_key(document.outlet) for document in documents.values() if document.outlet}
    out: dict[str, dict[str, Document]] = {}
    for document in sorted(documents.values(), key=day_order):
        own = outlet_key(document.outlet) if document.outlet else ""
        for credit in credits.get(document.document, ()):
            other = outlet_key(credit.name)
            if own and other in present and other != own:
                out.setdefault(own, {}).setdefault(other, document)
    return out


def _way_back(names: Mapping[str, Mapping[str, Document]], outlet: str) -> list[str]:
    """The shortest way from an outlet over those it names back to itself; empty where there is none."""
    paths = [[outlet]]
    seen = {outlet}
    for _ in range(LONGEST_CIRCLE):
        longer = []
        for path in paths:
            for other in sorted(names.get(path[-1], ())):
                if other == outlet:
                    return path
                if other not in seen:
                    seen.add(other)
                    longer.append([*path, other])
        paths = longer
    return []


def _steps(claim: str, documents: Sequence[Document], told: Mapping[str, str]) -> Iterator[CircleStep]:
    ordered = sorted(documents, key=day_order)
    circle = identity("o", claim, *sorted(document.document for document in documents))
    for position, document in enumerate(ordered):
        yield CircleStep(claim, circle, position, document.outlet or "", told[document.document])
