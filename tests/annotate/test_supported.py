"""Statements that somebody issues: «أصدرت الوزارة بيانا أكدت فيه أن …»."""

from __future__ import annotations

from test_attributions import told


def test_a_statement_issued_and_what_it_says_are_one_cue() -> None:
    # "The ministry of Ghaim issued a statement in which it confirmed that the dam is safe."
    (found,) = told("أصدرت وزارة الغيم بيانا أكدت فيه أن السد آمن.")
    assert (found["cue"], found["source"], found["content"]) == (["أصدرت", "بيانا أكدت فيه"], ["وزارة الغيم"], ["السد آمن"])


def test_a_warning_in_which_something_came() -> None:
    # "The deputy Sami al-Ghaim launched a warning in which it came that the dam may fall."
    (found,) = told("وأطلق النائب سامي الغيم تحذيرا جاء فيه أن السد قد ينهار.")
    assert (found["cue"], found["speaker"], found["content"]) == (["وأطلق", "تحذيرا جاء فيه"], "سامي الغيم", ["السد قد ينهار"])


def test_warnings_that_a_body_launched_are_its_own() -> None:
    # "The weather office launched warnings that the floods may reach the harbour."
    (found,) = told("أطلقت هيئة الأرصاد تحذيرات من أن السيول قد تصل إلى المرفأ.")
    assert (found["cue"], found["source"]) == (["أطلقت", "تحذيرات"], ["هيئة الأرصاد"])


def test_a_statement_issued_without_its_words_says_nothing() -> None:
    # "The ministry issued a statement in the evening."
    assert told("أصدرت وزارة الغيم بيانا مساء أمس.") == []
