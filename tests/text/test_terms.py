"""Lemmas and search terms: inflected words meet, unlike words do not."""

from __future__ import annotations

import pytest

from takhrij.model.document import Document, Terms
from takhrij.text.folding import folded
from takhrij.text.lemmas import lemma, lemmas_of
from takhrij.text.terms import terms_of


@pytest.mark.parametrize(
    "words",
    [
        "قال وقال قالت سيقولون يقولون",  # to say
        "استهدف يستهدف يستهدفون استهدفت",  # to target
        "نفى ينفي تنفي نفت",  # to deny
        "انسحب ينسحب ستنسحب",  # to withdraw
        "عاد يعود يعودون سيعود سنعود",  # to return
        "أصدر أصدرت أصدروا وأصدرت",  # to issue
        "كتب كتبوا كتبها يكتبون",  # to write
        "أكد يؤكد تؤكد يؤكدون أكدت",  # to confirm
        "وزارة الوزارة وزارته بالوزارة للوزارة",  # ministry
        "مسؤول المسؤولين ومسؤولون مسؤولي",  # official
        "هجوم هجومين هجومان",  # attack
        "لجنة للجنة اللجان وللجنة",  # committee
        "بلاد بلادنا",  # country
        "ليفربول وليفربول",  # a name that the table lacks
        "قتيل قتلى",  # killed
        "تعليم التعليم",  # education, with and without the article
        "وطني وطنية الوطنية",  # national
        "أمن الأمن للأمن",  # security
        "أمريكي أميركي الأمريكية الأميركية",  # American
        "سوريا سورية",  # Syria
        "إسطنبول استانبول",  # Istanbul
    ],
)
def test_the_forms_of_one_word_have_one_lemma(words: str) -> None:
    assert len({lemma(folded(word)) for word in words.split()}) == 1


@pytest.mark.parametrize("pair", ["وزير وزارة", "حرب حزب", "قتيل قاتل", "مدير مدرسة", "نشاط شاط", "نادي أدى", "تقرير قرر"])
def test_unlike_words_keep_different_lemmas(pair: str) -> None:
    left, right = (lemma(folded(word)) for word in pair.split())
    assert left != right


def test_an_unknown_name_is_the_same_with_and_without_its_article() -> None:
    assert lemma("الزرنوقي") == lemma("زرنوقي")


def test_numbers_and_foreign_words_stay_readable() -> None:
    assert lemmas_of("نشرت Reuters ١٢ reports.") == ["نشر", "reuters", "12", "report"]


def test_marks_give_no_terms() -> None:
    assert lemmas_of("«…» – ؟!") == []


def test_a_document_has_one_row_of_terms_for_each_field_that_holds_words() -> None:
    document = Document("d1", "1", 0, None, None, None, None, "عادت الوزيرة", None, None, None)
    assert terms_of(document) == [Terms("d1", "text", " ".join(lemmas_of("عادت الوزيرة")))]
