"""What each document of a claim may have been taken from, and how likely each is beside the others."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from takhrij.annotate.outlets import AGENCY, outlet_key
from takhrij.chains.decided import node_of
from takhrij.chains.evidence import Scene
from takhrij.chains.readings import Collation
from takhrij.chains.traits import (
    Collated,
    Traits,
    collated,
    collations_of,
    told_share,
    traits_of_copy,
    traits_of_first,
    traits_of_rest,
    traits_of_tree,
    traits_of_unseen,
)
from takhrij.chains.trees import FIRST, Shares, probabilities_of
from takhrij.claims.order import DATED, PROVEN_AFTER, STATED_AFTER, UNTOLD, order_of
from takhrij.model.chain import NAMELESS, UNSEEN, Credit
from takhrij.text.lexicons import lexicon

LEAST_SHARED = 4  # three-word runs two documents must share for one to be a copy of the other
LEAST_HERE = 0.15  # share of a telling's runs that must be in the other document
LEAST_HERE_ALONE = 0.35  # the same where the documents share little else: names and set phrases come together by chance
MUCH_SHARED = 0.25  # of the shorter document's runs
# Words on end, or share of the shorter text, that only copying gives: of 12 copies in the gold claims 11 have it.
LONG_RUN, MOSTLY = 15, 0.5
# What weights.tsv does not cover, against being a first text: set by hand, few are needed.
CREDITED_ONLY = 1.0  # a credit to one whose words are others
RETOLD = 4.0  # told after it in other words or another language; and as often the logarithm of the score of that
RETOLD_CREDIT, RETOLD_ORDER = 3.0, {UNTOLD: -0.7, STATED_AFTER: -4.0} | dict.fromkeys(DATED, 0.0)
DECIDED = 100.0  # an analyst's word, against every other weight
MIRRORED = 3.0  # e to this power: how much likelier the words must be one way than the other to tell which is the copy


class Edge(NamedTuple):
    """`later` may have been taken from `earlier` (a document, "unseen:NAME", or FIRST: from nothing here), with a probability."""

    later: str
    earlier: str
    traits: Traits
    weight: float | None = None  # where the traits do not say it
    order: str = UNTOLD
    found: Collation | None = None
    credit: Credit | None = None
    reused: bool = False  # whether the words alone show it
    retold: float = 0.0  # score of what it tells after it in other words or another language; 0 where it does not
    here: float = 0.0  # share of the words of the tellings that the other has
    overlap: float = 0.0  # shared words, of the shorter text
    share: float = 0.0
    decided: bool = False  # by an analyst
    told_by_words: bool = False  # whether the words are far likelier this way than the other way round

    @property
    def verbatim(self) -> bool:
        """Whether so many words on end are the same that nobody writes them twice; what shares less was reworded, or met by chance."""
        return self.reused and self.found is not None and (self.found.longest >= LONG_RUN or self.overlap >= MOSTLY)


@cache
def _weights(column: str) -> dict[str, float]:
    return {row["trait"]: float(row[column]) for row in lexicon("chains", "weights") if row[column]}


def _weighed(edge: Edge, column: str) -> float:
    weights = _weights(column)
    return sum(weights.get(trait, 0.0) * value for trait, value in edge.traits.items()) if edge.weight is None else edge.weight


def edges_of(scene: Scene) -> dict[str, list[Edge]]:
    """For each document what it may have been taken from, likeliest first; FIRST is always among them."""
    edges = candidates_of(scene)
    if len(edges) == 1:
        return {name: _alone(given) for name, given in edges.items()}
    shares = _shares(edges, "first_look")
    edges = with_second_look(edges, shares)
    shares = _shares(edges, "second_look")
    plain = {(edge.later, edge.earlier): _words_alone(edge) for given in edges.values() for edge in given if edge.reused}
    return {
        name: _sorted(edge._replace(share=shares[name][edge.earlier], told_by_words=_told(edge, plain)) for edge in given)
        for name, given in edges.items()
    }


def candidates_of(scene: Scene) -> dict[str, list[Edge]]:
    """All that each document may have been taken from, with the traits of a first look."""
    side = collated(scene)
    return {name: list(_as_decided(scene, name, _edges(scene, side, name))) for name in scene.documents}


def _as_decided(scene: Scene, name: str, edges: Iterable[Edge]) -> Iterator[Edge]:
    """Without the links that an analyst called wrong; those called right outweigh all others, also where the words show nothing."""
    right = {node for (later, node), is_right in scene.decided.items() if later == name and is_right}
    for edge in edges:
        node = node_of(edge.earlier)
        if scene.decided.get((name, node), True):
            yield edge._replace(weight=DECIDED, decided=True) if node in right else edge
        right.discard(node)
    for node in sorted(right):
        yield Edge(name, UNSEEN + _one_name(scene, node.removeprefix(UNSEEN)), {}, DECIDED, decided=True)


def with_second_look(edges: Mapping[str, list[Edge]], shares: Shares) -> dict[str, list[Edge]]:
    """The same with what the likely tree tells of them."""
    again = traits_of_tree(shares)
    return {
        name: [edge._replace(traits=edge.traits | again(name, edge.earlier)) if edge.weight is None else edge for edge in given]
        for name, given in edges.items()
    }


def _alone(edges: list[Edge]) -> list[Edge]:
    """A claim told once: whom it credits is all there is to say."""
    credited = [edge for edge in edges if edge.credit or edge.decided]
    return [edge._replace(share=1 / len(credited)) for edge in credited] or [edge for edge in edges if edge.earlier == FIRST]


def _sorted(edges: Iterable[Edge]) -> list[Edge]:
    return sorted(edges, key=lambda edge: (-edge.share, edge.earlier))


def _shares(edges: Mapping[str, list[Edge]], column: str) -> Shares:
    return probabilities_of({name: {edge.earlier: _weighed(edge, column) for edge in given} for name, given in edges.items()})


def _words_alone(edge: Edge) -> float:
    weights = _weights("first_look")
    return sum(weights.get(trait, 0.0) * value for trait, value in edge.traits.items() if not trait.startswith(("time", "day")))


def _told(edge: Edge, plain: Mapping[tuple[str, str], float]) -> bool:
    """Whether words and credits are likelier this way than the other way round, dates left aside."""
    there, back = plain.get((edge.later, edge.earlier)), plain.get((edge.earlier, edge.later))
    return there is not None and (back is None or there - back >= MIRRORED)


def _edges(scene: Scene, side: Collated, name: str) -> Iterator[Edge]:
    """To every text that may have been its source, to every agency, and to nothing."""
    seen = list(_edges_to_seen(scene, side, name))
    found = {edge.earlier: edge.found for edge in seen if edge.found and edge.reused}
    rest = traits_of_rest(found)
    first = Edge(name, FIRST, traits_of_first(side, name, rest))
    base = _weighed(first, "first_look")
    yield first
    for edge in seen:
        yield edge._replace(traits=traits_of_copy(side, name, edge.earlier, found), weight=None) if edge.reused else _by_hand(edge, base)
    yield from _edges_to_unseen(scene, side, name, rest, found)


def _by_hand(edge: Edge, base: float) -> Edge:
    if not edge.retold:
        return edge._replace(weight=base + CREDITED_ONLY)
    weight = RETOLD + RETOLD * math.log(edge.retold) + RETOLD_ORDER[edge.order]
    return edge._replace(weight=base + weight + (RETOLD_CREDIT if edge.credit else 0.0))


def _edges_to_seen(scene: Scene, side: Collated, name: str) -> Iterator[Edge]:
    later = scene.documents[name]
    credited = {outlet_key(credit.name): credit for credit in reversed(scene.credits[name])}
    right = [node for (document, node), is_right in scene.decided.items() if document == name and is_right and node in scene.documents]
    asked = dict.fromkeys([*scene.neighbours[name], *(other for key in credited for other in scene.outlets.get(key, ()))])
    open_to = [other for other in asked if other != name and order_of(scene.documents[other], later) != PROVEN_AFTER]
    open_to += [other for other in right if other not in open_to]
    found = collations_of(side, name, open_to)
    for other in open_to:
        earlier = scene.documents[other]
        credit = credited.get(scene.outlet(other) or "")
        both, overlap, here = side.common(name, other), side.overlap(name, other), told_share(side, name, other)
        least = LEAST_HERE if overlap >= MUCH_SHARED else LEAST_HERE_ALONE
        reused = (name, other) in scene.aligned and both >= LEAST_SHARED and here >= least
        retold = scene.retold.get((name, other), 0.0)
        if retold or credit or reused or other in right:
            order = order_of(earlier, later)
            yield Edge(name, other, {}, None, order, found[other], credit, reused and not retold, retold, here, overlap)


def _edges_to_unseen(scene: Scene, side: Collated, name: str, rest: Traits, alike: Mapping[str, Collation]) -> Iterator[Edge]:
    """To media that tell nothing here: those it credits, agencies that texts like it credit, and one that nobody names."""
    mine = {outlet_key(credit.name): credit for credit in reversed(scene.credits[name])}
    theirs = {outlet_key(credit.name) for other in alike for credit in scene.credits[other]}
    for key, kind in scene.unseen.items():
        if scene.outlet(name) != key and (key in mine or (key in theirs and kind == AGENCY)):
            traits = traits_of_unseen(side, name, key, kind, rest, alike)
            yield Edge(name, UNSEEN + _one_name(scene, key), traits, credit=mine.get(key))
    if len(alike) > 1:
        yield Edge(name, UNSEEN + NAMELESS, traits_of_unseen(side, name, "", AGENCY, rest, alike))


def _one_name(scene: Scene, key: str) -> str:
    """One spelling for an outlet that several documents credit."""
    names = {credit.name for credits in scene.credits.values() for credit in credits if outlet_key(credit.name) == key}
    return min(names, key=lambda name: (-len(name), name), default=key)
