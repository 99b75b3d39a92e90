"""The files that a path stands for: itself, or all articles in a folder."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from takhrij.errors import UsageError

STANDARD_INPUT = Path("-")
SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl", ".jsonl.gz", ".csv")


def suffix_of(path: Path) -> str | None:
    """The ending that tells how to read a file; None for a kind that is not read."""
    name = path.name.lower()
    return next((suffix for suffix in SUFFIXES if name.endswith(suffix)), None)


def checked(paths: Sequence[Path]) -> None:
    """UsageError where a path is not there or is of a kind that is not read."""
    for path in paths:
        if path == STANDARD_INPUT or path.is_dir():
            continue
        if not path.exists():
            raise UsageError(f"{shown(path)}: there is no such file or folder")
        if suffix_of(path) is None:
            raise UsageError(f"{shown(path)}: files of this kind are not read; these are: {' '.join(SUFFIXES)}")


def files_in(folder: Path) -> Iterator[Path]:
    """All files of a folder and the folders in it, by name; hidden ones are passed over, links to folders not followed."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(files) if not name.startswith("."))


def leaves(path: Path, folder: Path) -> bool:
    """Whether a file of a folder is a link to something outside of it."""
    return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())


def shown(path: Path) -> str:
    """A path as it may be printed: marks that turn the writing direction and control characters are spelt out."""
    name = os.fsencode(path).decode("utf-8", "replace")
    return "".join(letter if unicodedata.category(letter) not in ("Cc", "Cf") else f"\\u{ord(letter):04x}" for letter in name)
