"""What a claim is called: the words of its founding telling without who says so in front of them, and then who does."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.model.span import Span

LEAST_LENGTH = 15  # characters of what is said that can stand alone: «إن «الجسر انهار»» keeps its frame
BETWEEN = " — "
CLOSED = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
STRAIGHT = '"'
EDGES = " \t\n\r\u00a0،,؛;:.-–—"
# «وال…», «وو…»: «و» before the article or before another «و» is no letter of the word.
JOINED = ("وال", "وو")


def heading_of(text: str, clause: Span, contents: Sequence[Span], speaker: str | None) -> str:
    """What a telling says, and who says it; contents are the spans of its attribution's content, none in the article's own voice.

    «وأضاف السدري أن الجسر مغلق حتى المساء.» is «الجسر مغلق حتى المساء — السدري».
    """
    inside = [Span(max(span.start, clause.start), min(span.end, clause.end)) for span in contents if span.shared(clause)]
    said = Span(min(span.start for span in inside), max(span.end for span in inside)) if inside else clause
    if said.end - said.start < LEAST_LENGTH:
        said = clause
    words = _whole(said.of(text))
    if said == clause or not speaker:
        return words
    return f"{words}{BETWEEN}{speaker}"


def _whole(words: str) -> str:
    """Words without marks at the edges that have no partner, and without «و» where it certainly joins them to what went before."""
    words = words.strip(EDGES)
    for left, right in CLOSED:
        if words.count(left) != words.count(right):
            words = words.removeprefix(left).removesuffix(right)
    if words.count(STRAIGHT) % 2:
        words = words.removeprefix(STRAIGHT) if words.startswith(STRAIGHT) else words.removesuffix(STRAIGHT)
    return words.strip(EDGES).removeprefix("و" if words.startswith(JOINED) else "")
