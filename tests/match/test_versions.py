"""New versions of one article, told apart from copying between outlets and from an outlet's return to its own words."""

from __future__ import annotations

import pytest

from takhrij.match.alignments import passages_between
from takhrij.model.document import Document

from .articles import FERRY, OLIVES, SPRING, WEATHER

HERE, THERE = "جريدة السنديان", "موقع المرفأ"
TOLL, LATER_TOLL = "تعطل عبارة تقل سبعة تلاميذ", "عاجل: تعطل عبارة تقل سبعة وثلاثين تلميذا"  # a ferry with seven pupils, then thirty-seven


def article(
    name: str, text: str, *, outlet: str | None = HERE, date: str | None = None, title: str | None = None, url: str | None = None
) -> Document:
    return Document(name, name, 0, outlet, date, None, title, text, url, None, None)


def kinds(left: Document, right: Document) -> set[str]:
    return {row.kind for row in passages_between("a|b", left, right)}


def test_a_text_that_its_outlet_puts_up_again_a_day_later_is_a_new_version() -> None:
    first = article("a", f"{OLIVES}. {FERRY}", date="2031-05-02")
    assert kinds(first, article("b", f"{OLIVES}. {FERRY}. {WEATHER}", date="2031-05-03")) == {"new_version"}


def test_the_same_text_in_another_outlet_is_copied() -> None:
    first = article("a", f"{OLIVES}. {FERRY}", date="2031-05-02", title=TOLL)
    assert kinds(first, article("b", f"{OLIVES}. {FERRY}", outlet=THERE, date="2031-05-03", title=TOLL)) == {"near_duplicate"}


def test_much_the_same_title_over_half_of_the_text_is_a_new_version() -> None:
    first, later = article("a", f"{FERRY}. {OLIVES}", title=TOLL), article("b", f"{FERRY}. {SPRING}. {WEATHER}", title=LATER_TOLL)
    assert kinds(first, later) == {"new_version"}


def test_one_address_is_one_article_whoever_gave_the_outlet() -> None:
    first = article("a", OLIVES, outlet=None, url="http://www.example.org/7/")
    assert kinds(first, article("b", f"{OLIVES}. {FERRY}", outlet=None, url="https://example.org/7#top")) == {"new_version"}


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (article("a", f"{OLIVES}. {FERRY}. {SPRING}", date="2031-05-02"), article("b", f"{OLIVES}. {WEATHER}", date="2031-05-03")),
        (article("a", f"{OLIVES}. {FERRY}", date="2031-05-02"), article("b", OLIVES, date="2031-05-03")),
        (article("a", OLIVES, date="2031-05-02"), article("b", f"{OLIVES}. {FERRY}. {SPRING}", date="2031-05-03")),
        (article("a", OLIVES, date="2031-05-02"), article("b", OLIVES, date="2031-05-09")),
        (article("a", OLIVES, title="نشرة الأخبار"), article("b", OLIVES, title="نشرة الأخبار")),
    ],
    ids=["background", "a later piece that keeps half", "a piece that adds more than it keeps", "the same a week later", "every bulletin"],
)
def test_an_outlet_that_comes_back_to_its_words_is_no_new_version(first: Document, later: Document) -> None:
    assert kinds(first, later) == {"same_outlet"}
