"""Whether two articles share their own words, or only the words of somebody whom both quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from takhrij.chains.readings import Mask, blocks_of, witness_of
from takhrij.model.annotation import AttributionSpan
from takhrij.model.document import Document

CONTENT = "content"
TITLE_PREFIX = "h"  # of the attributions of a title
# Words on end, or runs of three in all, that two share outside of what they attribute: of the pairs of the gold claims said to copy
# the least have 9 and 15, of those that only carry one statement the most have 7 and 12 (a spokesman's full title is 7 words).
LEAST_ON_END, LEAST_RUNS = 9, 15


def said_in(spans: Iterable[AttributionSpan]) -> dict[str, Mask]:
    """For each document the stretches of its text that it attributes to somebody."""
    out: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in spans:
        if row.role == CONTENT and not row.attribution.startswith(TITLE_PREFIX):
            out[row.document].append((row.start, row.end))
    return {document: tuple(sorted(given)) for document, given in out.items()}


def share_own_words(one: Document, other: Document, said: Mapping[str, Mask]) -> bool:
    """Whether the same words stand in what neither attributes.

    «شب حريق في المرفأ فجر الخميس … وقال الوزير: "سنعيد البناء"» copied whole shares the fire's story too; two reporters of one speech
    share «سنعيد البناء» and little else.
    """
    mine, theirs = (witness_of(row.text, said.get(row.document, ())) for row in (one, other))
    longest = max((block.length for block in blocks_of(mine, theirs)), default=0)
    return longest >= LEAST_ON_END or len(mine.places.keys() & theirs.places.keys()) >= LEAST_RUNS
