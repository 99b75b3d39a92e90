"""A case that lives for one command: the one-shot commands run the same steps as a case that is kept."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from takhrij.additions import Addition, add
from takhrij.engines.base import Progress, Step
from takhrij.engines.local import LocalEngine
from takhrij.pipeline import STEPS
from takhrij.runs import run
from takhrij.settings import Settings
from takhrij.store import Case


@contextmanager
def scratch_case(
    articles: Path,
    *,
    last: str | None,
    settings: Settings,
    workers: int | None,
    progress: Progress,
    steps: Sequence[Step] = STEPS,
) -> Iterator[tuple[Case, Addition]]:
    """A temporary case of the articles, run up to the step `last`; its folder goes when the block ends."""
    with tempfile.TemporaryDirectory(prefix="takhrij-") as folder:
        case = Case.new(Path(folder) / "case", settings)
        with case.locked():
            addition = add(case, [articles])
            run_case(case, last=last, workers=workers, progress=progress, steps=steps)
        yield case, addition


def run_case(case: Case, *, last: str | None, workers: int | None, progress: Progress, steps: Sequence[Step] = STEPS) -> list[str]:
    """Run the steps of a locked case on this machine; the names of those that ran."""
    engine = LocalEngine(workers=workers)
    try:
        return run(case, steps, engine, last=last, progress=progress)
    finally:
        engine.close()
