"""The table of word meanings that comes with the program."""

import numpy as np

from takhrij.backends.meanings import WordMeanings, meanings
from takhrij.match.numbers import numbers_of
from takhrij.text.folding import folded
from takhrij.text.stems import stem


def nearness(one: str, other: str) -> float:
    rows = meanings().rows_of(np.array(numbers_of([stem(folded(one)), stem(folded(other))]), np.int64))
    left, right = meanings().vectors_of(rows)
    return float(left @ right)


def test_words_of_one_meaning_are_near_in_one_language_and_across_two() -> None:
    assert nearness("منزل", "بيت") > 0.5
    assert nearness("مستشفى", "hospital") > 0.5


def test_words_of_two_meanings_are_far() -> None:
    assert nearness("مستشفى", "شعير") < 0.45
    assert nearness("harvest", "سجن") < 0.45


def test_a_word_that_is_not_known_is_near_to_nothing() -> None:
    table = WordMeanings(np.array([3, 7]), np.array([[3, 4], [0, 5]], np.int8), np.array([0.25, 0.5], np.float32))
    rows = table.rows_of(np.array([7, 4, 3, 9]))
    assert rows.tolist() == [1, -1, 0, -1]
    assert np.allclose(table.vectors_of(rows), [[0, 1], [0, 0], [0.6, 0.8], [0, 0]])
    assert table.shares_of(rows).tolist() == [0.5, 0.0, 0.25, 0.0]
