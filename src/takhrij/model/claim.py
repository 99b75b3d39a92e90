"""Tellings, the facts they assert, whether two tell the same, and what differs between them."""

from __future__ import annotations

from dataclasses import dataclass

CERTAINTIES = ("asserted", "reported", "doubted", "denied", "expected")
SLOTS = ("number", "date", "place", "person", "actor", "certainty", "attribution", "negation", "wording")
VERDICTS = ("same", "contrary", "different")
VARIATION_KINDS = (
    "update", "correction", "conflict", "aggregation", "copy_error", "wording", "dropped_attribution", "certainty_shift", "unclear",
)  # fmt: skip
CHAIN_KINDS = ("agency-credit", "carrier", "source")


@dataclass(frozen=True, slots=True)
class Telling:
    """One document's rendering of one proposition: the span of text or title that tells it.

    `attribution` is the innermost attribution whose content the telling is, None in the article's own voice; `stance` is its cue's.
    `words` is the span's text, `heading` what it says without who says so in front («الجسر مغلق — السدري»); `date`, `language` and
    `added` are the document's: comparing and grouping need nothing else of it.
    """

    telling: str
    document: str
    field: str
    start: int
    end: int
    words: str
    attribution: str | None
    certainty: str
    date: str | None = None
    language: str | None = None
    added: int = 0
    stance: str | None = None
    heading: str = ""


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One link of a telling's chain as its own article gives it; `position` 0 is the outermost carrier, the last the source.

    `start`, `end` are the words that name it, in `field` ("text", "title" or "author").
    `source_kind` is the attribution's for the innermost step, "outlet" for a carrier.
    """

    telling: str
    document: str
    position: int
    kind: str
    name: str
    source_kind: str
    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One value that a telling asserts, with the words it rests on (a span of the telling's field).

    slot number: `low`, `high`, `unit`, `modifier` as in Quantity, `role` the counted noun's stem.
    slot date: `low`, `high` the first and last ISO day, `value` the TIMEX3 value.
    slot place, person, actor (organizations too): `value` the canonical name, `role` "before" or "after" the main verb where known.
    slot negation: `value` the negating word. slot certainty: `value` the hedging or boosting word.
    """

    telling: str
    slot: str
    value: str
    low: str | None
    high: str | None
    unit: str | None
    modifier: str | None
    role: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TellingKey:
    """One key under which a telling may meet others (words that it shares with few); `weight` is how telling it is.

    A key below 0 brings together tellings in different languages only.
    """

    telling: str
    document: str
    key: int
    weight: float


@dataclass(frozen=True, slots=True)
class TellingTerms:
    """What the search index holds of a telling: its lemmas, and what its words mean, name and sound like in any language."""

    telling: str
    document: str
    lemmas: str
    keys: str


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two tellings in two languages that are worth comparing, by numbers, names and meanings that they share."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class AlignedTellings:
    """Two tellings at one place of two passages that are the same words; `formula`: of a set text, which tells of two occasions."""

    left: str
    right: str
    formula: bool


@dataclass(frozen=True, slots=True)
class Toll:
    """A telling that gives a toll; `role` is the fate: قتيل, جريح, مفقود, معتقل, مخطوف; `begins`: its document begins with a toll."""

    telling: str
    document: str
    role: str
    begins: bool


@dataclass(frozen=True, slots=True)
class TellingPair:
    """Two tellings that are worth comparing, and what proposed them (event, reuse, words, meaning); `left` < `right`."""

    pair: str
    left: str
    right: str
    proposed_by: str


@dataclass(frozen=True, slots=True)
class Resemblance:
    """What was decided of a pair of tellings; `score` (0 to 1) rises with the evidence that they tell the same.

    `one_count`: they are contrary in nothing but how many there were of one counted thing («9 قتلى», «17 قتيلا»).
    """

    pair: str
    left: str
    right: str
    verdict: str
    score: float
    made_by: str
    one_count: bool = False


@dataclass(frozen=True, slots=True)
class DecidedPair(Resemblance):
    """A resemblance, or what an analyst decided of two tellings in its stead (`made_by` is then "analyst")."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One slot in which the two tellings of a pair differ, with both values as told ("" where one says nothing)."""

    pair: str
    slot: str
    left_value: str
    right_value: str


@dataclass(frozen=True, slots=True)
class Component:
    """A telling and the least telling that can be reached from it over pairs decided to be the same."""

    telling: str
    component: str


@dataclass(frozen=True, slots=True)
class Claim:
    """The tellings that say the same thing; named after its founding telling, the first that was added.

    `headline` is what it is called, by the words of the telling `head`: a title, or the plainest sentence.
    """

    claim: str
    founder: str
    headline: str
    tellings: int
    documents: int
    head: str = ""


@dataclass(frozen=True, slots=True)
class ClaimTelling:
    """A telling in a claim that it tells; `number` counts from 1 by date (unknown last), then by order of adding.

    `guest`: it tells another claim first, in which it is no guest: «الجسر مغلق ويبدأ الترميم غدا» tells two.
    """

    claim: str
    telling: str
    number: int
    guest: bool = False


@dataclass(frozen=True, slots=True)
class Variation:
    """One slot in which the tellings of a claim differ, and what kind of change it is."""

    claim: str
    variation: str
    slot: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class VariationValue:
    """What one telling says in the slot, with the words it rests on (start = end where it says nothing)."""

    claim: str
    variation: str
    telling: str
    value: str
    start: int
    end: int
