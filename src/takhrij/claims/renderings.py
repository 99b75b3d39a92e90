"""How texts render one claim: how firmly, and in which words; what kind of change it is where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from takhrij.claims.changes import Change, Told, altered
from takhrij.claims.units import weight_of
from takhrij.model.document import TEXT
from takhrij.text.stems import stem
from takhrij.text.tokens import Token, tokens_of

SHARED = 0.5  # of the texts of a claim that have a word, from which it is the claim's and not the one text's
CONFIRMED = "endorsing"  # stance of who vouches for what he tells: «أكد», «شدد على»
LONGEST_RUN = 12  # words of a differing stretch that are shown
_LEAST_WEIGHT = 0.05  # of a word whose absence is worth telling: not that of «في» or «التي»


def certainty_change(told: Sequence[Told]) -> Change | None:
    """What the degrees of certainty («asserted», «doubted, distancing») make, None where all are one.

    «فُتح الجسر» beside «زعم الحارس أن الجسر فُتح» is a shift.
    """
    if len({firmness(row.value) for row in told if row.telling.field == TEXT}) < 2:
        return None
    return "certainty_shift", "تختلف درجة الجزم بين الروايات"


def firmness(value: str) -> str:
    """What a degree of certainty comes to: whether a text says it itself or reports it is a matter of attribution, not of certainty."""
    certainty, _, stance = value.partition(", ")
    return "told" if certainty in ("asserted", "reported") and stance != CONFIRMED else stance if stance == CONFIRMED else certainty


def wording_change(told: Sequence[Told]) -> tuple[Change, list[Told]] | None:
    """The longest stretch of each text that most others do not have, and the kind of change; None where all texts are the same words."""
    texts = [row for row in told if row.telling.field == TEXT]
    if len(texts) < 2:
        return None
    stems = {row.telling.telling: [stem(token.form) for token in _words(row.value)] for row in texts}
    common = Counter(name for names in stems.values() for name in set(names))
    found = [_own_stretch(row, common, len(texts)) for row in texts]
    if not any(row.value for row in found):
        return None
    return _kind_of_wording(texts), found


def _own_stretch(row: Told, common: Counter[str], texts: int) -> Told:
    """The longest run of words that at most half of the texts have; empty where there is none."""
    words = _words(row.value)
    own = [common[stem(token.form)] <= SHARED * texts and _tells(token) for token in words]
    best, begin = (0, 0), None
    for place, differs in enumerate([*own, False]):
        if differs and begin is None:
            begin = place
        elif not differs and begin is not None:
            best, begin = max(best, (begin, place), key=lambda run: run[1] - run[0]), None
    start, stop = best[0], min(best[1], best[0] + LONGEST_RUN)
    if start == stop:
        return Told(row.telling, row.document, "", row.start, row.start)
    first, last = words[start].start, words[stop - 1].end
    return Told(row.telling, row.document, row.value[first:last], row.start + first, row.start + last)


def _tells(token: Token) -> bool:
    """Whether a word may be what is told otherwise; numbers are a slot of their own."""
    return not token.form[0].isdigit() and weight_of(token.form) >= _LEAST_WEIGHT


def _kind_of_wording(texts: Sequence[Told]) -> Change:
    ordered = sorted(texts, key=lambda row: row.telling.telling)
    if any(altered(ordered[0], other) for other in ordered[1:]):
        return "copy_error", "النص نفسه وفيه كلمات تغيّرت"
    return "wording", "تختلف الصياغة"


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[Token, ...]:
    return tuple(token for token in tokens_of(text) if token.is_word)
