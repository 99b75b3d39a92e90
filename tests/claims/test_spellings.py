"""A name that two texts write in two ways; every text is invented."""

from __future__ import annotations

import pytest
from claim_texts import held

from takhrij.claims.spellings import is_spelling, spellings_of


def told(one: str, other: str) -> list[tuple[str, set[str]]]:
    return [(slot, {row.value for row in rows}) for slot, _, rows in spellings_of(held(one, other))]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("أغلقت الشرطة جسر النهر في مدينة فريدسدرن.", "أغلقت الشرطة جسر النهر في مدينة فردسدرن.", {"فريدسدرن", "فردسدرن"}),
        ("أغلقت الشرطة جسر النهر في مدينة كامرغون.", "أغلقت الشرطة جسر النهر في مدينة كامرجون.", {"كامرغون", "كامرجون"}),
        ("وصل الرسام سامر كرداحي إلى المعرض مساء أمس.", "وصل الرسام سامر كرداحو إلى المعرض مساء أمس.", {"كرداحي", "كرداحو"}),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str, values: set[str]) -> None:
    [(_, found)] = told(one, other)
    assert found == values


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أغلقت الشرطة جسر النهر في سوريا.", "أغلقت الشرطة جسر النهر في سورية."),  # a list has both
        ("أغلقت الشرطة جسر مدينة كامرغون.", "أغلقت الشرطة جسر مدينة كامرجون. وتقع كامرغون على النهر."),  # it writes it both ways
        ("أغلقت الشرطة جسر مدينة كامرغون.", "أغلقت الشرطة جسر مدينة كامرسون."),  # another sound, another town
        ("أغلقت الشرطة جسر مدينة كامرغون.", "أغلقت الشرطة جسر وكامرغون."),  # a joined particle
        ("أغلقت الشرطة جسر النهر في بلدة كامرغون.", "زار وفد الخزافين معرض كامرجون في الربيع."),  # of another matter
    ],
)
def test_what_is_no_other_spelling(one: str, other: str) -> None:
    assert told(one, other) == []


def test_a_letter_of_another_sound_or_an_ending_makes_another_name() -> None:
    assert is_spelling("لافاييت", "لافايت")
    assert not is_spelling("العازمي", "الحازمي")
    assert not is_spelling("السمراني", "السمرانيه")
