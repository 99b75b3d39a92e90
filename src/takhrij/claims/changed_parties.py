"""Doers of two statements that changed places with whom they do it to, or are others, by all rules that look for them."""

from __future__ import annotations

from collections.abc import Iterator

from takhrij.claims.agents import can_act
from takhrij.claims.constructs import exchanged_constructs, other_constructs, sufferers_and_doers
from takhrij.claims.deeds import exchanged_parties, other_doers
from takhrij.claims.matches import Matching
from takhrij.claims.replacements import other_ranks
from takhrij.claims.subjects import doers_across_voices, exchanged_subjects, other_objects, other_subjects, turned_subjects

_EXCHANGED = (exchanged_parties, other_doers, exchanged_subjects, turned_subjects, exchanged_constructs, sufferers_and_doers)
_OTHERS = (other_subjects, other_objects, doers_across_voices, other_constructs, other_ranks)
# Strengths. Of two that changed roles, in ans_train: 7 contrary, 3 the same.
_STRENGTHS = ((_EXCHANGED, 0.75), (_OTHERS, 0.72))


def changed_parties(matching: Matching) -> Iterator[tuple[int, int, float]]:
    """The left and the right doer and how much that speaks against both holding: «طعن حارس تاجرا», «طعن تاجر حارسا»."""
    for rules, strength in _STRENGTHS:
        for rule in rules:
            for place, partner in rule(matching):
                if can_act(matching.left.units[place]) and can_act(matching.right.units[partner]):
                    yield place, partner, strength
