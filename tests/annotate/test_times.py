"""Time expressions, resolved against Wednesday 14 May 2031."""

from __future__ import annotations

import pytest

from takhrij.annotate.expressions import expressions_of
from takhrij.model.annotation import TimeExpression
from takhrij.model.document import Document


def _times(text: str, day: str | None = "2031-05-14T09:30:00Z") -> list[TimeExpression]:
    return expressions_of(Document("d1", "d1", 1, None, day, None, None, text, None, None, "ar"))[0]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("في 12 مارس 2029", "12 مارس 2029", "2029-03-12"),
        ("في الثاني والعشرين من حزيران/يونيو 2029", "الثاني والعشرين من حزيران/يونيو 2029", "2029-06-22"),
        ("في ٢٢ آب (أغسطس) ٢٠٢٩", "٢٢ آب (أغسطس) ٢٠٢٩", "2029-08-22"),
        ("في 3 غشت 2029", "3 غشت 2029", "2029-08-03"),
        ("في 5 جانفي 2029", "5 جانفي 2029", "2029-01-05"),
        ("في تشرين الثاني 2029", "تشرين الثاني 2029", "2029-11"),
        ("عام 2019", "عام 2019", "2019"),
        ("في 22/4/2029", "22/4/2029", "2029-04-22"),
        ("2029-04-22", "2029-04-22", "2029-04-22"),
        ("أعلن أمس", "أمس", "2031-05-13"),
        ("أعلن أول أمس", "أول أمس", "2031-05-12"),
        ("أعلن أمس الأول", "أمس الأول", "2031-05-12"),
        ("يجتمع غدا", "غدا", "2031-05-15"),
        ("وقع يوم الثلاثاء", "الثلاثاء", "2031-05-13"),
        ("وقع اليوم (الأربعاء)", "اليوم (الأربعاء)", "2031-05-14"),
        ("يجتمع الجمعة المقبل", "الجمعة المقبل", "2031-05-16"),
        ("الأسبوع الماضي", "الأسبوع الماضي", "2031-W19"),
        ("هذا العام", "هذا العام", "2031"),
        ("مارس الماضي", "مارس الماضي", "2031-03"),
        ("يونيو الماضي", "يونيو الماضي", "2030-06"),
        ("قبل ستة أشهر", "قبل ستة أشهر", "2030-11"),
        ("الساعة الثالثة والنصف بعد الظهر", "الساعة الثالثة والنصف بعد الظهر", "T15:30"),
        ("عند 14:05", "14:05", "T14:05"),
        ("خلال 48 ساعة", "48 ساعة", "PT48H"),
        ("لمدة ساعتين", "ساعتين", "PT2H"),
        ("يجتمعون سنويا", "سنويا", "P1Y"),
        ("تسعينيات القرن الماضي", "تسعينيات القرن الماضي", "199"),
        ("الأسبوع الثالث من هذا الشهر", "الأسبوع الثالث من هذا الشهر", "2031-05-W03"),
        ("الربع الأول من 2030", "الربع الأول من 2030", "2030-Q1"),
        ("منذ سنوات", "منذ سنوات", "PAST_REF"),
        ("السنوات الأخيرة", "السنوات الأخيرة", "PXY"),
        ("عطلة نهاية الأسبوع", "عطلة نهاية الأسبوع", "2031-W20-WE"),
        ("يوم 27 الجاري", "يوم 27 الجاري", "2031-05-27"),
        ("مونديال 2022", "2022", "2022"),
        ("بين 2014-2018", "بين 2014-2018", "2014-01-01/2018-12-31"),
        ("الثلاثاء الساعة العاشرة صباحا", "الثلاثاء الساعة العاشرة صباحا", "2031-05-13T10"),
        ("الخميس في الخامس عشر", "الخميس في الخامس عشر", "2031-05-15"),
        ("القرن التاسع عشر", "القرن التاسع عشر", "18"),
    ],
)
def test_a_time_has_its_words_and_its_value(text: str, words: str, value: str) -> None:
    [time] = _times(text)
    assert (text[time.start : time.end], time.value) == (words, value)


def test_the_part_of_a_day_keeps_the_day() -> None:
    [time] = _times("هاجموا البلدة مساء الثلاثاء")  # they attacked the town on Tuesday evening
    assert (time.value, time.begins, time.type) == ("2031-05-13TEV", "2031-05-13", "TIME")


def test_a_hijri_date_is_told_in_gregorian_days() -> None:
    [time] = _times("في 1 محرم 1446هـ")
    assert (time.value, time.begins) == ("2024-07-07", "2024-07-07")


def test_an_interval_holds_both_ends() -> None:
    [time] = _times("من 4 إلى 23 مارس 2029")
    assert (time.begins, time.ends) == ("2029-03-04", "2029-03-23")


def test_the_days_of_a_stretch_are_told_from_the_date() -> None:
    [time] = _times("في الأيام الثلاثة الماضية")  # in the past three days
    assert (time.value, time.begins, time.ends, time.anchor) == ("P3D", "2031-05-11", "2031-05-13", "2031-05-14")


def test_without_a_date_relative_times_stay_open() -> None:
    [time] = _times("أعلن أمس", day=None)
    assert (time.value, time.begins, time.anchor) == (None, None, None)
    [weekday] = _times("يوم الثلاثاء", day="unknown")
    assert weekday.value == "XXXX-WXX-2"


@pytest.mark.parametrize("text", ["مارس الرياضة", "الدقيقة 45", "صفر أهداف", "عقد اجتماعا", "تيريزا ماي", "ثانيا قال الناطق", ""])
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert _times(text) == []  # practised sport, no goals, held a meeting
