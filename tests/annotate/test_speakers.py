"""Whom a source means."""

from __future__ import annotations

from test_attributions import told


def speakers(text: str) -> list[object]:
    return [item["speaker"] for item in told(text)]


def test_a_last_name_is_the_person_named_in_full_before() -> None:
    # "Minister Sami al-Ghaim said … Al-Ghaim stressed …"
    assert speakers("قال وزير النقل سامي الغيم إن الجسر آمن. وشدد الغيم على أن العمل مستمر.") == ["سامي الغيم", "سامي الغيم"]


def test_a_role_is_the_person_who_has_it() -> None:
    # "The military expert, Sami al-Ghaim, said … The military expert pointed out …"
    text = "قال الخبير العسكري، سامي الغيم، إن الجسر آمن. ولفت الخبير العسكري إلى أن العمل مستمر."
    assert speakers(text) == ["سامي الغيم", "سامي الغيم"]


def test_the_source_is_the_one_described_before() -> None:
    # "A medical source said … according to the same source"
    text = "قال مصدر طبي إن الجرحى بخير. وأغلق المستشفى أبوابه، بحسب المصدر نفسه."
    assert speakers(text) == ["مصدر طبي", "مصدر طبي"]


def test_the_statement_is_its_author() -> None:
    # "The ministry said in a statement … The statement added …"
    found = told("قالت وزارة النقل في بيان إن الجسر آمن. وأضاف البيان أن العمل مستمر.")
    assert [(item["speaker"], item["kind"]) for item in found] == [("وزارة النقل", "organization"), ("وزارة النقل", "document")]


def test_nobody_can_be_told_for_fears_without_a_holder() -> None:
    # "amid fears that the valley be flooded"
    (found,) = told("أغلقت الطرق وسط مخاوف من غرق الوادي.")
    assert (found["speaker"], found["source"]) == (None, [])


def test_a_feminine_verb_is_not_the_man_who_spoke_last() -> None:
    # "The ministry said … The mayor said … and she [the ministry] added …"
    text = "قالت وزارة النقل إن الجسر آمن. وقال رئيس البلدية سامي الغيم إن الطريق مقطوع. وأضافت أن العمل مستمر."
    assert speakers(text) == ["وزارة النقل", "سامي الغيم", "وزارة النقل"]


def test_a_title_and_its_adjective_are_no_part_of_the_name() -> None:
    # "The northern ambassador Sami al-Ghaim said …"
    assert speakers("قال السفير الشمالي سامي الغيم إن الجسر آمن.") == ["سامي الغيم"]
