"""Quantities: value, unit, modifier and what is counted."""

from __future__ import annotations

import pytest

from takhrij.annotate.expressions import expressions_of
from takhrij.model.annotation import Quantity
from takhrij.model.document import Document


def _document(text: str) -> Document:
    return Document("d1", "d1", 1, None, "2031-05-14", None, None, text, None, None, "ar")


def _quantities(text: str) -> list[Quantity]:
    return expressions_of(_document(text))[1]


@pytest.mark.parametrize(
    "text",
    ["سقوط 12 قتيلا", "سقوط اثني عشر قتيلا", "مقتل 12 شخصا", "قتل ١٢ شخصا", "12 شخصا لقوا حتفهم", "استشهاد 12 جنديا"],
)
def test_all_ways_of_telling_a_toll_of_twelve_are_one_quantity(text: str) -> None:
    [quantity] = _quantities(text)
    assert (quantity.low, quantity.unit, quantity.of) == ("12", "person", "قتيل")


def test_the_dead_and_the_injured_of_one_sentence_are_told_apart() -> None:
    dead, injured = _quantities("قتل 12 شخصا وأصيب 30 آخرون بجروح")  # 12 were killed and 30 others injured
    assert (dead.of, injured.of) == ("قتيل", "جريح")


def test_a_part_of_a_toll_is_told_by_its_own_noun() -> None:
    whole, part = _quantities("قتل 12 شخصا بينهم 3 أطفال")  # 12 people were killed, among them 3 children
    assert (whole.of, part.of) == ("قتيل", "طفل")


@pytest.mark.parametrize(
    ("text", "of"), [("قتيلان في سمرة", "قتيل"), ("نقل جريحين", "جريح"), ("مقتل شخصين", "قتيل"), ("اعتقال شخصين", "معتقل")]
)
def test_duals_count_two(text: str, of: str) -> None:
    [quantity] = _quantities(text)
    assert (quantity.low, quantity.of) == ("2", of)


def test_one_person_of_a_toll_is_counted() -> None:
    [quantity] = _quantities("أسفر الحريق عن مقتل شخص")  # the fire left one person dead
    assert (quantity.low, quantity.of) == ("1", "قتيل")


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("نحو 30 نازحا", "about"), ("زهاء 30 نازحا", "about"), ("30 نازحا تقريبا", "about"), ("أكثر من 30 نازحا", "more_than"),
        ("ما لا يقل عن 30 نازحا", "at_least"), ("30 نازحا على الأقل", "at_least"), ("أقل من 30 نازحا", "less_than"),
        ("عشرات النازحين", "more_than"), ("30 نازحا", "exact"),
    ],
)  # fmt: skip
def test_words_beside_a_number_bound_it(text: str, modifier: str) -> None:
    [quantity] = _quantities(text)
    assert (quantity.modifier, quantity.of) == (modifier, "نازح")


def test_a_range_shares_the_scale_that_is_told_once() -> None:
    [quantity] = _quantities("نزح بين 20 و30 ألف شخص")  # between 20 and 30 thousand people
    assert (quantity.low, quantity.high, quantity.modifier, quantity.of) == ("20000", "30000", "range", "نازح")


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("42 ريالا قطريا", "42", "QAR"),
        ("5 ملايين دولار أمريكي", "5000000", "USD"),
        ("3.5 في المئة", "3.5", "%"),
        ("عشرون بالمائة", "20", "%"),
        ("٧٪", "7", "%"),
        ("12 كيلومترا", "12", "km"),
        ("4 كيلومترات مربعة", "4", "km2"),
        ("لتران", "2", "l"),
        ("37 درجة سلزيوس", "37", "C"),
        ("المرتبة الثالثة", "3", "ordinal"),
    ],
)
def test_units_of_money_measure_and_percent(text: str, low: str, unit: str) -> None:
    [quantity] = _quantities(text)
    assert (quantity.low, quantity.unit) == (low, unit)


def test_another_counted_noun_is_kept_as_its_stem() -> None:
    [quantity] = _quantities("دمر الحريق 12 سيارة")  # the fire destroyed 12 cars
    assert (quantity.unit, quantity.of) == (None, "سيار")


def test_english_tolls_are_read_too() -> None:
    [quantity] = _quantities("At least 13 people were killed")
    assert (quantity.low, quantity.modifier, quantity.unit, quantity.of) == ("13", "at_least", "person", "قتيل")


@pytest.mark.parametrize("text", ["عام 2019", "يوم 12 مارس 2031", "الساعة 14:30", "48 ساعة", "طائرة إف-16", "قال الناطق"])
def test_numbers_in_times_and_names_are_no_quantities(text: str) -> None:
    assert _quantities(text) == []
