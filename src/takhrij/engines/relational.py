"""What every engine does in SQL: queries, rounds, and what a lasting map keeps of an earlier run."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib import resources
from typing import Protocol

import pyarrow as pa

from takhrij.engines.base import Map, Part, Query, Read, Rounds
from takhrij.errors import EngineError
from takhrij.model.tables import TABLES, columns_of

MOST_ROUNDS = 64  # label spreading halves distances; 64 rounds cover any chain that fits a disk
# A statement of a .sql file before the last one.
MADE_BEFORE = re.compile(r"(?:\s|--[^\n]*\n)*create or replace temp table (\w+) as\s+(.*)", re.DOTALL)


class Database(Protocol):
    """The tables of one step as an SQL engine shows them; EngineError where it does not take the SQL."""

    def show(self, name: str, table: str, files: Sequence[str]) -> None:
        """Let `name` stand for the rows of these files of `table`, or for none."""
        ...

    def define(self, name: str, sql: str) -> None:
        """Let `name` stand for what the query gives, worked out whenever it is asked for."""
        ...

    def make(self, name: str, sql: str) -> None:
        """Work the query out once and let `name` stand for its rows, until the step ends or `name` is made again."""
        ...

    def rows(self, sql: str) -> pa.RecordBatchReader:
        """What a query gives, some thousand rows at once."""
        ...


def run_step(step: Map | Query | Rounds, database: Database, part: Part, mapped: Callable[[Map], None]) -> None:
    """Run a step over the tables that it reads; `mapped` applies the function of a map, which each engine does in its own way."""
    for table in step.tables:
        database.show(table, table, part.files_of(table))
    if isinstance(step, Map):
        _take_over(step, database, part)
        mapped(step)
    elif isinstance(step, Query):
        _query(step, database, part)
    else:
        _rounds(step, database, part)


def _query(step: Query, database: Database, part: Part) -> None:
    """Write what earlier runs made, where the query grows, and the rows that it makes now."""
    table = step.writes[0]
    if step.grows:
        database.show(f"new_{step.grows}", step.grows, part.fresh(step.grows))
        if files := part.before(table):
            database.show("made_before", table, files)
            write_rows(step, table, database, "select * from made_before", part)
    *first, last = text_of(step.sql).split(";\n")
    for statement in first:
        made = MADE_BEFORE.fullmatch(statement)
        if made is None:
            wanted = "a statement before the last one must be: create or replace temp table NAME as …"
            raise EngineError(wanted, step=step.name, sql=statement)
        database.make(made[1], made[2])
    write_rows(step, table, database, last, part)


def _rounds(step: Rounds, database: Database, part: Part) -> None:
    """Start, then rewrite the table until a round leaves it as it was."""
    table, sql = step.writes[0], text_of(step.sql)
    database.make(table, text_of(step.start))
    for _ in range(MOST_ROUNDS):
        database.make("next_round", sql)
        count = f"select count(*) as changed from (select * from next_round except select * from {table}) as new"
        (changed,) = database.rows(count).read_all()["changed"].to_pylist()
        database.make(table, "select * from next_round")
        if not changed:
            write_rows(step, table, database, f"select * from {table} order by all", part)
            return
    raise EngineError(f"did not come to rest in {MOST_ROUNDS} rounds", step=step.name, table=table, sql=sql)


def _take_over(step: Map, database: Database, part: Part) -> None:
    """Of a lasting map, write the rows of what is done and still asked for, and let only the rest be seen."""
    if step.lasting is None or not part.before(step.lasting):
        return
    asked = step.reads[0].through if isinstance(step.reads[0], Read) else step.reads[0]
    key = columns_of(TABLES[step.lasting])[0][0]
    for table in step.writes:
        database.show(f"{table}_before", table, part.before(table))
        write_rows(step, table, database, f'select * from {table}_before where "{key}" in (select "{key}" from {asked})', part)
    for table in step.tables:
        if key in {name for name, _, _ in columns_of(TABLES[table])}:
            database.show(f"{table}_whole", table, part.files_of(table))
            done = f'select 1 from {step.lasting}_before as done where done."{key}" = whole."{key}"'
            database.define(table, f"select * from {table}_whole as whole where not exists ({done})")


def text_of(name: str) -> str:
    """The text of a .sql file by its "package/name"."""
    package, file = name.split("/")
    return resources.files(f"takhrij.{package}").joinpath(f"{file}.sql").read_text("utf-8")


def write_rows(step: Map | Query | Rounds, table: str, database: Database, sql: str, part: Part) -> None:
    """Hand the rows of a query to the table's writer, whatever the order of its columns."""
    writer = part.writer(table)
    names = {name for name, _, _ in columns_of(TABLES[table])}
    result = database.rows(sql)
    if set(result.schema.names) != names:
        raise EngineError(f"the query gives the columns {sorted(result.schema.names)}, not {sorted(names)}", step=step.name, table=table)
    for batch in result:
        writer.write_arrow(batch)
