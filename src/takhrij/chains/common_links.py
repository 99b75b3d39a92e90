"""The common link: the text or source through which the chains of a claim pass, and the tellings that bypass it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

LEAST_SHARE = 0.7  # of all documents that must name a source; a link that many bypass joins nothing
# Of all documents that must pass through a text: those that bypass it may still be of it. Where a second text was plainly taken up
# by others too, only what nearly everybody passes is a link.
ONE_STREAM, TWO_STREAMS = 0.6, 0.9


class Passage(NamedTuple):
    """The node, and the nodes that do not pass through it."""

    node: str
    bypassed_by: tuple[str, ...]


def common_link_of(nodes: Sequence[str], parents: Mapping[str, str], least: float = ONE_STREAM) -> Passage | None:
    """The last node that (nearly) all chains pass through and that several were taken from; None where there is none.

    `parents` are documents or unseen outlets, one for each node that has any; `least` is the share of nodes that must pass.
    """
    children: dict[str, list[str]] = defaultdict(list)
    for child in sorted(parents):
        children[parents[child]].append(child)
    roots = sorted(({*nodes} | {*parents.values()}) - {*parents})
    below = {root: _below(root, children) for root in roots}
    widest = max(roots, key=lambda root: (len(below[root]), root), default="")
    if not widest or len(below[widest]) < 2 or len(below[widest] & {*nodes}) < least * len(nodes):
        return None
    node = _last_passed(widest, children)
    passing = _below(node, children) | _above(node, parents)
    return Passage(node, tuple(sorted({*nodes} - passing)))


def _last_passed(root: str, children: Mapping[str, Sequence[str]]) -> str:
    """Down from the root as long as only one was taken from each; back to the root where nothing branches."""
    node = root
    while len(children.get(node, ())) == 1:
        node = children[node][0]
    return node if len(children.get(node, ())) > 1 else root


def _below(node: str, children: Mapping[str, Sequence[str]]) -> set[str]:
    out: set[str] = set()
    todo = [node]
    while todo:
        name = todo.pop()
        if name not in out:
            out.add(name)
            todo += children.get(name, ())
    return out


def _above(node: str, parents: Mapping[str, str]) -> set[str]:
    out: set[str] = set()
    while node in parents and node not in out:
        out.add(node)
        node = parents[node]
    return out | {node}
