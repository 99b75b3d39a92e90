"""Writes trained weights as the program reads them: `python tools/train/export.py FOLDER/best.pt backends/weights/names.npz`."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from names import LABELS
from network import FROZEN
from numpy.typing import NDArray
from pairs import VERDICTS

Stored = dict[str, NDArray[np.generic]]


def stored_of(trained: dict[str, torch.Tensor]) -> Stored:
    """Low-rank matrices in 8 bits with a scale for each row, the rest in half precision."""
    out: Stored = {}
    for name, tensor in trained.items():
        value = tensor.numpy()
        if name.startswith("head"):
            out[name] = value.astype(np.float16)
            continue
        _, layer, *rest = name.split(".")
        key = f"{int(layer) + FROZEN}.{_part(rest)}"
        if rest[-1] in ("up", "down"):
            scale = np.abs(value).max(1) / 127
            out[key] = np.round(value / np.maximum(scale, 1e-12)[:, None]).astype(np.int8)
            out[f"{key}.scale"] = scale.astype(np.float32)
        else:
            out[key] = value.astype(np.float16)
    return out


def _part(rest: list[str]) -> str:
    """`q.down` is the lower part of `q.w`; a bias is `q.b`."""
    part = rest[-1]
    return f"{rest[0]}.w.{part}" if part in ("up", "down") else f"{rest[0]}.{'w' if part == 'weight' else 'b'}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    trained = torch.load(arguments.trained, weights_only=True)
    if "marks" in trained:
        parser.error("a judge of sentences reads marks, which the program does not give it: docs/backends.md")
    stored = stored_of(trained)
    labels: tuple[str, ...] = LABELS if len(stored["head.bias"]) == len(LABELS) else VERDICTS
    arguments.target.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(arguments.target, labels=np.array(labels), **stored)


if __name__ == "__main__":
    main()
