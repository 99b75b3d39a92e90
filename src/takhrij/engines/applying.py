"""A map's function on groups of rows, wherever it runs: in this process, in another or on another machine."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any

from takhrij.engines.base import Map, Options, Row, RowWriter
from takhrij.errors import DocumentError
from takhrij.model.document import Reject
from takhrij.model.tables import TABLES, Columns, columns_of

GROUPS_AT_ONCE = 32  # groups in one call of a worker: large enough that pickling is a small part, small enough for progress

PLACES = ("document", "field", "start", "end", "number", "position")  # the columns that tell where in its text a row stands

Values = tuple[Any, ...]
KeyedRows = tuple[str, dict[str, list[Values]]]  # (key, table -> its rows, in the order of the table's columns)
Packed = list[KeyedRows]
Made = dict[str, list[Values | Columns]]
TABLE_OF = {row: table for table, row in TABLES.items()}


def chunks_of(groups: Iterable[KeyedRows]) -> Iterator[Packed]:
    """The groups, as many at once as one call of a worker takes."""
    groups = iter(groups)
    while chunk := list(itertools.islice(groups, GROUPS_AT_ONCE)):
        yield chunk


def applied(step: Map, chunk: Packed, options: Options) -> Made:
    """Run the function on each group of a chunk; a group whose function fails becomes a reject."""
    made: Made = {}
    read: dict[int, Row] = {}  # a row that several groups of the chunk have is made once
    for key, tables in chunk:
        group = {table: [_row(TABLES[table], values, read) for values in in_order(table, rows)] for table, rows in tables.items()}
        try:
            rows = list(step.function(group, options))
        except DocumentError as error:
            rows = [Reject(key, step.name, error.reason, error.detail)]
        except Exception as error:  # whatever one hostile document provokes must not stop the others; it is counted and shown
            rows = [Reject(key, step.name, "internal error", f"{type(error).__name__}: {error}")]
        for row in rows:
            kind: type = row.row if isinstance(row, Columns) else type(row)
            made.setdefault(TABLE_OF[kind], []).append(row if isinstance(row, Columns) else _values_of(kind)(row))
    return made


def in_order(table: str, rows: list[Values]) -> list[Values]:
    """The rows of a group by their places in the text, then by their other columns: engines join and shuffle them as they like."""
    if len(rows) < 2:
        return rows
    quick, whole = _orders_of(table)
    if quick and len(set(map(quick, rows))) == len(rows):
        return sorted(rows, key=quick)
    return sorted(rows, key=whole)


@cache
def _orders_of(table: str) -> tuple[Callable[[Values], Any] | None, Callable[[Values], Any]]:
    """The columns that are never None, which mostly tell the rows apart, and a key over all columns.

    There None comes first and a shorter word before a longer one, so that attribution a10 comes after a9; where such numbered words
    name the rows, the first key is no help.
    """
    columns = columns_of(TABLES[table])
    places = {name: rank for rank, name in enumerate(PLACES)}
    ranks = sorted(range(len(columns)), key=lambda rank: places.get(columns[rank][0], len(places)))
    sure = [rank for rank in ranks if not columns[rank][2]]
    numbered = any(columns[rank][0] == "attribution" for rank in sure)

    def whole(values: Values) -> list[Any]:
        return [(value is not None, len(value) if isinstance(value, str) else 0, value) for rank in ranks for value in [values[rank]]]

    return None if numbered else itemgetter(*sure), whole


def write_made(rows: list[Values | Columns], writer: RowWriter) -> None:
    """Hand what a chunk made of one table to its writer."""
    writer.write([row for row in rows if not isinstance(row, Columns)])
    for columns in rows:
        if isinstance(columns, Columns):
            writer.write_columns(columns)


def _row(kind: type, values: Values, read: dict[int, Row]) -> Row:
    """The row of these values; the chunk holds the values, so that no other can be at their address."""
    row = read.get(id(values))
    if row is None:
        row = read[id(values)] = kind(*values)
    return row


@cache
def _values_of(kind: type) -> Callable[[Row], Values]:
    """What gives the columns of a row; `attrgetter` alone gives no tuple of one."""
    first, *others = (name for name, _, _ in columns_of(kind))
    return attrgetter(first, *others) if others else lambda row: (getattr(row, first),)
