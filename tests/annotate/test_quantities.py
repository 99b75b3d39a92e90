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
    [
        *("سقوط 12 قتيلا", "سقوط اثني عشر قتيلا", "مقتل 12 شخصا", "قتل ١٢ شخصا", "12 شخصا لقوا حتفهم", "استشهاد 12 جنديا"),
        "حريق يودي بحياة 12 عاملا",
    ],
)
def test_all_ways_of_telling_a_toll_of_twelve_are_one_quantity(text: str) -> None:
    [quantity] = _quantities(text)
    assert (quantity.low, quantity.unit, quantity.of) == ("12", "person", "قتيل")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("سجلت المدينة 5 حالات وفاة", "قتيل"),  # 5 cases of death
        ("خلف الحادث 4 وفيات", "قتيل"),
        ("ارتفعت حصيلة الوفيات إلى 30", "قتيل"),  # the toll of deaths rose to 30
        ("بلغ عدد حالات الوفاة 17 حالة", "قتيل"),
        ("أحصت المستشفيات 13 إصابة جديدة", "جريح"),
        ("سقوط 17 قتيلا وجريحا", "ضحي"),  # dead and injured, 17 together
        ("50 وفاة وإصابة في حادث", "ضحي"),
        ("عشرات القتلى والجرحى", "ضحي"),
        ("سقوط 17 قتيلا وجرحى كثيرين", "قتيل"),  # 17 dead, and many injured
        ("مقتل 20 متسلقا في الجبل", "قتيل"),  # climbers: no list has them
        ("إصابة نحو 7 متسلقين", "جريح"),
        ("إصابة 20 منزلا", "منزل"),  # houses were hit
        ("مقتل 30 بقرة", "بقره"),
        ("في 12 هجوما قتل فيها حراس", "هجوم"),
    ],
)
def test_cases_and_nouns_that_no_list_has_count_people_where_their_form_says_so(text: str, of: str) -> None:
    [quantity] = _quantities(text)
    assert quantity.of == of


def test_deaths_and_injuries_of_one_sentence_are_told_apart() -> None:
    assert [quantity.of for quantity in _quantities("سجلت المدينة خمس وفيات و13 إصابة")] == ["قتيل", "جريح"]


def test_the_dead_and_the_injured_of_one_sentence_are_told_apart() -> None:
    dead, injured = _quantities("قتل 12 شخصا وأصيب 30 آخرون بجروح")  # 12 were killed and 30 others injured
    assert (dead.of, injured.of) == ("قتيل", "جريح")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("وأفاد المرصد بأن عشرات أصيبوا", "جريح"),  # dozens were hurt
        ("وأصيب العشرات بجروح في سمران", "جريح"),
        ("صاروخ يصيب العشرات بنهروان", "جريح"),
        ("شارك المئات في المسيرة", None),  # hundreds took part
    ],
)
def test_people_who_are_counted_and_not_named_are_what_befell_them(text: str, of: str | None) -> None:
    assert _quantities(text)[0].of == of


def test_who_stand_before_a_verb_are_not_those_behind_it() -> None:
    text = "إن 12 مزارعا قتلوا وجرح 40 آخرون"  # that 12 farmers were killed and 40 others hurt
    assert [quantity.of for quantity in _quantities(text)] == ["قتيل", "جريح"]
    assert _quantities("قتل وجرح 40 مزارعا")[0].of == "ضحي"


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
        ("37 درجة مئوية", "37", "C"),
        ("مساحتها 103 كم2", "103", "km2"),
        ("مرتين ونصف", "2.5", None),
        ("لترين ونصف", "2.5", "l"),
        ("من10 أطنان", "10", "t"),
        ("لتر ونص", "1.5", "l"),
        ("واحد من كل عشرة تلاميذ", "10", "%"),
        ("3 أجزاء من 100", "0.03", None),
        ("المرتبة الثالثة", "3", "ordinal"),
        ("المرة الـ48", "48", "ordinal"),
        ("بارتفاع 16 جيجابايتا", "16", "GB"),
    ],
)
def test_units_of_money_measure_and_percent(text: str, low: str, unit: str | None) -> None:
    [quantity] = _quantities(text)
    assert (quantity.low, quantity.unit) == (low, unit)


@pytest.mark.parametrize(("text", "of"), [("دمر الحريق 12 سيارة", "سياره"), ("أطلقت 7 صواريخ", "صاروخ"), ("12 صاروخا", "صاروخ")])
def test_another_counted_noun_is_kept_as_its_singular(text: str, of: str) -> None:
    [quantity] = _quantities(text)  # the fire destroyed 12 cars; seven missiles were fired
    assert (quantity.unit, quantity.of) == (None, of)


@pytest.mark.parametrize(
    ("text", "low", "modifier"),
    [
        ("تجاوز عدد الركاب 62 ألفا", "62000", "more_than"),  # the number of passengers passed 62,000
        ("لا تقل قيمتها عن 120 مليون دولار", "120000000", "at_least"),
        ("تزيد مساحتها على 40 كيلومترا", "40", "more_than"),
        ("لا يسع لأكثر من 35 ألف مشجع", "35000", "at_most"),  # it has no room for more than 35,000 fans
        ("يتسع لنحو 18 ألف مشجع", "18000", "about"),
        ("صرف 60 يورو في اليوم بحد أقصى", "60", "at_most"),
        ("آلاف العمال", "1000", "more_than"),
        ("لتصل إلى 500 مركبة", "500", "exact"),
        ("ستتجاوز 500 مركبة", "500", "more_than"),
        ("عمره فوق العشرين", "20", "more_than"),
    ],
)
def test_a_bound_is_found_beyond_the_words_that_part_it_from_its_number(text: str, low: str, modifier: str) -> None:
    [quantity] = _quantities(text)
    assert (quantity.low, quantity.modifier) == (low, modifier)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("تتراوح من 10 بالمئة إلى 25 بالمئة", "10", "25", "%"),
        ("بين ثلاثين وستين مليون ريال", "30000000", "60000000", "ريال"),
        ("بعمق 15 إلى 20 كيلومترا", "15", "20", "km"),
        ("إطار بقطر 18 أو 20 بوصة", "18", "20", "in"),
        ("بين 59 و60 روبلا", "59", "60", "RUB"),
    ],
)
def test_a_range_is_one_quantity(text: str, low: str, high: str, unit: str) -> None:
    [quantity] = _quantities(text)
    assert (quantity.low, quantity.high, quantity.unit, quantity.modifier) == (low, high, unit, "range")


def test_the_ends_of_a_change_are_two_quantities_of_one_unit() -> None:
    first, second = _quantities("ارتفع السعر من 18 إلى 20 ألف دولار")  # the price rose from 18 to 20 thousand dollars
    assert [(end.low, end.unit, end.modifier) for end in (first, second)] == [("18000", "USD", "exact"), ("20000", "USD", "exact")]


def test_a_point_before_three_digits_parts_thousands_of_things_that_are_counted() -> None:
    assert [_quantities(text)[0].low for text in ("34.500 قرض", "34.500 دولار", "12.345 كيلومتر")] == ["34500", "34.5", "12.345"]


def test_a_bound_that_is_written_on_to_its_digits_is_read() -> None:
    assert [_quantities(text)[0].modifier for text in ("نحو70 صيادا", "نحو 70 صيادا", "و70 صيادا")] == ["about", "about", "exact"]


def test_english_tolls_are_read_too() -> None:
    [quantity] = _quantities("At least 13 people were killed")
    assert (quantity.low, quantity.modifier, quantity.unit, quantity.of) == ("13", "at_least", "person", "قتيل")


@pytest.mark.parametrize("text", [
        "عام 2019", "يوم 12 مارس 2031", "الساعة 14:30", "48 ساعة", "طائرة إف-16", "قال الناطق", "بلغوا دور الثمانية", "الربع الخالي",
        "ولست واثقا", "1- تعزيز الرقابة", "الجندي أول سامر",
    ],
)  # fmt: skip
def test_numbers_in_times_and_names_are_no_quantities(text: str) -> None:
    assert _quantities(text) == []


def test_people_are_counted_by_a_noun_that_another_follows_too() -> None:
    assert [(row.low, row.unit, row.of) for row in _quantities("استقبل المشفى اثنين من مقاتلي الحركة وسبعة من منسوبي البلدية")] == [
        ("2", "person", "مقاتل"), ("7", "person", "منتسب"),
    ]  # fmt: skip


def test_what_is_counted_may_stand_behind_a_bracket() -> None:
    text = "وغرمتها البلدية بمبلغ (24000) ريال بحضور (60) معلما"  # fined them (24000) riyals before (60) teachers
    found = [(quantity.low, quantity.unit, text[quantity.start : quantity.end]) for quantity in _quantities(text)]
    assert found == [("24000", "ريال", "(24000) ريال"), ("60", "person", "60")]


def test_a_quarter_that_another_is_compared_with_is_no_fraction_and_the_day_that_ends_a_stretch_no_number() -> None:
    assert [quantity.low for quantity in _quantities("تراجع الربح 4% مقارنة بالربع المماثل من العام الماضي")] == ["4"]
    assert _quantities("تمتد الدورة من 12 شوال وحتى 24 منه") == []
