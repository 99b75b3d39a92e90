"""What can be taken away from the page of a claim: a page that stands alone, the picture, the tellings as a table."""

from __future__ import annotations

import csv
import io

from takhrij.report.addresses import link_of
from takhrij.report.diagram import picture_file
from takhrij.report.gist import gist_in_words
from takhrij.report.graph import graph_of
from takhrij.report.page import CaseFacts, page_of
from takhrij.report.tongues import Tongue
from takhrij.report.views import ClaimView
from takhrij.report.words import chain_in_words, visible

COLUMNS = (
    *("telling", "date", "date_kind", "outlet", "title", "article", "url", "field", "start", "end", "certainty", "chain", "taken_from"),
    *("differs", "words"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # begins what a spreadsheet would compute


def report_of(facts: CaseFacts, view: ClaimView, tongue: Tongue) -> str:
    """The claim as one self-contained HTML page."""
    return page_of(facts, [view], tongue=tongue)


def picture_of(view: ClaimView, tongue: Tongue) -> str:
    """The chain as an SVG file."""
    return picture_file(graph_of(view), tongue)


def table_of(view: ClaimView) -> str:
    """The tellings as CSV with a byte order mark, by which spreadsheets know it is UTF-8; what would be a formula there is quoted."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    taken: dict[str, list[str]] = {}
    for link in view.links:
        taken.setdefault(link.later, []).append(link.earlier)
    for telling in view.tellings:
        row, document = telling.telling, telling.document
        differs = [f"{variation.slot}={values[telling.label].value}" for variation, values in view.variations if telling.label in values]
        cells = (
            *(telling.label, document.date, document.date_kind, document.outlet, document.title, document.name, document.url),
            *(row.field, row.start, row.end, row.certainty, chain_in_words(telling), " ".join(taken.get(telling.label, []))),
            *("; ".join(differs), row.words),
        )
        writer.writerow([_cell(value) for value in cells])
    return "\ufeff" + file.getvalue()


def text_of(facts: CaseFacts, view: ClaimView, tongue: Tongue) -> str:
    """The finding as a text to be pasted: what the claim is, its gist, and each telling with its outlet, date and address."""
    heading, _ = view.heading
    case = tongue(f"من مجموعة {facts.name}، آخر تشغيل {facts.run} UTC", f"From the pile {facts.name}, last run {facts.run} UTC")
    lines = [f"«{visible(heading)}»", *gist_in_words(view, tongue), "", tongue("الروايات", "Tellings") + ":"]
    for telling in view.tellings:
        document = telling.document
        known = (document.outlet or tongue("وسيلة غير معروفة", "unknown outlet"), document.date, document.title, link_of(document.url))
        lines.append(f"{telling.label}. " + visible(" — ".join(part for part in known if part)))
        lines.append(f"   «{visible(telling.telling.words)}»")
    return "\n".join([*lines, "", f"{case}. {view.claim.claim}", ""])


def _cell(value: object) -> str:
    text = "" if value is None else visible(str(value))
    return f"'{text}" if text.startswith(FORMULA) else text
