"""What one document says, as spans in its text: mentions, quantities, times, attributions."""

from __future__ import annotations

from dataclasses import dataclass

MENTION_KINDS = ("PERSON", "PLACE", "ORGANIZATION", "OTHER")
MODIFIERS = ("exact", "about", "at_least", "at_most", "more_than", "less_than", "range")
TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")
MODES = ("direct", "indirect", "mixed")
SOURCE_KINDS = ("person", "unnamed", "organization", "outlet", "document", "vague")
STANCES = ("neutral", "endorsing", "distancing", "denying", "tentative")
ROLES = ("cue", "source", "via", "content")


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an entity; `name` is its canonical form, the same for all spellings that are known to be one."""

    document: str
    field: str
    start: int
    end: int
    kind: str
    name: str
    made_by: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with unit and modifier: «نحو ٣٠ قتيلا» is low 30, modifier about, unit person, of قتيل.

    `low` and `high` are plain decimals as text ("1500000"); `high` only for a range; `unit` "%" for percentages and
    "ordinal" for ordinals; `of` is the counted noun as a light stem's fullest form.
    """

    document: str
    field: str
    start: int
    end: int
    low: str | None
    high: str | None
    unit: str | None
    modifier: str
    of: str | None
    made_by: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: type and value; `begins` and `ends` are ISO days (the last one inclusive) where they can be told.

    `anchor` is the moment that a relative expression was resolved against, None where it needed none.
    """

    document: str
    field: str
    start: int
    end: int
    type: str
    value: str | None
    begins: str | None
    ends: str | None
    anchor: str | None
    made_by: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content (PARC 3); the spans are rows of `AttributionSpan`.

    `attribution` is a1, a2, … in the text and h1, h2, … in the title, unique in its document only; `parent` is the
    attribution of the same document whose content holds this one.
    """

    document: str
    attribution: str
    field: str
    speaker: str | None
    mode: str
    source_kind: str
    stance: str
    parent: str | None
    made_by: str


@dataclass(frozen=True, slots=True)
class AttributionSpan:
    """One span of an attribution; `number` counts from 0 within its role (`via`: innermost first)."""

    document: str
    attribution: str
    role: str
    number: int
    start: int
    end: int
