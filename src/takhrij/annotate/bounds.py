"""Words that bound a number: «نحو 30», «ما لا يقل عن 30», «لا تقل قيمتها عن 30», «30 على الأقل»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from takhrij.annotate.counted import Counted
from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon
from takhrij.text.numerals import Numeral
from takhrij.text.tokens import Token

_LONGEST = 4  # words of a bound
_LONGEST_GAP = 5  # words between a verb and its number: «تجاوز عدد ركاب القطار 60»
_NEGATIONS = frozenset({"لا", "لم", "لن"})  # of the verb alone: «لا يسع لأكثر من 35», not «لا يوجد بين أكثر من 100 كتاب»
_GAP = "…"
_CLITICS = ("", "و", "ف", "س", "وس", "ب", "ل", "وب", "ول", "فب")
_BEFORE_NOUNS = ("ب", "ل", "وب", "ول", "فب")  # «لتصل إلى 500» has reached them, it is not «تصل إلى»
# What parts a verb from the number of another clause.
_STOPS = frozenset('.،؛:!؟"()')
# «60 يورو في اليوم بحد أقصى»: what may stand between the number and the words that bound it.
_RATES = (("في", "اليوم"), ("في", "الاسبوع"), ("في", "الشهر"), ("في", "السنه"), ("في", "العام"), ("يوميا",), ("شهريا",), ("سنويا",))
Words = tuple[str, ...]


def words_at(tokens: Sequence[Token], position: int, words: Words) -> bool:
    """Whether these folded words stand at `position`."""
    return tuple(token.form for token in tokens[position : position + len(words)]) == words


def bound_of(tokens: Sequence[Token], numeral: Numeral, counted: Counted) -> str:
    """The modifier that the words around a number give it, "exact" where there are none; the longest words decide.

    «لا تقل قيمتها عن 120 مليون دولار» is at_least.
    """
    before = [token.form for token in tokens[max(0, numeral.first - _LONGEST - _LONGEST_GAP) : numeral.first]]
    if (joined := tokens[numeral.first].form.rstrip("0123456789")) and numeral.digits:
        before.append(joined)  # «نحو70»
    return _over_a_gap(before) or _right_before(before) or _after(tokens, numeral, counted) or "exact"


def bound_around(before: Sequence[str], after: Sequence[str]) -> str:
    """The modifier that folded words before and after an expression give it: at_least of «ستة أسابيع على الأقل», about of «نحو شهر»."""
    near = list(before[-_LONGEST - _LONGEST_GAP :])
    behind = next((told for words, told in _bounds("after").items() if tuple(after[: len(words)]) == words), None)
    return _over_a_gap(near) or _right_before(near) or behind or "exact"


def _right_before(before: list[str]) -> str | None:
    bounds = _bounds("before")
    for length in range(min(len(before), _LONGEST), 0, -1):
        words = before[-length:]
        for head in _heads(words[0]):
            found = bounds.get((head, *words[1:]))
            if found:
                return found
    return None


def _over_a_gap(before: list[str]) -> str | None:
    """«تجاوز عدد الركاب 60», «لا تقل قيمتها عن 120»: the verb's subject stands between; the nearest verb with all its words decides."""
    best, modifier = (0, 0), None
    for start in range(len(before) - 1):
        for head in _heads(before[start]):
            for verb, tail, told in _split_bounds().get(head, ()):
                end = start + len(verb)
                gap = before[end : len(before) - len(tail)]
                opens = (head, *before[start + 1 : end]) == verb and 0 < len(gap) <= (1 if verb[-1] in _NEGATIONS else _LONGEST_GAP)
                if opens and _ends_with(before, tail) and not _is_broken(gap) and (end, len(verb)) > best:
                    best, modifier = (end, len(verb)), told
    return modifier


def _ends_with(before: list[str], tail: Words) -> bool:
    last = before[len(before) - len(tail) :]
    return not tail or (tail[0] in _heads(last[0]) and tuple(last[1:]) == tail[1:])


def _is_broken(gap: list[str]) -> bool:
    return any(form in _STOPS or form[-1].isdigit() for form in gap) or gap[-1] in ("في", "من", "الي", "بين", "و")


def _heads(form: str) -> list[str]:
    """A word as it stands and without the clitics before it; those of nouns are not taken from verbs."""
    heads = [(clitic, form[len(clitic) :]) for clitic in _CLITICS if form.startswith(clitic) and len(form) > len(clitic)]
    return [head for clitic, head in heads if clitic not in _BEFORE_NOUNS or head[0] not in "يت"]


def _after(tokens: Sequence[Token], numeral: Numeral, counted: Counted) -> str | None:
    ends = {numeral.end, counted.end, counted.noun_end}
    ends |= {end + len(rate) for end in list(ends) for rate in _RATES if words_at(tokens, end, rate)}
    for position in sorted(ends):
        for words, modifier in _bounds("after").items():
            if words_at(tokens, position, words):
                return modifier
    return None


@cache
def _bounds(side: str) -> dict[Words, str]:
    rows = [(tuple(folded(row["form"]).split()), row) for row in lexicon("annotate", "bounds")]
    return {words: row["modifier"] for words, row in rows if row["side"] == side and _GAP not in words}


@cache
def _split_bounds() -> dict[str, list[tuple[Words, Words, str]]]:
    """By first word: the words before the gap, those after it, and the modifier."""
    rows = [(tuple(folded(row["form"]).split()), row["modifier"]) for row in lexicon("annotate", "bounds")]
    split: dict[str, list[tuple[Words, Words, str]]] = {}
    for words, modifier in rows:
        if _GAP in words:
            split.setdefault(words[0], []).append((words[: words.index(_GAP)], words[words.index(_GAP) + 1 :], modifier))
    return split
