"""Passages of two documents that are the same words."""

import pytest

from takhrij.match.alignments import passages_between
from takhrij.model.reuse import Passage

from .articles import FERRY, OLIVES, WEATHER, article


def rows(left: str, right: str, outlets: tuple[str | None, str | None] = (None, None)) -> list[Passage]:
    return passages_between("a|b", article(left, "a", outlets[0]), article(right, "b", outlets[1]))


def test_a_copied_passage_is_found_with_its_exact_borders() -> None:
    left, right = f"{FERRY}. {OLIVES}.", f"{WEATHER}. {OLIVES}."
    [row] = rows(left, right)
    assert left[row.left_start : row.left_end] == OLIVES == right[row.right_start : row.right_end]
    assert (row.kind, row.edited, row.matched) == ("verbatim", 0, len(OLIVES.split()))


def test_a_passage_in_other_spelling_is_found() -> None:
    spelt = OLIVES.replace("أ", "ا").replace("ة ", "ه ").replace("سوق", "سُـــوق")
    [row] = rows(f"{FERRY}. {OLIVES}", f"{WEATHER}. {spelt}")
    assert row.kind == "verbatim"


def test_a_passage_with_its_clauses_in_another_order_is_one_row() -> None:
    words = OLIVES.split()
    turned = " ".join(words[20:] + words[:10] + words[10:20])
    [row] = rows(f"{FERRY}. {OLIVES}", f"{WEATHER}. {turned}")
    assert row.kind == "reordered"


def test_a_whole_document_is_a_near_duplicate() -> None:
    [row] = rows(f"{OLIVES}. {FERRY}", f"زهران: {OLIVES}. {FERRY}")
    assert row.kind == "near_duplicate"
    assert row.left_share == 1.0


def test_two_documents_of_one_outlet_are_marked() -> None:
    [row] = rows(OLIVES, OLIVES, ("جريدة السنديان", "جريدة السنديان"))
    assert row.kind == "same_outlet"


def test_an_unknown_outlet_is_not_the_same_outlet() -> None:
    [row] = rows(OLIVES, OLIVES)
    assert row.kind == "near_duplicate"


def test_two_passages_give_two_rows() -> None:
    between = " ".join(f"كلمة{number}" for number in range(80))
    found = rows(f"{OLIVES}. {between}. {FERRY}", f"{FERRY}. {WEATHER}. {WEATHER}. {WEATHER} {OLIVES}")
    assert len(found) == 2


def test_protocol_alone_is_a_formula() -> None:
    names = "خادم الحرمين الشريفين الملك وصاحب السمو الملكي الأمير ولي العهد نائب رئيس مجلس الوزراء وزير الداخلية حفظهم الله"
    assert {row.kind for row in rows(f"{OLIVES} {names} {FERRY}", f"{WEATHER} {names}")} <= {"formula"}


@pytest.mark.parametrize(("left", "right"), [(OLIVES, FERRY), (OLIVES, ""), ("", ""), (OLIVES, "في من على إلى عن"), ("!؟", "!؟")])
def test_texts_that_share_no_words_give_nothing(left: str, right: str) -> None:
    assert rows(left, right) == []


def test_an_english_passage_is_found_too() -> None:
    text = "The harbour master of Marjana said the wooden ferry lost its rudder in dense fog and drifted toward the northern reef"
    [row] = rows(f"{OLIVES} {text}", f"{text} {FERRY}")
    assert (row.right_start, row.right_end) == (0, len(text))


def test_a_very_long_text_is_searched() -> None:
    long = " ".join(f"لفظ{number}" for number in range(50_000))
    [row] = rows(f"{long} {OLIVES}", OLIVES)
    assert row.left_start == len(long) + 1
