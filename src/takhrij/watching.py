"""Progress on standard error: a bar for the step that runs; where that is no terminal, a line now and then."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from takhrij.engines import base

ONCE = "preparing text reuse for this machine, once (up to a minute) …"
PATIENCE = 20.0  # seconds between two lines in a log: a short run tells nothing, a long one that it is alive


@contextmanager
def watched(console: Console, clock: Callable[[], float] = time.monotonic) -> Iterator[base.Progress]:
    """A function for the engine to report to, shown while the block runs.

    Steps that are finished make room: all together they are more lines than a terminal has.
    """
    if not console.is_terminal:
        yield _Lines(console, clock)
        return
    columns = (TextColumn("{task.description:>20}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        tasks: dict[str, TaskID] = {}
        once = _Once(console)

        def progress(step: str, done: int, total: int) -> None:
            if step == base.PREPARING:
                once()
                return
            if step not in tasks:
                for finished in tasks.values():
                    bars.update(finished, visible=False)
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield progress


class _Once:
    """Tells once that something is prepared."""

    def __init__(self, console: Console) -> None:
        self._console, self._told = console, False

    def __call__(self) -> None:
        if not self._told:
            self._console.print(ONCE)
        self._told = True


class _Lines:
    """«links: 1,024 of 30,272» at most every so many seconds."""

    def __init__(self, console: Console, clock: Callable[[], float]) -> None:
        self._console, self._clock, self._last = console, clock, clock()
        self._once = _Once(console)

    def __call__(self, step: str, done: int, total: int) -> None:
        if step == base.PREPARING:
            self._once()
        elif self._clock() - self._last >= PATIENCE:
            self._last = self._clock()
            self._console.print(f"{step}: {done:,} of {total:,}", markup=False)
