"""The first integration test: what is planted in the demo case, and how much of it the program finds.

Each phenomenon of planted.json is asked for what it plants (links, kinds of change, chains, circles, origins, verdicts). What must be
there is asserted; the rest is counted against floors, which rise as the stations get better and never sink.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from takhrij.claims.compare import compare_pair
from takhrij.model.chain import UNSEEN
from takhrij.report.views import ClaimView, claim_views
from takhrij.store import Case
from takhrij.text.stems import stem
from takhrij.text.tokens import tokens_of
from takhrij.tracing import matching

Planted = dict[str, Any]
# found / planted, as measured when the floor was last raised
FLOORS = {"links": 17, "no_links": 14, "variation": 8, "chain": 13, "circular": 1, "origins": 15, "verdicts": 13}


@pytest.fixture(scope="module")
def views(demo_case: Case) -> list[ClaimView]:
    return list(claim_views(demo_case, where="documents > 1"))


@pytest.fixture(scope="module")
def all_views(demo_case: Case) -> list[ClaimView]:
    return list(claim_views(demo_case))


def articles_of(view: ClaimView) -> dict[str, str]:
    """label -> the article's id as given"""
    return {telling.label: telling.document.name for telling in view.tellings}


def about(views: list[ClaimView], planted: Planted) -> list[ClaimView]:
    """The claims that hold the quoted words of at least one article, and another article of the phenomenon."""
    found = []
    for view in views:
        quoted = {telling.document.name for telling in view.tellings if _quotes(telling, planted)}
        told_in = {telling.document.name for telling in view.tellings} & set(planted["articles"])
        if quoted and len(told_in) >= min(2, len(planted["articles"])):
            found.append(view)
    return found


def _quotes(telling: Any, planted: Planted) -> bool:
    quote = planted["quotes"].get(telling.document.name)
    place = telling.document.text.find(quote) if quote else -1
    start, end = telling.telling.start, telling.telling.end
    return place >= 0 and telling.telling.field == "text" and start < place + len(quote) and place < end


def words(name: str) -> set[str]:
    return {stem(token.form) for token in tokens_of(name) if token.is_word}


def same_name(one: str, other: str) -> bool:
    return bool(words(one) & words(other))


def linked(views: list[ClaimView], later: str, earlier: str) -> bool:
    for view in views:
        articles = articles_of(view)
        for link in view.links:
            known = articles.get(link.earlier, link.earlier)
            unseen = known.startswith(UNSEEN) and earlier.startswith(UNSEEN) and same_name(known[len(UNSEEN) :], earlier[len(UNSEEN) :])
            if articles[link.later] == later and (known == earlier or unseen):
                return True
    return False


def varied(views: list[ClaimView], wanted: Planted) -> bool:
    """Whether a variation of the slot and of a right kind covers two of the articles."""
    for view in views:
        articles = articles_of(view)
        for variation, values in view.variations:
            covered = {articles[label] for label in values} & set(wanted["values"])
            if variation.slot == wanted["slot"] and variation.kind in wanted["kind"] and len(covered) >= 2:
                return True
    return False


def chained(views: list[ClaimView], planted: Planted, article: str, wanted: list[str]) -> bool:
    for view in views:
        for telling in view.tellings:
            if telling.document.name == article and _quotes(telling, planted):
                names = [step.name for step in telling.chain]
                if len(names) == len(wanted) and all(map(same_name, names, wanted)):
                    return True
    return False


def results_of(planted: Planted, views: list[ClaimView], all_views: list[ClaimView]) -> Iterator[tuple[str, str, bool]]:
    """(what was planted, which, whether it was found)"""
    mine = about(views, planted)
    name = planted["id"]
    for later, earlier in planted.get("links", []):
        yield "links", f"{name}: {later} <- {earlier}", linked(views, later, earlier)
    for later, earlier in planted.get("no_links", []):
        yield "no_links", f"{name}: {later} <- {earlier}", not linked(mine, later, earlier)
    if "variation" in planted:
        yield "variation", f"{name}: {planted['variation']['slot']}", varied(mine, planted["variation"])
    for article, wanted in planted.get("chain", {}).items():
        yield "chain", f"{name}: {article}", chained(all_views, planted, article, wanted)
    if "circular" in planted:
        found = [{step.outlet for step, _ in circle} for view in views for circle in view.circles]
        yield "circular", name, set(planted["circular"]) in found
    if "origins" in planted and mine:
        low, high = planted["origins"] if isinstance(planted["origins"], list) else [planted["origins"]] * 2
        ranges = [(view.ancestry.origin_low, view.ancestry.origin_high) for view in mine if view.ancestry]
        yield "origins", name, any(least <= high and low <= most for least, most in ranges)
    for one, other, verdict in planted.get("verdicts", []):
        if one in planted["quotes"] and other in planted["quotes"]:
            pair = {"id": name, "a": planted["quotes"][one], "b": planted["quotes"][other]}
            yield "verdicts", f"{name}: {one} {other}", compare_pair(pair)["verdict"] == verdict


def test_the_planted_phenomena_are_found(planted: Planted, views: list[ClaimView], all_views: list[ClaimView]) -> None:
    results = [result for phenomenon in planted["phenomena"] for result in results_of(phenomenon, views, all_views)]
    missed: dict[str, list[str]] = {what: [] for what in FLOORS}
    counts = dict.fromkeys(FLOORS, 0)
    for what, which, found in results:
        counts[what] += found
        if not found:
            missed[what].append(which)
    told = "\n".join(f"{what}: {counts[what]} found, missed {missed[what]}" for what in FLOORS)
    assert all(counts[what] >= floor for what, floor in FLOORS.items()), told


def test_nothing_was_set_aside(demo_case: Case) -> None:
    assert demo_case.rows("rejects") == []


def test_the_main_claim_is_traced(demo_case: Case, planted: Planted) -> None:
    _, view = matching(demo_case, planted["trace"]["query"], 1)[0]
    expected = planted["trace"]["expect"]
    told_in = {telling.document.name for telling in view.tellings}
    assert expected["first"] in told_in
    assert not told_in & set(expected["not_in"])
    assert view.claim.documents >= 5
    assert "number" in {variation.slot for variation, _ in view.variations}


def test_every_statement_rests_on_words_that_are_there(all_views: list[ClaimView]) -> None:
    for view in all_views:
        documents = {telling.label: telling.document for telling in view.tellings}
        for telling in view.tellings:
            row = telling.telling
            assert telling.document.field(row.field)[row.start : row.end] == row.words
            for step in telling.chain:
                where = telling.document.author or "" if step.field == "author" else telling.document.field(step.field)
                assert 0 <= step.start <= step.end <= len(where)
        for link in view.links:
            for row in link.evidence:
                later = documents[link.later]
                where = (later.author or "") if row.field == "author" else later.field(row.field)
                assert 0 <= row.start <= row.end <= len(where)
