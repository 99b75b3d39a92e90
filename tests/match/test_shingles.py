"""Seeds: what survives a rewrite and what is no seed at all."""

import pytest

from takhrij.match.numbers import number, word_numbers
from takhrij.match.set_phrases import worths
from takhrij.match.shingles import SAMPLED, seeds_of, shingles_of
from takhrij.text.tokens import tokens_of

from .articles import OLIVES


def keys(text: str) -> set[int]:
    seeds = seeds_of(text)
    return {key for key, worth in zip(seeds.keys.tolist(), worths(seeds.keys).tolist(), strict=True) if worth == 1}


def test_the_order_of_two_words_does_not_matter() -> None:
    assert keys("قطمير سنجاب") == keys("سنجاب قطمير")  # speck, squirrel


def test_clitics_spelling_and_marks_do_not_matter() -> None:
    assert keys("أرجوحةٌ والسنجاب") == keys("ارجوحه سنجـــاب")  # swing, squirrel


def test_common_words_carry_no_seed() -> None:
    assert keys("في هذا من على إلى") == set()  # in this from on to


def test_a_set_phrase_carries_no_seed() -> None:
    assert keys("خادم الحرمين") == set()  # custodian of the two holy mosques
    assert keys("خادم السنجاب")  # servant of the squirrel


def test_words_that_stand_far_apart_make_no_seed() -> None:
    assert keys("قطمير " + "في " * 20 + "سنجاب") == set()


def test_an_empty_text_has_no_seeds() -> None:
    assert [column.tolist() for column in shingles_of("")] == [[], [], []]
    assert [column.tolist() for column in shingles_of("« » ، ...")] == [[], [], []]


def test_a_seed_is_the_same_number_on_every_machine() -> None:
    assert keys("قطمير سنجاب") == {KNOWN}
    assert 0 <= KNOWN < 2**63


def test_the_position_is_the_number_of_the_later_word() -> None:
    assert seeds_of("قال قطمير في سنجاب").second.tolist() == [3]


def test_one_seed_in_four_goes_to_the_join_and_each_once() -> None:
    keys, positions, again = shingles_of(f"{OLIVES} {OLIVES}")
    expected = {key for key in seeds_of(OLIVES).keys.tolist() if key % SAMPLED == 0}
    assert expected <= set(keys.tolist())
    assert len(keys) == len(set(keys.tolist()))
    assert (again >= positions).all()


def test_a_seed_that_stands_in_two_places_far_apart_gives_both() -> None:
    _, positions, again = shingles_of(f"{OLIVES} {'في ' * 60} {OLIVES}")
    assert (again - positions >= 60).sum() >= 10


def test_words_know_where_they_stand_in_the_text_as_given() -> None:
    text = "أَكَّدَ، «السنجاب»"
    words = word_numbers(text)
    spans = zip(words.starts, words.ends, strict=True)
    assert [text[start:end] for start, end in spans] == ["أَكَّدَ", "السنجاب"]


@pytest.mark.parametrize("text", [OLIVES, "أَكَّدَ «السنجاب» في ١٢٫٥ طنًّا عام 2014م", "#سوق_زهران ـ ‏الزورق‏ رسا‌هنا!", "Marjana’s 3X reef", ""])
def test_words_are_those_of_the_tokens(text: str) -> None:
    words = word_numbers(text)
    expected = [(token.start, token.end, number(token.form)) for token in tokens_of(text) if token.is_word]
    assert list(zip(words.starts.tolist(), words.ends.tolist(), words.forms.tolist(), strict=True)) == expected


def test_a_long_text_has_at_most_four_seeds_a_word() -> None:
    assert len(seeds_of("قطمير سنجاب أرجوحة زنبيل " * 5000).keys) <= 4 * 20_000


KNOWN = 5107476863235657625
