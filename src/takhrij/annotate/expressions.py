"""Times and quantities of a document: times first, so that numbers inside times are no quantities."""

from __future__ import annotations

from datetime import date

from takhrij.annotate.quantities import Amount, amounts_of
from takhrij.annotate.time_reading import Found, Reading
from takhrij.annotate.times import covered, times_of
from takhrij.model.annotation import Quantity, TimeExpression
from takhrij.model.document import FIELDS, Document
from takhrij.text.days import day_of
from takhrij.text.tokens import tokens_of

_YEARS_OF_NEWS = range(1600, 2400)
MADE_BY = "takhrij-expressions-3"


def expressions_of(document: Document) -> tuple[list[TimeExpression], list[Quantity]]:
    """The times and the quantities in text and title, in order; relative times are told from the document's date."""
    times: list[TimeExpression] = []
    quantities: list[Quantity] = []
    anchor = _anchor(document)
    for field in FIELDS:
        tokens = tokens_of(document.field(field))
        reading = Reading(tokens, anchor)
        found = times_of(reading)
        times += [_time_row(document.document, field, reading, time) for time in found]
        quantities += [
            _quantity_row(document.document, field, amount) for amount in amounts_of(tokens, reading.numbers.values(), covered(found))
        ]
    return times, quantities


def _anchor(document: Document) -> date | None:
    """The document's day, None where its year cannot be that of an article (1 January 0001 in careless exports)."""
    day = day_of(document.date)
    return day if day and day.year in _YEARS_OF_NEWS else None


def _time_row(document: str, field: str, reading: Reading, time: Found) -> TimeExpression:
    value, tokens, anchor = time.value, reading.tokens, reading.anchor
    number = reading.number(time.first)
    start = number.start if number and number.digits else tokens[time.first].start  # without the «و» of «و2019»
    return TimeExpression(
        document=document, field=field, start=start, end=tokens[time.end - 1].end,
        type=value.type, value=value.value,
        begins=value.begins.isoformat() if value.begins else None, ends=value.ends.isoformat() if value.ends else None,
        anchor=anchor.isoformat() if anchor and value.anchored else None, made_by=MADE_BY,
    )  # fmt: skip


def _quantity_row(document: str, field: str, amount: Amount) -> Quantity:
    return Quantity(
        document=document, field=field, start=amount.start, end=amount.end, low=amount.low, high=amount.high,
        unit=amount.unit, modifier=amount.modifier, of=amount.of, made_by=MADE_BY,
    )  # fmt: skip
