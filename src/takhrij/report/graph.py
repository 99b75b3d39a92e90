"""Who took a claim from whom, article by article: the tellings of one article are one node, an outlet that is only cited another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from takhrij.model.chain import UNSEEN
from takhrij.report.views import ClaimView, LinkView, TellingView
from takhrij.report.words import EVIDENCE, name_of, visible


@dataclass(frozen=True, slots=True)
class Node:
    """An article with its tellings of the claim, or (without tellings) an outlet that is cited and not in the pile.

    `key` is the first label («t3») or "unseen:NAME"; `first` where nobody was found that it took from, and then `origins`
    are where its own chains end.
    """

    key: str
    tellings: list[TellingView]
    first: bool
    origins: list[str]

    @property
    def unseen(self) -> bool:
        """Whether it is only cited."""
        return not self.tellings

    @property
    def name(self) -> str:
        """The outlet, "" where it is not known."""
        return visible(self.tellings[0].document.outlet or "") if self.tellings else visible(name_of(self.key))

    @property
    def labels(self) -> list[str]:
        """The labels of its tellings."""
        return [telling.label for telling in self.tellings]


@dataclass(frozen=True, slots=True)
class Edge:
    """One node took from another; `main` where it is the strongest of the later one's."""

    later: str
    earlier: str
    links: list[LinkView]
    main: bool

    @property
    def kinds(self) -> list[str]:
        """The kinds of evidence, in the order of `EVIDENCE`."""
        found = {row.kind for link in self.links for row in link.evidence}
        return [kind for kind in EVIDENCE if kind in found]

    @property
    def strength(self) -> float:
        """The score of its strongest link."""
        return max(link.link.strength for link in self.links)

    @property
    def unknown(self) -> bool:
        """Whether nothing tells which of the two is the later."""
        return all(link.link.direction == "unknown" for link in self.links)


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes in the order of time (unknown dates last, unseen ones before their first taker); edges, the strongest first."""

    nodes: dict[str, Node]
    edges: list[Edge]

    def sources_of(self, key: str) -> list[Edge]:
        """What a node was taken from, the strongest first."""
        return [edge for edge in self.edges if edge.later == key]

    def tree(self) -> Iterator[tuple[int, Node, list[Edge]]]:
        """(depth, node, what it was taken from): each node once, below its strongest source; a circle is entered at its earliest."""
        sources: dict[str, list[Edge]] = {}
        children: dict[str, list[str]] = {}
        for edge in self.edges:
            sources.setdefault(edge.later, []).append(edge)
        for key in self.nodes:
            for edge in sources.get(key, [])[:1]:
                children.setdefault(edge.earlier, []).append(key)
        waiting = [(0, key) for key in (*(key for key in self.nodes if key not in sources), *self.nodes)][::-1]
        told: set[str] = set()
        while waiting:
            depth, key = waiting.pop()
            if key not in told:
                told.add(key)
                yield depth, self.nodes[key], sources.get(key, [])
                waiting += [(depth + 1, child) for child in reversed(children.get(key, [])) if child not in told]


def graph_of(view: ClaimView) -> Graph:
    """The articles of a claim and what joins them."""
    articles: dict[str, list[TellingView]] = {}
    for telling in view.tellings:
        articles.setdefault(telling.telling.document, []).append(telling)
    keys = {telling.label: told[0].label for told in articles.values() for telling in told}
    edges = _edges(view, keys)
    taken = {edge.later for edge in edges}
    first_takers: dict[str, list[str]] = {}
    for key in dict.fromkeys(edge.earlier for edge in edges if edge.earlier.startswith(UNSEEN)):
        takers = {edge.later for edge in edges if edge.earlier == key}
        first_takers.setdefault(next(told[0].label for told in articles.values() if told[0].label in takers), []).append(key)
    nodes: dict[str, Node] = {}
    for told in articles.values():
        label = told[0].label
        nodes |= {key: Node(key, [], False, []) for key in first_takers.get(label, [])}
        first = label not in taken
        nodes[label] = Node(label, told, first, _origins_of(told, view) if first else [])
    return Graph(nodes, edges)


def _origins_of(tellings: list[TellingView], view: ClaimView) -> list[str]:
    labels = {telling.label for telling in tellings}
    return list(dict.fromkeys(visible(origin.name) for origin, told in view.origins if labels & set(told)))


def _edges(view: ClaimView, keys: dict[str, str]) -> list[Edge]:
    """One edge for all links between two articles."""
    joined: dict[tuple[str, str], list[LinkView]] = {}
    for link in view.links:
        later, earlier = keys[link.later], keys.get(link.earlier, link.earlier)
        if later != earlier:
            joined.setdefault((later, earlier), []).append(link)
    ranked = sorted(joined.items(), key=lambda item: -max(link.link.strength for link in item[1]))
    seen: set[str] = set()
    edges = []
    for (later, earlier), links in ranked:
        edges.append(Edge(later, earlier, links, later not in seen))
        seen.add(later)
    return edges
