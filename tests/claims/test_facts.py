"""Facts of a telling: which annotation rows and which words count, on invented sentences."""

from __future__ import annotations

import pytest

from takhrij.claims.compare import statement_of_text
from takhrij.claims.facts import certainty_level, facts_of
from takhrij.claims.inflections import bases_of
from takhrij.model.annotation import Mention, Quantity, TimeExpression
from takhrij.model.span import Span


def words_of(text: str, slot: str) -> list[str]:
    return [fact.value for fact in facts_of("t1", text, Span(0, len(text)), [], [], []) if fact.slot == slot]


def test_rows_inside_the_span_become_facts_in_text_order() -> None:
    text = "قال سليم إن ٣ قوارب غرقت قرب نهروان أمس"  # Salim said three boats sank near Nahrawan yesterday
    mentions = [Mention("d", "text", 4, 8, "PERSON", "سليم", "test"), Mention("d", "text", 29, 35, "PLACE", "نهروان", "test")]
    quantities = [Quantity("d", "text", 12, 19, "3", None, None, "exact", "قارب", "test")]
    times = [TimeExpression("d", "text", 36, 39, "DATE", "2020-01-01", "2020-01-01", "2020-01-01", None, "test")]
    facts = facts_of("t1", text, Span(9, len(text)), mentions, quantities, times)
    assert [(fact.slot, fact.value) for fact in facts] == [("number", text[12:19]), ("place", "نهروان"), ("date", "2020-01-01")]
    assert (facts[0].low, facts[0].role, facts[0].telling) == ("3", "قارب", "t1")


def test_negating_words_are_facts_of_their_own() -> None:
    assert words_of("لم يصل الوفد وليس هناك موعد", "negation") == ["لم", "وليس"]  # the delegation did not arrive


def test_still_and_except_do_not_negate() -> None:
    assert words_of("لا يزال الجسر مغلقا إلا للمشاة", "negation") == []  # the bridge is still closed except to walkers


def test_alla_with_hamza_above_negates() -> None:
    assert words_of("وعد ألا يعود", "negation") == ["ألا"]  # he promised not to return


def test_hedging_and_boosting_words_have_levels() -> None:
    assert certainty_level("وزعموا") == -2
    assert certainty_level("قد", "تغلق") == -1
    assert certainty_level("واكدت") == 1


def test_plain_reporting_is_no_certainty() -> None:
    assert words_of("قالت البلدية إن الطريق فتحت", "certainty") == []  # the municipality said the road was opened


def test_bases_reach_the_lexicon_form_of_a_verb() -> None:
    assert "ادعي" in bases_of("وادعي")
    assert "يؤكد".replace("ؤ", "و") in bases_of("وتوكد")


def test_bases_reach_a_noun_whose_ta_marbuta_a_pronoun_opened() -> None:
    found = bases_of("وزارته")  # his ministry
    assert found.index("وزاره") < found.index("زار")
    assert "بيه" not in bases_of("بيت")  # a house: no pronoun, no ta marbuta


@pytest.mark.parametrize(
    "text",
    [
        "ذكرت وكالة أنباء سدر أن الطريق فتحت",  # the Sidr news agency: «أنباء» is no hearsay
        "وقد تمت إحالة الملف إلى النيابة وقد تولى القاضي التحقيق",  # it has been referred, he has taken over: ت is the root's
        "رجل يدعى حسان عبر الجسر",  # a man called Hassan
        "طلب الادعاء العام تمديد التوقيف",  # the prosecution
        "وصلت المواد الأولية إلى المصنع",  # raw materials
    ],
)
def test_words_that_only_look_like_hedges_are_none(text: str) -> None:
    assert words_of(text, "certainty") == []


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("وردت أنباء عن انهيار الجسر", "أنباء"),  # there is word of
        ("قصف الجيش البلدة، وأنباء عن سقوط جرحى", "وأنباء"),
        ("وتشير المعلومات الأولية إلى عطل", "المعلومات"),  # first information
        ("وقد ترتفع الأسعار غدا", "وقد"),  # may rise
        ("يدعي حسان أنه عبر الجسر", "يدعي"),  # claims
    ],
)
def test_hearsay_first_information_and_may_are_hedges(text: str, hedge: str) -> None:
    assert words_of(text, "certainty") == [hedge]


def test_the_number_of_a_thing_counts_nothing() -> None:
    text = "اندلع حريق في العنبر رقم 7 وأصيب 7 عمال"  # a fire broke out in shed no. 7 and 7 workers were hurt
    places = [text.index("7"), text.rindex("7")]
    quantities = [Quantity("d", "text", place, place + 1, "7", None, None, "exact", None, "test") for place in places]
    facts = facts_of("t1", text, Span(0, len(text)), [], quantities, [])
    assert [fact.start for fact in facts if fact.slot == "number"] == places[1:]


def test_what_several_did_is_no_guess() -> None:
    assert words_of("عدد من السباحين قد تعرضوا للإجهاد", "certainty") == []  # swimmers who had become exhausted
    assert words_of("قد يتعرضون للإجهاد", "certainty") == ["قد"]  # they may become exhausted


def test_who_is_suspected_makes_no_doubt_of_his_arrest() -> None:
    assert words_of("أوقفت الشرطة أربعة مشتبها بهم", "certainty") == []  # the police arrested four suspects
    assert words_of("حريق يشتبه بأنه متعمد", "certainty") == ["يشتبه"]  # a fire suspected to be arson


def test_a_town_that_begins_with_la_is_not_negated() -> None:
    assert words_of("افتتح المعرض في لا سدرا", "negation") == []  # the fair opened in La Sidra
    assert words_of("المعرض لا يفتح غدا", "negation") == ["لا"]  # the fair does not open tomorrow


def test_a_number_in_the_name_of_an_index_counts_nothing() -> None:
    text = "تراجع المؤشر سدرستوكس 300 وبيع 400 سهم"  # the index Sidrstoxx 300 fell and 400 shares were sold
    quantities = [
        Quantity("d", "text", text.index(value), text.index(value) + 3, value, None, unit, "exact", of, "test")
        for value, unit, of in (("300", None, None), ("400", None, "سهم"))
    ]
    assert [fact.value for fact in facts_of("t1", text, Span(0, len(text)), [], quantities, [])] == ["400"]


def numbers_of(words: str) -> list[tuple[str | None, str | None, str | None]]:
    statement = statement_of_text(words, None)
    return [(fact.low, fact.unit, fact.modifier) for fact in statement.facts if fact.slot == "number"]


def test_a_part_of_a_named_whole_is_a_percentage() -> None:
    assert numbers_of("خسر السهم ربع قيمته وثلث أرباحها") == [("25", "%", "exact"), ("33.3333", "%", "exact")]  # a quarter of its value
    assert numbers_of("ضبطت الشرطة نصف طن") != [("50", "%", "exact")]  # half a ton


def test_a_length_of_time_has_the_bounds_of_the_words_around_it() -> None:
    assert numbers_of("يغيب اللاعب ستة أسابيع على الأقل") == [("6", "week", "at_least")]  # at least six weeks
    assert numbers_of("توقف القتال حوالى 60 يوما") == [("60", "day", "about")]  # about 60 days


def test_what_had_happened_is_no_hedge() -> None:
    assert words_of("وكان معهد السدر قد تأسس قبل عشرة أعوام", "certainty") == []  # had been founded


def test_the_not_with_an_article_negates_and_the_rights_of_others_do_not() -> None:
    assert words_of("المباني الغير آمنة في سمران", "negation") == ["الغير"]  # the buildings that are not safe
    assert words_of("حماية حقوق الغير في سمران", "negation") == []
