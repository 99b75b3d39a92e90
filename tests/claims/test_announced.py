"""What one text tells as done and another as the word of the one who did it; every text is invented."""

from __future__ import annotations

import pytest
from claim_texts import held

from takhrij.claims.announced import announcements_of


@pytest.mark.parametrize(
    ("done", "said"),
    [
        ("ألغت بلدية سمران مهرجان التمور هذا العام.", "أعلنت بلدية سمران إلغاء مهرجان التمور هذا العام."),
        ("أفرج الحرس الساحلي عن بحارة القارب «سدر» مساء أمس.", "قال الحرس الساحلي إنه أفرج عن بحارة القارب «سدر» مساء أمس."),
        ("أنقذت السلطات 68 راكبا من العبارة الغارقة.", "وقالت السلطات إنها أنقذت 68 راكبا من العبارة الغارقة."),
    ],
)
def test_a_deed_that_the_other_lets_its_doer_tell(done: str, said: str) -> None:
    assert [(slot, change[0]) for slot, change, _ in announcements_of(held(done, said))] == [("certainty", "certainty_shift")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أعلنت بلدية سمران إلغاء مهرجان التمور.", "أعلنت بلدية سمران إلغاء مهرجان التمور هذا العام."),  # both let it be told
        ("ألغت بلدية سمران مهرجان التمور.", "ألغت بلدية سمران مهرجان التمور هذا العام."),  # both tell it
        ("انهار جسر سدر القديم أمس.", "قالت بلدية سمران إن جسر سدر القديم انهار أمس."),  # the source did not do it
        ("هز انفجار ضخم العاصمة السمرانية مساء أمس.", "قالت الشرطة السمرانية إن انفجارا ضخما هز العاصمة مساء أمس."),  # of one country
        ("اجتمع الوزير مع بلدية سمران بشأن المهرجان.", "قالت بلدية سمران إن الوزير اجتمع معها بشأن المهرجان."),  # it was with him
        ("افتتحت بلدية سمران سوق السمك.", "أعلنت بلدية سمران إلغاء مهرجان التمور."),  # two deeds
    ],
)
def test_what_is_no_announcement_of_the_deed(one: str, other: str) -> None:
    assert list(announcements_of(held(one, other))) == []
