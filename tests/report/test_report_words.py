"""The words of reports, and hostile text."""

from __future__ import annotations

from report.builders import claim_view, telling
from takhrij.model.chain import Origin
from takhrij.report.views import ClaimView
from takhrij.report.words import manner, origin_names, origins_in_words, shortened, span_in_words, summary, value_in_words, visible


def test_invisible_characters_that_steer_are_taken_out_and_joiners_stay() -> None:
    assert visible("ا\u202eب\u200cج\x07د\u2066ه\u2028و") == "اب\u200cجده و"


def test_marks_piled_on_a_letter_are_cut_and_vowels_stay() -> None:
    assert visible("ب" + "\u0651" * 500) == "ب" + "\u0651" * 4
    assert visible("مُحمَّدٌ") == "مُحمَّدٌ"


def test_a_long_text_is_cut_between_words_and_a_giant_word_inside() -> None:
    assert shortened("سقط الجسر الكبير", 12) == "سقط الجسر…"
    assert shortened("ط" * 900, 50) == "ط" * 50 + "…"
    assert shortened("سقط الجسر", 50) == "سقط الجسر"


def test_a_range_of_one_number_is_told_as_a_number() -> None:
    assert (span_in_words(2, 2), span_in_words(1, 3)) == ("2", "1 to 3")


def test_the_summary_says_how_many_outlets_are_unknown(view: ClaimView) -> None:
    assert summary(view) == "3 روايات في 3 مقالات من وسيلتي إعلام، ومقال واحد منها لا تُعرف وسيلته"
    assert summary(claim_view([telling(1, None, [])], [])) == "رواية واحدة في مقال واحد، ولا تُعرف وسيلة النشر"


def test_the_english_sentence_tells_both_ranges(view: ClaimView) -> None:
    assert origins_in_words(view) == "3 tellings in 3 articles of 2 named outlets: 1 to 2 origins of information, 1 to 2 first texts"


def test_a_value_that_is_missing_is_told_as_missing() -> None:
    assert value_in_words("number", "") == "(لا شيء)"
    assert value_in_words("attribution", "", english=True) == "(in the article's own voice)"


def test_codes_of_certainty_are_told_in_arabic_and_other_words_stay() -> None:
    assert manner("reported, neutral") == "نقلا عن غيره، بحياد"
    assert manner("ربما, قيل") == "ربما, قيل"


def test_origins_of_one_name_are_told_apart_by_their_first_telling() -> None:
    origins = [
        (Origin("c1", f"o{number}", name, "unnamed_source"), [f"t{number}"]) for number, name in enumerate(("شهود", "شهود", "وزير"), 1)
    ]
    view = claim_view([telling(number, None, []) for number in (1, 2, 3)], [], origins=origins)
    assert origin_names(view) == {"o1": "شهود (t1)", "o2": "شهود (t2)", "o3": "وزير"}
