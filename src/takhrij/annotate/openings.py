"""Reads on from a cue: who is named as source, through whom, and where what is said begins."""

from __future__ import annotations

from dataclasses import dataclass, field

from takhrij.annotate import carriers
from takhrij.annotate.clauses import (
    BLOCKING,
    BRACKETS,
    COMMAS,
    FIXED,
    RELATIVES,
    TEMPORAL,
    is_complementizer,
    is_content_noun,
    is_preposition,
    kind_of_noun,
    starts_adjunct,
)  # fmt: skip
from takhrij.annotate.conjugation import reading_of
from takhrij.annotate.cues import Cue
from takhrij.annotate.wording import QUOTE, Wording

FARTHEST = 70  # tokens between a cue and its content: long titles with a relative clause have up to 50
_SHORT_QUOTE = 5  # words in marks that may still be a name
_PREPOSITIONS = {"الي": "الى", "عن": "عن", "علي": "على", "من": "من", "في": "في"}
_CLITIC_B, _CLITIC_L = "ب", "ل"

Range = tuple[int, int]


@dataclass(slots=True)
class Opening:
    """What was read after a cue: the token where the content begins, the source's tokens, the carriers' tokens, more cue tokens."""

    content: int
    source: Range | None = None
    via: list[Range] = field(default_factory=list)
    more_cue: list[Range] = field(default_factory=list)
    strong: bool = False


def opening_of(wording: Wording, cue: Cue, limit: int) -> Opening | None:
    """Where the content of a cue begins, or None where nothing that the cue could govern follows before token `limit`.

    «أعلن وزير النقل في بيان أن الجسر آمن»: content at الجسر, source وزير النقل.
    """
    limit = min(limit, cue.stop + FARTHEST)
    marker = _marker(wording, cue, limit)
    reader = _Reader(wording, cue, marker if marker is not None else limit, marker)
    return reader.read()


def _marker(wording: Wording, cue: Cue, limit: int) -> int | None:
    """The first complementizer, colon or quotation that belongs to the cue."""
    token = cue.stop
    while token < limit:
        form = wording.form(token)
        if wording.opens(token):
            if ":" in cue.verb.governs and not _is_name(wording, token, limit):
                return token
            token = (wording.partners[token] or token) + 1
            continue
        if form in BRACKETS:
            token = _after_bracket(wording, token, limit)
            continue
        if form == ":" and ":" in cue.verb.governs:
            return token
        if is_complementizer(form) and "ان" in cue.verb.governs and not _is_blocked(wording, cue, token):
            return token
        token += 1
    return None


def _is_blocked(wording: Wording, cue: Cue, token: int) -> bool:
    before = wording.form(token - 1)
    if token > cue.stop and before in BLOCKING and not (before == "الي" and "الى" in cue.verb.governs):
        return True
    return wording.form(token).startswith("وان")


def _is_name(wording: Wording, token: int, limit: int) -> bool:
    """Whether the words in marks name somebody rather than say something: «أعلنت "غيمة" أن …»."""
    partner = wording.partners[token]
    if partner is None or partner - token - 1 > _SHORT_QUOTE:
        return False
    before, after = wording.form(token - 1), wording.form(partner + 1)
    if len(before) == 1 and before in "لبوك":
        return True
    if kind_of_noun(before) in ("organization", "outlet") or before in ("باسم",):
        return True
    ends = partner + 1 >= limit or after in (".", "،", ",", "؛", "!", "؟")
    if not ends:
        return True
    return any(
        is_complementizer(wording.form(place)) or wording.form(place) == ":" for place in range(partner + 1, min(limit, partner + 12))
    )


def _after_bracket(wording: Wording, token: int, limit: int) -> int:
    closing = BRACKETS[wording.form(token)]
    for place in range(token + 1, min(limit, token + 25)):
        if wording.form(place) == closing:
            return place + 1
    return token + 1


class _Reader:
    """Walks from the cue towards the content, sorting the words between into source, carriers and the rest."""

    def __init__(self, wording: Wording, cue: Cue, limit: int, marker: int | None) -> None:
        self.wording, self.cue, self.limit, self.marker = wording, cue, limit, marker
        self.governs = cue.verb.governs
        self.place = cue.stop
        self.source: Range | None = None
        self.via: list[Range] = []
        self.more: list[Range] = []

    def read(self) -> Opening | None:
        """The opening, or None."""
        while self.place < self.limit:
            content = self._content_here()
            if content is not None:
                return self._opening(content, strong=False)
            if not self._step():
                break
        if self.marker is None:
            return None
        return self._opening(self._after_marker(self.marker), strong=True)

    def _opening(self, content: int, *, strong: bool) -> Opening:
        return Opening(content, self.source, self.via, self.more, strong)

    def _after_marker(self, marker: int) -> int:
        if self.wording.opens(marker):
            return marker
        place = marker + 1
        while is_complementizer(self.wording.form(place)) or self.wording.form(place) in (":", "،", ","):
            place += 1
        return place

    def _content_here(self) -> int | None:
        """The token where the content begins if it begins here without a complementizer."""
        form, after = self.wording.form(self.place), self.wording.form(self.place + 1)
        kept = _PREPOSITIONS.get(form)
        if kept in self.governs and not self._is_fixed() and not starts_adjunct(form, after):
            return self._after_preposition()
        if _CLITIC_B in self.governs and form.startswith("ب") and len(form) > 3 and self._takes_b(form):
            return self.place
        if _CLITIC_L in self.governs and form.startswith("ل") and is_content_noun(form[1:]):
            return self.place
        if "object" in self.governs and is_content_noun(form) and self._is_closed():
            return self.place
        if "whom" in self.governs and self.source is None and (self.cue.participle or self.cue.reading.object):
            return self.place
        return None

    def _takes_b(self, form: str) -> bool:
        if "whom" in self.governs:
            return True
        return is_content_noun(form[1:]) or is_content_noun(form[3:]) or self.source is None

    def _after_preposition(self) -> int | None:
        place = self.place + 1
        if self.marker is not None and place == self.marker:
            return self._after_marker(place)
        return place if self.wording.form(place) not in COMMAS else None

    def _is_fixed(self) -> bool:
        return self.wording.form(self.place - 1) in FIXED

    def _is_closed(self) -> bool:
        """Whether the noun phrase before is complete, so that an indefinite noun cannot belong to it."""
        if self.place == self.cue.stop:
            return True
        before = self.wording.form(self.place - 1)
        if is_preposition(before) or before in RELATIVES:
            return False
        definite = (
            before.startswith(("ال", "لل", "بال", "وال")) or before.endswith(("يه", "ي")) or not before[0].isalpha() or before in TEMPORAL
        )
        return definite or (kind_of_noun(before) in (None, "place") and not is_content_noun(before))

    def _step(self) -> bool:
        """Take in the next word or phrase; False where reading must stop."""
        form, after = self.wording.form(self.place), self.wording.form(self.place + 1)
        if form in COMMAS:
            self.place += 1
            return True
        carrier = carriers.addressee_at(self.wording, self.place, self.limit)
        if carrier is not None:
            self.via.append(carrier)
            self.place = self._after_quote(carrier[1])
            return True
        if starts_adjunct(form, after):
            self.place = self._adjunct_end()
            return True
        reading = reading_of(form)
        if (
            reading is not None
            and reading.shape == "participle"
            and form.endswith("ا")
            and self.source is None
            and self.place == self.cue.stop
        ):
            self.more.append((self.place, self.place + 1))  # «ومضى قائلا»
            self.place += 1
            return True
        start = self.place
        stop = self._phrase_end()
        if stop == start:
            self.place += 1
            return True
        return self._take_phrase(start, stop)

    def _take_phrase(self, start: int, stop: int) -> bool:
        self.place = stop
        if self.source is None:
            self.source = (start, stop)
            return True
        if self.marker is not None and self.wording.form(start - 1) in COMMAS and self.source[1] >= start - 1:
            self.source = (self.source[0], stop)
            return True
        if self.marker is None:
            self.place = start
            return False
        return True

    def _after_quote(self, place: int) -> int:
        return place + 1 if self.wording.form(place) == QUOTE else place

    def _adjunct_end(self) -> int:
        """The token after a phrase of time or occasion."""
        place = self.place + 1
        if self.wording.form(self.place) in TEMPORAL:
            return place
        while place < self.limit:
            form = self.wording.form(place)
            if form in COMMAS or carriers.addressee_at(self.wording, place, self.limit):
                break
            self.place, kept = place, self.place
            content = self._content_here()
            self.place = kept
            if content is not None and not is_preposition(self.wording.form(place - 1)):
                break
            place = _after_bracket(self.wording, place, self.limit) if form in BRACKETS else place + 1
        return place

    def _phrase_end(self) -> int:
        """The token after the noun phrase that begins here."""
        start, kept = self.place, self.place
        place = start
        while place < self.limit:
            form = self.wording.form(place)
            if form in COMMAS and not (form in "/-–" and self.marker is not None):
                break
            if place > start:
                self.place = place
                stops = self._content_here() is not None or starts_adjunct(form, self.wording.form(place + 1))
                stops = stops or carriers.addressee_at(self.wording, place, self.limit) is not None
                self.place = kept
                if stops:
                    break
            if self.wording.opens(place) and self.wording.partners[place] is not None and (self.wording.partners[place] or 0) < self.limit:
                place = (self.wording.partners[place] or place) + 1
            elif form in BRACKETS:
                place = _after_bracket(self.wording, place, self.limit)
            else:
                place += 1
        return place
