"""The origins of one claim, how independent they are, and what its graph says as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from takhrij.annotate.outlets import OUTLET, outlet_named
from takhrij.chains.circles import circles_of
from takhrij.chains.common_links import LEAST_SHARE, ONE_STREAM, TWO_STREAMS, common_link_of
from takhrij.chains.decided import decided_houses
from takhrij.chains.evidence import credits_for
from takhrij.chains.independence import range_of, verdict_of
from takhrij.chains.likeness import groups_of_texts, wordings_of
from takhrij.chains.sources import DOCUMENT, NAMED, End, described, ends_of, parents_of_tellings, side_by_side, tellings_by_end
from takhrij.claims.reactions import is_reaction
from takhrij.model.chain import (
    UNSEEN,
    Ancestry,
    Bypass,
    CircleStep,
    Credit,
    Independence,
    Link,
    LinkEvidence,
    Origin,
    OriginTelling,
)
from takhrij.model.claim import ChainStep, Telling
from takhrij.model.decision import Decision
from takhrij.model.document import Document
from takhrij.model.identity import identity

MOST_TEXTS = 12  # searched for two names in one breath

Row = Origin | OriginTelling | Independence | Ancestry | Bypass | CircleStep


def origins_of(
    claim: str,
    tellings: Sequence[Telling],
    documents: Sequence[Document],
    chain_steps: Sequence[ChainStep],
    links: Sequence[Link],
    link_evidence: Sequence[LinkEvidence],
    credits: Sequence[Credit],
    decisions: Sequence[Decision] = (),
) -> list[Row]:
    """Origins with their tellings, independence of every pair, both ranges, the common link with its bypasses, and circles."""
    by_id = {row.document: row for row in documents}
    held = sorted((row for row in tellings if row.document in by_id), key=lambda row: (row.document, row.field, row.start, row.telling))
    home = {row.telling: row.document for row in held}
    mine = [row for row in links if row.later in home]
    parents = _parent_documents(mine, home)
    ends = ends_of(held, by_id, chain_steps, mine, link_evidence, credits)
    groups = tellings_by_end(ends)
    origins = {identity("g", claim, end.kind, end.key): (end, group) for end, group in groups.items()}
    rows = list(_origin_rows(claim, origins))
    named = {step.telling for step in chain_steps if step.kind == "source"}
    several = origins.items() if len(origins) > 1 else ()  # one alone makes no pair to be judged
    spoken = {origin: named.intersection(group) for origin, (_, group) in several}
    reacting = _reacting(spoken, held) if spoken else set()
    wordings = {origin: wordings_of(row.words for row in held if row.telling in own) for origin, own in spoken.items()}
    words, house = described(ends, by_id, chain_steps), decided_houses(decisions)
    verdicts = list(_verdicts(claim, origins, words, by_id, home, parents, house, reacting, wordings))
    told = {row.document: row.telling for row in reversed(held)}
    concerned = credits_for({name: by_id[name] for name in told}, _by_document(held), chain_steps, credits)
    circles = circles_of(claim, {name: by_id[name] for name in told}, told, concerned)
    return [*rows, *verdicts, *_whole(claim, origins, verdicts, parents, by_id, told, home), *circles]


def _by_document(tellings: Sequence[Telling]) -> dict[str, list[Telling]]:
    out: dict[str, list[Telling]] = {}
    for telling in tellings:
        out.setdefault(telling.document, []).append(telling)
    return out


def _parent_documents(links: Sequence[Link], home: Mapping[str, str]) -> dict[str, str]:
    """For each document the document or unseen outlet that its strongest link goes to."""
    weight: dict[str, dict[str, float]] = {}
    for telling, earlier in parents_of_tellings(links).items():
        strength = max(link.strength for link in links if (link.later, link.earlier) == (telling, earlier))
        to = weight.setdefault(home[telling], {})
        to[home.get(earlier, earlier)] = to.get(home.get(earlier, earlier), 0.0) + strength
    return {name: min(given, key=lambda other: (-given[other], other)) for name, given in weight.items()}


def _origin_rows(claim: str, origins: Mapping[str, tuple[End, list[str]]]) -> Iterator[Row]:
    for origin in sorted(origins):
        end, group = origins[origin]
        yield Origin(claim, origin, end.name, end.kind)
        yield from (OriginTelling(claim, origin, telling) for telling in group)


def _reacting(spoken: Mapping[str, set[str]], tellings: Sequence[Telling]) -> set[str]:
    """The origins that only judge what the claim tells, by the tellings in which each speaks: «أدان المجلس الحريق»."""
    reactions = {row.telling for row in tellings if is_reaction(row.words)}
    if 2 * len(reactions) >= len(tellings):
        return set()  # that somebody judges is what the claim tells
    return {origin for origin, own in spoken.items() if own and own <= reactions}


def _verdicts(
    claim: str,
    origins: Mapping[str, tuple[End, list[str]]],
    words: Mapping[End, frozenset[str]],
    documents: Mapping[str, Document],
    home: Mapping[str, str],
    parents: Mapping[str, str],
    house: Callable[[str], str],
    reacting: Set[str],
    wordings: Mapping[str, frozenset[tuple[str, ...]]],
) -> Iterator[Independence]:
    """One row for every pair of origins."""
    ids = sorted(origins)
    roots = {origin: {_root(home[telling], parents) for telling in origins[origin][1]} for origin in ids}
    for number, one in enumerate(ids):
        for other in ids[number + 1 :]:
            one_text = len(roots[one] | roots[other]) == 1
            ends = origins[one][0], origins[other][0]
            introduced = words.get(ends[0], frozenset()), words.get(ends[1], frozenset())
            texts = [documents[name] for name in sorted({home[telling] for each in (one, other) for telling in origins[each][1]})]
            together = ends[0].kind == ends[1].kind == NAMED and side_by_side(*ends, texts[:MOST_TEXTS])
            judged, one_wording = bool(reacting & {one, other}), not wordings[one].isdisjoint(wordings[other])
            found = verdict_of(
                *ends, words=introduced, one_text=one_text, together=together, judged=judged, one_wording=one_wording, house=house
            )
            yield Independence(claim, one, other, *found)


def _root(document: str, parents: Mapping[str, str]) -> str:
    seen: set[str] = set()
    while document in parents and document not in seen:
        seen.add(document)
        document = parents[document]
    return document


def _whole(
    claim: str,
    origins: Mapping[str, tuple[End, list[str]]],
    verdicts: Sequence[Independence],
    parents: Mapping[str, str],
    documents: Mapping[str, Document],
    told: Mapping[str, str],
    home: Mapping[str, str],
) -> Iterator[Row]:
    low, high = range_of(sorted(origins), {(row.a, row.b): row.verdict for row in verdicts})
    firsts: dict[str, list[str]] = {}
    for document in sorted(told):
        firsts.setdefault(_root(document, parents), []).append(document)
    under = [given for _, given in sorted(firsts.items())]
    texts = groups_of_texts([[documents[name] for name in given] for given in under])
    taken_up = sum(sum(len(under[number]) for number in text) > 1 for text in texts)
    name, kind, telling, bypassed = _meeting_point(origins, parents, documents, told, home, ONE_STREAM if taken_up < 2 else TWO_STREAMS)
    yield Ancestry(claim, low, high, len(texts), len(firsts), name, kind, telling)
    yield from (Bypass(claim, each) for each in bypassed)


def _meeting_point(
    origins: Mapping[str, tuple[End, list[str]]],
    parents: Mapping[str, str],
    documents: Mapping[str, Document],
    told: Mapping[str, str],
    home: Mapping[str, str],
    least: float,
) -> tuple[str | None, str | None, str | None, list[str]]:
    """Name, kind and telling of the common link, and the tellings that bypass it: a text first, else a source that most name."""
    if len(told) < 2:
        return None, None, None, []
    passage = common_link_of(sorted(told), parents, least)
    if passage:
        unseen = passage.node.startswith(UNSEEN)
        name = passage.node.removeprefix(UNSEEN) if unseen else documents[passage.node].outlet or documents[passage.node].name
        found = outlet_named(name)
        bypassed = [told[document] for document in passage.bypassed_by]
        return name, found[1] if found else OUTLET, None if unseen else told[passage.node], bypassed
    for end, group in sorted((given for given in origins.values()), key=lambda given: (-len(given[1]), given[0])):
        through = {home[telling] for telling in group}
        if end.kind in (NAMED, DOCUMENT) and len(through) >= 2 and len(through) >= LEAST_SHARE * len(told):
            return end.name, "source", None, sorted(told[name] for name in told if name not in through)
    return None, None, None, []
