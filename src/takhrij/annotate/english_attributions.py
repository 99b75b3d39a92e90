"""Attributions of fields in English: sentence by sentence, then who «he» is and which stands inside which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from takhrij.annotate.drafts import Draft
from takhrij.annotate.english_cues import ABBREVIATED, Clauses, trimmed
from takhrij.annotate.english_sources import Speakers
from takhrij.annotate.speakers import Speaker
from takhrij.annotate.wording import Range, Wording

LOOKED_AT = 2000  # tokens by which the script of a field is told
_DATELINE = 12  # tokens
_LONGEST_SENTENCE = 600  # tokens; a longer run is broken input and is read in pieces
_NEAR = 8  # attributions before and behind among which one's parent is looked for
_REMEMBERED = 40  # speakers looked back through


def is_english(wording: Wording) -> bool:
    """Whether most of the words are in Latin letters, whatever the document says of its language."""
    letters = [token.form[0] for token in wording.tokens[:LOOKED_AT] if token.form[0].isalpha()]
    return 2 * sum("a" <= letter <= "z" for letter in letters) > len(letters)


def english_drafts(wording: Wording) -> list[Draft]:
    """The attributions of an English field in the order of their cues, with speakers and parents.

    «Civil defence said on Tuesday that the road was shut»: source Civil defence, cue said, content the road was shut.
    """
    drafts: list[Draft] = []
    for start, stop in _sentences(wording):
        found = Clauses(wording, _after_dateline(wording, start, stop), stop).drafts()
        if not found and drafts and _goes_on(wording, start, stop, drafts[-1]):
            drafts[-1].content.append(trimmed(wording, start, stop))
        drafts += found
    drafts.sort(key=lambda draft: draft.first)
    _assign_parents(drafts)
    _assign_speakers(wording, drafts)
    return drafts


def _sentences(wording: Wording) -> Iterator[Range]:
    """The sentences, with those joined that were cut behind «Mr.» or before «he asked»."""
    start = None
    bounds = list(zip(wording.starts, wording.stops, strict=True))
    for number, (first, stop) in enumerate(bounds):
        start = first if start is None else start
        following = bounds[number + 1][0] if number + 1 < len(bounds) else None
        if stop - start > _LONGEST_SENTENCE:
            yield from ((at, min(stop, at + _LONGEST_SENTENCE)) for at in range(start, stop, _LONGEST_SENTENCE))
            start = None
            continue
        short = wording.form(stop - 1) == "." and (wording.form(stop - 2) in ABBREVIATED or len(wording.form(stop - 2)) == 1)
        runs_on = following is not None and wording.text[wording.tokens[following].start].islower()
        if following is None or not (short or runs_on):
            yield start, stop
            start = None


def _goes_on(wording: Wording, start: int, stop: int, before: Draft) -> bool:
    """Whether a sentence is nothing but a quotation right behind one: «"A," she said. "B."»"""
    near = start - max(before.content[-1][1], before.cue[-1][1]) <= 6
    return near and before.mode == "direct" and wording.opens(start) and (wording.partners[start] or 0) >= stop - 2


def _after_dateline(wording: Wording, start: int, stop: int) -> int:
    """The token after «MARSA ZAMRAN (TNA) -» at the head of a text."""
    for place in range(start, min(start + _DATELINE, stop - 1)):
        if wording.form(place) == "-" and wording.tokens[place].start > wording.tokens[place - 1].end and place > start:
            before = wording.text[wording.tokens[start].start : wording.tokens[place - 1].end]
            return place + 1 if before.split()[0].isupper() or before.endswith(")") else start
    return start


def _assign_parents(drafts: list[Draft]) -> None:
    """The innermost attribution whose content holds the cue."""
    for number, draft in enumerate(drafts):
        near = range(max(0, number - _NEAR), min(len(drafts), number + _NEAR))
        holders = [
            (content[1] - content[0], other)
            for other in near
            for content in drafts[other].content
            if other != number and content[0] <= draft.first < content[1]
        ]
        draft.parent = min(holders)[1] if holders else None


def _assign_speakers(wording: Wording, drafts: Sequence[Draft]) -> None:
    speakers = Speakers(wording)
    for draft in drafts:
        if draft.source is not None:
            speakers.note(draft.source)
    spoken: list[Speaker] = []
    for draft in drafts:
        if draft.source is not None:
            draft.speaker, draft.kind = speakers.resolve(draft.source, spoken[-_REMEMBERED:])
        elif spoken:
            draft.speaker, draft.kind = spoken[-1], spoken[-1].kind
        if draft.speaker is not None and draft.parent is None:
            spoken.append(draft.speaker)
