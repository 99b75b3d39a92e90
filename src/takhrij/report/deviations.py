"""What the tellings of a claim say differently, slot by slot: which values there are, who gives each, and which stand apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from takhrij.claims.counts import NAMED_FATES
from takhrij.claims.units import meanings_of
from takhrij.model.claim import Variation, VariationValue
from takhrij.report.views import ClaimView
from takhrij.report.words import visible
from takhrij.text.folding import folded
from takhrij.text.numerals import numerals_of, plain
from takhrij.text.tokens import tokens_of

DECISIVE = ("number", "date", "place", "person", "actor", "negation")  # where two values cannot both hold; the first are told first
GRAVE = ("copy_error", "conflict", "correction", "unclear", "aggregation")  # kinds of change that time alone does not explain
RIGHT = {"copy_error": 0, "correction": -1}  # where one value is meant to be right: that of the first telling, that of the last
AFTER = 24  # letters after a number in which the thing counted is looked for
# these do not tell the dead from the hurt
ANYBODY = frozenset(map(folded, ("شخص", "شخصا", "أشخاص", "آخر", "آخرون", "آخرين", "فرد", "فردا", "أفراد")))
# what may stand between or after a number and is nothing that is counted
PARTICLES = frozenset(
    map(
        folded, ("على", "إلى", "بينهم", "بينها", "منهم", "منها", "خلال", "بعد", "قبل", "حتى", "أثناء", "جراء", "عند", "حين", "حينما", "لدى")
    )
)
SHORTEST_NOUN = 3  # letters of a counted thing; shorter words are particles


@dataclass(frozen=True, slots=True)
class Deviation:
    """A slot in which tellings differ: each value with the labels of its tellings, in the order of the first; and what most say.

    `counted` is what a number counts, where that is plain. «4 قتلى», «9 قتلى», «تسعة قتلى»: {"4": ["t1"], "9": ["t2", "t3"]}, "قتلى".
    """

    variation: Variation
    counted: str
    values: dict[str, list[str]]
    usual: str

    @property
    def grave(self) -> bool:
        """Whether time alone does not explain it."""
        return self.variation.kind in GRAVE

    @property
    def others(self) -> dict[str, list[str]]:
        """The values that most do not give."""
        return {value: labels for value, labels in self.values.items() if value != self.usual}

    def is_apart(self, value: str) -> bool:
        """Whether a value is not the usual (or the right) one and time does not explain it."""
        return self.grave and value != self.usual

    def told(self, value: str) -> tuple[str, ...]:
        """What is told with a value: the same where two changes give one number of one thing («9 قتلى», «9 قتيلا»)."""
        thing = meanings_of(folded(self.counted)) or (folded(self.counted),)
        return self.variation.slot, value, *thing


@dataclass(frozen=True, slots=True)
class Said:
    """A value that one telling gives where others give another; `apart` where it is not the usual one and time does not explain it."""

    slot: str
    counted: str
    value: str
    apart: bool


def deviations_of(view: ClaimView) -> list[Deviation]:
    """One for each decisive slot that differs, the grave ones first; a telling that says nothing in a slot does not differ in it."""
    found = [_deviation(variation, values, view) for variation, values in view.variations if variation.slot in DECISIVE]
    differing = [row for row in found if len(row.values) > 1]
    return sorted(differing, key=lambda row: (not row.grave, DECISIVE.index(row.variation.slot), -sum(map(len, row.values.values()))))


def _deviation(variation: Variation, values: Mapping[str, VariationValue], view: ClaimView) -> Deviation:
    told: dict[str, list[str]] = {}
    for label, value in values.items():
        if value.value:
            told.setdefault(plainly(variation.slot, value.value), []).append(label)
    usual = max(told, key=lambda value: len(told[value]), default="")
    if variation.kind in RIGHT:
        usual = list(told)[RIGHT[variation.kind]] if told else ""
    counted = _fate(variation) or _counted(values, view) if variation.slot == "number" else ""
    return Deviation(variation, counted, told, usual)


def is_mere_wording(variation: Variation) -> bool:
    """Whether tellings only say it in other words, which a reader sees in the tellings themselves."""
    return (variation.slot, variation.kind) == ("wording", "wording")


def plainly(slot: str, value: str) -> str:
    """«تسعة» and «٩» are both "9"; what is more than a number («أكثر من 30») and any other value is itself."""
    tokens = tokens_of(value) if slot == "number" else []
    numerals = numerals_of(tokens) if tokens else []
    whole = len(numerals) == 1 and (numerals[0].first, numerals[0].end, numerals[0].kind) == (0, len(tokens), "cardinal")
    return plain(numerals[0].value) if whole else value


def _fate(variation: Variation) -> str:
    """«قتلى» where the reason of a variation says that they are counted («القتلى: …»), "" where it does not."""
    fate, colon, _ = variation.why.partition(":")
    return fate.removeprefix("ال") if colon and fate in NAMED_FATES.values() else ""


def _counted(values: Mapping[str, VariationValue], view: ClaimView) -> str:
    """What is counted: the word that most tellings have after the number, one that tells more than «أشخاص» if there is one."""
    tellings = {telling.label: telling for telling in view.tellings}
    after: Counter[str] = Counter()
    written: dict[str, str] = {}
    for label, value in values.items():
        text = tellings[label].document.field(tellings[label].telling.field)[value.end : value.end + AFTER] if label in tellings else ""
        words = text.split()[:1] if text[:1].isspace() else []
        word = words[0].strip('،.:؛"»«()') if words else ""
        if len(word) >= SHORTEST_NOUN and word.isalpha() and folded(word) not in PARTICLES and len(text.split()) > 1:
            after[folded(word)] += 1
            written.setdefault(folded(word), visible(word))
    ranked = sorted(after, key=lambda word: (word in ANYBODY, -after[word]))
    return written[ranked[0]] if ranked else ""


def said_by(view: ClaimView) -> dict[str, list[Said]]:
    """label -> each number that it gives where others give another, once, and what else it says apart from most; what is apart first."""
    out: dict[str, dict[tuple[str, ...], Said]] = {}
    for row, value in values_told(view):
        apart = row.is_apart(value)
        if apart or (row.variation.slot == "number" and row.variation.kind != "copy_error"):
            for label in row.values[value]:
                out.setdefault(label, {}).setdefault(row.told(value), Said(row.variation.slot, row.counted, value, apart))
    return {label: list(said.values()) for label, said in out.items()}


def values_told(view: ClaimView) -> list[tuple[Deviation, str]]:
    """Each value of each deviation, those that stand apart first."""
    found = [(row, value) for row in deviations_of(view) for value in row.values]
    return sorted(found, key=lambda pair: not pair[0].is_apart(pair[1]))
