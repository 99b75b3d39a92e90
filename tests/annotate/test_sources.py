"""Who is named as source, where and of what kind."""

from __future__ import annotations

import pytest
from test_attributions import told


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("قال وزير النقل سامي الغيم إن الجسر آمن.", "وزير النقل سامي الغيم", "person"),
        ("قالت مصادر محلية إن الجسر آمن.", "مصادر محلية", "vague"),
        ("قال مسؤول عسكري في الميناء إن الجسر آمن.", "مسؤول عسكري في الميناء", "unnamed"),
        ("ذكرت صحيفة «الساحل» أن الجسر آمن.", "صحيفة «الساحل»", "outlet"),
        ("أظهرت دراسة حديثة أن الجسر آمن.", "دراسة حديثة", "document"),
        ("أكدت وزارة النقل مقتل عاملين.", "وزارة النقل", "organization"),
    ],
)
def test_the_phrase_behind_the_verb_is_the_source(text: str, source: str, kind: str) -> None:
    (found,) = told(text)
    assert (found["source"], found["kind"]) == ([source], kind)


def test_the_subject_may_stand_before_the_verb() -> None:
    # "And the mayor, Sami al-Ghaim, had said on Thursday that …"
    (found,) = told("وكان رئيس البلدية، سامي الغيم، قال الخميس إن الجسر آمن.")
    assert (found["source"], found["speaker"]) == (["رئيس البلدية، سامي الغيم"], "سامي الغيم")


def test_a_relative_clause_has_its_head_as_source() -> None:
    # "He met the minister of transport, who announced that …"
    (found,) = told("التقى الوفد أمس مع وزير النقل الذي أعلن أن الجسر آمن.")
    assert found["source"] == ["وزير النقل"]


def test_evidence_is_no_source() -> None:
    # "This points to a wet winter."
    assert told("وقد يشير ذلك إلى شتاء ماطر.") == []


def test_time_and_occasion_are_left_out() -> None:
    # "The ministry announced yesterday in a statement the opening of the tunnel."
    (found,) = told("أعلنت وزارة النقل أمس في بيان افتتاح النفق.")
    assert (found["source"], found["content"]) == (["وزارة النقل"], ["افتتاح النفق"])


def test_the_conjunction_fa_is_no_part_of_a_source() -> None:
    # "…, for the ministry that claimed that the store was empty was absent."
    found = told("خلا الميناء، فالوزارة التي زعمت أن المخزن فارغ غابت.")
    assert [item["source"] for item in found] == [["الوزارة"]]
