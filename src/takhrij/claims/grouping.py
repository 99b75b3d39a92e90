"""Makes claims of the tellings that reach one another: joins groups while the decided pairs between them speak for it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from takhrij.claims.guests import guests_of
from takhrij.claims.headings import head_of, headline_of
from takhrij.claims.weighing import weights_of
from takhrij.model.claim import Claim, ClaimTelling, Resemblance, Telling
from takhrij.model.decision import ANALYST
from takhrij.model.document import TEXT
from takhrij.model.identity import identity

TWICE_IN_ONE_TEXT = -1.0  # two sentences of one article seldom tell one claim; gold/claims: precision 0.82 -> 0.89, recall 0.60 -> 0.56
SURE = 0.9  # score from which two sentences of one text that both say what a third says tell one claim: a lead and its repetition below
MANY, BRIDGES = 4, 2  # tellings of a group that takes in what none of them surely tells only over so many bridges
THIN = 0.2  # share of the smaller group that must have a partner in the other, or the bridge between them is too thin


def claims_of(tellings: Sequence[Telling], resemblances: Sequence[Resemblance]) -> list[Claim | ClaimTelling]:
    """The claims among the tellings of one component, the same whatever the order of the rows.

    A claim is named after its founding telling, the first of the document that was added first, so that it keeps its
    name as articles are added; when claims merge, the older name stays.
    """
    by_id = {telling.telling: telling for telling in tellings}
    pairs = [row for row in resemblances if row.left in by_id and row.right in by_id]
    groups = groups_of(by_id, pairs)
    guests = guests_of(groups, by_id, pairs, weights_of(by_id, pairs))
    rows: list[Claim | ClaimTelling] = []
    for place, group in enumerate(groups):
        rows += _claim_rows([by_id[name] for name in group], [by_id[name] for name in guests.get(place, [])])
    return rows


def groups_of(tellings: Mapping[str, Telling], resemblances: Iterable[Resemblance]) -> list[list[str]]:
    """The tellings in groups: the surest pairs are joined first, and each join asks all decided pairs between the two groups."""
    pairs = sorted((row for row in resemblances if row.left in tellings and row.right in tellings), key=_surest_first)
    verdicts = weights_of(tellings, pairs)
    neighbours: dict[str, list[str]] = {name: [] for name in tellings}
    sure: dict[str, set[str]] = {name: set() for name in tellings}
    for row in pairs:
        if row.verdict == "same" and row.score >= SURE:
            sure[row.left].add(row.right)
            sure[row.right].add(row.left)
        neighbours[row.left].append(row.right)
        neighbours[row.right].append(row.left)
    one_thing = {frozenset((row.left, row.right)) for row in pairs if row.verdict == "same" or row.one_count}
    group_of = {name: [name] for name in tellings}
    for row in pairs:
        one, other = group_of[row.left], group_of[row.right]
        if one is other or verdicts[frozenset((row.left, row.right))] < 0:
            continue
        if not _belong_together(one, other, neighbours, sure, verdicts, tellings, one_thing):
            continue
        one += other
        group_of.update(dict.fromkeys(other, one))
    return sorted((sorted(group) for group in {id(group): group for group in group_of.values()}.values()), key=lambda group: group[0])


def _surest_first(row: Resemblance) -> tuple[bool, int, float, str]:
    return (row.made_by != ANALYST, ("same", "contrary", "different").index(row.verdict), -row.score, row.pair)


def _belong_together(
    one: Sequence[str],
    other: Sequence[str],
    neighbours: Mapping[str, Sequence[str]],
    sure: Mapping[str, set[str]],
    verdicts: Mapping[frozenset[str], float],
    tellings: Mapping[str, Telling],
    one_thing: Set[frozenset[str]],
) -> bool:
    """Whether what was decided between two groups speaks for joining them, by more than one thin bridge.

    A telling that is contrary to one of many, or hardly like it, is not yet of their claim: they may have been joined over others.
    """
    small, large = sorted((one, other), key=len)
    inside = set(large)
    met = [frozenset((name, partner)) for name in small for partner in neighbours[name] if partner in inside]
    said = [verdicts[pair] for pair in met]
    if len(large) >= MANY and sum(said) < math.inf and one_thing.isdisjoint(met) and sum(says > 0 for says in said) < BRIDGES:
        return False
    bridged = sum(any(verdicts[frozenset((name, partner))] > 0 for partner in neighbours[name] if partner in inside) for name in small)
    twice = _twice_in_one_text(small, large, neighbours, sure, tellings)
    speaks = sum(said) + twice * TWICE_IN_ONE_TEXT
    return speaks == math.inf or (speaks > 0 and bridged >= THIN * len(small))


def _twice_in_one_text(
    small: Sequence[str],
    large: Sequence[str],
    neighbours: Mapping[str, Sequence[str]],
    sure: Mapping[str, set[str]],
    tellings: Mapping[str, Telling],
) -> int:
    """How many of the one group stand in the text of a document that tells the other too, and were not compared with it.

    Two sentences of one text are compared only where the text holds its own rewrite, and there they do tell one claim; so they do
    where one of them surely says what the other's group says.
    """
    texts: dict[str, list[str]] = {}
    for name in large:
        if tellings[name].field == TEXT:
            texts.setdefault(tellings[name].document, []).append(name)
    count, one, other = 0, set(small), set(large)
    for name in (name for name in small if tellings[name].field == TEXT):
        own = texts.get(tellings[name].document, [])
        told_again = not sure[name].isdisjoint(other) or any(not sure[sentence].isdisjoint(one) for sentence in own)
        count += bool(own) and set(own).isdisjoint(neighbours[name]) and not told_again
    return count


def _claim_rows(group: Sequence[Telling], guests: Sequence[Telling]) -> Iterator[Claim | ClaimTelling]:
    """A claim is founded by one of its own: a guest founds the claim that is its home."""
    founder = min(group, key=_founding)
    claim = identity("c", founder.telling)
    told = [*group, *guests]
    head = head_of(group)
    yield Claim(claim, founder.telling, headline_of(head), len(told), len({telling.document for telling in told}), head.telling)
    for number, telling in enumerate(sorted(told, key=_by_date), 1):
        yield ClaimTelling(claim, telling.telling, number, guest=telling in guests)


def _founding(telling: Telling) -> tuple[int, bool, int]:
    return (telling.added, telling.field != TEXT, telling.start)


def _by_date(telling: Telling) -> tuple[bool, str, int, bool, int]:
    return (telling.date is None, telling.date or "", *_founding(telling))
