"""What tells the part of a party: prepositions, and the marks of the doer of a passive."""

from __future__ import annotations

import pytest
from statement_texts import told

from takhrij.claims.differences import contrasts_of
from takhrij.claims.governors import BY, clitic_of, governor_of
from takhrij.claims.matches import matching_of
from takhrij.claims.statements import Statement

NAMES = {"سلمى الكرخي": "PERSON", "هادي النعام": "PERSON"}


def named(words: str) -> Statement:
    return told(words, names={name: kind for name, kind in NAMES.items() if name in words})


def governor(words: str, form: str, reach: int = 0) -> str:
    statement = named(words)
    return governor_of(statement, next(place for place, unit in enumerate(statement.units) if unit.form == form), reach)


@pytest.mark.parametrize(
    "words",
    [
        "أقيل المدير من قبل وزير المياه",  # by
        "اعتقل المدير على يد وزير المياه",  # at the hand of
        "سجن المدير بقرار من وزير المياه",  # by an order of
        "انتقد المدير من جانب وزير المياه",
    ],
)
def test_the_doer_of_a_passive_is_marked(words: str) -> None:
    assert governor(words, "وزير") == BY


def test_the_name_behind_a_title_has_its_mark() -> None:
    words = "أقيل المدير من قبل رئيسة بلدية سمران سلمى الكرخي"  # by the mayoress of S, Salma
    assert governor(words, "سلمي") == ""
    assert governor(words, "سلمي", 4) == BY


def test_the_subject_has_none() -> None:
    assert governor("أقال وزير المياه المدير", "وزير", 4) == ""


def test_a_preposition_may_be_written_to_a_word() -> None:
    assert [clitic_of(form) for form in ("للشرطه", "بالشرطه", "لشركه", "لاعب", "بلديه")] == ["ل", "ب", "ل", "", ""]


@pytest.mark.parametrize(
    "words",
    [
        "أقيل المحاسب هادي النعام من قبل رئيسة البلدية سلمى الكرخي يوم الأحد بعد تحقيق طويل",
        "إقالة المحاسب هادي النعام بقرار من رئيسة البلدية سلمى الكرخي يوم الأحد بعد تحقيق طويل",
    ],
)
def test_a_passive_that_names_its_doer_exchanges_nobody(words: str) -> None:
    active = "أقالت رئيسة البلدية سلمى الكرخي المحاسب هادي النعام يوم الأحد بعد تحقيق طويل"  # the mayoress dismissed the accountant
    found = contrasts_of(matching_of(named(active), named(words)))
    assert [contrast for contrast in found if contrast.strength >= 0.65] == []


def test_who_is_told_first_in_both_is_exchanged() -> None:
    left = named("أقالت سلمى الكرخي هادي النعام يوم الأحد بعد تحقيق طويل في الحسابات")
    right = named("أقال هادي النعام سلمى الكرخي يوم الأحد بعد تحقيق طويل في الحسابات")
    assert "actor" in {contrast.slot for contrast in contrasts_of(matching_of(left, right)) if contrast.strength >= 0.65}
