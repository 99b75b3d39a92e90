"""Named days, days and parts of months, mixed lengths, told against Wednesday 14 March 2018."""

from __future__ import annotations

import pytest

from takhrij.annotate.expressions import expressions_of
from takhrij.model.annotation import TimeExpression
from takhrij.model.document import Document


def _times(text: str, day: str | None = "2018-03-14") -> list[TimeExpression]:
    return expressions_of(Document("d1", "d1", 1, None, day, None, None, text, None, None, "ar"))[0]


def _told(text: str) -> list[tuple[str, str | None]]:
    return [(text[time.start : time.end], time.value) for time in _times(text)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("افتتح أول أحد من مايو 2018", "أول أحد من مايو 2018", "2018-05-06"),
        ("يجتمعون آخر ثلاثاء في أكتوبر 2018", "آخر ثلاثاء في أكتوبر 2018", "2018-10-30"),
        ("يجتمعون الثلاثاء الأخير من الشهر", "الثلاثاء الأخير من الشهر", "2018-03-27"),
        ("يجتمعون الاثنين الثاني من مايو", "الاثنين الثاني من مايو", "2018-05-14"),
        ("ثالث ثلاثاء بعد 25 ديسمبر 2014", "ثالث ثلاثاء بعد 25 ديسمبر 2014", "2015-01-13"),
        ("الخميس قبل الماضي", "الخميس قبل الماضي", "2018-03-01"),
        ("هذا الأسبوع يوم السبت", "هذا الأسبوع يوم السبت", "2018-03-17"),
        ("أول يوم في مارس", "أول يوم في مارس", "2018-03-01"),
        ("آخر يوم في الشهر", "آخر يوم في الشهر", "2018-03-31"),
        ("غرة شهر رمضان", "غرة شهر رمضان", "2018-05-16"),
        ("النصف الثاني من شهر مايو", "النصف الثاني من شهر مايو", "2018-05-16/2018-05-31"),
        ("الأشهر الستة الأولى من العام الماضي", "الأشهر الستة الأولى من العام الماضي", "2017-01-01/2017-06-30"),
        ("الشهر التاسع سنة 2014", "الشهر التاسع سنة 2014", "2014-09"),
        ("ربيع عام تسعة عشر وثمانية وسبعين", "ربيع عام تسعة عشر وثمانية وسبعين", "1978-SP"),
        ("عام 332 قبل الميلاد", "عام 332 قبل الميلاد", "BC0332"),
        ("شتاء العام الماضي", "شتاء العام الماضي", "2017-WI"),
        ("منتصف الشهر", "منتصف الشهر", "2018-03"),
        ("أواخر الستينيات", "أواخر الستينيات", "196"),
        ("الليلة الماضية", "الليلة الماضية", "2018-03-13TNI"),
        ("ليلة الجمعة", "ليلة الجمعة", "2018-03-09TNI"),
        ("هذا الصباح", "هذا الصباح", "2018-03-14TMO"),
        ("عام وثلاثة أشهر", "عام وثلاثة أشهر", "P1Y3M"),
        ("ساعتين و20 دقيقة", "ساعتين و20 دقيقة", "PT2H20M"),
        ("ساعة إلا ربعا", "ساعة إلا ربعا", "PT0.75H"),
        ("أيام قليلة", "أيام قليلة", "PXD"),
        ("عشرات السنين", "عشرات السنين", "PXY"),
        ("كل يوم أحد", "كل يوم أحد", "XXXX-WXX-7"),
        ("كل صباح", "كل صباح", "XXXX-XX-XXTMO"),
        ("في تمام الخامسة", "الخامسة", "T05"),
        ("الساعة الثامنة إلا عشر دقائق", "الساعة الثامنة إلا عشر دقائق", "T07:50"),
        ("الساعة 8 العشاء", "الساعة 8 العشاء", "T20"),
        ("نلتقي الساعة 12 ظهرا وقت الغداء", "الساعة 12 ظهرا وقت الغداء", "T12"),
        ("سيعود الحادية عشرة", "الحادية عشرة", "T11"),
        ("نسافر صيف", "صيف", "SU"),
        ("وصل 1130 صباحا", "1130 صباحا", "T11:30"),
    ],
)
def test_a_time_is_told_by_its_order_or_its_parts(text: str, words: str, value: str) -> None:
    assert (words, value) in _told(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("عيد الفطر", "2018-06-15"),
        ("ثاني أيام عيد الأضحى", "2018-08-22"),
        ("إجازة عيد الفطر", "2018-06-15/2018-06-17"),
        ("ليلة رأس السنة", "2017-12-31"),
        ("كريسماس 2015", "2015-12-25"),
        ("رأس السنة الهجرية", "2017-09-21"),
        ("عيد الفصح", None),  # churches keep it on two dates
    ],
)
def test_a_named_day_is_the_one_nearest_to_the_article(text: str, value: str | None) -> None:
    assert [time.value for time in _times(text)] == [value]


def test_a_named_day_without_a_date_to_tell_it_from_keeps_its_month_and_day() -> None:
    assert [time.value for time in _times("عيد العمال", None)] == ["XXXX-05-01"]


def test_two_weekdays_that_follow_each_other_are_two_days_that_do() -> None:
    assert [value for _, value in _told("يومي الأربعاء والخميس")] == ["2018-03-14", "2018-03-15"]


@pytest.mark.parametrize("text", ["اليوم العالمي للمياه", "سدد اللاعب بكرة رأسية", "أصيب 340 مساء أمس"])
def test_what_only_looks_like_a_day_or_an_hour_is_none(text: str) -> None:
    assert [value for words, value in _told(text) if not words.startswith("مساء")] == []  # World Water Day; with a header; 340 were hurt
