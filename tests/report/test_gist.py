"""The gist of a claim, what deviates, the timeline, in both languages."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from report.builders import FACTS, claim_view, link, telling, values
from takhrij.errors import UsageError
from takhrij.report.deviations import deviations_of, said_by
from takhrij.report.gist import Part, gist_of
from takhrij.report.glossary import GLOSSARY
from takhrij.report.page import page_of
from takhrij.report.reasons import reason_in_english, reject_in_words
from takhrij.report.templating import dated
from takhrij.report.timeline import timeline_of
from takhrij.report.tongues import ARABIC, ENGLISH, Tongue, tongue_named
from takhrij.report.views import ClaimView
from takhrij.store import Case

ISOLATES = dict.fromkeys((0x2068, 0x2069))


def tolls() -> ClaimView:
    """Three papers tell of 18 dead, the third of 81."""
    told = [telling(number, f"صحيفة {number}", []) for number in (1, 2, 3)]
    number = values("number", "copy_error", {"t1": ("18", 0, 0), "t2": ("18", 0, 0), "t3": ("81", 0, 0)})
    return claim_view(told, [link(3, "t1", kinds=("reused",))], variations=[number])


def parts_of(view: ClaimView, tongue: Tongue) -> list[Part]:
    return [part for line in gist_of(view, tongue) for part in line.parts]


def test_who_says_otherwise_is_told_with_what_most_say() -> None:
    (row,) = deviations_of(tolls())
    assert (row.usual, row.others, row.grave) == ("18", {"81": ["t3"]}, True)


def test_what_a_toll_counts_is_told_by_its_reason_and_not_by_the_word_behind_the_number() -> None:
    ((number, given),) = tolls().variations
    reasoned = replace(number, why="القتلى: النص نفسه والعدد يختلف برقم واحد")
    assert [deviations_of(replace(tolls(), variations=[(row, given)]))[0].counted for row in (reasoned, number)] == ["قتلى", ""]


def test_saying_nothing_of_a_number_is_not_saying_otherwise() -> None:
    number = values("number", "wording", {"t1": ("18", 0, 0), "t2": ("", 0, 0)})
    assert deviations_of(claim_view([telling(1, None, []), telling(2, None, [])], [], variations=[number])) == []


def test_a_corrected_number_is_told_as_such_and_the_correction_is_not_what_stands_apart() -> None:
    told = [telling(number, f"صحيفة {number}", [], "قتل 18 عاملا") for number in (1, 2, 3)]
    claim = claim_view(told, [], variations=[values("number", "correction", {"t1": ("81", 4, 6), "t2": ("81", 4, 6), "t3": ("18", 4, 6)})])
    assert [(said.value, said.apart) for label in ("t1", "t3") for said in said_by(claim)[label]] == [("81", True), ("18", False)]
    assert any("18 for 81" in part.text.translate(ISOLATES) for part in parts_of(claim, ENGLISH))


def test_a_number_that_two_changes_tell_of_is_told_once_whatever_form_its_noun_has() -> None:
    told = [telling(1, "أ", [], "قتل 9 قتلى فيها"), telling(2, "ب", [], "مقتل 19 قتيلا فيها")]
    rows = [values("number", kind, {"t1": ("9", 4, 5), "t2": ("19", 5, 7)}) for kind in ("copy_error", "update")]
    claim = claim_view(told, [], variations=rows)
    assert [(said.value, said.apart) for said in said_by(claim)["t2"]] == [("19", True)]
    assert sum("19" in event.words for day in timeline_of(claim, ENGLISH) for event in day.events) == 1


def test_each_part_of_the_gist_leads_to_a_place_on_the_page_and_each_line_to_what_its_words_mean(view: ClaimView) -> None:
    for claim in (view, tolls()):
        page = page_of(FACTS, [claim])
        for line in gist_of(claim, ARABIC):
            assert f'href="#word-{line.key}"' in page
            assert f'id="word-{line.key}"' in page
            for part in line.parts:
                assert f'id="c1-{part.anchor}"' in page, part


def test_the_gist_tells_tellings_origins_and_why_the_source_and_what_to_beware_of(view: ClaimView) -> None:
    told = {line.key: ([part.text.translate(ISOLATES) for part in line.parts], line.why) for line in gist_of(view, ENGLISH)}
    assert list(told) == ["telling", "origin", "common", "change", "beware"]
    assert told["telling"][0][0] == "3 tellings in 3 articles of 2 outlets"
    assert told["origin"][0] == ["1 to 2 origins"]
    assert told["origin"][1].startswith("independence was shown for 0 of 1 pair;")
    assert told["common"][0][0] == "the common link is صحيفة المرفأ (not through it: 1 telling)"
    assert "1 copied the words and does not say whose they are" in told["beware"][0]


def test_what_changed_is_told_with_how_many_say_so_and_since_when() -> None:
    ((grave,),) = [[part for part in parts_of(tolls(), ENGLISH) if part.grave]]
    assert grave.text.translate(ISOLATES) == "a slip in copying the number: 81 since 2031-02-03 for 18"
    assert "81 منذ 2031-02-03 بدل 18" in parts_of(tolls(), ARABIC)[-1].text.translate(ISOLATES)
    told = [telling(number, f"صحيفة {number}", []) for number in (1, 2, 3)]
    number = values("number", "conflict", {"t1": ("18", 0, 0), "t2": ("20", 0, 0), "t3": ("20", 0, 0)})
    (part,) = [part for part in parts_of(claim_view(told, [], variations=[number]), ARABIC) if part.anchor == "vnumber"]
    assert part.text.translate(ISOLATES) == "تختلف في العدد: 18 في رواية واحدة منذ 2031-02-01، 20 في روايتين منذ 2031-02-02"


def test_what_is_said_on_the_day_of_the_first_telling_is_told_by_the_hour() -> None:
    told = [telling(number, f"صحيفة {number}", []) for number in (1, 2)]
    hours = [replace(row, document=replace(row.document, date=f"2031-02-01T1{number}:30")) for number, row in enumerate(told)]
    number = values("number", "conflict", {"t1": ("18", 0, 0), "t2": ("20", 0, 0)})
    texts = [part.text.translate(ISOLATES) for part in parts_of(claim_view(hours, [], variations=[number]), ENGLISH)]
    assert texts[1] == "the first that was found is t1: صحيفة 1, 2031-02-01 10:30"
    assert texts[2] == "they differ in the number: 18 in 1 telling since 10:30, 20 in 1 telling since 11:30"


def test_one_telling_has_nothing_that_changed_and_two_that_agree_say_so() -> None:
    assert [line.key for line in gist_of(claim_view([telling(1, "أ", [])], []), ARABIC)] == ["telling"]
    two = gist_of(claim_view([telling(1, "أ", []), telling(2, "ب", [])], []), ENGLISH)
    assert [part.text for line in two if line.key == "change" for part in line.parts] == [
        "no difference in a number, date, place, person or negation"
    ]


def test_every_word_is_explained_in_both_languages() -> None:
    assert all(text.arabic and text.english for entry in GLOSSARY for text in (entry.term, entry.meaning))
    assert len({entry.key for entry in GLOSSARY}) == len(GLOSSARY)


def test_the_timeline_tells_the_first_and_who_was_first_to_say_otherwise() -> None:
    days = timeline_of(tolls(), ENGLISH)
    assert [day.day for day in days] == ["2031-02-01", "2031-02-02", "2031-02-03"]
    assert [len(day.events) for day in days] == [1, 0, 1]
    assert "81" in days[2].events[0].words


def test_a_page_in_english_has_no_arabic_but_that_of_articles(view: ClaimView) -> None:
    page = page_of(FACTS, [view], tongue=ENGLISH)
    assert '<html lang="en" dir="ltr">' in page
    assert "تخريج" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    for words in ("الروايات", "الأصول", "ما تغيّر", "وسيلة غير معروفة", "درجة"):
        assert words not in page


def test_reasons_are_told_in_english_and_unknown_ones_stay() -> None:
    assert reason_in_english("78٪ من ألفاظ الرواية في الأخرى") == "78% of the words of this telling are in the other"
    assert reason_in_english("سبب لم يره أحد") == "سبب لم يره أحد"


def test_a_language_without_pages_is_refused() -> None:
    with pytest.raises(UsageError, match="ar or en"):
        tongue_named("fr")


def test_a_number_in_words_and_in_digits_is_one_value_and_what_it_counts_is_told() -> None:
    texts = ["قتل 9 عمال في المطحنة", "مقتل تسعة عمال في المطحنة", "قتل 12 من العمال"]
    told = [telling(number, f"صحيفة {number}", [], text) for number, text in enumerate(texts, 1)]
    places = {"t1": ("9", 4, 5), "t2": ("تسعة", 5, 9), "t3": ("12", 4, 6)}
    (row,) = deviations_of(claim_view(told, [], variations=[values("number", "update", places)]))
    assert row.values == {"9": ["t1", "t2"], "12": ["t3"]}
    assert (row.counted, row.grave) == ("عمال", False)


def test_every_reason_of_the_demo_case_has_its_english(demo_case: Case) -> None:
    told = {row.why for table in ("variations", "findings", "independence") for row in demo_case.rows(table)}
    assert told
    assert sorted(why for why in told if reason_in_english(why) == why) == []


def test_why_an_article_was_set_aside_is_told_in_the_language_of_the_page() -> None:
    assert (reject_in_words("no_text", english=False), reject_in_words("no_text", english=True)) == ("بلا نص", "without text")
    assert reject_in_words("a reason of another program", english=False) == "a reason of another program"


def test_no_line_ends_inside_a_date_of_the_gist_and_markup_in_it_stays_words() -> None:
    assert dated("منذ \u20682031-02-01 10:30\u2069 <b>") == 'منذ <bdi class="date">2031-02-01 10:30</bdi> &lt;b&gt;'
    assert dated("\u2068صحيفة\u2069") == "\u2068صحيفة\u2069"


def test_a_day_of_crawling_is_told_as_such_where_the_first_telling_is_named() -> None:
    claim = tolls()
    crawled = [replace(one, document=replace(one.document, date_kind="crawled")) for one in claim.tellings]
    for view, is_told in ((claim, False), (replace(claim, tellings=crawled), True)):
        (first,) = (part.text for part in parts_of(view, ARABIC) if "أول ما عُثر عليه" in part.text)
        assert ("جُمع آليا" in first) is is_told
