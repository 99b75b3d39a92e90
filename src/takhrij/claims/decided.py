"""Results as an analyst's decisions change them: dates of documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from takhrij.model.decision import DATE, Decision
from takhrij.model.document import Document


def dated_as_decided(documents: Sequence[Document], decisions: Iterable[Decision]) -> list[Document]:
    """The documents, each with the date that an analyst gave it: a decided date is one of publication, and "" is no date."""
    dates = {row.left: row.right for row in decisions if row.kind == DATE}
    return [_dated(document, dates[document.document]) if document.document in dates else document for document in documents]


def _dated(document: Document, date: str) -> Document:
    return replace(document, date=date or None, date_kind="published" if date else None)
