"""The kinds of step, and what an engine must be able to do with them. Imports neither DuckDB nor Spark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import pyarrow as pa

from takhrij.model.tables import Columns

Row = Any  # an instance of one of the row classes of model.tables.TABLES, or `Columns` of many
Group = Mapping[str, list[Any]]  # table -> its rows that share one key, in the order of the text, then of their columns
Options = Mapping[str, str]  # the settings that a step names
Progress = Callable[[str, int, int], None]  # step, groups done, groups in all

DOCUMENT = "document"
FEW = 64  # groups up to which starting processes costs more than it saves
PREPARING = "preparing"  # in place of a step's name: that what a step needs once on a machine takes some time
LEAD = 1_000  # characters of a text that hold its lead: dateline, credit and first paragraph


@dataclass(frozen=True, slots=True)
class Read:
    """Rows of `table` whose `on` stands beside the key in table `through`: the documents of a pair, the facts of a claim.

    `text` is how many characters of a column of that name are given, None for all of it; only `LEAD` are given where `text_where`, a
    column of `through`, is false; no row is given where `only`, another such column, is. An article of 200,000 words tells thousands of
    claims, and must not be given whole to each of them.
    """

    table: str
    through: str
    on: str
    text: int | None = None
    text_where: str | None = None
    only: str | None = None

    @property
    def members(self) -> str:
        """The SQL of the rows of `through` that count."""
        return f'(select * from {self.through} where "{self.only}")' if self.only else self.through


def tables_of(reads: Iterable[str | Read]) -> tuple[str, ...]:
    """Every table that reading them takes, each once."""
    names: dict[str, None] = {}
    for read in reads:
        names.update(dict.fromkeys((read.table, read.through) if isinstance(read, Read) else (read,)))
    return tuple(names)


@dataclass(frozen=True, slots=True)
class Map:
    """A pure function over the rows that share one value of column `by`; what it yields goes to the table of its row class.

    A map by document over tables that are themselves per document runs on new batches only. `lasting` names
    the table, one of those it writes, whose first column tells what was worked on (pairs of documents, whose texts never change):
    rows of other tables with such a column are kept where it is done, and later runs see only what is not. `rests_on` names tables whose
    older parts must be unchanged for that.
    `sealed` says that what was made of a group is kept as long as all its rows are the same: the rows of every table that it writes
    have a column `by`. A case of 3,000 articles to which ten are added has most of its claims as they were.
    `near` names a table that it reads which holds `by` and a document: groups of the same documents are then worked on one after the
    other, so that what a function keeps ready of them is still there. `few`: groups up to which starting processes costs more than it
    saves. `prepare`: what must be done once on a machine before the function is first called, such as compiling; the parent does it, so
    that workers need not each.
    """

    name: str
    reads: tuple[str | Read, ...]
    writes: tuple[str, ...]
    by: str
    function: Callable[[Group, Options], Iterable[Row]]
    version: int = 1
    settings: tuple[str, ...] = ()
    lasting: str | None = None
    rests_on: tuple[str, ...] = ()
    sealed: bool = False
    near: str | None = None
    few: int = FEW
    prepare: Callable[[], None] | None = None

    @property
    def tables(self) -> tuple[str, ...]:
        """Every table that must be there before this step."""
        return tables_of(self.reads)


@dataclass(frozen=True, slots=True)
class Query:
    """One SQL text ("package/name" of a .sql file) that makes the rows of one table, by tables of its own where it has several statements.

    `grows` names a table it reads whose old parts stay as they are when parts are added. The query then makes those rows alone that its
    new parts bring, which it sees as `new_` and that name; the rows that earlier runs made are kept.
    """

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    sql: str
    version: int = 1
    settings: tuple[str, ...] = ()
    grows: str | None = None

    @property
    def tables(self) -> tuple[str, ...]:
        """Every table that must be there before this step."""
        return self.reads


@dataclass(frozen=True, slots=True)
class Rounds:
    """`start` makes the first rows of the table; `sql` reads and rewrites them until a round changes nothing."""

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    start: str
    sql: str
    version: int = 1
    settings: tuple[str, ...] = ()

    @property
    def tables(self) -> tuple[str, ...]:
        """Every table that must be there before this step."""
        return self.reads


@dataclass(frozen=True, slots=True)
class Added:
    """A table that a command fills, part by part: `takhrij add` the documents, `takhrij decide` the decisions."""

    name: str
    writes: tuple[str, ...]
    reads: tuple[str, ...] = ()
    version: int = 1
    settings: tuple[str, ...] = ()

    @property
    def tables(self) -> tuple[str, ...]:
        """Nothing need be there before it."""
        return ()


Step = Map | Query | Rounds | Added


class Part(Protocol):
    """Where an engine reads one table and writes one part of each; the store gives these out."""

    def files_of(self, table: str) -> list[str]:
        """The Parquet files that hold the table as far as this step may see it."""
        ...

    def fresh(self, table: str) -> list[str]:
        """Those of its files that no earlier run of the same version of the step saw: all where nothing is kept of such a run."""
        ...

    def before(self, table: str) -> list[str]:
        """The files of what an earlier run of the same version of the step wrote to this part of the table."""
        ...

    def writer(self, table: str) -> RowWriter:
        """Takes the rows of one written table."""
        ...


class RowWriter(Protocol):
    """Takes rows of one table as tuples in the order of its columns."""

    def write(self, rows: list[tuple[Any, ...]]) -> None:
        """Append rows."""
        ...

    def write_columns(self, columns: Columns) -> None:
        """Append rows that come as columns."""
        ...

    def write_arrow(self, rows: pa.RecordBatch) -> None:
        """Append rows that come from a query, their columns by name."""
        ...


class Engine(Protocol):
    """Runs one step over the tables that `part` shows, and hands every row to the writers of `part`.

    An exception inside a map's function sets its group aside as a row of `rejects`; the step goes on.
    """

    def run(self, step: Map | Query | Rounds, part: Part, options: Options, progress: Progress) -> None:
        """EngineError where the step as a whole cannot be done."""
        ...

    def close(self) -> None:
        """Give back workers and files."""
        ...
