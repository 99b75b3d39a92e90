"""One self-contained HTML page about the claims of a case, right to left, without script or anything from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from takhrij import __version__
from takhrij.model.chain import LinkEvidence
from takhrij.model.claim import ChainStep, Variation, VariationValue
from takhrij.report import counts, words
from takhrij.report.diagram import diagram, legend
from takhrij.report.graph import Graph, graph_of
from takhrij.report.layout import MOST_NODES
from takhrij.report.marks import pieces_of, values_in, words_of_value
from takhrij.report.pairs import reasons_of
from takhrij.report.views import ClaimView, LinkView, TellingView
from takhrij.store import Case, write_whole

MOST_PAIRS = 600  # pairs of origins that are told one by one; the bundles tell all
LONGEST_HEADLINE = 240  # letters
LONGEST_QUOTE = 220  # letters of evidence that are shown at once; the rest unfolds
NOTE = "warning:"  # begins the reason of a row that tells of an article that was kept
LONGEST_EVIDENCE = 3000  # letters that unfold


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


@dataclass(frozen=True, slots=True)
class Told:
    """One value of a variation, the words it rests on where they read otherwise, and who tells it: (label, where its words stand)."""

    value: str
    words: list[str]
    tellings: list[tuple[str, str]]


def page_of(facts: CaseFacts, views: Sequence[ClaimView], *, question: str | None = None) -> str:
    """The page; every text from an article is escaped, and control characters in it are taken out."""
    return _environment().get_template("report.html").render(case=facts, views=views, question=question, version=__version__)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("takhrij.report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(visible=words.visible, shortened=words.shortened, words_behind=words_behind, name_of=words.name_of)
    environment.globals.update(
        diagram=diagram, legend=legend, graph_of=graph_of, pieces_of=pieces_of, reasons_of=reasons_of, told=told, step_words=step_words,
        slots_in_words=slots_in_words, time_note=time_note,
        counted=_counted, reasons=_reasons, counted_range=_counted_range, once=once, summary=words.summary,
        in_english=words.origins_in_words,
        words=words, most_nodes=MOST_NODES, most_pairs=MOST_PAIRS,
        LONGEST_HEADLINE=LONGEST_HEADLINE, LONGEST_QUOTE=LONGEST_QUOTE,
    )  # fmt: skip
    return environment


def _reasons(rejects: Mapping[str, int], *, notes: bool) -> dict[str, int]:
    """What was set aside by reason; or the notes on articles that were kept."""
    return {reason.removeprefix(NOTE): count for reason, count in rejects.items() if reason.startswith(NOTE) == notes}


def _counted(number: int, noun: str, after: bool = False) -> str:
    return counts.counted(number, counts.NOUNS[noun], after=after)


def _counted_range(low: int, high: int, noun: str) -> str:
    return counts.counted_range(low, high, counts.NOUNS[noun])


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
    told_claims, spread = claims or (0, 0)
    return CaseFacts(case.folder.resolve().name, count, outlets, first, last, told_claims, spread, dict(rejects))


def words_behind(evidence: LinkEvidence, view: ClaimView, link: LinkView) -> str:
    """The words in the later article that a piece of evidence rests on, "" where it rests on none."""
    later = next(telling.document for telling in view.tellings if telling.label == link.later)
    text = (later.author or "") if evidence.field == "author" else later.field(evidence.field)
    end = min(evidence.end, evidence.start + LONGEST_EVIDENCE)
    return words.visible(text[evidence.start : end]) + ("…" if end < evidence.end else "")


def step_words(telling: TellingView, step: ChainStep) -> str:
    """The words that name a step of a chain, where they are not just its name."""
    text = (telling.document.author or "") if step.field == "author" else telling.document.field(step.field)
    found = words.visible(text[step.start : step.end])
    return "" if found == words.visible(step.name) else words.shortened(found)


def told(variation: Variation, values: Mapping[str, VariationValue], view: ClaimView) -> list[Told]:
    """The values of a variation, in the order of the first telling that has each."""
    tellings = {telling.label: telling for telling in view.tellings}
    grouped: dict[str, Told] = {}
    for label, value in values.items():
        row = grouped.setdefault(value.value, Told(words.value_in_words(variation.slot, value.value), [], []))
        marked = any(found.variation == variation.variation for found, _ in values_in(tellings[label], view))
        row.tellings.append((label, f"{label}-{variation.variation}" if marked else label))
        found = words.shortened(words_of_value(tellings[label], value))
        if found and found != row.value and found not in row.words:
            row.words.append(found)
    return list(grouped.values())


def slots_in_words(slots: Sequence[str]) -> str:
    """«العدد، المكان»."""
    return "، ".join(words.SLOTS[slot].arabic for slot in slots)


def time_note(graph: Graph) -> str:
    """What the order from top to bottom means in this picture, and how far its dates can be trusted."""
    documents = [node.tellings[0].document for node in graph.nodes.values() if not node.unseen]
    if not any(document.date for document in documents):
        return "لا تواريخ لهذه المقالات، فترتيبها من أعلى إلى أسفل ترتيب إضافتها إلى المجموعة، والمأخوذ عنه فوق الآخذ."
    order = "الزمن من أعلى إلى أسفل." if graph.by_date else "الزمن من أعلى إلى أسفل، إلا أن المأخوذ عنه فوق الآخذ وإن تأخر تاريخه."
    untold = [document for document in documents if document.date_kind != "published"]
    return f"{order} وليست كل التواريخ تواريخ نشر، فلا تثبت وحدها من سبق." if untold else order


def once(findings: Sequence[tuple[object, str]]) -> list[tuple[object, str]]:
    """Each remark on a telling once."""
    return list({(label, getattr(finding, "why", "")): (finding, label) for finding, label in findings}.values())
