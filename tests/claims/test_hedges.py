"""What a hedge is about, and whether it is what two tellings share."""

from __future__ import annotations

import pytest

from takhrij.claims.facts import facts_of
from takhrij.claims.hedges import is_unsure_of_what_is_shared
from takhrij.model.claim import Telling
from takhrij.model.span import Span

CLOSED = "أغلقت البلدية جسر السنديان في سمران"  # the municipality closed Sindyan bridge in Samran


def is_unsure(words: str) -> bool:
    """Of what it shares with the closing, as the second sentence of an article."""
    before = "قال الحارس. "
    one = Telling("a", "d-a", "text", len(before), len(before + words), words, None, "doubted")
    other = Telling("b", "d-b", "text", 0, len(CLOSED), CLOSED, None, "asserted")
    return is_unsure_of_what_is_shared(one, facts_of("a", before + words, Span(one.start, one.end), [], [], []), other)


@pytest.mark.parametrize("words", [
        "يبدو أن البلدية أغلقت جسر السنديان في سمران",  # it seems that …
        "أغلقت البلدية جسر السنديان في سمران، على ما يبدو",  # …, it seems
        "ربما أغلقت البلدية جسر السنديان",
    ],
)  # fmt: skip
def test_a_hedge_before_or_behind_what_is_shared_doubts_it(words: str) -> None:
    assert is_unsure(words)


@pytest.mark.parametrize("words", [
        "أغلقت البلدية جسر السنديان في سمران الذي قد ينهار تحت ضغط السيول",  # … which may collapse
        "يعتقد أن الأشجار تبلغ ألف عام، لكن البلدية أغلقت جسر السنديان في سمران",  # trees are thought to be old, but …
    ],
)  # fmt: skip
def test_a_hedge_in_another_clause_does_not(words: str) -> None:
    assert not is_unsure(words)
