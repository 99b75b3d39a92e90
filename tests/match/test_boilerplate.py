"""Formulas that are no reuse."""

import pytest

from takhrij.match.boilerplate import is_formula
from takhrij.match.numbers import word_numbers

from .articles import FERRY


@pytest.mark.parametrize(
    "phrase",
    ["خادم الحرمين الشريفين الملك", "رحمه الله وأسكنه فسيح جناته", "اقرأ أيضا", "صلى الله عليه وسلم"],
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
