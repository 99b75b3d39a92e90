"""A case on disk: what is written is whole or not there, and what is not ours is refused."""

from __future__ import annotations

import errno
import json
from dataclasses import astuple
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from takhrij.errors import CaseError, UsageError
from takhrij.model.document import Reject, Sentence
from takhrij.settings import Settings
from takhrij.store import FORMAT, Case, TableWriter, Writing

ROW = Sentence("d1", "text", 0, 0, 5)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case.new(tmp_path / "case", Settings())


def write(case: Case, part: str = "all", row: Sentence = ROW) -> None:
    writing = Writing(case, "sentences", part, None)
    writing.writer("sentences").write([astuple(row)])
    writing.keep()


def test_rows_come_back_as_they_were_written(case: Case) -> None:
    write(case)
    assert case.rows("sentences") == [ROW]
    assert case.rows("sentences", "document = ?", ["another"]) == []


def test_a_table_that_nobody_wrote_is_empty(case: Case) -> None:
    assert case.rows("rejects") == []


def test_none_and_empty_text_stay_apart(case: Case) -> None:
    writing = Writing(case, "documents", "000001", None)
    writing.writer("documents").write([("d1", "n", 0, None, "", None, None, "نص", None, None, None, None, None)])
    writing.keep()
    (document,) = case.rows("documents")
    assert document.outlet is None
    assert document.date == ""


def test_the_fingerprint_tells_other_rows_apart(case: Case) -> None:
    write(case)
    before = case.fingerprint_of("sentences")
    write(case)
    assert case.fingerprint_of("sentences") == before
    write(case, row=Sentence("d1", "text", 0, 0, 6))
    assert case.fingerprint_of("sentences") != before


def test_a_folder_that_is_no_case_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="takhrij new"):
        Case(tmp_path)


def test_a_folder_with_something_in_it_is_not_made_a_case(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(CaseError, match="not empty"):
        Case.new(tmp_path, Settings())


@pytest.mark.parametrize("content", ["{", "[]", '{"format": "one"}'])
def test_a_damaged_case_is_refused(case: Case, content: str) -> None:
    (case.folder / "case.json").write_text(content)
    with pytest.raises(CaseError, match="damaged"):
        Case(case.folder)


def test_a_case_of_a_newer_version_is_refused(case: Case) -> None:
    (case.folder / "case.json").write_text(json.dumps({"format": FORMAT + 1, "program": "9.9"}))
    with pytest.raises(CaseError, match=r"newer Takhrij \(9\.9"):
        Case(case.folder)


def test_a_setting_that_is_not_known_is_named(case: Case) -> None:
    (case.folder / "case.json").write_text(json.dumps({"format": FORMAT, "settings": {"embeder": "none"}}))
    with pytest.raises(UsageError, match="embeder"):
        Case(case.folder)


def test_a_table_with_other_columns_asks_for_a_run(case: Case) -> None:
    file = case.file_of("sentences", "all")
    file.parent.mkdir(parents=True)
    pq.write_table(pa.table({"document": ["d1"]}), file)
    with pytest.raises(CaseError, match="takhrij run"):
        case.rows("sentences")


def test_two_runs_at_once_are_refused(case: Case) -> None:
    with case.locked(), pytest.raises(CaseError, match="another run"), Case(case.folder).locked():
        pass


def test_what_a_killed_run_left_half_written_is_swept(case: Case) -> None:
    leftover = case.folder / "tables" / "sentences" / "all.partial"
    leftover.parent.mkdir()
    leftover.write_bytes(b"half")
    with case.locked():
        assert not leftover.exists()


def test_a_full_disk_leaves_what_stood_there_before(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    write(case)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    writing = Writing(case, "sentences", "all", None)
    monkeypatch.setattr(TableWriter, "_flush", full)
    writing.writer("sentences").write([("d2", "text", 0, 0, 9)])
    with pytest.raises(OSError, match="No space"):
        writing.keep()
    writing.drop()
    assert case.rows("sentences") == [ROW]
    assert not list(case.folder.rglob("*.partial"))


def test_rejects_of_several_steps_stand_side_by_side(case: Case) -> None:
    for step in ("sentences", "terms"):
        writing = Writing(case, step, "000001", None)
        writing.writer("rejects").write([astuple(Reject("d1", step, "empty", ""))])
        writing.keep()
    assert {row.step for row in case.rows("rejects")} == {"sentences", "terms"}
