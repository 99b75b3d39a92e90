"""What a step makes of a group does not depend on the order in which an engine happens to find its rows."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import takhrij.demo
from takhrij.additions import add
from takhrij.cogroups import groups_of
from takhrij.engines import local
from takhrij.engines.applying import KeyedRows, in_order
from takhrij.model.tables import TABLES
from takhrij.pipeline import STEPS
from takhrij.runs import run, silent
from takhrij.settings import Settings
from takhrij.store import Case


def run_on_demo(folder: Path) -> Case:
    case = Case.new(folder, Settings())
    add(case, [Path(takhrij.demo.__file__).parent / "articles.jsonl"])
    engine = local.LocalEngine(workers=1)
    run(case, STEPS, engine, progress=silent)
    engine.close()
    return case


def shuffled(*given: Any, **named: Any) -> Iterator[KeyedRows]:
    shuffler = random.Random(1)
    for key, tables in groups_of(*given, **named):
        for rows in tables.values():
            shuffler.shuffle(rows)
        yield key, tables


def test_every_table_is_the_same_where_the_rows_of_groups_come_shuffled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run_on_demo(tmp_path / "plain")
    monkeypatch.setattr(local, "groups_of", shuffled)
    other = run_on_demo(tmp_path / "other")
    assert [table for table in TABLES if Counter(map(repr, plain.rows(table))) != Counter(map(repr, other.rows(table)))] == []


def test_rows_stand_in_the_order_of_the_text_and_a10_after_a9() -> None:
    later, earlier = ("d1", "text", 1, 40, 50), ("d1", "text", 0, 0, 39)
    assert in_order("sentences", [later, earlier]) == [earlier, later]
    spans = [("d1", f"a{number}", "cue", 0, 5, 9) for number in (10, 9, 2)]
    assert [row[1] for row in in_order("attribution_spans", spans)] == ["a2", "a9", "a10"]
