"""What can be taken away from the page of a claim: a page that stands alone, the picture, the tellings as a table."""

from __future__ import annotations

import csv
import io

from takhrij.report.diagram import picture_file
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


def _cell(value: object) -> str:
    text = "" if value is None else visible(str(value))
    return f"'{text}" if text.startswith(FORMULA) else text
