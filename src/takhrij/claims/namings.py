"""The places, persons, actors, dates and polarities in which two tellings of a claim contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from takhrij.annotate.regions import may_be_one_place
from takhrij.claims.changes import ALIKE, MOST_COMPARED, Found, HeldClaim, Told, altered, are_alike, is_told_apart, kind_of_names
from takhrij.claims.dates import RELATIVE_DAYS, is_told_from_another_day, may_be_of_one_month
from takhrij.claims.joined import with_joined_names
from takhrij.claims.kinds import WHERE
from takhrij.claims.order import UNTRUSTED
from takhrij.claims.rewordings import are_forms_of_a_verb, are_titles
from takhrij.claims.units import NAMES, Unit, units_of
from takhrij.claims.values import dates_agree, weekday_in
from takhrij.model.claim import Difference, Fact, Resemblance
from takhrij.model.document import Document
from takhrij.text.folding import folded
from takhrij.text.lemmas import is_listed, lemma
from takhrij.text.stems import stem
from takhrij.text.tokens import tokens_of

OTHERS = ("date", "negation")
ORDER = (*NAMES, *OTHERS)
TOLD_OFTEN = 2  # times that an article names what it is about
NEXT = 2  # characters between a negation and what it negates
REFUSING = frozenset(map(folded, ("حذر", "نهى", "منع", "حظر", "امتنع", "تجنب", "تفادى", "عدم", "دون", "بدون")))
REFUSED_WITHIN = 5  # words
ALIKE_BUT_DAY = 0.7  # the same where they give other days, since what goes on for days is told anew every day


def namings_of(held: HeldClaim, resemblances: Iterable[Resemblance], differences: Iterable[Difference]) -> Iterator[Found]:
    """One variation a slot, of the values that contrary pairs gave; what two that tell the same leave out is no contradiction.

    «انهار جسر سدر في نهروان» beside «انهار جسر سدر في سمران» differ in place.
    """
    sides = {row.pair: (row.left, row.right) for row in resemblances if row.verdict == "contrary" and _of_one_field(held, row)}
    values: dict[str, dict[str, Told]] = {}
    for row in sorted(differences, key=lambda row: (row.slot, row.pair, row.left_value, row.right_value)):
        told = _both_values(held, sides[row.pair], row) if row.pair in sides else []
        if len(told) > 1 and _contradict(held, row.slot, *told):
            for value in told:
                values.setdefault(row.slot, {}).setdefault(value.telling.telling, value)
    told_before: set[tuple[str, int]] = set()  # «قرب سمران» is told as place, and not as actor or person again
    for slot, by_telling in sorted(values.items(), key=lambda entry: ORDER.index(entry[0])):
        told = [told for telling, told in by_telling.items() if slot not in NAMES or (telling, told.start) not in told_before]
        if slot in NAMES and _one_outlet_tells_both(told):
            continue
        told_before |= {(value.telling.telling, value.start) for value in told}
        if len({_key(value.value) for value in told}) > 1 and is_told_apart(told):
            yield slot, kind_of_names(told), told


def _one_outlet_tells_both(told: Sequence[Told]) -> bool:
    """Whether an outlet gives two names in two articles: then each is of a thing of its own, told in the same set words.

    «هنأ الأمير رئيس سمران», «هنأ الأمير رئيس نهروان».
    """
    given: dict[str, set[tuple[str, str]]] = {}
    for value in told:
        given.setdefault(value.document.outlet or "", set()).add((_key(value.value), value.document.document))
    pairs = (sorted(values) for outlet, values in given.items() if outlet)
    return any(one[0] != other[0] and one[1] != other[1] for values in pairs for one, other in combinations(values[:MOST_COMPARED], 2))


def _contradict(held: HeldClaim, slot: str, one: Told, other: Told) -> bool:
    """Whether two values of which one telling has the one and another the other cannot both be meant."""
    if not altered(one, other) and not are_alike(one, other, least=ALIKE_BUT_DAY if slot == "date" else ALIKE):
        return False
    if slot == "date":
        if _is_untold_day(one) or _is_untold_day(other):
            return False
        return not (may_be_of_one_month(one.value, other.value) or _tells_day(held, one, other) or _tells_day(held, other, one))
    if slot == "negation":
        known = all(is_listed(token.form) for told in (one, other) for token in tokens_of(told.value))  # «لا فاييت» is a town
        if (_is_negated(held, one) and _is_negated(held, other)) or _is_refused(one) or _is_refused(other):
            return False
        return known and (_is_told_of(one, other) if one.value else _is_told_of(other, one))
    if _is_source(held, one) or _is_source(held, other) or may_be_one_place(one.value, other.value):
        return False
    if not _are_two_names(held, one, other) or _are_of_two_things(one, other):
        return False
    if not (_stand_in_one_spot(one, other) if altered(one, other) else _stand_in_one_place(one, other)):
        return False
    return not (_knows(held, one, other) or _knows(held, other, one) or _both_know(one, other))


def _are_two_names(held: HeldClaim, one: Told, other: Told) -> bool:
    """Whether two values are names, and not one: neither «يلتقي», «يلتقون» nor «د.», «الدكتور»; nor «كفر سدر», «كفرسدر»."""
    if are_titles(folded(one.value), folded(other.value)) or (_is_written_in(one, other) and _is_written_in(other, one)):
        return False
    if one.value.isascii() != other.value.isascii() and not (one.telling.words + other.telling.words).isascii():
        return False  # «مجلة Sidra», «مجلة سدرة»
    names = _names_at(held, one), _names_at(held, other)
    return names[0].isdisjoint(names[1]) and (any(names) or not are_forms_of_a_verb(folded(one.value), folded(other.value)))


def _is_written_in(one: Told, other: Told) -> bool:
    """Whether the letters of a value stand in the other telling, whatever the blanks between them."""
    return "".join(folded(one.value).split()) in "".join(folded(other.telling.words).split())


def _names_at(held: HeldClaim, told: Told) -> set[str]:
    """The names that the annotation gives to what stands there: «كوباني» is «عين العرب»."""
    facts = held.facts[told.telling.telling]
    return {_key(fact.value) for fact in facts if fact.slot in NAMES and fact.start < told.end and told.start < fact.end}


def _are_of_two_things(one: Told, other: Told) -> bool:
    """Whether each article goes on telling of its own name and never of the other: two towns' fairs in one set of words."""
    both = (one, other), (other, one)
    return all(_times_told(told.value, told.document) >= TOLD_OFTEN and not _times_told(told.value, there.document) for told, there in both)


def _times_told(value: str, document: Document) -> int:
    """How often an article, title and text, names what a value names."""
    wanted = set(_key(value).split())
    return sum(stem(token.form) in wanted for token in with_joined_names(tokens_of(f"{document.title or ''} {document.text}")))


def _is_negated(held: HeldClaim, told: Told) -> bool:
    """Whether a negation stands in a value or right before it: «غير مسبوقة», «لا مثيل لها» are both negated, and say one thing."""
    negations = (fact for fact in held.facts[told.telling.telling] if fact.slot == "negation")
    return any(told.start - NEXT <= fact.end <= told.end for fact in negations)


def _is_refused(told: Told) -> bool:
    """Whether a word before a value warns of it or forbids it, which a negation may well say too: «تحذر من السفر», «لا تسافروا»."""
    before = tokens_of(told.telling.words[: max(0, told.start - told.telling.start)])
    return any(lemma(token.form) in REFUSING for token in before[-REFUSED_WITHIN:])


def _is_told_of(negated: Told, other: Told) -> bool:
    """Whether the other tells of what the one negates: «لم تصل القافلة», «وصلت القافلة»; who leaves it out contradicts nobody."""
    return not _meanings(negated.value).isdisjoint(_meanings(other.value or other.telling.words))


def _is_source(held: HeldClaim, told: Told) -> bool:
    """Whether a name says who told it, or belongs to his: «المتحدث باسم بلدية سمران»."""
    return any(_stems(told.value) <= _stems(step.name) for step in held.chains[told.telling.telling])


def _stand_in_one_place(one: Told, other: Told) -> bool:
    """Whether both names follow one preposition, or words of one meaning: «في نهروان», «بسمران»; «الأمير سليم», «الأمير حسان»."""
    (left, left_keys), (right, right_keys) = _led_by(one), _led_by(other)
    return (left == right if left or right else not left_keys.isdisjoint(right_keys)) or {left, right} <= WHERE


def _stand_in_one_spot(one: Told, other: Told) -> bool:
    """Whether a word beside both values is the same, so that in two copies of one text the one stands where the other does."""
    return any(near == there != "" for near, there in zip(_beside(one), _beside(other), strict=True))


def _beside(told: Told) -> tuple[str, str]:
    """The folded words before and after a value, "" at the ends of its telling."""
    words, start, end = told.telling.words, told.start - told.telling.start, told.end - told.telling.start
    before, after = folded(words[:start]).split()[-1:], folded(words[end:]).split()[:1]
    return "".join(before), "".join(after)


def _led_by(told: Told) -> tuple[str, frozenset[str]]:
    """The preposition before a name, "" where there is none, and what the word before it means."""
    before: Unit | None = None
    for unit in units_of(tokens_of(told.telling.words)):
        if unit.start + told.telling.start >= told.start or unit.end + told.telling.start > told.start:
            joined = unit.form[0] if unit.form[0] in "بل" and folded(told.value).split()[:1] == [unit.form[1:]] else ""
            return unit.before or joined, frozenset(before.keys if before else ())
        before = unit
    return "", frozenset()


def _knows(held: HeldClaim, one: Told, other: Told) -> bool:
    """Whether the one's document names the other's value too in what it tells of the claim."""
    own = " ".join(row.words for row in held.tellings.values() if row.document == one.telling.document)
    return _is_named_in(other.value, own)


def _both_know(one: Told, other: Told) -> bool:
    """Whether either text has both names: then each has chosen one of two that go together, a town and its province."""
    return _is_named_in(one.value, other.document.text) and _is_named_in(other.value, one.document.text)


def _is_named_in(value: str, text: str) -> bool:
    return _stems(value) <= _stems(text)


@lru_cache(maxsize=2_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(token.form) for token in with_joined_names(tokens_of(text)))


def _is_untold_day(told: Told) -> bool:
    """Whether a day is told from another one («بعد يوم») or from that of publication («أمس»), and that is not known.

    The morning's «اليوم» is the next day's «أمس».
    """
    words = {token.form for token in tokens_of(told.value)}
    return is_told_from_another_day(told.value) or (told.document.date_kind in UNTRUSTED and not words.isdisjoint(RELATIVE_DAYS))


@lru_cache(maxsize=2_000)
def _meanings(text: str) -> frozenset[str]:
    return frozenset(key for unit in units_of(tokens_of(text)) for key in unit.keys)


def _tells_day(held: HeldClaim, one: Told, other: Told) -> bool:
    """Whether the one's document tells the other's day too, or one of the two is no day but a month or a year."""
    days = [fact for fact in held.facts[other.telling.telling] if fact.slot == "date" and fact.start == other.start]
    own = [fact for name, row in held.tellings.items() if row.document == one.telling.document for fact in held.facts[name]]
    if any(fact.low is None or fact.low != fact.high for fact in days):
        return True
    told = [fact for fact in own if fact.slot == "date" and fact.low == fact.high]
    return _names_one_day(one, other) or any(dates_agree(day, fact) for day in days for fact in told)


def _names_one_day(one: Told, other: Told) -> bool:
    """«اليوم الخميس», «الخميس»: the same word, though a date of publication may have resolved it to another day."""
    day = weekday_in(one.value)
    return bool(day) and day == weekday_in(other.value)


def _of_one_field(held: HeldClaim, row: Resemblance) -> bool:
    """Whether names missing from one of two tellings mean anything: a title names less than any text."""
    return held.tellings[row.left].field == held.tellings[row.right].field


def _both_values(held: HeldClaim, sides: tuple[str, str], row: Difference) -> list[Told]:
    """What each side says; nothing where one says no name, or both the same one by more or fewer words."""
    given = dict(zip(sides, (row.left_value, row.right_value), strict=True))
    worded = [_words_of(held, telling, value) for telling, value in given.items() if value or row.slot == "negation"]
    if row.slot in OTHERS or (row.slot in NAMES and len(worded) > 1 and altered(*worded)):
        return worded
    if row.slot not in NAMES:
        return []
    facts = {telling: _named_by(held.facts[telling], value) for telling, value in given.items()}
    if any(fact is None for fact in facts.values()) or _one_name(facts):
        return []
    return [held.told(telling, fact.value, fact.start, fact.end, fact) for telling, fact in facts.items() if fact]


def _named_by(facts: Sequence[Fact], value: str) -> Fact | None:
    """The name that a word belongs to: «نورا» of «نورا السدري»; None for what is no name."""
    wanted = set(_key(value).split())
    named = (fact for fact in facts if fact.slot in NAMES and wanted & set(_key(fact.value).split()))
    return min(named, key=lambda fact: (fact.start, fact.end), default=None)


def _one_name(facts: Mapping[str, Fact | None]) -> bool:
    one, other = (set(_key(fact.value).split()) for fact in facts.values() if fact)
    return bool(one & other)


def _key(value: str) -> str:
    return " ".join(stem(token.form) for token in with_joined_names(tokens_of(value)))


def _words_of(held: HeldClaim, telling: str, value: str) -> Told:
    """A value with the place where it stands in the telling; start = end where it does not stand there as such."""
    row = held.tellings[telling]
    place = row.words.find(value) if value else -1
    start = row.start + max(place, 0)
    return held.told(telling, value, start, start + (len(value) if place >= 0 else 0))
