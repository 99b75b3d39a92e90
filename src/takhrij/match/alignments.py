"""Which passages of two documents are the same words: the rows that reuse, chains and the web page rest on."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from takhrij.match.boilerplate import LONGEST, are_set_phrases, is_form, is_scripture
from takhrij.match.evidence import scores_of
from takhrij.match.meetings import Meeting, Stretch, meeting_of
from takhrij.match.numbers import WordNumbers
from takhrij.match.passages import Passage as Stretches
from takhrij.match.passages import passages_of
from takhrij.match.repeats import repeats_of, told_twice
from takhrij.match.versions import is_new_version
from takhrij.match.words import CHANGED, EQUAL, MOVED, changes_between
from takhrij.model.document import Document
from takhrij.model.identity import identity
from takhrij.model.reuse import Passage

MADE_BY = "reuse/1"
DAY = len("2021-11-09")
WHOLE = 0.75  # share of both texts that makes two documents near duplicates
ACCEPTED = 0.4  # score; of 11,168 passages planted in 3 x 5,000 articles 0.7 % have less; most others above it are real reuse
REWRITTEN = 0.3  # share of a text that its repeats make up together; below, a lead is told again in the body, as in much news
ACCEPTED_WITHIN = 0.7  # score within one text; of 2,000 articles six give less, four of them lists and reports of two events of one kind


def passages_between(pair: str, left: Document, right: Document) -> list[Passage]:
    """The passages of two documents that are the same words, in the order of the left one.

    «أعلنت وزارة الزراعة في برقة أن موسم الزيتون بدأ مبكرا» in both texts gives one row of kind verbatim. A document beside itself
    gives what it tells twice, the earlier passage on the left.
    """
    meeting = meeting_of(left.text, right.text)
    if meeting is None:
        return []
    if left.document == right.document:
        meeting = told_twice(meeting)
        found = repeats_of(meeting)
    else:
        found = passages_of(meeting)
    accepted = ACCEPTED_WITHIN if left.document == right.document else ACCEPTED
    rows = [
        _row(pair, left, right, meeting, passage, score)
        for passage, score in zip(found, scores_of(meeting, found), strict=True)
        if score >= accepted
    ]
    ours, theirs = sum(row.left_share for row in rows), sum(row.right_share for row in rows)
    if left.document == right.document:
        return rows if ours + theirs >= REWRITTEN else []
    return _as_versions(rows) if is_new_version(left, right, ours, theirs) else rows


def _as_versions(rows: list[Passage]) -> list[Passage]:
    return [row if row.kind == "formula" else replace(row, kind="new_version") for row in rows]


def _row(pair: str, left: Document, right: Document, meeting: Meeting, passage: Stretches, score: float) -> Passage:
    ours, theirs = _offsets(meeting.left, passage.left), _offsets(meeting.right, passage.right)
    shares = passage.left.size / len(meeting.left), passage.right.size / len(meeting.right)
    counts = changes_between(meeting, passage.left, passage.right)
    change = change_of(counts, longer := max(passage.left.size, passage.right.size), min(shares))
    return Passage(
        identity("a", pair, *ours, *theirs), pair, left.document, *ours, right.document, *theirs,
        counts.total(), longer - counts.total(), round(score, 4), _setting(left, right, meeting, passage) or change,
        round(shares[0], 4), round(shares[1], 4), MADE_BY,
    )  # fmt: skip


def change_of(counts: Counter[str], longer: int, share: float) -> str:
    """What was done to the words: how many are equal, changed or moved, of those of the longer side; `share` of the whole texts.

    >>> change_of(Counter(equal=60, moved=30), 100, 0.2)
    'reordered'
    """
    if share >= WHOLE and counts.total() >= 0.6 * longer:
        return "near_duplicate"
    if counts[EQUAL] >= 0.95 * longer:
        return "verbatim"
    if counts[EQUAL] + counts[CHANGED] >= 0.7 * longer:
        return "edited"
    return "reordered" if counts.total() >= 0.8 * longer and counts[MOVED] >= 0.15 * longer else "rewritten"


def _setting(left: Document, right: Document, meeting: Meeting, passage: Stretches) -> str | None:
    """The kind of a passage that says nothing of copying between outlets, whatever was done to its words."""
    if are_set_phrases(meeting.left, passage.left, meeting.right, passage.right):
        return "formula"
    ours, theirs = _offsets(meeting.left, passage.left), _offsets(meeting.right, passage.right)
    if is_scripture(left.text, ours, right.text, theirs):
        return "formula"
    form = is_form(left.text, meeting.left, passage.left, right.text, meeting.right, passage.right)
    if form and not _of_one_day(left, right, passage):
        return "formula"
    within = left.document == right.document
    return "same_outlet" if left.outlet is not None and left.outlet == right.outlet and not within else None


def _of_one_day(left: Document, right: Document, passage: Stretches) -> bool:
    """Whether much is told alike on one day: what two papers then count otherwise is one report brought up to date, not a daily list."""
    days = {(document.date or "")[:DAY] for document in (left, right)}
    return len(days) == 1 and "" not in days and min(passage.left.size, passage.right.size) > LONGEST


def _offsets(words: WordNumbers, stretch: Stretch) -> tuple[int, int]:
    return int(words.starts[stretch.start]), int(words.ends[stretch.end - 1])
