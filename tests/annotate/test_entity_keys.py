"""Which spellings are one name, and under which shorter form a name may stand alone."""

from __future__ import annotations

import pytest

from takhrij.annotate.entity_keys import entity_id, entity_key, last_name, without_middle


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("PERSON", "بنيامين نتنياهو", "بنيامين نتانياهو"),  # a transliteration
        ("PERSON", "غريفين زيلمانوف", "جريفين زلمانوف"),  # an unknown foreign name
        ("PERSON", "عبد الرحيم الفارقي", "عبدالرحيم الفارقي"),
        ("PERSON", "الدكتور سالم الفارقي", "سالم الفارقي"),  # with his title
        ("PERSON", "رائد ابن سالم", "رايد بن سالم"),
        ("ORGANIZATION", "الحكومة الأميركية", "الحكومة الأمريكية"),
        ("ORGANIZATION", "شركة نورسان", "نورسان"),
        ("PLACE", "مدينة زمران", "مدينه زمران"),
    ],
)
def test_spellings_of_one_name_have_one_key(kind: str, one: str, other: str) -> None:
    assert entity_key(kind, one) == entity_key(kind, other)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("PERSON", "سالم الفارقي", "سليم الفارقي"),  # two Arabic given names of the same consonants
        ("PERSON", "خالد العامري", "خالد العمري"),  # two families
        ("PERSON", "محمد بن سلمان", "محمد سلمان"),
        ("ORGANIZATION", "الحكومة الأميركية", "الحكومة الفرنسية"),
        ("PLACE", "سمران", "سمرة"),
    ],
)
def test_names_that_only_resemble_each_other_stay_two(kind: str, one: str, other: str) -> None:
    assert entity_key(kind, one) != entity_key(kind, other)


def test_an_id_is_the_same_for_all_spellings_and_differs_by_kind() -> None:
    assert entity_id("PERSON", "سالم الفارقي") == entity_id("PERSON", "الدكتور سالم الفارقي") != entity_id("PLACE", "سالم الفارقي")


def test_a_family_name_may_stand_for_the_person_and_a_given_name_may_not() -> None:
    assert last_name("سالم الفارقي") == "الفارقي"
    assert last_name("سالم محمد") is None


def test_a_long_name_is_told_without_its_middle() -> None:
    assert without_middle("سالم بن حمد بن خالد الفارقي") == ("سالم الفارقي", "سالم بن حمد")
    assert without_middle("سالم الفارقي") == ()
