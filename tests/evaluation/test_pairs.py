"""Pairs of our own: every slot in every kind of rewording; what is told right is counted against floors that never sink."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from takhrij.claims.compare import compare_pair

FOLDER = Path(__file__).parent
VERDICTS = ("same", "contrary", "different")


def pairs(file: str) -> Iterator[dict[str, str | None]]:
    """The pairs as `takhrij compare` takes them, with the verdict; every second block has a date."""
    one, block = "", 0
    for line in (FOLDER / file).read_text("utf-8").splitlines():
        head, _, words = line.partition(": ")
        if head == "A":
            one, block = words, block + 1
        elif not line.startswith("#"):
            date = "2016-03-14T10:00:00Z" if block % 2 else None
            yield {"id": head, "a": one, "b": words, "a_date": date, "b_date": date, "verdict": head.split()[0]}


# How many there are; macro-F1 of the verdicts and the share of contrary pairs called the same, as measured when the floor was last raised.
# The errors of the second file were never read; of roles, voices and parties nobody read those of every second block, and none of their
# pairs is different (what was won there in the seventh session, 4 of 10 unread ones called the same before and 2 to 3 then, cost two pairs
# of the second file: 0.15 before, 0.18 since); of slots, in the long sentences of real news, those of blocks 3 and 4 of every four.
@pytest.mark.parametrize(
    ("file", "number", "least", "most"),
    [
        ("pairs.txt", 301, 0.75, 0.055),
        ("pairs_kept_apart.txt", 200, 0.77, 0.18),
        ("pairs_roles.txt", 162, 0.54, 0.21),
        ("pairs_voices.txt", 160, 0.56, 0.15),
        ("pairs_parties.txt", 210, 0.5, 0.18),
        ("pairs_slots.txt", 240, 0.58, 0.09),
    ],
)
def test_no_fewer_pairs_are_told_right_than_before(file: str, number: int, least: float, most: float) -> None:
    told = [(pair["verdict"], compare_pair(pair)["verdict"]) for pair in pairs(file)]
    assert len(told) == number
    right = Counter(gold for gold, verdict in told if gold == verdict)
    asked, given = Counter(gold for gold, _ in told), Counter(verdict for _, verdict in told)
    scores = [2 * right[verdict] / max(1, asked[verdict] + given[verdict]) for verdict in VERDICTS]
    assert sum(scores) / len(scores) >= least, scores
    assert sum(pair == ("contrary", "same") for pair in told) <= most * asked["contrary"]
