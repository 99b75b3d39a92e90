"""Writes the pages of docs/ that repeat what the code says: every table with its columns, every command with its options.

python tools/make_docs.py          writes docs/tables.md and docs/cli.md
tests/test_docs.py                 fails where they no longer agree with the code
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import typer

from takhrij.cli import app
from takhrij.model.tables import TABLES, columns_of
from takhrij.pipeline import STEPS
from takhrij.store import SHARED

DOCS = Path(__file__).parents[1] / "docs"
COMMANDS = tuple(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
TYPES = {str: "text", int: "whole number", float: "number", bool: "yes/no"}


def tables_page() -> str:
    """docs/tables.md: each table, the step that writes it, what a row is, and its columns."""
    lines = [
        "# The tables of a case",
        "",
        "A case is a folder of Parquet tables: `tables/TABLE/PART.parquet`. Any program that reads Parquet can open them. A part is a",
        "batch of articles, or `all` where a step looks at the whole case. Spans are `[start, end)` in Unicode code points of the",
        "text as given. This page is made from the code by `tools/make_docs.py`.",
        "",
    ]
    writer = {table: step.name for step in STEPS for table in step.writes} | dict.fromkeys(SHARED, "every step")
    for table, row in TABLES.items():
        lines += [f"## {table}", "", f"Written by: {writer[table]}.", "", re.sub(r"\s+", " ", row.__doc__ or "").strip(), ""]
        lines += ["| column | type |", "|---|---|"]
        lines += [f"| `{name}` | {TYPES[kind]}{', may be missing' if optional else ''} |" for name, kind, optional in columns_of(row)]
        lines.append("")
    return "\n".join(lines)


def commands_page() -> str:
    """docs/cli.md: the help of every command, as it is printed."""
    lines = [
        "# The commands",
        "",
        "Results go to standard output; progress and remarks to standard error. Exit status: 0 done, 1 some articles were set aside",
        "(each is named), 2 the call was wrong, 130 stopped with Ctrl-C. This page is made by `tools/make_docs.py`.",
        "",
    ]
    for command in COMMANDS:
        call = [sys.executable, "-m", "takhrij", command, "--help"]
        environment = {"COLUMNS": "100", "PATH": "", "PYTHONPATH": str(DOCS.parent / "src"), "PYTHONIOENCODING": "utf-8", "TERM": "dumb"}
        printed = subprocess.run(call, capture_output=True, encoding="utf-8", check=True, env=environment).stdout
        printed = re.sub(r"Usage: .*? takhrij", "Usage: takhrij", printed)
        lines += [f"## takhrij {command}", "", "```", "\n".join(line.rstrip() for line in printed.strip().splitlines()), "```", ""]
    return "\n".join(lines)


def main() -> None:
    """Write both pages."""
    (DOCS / "tables.md").write_text(tables_page(), "utf-8")
    (DOCS / "cli.md").write_text(commands_page(), "utf-8")


if __name__ == "__main__":
    main()
