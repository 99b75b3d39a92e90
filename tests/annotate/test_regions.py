"""Which places lie in one another."""

from __future__ import annotations

import pytest

from takhrij.annotate.gazetteer import listed_words
from takhrij.annotate.regions import may_be_one_place
from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon


@pytest.mark.parametrize(("one", "other"), [("بأبها", "منطقة عسير"), ("باكستان", "كراتشي"), ("طنجة", "المغرب"), ("مالطا", "البحر المتوسط")])
def test_a_town_lies_in_its_province_a_city_in_its_country_and_anything_in_a_sea(one: str, other: str) -> None:
    assert may_be_one_place(one, other)
    assert may_be_one_place(other, one)


@pytest.mark.parametrize(("one", "other"), [("أبها", "تبوك"), ("طنجة", "تونس"), ("العراق", "سوريا"), ("سمران", "نهروان")])
def test_towns_and_countries_beside_one_another_are_two_places(one: str, other: str) -> None:
    assert not may_be_one_place(one, other)


def test_every_country_of_the_regions_is_one_that_the_gazetteer_knows() -> None:
    countries = {row["country"] for row in lexicon("annotate", "regions")} - {""}
    assert len(countries) > 10
    assert [name for name in sorted(countries) if (listed := listed_words(folded(name))) is None or listed.name != name] == []
