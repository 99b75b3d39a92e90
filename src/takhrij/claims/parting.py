"""Parts a sentence where a new proposition begins: another source speaks, or a word that opens a further statement follows a comma."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from takhrij.model.span import Span
from takhrij.text.folding import folded
from takhrij.text.tokens import Token, tokens_of

LEAST_TOKENS = 5  # words on either side of a cut: a shorter piece is no statement of its own
# After a comma these open a statement that can be told without what stands before: «…، فيما أغلقت الشرطة الطريق».
OPENERS = frozenset(map(folded, ("فيما", "بينما", "كما", "وكما", "وفيما", "وبينما", "مشيرا", "مشيرة", "مضيفا", "مضيفة", "موضحا", "موضحة")))
TWO_WORD_OPENERS = (("في", "حين"), ("في", "الوقت"), ("الي", "ذلك"), ("من", "جهته"), ("من", "جهتها"), ("من", "جانبه"), ("من", "جانبها"))


def clauses_of(text: str, sentence: Span, frames: Sequence[Span]) -> list[Span]:
    """The clauses of a sentence, in order and without gaps but white space; `frames` are whole attributions (source to content).

    «قتل خمسة في الانهيار صباح الأحد، كما أصيب عشرون من العمال بجروح» is two; «قتل خمسة وأصيب عشرون» is one.
    """
    tokens = tokens_of(text, *sentence)
    cuts = [position for position in _cuts(tokens, frames) if _words(tokens[:position]) >= LEAST_TOKENS]
    kept: list[int] = []
    for position in cuts:
        begin = kept[-1] if kept else 0
        if _words(tokens[begin:position]) >= LEAST_TOKENS and _words(tokens[position:]) >= LEAST_TOKENS:
            kept.append(position)
    bounds = [sentence.start, *(tokens[position].start for position in kept), sentence.end]
    return [_trimmed(text, Span(start, end)) for start, end in pairwise(bounds)]


def _words(tokens: Sequence[Token]) -> int:
    return sum(token.is_word for token in tokens)


def _cuts(tokens: Sequence[Token], frames: Sequence[Span]) -> Iterator[int]:
    """The positions of tokens that begin a new statement."""
    starts = {frame.start for frame in frames}
    for position, token in enumerate(tokens):
        speaks = token.start in starts and not any(frame.start < token.start < frame.end for frame in frames)
        follows = position > 0 and tokens[position - 1].form in ("،", ",", "؛", ";")
        if position and (speaks or (follows and _opens(tokens, position))):
            yield position


def _opens(tokens: Sequence[Token], position: int) -> bool:
    following = tokens[position + 1].form if position + 1 < len(tokens) else ""
    return tokens[position].form in OPENERS or (tokens[position].form.removeprefix("و"), following) in TWO_WORD_OPENERS


def _trimmed(text: str, span: Span) -> Span:
    """Without white space at either end, and without the comma that led to the next clause."""
    start, end = span
    while end > start and (text[end - 1].isspace() or text[end - 1] in "،,؛;"):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
