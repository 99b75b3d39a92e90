"""Words that editors put for one another in a copy without telling anything else."""

from __future__ import annotations

import pytest

from takhrij.claims.rewordings import tell_the_same
from takhrij.claims.units import Unit, units_of
from takhrij.text.tokens import tokens_of


def unit(word: str) -> Unit:
    return next(iter(units_of(tokens_of(word))))


@pytest.mark.parametrize(("one", "other"), [("د", "الدكتور"), ("وقال", "وتابع"), ("وأوضح", "وأضاف"), ("الملموسة", "اللامسة")])
def test_titles_sayings_and_words_of_one_root_tell_the_same(one: str, other: str) -> None:
    assert tell_the_same(unit(one), unit(other))


@pytest.mark.parametrize(("one", "other"), [("قتل", "قاتل"), ("تقدم", "تقديم"), ("وقال", "ونفى"), ("تجارية", "حربية")])
def test_words_of_two_known_meanings_and_denials_do_not(one: str, other: str) -> None:
    assert not tell_the_same(unit(one), unit(other))
