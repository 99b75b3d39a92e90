"""A user's own list of outlets: what the file may hold, and what every run makes of it. Outlets and events are invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import write_articles

from takhrij.additions import add
from takhrij.errors import UsageError
from takhrij.outlet_lists import list_outlets, table_of
from takhrij.report.views import ClaimView, most_told
from takhrij.runs import silent
from takhrij.scratch import run_case
from takhrij.settings import Settings
from takhrij.store import Case

# "Minister of works Lian Alsarwi said on Tuesday that the Wadi bridge had collapsed and that 12 people had been killed."
BRIDGE = "قالت وزيرة الأشغال ليان السروي الثلاثاء إن جسر الوادي انهار وإن 12 شخصا قتلوا في الحادث، وإن فرق الإنقاذ تبحث تحت الأنقاض"
# "Gharnuq" and "Gh. R." are names of an agency that no list and no generic word tells
LIST = "name\tkind\tfamily\tother names\nغرنوق\tagency\tدار السلوان\tغ ر|وكالة غرنوق\nموقع سلوان\t\tدار السلوان\tسلوان نت\n"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Three tellings of a bridge's collapse: two sign with names that only the list knows, and one's outlet goes by its other name."""
    articles = write_articles(
        tmp_path / "articles.jsonl",
        {"id": "a1", "outlet": "صحيفة المرفأ", "date": "2031-02-04T10:00:00Z", "text": f"ترشان - غرنوق: {BRIDGE}."},
        {"id": "a2", "outlet": "إذاعة ترشان", "date": "2031-02-04T12:00:00Z", "text": f"{BRIDGE} (غ ر)"},
        {"id": "a3", "outlet": "سلوان نت", "date": "2031-02-05T10:00:00Z", "text": f"{BRIDGE}. (غ ر)"},
    )
    made = Case.new(tmp_path / "case", Settings())
    with made.locked():
        add(made, [articles])
        yield made


def listed(case: Case, tmp_path: Path, words: str) -> int:
    file = tmp_path / "outlets.tsv"
    file.write_text(words, "utf-8")
    return list_outlets(case, file)


def run(case: Case) -> list[str]:
    return run_case(case, last=None, workers=1, progress=silent)


def bridge(case: Case) -> ClaimView:
    return most_told(case, 1)[0]


def credited(case: Case) -> set[tuple[str, str]]:
    return {(row.name, row.kind) for row in case.rows("credits")}


def test_a_list_names_an_agency_that_nothing_else_tells_and_its_short_name_is_the_same_one(case: Case, tmp_path: Path) -> None:
    run(case)
    assert credited(case) == set()
    assert listed(case, tmp_path, LIST) == 2
    ran = run(case)
    assert "mentions" not in ran
    assert credited(case) == {("غرنوق", "agency")}
    assert {link.earlier for link in bridge(case).links if link.earlier.startswith("unseen:")} == {"unseen:غرنوق"}


def test_an_outlet_does_not_credit_an_agency_of_its_own_house(case: Case, tmp_path: Path) -> None:
    listed(case, tmp_path, LIST)
    run(case)
    names = {row.document: row.name for row in case.rows("documents")}
    assert {names[row.document] for row in case.rows("credits")} == {"a1", "a2"}  # a3 is of the agency's family


def test_another_list_takes_the_place_of_the_first_and_an_empty_one_leaves_the_program_s(case: Case, tmp_path: Path) -> None:
    listed(case, tmp_path, LIST)
    assert table_of(case) == LIST.replace("\t\tدار", "\toutlet\tدار")
    assert listed(Case(case.folder), tmp_path, "name\n") == 0
    assert table_of(Case(case.folder)) == "name\tkind\tfamily\tother names\n"


def test_a_list_with_commas_may_leave_out_all_but_the_name(case: Case, tmp_path: Path) -> None:
    assert listed(case, tmp_path, "\ufeffother names,name\nغ ر|,غرنوق\n") == 1
    assert table_of(case).splitlines()[1] == "غرنوق\toutlet\tغرنوق\tغ ر"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "first line"),
        ("name,colour\nغرنوق,أزرق\n", "first line"),
        ("name,kind\nغرنوق,paper\n", "line 2: the kind 'paper'"),
        ("name,kind\nغرنوق,agency\n,outlet\n", "line 3: the name is missing"),
        ("name,kind\nغرنوق,agency,دار,غ ر\n", "line 2: more cells"),
    ],
)
def test_a_wrong_list_is_refused_with_its_line_and_the_case_keeps_the_one_it_had(case: Case, tmp_path: Path, words: str, told: str) -> None:
    listed(case, tmp_path, LIST)
    with pytest.raises(UsageError, match=told):
        listed(case, tmp_path, words)
    assert "غرنوق" in table_of(case)
