"""What tells of a feeling and of no words is no attribution; who felt goes on as the speaker."""

from __future__ import annotations

import pytest
from tests.annotate.test_attributions import told


@pytest.mark.parametrize("content", ["سعادته بالفوز", "بالغ شكره للعاملين", "خالص تعازيه لأسرة البحار"])
def test_a_feeling_is_no_attribution(content: str) -> None:
    # "The minister voiced his joy at the victory", "his deep thanks", "his condolences"
    assert told(f"أعرب وزير النقل سامي الغيم عن {content}.") == []


@pytest.mark.parametrize("content", ["أمله في فتح الجسر", "سعادته بأن الجسر فتح", "رفض البلدية للقرار"])
def test_what_tells_more_than_a_feeling_is_one(content: str) -> None:
    # "his hope that", "his joy that the bridge was opened", "the town's refusal"
    assert [item["content"] for item in told(f"أعرب وزير النقل سامي الغيم عن {content}.")] == [[content]]


def test_who_felt_speaks_on() -> None:
    # "The minister voiced his joy, adding that the bridge is safe"
    found = told("عبر وزير النقل سامي الغيم عن سعادته بالفوز، مضيفا أن الجسر آمن.")
    assert [(item["speaker"], item["content"]) for item in found] == [("سامي الغيم", ["الجسر آمن"])]


def test_what_was_said_within_a_feeling_keeps_its_place() -> None:
    found = told('قال المدير إن الجسر آمن. وعبر الوزير عن شكره لمن "قال إن الجسر آمن".')
    assert [(item["cue"], item["parent"]) for item in found] == [(["قال"], None), (["قال"], None)]
