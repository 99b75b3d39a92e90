"""Doer and target round a noun of a deed, and who suffers by whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from statement_texts import told

from takhrij.claims.constructs import exchanged_constructs, other_constructs, sufferers_and_doers
from takhrij.claims.matches import Matching, matching_of

TAIL = "في ساحة السوق القديم بعد خلاف على موقف الشاحنات"  # in the square of the old market after a quarrel about parking


def found(rule: Callable[[Matching], Iterator[tuple[int, int]]], left: str, right: str) -> list[tuple[str, str]]:
    sides = (told(f"{side} {TAIL}", numbers={"أربعة": "4"} if "أربعة" in side else None) for side in (left, right))
    matching = matching_of(*sides)
    return [(matching.left.units[place].form, matching.right.units[partner].form) for place, partner in rule(matching)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("أثار اتهام البلدية للوزارة ضجة", "أثار اتهام الوزارة للبلدية ضجة"),  # the town's accusation of the ministry caused a stir
        ("مقتل تاجر على يد حارس", "مقتل حارس على يد تاجر"),  # a merchant was killed by a guard
    ],
)
def test_doer_and_target_of_a_noun_that_changed_places_are_seen(left: str, right: str) -> None:
    assert len(found(exchanged_constructs, left, right)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("أثار اتهام البلدية للوزارة ضجة", "ضجة لاتهام البلدية للوزارة"),  # the same, told in another order
        ("تسليم الدرك للمهرب", "تسليم المهرب للدرك"),  # the gendarmes hand over, or it is handed over to them
    ],
)
def test_the_same_parts_and_what_is_handed_over_are_no_exchange(left: str, right: str) -> None:
    assert found(exchanged_constructs, left, right) == []


def test_another_doer_of_what_is_done_to_one_target_is_seen() -> None:
    left, right = "استمر حصار الشرطة للميناء", "استمر حصار العصابة للميناء"  # the police's, the gang's siege of the harbour went on
    assert found(other_constructs, left, right) == [("الشرطه", "العصابه")]
    assert found(other_constructs, left, "استمر حصار الشرطة للسوق") == []  # of another target: nothing of the doer


def test_who_suffers_on_one_side_and_does_it_on_the_other_is_seen() -> None:
    left = "أصيب أربعة متظاهرين برصاص أطلقه حراس المخزن"  # four protesters were hit by bullets that guards fired
    right = "أصيب أربعة من حراس المخزن برصاص أطلقه متظاهرون"  # four guards were hit by bullets that protesters fired
    assert len(found(sufferers_and_doers, left, right)) == 1
    assert found(sufferers_and_doers, left, "أصيب أربعة متظاهرين برصاص حراس المخزن") == []  # the same in other words
