"""Reads the package's own word lists (`.tsv`, edited by a linguist), once. The only place of the pure layers that reads files."""

from __future__ import annotations

from functools import cache
from importlib import resources

from takhrij.text.folding import folded

Row = dict[str, str]


@cache
def lexicon(package: str, name: str) -> tuple[Row, ...]:
    """The rows of `name`.tsv in `takhrij.<package>`, as columns by the header's names.

    Lines that begin with # are remarks. Raises ValueError that names file and line where a row has too few columns.
    """
    lines = resources.files(f"takhrij.{package}").joinpath(f"{name}.tsv").read_text("utf-8").splitlines()
    kept = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    header, *rows = [(number, line.split("\t")) for number, line in kept]
    for number, row in rows:
        if len(row) != len(header[1]):
            raise ValueError(f"{name}.tsv, line {number}: {len(row)} columns instead of {len(header[1])}")
    return tuple(dict(zip(header[1], row, strict=True)) for _, row in rows)


@cache
def folded_words(package: str, name: str, column: str = "form") -> frozenset[str]:
    """One column of a lexicon, folded."""
    return frozenset(folded(row[column]) for row in lexicon(package, name))
