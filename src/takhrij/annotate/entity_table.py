"""What stands for an entity of the case: its best known spelling, whether a list has it, and where it lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from takhrij.annotate.entity_keys import entity_id
from takhrij.annotate.gazetteer import PLACE, coordinates_of, listed_words
from takhrij.model.entity import Entity, EntitySpelling
from takhrij.text.folding import folded


def entity_of(spellings: Sequence[EntitySpelling]) -> Entity:
    """The entity that these are the spellings of: the listed name, else the one that most documents write, no adjective or short form."""
    first = min(spellings, key=lambda row: (row.kind, row.name))
    whole = [row for row in spellings if row.how == "name"] or list(spellings)
    documents: Counter[str] = Counter()
    for row in whole:
        documents[row.spelling] += row.documents
    names = sorted({row.name for row in spellings})
    listed = next((name for name in names if _is_listed(first.kind, name)), None)
    own = {spelling: entity_id(first.kind, spelling) == first.entity for spelling in documents}
    name = listed or min(documents, key=lambda spelling: (-documents[spelling], not own[spelling], spelling))
    place = next((found for name in names if first.kind == PLACE and (found := coordinates_of(name))), None)
    return Entity(
        entity=first.entity, kind=first.kind, name=name, mentions=sum(row.mentions for row in spellings),
        documents=first.entity_documents, spellings=len({row.spelling for row in spellings}), known=listed is not None,
        latitude=place[0] if place else None, longitude=place[1] if place else None,
    )  # fmt: skip


def _is_listed(kind: str, name: str) -> bool:
    """Whether a list of the program has the name, for this kind, as the one for all spellings."""
    listed = listed_words(folded(name))
    return listed is not None and (listed.kind, listed.name) == (kind, name)
