"""The one sentence that says it all of a claim, in pieces, each with the place on the page where its reason stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from takhrij.report.deviations import Deviation, deviations_of
from takhrij.report.tongues import Tongue
from takhrij.report.views import ClaimView
from takhrij.report.words import shortened, value_in_words, visible

MOST_DEVIATIONS = 4  # slots that are told in the sentence; the table of changes tells all
MOST_VALUES = 3  # other values of one slot that are told in the sentence
LONGEST_NAME = 60  # letters
OTHERWISE = {
    "number": ("عددا آخر", "another number"),
    "date": ("تاريخا آخر", "another date"),
    "place": ("مكانا آخر", "another place"),
    "person": ("شخصا آخر", "another person"),
    "actor": ("فاعلا آخر", "another actor"),
    "negation": ("النفي", "the opposite"),
}


class Part(NamedTuple):
    """A piece of the sentence and the anchor of its reason, in the claim ("tellings", "origins", "v…"); `grave` where it warns."""

    text: str
    anchor: str
    grave: bool = False


def sentence_of(view: ClaimView, tongue: Tongue) -> list[Part]:
    """The pieces, to be joined by the comma of the language.

    "23 tellings in 14 outlets", "go back to 1 to 2 origins of information", "the common link is …", "3 give another number (19)".
    """
    return [
        Part(_who_tells(view, tongue), "tellings"),
        *_where_from(view, tongue),
        *_common_link(view, tongue),
        *(_deviation(row, tongue) for row in deviations_of(view)[:MOST_DEVIATIONS]),
        *_uncredited(view, tongue),
        *_circles(view, tongue),
    ]


def _who_tells(view: ClaimView, tongue: Tongue) -> str:
    told = tongue.counted(len(view.tellings), "telling")
    articles = tongue.counted(view.claim.documents, "article", True)
    outlets = tongue.counted(len(view.outlets), "outlet", True)
    if not view.outlets:
        return tongue(f"{told} في {articles} لا تُعرف وسيلتها", f"{told} in {articles} of unknown outlets")
    if len(view.outlets) == view.claim.documents:
        return tongue(f"{told} في {outlets}", f"{told} in {outlets}")
    return tongue(f"{told} في {articles} من {outlets}", f"{told} in {articles} of {outlets}")


def _where_from(view: ClaimView, tongue: Tongue) -> Iterator[Part]:
    if view.ancestry is None:
        return
    number, low, high = len(view.tellings), view.ancestry.origin_low, view.ancestry.origin_high
    origins = tongue.counted_range(low, high, "origin")
    verb = "ترجعان" if number == 2 else "ترجع"
    known = tongue(f"{verb} إلى {origins}", f"go{'es' if number == 1 else ''} back to {origins}")
    yield Part(known + tongue(" للمعلومة", " of information"), "origins")
    texts = tongue.counted_range(view.ancestry.text_low, view.ancestry.text_high, "first text")
    if len(view.tellings) > 1:
        yield Part(tongue(f"وكُتبت من {texts}", f"written from {texts}"), "picture")


def _common_link(view: ClaimView, tongue: Tongue) -> Iterator[Part]:
    if view.ancestry is None or not view.ancestry.common_link:
        return
    name = shortened(visible(view.ancestry.common_link), LONGEST_NAME)
    yield Part(tongue(f"حلقتها المشتركة \u2068{name}\u2069", f"the common link is \u2068{name}\u2069"), "common")


def _deviation(row: Deviation, tongue: Tongue) -> Part:
    count = len(row.labels)
    values = [value_in_words(row.variation.slot, value, english=tongue.english) for value in list(row.others)[:MOST_VALUES]]
    usual = value_in_words(row.variation.slot, row.usual, english=tongue.english)
    listed = tongue.listed(f"\u2068{shortened(value, LONGEST_NAME)}\u2069" for value in values)
    more = "…" if len(row.others) > MOST_VALUES else ""
    arabic, english = OTHERWISE[row.variation.slot]
    verb = "تذكران" if count == 2 else "تذكر"
    told = tongue(
        f"{tongue.counted(count, 'telling')} {verb} {arabic}: {listed}{more} لا \u2068{usual}\u2069",
        f"{count} give{'s' if count == 1 else ''} {english}: {listed}{more} not \u2068{usual}\u2069",
    )
    return Part(told, row.variation.variation, grave=True)


def _uncredited(view: ClaimView, tongue: Tongue) -> Iterator[Part]:
    count = len({label for finding, label in view.findings if finding.kind == "copied_not_credited"})
    if count:
        copied, named = ("نقلتا", "تذكرا") if count == 2 else ("نقلت", "تذكر")
        arabic = f"{tongue.counted(count, 'telling')} {copied} الألفاظ ولم {named} ممن"
        english = f"{count} copied the words and {'does' if count == 1 else 'do'} not say whose they are"
        yield Part(tongue(arabic, english), "findings", grave=True)


def _circles(view: ClaimView, tongue: Tongue) -> Iterator[Part]:
    if view.circles:
        yield Part(tongue("وفيها نقل دائري", "outlets name one another in a circle"), "circles", grave=True)
