"""People whom one text counts and another tells of in the lump; every text is invented."""

from __future__ import annotations

import pytest
from claim_texts import held

from takhrij.claims.several import several_of


def told(*texts: str) -> list[set[str]]:
    return [{row.value for row in rows} for _, _, rows in several_of(held(*texts))]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("أدى انهيار جسر سدر إلى إصابة عدة أشخاص.", "أدى انهيار جسر سدر إلى إصابة 16 شخصا.", {"عدة أشخاص", "16"}),
        ("قتل عدد من العمال في حريق المصنع.", "قتل سبعة عمال في حريق المصنع.", {"عدد من العمال", "سبعة"}),
        ("باشرت فرق البحر عدة حالات إنقاذ في العيد.", "فرق البحر تعلن إنقاذ 16 شخصا في العيد.", {"عدة حالات إنقاذ", "16"}),
    ],
)
def test_several_to_the_one_and_counted_by_the_other(one: str, other: str, values: set[str]) -> None:
    assert told(one, other) == [values]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("نقل عدد من الجرحى إلى مستشفى سدر.", "أصيب 16 شخصا في انهيار جسر سدر."),  # some of them
        ("زار الوزير عدة مصانع في سدر.", "قتل سبعة عمال في حريق المصنع."),  # of things
        ("أصيب عدة أشخاص في الحريق.", "قتل سبعة عمال في الحريق."),  # the hurt and the dead
        ("أصيب عدة أشخاص في الحريق.", "أصيب عدة أشخاص في حريق المصنع."),  # neither counts
        ("قتل سبعة عمال في الحريق.", "قتل تسعة عمال في الحريق."),  # both count
        ("أصيب عدة أشخاص في الحريق. وبلغ عدد الجرحى 16 شخصا.", "بلغ عدد ركاب القارب 30 راكبا."),  # it counts them itself, the other no hurt
    ],
)
def test_what_is_no_lump_of_those_whom_another_counts(one: str, other: str) -> None:
    assert told(one, other) == []
