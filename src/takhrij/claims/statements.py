"""A statement made ready for comparing: its words as units (words, names, numbers, dates), with polarity, computed once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from takhrij.claims.backgrounds import with_asides, with_light_background
from takhrij.claims.facts import negation_kind, negators_of
from takhrij.claims.joined import with_joined_names, with_parted_denials
from takhrij.claims.light_verbs import with_light_verbs
from takhrij.claims.units import NAMES, VALUES, Unit, units_of
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
_NAME_WEIGHT = 1.5  # of a personal name of several words, all of them together
TITLE = "title"  # the kind of a unit of a long title
_LONG_TITLE, _TITLES = 4, 2  # words that make a long title, and how many units of them begin one
_TITLE_WEIGHT = 0.1  # of what its words weigh elsewhere
_COMPLEMENT = 3  # units after the word that begins a title or a name that may belong to it
_COMMON = 0.45  # weight below which a word may stand in a title
_BEFORE_TITLE = ("", "و", "ل", "ب", "لل", "ال", "وال", "بال")
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
        if self.joins_light_verbs:
            plain = with_asides(with_light_verbs(plain, self.words), self._tokens)
        else:
            plain = with_light_background(_with_light_titles(_with_whole_names(plain)), self._tokens)
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
        return with_joined_names(list(with_parted_denials(tokens_of(self.words[:_LONGEST]))))

    @cached_property
    def _negators(self) -> list[Token]:
        return [token for token in negators_of(self._tokens, self.words) if negation_kind(token.form) != "verb"]

    def _plain_units(self) -> Iterator[Unit]:
        values = [fact for fact in self.facts if fact.slot in VALUES and fact.end <= self.start + _LONGEST]
        covered = [Span(fact.start - self.start, fact.end - self.start) for fact in values]
        words = [token for token in self._tokens if not _is_covered(token, covered)]
        bounded = [span.start for fact, span in zip(values, covered, strict=True) if fact.slot == "number" and fact.modifier != "exact"]
        words = [token for token in words if not (token.form in _BOUNDING and _stands_before(token, bounded))]
        names = [(fact.start - _CLITICS - self.start, fact.end - self.start, fact) for fact in self.facts if fact.slot in NAMES]
        units = [_named(unit, names) for unit in units_of(words)]
        units += [_value_unit(fact, span) for fact, span in zip(values, covered, strict=True)]
        yield from sorted(map(self._framed, units) if self.frame else units, key=lambda unit: unit.start)

    def _framed(self, unit: Unit) -> Unit:
        """Who said it weighs little beside what was said."""
        if any(span.holds(Span(unit.start + self.start, unit.end + self.start)) for span in self.frame):
            return unit._replace(in_frame=True, weight=unit.weight * _FRAME_WEIGHT)
        return unit


def _is_covered(token: Token, spans: Sequence[Span]) -> bool:
    return any(start < token.end and token.start < end for start, end in spans)


def _named(unit: Unit, names: Sequence[tuple[int, int, Fact]]) -> Unit:
    """The unit with the kind and the canonical name of the mention that it is part of."""
    for start, end, fact in names:
        if start <= unit.start < end:
            return unit._replace(kind=unit.kind or fact.slot, weight=max(unit.weight, 0.5), fact=fact)
    return unit


def _stands_before(token: Token, starts: Sequence[int]) -> bool:
    return any(0 < start - token.start <= _BEFORE_NUMBER for start in starts)


def _value_unit(fact: Fact, span: Span) -> Unit:
    return Unit(folded(fact.value) or fact.value, span.start, span.end, (), _VALUE_WEIGHT[fact.slot], fact.slot, "", False, fact)


def _with_whole_names(units: list[Unit]) -> list[Unit]:
    """The units, the words of one man's long name together at no more than a name weighs: «سليم بن حسان بن نورا الزمراني» is one man."""
    totals: defaultdict[Fact, float] = defaultdict(float)
    for unit in units:
        if unit.kind == "person" and unit.fact:
            totals[unit.fact] += unit.weight
    shares = {fact: min(1.0, _NAME_WEIGHT / total) for fact, total in totals.items()}
    return [unit._replace(weight=unit.weight * shares.get(unit.fact, 1.0)) if unit.fact else unit for unit in units]


def _with_light_titles(units: list[Unit]) -> list[Unit]:
    """The units, those of long titles at less than their weight: many articles that tell nothing else in common name one minister.

    «النائب الثاني لرئيس مجلس الوزراء وزير الدفاع»; names keep theirs, and so does «رئيس الوزراء».
    """
    told, place = list(units), 0
    while place < len(units):
        end = _end_of_title(units, place)
        words = sum(unit.form.count(" ") + 1 for unit in units[place:end])
        if words >= _LONG_TITLE and sum(map(_begins_title, units[place:end])) >= _TITLES:
            told[place:end] = [
                unit if unit.kind == "person" else unit._replace(weight=unit.weight * _TITLE_WEIGHT, kind=TITLE, fact=None)
                for unit in units[place:end]
            ]
        place = max(end, place + 1)
    return told


def _end_of_title(units: Sequence[Unit], place: int) -> int:
    """Behind the last unit of the titles and names that begin at a place; the place itself where none begins there."""
    last, end = place - 1, place
    while end < len(units) and (_begins_title(units[end]) or (end > place and end - last <= _COMPLEMENT and _may_follow_title(units[end]))):
        last = end if _begins_title(units[end]) or units[end].kind == "person" else last
        end += 1
    return end


def _may_follow_title(unit: Unit) -> bool:
    """Whether a unit may go on with a title: a name, an office («مجلس الوزراء»), an ordinal («الثاني»), a common word («العهد»)."""
    if unit.kind == "number":
        return unit.fact is not None and unit.fact.unit == "ordinal"
    return unit.kind in ("person", "actor") or (not unit.kind and unit.weight < _COMMON)


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
                    units[place] = unit._replace(negated=True)
                break
    return units
