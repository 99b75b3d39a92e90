"""Tokens: words, numbers and marks with spans in the text as it was given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takhrij.text.folding import folded
from takhrij.text.tokens import tokens_of

ARABIC = 'ابةىيكأإَُِّـ\u200f\u202bﻻ٠٥5 .،٬,«»"\n_'


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("قالت «الوكالة» إنّ ١٢,٥ طنًّا", ["قالت", '"', "الوكاله", '"', "ان", "12,5", "طنا"]),
        ("#رافد_اليوم", ["#", "رافد", "_", "اليوم"]),
        ("في 2015.وقال", ["في", "2015", ".", "وقال"]),
        ("١٬٢٠٠ و1.500", ["1٬200", "و1", ".", "500"]),
        ("الـ«جسر»", ["ال", '"', "جسر", '"']),
        (" \n\t", []),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words_numbers_and_marks(text: str, forms: list[str]) -> None:
    assert [token.form for token in tokens_of(text)] == forms


def test_a_span_holds_the_marks_of_its_word_but_no_invisible_ones_behind_it() -> None:
    text = "قال\u200f المُتَحَدِّثُ\u202c."
    assert [token.span.of(text) for token in tokens_of(text)] == ["قال", "المُتَحَدِّثُ", "."]


def test_offsets_of_a_part_count_from_the_start_of_the_text() -> None:
    text = "وصل الوفد. قال رئيسه"
    assert [token.span.of(text) for token in tokens_of(text, 11)] == ["قال", "رئيسه"]
    assert tokens_of(text, 11, 14) == tokens_of(text)[3:4]


def test_marks_are_no_words() -> None:
    assert [token.is_word for token in tokens_of("«قال» 12")] == [False, True, False, True]


@given(st.text(alphabet=ARABIC, max_size=80) | st.text(max_size=60))
def test_tokens_stand_in_order_and_miss_no_letter(text: str) -> None:
    tokens = tokens_of(text)
    position = 0
    for token in tokens:
        assert position <= token.start < token.end <= len(text)
        position = token.end
    assert "".join(token.form for token in tokens) == "".join(folded(text).split())


@given(st.text(alphabet=ARABIC.replace("ﻻ", ""), max_size=80))
def test_the_words_of_a_span_fold_to_the_form(text: str) -> None:
    for token in tokens_of(text):
        assert folded(token.span.of(text)) == token.form


def test_what_is_written_on_behind_digits_is_none_of_them() -> None:
    text = "وصل 12ـ صيادا و٥ـ بحارة وعددهم 7\u064b"  # strokes and a vowel sign behind "12", "and 5", "7"
    assert [text[token.start : token.end] for token in tokens_of(text) if token.form[-1].isdigit()] == ["12", "و٥", "7"]
