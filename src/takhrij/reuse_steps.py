"""The steps that find which passages of two documents are the same words: a part of `pipeline`, and all that `takhrij reuse` loads."""

from __future__ import annotations

from collections.abc import Iterator

from takhrij.backends.meanings import meanings
from takhrij.engines.base import DOCUMENT, Added, Group, Map, Options, Query, Read, Row, Step
from takhrij.match.alignments import passages_between
from takhrij.match.anchors import anchor_keys, is_latin
from takhrij.match.retellings import retellings_between
from takhrij.match.shingles import shingles_of
from takhrij.match.warming import warm
from takhrij.model.reuse import AnchorKey, Compared, LaidBeside, Shingle
from takhrij.model.tables import Columns
from takhrij.text.days import day_of

Rows = Iterator[Row]
MANY = 50_000  # groups of a kernel that takes a tenth of a millisecond; another process takes a second to start
DOCUMENTS = Added("documents", writes=("documents",))


def _shingles(group: Group, _: Options) -> Rows:
    document = group["documents"][0]
    keys, positions, again = shingles_of(document.text)
    yield Columns(Shingle, len(keys), (document.added, keys, positions, again))
    names, day = anchor_keys(document.text, meanings()), day_of(document.date)
    yield Columns(AnchorKey, len(names), (document.added, names, is_latin(document.text), day.toordinal() if day else None))


def _passages(group: Group, _: Options) -> Rows:
    documents = {document.document: document for document in group["documents"]}
    for candidate in group["candidates"]:
        yield from passages_between(candidate.pair, documents[candidate.left], documents[candidate.right])
    pairs = [candidate.pair for candidate in group["candidates"]]
    yield Columns(Compared, len(pairs), (pairs,))


def _retellings(group: Group, _: Options) -> Rows:
    (encounter,) = group["encounters"]
    documents = {document.document: document for document in group["documents"]}
    yield from retellings_between(encounter.pair, documents[encounter.left], documents[encounter.right], meanings())
    yield LaidBeside(encounter.pair)


SAME_WORDS: tuple[Step, ...] = (
    # which passages of two documents are the same words
    Map("shingles", ("documents",), ("shingles", "anchor_keys"), DOCUMENT, _shingles, version=5, few=MANY, prepare=warm),
    Query("candidates", ("shingles", "documents"), ("candidates",), "match/candidates", version=5, grows="shingles"),
    Query("pair_documents", ("candidates",), ("pair_documents",), "match/pair_documents", version=2),
    Map(
        "passages",
        ("candidates", Read("documents", "pair_documents", "document")),
        ("passages", "compared"),
        "left",
        _passages,
        version=10,
        lasting="compared",
        few=MANY,
        prepare=warm,
    ),
    # which tell after another what no shared words show
    Query("encounters", ("anchor_keys", "documents", "passages"), ("encounters",), "match/encounters", version=4, grows="anchor_keys"),
    Query("encounter_documents", ("encounters",), ("encounter_documents",), "match/encounter_documents"),
    Map(
        "retellings",
        ("encounters", Read("documents", "encounter_documents", "document")),
        ("retellings", "laid_beside"),
        "pair",
        _retellings,
        version=2,
        lasting="laid_beside",
        few=MANY,
        prepare=warm,
    ),
    Query("alignments", ("passages", "documents", "retellings"), ("alignments",), "match/alignments", version=4),
)
