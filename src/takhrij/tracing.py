"""From a claim in words to the claims of a case, or of a file of articles, that tell it."""

from __future__ import annotations

from pathlib import Path

from takhrij.additions import Addition
from takhrij.engines.base import Progress
from takhrij.report.views import ClaimView, claims_named
from takhrij.scratch import case_of
from takhrij.search import Match, claims_like, tells_it, worth_showing
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
    matches = worth_showing(claims_like(case, words, most))
    views = {view.claim.claim: view for view in claims_named(case, [match.claim for match in matches])}
    return [(match, views[match.claim]) for match in matches if match.claim in views]


def remark_on(words: str, found: Found) -> str | None:
    """What must be said beside what was found: that it is nothing, or nothing that tells what was asked; None otherwise."""
    if not found:
        return "no claim shares enough words with that; try fewer or other words, or takhrij search"
    if not tells_it(words, [match for match, _ in found]):
        return "لا خبر هنا يقول هذا ولا خلافه · no claim here tells this or its contrary; what is shown comes nearest"
    return None
