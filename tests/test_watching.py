"""Progress on standard error."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from takhrij.engines.base import PREPARING
from takhrij.watching import ONCE, PATIENCE, watched


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


def test_a_pipe_sees_nothing_of_a_short_run() -> None:
    assert shown(terminal=False).strip() == ""


def test_a_pipe_sees_of_a_long_run_now_and_then_how_far_it_is() -> None:
    out, moments = StringIO(), iter((0.0, 1.0, PATIENCE, PATIENCE, PATIENCE + 1))
    with watched(Console(file=out, force_terminal=False, width=80), lambda: next(moments)) as progress:
        for done in (1_000, 2_000, 3_000):
            progress("links", done, 30_000)
    assert out.getvalue() == "links: 2,000 of 30,000\n"


def test_a_pipe_sees_that_something_is_prepared_once() -> None:
    out = StringIO()
    with watched(Console(file=out, force_terminal=False, width=200)) as progress:
        progress(PREPARING, 0, 1)
    assert out.getvalue() == f"{ONCE}\n"
