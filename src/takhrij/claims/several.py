"""People whom one text counts and another tells of in the lump: «أصيب عدة أشخاص», «أصيب 16 شخصا»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from takhrij.annotate.counted import counted_at, person_noun
from takhrij.claims.changes import Found, HeldClaim, Told
from takhrij.claims.values import FATES, is_vague
from takhrij.model.claim import Telling
from takhrij.model.document import TEXT
from takhrij.text.folding import folded
from takhrij.text.tokens import form_at, tokens_of

SEVERAL, OF = frozenset(map(folded, ("عدة", "عدد"))), "من"
CHANGE = "certainty_shift", "تجمل رواية العدد وتحدده أخرى"


def several_of(held: HeldClaim) -> Iterator[Found]:
    """One variation a fate, where one document tells of «several» whom another counts and the first does not count there."""
    counted: defaultdict[str, list[Told]] = defaultdict(list)
    lumped: defaultdict[str, list[Told]] = defaultdict(list)
    for name in sorted(held.tellings):
        for fact in held.facts[name]:
            if fact.slot == "number" and fact.role in FATES and not is_vague(fact):
                counted[fact.role or ""].append(held.told(name, fact.value, fact.start, fact.end, fact))
        for role, told in _lumps(held, held.tellings[name]):
            lumped[role].append(told)
    for role, several in sorted(lumped.items()):
        exact = [row for row in counted[role] if all(row.telling.telling != lump.telling.telling for lump in several)]
        if {row.telling.document for row in exact} - {row.telling.document for row in several}:
            yield "number", CHANGE, [*several, *exact]


def _lumps(held: HeldClaim, row: Telling) -> Iterator[tuple[str, Told]]:
    """Each fate of people in the lump: «إصابة عدة أشخاص»; not «عدد من الجرحى», who may be some of those counted before."""
    tokens = tokens_of(row.words) if row.field == TEXT else ()
    for place, token in enumerate(tokens):
        if token.form in SEVERAL and (token.form != "عدد" or form_at(tokens, place + 1) == OF):
            counted = counted_at(tokens, place, place + 1)
            noun = person_noun(form_at(tokens, counted.noun_end - 1))
            if counted.unit == "person" and counted.of in FATES and not (noun and noun.role in FATES):
                end = tokens[counted.noun_end - 1].end
                told = held.told(row.telling, row.words[token.start : end], row.start + token.start, row.start + end)
                yield counted.of, told
