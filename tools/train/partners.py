"""Which words of two statements have a partner in the other one: what a judge of sentences is told beside the words themselves."""

from __future__ import annotations

from takhrij.text.lemmas import lemma
from takhrij.text.numerals import numerals_of
from takhrij.text.tokens import tokens_of

NONE, SHARED, ALONE, NUMBER_SHARED, NUMBER_ALONE = range(5)
KINDS = 5
_STEM = 4  # letters with which «فرنسا» and «الفرنسية» begin, the article taken off
_ROUNDED = 0.1  # «نحو 30» and 31: numbers nearer than this are partners
_FEWEST = 3  # letters of a word that counts

Word = tuple[int, int, str]  # where it stands, and its lemma


def marks_of(left: str, right: str) -> tuple[list[int], list[int]]:
    """A mark for each word (between spaces) of either text.

    «قتل 9 جنود», «مقتل تسعة عمال»: the numbers have partners, «جنود» and «عمال» none.
    """
    one, other = _read(left), _read(right)
    return _marked(left, one, other), _marked(right, other, one)


Read = tuple[list[Word], list[tuple[int, int, float]]]


def _read(text: str) -> Read:
    """Words and numbers of a text, with where they stand."""
    tokens = tokens_of(text)
    numerals = numerals_of(tokens)
    numbers = [(found.start, tokens[found.end - 1].end, float(found.value)) for found in numerals]
    taken = {place for found in numerals for place in range(found.first, found.end)}
    words = [
        (token.start, token.end, lemma(token.form)) for place, token in enumerate(tokens)
        if place not in taken and token.is_word and len(token.form) >= _FEWEST
    ]  # fmt: skip
    return words, numbers


def _marked(text: str, own: Read, other: Read) -> list[int]:
    lemmas = {word for *_, word in other[0]}
    stems = {_stem(word) for word in lemmas}
    values = [value for *_, value in other[1]]
    marks = [NONE] * len(text)
    for start, end, word in own[0]:
        shared = word in lemmas or (len(_stem(word)) == _STEM and _stem(word) in stems)
        marks[start:end] = [SHARED if shared else ALONE] * (end - start)
    for start, end, value in own[1]:
        shared = any(abs(value - there) <= _ROUNDED * max(value, there) for there in values)
        marks[start:end] = [NUMBER_SHARED if shared else NUMBER_ALONE] * (end - start)
    return [max(marks[start:end], default=NONE) for start, end in _words(text)]


def _stem(word: str) -> str:
    return word.removeprefix("ال")[:_STEM]


def _words(text: str) -> list[tuple[int, int]]:
    """Where the words between spaces stand, as the encoder's pieces are cut."""
    out, start = [], 0
    for word in text.split(" "):
        out.append((start, start + len(word)))
        start += len(word) + 1
    return out
