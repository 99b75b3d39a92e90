"""When two tellings in like words tell of two things."""

from __future__ import annotations

import pytest

from takhrij.claims.apart import are_two_events, are_two_voices
from takhrij.claims.statements import Statement
from takhrij.model.claim import Fact


def test_another_person_in_another_place_is_another_event() -> None:
    assert are_two_events([("person", "سليم السدري", "حسان الهيلي"), ("place", "سمران", "نهروان")])


def test_one_place_that_changed_is_no_other_event() -> None:
    assert not are_two_events([("place", "سمران", "نهروان"), ("wording", "أغلق", "أقفل")])


def test_one_name_in_two_slots_counts_once() -> None:
    assert not are_two_events([("actor", "سمران", "نهروان"), ("place", "سمران", "نهروان")])


def test_days_and_what_one_side_leaves_out_do_not_count() -> None:
    assert not are_two_events([("date", "أمس", "الخميس"), ("number", "9", "12"), ("person", "سليم", "")])


def statement(words: str, *names: str) -> Statement:
    """The words as a telling in which these names of places and persons stand."""
    places = ((name, words.index(name)) for name in names)
    facts = tuple(Fact("t", "place", name, None, None, None, None, None, at, at + len(name)) for name, at in places)
    return Statement("t", words, None, "ar", facts, "asserted", ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("دانت نهروان الهجوم على الميناء", "ونددت سمران بالهجوم على الميناء"),  # Nahrawan condemned the attack; Samran denounced it
        ("نهروان ترحب باتفاق الصيد الجديد", "رحبت سمران باتفاق الصيد الجديد"),  # Nahrawan welcomes the agreement
    ],
)
def test_two_that_condemn_or_welcome_one_thing_are_two(one: str, other: str) -> None:
    assert are_two_voices(statement(one, "نهروان"), statement(other, "سمران"))


def test_one_party_in_two_wordings_is_one() -> None:
    one, other = statement("دانت نهروان الهجوم على الميناء", "نهروان"), statement("نددت حكومة نهروان بالهجوم", "نهروان")
    assert not are_two_voices(one, other)


def test_where_a_party_is_not_named_nothing_is_told() -> None:
    one, other = statement("دانت نهروان الهجوم على الميناء", "نهروان"), statement("دانت البلدية الهجوم على الميناء")
    assert not are_two_voices(one, other)


def test_a_verdict_is_one_whatever_the_court_is_called() -> None:
    one, other = "أدانت محكمة نهروان الحارس", "أدان القضاء في سمران الحارس"  # a court convicted the guard
    assert not are_two_voices(statement(one, "نهروان"), statement(other, "سمران"))


def test_a_condemnation_told_beside_another_thing_is_no_voice() -> None:
    one = statement("أغلقت الشرطة الجسر القديم أمس بعد أن دانت نهروان الهجوم", "نهروان")  # the police closed the bridge after …
    assert not are_two_voices(one, statement("دانت سمران الهجوم", "سمران"))
