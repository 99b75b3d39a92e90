"""Carriers behind the content: «…، في شهادة نقلتها صحيفة "التل"»."""

from __future__ import annotations

from test_attributions import told


def test_the_paper_that_took_a_testimony_carries_it() -> None:
    # "The nurse said that the wounded came at night, in a testimony that the paper al-Tell carried."
    (found,) = told("وقالت الممرضة سعاد الفحام إن الجرحى وصلوا ليلا، في شهادة نقلتها صحيفة «التل».")
    assert (found["content"], found["via"]) == (["الجرحى وصلوا ليلا"], ["صحيفة «التل»"])


def test_a_statement_that_is_told_of_stays_in_the_content() -> None:
    # "The nurse said that the wounded came at night, in a testimony before the judge."
    (found,) = told("وقالت الممرضة سعاد الفحام إن الجرحى وصلوا ليلا، في شهادة أمام القاضي.")
    assert found["via"] == []


def test_evidence_is_nobody_who_speaks() -> None:
    # "The signs confirm that the dam is safe."
    assert told("فالمؤشرات تؤكد أن السد آمن.") == []
