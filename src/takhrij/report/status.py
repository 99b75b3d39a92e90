"""The state of a case: each step with its rows, seconds and what it set aside, by reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.table import Table

from takhrij.runs import StepState
from takhrij.store import Case


def status_record(case: Case, states: Iterable[StepState]) -> dict[str, Any]:
    """The state of the case as one JSON object."""
    rejects = rejects_by_step(case)
    return {
        "case": str(case.folder),
        "documents": _count(case, "documents"),
        "embedder": case.settings.embedder,
        "steps": [
            {
                "step": state.step,
                "state": state.state,
                "parts": f"{state.ready}/{state.parts}",
                "rows": {table: rows for table, rows in state.rows.items() if table != "rejects"},
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
    """The same as a table."""
    table = Table(title=f"{record['case']}: {record['documents']:,} articles, embedder {record['embedder']}", title_justify="left")
    for name in ("step", "state", "parts", "rows", "seconds", "set aside"):
        table.add_column(name, justify="right" if name == "seconds" else "left", overflow="fold")
    for step in record["steps"]:
        rows = ", ".join(f"{name} {count:,}" if len(step["rows"]) > 1 else f"{count:,}" for name, count in step["rows"].items())
        rejects = ", ".join(f"{reason} {count:,}" for reason, count in step["rejects"].items())
        table.add_row(step["step"], step["state"], step["parts"], rows, f"{step['seconds']:.1f}", rejects)
    console.print(table)
