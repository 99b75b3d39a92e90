"""A text that was made of two: where the source of what the likeliest one lacks is."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.chains.edges import Edge
from takhrij.chains.traits import LEAST_HALF

MOST_LEFT = 0.5  # of the words that the likeliest source lacks, those that the second may lack too
Places = Sequence[tuple[int, int, int]]  # begin, end (words of the later text), how many of them a third text has


def second_source(edges: Sequence[Edge], best: str) -> str | None:
    """The document that has the passages which the likeliest source lacks, and lacks passages that it has; None where there is none."""
    likeliest = next((edge for edge in edges if edge.earlier == best), None)
    if likeliest is None or likeliest.found is None or likeliest.found.added_shared < LEAST_HALF:
        return None
    lacking = likeliest.found.added
    most = max(LEAST_HALF, (1 - MOST_LEFT) * likeliest.found.added_shared)
    halves = [
        (_had(lacking, edge.found.added), edge.share, edge.earlier)
        for edge in edges
        if edge.reused and edge.found is not None and edge is not likeliest and edge.found.added_shared >= LEAST_HALF
    ]
    had, _, earlier = max(halves, default=(0.0, 0.0, ""))
    return earlier if had >= most else None


def _had(lacking: Places, also_lacking: Places) -> float:
    """Words of the passages that one source lacks and the other does not."""
    return sum(words * (1 - _covered(start, end, also_lacking)) for start, end, words in lacking)


def _covered(start: int, end: int, places: Places) -> float:
    return sum(max(0, min(end, stop) - max(start, first)) for first, stop, _ in places) / (end - start) if end > start else 0.0
