"""Light stems: clitics and common endings go, numbers and foreign words stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takhrij.text.stems import stem


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("وبالمسوولين", "مسوول"),  # and by the officials
        ("والمدرسه", "مدرس"),
        ("للقوات", "قوا"),
        ("ماء", "ما"),
        ("12", "12"),
        ("12.5", "12.5"),
        ("cnn", "cnn"),
        ("في", "في"),
        ("و", "و"),
        ("ء", "ء"),
    ],
)
def test_a_word_loses_its_clitics_and_common_endings(form: str, expected: str) -> None:
    assert stem(form) == expected


def test_unlike_words_keep_unlike_stems() -> None:
    assert stem("حرب") != stem("حزب")


@given(st.text(alphabet="ابتثدرسعفقلمنهوي", min_size=1, max_size=12))
def test_something_always_remains(form: str) -> None:
    found = stem(form)
    assert found
    assert found in form
    assert len(found) >= min(len(form), 3)
