"""The templates that the report and the served pages share, and what they may call."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from takhrij import __version__
from takhrij.model.chain import LinkEvidence
from takhrij.model.claim import ChainStep, Variation, VariationValue
from takhrij.report import words
from takhrij.report.addresses import link_of, outlet_id
from takhrij.report.deviations import is_mere_wording, plainly, said_by
from takhrij.report.diagram import diagram, legend
from takhrij.report.gist import gist_of
from takhrij.report.glossary import GLOSSARY
from takhrij.report.graph import Graph, graph_of
from takhrij.report.labels import NAMELESS, said_in_words
from takhrij.report.layout import MOST_NODES
from takhrij.report.marks import pieces_of, values_in, words_of_value
from takhrij.report.pairs import reasons_of
from takhrij.report.reasons import reject_in_words
from takhrij.report.timeline import timeline_of
from takhrij.report.tongues import Tongue
from takhrij.report.views import ClaimView, LinkView, TellingView

DATE = re.compile("\u2068([0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2})?)\u2069")
NOTE = "warning:"  # begins the reason of a row that tells of an article that was kept
LONGEST_EVIDENCE = 3000  # letters that unfold
LONGEST_OUTLET = 60  # letters of an outlet beside a label
LIMITS = {
    "LONGEST_HEADLINE": 240,  # letters
    "LONGEST_QUOTE": 220,  # letters of evidence that are shown at once; the rest unfolds
    "most_nodes": MOST_NODES,
    "most_listed": 400,  # nodes in the ordered list
    "most_days": 120,  # days in the timeline
    "most_values": 60,  # values of one slot, and findings
    "most_bundles": 60,  # sets of pairs of origins with one reason
}


@dataclass(frozen=True, slots=True)
class Told:
    """One value of a variation, the words it rests on where they read otherwise, and who tells it: (label, where its words stand)."""

    value: str
    words: list[str]
    tellings: list[tuple[str, str]]


@cache
def environment(*packages: str) -> Environment:
    """The templates of these packages (the first that has one wins); all text is escaped."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in packages]),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters.update(visible=words.visible, shortened=words.shortened, words_behind=words_behind, name_of=words.name_of, dated=dated)
    made.globals.update(
        diagram=diagram, legend=legend, graph_of=graph_of, pieces_of=pieces_of, reasons_of=reasons_of, told=told, step_words=step_words,
        slots_in_words=slots_in_words, time_note=time_note, reasons=reasons, once=once, gist_of=gist_of, timeline_of=timeline_of,
        said_by=said_by, said_in_words=said_in_words, value_in_words=words.value_in_words, outlets_of=outlets_of, changes_of=changes_of,
        outlet_id=outlet_id, is_mere_wording=is_mere_wording, link_of=link_of, reject_in_words=reject_in_words, GLOSSARY=GLOSSARY,
        words=words, version=__version__, elsewhere={}, **LIMITS,
    )  # fmt: skip
    return made


def outlets_of(view: ClaimView, tongue: Tongue) -> dict[str, str]:
    """The outlet of each label, short."""
    nameless = tongue.gloss(NAMELESS)
    return {row.label: words.shortened(words.visible(row.document.outlet or nameless), LONGEST_OUTLET) for row in view.tellings}


def changes_of(view: ClaimView) -> list[tuple[Variation, dict[str, VariationValue]]]:
    """The variations with their values, the weightiest slots first."""
    slots = list(words.SLOTS)
    return sorted((row for row in view.variations if row[1]), key=lambda row: slots.index(row[0].slot))


def dated(text: str) -> Markup:
    """The text with each date that stands in isolates in an element that no line may end inside."""
    return Markup(DATE.sub(r'<bdi class="date">\1</bdi>', str(escape(text))))


def reasons(rejects: Mapping[str, int], *, notes: bool) -> dict[str, int]:
    """What was set aside by reason; or the notes on articles that were kept."""
    return {reason.removeprefix(NOTE): count for reason, count in rejects.items() if reason.startswith(NOTE) == notes}


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


def told(variation: Variation, values: Mapping[str, VariationValue], view: ClaimView, tongue: Tongue) -> list[Told]:
    """The values of a variation, in the order of the first telling that has each."""
    tellings = {telling.label: telling for telling in view.tellings}
    grouped: dict[str, Told] = {}
    for label, value in values.items():
        meant = plainly(variation.slot, value.value)
        shown = words.value_in_words(variation.slot, meant, english=tongue.english)
        row = grouped.setdefault(meant, Told(shown, [], []))
        marked = any(found.variation == variation.variation for found, _ in values_in(tellings[label], view))
        row.tellings.append((label, f"{label}-{variation.variation}" if marked else label))
        found = words.shortened(words_of_value(tellings[label], value))
        if found and found != row.value and found not in row.words:
            row.words.append(found)
    return list(grouped.values())


def slots_in_words(slots: Sequence[str], tongue: Tongue) -> list[str]:
    """«العدد», «المكان»."""
    return [tongue.gloss(words.SLOTS[slot]) for slot in slots]


def time_note(graph: Graph, tongue: Tongue) -> str:
    """What the order from top to bottom means in this picture, and how far its dates can be trusted."""
    documents = [node.tellings[0].document for node in graph.nodes.values() if not node.unseen]
    if not any(document.date for document in documents):
        return tongue(
            "لا تواريخ لهذه المقالات، فترتيبها من أعلى إلى أسفل ترتيب إضافتها إلى المجموعة، والمأخوذ عنه فوق الآخذ.",
            "These articles have no dates: they stand in the order in which they were added, each below what it took from.",
        )
    order = tongue("الزمن من أعلى إلى أسفل.", "Time runs from top to bottom.")
    if not graph.by_date:
        order = tongue(
            "الزمن من أعلى إلى أسفل، إلا أن المأخوذ عنه فوق الآخذ وإن تأخر تاريخه.",
            "Time runs from top to bottom, except that who was taken from stands above who took, whatever its date.",
        )
    untold = any(document.date_kind != "published" for document in documents)
    doubt = tongue(" وليست كل التواريخ تواريخ نشر، فلا تثبت وحدها من سبق.", " Not all dates are of publishing: alone they prove no order.")
    return order + (doubt if untold else "")


def once(findings: Sequence[tuple[Any, str]]) -> list[tuple[Any, str]]:
    """Each remark on a telling once."""
    return list({(label, getattr(finding, "why", "")): (finding, label) for finding, label in findings}.values())
