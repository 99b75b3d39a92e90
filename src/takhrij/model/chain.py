"""Who took it from whom, where chains end, and how many really know."""

from __future__ import annotations

from dataclasses import dataclass

EVIDENCE = ("credited", "reused", "same_attribution", "paraphrased", "translated", "decided")
ORIGIN_KINDS = ("named_source", "unnamed_source", "agency", "outlet", "document", "unknown")
INDEPENDENCE = ("shared", "independent", "not_established")
CREDIT_PLACES = ("head", "foot", "author", "dateline", "text")
UNSEEN = "unseen:"
NAMELESS = "نص غائب"  # "a text not at hand": what shared words betray and nobody credits


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet or agency that a document names as where it has its text (or a part of it) from.

    `name` is canonical, `kind` agency or outlet; `start`, `end` are the words in `field` (text, title or author);
    `attribution` where the credit is a carrier or source of one.
    """

    document: str
    credit: str
    name: str
    kind: str
    place: str
    field: str
    start: int
    end: int
    attribution: str | None


@dataclass(frozen=True, slots=True)
class OutletDay:
    """An outlet that a document is of (`own`) or credits, under the key that all spellings of its name share, and the document's day.

    `day` counts from 1 January of year 1, as dates in Python do.
    """

    document: str
    outlet: str
    day: int
    own: bool


@dataclass(frozen=True, slots=True)
class CreditedArticles:
    """How many articles of an outlet that a document credits lie here from the same day and the three days before it."""

    document: str
    outlet: str
    articles: int


@dataclass(frozen=True, slots=True)
class Link:
    """One telling derived from an earlier one (`earlier` is a telling, or "unseen:NAME"); `strength` is a score, 0 to 1."""

    claim: str
    link: str
    later: str
    earlier: str
    strength: float
    direction: str  # dated, text or unknown: what tells that the one is the later


@dataclass(frozen=True, slots=True)
class LinkEvidence:
    """Why a link is there: one kind of evidence, with the words in the later document (start = end where there are none)."""

    claim: str
    link: str
    kind: str
    why: str
    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about one telling's sources that a reader should know: copied and not credited, credited and not copied, …"""

    claim: str
    telling: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where visible chains of a claim end."""

    claim: str
    origin: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class OriginTelling:
    """A telling whose chain ends in the origin."""

    claim: str
    origin: str
    telling: str


@dataclass(frozen=True, slots=True)
class Independence:
    """Whether two origins (`a` < `b`, by origin id) are independent, and why that was said."""

    claim: str
    a: str
    b: str
    verdict: str
    why: str


@dataclass(frozen=True, slots=True)
class Ancestry:
    """What the graph of a claim says as a whole: both ranges of origins, and the common link if there is one.

    `origin_*` counts origins of information, `text_*` the first texts that all else was taken from.
    """

    claim: str
    origin_low: int
    origin_high: int
    text_low: int
    text_high: int
    common_link: str | None
    common_link_kind: str | None
    common_link_telling: str | None


@dataclass(frozen=True, slots=True)
class Bypass:
    """A telling that does not pass through the common link of its claim."""

    claim: str
    telling: str


@dataclass(frozen=True, slots=True)
class CircleStep:
    """One outlet of a circle of outlets that name one another as source; `telling` is the article's that does so."""

    claim: str
    circle: str
    position: int
    outlet: str
    telling: str
