"""Whom texts count alike and call otherwise; every text is invented."""

from __future__ import annotations

import pytest
from claim_texts import held

from takhrij.claims.callings import callings_of


def told(*texts: str, title: dict[int, str] | None = None) -> list[tuple[str, set[str]]]:
    """The kind of each variation, and what the texts call those whom they count."""
    return [(kind, {row.value for row in rows}) for _, (kind, _), rows in callings_of(held(*texts, title=title), [])]


def test_civilians_to_the_one_are_gunmen_to_the_other() -> None:
    texts = "قتل خمسة مدنيين في غارة على قرية سمران فجر الاثنين.", "قتل خمسة مسلحين في غارة على قرية سمران فجر الاثنين."
    assert told(*texts) == [("conflict", {"مدنيين", "مسلحين"})]


def test_two_women_are_two_persons_and_that_is_a_detail() -> None:
    texts = "أصيب شخصان في انهيار جسر سدر القديم.", "أصيبت امرأتان في انهيار جسر سدر القديم."
    assert told(*texts) == [("wording", {"شخصان", "امرأتان"})]


def test_a_noun_of_people_is_known_before_another_noun_too() -> None:
    texts = "قتل سبعة من مقاتلي الحركة في كمين قرب نهروان.", "قتل سبعة من موظفي البلدية في كمين قرب نهروان."
    assert told(*texts) == [("wording", {"مقاتلي", "موظفي"})]


def test_the_title_may_say_it_of_all() -> None:
    texts = ("أودى حريق المصنع في نهروان بحياة 15 شخصا.",)
    assert told(*texts, title={0: "حريق مصنع يودي بحياة 15 عاملا"}) == [("wording", {"شخصا", "عاملا"})]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("قتل خمسة جنود في غارة على قرية سمران.", "قتل 5 جنود في غارة على قرية سمران."),  # the same word
        ("قتل خمسة جنود في غارة على قرية سمران.", "قتل تسعة مدنيين في غارة على قرية سمران."),  # another number: a matter of numbers
        ("قتل ثلاثة عمال في انفجار المصنع وأصيب آخرون.", "أصيب ثلاثة مسعفين في انفجار المصنع."),  # the dead and the hurt
        ("قتل عشرة أشخاص في الحريق.", "سقط عشرة قتلى في الحريق."),  # whom either word fits
        ("أنقذ الحراس 16 شخصا من الغرق قبالة سدر.", "أنقذ الحراس 16 شخصا قبالة سدر."),  # «الغرق» are no people
        ("قتل ستة مسلحين في سدر، وكان الستة من أفراد عصابة.", "قتل ستة في سدر."),  # the other calls them nothing
    ],
)
def test_what_is_no_other_word_for_the_same_people(one: str, other: str) -> None:
    assert told(one, other) == []


def test_who_uses_both_words_contradicts_nobody() -> None:
    one = "قتل ستة مقاتلين في قصف معسكر سدر. وقالت البلدة إن ستة مسلحين قتلوا في قصف معسكر سدر."
    assert told(one, "قتل ستة مسلحين في قصف معسكر سدر.") == []
