"""Negations that leave open what others may tell."""

from __future__ import annotations

import pytest

from takhrij.claims.compare import statement_of_text
from takhrij.claims.untold import is_told_of_somebody, leaves_open


@pytest.mark.parametrize(
    ("words", "open_"),
    [
        ("احترق مصنع الورق ليلا ولم يتضح السبب", True),  # the cause was not clear
        ("نقلت الصحيفة الخبر عن مصدر لم تسمه", True),  # a source that it did not name
        ("احترق المصنع ولم تصدر الشركة تعليقا", True),  # the company issued no comment
        ("لم تصدر المحكمة حكما في القضية", False),  # the court has not ruled
        ("أجل المجلس جلسته إلى أجل غير مسمى", True),  # put off to no named date
        ("قال الطبيب إن السمنة غير مرتبطة بالمرض", False),  # obesity has nothing to do with it
        ("لم تصل القافلة", False),  # the caravan did not arrive
    ],
)
def test_what_is_not_told_so_far_contradicts_nothing(words: str, open_: bool) -> None:
    statement = statement_of_text(words, None)
    assert [leaves_open(statement, place) for place, unit in enumerate(statement.units) if unit.negated] == [open_]


@pytest.mark.parametrize(
    ("words", "of_somebody"),
    [
        ("درجات الطالب لا تكفي للقبول", True),  # the marks do not suffice
        ("التذاكر ليست متاحة", True),  # the tickets are not to be had
        ("فاز سمران بهدفين دون رد", False),  # two to nothing
        ("قال الوالي إنه لم يكن هناك بديل عن السد", False),  # there was nothing else for it than the dam
    ],
)
def test_a_noun_that_is_denied_may_be_told_in_any_words(words: str, *, of_somebody: bool) -> None:
    statement = statement_of_text(words, None)
    assert [is_told_of_somebody(statement, place) for place, unit in enumerate(statement.units) if unit.negated] == [of_somebody]
