"""Pairs that the judge is trained on, drawn from event frames (`tools/train/events.py`)."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from takhrij.annotate.expressions import expressions_of
from takhrij.model.document import Document

TRAIN = Path(__file__).parents[1] / "tools" / "train"
FRAME = """## 1 a fire
A: country
C: city
N: number 20-60
X: list سوق / مصنع|معمل
swap A C
= قتل {N} شخصا في حريق التهم {X} في {C}[ بـ{A}] وجاءت فرق ال{X.f}
= أودى حريق في {X} بمدينة {C} بحياة {N} شخصا
= {N} قتيلا بحريق في {X} بـ{C}
= حريق {C} يحصد أرواح {N} شخصا
= التهمت النار {X} في {C} فقضى {N} شخصا[ من أبناء {A}
= قضى {N} شخصا حرقا في {X} ب{C}
! لم يصب أحد في حريق {X} بـ{C}
~ أغلقت السلطات {A.f} {X} في {C}
"""


@pytest.fixture
def train(monkeypatch: pytest.MonkeyPatch) -> dict[str, ModuleType]:
    """The tools that need no torch."""
    monkeypatch.syspath_prepend(TRAIN)
    import events
    import frames
    import partners
    import slots
    import written

    return {module.__name__: module for module in (events, frames, partners, slots, written)}


def test_all_written_frames_can_be_read(train: dict[str, ModuleType]) -> None:
    faults: list[str] = []
    frames = train["frames"].frames_in(train["events"].FILE, faults)
    assert len(frames) >= 200
    assert faults == []


def test_a_line_with_a_fault_is_left_out_and_named(train: dict[str, ModuleType], tmp_path: Path) -> None:
    path = tmp_path / "frames.txt"
    path.write_text(FRAME, "utf-8")
    faults: list[str] = []
    (frame,) = train["frames"].frames_in(path, faults)
    assert len(frame.told["="]) == 4  # «{X.f}» of what is no country, and a bracket that is not closed, are gone
    assert [fault.split(":")[0] for fault in faults] == ["frames.txt, line 7", "frames.txt, line 11"]


@pytest.mark.parametrize(
    ("before", "name", "form", "expected"),
    [
        ("ضربة ل", "العراق", "", "ضربة للعراق"),  # a strike of Iraq's
        ("ضربة لـ", "اللاذقية", "", "ضربة للاذقية"),
        ("في القصف بـ", "اليمن", "", "في القصف باليمن"),
        ("الجيش ", "فرنسي", "m", "الجيش الفرنسي"),
        ("قوات ", "فرنسي", "fi", "قوات فرنسية"),
    ],
)
def test_prefixes_and_adjectives_are_put_together(train: dict[str, ModuleType], before: str, name: str, form: str, expected: str) -> None:
    value = train["slots"].Value((name,), (name,))
    assert train["slots"].told_of(value, form, before, random.Random(0)) == expected


def test_the_program_reads_numbers_in_words_as_they_were_meant(train: dict[str, ModuleType]) -> None:
    rng = random.Random(3)
    for number in [3, 10, 11, 12, 19, 21, 45, 100, 115, 230, 999, *(rng.randint(1000, 900_000) // 20 * 20 for _ in range(30))]:
        text = f"قتل {train['written'].in_words(number, rng)} شخصا"
        _, quantities = expressions_of(Document("d", "d", 0, None, None, None, None, text, None, None, None))
        assert [float(quantity.low or 0) for quantity in quantities] == [number], text


def test_a_rounded_number_is_near_and_another_number_is_not(train: dict[str, ModuleType]) -> None:
    slots, rng = train["slots"], random.Random(5)
    slot = train["frames"].Slot("number", "2-900")
    for _ in range(200):
        value, other = slots.another(slot, slots.value_of(slot, rng), rng)
        assert value.number != other.number
        assert value.exact or max(value.number, other.number) >= 1.3 * min(value.number, other.number)
        assert abs(train["written"].round_to(value.number) / value.number - 1) < 0.1


def test_verdicts_come_in_their_shares_and_drawing_again_gives_the_same(train: dict[str, ModuleType]) -> None:
    events = train["events"]
    frames = train["frames"].frames_in(events.FILE, [])
    pairs = list(events.pairs_of(frames, 300, random.Random(1)))
    assert all(pair.left != pair.right for pair in pairs)
    shares = Counter(pair.verdict for pair in pairs)
    assert 100 < shares["same"] < 160
    assert 30 < shares["different"] < 80
    assert list(events.pairs_of(frames, 300, random.Random(1))) == pairs


def test_frames_held_apart_are_never_trained_on(train: dict[str, ModuleType]) -> None:
    frames = train["frames"].frames_in(train["events"].FILE, [])
    trained, held = train["frames"].parted(frames, 8)
    assert len(held) == len(frames) // 8
    assert {frame.number for frame in trained}.isdisjoint(frame.number for frame in held)


def test_a_number_in_words_has_the_same_number_in_digits_as_its_partner(train: dict[str, ModuleType]) -> None:
    partners = train["partners"]
    marks, _ = partners.marks_of("قتل خمسة وعشرون جنديا", "مقتل 25 عاملا في سمران")  # twenty-five soldiers killed; 25 workers dead
    assert marks == [partners.ALONE, partners.NUMBER_SHARED, partners.NUMBER_SHARED, partners.ALONE]


def test_a_rounded_number_is_a_partner_and_another_number_is_none(train: dict[str, ModuleType]) -> None:
    partners = train["partners"]
    assert partners.marks_of("نحو 30 جريحا", "31 جريحا")[0][1] == partners.NUMBER_SHARED
    assert partners.marks_of("نحو 30 جريحا", "300 جريح")[0][1] == partners.NUMBER_ALONE


def test_a_country_is_the_partner_of_its_adjective_and_short_words_have_no_mark(train: dict[str, ModuleType]) -> None:
    partners = train["partners"]
    assert partners.marks_of("غارة فرنسية", "فرنسا تقصف")[0][1] == partners.SHARED
    assert partners.marks_of("عاد  في المساء.", "") == ([partners.ALONE, partners.NONE, partners.NONE, partners.ALONE], [partners.NONE])
