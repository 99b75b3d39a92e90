"""The walls: which package may import which, what pure means, how long files and functions may be, and names that say nothing."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from takhrij.engines.base import Added, Map, Query, Read, Rounds
from takhrij.model.tables import TABLES, columns_of
from takhrij.pipeline import STEPS
from takhrij.store import SHARED

SOURCE = Path(__file__).parents[1] / "src" / "takhrij"
PURE = ("model", "text", "annotate", "match", "claims", "chains")
MAY_IMPORT = {
    "model": {"model"},
    "text": {"text", "model"},
    "annotate": {"annotate", "text", "model"},
    "match": {"match", "text", "model"},
    "claims": {"claims", "match", "annotate", "text", "model"},
    "chains": {"chains", "claims", "match", "annotate", "text", "model"},
    "ingest": {"ingest", "annotate", "text", "model", "errors"},
    "backends": {"backends", "model", "errors"},
    "engines": {"engines", "model", "errors", "store", "cogroups"},
}
IMPURE = {
    "os", "io", "sys", "time", "random", "secrets", "logging", "socket", "subprocess", "pathlib", "tempfile", "shutil", "urllib", "http",
    "sqlite3", "duckdb", "pyarrow", "requests", "threading", "multiprocessing",
}  # fmt: skip
REFEREES = SOURCE / "evaluation" / "referees"  # taken over unchanged; compared byte by byte with their originals
FORBIDDEN_NAME = re.compile(r"utils?\b|helper|manager|processor", re.IGNORECASE)
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_QUERY = 400, 40, 60


def files() -> list[Path]:
    return [file for file in sorted(SOURCE.rglob("*.py")) if REFEREES not in file.parents]


def package_of(file: Path) -> str:
    return file.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are absolute"
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("file", files(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_imports_run_one_way(file: Path) -> None:
    allowed = MAY_IMPORT.get(package_of(file))
    ours = {name.split(".")[1] for name in imports_of(file) if name.startswith("takhrij.")}
    assert allowed is None or ours <= allowed, f"{file} imports {ours - (allowed or set())}"


@pytest.mark.parametrize("file", [file for file in files() if package_of(file) in PURE], ids=lambda file: str(file.relative_to(SOURCE)))
def test_the_inner_packages_are_pure(file: Path) -> None:
    assert not {name.split(".")[0] for name in imports_of(file)} & IMPURE
    nodes = ast.walk(ast.parse(file.read_text("utf-8")))
    calls = {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not calls & {"open", "print", "input", "eval", "exec"}


@pytest.mark.parametrize("file", files(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_files_and_functions_are_short_and_say_what_they_are_for(file: Path) -> None:
    source = file.read_text("utf-8")
    assert len(source.splitlines()) <= LONGEST_FILE
    tree = ast.parse(source)
    assert ast.get_docstring(tree), f"{file}: the first line says what it is for"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{file}: {node.name} is too long"


@pytest.mark.parametrize("file", files(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_names_say_something(file: Path) -> None:
    assert not FORBIDDEN_NAME.search(file.stem)
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            assert not FORBIDDEN_NAME.search(node.name), f"{file}: {node.name}"


def test_below_the_command_line_nothing_is_printed_and_nothing_exits() -> None:
    for file in files():
        if file.name in ("cli.py", "__main__.py"):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            assert not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"), f"{file} prints"
            assert not (isinstance(node, ast.Attribute) and node.attr == "exit" and getattr(node.value, "id", "") == "sys"), f"{file} exits"
            assert not (isinstance(node, ast.ExceptHandler) and node.type is None), f"{file}: a bare except"


def test_the_contract_of_engines_knows_no_engine() -> None:
    assert not {name.split(".")[0] for name in imports_of(SOURCE / "engines" / "base.py")} & {"duckdb", "pyspark"}


def test_every_row_class_is_flat() -> None:
    for row in TABLES.values():
        assert columns_of(row)


@pytest.mark.parametrize("file", sorted(SOURCE.rglob("*.sql")), ids=lambda file: file.name)
def test_queries_are_short_and_say_what_they_read_and_write(file: Path) -> None:
    text = file.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_QUERY
    head = [line for line in text.splitlines() if line.startswith("--")]
    assert any("reads" in line for line in head)
    assert any("writes" in line for line in head)
    body = "\n".join(line for line in text.splitlines() if not line.startswith("--")).lower()
    assert not re.search(r"\b(unnest|explode|regexp_\w+|hash|md5|list_\w+|array_\w+|qualify|date_\w+)\b", body)


def test_no_step_reads_what_none_before_it_writes() -> None:
    written: set[str] = set()
    for step in STEPS:
        missing = set(step.tables) - written - ({step.writes[0]} if isinstance(step, Rounds) else set())
        assert not missing, f"{step.name} reads {missing}"
        assert not written & set(step.writes), f"{step.name} writes what another step owns"
        written.update(step.writes)
    assert written == set(TABLES) - set(SHARED)


def test_every_map_finds_its_key_in_what_it_reads() -> None:
    for step in STEPS:
        if isinstance(step, Map):
            for read in step.reads:
                table = read.through if isinstance(read, Read) else read
                assert step.by in {name for name, _, _ in columns_of(TABLES[table])}, f"{step.name}: {table} has no {step.by}"


def test_every_query_of_the_pipeline_is_there() -> None:
    for step in STEPS:
        names = [step.sql] if isinstance(step, Query) else [step.start, step.sql] if isinstance(step, Rounds) else []
        for name in names:
            assert (SOURCE / f"{name}.sql").exists()
    assert isinstance(STEPS[0], Added)


def test_no_word_is_looked_up_on_import() -> None:
    """The table of forms takes two seconds to read: a command that asks for no lemma, and the first page, must not wait for it."""
    code = "import takhrij.cli, takhrij.pipeline, takhrij.web.serving, takhrij.text.lemmas as read; print(read.lemma.cache_info().misses)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True).stdout.strip() == "0"
