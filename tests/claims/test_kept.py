"""What was found of a statement is found once and goes with it."""

from __future__ import annotations

from dataclasses import dataclass

from takhrij.claims.kept import kept


@dataclass(frozen=True)
class Told:
    words: str


asked: list[tuple[str, int]] = []


@kept
def word_at(told: Told, place: int) -> str:
    asked.append((told.words, place))
    return told.words.split()[place]


@kept
def length_of(told: Told) -> int:
    return len(told.words.split())


def test_the_same_is_found_once() -> None:
    told = Told("غرق قارب")  # "a boat sank"
    asked.clear()
    assert [word_at(told, place) for place in (0, 1, 0, 1)] == ["غرق", "قارب", "غرق", "قارب"]
    assert asked == [("غرق قارب", 0), ("غرق قارب", 1)]


def test_two_functions_do_not_find_what_the_other_found() -> None:
    told = Told("غرق قارب")
    assert (word_at(told, 0), length_of(told), word_at(told, 0)) == ("غرق", 2, "غرق")


def test_another_statement_of_the_same_words_knows_nothing_of_it() -> None:
    one, other = Told("غرق"), Told("غرق")
    asked.clear()
    assert word_at(one, 0) == word_at(other, 0)
    assert len(asked) == 2
    assert one == other
