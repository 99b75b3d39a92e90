"""Attributions of a document: who is said to have said what, with cue, source, carriers and content."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.annotate.assembling import Draft, drafts_of
from takhrij.annotate.clauses import bare, kind_of_noun
from takhrij.annotate.english_attributions import english_drafts, is_english
from takhrij.annotate.headlines import headline_of
from takhrij.annotate.outlets import outlet_named
from takhrij.annotate.phrases import is_definite, is_joined
from takhrij.annotate.wording import Range, Wording, wording_of
from takhrij.model.annotation import Attribution, AttributionSpan, Mention
from takhrij.model.document import FIELDS, TEXT, TITLE, Document, Sentence
from takhrij.text.tokens import tokens_of

_FULL_NAME = 2  # words of a name that may be whole
MADE_BY = "attributions 1"
# What an outlet is, which its name is written with or without: «لصحيفة "الغيم"», «الغيم الإلكترونية».
_GENERIC = frozenset({"ل", "صحيفه", "جريده", "موقع", "مجله", "بوابه", "الكترونيه", "الكتروني", "نت", "اون", "لاين"})


def attributions_of(document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Attribution | AttributionSpan]:
    """The attributions of a document's text (a1, a2, …) and title (h1, …), each followed by its spans; rows may come in any order.

    «قالت وزارة الغيم إن السد آمن»: cue قالت, source وزارة الغيم, content السد آمن.
    """
    rows: list[Attribution | AttributionSpan] = []
    own = frozenset(bare(token.form) for token in tokens_of(document.outlet or "") if token.is_word) - _GENERIC
    known = outlet_named(document.outlet or "")
    for name in FIELDS:
        wording = wording_of(document, name, sentences)
        if wording.tokens:
            drafts = english_drafts(wording) if is_english(wording) else _arabic_drafts(wording, name, mentions)
            rows.extend(_rows(document.document, name, wording, [_without_own(wording, draft, own, known) for draft in drafts]))
    return rows


def _arabic_drafts(wording: Wording, name: str, mentions: Sequence[Mention]) -> list[Draft]:
    people = _people(wording, name, mentions)
    return drafts_of(wording, people, headline_of(wording, people) if name == TITLE else [])


def _people(wording: Wording, name: str, mentions: Sequence[Mention]) -> list[Range]:
    """The token ranges of the persons that were found in the field."""
    here = [mention for mention in mentions if mention.field == name and mention.kind == "PERSON"]
    return [_whole(wording, wording.token_at(mention.start), wording.token_at(mention.end)) for mention in here]


def _whole(wording: Wording, first: int, stop: int) -> Range:
    """A person's tokens with the last name that the finder took for a nation's: «سامي بن كمال التركي»."""
    while stop - first > _FULL_NAME and is_definite(wording.form(stop - 1)) and kind_of_noun(wording.form(stop - 1)) == "organization":
        stop -= 1  # «طالب الرئيس سامي كمال الغيم المليشيات بـ…»
    last = wording.form(stop)
    son = stop - first > 2 and wording.form(stop - 2) == "بن"
    return (first, stop + 1) if son and is_definite(last) and last.endswith("ي") and kind_of_noun(last) is None else (first, stop)


def _without_own(wording: Wording, draft: Draft, own: frozenset[str], known: tuple[str, str] | None) -> Draft:
    """The draft without the article's own outlet among its carriers, which is never one."""
    draft.via = [medium for medium in draft.via if not set() < _words(wording, medium) <= own and not _is_same(wording, medium, known)]
    return draft


def _is_same(wording: Wording, medium: Range, known: tuple[str, str] | None) -> bool:
    words = wording.words(*medium)
    if wording.form(medium[0]).removeprefix("ل") == "قناه":
        return False  # a channel is another medium than the site of its name
    return known is not None and known in (outlet_named(words), outlet_named(words.removeprefix("ل")))


def _words(wording: Wording, tokens: Range) -> set[str]:
    first, *others = [token.form for token in wording.tokens[tokens[0] : tokens[1]] if token.is_word] or [""]
    words = {bare(first), *map(bare, others)}
    plain = bare(first.removeprefix("ل")) if first.startswith("ل") and len(first) > 3 else bare(first)
    return {plain if word == bare(first) else word for word in words} - _GENERIC


def _rows(document: str, name: str, wording: Wording, drafts: list[Draft]) -> list[Attribution | AttributionSpan]:
    letter = "a" if name == TEXT else "h"
    rows: list[Attribution | AttributionSpan] = []
    for number, draft in enumerate(drafts, 1):
        speaker = draft.speaker.name if draft.speaker else None
        parent = None if draft.parent is None else f"{letter}{draft.parent + 1}"
        rows.append(Attribution(document, f"{letter}{number}", name, speaker, draft.mode, draft.kind, draft.stance, parent, MADE_BY))
        rows.extend(_span_rows(document, f"{letter}{number}", wording, draft))
    return rows


def _span_rows(document: str, attribution: str, wording: Wording, draft: Draft) -> list[AttributionSpan]:
    ranges = {"cue": draft.cue, "source": [draft.source] if draft.source else [], "via": draft.via, "content": draft.content}
    return [
        AttributionSpan(document, attribution, role, number, *_span(wording, tokens, role))
        for role, pieces in ranges.items()
        for number, tokens in enumerate(piece for piece in pieces if piece[0] < piece[1])
    ]


def _span(wording: Wording, tokens: Range, role: str) -> tuple[int, int]:
    """The offsets of a piece; a source loses the ف that joins its clause to the one before: «فالوزارة التي زعمت»."""
    start, end = wording.span(*tokens)
    return (start + 1, end) if role == "source" and is_joined(wording.form(tokens[0])) else (start, end)
