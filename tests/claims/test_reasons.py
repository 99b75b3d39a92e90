"""Reasons in which two statements differ."""

from __future__ import annotations

from takhrij.claims.compare import statement_of_text
from takhrij.claims.matches import Matching, matching_of
from takhrij.claims.reasons import other_reasons


def matched(left: str, right: str) -> Matching:
    return matching_of(statement_of_text(left, None), statement_of_text(right, None))


def told(matching: Matching, pairs: list[tuple[int, int]]) -> list[tuple[str, str]]:
    return [(matching.left.units[place].form, matching.right.units[partner].form) for place, partner in pairs]


def test_two_reasons_that_share_nothing_stand_against_each_other() -> None:
    # flights put off because of a strike / a sand storm
    matching = matched("ألغت شركة الزهراء للطيران رحلاتها بسبب إضراب المراقبين", "ألغت شركة الزهراء للطيران رحلاتها جراء عاصفة رملية")
    assert told(matching, list(other_reasons(matching))) == [("اضراب", "عاصفه")]


def test_one_reason_in_two_wordings_is_no_difference() -> None:
    # because tickets became dear / dearer tickets
    matching = matched("تراجع عدد السياح بسبب غلاء التذاكر", "تراجع عدد السياح نتيجة ارتفاع أسعار التذاكر")
    assert list(other_reasons(matching)) == []
