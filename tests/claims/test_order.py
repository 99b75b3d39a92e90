"""Which of two articles was there first, as far as their dates tell; all articles are invented."""

from __future__ import annotations

import pytest

from takhrij.claims.order import CONTRARY, PROVEN_BEFORE, STATED_BEFORE, UNTOLD, day_order, order_of, stretch_of
from takhrij.model.document import Document


def article(date: str | None, kind: str | None = "published") -> Document:
    return Document(f"d{date}", "d", 0, None, date, kind, None, "انهار الجسر", None, None, None)  # "the bridge collapsed"


def test_a_day_before_is_proven_and_its_contrary_holds_the_other_way_round() -> None:
    early, late = article("2021-03-01"), article("2021-03-02T08:00:00Z")
    assert order_of(early, late) == PROVEN_BEFORE
    assert order_of(late, early) == CONTRARY[PROVEN_BEFORE]


def test_a_whole_day_may_lie_before_or_after_an_hour_of_it() -> None:
    assert order_of(article("2021-03-01"), article("2021-03-01T23:00:00Z")) == UNTOLD


def test_hours_of_other_time_zones_are_compared_as_moments() -> None:
    assert order_of(article("2021-03-01T10:00:00+03:00"), article("2021-03-01T08:00:00Z")) == PROVEN_BEFORE


@pytest.mark.parametrize("kind", ["crawled", "guessed"])
def test_a_time_of_crawling_or_a_guess_never_tells(kind: str) -> None:
    assert order_of(article("2021-03-01", kind), article("2021-03-05")) == UNTOLD


def test_a_date_of_unknown_kind_is_believed_within_weeks() -> None:
    assert order_of(article("2021-03-01", None), article("2021-03-05")) == STATED_BEFORE
    assert order_of(article("2019-03-01", None), article("2021-03-05")) == UNTOLD


def test_an_article_that_was_updated_late_may_have_been_there_early() -> None:
    assert order_of(article("2021-03-01"), article("2021-03-05", "updated")) == UNTOLD
    assert order_of(article("2021-03-01", "updated"), article("2021-03-05")) == PROVEN_BEFORE


@pytest.mark.parametrize("date", [None, "", "أمس", "2021-13-45", "0001-01-01T00:00:00+14:00"])
def test_what_is_no_usable_date_tells_nothing(date: str | None) -> None:
    assert stretch_of(date) is None
    assert order_of(article(None), article(date)) == UNTOLD


def test_sorting_puts_unknown_and_untrusted_dates_last() -> None:
    rows = [article(None), article("2021-03-05"), article("2020-01-01", "crawled"), article("2021-03-01")]
    assert [row.date for row in sorted(rows, key=day_order)][:2] == ["2021-03-01", "2021-03-05"]
