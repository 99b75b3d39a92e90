"""How much of one document's words another one explains: what copies share, in three-word runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from takhrij.model.document import Document
from takhrij.text.tokens import tokens_of

RUN = 3  # words; two are too common, five miss a passage in which every fourth word was exchanged
LONGEST = 60_000  # characters of a document that are looked at: the longest honest article of 62,000 has 40,000
Mark = tuple[str, ...]


class Marks(NamedTuple):
    """The runs of a text, folded and as spelt, and where each begins and ends (folded ones only)."""

    runs: frozenset[Mark]
    spelt: frozenset[Mark]
    places: tuple[tuple[Mark, int, int], ...]


@lru_cache(maxsize=1024)
def marks_of(text: str) -> Marks:
    """Every run of three words of a text.

    >>> sorted(marks_of("سقطت قذيفة على السوق").runs)
    [('سقطت', 'قذيفه', 'علي'), ('قذيفه', 'علي', 'السوق')]
    """
    words = [token for token in tokens_of(text[:LONGEST]) if token.is_word]
    forms = [word.form for word in words]
    spelt = [text[word.start : word.end] for word in words]
    places = tuple(
        (tuple(forms[at : at + RUN]), words[at].start, words[at + RUN - 1].end) for at in range(len(words) - RUN + 1)
    )
    runs = frozenset(mark for mark, _, _ in places)
    return Marks(runs, frozenset(tuple(spelt[at : at + RUN]) for at in range(len(words) - RUN + 1)), places)


class Shared(NamedTuple):
    """The runs that stand in two documents of a claim or more: only they can tell who took from whom."""

    runs: frozenset[Mark]
    spelt: frozenset[Mark]


def shared_runs(documents: Iterable[Document]) -> Shared:
    """What at least two of the documents have."""
    runs: Counter[Mark] = Counter()
    spelt: Counter[Mark] = Counter()
    for document in documents:
        runs.update(marks_of(document.text).runs)
        spelt.update(marks_of(document.text).spelt)
    twice = frozenset(mark for mark, count in runs.items() if count > 1)
    return Shared(twice, frozenset(mark for mark, count in spelt.items() if count > 1))


class Likeness(NamedTuple):
    """Shares from 0 to 1: of what the later has in common with anybody, how much the earlier has, and the same the other way.

    `here` is that of the words of the tellings alone; `both` the number of runs that the two share.
    """

    later: float
    earlier: float
    here: float
    both: int
    spelling: float


def likeness(later: Document, earlier: Document, shared: Shared, spans: Sequence[tuple[int, int]]) -> Likeness:
    """How far `earlier` explains `later`; `spans` are the tellings in the text of `later`."""
    mine, theirs = marks_of(later.text), marks_of(earlier.text)
    here = [mark for mark, start, end in mine.places if any(first <= start and end <= last for first, last in spans)]
    return Likeness(
        later=_share(mine.runs & shared.runs, theirs.runs),
        earlier=_share(theirs.runs & shared.runs, mine.runs),
        here=sum(mark in theirs.runs for mark in here) / len(here) if here else 0.0,
        both=len(mine.runs & theirs.runs),
        spelling=_share(mine.spelt & shared.spelt, theirs.spelt),
    )


def _share(asked: frozenset[Mark], had: frozenset[Mark]) -> float:
    return len(asked & had) / len(asked) if asked else 0.0


def spans_by_document(tellings: Iterable[tuple[str, int, int]]) -> Mapping[str, list[tuple[int, int]]]:
    """(document, start, end) -> the spans of each document."""
    out: dict[str, list[tuple[int, int]]] = {}
    for document, start, end in sorted(tellings):
        out.setdefault(document, []).append((start, end))
    return out
