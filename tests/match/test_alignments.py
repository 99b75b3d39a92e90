"""Passages of two documents that are the same words."""

from dataclasses import replace

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


# Prices at the grain market of an invented town; the form is the same every day, the figures are not.
MARKET = (
    "أغلقت سوق الحبوب في نهروان تعاملاتها على ارتفاع إذ بلغ سعر طن القمح {} دينارا وطن الشعير {} دينارا وطن العدس {} دينارا "
    "وطن الحمص {} دينارا بينما استقرت أسعار الذرة الصفراء والسمسم وبلغت الكميات المبيعة عبر مكاتب الوسطاء {} أطنان بحسب نشرة غرفة التجارة "
    "التي تصدر مساء كل يوم عمل وتوزع على المخابز والمطاحن ومزارع الدواجن في الأقاليم الثلاثة المجاورة"
)
MONDAY, TUESDAY = MARKET.format(310, 221, 805, 640, 9120), MARKET.format(298, 230, 790, 655, 8430)


def on_days(first: str, second: str) -> list[Passage]:
    left, right = replace(article(MONDAY, "a", "المرصد"), date=first), replace(article(TUESDAY, "b", "البيدر"), date=second)
    return passages_between("a|b", left, right)


def test_one_form_filled_in_on_two_days_is_a_formula() -> None:
    assert {row.kind for row in on_days("2021-11-08", "2021-11-09")} == {"formula"}


def test_what_two_papers_count_otherwise_on_one_day_is_copied_and_brought_up_to_date() -> None:
    assert "formula" not in {row.kind for row in on_days("2021-11-08", "2021-11-08T19:00:00Z")}


# A telegram of the king of an invented country on another's national day; every such telegram is worded so.
TELEGRAM = (
    "بعث جلالة الملك برقية تهنئة لفخامة الرئيس {} رئيس جمهورية {} بمناسبة ذكرى {}. وأعرب عن أصدق التهاني وأطيب التمنيات "
    "بموفور الصحة والسعادة لفخامته ولحكومة وشعب {} الصديق المزيد من التقدم والازدهار، مشيدا بتميز العلاقات بين البلدين الصديقين"
)
TO_SAMRAN = TELEGRAM.format("سليم نوفل السدري", "سمران الاتحادية", "استقلال بلاده عن التاج السوندي", "سمران")
TO_KADRUN = TELEGRAM.format("طارق هيثم العنسي", "كدرون الشعبية", "الثورة ويوم العلم", "كدرون")


def test_telegrams_to_two_presidents_are_a_formula() -> None:
    assert {row.kind for row in rows(TO_SAMRAN, TO_KADRUN, ("المرصد", "البيدر"))} == {"formula"}


def test_one_telegram_in_two_papers_is_copied() -> None:
    assert "formula" not in {row.kind for row in rows(TO_SAMRAN, TO_SAMRAN.replace("بعث", "أرسل"), ("المرصد", "البيدر"))}
