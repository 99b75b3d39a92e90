"""Names written in one word or in two."""

from __future__ import annotations

from takhrij.claims.joined import with_joined_names, with_parted_denials
from takhrij.text.tokens import tokens_of


def forms(words: str) -> list[str]:
    return [token.form for token in with_joined_names(tokens_of(words))]


def test_a_name_in_two_words_is_the_name_in_one() -> None:
    assert forms("وعبد الستار الزمراني") == forms("وعبدالستار الزمراني") == ["وعبدالستار", "الزمراني"]


def test_the_joined_name_spans_both_words() -> None:
    words = "زار عبد الستار سمران"  # Abd al-Sattar visited Samran
    assert [words[token.start : token.end] for token in with_joined_names(tokens_of(words))] == ["زار", "عبد الستار", "سمران"]


def test_what_only_looks_like_it_stays_apart() -> None:
    assert forms("عبد سليم المال") == ["عبد", "سليم", "المال"]  # Salim worshipped money


def test_a_servant_of_his_lord_is_one_name_too() -> None:
    assert [token.form for token in with_joined_names(tokens_of("وصل عبد ربه الهيلي"))] == ["وصل", "عبدربه", "الهيلي"]


def test_a_denial_written_on_to_its_verb_is_a_word_of_its_own() -> None:
    words = "حق لايتجزأ في سمران"  # a right that cannot be divided
    parted = list(with_parted_denials(tokens_of(words)))
    assert [words[token.start : token.end] for token in parted] == ["حق", "لا", "يتجزأ", "في", "سمران"]


def test_a_name_that_begins_with_la_is_parted_from_nothing() -> None:
    assert [token.form for token in with_parted_denials(tokens_of("لاتسيو ولاتفيا ولايبزيغ"))] == ["لاتسيو", "ولاتفيا", "ولايبزيغ"]
