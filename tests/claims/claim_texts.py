"""Short texts read as the tellings of one claim, for the tests of this folder."""

from __future__ import annotations

from collections import defaultdict

from takhrij.annotate.attributions import attributions_of
from takhrij.annotate.credits import credits_of
from takhrij.annotate.entities import mentions_of
from takhrij.annotate.expressions import expressions_of
from takhrij.claims.changes import HeldClaim
from takhrij.claims.tellings import tellings_of
from takhrij.model.annotation import Attribution, AttributionSpan
from takhrij.model.claim import ChainStep, Fact, Telling
from takhrij.model.document import Document
from takhrij.text.sentences import sentences_of


def held(*texts: str, author: dict[int, str] | None = None, title: dict[int, str] | None = None) -> HeldClaim:
    """What is held of a claim that each text tells in another paper; of some the author's line or the title is given by their place."""
    documents: dict[str, Document] = {}
    tellings: dict[str, Telling] = {}
    facts: defaultdict[str, list[Fact]] = defaultdict(list)
    chains: defaultdict[str, list[ChainStep]] = defaultdict(list)
    for place, text in enumerate(texts):
        name = f"d{place}"
        given = (author or {}).get(place), (title or {}).get(place)
        document = Document(name, name, place, f"صحيفة {place}", "2021-03-02", "published", given[1], text, None, given[0], None)
        documents[name] = document
        for row in _read(document):
            if isinstance(row, Telling):
                tellings[row.telling] = row
            elif isinstance(row, Fact):
                facts[row.telling].append(row)
            elif isinstance(row, ChainStep):
                chains[row.telling].append(row)
    return HeldClaim(tellings, documents, facts, chains)


def _read(document: Document) -> list[Telling | ChainStep | Fact]:
    """The tellings of a document, with their facts and chains."""
    sentences, mentions = list(sentences_of(document)), mentions_of(document)
    times, quantities = expressions_of(document)
    rows = attributions_of(document, sentences, mentions)
    said, spans = [row for row in rows if isinstance(row, Attribution)], [row for row in rows if isinstance(row, AttributionSpan)]
    return tellings_of(document, sentences, said, spans, mentions, quantities, times, credits_of(document, said, spans))
