"""Clauses beside what is told: relative ones, which say what thing is meant, and asides, which tell what went before or is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from takhrij.claims.units import Unit
from takhrij.model.span import Span
from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon
from takhrij.text.tokens import Token

# Of what the words would weigh in the main clause: two sentences that share «البلدة التي تقع قرب الحدود» need not tell one thing. Read on
# several events of 2015 and 2018: of 26 joins that are lost 20 were wrong, of 26 that are new 16 are right; gold/claims does not move.
BACKGROUND = 0.5
RELATIVE = frozenset(map(folded, ("الذي", "التي", "الذين", "اللذين", "اللتين", "والذي", "والتي", "والذين")))
# Participles that say where or whose a thing is: «سمران الواقعة شمال …», «المدينة الخاضعة لسيطرة …».
PLACED = frozenset(map(folded, ("الواقعة", "الواقع", "المجاورة", "المجاور", "القريبة", "القريب", "الخاضعة", "الخاضع")))
ENDS = frozenset("،,؛;.:")
ASIDE = 0.5  # of what the words would weigh in the main clause
_STOPS = frozenset(".؛!؟")  # at which an aside ends; one that begins the text ends at the first comma
_COMMAS = frozenset("،,")
_THAT = frozenset(map(folded, ("أن", "أنه", "أنها", "أنهم", "أنهما", "بأن", "بأنه", "بأنها", "بأنهم", "إن")))
_GAP = 6  # words that may stand between «وكان» and «قد»
_OPENING = 3  # tokens of the text before which an aside opens it
LEAST_BEFORE = 2  # tokens before it: a telling that begins with «الذي» is cut from the noun, and the clause is all it tells


def with_light_background(units: Sequence[Unit], tokens: Sequence[Token]) -> list[Unit]:
    """The units, those of relative clauses at half their weight.

    «أغلقت الشرطة الجسر الذي شيدته البلدية قبل عامين» tells of the closing.
    """
    spans = list(_backgrounds(tokens))
    return [unit._replace(weight=unit.weight * BACKGROUND) if any(span.holds(Span(unit.start, unit.end)) for span in spans) else unit
            for unit in units] if spans else list(units)  # fmt: skip


def _backgrounds(tokens: Sequence[Token]) -> Iterator[Span]:
    """From each word that begins a relative clause to the next mark, or to the end."""
    for place, token in enumerate(tokens):
        if place >= LEAST_BEFORE and (token.form in RELATIVE or token.form in PLACED):
            yield Span(token.start, next((after.start for after in tokens[place + 1 :] if after.form in ENDS), tokens[-1].end))


def with_asides(units: Sequence[Unit], tokens: Sequence[Token]) -> list[Unit]:
    """The units, those of asides marked and at half their weight.

    «استقال المدير، علما أن المصنع احترق قبل شهر» tells of a resignation.
    """
    spans = list(_asides(tokens))
    return [unit._replace(weight=unit.weight * ASIDE, aside=True) if any(span.holds(Span(unit.start, unit.end)) for span in spans) else unit
            for unit in units] if spans else list(units)  # fmt: skip


def _asides(tokens: Sequence[Token]) -> Iterator[Span]:
    """From each opening to the end of its sentence; where it opens the text, to the first comma."""
    for place, token in enumerate(tokens):
        if any(_go_on(tokens, place + 1, words) for words in _openings().get(token.form, ())):
            marks = _COMMAS if place < _OPENING else _STOPS
            end = next((after.start for after in tokens[place + 1 :] if after.form in marks), None)
            if end is not None or place >= _OPENING:
                yield Span(token.start, tokens[-1].end if end is None else end)


def _go_on(tokens: Sequence[Token], at: int, words: Sequence[tuple[frozenset[str], int]]) -> bool:
    """Whether the words stand one after another from a place on, so many others between as each allows."""
    for allowed, gap in words:
        found = next((place for place in range(at, min(len(tokens), at + gap + 1)) if tokens[place].form in allowed), None)
        if found is None:
            return False
        at = found + 1
    return True


@cache
def _openings() -> dict[str, tuple[tuple[tuple[frozenset[str], int], ...], ...]]:
    """By first word: the words that follow, each as those that may stand there and how many others before it."""
    found: dict[str, list[tuple[tuple[frozenset[str], int], ...]]] = {}
    for row in lexicon("claims", "asides"):
        first, *others = row["words"].split()
        places = [(_forms(words), _GAP if before == "…" else 0) for before, words in pairwise(("", *others)) if words != "…"]
        for form in _forms(first):
            found.setdefault(form, []).append(tuple(places))
    return {form: tuple(rows) for form, rows in found.items()}


def _forms(words: str) -> frozenset[str]:
    return _THAT if words == "أن" else frozenset(map(folded, words.split("|")))
