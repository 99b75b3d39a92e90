"""Claims out of decided pairs: bridges, contradictions, names that stay, and labels that spread."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from importlib import resources
from itertools import pairwise

import duckdb

from takhrij.claims.grouping import claims_of
from takhrij.model.claim import Claim, ClaimTelling, Resemblance, Telling
from takhrij.model.identity import identity


def telling(name: str, *, document: str | None = None, start: int = 0, field: str = "text") -> Telling:
    return Telling(name, document or f"d-{name}", field, start, start + 10, f"رواية {name}", None, "asserted")


def pair(left: str, right: str, verdict: str = "same", score: float = 0.8) -> Resemblance:
    return Resemblance(f"{left}|{right}", left, right, verdict, score, "test")


def placed(telling: Telling, added: int, date: str | None = None) -> Telling:
    return replace(telling, added=added, date=date)


def groups(tellings: list[Telling], pairs: list[Resemblance]) -> set[frozenset[str]]:
    rows = claims_of([placed(row, place) for place, row in enumerate(tellings)], pairs)
    members: dict[str, set[str]] = {}
    for row in rows:
        if isinstance(row, ClaimTelling) and not row.guest:
            members.setdefault(row.claim, set()).add(row.telling)
    return set(map(frozenset, members.values()))


def test_tellings_decided_to_be_the_same_are_one_claim() -> None:
    assert groups([telling(name) for name in "abc"], [pair("a", "b"), pair("b", "c")]) == {frozenset("abc")}


def test_a_telling_without_a_partner_is_a_claim_of_its_own() -> None:
    assert groups([telling("a"), telling("b")], []) == {frozenset("a"), frozenset("b")}


def test_what_an_analyst_decided_outweighs_every_other_pair() -> None:
    joined = replace(pair("a", "d", score=1.0), made_by="analyst")
    parted = replace(pair("a", "c", "different", 0.0), made_by="analyst")
    tellings = [telling(name) for name in "abcd"]
    against = [pair("a", "b", score=0.9), pair("b", "c", score=0.9), pair("b", "d", "different", 0.01), pair("c", "d", "different", 0.01)]
    assert groups(tellings, [*against, joined, parted]) == {frozenset("ad"), frozenset("bc")}


def test_a_surely_different_pair_keeps_a_third_telling_out() -> None:
    pairs = [pair("a", "b", score=0.9), pair("b", "c", score=0.6), pair("a", "c", "different", 0.05)]
    assert groups([telling(name) for name in "abc"], pairs) == {frozenset("ab"), frozenset("c")}


def test_a_thin_bridge_does_not_join_two_groups() -> None:
    left, right = "abcdef", "uvwxyz"
    pairs = [pair(one, other, score=0.9) for names in (left, right) for one in names for other in names if one < other]
    bridge = [pair("a", "z", score=0.6)]
    assert groups([telling(name) for name in left + right], pairs + bridge) == {frozenset(left), frozenset(right)}


def test_a_sentence_and_its_rewrite_in_one_text_are_one_claim() -> None:
    rows = [telling("a", document="d"), telling("b", document="d", start=500)]
    assert groups(rows, [pair("a", "b")]) == {frozenset("ab")}


def test_two_sentences_of_one_text_that_nobody_compared_are_not() -> None:
    rows = [telling("a", document="d"), telling("b", document="d", start=500), telling("c")]
    assert groups(rows, [pair("a", "c", score=0.9), pair("b", "c")]) == {frozenset("ac"), frozenset("b")}


def test_a_lead_and_its_repetition_below_are_one_claim_when_a_third_surely_says_both() -> None:
    rows = [telling("a", document="d"), telling("b", document="d", start=500), telling("c")]
    assert groups(rows, [pair("a", "c", score=0.95), pair("b", "c", score=0.92)]) == {frozenset("abc")}


def test_contrary_tellings_are_told_of_one_claim() -> None:
    assert groups([telling("a"), telling("b")], [pair("a", "b", "contrary", 0.1)]) == {frozenset("ab")}


def test_a_nearly_same_pair_follows_where_nothing_speaks_against_it() -> None:
    assert groups([telling("a"), telling("b")], [pair("a", "b", "different", 0.45)]) == {frozenset("ab")}
    assert groups([telling("a"), telling("b")], [pair("a", "b", "different", 0.3)]) == {frozenset("a"), frozenset("b")}


def test_two_sentences_of_one_text_need_more_than_a_contrary_partner_each() -> None:
    twice = [telling("a"), telling("b", document="d"), telling("c", document="d", start=50)]
    pairs = [pair("a", "b"), pair("a", "c", "different", 0.1)]
    assert groups(twice, pairs) == {frozenset("ab"), frozenset("c")}


def test_the_order_of_rows_does_not_matter() -> None:
    shuffler = random.Random(7)
    tellings = [placed(telling(name), place) for place, name in enumerate("abcdefgh")]
    verdicts = ("same", "contrary", "different")
    pairs = [pair(one, other, shuffler.choice(verdicts), shuffler.random()) for one in "abcdefgh" for other in "abcdefgh" if one < other]
    told = claims_of(tellings, pairs)
    for _ in range(5):
        shuffler.shuffle(tellings)
        shuffler.shuffle(pairs)
        assert set(claims_of(tellings, pairs)) == set(told)


def test_a_claim_keeps_the_name_of_its_founder_as_it_grows() -> None:
    first, second = placed(telling("a"), 1, "2020-01-02"), placed(telling("b"), 5, "2020-01-01")
    rows = claims_of([second, first], [pair("a", "b")])
    (claim,) = (row for row in rows if isinstance(row, Claim))
    assert (claim.claim, claim.founder, claim.headline) == (identity("c", "a"), "a", first.words)
    assert (claim.tellings, claim.documents) == (2, 2)


def test_tellings_are_numbered_by_date_and_unknown_dates_come_last() -> None:
    tellings = [placed(telling("a"), 1), placed(telling("b"), 2, "2020-01-02"), placed(telling("c"), 3, "2020-01-01")]
    rows = claims_of(tellings, [pair("a", "b"), pair("b", "c"), pair("a", "c")])
    assert {row.number: row.telling for row in rows if isinstance(row, ClaimTelling)} == {1: "c", 2: "b", 3: "a"}


def spread(names: list[str], pairs: list[Resemblance], most: int = 64) -> dict[str, str]:
    """The labels when they rest; no more rounds than `most`."""
    connection = duckdb.connect()
    connection.execute("create table tellings (telling varchar)")
    connection.executemany("insert into tellings values (?)", [[name] for name in names])
    connection.execute('create table decided_pairs ("left" varchar, "right" varchar, verdict varchar, score double)')
    rows = [[row.left, row.right, row.verdict, row.score] for row in pairs]
    connection.executemany("insert into decided_pairs values (?, ?, ?, ?)", rows)
    folder = resources.files("takhrij.claims")
    connection.execute("create table components as " + folder.joinpath("first_labels.sql").read_text("utf-8"))
    before: dict[str, str] = {}
    for _ in range(most):
        found = dict(connection.execute("select telling, component from components").fetchall())
        if found == before:
            return found
        before = found
        connection.execute("create or replace table components as " + folder.joinpath("spread_labels.sql").read_text("utf-8"))
    raise AssertionError("the labels do not rest")


def test_labels_spread_along_a_chain_and_stop_at_different_tellings() -> None:
    names = [f"t{number:02}" for number in range(20)]
    pairs = [pair(one, other) for one, other in pairwise(names[:15])] + [pair("t14", "t15", "different", 0.1)]
    found = spread(names, pairs)
    assert {found[name] for name in names[:15]} == {"t00"}
    assert [found[name] for name in names[15:]] == names[15:]


def test_labels_rest_soon_on_a_long_chain_in_any_order() -> None:
    names = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(600)]
    found = spread(names, [pair(one, other) for one, other in pairwise(names)], most=16)
    assert set(found.values()) == {min(names)}


def test_what_is_contrary_to_one_of_many_is_not_yet_of_their_claim() -> None:
    inside = [pair(one, other) for one, other in pairwise("abcd")]
    tellings = [telling(name) for name in "abcde"]
    assert groups(tellings, [*inside, pair("d", "e", "contrary", 0.1)]) == {frozenset("abcd"), frozenset("e")}
    assert groups(tellings, [*inside, pair("d", "e", "contrary", 0.1), pair("a", "e", "contrary", 0.1)]) == {frozenset("abcde")}


def test_another_count_of_one_thing_is_of_the_claim_by_one_bridge() -> None:
    count = replace(pair("d", "e", "contrary", 0.1), one_count=True)
    assert groups([telling(name) for name in "abcde"], [*(pair(*two) for two in pairwise("abcd")), count]) == {frozenset("abcde")}
