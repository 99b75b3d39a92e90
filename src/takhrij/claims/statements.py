"""A statement made ready for comparing: its words as units (words, names, numbers, dates), with polarity, computed once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from takhrij.claims.facts import negation_kind, negators_of
from takhrij.claims.joined import with_joined_names
from takhrij.claims.light_verbs import with_light_verbs
from takhrij.claims.units import Unit, units_of
from takhrij.model.claim import Fact
from takhrij.model.span import Span
from takhrij.text.folding import folded
from takhrij.text.lexicons import folded_words
from takhrij.text.tokens import Token, tokens_of

_SCOPE = 20  # characters after a negation in which the word begins that it turns round: «لم يكن على علم»
_LIGHT = ("صحة", "نية", "يوجد", "توجد", "توجيه", "وجود", "وقوع", "حدوث", "إجراء", "تسجيل", "حصول")  # «من دون توجيه تهمة» denies the charge
_AUXILIARIES = frozenset(
    map(folded, ("يكن", "تكن", "يكون", "تكون", "يكونوا", "يعد", "تعد", "يعودوا", "يتم", "تتم", "هناك", "أي", "أية", *_LIGHT))
)
# «ما يزيد على 30», «أكثر من 30» say of the number what its modifier says.
_BOUNDING = frozenset(map(folded, ("أكثر", "أقل", "يزيد", "تزيد", "يقل", "تقل", "يفوق", "تفوق", "يتجاوز", "تتجاوز", "أزيد", "أدنى")))
_CLITICS = 2  # letters that may be written to the front of a name: «ونهروان», «وبسمران»
_BEFORE_NUMBER = 12  # characters before a number in which such a word begins
_NAMED_DOUBT = re.compile("[وف]?(?:ال|لل|بال)(?!م|ارجح)")  # «زادت الاحتمالات» tells of chances; «المزعوم», «على الأرجح» hedge
_RESTRICTING = frozenset(map(folded, ("إلا", "سوى")))
_UNLESS = folded("ما لم ")
TITLE = "title"  # the kind of a unit of a long title
_LONG_TITLE, _TITLES = 4, 2  # units that make a long title, and how many of them begin one
_TITLE_WEIGHT = 0.1  # of what its words weigh elsewhere
_COMMON = 0.45  # weight below which a word may stand in a title
_BEFORE_TITLE = ("", "و", "ل", "ب", "لل", "ال", "وال", "بال")
_VALUES = ("number", "date")
_NAMES = ("place", "person", "actor")
_LONGEST = 2000  # letters of a statement that are compared; a telling is a sentence or less, what is longer is no telling
_FRAME_WEIGHT = 0.3  # of what the words would weigh in the claim itself
_VALUE_WEIGHT = {"number": 0.8, "date": 0.4}  # dates come and go between tellings, numbers seldom do


@dataclass(frozen=True)
class Statement:
    """One telling, or a lone short text: `words`, where they begin in their field (`start`), and the facts that lie in them.

    `frame` are the spans of the field that only say who said it (sources and carriers); what differs there is no contradiction.
    `joins_light_verbs`: «شنت غارات» is one unit. Not in tellings of a case, of which it joins two that it should not (claims/dev).
    """

    telling: str
    words: str
    date: str | None
    language: str | None
    facts: tuple[Fact, ...]
    certainty: str
    chain: tuple[str, ...]
    start: int = 0
    frame: tuple[Span, ...] = ()
    joins_light_verbs: bool = False

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Words, names, numbers and dates of the claim itself, in text order; spans count in `words`."""
        plain = list(self._plain_units())
        plain = with_light_verbs(plain, self.words) if self.joins_light_verbs else _with_light_titles(plain)
        return tuple(_with_polarity(plain, self._negators))

    @cached_property
    def keys(self) -> frozenset[str]:
        """All keys of all units."""
        return frozenset(key for unit in self.units for key in unit.keys)

    @cached_property
    def weight(self) -> float:
        """What there is to be said again."""
        return sum(unit.weight for unit in self.units) or 1e-9

    @cached_property
    def is_arabic(self) -> bool:
        """Whether most words are in Arabic script."""
        arabic = sum("ء" <= token.form[0] <= "ي" for token in self._tokens)
        return 2 * arabic >= sum(token.form[0].isalpha() for token in self._tokens)

    @cached_property
    def level(self) -> int:
        """How sure the teller is: -2 (held to be a mere claim), -1 (possible), 0, 1 (held to be certain)."""
        hedging = [fact for fact in self.facts if fact.slot == "certainty" and not _NAMED_DOUBT.match(folded(fact.value))]
        levels = [int(fact.modifier or 0) for fact in hedging]
        return min(levels, default=0) if min(levels, default=0) < 0 else max(levels, default=0)

    @cached_property
    def is_restricted(self) -> bool:
        """Whether a negation in it may only set a condition: «لن يبدأ ما لم يدفعوا», «لا يدخل إلا الكبار»."""
        return any(token.form in _RESTRICTING for token in self._tokens) or _UNLESS in folded(self.words)

    @cached_property
    def _tokens(self) -> list[Token]:
        return with_joined_names(tokens_of(self.words[:_LONGEST]))

    @cached_property
    def _negators(self) -> list[Token]:
        return [token for token in negators_of(self._tokens, self.words) if negation_kind(token.form) != "verb"]

    def _plain_units(self) -> Iterator[Unit]:
        values = [fact for fact in self.facts if fact.slot in _VALUES and fact.end <= self.start + _LONGEST]
        covered = [Span(fact.start - self.start, fact.end - self.start) for fact in values]
        words = [token for token in self._tokens if not any(span.shared(token.span) for span in covered)]
        bounded = [span.start for fact, span in zip(values, covered, strict=True) if fact.slot == "number" and fact.modifier != "exact"]
        words = [token for token in words if not (token.form in _BOUNDING and _stands_before(token, bounded))]
        units = [self._named(unit) for unit in units_of(words)]
        units += [_value_unit(fact, span) for fact, span in zip(values, covered, strict=True)]
        yield from sorted(map(self._framed, units), key=lambda unit: unit.start)

    def _framed(self, unit: Unit) -> Unit:
        """Who said it weighs little beside what was said."""
        if any(span.holds(Span(unit.start + self.start, unit.end + self.start)) for span in self.frame):
            return replace(unit, in_frame=True, weight=unit.weight * _FRAME_WEIGHT)
        return unit

    def _named(self, unit: Unit) -> Unit:
        """The unit with the kind and the canonical name of the mention that it is part of."""
        for fact in self.facts:
            if fact.slot in _NAMES and fact.start - _CLITICS <= unit.start + self.start < fact.end:
                return replace(unit, kind=unit.kind or fact.slot, weight=max(unit.weight, 0.5), fact=fact)
        return unit


def _stands_before(token: Token, starts: Sequence[int]) -> bool:
    return any(0 < start - token.start <= _BEFORE_NUMBER for start in starts)


def _value_unit(fact: Fact, span: Span) -> Unit:
    return Unit(folded(fact.value), span.start, span.end, (), _VALUE_WEIGHT[fact.slot], fact.slot, "", False, fact)


def _with_light_titles(units: list[Unit]) -> list[Unit]:
    """The units, those of long titles at less than their weight: many articles that tell nothing else in common name one minister.

    «نائب رئيس مجلس الوزراء وزير الدفاع»; names keep theirs, and so does «رئيس الوزراء».
    """
    told, first = list(units), 0
    for place in range(len(units) + 1):
        if place < len(units) and _is_of_title(units, place):
            continue
        run = units[first:place]
        if len(run) >= _LONG_TITLE and sum(map(_begins_title, run)) >= _TITLES:
            told[first:place] = [unit if unit.kind == "person" else replace(unit, weight=unit.weight * _TITLE_WEIGHT, kind=unit.kind or TITLE) for unit in run]
        first = place + 1
    return told


def _is_of_title(units: Sequence[Unit], place: int) -> bool:
    """Whether a unit may stand in a title: its own words, names, and common words between them («الثاني», «العهد»)."""
    unit = units[place]
    return _begins_title(unit) or unit.kind == "person" or (not unit.kind and unit.weight < _COMMON)


@lru_cache(maxsize=50_000)
def _is_title(form: str) -> bool:
    return any(form.removeprefix(clitic) in folded_words("match", "titles") for clitic in _BEFORE_TITLE)


def _begins_title(unit: Unit) -> bool:
    return _is_title(unit.form.partition(" ")[0])


def _with_polarity(units: list[Unit], negators: Sequence[Token]) -> list[Unit]:
    """Each negation turns round the first unit after it: «لم يعد الطريق مغلقا» passes over يعد."""
    for negator in negators:
        if any(unit.start <= negator.start < unit.end for unit in units if " " in unit.form):
            continue  # «غير مسبوق» is one word
        for place, unit in enumerate(units):
            if unit.start >= negator.end and unit.form not in _AUXILIARIES:
                if unit.start - negator.end < _SCOPE:
                    units[place] = replace(unit, negated=True)
                break
    return units
