"""Puts the figures of `takhrij evaluate GOLD --json` into the README and the page of the method:

takhrij evaluate GOLD --json | python tools/make_figures.py

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
FIGURES = Path(__file__).parents[1] / "src" / "takhrij" / "evaluation" / "figures.json"
PLACE = re.compile(r"(<!-- figures -->\n).*(<!-- end figures -->)", re.DOTALL)
SHOWN = {
    "attributions": ("cue F1", "content F1", "whole attribution F1", "chain"),
    "claims": ("pairs F1", "false merges", "spoken chain", "origins in range", "origin width", "differences R", "copies R", "copies P"),
    "normalize": ("found", "unasked"),
}
COUNTS = ("unasked",)
LOWER = ("false merges", "origin width", "distorted called same", "unasked")  # is better


def figures_of(row: dict[str, Any]) -> Iterator[dict[str, str]]:
    """The figures of one gold file that are shown."""
    for figure in SHOWN.get(row["task"], tuple(row["takhrij"])):
        ours, theirs = (_told(figure, row[whose].get(figure, 0.0)) for whose in ("takhrij", "baseline"))
        name = re.sub(r"^\w+ (?=macro)", "", figure) + (" ↓" if figure in LOWER else "")
        yield {"task": row["task"], "gold": row["gold"], "n": str(row["n"]), "figure": name, "takhrij": ours, "baseline": theirs}


def lines_of(figures: list[dict[str, str]]) -> Iterator[str]:
    """The lines of the table; task, gold and n on the first line of each gold file alone."""
    before: list[str] = []
    for figure in figures:
        head = [figure["task"], figure["gold"], figure["n"]]
        told = ["", "", ""] if head == before else head
        yield "| " + " | ".join([*told, figure["figure"], figure["takhrij"], figure["baseline"]]) + " |"
        before = head


def _told(figure: str, value: float) -> str:
    return f"{value:.0f}" if figure in COUNTS else f"{value:.2f}"


if __name__ == "__main__":
    table = ["| task | gold | n | figure | Takhrij | baseline |", "|---|---|---:|---|---:|---:|"]
    figures = [figure for line in sys.stdin for figure in figures_of(json.loads(line))]
    table += lines_of(figures)
    FIGURES.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    text = "\n".join([*table, "", "↓ lower is better.", ""])
    PAGE.write_text(PLACE.sub(lambda found: found[1] + text + found[2], PAGE.read_text("utf-8")), "utf-8")
