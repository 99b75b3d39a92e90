"""Rows of several tables brought together by one key, as streams: never more in memory than a group and a few thousand rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import duckdb

from takhrij.engines.base import LEAD, Read
from takhrij.model.tables import TABLES, columns_of

ROWS_AT_ONCE = 5_000  # rows fetched from DuckDB at once

Values = tuple[Any, ...]
KeyedRows = tuple[str, dict[str, list[Values]]]  # (key, table -> its rows, in the order of the table's columns)


def keys_in(connection: duckdb.DuckDBPyConnection, by: str, reads: Sequence[str | Read]) -> int:
    """How many groups `groups_of` gives: the keys of the first table read."""
    table, column = (reads[0], by) if isinstance(reads[0], str) else (reads[0].through, by)
    (count,) = connection.execute(f'select count(distinct "{column}") from {table}').fetchone() or (0,)
    return int(count)


def groups_of(connection: duckdb.DuckDBPyConnection, by: str, reads: Sequence[str | Read]) -> Iterator[KeyedRows]:
    """The groups in the order of their keys; the first table read says which keys there are.

    `connection` must have each table that is read as a view or table of its name.
    """
    streams = [(_table(read), _Stream(connection.cursor(), _selection(by, read))) for read in reads]
    first = streams[0][1]
    while (key := first.next_key) is not None:
        yield key, {table: stream.rows_of(key) for table, stream in streams}


def _table(read: str | Read) -> str:
    return read if isinstance(read, str) else read.table


def _selection(by: str, read: str | Read) -> str:
    """The SQL that gives the key and the columns of the table, ordered by the key."""
    columns = ", ".join(_column(name, read) for name, _, _ in columns_of(TABLES[_table(read)]))
    if isinstance(read, str):
        return f'select "{by}" as group_key, {columns} from {read} as rows_read where "{by}" is not null order by group_key nulls last'
    wanted = f', "{read.text_where}"' if read.text_where else ""
    return (
        f"select places.group_key, {columns} "
        f'from (select distinct "{by}" as group_key, "{read.on}" as place{wanted} from {read.through}) as places '
        f'join {read.table} as rows_read on rows_read."{read.on}" = places.place '
        "where places.group_key is not null order by group_key nulls last"
    )


def _column(name: str, read: str | Read) -> str:
    if name != "text" or isinstance(read, str) or read.text is None:
        return f'rows_read."{name}"'
    beginning = f"substring(rows_read.text, 1, {read.text})"
    lead = f"substring(rows_read.text, 1, {min(LEAD, read.text)})"
    return f'case when places."{read.text_where}" then {beginning} else {lead} end as text' if read.text_where else f"{beginning} as text"


class _Stream:
    """The rows of one ordered selection, taken key by key."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, sql: str) -> None:
        self._rows = _fetched(cursor.execute(sql))
        self._next: Values | None = next(self._rows, None)

    @property
    def next_key(self) -> Any:
        """The key of the next row, None at the end."""
        return self._next[0] if self._next else None

    def rows_of(self, key: Any) -> list[Values]:
        """The rows of `key`, without the key; rows of smaller keys, which nobody asked for, are passed over."""
        rows = []
        while self._next is not None and self._next[0] <= key:
            if self._next[0] == key:
                rows.append(self._next[1:])
            self._next = next(self._rows, None)
        return rows


def _fetched(result: duckdb.DuckDBPyConnection) -> Iterator[Values]:
    while rows := result.fetchmany(ROWS_AT_ONCE):
        yield from rows
