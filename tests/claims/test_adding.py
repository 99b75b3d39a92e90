"""Claims of a case are the same whatever the order in which its articles were added, and keep their names as articles are added."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import write_articles

from takhrij.additions import add
from takhrij.claims.told import resemblances_of
from takhrij.model.claim import TellingPair
from takhrij.runs import silent
from takhrij.scratch import run_case
from takhrij.settings import Settings
from takhrij.store import Case

# The fire in the port of Zamran, the bridge of Nahrawan and the strike at the mill of Sardab, each told by several invented papers.
TOLD = (
    (
        "غيم-1",
        "2021-03-01",
        "اندلع حريق كبير في ميناء زمران صباح الاثنين وأصيب 12 عاملا بحروق. وقال سليم الوادي إن النار أتت على 3 مخازن.",
    ),
    ("سهل-1", "2021-03-01", "أصيب 12 عاملا بحروق في حريق كبير اندلع صباح الاثنين في ميناء زمران. وأغلقت الشرطة الطريق المؤدي إلى المرفأ."),
    (
        "نخل-1",
        "2021-03-02",
        "اندلع حريق كبير في ميناء زمران صباح الاثنين وأصيب 14 عاملا بحروق. وأغلقت الشرطة الطريق المؤدي إلى المرفأ.",
    ),
    ("غيم-2", "2021-03-03", "انهار جسر السنديان في مدينة نهروان فجر الأربعاء بعد فيضان النهر. وأنقذ رجال الإطفاء 9 أشخاص من المياه."),
    ("سهل-2", "2021-03-03", "انهار جسر السنديان في مدينة نهروان فجر الأربعاء. وأنقذ رجال الإطفاء 9 أشخاص من مياه النهر."),
    ("نخل-2", "2021-03-04", "لم ينهر جسر السنديان في مدينة نهروان فجر الأربعاء، وقال المهندس نديم الحقل إن الجسر سليم."),
    ("غيم-3", "2021-03-05", "أعلن عمال مطحنة سرداب إضرابا مفتوحا بدءا من السبت للمطالبة بزيادة الأجور."),
    ("سهل-3", "2021-03-05", "بدأ عمال مطحنة سرداب إضرابا مفتوحا للمطالبة بزيادة الأجور."),
)
Claims = dict[str, frozenset[str]]  # the tellings of each claim, by its name


def claims_after(folder: Path, *batches: Sequence[tuple[str, str, str]]) -> list[Claims]:
    """The claims of a case after each of the batches that were added to it one after the other."""
    case, after = Case.new(folder / "case", Settings()), []
    for number, batch in enumerate(batches):
        articles = [{"id": name, "outlet": name.split("-")[0], "date": date, "text": text} for name, date, text in batch]
        with case.locked():
            add(case, [write_articles(folder / f"{number}.jsonl", *articles)])
            run_case(case, last=None, workers=1, progress=silent)
        after.append(claims_of(case))
    return after


def claims_of(case: Case) -> Claims:
    found: dict[str, set[str]] = {}
    for row in case.rows("claim_tellings"):
        found.setdefault(row.claim, set()).add(row.telling)
    return {claim: frozenset(tellings) for claim, tellings in found.items()}


@pytest.fixture(scope="module")
def in_order(tmp_path_factory: pytest.TempPathFactory) -> Claims:
    return claims_after(tmp_path_factory.mktemp("adding"), TOLD)[0]


def test_the_small_corpus_has_claims_of_several_articles_and_of_one(in_order: Claims) -> None:
    sizes = sorted(map(len, in_order.values()))
    assert sizes[0] == 1
    assert sizes[-1] >= 3


@pytest.mark.parametrize("order", [TOLD[::-1], tuple(random.Random(1).sample(TOLD, len(TOLD)))], ids=["backwards", "shuffled"])
def test_who_is_with_whom_does_not_depend_on_the_order_of_adding(
    in_order: Claims, tmp_path: Path, order: Sequence[tuple[str, str, str]]
) -> None:
    (found,) = claims_after(tmp_path, order)
    assert set(found.values()) == set(in_order.values())


def test_two_batches_give_the_claims_and_names_of_one_and_claims_keep_their_names(in_order: Claims, tmp_path: Path) -> None:
    before, after = claims_after(tmp_path, TOLD[:4], TOLD[4:])
    assert after == in_order
    assert all(tellings <= after[claim] for claim, tellings in before.items())
    assert any(tellings < after[claim] for claim, tellings in before.items())


def test_no_pair_of_tellings_is_decided_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decided: list[str] = []

    def counted(pair: TellingPair, *told: Any) -> Iterator[Any]:
        decided.append(pair.pair)
        return resemblances_of(pair, *told)

    monkeypatch.setattr("takhrij.pipeline.resemblances_of", counted)
    claims_after(tmp_path, TOLD[:5], TOLD[5:])
    assert len(decided) == len(set(decided)) > 0
    case = Case(tmp_path / "case")
    assert {row.pair for row in case.rows("resemblances")} == {row.pair for row in case.rows("telling_pairs")} <= set(decided)
