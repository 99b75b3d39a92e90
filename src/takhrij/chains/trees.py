"""The likeliest parent of every document, so that nothing becomes its own ancestor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from takhrij.chains.evidence import Edge


def parents_of(edges: Mapping[str, Sequence[Edge]], *, root_weight: float) -> dict[str, Edge]:
    """For each document its best edge, or none where even that is worse than being a first text.

    A circle is broken at the document that loses least by another parent, or by having none.
    """
    open_edges = {name: [edge for edge in given if edge.weight > root_weight] for name, given in edges.items()}
    while True:
        best = {name: given[0] for name, given in open_edges.items() if given}
        circle = _circle_in(best)
        if not circle:
            return best
        name = min(circle, key=lambda name: (_loss(open_edges[name], circle, root_weight), name))
        open_edges[name] = [edge for edge in open_edges[name] if edge.earlier not in circle]


def _loss(edges: Sequence[Edge], circle: Sequence[str], root_weight: float) -> float:
    outside = next((edge.weight for edge in edges if edge.earlier not in circle), root_weight)
    return edges[0].weight - outside


def _circle_in(best: Mapping[str, Edge]) -> list[str]:
    """The documents of one circle, in order of the chain; empty where there is none."""
    done: set[str] = set()
    for start in sorted(best):
        path: dict[str, None] = {}
        name = start
        while name in best and name not in done and name not in path:
            path[name] = None
            name = best[name].earlier
        if name in path:
            walked = list(path)
            return walked[walked.index(name) :]
        done.update(path)
    return []


def leads_to(parents: Mapping[str, Sequence[str]], start: str, goal: str) -> bool:
    """Whether one gets from `start` to `goal` by going upwards."""
    seen: set[str] = set()
    todo = [start]
    while todo:
        name = todo.pop()
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            todo += parents.get(name, ())
    return False
