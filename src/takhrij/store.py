"""A case on disk: a folder of Parquet tables in parts, with a marker for each part of each step that is done.

case.json            format, program version, settings
tables/TABLE/PART.parquet
steps/STEP/PART.json what a part was made from: step version, settings, fingerprints of its inputs; rows, seconds
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import itertools
import json
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import filelock
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from takhrij import __version__
from takhrij.errors import CaseError
from takhrij.model.tables import TABLES, Columns, columns_of
from takhrij.settings import Settings

FORMAT = 1  # of the case folder; a case of a larger number is refused
WHOLE = "all"  # the part of a step that runs over all documents at once
SHARED = ("rejects", "seals")  # tables that all steps write to
ROWS_PER_GROUP = 50_000  # rows kept in memory before they go to the file
TYPES = {str: "STRING", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN"}
ARROW = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}

Values = tuple[Any, ...]


class Case:
    """An opened case; raises CaseError where the folder is no case, is damaged or is of a newer version."""

    unfinished = False  # whether what is shown of it is older than its tables, since a run is at work or steps were left undone

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._facts = _facts_of(folder)
        self.settings = Settings.of(self._facts.get("settings", {}), source=str(folder / "case.json"))

    @classmethod
    def new(cls, folder: Path, settings: Settings) -> Case:
        """Make an empty case; CaseError where something else already stands there."""
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CaseError(f"{folder} is already there and not empty: choose another name, or add to it with `takhrij add {folder} …`")
        (folder / "tables").mkdir(parents=True)
        (folder / "steps").mkdir()
        facts = {"format": FORMAT, "program": __version__, "settings": dataclasses.asdict(settings)}
        write_whole(folder / "case.json", json.dumps(facts, ensure_ascii=False, indent=1))
        return cls(folder)

    def set_settings(self, settings: Settings) -> None:
        """Give the case, which the caller must have locked, other settings; steps that name one that changed are stale."""
        self._facts["settings"] = dataclasses.asdict(settings)
        write_whole(self.folder / "case.json", json.dumps(self._facts, ensure_ascii=False, indent=1))
        self.settings = settings

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the case for writing; CaseError where another run holds it. The lock goes with the process, however it ends."""
        lock = filelock.FileLock(self.folder / ".lock")
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout as error:
            raise CaseError(f"another run is at work on {self.folder}: wait until it has ended, or stop it") from error
        try:
            self._sweep()
            yield
        finally:
            lock.release()

    def _sweep(self) -> None:
        """Remove what a killed run left half-written."""
        for leftover in self.folder.rglob("*.partial"):
            leftover.unlink()

    def parts_of(self, table: str) -> list[str]:
        """The names of the parts of a table, in order."""
        return sorted(file.stem for file in (self.folder / "tables" / table).glob("*.parquet"))

    def file_of(self, table: str, part: str) -> Path:
        """Where a part of a table lies, whether or not it is there yet."""
        return self.folder / "tables" / table / f"{part}.parquet"

    def files_of(self, table: str, part: str | None = None) -> list[str]:
        """The files of one part of a table (the part, or what a whole-case step wrote), or of all parts."""
        parts = [part] if part and self.file_of(table, part).exists() else [] if part else self.parts_of(table)
        return [str(self.file_of(table, name)) for name in parts]

    def fingerprint_of(self, table: str, part: str | None = None) -> str:
        """A hash over the parts' own fingerprints, which their writer computed from the rows' bytes."""
        digest = hashlib.blake2b(digest_size=12)
        for file in self.files_of(table, part):
            metadata = pq.read_metadata(file).metadata or {}
            digest.update(Path(file).stem.encode() + metadata.get(b"fingerprint", b"?"))
        return digest.hexdigest()

    def marker(self, step: str, part: str) -> dict[str, Any] | None:
        """What is known of a part of a step that was done; None where it was not, or its marker cannot be read."""
        try:
            marker = json.loads((self.folder / "steps" / step / f"{part}.json").read_text("utf-8"))
        except (FileNotFoundError, ValueError):
            return None
        return marker if isinstance(marker, dict) else None

    def last_run(self) -> str:
        """When the newest part of any step was done, in UTC, "" where none was."""
        moments = [file.stat().st_mtime for file in (self.folder / "steps").glob("*/*.json")]
        return f"{datetime.fromtimestamp(max(moments), UTC):%Y-%m-%d %H:%M}" if moments else ""

    def set_marker(self, step: str, part: str, marker: dict[str, Any]) -> None:
        """Say that a part of a step is done."""
        path = self.folder / "steps" / step / f"{part}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(marker, ensure_ascii=False, indent=1))

    def connection(self, tables: Iterable[str] = TABLES, part: str | None = None) -> duckdb.DuckDBPyConnection:
        """A DuckDB connection in memory with a view of each of `tables`, of one part or of all parts."""
        connection = duckdb.connect()
        for table in tables:
            self.check_columns(table)
            connection.execute(f"create view {table} as {relation(table, self.files_of(table, part))}")
        return connection

    def check_columns(self, table: str) -> None:
        """CaseError where a table was written by a version of the program that gave it other columns."""
        for file in self.files_of(table)[:1]:
            if pq.read_schema(file).names != schema_of(table).names:
                raise CaseError(f"{self.folder} was run by another version of the program: takhrij run {self.folder} brings it up to date")

    def check_told(self) -> None:
        """CaseError where there are no articles or no claims yet: search and pages are made from both."""
        if not self.parts_of("documents"):
            raise CaseError(f"{self.folder} is empty: takhrij add {self.folder} ARTICLES")
        if not self.parts_of("claim_tellings"):
            raise CaseError(f"{self.folder} has not been run yet: takhrij run {self.folder}")

    def rows(self, table: str, where: str = "", parameters: Sequence[Any] = ()) -> list[Any]:
        """The rows of a table as instances of its row class; `where` is SQL with ? for each of `parameters`."""
        row = TABLES[table]
        columns = ", ".join(f'"{name}"' for name, _, _ in columns_of(row))
        with self.connection([table]) as connection:
            sql = f"select {columns} from {table}" + (f" where {where}" if where else "")
            return [row(*values) for values in connection.execute(sql, list(parameters)).fetchall()]


def relation(table: str, files: Sequence[str]) -> str:
    """The SQL that stands for a table: its files, or no rows with the right columns."""
    if files:
        names = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
        return f"select * from read_parquet([{names}])"
    columns = ", ".join(f'cast(null as {TYPES[kind]}) as "{name}"' for name, kind, _ in columns_of(TABLES[table]))
    return f"select {columns} where false"


class TableWriter:
    """Writes one part of a table beside its place, and moves it there only when it is whole."""

    def __init__(self, table: str, file: Path) -> None:
        self.rows = 0
        self._file = file
        self._partial = file.with_suffix(".partial")
        self._schema = schema_of(table)
        self._waiting: list[Values] = []
        self._columns: list[Columns] = []
        self._queried: list[list[pa.Array]] = []
        self._unwritten = 0
        self._digest = hashlib.blake2b(digest_size=12)
        file.parent.mkdir(parents=True, exist_ok=True)
        words = [field.name for field in self._schema if pa.types.is_string(field.type)]  # a dictionary of numbers is work for nothing
        self._writer = pq.ParquetWriter(self._partial, self._schema, compression="zstd", use_dictionary=words)

    def write(self, rows: Sequence[Values]) -> None:
        """Append rows, each a tuple in the order of the table's columns."""
        self._waiting.extend(rows)
        self._count(len(rows))

    def write_columns(self, columns: Columns) -> None:
        """Append rows that come as columns."""
        self._columns.append(columns)
        self._count(columns.size)

    def write_arrow(self, rows: pa.RecordBatch) -> None:
        """Append rows that come from a query, their columns by name."""
        self._queried.append([rows.column(field.name).cast(field.type) for field in self._schema])
        self._count(len(rows))

    def _count(self, rows: int) -> None:
        self.rows += rows
        self._unwritten += rows
        if self._unwritten >= ROWS_PER_GROUP:
            self._flush()

    def _flush(self) -> None:
        columns = list(zip(*self._waiting, strict=True)) or [()] * len(self._schema)
        arrays = [pa.array(column, type=field.type) for column, field in zip(columns, self._schema, strict=True)]
        if self._columns or self._queried:
            laid = [[_joined(self._columns, place, field.type) for place, field in enumerate(self._schema)]] if self._columns else []
            arrays = [pa.concat_arrays(parts) for parts in zip(arrays, *self._queried, *laid, strict=True)]
        for array in arrays:
            for buffer in array.buffers():
                self._digest.update(buffer or b"\0")
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._waiting.clear()
        self._columns.clear()
        self._queried.clear()
        self._unwritten = 0

    def keep(self) -> None:
        """Finish the file and put it in its place; a full disk leaves what stood there before."""
        self._flush()
        self._writer.add_key_value_metadata({"fingerprint": self._digest.hexdigest()})
        self._writer.close()
        os.replace(self._partial, self._file)

    def drop(self) -> None:
        """Forget what was written."""
        with contextlib.suppress(Exception):  # the disk may be full: closing writes too
            self._writer.close()
        self._partial.unlink(missing_ok=True)


def _joined(columns: Sequence[Columns], place: int, kind: pa.DataType) -> pa.Array:
    """One column of many `Columns` of one table: arrays or lists end to end, or the one value of each as often as it has rows."""
    values = [one.values[place] for one in columns]
    if isinstance(values[0], np.ndarray):
        return pa.array(np.concatenate(values), type=kind)
    if isinstance(values[0], list):
        return pa.array(list(itertools.chain.from_iterable(values)), type=kind)
    return pa.array(values, type=kind).take(pa.array(np.repeat(np.arange(len(values)), [one.size for one in columns])))


class Writing:
    """The parts that one run of a step writes: all of them are kept, or none."""

    def __init__(
        self, case: Case, step: str, part: str, read_part: str | None, *, lasting: bool = False, seen: Collection[str] = ()
    ) -> None:
        self._case, self._step, self._part, self._read_part, self._lasting, self._seen = case, step, part, read_part, lasting, seen
        self._writers: dict[str, TableWriter] = {}

    def files_of(self, table: str) -> list[str]:
        """The files that this run may read: one batch of a per-document table, or the whole table."""
        return self._case.files_of(table, self._read_part)

    def fresh(self, table: str) -> list[str]:
        """The files among these of parts that an earlier run, whose rows are kept, did not see."""
        return [file for file in self.files_of(table) if Path(file).stem not in self._seen]

    def before(self, table: str) -> list[str]:
        """The file that an earlier run wrote, where what it did still holds."""
        return self._case.files_of(table, self._part_of(table)) if self._lasting else []

    def _part_of(self, table: str) -> str:
        """The part that is written; of a table that all steps share one that is named after the step."""
        return f"{self._step}-{self._part}" if table in SHARED else self._part

    def writer(self, table: str) -> TableWriter:
        """The writer of one table."""
        if table not in self._writers:
            self._writers[table] = TableWriter(table, self._case.file_of(table, self._part_of(table)))
        return self._writers[table]

    def keep(self) -> dict[str, int]:
        """Keep all tables; the number of rows of each."""
        for writer in self._writers.values():
            writer.keep()
        return {table: writer.rows for table, writer in self._writers.items()}

    def drop(self) -> None:
        """Forget all of it."""
        for writer in self._writers.values():
            writer.drop()


def schema_of(table: str) -> pa.Schema:
    """The Arrow schema of a table."""
    return pa.schema([pa.field(name, ARROW[kind], nullable=optional) for name, kind, optional in columns_of(TABLES[table])])


def write_whole(path: Path, text: str) -> None:
    """Write a file so that a reader sees the old one or the new one, never a half."""
    partial = path.with_name(path.name + ".partial")
    try:
        partial.write_text(text, "utf-8")
        os.replace(partial, path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


def _facts_of(folder: Path) -> dict[str, Any]:
    try:
        facts = json.loads((folder / "case.json").read_text("utf-8"))
    except FileNotFoundError as error:
        raise CaseError(f"{folder} is not a case: make one with `takhrij new {folder}`") from error
    except (ValueError, OSError) as error:
        raise CaseError(f"{folder}/case.json cannot be read ({error}): the case is damaged; nothing was written") from error
    if not isinstance(facts, dict) or not isinstance(facts.get("format"), int):
        raise CaseError(f"{folder}/case.json does not say its format: the case is damaged; nothing was written")
    if facts["format"] > FORMAT:
        newer = f"a newer Takhrij ({facts.get('program', 'unknown')}, format {facts['format']})"
        raise CaseError(f"{folder} was made by {newer}; this one reads up to format {FORMAT}: please update the program")
    return facts
