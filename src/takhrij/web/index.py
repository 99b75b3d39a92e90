"""A case as pages read it: its tables in one DuckDB file, each in the order of the key that pages ask by; derived, made anew when stale."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import filelock
import pyarrow as pa

from takhrij.model.identity import identity
from takhrij.model.tables import TABLES, columns_of
from takhrij.report.addresses import outlet_id, source_id
from takhrij.report.views import DOCUMENT_READS
from takhrij.runs import DONE, states
from takhrij.store import Case, relation
from takhrij.text.folding import folded

SHAPE = 4  # of the file; to be raised when what it holds changes
BY_CLAIM = (
    *("claims", "claim_tellings", "links", "link_evidence", "findings", "origins", "origin_tellings", "independence", "ancestries"),
    *("bypasses", "circles", "variations", "variation_values", "claim_decisions"),
)
OF_CLAIM = ("tellings", "chain_steps")  # found by the claim of their telling, in column of_claim
BY_TELLING = ("facts",)
BY_ENTITY = ("entities", "entity_spellings", "entity_aliases")
SMALL = ("rejects", "standing")
COPIED = (*DOCUMENT_READS, *BY_CLAIM, *OF_CLAIM, *BY_TELLING, *BY_ENTITY, *SMALL)
READ = (*COPIED, "alignments", "namings")

MADE = {
    # how each claim is called, with the outlet and date of the article that calls it so, and its title where it says more
    "headings": """
        select c.claim, c.headline, case when h.field <> 'title' then d.title end as inside, d.outlet, d.date, d.date_kind
        from claims c
        left join tellings h on h.telling = c.head and h.of_claim = c.claim left join documents d on d.document = h.document
        order by c.claim""",
    # one row for each claim of several documents: what the lists of the first page tell of it
    "cards": """
        select c.claim, h.headline, h.inside, c.tellings, c.documents, told.outlets, told.first, told.last, told.newest,
               a.origin_low, a.origin_high, a.text_low, a.text_high, a.common_link,
               coalesce(v.differences, 0) as differences, coalesce(v.conflicts, 0) as conflicts
        from claims c join headings h on h.claim = c.claim
        join (select t.of_claim as claim, count(distinct d.outlet) as outlets, min(d.date) as first, max(d.date) as last,
                     count(distinct d.document) filter (where d.added >= (select since from newest_part)) as newest
              from tellings t join documents d using (document) group by 1) told on told.claim = c.claim
        left join ancestries a on a.claim = c.claim
        left join (select claim, count(*) as differences,
                          count(*) filter (where kind in ('conflict', 'copy_error', 'correction')) as conflicts
                   from variations where slot in ('number', 'date', 'place', 'person', 'actor', 'negation') group by 1) v
               on v.claim = c.claim
        where c.documents > 1
        order by c.documents desc, c.tellings desc, c.claim""",
    # where each telling stands in its document, and whether others tell its claim
    "told": """
        select t.document, t.field, t.start, t."end", t.of_claim as claim, n.number, c.documents
        from tellings t join claim_tellings n on n.telling = t.telling and n.claim = t.of_claim join claims c on c.claim = t.of_claim
        order by t.document, t.start""",
    # passages that another document has, from both sides
    "reuse": """
        select * from (
            select "left" as document, left_start as start, left_end as "end", "right" as other, right_start as other_start,
                   right_end as other_end, matched, edited, kind from source_alignments where "left" <> "right"
            union all
            select "right", right_start, right_end, "left", left_start, left_end, matched, edited, kind
            from source_alignments where "left" <> "right") order by document, start""",
    "sayings": """
        select n.id as source, a.document, a.attribution, a.field, a.stance, d.outlet, d.date
        from attributions a join names n on n.kind = 'source' and n.name = a.speaker join documents d on d.document = a.document
        order by source, d.date nulls last""",
    "source_claims": """
        select distinct n.id as source, s.of_claim as claim
        from chain_steps s join names n on n.kind = 'source' and n.name = s.name join claims c on c.claim = s.of_claim
        where s.kind = 'source' and c.documents > 1 order by source, claim""",
    "outlet_articles": """
        select n.id as outlet, d.document, d.name, d.title, d.date, d.date_kind
        from documents d join names n on n.kind = 'outlet' and n.name = d.outlet order by outlet, d.date desc nulls last, d.document""",
    # in which articles an entity is named, and how often
    "entity_articles": """
        select coalesce(a.entity, n.entity) as entity, n.document, sum(n.mentions) as mentions
        from source_namings n left join entity_aliases a on a.alias = n.entity group by 1, 2 order by 1, 3 desc, 2""",
    # who took from whom, a row for each link, with names on both sides ("earlier" may be an outlet that is only cited)
    "takings": """
        select l.claim, n.number, later.outlet as later, later.document as later_document,
               coalesce(earlier.outlet, case when l.earlier like 'unseen:%' then substring(l.earlier, 8) end) as earlier,
               earlier.document as earlier_document, l.earlier like 'unseen:%' as unseen, l.strength,
               coalesce(e.credited, false) as credited, coalesce(e.reused, false) as reused
        from links l
        join tellings lt on lt.telling = l.later and lt.of_claim = l.claim join documents later on later.document = lt.document
        join claim_tellings n on n.telling = l.later and n.claim = l.claim
        left join tellings et on et.telling = l.earlier and et.of_claim = l.claim
        left join documents earlier on earlier.document = et.document
        left join (select link, bool_or(kind = 'credited') as credited, bool_or(kind in ('reused', 'translated')) as reused
                   from link_evidence group by 1) e on e.link = l.link
        order by l.claim""",
}


class Pages(Case):
    """A case whose rows are read by key out of its file for pages; every other way to read it stays.

    While a run is at work, or has left steps undone, what it had made before is shown as it was.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._guard = threading.Lock()
        self._stamp = ""
        self._opened: duckdb.DuckDBPyConnection | None = None

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor on the file, which is brought up to date first; CaseError where the case was not run."""
        with self._guard:
            stamp = _stamp_of(self)
            if self._opened is None or stamp != self._stamp:
                self._reopen(stamp)
            assert self._opened
            cursor = self._opened.cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    def _reopen(self, stamp: str) -> None:
        """Open the file of the tables as they are now; the one that is open stays where they are not all of one run."""
        self._stamp = stamp
        self.unfinished = self._opened is not None and not pages_file(self).exists() and not is_whole(self)
        if self.unfinished:
            return
        if self._opened is not None:
            self._opened.close()
        self._opened = duckdb.connect(make_pages(self), read_only=True)
        self.__dict__.pop("kept", None)

    @cached_property
    def kept(self) -> dict[str, Any]:
        """What was read of the case as a whole and stays as long as the file does."""
        return {}

    def rows(self, table: str, where: str = "", parameters: Sequence[Any] = ()) -> list[Any]:
        """As of a case, out of the file where it holds the table."""
        if table not in COPIED:
            return super().rows(table, where, parameters)
        row = TABLES[table]
        columns = ", ".join(f'"{name}"' for name, _, _ in columns_of(row))
        sql = f"select {columns} from {table}" + (f" where {where}" if where else "")
        with self.cursor() as cursor:
            return [row(*values) for values in cursor.execute(sql, list(parameters)).fetchall()]

    def records(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[dict[str, Any]]:
        """The rows of any query over the tables of the file, by column name."""
        with self.cursor() as cursor:
            cursor.execute(sql, parameters if isinstance(parameters, dict) else list(parameters))
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def _stamp_of(case: Case) -> str:
    """What changes, and is known at once, when any part of any table does; a copy of a case has another."""
    digest = hashlib.blake2b(digest_size=12)
    for table in READ:
        folder = case.folder / "tables" / table
        files = sorted(os.scandir(folder), key=lambda file: file.name) if folder.is_dir() else []
        for file in files:
            state = file.stat()
            digest.update(f"{table}/{file.name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def is_whole(case: Case) -> bool:
    """Whether every step is done."""
    from takhrij.pipeline import STEPS  # half a second, which the first page does not wait for

    return all(state.state == DONE for state in states(case, STEPS))


def pages_file(case: Case) -> Path:
    """Where the file of the tables as they are now lies, whether or not it is there yet."""
    name = identity("p", SHAPE, *(f"{table} {case.fingerprint_of(table)}" for table in READ))
    return case.folder / f"pages-{name}.duckdb"


def make_pages(case: Case) -> Path:
    """The file, made where it is not there; two programs do not make it at once."""
    file = pages_file(case)
    with filelock.FileLock(case.folder / ".pages.lock"):
        if not file.exists():
            _make(case, file)
    return file


def _make(case: Case, file: Path) -> None:
    case.check_told()
    partial = file.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    with duckdb.connect(partial) as connection:
        for table in READ:
            case.check_columns(table)
            connection.execute(f"create temp view source_{table} as {relation(table, case.files_of(table))}")
        _copy(connection)
        _mark_newest(case, connection)
        _name(connection)
        for table, sql in MADE.items():
            connection.execute(f"create table {table} as {sql}")
    for old in case.folder.glob("pages-*.duckdb"):
        old.unlink()
    os.replace(partial, file)


def _copy(connection: duckdb.DuckDBPyConnection) -> None:
    """Each table in the order of its key, so that the rows of one key lie in one place."""
    orders = dict.fromkeys(DOCUMENT_READS, "document") | dict.fromkeys(BY_CLAIM, "claim") | dict.fromkeys(BY_TELLING, "telling")
    orders |= dict.fromkeys(BY_ENTITY, "entity")
    for table in (*orders, *SMALL):
        order = f" order by {orders[table]}" if table in orders else ""
        connection.execute(f"create table {table} as select * from source_{table}{order}")
    for table in OF_CLAIM:
        joined = f"select t.*, c.claim as of_claim from source_{table} t join source_claim_tellings c using (telling)"
        connection.execute(f"create table {table} as {joined} order by of_claim, telling")


def _mark_newest(case: Case, connection: duckdb.DuckDBPyConnection) -> None:
    """From which number on articles are of the part that was added last; none where there is but one part."""
    files = case.files_of("documents")
    last = f"select min(added) from read_parquet('{files[-1].replace(chr(39), chr(39) * 2)}')" if len(files) > 1 else "null::bigint"
    connection.execute(f"create table newest_part as select ({last}) as since")


def _name(connection: duckdb.DuckDBPyConnection) -> None:
    """The names that have a page of their own: its id, and the name folded for the search."""
    outlets = """select outlet from documents where outlet is not null union select name from chain_steps where kind <> 'source'
                 union select substring(earlier, 8) from links where earlier like 'unseen:%'"""
    sources = """select speaker from attributions where speaker is not null union select name from chain_steps where kind = 'source'"""
    rows = [("outlet", outlet_id(name), name, folded(name)) for (name,) in connection.execute(outlets).fetchall()]
    rows += [("source", source_id(name), name, folded(name)) for (name,) in connection.execute(sources).fetchall()]
    named = "select entity, name from entities where documents > 1"
    rows += [("entity", entity, name, folded(name)) for entity, name in connection.execute(named).fetchall()]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[], [], [], []]
    listed = pa.table(dict(zip(("kind", "id", "name", "folded"), (pa.array(column, pa.string()) for column in columns), strict=True)))
    connection.register("listed", listed)
    connection.execute("create table names as select * from listed order by id")
    connection.unregister("listed")
