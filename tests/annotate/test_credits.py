"""Credits and the names of media, on invented papers and places."""

from __future__ import annotations

import pytest

from takhrij.annotate.credits import credits_of, outlet_key, outlet_named
from takhrij.model.annotation import Attribution, AttributionSpan
from takhrij.model.document import Document


def document(text: str, *, outlet: str | None = "صحيفة المدار", author: str | None = None) -> Document:
    return Document("d1", "one", 1, outlet, None, None, None, text, None, author, "ar")


def credited(text: str, **more: str | None) -> list[tuple[str, str, str]]:
    """(name, place, the words themselves) of each credit."""
    article = document(text, **more)
    fields = {"text": article.text, "title": "", "author": article.author or ""}
    return [(row.name, row.place, fields[row.field][row.start : row.end]) for row in credits_of(article, [], [])]


STORY = "افتتحت بلدية تل الزيزفون سوقا جديدة للخضار صباح الأحد بحضور عدد كبير من الباعة والأهالي الذين انتظروها عامين."


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("وكالة الصحافة الفرنسية", "فرانس برس", "agency"),
        ("أ ف ب", "فرانس برس", "agency"),
        ("(أ.ف.ب)", "فرانس برس", "agency"),
        ("لوكالة رويترز للأنباء", "رويترز", "agency"),
        ("وكالة الأنباء السعودية", "واس", "agency"),
        ("الوكالات", "وكالات", "agency"),
        ("شبكة سي إن إن الأميركية", "سي إن إن", "outlet"),
        ("صحيفة المدار", "صحيفة المدار", "outlet"),
        ("لصحيفة «المدار» اليومية", "صحيفة المدار", "outlet"),
        ("وكالة أنباء الزيزفون", "وكالة الزيزفون", "agency"),
        ("موقع سهيل", "موقع سهيل", "outlet"),
    ],
)
def test_names_of_media_are_resolved(words: str, name: str, kind: str) -> None:
    assert outlet_named(words) == (name, kind)


@pytest.mark.parametrize(
    "words", ["وزارة الصحة", "موقع الحادث", "قناة السويس", "شبكة الطرق", "وكالة الفضاء", "صحيفة محلية", "مسؤول", "", "«»"]
)
def test_what_is_no_medium_is_not_named(words: str) -> None:
    assert outlet_named(words) is None


def test_an_outlet_of_the_case_is_known_without_its_generic_word() -> None:
    assert outlet_named("«المدار»", ["صحيفة المدار", "قناة سهيل"]) == ("صحيفة المدار", "outlet")
    assert outlet_key("صحيفة المدار") == outlet_key("المدار")


def test_an_agency_beside_the_place_is_a_dateline() -> None:
    assert credited("تل الزيزفون - واس: " + STORY) == [("واس", "dateline", "واس")]
    assert credited("واس- تل الزيزفون: " + STORY) == [("واس", "dateline", "واس")]
    assert credited("تل الزيزفون - أ ف ب افتتحت البلدية سوقا جديدة.") == [("فرانس برس", "dateline", "أ ف ب")]


def test_an_agency_in_parentheses_at_the_head() -> None:
    assert credited("(رويترز) - " + STORY) == [("رويترز", "head", "رويترز")]


@pytest.mark.parametrize(
    ("words", "place"),
    [(f"[رويترز] {STORY}", "head"), (f"تل الزيزفون [رويترز] - {STORY}", "dateline"), (f"{STORY} [رويترز]", "foot")],
)
def test_square_brackets_hold_a_credit_as_round_ones_do(words: str, place: str) -> None:
    assert credited(words) == [("رويترز", place, "رويترز")]


@pytest.mark.parametrize("author", ["تل الزيزفون ـ رويترز:", "رويترز ـ تل الزيزفون", "تل الزيزفون - رويترز"])
def test_a_stretching_letter_alone_is_a_dash(author: str) -> None:
    assert credited(STORY, author=author) == [("رويترز", "author", "رويترز")]


def test_a_stretching_letter_inside_a_word_is_none() -> None:
    assert credited(STORY, author="رويتـرز المحلي سامي") == []


def test_a_name_in_square_brackets_after_its_generic_word() -> None:
    assert credited(f"{STORY} نقلا عن وكالة [مرساة] المحلية أن السوق") == [("وكالة مرساة", "text", "وكالة [مرساة]")]


def test_what_is_no_medium_is_no_credit_in_square_brackets() -> None:
    assert credited(f"[العمدة] {STORY}") == []


def test_agencies_at_the_foot() -> None:
    assert credited(STORY + " (أ ف ب)") == [("فرانس برس", "foot", "أ ف ب")]
    assert credited(STORY + "\n(المصدر: قناة سهيل عن وكالة الزيزفون)") == [
        ("قناة سهيل", "foot", "قناة سهيل"),
        ("وكالة الزيزفون", "foot", "وكالة الزيزفون"),
    ]


def test_an_agency_in_quotation_marks_at_the_foot() -> None:
    assert credited(STORY + ' "الفرنسية"') == [("فرانس برس", "foot", "الفرنسية")]
    assert credited(STORY + ' وقال البائع "هذا يوم جميل"') == []


def test_an_agency_in_the_author_field() -> None:
    assert credited(STORY, author="تل الزيزفون - فرانس برس") == [("فرانس برس", "author", "فرانس برس")]
    assert credited(STORY, author="رامي السهيلي - تل الزيزفون") == []


def test_a_paper_named_in_running_text() -> None:
    text = "افتتحت البلدية سوقا جديدة، نقلا عن صحيفة الخابور. " + STORY
    assert credited(text) == [("صحيفة الخابور", "text", "صحيفة الخابور")]
    assert credited("افتتحت البلدية سوقا، بحسب ما ذكرت قناة سهيل نقلا عن موقع الفلك.") == [
        ("قناة سهيل", "text", "قناة سهيل"),
        ("موقع الفلك", "text", "موقع الفلك"),
    ]


def test_the_articles_own_outlet_is_never_a_credit() -> None:
    assert credited("تل الزيزفون - المدار: " + STORY + " (المدار)") == []
    assert credited("قال الرئيس لصحيفة المدار إن السوق جاهزة، نقلا عن صحيفة «المدار».") == []


def test_a_plain_story_credits_nobody() -> None:
    """«اليوم» is a paper elsewhere, here it is today."""
    assert credited(STORY + " وقال رئيس البلدية اليوم إن السوق تتسع لمئة بائع.") == []


def test_a_carrier_of_an_attribution_is_a_credit() -> None:
    text = "ونقلت قناة سهيل عن رئيس البلدية قوله إن السوق جاهزة."
    start = text.index("قناة")
    attribution = Attribution("d1", "a1", "text", "رئيس البلدية", "indirect", "unnamed", "neutral", None, "test")
    span = AttributionSpan("d1", "a1", "via", 0, start, start + len("قناة سهيل"))
    rows = credits_of(document(text), [attribution], [span])
    assert [(row.name, row.attribution, row.place) for row in rows] == [("قناة سهيل", "a1", "text")]


def test_the_agency_is_the_one_that_was_credited_last() -> None:
    """«The Zayzafun agency quoted … . The agency added …» credits it twice; «the paper» was not named before."""
    text = "نقلت وكالة الزيزفون عن رئيس البلدية قوله إن السوق جاهزة. وأضافت الوكالة أن الباعة عادوا. وقالت الصحيفة إنها زارتها."
    spans, attributions = [], []
    for number, words in enumerate(("وكالة الزيزفون", "الوكالة", "الصحيفة"), 1):
        start = text.index(words, text.index("السوق") if number > 1 else 0)
        attributions.append(Attribution("d1", f"a{number}", "text", words, "indirect", "outlet", "neutral", None, "test"))
        spans.append(AttributionSpan("d1", f"a{number}", "source", 0, start, start + len(words)))
    rows = credits_of(document(text), attributions, spans)
    assert [(row.name, row.attribution) for row in rows] == [("وكالة الزيزفون", "a1"), ("وكالة الزيزفون", "a2")]


def test_press_and_news_belong_to_the_name_before_them() -> None:
    assert credited("نقلا عن وكالة سيسبان برس السوق جاهزة. " + STORY)[0][0] == "وكالة سيسبان برس"
    assert credited("ترشان - غيلان نيوز: " + STORY) == [("غيلان نيوز", "dateline", "غيلان نيوز")]
    assert credited("وقالت وكالة سيسبان. برس وحده لا يكفي. " + STORY)[0][0] == "وكالة سيسبان"  # "press alone is not enough"


def test_a_name_in_quotation_marks_is_taken_whole() -> None:
    """«الأهرام» is a known paper, "الأهرام الزرقاء" is another one; a quotation that begins with a name is no credit."""
    assert credited('وقالت صحيفة "الأهرام الزرقاء" إن السوق جاهزة. ' + STORY)[0][0] == "صحيفة الأهرام الزرقاء"
    assert credited('وحسب صحيفة "الأهرام" السوق جاهزة. ' + STORY) == [("الأهرام", "text", 'صحيفة "الأهرام"')]
    assert credited('وأضاف "كان يوما جميلا". وقالت الوكالة أيضا إن السوق واسعة. ' + STORY) == []


def test_junk_does_no_harm() -> None:
    assert credited("(" * 5000) == []
    assert credited("نقلا عن " * 3000) == []
    assert credited("") == []


def test_a_short_name_that_the_text_explains_is_the_agency_where_it_signs() -> None:
    text = f"تل الزيزفون (وزن) - {STORY}\nوقال الناطق لوكالة أنباء الزيزفون (وزن) إن السوق تتسع لمئة بائع.\n(وزن)"
    assert [row for row in credited(text, author="وزن") if row[2] == "وزن"] == [
        ("وكالة الزيزفون", "author", "وزن"),
        ("وكالة الزيزفون", "dateline", "وزن"),
        ("وكالة الزيزفون", "foot", "وزن"),
    ]


def test_a_word_in_brackets_that_nothing_explains_is_no_agency() -> None:
    assert credited(f"تل الزيزفون (وزن) - {STORY}\n(وزن)", author="وزن") == []
