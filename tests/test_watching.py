"""Progress on standard error."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from takhrij.watching import watched


def shown(*, terminal: bool) -> str:
    out = StringIO()
    with watched(Console(file=out, force_terminal=terminal, width=80)) as progress:
        for step in ("sentences", "claim_alignments"):
            progress(step, 0, 2)
            progress(step, 2, 2)
    return out.getvalue()


def test_a_terminal_sees_the_step_that_runs_and_not_those_before() -> None:
    last = shown(terminal=True).split("claim_alignments")[-1]
    assert "2/2" in last
    assert "sentences" not in last


def test_a_pipe_sees_nothing() -> None:
    assert shown(terminal=False).strip() == ""
