"""The lines of text in a box of the picture, short enough for it."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from takhrij.report.deviations import Said
from takhrij.report.graph import Node
from takhrij.report.tongues import Tongue
from takhrij.report.words import DATES, SLOTS, Gloss, value_in_words, visible

BOX = 172  # pixels, the width of a box: two boxes and what is between them fit a phone
ROOM = BOX - 12
WIDE, CAPITAL, BROAD, LETTER = 15.0, 12.0, 10.0, 7.4  # pixels of a letter in a bold font of 14 pixels, generously
BROAD_LETTERS = frozenset("سشصضطظwm—")
SMALL = 14 / 11  # how much more goes into a line of the small font
LONGEST_PEEK = 200  # letters of a telling that hovering shows
MOST_SAID = 3  # things said otherwise that go into a box
UNSEEN_NOTE = Gloss("مذكور وليس في المجموعة", "cited, not in the pile")
NAMELESS = Gloss("وسيلة غير معروفة", "unknown outlet")


class Line(NamedTuple):
    """A line of text with its CSS class and direction."""

    style: str
    text: str
    direction: str = "rtl"


def lines_of(node: Node, tongue: Tongue) -> list[Line]:
    """The outlet in one or two lines, labels and date, what it says otherwise, and for a first text where its own chain ends."""
    named = [Line("name", text) for text in in_two_lines(node.name or tongue.gloss(NAMELESS))]
    if node.unseen:
        return [*named, Line("small", fitting(tongue.gloss(UNSEEN_NOTE), ROOM * SMALL), tongue.direction)]
    origins = fitting(tongue("الأصل: ", "origin: ") + tongue.listed(node.origins), ROOM * SMALL)
    ends = [Line("small", origins, tongue.direction)] if node.origins else []
    said = sorted(node.said, key=lambda said: not said.apart)[:MOST_SAID]
    differing = [
        Line("apart" if row.apart else "said", fitting(said_in_words(row, tongue), ROOM * SMALL), tongue.direction) for row in said
    ]
    return [*named, Line("small", fitting(_when(node, tongue), ROOM * SMALL), "ltr"), *differing, *ends]


def said_in_words(said: Said, tongue: Tongue) -> str:
    """«(!) المكان: زمران», «قتلى: 9»; not everybody sees red, and not every font has ≠."""
    value = value_in_words(said.slot, said.value, english=tongue.english)
    return f"{'(!) ' if said.apart else ''}{said.counted or tongue.gloss(SLOTS[said.slot])}: {value}"


def _when(node: Node, tongue: Tongue) -> str:
    """«t5, t6 · 2021-11-09 09:40», and how good the date is where it is not the day of publishing."""
    document = node.tellings[0].document
    labels = ", ".join(node.labels) if len(node.labels) < 3 else f"{node.labels[0]} (+{len(node.labels) - 1})"
    if not document.date:
        return f"{labels} · {tongue('بلا تاريخ', 'no date')}"
    if document.date_kind in ("crawled", "guessed"):  # the hour of crawling tells nothing
        return f"{labels} · {visible(document.date[:10])} {tongue.gloss(DATES[document.date_kind]).split()[0]}"
    kind = f" {tongue.gloss(DATES['updated'])}" if document.date_kind == "updated" else ""
    return f"{labels} · {visible(document.date[:16]).replace('T', ' ')}{kind}"


def in_two_lines(text: str) -> list[str]:
    """The text on one line, or on two broken between words; what does not fit then is cut.

    >>> in_two_lines("وكالة أنباء ترشان")
    ['وكالة أنباء ترشان']
    """
    words = text.split(" ")
    first = words[0]
    place = 1
    while place < len(words) and not fitting(f"{first} {words[place]}", ROOM).endswith("…"):
        first = f"{first} {words[place]}"
        place += 1
    rest = " ".join(words[place:])
    return [fitting(first, ROOM), fitting(rest, ROOM)] if rest else [fitting(first, ROOM)]


def fitting(text: str, room: float) -> str:
    """The text, or as much of it as surely fits into so many pixels of a bold 14 pixel font, with an ellipsis."""
    used = 0.0
    for place, letter in enumerate(text):
        used += _width(letter)
        if used > room:
            return text[: max(1, place - 1)].rstrip() + "…"
    return text


def _width(letter: str) -> float:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return WIDE
    if letter in BROAD_LETTERS:
        return BROAD
    return CAPITAL + 3.0 * (letter in "WM") if letter.isupper() else LETTER
