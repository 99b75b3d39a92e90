"""What speaks for one document of a claim having been taken from another: words, credits and dates, weighed as one number."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from takhrij.annotate.outlets import AGENCY, GENERAL, OUTLET, family_of, outlet_key
from takhrij.chains.likeness import Likeness, Shared, later_of, likeness, shared_runs, spans_by_document
from takhrij.chains.translations import LEAST_TRANSLATED, are_of_two_languages, translated_share
from takhrij.claims.order import DATED, PROVEN_AFTER, STATED_AFTER, UNTOLD, order_of
from takhrij.model.chain import UNSEEN, Credit
from takhrij.model.claim import ChainStep, Resemblance, Telling
from takhrij.model.document import TEXT, Document
from takhrij.model.reuse import Alignment
from takhrij.text.folding import folded

# Weights are in natural logarithms, set by hand on artificial traditions (seeds 1 to 4) and looked at on others (5 and 6); all are rounded.
LATER_WEIGHT = 8.0  # a parent explains nearly all that its copy shares with anybody
CHANGED_WEIGHT = 0.7
NUMBER_WEIGHT = 0.8
HERE_WEIGHT = 2.0
EARLIER_WEIGHT = 1.0  # what the copy left out says little
SPELLING_WEIGHT = 2.0
CREDITED_WEIGHT = 3.0
ORDER_WEIGHT = {UNTOLD: -0.7, STATED_AFTER: -4.0} | dict.fromkeys(DATED, 0.0)
TRANSLATED_WEIGHT = -1.0  # that the words are others makes it a little less sure
UNSEEN_LATER = 0.85  # what an agency that nobody can look at is taken to explain
UNSEEN_WEIGHT = {AGENCY: 0.5, OUTLET: -3.0}  # papers name agencies rightly more often than one another
SILENT_WEIGHT = 0.0  # an agency that others credit, for one that credits nobody
EXPLAINED = 0.97  # share of what a text has in common with others that another must have to stand for it
SILENT_MORE = 1.0  # for each e-fold more who credit it
COPIED_WEIGHT = 0.5  # for each e-fold more documents whose likeliest parent it is
FLOOR = 0.02  # least share whose logarithm is taken
LEAST_SHARED = 4  # three-word runs two documents must share for one to be a copy of the other
LEAST_HERE = 0.15  # share of a telling's runs that must be in the other document
LEAST_HERE_ALONE = 0.35  # the same where the documents share little else: names and set phrases come together by chance
MUCH_SHARED = 0.25  # of the shorter document's runs
NEIGHBOURS = 24  # documents looked at for each; the nearest by aligned words
LONGEST_PASSING = 12  # characters of « نقلا عن »
LEAD_LENGTH = 700  # characters in which a first sentence ends


class Edge(NamedTuple):
    """`later` may have been taken from `earlier` (a document, or "unseen:NAME"); the higher the weight the likelier."""

    later: str
    earlier: str
    weight: float
    order: str
    alike: Likeness | None
    credit: Credit | None
    reused: bool = False  # whether the words alone show it
    translated: float = 0.0  # share of the foreign text's names, figures and meanings that stand in the Arabic one; 0 where none is enough


@dataclass(slots=True)
class Scene:
    """One claim as its links are sought: its documents, what each tells and whom each credits for it."""

    documents: dict[str, Document]
    tellings: dict[str, list[Telling]]
    spans: Mapping[str, list[tuple[int, int]]]
    credits: dict[str, list[Credit]]
    neighbours: dict[str, list[str]]
    aligned: set[tuple[str, str]]  # (document, other) where words of a telling of the first stand in the other
    shared: Shared
    outlets: dict[str, list[str]] = field(default_factory=dict)
    unseen: dict[str, str] = field(default_factory=dict)

    def outlet(self, document: str) -> str | None:
        """The outlet's key, the same for all spellings of its name."""
        name = self.documents[document].outlet
        return outlet_key(name) if name else None


def scene_of(
    tellings: Sequence[Telling],
    documents: Sequence[Document],
    chain_steps: Sequence[ChainStep],
    credits: Sequence[Credit],
    alignments: Sequence[Alignment],
    resemblances: Sequence[Resemblance],
) -> Scene:
    """Everything of one claim, by document."""
    by_id = {row.document: row for row in documents}
    told: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda row: (row.document, row.field, row.start, row.telling)):
        if telling.document in by_id:
            told[telling.document].append(telling)
    held = {name: by_id[name] for name in sorted(told)}
    spans = spans_by_document((row.document, row.start, row.end) for row in tellings if row.field == TEXT)
    near = _neighbours(held, tellings, alignments, resemblances)
    mine = credits_for(held, told, chain_steps, credits)
    scene = Scene(held, dict(told), spans, mine, near, _aligned(spans, alignments), shared_runs(held.values()))
    for name in held:
        key = scene.outlet(name)
        if key:
            scene.outlets.setdefault(key, []).append(name)
    for credit in sorted((row for rows in scene.credits.values() for row in rows), key=lambda row: (row.name, row.kind)):
        if outlet_key(credit.name) not in scene.outlets:
            scene.unseen.setdefault(outlet_key(credit.name), credit.kind)
    return scene


def _neighbours(
    documents: Mapping[str, Document], tellings: Sequence[Telling], alignments: Sequence[Alignment], resemblances: Sequence[Resemblance]
) -> dict[str, list[str]]:
    """For each document those that share passages with it (most words first), or whose tellings were found to be alike."""
    matched: dict[str, dict[str, float]] = {name: {} for name in documents}
    home = {row.telling: row.document for row in tellings}
    spoken = {row.telling: row.language for row in tellings}

    def note(left: str, right: str, words: float) -> None:
        if left != right and left in matched and right in matched:
            matched[left][right] = matched[left].get(right, 0.0) + words
            matched[right][left] = matched[right].get(left, 0.0) + words

    for row in alignments:
        note(row.left, row.right, row.matched if row.kind != "formula" else 0.0)
    for pair in resemblances:
        if pair.left not in home or pair.right not in home:
            continue
        if pair.verdict == "same" or (pair.verdict == "contrary" and spoken[pair.left] != spoken[pair.right]):
            note(home[pair.left], home[pair.right], pair.score)
    return {name: sorted(near, key=lambda other: (-near[other], other))[:NEIGHBOURS] for name, near in matched.items()}


def _aligned(spans: Mapping[str, Sequence[tuple[int, int]]], alignments: Iterable[Alignment]) -> set[tuple[str, str]]:
    out = set()
    for row in alignments:
        sides = ((row.left, row.left_start, row.left_end, row.right), (row.right, row.right_start, row.right_end, row.left))
        for name, start, end, other in sides:
            told = spans.get(name, ())
            if row.kind != "formula" and (not told or any(min(end, last) > max(start, first) for first, last in told)):
                out.add((name, other))
    return out


def credits_for(
    documents: Mapping[str, Document], told: Mapping[str, list[Telling]], chain_steps: Sequence[ChainStep], credits: Sequence[Credit]
) -> dict[str, list[Credit]]:
    """The credits of each document that are about the claim: for all of it, in its lead, or beside the telling."""
    named: dict[str, set[str]] = defaultdict(set)
    for step in chain_steps:
        named[step.document].add(outlet_key(step.name.removeprefix("agency-credit:")))
    out: dict[str, list[Credit]] = {name: [] for name in documents}
    for credit in sorted(credits, key=lambda row: (row.document, row.field, row.start, row.end, row.credit)):
        document = documents.get(credit.document)
        if document is None or credit.name == GENERAL or _passed_on(credit, out[credit.document], document):
            continue
        if _is_about(credit, document, told[credit.document], named[credit.document]):
            out[credit.document].append(credit)
    return out


def _passed_on(credit: Credit, before: Sequence[Credit], document: Document) -> bool:
    """Whether it is the second of «المدار نقلا عن رويترز»: the source of the one that is credited, not of this document."""
    for other in before:
        if other.field == credit.field and 0 < credit.start - other.end <= LONGEST_PASSING:
            words = document.text if credit.field == TEXT else document.author or "" if credit.field == "author" else document.title or ""
            between = folded(words[other.end : credit.start]).split()
            return bool(between) and (between[-1] == "عن" or between == ["-"])
    return False


def _is_about(credit: Credit, document: Document, tellings: Sequence[Telling], named: set[str]) -> bool:
    if document.outlet and family_of(document.outlet) == family_of(credit.name):
        return False
    if credit.place != "text" or outlet_key(credit.name) in named:
        return True
    if credit.attribution is not None and any(telling.attribution == credit.attribution for telling in tellings):
        return True
    if credit.field == TEXT and credit.start <= lead_end(document.text):
        return True
    sentences = [_sentence(document.field(row.field), row.start, row.end) for row in tellings if row.field == credit.field]
    return any(start <= credit.start < end for start, end in sentences)


def lead_end(text: str) -> int:
    """Where the first sentence ends: what is credited there is credited for the whole article."""
    return _sentence(text, 40, min(60, len(text)))[1] if len(text) > 60 else len(text)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch around a span up to the next full stop or line break on both sides."""
    first = max(text.rfind(mark, max(0, start - LEAD_LENGTH), start) for mark in (". ", "\n", "؟ "))
    stops = [at for at in (text.find(mark, end, end + LEAD_LENGTH) for mark in (". ", "\n", "؟ ")) if at >= 0]
    return max(0, first), min(stops, default=min(len(text), end + LEAD_LENGTH))


def edges_of(scene: Scene) -> dict[str, list[Edge]]:
    """For each document what it may have been taken from, likeliest first."""
    out = {name: _sorted([*_edges_to_seen(scene, name), *_edges_to_credited(scene, name)]) for name in scene.documents}
    believed: dict[str, list[list[Edge]]] = {}
    for edges in out.values():
        if edges and edges[0].earlier.startswith(UNSEEN):
            believed.setdefault(edges[0].earlier, []).append(edges)
    whole = {name: _sorted([*edges, *_edges_to_silent(scene, name, believed)]) for name, edges in out.items()}
    copied = Counter(edges[0].earlier for edges in whole.values() if edges)
    return {name: _sorted(_favoured(edge, copied[edge.earlier] - (edge is edges[0])) for edge in edges) for name, edges in whole.items()}


def _favoured(edge: Edge, copies: int) -> Edge:
    """What others took their text from is taken from more often."""
    return edge._replace(weight=edge.weight + COPIED_WEIGHT * math.log1p(copies)) if edge.alike else edge


def _sorted(edges: Iterable[Edge]) -> list[Edge]:
    return sorted(edges, key=lambda edge: (-edge.weight, edge.earlier))


def _edges_to_seen(scene: Scene, name: str) -> Iterator[Edge]:
    later = scene.documents[name]
    ready = later_of(later, scene.shared, scene.spans.get(name, ()))
    credited = {outlet_key(credit.name): credit for credit in reversed(scene.credits[name])}
    asked = dict.fromkeys([*scene.neighbours[name], *(other for key in credited for other in scene.outlets.get(key, ()))])
    for other in asked:
        earlier = scene.documents[other]
        order = order_of(earlier, later)
        if other == name or order == PROVEN_AFTER:
            continue
        alike = likeness(ready, earlier, scene.shared)
        credit = credited.get(scene.outlet(other) or "")
        least = LEAST_HERE if alike.overlap >= MUCH_SHARED else LEAST_HERE_ALONE
        reused = (name, other) in scene.aligned and alike.both >= LEAST_SHARED and alike.here >= least
        share = _translated(scene, later, earlier)
        if share:
            weight = LATER_WEIGHT * _log(share) + TRANSLATED_WEIGHT + ORDER_WEIGHT[order] + (CREDITED_WEIGHT if credit else 0.0)
            yield Edge(name, other, weight, order, alike, credit, translated=share)
        elif credit or reused:
            yield Edge(name, other, _weight(alike, order, credit), order, alike, credit, reused)


def _translated(scene: Scene, later: Document, earlier: Document) -> float:
    """How much of a foreign text stands in the Arabic one, for two that tell the same; 0 where it is too little for a translation."""
    if earlier.document not in scene.neighbours[later.document] or not are_of_two_languages(later, earlier):
        return 0.0
    share = translated_share(later, earlier)
    return share if share >= LEAST_TRANSLATED else 0.0


def _weight(alike: Likeness, order: str, credit: Credit | None) -> float:
    words = LATER_WEIGHT * _log(alike.later) + EARLIER_WEIGHT * _log(alike.earlier) + HERE_WEIGHT * _log(alike.here)
    words -= CHANGED_WEIGHT * math.sqrt(alike.changed) + NUMBER_WEIGHT * min(3, alike.numbers)
    return words + SPELLING_WEIGHT * _log(alike.spelling) + ORDER_WEIGHT[order] + (CREDITED_WEIGHT if credit else 0.0)


def _log(share: float) -> float:
    return math.log(max(FLOOR, share))


def _edges_to_credited(scene: Scene, name: str) -> Iterator[Edge]:
    """Credited media that tell nothing in this claim."""
    mine = {outlet_key(credit.name): credit for credit in reversed(scene.credits[name])}
    for key, credit in mine.items():
        if key in scene.unseen:
            weight = _unseen_words() + CREDITED_WEIGHT + UNSEEN_WEIGHT[scene.unseen[key]]
            yield Edge(name, UNSEEN + _one_name(scene, key), weight, UNTOLD, None, credit)


def _edges_to_silent(scene: Scene, name: str, believed: Mapping[str, Sequence[Sequence[Edge]]]) -> Iterator[Edge]:
    """Agencies that others took their text from, for a document that has the same words and credits nobody."""
    if scene.credits[name] or not scene.neighbours[name]:
        return
    for key, kind in scene.unseen.items():
        earlier = UNSEEN + _one_name(scene, key)
        rest = [edges for edges in believed.get(earlier, ()) if not _explains(name, edges)]
        if kind == AGENCY and scene.outlet(name) != key and rest:
            weight = _unseen_words() + SILENT_WEIGHT + SILENT_MORE * math.log(len(believed[earlier]))
            yield Edge(name, earlier, weight, UNTOLD, None, None)


def _explains(name: str, edges: Sequence[Edge]) -> bool:
    """Whether a document that was there before has all that the credited text has: then it needs no agency above it."""
    return any(edge.earlier == name and edge.alike is not None and edge.alike.later >= EXPLAINED and edge.order in DATED for edge in edges)


def _unseen_words() -> float:
    return (LATER_WEIGHT + EARLIER_WEIGHT + HERE_WEIGHT + SPELLING_WEIGHT) * math.log(UNSEEN_LATER)


def _one_name(scene: Scene, key: str) -> str:
    """One spelling for an outlet that several documents credit."""
    names = {credit.name for credits in scene.credits.values() for credit in credits if outlet_key(credit.name) == key}
    return min(names, key=lambda name: (-len(name), name))


def passages_of(alignments: Iterable[Alignment]) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """(document, other) -> the passages of the first that stand in the second too."""
    out: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for row in alignments:
        out[row.left, row.right].append((row.left_start, row.left_end))
        out[row.right, row.left].append((row.right_start, row.right_end))
    return out


def nearest_passage(passages: Iterable[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The passage that meets one of the spans most; None where none does."""
    met = [(max((min(end, last) - max(start, first) for first, last in spans), default=0), -start, -end) for start, end in passages]
    best = max(met, default=(0, 0, 0))
    return (-best[1], -best[2]) if best[0] > 0 else None
