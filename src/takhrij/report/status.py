"""The state of a case: each step with its rows, seconds and what it set aside, by reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from takhrij.report.words import plural, visible
from takhrij.runs import StepState
from takhrij.store import SHARED, Case


def status_record(case: Case, states: Iterable[StepState]) -> dict[str, Any]:
    """The state of the case as one JSON object."""
    rejects = rejects_by_step(case)
    return {
        "case": str(case.folder),
        "documents": _count(case, "documents"),
        "encoder": case.settings.encoder,
        "steps": [
            {
                "step": state.step,
                "state": state.state,
                "parts": f"{state.ready}/{state.parts}",
                "rows": {table: rows for table, rows in state.rows.items() if table not in SHARED},
                "seconds": state.seconds,
                "rejects": rejects.get(state.step, {}),
            }
            for state in states
        ],
    }


def rejects_by_step(case: Case) -> dict[str, dict[str, int]]:
    """step -> reason -> how many."""
    with case.connection(["rejects"]) as connection:
        rows = connection.execute(
            "select step, reason, count(*) from rejects group by step, reason order by step, reason nulls last"
        ).fetchall()
    out: dict[str, dict[str, int]] = {}
    for step, reason, count in rows:
        out.setdefault(step, {})[reason] = count
    return out


def _count(case: Case, table: str) -> int:
    with case.connection([table]) as connection:
        (count,) = connection.execute(f"select count(*) from {table}").fetchone() or (0,)
    return int(count)


def print_status(record: dict[str, Any], console: Console) -> None:
    """The same as a table: a step a row, its tables below one another, what is not done in bold."""
    console.print(Text(f"{record['case']}: {plural(record['documents'], 'article')}, encoder {record['encoder']}", style="bold"))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    table.add_column("step", no_wrap=True)
    table.add_column("state", no_wrap=True)
    table.add_column("parts", no_wrap=True, justify="right")
    table.add_column("seconds", no_wrap=True, justify="right")
    table.add_column("rows", overflow="fold")
    table.add_column("set aside", overflow="fold")
    for step in record["steps"]:
        rows = _counts(step["rows"]) if len(step["rows"]) > 1 else "".join(f"{count:,}" for count in step["rows"].values())
        cells = (step["step"], step["state"], step["parts"], f"{step['seconds']:.1f}", rows, _counts(step["rejects"]))
        table.add_row(*(Text(visible(cell, keep_lines=True)) for cell in cells), style="" if step["state"] == "done" else "bold")
    console.print(table)
    waiting = [step["step"] for step in record["steps"] if step["state"] != "done"]
    if waiting:
        console.print(Text(f"{plural(len(waiting), 'step')} not done, beginning with {waiting[0]}; next: takhrij run {record['case']}"))


def _counts(counted: dict[str, int]) -> str:
    """ "tellings 349" and the like, one a line."""
    return "\n".join(f"{name} {count:,}" for name, count in counted.items())
