"""The log of what analysts decided about a case: append-only; every run respects it, and every decision can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from datetime import datetime

from takhrij.claims.order import stretch_of
from takhrij.errors import UsageError
from takhrij.model.chain import UNSEEN
from takhrij.model.claim import Telling
from takhrij.model.decision import DATE, DECISIONS, FAMILY, LINK_RIGHT, LINK_WRONG, NOT_SAME, SAME, UNDO, Decision
from takhrij.model.document import Document
from takhrij.store import Case, Writing

STEP = "decisions"
LONGEST = 120  # letters of the subject's words that are kept for the reader of the log
Subject = tuple[str, str, str]  # left, right, words
NO_DATE = "unknown"
NEEDS = {
    SAME: "two tellings or claims",
    NOT_SAME: "a telling, or two tellings or claims",
    LINK_RIGHT: "the later telling and the earlier one (or unseen:NAME)",
    LINK_WRONG: "the later telling and the earlier one (or unseen:NAME)",
    FAMILY: "two outlets",
    DATE: "an article and its date (2015-08-03, 2015-08-03T14:05:00Z, or unknown)",
    UNDO: "the number of a decision",
}


def log_of(case: Case) -> list[Decision]:
    """Every decision, the oldest first."""
    return sorted((Decision(*astuple(row)) for row in case.rows("decisions")), key=lambda row: row.number)


def standing_of(log: Sequence[Decision]) -> set[int]:
    """The numbers of the decisions that were not undone."""
    undone = {row.left for row in log if row.kind == UNDO}
    return {row.number for row in log if row.kind != UNDO and str(row.number) not in undone}


def decide(case: Case, kind: str, subjects: Sequence[str], *, moment: datetime, analyst: str | None, note: str | None) -> Decision:
    """Append one decision to the log of a case, which the caller must have locked; UsageError where a subject is not there.

    A telling is named by its id, as CLAIM/t3, or by its claim alone (then the claim's founder is meant); an article by its id.
    """
    if kind not in DECISIONS:
        raise UsageError(f"{kind!r} is no decision: say {', '.join(DECISIONS)}")
    log = log_of(case)
    left, right, words = _subject(case, kind, subjects, log)
    number = len(log) + 1
    decision = Decision(number, moment.isoformat(timespec="seconds"), analyst, kind, left, right, words[:LONGEST], note)
    writing = Writing(case, STEP, f"{number:06}", None)
    try:
        writing.writer("decisions").write([astuple(decision)])
        writing.keep()
    except BaseException:
        writing.drop()
        raise
    return decision


def _subject(case: Case, kind: str, subjects: Sequence[str], log: Sequence[Decision]) -> Subject:
    given = [subject.strip() for subject in subjects]
    wanted = 1 if kind == UNDO or (kind == NOT_SAME and len(given) == 1) else 2
    if len(given) != wanted or not all(given):
        raise UsageError(f"{kind} needs {NEEDS[kind]}")
    if kind in (SAME, NOT_SAME):
        return _pair(case, kind, given)
    if kind in (LINK_RIGHT, LINK_WRONG):
        return _link(case, *given)
    if kind == FAMILY:
        one, other = sorted(given)
        return one, other, f"{one} + {other}"
    return _dated(case, *given) if kind == DATE else _undone(log, given[0])


def _pair(case: Case, kind: str, given: Sequence[str]) -> Subject:
    tellings = [_telling(case, name) for name in given]
    if len(tellings) == 1:  # a telling that is not of its claim: kept apart from the telling that the claim is named after
        tellings.append(_founder_beside(case, tellings[0]))
    one, other = sorted(tellings, key=lambda row: row.telling)
    if one.telling == other.telling:
        raise UsageError(f"{kind}: {given[0]} and {given[-1]} are one telling; name two")
    return one.telling, other.telling, f"{one.words[: LONGEST // 2]} | {other.words[: LONGEST // 2]}"


def _founder_beside(case: Case, telling: Telling) -> Telling:
    """The founder of the claim of a telling; UsageError where the telling is the founder itself."""
    for row in case.rows("claim_tellings", "telling = ? and not guest", [telling.telling]):
        (claim,) = case.rows("claims", "claim = ?", [row.claim])
        if claim.founder != telling.telling:
            return _telling(case, claim.founder)
    raise UsageError(f"the claim is named after {telling.telling}: say which other telling it is not the same as")


def _link(case: Case, later: str, earlier: str) -> Subject:
    telling = _telling(case, later)
    name = earlier if earlier.startswith(UNSEEN) else _telling(case, earlier).telling
    if name == telling.telling:
        raise UsageError("a telling is not derived from itself: name two tellings")
    return telling.telling, name, telling.words


def _dated(case: Case, article: str, date: str) -> Subject:
    document = _document(case, article)
    if date != NO_DATE and stretch_of(date) is None:
        raise UsageError(f"{date!r} is no date: write 2015-08-03, 2015-08-03T14:05:00Z, or {NO_DATE}")
    return document.document, "" if date == NO_DATE else date, document.title or document.text


def _undone(log: Sequence[Decision], number: str) -> Subject:
    for row in log:
        if str(row.number) == number and row.number in standing_of(log):
            return number, "", row.words
    raise UsageError(f"no decision {number} stands; takhrij decide CASE lists them")


def _telling(case: Case, name: str) -> Telling:
    """The telling of this id, of CLAIM/t3, or the founder of this claim."""
    claim, _, label = name.partition("/")
    if label:
        number = int(label[1:]) if label[:1] == "t" and label[1:].isdecimal() else 0
        found = case.rows("claim_tellings", "claim = ? and number = ?", [claim, number])
    else:
        found = case.rows("claims", "claim = ?", [name])
    telling = found[0].telling if label and found else found[0].founder if found else name
    for row in case.rows("tellings", "telling = ?", [telling]):
        assert isinstance(row, Telling)
        return row
    example = "c0123456789abcdef/t3"
    raise UsageError(f"there is no telling or claim {name!r} in {case.folder}; takhrij trace and takhrij show name them, as in {example}")


def _document(case: Case, name: str) -> Document:
    for row in case.rows("documents", "document = ? or name = ?", [name, name]):
        assert isinstance(row, Document)
        return row
    raise UsageError(f"there is no article {name!r} in {case.folder}; find one with: takhrij search {case.folder} WORDS")
