"""What a decided pair says of one claim, by verdict and by the days between."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from takhrij.claims.weighing import weights_of
from takhrij.model.claim import Resemblance, Telling

DAYS = {"a": "2021-05-01", "b": "2021-05-02", "c": "2021-05-05", "d": "2021-06-20", "undated": None}


def says(one: str, other: str, verdict: str, words: tuple[str, str] = ("فتح الجسر", "فتح الجسر"), **others: object) -> float:
    """What a pair of tellings of two of the days says; the words are «the bridge was opened»."""
    tellings = {
        name: Telling(name, f"d-{name}", "text", 0, len(told), told, None, "asserted", DAYS[name])
        for name, told in zip((one, other), words, strict=True)
    }
    pair = replace(Resemblance("p", one, other, verdict, 0.5, "test"), **others)  # type: ignore[arg-type]
    return weights_of(tellings, [pair])[frozenset((one, other))]


def test_within_a_day_contraries_may_be_one_claim_and_days_later_they_are_two() -> None:
    assert says("a", "b", "contrary") > 0
    assert says("a", "c", "contrary") < 0
    assert says("a", "undated", "contrary") > 0


def test_contraries_that_share_a_number_speak_for_one_claim_more_than_others() -> None:
    shared = ("غرق 13 صيادا قرب زمران", "غرق 13 صيادا قرب سمران")  # 13 fishermen drowned near two places
    assert says("a", "b", "contrary", shared) > 2 * says("a", "b", "contrary")
    assert says("a", "c", "contrary", shared) < 0


def test_a_toll_rises_for_some_days_but_not_for_weeks() -> None:
    assert says("a", "c", "contrary", one_count=True) == 1.0
    assert says("a", "d", "contrary", one_count=True) < 0


def test_the_lists_of_two_days_are_two_claims() -> None:
    lists = ("أغلق المؤشر عند 3125 وبلغ التداول 62 مليونا", "أغلق المؤشر عند 3072 وبلغ التداول 91 مليونا")  # the index closed at …
    assert says("a", "b", "contrary", lists) < 0
    corrected = ("أغلق المؤشر عند 3125 وبلغ التداول 62 مليونا", "أغلق المؤشر عند 3125 وبلغ التداول 91 مليونا")
    assert says("a", "b", "contrary", corrected) > 0


def test_the_same_words_weeks_later_need_a_number_of_their_own() -> None:
    assert says("a", "c", "same") == 1.0
    assert says("a", "d", "same") < 0
    held = ("اعتقل الحارس عام 2019", "الحارس معتقل منذ 2019")  # the guard was arrested in 2019
    assert says("a", "d", "same", held) == 1.0
    other = ("زاد السعر 12 درهما إلى 340", "زاد السعر 12 درهما إلى 355")  # each has a number that the other lacks
    assert says("a", "d", "same", other) < 0
    share = ("ارتفع المؤشر 0.1 بالمئة", "ارتفع المؤشر 0.1 بالمئة")
    assert says("a", "d", "same", share) < 0


@pytest.mark.parametrize(("verdict", "expected"), [("same", math.inf), ("different", -math.inf)])
def test_an_analyst_outweighs_the_days(verdict: str, expected: float) -> None:
    assert says("a", "d", verdict, made_by="analyst") == expected


def test_a_different_pair_speaks_against_and_a_nearly_decided_one_a_little_for() -> None:
    assert says("a", "b", "different", score=0.1) == -1.0
    assert 0 < says("a", "b", "different", score=0.45) < 0.5
