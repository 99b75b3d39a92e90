"""What differs between the tellings of one claim, slot by slot, with the words each value rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from takhrij.claims.announced import announcements_of
from takhrij.claims.attributed import attributed_in, attribution_change
from takhrij.claims.callings import callings_of
from takhrij.claims.changes import MOST_COMPARED, Change, Found, HeldClaim, Told, altered, are_alike
from takhrij.claims.counts import counts_of
from takhrij.claims.facts import is_hedge, negation_kind
from takhrij.claims.hedges import is_unsure_of_what_is_shared
from takhrij.claims.namings import namings_of
from takhrij.claims.renderings import CONFIRMED, certainty_change, commitments_of, cues_of, firmness, slips_of, wording_change
from takhrij.claims.several import several_of
from takhrij.claims.spellings import HARD, spellings_of
from takhrij.claims.units import NAMES
from takhrij.model.claim import ChainStep, Difference, Fact, Resemblance, Telling, Variation, VariationValue
from takhrij.model.document import TEXT, Document
from takhrij.model.identity import identity
from takhrij.text.folding import folded
from takhrij.text.lemmas import is_listed
from takhrij.text.sounds import sound_of
from takhrij.text.tokens import tokens_of

NEGATION = "negation"
OPINION = "reported, neutral"  # who says what he holds a thing to be tells it, as far as certainty goes
OPINIONS = frozenset(map(folded, ("اعتبر", "رأى", "عد")))
WHOLE = 4  # letters of a name that may be the first part of another, written in one word with it
AFFRICATE = ("تش", "ج")  # two ways to write one foreign sound
DOUBTED, DISTANCING = "doubted", "distancing"
DENIED, EXPECTED = "denied", "expected"  # certainties: who foresees a thing neither tells nor denies it
Row = Variation | VariationValue
Rests = TypeVar("Rests", Fact, ChainStep)


def variations_of(
    claim: str,
    tellings: Sequence[Telling],
    documents: Sequence[Document],
    facts: Sequence[Fact],
    chain_steps: Sequence[ChainStep],
    resemblances: Sequence[Resemblance],
    differences: Sequence[Difference],
) -> list[Row]:
    """The variations of a claim, whatever the order of the rows; none where it is told once.

    `resemblances` and `differences` are those of the pairs decided inside the claim.
    """
    if len(tellings) < 2:
        return []
    held = HeldClaim(
        {row.telling: row for row in sorted(tellings, key=lambda row: row.telling)},
        {row.document: row for row in documents},
        _of_telling(facts),
        _of_telling(chain_steps),
    )
    names = [found for found in namings_of(held, resemblances, differences) if not _is_one_name(found[2])]
    denied = [] if any(slot == NEGATION for slot, *_ in names) else _denial(held)
    sure = list(_certainty(held)) or announcements_of(held)
    said = [*denied, *sure, *_attribution(held), *_wording(held)]
    found = [*counts_of(held), *several_of(held), *callings_of(held, resemblances), *names, *spellings_of(held), *said]
    return [row for entry in found for row in _rows(claim, *entry)]


def _of_telling(rows: Iterable[Rests]) -> defaultdict[str, list[Rests]]:
    found: defaultdict[str, list[Rests]] = defaultdict(list)
    for row in rows:
        found[row.telling].append(row)
    return found


def _rows(claim: str, slot: str, change: Change, values: Sequence[Told]) -> Iterator[Row]:
    ordered = sorted(values, key=lambda told: told.telling.telling)
    name = identity("v", claim, slot, change[0], *(f"{told.telling.telling}={told.value}" for told in ordered))
    yield Variation(claim, name, slot, *change)
    for told in ordered:
        yield VariationValue(claim, name, told.telling.telling, told.value, told.start, told.end)


def _is_one_name(values: Sequence[Told]) -> bool:
    """Whether all values are one foreign name in several spellings: «ستروج», «ستروتش»; not «سالم», «سليم», which are two.

    So are «زوران» (of «زوران داد») and «زورانداد», and in copies of one text «غال» and «جال».
    """
    forms = [token.form for told in values for token in tokens_of(told.value)]
    shortest, *longer = sorted({folded(told.value) for told in values}, key=len)
    if len({folded(told.value).translate(HARD) for told in values}) == 1 and any(map(altered, values, values[1:])):
        return True
    if len(shortest) >= WHOLE and longer and all(name.startswith(shortest) for name in longer):
        return True
    sounds = {tuple(sound_of(token.form.replace(*AFFRICATE)) for token in tokens_of(told.value)) for told in values}
    return len(sounds) == 1 and all(map(any, sounds)) and not all(map(is_listed, forms))


def _denial(held: HeldClaim) -> Iterator[Found]:
    """«أغلقت الشركة الأبواب», «نفت الشركة إغلاق الأبواب»: what one text tells another denies."""
    told = []
    for telling, row in held.tellings.items():
        if row.field == TEXT and row.certainty != EXPECTED:
            negated = [fact for fact in held.facts[telling] if fact.slot == NEGATION]
            denied = next((fact for fact in negated if negation_kind(folded(fact.value)) == "verb"), None)
            if negated and (denied is None or row.certainty != DENIED):
                continue  # «ما تردد غير صحيح»: it may deny it too
            told.append(held.told(telling, *((denied.value, denied.start, denied.end) if denied else ("", row.start, row.start))))
    pairs = ((one, other) for one, other in combinations(told[:MOST_COMPARED], 2) if bool(one.value) != bool(other.value))
    if any(are_alike(one, other) for one, other in pairs):
        yield NEGATION, ("conflict", "تنفيه رواية وتقوله أخرى"), told


def _certainty(held: HeldClaim) -> Iterator[Found]:
    """A shift where two documents have no degree in common: one doubts, denies, foresees or confirms what the other merely tells.

    That one tells in its own voice what another reports is a dropped attribution, and no second change.
    """
    told = []
    for telling, row in held.tellings.items():
        facts = [fact for fact in held.facts[telling] if fact.slot == "certainty"]
        sure = any(not is_hedge(fact) for fact in facts)  # «أشار إلى» vouches for nothing, «أكد» does
        stance = row.stance if row.stance and (row.stance != CONFIRMED or sure) else ""
        value = OPINION if _is_opinion(row) else f"{row.certainty}, {stance}" if stance else row.certainty
        words = facts[0] if facts else None
        if row.field == TEXT:
            told.append(held.told(telling, value, words.start if words else row.start, words.end if words else row.start))
    if (change := certainty_change(told)) and _nothing_in_common(held, told):
        yield "certainty", change, told


def _is_opinion(telling: Telling) -> bool:
    """Whether somebody says what he holds a thing to be, which foresees nothing: «معتبرا أن الجسر مهمل»."""
    return telling.certainty == EXPECTED and bool(cues_of(telling.words)) and cues_of(telling.words) <= OPINIONS


def _nothing_in_common(held: HeldClaim, told: Sequence[Told]) -> bool:
    """Whether two documents that tell it much alike have no degree of certainty in common, nor the words that make it."""
    rows: dict[str, dict[str, Told]] = {}
    for row in told:
        rows.setdefault(row.document.document, {}).setdefault(firmness(row.value), row)
    pairs = ((one, other) for one, other in combinations(list(rows.values())[:MOST_COMPARED], 2) if one.keys().isdisjoint(other))
    met = ((row, answer) for one, other in pairs for row in one.values() for answer in other.values())
    return any(
        _commitments(held, row) != _commitments(held, answer)
        and are_alike(row, answer)
        and _commits(held, row, answer)
        and _commits(held, answer, row)
        for row, answer in met
    )


def _commits(held: HeldClaim, one: Told, other: Told) -> bool:
    """Whether a degree of certainty is one of what the other tells too; who doubts by what he calls it («زعم») doubts all of it."""
    row = one.telling
    return row.certainty != DOUBTED or row.stance == DISTANCING or is_unsure_of_what_is_shared(row, held.facts[row.telling], other.telling)


def _commitments(held: HeldClaim, told: Told) -> frozenset[str]:
    """The words that make a telling's degree of certainty; the degree itself where they stand in a sentence before it."""
    return commitments_of(told.telling, held.facts[told.telling.telling]) or frozenset((firmness(told.value),))


def _attribution(held: HeldClaim) -> Iterator[Found]:
    """Who is named as source, where that is not the same in all texts; who denies what others tell is no other name of their source."""
    alone = len(held.documents) < 2
    affirmed = {telling: row for telling, row in held.tellings.items() if row.certainty != "denied"}
    texts = [(telling, row) for telling, row in (affirmed or held.tellings).items() if row.field == TEXT]
    rows = [attributed_in(held, telling, telling if alone else row.document) for telling, row in texts]
    if change := attribution_change(rows):
        yield "attribution", *change


def _wording(held: HeldClaim) -> Iterator[Found]:
    """The words of each text that the others tell otherwise, and a word that was copied wrongly."""
    told = [held.told(telling, row.words, row.start, row.end) for telling, row in held.tellings.items()]
    if found := wording_change(told):
        yield "wording", *found
    if (slip := slips_of(told)) and not _are_spellings(held, slip[1]):
        yield "wording", *slip


def _are_spellings(held: HeldClaim, values: Sequence[Told]) -> bool:
    """Whether two words that differ in a letter are one place's or person's name by its sound: «كابول», «كابل»."""
    named = all(
        any(fact.slot in NAMES and fact.start < told.end and told.start < fact.end for fact in held.facts[told.telling.telling])
        for told in values
    )
    return named and len({sound_of(folded(told.value)) for told in values}) == 1
