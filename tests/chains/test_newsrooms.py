"""The days of outlets: a document's own, and those of whom it credits."""

from __future__ import annotations

from pathlib import Path

import duckdb

from takhrij.annotate.credits import credits_of
from takhrij.chains import newsrooms
from takhrij.chains.newsrooms import outlet_days
from takhrij.model.chain import OutletDay

from .builders import FIRE, document

QUERY = (Path(newsrooms.__file__).parent / "credited_articles.sql").read_text("utf-8")


def test_the_own_outlet_and_the_credited_one_each_have_a_row() -> None:
    article = document("d1", "صحيفة المدار", f"{FIRE}، نقلا عن قناة سهيل.", "2020-03-04T08:00:00Z")
    rows = list(outlet_days(article, credits_of(article, [], [])))
    assert [(row.outlet, row.own) for row in rows] == [("مدار", True), ("سهيل", False)]
    assert len({row.day for row in rows}) == 1


def test_an_article_without_a_date_has_none() -> None:
    article = document("d1", "صحيفة المدار", f"{FIRE}، نقلا عن قناة سهيل.")
    assert list(outlet_days(article, credits_of(article, [], []))) == []


def test_articles_of_the_day_and_the_three_before_are_counted() -> None:
    own = [OutletDay(f"d{day}", "سهيل", day, own=True) for day in (96, 97, 100, 100, 101)]
    rows = [*own, OutletDay("x", "سهيل", 100, own=False), OutletDay("x", "فلك", 100, own=False)]
    with duckdb.connect() as connection:
        connection.execute("create table outlet_days(document varchar, outlet varchar, day bigint, own boolean)")
        connection.executemany("insert into outlet_days values (?, ?, ?, ?)", [(r.document, r.outlet, r.day, r.own) for r in rows])
        assert connection.execute(QUERY).fetchall() == [("x", "سهيل", 3)]
