"""What the page of the method tells: what was computed, when, with which versions and settings, how good it is, what was set aside."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib import resources
from typing import Any

from takhrij import __version__
from takhrij.report.status import status_record
from takhrij.runs import states
from takhrij.web.index import Pages


def method_of(pages: Pages) -> dict[str, Any]:
    """Program, settings, steps with state, rows and seconds, rejects by step and reason, and the figures of the evaluation."""
    from takhrij.pipeline import STEPS  # half a second, which the first page does not wait for

    record = status_record(pages, states(pages, STEPS))
    versions = {step.name: step.version for step in STEPS}
    steps = [{**step, "version": versions[step["step"]], "when": _when(pages, step["step"])} for step in record["steps"]]
    return {**record, "case": pages.folder.resolve().name, "program": __version__, "steps": steps, "figures": figures()}


def _when(pages: Pages, step: str) -> str:
    """When the last part of a step was done, in UTC."""
    markers = [file.stat().st_mtime for file in (pages.folder / "steps" / step).glob("*.json")]
    return datetime.fromtimestamp(max(markers), UTC).isoformat(sep=" ", timespec="minutes")[:16] if markers else ""


def figures() -> list[dict[str, Any]]:
    """The rows of the evaluation table as it stands in the README, which `tools/make_figures.py` writes to both places."""
    rows: list[dict[str, Any]] = json.loads(resources.files("takhrij.evaluation").joinpath("figures.json").read_text("utf-8"))
    return rows
