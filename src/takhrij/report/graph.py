"""Who took a claim from whom, article by article: the tellings of one article are one node, an outlet that is only cited another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from takhrij.model.chain import UNSEEN
from takhrij.report.deviations import Said, said_by
from takhrij.report.views import ClaimView, LinkView, TellingView
from takhrij.report.words import EVIDENCE, UNKNOWN, name_of, visible


@dataclass(frozen=True, slots=True)
class Node:
    """An article with its tellings of the claim, or (without tellings) an outlet that is cited and not in the pile.

    `key` is the first label («t3») or "unseen:NAME"; `first` where nobody was found that it took from, and then `origins`
    are where its own chains end; `said` is what it says where others say otherwise.
    """

    key: str
    tellings: list[TellingView]
    first: bool
    origins: list[str]
    said: list[Said]

    @property
    def unseen(self) -> bool:
        """Whether it is only cited."""
        return not self.tellings

    @property
    def name(self) -> str:
        """The outlet, "" where it is not known."""
        return visible(self.tellings[0].document.outlet or "") if self.tellings else visible(name_of(self.key))

    @property
    def apart(self) -> bool:
        """Whether it says anything apart from most that time does not explain."""
        return any(said.apart for said in self.said)

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
    """Nodes in the order of time (unknown dates last, unseen ones before their first taker); edges, the strongest first.

    Not `by_date` where there are no dates, or the words show that an article took from one that bears a later date.
    """

    nodes: dict[str, Node]
    edges: list[Edge]
    by_date: bool

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
    told = {tellings[0].label: tellings for tellings in articles.values()}
    edges = _edges(view, {telling.label: key for key, tellings in told.items() for telling in tellings})
    sources: dict[str, list[Edge]] = {}
    for edge in edges:
        sources.setdefault(edge.later, []).append(edge)
    nodes: dict[str, Node] = {}
    differing = said_by(view)
    for key in _in_order(list(told), edges):
        cited = [edge.earlier for edge in sources.get(key, []) if edge.earlier.startswith(UNSEEN)]
        nodes |= {name: Node(name, [], False, [], []) for name in cited if name not in nodes}
        first = key not in sources
        said = list(dict.fromkeys(said for telling in told[key] for said in differing.get(telling.label, [])))
        nodes[key] = Node(key, told[key], first, _origins_of(told[key], view) if first else [], said)
    dated = any(tellings[0].document.date for tellings in told.values())
    return Graph(nodes, edges, by_date=dated and [key for key in nodes if key in told] == list(told))


def _in_order(keys: list[str], edges: list[Edge]) -> list[str]:
    """The keys as they come, by date, except that who was taken from stands above the taker: a day of crawling proves nothing."""
    waits_for: dict[str, set[str]] = {key: set() for key in keys}
    frees: dict[str, list[str]] = {}
    for edge in edges:
        if not edge.unknown and edge.earlier in waits_for:
            waits_for[edge.later].add(edge.earlier)
            frees.setdefault(edge.earlier, []).append(edge.later)
    place = {key: number for number, key in enumerate(keys)}
    ready = [place[key] for key in keys if not waits_for[key]]
    rest = iter(keys)
    order: dict[str, None] = {}
    while len(order) < len(keys):
        key = keys[heappop(ready)] if ready else next(key for key in rest if key not in order)  # a circle is entered at its earliest
        if key in order:
            continue
        order[key] = None
        for later in frees.get(key, []):
            waits_for[later].discard(key)
            if not waits_for[later]:
                heappush(ready, place[later])
    return list(order)


def _origins_of(tellings: list[TellingView], view: ClaimView) -> list[str]:
    labels = {telling.label for telling in tellings}
    return list(dict.fromkeys(visible(origin.name) or UNKNOWN.arabic for origin, told in view.origins if labels & set(told)))


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
