"""`takhrij compare` on one pair: annotated short texts, invented."""

from __future__ import annotations

from typing import Any

from takhrij.claims.compare import compare_pair, statement_of_text


def compared(left: str, right: str, left_date: str | None = None, right_date: str | None = None) -> dict[str, Any]:
    return compare_pair({"id": "p1", "a": left, "b": right, "a_date": left_date, "b_date": right_date})


def slots(record: dict[str, Any]) -> set[str]:
    return {difference["slot"] for difference in record["differences"]}


def test_a_number_in_words_and_in_digits_is_the_same() -> None:
    record = compared("غرق 12 قاربا قرب الميناء القديم", "غرق اثنا عشر قاربا قرب الميناء القديم")  # 12 boats sank near the old port
    assert (record["id"], record["verdict"]) == ("p1", "same")


def test_about_thirty_agrees_with_thirty_one_and_not_with_three_hundred() -> None:
    about = "نقل نحو 30 جريحا إلى مستوصف القرية"  # about thirty wounded were taken to the village clinic
    assert compared(about, "نقل 31 جريحا إلى مستوصف القرية")["verdict"] == "same"
    other = compared(about, "نقل 300 جريح إلى مستوصف القرية")
    assert other["verdict"] == "contrary"
    assert "number" in slots(other)


def test_yesterday_and_today_of_the_next_day_are_one_date() -> None:
    record = compared("انهار الجسر الخشبي اليوم", "انهار الجسر الخشبي أمس", "2020-05-04", "2020-05-05")  # the bridge collapsed
    assert record["verdict"] == "same"
    assert "date" not in slots(record)


def test_another_day_is_contrary() -> None:
    record = compared("تنطلق سباقات الهجن في 3 مايو 2020", "تنطلق سباقات الهجن في 13 مايو 2020")  # the camel races begin
    assert record["verdict"] == "contrary"
    assert "date" in slots(record)


def test_claiming_and_confirming_differ_in_certainty_alone() -> None:
    record = compared("زعم التاجر أن الكنز دفن تحت القلعة", "أكد التاجر أن الكنز دفن تحت القلعة")  # the treasure lies under the fort
    assert record["verdict"] == "same"
    assert "certainty" in slots(record)


def test_who_said_it_is_the_chain() -> None:
    assert statement_of_text("قالت بلدية سمران إن الجسر انهار", None).chain == ("بلدية سمران",)


def test_the_same_words_have_no_differences() -> None:
    words = "افتتح العمدة سوقا للتمور"  # the mayor opened a date market
    assert compared(words, words) == {"id": "p1", "verdict": "same", "score": compared(words, words)["score"], "differences": []}


def test_a_source_ends_where_what_it_says_begins() -> None:
    # the ministry said on 12 January / on 9 March that it asked for talks: the day is no part of who said it
    left = "طلبت وزارة التجارة في سدران 12 يناير من منظمة الصادرات النظر في رسوم الجزر على الصلب"
    right = "طلبت وزارة التجارة في سدران 9 آذار من منظمة الصادرات النظر في رسوم الجزر على الصلب"
    row = compare_pair({"id": "p", "a": left, "b": right, "a_date": None, "b_date": None})
    assert "date" in {difference["slot"] for difference in row["differences"]}


def test_what_one_tells_and_the_other_only_mentions_beside_another_claim_is_different() -> None:
    # the bridge fell and hurt nine / the minister appointed a new director, though the bridge fell and hurt nine
    left = "انهار جسر خشبي فوق نهر سدران صباح السبت وأصيب تسعة من المارة"
    right = "عين وزير النقل مديرا جديدا لهيئة الطرق بعد مسابقة علنية، علما أنه انهار جسر خشبي فوق نهر سدران صباح السبت"
    assert compared(left, right)["verdict"] == "different"


def test_an_aside_does_not_part_what_both_tell() -> None:
    # the same collapse, of which the authorities had warned
    left = "انهار جسر خشبي فوق نهر سدران صباح السبت وأصيب تسعة من المارة"
    right = "أصيب تسعة من المارة السبت لدى انهيار جسر خشبي فوق نهر سدران. وكانت البلدية قد حذرت من ذلك"
    assert compared(left, right)["verdict"] == "same"


def test_a_text_cut_in_a_word_is_compared_too() -> None:
    cut = "أعلن وزير الموانئ سليم ا"  # the minister of ports, Salim, announced: one letter of what
    assert compare_pair({"id": "1", "a": cut, "b": cut})["verdict"] == "same"


def test_a_stroke_behind_a_number_is_none_of_it() -> None:
    cut = "ه للقائمين على الحفل ومشاركة 1ـا"  # to those who hold the feast, and the sharing of «1ـ» and a letter
    assert compare_pair({"id": "1", "a": cut, "b": cut + " الرق"})["verdict"] == "same"
    [number] = [fact for fact in statement_of_text("غرق 12ـ صيادا قرب سمران", None).facts if fact.slot == "number"]
    assert (number.value, number.low) == ("12", "12")
