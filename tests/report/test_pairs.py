"""Pairs of origins told briefly, none lost and none added."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from takhrij.model.chain import Independence
from takhrij.report.pairs import Bundle, bundles_of, reasons_of

NAMES = list("abcdefghij")


def test_forty_five_pairs_of_ten_origins_are_one_line() -> None:
    assert bundles_of(combinations(NAMES, 2), NAMES) == [Bundle(NAMES, [])]


def test_one_missing_pair_is_not_claimed() -> None:
    pairs = [pair for pair in combinations("abcde", 2) if pair != ("a", "b")]
    bundles = bundles_of(pairs, NAMES)
    assert len(bundles) == 2
    assert frozenset("ab") not in set().union(*(bundle.pairs for bundle in bundles))


def test_one_origin_against_three_is_one_line() -> None:
    assert bundles_of([("a", "d"), ("b", "d"), ("c", "d")], NAMES) == [Bundle(["d"], ["a", "b", "c"])]


def test_a_verdict_with_two_reasons_is_told_twice() -> None:
    rows = [Independence("c", "a", "b", "shared", "نص واحد"), Independence("c", "a", "c", "shared", "دار واحدة")]
    assert [(reason.why, reason.pairs) for reason in reasons_of(rows, NAMES)] == [("نص واحد", [("a", "b")]), ("دار واحدة", [("a", "c")])]


@given(st.sets(st.sampled_from(list(combinations(NAMES, 2)))))
def test_bundles_stand_for_exactly_the_pairs(pairs: set[tuple[str, str]]) -> None:
    told = [pair for bundle in bundles_of(sorted(pairs), NAMES) for pair in bundle.pairs]
    assert len(told) == len(set(told))
    assert set(told) == {frozenset(pair) for pair in pairs}
