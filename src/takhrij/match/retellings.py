"""Passages that one text tells after another in other words, or in another language: what shared words cannot show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp
from typing import NamedTuple

import numpy as np

from takhrij.match.courses import ALIKE, ALIKE_IN_TWO, course_of, kept, likeness, margin_of, masses_of, sameness
from takhrij.match.gists import Gist, Vectors, gist_of
from takhrij.match.kernels import Ints
from takhrij.match.words import CHANGED, EQUAL, Bounds, WordPair
from takhrij.model.document import Document
from takhrij.model.identity import identity
from takhrij.model.protocols import Meanings
from takhrij.model.reuse import Retelling
from takhrij.text.folding import folded

MADE_BY = "retelling/1"
LEAST_SENTENCES = 3  # in a course; of two reports of one event two sentences in one order are nothing
SAME_WORDS = 0.88  # of the words that tell something; free rewrites have 0.45 at most, copies that the seeds missed 0.9 and more
MEANT = 0.5  # how surely a word stands opposite to be counted as matched


class Evidence(NamedTuple):
    """What speaks for one passage being told after the other."""

    alike: float  # mean likeness of the two sides of the course, what is passed over counted as 0
    margin: float  # see `margin_of`
    unbroken: float  # share of the sentences between first and last that stand in the course, on the side with fewer
    counts: float  # share of the numbers that stand opposite, on the side with fewer
    names: float  # share of the names


# Logistic regression on benchmarks/retellings.jsonl (20 told after another) and on 343 pairs of real articles of one event in one language,
# of which ten rest on one text; then lowered by 1.1, since among 6,000 others most hits of 0.5 to 0.75 were two reports of one event. In
# two languages single words find less likeness: there the bias was set by hand.
WEIGHTS = Evidence(12.1, 14.2, 2.2, 1.3, 1.0)
BIAS, BIAS_OF_TWO = -13.9, -8.5
ACCEPTED = 0.5
LEAST_COMMON = 0.06  # share of words such as «في» in a course; a list of players has 0.04 at most, of 343 courses of prose all but 8 more


def retellings_between(pair: str, left: Document, right: Document, meanings: Meanings) -> list[Retelling]:
    """The passage that two documents tell alike in other words, if there is one: sentences in one order, with one's names and numbers.

    «أودت السيول بحياة 14 من أهل دلهان» beside "Floods killed 14 people in Delhan", for three sentences and more.
    """
    meeting = laid_beside(left.text, right.text, meanings)
    if meeting is None:
        return []
    score = score_of(meeting)
    return [_row(pair, left, right, meeting, score)] if score >= ACCEPTED else []


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """The sentences, two by two, that stand in one order in two texts."""

    left: Gist
    right: Gist
    same: Vectors  # how surely each word of the one is each word of the other
    pairs: Ints
    evidence: Evidence


def laid_beside(left: str, right: str, meanings: Meanings) -> Course | None:
    """The course that two texts share; None where it is too short to mean anything."""
    ours, theirs = gist_of(left, meanings), gist_of(right, meanings)
    if not ours.size or not theirs.size:
        return None
    same = sameness(ours.vectors @ theirs.vectors.T, ours.anchors, theirs.anchors, ours.stems, theirs.stems)
    alike = likeness(same, ours.weights, theirs.weights, ours.sentences, theirs.sentences)
    masses, others = (masses_of(gist.weights, gist.sentences) for gist in (ours, theirs))
    pairs = course_of(alike, masses, others, ALIKE if ours.is_latin == theirs.is_latin else ALIKE_IN_TWO)
    if len(pairs) < LEAST_SENTENCES or _are_same_words(ours, theirs, pairs) or _is_list(ours, theirs, pairs):
        return None
    (first, begin), (last, end) = pairs[0], pairs[-1]
    shared = sum(alike[one, other] * (masses[one] + others[other]) for one, other in pairs)
    mean = shared / (masses[first : last + 1].sum() + others[begin : end + 1].sum())
    unbroken = len(pairs) / max(last - first + 1, end - begin + 1)
    counts, names = (_kept(ours, theirs, same, pairs, asked) for asked in ("counts", "names"))
    return Course(ours, theirs, same, pairs, Evidence(mean, margin_of(alike, pairs), unbroken, counts, names))


def _are_same_words(ours: Gist, theirs: Gist, pairs: Ints) -> bool:
    """Whether most words of the shorter side stand in the other too: a copy, which shared words show, with it or with its neighbours."""
    here, there = (gist.stems[slice(*_words(gist, pairs[:, side]))] for side, gist in enumerate((ours, theirs)))
    shorter, longer = sorted((here[here > 0], there[there > 0]), key=len)
    return len(shorter) > 0 and float(np.isin(shorter, longer).mean()) > SAME_WORDS


def _is_list(ours: Gist, theirs: Gist, pairs: Ints) -> bool:
    """Whether either side has hardly a word that every text has."""
    sides = (slice(*_words(gist, pairs[:, side])) for side, gist in enumerate((ours, theirs)))
    plain = [np.mean((gist.weights[part] == 0) & (gist.anchors[part] == 0)) for gist, part in zip((ours, theirs), sides, strict=True)]
    return bool(min(plain) < LEAST_COMMON)


def _kept(ours: Gist, theirs: Gist, same: Vectors, pairs: Ints, asked: str) -> float:
    """The share of the numbers or names of the course that stand opposite, on the side with fewer; 1 where there are none."""
    sides = (
        kept(same, getattr(ours, asked), ours.sentences, theirs.sentences, pairs),
        kept(same.T, getattr(theirs, asked), theirs.sentences, ours.sentences, pairs[:, ::-1]),
    )
    return min((found + 0.5) / (there + 0.5) for there, found in sides)


def score_of(course: Course) -> float:
    """From 0 to 1; a score, not a probability."""
    told = sum(weight * measure for weight, measure in zip(WEIGHTS, course.evidence, strict=True))
    return 1 / (1 + exp(-told - (BIAS_OF_TWO if course.left.is_latin != course.right.is_latin else BIAS)))


def anchored_words(left: str, here: Bounds, right: str, there: Bounds, meanings: Meanings) -> list[WordPair]:
    """The names and numbers that stand in both of two passages in one order: spans of both texts, equal or changed.

    «المرداسي» and "Mirdasi", «14» and "Fourteen": changed.
    """
    course = laid_beside(left[here[0] : here[1]], right[there[0] : there[1]], meanings)
    if course is None:
        return []
    rows = [_placed(course, at, to, here[0], there[0]) for at, to in _anchored(course)]
    return [(*row, EQUAL if folded(left[row[0] : row[1]]) == folded(right[row[2] : row[3]]) else CHANGED) for row in rows]


def _anchored(course: Course) -> Iterator[tuple[int, int]]:
    """The words, by number, that are one name or number in a sentence and its partner, each once."""
    for one, other in course.pairs.tolist():
        (start, end), (first, last) = (_words(gist, np.array([place])) for gist, place in ((course.left, one), (course.right, other)))
        free = {int(key): place for place, key in reversed(list(enumerate(course.right.anchors[first:last].tolist(), first))) if key}
        for at, key in enumerate(course.left.anchors[start:end].tolist(), start):
            if key in free:
                yield at, free.pop(key)


def _placed(course: Course, at: int, to: int, here: int, there: int) -> tuple[int, int, int, int]:
    ours, theirs = course.left.words, course.right.words
    return int(ours.starts[at]) + here, int(ours.ends[at]) + here, int(theirs.starts[to]) + there, int(theirs.ends[to]) + there


def _row(pair: str, left: Document, right: Document, course: Course, score: float) -> Retelling:
    here, there = (_words(gist, course.pairs[:, side]) for side, gist in enumerate((course.left, course.right)))
    ours, theirs = _offsets(course.left, here), _offsets(course.right, there)
    inside = course.same[slice(*here), slice(*there)]
    matched = int((inside.max(1) >= MEANT).sum())
    longer = max(here[1] - here[0], there[1] - there[0])
    shares = (here[1] - here[0]) / len(course.left.words), (there[1] - there[0]) / len(course.right.words)
    kind = "translated" if course.left.is_latin != course.right.is_latin else "rewritten"
    return Retelling(
        identity("a", pair, *ours, *theirs), pair, left.document, *ours, right.document, *theirs,
        matched, longer - matched, round(score, 4), kind, round(shares[0], 4), round(shares[1], 4), MADE_BY,
    )  # fmt: skip


def _words(gist: Gist, sentences: Ints) -> tuple[int, int]:
    """The words from the first to the last of some sentences."""
    after = int(sentences.max()) + 1
    return int(gist.sentences[sentences.min()]), int(gist.sentences[after]) if after < len(gist.sentences) else gist.size


def _offsets(gist: Gist, words: tuple[int, int]) -> tuple[int, int]:
    return int(gist.words.starts[words[0]]), int(gist.words.ends[words[1] - 1])
