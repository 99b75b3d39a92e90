"""From a claim in words to the claims of a case, or of a file of articles, that tell it."""

from __future__ import annotations

from pathlib import Path

from takhrij.additions import Addition
from takhrij.engines.base import Progress
from takhrij.report.views import ClaimView, claims_named
from takhrij.scratch import case_of
from takhrij.search import Match, claims_like
from takhrij.store import Case

Found = list[tuple[Match, ClaimView]]


def traced(
    place: Path, words: str, *, most: int, encoder: str | None, workers: int | None, progress: Progress
) -> tuple[Found, Addition]:  # fmt: skip
    """The claims that match `words`, best first; `place` is a case that was run, or articles for a case of the moment.

    Also tells which articles were set aside on the way (none where the case was there already).
    """
    with case_of(place, last=None, encoder=encoder, workers=workers, progress=progress) as (case, addition):
        return matching(case, words, most), addition


def matching(case: Case, words: str, most: int) -> Found:
    """The claims of a case that match words, with all that is known of them, best first."""
    matches = claims_like(case, words, most)
    views = {view.claim.claim: view for view in claims_named(case, [match.claim for match in matches])}
    return [(match, views[match.claim]) for match in matches if match.claim in views]
