"""Which steps of a case are done, stale or new, and running those that are not done."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from takhrij.engines.base import DOCUMENT, Added, Engine, Map, Progress, Query, Step
from takhrij.errors import UsageError
from takhrij.model.tables import TABLES, columns_of
from takhrij.store import WHOLE, Case, Writing

DONE, STALE, NEW = "done", "stale", "new"
LASTING = ("version", "columns", "settings")  # of a marker: where these agree, what a lasting map or a growing query made is still good


@dataclass(frozen=True, slots=True)
class StepState:
    """One line of `takhrij status`: `parts` and `ready` count batches, `rows` is by table."""

    step: str
    state: str
    parts: int
    ready: int
    rows: dict[str, int]
    seconds: float


def run(case: Case, steps: Sequence[Step], engine: Engine, *, last: str | None = None, progress: Progress) -> list[str]:
    """Run what is not done, up to step `last`; the names of the steps that ran. The case must be locked by the caller.

    A part is kept whole or not at all, so a run that was killed goes on where it stopped.
    """
    ran = []
    for step in wanted(steps, last):
        if isinstance(step, Added):
            continue
        for part in parts_of(case, steps, step):
            if state_of(case, step, part) != DONE:
                _run_part(case, step, part, engine, progress)
                ran.append(step.name)
    return list(dict.fromkeys(ran))


def _run_part(case: Case, step: Step, part: str, engine: Engine, progress: Progress) -> None:
    assert not isinstance(step, Added)
    before = _made_from(case, step, part)
    marker = case.marker(step.name, part) or {}
    parts = _parts_read(case, step)
    seen = marker.get("seen", {})
    unchanged = all(marker.get(name) == before[name] for name in LASTING) and seen.items() <= parts.items()
    lasting = unchanged and (_lasts(step) or bool(seen))
    writing = Writing(case, step.name, part, part if part != WHOLE else None, lasting=lasting, seen=seen if lasting else ())
    started = time.perf_counter()
    try:
        engine.run(step, writing, _options(case, step), progress)
        rows = writing.keep()
    except BaseException:  # Ctrl-C too: what was half-written goes, whatever ended the step
        writing.drop()
        raise
    seconds = round(time.perf_counter() - started, 2)
    case.set_marker(step.name, part, {**before, **({"seen": parts} if parts else {}), "rows": rows, "seconds": seconds})


def _lasts(step: Step) -> bool:
    return isinstance(step, Map) and (step.lasting is not None or step.sealed)


def _parts_read(case: Case, step: Step) -> dict[str, str]:
    """The parts of the table with which a query grows, or on which what a lasting map made rests, with their fingerprints."""
    if isinstance(step, Map):
        return {f"{table}/{part}": case.fingerprint_of(table, part) for table in step.rests_on for part in case.parts_of(table)}
    table = step.grows if isinstance(step, Query) else None
    return {part: case.fingerprint_of(table, part) for part in case.parts_of(table)} if table else {}


def wanted(steps: Sequence[Step], last: str | None) -> Sequence[Step]:
    """The steps up to and with `last` (all where it is None); UsageError where there is no such step."""
    names = [step.name for step in steps]
    if last is None:
        return steps
    if last not in names:
        raise UsageError(f"there is no step {last!r}; the steps are: {', '.join(names)}")
    return steps[: names.index(last) + 1]


def making(steps: Sequence[Step], *tables: str) -> tuple[Step, ...]:
    """The steps that it takes to make these tables, in order."""
    needed, out = set(tables), []
    for step in reversed(steps):
        if needed & set(step.writes):
            needed.update(step.tables)
            out.append(step)
    return tuple(reversed(out))


def batched(steps: Sequence[Step]) -> set[str]:
    """The names of the steps whose every batch is made from the same batch of documents alone."""
    names: set[str] = set()
    tables: set[str] = set()
    for step in steps:
        if isinstance(step, Added) or _per_batch(step, tables):
            names.add(step.name)
            tables.update(step.writes)
    return names


def _per_batch(step: Step, tables: set[str]) -> bool:
    return isinstance(step, Map) and step.by == DOCUMENT and all(isinstance(read, str) and read in tables for read in step.reads)


def parts_of(case: Case, steps: Sequence[Step], step: Step) -> list[str]:
    """The parts that a step has in this case: its batches, or the whole."""
    if isinstance(step, Added):
        return case.parts_of(step.writes[0])
    batches = case.parts_of("documents")
    if step.name in batched(steps):
        return batches
    return [WHOLE] if batches else []


def state_of(case: Case, step: Step, part: str) -> str:
    """done, stale (made from other inputs, settings or an older version of the step) or new."""
    marker = case.marker(step.name, part)
    if marker is None:
        return NEW
    made_from = _made_from(case, step, part)
    there = all(case.file_of(table, part).exists() for table in step.writes)
    return DONE if there and all(marker.get(name) == value for name, value in made_from.items()) else STALE


def _made_from(case: Case, step: Step, part: str) -> dict[str, object]:
    read_part = part if part != WHOLE else None
    return {
        "version": step.version,
        "columns": {table: [name for name, _, _ in columns_of(TABLES[table])] for table in step.writes},
        "settings": hashlib.blake2b(json.dumps(_options(case, step), sort_keys=True).encode(), digest_size=8).hexdigest(),
        "inputs": {table: case.fingerprint_of(table, read_part) for table in step.tables},
    }


def _options(case: Case, step: Step) -> dict[str, str]:
    return {name: str(value) for name, value in asdict(case.settings).items() if name in step.settings}


def states(case: Case, steps: Sequence[Step]) -> Iterator[StepState]:
    """The state of each step, in order."""
    for step in steps:
        parts = parts_of(case, steps, step)
        markers = [case.marker(step.name, part) or {} for part in parts]
        state = [DONE if isinstance(step, Added) else state_of(case, step, part) for part in parts]
        worst = next((name for name in (STALE, NEW) if name in state), DONE if parts or isinstance(step, Added) else NEW)
        rows: dict[str, int] = {}
        for marker in markers:
            for table, count in marker.get("rows", {}).items():
                rows[table] = rows.get(table, 0) + count
        seconds = sum(marker.get("seconds", 0.0) for marker in markers)
        yield StepState(step.name, worst, len(parts), state.count(DONE), rows, round(seconds, 2))


def silent(_step: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""
