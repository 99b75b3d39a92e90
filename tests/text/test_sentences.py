"""Sentences: boundaries that a reader of Arabic news would set, and spans that lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takhrij.model.document import Document
from takhrij.text.sentences import LONG_RUN, LONGEST, VERY_LONG_RUN, sentence_spans, sentences_of


def _parts(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text)]


def test_a_full_stop_without_a_space_behind_it_ends_a_sentence() -> None:
    # "The delegation arrived.Its head said it would return."
    assert _parts("وصل الوفد.وقال رئيسه إنه سيعود.") == ["وصل الوفد.", "وقال رئيسه إنه سيعود."]


def test_the_closing_quote_stays_with_its_sentence() -> None:
    assert _parts("قال سامي: «لن أعود.» ثم غادر. صمت الجميع") == ["قال سامي: «لن أعود.»", "ثم غادر.", "صمت الجميع"]


def test_one_pair_of_quotation_marks_may_hold_several_sentences() -> None:
    # "He said: 'The road is closed. We shall wait.'"
    assert _parts('قال: "الطريق مغلق. سننتظر".') == ['قال: "الطريق مغلق.', 'سننتظر".']


def test_a_straight_quote_that_a_letter_follows_opens_the_next_sentence() -> None:
    assert _parts('غادر سامي."نعم" كانت آخر كلماته') == ["غادر سامي.", '"نعم" كانت آخر كلماته']


@pytest.mark.parametrize(
    "text",
    [
        "بلغت النسبة 3.5 في المئة",  # a decimal number
        "ارتفعت إلى ٣.٥ نقطة",
        "نشر الموقع rafid.example.com الخبر",
        "قال د. سامي الرافدي إن الجسر سليم",  # Dr.
        "أعلن م. نادر وأ. هالة النتائج",  # Eng., Prof.
        "نقلت وكالة أ.ف.ب الخبر",
        "نقلت الوكالة (د. ب. أ) الخبر",
        "مدير السي.آي.إيه يزور رافد",  # C.I.A.
        "شركة بي.دي.في النفطية",
        "إلى كل أب.. وكل أم.. شكرا",  # pauses
        "وقال إن الذين عبروا الجسر القديم يوم الخميس (...) كثيرون",
        "1. مقدمة التقرير",
        "«هل يعود؟»، سأل الحضور",  # a question that runs on after its quote
        "",
    ],
)
def test_these_hold_no_inner_boundary(text: str) -> None:
    assert _parts(text) == ([text] if text else [])


def test_a_year_with_its_sign_ends_a_sentence() -> None:
    assert _parts("بني الجسر عام 1920 م. ثم هدم") == ["بني الجسر عام 1920 م.", "ثم هدم"]
    assert _parts("ولد عام 1440هـ. ثم رحل") == ["ولد عام 1440هـ.", "ثم رحل"]


def test_a_new_line_is_a_boundary_and_white_space_is_trimmed() -> None:
    assert _parts("  عنوان الخبر \n\n\t نص الخبر\r\nآخره ") == ["عنوان الخبر", "نص الخبر", "آخره"]


def test_a_short_run_is_not_cut_at_its_commas() -> None:
    text = "وصل الوفد صباحا، وقال رئيسه إنه سيعود، فيما صمت الباقون"
    assert _parts(text) == [text]


CLAUSE = "وصل الوفد الكبير إلى مدينة رافد بعد رحلة طويلة عبر الجبال والسهول والوديان البعيدة عن الطريق العام"


def test_a_long_run_is_cut_before_a_verb_of_telling() -> None:
    text = f"{CLAUSE}، {CLAUSE}، {CLAUSE}، وأضاف نادر أن {CLAUSE}"
    assert len(text) > LONG_RUN
    assert [part.split()[0] for part in _parts(text)] == ["وصل", "وأضاف"]


def test_only_a_very_long_run_is_cut_before_a_connective_with_or_without_a_space() -> None:
    text = f"{CLAUSE}، {CLAUSE}، {CLAUSE} ،ولكن {CLAUSE}"
    assert LONG_RUN < len(text) < VERY_LONG_RUN
    assert _parts(text) == [text]
    assert [part.split()[0] for part in _parts(f"{text}، {CLAUSE}، {CLAUSE}")] == ["وصل", "ولكن"]


def test_title_and_text_are_numbered_apart() -> None:
    document = Document("d1", "1", 0, None, None, None, "جسر رافد يعود", "فتح الجسر. عبر الناس.", None, None, None)
    assert [(row.field, row.number, row.start, row.end) for row in sentences_of(document)] == [
        ("text", 0, 0, 10), ("text", 1, 11, 21), ("title", 0, 0, 13),
    ]  # fmt: skip


def test_a_line_of_broken_input_gives_no_sentence_of_a_megabyte() -> None:
    spans = sentence_spans("ا" * 300_000 + "." * 1000 + "،" * 300_000)
    assert max(end - start for start, end in spans) <= LONGEST


@given(st.text(alphabet='اد م.؟!،"«»)(\n…3aوقال\u064e\u200f\u0640 ', max_size=200))
def test_between_two_sentences_there_is_only_white_space(text: str) -> None:
    position = 0
    for start, end in sentence_spans(text):
        assert position <= start < end
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()
