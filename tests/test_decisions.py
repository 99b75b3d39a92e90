"""The log of decisions: what it takes, what every run makes of it, and undo. The articles are invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.conftest import write_articles

from takhrij.additions import add
from takhrij.decisions import decide, log_of, standing_of
from takhrij.errors import UsageError
from takhrij.model.decision import Decision
from takhrij.report.views import ClaimView, claim_named, most_told
from takhrij.runs import silent
from takhrij.scratch import run_case
from takhrij.settings import Settings
from takhrij.store import Case

# "Minister of works Lian Alsarwi said on Tuesday that the Wadi bridge had collapsed and that 12 people had been killed."
BRIDGE = "قالت وزيرة الأشغال ليان السروي الثلاثاء إن جسر الوادي انهار وإن 12 شخصا قتلوا في الحادث."
RETOLD = "ذكرت صحيفة النهر أن 14 شخصا لقوا حتفهم حين انهار جسر الوادي يوم الثلاثاء كما قالت وزيرة الأشغال ليان السروي."
MARKET = "أعلنت بلدية سلوان أن السوق المركزي سيفتح أبوابه الأسبوع المقبل بعد ترميمه."  # about a market
NOON = datetime(2031, 2, 7, 12, tzinfo=UTC)


def article(name: str, outlet: str, date: str, text: str) -> dict[str, str]:
    return {"id": name, "outlet": outlet, "date": date, "text": text}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Three tellings of a bridge's collapse and one of a market, run."""
    articles = write_articles(
        tmp_path / "articles.jsonl",
        article("a1", "صحيفة المرفأ", "2031-02-04T10:00:00Z", BRIDGE),
        article("a2", "موقع سلوان", "2031-02-04T12:00:00Z", BRIDGE),
        article("a3", "إذاعة ترشان", "2031-02-05", RETOLD),
        article("a4", "موقع سلوان", "2031-02-05", MARKET),
    )
    made = Case.new(tmp_path / "case", Settings())
    with made.locked():
        add(made, [articles])
        apply(made)
        yield made


def apply(case: Case) -> list[str]:
    return run_case(case, last=None, workers=1, progress=silent)


def decided(case: Case, kind: str, *subjects: str) -> Decision:
    return decide(case, kind, subjects, moment=NOON, analyst="سعاد", note="رأي")


def articles_of(view: ClaimView) -> list[str]:
    return sorted(telling.document.name for telling in view.tellings)


def bridge(case: Case) -> ClaimView:
    return most_told(case, 1)[0]


def test_a_telling_that_is_not_of_its_claim_leaves_it_and_undo_brings_it_back(case: Case) -> None:
    assert articles_of(bridge(case)) == ["a1", "a2", "a3"]
    label = next(view.label for view in bridge(case).tellings if view.document.name == "a3")
    decided(case, "not-same", f"{bridge(case).claim.claim}/{label}")
    ran = apply(case)
    assert "resemblances" not in ran  # what was compared stays compared
    assert articles_of(bridge(case)) == ["a1", "a2"]
    assert [row.note for row in bridge(case).decisions] == ["رأي"]
    decided(case, "undo", "1")
    apply(case)
    assert articles_of(bridge(case)) == ["a1", "a2", "a3"]
    assert standing_of(log_of(case)) == set()


def test_claims_that_are_the_same_become_one_under_the_older_name_and_the_other_name_leads_there(case: Case) -> None:
    (market,) = (view for view in most_told(case, 9) if articles_of(view) == ["a4"])
    decided(case, "same", market.claim.claim, bridge(case).claim.claim)
    older = bridge(case).claim.claim
    apply(case)
    assert articles_of(claim_named(case, older)) == ["a1", "a2", "a3", "a4"]
    assert claim_named(case, market.claim.claim).claim.claim == older


def test_a_date_turns_who_was_first(case: Case) -> None:
    assert [view.document.name for view in bridge(case).tellings if view.label == bridge(case).links[0].later] == ["a2"]
    decided(case, "date", "a1", "2031-02-09")
    apply(case)
    link = next(row for row in bridge(case).links if not row.earlier.startswith("unseen:"))
    dates = {view.label: (view.document.name, view.document.date) for view in bridge(case).tellings}
    assert dates[link.later] == ("a1", "2031-02-09")


def link_between(view: ClaimView, later: str, earlier: str) -> list[list[str]]:
    """The kinds of evidence of each link from one article to another article or unseen outlet."""
    names = {telling.label: telling.document.name for telling in view.tellings}
    found = [link for link in view.links if names[link.later] == later and names.get(link.earlier, link.earlier) == earlier]
    return [[row.kind for row in link.evidence] for link in found]


def label_of(view: ClaimView, article: str) -> str:
    return f"{view.claim.claim}/{next(telling.label for telling in view.tellings if telling.document.name == article)}"


def test_a_link_that_is_wrong_is_not_drawn_and_one_that_is_right_is(case: Case) -> None:
    view = bridge(case)
    assert link_between(view, "a2", "a1")
    assert not link_between(view, "a3", "a2")
    decided(case, "link-wrong", label_of(view, "a2"), label_of(view, "a1"))
    decided(case, "link-right", label_of(view, "a3"), label_of(view, "a2"))
    decided(case, "link-right", label_of(view, "a2"), "unseen:وكالة غيلان")
    apply(case)
    view = bridge(case)
    assert not link_between(view, "a2", "a1")
    assert "decided" in link_between(view, "a3", "a2")[0]
    (unseen,) = (link for link in view.links if link.earlier.startswith("unseen:") and [row.kind for row in link.evidence] == ["decided"])
    assert "غيلان" in unseen.earlier
    decided(case, "undo", "1")
    decided(case, "undo", "3")
    apply(case)
    assert link_between(bridge(case), "a2", "a1")


def test_the_last_word_on_a_subject_stands(case: Case) -> None:
    for date in ("2031-02-09", "unknown"):
        decided(case, "date", "a1", date)
    apply(case)
    (row,) = bridge(case).decisions
    assert (row.number, row.right) == (2, "")


@pytest.mark.parametrize(
    ("kind", "subjects", "wrong"),
    [
        ("guess", ["a1"], "is no decision"),
        ("same", ["a1"], "needs two tellings"),
        ("same", ["nothing", "a1"], "no telling or claim 'nothing'"),
        ("date", ["a1", "yesterday"], "is no date"),
        ("date", ["a9", "2031-02-09"], "no article 'a9'"),
        ("undo", ["7"], "no decision 7 stands"),
        ("family", ["صحيفة المرفأ", " "], "needs two outlets"),
    ],
)
def test_a_decision_about_nothing_is_refused_and_leaves_no_line(case: Case, kind: str, subjects: list[str], wrong: str) -> None:
    with pytest.raises(UsageError, match=wrong):
        decided(case, kind, *subjects)
    assert log_of(case) == []


def test_a_claim_is_not_parted_from_the_telling_it_is_named_after(case: Case) -> None:
    with pytest.raises(UsageError, match="named after"):
        decided(case, "not-same", bridge(case).claim.claim)
