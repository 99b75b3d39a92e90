"""Numbers and dates that stand in one place of two sentences and can both be meant."""

from __future__ import annotations

import pytest

from takhrij.claims.compare import compare_pair
from takhrij.claims.compare import statement_of_text as stated
from takhrij.claims.differences import contrasts_of
from takhrij.claims.matches import matching_of

_DAY = "2016-03-14T10:00:00Z"
_STRONG = 0.65


def strong(one: str, other: str) -> set[str]:
    """The slots of the differences that keep both from holding."""
    return {row.slot for row in contrasts_of(matching_of(stated(one, _DAY), stated(other, _DAY))) if row.strength >= _STRONG}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("بيعت لوحة السدري في مزاد سمران بمبلغ 9 ملايين دولار", "بيعت لوحة السدري في مزاد سمران بمبلغ 6 ملايين جنيه إسترليني"),
        ("أنفقت بلدية سمران على السد 480 ملياردولار منذ بنائه", "أنفقت بلدية سمران على السد 480 مليار دولار منذ بنائه"),
        ("ربحت شركة الزعفران هذا العام 1.7 مليار ريال بزيادة كبيرة", "ربحت شركة الزعفران هذا العام 1,738 مليون ريال بزيادة كبيرة"),
        ("رسم الأطفال جدارية في واحدة من أكبر ساحات سمران", "رسم الأطفال جدارية في 50 من ساحات سمران"),
        ("بلغ فائض شركة الزعفران في بداية السنة 18 مليون ريال", "بلغ فائض شركة الزعفران في بداية السنة 2014 18 مليون ريال"),
        (
            "خسرت شركة الزعفران 94 مليون ريال في النصف الأول من عام 2015",
            "خسرت شركة الزعفران 94 مليون ريال مقارنة بأرباح قدرها 40 مليونا في الفترة نفسها من عام 2014",
        ),
    ],
)
def test_what_can_both_be_meant_contradicts_nothing(one: str, other: str) -> None:
    assert strong(one, other).isdisjoint(("number", "date"))


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        ("بيعت لوحة السدري في مزاد سمران بمبلغ 12 مليون دينار", "بيعت لوحة السدري في مزاد سمران بمبلغ 14 مليون دينار", "number"),
        ("غرق ثلاثة بحارة قرب سمران في 10 مارس 2016", "غرق ثلاثة بحارة قرب سمران في 17 مارس 2016", "date"),
        ("ودع منتخب سمران البطولة بعد هزيمته الثالثة فيها", "ودع منتخب سمران البطولة بعد هزيمته الخامسة فيها", "number"),
    ],
)
def test_another_value_in_the_same_place_does(one: str, other: str, slot: str) -> None:
    assert slot in strong(one, other)


def test_two_ordinals_of_two_nouns_contradict_nothing() -> None:
    told = compare_pair({
        "id": "1",
        "a": "ودع منتخب سمران البطولة بعدما تعرض للهزيمة الثانية وخسر أمام نهروان على ملعب المرج",
        "b": "بات منتخب سمران أول منتخب يودع البطولة بخسارته أمام نهروان على ملعب المرج",
    })  # fmt: skip
    assert told["verdict"] == "same"
