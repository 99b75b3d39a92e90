"""Pairs of tellings that the program proposes to itself in a day's news, judged by hand: what it says of them is held against floors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from test_real_pairs import NEWS, VERDICTS, articles_of, check_of

from takhrij.claims.compare import statement_of_text
from takhrij.claims.statements import Statement
from takhrij.claims.told import resemblances_of
from takhrij.model.claim import Resemblance, TellingPair

PLACES = Path(__file__).parent / "natural_pairs.tsv"


class Place(NamedTuple):
    """Where a telling stands: in the text or the title of an article."""

    article: str
    field: str
    start: int
    end: int


class Pair(NamedTuple):
    """A line of the file: which half, what the program said when it was drawn, the verdict of who judged, what proposed it, two places."""

    half: str
    drawn: str
    verdict: str
    proposed_by: str
    a: Place
    b: Place
    check: str


def pairs() -> list[Pair]:
    lines = (line.split("\t") for line in PLACES.read_text("utf-8").splitlines() if not line.startswith("#"))
    return [Pair(*row[:4], _place(row[4:8]), _place(row[8:12]), row[12]) for row in lines]


def _place(row: list[str]) -> Place:
    return Place(row[0], row[1], int(row[2]), int(row[3]))


def told_of(places: list[Pair], news: Path = NEWS) -> Iterator[str]:
    """What the program says of each pair as proposed, of the two tellings' words alone: in 19 of 20 pairs what it says in the case."""
    articles = articles_of({side.article for pair in places for side in (pair.a, pair.b)}, news)
    for pair in places:
        a, b = (_words(articles[side.article], side) for side in (pair.a, pair.b))
        assert check_of(a, b) == pair.check, f"the texts of {pair.a.article} and {pair.b.article} are not those that were judged"
        left, right = (_telling_of(words, articles[side.article]["date"]) for words, side in ((a, pair.a), (b, pair.b)))
        rows = resemblances_of(TellingPair(pair.check, "", "", pair.proposed_by), left, right)
        yield next(row.verdict for row in rows if isinstance(row, Resemblance))


def _telling_of(words: str, date: str | None) -> Statement:
    """The words as a statement that is proposed among many, and not asked about."""
    return replace(statement_of_text(words, date), joins_light_verbs=False)


def _words(article: dict[str, Any], place: Place) -> str:
    words: str = article[place.field][place.start : place.end]
    return words


def figures_of(told: list[tuple[str, str]]) -> dict[str, float]:
    """Of (judged, told) verdicts: shares right of those called same and contrary, of the judged ones those found, and the grave errors."""
    count = Counter(told)
    asked, given = Counter(judged for judged, _ in told), Counter(verdict for _, verdict in told)
    return {
        **{f"{verdict} right": count[verdict, verdict] / max(1, given[verdict]) for verdict in VERDICTS[:2]},
        **{f"{verdict} found": count[verdict, verdict] / max(1, asked[verdict]) for verdict in VERDICTS[:2]},
        "same called contrary": count["same", "contrary"] / max(1, asked["same"]),
        "different held to be one thing": 1 - count["different", "different"] / max(1, asked["different"]),
    }


@cache
def told_by_half() -> dict[str, list[tuple[str, str]]]:
    told: dict[str, list[tuple[str, str]]] = {"read": [], "unread": []}
    clear = [pair for pair in pairs() if pair.verdict != "unclear"]
    for pair, verdict in zip(clear, told_of(clear), strict=True):
        told[pair.half].append((pair.verdict, verdict))
    return told


def test_every_pair_is_of_two_articles_and_stands_once() -> None:
    rows = pairs()
    assert len({frozenset((pair.a, pair.b)) for pair in rows}) == len(rows) >= 290
    for pair in rows:
        assert pair.verdict in (*VERDICTS, "unclear")
        assert pair.drawn in VERDICTS[:2]
        assert pair.a.article != pair.b.article


# As measured when last raised, less a hundredth or one pair; errors of the unread half are never printed or read.
@pytest.mark.skipif(not NEWS.exists(), reason="the news is the publishers' and not shipped")
@pytest.mark.parametrize(
    ("half", "same_right", "contrary_right", "same_found", "contrary_found", "called_contrary", "one_thing"),
    [("read", 0.96, 0.07, 0.735, 0.66, 0.23, 0.56), ("unread", 0.955, 0.06, 0.52, 0.75, 0.39, 0.69)],
)
def test_what_a_case_proposes_is_told_no_worse_than_before(
    half: str, same_right: float, contrary_right: float, same_found: float, contrary_found: float, called_contrary: float, one_thing: float
) -> None:
    figures = figures_of(told_by_half()[half])
    assert figures["same right"] >= same_right, figures
    assert figures["contrary right"] >= contrary_right, figures
    assert figures["same found"] >= same_found, figures
    assert figures["contrary found"] >= contrary_found, figures
    assert figures["same called contrary"] <= called_contrary, figures
    assert figures["different held to be one thing"] <= one_thing, figures
