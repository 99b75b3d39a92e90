"""Relative clauses weigh less than what a telling tells."""

from __future__ import annotations

from takhrij.claims.backgrounds import BACKGROUND, with_light_background
from takhrij.claims.units import units_of
from takhrij.text.tokens import tokens_of


def lightened(words: str) -> set[str]:
    """The forms of the units that weigh less than they would elsewhere."""
    tokens = tokens_of(words)
    units = list(units_of(tokens))
    told = with_light_background(units, tokens)
    changed = [(unit, light) for unit, light in zip(units, told, strict=True) if unit.weight != light.weight]
    assert all(light.weight == unit.weight * BACKGROUND for unit, light in changed)
    return {unit.form for unit, _ in changed}


def test_a_relative_clause_says_which_thing_is_meant() -> None:
    """The police closed the bridge that the town built."""
    assert lightened("أغلقت الشرطة الجسر الذي شيدته البلدية") == {"شيدته", "البلديه"}


def test_it_ends_at_the_next_comma() -> None:
    """The police closed the bridge that the town built, and the traffic stopped."""
    assert "المرور" not in lightened("أغلقت الشرطة الجسر الذي شيدته البلدية، وتوقفت حركة المرور")


def test_where_a_place_lies_is_said_beside() -> None:
    """An explosion in Samran, lying north of the river."""
    assert {"شمال", "النهر"} & lightened("وقع انفجار في بلدة سمران الواقعة شمال النهر") == {"شمال", "النهر"}


def test_a_telling_that_begins_with_a_relative_tells_nothing_else() -> None:
    """Which closed the bridge."""
    assert lightened("والتي أغلقت الجسر أمام الشاحنات") == set()


def test_without_a_relative_clause_nothing_is_lighter() -> None:
    assert lightened("أغلقت الشرطة الجسر أمام الشاحنات") == set()
