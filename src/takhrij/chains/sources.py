"""Where the chain of each telling ends: whom the information is from, as far as the texts of a claim show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from takhrij.annotate.outlets import AGENCY, GENERAL, OUTLET, outlet_key, outlet_named
from takhrij.model.chain import NAMELESS, UNSEEN, Credit, Link, LinkEvidence
from takhrij.model.claim import ChainStep, Telling
from takhrij.model.document import Document
from takhrij.text.folding import folded
from takhrij.text.lemmas import lemma
from takhrij.text.lexicons import folded_words
from takhrij.text.stems import stem
from takhrij.text.tokens import tokens_of

NAMED, UNNAMED, DOCUMENT, UNKNOWN = "named_source", "unnamed_source", "document", "unknown"
_TAKEN = ("credited", "reused", "decided")  # evidence that a telling has its words from the other
_KINDS = {"person": NAMED, "organization": NAMED, "document": DOCUMENT, "unnamed": UNNAMED, "vague": UNNAMED}
# «المتحدث باسم وزارة الصحة» speaks for وزارة الصحة, and «المتحدث الأمني» for whom everybody knows there.
_SPOKESMEN = frozenset(folded("باسم لسان المتحدث متحدث المتحدثة متحدثة الناطق ناطق الناطقة ناطقة").split())
_JOINED = frozenset(folded("عبد أبو أبي ابن آل").split())  # written with or without a space: «عبد الرحمن», «عبدالرحمن»
LONGEST_NAME = 12  # words; what is longer is a clause that was taken for a source
BREATH = 10  # words between two names said in one breath
LONGEST_TEXT = 60_000  # characters
LEAST_OFFICE = 2  # words of an office that tell one of an article's people from another: «وزيرة الصحة», not «الوزيرة»
_PLACED = " في "  # begins where somebody holds it or speaks: «وزيرة الصحة في زمران»
LEAST_DOCUMENT = 2  # words by which a document is told from others: «البيان» alone is anybody's


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
    link_evidence: Sequence[LinkEvidence],
    credits: Sequence[Credit],
) -> dict[str, End]:
    """For each telling the end of its visible chain: its own source, else that of the telling it was taken from, else its outlet."""
    taken = {row.link for row in link_evidence if row.kind in _TAKEN}
    walk = _Walk(
        {row.telling: row for row in tellings}, documents, _innermost(chain_steps), parents_of_tellings(links),
        frozenset((row.later, row.earlier) for row in links if row.link in taken), _credited(credits),
    )  # fmt: skip
    ends = {telling.telling: walk.end(telling.telling) for telling in tellings}
    return _with_own_sources(tellings, _with_one_name(_with_called_by_office(tellings, ends, documents, chain_steps)))


def _with_called_by_office(
    tellings: Sequence[Telling], ends: Mapping[str, End], documents: Mapping[str, Document], chain_steps: Sequence[ChainStep]
) -> dict[str, End]:
    """Who is called by the office alone («وزيرة الصحة: …») is whom the same article introduces by it («قالت وزيرة الصحة سعاد الغيم»)."""
    article = {row.telling: row.document for row in tellings}
    named: dict[str, list[tuple[frozenset[str], End]]] = defaultdict(list)
    for step in chain_steps:
        end = ends.get(step.telling)
        if end is not None and end.kind == NAMED and step.kind == "source" and step.field != "author" and step.document in documents:
            named[step.document].append((_all_stems(documents[step.document].field(step.field)[step.start : step.end]), end))
    out = dict(ends)
    for telling, end in ends.items():
        office = _all_stems(end.name.partition(_PLACED)[0]) if end.kind == UNNAMED else frozenset()
        meant = {known for words, known in named[article[telling]] if office <= words} if len(office) >= LEAST_OFFICE else set()
        if len(meant) == 1:
            out[telling] = meant.pop()
    return out


def _with_own_sources(tellings: Sequence[Telling], ends: Mapping[str, End]) -> dict[str, End]:
    """What an article says in its own voice (a headline, a lead) and attributes elsewhere rests on whom it names there first."""
    named: dict[str, End] = {}
    for telling in sorted(tellings, key=lambda row: (row.field == "title", row.start, row.telling)):
        end = ends[telling.telling]
        known = named.get(telling.document)
        if end.kind in (NAMED, DOCUMENT, UNNAMED) and (known is None or (known.kind == UNNAMED and end.kind != UNNAMED)):
            named[telling.document] = end
    own = {row.telling: row.document for row in tellings if ends[row.telling].kind in (AGENCY, OUTLET, UNKNOWN)}
    return {telling: named.get(own[telling], end) if telling in own else end for telling, end in ends.items()}


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
    taken: frozenset[tuple[str, str]]  # (later, earlier) where a credit or the words show it
    credited: Mapping[str, Credit]

    def end(self, telling: str) -> End:
        """The end of one telling's chain; links never go round, but what was read from a damaged case might.

        «قال شاهد» in a copy may be whom the copied text names; beside another speaker's words he is himself. Two papers that have him from
        one agency have one witness.
        """
        seen: list[str] = []
        name = telling
        while name in self.tellings and name not in seen:
            seen.append(name)
            said = self._said(name)
            above = self.parents.get(name, "")
            if said and (said.kind != UNNAMED or (above in self.tellings and (name, above) not in self.taken)):
                return said
            name = above
        unnamed = [said for said in map(self._said, seen) if said]
        if unnamed:
            return unnamed[-1]._replace(key=f"{name} {source_key(unnamed[-1].name)}") if name.startswith(UNSEEN) else unnamed[-1]
        if name == UNSEEN + NAMELESS:
            return End(UNKNOWN, NAMELESS, NAMELESS)
        return _medium(name.removeprefix(UNSEEN)) if name.startswith(UNSEEN) else self._voice(seen[-1])

    def _said(self, telling: str) -> End | None:
        """Whom the telling itself names as its innermost source, unless that is a medium whose own telling may be here."""
        step = self.innermost.get(telling)
        if step is None or not step.name:
            return None
        if step.source_kind == "outlet":
            return None if telling in self.parents else _medium(step.name)
        kind = _KINDS.get(step.source_kind, UNNAMED)
        key = source_key(step.name)
        forms = _forms(step.name)
        if kind == DOCUMENT:
            return End(DOCUMENT, key if len(key.split()) >= LEAST_DOCUMENT else telling, step.name)
        if not key or len(forms) > LONGEST_NAME or (kind == UNNAMED and not _SPOKESMEN & forms):
            return End(UNNAMED, telling, step.name)
        return End(NAMED, key, step.name)

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
    ('زار صحه', 'زار صحه')
    """
    return " ".join(sorted(stems_of(name)))


@lru_cache(maxsize=20_000)
def stems_of(words: str) -> frozenset[str]:
    """The stems of the words that tell who it is; «عبد الرحمن» is one word."""
    return frozenset(map(_root, (form for form in _joined_words(words[:400]) if form not in folded_words("chains", "offices"))))


def _joined_words(text: str) -> list[str]:
    """The folded words of a text, «عبد الرحمن» and «أبو سمرة» as one each."""
    out: list[str] = []
    joins = False
    for form in (token.form for token in tokens_of(text) if token.is_word):
        if joins:
            out[-1] += form
        else:
            out.append(form)
        joins = not joins and form in _JOINED
    return out


@lru_cache(maxsize=20_000)
def _all_stems(words: str) -> frozenset[str]:
    return frozenset(_root(token.form) for token in tokens_of(words[:400]) if token.is_word)


def _root(form: str) -> str:
    """The stem of a word without what is written to it: «وزارة», «بوزارة», «لوزارة» have one."""
    return stem(lemma(form))


def _with_one_name(ends: Mapping[str, End]) -> dict[str, End]:
    """Named ends whose words lie one inside the other («السامرائي», «رامي السامرائي») made one, under the fullest name.

    So are those that differ by spaces alone: «مكتب محافظ زيت نهر», «مكتب محافظ زيتنهر». A body and its document («حصيلة أعلنها الدفاع
    المدني») are told under the body's name.
    """
    named = sorted({end for end in ends.values() if end.kind in (NAMED, DOCUMENT)}, key=lambda end: (-len(end.key.split()), end))
    fullest: list[tuple[frozenset[str], str, End]] = []
    one: dict[End, End] = {}
    for end in named:
        words, solid = frozenset(end.key.split()), "".join(token.form for token in tokens_of(end.name[:200]) if token.is_word)
        holders = [other for bag, letters, other in fullest if words <= bag or solid == letters]
        if holders:
            one[end] = holders[0]
        else:
            fullest.append((words, solid, end))
            one[end] = end
    bodies = {one[end]: end for end in reversed(named) if end.kind == NAMED and one[end].kind == DOCUMENT}  # the fullest is put last
    return {telling: bodies.get(one.get(end, end), one.get(end, end)) for telling, end in ends.items()}


def tellings_by_end(ends: Mapping[str, End]) -> dict[End, list[str]]:
    """The ends with the tellings that lead to each; one row per key, under its first name."""
    first: dict[tuple[str, str], End] = {}
    out: dict[End, list[str]] = defaultdict(list)
    for telling in sorted(ends):
        end = ends[telling]
        key = ("medium" if end.kind in (AGENCY, OUTLET) else end.kind, end.key)
        out[first.setdefault(key, end)].append(telling)
    return dict(out)


def described(ends: Mapping[str, End], documents: Mapping[str, Document], chain_steps: Sequence[ChainStep]) -> dict[End, frozenset[str]]:
    """For each end the stems of all words by which texts introduce it: «مدير المرصد رامي السهيلي» tells whom السهيلي speaks for."""
    out: dict[End, frozenset[str]] = {}
    for step in chain_steps:
        if step.kind != "source" or step.telling not in ends or step.document not in documents or step.field == "author":
            continue
        words = documents[step.document].field(step.field)[step.start : step.end]
        end = ends[step.telling]
        out[end] = out.get(end, frozenset()) | stems_of(words) | stems_of(step.name)
    return out


def side_by_side(one: End, other: End, documents: Iterable[Document]) -> bool:
    """Whether a text names both in one breath, so that one may be of the other's house: «المرصد … مديره رامي السهيلي»."""
    names = frozenset(one.key.split()), frozenset(other.key.split())
    return any(_meet(names[0], names[1], _stems_in_order(document.text[:LONGEST_TEXT])) for document in documents)


@lru_cache(maxsize=256)
def _stems_in_order(text: str) -> tuple[str, ...]:
    return tuple(map(_root, _joined_words(text)))


def _meet(one: frozenset[str], other: frozenset[str], stems: Sequence[str]) -> bool:
    least = min(2, len(one)), min(2, len(other))
    for at in (number for number, form in enumerate(stems) if form in one):
        near = frozenset(stems[max(0, at - BREATH) : at + BREATH + 1])
        if len(near & one) >= least[0] and len(near & other) >= least[1]:
            return True
    return False
