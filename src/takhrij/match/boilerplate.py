"""Tells formulas (protocol, names with their titles, prayer, link lines, agency marks) from reuse; they are shown as such."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import numpy as np

from takhrij.match.meetings import Stretch
from takhrij.match.numbers import WordNumbers, word_numbers
from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon

SHARE = 0.7  # of the content words of a passage; from there on it is a formula
LONGEST = 40  # words; what is longer is copied, whatever it is made of
DAILY_SHARE = 0.45  # of the content words of a passage of any length that stand in set phrases
OTHER_WORDS = 0.2  # of the content words of either side, which the other has not
OTHER_FIGURES = 3  # that stand on one side alone, on either side, and make up half of the figures
VOCALISED = 0.45  # vowel signs for each letter; verses have 0.5 to 0.7, a report with a vocalised name 0.05
PARTLY_VOCALISED = 0.2  # the same on both sides, where newspapers leave some out
LONGEST_VERSE = 400  # characters of what is introduced and not vocalised; a sermon of verses is longer
SAID_BEFORE, SAID_WITHIN = 45, 30  # characters before and after the beginning of a passage in which «قال تعالى» introduces it
_VOWEL, _LETTER = re.compile("[\u064b-\u0652\u0670]"), re.compile("[\u0621-\u064a\u0671]")
_FIGURE = re.compile(r"\d{1,30}")
NAME = 3  # words after a title that may be the office or the name


def is_formula(words: WordNumbers, start: int, end: int) -> bool:
    """Whether the words `[start, end)` say nothing of who copied from whom.

    >>> words = word_numbers("وزير الزراعة المهندس سالم بن غانم المرجاني")
    >>> is_formula(words, 0, len(words))
    True
    """
    return end - start <= LONGEST and formula_share(words, start, end) >= SHARE


def is_daily(left: WordNumbers, here: Stretch, right: WordNumbers, there: Stretch) -> bool:
    """Whether two passages, however long, are made of set phrases and tell of two occasions: telegrams to two presidents.

    The words that each has alone are the names of whom or what it is about; two copies of one telegram have none.
    """
    if min(formula_share(left, *here), formula_share(right, *there)) < DAILY_SHARE:
        return False
    sides = [words.stems[start:end][words.content[start:end]] for words, (start, end) in ((left, here), (right, there))]
    alone = [np.isin(one, other, invert=True).mean() for one, other in (sides, sides[::-1])]
    return bool(min(alone) >= OTHER_WORDS)


def is_scripture(left: str, here: tuple[int, int], right: str, there: tuple[int, int]) -> bool:
    """Whether two passages are a verse or a saying of the Prophet: written with all its vowels, or introduced as God's or his words.

    «قال تعالى: ﴿…﴾»; a verse in two articles is from neither of them.
    """
    vowels = sorted(_vocalised(text[start:end]) for text, (start, end) in ((left, here), (right, there)))
    return vowels[0] >= PARTLY_VOCALISED or vowels[1] >= VOCALISED or _is_introduced(left, *here) or _is_introduced(right, *there)


def _vocalised(passage: str) -> float:
    """How many vowel signs there are for each letter."""
    return len(_VOWEL.findall(passage)) / max(1, len(_LETTER.findall(passage)))


def _is_introduced(text: str, start: int, end: int) -> bool:
    before = folded(text[max(0, start - SAID_BEFORE) : start + SAID_WITHIN])
    return end - start <= LONGEST_VERSE and any(said in before for said in _said())


@cache
def _said() -> frozenset[str]:
    return frozenset(folded(row["phrase"]) for row in lexicon("match", "formulas") if row["kind"] == "scripture")


def is_form(left: str, right: str) -> bool:
    """Whether two passages are one form filled in with other figures: two days' reports of one market, or of the weather.

    «أغلق المؤشر عند 3125 نقطة مرتفعا 0.4 في المئة بتداولات قيمتها 62 مليونا» and the same words with 3072, 1.7 and 91. «42.3», «42,3» and
    «3ر42» are the same figures.
    """
    ours, theirs = (set(map(int, _FIGURE.findall(passage))) for passage in (left, right))
    other = min(len(ours - theirs), len(theirs - ours))
    return other >= OTHER_FIGURES and 2 * other >= max(len(ours), len(theirs))


def formula_share(words: WordNumbers, start: int, end: int) -> float:
    """The share of the content words `[start, end)` that stand in a set phrase, or in a title with its name."""
    inside = [one or other for one, other in zip(_in_phrase(words, start, end), _in_name(words, start, end), strict=True)]
    weighed = [told for told, rare in zip(inside, words.content[start:end].tolist(), strict=True) if rare]
    return sum(weighed) / len(weighed) if weighed else 1.0


def _in_phrase(words: WordNumbers, start: int, end: int) -> list[bool]:
    inside = [False] * (end - start)
    for number, pair in enumerate(pairwise(words.stems[start:end].tolist())):
        if pair in _phrase_pairs():
            inside[number] = inside[number + 1] = True
    return inside


def _in_name(words: WordNumbers, start: int, end: int) -> list[bool]:
    """Which words are a title or stand shortly after one."""
    inside = []
    last = -NAME - 1
    for number, form in enumerate(words.forms[start:end].tolist()):
        last = number if form in _titles() else last
        inside.append(number - last <= NAME)
    return inside


@cache
def _phrase_pairs() -> frozenset[tuple[int, int]]:
    """Neighbouring stems of all set phrases, by number."""
    out: set[tuple[int, int]] = set()
    for row in lexicon("match", "formulas"):
        out.update(pairwise(word_numbers(row["phrase"]).stems.tolist()))
    return frozenset(out)


@cache
def _titles() -> frozenset[int]:
    """The folded words that open a title, alone and with و, ل or ب before them, by number."""
    forms = [row["form"] for row in lexicon("match", "titles")]
    return frozenset(int(number) for form in forms for clitic in ("", "و", "ل", "ب") for number in word_numbers(clitic + form).forms)
