"""The demo case: invented articles about an invented country, traced and shown."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

from rich.console import Console

from takhrij.additions import add
from takhrij.engines.base import Progress
from takhrij.report.page import write_report
from takhrij.report.terminal import print_claim
from takhrij.scratch import made_with, run_case
from takhrij.settings import Settings
from takhrij.store import Case
from takhrij.tracing import matching

CLAIMS_ON_PAGE = 10


def demonstrate(folder: Path, output: Path, *, encoder: str | None, workers: int | None, progress: Progress, console: Console) -> None:
    """Build the case in `folder` (or take it up again), trace the planted claim, print the trace and write the page to `output`."""
    case = made_with(folder, encoder) if (folder / "case.json").exists() else Case.new(folder, Settings(encoder or "none"))
    demo = resources.files("takhrij.demo")
    question = json.loads(demo.joinpath("planted.json").read_text("utf-8"))["trace"]["query"]
    with case.locked(), resources.as_file(demo.joinpath("articles.jsonl")) as articles:
        add(case, [articles])
        run_case(case, last=None, workers=workers, progress=progress)
    console.print(f"takhrij trace {folder} {question!r}\n", markup=False)
    found = matching(case, question, CLAIMS_ON_PAGE)
    for match, view in found[:1]:
        print_claim(view, console, score=match.score)
    write_report(case, output, [view for _, view in found], question=question)
    console.print(f"the page: {output}", markup=False)
