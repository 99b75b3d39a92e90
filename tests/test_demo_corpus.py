"""The demo case is whole: its articles are well formed, and everything planted stands where `planted.json` says."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import takhrij.demo

FOLDER = Path(takhrij.demo.__file__).parent
ARTICLES = [json.loads(line) for line in (FOLDER / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
BY_ID = {article["id"]: article for article in ARTICLES}
PLANTED = json.loads((FOLDER / "planted.json").read_text(encoding="utf-8"))
PHENOMENA: list[dict[str, Any]] = PLANTED["phenomena"]
EXPECT: dict[str, Any] = PLANTED["trace"]["expect"]
FIELDS = {"id", "outlet", "date", "title", "text", "url", "author", "language", "date_kind"}
WORDS_ALLOWED = range(50, 221)  # short news: nobody reads a demo of long articles
UNSEEN = "unseen:"
ARABIC_WORD = re.compile(r"[\u0621-\u064a]+")
VERDICTS = {"same", "contrary", "different"}
INDEPENDENCE = {"shared", "independent", "not_established"}
SLOTS = {"number", "date", "place", "person", "actor", "certainty", "attribution", "negation", "wording"}
NEEDED = {
    "verbatim_copy", "cut_copy_without_credit", "rewording", "update", "copy_error", "correction", "aggregation",
    "dropped_attribution", "certainty_shift", "translation", "circular", "one_speaker", "independent_witnesses", "anonymous_sources",
    "unseen_source", "false_credit", "credit_without_copy", "negation", "place_change", "headline_overreach", "same_outlet_update",
    "look_alike", "formula",
}  # fmt: skip


def moments() -> list[datetime]:
    return [datetime.fromisoformat(article["date"]) for article in ARTICLES if article["date"]]


def named_articles(phenomenon: dict[str, Any]) -> Iterator[str]:
    """Every article that a phenomenon names, under whatever key."""
    yield from phenomenon["articles"]
    yield from phenomenon.get("not_credited", [])
    yield from phenomenon.get("silent", [])
    for key in ("links", "maybe_links", "no_links"):
        yield from (end for pair in phenomenon.get(key, []) for end in pair if not end.startswith(UNSEEN))
    yield from (end for verdict in phenomenon.get("verdicts", []) for end in verdict[:2])
    for key in ("credited", "chain", "certainty", "title_quotes"):
        yield from phenomenon.get(key, {})
    yield from phenomenon.get("variation", {}).get("values", {})


def test_there_are_about_sixty_articles_with_unique_ids() -> None:
    assert 48 <= len(ARTICLES) <= 60
    assert len(BY_ID) == len(ARTICLES)


def test_articles_are_mostly_arabic_and_a_few_english() -> None:
    assert Counter(article["language"] for article in ARTICLES) == {"ar": 57, "en": 3}
    assert all(len(ARABIC_WORD.findall(article["text"])) > 40 for article in ARTICLES if article["language"] == "ar")


@pytest.mark.parametrize("article", ARTICLES, ids=list(BY_ID))
def test_an_article_has_all_fields_and_is_short(article: dict[str, Any]) -> None:
    assert set(article) == FIELDS
    assert article["title"]
    assert len(article["text"].split()) in WORDS_ALLOWED
    assert article["text"] == article["text"].strip()


@pytest.mark.parametrize("article", ARTICLES, ids=list(BY_ID))
def test_an_article_is_of_a_listed_invented_outlet_at_an_invented_address(article: dict[str, Any]) -> None:
    assert article["outlet"] in {agency["name"] for agency in PLANTED["agencies"]} | set(PLANTED["outlets"])
    assert re.fullmatch(r"https://[a-z0-9-]+\.example/[a-z0-9-]+", article["url"])


def test_dates_are_iso_within_ten_days_of_one_month() -> None:
    days = sorted(moment.date() for moment in moments())
    assert (days[-1] - days[0]).days <= 10
    assert days[0].month == days[-1].month


def test_most_dates_have_a_zone_some_are_days_and_two_are_missing() -> None:
    dates = [article["date"] for article in ARTICLES]
    days = [date for date in dates if date and "T" not in date]
    assert dates.count(None) == 2
    assert 3 <= len(days) <= 10
    assert all(moment.tzinfo for moment, date in zip(moments(), filter(None, dates), strict=True) if "T" in date)


def test_a_missing_date_has_no_kind() -> None:
    assert all((article["date"] is None) == (article["date_kind"] is None) for article in ARTICLES)


def test_every_kind_of_phenomenon_is_planted_once_at_least() -> None:
    assert {phenomenon["kind"] for phenomenon in PHENOMENA} >= NEEDED
    assert len({phenomenon["id"] for phenomenon in PHENOMENA}) == len(PHENOMENA)


@pytest.mark.parametrize("phenomenon", PHENOMENA, ids=[phenomenon["id"] for phenomenon in PHENOMENA])
def test_every_planted_quote_stands_in_its_article(phenomenon: dict[str, Any]) -> None:
    assert list(phenomenon["quotes"]) == phenomenon["articles"]
    assert [name for name, words in phenomenon["quotes"].items() if words not in BY_ID[name]["text"]] == []
    assert [name for name, words in phenomenon.get("title_quotes", {}).items() if words not in BY_ID[name]["title"]] == []


@pytest.mark.parametrize("phenomenon", PHENOMENA, ids=[phenomenon["id"] for phenomenon in PHENOMENA])
def test_a_phenomenon_names_articles_that_are_there(phenomenon: dict[str, Any]) -> None:
    assert set(named_articles(phenomenon)) <= set(BY_ID)


@pytest.mark.parametrize("phenomenon", PHENOMENA, ids=[phenomenon["id"] for phenomenon in PHENOMENA])
def test_expectations_use_the_words_of_the_program(phenomenon: dict[str, Any]) -> None:
    assert {verdict for *_, verdict in phenomenon.get("verdicts", [])} <= VERDICTS
    assert {verdict for *_, verdicts in phenomenon.get("independence", []) for verdict in verdicts} <= INDEPENDENCE
    assert phenomenon.get("variation", {"slot": "number"})["slot"] in SLOTS


def test_no_link_is_both_demanded_and_forbidden() -> None:
    for phenomenon in PHENOMENA:
        demanded = {tuple(pair) for pair in phenomenon.get("links", [])}
        assert not demanded & {tuple(pair) for pair in phenomenon.get("no_links", [])}


def test_a_linked_earlier_article_is_the_earlier_one() -> None:
    pairs = [pair for phenomenon in PHENOMENA for pair in phenomenon.get("links", [])] + EXPECT["links"]
    for later, earlier in pairs:
        dates = [BY_ID[name]["date"] for name in (later, earlier) if not name.startswith(UNSEEN)]
        if len(dates) == 2 and all(date and "T" in date for date in dates):
            assert datetime.fromisoformat(dates[0]) > datetime.fromisoformat(dates[1]), (later, earlier)


def test_what_a_false_credit_says_is_nowhere_in_the_credited_outlet() -> None:
    assert BY_ID["zamran-01"]["outlet"] == "بريد زمران"
    assert not [article["id"] for article in ARTICLES if article["outlet"] == "بريد زمران" and "رجلين" in article["text"]]


def test_an_unseen_outlet_has_no_article() -> None:
    assert not set(PLANTED["unseen"]) & {article["outlet"] for article in ARTICLES}
    assert all(any(name in article["text"] for article in ARTICLES) for name in PLANTED["unseen"])


def test_the_traced_toll_stands_in_every_article_that_is_expected_to_tell_it() -> None:
    quotes = PLANTED["trace"]["quotes"]
    assert set(quotes) == set(EXPECT["numbers"])
    assert [name for name, words in quotes.items() if words not in BY_ID[name]["text"]] == []


def test_articles_on_other_events_are_not_expected_in_the_trace() -> None:
    assert not set(EXPECT["not_in"]) & set(EXPECT["numbers"])
    assert set(EXPECT["not_in"]) <= set(BY_ID)
