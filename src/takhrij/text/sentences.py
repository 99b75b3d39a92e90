"""Sentences of an article: spans that leave out nothing but white space (rules of research/dependencies.md, section 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from takhrij.model.document import FIELDS, Document, Sentence
from takhrij.model.span import Span
from takhrij.text.folding import fold, folded
from takhrij.text.lexicons import lexicon

LONG_RUN = 350  # characters: above it a comma before a speech verb may end a sentence; the median sentence of the seeds has 200
VERY_LONG_RUN = 450  # characters above which it may end before a connective too, which often goes on with what someone said
SHORTEST_PAUSED = 40  # characters before «..» for it to end a sentence: shorter pieces are pauses of one sentence
SHORTEST_CUT = 60  # characters that a piece of a cut run keeps, so that «نعم، وقال…» stays whole
LONGEST = 2000  # characters: no later step should meet a "sentence" of a megabyte, which only broken input has

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_TERMINATOR = re.compile("[.!?؟۔…]+[\u064b-\u0652\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[\"'”’»›)\\]}]*")
_RUNS_ON = re.compile(r"\s*[،,؛;:]")
_COMMA = re.compile(r'[،,؛;]["»”)]*\s*(?=["(«]?(\w+))')
_NEXT_LETTER = re.compile(r"\s?[ء-ن](?!\w)")  # the ب of (د. ب. أ); a و alone begins a sentence
_SITE = re.compile(r"(?:نت|كوم)(?!\w)")
_NUMBERING = re.compile(r"\s*\d{1,2}$")
_TITLES = frozenset("دمأاإ")  # د. (doctor) م. (engineer) أ. (professor)
_LETTER_NAMES = frozenset(folded("إيه إي آي أي بي سي دي إف جي إتش جيه كي إل إم إن أو يو بيه كيو آر إس تي في دبليو إكس واي زد زي").split())
_LAST_WORD, _FIRST_WORD = re.compile(r"\w+$"), re.compile(r"\w+")
_STRAIGHT = "\"'"


def sentences_of(document: Document) -> list[Sentence]:
    """The sentences of a document's text and title, in order.

    «وصل الوفد. وقال رئيسه: «سنعود»» gives two.
    """
    return [
        Sentence(document.document, field, number, span.start, span.end)
        for field in FIELDS
        for number, span in enumerate(sentence_spans(document.field(field)))
    ]


def sentence_spans(text: str) -> list[Span]:
    """The spans of the sentences of a text; between them there is only white space.

    >>> [span.of("بلغت النسبة 3.5 نقطة.وقال د. سامي إنها «ترتفع؟» ثم صمت")
    ...  for span in sentence_spans("بلغت النسبة 3.5 نقطة.وقال د. سامي إنها «ترتفع؟» ثم صمت")]
    ['بلغت النسبة 3.5 نقطة.', 'وقال د. سامي إنها «ترتفع؟»', 'ثم صمت']
    """
    spans: list[Span] = []
    for line in _LINE.finditer(text):
        for start, end in _with_words(text, list(_closed(text, line.start(), line.end()))):
            spans.extend(_trimmed(text, part) for part in _cut(text, start, end))
    return [span for span in spans if span.start < span.end]


def _closed(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretches of one line that end in a full stop, question mark or exclamation mark, and the rest."""
    for match in _TERMINATOR.finditer(text, start, end):
        stop = _end_of(text, match, end)
        if _ends_sentence(text, start, match, stop):
            yield Span(start, stop)
            start = stop
    yield Span(start, end)


def _end_of(text: str, match: re.Match[str], end: int) -> int:
    """Where the terminator ends; a straight quote with a letter right behind opens what follows: قال."نعم"."""
    stop = match.end()
    return stop - 1 if text[stop - 1] in _STRAIGHT and stop < end and text[stop].isalpha() else stop


def _ends_sentence(text: str, start: int, match: re.Match[str], stop: int) -> bool:
    """Whether a terminator closes a sentence that began at `start`."""
    if _RUNS_ON.match(text, stop):  # «هل يعود؟»، سأل الحضور
        return False
    mark = match.group()[:2]
    if mark in ("..", ".…") or mark[0] == "…":  # a pause rather than an end: «كل أم.. وكل أب», «(...)»
        return match.start() - start >= SHORTEST_PAUSED and text[match.start() - 1] != "("
    if mark[0] != "." or mark[1:2] in tuple("!?؟"):
        return True
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if (_is_inner(before) and _is_inner(after)) or _SITE.match(text, match.end()):  # 3.5, example.com, «الغيم.نت»
        return False
    if _NUMBERING.fullmatch(text[max(start, match.start() - 8) : match.start()]):  # 1. المقدمة
        return False
    return not _is_abbreviation(text, start, match.start(), after)


def _is_inner(letter: str) -> bool:
    return letter.isdigit() or ("a" <= letter.lower() <= "z")


def _is_abbreviation(text: str, start: int, point: int, after: str) -> bool:
    """Whether the point at `point` follows one letter that stands alone: د. سامي, أ.ف.ب, but not «عام 620 م. وفي»."""
    letter, before = text[point - 1 : point], text[max(start, point - 2) : point - 1]
    if after.isalpha() and _spells(text[max(start, point - 6) : point], text[point + 1 : point + 5]):
        return True
    if letter in "أد" and before == "و" and not text[max(start, point - 3) : point - 2].isalnum():  # وأ. هالة
        return True
    if point - 1 < start or not letter.isalpha() or before.isalnum() or before == "ـ":
        return False
    if text[max(start, point - 4) : point - 1].strip().isdigit():
        return False
    if before == "." and letter not in _TITLES:  # the last point of أ.ف.ب. ends the sentence, unless it goes on without a space
        return after.isalpha()
    return letter in _TITLES or after.isalpha() or _NEXT_LETTER.match(text, point + 1) is not None


def _spells(before: str, after: str) -> bool:
    """Whether a point stands between two names of Latin letters: سي.آي.إيه."""
    left, right = _LAST_WORD.search(folded(before)), _FIRST_WORD.match(folded(after))
    return left is not None and right is not None and left.group().removeprefix("ال") in _LETTER_NAMES and right.group() in _LETTER_NAMES


def _with_words(text: str, spans: list[Span]) -> list[Span]:
    """The spans of one line, with those that hold no letter or digit (a stray quote) joined to the one before."""
    kept: list[Span] = []
    for span in spans:
        if kept and not any(map(str.isalnum, span.of(text))):
            kept[-1] = Span(kept[-1].start, span.end)
        else:
            kept.append(span)
    return kept


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """A run-on sentence in pieces, cut at commas: before verbs of telling first, before connectives only where it is very long."""
    for run in _pieces(text, Span(start, end), "speech", LONG_RUN):
        for piece in _pieces(text, run, "connective", VERY_LONG_RUN):
            yield from _capped(text, piece.start, piece.end)


def _pieces(text: str, run: Span, kind: str, longest: int) -> Iterator[Span]:
    """A run cut before words of one kind so that pieces stay under `longest` where they can."""
    start, end = run
    cuts = _openings(text, run, kind) if end - start > longest else []
    for cut, following in pairwise([*cuts, end]):
        long_enough = cut - start >= SHORTEST_CUT and end - cut >= SHORTEST_CUT
        if long_enough and end - start > longest and (following - start > longest or following == end):
            yield Span(start, cut)
            start = cut
    yield Span(start, end)


def _openings(text: str, run: Span, kind: str) -> list[int]:
    """Where in a run a new main clause begins after a comma, with a word of that kind."""
    piece = fold(run.of(text))
    return [run.start + piece.offsets[match.end()] for match in _COMMA.finditer(piece.text) if match.group(1) in _openers(kind)]


@cache
def _openers(kind: str) -> frozenset[str]:
    return frozenset(folded(row["form"]) for row in lexicon("text", "sentence_openers") if row["kind"] == kind)


def _capped(text: str, start: int, end: int) -> Iterator[Span]:
    """A piece cut at white space where it is longer than any sentence."""
    while end - start > LONGEST:
        space = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in " ،")
        stop = space + 1 if space > 0 else start + LONGEST
        yield Span(start, stop)
        start = stop
    yield Span(start, end)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))
