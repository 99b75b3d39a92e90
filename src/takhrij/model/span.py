"""Half-open stretches `[start, end)` of a text, in Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """`[start, end)` in code points of the text as it was given."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def shared(self, other: Span) -> int:
        """How many code points both hold (0 where they do not meet)."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def within(self, inner: Span) -> Span:
        """The span `inner`, which counts from this span's start, counted from the start of the text."""
        return Span(self.start + inner.start, self.start + inner.end)


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same stretches in order, with those that touch or overlap made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
