"""Differences by slot between two statements, and values that can both be meant."""

from __future__ import annotations

from dataclasses import replace

import pytest
from statement_texts import told

from takhrij.claims.differences import contrasts_of
from takhrij.claims.matches import matching_of
from takhrij.claims.statements import Statement
from takhrij.claims.values import dates_agree, is_dual, may_count_one_thing, numbers_agree, sums_up
from takhrij.model.claim import Fact


def number(low: str, modifier: str = "exact", unit: str | None = None, high: str | None = None) -> Fact:
    return Fact("t", "number", low, low, high, unit, modifier, None, 0, 1)


def day(value: str, low: str | None = None, high: str | None = None) -> Fact:
    return Fact("t", "date", value, low, high, "DATE", None, None, 0, 1)


def strong(left: Statement, right: Statement) -> list[tuple[str, str, str]]:
    contrasts = contrasts_of(matching_of(left, right))
    return [(contrast.slot, contrast.left_value, contrast.right_value) for contrast in contrasts if contrast.strength >= 0.7]


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        (number("30", "about"), number("31"), True),
        (number("30", "about"), number("300"), False),
        (number("6", "about"), number("7", "about"), False),
        (number("200", "more_than"), number("215"), True),
        (number("945.4"), number("945"), True),
        (number("2014"), number("2015"), False),
        (number("48", unit="hour"), number("2", unit="day"), True),
        (number("6", unit="month"), number("2", unit="month"), False),
        (number("12", unit="%"), number("12"), False),
    ],
)
def test_numbers_agree_where_both_can_be_meant(left: Fact, right: Fact, agree: bool) -> None:
    assert numbers_agree(left, right) is agree
    assert numbers_agree(right, left) is agree


def test_a_range_told_downwards_is_the_same_range() -> None:
    falling = number("6.35", "range", "%", high="2.17")  # «تتراوح الزيادة بين 6.35 % و2.17 %»
    assert numbers_agree(falling, falling)
    assert numbers_agree(falling, number("2.17", "range", "%", high="6.35"))
    assert not numbers_agree(falling, number("1.28", "range", "%", high="0.9"))


def test_the_dead_are_neither_the_hurt_nor_hours() -> None:
    dead, hurt = (Fact("t", "number", "9", "9", None, "person", "exact", fate, 0, 1) for fate in ("قتيل", "جريح"))
    assert not may_count_one_thing(dead, hurt)
    assert not may_count_one_thing(dead, number("9", unit="hour"))
    assert may_count_one_thing(dead, number("9", unit="person"))
    assert may_count_one_thing(dead, number("9"))
    assert may_count_one_thing(number("48", unit="hour"), number("2", unit="day"))


def test_parts_add_up_to_the_total() -> None:
    assert sums_up(number("15"), [number("12"), number("3")])
    assert not sums_up(number("15"), [number("15")])


def test_days_agree_where_they_overlap_or_one_is_open() -> None:
    assert dates_agree(day("2020-05", "2020-05-01", "2020-05-31"), day("2020-05-04", "2020-05-04", "2020-05-04"))
    assert dates_agree(day("XXXX-05-04"), day("2020-05-04", "2020-05-04", "2020-05-04"))
    assert not dates_agree(day("XXXX-05-04"), day("2020-06-04", "2020-06-04", "2020-06-04"))


def test_a_weekday_and_its_night_may_be_one_and_its_morning_and_evening_not() -> None:
    assert dates_agree(day("XXXX-WXX-5"), day("XXXX-WXX-5TNI"))
    assert not dates_agree(day("XXXX-WXX-5TMO"), day("XXXX-WXX-5TEV"))
    assert not dates_agree(day("XXXX-WXX-5"), day("XXXX-WXX-6TNI"))


def test_miles_and_sailors_do_not_contradict() -> None:
    left = told("خطف قراصنة السفينة على بعد 154 ميلا", numbers={"154": "154"})  # pirates hijacked the ship 154 miles off
    right = told("خطف قراصنة السفينة وفيها 35 بحارا", numbers={"35": "35"})  # … with 35 sailors on board
    units = {"154": "mile", "35": "person"}
    counted = [tuple(replace(fact, unit=units.get(fact.low or "", fact.unit)) for fact in side.facts) for side in (left, right)]
    assert not strong(replace(left, facts=counted[0]), replace(right, facts=counted[1]))
    assert strong(left, right)  # of what they count nothing is known


def test_an_unknown_name_behind_the_word_for_a_port_is_a_place() -> None:
    left, right = told("احترق مخزن قمح في ميناء زمردان ليلا"), told("احترق مخزن قمح في ميناء غيلوان ليلا")  # in the port of …
    assert ("place", "زمردان", "غيلوان") in strong(left, right)
    trade, war = told("احترق مخزن قمح في ميناء تجاري ليلا"), told("احترق مخزن قمح في ميناء حربي ليلا")  # a trading, a naval port
    assert "place" not in {slot for slot, _, _ in strong(trade, war)}


def test_another_place_in_the_same_words_is_a_place() -> None:
    left = told("احترق مخزن قمح في سمران", names={"سمران": "PLACE"})  # a wheat store burned in Samran
    right = told("احترق مخزن قمح في نهروان", names={"نهروان": "PLACE"})
    assert strong(left, right) == [("place", "سمران", "نهروان")]


def test_two_spellings_of_a_name_are_no_difference() -> None:
    left = told("احترق مخزن قمح في زرنبوك", names={"زرنبوك": "PLACE"})
    right = told("احترق مخزن قمح في زرانبوك", names={"زرانبوك": "PLACE"})
    assert strong(left, right) == []


def test_names_in_a_list_may_come_in_any_order() -> None:
    names = {"سمران": "PLACE", "نهروان": "PLACE", "زرنوق": "PLACE"}
    left = told("اجتماع تجار سمران ونهروان وزرنوق في القلعة", names=names)  # merchants of three towns meet in the fort
    assert strong(left, told("اجتماع تجار زرنوق ونهروان وسمران في القلعة", names=names)) == []


def test_numbers_that_change_places_contradict() -> None:
    left = told("نجا 12 راعيا وغرق 5 صيادين", numbers={"12": "12", "5": "5"})  # 12 shepherds survived and 5 fishermen drowned
    right = told("نجا 5 رعاة وغرق 12 صيادا", numbers={"12": "12", "5": "5"})
    assert any(slot == "number" for slot, _, _ in strong(left, right))


def test_news_of_every_day_is_not_one_event_on_two_dates() -> None:
    left = told("صعد سعر الملح الاثنين", days={"الاثنين": "2020-05-04"}, date="2020-05-04")  # salt rose on Monday
    right = told("صعد سعر الملح الثلاثاء", days={"الثلاثاء": "2020-05-05"}, date="2020-05-05")
    assert strong(left, right) == []
    assert strong(left, told("صعد سعر الملح الثلاثاء", days={"الثلاثاء": "2020-05-05"}, date="2020-05-04")) != []


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        ("أمس الأحد", "XXXX-WXX-4", False),
        ("أمس الأحد", "XXXX-WXX-7", True),
        ("اليوم السبت", "أمس السبت", True),
        ("أمس", "XXXX-WXX-4", True),
    ],
)
def test_a_weekday_tells_the_day_where_no_date_does(left: str, right: str, agree: bool) -> None:
    assert dates_agree(day(left), day(right)) is agree


def test_another_people_stands_against_one_that_no_list_has() -> None:
    left = told("ودع الممثل السمراني حياة العزوبية في عرس كبير")  # the actor from Samran, from Kuwait
    right = told("ودع الممثل الكويتي حياة العزوبية في عرس كبير", names={"الكويتي": "place"})
    assert ("actor", "السمراني", "الكويتي") in strong(left, right)
    assert strong(left, told("ودع الممثل السمراني حياة العزوبية في عرس كبير أمس")) == []


@pytest.mark.parametrize(("form", "dual"), [("طائرتين", True), ("شرطيان", True), ("شرطيين", False), ("ميدان", False), ("سكان", False)])
def test_a_noun_in_the_dual_says_two(form: str, dual: bool) -> None:
    assert is_dual(form) is dual


def test_what_leaves_the_time_open_agrees_with_any_day() -> None:
    assert dates_agree(day("PAST_REF"), day("2013-SU", "2013-06-01", "2013-08-31"))  # years ago / in summer 2013
    assert dates_agree(day("نهاية العام الجاري"), day("نهاية السنة الحالية"))  # the end of this year, in two words
    assert not dates_agree(day("نهاية العام المقبل"), day("نهاية العام الجاري"))  # of the next / this year


def test_ordinals_are_not_added_up() -> None:
    assert not sums_up(number("5", unit="ordinal"), [number("2", unit="ordinal"), number("3", unit="ordinal")])


def test_a_date_of_the_moon_may_miss_the_calendar_by_a_day() -> None:
    left = told("بدأت المسابقة في 15 شوال", days={"15 شوال": "2015-07-31"}, date="2015-08-06")  # the contest began on 15 Shawwal
    right = "بدأت المسابقة في {} أغسطس"
    first, third = (told(right.format(day), days={f"{day} أغسطس": f"2015-08-0{day}"}, date="2015-08-06") for day in (1, 3))
    assert strong(left, first) == []
    assert strong(left, third) != []


def test_today_of_one_edition_may_be_yesterday_of_the_next() -> None:
    left = told("غرق قارب الصيد اليوم", days={"اليوم": "2020-05-04"}, date="2020-05-04T01:10:00")  # the boat sank today
    right = "غرق قارب الصيد أمس"
    assert strong(left, told(right, days={"أمس": "2020-05-03"}, date="2020-05-04T08:00:00")) == []
    assert strong(left, told(right, days={"أمس": "2020-05-03"}, date="2020-05-04T01:10:00")) != []


def test_a_weekday_that_both_name_is_one_day_whatever_the_calendar_makes_of_it() -> None:
    left = told("غرق قارب الصيد اليوم الاثنين", days={"اليوم الاثنين": "2020-05-05"}, date="2020-05-05T01:10:00")
    assert strong(left, told("غرق قارب الصيد الاثنين", days={"الاثنين": "2020-05-04"}, date="2020-05-05T08:00:00")) == []
