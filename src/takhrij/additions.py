"""Adds articles to a case, batch by batch; what was added stays as it is for ever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from takhrij.ingest.articles import WARNING, articles_in
from takhrij.model.document import Document, Reject
from takhrij.store import Case, Writing

BATCH = 1_000  # articles in one batch: what a killed run has to do again, and what is in memory at once
STEP = "documents"


@dataclass(slots=True)
class Addition:
    """What one `takhrij add` did; `warnings` are about articles that were kept."""

    added: int = 0
    known: int = 0
    rejects: list[Reject] = field(default_factory=list)
    warnings: list[Reject] = field(default_factory=list)


def add(case: Case, paths: Sequence[Path]) -> Addition:
    """Read the articles under `paths` into the case, which the caller must have locked; UsageError where a path is not there."""
    addition = Addition()
    known = _Known(case)
    batch: list[Document] = []
    rejects: list[Reject] = []
    for item in articles_in(paths, first_number=known.count):
        if isinstance(item, Reject):
            rejects.append(item)
            continue
        if (verdict := known.verdict(item)) is None:
            batch.append(replace(item, added=known.count))
            known.count += 1
        elif isinstance(verdict, Reject):
            rejects.append(verdict)
        else:
            addition.known += 1
        if len(batch) >= BATCH:
            _keep(case, batch, rejects, addition)
    _keep(case, batch, rejects, addition)
    return addition


def _keep(case: Case, batch: list[Document], rejects: list[Reject], addition: Addition) -> None:
    """Write a batch, with what was set aside on the way to it; both lists are emptied."""
    if not batch and not rejects:
        return
    taken = [
        *case.parts_of("documents"),
        *(part.removeprefix(f"{STEP}-") for part in case.parts_of("rejects") if part.startswith(f"{STEP}-")),
    ]
    part = f"{max(map(int, taken), default=0) + 1:06}"
    writing = Writing(case, STEP, part, None)
    try:
        if batch:
            writing.writer("documents").write(list(map(_values, batch)))
        if rejects:
            writing.writer("rejects").write(list(map(_values, rejects)))
        rows = writing.keep()
    except BaseException:
        writing.drop()
        raise
    case.set_marker(STEP, part, {"rows": rows, "seconds": 0.0})
    addition.added += len(batch)
    addition.warnings += [reject for reject in rejects if reject.reason.startswith(WARNING)]
    addition.rejects += [reject for reject in rejects if not reject.reason.startswith(WARNING)]
    batch.clear()
    rejects.clear()


def _values(row: Document | Reject) -> tuple[Any, ...]:
    return tuple(getattr(row, column.name) for column in fields(row))


class _Known:
    """The articles that the case already holds."""

    def __init__(self, case: Case) -> None:
        self._case = case
        with case.connection(["documents"]) as connection:
            self._stored = {document for (document,) in connection.execute("select document from documents").fetchall()}
        self.count = len(self._stored)

    def verdict(self, document: Document) -> Reject | bool | None:
        """None for a new article, True for one that is there already, a Reject for another article under the same id."""
        if document.document not in self._stored:
            return None
        (stored,) = self._case.rows("documents", "document = ?", [document.document])
        if same_article(stored, document):
            return True
        return Reject(
            document.document, STEP, "conflicting_id", f"{document.name!r}: the case holds another article under this id; it was kept"
        )


def same_article(one: Document, other: Document) -> bool:
    """Whether two documents agree in everything but when and from which file they were added."""
    return _published(one) == _published(other)


def _published(document: Document) -> Document:
    return replace(document, added=0, path=None, encoding=None)
