"""Which of two documents was there first, as far as their dates, or those that an analyst gave them, can tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from takhrij.model.decision import DATE, Decision
from takhrij.model.document import Document

# What the dates say of «the one came before the other». Proven: both were published (or the first was updated) by then.
# Stated: nobody said what kind of date it is, so it is believed and may be overruled by the words.
PROVEN_BEFORE, STATED_BEFORE, UNTOLD = "proven before", "stated before", "untold"
STATED_AFTER, PROVEN_AFTER = "stated after", "proven after"
DATED = (PROVEN_BEFORE, STATED_BEFORE)
CONTRARY = {
    PROVEN_BEFORE: PROVEN_AFTER, STATED_BEFORE: STATED_AFTER, UNTOLD: UNTOLD, STATED_AFTER: STATED_BEFORE, PROVEN_AFTER: PROVEN_BEFORE,
}  # fmt: skip
UNTRUSTED = ("crawled", "guessed")
BELIEVED = timedelta(days=60)  # copies are made within days: beyond that a date of unknown kind is as likely wrong
_DAY_LENGTH = 10  # characters of 2015-08-03


class Stretch(NamedTuple):
    """First and last moment at which a document can have appeared: a date without a time is the whole day."""

    begins: datetime
    ends: datetime


@lru_cache(maxsize=20_000)
def stretch_of(date: str | None) -> Stretch | None:
    """`2015-08-03` is that whole day, `2015-08-03T14:05:00Z` that moment; None for what is no ISO date."""
    try:
        moment = datetime.fromisoformat((date or "").strip())
    except ValueError:
        return None
    try:
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        return Stretch(moment, moment + timedelta(days=1, microseconds=-1) if len((date or "").strip()) <= _DAY_LENGTH else moment)
    except OverflowError:
        return None


def order_of(one: Document, other: Document) -> str:
    """Whether `one` was there before `other`: a time of crawling or a guess never tells, and neither does the same day."""
    first, second = stretch_of(one.date), stretch_of(other.date)
    if first is None or second is None or one.date_kind in UNTRUSTED or other.date_kind in UNTRUSTED:
        return UNTOLD
    if first.ends < second.begins:
        return _trusted(one, other, second.begins - first.ends)
    if second.ends < first.begins:
        return CONTRARY[_trusted(other, one, first.begins - second.ends)]
    return UNTOLD


def _trusted(first: Document, second: Document, apart: timedelta) -> str:
    """An article updated late may have been there early, so an update dates only what came after it; a wrong year is a common slip."""
    if second.date_kind == "updated":
        return UNTOLD
    if first.date_kind and second.date_kind:
        return PROVEN_BEFORE
    return STATED_BEFORE if apart < BELIEVED else UNTOLD


def day_order(document: Document) -> tuple[str, str]:
    """A key to sort by that never claims to prove anything: the date as given (unknown last), then the document."""
    stretch = None if document.date_kind in UNTRUSTED else stretch_of(document.date)
    return (stretch.ends.isoformat() if stretch else "9999", document.document)


def dated_as_decided(documents: Sequence[Document], decisions: Iterable[Decision]) -> list[Document]:
    """The documents, each with the date that an analyst gave it: a decided date is one of publication, and "" is no date."""
    dates = {row.left: row.right for row in decisions if row.kind == DATE}
    return [_dated(document, dates[document.document]) if document.document in dates else document for document in documents]


def _dated(document: Document, date: str) -> Document:
    return replace(document, date=date or None, date_kind="published" if date else None)
