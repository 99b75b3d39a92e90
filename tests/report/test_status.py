"""The state of a case as a table."""

from __future__ import annotations

from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from takhrij.report.status import print_status

LONG = {
    "step": "claim_alignments",
    "state": "done",
    "parts": "12/12",
    "rows": {"claim_alignments": 1200},
    "seconds": 0.1,
    "rejects": {},
}
TWO = {
    "step": "links", "state": "stale", "parts": "0/1", "rows": {"links": 109, "findings": 49}, "seconds": 6.83,
    "rejects": {"empty [bold]": 2, "too_long": 1},
}  # fmt: skip


def printed(steps: list[dict[str, Any]], width: int) -> str:
    console = Console(width=width, highlight=False)
    with console.capture() as captured:
        print_status({"case": "bridge", "documents": 1, "encoder": "none", "steps": steps}, console)
    return captured.get()


@pytest.mark.parametrize("width", [80, 120, 160])
def test_names_of_steps_stay_whole_and_lines_fit(width: int) -> None:
    text = printed([LONG, TWO], width)
    assert "claim_alignments " in text
    assert "bridge: 1 article," in text
    assert max(cell_len(line) for line in text.splitlines()) <= width


def test_tables_and_reasons_are_told_with_their_numbers() -> None:
    text = printed([LONG, TWO], 100)
    for piece in ("1,200", "links 109", "findings 49", "empty [bold] 2", "too_long 1", "6.8"):
        assert piece in text


def test_what_is_not_done_is_told_with_what_to_do() -> None:
    assert "1 step not done, beginning with links; next: takhrij run bridge" in printed([LONG, TWO], 100)
    assert "not done" not in printed([LONG], 100)
