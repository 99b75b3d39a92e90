"""Decisions about links and houses, by hand."""

from __future__ import annotations

from takhrij.chains.decided import decided_houses, decided_links
from takhrij.chains.independence import SHARED, verdict_of
from takhrij.chains.sources import End
from takhrij.model.decision import Decision

NOTHING: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def decision(kind: str, left: str, right: str) -> Decision:
    return Decision(1, "2031-02-07T12:00:00+00:00", None, kind, left, right, "", None)


def test_a_decided_link_joins_documents_or_an_unseen_outlet_and_nothing_of_another_claim() -> None:
    rows = [
        decision("link-wrong", "t1", "t2"),
        decision("link-right", "t1", "unseen:صحيفة المرفأ"),
        decision("link-right", "t9", "t1"),  # t9 is told elsewhere
        decision("same", "t1", "t2"),
    ]
    assert decided_links(rows, {"t1": "d1", "t2": "d2"}) == {("d1", "d2"): False, ("d1", "unseen:مرفا"): True}


def test_outlets_of_one_decided_family_are_one_house_also_in_a_row() -> None:
    house = decided_houses([decision("family", "صحيفة المرفأ", "موقع سلوان"), decision("family", "موقع سلوان", "إذاعة ترشان")])
    assert house("صحيفة المرفأ") == house("سلوان") == house("إذاعة ترشان")
    assert house("وكالة غيلان") not in (house("سلوان"), "")


def test_two_outlets_of_one_decided_family_are_one_origin() -> None:
    one, other = End("outlet", "مرفا", "صحيفة المرفأ"), End("outlet", "سلوان", "موقع سلوان")
    apart, _ = verdict_of(one, other, words=NOTHING, one_text=False, together=False)
    house = decided_houses([decision("family", "صحيفة المرفأ", "موقع سلوان")])
    joined, _ = verdict_of(one, other, words=NOTHING, one_text=False, together=False, house=house)
    assert apart != SHARED == joined
