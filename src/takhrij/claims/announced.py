"""What one text tells as done and another only as the word of the one who did it: «ألغى الوزير اللقاء», «أعلن الوزير إلغاء اللقاء»."""

from __future__ import annotations

from collections.abc import Iterator

from takhrij.claims.attributed import HELD, is_said, speakers_of, stems_of
from takhrij.claims.changes import MOST_COMPARED, Found, HeldClaim, are_alike
from takhrij.claims.hedges import MARKS
from takhrij.model.claim import ChainStep, Telling
from takhrij.model.document import TEXT
from takhrij.text.folding import folded
from takhrij.text.tokens import tokens_of

ASSERTED, REPORTED = "asserted", "reported"
SAYERS = ("organization", "person")  # who can do what he announces
NEXT_TO_VERB = 6  # words behind the verb in which its doer is named
# Behind these no doer is named.
ENDS = frozenset(map(folded, ("في", "من", "إلى", "على", "عن", "مع", "بعد", "قبل", "أن", "إن", "ذلك"))) | MARKS
CHANGE = "certainty_shift", "ترويه رواية واقعا وتنسبه أخرى إلى إعلان صاحبه"


def announcements_of(held: HeldClaim) -> Iterator[Found]:
    """A shift of certainty where of two texts that begin with it, one tells the deed and the other that the doer announced it."""
    first: dict[str, Telling] = {}
    for row in sorted(held.tellings.values(), key=lambda row: (row.document, row.start)):
        if row.field == TEXT:
            first.setdefault(row.document, row)
    rows = list(first.values())[:MOST_COMPARED]
    told = {row.telling: held.told(row.telling, _degree(row), row.start, row.start) for row in rows}
    chains = {row.telling: speakers_of(held.chains[row.telling]) for row in rows}
    done = [row for row in rows if row.certainty == ASSERTED and not chains[row.telling] and not is_said(row.words, len(row.words))]
    said = [row for row in rows if row.certainty == REPORTED and chains[row.telling] and is_said(row.words)]
    pairs = ((one, row) for one in done for row in said if _did(one, chains[row.telling][-1]))
    if any(are_alike(told[one.telling], told[row.telling]) for one, row in pairs):
        yield "certainty", CHANGE, list(told.values())


def _degree(row: Telling) -> str:
    return f"{row.certainty}, {row.stance}" if row.stance else row.certainty


def _did(row: Telling, source: ChainStep) -> bool:
    """Whether a telling begins with a verb whose doer is the other's source: «ألغى الوزير سليم السدري» and «سليم السدري»."""
    if source.source_kind not in SAYERS:
        return False
    behind = tokens_of(row.words)[1 : 1 + NEXT_TO_VERB]
    end = next((place for place, token in enumerate(behind) if token.form in ENDS), len(behind))
    named = stems_of(row.words[behind[0].start : behind[end - 1].end]) if end else frozenset[str]()
    name = stems_of(source.name)
    words = source.name.split()
    chief = stems_of(words[-1] if source.source_kind == "person" else words[0])  # «السدري», «الهيئة»
    return chief <= named and len(name & named) >= HELD * len(name)
