"""Renews what commands print in README.md, docs/tutorial.md and docs/worked_claim.md: python tools/make_outputs.py

A block of commands is renewed where a remark before it says what to show: `<!-- show: all -->`, `<!-- show: 1-6 -->` (lines), or parts of a
trace, each with the number of lines that are enough: `<!-- show: head:3 links changes:7 -->`. What is left out becomes «…».
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "docs" / "tutorial.md", ROOT / "README.md", ROOT / "docs" / "worked_claim.md")  # the first makes the case of the second
BLOCK = re.compile(r"(<!-- show: (.+?) -->\n+```console\n)(\$ takhrij .+?)\n(.*?)(```)", re.DOTALL)
PARTS = {
    "head": "",
    "tellings": "Tellings",
    "links": "Who took it from whom",
    "origins": "Origins",
    "common": "Common link",
    "circle": "Circular reporting",
    "changes": "What changed",
    "findings": "Findings",
}
WIDTH = "100"  # columns
LONGEST = 150  # letters of a line that is no running text
PROGRESS = re.compile(r"\w+: \d+ of \d+")  # told of a step that takes long, as on a busy machine


def printed(command: str, folder: Path) -> list[str]:
    """What a command of a page prints, results and notes, without empty lines at either end."""
    settings = {**os.environ, "COLUMNS": WIDTH, "PYTHONPATH": str(ROOT / "src")}
    call = [sys.executable, "-m", "takhrij", *shlex.split(command.removeprefix("$ takhrij "))]
    done = subprocess.run(call, cwd=folder, env=settings, capture_output=True, encoding="utf-8", check=False)
    lines = [line.rstrip() for line in (done.stdout + done.stderr).strip("\n").splitlines() if not PROGRESS.fullmatch(line.strip())]
    return [line if len(line) <= LONGEST or line.startswith(" ") else line[:LONGEST].rsplit(" ", 1)[0] + " …" for line in lines]


def shown(lines: list[str], what: str) -> list[str]:
    """The part of the lines that a remark asks for."""
    if what == "all":
        return lines
    if bounds := re.fullmatch(r"(\d+)-(\d+)", what):
        first, last = int(bounds[1]), int(bounds[2])
        return ["…"] * (first > 1) + lines[first - 1 : last] + ["…"] * (last < len(lines))
    return list(_joined(_parts(lines), what.split()))


def _parts(lines: list[str]) -> dict[str, list[str]]:
    """The lines of the first claim of a trace, by part."""
    found: dict[str, list[str]] = {}
    name = "head"
    for line in lines:
        if line.startswith("───"):
            if found:
                break
            continue
        name = next((part for part, title in PARTS.items() if title and line.endswith(f"· {title}")), name)
        if line:
            found.setdefault(name, []).append(line)
    return found


def _joined(parts: dict[str, list[str]], wanted: list[str]) -> Iterator[str]:
    asked = {name: int(most) if most else len(parts.get(name, ())) for name, _, most in (want.partition(":") for want in wanted)}
    gap = False
    for name, lines in parts.items():
        kept = lines[: asked.get(name, 0)]
        if kept:
            yield from (["…"] if gap else [""] if name != "head" else [])
            yield from kept
        gap = len(kept) < len(lines)
    if gap:
        yield "…"


def renewed(page: str, folder: Path) -> str:
    """The page with the outputs of now."""

    def block(found: re.Match[str]) -> str:
        lines = shown(printed(found[3], folder), found[2])
        return found[1] + "\n".join([found[3], *lines]).rstrip() + "\n" + found[5]

    return BLOCK.sub(block, page)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "src").symlink_to(ROOT / "src")
        printed("$ takhrij demo", Path(place))  # the case of the worked claim
        for file in PAGES:
            file.write_text(renewed(file.read_text("utf-8"), Path(place)), "utf-8")
