"""The log of decisions as lines for a terminal and as JSON objects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from takhrij.decisions import standing_of
from takhrij.model.decision import UNDO, Decision
from takhrij.report.words import shortened, visible

LONGEST_NOTE = 200  # letters


def decision_line(row: Decision) -> str:
    """One decision: number, moment, kind, subject, who and why."""
    subject = row.left if row.kind == UNDO else f"{visible(row.left)} {visible(row.right)}".strip()
    by = f"  by {visible(row.analyst)}" if row.analyst else ""
    note = f"  ({shortened(visible(row.note), LONGEST_NOTE)})" if row.note else ""
    return f"{row.number:>3}  {row.made[:16].replace('T', ' ')}  {row.kind} {subject}{by}{note}  {visible(row.words)}"


def log_lines(log: Sequence[Decision]) -> list[str]:
    """The whole log; a decision that was taken back says so."""
    standing = standing_of(log)
    return [decision_line(row) + ("" if row.number in standing or row.kind == UNDO else "  [undone]") for row in log]


def decision_record(row: Decision) -> dict[str, Any]:
    """A decision as a JSON object: the columns of its table."""
    return asdict(row)
