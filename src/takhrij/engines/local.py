"""One machine: DuckDB for queries, a pool of processes for maps."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from importlib import resources
from multiprocessing.process import BaseProcess
from operator import attrgetter
from pathlib import Path
from typing import Any

import duckdb

from takhrij.cogroups import KeyedRows, groups_of, keys_in
from takhrij.engines.base import PREPARING, Map, Options, Part, Progress, Query, Read, Rounds, Row
from takhrij.engines.seals import SAME, SEALS, make_seals, mark_same
from takhrij.errors import DocumentError, EngineError
from takhrij.model.document import Reject
from takhrij.model.tables import TABLES, Columns, columns_of
from takhrij.store import relation

GROUPS_AT_ONCE = 32  # groups in one call of a worker: large enough that pickling is a small part, small enough for progress
ROWS_AT_ONCE = 20_000  # rows fetched from DuckDB at once
NOTICED = 2.0  # seconds after which a user wonders; what is prepared already is read in a few tenths
MOST_ROUNDS = 64  # label spreading halves distances; 64 rounds cover any chain that fits a disk

MADE_IN_STEP = "select 'view', view_name from duckdb_views() where not internal union all select 'table', table_name from duckdb_tables()"

Values = tuple[Any, ...]
Packed = list[KeyedRows]
Made = dict[str, list[Values | Columns]]
TABLE_OF = {row: table for table, row in TABLES.items()}


class LocalEngine:
    """DuckDB and `workers` processes (all cores by default); memory stays bounded by the largest group and `memory_limit`."""

    def __init__(self, *, workers: int | None = None, memory_limit: str = "600MB") -> None:
        self._workers = workers or os.cpu_count() or 1
        self._memory_limit = memory_limit
        self._pool: ProcessPoolExecutor | None = None
        self._database: duckdb.DuckDBPyConnection | None = None

    def run(self, step: Map | Query | Rounds, part: Part, options: Options, progress: Progress) -> None:
        """Run one step; see `Engine`."""
        connection = self._connection(step, part)
        try:
            if isinstance(step, Map):
                self._map(step, connection, part, options, progress)
            elif isinstance(step, Query):
                self._query(step, connection, part)
            else:
                _rounds(step, connection, part)
        except (duckdb.Error, RuntimeError, EngineError) as error:
            if _is_stop(error):
                raise KeyboardInterrupt from error
            if isinstance(error, duckdb.Error):
                raise EngineError(str(error), step=step.name) from error
            raise
        finally:
            self._forget(connection)

    def close(self) -> None:
        """Stop the workers; work under way is dropped."""
        self._close_database()
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _connection(self, step: Map | Query | Rounds, part: Part) -> duckdb.DuckDBPyConnection:
        """A connection with a view of each table that the step reads; the database, which takes long to start, serves all steps."""
        if self._database is None:
            spill = str(Path(tempfile.gettempdir()) / f"takhrij-{os.getpid()}")
            limits = {"memory_limit": self._memory_limit, "threads": str(self._workers), "temp_directory": spill}
            self._database = duckdb.connect(config={**limits, "enable_external_file_cache": "false"})
        connection = self._database.cursor()
        for table in step.tables:
            connection.execute(f"create view {table} as {relation(table, part.files_of(table))}")
        return connection

    def _forget(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Leave the database empty for the next step; a new one is made where this one is not fit for more."""
        connection.close()
        try:
            assert self._database
            for kind, name in self._database.execute(MADE_IN_STEP).fetchall():
                self._database.execute(f'drop {kind} "{name}"')
        except (duckdb.Error, RuntimeError) as error:
            self._close_database()
            if _is_stop(error):
                raise KeyboardInterrupt from error

    def _close_database(self) -> None:
        if self._database:
            self._database.close()
        self._database = None

    def _query(self, step: Query, connection: duckdb.DuckDBPyConnection, part: Part) -> None:
        table = step.writes[0]
        if step.grows:
            connection.execute(f"create view new_{step.grows} as {relation(step.grows, part.fresh(step.grows))}")
            if files := part.before(table):
                _write(part, table, connection, relation(table, files), step.name)
        _write(part, table, connection, _sql(step.sql), step.name)

    def _kept(self, step: Map, connection: duckdb.DuckDBPyConnection, part: Part) -> None:
        """Of a lasting map, take over the rows of what is done and still asked for, and let only the rest be seen."""
        if step.lasting is None or not part.before(step.lasting):
            return
        asked = step.reads[0].through if isinstance(step.reads[0], Read) else step.reads[0]
        key = columns_of(TABLES[step.lasting])[0][0]
        for table in step.writes:
            rows = relation(table, part.before(table))
            _write(part, table, connection, f'select * from ({rows}) where "{key}" in (select "{key}" from {asked})', step.name)
        done = f'select "{key}" from ({relation(step.lasting, part.before(step.lasting))})'
        for table in step.tables:
            if key in {name for name, _, _ in columns_of(TABLES[table])}:
                rows = relation(table, part.files_of(table))
                connection.execute(f'create or replace view {table} as select * from ({rows}) where "{key}" not in ({done})')

    def _map(self, step: Map, connection: duckdb.DuckDBPyConnection, part: Part, options: Options, progress: Progress) -> None:
        self._kept(step, connection, part)
        if step.sealed:
            _seal(step, connection, part)
        total = keys_in(connection, step.by, step.reads)
        if total and step.prepare:
            _prepared(step.prepare, progress)
        done = 0
        failed: set[str] = set()
        writers = {table: part.writer(table) for table in (*step.writes, "rejects")}
        for groups, made in self._applied(step, _chunks(groups_of(connection, step.by, step.reads, near=step.near)), options, total):
            for table, rows in made.items():
                if table not in writers:
                    raise EngineError(f"made rows of {table}, which it does not own", step=step.name, table=table)
                writers[table].write([row for row in rows if not isinstance(row, Columns)])
                for columns in rows:
                    if isinstance(columns, Columns):
                        writers[table].write_columns(columns)
            failed.update(reject[0] for reject in made.get("rejects", ()) if not isinstance(reject, Columns))
            done += groups
            progress(step.name, done, total)
        if step.sealed:
            _keep_seals(connection, part, failed)

    def _applied(self, step: Map, groups: Iterator[Packed], options: Options, total: int) -> Iterator[tuple[int, Made]]:
        if total <= step.few or self._workers == 1:
            yield from ((len(chunk), _apply(step, chunk, options)) for chunk in groups)
            return
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._workers, mp_context=context, initializer=_live_as_the_parent_says)
        waiting: deque[tuple[int, Future[Made]]] = deque()
        try:
            for chunk in groups:
                waiting.append((len(chunk), self._pool.submit(_apply, step, chunk, options)))
                if len(waiting) > 2 * self._workers:
                    size, future = waiting.popleft()
                    yield size, future.result()
            yield from ((size, future.result()) for size, future in waiting)
        except BrokenProcessPool as error:
            self._pool = None
            raise EngineError("a worker process died (out of memory?); try --workers 1", step=step.name) from error


def _seal(step: Map, connection: duckdb.DuckDBPyConnection, part: Part) -> None:
    """Take over what was made of the groups whose rows are as they were, and let only the others be seen."""
    make_seals(connection, step.by, step.reads)
    files = part.before("seals")
    mark_same(connection, relation("seals", files) if files else None)
    for table in step.writes if files else ():
        rows = relation(table, part.before(table))
        _write(part, table, connection, f'select * from ({rows}) where "{step.by}" in (select key from {SAME})', step.name)
    asked = step.reads[0].through if isinstance(step.reads[0], Read) else step.reads[0]
    rows = relation(asked, part.files_of(asked))
    connection.execute(f'create or replace view {asked} as select * from ({rows}) where "{step.by}" not in (select key from {SAME})')


def _keep_seals(connection: duckdb.DuckDBPyConnection, part: Part, failed: set[str]) -> None:
    """Write the seals of all groups but those whose function failed, which the next run is to try again."""
    rows = connection.execute(f"select key, seal from {SEALS}").fetchall()
    part.writer("seals").write([row for row in rows if row[0] not in failed])


def _is_stop(error: Exception) -> bool:
    """Whether an error is what DuckDB makes of Ctrl-C inside a query."""
    return "interrupted" in str(error).lower()


def _prepared(prepare: Callable[[], None], progress: Progress) -> None:
    """Do what a step needs once on a machine, and tell of it only where it is not done at once."""
    teller = threading.Timer(NOTICED, progress, (PREPARING, 0, 1))
    teller.start()
    try:
        prepare()
    finally:
        teller.cancel()
        teller.join()


def _live_as_the_parent_says() -> None:
    """Leave Ctrl-C, which reaches every process of a terminal, to the parent; end where the parent was killed, which tells nobody."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
        os._exit(1)


def _chunks(groups: Iterator[KeyedRows]) -> Iterator[Packed]:
    while chunk := list(itertools.islice(groups, GROUPS_AT_ONCE)):
        yield chunk


def _apply(step: Map, chunk: Packed, options: Options) -> Made:
    """Run the function on each group of a chunk; a group whose function fails becomes a reject."""
    made: Made = {}
    read: dict[int, Row] = {}  # a row that several groups of the chunk have is made once
    for key, tables in chunk:
        group = {table: [_row(TABLES[table], values, read) for values in rows] for table, rows in tables.items()}
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


def _sql(name: str) -> str:
    package, file = name.split("/")
    return resources.files(f"takhrij.{package}").joinpath(f"{file}.sql").read_text("utf-8")


def _ask(connection: duckdb.DuckDBPyConnection, step: str, sql: str) -> duckdb.DuckDBPyConnection:
    try:
        return connection.execute(sql)
    except duckdb.Error as error:
        raise EngineError(str(error), step=step, sql=sql) from error


def _write(part: Part, table: str, connection: duckdb.DuckDBPyConnection, sql: str, step: str) -> None:
    """Hand the rows of a query to the table's writer, whatever the order of its columns."""
    writer = part.writer(table)
    names = {name for name, _, _ in columns_of(TABLES[table])}
    try:
        result = connection.sql(sql)
        if set(result.columns) != names:
            raise EngineError(f"the query gives the columns {sorted(result.columns)}, not {sorted(names)}", step=step, table=table)
        for rows in result.to_arrow_reader(ROWS_AT_ONCE):
            writer.write_arrow(rows)
    except duckdb.Error as error:
        raise EngineError(str(error), step=step, sql=sql) from error


def _rounds(step: Rounds, connection: duckdb.DuckDBPyConnection, part: Part) -> None:
    """Start, then rewrite the table until a round leaves it as it was."""
    table, sql = step.writes[0], _sql(step.sql)
    _ask(connection, step.name, f"create table {table} as {_sql(step.start)}")
    for _ in range(MOST_ROUNDS):
        _ask(connection, step.name, f"create table next_round as {sql}")
        (changed,) = connection.execute(f"select count(*) from (select * from next_round except select * from {table})").fetchone() or (0,)
        connection.execute(f"drop table {table}")
        connection.execute(f"alter table next_round rename to {table}")
        if not changed:
            _write(part, table, connection, f"select * from {table} order by all", step.name)
            return
    raise EngineError(f"did not come to rest in {MOST_ROUNDS} rounds", step=step.name, table=table, sql=sql)
