"""Rows of several tables brought together by one key, as streams: never more in memory than some thousands of rows.

A group is asked for by its place in an order: that of the keys, or one in which groups of the same documents follow one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import duckdb

from takhrij.engines.applying import KeyedRows, Values
from takhrij.engines.base import LEAD, Read
from takhrij.model.tables import TABLES, columns_of

ROWS_AT_ONCE = 5_000  # rows fetched from DuckDB at once
PLACES_AT_ONCE = 16_384  # rows of a `through` whose rows elsewhere are fetched together: the documents of 8,000 pairs, each once

# Each document takes the least name among those that it meets in a group, twice: of 3,177 articles of one day 997 names are left. A
# process that keeps 2,000 tellings ready then makes one ready 27,000 times (in the order of the keys with 20,000 kept 23,400 times).
ROUNDS = 2
PLACES = "group_places"  # the table of (key, place)

Placed = tuple[int, Values]  # the place of a row's group, and the row


def keys_in(connection: duckdb.DuckDBPyConnection, by: str, reads: Sequence[str | Read]) -> int:
    """How many groups `groups_of` gives: the keys of the first table read."""
    table, column = (reads[0], by) if isinstance(reads[0], str) else (reads[0].through, by)
    (count,) = connection.execute(f'select count(distinct "{column}") from {table}').fetchone() or (0,)
    return int(count)


def groups_of(
    connection: duckdb.DuckDBPyConnection, by: str, reads: Sequence[str | Read], *, near: str | None = None
) -> Iterator[KeyedRows]:
    """The groups in the order of their keys, or those of the same documents together where table `near` has `by` and a document.

    The first table read says which keys there are. `connection` must have each table that is read as a view or table of its name.
    """
    keys = f'select distinct "{by}" as key from {reads[0] if isinstance(reads[0], str) else reads[0].through} where "{by}" is not null'
    order = _together(keys, by, near) if near else f"select key, row_number() over (order by key) as place from ({keys})"
    connection.execute(f"create or replace table {PLACES} as {order}")
    streams = [(_table(read), _Stream(_rows(connection, by, read))) for read in reads]
    first = streams[0][1]
    for place, key in _fetched(connection.cursor().execute(f"select place, key from {PLACES} order by place")):
        if first.next_key == place:
            yield key, {table: stream.rows_of(place) for table, stream in streams}


def _together(keys: str, by: str, near: str) -> str:
    """The SQL of an order in which groups come together that have documents in common, and those that share them with these."""
    named = "select document, document as name from members group by document"
    for _ in range(ROUNDS):
        least = f"select key, min(name) as name from members join ({named}) using (document) group by key"
        named = f"select document, min(name) as name from members join ({least}) using (key) group by document"
    return (
        f'with members as (select distinct "{by}" as key, document from {near}) '
        "select key, row_number() over (order by min(name) nulls last, min(document) nulls last, max(document) nulls last, key) as place "
        f"from ({keys}) left join members using (key) left join ({named}) using (document) group by key"
    )


def _table(read: str | Read) -> str:
    return read if isinstance(read, str) else read.table


def _rows(connection: duckdb.DuckDBPyConnection, by: str, read: str | Read) -> Iterator[Placed]:
    """The place of its group and the columns of each row, ordered by that."""
    if isinstance(read, Read):
        return _rows_through(connection, by, read)
    columns = ", ".join(f'rows_read."{name}"' for name, _, _ in columns_of(TABLES[read]))
    beside = f'join {PLACES} on {PLACES}.key = rows_read."{by}" order by {PLACES}.place'
    rows = connection.cursor().execute(f"select {PLACES}.place, {columns} from {read} as rows_read {beside}")
    return ((row[0], row[1:]) for row in _fetched(rows))


def _rows_through(connection: duckdb.DuckDBPyConnection, by: str, read: Read) -> Iterator[Placed]:
    """The same where another table says which rows: these are fetched for many keys at once, since a document is in many pairs.

    A row that several groups have is one object in all of them.
    """
    wanted = f'"{read.text_where}"' if read.text_where else "true"
    places = connection.cursor().execute(
        f'select distinct {PLACES}.place, "{read.on}" as found_at, {wanted} as wanted from {read.members} as members '
        f'join {PLACES} on {PLACES}.key = members."{by}" order by {PLACES}.place'
    )
    while asked := places.fetchmany(PLACES_AT_ONCE):
        found = _found(connection.cursor(), read, {(place, whole) for _, place, whole in asked})
        yield from ((key, row) for key, place, whole in asked for row in found.get((place, whole), ()))


def _found(cursor: duckdb.DuckDBPyConnection, read: Read, places: set[tuple[Any, bool]]) -> dict[tuple[Any, bool], list[Values]]:
    """The rows of the table at each place, with the whole text or its lead."""
    columns = ", ".join(column_of(name, read) for name, _, _ in columns_of(TABLES[read.table]))
    ordered = sorted(places, key=str)
    rows = cursor.execute(
        f"select asked.place, asked.wanted, {columns} "
        "from (select unnest($places) as place, unnest($wanted) as wanted) as asked "
        f'join {read.table} as rows_read on rows_read."{read.on}" = asked.place',
        {"places": [place for place, _ in ordered], "wanted": [whole for _, whole in ordered]},
    )
    found: dict[tuple[Any, bool], list[Values]] = {}
    for place, whole, *values in _fetched(rows):
        found.setdefault((place, whole), []).append(tuple(values))
    return found


def column_of(name: str, read: Read) -> str:
    """The SQL of a column of `rows_read`; of a text no more than the read asks for, or its lead where `asked.wanted` is false."""
    if name != "text" or read.text is None:
        return f'rows_read."{name}"'
    beginning = f"substring(rows_read.text, 1, {read.text})"
    lead = f"substring(rows_read.text, 1, {min(LEAD, read.text)})"
    return f"case when asked.wanted then {beginning} else {lead} end as text" if read.text_where else f"{beginning} as text"


class _Stream:
    """Rows in the order of their first column, taken key by key."""

    def __init__(self, rows: Iterator[Placed]) -> None:
        self._rows = rows
        self._next: Placed | None = next(self._rows, None)

    @property
    def next_key(self) -> Any:
        """The key of the next row, None at the end."""
        return self._next[0] if self._next else None

    def rows_of(self, key: Any) -> list[Values]:
        """The rows of `key`, without the key; rows of smaller keys, which nobody asked for, are passed over."""
        rows = []
        while self._next is not None and self._next[0] <= key:
            if self._next[0] == key:
                rows.append(self._next[1])
            self._next = next(self._rows, None)
        return rows


def _fetched(result: duckdb.DuckDBPyConnection) -> Iterator[Values]:
    while rows := result.fetchmany(ROWS_AT_ONCE):
        yield from rows
