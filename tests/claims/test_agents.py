"""Who may act."""

from __future__ import annotations

import pytest

from takhrij.claims.agents import can_act, is_agent, rows_of
from takhrij.claims.units import units_of
from takhrij.text.tokens import tokens_of


@pytest.mark.parametrize("word", ["عائلات", "اتحاد", "مسلحون", "الشرطة", "نقابة"])  # families, union, gunmen, police, trade union
def test_people_and_bodies_are_agents(word: str) -> None:
    unit = next(units_of(tokens_of(word)))
    assert is_agent(unit)
    assert can_act(unit)


@pytest.mark.parametrize("word", ["تكثيف", "مشروعات", "التنسيق"])  # intensifying, projects, coordination
def test_deeds_and_things_are_none(word: str) -> None:
    unit = next(units_of(tokens_of(word)))
    assert not is_agent(unit)
    assert not can_act(unit)


def rows(word: str) -> frozenset[int]:
    return rows_of(next(units_of(tokens_of(word))))


def test_a_king_may_be_told_as_his_government() -> None:
    assert rows("الملك") & rows("الحكومة")
    assert not rows("الملك") & rows("الشرطة")
