"""Tells a new version of one article (corrected, brought up to date, put up again) from an outlet that comes back to its own words."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from takhrij.model.document import Document
from takhrij.text.days import day_of
from takhrij.text.folding import folded

WHOLE = 0.75  # share of the earlier text that a new version keeps where neither address nor title says so
PART = 0.3  # of either text: less is a paragraph of background, whatever the title says
KEPT = 0.5  # of the later text, where the title does not say it: where more was added than kept, it is another piece
DAYS = 2  # between the two, the same; what an outlet says again a week later is its background
TITLE = 0.6  # of the words of two titles stand in both in one order; a new toll and «عاجل» in front leave four of five and of seven
SHORTEST = 3  # words of a title; «نشرة الأخبار» heads another text every day


def is_new_version(left: Document, right: Document, left_share: float, right_share: float) -> bool:
    """Whether two documents are one article at two times; the shares are those that their common passages cover of each.

    «مقتل 4 في انهيار سقف السوق» and, from the same outlet, «مقتل 17 في انهيار سقف السوق» over much the same text.
    """
    if left.document == right.document or max(left_share, right_share) < PART:
        return False
    if left.url and right.url and _address(left.url) == _address(right.url):
        return True
    if left.outlet is None or left.outlet != right.outlet:
        return False
    return _same_title(left.title or "", right.title or "") or _kept_later(left, right, left_share, right_share)


def _address(url: str) -> str:
    """What an address names, without its scheme, its fragment, and a slash at the end; the rest may tell articles apart."""
    return url.partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/") or url


def _same_title(left: str, right: str) -> bool:
    ours, theirs = folded(left).split(), folded(right).split()
    return min(len(ours), len(theirs)) >= SHORTEST and Indel.normalized_similarity(ours, theirs) >= TITLE


def _kept_later(left: Document, right: Document, left_share: float, right_share: float) -> bool:
    """Whether the later text, soon after, holds nearly all of the earlier one and not too much else; a review holds far more."""
    one, other = day_of(left.date), day_of(right.date)
    if one is None or other is None or left.date == right.date or abs((one - other).days) > DAYS:
        return False
    earlier, later = (left_share, right_share) if (left.date or "") < (right.date or "") else (right_share, left_share)
    return earlier >= WHOLE and later >= KEPT
