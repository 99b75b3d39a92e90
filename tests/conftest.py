"""What several tests share: the program as a user calls it, and the demo case, run once."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from takhrij.additions import add
from takhrij.model.annotation import ROLES, Attribution, AttributionSpan
from takhrij.model.span import Span
from takhrij.runs import silent
from takhrij.scratch import run_case
from takhrij.settings import Settings
from takhrij.store import Case

Called = subprocess.CompletedProcess[str]


@pytest.fixture(scope="session")
def takhrij() -> Callable[..., Called]:
    """Calls the program as a user does, in a process of its own."""

    def call(*arguments: object, given: str | None = None) -> Called:
        command = [sys.executable, "-m", "takhrij", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, encoding="utf-8", input=given, check=False, timeout=300)

    return call


@pytest.fixture(scope="session")
def demo_case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The demo case, run without an embedder."""
    case = Case.new(tmp_path_factory.mktemp("demo") / "case", Settings())
    with case.locked(), resources.as_file(resources.files("takhrij.demo").joinpath("articles.jsonl")) as articles:
        add(case, [articles])
        run_case(case, last=None, workers=1, progress=silent)
    return case


@pytest.fixture(scope="session")
def planted() -> dict[str, Any]:
    """What is planted in the demo case."""
    planted: dict[str, Any] = json.loads(resources.files("takhrij.demo").joinpath("planted.json").read_text("utf-8"))
    return planted


def write_articles(file: Path, *articles: dict[str, Any]) -> Path:
    """Articles as JSON lines."""
    file.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles), "utf-8")
    return file


def spans_by_role(rows: Iterable[Attribution | AttributionSpan], attribution: str) -> dict[str, list[Span]]:
    """The spans of one attribution, by role and in order: {"cue": […], "source": […], "via": […], "content": […]}."""
    spans = sorted((row for row in rows if isinstance(row, AttributionSpan) and row.attribution == attribution), key=lambda row: row.number)
    return {role: [Span(row.start, row.end) for row in spans if row.role == role] for role in ROLES}
