"""What the search index holds of a document: the lemmas of its text and title."""

from __future__ import annotations

from takhrij.model.document import FIELDS, Document, Terms
from takhrij.text.lemmas import lemmas_of


def terms_of(document: Document) -> list[Terms]:
    """One row for each field, its lemmas in text order; «عادت الوزيرة» becomes "عاد وزير"."""
    return [Terms(document.document, field, " ".join(lemmas_of(document.field(field)))) for field in FIELDS if document.field(field)]
