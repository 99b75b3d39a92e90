"""When two tellings in like words tell of two things."""

from __future__ import annotations

from takhrij.claims.apart import are_two_events


def test_another_person_in_another_place_is_another_event() -> None:
    assert are_two_events([("person", "سليم السدري", "حسان الهيلي"), ("place", "سمران", "نهروان")])


def test_one_place_that_changed_is_no_other_event() -> None:
    assert not are_two_events([("place", "سمران", "نهروان"), ("wording", "أغلق", "أقفل")])


def test_one_name_in_two_slots_counts_once() -> None:
    assert not are_two_events([("actor", "سمران", "نهروان"), ("place", "سمران", "نهروان")])


def test_days_and_what_one_side_leaves_out_do_not_count() -> None:
    assert not are_two_events([("date", "أمس", "الخميس"), ("number", "9", "12"), ("person", "سليم", "")])
