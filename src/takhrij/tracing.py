"""From a claim in words to the claims of a case, or of a file of articles, that tell it."""

from __future__ import annotations

from pathlib import Path

from takhrij.additions import Addition
from takhrij.engines.base import Progress
from takhrij.errors import UsageError
from takhrij.report.views import ClaimView, claims_named
from takhrij.scratch import scratch_case
from takhrij.search import Match, claims_like
from takhrij.settings import Settings
from takhrij.store import Case

Found = list[tuple[Match, ClaimView]]


def traced(
    place: Path, words: str, *, most: int, encoder: str | None, workers: int | None, progress: Progress
) -> tuple[Found, Addition]:  # fmt: skip
    """The claims that match `words`, best first; `place` is a case that was run, or articles for a case of the moment.

    Also tells which articles were set aside on the way (none where the case was there already).
    """
    if (place / "case.json").exists():
        return matching(made_with(place, encoder), words, most), Addition()
    with scratch_case(place, last=None, settings=Settings(encoder or "none"), workers=workers, progress=progress) as (case, addition):
        return matching(case, words, most), addition


def made_with(folder: Path, encoder: str | None) -> Case:
    """The case that is there; UsageError where the call asks for another encoder than it was made with."""
    case = Case(folder)
    if encoder not in (None, case.settings.encoder):
        raise UsageError(
            f"{folder} was made with encoder {case.settings.encoder}, not {encoder}: leave --encoder out, or make another case"
            f" (or change it in {folder / 'case.json'} and give takhrij run {folder})"
        )
    return case


def matching(case: Case, words: str, most: int) -> Found:
    """The claims of a case that match words, with all that is known of them, best first."""
    matches = claims_like(case, words, most)
    views = {view.claim.claim: view for view in claims_named(case, [match.claim for match in matches])}
    return [(match, views[match.claim]) for match in matches if match.claim in views]
