"""Puts the figures of `takhrij evaluate GOLD --json` into the README: takhrij evaluate GOLD --json | python tools/make_figures.py

Of the attributions and claims a few figures stand for all; `docs/evaluation.md` says what each means.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[1] / "README.md"
PLACE = re.compile(r"(<!-- figures -->\n).*(<!-- end figures -->)", re.DOTALL)
SHOWN = {
    "attributions": ("cue F1", "content F1", "whole attribution F1", "chain"),
    "claims": ("pairs F1", "false merges", "spoken chain", "origins in range", "origin width", "differences R", "copies R", "copies P"),
    "normalize": ("found", "unasked"),
}
COUNTS = ("unasked",)
LOWER = ("false merges", "origin width", "distorted called same", "unasked")  # is better


def lines_of(row: dict[str, Any]) -> Iterator[str]:
    """The lines of one gold file; task, gold and n on the first alone."""
    head = [row["task"], row["gold"], str(row["n"])]
    for figure in SHOWN.get(row["task"], tuple(row["takhrij"])):
        ours, theirs = (_told(figure, row[whose].get(figure, 0.0)) for whose in ("takhrij", "baseline"))
        name = re.sub(r"^\w+ (?=macro)", "", figure) + (" ↓" if figure in LOWER else "")
        yield "| " + " | ".join([*head, name, ours, theirs]) + " |"
        head = ["", "", ""]


def _told(figure: str, value: float) -> str:
    return f"{value:.0f}" if figure in COUNTS else f"{value:.2f}"


if __name__ == "__main__":
    table = ["| task | gold | n | figure | Takhrij | baseline |", "|---|---|---:|---|---:|---:|"]
    for line in sys.stdin:
        table += lines_of(json.loads(line))
    text = "\n".join([*table, "", "↓ lower is better.", ""])
    PAGE.write_text(PLACE.sub(lambda found: found[1] + text + found[2], PAGE.read_text("utf-8")), "utf-8")
