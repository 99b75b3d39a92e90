"""One claim as its links are sought: its documents, what each tells, whom each credits for it, and which share words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from takhrij.annotate.outlets import GENERAL, family_of, outlet_key
from takhrij.chains.decided import DecidedLinks, decided_links
from takhrij.chains.likeness import spans_by_document
from takhrij.chains.readings import Mask
from takhrij.chains.translations import retold_in
from takhrij.chains.voices import said_in
from takhrij.model.annotation import AttributionSpan
from takhrij.model.chain import Credit
from takhrij.model.claim import ChainStep, Resemblance, Telling
from takhrij.model.decision import Decision
from takhrij.model.document import TEXT, Document
from takhrij.model.reuse import Alignment
from takhrij.text.folding import folded

NEIGHBOURS = 24  # documents looked at for each; the nearest by aligned words
LONGEST_PASSING = 12  # characters of « نقلا عن »
LEAD_LENGTH = 700  # characters in which a first sentence ends


@dataclass(slots=True)
class Scene:
    """One claim as its links are sought: its documents, what each tells and whom each credits for it."""

    documents: dict[str, Document]
    tellings: dict[str, list[Telling]]
    spans: Mapping[str, list[tuple[int, int]]]
    credits: dict[str, list[Credit]]
    neighbours: dict[str, list[str]]
    retold: Mapping[tuple[str, str], float]  # see `retold_in`
    aligned: set[tuple[str, str]]  # (document, other) where words of a telling of the first stand in the other
    every_credit: tuple[Credit, ...]
    outlets: dict[str, list[str]] = field(default_factory=dict)
    unseen: dict[str, str] = field(default_factory=dict)
    decided: DecidedLinks = field(default_factory=dict)
    said: Mapping[str, Mask] = field(default_factory=dict)  # the stretches of each text that it attributes to somebody

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
    decisions: Sequence[Decision] = (),
    attribution_spans: Sequence[AttributionSpan] = (),
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
    decided = decided_links(decisions, {row.telling: row.document for row in tellings})
    retold, aligned = retold_in(alignments), _aligned(spans, alignments)
    scene = Scene(held, dict(told), spans, mine, near, retold, aligned, _all_credits(held, credits), decided=decided)
    scene.said = said_in(attribution_spans)
    for name in held:
        key = scene.outlet(name)
        if key:
            scene.outlets.setdefault(key, []).append(name)
    for credit in sorted((row for rows in scene.credits.values() for row in rows), key=lambda row: (row.name, row.kind)):
        if outlet_key(credit.name) not in scene.outlets:
            scene.unseen.setdefault(outlet_key(credit.name), credit.kind)
    return scene


def _all_credits(documents: Mapping[str, Document], credits: Iterable[Credit]) -> tuple[Credit, ...]:
    mine = (row for row in credits if row.document in documents)
    return tuple(sorted(mine, key=lambda row: (row.document, row.field, row.start, row.end)))


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
