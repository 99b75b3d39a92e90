"""Headings: what is said, then who says it."""

from __future__ import annotations

import pytest

from takhrij.claims.headings import head_of, heading_of, headline_of
from takhrij.model.claim import Telling
from takhrij.model.span import Span


def heading(text: str, said: str | None = None, speaker: str | None = None) -> str:
    start = text.index(said) if said else 0
    return heading_of(text, Span(0, len(text)), [Span(start, start + len(said))] if said else [], speaker)


def test_what_is_said_comes_first_and_the_speaker_after_it() -> None:
    assert heading("وأضاف السدري أن الجسر مغلق حتى المساء.", "الجسر مغلق حتى المساء", "السدري") == "الجسر مغلق حتى المساء — السدري"


def test_half_a_pair_of_quotation_marks_does_not_stay() -> None:
    assert heading('وقال السدري "إن الجسر مغلق حتى المساء', '"إن الجسر مغلق حتى المساء', "السدري") == "إن الجسر مغلق حتى المساء — السدري"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ووصل الوزير إلى نهروان ظهرا.", "وصل الوزير إلى نهروان ظهرا"),
        ("والجسر مغلق منذ الأحد.", "الجسر مغلق منذ الأحد"),
        ("وزير النقل يزور الجسر «الكبير»", "وزير النقل يزور الجسر «الكبير»"),
        ("وصف الوزير الجسر بالآمن", "وصف الوزير الجسر بالآمن"),
    ],
)
def test_own_words_stay_but_for_a_joining_and(text: str, expected: str) -> None:
    assert heading(text) == expected


def test_few_words_keep_their_frame() -> None:
    assert heading("قال السدري إن الجسر انهار", "الجسر انهار", "السدري") == "قال السدري إن الجسر انهار"


def test_content_that_goes_on_beyond_the_clause_is_cut_at_its_end() -> None:
    text = "قال السدري إن الجسر مغلق حتى المساء، كما أن الطريق مفتوح"
    said = text.index("الجسر")
    assert heading_of(text, Span(0, text.index("،")), [Span(said, len(text))], "السدري") == "الجسر مغلق حتى المساء — السدري"


def test_an_object_keeps_its_verb() -> None:
    assert heading("وأعرب السدري عن أسفه لإغلاق الجسر", "أسفه لإغلاق الجسر", "السدري") == "أعرب السدري عن أسفه لإغلاق الجسر"


def test_what_is_said_on_the_way_is_told_with_who_says_it() -> None:
    assert heading("داعيا الصيادين إلى البقاء", "الصيادين إلى البقاء", "السدري") == "داعيا الصيادين إلى البقاء — السدري"


def told(name: str, words: str, field: str = "text", added: int = 1) -> Telling:
    return Telling(name, f"d{name}", field, 0, len(words), words, None, "asserted", added=added)


def test_a_claim_is_called_by_the_title_that_says_what_most_say() -> None:
    tellings = [
        told("a", "زار الوزير جرحى حريق المرفأ"),
        told("b", "حريق في مرفأ نهروان يقتل حارسين", "title"),
        told("c", "وقتل حارسان في حريق المرفأ بنهروان"),
        told("d", "أسبوع حزين", "title", 0),
    ]
    assert head_of(tellings).telling == "b"
    assert head_of(tellings[::-1]).telling == "b"


def test_a_sentence_goes_before_what_goes_on_with_another() -> None:
    tellings = [told("a", "الذي أغلق الجسر منذ الأحد", added=0), told("b", "أغلقت البلدية الجسر الأحد"), told("c", "كما أغلقت الجسر")]
    assert headline_of(head_of(tellings)) == "أغلقت البلدية الجسر الأحد"


def test_a_title_loses_its_dots() -> None:
    assert headline_of(told("a", ".. ويفتتح الجسر الكبير..", "title")) == "يفتتح الجسر الكبير"
