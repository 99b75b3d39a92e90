"""The one sentence that says it all of a claim, in pieces, each with the place on the page where its reason stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from takhrij.report.deviations import Deviation, deviations_of
from takhrij.report.tongues import Tongue
from takhrij.report.views import ClaimView
from takhrij.report.words import SLOTS, shortened, span_in_words, value_in_words, visible

MOST_DEVIATIONS = 4  # slots that are told in the sentence; the table of changes tells all
MOST_VALUES = 6  # values of one slot that are told in the sentence
LONGEST_NAME = 60  # letters


class Part(NamedTuple):
    """A piece of the sentence and the anchor of its reason, in the claim ("tellings", "origins", "v…"); `grave` where it warns."""

    text: str
    anchor: str
    grave: bool = False


def sentence_of(view: ClaimView, tongue: Tongue) -> list[Part]:
    """The pieces, to be joined by the comma of the language.

    "23 tellings in 14 outlets", "go back to 1 to 2 origins of information", "the common link is …",
    "they differ in the number: 9 (20), 19 (3)".
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
    number, row = len(view.tellings), view.ancestry
    verb = "ترجعان" if number == 2 else "ترجع"
    arabic = f"{verb} إلى {_between(row.origin_low, row.origin_high, tongue)} للمعلومة"
    english = f"go{'es' if number == 1 else ''} back to {tongue.counted_range(row.origin_low, row.origin_high, 'origin')} of information"
    yield Part(tongue(arabic, english), "origins")
    if number > 1:
        texts = span_in_words(row.text_low, row.text_high)
        arabic = f"وعدد نصوصها الأولى {texts.replace('to', 'إلى')}"
        yield Part(tongue(arabic, f"written from {tongue.counted_range(row.text_low, row.text_high, 'first text')}"), "picture")


def _between(low: int, high: int, tongue: Tongue) -> str:
    """«أصل واحد», «ما بين أصلين و8 أصول»."""
    most = tongue.counted(high, "origin", True)
    return most if low == high else f"ما بين {tongue.counted(low, 'origin', True) if low < 3 else low} و{most}"


def _common_link(view: ClaimView, tongue: Tongue) -> Iterator[Part]:
    if view.ancestry is None or not view.ancestry.common_link:
        return
    name = shortened(visible(view.ancestry.common_link), LONGEST_NAME)
    yield Part(tongue(f"حلقتها المشتركة \u2068{name}\u2069", f"the common link is \u2068{name}\u2069"), "common")


def _deviation(row: Deviation, tongue: Tongue) -> Part:
    """«يتغيّر العدد مع الوقت (قتلى): 4، 9، 17», «تختلف في المكان: زمران (5)، طرشان (1)», «خطأ نقل محتمل: 19 بدل 9»."""
    told = {value: f"\u2068{shortened(value_in_words(row.variation.slot, value), LONGEST_NAME)}\u2069" for value in row.values}
    slot = tongue.gloss(SLOTS[row.variation.slot]) + (f" ({row.counted})" if row.counted else "")
    if row.variation.kind == "copy_error":
        wrong, right = tongue.listed(told[value] for value in list(row.others)[:MOST_VALUES]), told[row.usual]
        words = tongue(f"خطأ نقل محتمل في {slot}: {wrong} بدل {right}", f"a slip in copying the {slot}: {wrong} for {right}")
    elif row.variation.kind == "correction":
        wrong, right = tongue.listed(told[value] for value in list(row.others)[:MOST_VALUES]), told[row.usual]
        words = tongue(f"صُحّح {slot}: {right} بدل {wrong}", f"the {slot} was corrected: {right} for {wrong}")
    elif row.grave:
        counted = tongue.listed(f"{told[value]} ({len(labels)})" for value, labels in list(row.values.items())[:MOST_VALUES])
        words = tongue(f"تختلف في {slot}: {counted}", f"they differ in the {slot}: {counted}")
    else:
        values = tongue.listed(list(told.values())[:MOST_VALUES])
        words = tongue(f"يتغيّر {slot} مع الوقت: {values}", f"the {slot} changes over time: {values}")
    return Part(words + ("…" if len(row.values) > MOST_VALUES else ""), row.variation.variation, row.grave)


def _uncredited(view: ClaimView, tongue: Tongue) -> Iterator[Part]:
    count = len({label for finding, label in view.findings if finding.kind == "copied_not_credited"})
    if count:
        copied, named = ("نقلتا", "تذكرا") if count == 2 else ("نقلت", "تذكر")
        arabic = f"{tongue.counted(count, 'telling')} {copied} الألفاظ ولم {named} ممن {copied}"
        english = f"{count} copied the words and {'does' if count == 1 else 'do'} not say whose they are"
        yield Part(tongue(arabic, english), "findings", grave=True)


def _circles(view: ClaimView, tongue: Tongue) -> Iterator[Part]:
    if view.circles:
        yield Part(tongue("وفيها نقل دائري", "outlets name one another in a circle"), "circles", grave=True)
