"""Where two witnesses of one text differ, and who else reads as each of them does: what a philologist would collate."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from takhrij.text.tokens import Token, tokens_of

RUN = 3  # words on end that must be the same for two places to be the same place
SMALL = 6  # words up to which a difference is a changed wording; more is a passage
NEAR_CREDIT = 4  # words before a credit («بحسب ما ذكرت») that belong to it
LONGEST = 60_000  # characters of a document that are looked at: the longest honest article of 62,000 has 40,000
TEXTS_KEPT, PAIRS_KEPT = 128, 1024  # texts (of some 170 KB) and pairs kept ready: claims of the same texts follow each other (cogroups.py)
WORDS_KEPT = 50_000
Mask = tuple[tuple[int, int], ...]
Run = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Witness:
    """The words of one text, folded and as spelt, with the mark that follows each, and the runs of three that begin at each."""

    forms: tuple[str, ...]
    spelt: tuple[str, ...]
    marks: tuple[str, ...]
    of_credit: tuple[bool, ...]  # whether the word belongs to a credit that stands beside it
    runs: tuple[Run, ...]
    places: Mapping[Run, tuple[int, ...]]
    spelt_runs: tuple[Run, ...]  # each word as spelt, with its neighbours
    mark_runs: tuple[Run, ...]  # each word with the mark after it and the next word


@lru_cache(maxsize=WORDS_KEPT)
def _shared(word: str) -> str:
    """One string for all that are equal, so that a word of a thousand texts lies in memory once."""
    return word


class _Words(NamedTuple):
    """The words of a text with the marks behind each, whatever it credits."""

    tokens: tuple[Token, ...]
    starts: tuple[int, ...]  # of all tokens, marks too
    spelt: tuple[str, ...]  # of all tokens


@lru_cache(maxsize=TEXTS_KEPT)
def _words_of(text: str) -> _Words:
    tokens = tokens_of(text[:LONGEST])
    return _Words(tokens, tuple(token.start for token in tokens), tuple(_shared(text[token.start : token.end]) for token in tokens))


def _runs(forms: Sequence[str]) -> Iterator[Run]:
    """Every word with those that follow it in its run."""
    return zip(*(forms[shift:] for shift in range(RUN)), strict=False)


def runs_of(text: str) -> frozenset[Run]:
    """The runs of a piece of text in which nobody is credited."""
    forms = [token.form for token in tokens_of(text[:LONGEST]) if token.is_word]
    return frozenset(_runs(forms))


@lru_cache(maxsize=TEXTS_KEPT)
def witness_of(text: str, credits: Mask = ()) -> Witness:
    """The words of a text but for the names of those it credits: each paper names its own source."""
    read = _words_of(text)
    left_out = _places_in(read, credits)
    forms: list[str] = []
    spelt: list[str] = []
    marks: list[str] = []
    beside: list[bool] = []
    since = NEAR_CREDIT
    for place, token in enumerate(read.tokens):
        if place in left_out:
            beside[-NEAR_CREDIT:] = [True] * len(beside[-NEAR_CREDIT:])
            since = 0
        elif token.is_word:
            forms.append(_shared(token.form))
            spelt.append(read.spelt[place])
            marks.append("")
            beside.append(since < 2)
            since += 1
        elif marks:
            marks[-1] += token.form
    runs = tuple(_runs(forms))
    places: dict[Run, list[int]] = {}
    for at, run in enumerate(runs):
        places.setdefault(run, []).append(at)
    around = tuple(zip(("", *spelt), spelt, (*spelt[1:], ""), strict=False))
    return Witness(
        tuple(forms), tuple(spelt), tuple(marks), tuple(beside), runs, {run: tuple(at) for run, at in places.items()}, around,
        tuple(zip(forms, marks, forms[1:], strict=False)),
    )  # fmt: skip


def _places_in(read: _Words, spans: Mask) -> set[int]:
    """The tokens that lie in the spans, in part or as a whole."""
    found: set[int] = set()
    for start, end in spans:
        first = max(0, bisect_right(read.starts, start) - 2)  # two may begin in one code point: ㋀
        last = bisect_left(read.starts, end)
        found.update(place for place in range(first, last) if start < read.tokens[place].end)
    return found


class Block(NamedTuple):
    """`length` words of the later text from `at` on are those of the earlier from `there` on."""

    at: int
    there: int
    length: int


@lru_cache(maxsize=PAIRS_KEPT)
def blocks_of(later: Witness, earlier: Witness) -> tuple[Block, ...]:
    """The longest stretches that both have, in the order of the later; of several places the one that goes on from the last."""
    out: list[Block] = []
    at, expected = 0, 0
    while at < len(later.runs):
        places = earlier.places.get(later.runs[at])
        if not places:
            at += 1
            continue
        there = min(places, key=lambda place: (abs(place - expected), place))
        length = RUN
        while at + length < len(later.forms) and there + length < len(earlier.forms):
            if later.forms[at + length] != earlier.forms[there + length]:
                break
            length += 1
        out.append(Block(at, there, length))
        at, expected = at + length, there + length
    return tuple(out)


class Collation(NamedTuple):
    """How the later text differs from the earlier; «shared» readings stand in a third text of the claim too.

    The first letter says whether the reading of the later is shared (s) or its own (o), the second that of the earlier.
    """

    changes: Mapping[str, int]  # small differences: oo, os, so, ss
    numbers: Mapping[str, int]  # those of them with a figure
    early: int  # those whose reading in the later stands in a text that was there before it
    early_passages: int
    added_shared: int  # words in passages that the earlier lacks and a third has
    added_own: int
    added_passages: int  # passages that a third has
    added: tuple[tuple[int, int, int], ...]  # where those passages stand in the later, and how many of their words a third has
    dropped_shared: int  # words in passages of the earlier that the later lacks
    dropped_own: int
    dropped_passages: int
    dropped_end: int  # words at the end of the earlier
    moved: int
    spelling: Mapping[str, int]
    marks: Mapping[str, int]
    matched: int
    longest: int  # words on end that both have


class Hunk(NamedTuple):
    """What stands between two blocks in either text; `moved` where the earlier has the second block before the first."""

    mine: tuple[int, int]
    theirs: tuple[int, int]
    moved: bool

    @property
    def is_passage(self) -> bool:
        """Whether the later has a passage there; else what differs is a wording, or the earlier has a passage."""
        return self.mine[1] - self.mine[0] > (0 if self.moved else SMALL)

    @property
    def is_wording(self) -> bool:
        """Whether a few words differ."""
        length = self.theirs[1] - self.theirs[0]
        return not self.moved and not self.is_passage and length <= SMALL and (length > 0 or self.mine[1] > self.mine[0])


@lru_cache(maxsize=PAIRS_KEPT)
def hunks_of(later: Witness, earlier: Witness) -> tuple[Hunk, ...]:
    """What lies before, between and after the blocks, in the order of the later."""
    out = []
    last = Block(0, 0, 0)
    for block in (*blocks_of(later, earlier), Block(len(later.forms), len(earlier.forms), 0)):
        there = last.there + last.length
        out.append(Hunk((last.at + last.length, block.at), (there, block.there), there > block.there))
        last = block
    return tuple(out)


class Shared(NamedTuple):
    """The readings that stand in two texts of a claim or more: runs of words, spellings in their places, marks between two words."""

    runs: Set[Run]
    spelt: Set[Run]
    marks: Set[Run]


def shared_by(witnesses: Iterable[Witness]) -> Shared:
    """What several of the texts read alike."""
    texts = list(witnesses)
    return Shared(
        _in_several(text.places.keys() for text in texts),
        _in_several(frozenset(text.spelt_runs) for text in texts),
        _in_several(frozenset(text.mark_runs) for text in texts),
    )


def _in_several(sets: Iterable[Set[Run]]) -> Set[Run]:
    once: set[Run] = set()
    again: set[Run] = set()
    for one in sets:
        again |= once & one
        once |= one
    return again


def collation(later: Witness, earlier: Witness, shared_readings: Shared, before: Set[Run] = frozenset()) -> Collation:
    """`before` has the runs of older texts."""
    runs = shared_readings.runs
    blocks, hunks = blocks_of(later, earlier), hunks_of(later, earlier)
    changes, numbers = _changes(later, earlier, runs)
    passages = [(hunk.mine, _shared_words(later, hunk.mine, runs)) for hunk in hunks if hunk.is_passage]
    added = tuple((start, end, shared) for (start, end), shared in passages if shared)
    shared = sum(words for _, _, words in added)
    return Collation(
        changes, numbers, *_early(later, earlier, hunks, before),
        shared, sum(end - start for (start, end), _ in passages) - shared, len(added), added,
        *_dropped(later, earlier, runs), sum(hunk.moved for hunk in hunks),
        _spelling(later, earlier, shared_readings.spelt), _marks(later, earlier, shared_readings.marks),
        sum(block.length for block in blocks), max((block.length for block in blocks), default=0),
    )  # fmt: skip


def _changes(later: Witness, earlier: Witness, runs: Set[Run]) -> tuple[Counter[str], Counter[str]]:
    """Small differences by who else has either reading, and those of them with a figure on both sides."""
    changes, numbers = Counter[str](), Counter[str]()
    for hunk, has_figures in _wordings(later, earlier):
        kind = _kind(later, hunk.mine, runs) + _kind(earlier, hunk.theirs, runs)
        changes[kind] += 1
        numbers[kind] += has_figures
    return changes, numbers


@lru_cache(maxsize=PAIRS_KEPT)
def _wordings(later: Witness, earlier: Witness) -> tuple[tuple[Hunk, bool], ...]:
    """The small differences that are no credits, and whether there is a figure on both sides."""
    wordings = (hunk for hunk in hunks_of(later, earlier) if hunk.is_wording)
    own = (hunk for hunk in wordings if not _of_credit(later, hunk.mine) and not _of_credit(earlier, hunk.theirs))
    return tuple((hunk, _has_figure(later, hunk.mine) and _has_figure(earlier, hunk.theirs)) for hunk in own)


def _early(later: Witness, earlier: Witness, hunks: Sequence[Hunk], before: Set[Run]) -> tuple[int, int]:
    """Wordings and passages that the later can have from an older text, and cannot have from the earlier."""
    wordings = passages = 0
    for hunk in hunks if before else ():
        at = min(max(0, hunk.mine[0] - 1), len(later.runs) - 1)
        if hunk.is_wording and at >= 0 and later.runs[at] in before and later.runs[at] not in earlier.places:
            wordings += not _of_credit(later, hunk.mine) and not _of_credit(earlier, hunk.theirs)
        elif hunk.is_passage:
            inside = later.runs[hunk.mine[0] : max(hunk.mine[0] + 1, hunk.mine[1] - RUN + 1)]
            passages += 2 * sum(run in before for run in inside) > len(inside)
    return wordings, passages


def _has_figure(witness: Witness, span: tuple[int, int]) -> bool:
    return any(form[0].isdigit() for form in witness.forms[span[0] : span[1]])


def _of_credit(witness: Witness, span: tuple[int, int]) -> bool:
    return any(witness.of_credit[max(0, span[0] - 1) : span[1] + 1])


def _kind(witness: Witness, span: tuple[int, int], runs: Set[Run]) -> str:
    """Whether a third has the reading in its place: the run that begins a word before it."""
    at = min(max(0, span[0] - 1), len(witness.runs) - 1)
    return "s" if at >= 0 and witness.runs[at] in runs else "o"


def _shared_words(witness: Witness, span: tuple[int, int], runs: Set[Run]) -> int:
    inside = witness.runs[span[0] : max(span[0] + 1, span[1] - RUN + 1)]
    share = sum(map(runs.__contains__, inside)) / max(1, len(inside))
    return round(share * (span[1] - span[0]))


@lru_cache(maxsize=PAIRS_KEPT)
def _gaps(later: Witness, earlier: Witness) -> tuple[tuple[int, int], ...]:
    """The passages of the earlier that the later lacks."""
    out, at = [], 0
    for block in sorted(blocks_of(later, earlier), key=lambda block: block.there):
        if block.there - at > SMALL:
            out.append((at, block.there))
        at = max(at, block.there + block.length)
    return (*out, (at, len(earlier.forms))) if len(earlier.forms) - at > SMALL else tuple(out)


def _dropped(later: Witness, earlier: Witness, runs: Set[Run]) -> tuple[int, int, int, int]:
    """Words of the earlier's passages that the later lacks (shared, own), how many passages, and the words cut from the end."""
    shared = own = passages = end = 0
    for start, stop in _gaps(later, earlier):
        common = _shared_words(earlier, (start, stop), runs)
        if stop == len(earlier.forms):
            end = common
        else:
            shared += common
            passages += 1
        own += stop - start - common
    return shared, own, passages, end


_PLAIN = str.maketrans("أإآ", "ااا")


@lru_cache(maxsize=PAIRS_KEPT)
def _spellings(later: Witness, earlier: Witness) -> tuple[tuple[int, str], ...]:
    """Where the same word is spelt otherwise, and what that tells."""
    out = []
    for block in blocks_of(later, earlier):
        mine = later.spelt[block.at : block.at + block.length]
        theirs = earlier.spelt[block.there : block.there + block.length]
        if mine != theirs:
            pairs = enumerate(zip(mine, theirs, strict=True))
            out += [(block.at + step, _spelling_kind(one, other)) for step, (one, other) in pairs if one != other]
    return tuple(out)


def _spelling(later: Witness, earlier: Witness, spelt: Set[Run]) -> Counter[str]:
    """Differences of spelling by what they tell: what no copyist puts back (hamza, ta, stretched letters), and who else spells so."""
    found = _spellings(later, earlier)
    out = Counter(kind for _, kind in found)
    out.update("shared" if later.spelt_runs[at] in spelt else "own" for at, _ in found)
    return out


def _spelling_kind(mine: str, theirs: str) -> str:
    if "ـ" in theirs and "ـ" not in mine:
        return "stretch undone"
    if "ـ" in mine and "ـ" not in theirs:
        return "stretched"
    if mine.translate(_PLAIN) == theirs:
        return "hamza back"
    if mine == theirs.translate(_PLAIN):
        return "hamza lost"
    if mine[-1:] == "ة" and theirs[-1:] == "ه":
        return "ta back"
    if mine[-1:] == "ه" and theirs[-1:] == "ة":
        return "ta lost"
    if {mine[-1:], theirs[-1:]} == {"ي", "ى"}:
        return "ya"
    return "other"


@lru_cache(maxsize=PAIRS_KEPT)
def _other_marks(later: Witness, earlier: Witness) -> tuple[int, ...]:
    """Where both have the same two words on end with another mark between them."""
    return tuple(
        block.at + step
        for block in blocks_of(later, earlier)
        for step in range(block.length - 1)
        if later.marks[block.at + step] != earlier.marks[block.there + step]
    )


def _marks(later: Witness, earlier: Witness, marks: Set[Run]) -> Counter[str]:
    """Other marks between the same words, by whether a third has the later's."""
    return Counter("shared" if later.mark_runs[at] in marks else "own" for at in _other_marks(later, earlier))


def logged(count: int) -> float:
    """A count whose tenth tells less than its first."""
    return math.log1p(count)
