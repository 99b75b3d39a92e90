"""English words of the lexicon of meanings, by which an English telling meets an Arabic one."""

from __future__ import annotations

import pytest

from takhrij.claims.inflections import bases_of
from takhrij.claims.units import meanings_of
from takhrij.text.folding import folded


@pytest.mark.parametrize(
    ("english", "arabic"),
    [("injuries", "جرحى"), ("collapsed", "انهار"), ("tombs", "قبور"), ("port", "مرفأ"), ("closing", "إغلاق"), ("warehouse", "عنبر")],
)
def test_an_english_word_and_an_arabic_one_have_a_meaning_in_common(english: str, arabic: str) -> None:
    assert set(meanings_of(english)) & set(meanings_of(folded(arabic)))


def test_english_endings_are_taken_off() -> None:
    assert ("injury" in bases_of("injuries"), "plan" in bases_of("planned"), "close" in bases_of("closing")) == (True, True, True)


def test_a_name_has_no_meaning() -> None:
    assert meanings_of("zamran") == ()


def test_no_preposition_stands_before_a_verb() -> None:
    assert meanings_of(folded("باسم")) == ()  # in the name of; not ب and يسمي, to appoint
    assert meanings_of(folded("باليوم")) == ("day",)
    assert "appoint" in meanings_of(folded("وتسمي"))
