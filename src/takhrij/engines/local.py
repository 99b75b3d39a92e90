"""One machine: DuckDB for queries, a pool of processes for maps."""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from takhrij.cogroups import groups_of, keys_in
from takhrij.engines.applying import Made, Packed, applied, chunks_of, write_made
from takhrij.engines.base import PREPARING, Map, Options, Part, Progress, Query, Read, Rounds
from takhrij.engines.relational import run_step, write_rows
from takhrij.engines.seals import SAME, SEALS, make_seals, mark_same
from takhrij.errors import EngineError
from takhrij.model.tables import Columns
from takhrij.store import relation

ROWS_AT_ONCE = 20_000  # rows fetched from DuckDB at once
NOTICED = 2.0  # seconds after which a user wonders; what is prepared already is read in a few tenths
MADE_IN_STEP = "select 'view', view_name from duckdb_views() where not internal union all select 'table', table_name from duckdb_tables()"


class LocalEngine:
    """DuckDB and `workers` processes (all cores by default); memory stays bounded by the largest group and `memory_limit`."""

    def __init__(self, *, workers: int | None = None, memory_limit: str = "600MB") -> None:
        self._workers = workers or os.cpu_count() or 1
        self._memory_limit = memory_limit
        self._pool: ProcessPoolExecutor | None = None
        self._database: duckdb.DuckDBPyConnection | None = None

    def run(self, step: Map | Query | Rounds, part: Part, options: Options, progress: Progress) -> None:
        """Run one step; see `Engine`."""
        connection = self._connection()
        try:
            database = _Duck(connection, step.name)
            run_step(step, database, part, lambda step: self._map(step, database, part, options, progress))
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

    def _connection(self) -> duckdb.DuckDBPyConnection:
        """An empty connection; the database, which takes long to start, serves all steps."""
        if self._database is None:
            spill = str(Path(tempfile.gettempdir()) / f"takhrij-{os.getpid()}")
            limits = {"memory_limit": self._memory_limit, "threads": str(self._workers), "temp_directory": spill}
            self._database = duckdb.connect(config={**limits, "enable_external_file_cache": "false"})
        return self._database.cursor()

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

    def _map(self, step: Map, database: _Duck, part: Part, options: Options, progress: Progress) -> None:
        if step.sealed:
            _seal(step, database, part)
        total = keys_in(database.connection, step.by, step.reads)
        if total and step.prepare:
            _prepared(step.prepare, progress)
        done = 0
        failed: set[str] = set()
        writers = {table: part.writer(table) for table in (*step.writes, "rejects")}
        found = groups_of(database.connection, step.by, step.reads, near=step.near)
        for groups, made in self._applied(step, chunks_of(found), options, total):
            for table, rows in made.items():
                if table not in writers:
                    raise EngineError(f"made rows of {table}, which it does not own", step=step.name, table=table)
                write_made(rows, writers[table])
            failed.update(reject[0] for reject in made.get("rejects", ()) if not isinstance(reject, Columns))
            done += groups
            progress(step.name, done, total)
        if step.sealed:
            _keep_seals(database, part, failed)

    def _applied(self, step: Map, groups: Iterator[Packed], options: Options, total: int) -> Iterator[tuple[int, Made]]:
        if total <= step.few or self._workers == 1:
            yield from ((len(chunk), applied(step, chunk, options)) for chunk in groups)
            return
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._workers, mp_context=context, initializer=_live_as_the_parent_says)
        waiting: deque[tuple[int, Future[Made]]] = deque()
        try:
            for chunk in groups:
                waiting.append((len(chunk), self._pool.submit(applied, step, chunk, options)))
                if len(waiting) > 2 * self._workers:
                    size, future = waiting.popleft()
                    yield size, future.result()
            yield from ((size, future.result()) for size, future in waiting)
        except BrokenProcessPool as error:
            self._pool = None
            raise EngineError("a worker process died (out of memory?); try --workers 1", step=step.name) from error


def _seal(step: Map, database: _Duck, part: Part) -> None:
    """Take over what was made of the groups whose rows are as they were, and let only the others be seen."""
    make_seals(database.connection, step.by, step.reads)
    files = part.before("seals")
    mark_same(database.connection, relation("seals", files) if files else None)
    for table in step.writes if files else ():
        rows = relation(table, part.before(table))
        write_rows(step, table, database, f'select * from ({rows}) where "{step.by}" in (select key from {SAME})', part)
    asked = step.reads[0].through if isinstance(step.reads[0], Read) else step.reads[0]
    rows = relation(asked, part.files_of(asked))
    database.define(asked, f'select * from ({rows}) where "{step.by}" not in (select key from {SAME})')


def _keep_seals(database: _Duck, part: Part, failed: set[str]) -> None:
    """Write the seals of all groups but those whose function failed, which the next run is to try again."""
    rows = database.connection.execute(f"select key, seal from {SEALS}").fetchall()
    part.writer("seals").write([row for row in rows if row[0] not in failed])


class _Duck:
    """The tables of one step in DuckDB; see `Database`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, step: str) -> None:
        self.connection, self._step = connection, step

    def show(self, name: str, table: str, files: Sequence[str]) -> None:
        self.connection.execute(f"create view {name} as {relation(table, files)}")

    def define(self, name: str, sql: str) -> None:
        self.connection.execute(f"create or replace view {name} as {sql}")

    def make(self, name: str, sql: str) -> None:
        self._tried(self.connection.execute, f"create or replace table {name} as {sql}")

    def rows(self, sql: str) -> pa.RecordBatchReader:
        return self._tried(self.connection.sql, sql).to_arrow_reader(ROWS_AT_ONCE)

    def _tried(self, ask: Callable[[str], Any], sql: str) -> Any:
        try:
            return ask(sql)
        except duckdb.Error as error:
            raise EngineError(str(error), step=self._step, sql=sql) from error


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
