"""The engine on Apache Spark: the same rows in every table as on one machine. Skipped where Spark or Java is missing."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.engines.test_local import STEPS as SMALL
from tests.engines.test_local import add, document

import takhrij.demo
from takhrij.additions import add as add_articles
from takhrij.engines.base import Added, Engine, Map, Query
from takhrij.engines.local import LocalEngine
from takhrij.errors import EngineError, UsageError
from takhrij.model.tables import TABLES
from takhrij.pipeline import STEPS
from takhrij.runs import run, silent
from takhrij.settings import Settings
from takhrij.store import Case

if "SPARK_NEEDED" not in os.environ:  # where it is set, what is missing is an error
    pytest.importorskip("pyspark", reason="Spark is an extra: pip install '.[spark]'")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java", allow_module_level=True)

from takhrij.engines.spark import SparkEngine

QUIET = "--conf spark.ui.enabled=false --conf spark.ui.showConsoleProgress=false"
ON_TWO_CORES = f"--master local[2] --conf spark.sql.shuffle.partitions=2 {QUIET} pyspark-shell"


@pytest.fixture
def spark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SparkEngine]:
    monkeypatch.setenv("PYSPARK_SUBMIT_ARGS", ON_TWO_CORES)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    engine = SparkEngine(tmp_path / "scratch")
    yield engine
    engine.close()


def articles(count: int) -> str:
    lines = (Path(takhrij.demo.__file__).parent / "articles.jsonl").read_text("utf-8").splitlines()
    return "\n".join(sorted(lines, key=lambda line: (json.loads(line)["date"] or "", line))[:count])


def grown(folder: Path, engine: Engine) -> Case:
    """A case that was run, got more articles and was run again."""
    case = Case.new(folder, Settings())
    for number, text in enumerate((articles(6), articles(10))):
        pile = folder.with_name(f"pile-{number}.jsonl")
        pile.write_text(text, "utf-8")
        add_articles(case, [pile])
        run(case, STEPS, engine, last=None if number else "resemblances", progress=silent)  # what is kept of a run is made up to there
    return case


def test_every_table_holds_the_rows_that_it_holds_on_one_machine(tmp_path: Path, spark: SparkEngine) -> None:
    local = LocalEngine(workers=1)
    one, other = grown(tmp_path / "one", local), grown(tmp_path / "other", spark)
    local.close()
    compared = [table for table in TABLES if table != "seals"]  # by which one machine tells what changed since; Spark makes none
    unlike = [table for table in compared if Counter(map(repr, one.rows(table))) != Counter(map(repr, other.rows(table)))]
    assert unlike == []
    assert len(one.rows("links")) > 0  # the pile is such that something is copied


def test_a_failing_article_is_set_aside_and_a_wrong_query_named(
    tmp_path: Path, spark: SparkEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = Case.new(tmp_path / "case", Settings())
    add(case, "0001", document(1), document(2, ""), document(3, "bad"))
    run(case, SMALL, spark, progress=silent)
    assert [row.document for row in case.rows("sentences")] == ["d001"]
    assert {(row.document, row.reason) for row in case.rows("rejects")} == {("d002", "empty"), ("d003", "internal error")}
    monkeypatch.setattr("takhrij.engines.relational.text_of", lambda _name: "select nonsense from nowhere")
    with pytest.raises(EngineError, match="claim_documents"):
        run(case, (SMALL[0], Query("claim_documents", ("documents",), ("claim_documents",), "claims/x")), spark, progress=silent)
    wrong: tuple[Added | Map, ...] = (SMALL[0], Map("sentences", ("documents",), ("terms",), "document", SMALL[1].function, version=9))  # type: ignore[union-attr]
    with pytest.raises(EngineError, match="does not own"):
        run(case, wrong, spark, progress=silent)
    assert not list(case.folder.rglob("*.partial"))


def test_a_path_that_spark_would_take_for_a_pattern_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="move the case"):
        SparkEngine(tmp_path / "case[1]" / "spark")
