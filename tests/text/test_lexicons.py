"""Lexicons: rows by column name, and a clear word where a row is short."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from takhrij.text import lexicons
from takhrij.text.folding import folded
from takhrij.text.lexicons import folded_words, lexicon


def test_rows_come_by_the_names_of_their_columns_without_remarks() -> None:
    rows = lexicon("text", "variants")
    assert {"form": "أميركا", "lemma": "أمريكا"} in rows
    assert not any(row["form"].startswith("#") for row in rows)


def test_folded_words_are_one_column_folded() -> None:
    words = folded_words("text", "variants")
    assert folded("أميركا") in words
    assert "أميركا" not in words


def test_a_row_with_too_few_columns_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    class Folder:
        def joinpath(self, name: str) -> Folder:
            return self

        def read_text(self, encoding: str) -> str:
            return "form\tlemma\n# remark\nكلمة\n"

    monkeypatch.setattr(lexicons.resources, "files", lambda package: Folder())
    with pytest.raises(ValueError, match=r"invented\.tsv, line 3: 1 columns instead of 2"):
        lexicon.__wrapped__("text", "invented")


@pytest.mark.parametrize("file", sorted(Path(lexicons.__file__).parents[1].rglob("*.tsv")), ids=lambda file: file.name)
def test_no_row_stands_twice(file: Path) -> None:
    rows = Counter(folded(line) for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    assert not [row for row, times in rows.items() if times > 1], "as it is read, folded, a row is there already"
