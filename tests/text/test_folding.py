"""Folding: what newsrooms write in several ways becomes one, and every span finds its way back to the text as it was given."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takhrij.text.folding import fold, folded

# Letters, tashkīl, tatwīl, bidi marks, presentation forms, a ligature that unfolds to four words, digits of three scripts.
ARABIC = 'ابةىيكأإآؤئءَُِّْٰـ\u200f\u200e\u202b\u2067\ufeffﻻﷲﷺﺎﻪ٠٥۵5 .،«»"\n'
arabic_texts = st.text(alphabet=ARABIC, max_size=80)


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("أكّدَ المســؤولون ١٢", "اكد المسوولون 12"),  # tashkīl, tatwīl, hamza seats, digits
        ("مدرسةٌ كبرى", "مدرسه كبري"),  # tā marbūta, alif maqsūra
        ("ﻻ ﺳﻼم", "لا سلام"),  # presentation forms
        ("\u202bخبر\u202c\u200f", "خبر"),  # bidi marks
        ("«قال» “نعم” „لا“", '"قال" "نعم" "لا"'),  # styles of quotation marks
        ("٪٣٫٥ — ۵", "%3.5 - 5"),
        ("کتاب گل پدر", "كتاب كل بدر"),  # Persian letters
        ("CNN Ünlü", "cnn ünlü"),
        ("… ¼ ﷺ ﷲ", "… ¼ ﷺ الله"),  # what would unfold to several words stays one mark
        ("", ""),
        ("\u064e\u0640\u200f", ""),
    ],
)
def test_what_is_written_in_several_ways_folds_to_one(given_text: str, expected: str) -> None:
    assert folded(given_text) == expected


def test_words_that_differ_in_a_letter_stay_apart() -> None:
    assert folded("حرب") != folded("حزب")
    assert folded("كتب") != folded("كتاب")


def test_a_span_of_the_folded_form_takes_its_marks_along() -> None:
    text = "قد كَتَبَ الخبر"
    piece = fold(text)
    start = piece.text.index("كتب")
    assert piece.original(start, start + 3).of(text) == "كَتَبَ"


@given(arabic_texts)
def test_folding_with_and_without_the_way_back_is_the_same(text: str) -> None:
    assert fold(text).text == folded(text)


@given(arabic_texts | st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(arabic_texts | st.text(max_size=60))
def test_offsets_never_run_backwards_and_end_at_the_end(text: str) -> None:
    piece = fold(text)
    assert len(piece.offsets) == len(piece.text) + 1
    assert list(piece.offsets) == sorted(piece.offsets)
    assert piece.offsets[-1] == len(text)


@given(arabic_texts, st.data())
def test_a_span_mapped_back_folds_to_the_same_letters(text: str, data: st.DataObject) -> None:
    piece = fold(text)
    start = data.draw(st.integers(0, len(piece.text)))
    end = data.draw(st.integers(start, len(piece.text)))
    span = piece.original(start, end)
    assert piece.text[start:end] in folded(span.of(text))  # a ligature is one letter of the text and is taken whole
    assert (span.start < span.end) == (start < end)


@given(arabic_texts, st.data())
def test_positions_are_the_way_there(text: str, data: st.DataObject) -> None:
    piece = fold(text)
    offset = data.draw(st.integers(0, len(text)))
    position = piece.position(offset)
    assert piece.offsets[position] >= offset
    assert position == 0 or piece.offsets[position - 1] < offset


@given(st.text(alphabet=ARABIC.replace("ﷲ", "").replace("ﷺ", "").replace("ﻻ", ""), max_size=80))
def test_texts_without_ligatures_map_back_letter_by_letter(text: str) -> None:
    piece = fold(text)
    for number, letter in enumerate(piece.text):
        span = piece.original(number, number + 1)
        assert folded(span.of(text)) == letter
        assert unicodedata.category(text[span.start]) not in ("Mn", "Cf")
