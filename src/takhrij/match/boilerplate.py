"""Tells formulas (protocol, prayer, link lines, agency marks) from reuse; they are shown as such and never taken for copying."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from takhrij.match.shingles import WordNumbers, word_numbers
from takhrij.text.lexicons import lexicon

SHARE = 0.6  # of the content words of a passage; more than that in formulas makes it one
LONGEST = 60  # words; what is longer is copied, whatever it is made of


@cache
def _pairs() -> frozenset[tuple[int, int]]:
    """Neighbouring stems of all set phrases, by number."""
    out: set[tuple[int, int]] = set()
    for row in lexicon("match", "formulas"):
        stems = word_numbers(row["phrase"]).stems.tolist()
        out.update(pairwise(stems))
    return frozenset(out)


def formula_share(words: WordNumbers, start: int, end: int) -> float:
    """The share of the content words `[start, end)` that stand in a set phrase.

    >>> words = word_numbers("خادم الحرمين الشريفين الملك")
    >>> formula_share(words, 0, 4) > 0.7
    True
    """
    stems, content = words.stems[start:end].tolist(), words.content[start:end].tolist()
    inside = [False] * len(stems)
    for number, pair in enumerate(pairwise(stems)):
        if pair in _pairs():
            inside[number] = inside[number + 1] = True
    weighed = [told for told, rare in zip(inside, content, strict=True) if rare]
    return sum(weighed) / len(weighed) if weighed else 1.0


def is_formula(words: WordNumbers, start: int, end: int) -> bool:
    """Whether a stretch of words says nothing of who copied from whom."""
    return end - start <= LONGEST and formula_share(words, start, end) >= SHARE
