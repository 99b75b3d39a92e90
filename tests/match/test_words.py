"""Which words of two passages are equal, changed or moved."""

from takhrij.match.words import WordPair, words_of

from .articles import OLIVES


def told(left: str, right: str) -> list[tuple[str, str, str]]:
    return [(left[a:b], right[c:d], how) for a, b, c, d, how in words_of(left, (0, len(left)), right, (0, len(right)))]


def test_a_number_that_differs_is_changed() -> None:
    rows = told("قتل سبعة صيادين", "قتل تسعة صيادين")
    assert rows == [("قتل", "قتل", "equal"), ("سبعة", "تسعة", "changed"), ("صيادين", "صيادين", "equal")]


def test_words_left_out_have_an_empty_partner() -> None:
    assert told("عاد الزورق القديم سالما", "عاد الزورق سالما")[1] == ("القديم", "", "changed")


def test_words_put_in_have_an_empty_partner() -> None:
    assert ("", "القديم", "changed") in told("عاد الزورق سالما", "عاد الزورق القديم سالما")


def test_a_clause_that_moved_is_found() -> None:
    assert ("قرب المرفأ", "قرب المرفأ", "moved") in told("قرب المرفأ رست عبارة خشبية صغيرة", "رست عبارة خشبية صغيرة قرب المرفأ")


def test_another_spelling_is_equal() -> None:
    assert told("أكّد المســؤول", "اكد المسوول") == [("أكّد المســؤول", "اكد المسوول", "equal")]


def test_a_common_word_that_moved_alone_is_no_evidence() -> None:
    assert "moved" not in {how for *_, how in told("في زهران زيتون كثير", "زيتون كثير زهران في")[:1]}


def test_spans_count_in_the_whole_text() -> None:
    text = f"مقدمة. {OLIVES}"
    rows: list[WordPair] = words_of(text, (7, len(text)), OLIVES, (0, len(OLIVES)))
    assert rows == [(7, len(text), 0, len(OLIVES), "equal")]


def test_passages_without_a_common_word_are_changed_as_a_whole() -> None:
    assert told("سنجاب رمادي", "عبارة خشبية") == [("سنجاب رمادي", "عبارة خشبية", "changed")]


def test_empty_passages_give_nothing() -> None:
    assert told("", "") == []


def test_every_word_of_both_sides_stands_in_exactly_one_row() -> None:
    left, right = "رست العبارة الخشبية قرب مرجانة فجر اليوم", "فجر اليوم قرب جزيرة مرجانة رست عبارة"
    pairs = told(left, right)
    assert sorted(" ".join(pair[0] for pair in pairs).split()) == sorted(left.split())
    assert sorted(" ".join(pair[1] for pair in pairs).split()) == sorted(right.split())
