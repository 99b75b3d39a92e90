"""Who stands first behind one verb in two copies of a sentence."""

from __future__ import annotations

import pytest
from statement_texts import told

from takhrij.claims.matches import matching_of
from takhrij.claims.subjects import exchanged_subjects

TAIL = "في ساحة السوق القديم بعد خلاف على موقف الشاحنات"  # in the square of the old market after a quarrel about parking


def exchanged(left: str, right: str) -> list[tuple[str, str]]:
    matching = matching_of(told(f"{left} {TAIL}"), told(f"{right} {TAIL}"))
    return [(matching.left.units[place].form, matching.right.units[partner].form) for place, partner in exchanged_subjects(matching)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("طعن تاجر حارسا", "طعن حارس تاجرا"),  # a merchant stabbed a guard
        ("قتل حارس برصاص تاجر", "قتل تاجر برصاص حارس"),  # a guard was killed by a merchant's bullets
        ("دهست حافلة الركاب شاحنة الرمل", "دهست شاحنة الرمل حافلة الركاب"),  # a bus ran into a truck
    ],
)
def test_doer_and_target_that_changed_places_are_seen_whatever_they_are(left: str, right: str) -> None:
    assert len(exchanged(left, right)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("طعن تاجر حارسا", "طعن حارس بسكين تاجر"),  # was stabbed with the knife of
        ("أنذرت شرطة السير التاجر", "أنذر التاجر من قبل شرطة السير"),  # was warned by
        ("تشاجر التاجر والحارس", "تشاجر الحارس والتاجر"),  # the two quarrelled
        ("تشاجر التاجر مع الحارس", "تشاجر الحارس مع التاجر"),
    ],
)
def test_a_passive_a_list_and_what_is_done_together_are_no_exchange(left: str, right: str) -> None:
    assert exchanged(left, right) == []


def test_a_title_and_its_name_may_come_in_any_order() -> None:
    names = {"هادي النعام": "PERSON"}
    left = told(f"وصل المحاسب هادي النعام {TAIL}", names=names)  # the accountant Hadi arrived
    right = told(f"وصل هادي النعام المحاسب {TAIL}", names=names)
    assert list(exchanged_subjects(matching_of(left, right))) == []
