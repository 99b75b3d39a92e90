"""Which groups of a step have the same rows as when it last worked on them: a seal over all rows of each, made by one query.

Rows are summed, so that neither their order nor twice the same row can hide a change; a row that several groups have is read once.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from takhrij.engines.base import Read
from takhrij.model.tables import TABLES, columns_of

SEALS = "group_seals"  # the table of (key, seal) of the groups as they are now
SAME = "groups_as_before"  # the table of the keys whose seal is that of the run before
BETWEEN, MISSING = "chr(31)", "chr(30)"  # control characters, which no value begins or ends with
HALVES = ("lower", "upper")  # of a hash of 128 bits; each is summed by itself


def make_seals(connection: duckdb.DuckDBPyConnection, by: str, reads: Sequence[str | Read]) -> None:
    """Make the table of seals of the groups that `groups_of` gives for the same reads."""
    parts = " union all ".join(_sums(by, read, number) for number, read in enumerate(reads))
    told = "concat_ws(':', number, rows, lower, upper)"
    connection.execute(
        f"create or replace table {SEALS} as select key, md5(string_agg({told}, ' ' order by number)) as seal from ({parts}) group by key"
    )


def mark_same(connection: duckdb.DuckDBPyConnection, before: str | None) -> None:
    """Make the table of the keys whose seal also stands in the relation `before`; of none where there is no such."""
    same = f"select key from {SEALS} join ({before}) as earlier using (key, seal)" if before else f"select key from {SEALS} where false"
    connection.execute(f"create or replace table {SAME} as {same}")


def _sums(by: str, read: str | Read, number: int) -> str:
    """The SQL of one row for each key: how many rows of this table it has, and the sums of their hashes."""
    if isinstance(read, str):
        rows = f'select "{by}" as key, 1 as found, {_hashes(read)} from {read} where "{by}" is not null'
    else:
        wanted = f'"{read.text_where}"' if read.text_where else "true"
        members = f'select distinct "{by}" as key, "{read.on}" as found_at, {wanted} as wanted from {read.members}'
        hashed = f'select "{read.on}" as found_at, {_hashes(read.table)} from {read.table}'
        rows = f"select key, 1 + wanted::int as found, lower, upper from ({members}) join ({hashed}) using (found_at)"
    return f"select key, {number} as number, sum(found) as rows, sum(lower) as lower, sum(upper) as upper from ({rows}) group by key"


def _hashes(table: str) -> str:
    values = f", {BETWEEN}, ".join(f'coalesce("{name}"::varchar, {MISSING})' for name, _, _ in columns_of(TABLES[table]))
    return ", ".join(f"md5_number_{half}(concat({values})) as {half}" for half in HALVES)
