"""Whom each document of a claim names as its source, and whether another document drops or replaces him."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from takhrij.annotate.conjugation import reading_of
from takhrij.annotate.outlets import outlet_named
from takhrij.claims.changes import Change, HeldClaim, Told, altered, are_alike
from takhrij.claims.joined import with_joined_names
from takhrij.model.claim import ChainStep
from takhrij.text.folding import folded
from takhrij.text.stems import stem
from takhrij.text.tokens import tokens_of

SAYING = ("say", "think", "demand", "claim")
ARROW = " ← "  # between the links of a chain as told
HELD = 0.5  # share of the words of the shorter of two names that the other must have to be the same name
TELLING_WORD = 4  # letters of the first or last word of a name, by which a reader knows whom a text means: «المرصد», «الزمراني»
JOINED = ("و", "ل", "ب")  # what may be written to it
LONGEST_NAME = 7  # words; what is longer is a sentence that was taken for a name
SHORTEST_NAME = 3  # letters; «دي» is what is left of a name
# Words that stand in no name, and prepositions with a pronoun.
NO_NAMES = frozenset(map(folded, ("بما", "مما", "فور", "هذه", "هذا", "بعد", "قبل", "منذ", "حين", "عندما", "وبخاصة", "النظر")))
_PLACED = re.compile("(?:خلال|عند|بين|علي|الي|من|عن|في|ب|ل|مع|لدي)(?:ه|ها|هم|هما|نا|ك)")
OPENING = 2  # words of a telling in which a verb of saying shows that somebody says it, though nobody could be told: «وشددا على أن …»
ANONYMOUS = ("unnamed", "vague")
SPOKESMEN = frozenset(map(stem, ("متحدث", "ناطق")))
CREDIT = "agency-credit"  # a link that no words of the telling name
MANY = "وكالات"  # credits nobody in particular
_CLAUSE = re.compile(r"(?:ب?[أإ]ن|كان|كانت)\s")  # begins what was taken for a name and is none
_ANAPHORIC = 1  # words of «البيان», which may be anybody's

Name = frozenset[str]


@dataclass(frozen=True)
class Attributed:
    """How one telling attributes the claim: its links, agency credits left out, innermost last."""

    told: Told
    steps: tuple[ChainStep, ...]
    text: str  # the document, or where one tells it twice in its text the telling: what should name its source once
    credit: str = ""  # the agency to which its text is credited

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The stems of each link's name."""
        return tuple(stems_of(step.name) for step in self.steps)

    @property
    def is_arabic(self) -> bool:
        """Whether its source is named in Arabic script."""
        return any("ء" <= letter <= "ي" for letter in self.steps[-1].name)

    @property
    def is_sure(self) -> bool:
        """Whether its source can be told apart from another: «البيان» may be anybody's, and a sentence is no name."""
        if not self.steps or len(self.steps[-1].name.split()) > LONGEST_NAME:
            return not self.steps
        if _is_no_name(self.steps[-1].name):
            return False
        return self.steps[-1].source_kind != "document" or len(self.names[-1]) > _ANAPHORIC


def speakers_of(chain: Sequence[ChainStep]) -> tuple[ChainStep, ...]:
    """The links of a chain that the words of a telling name, the innermost last; an agency is credited with a whole text."""
    return tuple(sorted((step for step in chain if step.kind != CREDIT), key=lambda step: step.position))


def attributed_in(held: HeldClaim, telling: str, text: str) -> Attributed:
    """How a telling attributes the claim; the agency to which its text is credited is named where its source has no name."""
    row, chain = held.tellings[telling], held.chains[telling]
    steps = speakers_of(chain)
    start, end = (steps[-1].start, steps[-1].end) if steps and steps[-1].field == row.field else (row.start, row.start)
    credit = next((step.name for step in chain if step.kind == CREDIT and step.name != MANY), "")
    agency = [credit] if credit and steps and is_anonymous(steps[-1]) else []
    return Attributed(held.told(telling, ARROW.join([*agency, *(step.name for step in steps)]), start, end), steps, text, credit)


def is_anonymous(source: ChainStep) -> bool:
    """Whether only the one to whom a source spoke knows him: «ثلاثة مصادر مطلعة»; not a spokesman, who speaks to all."""
    return source.source_kind in ANONYMOUS and SPOKESMEN.isdisjoint(stems_of(source.name))


def _is_no_name(name: str) -> bool:
    """Whether what was taken for a source is a piece of a sentence: «أن الجسر», «خلاله», «سليم فور وصوله», «لـ "»."""
    forms = [token.form for token in tokens_of(name) if token.is_word]
    if _CLAUSE.match(name) or sum(map(len, forms)) < SHORTEST_NAME:
        return True
    return not NO_NAMES.isdisjoint(forms) or (len(forms) == 1 and bool(_PLACED.fullmatch(forms[0])))


def attribution_change(rows: Sequence[Attributed]) -> tuple[Change, list[Told]] | None:
    """What the sources of a claim's documents make, with the telling of each that answers the others; None where all name the same.

    «قال الحارس إن الجسر انهار» beside «انهار الجسر» in a text that has not named him is a dropped attribution.
    """
    named = [row for row in _answers(rows) if row.is_sure]
    silent = _silent(rows, named)
    texts = {row.text for row in silent}
    answers = [*silent, *(row for row in named if row.text not in texts)]
    told = [row.told for row in answers]
    if len(told) < 2 or len(answers) == len(silent):
        return None
    if silent:
        return ("dropped_attribution", "تنسبه رواية إلى مصدر وتقوله أخرى بلسانها"), told
    pairs = [(one, other) for place, one in enumerate(named) for other in named[place + 1 :]]
    if any(_drops_a_link(one, other) or _drops_a_link(other, one) for one, other in pairs):
        return ("dropped_attribution", "تُسقط رواية ناقلا تذكره أخرى"), told
    if any(_drops_a_credit(one, other) or _drops_a_credit(other, one) for one, other in pairs):
        return ("dropped_attribution", "تُسقط رواية ناقلا تذكره أخرى"), told
    if any(_another_source(one, other) for one, other in pairs):
        return ("wording", "يُسمّى المصدر بغير اسم واحد"), told
    return None


def _answers(rows: Sequence[Attributed]) -> Iterator[Attributed]:
    """Of each document that names a source the telling whose sources most others name too."""
    texts: dict[str, list[Attributed]] = {}
    for row in rows:
        if row.steps:
            texts.setdefault(row.text, []).append(row)
    for text, own in sorted(texts.items()):
        others = {name for row in rows if row.text != text for name in row.names}
        yield max(own, key=lambda row: (sum(_is_held(name, others) for name in row.names), -row.told.telling.start))


def _silent(rows: Sequence[Attributed], named: Sequence[Attributed]) -> list[Attributed]:
    """Of each document the first telling in its own voice of what others attribute, unless it has named most of their sources by then."""
    first: dict[str, Attributed] = {}
    for row in sorted(rows, key=lambda row: (row.text, row.told.telling.start)):
        answered = any(other.steps and other.text != row.text and are_alike(row.told, other.told) for other in rows)
        speaks_itself = not row.steps and not is_said(row.told.telling.words)
        if speaks_itself and answered and 2 * sum(_named_by_then(row, other) for other in named) <= len(named):
            first.setdefault(row.text, row)
    return list(first.values())


def is_said(words: str, within: int = OPENING) -> bool:
    """Whether somebody says it in the first words of a telling."""
    readings = (reading_of(token.form) for token in tokens_of(words)[:within])
    return any(reading is not None and reading.verb.sort in SAYING and not reading.verb.plain for reading in readings)


def _named_by_then(silent: Attributed, other: Attributed) -> bool:
    """Whether a text has named another's source by the end of the telling: a reader takes what follows for his word."""
    if silent.text != silent.told.document.document:
        return False
    words = {token.form for token in tokens_of(silent.told.document.text[: silent.told.telling.end])}
    ends = [(tokens[0].form, tokens[-1].form) for step in other.steps if (tokens := tokens_of(step.name))]
    names = {form for pair in ends for form in pair if len(form) >= TELLING_WORD}
    return not words.isdisjoint({front + name for name in names for front in ("", *JOINED)})


def _drops_a_link(long: Attributed, short: Attributed) -> bool:
    """Whether one names an outlet as carrier before the very source that the other names without any."""
    carried = any(outlet_named(step.name) for step in long.steps[:-1]) and not any(outlet_named(step.name) for step in short.steps)
    return carried and _is_held(short.names[-1], {long.names[-1]})


def _drops_a_credit(credited: Attributed, other: Attributed) -> bool:
    """Whether two texts have the same words of an anonymous source, and only one credits the agency to which he spoke."""
    if not credited.credit or other.credit or not all(is_anonymous(row.steps[-1]) for row in (credited, other)):
        return False
    return not any(outlet_named(step.name) for step in other.steps) and altered(credited.told, other.told)


def _another_source(one: Attributed, other: Attributed) -> bool:
    """Whether neither names the source of the other, not even as «الناطق باسم البلدية سليم» where the other says سليم."""
    if one.is_arabic != other.is_arabic:
        return False  # what the one calls him in another language cannot be told from another man
    around = stems_of(one.told.telling.words), stems_of(other.told.telling.words)
    if not are_alike(one.told, other.told):
        return False
    return not (_is_held(one.names[-1], {*other.names, around[1]}) or _is_held(other.names[-1], {*one.names, around[0]}))


def _is_held(name: Name, others: set[Name]) -> bool:
    return any(len(name & other) >= HELD * min(len(name), len(other)) > 0 for other in others)


@lru_cache(maxsize=20_000)
def stems_of(words: str) -> Name:
    """The stems of a name's words, its family name joined: «آل سدر» is one."""
    return frozenset(stem(token.form) for token in with_joined_names(tokens_of(words)) if token.is_word)
