"""Tells formulas (protocol, names with their titles, prayer, link lines, agency marks) from reuse; they are shown as such."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import numpy as np

from takhrij.match.kernels import Flags, Ints, followed, kernel, place_in, table_of
from takhrij.match.meetings import Stretch
from takhrij.match.numbers import WordNumbers, numbers_in
from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon

SHARE = 0.7  # of the content words of a passage; from there on it is a formula
LONGEST = 40  # words; what is longer is copied, whatever it is made of
DAILY_SHARE = 0.45  # of the content words of a passage of any length that stand in set phrases
OTHER_WORDS = 0.2  # of the content words of either side, which the other has not
OTHER_FIGURES = 3  # that stand on one side alone, on either side, and make up half of the figures
VOCALISED = 0.45  # vowel signs for each letter; verses have 0.5 to 0.7, a report with a vocalised name 0.05
PARTLY_VOCALISED = 0.2  # the same on both sides, where newspapers leave some out
FAR_TOO_FEW = 0.03  # fathas for each character: two vowel signs in five are fathas, so half of what it takes
LONGEST_VERSE = 400  # characters of what is introduced and not vocalised; a sermon of verses is longer
SAID_BEFORE, SAID_WITHIN = 45, 30  # characters before and after the beginning of a passage in which «قال تعالى» introduces it
_FATHA, _VOWEL, _LETTER = "\u064e", re.compile("[\u064b-\u0652\u0670]"), re.compile("[\u0621-\u064a\u0671]")
_FIGURE = re.compile(r"\d{1,30}")
NAME = 3  # words after a title that may be the office or the name


def is_formula(words: WordNumbers, start: int, end: int) -> bool:
    """Whether the words `[start, end)` say nothing of who copied from whom.

    >>> words = word_numbers("وزير الزراعة المهندس سالم بن غانم المرجاني")
    >>> is_formula(words, 0, len(words))
    True
    """
    return end - start <= LONGEST and formula_share(words, start, end) >= SHARE


def are_set_phrases(left: WordNumbers, here: Stretch, right: WordNumbers, there: Stretch) -> bool:
    """Whether two passages are formulas, or made of set phrases, however long, and tell of two occasions: telegrams to two presidents.

    The words that each of the latter has alone are the names of whom or what it is about; two copies of one telegram have none.
    """
    if (one := formula_share(left, *here)) < DAILY_SHARE or (other := formula_share(right, *there)) < DAILY_SHARE:
        return False
    if max(here.size, there.size) <= LONGEST and min(one, other) >= SHARE:
        return True
    sides = [words.stems[start:end][words.content[start:end]].tolist() for words, (start, end) in ((left, here), (right, there))]
    return all(_share_outside(side, set(opposite)) >= OTHER_WORDS for side, opposite in (sides, sides[::-1]))


def _share_outside(words: list[int], others: set[int]) -> float:
    return sum(word not in others for word in words) / max(1, len(words))


def is_scripture(left: str, here: tuple[int, int], right: str, there: tuple[int, int]) -> bool:
    """Whether two passages are a verse or a saying of the Prophet: written with all its vowels, or introduced as God's or his words.

    «قال تعالى: ﴿…﴾»; a verse in two articles is from neither of them.
    """
    one, other = _vocalised(left[slice(*here)]), _vocalised(right[slice(*there)])
    vocalised = min(one, other) >= PARTLY_VOCALISED or max(one, other) >= VOCALISED
    return vocalised or _is_introduced(left, *here) or _is_introduced(right, *there)


def _vocalised(passage: str) -> float:
    """How many vowel signs there are for each letter; 0 where the commonest of them is far too rare."""
    if passage.count(_FATHA) < FAR_TOO_FEW * len(passage):
        return 0.0
    return len(_VOWEL.findall(passage)) / max(1, len(_LETTER.findall(passage)))


def _is_introduced(text: str, start: int, end: int) -> bool:
    if end - start > LONGEST_VERSE:
        return False
    before = folded(text[max(0, start - SAID_BEFORE) : start + SAID_WITHIN])
    return any(said in before for said in _said())


@cache
def _said() -> frozenset[str]:
    return frozenset(folded(row["phrase"]) for row in lexicon("match", "formulas") if row["kind"] == "scripture")


def is_form(left: str, ours: WordNumbers, here: Stretch, right: str, theirs: WordNumbers, there: Stretch) -> bool:
    """Whether two passages are one form filled in with other figures: two days' reports of one market, or of the weather.

    «أغلق المؤشر عند 3125 نقطة مرتفعا 0.4 في المئة بتداولات قيمتها 62 مليونا» and the same words with 3072, 1.7 and 91. «42.3», «42,3» and
    «3ر42» are the same figures.
    """
    places, others = _with_digits(ours, *here), _with_digits(theirs, *there)
    forms, other_forms = set(ours.numbers[0, places].tolist()), set(theirs.numbers[0, others].tolist())
    if forms <= other_forms or other_forms <= forms:  # most pairs
        return False
    one, other = _figures(left, ours, places), _figures(right, theirs, others)
    alone = min(len(one - other), len(other - one))
    return alone >= OTHER_FIGURES and 2 * alone >= max(len(one), len(other))


def _with_digits(words: WordNumbers, start: int, end: int) -> Ints:
    return words.digits[start:end].nonzero()[0] + start


def _figures(text: str, words: WordNumbers, places: Ints) -> set[int]:
    """What stands in digits in these words; of «3ر42» both parts."""
    spans = zip(words.starts[places].tolist(), words.ends[places].tolist(), strict=True)
    return {int(figure) for start, end in spans for figure in _FIGURE.findall(text, start, end)}


def formula_share(words: WordNumbers, start: int, end: int) -> float:
    """The share of the content words `[start, end)` that stand in a set phrase, or in a title with its name."""
    share: float = _share(words.numbers, words.content, start, end, *_phrase_pairs(), *_titles())
    return share


@kernel
def _share(numbers: Ints, content: Flags, start: int, end: int, pairs: Ints, phrases: Ints, slots: Ints, titles: Ints) -> float:
    told, weighed, last, before = 0, 0, start - NAME - 1, False
    for at in range(start, end):
        if place_in(slots, titles, numbers[0, at]) >= 0:
            last = at
        after = at + 1 < end and bool(place_in(pairs, phrases, followed(numbers[1, at], numbers[1, at + 1])) >= 0)
        if content[at]:
            weighed += 1
            told += int(before or after or at - last <= NAME)
        before = after
    return told / weighed if weighed else 1.0


@cache
def _phrase_pairs() -> tuple[Ints, Ints]:
    """Neighbouring stems of all set phrases, as one number each, and the table by which they are found."""
    out: set[int] = set()
    for row in lexicon("match", "formulas"):
        out.update(int(followed(one, other)) for one, other in pairwise(numbers_in(row["phrase"]).stems.tolist()))
    return _tabled(out)


@cache
def _titles() -> tuple[Ints, Ints]:
    """The folded words that open a title, alone and with و, ل or ب before them, by number."""
    forms = [row["form"] for row in lexicon("match", "titles")]
    return _tabled({number for form in forms for clitic in ("", "و", "ل", "ب") for number in numbers_in(clitic + form).forms.tolist()})


def _tabled(numbers: set[int]) -> tuple[Ints, Ints]:
    listed = np.array(sorted(numbers), np.int64)
    return table_of(listed), listed
