"""Headlines that attribute by a colon: «وزير النقل: الجسر آمن», «الغيم: لم أغادر الميناء»."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.annotate.contents import mode_of, trimmed
from takhrij.annotate.drafts import Draft, Range
from takhrij.annotate.sources import head_kind
from takhrij.annotate.wording import Wording

_LONGEST = 8  # tokens before the colon
_SHORTEST = 2  # words behind it
_SPEAKING = ("unnamed", "organization", "outlet", "document", "vague", "title")


def headline_of(wording: Wording, people: Sequence[Range]) -> list[Draft]:
    """The attribution by the first colon of a title, if what stands before it can speak; «العراق: مقتل ثلاثة» names only a topic."""
    stop = len(wording.tokens)
    colon = next((place for place in range(min(stop, _LONGEST + 1)) if wording.form(place) == ":"), None)
    if not colon or stop - colon - 1 < _SHORTEST:
        return []
    source = trimmed(wording, 0, colon)
    if not _can_speak(wording, source, colon, people):
        return []
    inner = trimmed(wording, colon + 1, stop)
    if inner[0] >= inner[1]:
        return []
    mode = mode_of(wording, *inner, quoted=wording.opens(colon + 1) and inner[0] > colon + 1)
    return [Draft([(colon, colon + 1)], [inner], source, [], "neutral", mode)]


def _can_speak(wording: Wording, source: Range, colon: int, people: Sequence[Range]) -> bool:
    if source[0] >= source[1] or any(wording.form(place) in (".", "…", "؟", "،") for place in range(*source)):
        return False
    if head_kind(wording, source) in _SPEAKING or any(start < source[1] for start, _ in people):
        return True
    return wording.opens(colon + 1)
