"""How much of one document's words another one explains: what copies share, in three-word runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from takhrij.model.document import Document
from takhrij.text.tokens import tokens_of

RUN = 3  # words; two are too common, five miss a passage in which every fourth word was exchanged
LONGEST = 60_000  # characters of a document that are looked at: the longest honest article of 62,000 has 40,000
SAME_TEXT = 0.2  # share of the shorter text's runs; two reports of one event seldom share a twentieth
REPRESENTATIVES, MOST_TEXTS = 3, 40
CHANGE = 6  # runs on end that one or two exchanged words can spoil
Mark = str  # the words of a run with blanks between: a string keeps its hash, a tuple counts it anew each time


class Marks(NamedTuple):
    """The runs of a text, folded and as spelt, and where each begins and ends (folded ones only)."""

    runs: frozenset[Mark]
    spelt: frozenset[Mark]
    places: tuple[tuple[Mark, int, int], ...]


@lru_cache(maxsize=1024)
def marks_of(text: str) -> Marks:
    """Every run of three words of a text.

    >>> sorted(marks_of("سقطت قذيفة على السوق").runs)
    ['سقطت قذيفه علي', 'قذيفه علي السوق']
    """
    words = [token for token in tokens_of(text[:LONGEST]) if token.is_word]
    forms = [word.form for word in words]
    spelt = [text[word.start : word.end] for word in words]
    places = tuple((" ".join(forms[at : at + RUN]), words[at].start, words[at + RUN - 1].end) for at in range(len(words) - RUN + 1))
    runs = frozenset(mark for mark, _, _ in places)
    return Marks(runs, frozenset(" ".join(spelt[at : at + RUN]) for at in range(len(words) - RUN + 1)), places)


class Shared(NamedTuple):
    """The runs that stand in two documents of a claim or more: only they can tell who took from whom."""

    runs: frozenset[Mark]
    spelt: frozenset[Mark]


def shared_runs(documents: Iterable[Document]) -> Shared:
    """What at least two of the documents have."""
    documents = list(documents)
    if len(documents) < 2:
        return Shared(frozenset(), frozenset())
    runs: Counter[Mark] = Counter()
    spelt: Counter[Mark] = Counter()
    for document in documents:
        runs.update(marks_of(document.text).runs)
        spelt.update(marks_of(document.text).spelt)
    twice = frozenset(mark for mark, count in runs.items() if count > 1)
    return Shared(twice, frozenset(mark for mark, count in spelt.items() if count > 1))


class Likeness(NamedTuple):
    """Shares from 0 to 1: of what the later has in common with anybody, how much the earlier has, and the same the other way.

    `here` is that of the words of the tellings alone; `both` the number of runs that
    the two share, `overlap` their part of the shorter. What `earlier` lacks in few
    words on end counts as a change of words (`changed`, `numbers` where a figure is among them), not as missing.
    """

    later: float
    changed: int
    numbers: int
    earlier: float
    here: float
    both: int
    spelling: float
    overlap: float


class Later(NamedTuple):
    """What a document has in common with anybody, made ready to be compared with many: its runs in order, and those of its tellings."""

    marks: Marks
    common: tuple[Mark, ...]
    here: tuple[Mark, ...]
    spelt: frozenset[Mark]


def later_of(document: Document, shared: Shared, spans: Sequence[tuple[int, int]]) -> Later:
    """`spans` are the tellings in the text of the document; most claims are told once and have nothing in common with anybody."""
    if not shared.runs:
        return Later(Marks(frozenset(), frozenset(), ()), (), (), frozenset())
    marks = marks_of(document.text)
    here = tuple(mark for mark, start, end in marks.places if any(first <= start and end <= last for first, last in spans))
    common = tuple(mark for mark, _, _ in marks.places if mark in shared.runs)
    return Later(marks, common, here, marks.spelt & shared.spelt)


def likeness(later: Later, earlier: Document, shared: Shared) -> Likeness:
    """How far `earlier` explains the later document."""
    theirs = marks_of(earlier.text)
    gaps = list(_gaps(later.common, theirs.runs))
    changes = [gap for gap in gaps if len(gap) <= CHANGE]
    missing = sum(len(gap) for gap in gaps if len(gap) > CHANGE)
    both = len(later.marks.runs & theirs.runs)
    return Likeness(
        later=1.0 - missing / len(later.common) if later.common else 0.0,
        changed=len(changes),
        numbers=sum(any(form.isdigit() for mark in gap for form in mark.split()) for gap in changes),
        earlier=_share(theirs.runs & shared.runs, later.marks.runs),
        here=sum(mark in theirs.runs for mark in later.here) / len(later.here) if later.here else 0.0,
        both=both,
        spelling=_share(later.spelt, theirs.spelt),
        overlap=both / max(1, min(len(later.marks.runs), len(theirs.runs))),
    )


def _gaps(marks: Sequence[Mark], had: frozenset[Mark]) -> Iterator[list[Mark]]:
    """The stretches of runs on end that the other lacks."""
    gap: list[Mark] = []
    for mark in marks:
        if mark not in had:
            gap.append(mark)
        elif gap:
            yield gap
            gap = []
    if gap:
        yield gap


def _share(asked: frozenset[Mark], had: frozenset[Mark]) -> float:
    return len(asked & had) / len(asked) if asked else 0.0


def groups_of_texts(texts: Sequence[Sequence[Document]]) -> list[list[int]]:
    """Numbers of texts that may be one: a text is given by documents taken from it, and is like another where any two are.

    Only the first few documents of each are compared, so that the work stays small.
    """
    if len(texts) < 2:
        return [[number] for number in range(len(texts))]
    marks = [frozenset().union(*(marks_of(document.text).runs for document in of[:REPRESENTATIVES])) for of in texts[:MOST_TEXTS]]
    groups: list[list[int]] = []
    for number, mine in enumerate(marks):
        like = [group for group in groups if any(_alike(mine, marks[other]) for other in group)]
        groups = [group for group in groups if group not in like] + [[number, *(other for group in like for other in group)]]
    return groups


def _alike(one: frozenset[Mark], other: frozenset[Mark]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= SAME_TEXT * shorter


def spans_by_document(tellings: Iterable[tuple[str, int, int]]) -> Mapping[str, list[tuple[int, int]]]:
    """(document, start, end) -> the spans of each document."""
    out: dict[str, list[tuple[int, int]]] = {}
    for document, start, end in sorted(tellings):
        out.setdefault(document, []).append((start, end))
    return out
