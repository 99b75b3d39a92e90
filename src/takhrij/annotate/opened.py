"""What is read around a cue: where its content begins, its source, its carriers."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from typing import NamedTuple

from takhrij.annotate.wording import Range

# Prepositions as they are folded, and as cues.tsv has them.
PREPOSITIONS = {"الي": "الى", "عن": "عن", "علي": "على", "من": "من", "في": "في"}


@dataclass(slots=True)
class Opening:
    """What was read after a cue: where the content begins, the source's tokens, the carriers', more tokens of the cue."""

    content: int
    source: Range | None = None
    via: list[Range] = field(default_factory=list)
    more_cue: list[Range] = field(default_factory=list)
    strong: bool = False
    quoted: Range | None = None  # a first piece of the content, in front of the cue


class Named(NamedTuple):
    """The persons of a field: the last words of their names, and the tokens behind them."""

    surnames: Set[str]
    ends: Set[int]
