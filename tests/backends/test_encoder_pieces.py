"""Words cut into pieces: the likeliest way, with the word's own beginning marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from backends.tiny_encoder import PIECES, write
from takhrij.backends.encoder_file import EncoderFile
from takhrij.backends.encoder_pieces import Cutter


@pytest.fixture
def cutter(tmp_path: Path) -> Cutter:
    return Cutter(EncoderFile(write(tmp_path / "tiny.bin")).pieces)


def _texts(numbers: list[int]) -> list[str]:
    return [PIECES[number][0] for number in numbers]


def test_the_likeliest_pieces_are_taken(cutter: Cutter) -> None:
    assert _texts(cutter.pieces_of_word("كتاب")) == ["▁كتاب"]  # a book: one piece, though two would do


def test_a_letter_that_is_told_another_way_is_replaced(cutter: Cutter) -> None:
    assert cutter.pieces_of_word("كتاﺏ") == cutter.pieces_of_word("كتاب")


def test_a_text_is_cut_at_its_spaces(cutter: Cutter) -> None:
    assert _texts(cutter.pieces_of_text("كتاب  بيت")) == ["▁كتاب", "▁بي", "ت"]  # two spaces are one


def test_a_letter_of_no_piece_is_unknown(cutter: Cutter) -> None:
    assert _texts(cutter.pieces_of_word("ص")) == ["▁", "<unk>"]
