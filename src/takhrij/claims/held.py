"""All that is known of a claim when its variations are looked for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from takhrij.claims.changes import Change, Told
from takhrij.model.claim import ChainStep, Fact, Telling
from takhrij.model.document import Document

Found = tuple[str, Change, list[Told]]  # slot, kind and reason, values


@dataclass(frozen=True, slots=True)
class HeldClaim:
    """The tellings of one claim with their documents, facts and chains, each by its id."""

    tellings: dict[str, Telling]
    documents: dict[str, Document]
    facts: defaultdict[str, list[Fact]]
    chains: defaultdict[str, list[ChainStep]]

    def told(self, telling: str, value: str, start: int, end: int, fact: Fact | None = None) -> Told:
        """What a telling says in a slot, with the words it rests on."""
        row = self.tellings[telling]
        return Told(row, self.documents[row.document], value, start, end, fact)
