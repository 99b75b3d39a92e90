"""Rows of several tables brought together by one key."""

from __future__ import annotations

import duckdb
import pytest

from takhrij.cogroups import groups_of, keys_in
from takhrij.engines.base import Read

# Pairs (a to e) of articles: of storms (d1 to d3) and of a fair (d7, d8), their keys in no order that tells so.
PAIRS = (("a", "d1", "d2"), ("b", "d7", "d8"), ("c", "d2", "d3"), ("d", "d7", "d8"), ("e", "d1", "d3"))


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    made = duckdb.connect()
    made.execute('create table telling_pairs (pair varchar, "left" varchar, "right" varchar, proposed_by varchar)')
    made.execute("create table pair_documents (pair varchar, document varchar)")
    made.execute("create table outlet_days (document varchar, outlet varchar, day bigint, own boolean)")
    for pair, left, right in PAIRS:
        made.execute("insert into telling_pairs values (?, ?, ?, 'words')", [pair, left, right])
        made.executemany("insert into pair_documents values (?, ?)", [[pair, left], [pair, right]])
    made.executemany("insert into outlet_days values (?, ?, 1, true)", [[f"d{n}", f"صحيفة {n}"] for n in range(9)])
    return made


READS = ("telling_pairs", Read("outlet_days", "pair_documents", "document"))


def test_groups_come_in_the_order_of_their_keys(connection: duckdb.DuckDBPyConnection) -> None:
    assert [key for key, _ in groups_of(connection, "pair", READS)] == ["a", "b", "c", "d", "e"]
    assert keys_in(connection, "pair", READS) == 5


def test_groups_of_the_same_documents_can_follow_one_another(connection: duckdb.DuckDBPyConnection) -> None:
    assert [key for key, _ in groups_of(connection, "pair", READS, near="pair_documents")] == ["a", "e", "c", "b", "d"]


def test_each_group_has_the_same_rows_in_either_order(connection: duckdb.DuckDBPyConnection) -> None:
    groups = [dict(groups_of(connection, "pair", READS, near=near)) for near in (None, "pair_documents")]
    assert {key: {table: sorted(rows) for table, rows in group.items()} for key, group in groups[0].items()} == {
        key: {table: sorted(rows) for table, rows in group.items()} for key, group in groups[1].items()
    }
    assert sorted(row[0] for row in groups[0]["b"]["outlet_days"]) == ["d7", "d8"]


def test_a_group_without_documents_is_not_lost(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("insert into telling_pairs values ('f', 'x', 'y', 'words')")
    assert [key for key, _ in groups_of(connection, "pair", READS, near="pair_documents")][-1] == "f"


def test_where_there_are_no_rows_there_are_no_groups(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("delete from telling_pairs")
    assert list(groups_of(connection, "pair", READS, near="pair_documents")) == []
