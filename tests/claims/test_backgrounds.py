"""Relative clauses weigh less than what a telling tells, and so do asides to what somebody asks about."""

from __future__ import annotations

from takhrij.claims.backgrounds import BACKGROUND, with_asides, with_light_background
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


def asides_of(words: str) -> list[str]:
    """The forms of the units that stand in an aside."""
    tokens = tokens_of(words)
    return [unit.form for unit in with_asides(list(units_of(tokens)), tokens) if unit.aside]


def test_what_went_before_is_told_in_an_aside_to_the_end_of_the_sentence() -> None:
    """The director resigned, though the factory had burnt, and the guard fled. The union welcomed it."""
    told = asides_of("استقال المدير، علما أن المصنع احترق، وهرب الحارس. ورحبت النقابة")
    assert {"المصنع", "احترق", "الحارس"} <= set(told)
    assert "النقابه" not in told


def test_words_may_stand_between_was_and_the_past() -> None:
    """The bridge fell. The minister had said that it was safe."""
    assert "امن" in asides_of("انهار الجسر في سمران. وكان وزير النقل السمراني قد أعلن أنه آمن")


def test_an_aside_that_opens_the_text_ends_at_the_first_comma() -> None:
    """In answer to reports, the minister denied the deal."""
    told = asides_of("ردا على تقارير صحافية، نفى الوزير عقد الصفقة")
    assert "تقارير" in told
    assert "الصفقه" not in told


def test_a_sentence_that_only_begins_like_an_aside_is_none() -> None:
    """The guard had a key, and the director knew of the fire."""
    assert asides_of("كان الحارس يحمل مفتاحا وعلم المدير بالحريق") == []
