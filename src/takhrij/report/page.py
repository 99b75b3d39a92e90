"""One self-contained HTML page about the claims of a case, right to left, without script or anything from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from takhrij import __version__
from takhrij.model.chain import LinkEvidence
from takhrij.report.diagram import diagram
from takhrij.report.views import ClaimView, LinkView
from takhrij.report.words import KINDS, SLOTS, VERDICTS, chain_in_words, span_in_words, visible
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


def page_of(facts: CaseFacts, views: Sequence[ClaimView], *, question: str | None = None) -> str:
    """The page; every text from an article is escaped, and control characters in it are taken out."""
    return _environment().get_template("report.html").render(case=facts, views=views, question=question, version=__version__)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("takhrij.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(visible=visible, chain=chain_in_words, words_behind=words_behind, by_value=by_value)
    environment.globals.update(diagram=diagram, SLOTS=SLOTS, KINDS=KINDS, VERDICTS=VERDICTS, span=span_in_words)
    return environment


def write_report(case: Case, output: Path, views: Sequence[ClaimView], *, question: str | None = None) -> None:
    """Write the page about these claims of a case to a file."""
    output.parent.mkdir(parents=True, exist_ok=True)
    write_whole(output, page_of(case_facts(case), views, question=question))


def case_facts(case: Case) -> CaseFacts:
    """What the head of the page says."""
    with case.connection(["documents", "claims", "rejects"]) as connection:
        documents = connection.execute("select count(*), count(distinct outlet), min(date), max(date) from documents").fetchone()
        claims = connection.execute("select count(*), count(*) filter (where documents > 1) from claims").fetchone()
        rejects = connection.execute("select reason, count(*) from rejects group by reason order by reason nulls last").fetchall()
    count, outlets, first, last = documents or (0, 0, None, None)
    told, spread = claims or (0, 0)
    return CaseFacts(case.folder.resolve().name, count, outlets, first, last, told, spread, dict(rejects))


def words_behind(evidence: LinkEvidence, view: ClaimView, link: LinkView) -> str:
    """The words in the later article that a piece of evidence rests on, "" where it rests on none."""
    later = next(telling.document for telling in view.tellings if telling.label == link.later)
    text = (later.author or "") if evidence.field == "author" else later.field(evidence.field)
    return visible(text[evidence.start : evidence.end])


def by_value(values: dict[str, object]) -> list[tuple[str, list[str]]]:
    """The values of a variation, each with the labels that tell it, in the order of the labels."""
    grouped: dict[str, list[str]] = {}
    for label, value in values.items():
        grouped.setdefault(visible(getattr(value, "value", "")), []).append(label)
    return list(grouped.items())
