"""Words put in the place of others where one text tells the other again, shortened, in its own words and order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from takhrij.claims.kinds import sound_alike
from takhrij.claims.matches import Matching
from takhrij.claims.polarity import contraries_of
from takhrij.claims.rewordings import is_an_editors_word, tell_the_same
from takhrij.claims.roles import is_verb_form
from takhrij.claims.statements import Statement
from takhrij.claims.units import MEANT, VALUES, Unit
from takhrij.text.folding import folded
from takhrij.text.lemmas import is_listed
from takhrij.text.tokens import tokens_of

# A retelling changes the order and many words; what keeps both and has one word for another was changed in that word. Of pairs that tell
# the same, written by hand (own, twins, 376), 3 are so; of the contrary ones a third of those that were called the same.
_IN_ORDER = 0.85  # share of the shared words that stand in one order on both sides
_STEP = 2  # units to the next shared one on both sides that make up a run
_IN_RUNS = 0.82  # share of the shared words that the next shared one follows so
_SHORTEST = 8  # units in one order that make a copy; of headlines nearly every two would be one (ans_dev: macro-F1 0.738 with 5, 0.744)
_MOST_CHANGED = 2  # words exchanged up to which it is a copy with a change
_MOST_ADDED = 1  # words more of the shorter text that stand for nothing
_TELLING = 0.2  # weight above which a word counts as one that is told
_ONE, _TWO, _OPPOSITE = 0.78, 0.7, 0.85  # strength of the only word exchanged, of one of two, of opposite ones
_SAME_WORDS = 0.85  # share of the chain that is one word on both sides
_SPEAKER = 4  # units behind a verb of saying, before its «أن»
_THAT = frozenset(map(folded, ("أن", "بأن", "أنه", "أنها", "بأنه", "بأنها", "أنهم", "بأنهم")))


def substitutions_of(matching: Matching) -> Iterator[tuple[int, int, float]]:
    """The left and the right unit that stand between the same words of a copy, and how much that speaks against both holding.

    «وقعت سمران اتفاق الحدود مع نهروان في ختام محادثات دامت يومين», «جمدت سمران اتفاق الحدود مع نهروان».
    """
    chain = _in_one_order(matching)
    if len(chain) < _SHORTEST or len(chain) < _IN_ORDER * len(matching.pairs) or not _runs(chain) or not _are_the_same(matching, chain):
        return
    left = matching.coverage[0] > matching.coverage[1]
    shorter = matching.left if left else matching.right
    exchanged = list(_exchanged(matching, chain))
    told = {pair[0] if left else pair[1] for pair in exchanged} | {pair[0] if left else pair[1] for pair in chain}
    added = sum(unit.weight > _TELLING and not unit.in_frame for place, unit in enumerate(shorter.units) if place not in told)
    if not exchanged or len(exchanged) > _MOST_CHANGED or added > _MOST_ADDED:
        return
    for place, partner in exchanged:
        opposite = not contraries_of(matching.left.units[place]).isdisjoint(matching.right.units[partner].keys)
        if not opposite and is_an_editors_word(matching, matching.left.units[place], matching.right.units[partner]):
            continue
        yield place, partner, _OPPOSITE if opposite else _ONE if len(exchanged) == 1 else _TWO


def _in_one_order(matching: Matching) -> list[tuple[int, int]]:
    """The longest chain of pairs that go on on both sides."""
    ends: list[int] = []  # the least right place that a chain of each length ends at
    last: list[tuple[int, int]] = []  # the pair there
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for pair in sorted(matching.pairs.items()):
        length = bisect_left(ends, pair[1])
        before[pair] = last[length - 1] if length else None
        ends[length : length + 1], last[length : length + 1] = [pair[1]], [pair]
    chain: list[tuple[int, int]] = []
    pair_or_none = last[-1] if last else None
    while pair_or_none is not None:
        chain.append(pair_or_none)
        pair_or_none = before[pair_or_none]
    return chain[::-1]


def _runs(chain: Sequence[tuple[int, int]]) -> bool:
    steps = [(one[0] - other[0], one[1] - other[1]) for other, one in pairwise(chain)]
    return sum(max(step) <= _STEP for step in steps) >= _IN_RUNS * len(steps)


def _are_the_same(matching: Matching, chain: Sequence[tuple[int, int]]) -> bool:
    """Whether nearly all are the same words, and not others that mean the same."""
    words = [pair for pair in chain if matching.left.units[pair[0]].kind not in VALUES]
    same = sum(_same_word(matching.left.units[place], matching.right.units[partner]) for place, partner in words)
    return same >= _SAME_WORDS * len(words)


def _same_word(left: Unit, right: Unit) -> bool:
    return not {key for key in left.keys if not key.startswith(MEANT)}.isdisjoint(right.keys)


def _exchanged(matching: Matching, chain: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The one unit of either side between two neighbours of the chain, or before its first where either side begins with it."""
    ends = (len(matching.left.units), len(matching.right.units))
    for (before, behind), (after, beyond) in zip([(-1, -1), *chain], [*chain, ends], strict=True):
        lefts, rights = _told(matching.left, before, after), _told(matching.right, behind, beyond)
        if len(lefts) == len(rights) == 1 and _are_exchanged(matching, lefts[0], rights[0]):
            yield lefts[0], rights[0]


def _told(statement: Statement, before: int, after: int) -> list[int]:
    return [place for place in range(before + 1, after) if statement.units[place].weight > _TELLING]


def _are_exchanged(matching: Matching, place: int, partner: int) -> bool:
    """Whether two units are one part of speech, told in the text's own voice, and neither forms of one word nor values."""
    sides = (matching.left, place), (matching.right, partner)
    left, right = matching.left.units[place], matching.right.units[partner]
    if any(unit.in_frame or unit.kind in VALUES for unit in (left, right)) or any(_opens_speech(*side) for side in sides):
        return False
    if left.negated != right.negated or not set(left.keys).isdisjoint(right.keys) or _is_one_spelt_anew(left, right):
        return False
    if tell_the_same(left, right):
        return False
    return is_verb_form(left) == is_verb_form(right) or _stand_alike(left, right)


def _is_one_spelt_anew(left: Unit, right: Unit) -> bool:
    """«باليستية», «بالستية»; of words that the dictionary has, a likeness says nothing («والدهما», «خالهما»)."""
    return not (is_listed(left.form) and is_listed(right.form)) and sound_alike(left, right)


def _opens_speech(statement: Statement, place: int) -> bool:
    """Whether a word only introduces what is told: «كشف علماء عن أن …», «يرجح أن …»."""
    unit = statement.units[place]
    after = statement.units[place + 1 : place + 1 + _SPEAKER]
    words = tokens_of(statement.words, unit.end, after[-1].end if after else unit.end)
    hedges = {fact.start - statement.start for fact in statement.facts if fact.slot == "certainty"}
    return unit.start in hedges or any(token.form in _THAT for token in words)


def _stand_alike(left: Unit, right: Unit) -> bool:
    """Whether two words stand behind one preposition, or both begin the text, whatever their forms may be read as.

    «على والدهما», «على خالهما».
    """
    return left.before == right.before and (left.before != "" or left.start == right.start == 0)
