"""Formulas that are no reuse."""

import pytest

from takhrij.match.boilerplate import is_form, is_formula, is_scripture
from takhrij.match.meetings import Stretch
from takhrij.match.numbers import word_numbers

from .articles import FERRY


@pytest.mark.parametrize(
    "phrase",
    [
        "خادم الحرمين الشريفين الملك",
        "رحمه الله وأسكنه فسيح جناته",
        "اقرأ أيضا",
        "صلى الله عليه وسلم",
        "وتمكنت سلطات الأمن من القبض على الجناة المذكورين",
    ],
)
def test_set_phrases_are_formulas(phrase: str) -> None:
    words = word_numbers(phrase)
    assert is_formula(words, 0, len(words))


def test_a_report_is_no_formula() -> None:
    words = word_numbers(FERRY)
    assert not is_formula(words, 0, len(words))


def test_a_report_that_holds_one_formula_is_none() -> None:
    words = word_numbers(FERRY[:60] + " إن شاء الله")
    assert not is_formula(words, 0, len(words))


def are_form(left: str, right: str) -> bool:
    ours, theirs = word_numbers(left), word_numbers(right)
    return is_form(left, ours, Stretch(0, len(ours)), right, theirs, Stretch(0, len(theirs)))


def test_one_form_with_other_figures_is_a_form() -> None:
    form = "أغلقت سوق الحبوب عند {} دينارا للقمح و{} للشعير و{} للعدس"
    assert are_form(form.format(310, 221, 805), form.format(298, 230, 790))


def test_the_same_figures_in_another_spelling_are_no_other_figures() -> None:
    told = "بلغ عدد القراء {} مليونا أي {} في المئة بعد تراجع نسبته {} في المئة"
    assert not are_form(told.format("42.3", "61.1", "2.8"), told.format("3ر42", "1ر61", "8ر2"))
    assert not are_form(told.format("42.3", "61.1", "2.8"), told.format("٤٢٫٣", "٦١٫١", "٢٫٨"))


# A sentence of our own, with the signs that only scripture carries throughout.
VOCALISED = "وَمَنْ يَزْرَعْ خَيْرًا فِي أَرْضِهِ يَحْصُدْ خَيْرًا فِي مَوْسِمِهِ"


def of_itself(text: str, first: str = "") -> bool:
    span = text.index(first), len(text)
    return is_scripture(text, span, text, span)


def test_what_is_written_with_all_its_vowels_or_introduced_as_gods_words_is_scripture() -> None:
    assert of_itself(VOCALISED)
    assert of_itself("وختم الخطيب بقول الله تعالى: ومن يزرع خيرا في أرضه يحصد خيرا", "ومن يزرع")


def test_a_report_with_a_vocalised_name_is_no_scripture() -> None:
    assert not of_itself("افتتح عمدة بلدة زُهَيْر سوق الزيتون القديم بعد ترميم استمر تسعة أشهر")
    assert not of_itself(FERRY)
