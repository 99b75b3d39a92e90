"""How far a content goes."""

from __future__ import annotations

import pytest
from test_attributions import told


def contents(text: str) -> list[tuple[object, object]]:
    return [(item["content"], item["mode"]) for item in told(text)]


@pytest.mark.parametrize("marks", ["«»", "“”", "”“", '""'])
def test_a_quotation_in_any_marks_is_direct(marks: str) -> None:
    # The mayor said: "We are ready. Nobody will leave."
    text = f"قال رئيس البلدية: {marks[0]}نحن جاهزون للعمل. لن يغادر أحد{marks[1]}. ثم هطل المطر."
    assert contents(text) == [(["نحن جاهزون للعمل. لن يغادر أحد"], "direct")]


def test_a_clause_with_quoted_words_in_it_is_mixed() -> None:
    # The mayor said that the plan is "a step of great courage" for the valley.
    assert contents("قال رئيس البلدية إن الخطة «خطوة شجاعة جدا للوادي» في هذا الموسم.") == [
        (["الخطة «خطوة شجاعة جدا للوادي» في هذا الموسم"], "mixed")
    ]


def test_a_name_in_marks_does_not_make_it_mixed() -> None:
    # The ministry said that the company "Ghaima" left.
    assert contents("قالت الوزارة إن شركة «غيمة» غادرت.") == [(["شركة «غيمة» غادرت"], "indirect")]


def test_what_follows_a_closed_quotation_is_no_content() -> None:
    # The mayor said "we will open the road tomorrow", stressing that work goes on.
    found = contents("قال رئيس البلدية «سنفتح الطريق غدا للجميع»، مؤكدا أن العمل مستمر.")
    assert found == [(["سنفتح الطريق غدا للجميع"], "direct"), (["العمل مستمر"], "indirect")]


def test_the_writers_comment_is_left_out() -> None:
    # The ministry said that the dam is full, which points to a wet winter.
    assert contents("قالت الوزارة إن السد ممتلئ، مما يدل على شتاء ماطر.") == [(["السد ممتلئ"], "indirect")]


def test_a_verb_that_governs_nothing_has_no_content() -> None:
    # The minister spoke in the hall.
    assert contents("تحدث الوزير في القاعة.") == []
