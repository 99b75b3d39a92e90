"""The case that a command reads: one that is kept, or one of the moment, which runs the same steps and goes with the command."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from takhrij.additions import Addition, add
from takhrij.engines.base import Engine, Progress, Step
from takhrij.engines.local import LocalEngine
from takhrij.errors import UsageError
from takhrij.runs import run
from takhrij.settings import Settings
from takhrij.store import Case


@contextmanager
def case_of(
    place: Path,
    *,
    last: str | None,
    encoder: str | None,
    workers: int | None,
    progress: Progress,
    steps: Sequence[Step] | None = None,
) -> Iterator[tuple[Case, Addition]]:
    """The case that is kept at a place, as it was run, or else a temporary one of the articles there, run up to the step `last`.

    CaseError where the case that is kept was not run; UsageError where it was made with another encoder than the one asked for.
    """
    if (place / "case.json").exists():
        kept = made_with(place, encoder)
        kept.check_told()
        yield kept, Addition()
        return
    with tempfile.TemporaryDirectory(prefix="takhrij-") as folder:
        case = Case.new(Path(folder) / "case", Settings(encoder or "none"))
        with case.locked():
            addition = add(case, [place])
            run_case(case, last=last, workers=workers, progress=progress, steps=steps)
        yield case, addition


def made_with(folder: Path, encoder: str | None) -> Case:
    """The case that is there; UsageError where the call asks for another encoder than it was made with."""
    case = Case(folder)
    if encoder not in (None, case.settings.encoder):
        raise UsageError(
            f"{folder} was made with encoder {case.settings.encoder}, not {encoder}: leave --encoder out, or make another case"
            f" (or change it in {folder / 'case.json'} and give takhrij run {folder})"
        )
    return case


def run_case(
    case: Case, *, last: str | None, workers: int | None, progress: Progress, steps: Sequence[Step] | None = None, spark: bool = False
) -> list[str]:
    """Run the steps of a locked case on this machine, or on the cluster that Spark is set up for; the names of those that ran."""
    if spark and workers:
        raise UsageError("--workers counts processes of this machine; how many a cluster starts is told to Spark (docs/cluster.md)")
    engine = _cluster(case) if spark else LocalEngine(workers=workers)
    try:
        return run(case, _all() if steps is None else steps, engine, last=last, progress=progress)
    finally:
        engine.close()


def _cluster(case: Case) -> Engine:
    from takhrij.engines.spark import SparkEngine  # which loads what only a few have installed

    return SparkEngine(case.folder / "spark")


def _all() -> Sequence[Step]:
    from takhrij.pipeline import STEPS  # half a second, which what needs but some of them does not take

    return STEPS
