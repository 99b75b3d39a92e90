"""What two statements share: numbers of people that add up to one that the other side gives."""

from __future__ import annotations

import pytest

from takhrij.claims.aboutness import answering_evidence_of
from takhrij.claims.compare import statement_of_text
from takhrij.claims.matches import matching_of

ABOARD = "كانت العبارة تقل 71 شخصا"  # the ferry carried 71 people


def numbers_agreeing(left: str, right: str) -> float:
    matching = matching_of(statement_of_text(left, None), statement_of_text(right, None))
    return answering_evidence_of(matching, [])[-1]


def test_two_kinds_of_people_may_add_up_to_all_of_them() -> None:
    assert numbers_agreeing(ABOARD, "حملت العبارة 67 راكبا وأربعة من أفراد الطاقم") == 1  # 67 passengers and four of the crew


@pytest.mark.parametrize(
    "other",
    [
        "حملت العبارة 67 راكبا وخمسة من أفراد الطاقم",  # it does not add up
        "في حادث العبارة 31 قتيلا و40 جريحا",  # the dead and the hurt are told for themselves
        "حملت العبارة 67 صندوقا وأربع سيارات",  # no people
    ],
)
def test_what_does_not_add_up_or_counts_something_else_is_no_number_shared(other: str) -> None:
    assert numbers_agreeing(ABOARD, other) == 0


def test_a_small_sum_may_be_chance() -> None:
    assert numbers_agreeing("كان في القارب 5 أشخاص", "ركب القارب 3 بحارة وامرأتان") == 0
