"""Tellings that tell more than one claim: a sentence of two things belongs to the claim of either."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from takhrij.claims.weighing import AGAINST
from takhrij.model.claim import Resemblance, Telling
from takhrij.model.document import TEXT

# Share of the text tellings of a claim that a telling of another claim must say too, and contradict none. gold/claims: of 17 such 14 are
# right, recall of pairs 0.63 -> 0.65 at the same precision; a third of them would add none.
HALF = 0.5
SAID = 0.5  # score that such a pair is above: two that share no more than a toll have just that

Visit = tuple[str, int]  # a telling, and the place of the group where it is a guest


def guests_of(
    groups: Sequence[Sequence[str]],
    tellings: Mapping[str, Telling],
    pairs: Iterable[Resemblance],
    verdicts: Mapping[frozenset[str], float],
) -> dict[int, list[str]]:
    """For the place of each group the tellings of other groups that tell its claim too, one of a document at most.

    «قالت البلدية إن الجسر مغلق وشددت على أن الترميم يبدأ غدا» is of the claim «الجسر مغلق», and a guest in «يبدأ الترميم غدا».
    """
    home = {name: place for place, group in enumerate(groups) for name in group}
    said, unsaid = _meetings(home, tellings, pairs, verdicts)
    told_in = [{tellings[name].document for name in group} for group in groups]
    texts = [sum(tellings[name].field == TEXT for name in group) for group in groups]
    visits = [
        (name, place)
        for (name, place), times in said.items()
        if times >= HALF * texts[place] and (name, place) not in unsaid and tellings[name].document not in told_in[place]
    ]
    return _seated(visits, home, groups, said, tellings)


def _meetings(
    home: Mapping[str, int],
    tellings: Mapping[str, Telling],
    pairs: Iterable[Resemblance],
    verdicts: Mapping[frozenset[str], float],
) -> tuple[Counter[Visit], set[Visit]]:
    """How many text tellings of each other group a text telling says too, and the groups of which it contradicts one."""
    said: Counter[Visit] = Counter()
    unsaid: set[Visit] = set()
    for row in pairs:
        if home[row.left] == home[row.right] or {tellings[row.left].field, tellings[row.right].field} != {TEXT}:
            continue
        for name, other in ((row.left, row.right), (row.right, row.left)):
            if verdicts[frozenset((name, other))] <= AGAINST:
                unsaid.add((name, home[other]))
            elif row.verdict == "same" and row.score > SAID:
                said[name, home[other]] += 1
    return said, unsaid


def _seated(
    visits: Sequence[Visit], home: Mapping[str, int], groups: Sequence[Sequence[str]], said: Counter[Visit], tellings: Mapping[str, Telling]
) -> dict[int, list[str]]:
    """The guests of each group: of two groups only the larger has guests of the other, and no document is a guest twice."""
    ways = {(home[name], place) for name, place in visits}
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for name, place in sorted(visits, key=lambda visit: (-said[visit], tellings[visit[0]].start, visit)):
        if (place, home[name]) in ways and _rank(groups[place]) < _rank(groups[home[name]]):
            continue
        found[place].setdefault(tellings[name].document, name)
    return {place: sorted(of_document.values()) for place, of_document in found.items()}


def _rank(group: Sequence[str]) -> tuple[int, str]:
    return len(group), min(group)
