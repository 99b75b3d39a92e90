"""Where the chain of each telling ends: whom the information is from, as far as the texts of a claim show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from takhrij.annotate.outlets import AGENCY, GENERAL, OUTLET, outlet_key, outlet_named
from takhrij.model.chain import UNSEEN, Credit, Link
from takhrij.model.claim import ChainStep, Telling
from takhrij.model.document import Document
from takhrij.text.lexicons import folded_words
from takhrij.text.tokens import tokens_of

NAMED, UNNAMED, DOCUMENT, UNKNOWN = "named_source", "unnamed_source", "document", "unknown"
_KINDS = {"person": NAMED, "organization": NAMED, "document": DOCUMENT, "unnamed": UNNAMED, "vague": UNNAMED}
# «المتحدث باسم وزارة الصحة» speaks for وزارة الصحة.
_SPOKESMEN = frozenset(("باسم", "لسان"))


class End(NamedTuple):
    """The end of a chain: two tellings with equal `key` have one origin."""

    kind: str
    key: str
    name: str


def ends_of(
    tellings: Sequence[Telling],
    documents: Mapping[str, Document],
    chain_steps: Sequence[ChainStep],
    links: Sequence[Link],
    credits: Sequence[Credit],
) -> dict[str, End]:
    """For each telling the end of its visible chain: its own source, else that of the telling it was taken from, else its outlet."""
    walk = _Walk({row.telling: row for row in tellings}, documents, _innermost(chain_steps), parents_of_tellings(links), _credited(credits))
    ends = {telling.telling: walk.end(telling.telling) for telling in tellings}
    return _with_one_name(ends)


def _innermost(steps: Sequence[ChainStep]) -> dict[str, ChainStep]:
    out: dict[str, ChainStep] = {}
    for step in sorted(steps, key=lambda step: step.position):
        if step.kind == "source":
            out[step.telling] = step
    return out


def parents_of_tellings(links: Sequence[Link]) -> dict[str, str]:
    """Each telling's strongest link upwards."""
    ordered = sorted(links, key=lambda link: (link.strength, link.earlier), reverse=True)
    out: dict[str, str] = {}
    for link in ordered:
        out.setdefault(link.later, link.earlier)
    return out


def _credited(credits: Sequence[Credit]) -> dict[str, Credit]:
    """The first agency or outlet that a document credits for all of its text."""
    out: dict[str, Credit] = {}
    for credit in sorted(credits, key=lambda row: (row.name == GENERAL, row.field, row.start, row.credit)):
        if credit.place != "text":
            out.setdefault(credit.document, credit)
    return out


class _Walk(NamedTuple):
    tellings: Mapping[str, Telling]
    documents: Mapping[str, Document]
    innermost: Mapping[str, ChainStep]
    parents: Mapping[str, str]
    credited: Mapping[str, Credit]

    def end(self, telling: str) -> End:
        """The end of one telling's chain; links never go round, but what was read from a damaged case might."""
        seen: list[str] = []
        name = telling
        while name in self.tellings and name not in seen:
            seen.append(name)
            said = self._said(name)
            if said and said.kind != UNNAMED:
                return said
            name = self.parents.get(name, "")
        if name.startswith(UNSEEN):
            return _medium(name.removeprefix(UNSEEN))
        unnamed = [said for said in map(self._said, seen) if said]
        return unnamed[-1] if unnamed else self._voice(seen[-1])

    def _said(self, telling: str) -> End | None:
        """Whom the telling itself names as its innermost source, unless that is a medium whose own telling may be here."""
        step = self.innermost.get(telling)
        if step is None or not step.name:
            return None
        if step.source_kind == "outlet":
            return None if telling in self.parents else _medium(step.name)
        kind = _KINDS.get(step.source_kind, UNNAMED)
        key = source_key(step.name)
        if kind == UNNAMED and not (_SPOKESMEN & _forms(step.name) and key):
            return End(UNNAMED, telling, step.name)
        return End(NAMED if kind == UNNAMED else kind, key or step.name, step.name)

    def _voice(self, telling: str) -> End:
        """An article's own voice: the agency that it credits, else its outlet's own reporting."""
        document = self.documents.get(self.tellings[telling].document)
        credit = self.credited.get(self.tellings[telling].document)
        if credit and credit.name == GENERAL:
            return End(AGENCY, telling, GENERAL)
        if credit:
            return _medium(credit.name)
        return _medium(document.outlet) if document and document.outlet else End(UNKNOWN, telling, "")


def _medium(name: str) -> End:
    found = outlet_named(name)
    return End(found[1] if found else OUTLET, outlet_key(name), found[0] if found else name)


@lru_cache(maxsize=20_000)
def _forms(name: str) -> frozenset[str]:
    return frozenset(token.form for token in tokens_of(name[:200]) if token.is_word)


@lru_cache(maxsize=20_000)
def source_key(name: str) -> str:
    """The words of a name that tell who it is, without office, title and article.

    >>> source_key("المتحدث باسم وزارة الصحة"), source_key("وزارة الصحة في بيان")
    ('صحه وزاره', 'صحه وزاره')
    """
    return " ".join(sorted(form.removeprefix("ال") for form in _forms(name) if form not in folded_words("chains", "offices")))


def _with_one_name(ends: Mapping[str, End]) -> dict[str, End]:
    """Named ends whose words lie one inside the other («السامرائي», «رامي السامرائي») made one, under the fullest name."""
    named = sorted({end for end in ends.values() if end.kind in (NAMED, DOCUMENT)}, key=lambda end: (-len(end.key.split()), end))
    fullest: list[tuple[frozenset[str], End]] = []
    one: dict[End, End] = {}
    for end in named:
        words = frozenset(end.key.split())
        holders = [other for bag, other in fullest if words <= bag]
        if holders:
            one[end] = holders[0]
        else:
            fullest.append((words, end))
            one[end] = end
    return {telling: one.get(end, end) for telling, end in ends.items()}


def tellings_by_end(ends: Mapping[str, End]) -> dict[End, list[str]]:
    """The ends with the tellings that lead to each; one row per key, under its first name."""
    first: dict[tuple[str, str], End] = {}
    out: dict[End, list[str]] = defaultdict(list)
    for telling in sorted(ends):
        end = ends[telling]
        key = ("medium" if end.kind in (AGENCY, OUTLET) else end.kind, end.key)
        out[first.setdefault(key, end)].append(telling)
    return dict(out)
