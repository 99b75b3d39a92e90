"""The engine on small made-up steps: grouping, joining, rounds, and a function that fails."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from takhrij.engines import local
from takhrij.engines.base import LEAD, PREPARING, Added, Group, Map, Options, Query, Read, Step
from takhrij.engines.local import LocalEngine
from takhrij.errors import DocumentError, EngineError
from takhrij.model.document import Document, Sentence
from takhrij.model.places import ClaimPair
from takhrij.runs import DONE, NEW, STALE, parts_of, run, silent, state_of, states
from takhrij.settings import Settings
from takhrij.store import Case, Writing

TEXT = "سقط الجسر."  # "the bridge fell"


def whole_text(group: Group, _options: Options) -> Iterator[Sentence]:
    (document,) = group["documents"]
    if not document.text:
        raise DocumentError("empty")
    if document.text == "bad":
        raise ValueError("unforeseen")
    yield Sentence(document.document, "text", 0, 0, len(document.text))


def sizes(group: Group, _options: Options) -> Iterator[Sentence]:
    yield Sentence(",".join(sorted(row.document for row in group["documents"])), "text", len(group["documents"]), 0, 0)


STEPS = (Added("documents", writes=("documents",)), Map("sentences", ("documents",), ("sentences",), "document", whole_text))


def document(number: int, text: str = TEXT) -> Document:
    return Document(f"d{number:03}", f"article {number}", number, None, None, None, None, text, None, None, None)


def values(row: Document) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in row.__dataclass_fields__)


def add(case: Case, part: str, *rows: Document) -> None:
    writing = Writing(case, "documents", part, None)
    writing.writer("documents").write([values(row) for row in rows])
    writing.keep()


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case.new(tmp_path / "case", Settings())


@pytest.fixture
def engine() -> Iterator[LocalEngine]:
    engine = LocalEngine(workers=2)
    yield engine
    engine.close()


def test_a_map_runs_on_every_document_and_sets_failing_ones_aside(case: Case, engine: LocalEngine) -> None:
    add(case, "0001", document(1), document(2, ""), document(3, "bad"))
    assert run(case, STEPS, engine, progress=silent) == ["sentences"]
    assert [row.document for row in case.rows("sentences")] == ["d001"]
    assert {(row.document, row.reason) for row in case.rows("rejects")} == {("d002", "empty"), ("d003", "internal error")}


def test_a_new_batch_alone_is_run(case: Case, engine: LocalEngine) -> None:
    add(case, "0001", document(1))
    run(case, STEPS, engine, progress=silent)
    before = case.file_of("sentences", "0001").stat().st_mtime_ns
    add(case, "0002", document(2))
    assert [state.state for state in states(case, STEPS)] == [DONE, NEW]
    run(case, STEPS, engine, progress=silent)
    assert case.file_of("sentences", "0001").stat().st_mtime_ns == before
    assert len(case.rows("sentences")) == 2
    assert run(case, STEPS, engine, progress=silent) == []


def test_a_step_of_a_newer_version_makes_its_parts_stale(case: Case, engine: LocalEngine) -> None:
    add(case, "0001", document(1))
    run(case, STEPS, engine, progress=silent)
    newer = (STEPS[0], Map("sentences", ("documents",), ("sentences",), "document", whole_text, version=2))
    assert state_of(case, newer[1], "0001") == STALE


def test_many_groups_go_through_worker_processes_with_the_same_result(case: Case, engine: LocalEngine) -> None:
    add(case, "0001", *(document(number) for number in range(200)))
    run(case, STEPS, engine, progress=silent)
    assert sorted(row.document for row in case.rows("sentences")) == [f"d{number:03}" for number in range(200)]


def test_rows_are_brought_together_through_another_table(case: Case, engine: LocalEngine) -> None:
    add(case, "0001", document(1), document(2), document(3))
    writing = Writing(case, "claim_documents", "all", None)
    rows = [("c1", "d001", True), ("c1", "d002", True), ("c2", "d003", False), ("c2", "d003", False)]
    writing.writer("claim_documents").write(rows)
    writing.keep()
    step = Map("sizes", (Read("documents", "claim_documents", "document"),), ("sentences",), "claim", sizes)
    assert parts_of(case, (STEPS[0], step), step) == ["all"]
    run(case, (STEPS[0], step), engine, progress=silent)
    assert {(row.document, row.number) for row in case.rows("sentences")} == {("d001,d002", 2), ("d003", 1)}


def texts(group: Group, _options: Options) -> Iterator[Sentence]:
    yield from (Sentence(document.document, document.text, 0, 0, 0) for document in group["documents"])


def test_long_texts_are_given_in_part_and_of_others_only_the_lead(case: Case, engine: LocalEngine) -> None:
    add(case, "0001", document(1, TEXT * 1_000), document(2, TEXT * 1_000))
    writing = Writing(case, "claim_documents", "all", None)
    writing.writer("claim_documents").write([("c1", "d001", True), ("c2", "d002", False)])
    writing.keep()
    read = Read("documents", "claim_documents", "document", text=5_000, text_where="shared")
    step = Map("texts", (read,), ("sentences",), "claim", texts)
    run(case, (STEPS[0], step), engine, progress=silent)
    assert {row.document: len(row.field) for row in case.rows("sentences")} == {"d001": 5_000, "d002": LEAD}


def test_a_map_that_makes_rows_it_does_not_own_is_refused(case: Case, engine: LocalEngine) -> None:
    add(case, "0001", document(1))
    wrong = Map("sentences", ("documents",), ("terms",), "document", whole_text)
    with pytest.raises(EngineError, match="does not own"):
        run(case, (STEPS[0], wrong), engine, progress=silent)
    assert not list(case.folder.rglob("*.partial"))


def test_a_query_that_does_not_parse_names_the_step(case: Case, engine: LocalEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    add(case, "0001", document(1))
    monkeypatch.setattr("takhrij.engines.relational.text_of", lambda _name: "select nonsense from nowhere")
    with pytest.raises(EngineError, match="claim_documents"):
        run(case, (STEPS[0], Query("claim_documents", ("documents",), ("claim_documents",), "claims/x")), engine, progress=silent)


def test_what_a_step_needs_once_is_done_by_the_parent_and_told_of_where_it_takes_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = threading.Event()
    monkeypatch.setattr(local, "NOTICED", 0.0)
    case = Case.new(tmp_path / "case", Settings())
    add(case, "000001", document(1))
    prepared: list[bool] = []
    step = replace(STEPS[1], prepare=lambda: prepared.append(told.wait(30)))
    run(case, (STEPS[0], step), LocalEngine(workers=1), progress=lambda name, _done, _total: told.set() if name == PREPARING else None)
    assert prepared == [True]
    add(case, "000002")
    run(case, (STEPS[0], step), LocalEngine(workers=1), progress=silent)
    assert prepared == [True]  # no document, nothing to prepare


def of_claim(group: Group, _options: Options) -> Iterator[ClaimPair]:
    """A row for each article of a claim; the row's second value stands for what a step concludes of it."""
    for row in group["documents"]:
        if row.text == "bad":
            raise ValueError("unforeseen")
        yield ClaimPair(group["claim_documents"][0].claim, f"{row.name}, {len(group['documents'])} in all")


READS = ("claim_documents", Read("documents", "claim_documents", "document"))
SEALED = (STEPS[0], Map("told", READS, ("claim_pairs",), "claim", of_claim, sealed=True))


def tell(case: Case, part: str, *rows: tuple[str, str]) -> None:
    """Which claim is told in which article, as a step before would have written it."""
    writing = Writing(case, "claim_documents", part, None)
    writing.writer("claim_documents").write([(*row, True) for row in rows])
    writing.keep()


def worked_on(case: Case, steps: Sequence[Step], engine: LocalEngine) -> tuple[int, set[tuple[str, str]]]:
    """How many groups a run looks at, and what the table holds then."""
    totals = [0]
    run(case, steps, engine, progress=lambda _step, _done, total: totals.append(total))
    return totals[-1], {(row.claim, row.pair) for row in case.rows("claim_pairs")}


def test_a_sealed_step_works_only_on_groups_whose_rows_are_others(case: Case, engine: LocalEngine, tmp_path: Path) -> None:
    add(case, "0001", document(1), document(2), document(3))
    tell(case, "0001", ("c1", "d001"), ("c2", "d002"), ("c2", "d003"))
    assert worked_on(case, SEALED, engine)[0] == 2
    add(case, "0002", document(4))
    tell(case, "0002", ("c2", "d004"), ("c3", "d004"))
    looked_at, kept = worked_on(case, SEALED, engine)
    assert looked_at == 2  # c2, which another article tells, and c3; c1 is as it was
    anew = Case.new(tmp_path / "anew", Settings())
    add(anew, "0001", document(1), document(2), document(3), document(4))
    tell(anew, "0001", ("c1", "d001"), ("c2", "d002"), ("c2", "d003"), ("c2", "d004"), ("c3", "d004"))
    assert worked_on(anew, SEALED, engine) == (3, kept)
    assert worked_on(case, SEALED, engine)[0] == 0


def test_a_group_that_is_gone_leaves_nothing_and_one_that_lost_a_row_is_made_again(case: Case, engine: LocalEngine) -> None:
    add(case, "0001", document(1), document(2), document(3))
    tell(case, "0001", ("c1", "d001"), ("c2", "d002"), ("c2", "d003"))
    worked_on(case, SEALED, engine)
    tell(case, "0001", ("c2", "d003"))
    assert worked_on(case, SEALED, engine) == (1, {("c2", "article 3, 1 in all")})


def test_a_group_whose_function_failed_is_tried_again_and_a_newer_version_sees_all(case: Case, engine: LocalEngine) -> None:
    add(case, "0001", document(1), document(2, "bad"))
    tell(case, "0001", ("c1", "d001"), ("c2", "d002"))
    assert worked_on(case, SEALED, engine) == (2, {("c1", "article 1, 1 in all")})
    add(case, "0002", document(3))
    tell(case, "0002", ("c3", "d003"))
    assert worked_on(case, SEALED, engine)[0] == 2  # c2 and c3
    assert [row.document for row in case.rows("rejects")] == ["c2"]
    newer = (SEALED[0], replace(SEALED[1], version=2))
    assert worked_on(case, newer, engine)[0] == 3
