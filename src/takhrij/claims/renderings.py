"""How texts render one claim: how firmly, and in which words; what kind of change it is where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, groupby

from rapidfuzz.distance import Levenshtein

from takhrij.annotate.conjugation import reading_of
from takhrij.claims.changes import MOST_COMPARED, Change, Told, altered
from takhrij.claims.units import meanings_of, weight_of
from takhrij.model.claim import Fact, Telling
from takhrij.model.document import TEXT
from takhrij.text.folding import folded
from takhrij.text.lemmas import is_listed, lemma
from takhrij.text.lexicons import folded_words
from takhrij.text.stems import stem
from takhrij.text.tokens import Token, tokens_of

SHARED = 0.5  # of the texts of a claim that have a word, from which it is the claim's and not the one text's
NEUTRAL = "neutral"  # stance of who only tells
CONFIRMED = "endorsing"  # stance of who vouches for what he tells: «أكد», «شدد على»
LONGEST_RUN = 12  # words of a differing stretch that are shown
_PLURALS = {"و", "ا"}  # before the last letter: two broken plurals of one noun
SHORTEST_SLIP = 4  # letters of a word from which one that differs in a letter is a slip; of shorter ones too many differ so
_TELLING_WEIGHT = 0.3  # of a word that a differing stretch may begin or end with: not «كما», not «وأضاف»
_LEAST_WEIGHT = 0.05  # of a word whose absence is worth telling: not that of «في» or «التي»


def certainty_change(told: Sequence[Told]) -> Change | None:
    """What the degrees of certainty («asserted», «doubted, distancing») make, None where all are one.

    «فُتح الجسر» beside «زعم الحارس أن الجسر فُتح» is a shift.
    """
    if len({firmness(row.value) for row in told if row.telling.field == TEXT}) < 2:
        return None
    return "certainty_shift", "تختلف درجة الجزم بين الروايات"


def firmness(value: str) -> str:
    """What a degree of certainty comes to: whether a text says it itself or reports it is a matter of attribution, not of certainty.

    Who foresees a thing («يتوقع») and who holds it for possible («قد») are unsure alike; who keeps his distance («زعم») is not.
    """
    certainty, _, stance = value.partition(", ")
    if certainty == "expected" or (certainty == "doubted" and stance != "distancing"):
        return "unsure"
    return "told" if certainty in ("asserted", "reported") and stance != CONFIRMED else stance if stance == CONFIRMED else certainty


@lru_cache(maxsize=20_000)
def cues_of(words: str) -> frozenset[str]:
    """The verbs of saying and thinking in a telling by which somebody commits himself: «توقع», «اعتبر», not «قال»."""
    readings = (reading_of(token.form) for token in tokens_of(words))
    return frozenset(reading.verb.perfect for reading in readings if reading and reading.verb.stance != NEUTRAL)


def commitments_of(telling: Telling, facts: Sequence[Fact]) -> frozenset[str]:
    """The words of a telling that vouch for it, doubt, deny or foresee it, each by its verb.

    «توقع» of «وتوقعت أن ينهار», nothing of «قال إنه انهار».
    """
    return cues_of(telling.words) | {lemma(folded(fact.value)) for fact in facts if fact.slot == "certainty"}


def wording_change(told: Sequence[Told]) -> tuple[Change, list[Told]] | None:
    """The weightiest stretch of each text that most others do not have; None where nothing that tells anything differs."""
    texts = [row for row in told if row.telling.field == TEXT]
    stems = {row.telling.telling: {stem(token.form) for token in _words(row.value)} for row in texts}
    common = Counter(name for names in stems.values() for name in names)
    found = [_own_stretch(row, common, len(texts)) for row in texts]
    if len(texts) < 2 or not any(row.value for row in found):
        return None
    return ("wording", "تختلف الصياغة"), found


def slips_of(told: Sequence[Told]) -> tuple[Change, list[Told]] | None:
    """The first two outlets that tell it in the same words but for one, which only a slip of the pen makes of the other; None for none.

    «وقاتل الحارس» told as «وقتل الحارس».
    """
    texts = [row for row in told if row.telling.field == TEXT]
    for one, other in combinations(texts[:MOST_COMPARED], 2):
        slip = _slip(one, other) if altered(one, other) else None
        if slip:
            return ("copy_error", "النص نفسه وفيه كلمات تغيّرت"), [_worded(one, slip[0], slip[0]), _worded(other, slip[1], slip[1])]
    return None


def _slip(one: Told, other: Told) -> tuple[Token, Token] | None:
    left, right = _words(one.value), _words(other.value)
    changes = Levenshtein.opcodes([token.form for token in left], [token.form for token in right])
    for change in changes:
        if change.tag == "replace" and change.src_end - change.src_start == change.dest_end - change.dest_start == 1:
            pair = left[change.src_start], right[change.dest_start]
            if _is_slip(*(token.form for token in pair)):
                return pair
    return None


@lru_cache(maxsize=20_000)
def _is_slip(one: str, other: str) -> bool:
    """Whether two folded words are one or two letters apart and yet neither forms of one word nor spellings of one name."""
    if min(len(one), len(other)) < SHORTEST_SLIP or not (one + other).isalpha() or Levenshtein.distance(one, other) > 1:
        return False
    if {one, other} & folded_words("claims", "function_words") or not (is_listed(one) and is_listed(other)):
        return False
    if one[:-2] + one[-1] == other[:-2] + other[-1] and {one[-2], other[-2]} == _PLURALS:
        return False  # «جروح», «جراح»
    return lemma(one) != lemma(other) and stem(one) != stem(other) and set(meanings_of(one)).isdisjoint(meanings_of(other))


def _own_stretch(row: Told, common: Counter[str], texts: int) -> Told:
    """The run of words that at most half of the texts have which tells most; empty where there is none."""
    words = _words(row.value)
    own = [common[stem(token.form)] <= SHARED * texts and _tells(token) for token in words]
    runs = [[place for place, _ in run] for differs, run in groupby(enumerate(own), key=lambda pair: pair[1]) if differs]
    trimmed = [_trimmed(words, run[0], run[-1] + 1) for run in runs]
    start, stop = max(trimmed, key=lambda run: sum(_weight(token) for token in words[slice(*run)]), default=(0, 0))
    if start == stop:
        return Told(row.telling, row.document, "", row.start, row.start)
    return _worded(row, words[start], words[min(stop, start + LONGEST_RUN) - 1])


def _trimmed(words: Sequence[Token], start: int, stop: int) -> tuple[int, int]:
    """A run without the light words at its ends: «كما قال»; such words alone are no run."""
    told = [place for place in range(start, stop) if _weight(words[place]) >= _TELLING_WEIGHT]
    return (told[0], told[-1] + 1) if told else (start, start)


def _weight(token: Token) -> float:
    return 0.0 if meanings_of(token.form) == ("say",) else weight_of(token.form)


def _worded(row: Told, first: Token, last: Token) -> Told:
    return Told(row.telling, row.document, row.value[first.start : last.end], row.start + first.start, row.start + last.end)


def _tells(token: Token) -> bool:
    """Whether a word may be what is told otherwise; numbers are a slot of their own."""
    return not token.form[0].isdigit() and weight_of(token.form) >= _LEAST_WEIGHT


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[Token, ...]:
    return tuple(token for token in tokens_of(text) if token.is_word)
