"""What a hedge is about, and whether it is what two tellings share."""

from __future__ import annotations

import pytest

from takhrij.claims.hedges import is_unsure_of_what_is_shared

CLOSED = "أغلقت البلدية جسر السنديان في سمران"  # the municipality closed Sindyan bridge in Samran


@pytest.mark.parametrize("words", [
        "يبدو أن البلدية أغلقت جسر السنديان في سمران",  # it seems that …
        "أغلقت البلدية جسر السنديان في سمران، على ما يبدو",  # …, it seems
        "ربما أغلقت البلدية جسر السنديان",
    ],
)  # fmt: skip
def test_a_hedge_before_or_behind_what_is_shared_doubts_it(words: str) -> None:
    assert is_unsure_of_what_is_shared(words, CLOSED)


@pytest.mark.parametrize("words", [
        "أغلقت البلدية جسر السنديان في سمران الذي قد ينهار تحت ضغط السيول",  # … which may collapse
        "يعتقد أن الأشجار تبلغ ألف عام، لكن البلدية أغلقت جسر السنديان في سمران",  # trees are thought to be old, but …
    ],
)  # fmt: skip
def test_a_hedge_in_another_clause_does_not(words: str) -> None:
    assert not is_unsure_of_what_is_shared(words, CLOSED)
