"""Statements with hand-made facts for the tests of this folder."""

from __future__ import annotations

from takhrij.claims.facts import facts_of
from takhrij.claims.statements import Statement
from takhrij.model.annotation import Mention, Quantity, TimeExpression
from takhrij.model.span import Span


def told(
    words: str, *, numbers: dict[str, str] | None = None, names: dict[str, str] | None = None, days: dict[str, str] | None = None,
    date: str | None = None,
) -> Statement:  # fmt: skip
    """A statement whose numbers (words: value), names (words: kind) and days (words: ISO day) are given."""

    def at(part: str) -> tuple[str, str, int, int]:
        return "d", "text", words.index(part), words.index(part) + len(part)

    quantities = [Quantity(*at(part), value, None, None, "exact", None, "test") for part, value in (numbers or {}).items()]
    mentions = [Mention(*at(part), kind, part, "test") for part, kind in (names or {}).items()]
    times = [TimeExpression(*at(part), "DATE", day, day, day, None, "test") for part, day in (days or {}).items()]
    facts = facts_of("t", words, Span(0, len(words)), mentions, quantities, times)
    return Statement("t", words, date, "ar", tuple(facts), "asserted", (), joins_light_verbs=True)
