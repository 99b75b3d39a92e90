"""Which texts may be one text: those that share enough of their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from takhrij.chains.readings import Run, witness_of
from takhrij.model.document import Document
from takhrij.text.tokens import tokens_of

SAME_TEXT = 0.2  # share of the shorter text's runs; two reports of one event seldom share a twentieth
ON_END = 6  # words; a title and a name («رئيس مجلس الوزراء وزير الدفاع …») may have as many
REPRESENTATIVES, MOST_TEXTS = 3, 40
Runs = frozenset[Run]


def groups_of_texts(texts: Sequence[Sequence[Document]]) -> list[list[int]]:
    """Numbers of texts that may be one: a text is given by documents taken from it, and is like another where any two are.

    Only the first few documents of each are compared, so that the work stays small.
    """
    if len(texts) < 2:
        return [[number] for number in range(len(texts))]
    marks = [frozenset().union(*(witness_of(document.text).runs for document in of[:REPRESENTATIVES])) for of in texts[:MOST_TEXTS]]
    groups: list[list[int]] = []
    for number, mine in enumerate(marks):
        like = [group for group in groups if any(_alike(mine, marks[other]) for other in group)]
        groups = [group for group in groups if group not in like] + [[number, *(other for group in like for other in group)]]
    return groups


def _alike(one: Runs, other: Runs) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= SAME_TEXT * shorter


def wordings_of(tellings: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Every few words that stand on end in a telling; two people who each speak for themselves have none in common."""
    forms = ([token.form for token in tokens_of(words) if token.is_word] for words in tellings)
    return frozenset(tuple(row[at : at + ON_END]) for row in forms for at in range(len(row) - ON_END + 1))


def spans_by_document(tellings: Iterable[tuple[str, int, int]]) -> Mapping[str, list[tuple[int, int]]]:
    """(document, start, end) -> the spans of each document."""
    out: dict[str, list[tuple[int, int]]] = {}
    for document, start, end in sorted(tellings):
        out.setdefault(document, []).append((start, end))
    return out
