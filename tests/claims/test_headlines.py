"""Verdicts on short statements: the measured features, and what the weights make of them."""

from __future__ import annotations

import pytest
from statement_texts import told

from takhrij.claims.differences import contrasts_of
from takhrij.claims.headlines import measures_of, shares_of, words_of
from takhrij.claims.matches import Matching, are_short, matching_of
from takhrij.claims.resemblance import resemblance_of

FERRY = "العبّارة تعود إلى ميناء سمران بعد إصلاحها"  # the ferry returns to the port of Samran after repair


def matched(left: str, right: str) -> Matching:
    return matching_of(told(left), told(right))


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (FERRY, "رجوع العبّارة بعد إصلاحها إلى ميناء سمران", "same"),
        (FERRY, "إلغاء عودة العبّارة إلى ميناء سمران", "contrary"),  # cancelled
        (FERRY, "مزارعو الوادي يحصدون القمح مبكرا", "different"),  # farmers harvest early
    ],
)
def test_few_words_are_enough_for_a_verdict(left: str, right: str, verdict: str) -> None:
    assert resemblance_of(told(left), told(right))[0] == verdict


def test_shares_add_up_to_one_and_do_not_depend_on_the_side() -> None:
    one, other = matched(FERRY, "تأخر العبّارة"), matched("تأخر العبّارة", FERRY)
    shares = shares_of(one, contrasts_of(one))
    assert sum(shares) == pytest.approx(1)
    assert shares == pytest.approx(shares_of(other, contrasts_of(other)))


def test_what_a_model_gives_is_multiplied_in() -> None:
    matching = matched(FERRY, "رجوع العبّارة بعد إصلاحها إلى ميناء سمران")
    contrasts = contrasts_of(matching)
    plain = shares_of(matching, contrasts)
    assert shares_of(matching, contrasts, (1 / 3, 1 / 3, 1 / 3)) == pytest.approx(plain)
    assert shares_of(matching, contrasts, (0.01, 0.98, 0.01))[1] > plain[1]


def test_equal_words_leave_nothing_alone() -> None:
    matching = matched(FERRY, FERRY)
    assert list(words_of(matching)) == []
    measures = measures_of(matching, [])
    assert (measures["coverage"], measures["nothing alone"], measures["strongest"]) == (1.0, 1.0, 0.0)


def test_a_long_sentence_is_no_headline() -> None:
    assert are_short(told(FERRY), told(FERRY))
    long = "عادت العبارة القديمة مساء الأحد محملة بعشرات الصيادين والبحارة والتجار إلى رصيف ميناء سمران الشرقي عقب إصلاح محركها المعطوب"
    assert not are_short(told(FERRY), told(long))
