"""The links of one claim: which telling was derived from which, why that is thought, and what readers should know of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from takhrij.annotate.outlets import GENERAL, family_of, outlet_key
from takhrij.chains.edges import LEAST_HERE, MUCH_SHARED, Edge, edges_of
from takhrij.chains.evidence import Scene, nearest_passage, passages_of, scene_of
from takhrij.chains.halves import second_source
from takhrij.chains.translations import are_of_two_languages
from takhrij.chains.trees import FIRST, best_parents, leads_to
from takhrij.chains.voices import share_own_words
from takhrij.claims.order import DATED, PROVEN_AFTER, STATED_AFTER, order_of
from takhrij.model.annotation import AttributionSpan
from takhrij.model.chain import NAMELESS, UNSEEN, Credit, CreditedArticles, Finding, Link, LinkEvidence
from takhrij.model.claim import ChainStep, Resemblance, Telling
from takhrij.model.decision import FAMILY, Decision
from takhrij.model.document import TEXT, Document
from takhrij.model.identity import identity
from takhrij.model.reuse import Alignment

SECOND_CREDIT = 0.25  # strength of a credited link beside a likelier one
CREDIT_ALONE = 0.2  # strength of a credit where nobody else tells the claim, so that nothing bears it out
# Of the likeliest one's probability, for an unseen agency to be named beside it: 0.25 finds 6 in 100 more of those that traditions
# have (seeds 22, 23) than 0.5, and as large a share of all links is right.
NEARLY = 0.25
SECOND_SOURCE = 0.55  # of the likeliest one's probability: least strength of a link to a second source
SAME_WIRE = 0.1  # strength of shared words where both texts are thought to be from one that is not at hand
LEAST_STRENGTH = 0.05
LEAST_PUBLISHED = 3  # articles of the credited outlet from those days, for their silence to say something
SILENT_WHY = "ألفاظها ألفاظ من نسبوا إلى {}، ولم تنسبها إليها"  # its words are those of texts that credit …
COPIED_WHY = "{}٪ من ألفاظ الرواية في الأخرى"
REWORDED_WHY = "{}٪ من ألفاظ الرواية في الأخرى، متفرقة بلا جملة كاملة"  # scattered, no whole sentence
TRANSLATED_WHY = "لغتان، والأسماء والأعداد على ترتيب واحد في جمل متتابعة"  # two languages, names and numbers in one order
RETOLD_WHY = "بألفاظ أخرى، والأسماء والأعداد على ترتيب واحد في جمل متتابعة"  # in other words
WIRE_WHY = "ألفاظ واحدة، والأرجح أن أصلهما واحد ليس هنا"  # the same words, likelier from one source that is not at hand
SPEECH_WHY = "الألفاظ المشتركة كلام منقول عن قائل، لا كلام المحرر"  # they share the words of one whom both quote, and none of their own
UNCREDITED_WHY = "فيها ألفاظ {} ولم تنسبها إليها، وقد تكونان عن أصل واحد ليس هنا"  # it has the words of …; both may be from one text
# It credits …, and none of the … articles by it from those days that are here tells it.
SILENT_OUTLET_WHY = "نسبت إلى {}، وعدد مواده هنا من تلك الأيام {} وليس الخبر في أي منها"
DECIDED_WHY = "قرار محلل"  # an analyst's decision
NAMELESS_WHY = "فيها ما ليس في أي نص واحد مما يشاركها ألفاظها، فأصلها نص غائب"  # no one text at hand has all that it shares with them

Row = Link | LinkEvidence | Finding


def links_of(
    claim: str,
    tellings: Sequence[Telling],
    documents: Sequence[Document],
    chain_steps: Sequence[ChainStep],
    credits: Sequence[Credit],
    alignments: Sequence[Alignment],
    resemblances: Sequence[Resemblance],
    decisions: Sequence[Decision] = (),
    attribution_spans: Sequence[AttributionSpan] = (),
    credited_articles: Sequence[CreditedArticles] = (),
) -> list[Row]:
    """The likeliest links between the tellings of a claim (to "unseen:NAME" where an outlet is credited that tells nothing here)."""
    if not credits and len({row.document for row in tellings}) < 2 and all(row.kind == FAMILY for row in decisions):
        return []  # told once, after nobody, as most claims are
    scene = scene_of(tellings, documents, chain_steps, credits, alignments, resemblances, decisions, attribution_spans)
    edges = edges_of(scene)
    kept = _chosen(edges)
    passages = passages_of(alignments)
    rows: list[Row] = []
    for name in sorted(kept):
        for edge, strength in kept[name]:
            for telling in scene.tellings[name]:
                rows += _rows(claim, scene, telling, edge, strength, passages, chain_steps)
    return rows + list(_findings(claim, scene, kept, credited_articles))


def _chosen(edges: Mapping[str, Sequence[Edge]]) -> dict[str, list[tuple[Edge, float]]]:
    """Each document's best edge, and what else may be said of where it is from, as far as nothing becomes its own ancestor."""
    best = best_parents({name: {edge.earlier: edge.share for edge in given} for name, given in edges.items()})
    up = {name: [parent] for name, parent in best.items() if parent != FIRST}
    out: dict[str, list[tuple[Edge, float]]] = {}
    for name in sorted(edges):
        out[name] = []
        other_half = second_source(edges[name], best[name])
        for edge in edges[name]:
            if edge.earlier == best[name] != FIRST:
                out[name].insert(0, (edge, max(LEAST_STRENGTH, edge.share if len(edges) > 1 else CREDIT_ALONE)))
            elif (strength := _beside(edge, edges[name], best[name], other_half)) and not leads_to(up, edge.earlier, name):
                up.setdefault(name, []).append(edge.earlier)
                out[name].append((edge, strength))
    return {name: given for name, given in out.items() if given}


def _beside(edge: Edge, edges: Sequence[Edge], best: str, other_half: str | None) -> float:
    """Strength of a link beside the likeliest.

    To the source of the other half, to whom it credits, to an agency nearly as likely, to another who has the same wire.
    """
    likeliest = next((other.share for other in edges if other.earlier == best), 0.0)
    if edge.earlier == other_half:
        return max(edge.share, SECOND_SOURCE * likeliest)
    if edge.credit:
        return SECOND_CREDIT if best == FIRST else min(max(SECOND_CREDIT, edge.share), likeliest / 2)
    if edge.earlier.startswith(UNSEEN):
        near = best != FIRST and edge.earlier != UNSEEN + NAMELESS and edge.share >= NEARLY * likeliest
        return max(edge.share, SECOND_SOURCE * likeliest) if near else 0.0
    nearest = max((other for other in edges if other.reused), key=lambda other: (other.share, other.earlier), default=None)
    return min(SAME_WIRE, likeliest / 3) if best.startswith(UNSEEN) and edge is nearest and edge.overlap >= MUCH_SHARED else 0.0


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
    earlier = edge.earlier if edge.found is None else _nearest(telling, scene.tellings[edge.earlier], steps)
    link = identity("l", claim, telling.telling, earlier)
    speaker = _shared_speaker(telling.telling, earlier, steps)
    shows = edge.credit is not None or edge.retold or edge.found is None or edge.overlap >= MUCH_SHARED
    spoken = speaker is not None and not shows
    weak = spoken or (edge.reused and not edge.verbatim and not edge.credit)
    yield Link(claim, link, telling.telling, earlier, round(strength / 2 if weak else strength, 3), _direction(edge))
    if edge.credit:
        why = f"{_shown(scene, edge.later)} ← {edge.credit.name}"
        yield LinkEvidence(claim, link, "credited", why, edge.credit.field, edge.credit.start, edge.credit.end)
    if shown := _words_shown(scene, telling, edge, spoken, passages, same_wire=strength <= SAME_WIRE):
        kind, why, (field, start, end) = shown
        yield LinkEvidence(claim, link, kind, why, field, start, end)
    if edge.decided:
        yield LinkEvidence(claim, link, "decided", DECIDED_WHY, telling.field, telling.start, telling.start)
    if speaker and edge.found is not None:
        yield LinkEvidence(claim, link, "same_attribution", speaker.name, speaker.field, speaker.start, speaker.end)


def _words_shown(
    scene: Scene,
    telling: Telling,
    edge: Edge,
    spoken: bool,
    passages: Mapping[tuple[str, str], Sequence[tuple[int, int]]],
    *,
    same_wire: bool,
) -> tuple[str, str, tuple[str, int, int]] | None:
    """What the words themselves show: the kind of evidence, why, and where they stand; None where they show nothing."""
    whole = (telling.field, telling.start, telling.end)
    if edge.decided and not edge.reused and not edge.retold:
        return None
    if edge.found is None:
        why = NAMELESS_WHY if edge.earlier == UNSEEN + NAMELESS else SILENT_WHY.format(edge.earlier.removeprefix(UNSEEN))
        return None if edge.credit else ("reused", why, whole)
    if edge.reused and not edge.credit and (same_wire or _one_agency(scene, edge)):
        return "same_attribution", WIRE_WHY, whole
    if edge.verbatim and not spoken and not edge.credit and not _share_own_words(scene, edge):
        return "same_attribution", SPEECH_WHY, whole
    if edge.verbatim and not spoken:
        spans = [(telling.start, telling.end)] if telling.field == TEXT else scene.spans.get(edge.later, [])
        start, end = nearest_passage(passages.get((edge.later, edge.earlier), ()), spans) or (telling.start, telling.end)
        return "reused", COPIED_WHY.format(round(100 * edge.here)), (TEXT, start, end)
    if edge.reused and not spoken:
        return "paraphrased", REWORDED_WHY.format(round(100 * edge.here)), whole
    if edge.retold:
        return _retelling(scene, telling, edge, passages)
    if are_of_two_languages(scene.documents[edge.later], scene.documents[edge.earlier]):
        return "translated", "لغتان، والرواية واحدة", whole
    return None


def _one_agency(scene: Scene, edge: Edge) -> bool:
    """Whether both credit one agency that is not at hand: then the words are the agency's."""
    mine, theirs = ({outlet_key(credit.name) for credit in scene.credits[name]} for name in (edge.later, edge.earlier))
    return any(key in scene.unseen for key in mine & theirs)


def _share_own_words(scene: Scene, edge: Edge) -> bool:
    return share_own_words(scene.documents[edge.later], scene.documents[edge.earlier], scene.said)


def _retelling(
    scene: Scene, telling: Telling, edge: Edge, passages: Mapping[tuple[str, str], Sequence[tuple[int, int]]]
) -> tuple[str, str, tuple[str, int, int]]:
    """That names and numbers stand in one order in both, and in which passage."""
    two = are_of_two_languages(scene.documents[edge.later], scene.documents[edge.earlier])
    spans = [(telling.start, telling.end)] if telling.field == TEXT else scene.spans.get(edge.later, [])
    place = nearest_passage(passages.get((edge.later, edge.earlier), ()), spans)
    words = (telling.field, telling.start, telling.end) if place is None else (TEXT, *place)
    return ("translated", TRANSLATED_WHY, words) if two else ("paraphrased", RETOLD_WHY, words)


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
    """dated where the dates say it, text where the credit or the words do: far likelier this way than the other way round."""
    if edge.order in DATED:
        return "dated"
    return "text" if edge.credit or edge.told_by_words else "unknown"


def _findings(
    claim: str,
    scene: Scene,
    kept: Mapping[str, Sequence[tuple[Edge, float]]],
    credited_articles: Sequence[CreditedArticles],
) -> Iterator[Finding]:
    """What a reader should know of each document's sources, for its first telling."""
    published = {(row.document, row.outlet): row.articles for row in credited_articles}
    for name in sorted(scene.documents):
        told = scene.tellings[name][0].telling
        for kind, why in (*_of_copying(scene, name, kept.get(name, ())), *_of_credits(scene, name, published)):
            yield Finding(claim, told, kind, why)


def _of_copying(scene: Scene, name: str, kept: Sequence[tuple[Edge, float]]) -> Iterator[tuple[str, str]]:
    credited = {family_of(credit.name) for credit in scene.credits[name]}
    agencies = any(credit.document == name and credit.name == GENERAL for credit in scene.every_credit)
    for edge, strength in kept:
        outlet = scene.documents[edge.earlier].outlet if edge.found else None
        if outlet is None or family_of(outlet) == family_of(scene.documents[name].outlet or ""):
            continue
        behind = {family_of(credit.name) for credit in scene.credits[edge.earlier]}
        unnamed = family_of(outlet) not in credited and not credited & behind and not edge.credit and not agencies
        if unnamed and strength > SAME_WIRE and edge.verbatim and _share_own_words(scene, edge) and _direction(edge) != "unknown":
            yield "copied_not_credited", UNCREDITED_WHY.format(outlet)
        if edge.credit and edge.here < LEAST_HERE and not edge.retold:
            yield "credited_not_copied", f"نسبت الخبر إلى {outlet} وصاغته بألفاظ أخرى"


def _of_credits(scene: Scene, name: str, published: Mapping[tuple[str, str], int]) -> Iterator[tuple[str, str]]:
    """Credits that the named outlet's own articles do not bear out; `published` counts those of the days before, whatever they tell."""
    for key, credit in sorted({outlet_key(row.name): row for row in reversed(scene.credits[name])}.items()):
        theirs = [scene.documents[other] for other in scene.outlets.get(key, ())]
        if theirs and all(order_of(document, scene.documents[name]) in (PROVEN_AFTER, STATED_AFTER) for document in theirs):
            yield "credited_later", f"نسبت إلى {credit.name} وقد نشر بعدها"
        elif not theirs and published.get((name, key), 0) >= LEAST_PUBLISHED:
            yield "credited_does_not_say", SILENT_OUTLET_WHY.format(credit.name, published[name, key])
