"""The links of one claim: which telling was derived from which, why that is thought, and what readers should know of it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from takhrij.annotate.outlets import family_of, outlet_key
from takhrij.chains.evidence import LEAST_HERE, MUCH_SHARED, Edge, Scene, edges_of, nearest_passage, passages_of, scene_of
from takhrij.chains.translations import are_of_two_languages
from takhrij.chains.trees import leads_to, parents_of
from takhrij.claims.order import DATED, PROVEN_AFTER, STATED_AFTER, order_of
from takhrij.model.chain import UNSEEN, Credit, Finding, Link, LinkEvidence
from takhrij.model.claim import ChainStep, Resemblance, Telling
from takhrij.model.document import TEXT, Document
from takhrij.model.identity import identity
from takhrij.model.reuse import Alignment

ROOT_WEIGHT = -5.0  # an edge below this is worth less than having no parent at all
SECOND_CREDIT = 0.25  # strength of a credited link beside a likelier one
LEAST_STRENGTH = 0.05
TELLING_DIRECTION = 0.12  # how much more of one the other must explain for the words to tell which is the copy

Row = Link | LinkEvidence | Finding


def links_of(
    claim: str,
    tellings: Sequence[Telling],
    documents: Sequence[Document],
    chain_steps: Sequence[ChainStep],
    credits: Sequence[Credit],
    alignments: Sequence[Alignment],
    resemblances: Sequence[Resemblance],
) -> list[Row]:
    """The likeliest links between the tellings of a claim (to "unseen:NAME" where an outlet is credited that tells nothing here)."""
    scene = scene_of(tellings, documents, chain_steps, credits, alignments, resemblances)
    edges = edges_of(scene)
    kept = _with_credits(edges, parents_of(edges, root_weight=ROOT_WEIGHT))
    passages = passages_of(alignments)
    rows: list[Row] = []
    for name in sorted(kept):
        for edge, strength in kept[name]:
            for telling in scene.tellings[name]:
                rows += _rows(claim, scene, telling, edge, strength, passages, chain_steps)
    return rows + list(_findings(claim, scene, edges, kept, documents))


def _with_credits(edges: Mapping[str, Sequence[Edge]], best: Mapping[str, Edge]) -> dict[str, list[tuple[Edge, float]]]:
    """Each document's best edge, and those to media that it credits, as far as nothing becomes its own ancestor."""
    up = {name: [edge.earlier] for name, edge in best.items()}
    out: dict[str, list[tuple[Edge, float]]] = {}
    for name in sorted(edges):
        out[name] = [(best[name], _strength(best[name], edges[name]))] if name in best else []
        for edge in edges[name]:
            chosen = name in best and edge.earlier == best[name].earlier
            if edge.credit and not chosen and not leads_to(up, edge.earlier, name):
                up.setdefault(name, []).append(edge.earlier)
                out[name].append((edge, SECOND_CREDIT if out[name] else 2 * SECOND_CREDIT))
    return {name: given for name, given in out.items() if given}


def _strength(chosen: Edge, edges: Sequence[Edge]) -> float:
    """The chosen edge's share among all that compete, times how well it explains the telling."""
    share = math.exp(chosen.weight) / sum(math.exp(edge.weight) for edge in edges)
    words = 0.75 if chosen.alike is None else max(chosen.alike.here, chosen.translated, 0.5 if chosen.credit else 0.0)
    return round(min(1.0, max(LEAST_STRENGTH, words * (0.3 + 0.7 * share))), 3)


def _rows(
    claim: str,
    scene: Scene,
    telling: Telling,
    edge: Edge,
    strength: float,
    passages: Mapping[tuple[str, str], Sequence[tuple[int, int]]],
    steps: Sequence[ChainStep],
) -> Iterator[Row]:
    """A link of one telling with its evidence; what two quote from one speaker is the speaker's, unless they share more than that."""
    earlier = edge.earlier if edge.alike is None else _nearest(telling, scene.tellings[edge.earlier], steps)
    link = identity("l", claim, telling.telling, earlier)
    speaker = _shared_speaker(telling.telling, earlier, steps)
    shows = edge.credit is not None or edge.translated or edge.alike is None or edge.alike.overlap >= MUCH_SHARED
    spoken = speaker is not None and not shows
    yield Link(claim, link, telling.telling, earlier, round(strength / 2, 3) if spoken else strength, _direction(edge))
    if edge.credit:
        why = f"{_shown(scene, edge.later)} ← {edge.credit.name}"
        yield LinkEvidence(claim, link, "credited", why, edge.credit.field, edge.credit.start, edge.credit.end)
    if edge.alike is None and edge.credit is None:
        why = f"ألفاظها ألفاظ من نسبوا إلى {edge.earlier.removeprefix(UNSEEN)}، ولم تنسبها إلى أحد"
        yield LinkEvidence(claim, link, "reused", why, telling.field, telling.start, telling.end)
    if edge.alike is None:
        return
    if edge.reused and not spoken:
        spans = [(telling.start, telling.end)] if telling.field == TEXT else scene.spans.get(edge.later, [])
        start, end = nearest_passage(passages.get((edge.later, edge.earlier), ()), spans) or (telling.start, telling.end)
        why = f"{round(100 * edge.alike.here)}٪ من ألفاظ الرواية في الأخرى"
        yield LinkEvidence(claim, link, "reused", why, TEXT, start, end)
    elif edge.translated:
        why = f"لغتان، و{round(100 * edge.translated)}٪ من الأسماء والأعداد والمعاني في الأخرى"
        yield LinkEvidence(claim, link, "translated", why, telling.field, telling.start, telling.end)
    elif are_of_two_languages(scene.documents[edge.later], scene.documents[edge.earlier]):
        yield LinkEvidence(claim, link, "translated", "لغتان، والرواية واحدة", telling.field, telling.start, telling.end)
    if speaker:
        yield LinkEvidence(claim, link, "same_attribution", speaker.name, speaker.field, speaker.start, speaker.end)


def _shown(scene: Scene, document: str) -> str:
    return scene.documents[document].outlet or scene.documents[document].name


def _nearest(telling: Telling, others: Sequence[Telling], steps: Sequence[ChainStep]) -> str:
    """Of several tellings of one document the one in the same field, with the same chain and the most words in common."""
    words = set(telling.words.split())

    def rank(other: Telling) -> tuple[bool, bool, int, str]:
        speaker = _shared_speaker(telling.telling, other.telling, steps) if len(others) > 1 else None
        return (other.field != telling.field, speaker is None, -len(words & set(other.words.split())), other.telling)

    return min(others, key=rank).telling


def _shared_speaker(one: str, other: str, steps: Sequence[ChainStep]) -> ChainStep | None:
    """The innermost source of `one`, where `other` has the same."""
    mine = [step for step in steps if step.telling == one and step.kind == "source"]
    names = {outlet_key(step.name) for step in steps if step.telling == other and step.kind == "source"}
    return next((step for step in mine if outlet_key(step.name) in names), None)


def _direction(edge: Edge) -> str:
    """dated where the dates say it, text where the words do: one explains the other and not the other way round."""
    if edge.order in DATED:
        return "dated"
    if edge.credit:
        return "text"
    tells = edge.alike is not None and edge.alike.later - edge.alike.earlier >= TELLING_DIRECTION
    return "text" if tells else "unknown"


def _findings(
    claim: str,
    scene: Scene,
    edges: Mapping[str, Sequence[Edge]],
    kept: Mapping[str, Sequence[tuple[Edge, float]]],
    documents: Sequence[Document],
) -> Iterator[Finding]:
    """What a reader should know of each document's sources, for its first telling."""
    for name in sorted(scene.documents):
        told = scene.tellings[name][0].telling
        for kind, why in (*_of_copying(scene, name, kept.get(name, ())), *_of_credits(scene, name, documents)):
            yield Finding(claim, told, kind, why)


def _of_copying(scene: Scene, name: str, kept: Sequence[tuple[Edge, float]]) -> Iterator[tuple[str, str]]:
    credited = {family_of(credit.name) for credit in scene.credits[name]}
    for edge, _ in kept:
        if edge.alike is None:
            continue
        outlet = scene.documents[edge.earlier].outlet
        behind = {family_of(credit.name) for credit in scene.credits[edge.earlier]}
        unnamed = outlet is not None and family_of(outlet) not in credited and not credited & behind
        if edge.reused and not edge.credit and unnamed and _direction(edge) != "unknown":
            yield "copied_not_credited", f"ألفاظها من {outlet} ولم تذكرها"
        if edge.credit and edge.alike.here < LEAST_HERE and not edge.translated:
            yield "credited_not_copied", f"نسبت إلى {outlet} وليست ألفاظها ألفاظه"


def _of_credits(scene: Scene, name: str, documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Credits that the named outlet's own articles do not bear out."""
    published: dict[str, list[Document]] = {}
    for document in documents:
        if document.outlet:
            published.setdefault(outlet_key(document.outlet), []).append(document)
    for credit in scene.credits[name]:
        theirs = published.get(outlet_key(credit.name), [])
        if not theirs:
            continue
        if not any(document.document in scene.documents for document in theirs):
            yield "credited_does_not_say", f"نسبت إلى {credit.name} وليس الخبر في مادته"
        elif all(order_of(document, scene.documents[name]) in (PROVEN_AFTER, STATED_AFTER) for document in theirs):
            yield "credited_later", f"نسبت إلى {credit.name} وقد نشر بعدها"
