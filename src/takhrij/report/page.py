"""One self-contained HTML page about the claims of a case, in Arabic or English, without script or anything from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from takhrij.report.addresses import Nowhere
from takhrij.report.templating import environment
from takhrij.report.tongues import ARABIC, Tongue
from takhrij.report.views import ClaimView
from takhrij.store import Case, write_whole


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the head of the page says of the case as a whole."""

    name: str
    documents: int
    outlets: int
    first: str | None
    last: str | None
    claims: int
    spread_claims: int
    rejects: dict[str, int]
    run: str = ""  # when the last step was done, in UTC


def page_of(facts: CaseFacts, views: Sequence[ClaimView], *, question: str | None = None, tongue: Tongue = ARABIC) -> str:
    """The page; every text from an article is escaped, and control characters in it are taken out."""
    template = environment("takhrij.report").get_template("report.html")
    return template.render(case=facts, views=views, question=question, _=tongue, at=Nowhere())


def write_report(case: Case, output: Path, views: Sequence[ClaimView], *, question: str | None = None, tongue: Tongue = ARABIC) -> None:
    """Write the page about these claims of a case to a file."""
    output.parent.mkdir(parents=True, exist_ok=True)
    write_whole(output, page_of(case_facts(case), views, question=question, tongue=tongue))


def case_facts(case: Case) -> CaseFacts:
    """What the head of the page says."""
    with case.connection(["documents", "claims", "rejects"]) as connection:
        documents = connection.execute("select count(*), count(distinct outlet), min(date), max(date) from documents").fetchone()
        claims = connection.execute("select count(*), count(*) filter (where documents > 1) from claims").fetchone()
        rejects = connection.execute("select reason, count(*) from rejects group by reason order by reason nulls last").fetchall()
    count, outlets, first, last = documents or (0, 0, None, None)
    told_claims, spread = claims or (0, 0)
    return CaseFacts(case.folder.resolve().name, count, outlets, first, last, told_claims, spread, dict(rejects), case.last_run())
