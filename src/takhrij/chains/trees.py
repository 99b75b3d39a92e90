"""How likely each parent of each document is, over all trees in which nothing becomes its own ancestor; and the likeliest of all."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

FIRST = ""  # the parent of what was taken from nothing in the claim
LARGEST_EXPONENT = 60.0  # e to this power still leaves room for sums
Weights = Mapping[str, Mapping[str, float]]  # document -> parent -> weight, a natural logarithm
Shares = dict[str, dict[str, float]]


def probabilities_of(weights: Weights) -> Shares:
    """For each document the probability of each of its parents, by the matrix-tree theorem; they add up to 1.

    A parent that is not itself a document (FIRST, an unseen outlet) begins a tree. Every document must have one such parent.

    >>> {p: round(share, 3) for p, share in probabilities_of({"a": {FIRST: 0.0, "b": 0.0}, "b": {FIRST: 0.0, "a": 0.0}})["a"].items()}
    {'': 0.667, 'b': 0.333}
    """
    names = sorted(weights)
    at = {name: number for number, name in enumerate(names)}
    terms = {name: _terms(weights[name]) for name in names}
    laplacian = np.zeros((len(names), len(names)))
    for name in names:
        for parent, term in terms[name].items():
            laplacian[at[name], at[name]] += term
            if parent in at:
                laplacian[at[parent], at[name]] -= term
    inverse = np.linalg.inv(laplacian) if names else laplacian
    out: Shares = {}
    for name in names:
        own = inverse[at[name], at[name]]
        shares = {p: term * float(own - inverse[at[name], at[p]] if p in at else own) for p, term in terms[name].items()}
        out[name] = {parent: min(1.0, max(0.0, share)) for parent, share in shares.items()}
    return out


def _terms(weights: Mapping[str, float]) -> dict[str, float]:
    most = max(weights.values())
    return {parent: math.exp(max(-LARGEST_EXPONENT, weight - most)) for parent, weight in weights.items()}


def best_parents(shares: Shares) -> dict[str, str]:
    """For each document its likeliest parent; a circle is opened at the document that loses least by another.

    No more are firsts than are expected: of two texts that are the same, either may be the first, but hardly both.

    >>> best_parents({"a": {FIRST: 0.6, "b": 0.4}, "b": {FIRST: 0.5, "a": 0.5}})
    {'a': '', 'b': 'a'}
    """
    open_shares = {name: dict(given) for name, given in shares.items()}
    expected = max(1, round(sum(given.get(FIRST, 0.0) for given in shares.values())))
    while True:
        best = _without_circles(open_shares)
        firsts = [name for name, parent in best.items() if parent == FIRST and len(open_shares[name]) > 1]
        if sum(parent == FIRST for parent in best.values()) <= expected or not firsts:
            return best
        name = min(firsts, key=lambda name: (_loss(open_shares[name], [FIRST]), name))
        del open_shares[name][FIRST]


def _without_circles(shares: Shares) -> dict[str, str]:
    open_shares = {name: dict(given) for name, given in shares.items()}
    while True:
        best = {name: _likeliest(given) for name, given in open_shares.items()}
        circle = _circle_in(best)
        if not circle:
            return best
        name = min(circle, key=lambda name: (_loss(open_shares[name], circle), name))
        open_shares[name] = {parent: share for parent, share in open_shares[name].items() if parent not in circle} or {FIRST: 0.0}


def _likeliest(shares: Mapping[str, float]) -> str:
    return min(shares, key=lambda parent: (-shares[parent], parent))


def _loss(shares: Mapping[str, float], circle: Sequence[str]) -> float:
    return max(shares.values()) - max((share for parent, share in shares.items() if parent not in circle), default=0.0)


def _circle_in(best: Mapping[str, str]) -> list[str]:
    """The documents of one circle, in order of the chain; empty where there is none."""
    done: set[str] = set()
    for start in sorted(best):
        path: dict[str, None] = {}
        name = start
        while name in best and name not in done and name not in path:
            path[name] = None
            name = best[name]
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
