"""Numbers in tokens: digits of three scripts and number words."""

from __future__ import annotations

import pytest

from takhrij.text.numerals import digits_value, number_word, numerals_of, plain
from takhrij.text.tokens import tokens_of


def _values(text: str) -> list[str]:
    return [plain(numeral.value) for numeral in numerals_of(tokens_of(text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("١٢٫٥", "12.5"),  # Arabic digits and decimal point
        ("۳۴", "34"),  # Persian digits
        ("٣٬٠٠٠٬٠٠٠٫٠٠", "3000000"),
        ("1,200", "1200"),
        ("10.000", "10000"),  # a point before three noughts parts thousands
        ("خمسة وعشرون", "25"),
        ("خمس و عشرين", "25"),  # detached and
        ("اثنتا عشرة", "12"),
        ("أحد عشر", "11"),
        ("سبعمئة وأحد عشر", "711"),  # folded, «وأحد» is «واحد»
        ("مئة وثلاثة", "103"),
        ("ثلاثمائة وخمسة وستين ألفا", "365000"),
        ("ثلاث مئة", "300"),
        ("مئتان", "200"),
        ("ألفا شخص", "2000"),  # a dual in the construct state
        ("مليوني شخص", "2000000"),
        ("15 ألفا", "15000"),
        ("3.5 مليارات", "3500000000"),
        ("مليار ونصف المليار", "1500000000"),
        ("نصف مليون", "500000"),
        ("خمسة وربع", "5.25"),
        ("خمسة فاصلة ثلاثة", "5.3"),  # five point three
        ("صفر فاصلة صفر اثنين", "0.02"),
        ("سبعة فاصلة خمسة وعشرون", "7.25"),
        ("خمسة فاصلة خمسة ملايين", "5500000"),
        ("مليون إلا ربعا", "750000"),  # a million less a quarter
        ("ثلاثة أرباع المليون", "750000"),
        ("مئة ألف وألف", "101000"),
        ("½ كوب", "0.5"),
        ("أضف .75 كوب", "0.75"),  # a point with nothing before it
        ("3½ كيلومتر", "3.5"),
        ("خمستعش", "15"),  # spoken
        ("عشر تلاف", "10000"),
        ("عشرون (20) دولارا", "20"),  # told once, in words and in digits
        ("مئة على خمسة وعشرين", "4"),
        ("ثلاثة أرباع", "0.75"),
        ("5 آلاف و300", "5300"),
        ("3 ملايين و200 ألف", "3200000"),
        ("مليون ومئتا ألف", "1200000"),
        ("الحادي والعشرون", "21"),
        ("الثالثة عشرة", "13"),
        ("three hundred and fifty", "350"),
        ("بـ15.5 مليون", "15500000"),  # a particle joined to digits
    ],
)
def test_a_number_in_words_or_digits_has_one_value(text: str, value: str) -> None:
    assert _values(text) == [value]


def test_numbers_that_are_only_listed_side_by_side_stay_apart() -> None:
    assert _values("قتل 12 و15 في البلدتين") == ["12", "15"]  # 12 and 15 were killed in the two towns


def test_tens_and_hundreds_without_a_number_are_vague() -> None:
    numeral = numerals_of(tokens_of("عشرات الآلاف من النازحين"))[0]  # tens of thousands of displaced
    assert (numeral.kind, plain(numeral.value)) == ("vague", "10000")


@pytest.mark.parametrize("text", ["أحد الناس", "لست هنا", "نص القانون", "قال الوزير", ""])
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert _values(text) == []  # one of the people, I am not here, the text of the law


def test_a_numeral_knows_its_tokens_and_starts_after_a_joined_particle() -> None:
    numeral = numerals_of(tokens_of("قتل و15 جرحوا"))[0]
    assert (numeral.first, numeral.end, numeral.start, numeral.joined) == (1, 2, 5, True)


def test_the_article_and_the_conjunction_are_told() -> None:
    word = number_word("والعشرون")
    assert word is not None
    assert (word.joined, word.definite) == (True, True)


def test_a_row_of_a_thousand_digits_is_no_number() -> None:
    assert digits_value("9" * 1000) is None


def test_two_numbers_on_both_sides_of_a_preposition_are_two() -> None:
    assert _values("فاز خمسة على عشرة منافسين") == ["5", "10"]  # five won over ten rivals


def test_numbers_in_brackets_that_differ_stay_two() -> None:
    assert _values("عشرون (21) دولارا") == ["20", "21"]


def test_a_comma_word_without_a_number_after_it_is_none() -> None:
    assert _values("كتب خمسة فاصلة طويلة") == ["5"]


def test_a_number_that_begins_a_sentence_after_a_point_is_whole() -> None:
    assert _values("انتهى العدد.75 شخصا حضروا") == ["75"]


def test_a_letter_for_the_point_turns_its_sides_round() -> None:
    assert _values("بلغت 5ر2 مليار") == ["2500000000"]  # agencies write 2.5 so
    assert _values("ارتفع 85ر0 درجة") == ["0.85"]


def test_a_number_in_brackets_takes_the_scale_behind_them() -> None:
    assert _values("بقيمة (174) مليون ريال") == ["174000000"]
    assert _values("قرأ الفصل (174) ألف مرة") == ["174000"]
    assert _values("فاز سليم (45) ومضى") == ["45"]


def test_a_scale_behind_digits_that_cannot_be_read_is_no_number() -> None:
    assert _values("بلغت القروض 1.340.7 مليار ريال") == []


def test_digits_that_are_written_on_to_a_word_are_read() -> None:
    assert _values("بقيمة7.2 مليون ريال") == ["7200000"]
    assert _values("عند1085.70 دولارا") == ["1085.7"]
    assert _values("كوفيد19 وباء") == []
