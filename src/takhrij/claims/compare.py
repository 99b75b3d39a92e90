"""Compares two short texts on their own, as `takhrij compare` does: annotates each, then asks whether they tell the same claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from takhrij.annotate.attributions import attributions_of
from takhrij.annotate.entities import mentions_of
from takhrij.annotate.expressions import expressions_of
from takhrij.claims.facts import facts_of
from takhrij.claims.matches import are_short
from takhrij.claims.resemblance import resemblance_of
from takhrij.claims.statements import Statement
from takhrij.claims.units import VALUES
from takhrij.model.annotation import Attribution, AttributionSpan
from takhrij.model.claim import Fact
from takhrij.model.document import Document
from takhrij.model.protocols import PairJudge
from takhrij.model.span import Span
from takhrij.text.folding import folded
from takhrij.text.sentences import sentences_of
from takhrij.text.tokens import tokens_of

Row = Attribution | AttributionSpan
_THAT = frozenset(map(folded, ("أن", "أنه", "أنها", "أنهم", "بأن", "بأنه", "بأنها")))  # with which what was said begins


def statement_of_text(words: str, date: str | None) -> Statement:
    """A lone short text as a statement, its relative dates told from `date` (ISO) where there is one.

    «قال سليم إن الجسر انهار أمس» has a chain (سليم) and a date fact.
    """
    document = Document("d", "d", 0, None, date, None, None, words, None, None, None)
    mentions = mentions_of(document)
    times, quantities = expressions_of(document)
    rows = attributions_of(document, sentences_of(document), mentions)
    facts = facts_of("", words, Span(0, len(words)), mentions, quantities, times)
    frame = tuple(_without_content(span, words, facts) for span in _frame(rows))
    return Statement("", words, date, None, tuple(facts), "asserted", _chain(rows, words), 0, frame, joins_light_verbs=True)


def _spans(rows: Sequence[Row], attribution: str, role: str) -> list[Span]:
    spans = [row for row in rows if isinstance(row, AttributionSpan) and (row.attribution, row.role) == (attribution, role)]
    return [Span(row.start, row.end) for row in sorted(spans, key=lambda row: row.number)]


def _frame(rows: Sequence[Row]) -> Iterator[Span]:
    """Who said it; not where the saying is itself the claim (denied, threatened, demanded: those are no neutral reports)."""
    for row in rows:
        if isinstance(row, Attribution) and row.stance in ("neutral", "endorsing", "distancing"):
            yield from _spans(rows, row.attribution, "source")
            yield from _spans(rows, row.attribution, "via")


def _without_content(source: Span, words: str, facts: Sequence[Fact]) -> Span:
    """A source up to the first day, number or «أن» in it, from which on it is what was said: «قالت الشرطة 24 قتيلا سقطوا»."""
    values = [fact.start for fact in facts if fact.slot in VALUES and source.start < fact.start < source.end]
    clauses = [token.start for token in tokens_of(words, source.start, source.end)[1:] if token.form in _THAT]
    return Span(source.start, min([source.end, *values, *clauses]))


def _chain(rows: Sequence[Row], words: str) -> tuple[str, ...]:
    """The names of all that speak in the text, outermost first: an outer attribution before the ones that its content holds."""
    names: list[str] = []
    attributions = sorted((row for row in rows if isinstance(row, Attribution)), key=lambda row: (row.parent is not None, row.attribution))
    for row in attributions:
        names += [span.of(words) for span in reversed(_spans(rows, row.attribution, "via"))]
        names += [row.speaker] if row.speaker else []
    return tuple(dict.fromkeys(names))


def compare_pair(row: Mapping[str, Any], *, judge: PairJudge | None = None) -> dict[str, Any]:
    """The output object of `takhrij compare` for one pair (`id`, `a`, `b`, and `a_date`, `b_date` or None).

    `judge` is asked about headlines alone («قتل 9 في حريق»): of long sentences told in other words it says that they are contrary.
    """
    left, right = statement_of_text(row["a"], row.get("a_date")), statement_of_text(row["b"], row.get("b_date"))
    judged = judge.judgements([(row["a"], row["b"])])[0] if judge and are_short(left, right) else None
    verdict, score, slots = resemblance_of(left, right, judged=judged)
    differences = [{"slot": slot, "a": left_value, "b": right_value} for slot, left_value, right_value in slots]
    return {"id": row["id"], "verdict": verdict, "score": score, "differences": differences}
