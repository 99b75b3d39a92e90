"""Tellings that tell more than one claim."""

from __future__ import annotations

from collections.abc import Sequence

from test_grouping import pair

from takhrij.claims.grouping import claims_of
from takhrij.claims.guests import guests_of
from takhrij.claims.weighing import weights_of
from takhrij.model.claim import Claim, ClaimTelling, Resemblance, Telling


def telling(name: str, *, document: str = "", field: str = "text", added: int = 0) -> Telling:
    return Telling(name, document or name, field, 0, 40, f"أغلق الجسر {name}", None, "asserted", added=added)


def guests(groups: Sequence[Sequence[str]], tellings: Sequence[Telling], pairs: Sequence[Resemblance]) -> dict[int, list[str]]:
    by_id = {row.telling: row for row in tellings}
    return guests_of(groups, by_id, pairs, weights_of(by_id, pairs))


TWO = ("ab", "cd")  # b, the long sentence, is of the claim of a, and says what c and d say too
ROWS = [telling(name) for name in "abcd"]


def test_a_sentence_that_says_what_most_of_another_claim_say_is_its_guest() -> None:
    assert guests(TWO, ROWS, [pair("a", "b", score=0.9), pair("c", "d", score=0.9), pair("b", "c"), pair("b", "d")]) == {1: ["b"]}


def test_a_sentence_that_contradicts_one_of_another_claim_is_no_guest_there() -> None:
    assert 1 not in guests(TWO, ROWS, [pair("a", "b"), pair("c", "d"), pair("b", "c"), pair("b", "d", "different", 0.1)])


def test_who_says_what_a_small_part_of_a_claim_says_is_no_guest() -> None:
    assert 1 not in guests(("ab", "cdefg"), [telling(name) for name in "abcdefg"], [pair("b", "c")])


def test_two_that_share_no_more_than_a_toll_have_no_guests_of_each_other() -> None:
    assert guests(TWO, ROWS, [pair("b", "c", score=0.5), pair("b", "d", score=0.5)]) == {}


def test_a_document_that_tells_a_claim_already_has_no_guest_in_it() -> None:
    rows = [telling("a"), telling("b", document="d"), telling("c"), telling("d")]
    assert 1 not in guests(TWO, rows, [pair("b", "c")])


def test_a_title_is_no_guest() -> None:
    rows = [telling("a"), telling("b", field="title"), telling("c"), telling("d")]
    assert guests(TWO, rows, [pair("b", "c"), pair("b", "d")]) == {}


def test_of_two_claims_only_the_larger_has_guests_of_the_other() -> None:
    rows = [telling(name) for name in "abc"]
    assert guests(("ab", "c"), rows, [pair("a", "c"), pair("b", "c")]) == {0: ["c"]}


def test_a_guest_is_counted_and_founds_no_claim() -> None:
    rows = [telling(name, added=place) for place, name in enumerate("badc")]
    pairs = [pair("a", "b", score=0.9), pair("c", "d", score=0.9), pair("b", "c", score=0.6), pair("a", "c", "different", 0.0)]
    told = claims_of(rows, [*pairs, pair("a", "d", "different", 0.0)])
    founded = {row.founder: (row.tellings, row.documents) for row in told if isinstance(row, Claim)}
    assert founded == {"b": (2, 2), "d": (3, 3)}
    assert [row.telling for row in told if isinstance(row, ClaimTelling) and row.guest] == ["b"]
