"""Whose article a document is and whom it credits, on which day: so that what an outlet published around a day can be counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from takhrij.annotate.outlets import GENERAL, outlet_key
from takhrij.claims.order import stretch_of
from takhrij.model.chain import Credit, OutletDay
from takhrij.model.document import Document


def outlet_days(document: Document, credits: Iterable[Credit], more: str = "") -> Iterator[OutletDay]:
    """One row for the document's own outlet and one for each that it credits; none where no day is known.

    `more` is the case's list of outlets, in the form that `rows_of` reads.
    """
    stretch = stretch_of(document.date)
    if stretch is None:
        return
    day = stretch.begins.toordinal()
    own = outlet_key(document.outlet, more) if document.outlet else ""
    if own:
        yield OutletDay(document.document, own, day, own=True)
    for key in sorted({outlet_key(credit.name, more) for credit in credits if credit.name != GENERAL} - {own, ""}):
        yield OutletDay(document.document, key, day, own=False)
