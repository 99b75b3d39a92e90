"""Numbers with what they count, in Arabic."""

from __future__ import annotations

import pytest

from takhrij.report.counts import ARTICLE, NOUNS, OUTLET, TELLING, counted, counted_range


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, "0 مقال"),
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "3 مقالات"),
        (10, "10 مقالات"),
        (11, "11 مقالا"),
        (99, "99 مقالا"),
        (100, "100 مقال"),
        (102, "102 مقال"),
        (103, "103 مقالات"),
        (111, "111 مقالا"),
        (1_000, "1,000 مقال"),
        (62_004, "62,004 مقالات"),
    ],
)
def test_articles_are_counted_as_grammar_asks(number: int, told: str) -> None:
    assert counted(number, ARTICLE) == told


def test_after_a_preposition_only_the_dual_changes() -> None:
    assert [counted(number, ARTICLE, after=True) for number in (1, 2, 3)] == ["مقال واحد", "مقالين", "3 مقالات"]
    assert counted(2, OUTLET, after=True) == "وسيلتي إعلام"


def test_feminine_nouns_have_a_feminine_one() -> None:
    assert [counted(number, TELLING) for number in (1, 2, 12)] == ["رواية واحدة", "روايتان", "12 رواية"]


def test_the_last_number_of_a_range_governs_the_noun() -> None:
    assert counted_range(1, 2, NOUNS["origin"]) == "من 1 إلى أصلين"
    assert counted_range(2, 5, NOUNS["origin"]) == "من 2 إلى 5 أصول"
    assert counted_range(3, 12, NOUNS["origin"]) == "من 3 إلى 12 أصلا"


def test_a_range_of_one_number_is_told_as_a_number() -> None:
    assert counted_range(1, 1, NOUNS["origin"]) == "أصل واحد"
    assert counted_range(2, 2, NOUNS["first text"]) == "نصان أولان"
