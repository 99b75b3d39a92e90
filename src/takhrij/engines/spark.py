"""A cluster: Apache Spark for queries and for maps. The case must lie where every machine sees it under one path."""

from __future__ import annotations

import itertools
import os
import shutil
import sys
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from takhrij.cogroups import column_of
from takhrij.engines.applying import KeyedRows, applied, chunks_of, write_made
from takhrij.engines.base import Map, Options, Part, Progress, Query, Read, Rounds
from takhrij.engines.relational import run_step
from takhrij.errors import EngineError, UsageError
from takhrij.model.tables import TABLES, columns_of
from takhrij.store import TYPES, TableWriter, relation

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

# Names in double quotes and errors in place of silent nulls, as in DuckDB; times are words here, so the zone is never asked for.
DIALECT = {"spark.sql.ansi.enabled": "true", "spark.sql.ansi.doubleQuotedIdentifiers": "true", "spark.sql.session.timeZone": "UTC"}
GROUPS_IN_TASK = 2_000  # a task that fails is done again; of a kernel that takes 10 ms a group that is half a minute
TASKS_PER_CORE = 4  # so that one dear group does not leave the other cores waiting for long
LOOKED_AT_EVERY = 1.0  # seconds
UNREADABLE = set("*?[]{}\\,:")  # characters that Hadoop takes for a pattern or an address when they stand in a path
DONE = "groups int, made string, file string"  # what a task tells of: how many groups it did, or a table that it wrote
REPORT = pa.schema([("groups", pa.int32()), ("made", pa.string()), ("file", pa.string())])


class SparkEngine:
    """The session that `spark-submit` or `spark-defaults.conf` describes (all cores of this machine where they say nothing).

    `folder`, empty or not yet there, is on the shared disk too: what tasks write before it is taken into the case lies there.
    """

    def __init__(self, folder: Path) -> None:
        if any(letter in UNREADABLE for letter in str(folder.resolve())):
            raise UsageError(f"Spark cannot read {folder.resolve()}: move the case to a path without any of {' '.join(sorted(UNREADABLE))}")
        self._folder = folder.resolve()
        shutil.rmtree(self._folder, ignore_errors=True)  # a killed run leaves its own
        self._session = _session()

    def run(self, step: Map | Query | Rounds, part: Part, options: Options, progress: Progress) -> None:
        """Run one step; see `Engine`."""
        database = _Tables(self._session, self._folder, step.name)
        try:
            run_step(step, database, part, lambda step: self._map(step, database, part, options, progress))
        finally:
            self._session.sparkContext.cancelAllJobs()
            database.forget()

    def close(self) -> None:
        """Stop the session and remove what tasks left."""
        self._session.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _map(self, step: Map, database: _Tables, part: Part, options: Options, progress: Progress) -> None:
        asked = step.reads[0].through if isinstance(step.reads[0], Read) else step.reads[0]
        if step.sealed:
            part.writer("seals")  # none: what is made here is made anew, and seals of an earlier run on one machine hold no longer
        (total,) = database.rows(f'select count(distinct "{step.by}") as keys from {asked}').read_all()["keys"].to_pylist()
        if not total:
            return
        if step.prepare:
            step.prepare()
        tasks = max(TASKS_PER_CORE * self._session.sparkContext.defaultParallelism, total // GROUPS_IN_TASK)
        rows = database.grouped(step).repartition(min(tasks, total), "key").sortWithinPartitions("key")
        done = rows.mapInArrow(_task(step, options, str(self._folder / "made")), DONE)
        writers = {table: part.writer(table) for table in (*step.writes, "rejects")}
        for report in sorted(self._watched(step.name, done, total, progress), key=str):
            if report.made and report.made not in writers:
                raise EngineError(f"made rows of {report.made}, which it does not own", step=step.name, table=report.made)
            if report.made:
                for batch in pq.ParquetFile(report.file).iter_batches():
                    writers[report.made].write_arrow(batch)
        progress(step.name, total, total)

    def _watched(self, step: str, frame: DataFrame, total: int, progress: Progress) -> list[Any]:
        """What the tasks report, all of it; meanwhile tell how many of them have ended, as a share of the groups."""
        tracker = self._session.sparkContext.statusTracker()
        with ThreadPoolExecutor(1) as pool:
            reports: Future[list[Any]] = pool.submit(_tried, frame.collect, step, "")
            try:
                while not wait([reports], LOOKED_AT_EVERY).done:
                    stages = [stage for number in tracker.getActiveStageIds() if (stage := tracker.getStageInfo(number))]
                    ended, tasks = sum(stage.numCompletedTasks for stage in stages), sum(stage.numTasks for stage in stages)
                    progress(step, total * ended // tasks if tasks else 0, total)
            except BaseException:  # Ctrl-C: without this the pool would wait for the tasks
                self._session.sparkContext.cancelAllJobs()
                raise
            return reports.result()


class _Tables:
    """The tables of one step in Spark; see `Database`."""

    def __init__(self, session: SparkSession, folder: Path, step: str) -> None:
        self._session, self._folder, self._step = session, folder, step
        self._names: set[str] = set()

    def show(self, name: str, table: str, files: Sequence[str]) -> None:
        columns = ", ".join(f"`{column}` {TYPES[kind]}" for column, kind, _ in columns_of(TABLES[table]))
        self._name(name, self._read([Path(file).resolve() for file in files], columns) if files else self._asked(relation(table, [])))

    def define(self, name: str, sql: str) -> None:
        self._name(name, self._asked(sql))

    def make(self, name: str, sql: str) -> None:
        frame = self._asked(sql)
        self._name(name, self._read([self._written(frame, sql)], frame.schema))

    def rows(self, sql: str) -> pa.RecordBatchReader:
        files = sorted(self._written(self._asked(sql), sql).glob("*.parquet"))
        schema = pq.read_schema(files[0])
        batches = itertools.chain.from_iterable(pq.ParquetFile(file).iter_batches() for file in files)
        return pa.RecordBatchReader.from_batches(schema, batches)

    def grouped(self, step: Map) -> DataFrame:
        """Every row that the step reads: its key, the place of its table among those read, and its columns as `rowPLACE`."""
        frames = [self._asked(_keyed(place, read, step.by)) for place, read in enumerate(step.reads)]
        whole = frames[0]
        for frame in frames[1:]:
            whole = whole.unionByName(frame, allowMissingColumns=True)
        return whole

    def forget(self) -> None:
        """Leave nothing to the next step."""
        for name in self._names:
            self._session.catalog.dropTempView(name)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _name(self, name: str, frame: DataFrame) -> None:
        frame.createOrReplaceTempView(name)
        self._names.add(name)

    def _read(self, places: Sequence[Path], columns: Any) -> DataFrame:
        """The rows of these files or folders; told their columns, Spark need not open one to learn them."""
        return self._session.read.schema(columns).parquet(*(f"file://{place}" for place in places))

    def _asked(self, sql: str) -> DataFrame:
        return _tried(lambda: self._session.sql(sql), self._step, sql)

    def _written(self, frame: DataFrame, sql: str) -> Path:
        """The folder of the Parquet files with these rows."""
        place = self._folder / f"asked-{uuid.uuid4().hex}"
        _tried(lambda: frame.write.parquet(f"file://{place}"), self._step, sql)
        return place


def _session() -> SparkSession:
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError("Spark is not installed: pip install 'takhrij[spark]' (it needs Java 17 too), or leave --engine out") from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("takhrij")
    for name, value in DIALECT.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except Exception as error:  # Java is missing, too old, or the master does not answer: Spark has a class of error for none of these
        raise UsageError(f"Spark does not start ({_first_line(error)}): is Java 17 or later installed, and is the master there?") from error
    session.sparkContext.setLogLevel("ERROR")
    return session


def _keyed(place: int, read: str | Read, by: str) -> str:
    """The SQL of the rows of one table read, each with its key; a `Read` gives each row of a key once."""
    if isinstance(read, str):
        fields = ", ".join(f'rows_read."{name}"' for name, _, _ in columns_of(TABLES[read]))
        return f'select "{by}" as key, {place} as place, struct({fields}) as row{place} from {read} as rows_read where "{by}" is not null'
    fields = ", ".join(column_of(name, read) for name, _, _ in columns_of(TABLES[read.table]))
    wanted = f'"{read.text_where}"' if read.text_where else "true"
    asked = f'select distinct "{by}" as key, "{read.on}" as found_at, {wanted} as wanted from {read.members} where "{by}" is not null'
    return (
        f"select asked.key, {place} as place, struct({fields}) as row{place} "
        f'from ({asked}) as asked join {read.table} as rows_read on rows_read."{read.on}" = asked.found_at'
    )


def _task(step: Map, options: Options, folder: str) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """What one task does with its rows: write what the function makes of each group to files of its own, and tell which."""

    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        name, groups = f"{uuid.uuid4().hex}.parquet", 0  # a task that is tried again writes beside what the first try left
        writers: dict[str, TableWriter] = {}
        for chunk in chunks_of(_groups_of(step, batches)):
            for table, rows in applied(step, chunk, options).items():
                if table not in writers:
                    writers[table] = TableWriter(table, Path(folder) / table / name)
                write_made(rows, writers[table])
            groups += len(chunk)
        for writer in writers.values():
            writer.keep()
        told = [{"groups": groups}, *({"made": table, "file": str(Path(folder) / table / name)} for table in writers)]
        yield pa.RecordBatch.from_pylist(told, schema=REPORT)

    return work


def _groups_of(step: Map, batches: Iterable[pa.RecordBatch]) -> Iterator[KeyedRows]:
    """The groups of rows that come sorted by key, without those of which the first table read has nothing."""
    tables = [read if isinstance(read, str) else read.table for read in step.reads]
    rows = (
        (key, place, columns[place][number])
        for batch in batches
        for columns in [[batch.column(f"row{place}") for place in range(len(tables))]]
        for number, (key, place) in enumerate(zip(batch.column("key").to_pylist(), batch.column("place").to_pylist(), strict=True))
    )
    for key, members in itertools.groupby(rows, key=lambda row: row[0]):
        group: dict[str, list[tuple[Any, ...]]] = {table: [] for table in tables}
        for _, place, row in members:
            group[tables[place]].append(tuple(row.as_py().values()))
        if group[tables[0]]:
            yield key, group


def _tried(action: Callable[[], Any], step: str, sql: str) -> Any:
    """What the action gives; EngineError with the first line of what Spark says, which is followed by pages of Java."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        return action()
    except (PySparkException, Py4JError) as error:
        raise EngineError(_first_line(error), step=step, sql=sql) from error


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]
