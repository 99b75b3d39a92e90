"""Carriers behind the content: «قالت الممرضة إن …، في شهادة نقلتها صحيفة "التل"»."""

from __future__ import annotations

from takhrij.annotate.carriers import carrier_at
from takhrij.annotate.clauses import COMMAS
from takhrij.annotate.wording import Range, Wording

_TOLD_IN = frozenset(
    "شهاده شهادات بيان تصريح تصريحات تقرير تسجيل مقابله حديث اتصال حوار رساله مداخله لقاء افاده افادات".split()  # noqa: SIM905
)
_LAST = 20  # tokens of a content among which such a phrase may begin
_SHORTEST = 3  # tokens of content before it
_WITHIN = 4  # tokens from «في شهادة» to the medium
_MARKS = 2  # tokens that may stand behind the medium: a quotation mark, a full stop


def carrier_behind(wording: Wording, content: Range) -> tuple[Range, Range] | None:
    """The content without a last phrase that names its carrier, and the carrier."""
    _, stop = wording.sentence_of(content[1] - 1)
    for place in range(max(content[0] + _SHORTEST, content[1] - _LAST), min(stop, content[1] + _MARKS + 1)):
        if wording.form(place) not in ("في", "خلال") or wording.form(place - 1) not in COMMAS or wording.form(place + 1) not in _TOLD_IN:
            continue
        if place < content[1] and wording.openers[place] >= content[0]:
            continue
        medium = _medium(wording, place, stop)
        if medium is not None and medium[1] + _MARKS >= content[1]:
            return (content[0], min(content[1], place - 1)), medium
    return None


def carrier_before(wording: Wording, first: int) -> Range | None:
    """«في مقابلة مع قناة التل، قالت ريما إن …»: the medium of the occasion that the sentence of the cue at a token begins with."""
    start, _ = wording.sentence_of(first)
    talk = wording.form(start).removeprefix("و") in ("في", "خلال") and wording.form(start + 1) in _TOLD_IN
    medium = _medium(wording, start, min(first, start + _LAST)) if talk else None
    return medium if medium is not None and medium[1] + _MARKS >= first else None


def _medium(wording: Wording, start: int, stop: int) -> Range | None:
    found = (carrier_at(wording, start, place, stop) for place in range(start + 2, min(stop, start + 2 + _WITHIN)))
    carried = next((item for item in found if item is not None), None)
    return None if carried is None or carried.medium[0] >= carried.medium[1] else carried.medium
