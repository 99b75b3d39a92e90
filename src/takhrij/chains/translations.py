"""Which documents tell after another in other words or in another language, as the second channel of text reuse found it."""

from __future__ import annotations

from collections.abc import Iterable

from takhrij.match.retellings import MADE_BY
from takhrij.model.document import Document
from takhrij.model.reuse import Alignment
from takhrij.text.languages import language_of


def are_of_two_languages(one: Document, other: Document) -> bool:
    """Whether both languages are known and differ."""
    left, right = language_of(one), language_of(other)
    return left is not None and right is not None and left != right


def retold_in(alignments: Iterable[Alignment]) -> dict[tuple[str, str], float]:
    """(document, other) -> the score of the passage that the one tells after the other, told from either side.

    «لقي 14 شخصا مصرعهم في سيول دلهان» … and "Fourteen people were killed in floods in Delhan" …
    """
    found: dict[tuple[str, str], float] = {}
    for row in alignments:
        if row.made_by == MADE_BY:
            for sides in ((row.left, row.right), (row.right, row.left)):
                found[sides] = max(row.score, found.get(sides, 0.0))
    return found
