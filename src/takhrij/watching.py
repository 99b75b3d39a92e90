"""Progress on standard error: a bar for the step that runs, in a terminal alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from takhrij.engines import base

ONCE = "preparing text reuse for this machine, once (up to a minute) …"


@contextmanager
def watched(console: Console) -> Iterator[base.Progress]:
    """A function for the engine to report to, shown while the block runs.

    Steps that are finished make room: all together they are more lines than a terminal has.
    """
    columns = (TextColumn("{task.description:>20}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}
        told: set[str] = set()

        def progress(step: str, done: int, total: int) -> None:
            if step == base.PREPARING:
                if step not in told:
                    console.print(ONCE)
                told.add(step)
                return
            if step not in tasks:
                for finished in tasks.values():
                    bars.update(finished, visible=False)
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield progress
