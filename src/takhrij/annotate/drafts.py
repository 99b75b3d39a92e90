"""An attribution in the making, in token numbers, whatever kind of cue it has."""

from __future__ import annotations

from dataclasses import dataclass, field

from takhrij.annotate.speakers import Speaker
from takhrij.annotate.wording import Range

VERBAL = ("verb", "participle", "carried")  # sorts of drafts


@dataclass(slots=True)
class Draft:
    """An attribution as it is read: cue, source, carriers and content as ranges of tokens, and what is known of its speaker."""

    cue: list[Range]
    content: list[Range]
    source: Range | None
    via: list[Range]
    stance: str
    mode: str
    sort: str = "verb"
    speaker: Speaker | None = None
    kind: str = "vague"
    parent: int | None = None
    gender: str | None = None  # of the verb, which its subject shares
    plural: bool = False  # the verb has many for its subject
    present: bool = False  # the verb is no perfect
    mine: bool = False  # the verb is in the first person
    inside: bool = False  # in a clause that describes a noun: «رجل زعم أن …»
    unnamed: bool = field(default=False)  # a noun such as مخاوف whose holder nobody names

    @property
    def first(self) -> int:
        """The token that the cue begins at."""
        return self.cue[0][0]
