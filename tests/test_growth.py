"""A case that grew in several additions holds, row for row, what a run from the start makes of the same articles."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from takhrij.additions import add
from takhrij.runs import silent
from takhrij.scratch import run_case
from takhrij.settings import Settings
from takhrij.store import Case

OF_CLAIMS = (
    *("claims", "claim_tellings", "variations", "variation_values", "links", "link_evidence", "findings", "origins", "origin_tellings"),
    *("independence", "ancestries", "bypasses", "circles"),
)


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, set[str], int]:
    """The demo articles: most of them, then five, then four; with the claims before and how many claims the last run worked out anew."""
    folder: Path = tmp_path_factory.mktemp("grown")
    lines = resources.files("takhrij.demo").joinpath("articles.jsonl").read_text("utf-8").splitlines(keepends=True)
    case = Case.new(folder / "case", Settings())
    looked_at: dict[str, int] = {}
    before: set[str] = set()
    for number, part in enumerate((lines[:-9], lines[-9:-4], lines[-4:])):
        (folder / f"{number}.jsonl").write_text("".join(part), "utf-8")
        before = {row.claim for row in case.rows("claims")}
        looked_at.clear()
        with case.locked():
            add(case, [folder / f"{number}.jsonl"])
            run_case(case, last=None, workers=1, progress=lambda step, _done, total: looked_at.__setitem__(step, total))
    return case, before, looked_at["links"]


@pytest.mark.parametrize("table", OF_CLAIMS)
def test_a_case_that_grew_holds_what_a_run_from_the_start_makes(demo_case: Case, grown: tuple[Case, set[str], int], table: str) -> None:
    assert sorted(map(repr, grown[0].rows(table))) == sorted(map(repr, demo_case.rows(table)))


def test_claims_keep_their_ids_and_most_are_not_worked_out_again(grown: tuple[Case, set[str], int]) -> None:
    case, before, looked_at = grown
    after = {row.claim for row in case.rows("claims")}
    assert len(before & after) > 0.95 * len(before)  # a claim of the new articles may take in one that told the same
    assert 0 < looked_at < 0.5 * len(after)


def test_a_run_of_a_case_that_did_not_grow_does_nothing(grown: tuple[Case, set[str], int]) -> None:
    with grown[0].locked():
        assert run_case(grown[0], last=None, workers=1, progress=silent) == []
