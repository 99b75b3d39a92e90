"""Who and what is named in a case: one entity behind all its spellings."""

from __future__ import annotations

from dataclasses import dataclass

HOW_NAMED = ("name", "short", "adjective")
SHORT_FORMS = ("last", "part", "acronym")


@dataclass(frozen=True, slots=True)
class Naming:
    """One spelling of one name in a document, how often it stands there, and the entity that the name by itself makes.

    `name` is the mention's, `spelling` the words as written without joined particles; `how` is name, short (a last name or acronym
    after the full one) or adjective («الفرنسية» names France).
    """

    document: str
    entity: str
    kind: str
    name: str
    spelling: str
    how: str
    mentions: int


@dataclass(frozen=True, slots=True)
class ShortName:
    """A form under which a name of the document may stand alone elsewhere: `short` is the entity that it would make by itself.

    how: last (last name of a person), part (a long name without its middle), acronym (introduced in the text, «… (أوبك)»).
    """

    document: str
    short: str
    entity: str
    how: str


@dataclass(frozen=True, slots=True)
class EntityAlias:
    """A name that is another one's short form in this case: `alias` is the entity that it would make by itself."""

    alias: str
    entity: str


@dataclass(frozen=True, slots=True)
class EntitySpelling:
    """One spelling of an entity, with its mentions and documents in the whole case; `entity_documents` name it in any spelling."""

    entity: str
    kind: str
    name: str
    spelling: str
    how: str
    mentions: int
    documents: int
    entity_documents: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or organization of the case under the name that stands for all its spellings.

    `entity` is a hash over kind and normalized name, and so stays the same as articles are added; `known` where a list of the program
    has it; `latitude`, `longitude` of cities (GeoNames, CC BY 4.0).
    """

    entity: str
    kind: str
    name: str
    mentions: int
    documents: int
    spellings: int
    known: bool
    latitude: float | None
    longitude: float | None
