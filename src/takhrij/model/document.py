"""Articles as published, and their sentences."""

from __future__ import annotations

from dataclasses import dataclass

TEXT, TITLE = "text", "title"
FIELDS = (TEXT, TITLE)
DATE_KINDS = ("published", "updated", "crawled", "guessed")


@dataclass(frozen=True, slots=True)
class Document:
    """One article as published. `text` and `title` never change after the document was added.

    `document` is our id (a hash), `name` the id as given (or the hash); `added` counts upwards in the order of
    adding; `date` is ISO 8601 as given, a day or a moment; `date_kind` is None where nobody said what the date is.
    """

    document: str
    name: str
    added: int
    outlet: str | None
    date: str | None
    date_kind: str | None
    title: str | None
    text: str
    url: str | None
    author: str | None
    language: str | None
    path: str | None = None
    encoding: str | None = None

    def field(self, name: str) -> str:
        """The words of `text` or of `title` ("" where there is none)."""
        return self.text if name == TEXT else self.title or ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document's text or title; `number` counts from 0 in its field."""

    document: str
    field: str
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Terms:
    """The lemmas of one field of a document, space-joined in text order: what the search index holds."""

    document: str
    field: str
    lemmas: str


@dataclass(frozen=True, slots=True)
class Seal:
    """A hash over all rows that a step saw of one group, by which a later run knows that what was made of it still holds."""

    key: str
    seal: str


@dataclass(frozen=True, slots=True)
class Reject:
    """A document (or a part of one) that was set aside by a step, and why."""

    document: str
    step: str
    reason: str
    detail: str
