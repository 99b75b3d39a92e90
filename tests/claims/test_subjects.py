"""Who stands first behind one verb in two copies of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from statement_texts import told

from takhrij.claims.matches import Matching, matching_of
from takhrij.claims.subjects import doers_across_voices, exchanged_subjects, other_objects, other_subjects, turned_subjects

TAIL = "في ساحة السوق القديم بعد خلاف على موقف الشاحنات"  # in the square of the old market after a quarrel about parking


def exchanged(left: str, right: str) -> list[tuple[str, str]]:
    matching = matching_of(told(f"{left} {TAIL}"), told(f"{right} {TAIL}"))
    return [(matching.left.units[place].form, matching.right.units[partner].form) for place, partner in exchanged_subjects(matching)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("طعن تاجر حارسا", "طعن حارس تاجرا"),  # a merchant stabbed a guard
        ("قتل حارس برصاص تاجر", "قتل تاجر برصاص حارس"),  # a guard was killed by a merchant's bullets
        ("دهست حافلة الركاب شاحنة الرمل", "دهست شاحنة الرمل حافلة الركاب"),  # a bus ran into a truck
    ],
)
def test_doer_and_target_that_changed_places_are_seen_whatever_they_are(left: str, right: str) -> None:
    assert len(exchanged(left, right)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("طعن تاجر حارسا", "طعن حارس بسكين تاجر"),  # was stabbed with the knife of
        ("أنذرت شرطة السير التاجر", "أنذر التاجر من قبل شرطة السير"),  # was warned by
        ("تشاجر التاجر والحارس", "تشاجر الحارس والتاجر"),  # the two quarrelled
        ("تشاجر التاجر مع الحارس", "تشاجر الحارس مع التاجر"),
    ],
)
def test_a_passive_a_list_and_what_is_done_together_are_no_exchange(left: str, right: str) -> None:
    assert exchanged(left, right) == []


def test_a_title_and_its_name_may_come_in_any_order() -> None:
    names = {"هادي النعام": "PERSON"}
    left = told(f"وصل المحاسب هادي النعام {TAIL}", names=names)  # the accountant Hadi arrived
    right = told(f"وصل هادي النعام المحاسب {TAIL}", names=names)
    assert list(exchanged_subjects(matching_of(left, right))) == []


def others(left: str, right: str) -> list[tuple[str, str]]:
    matching = matching_of(told(f"{left} {TAIL}"), told(f"{right} {TAIL}"))
    return [(matching.left.units[place].form, matching.right.units[partner].form) for place, partner in other_subjects(matching)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("نصبت جمعية التجار كاميرات", "نصبت وزارة البيئة كاميرات"),  # the merchants' association put up cameras
        ("اعتقل حراس الليل ثلاثة لصوص", "اعتقل رجال الدرك ثلاثة لصوص"),  # the night guards caught three thieves
    ],
)
def test_another_subject_of_one_verb_before_the_same_words_is_another_doer(left: str, right: str) -> None:
    assert len(others(left, right)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("قال مدير السوق إن تاجرا طعن حارسا", "قالت شرطة السير إن تاجرا طعن حارسا"),  # who said it
        ("هاجم مقاتلون الحارس", "هاجم مقاتلو الجبل الحارس"),  # fighters, the fighters of the mountain
    ],
)
def test_who_says_it_and_two_forms_of_a_word_are_no_other_doer(left: str, right: str) -> None:
    assert others(left, right) == []


def across(left: str, right: str) -> int:
    return len(list(doers_across_voices(matching_of(told(f"{left} {TAIL}"), told(f"{right} {TAIL}")))))


def test_the_doer_of_a_passive_is_held_against_that_of_an_active() -> None:
    assert across("اعتقل حارس تاجرا", "اعتقل حارس على يد تاجر") == 1  # a guard arrested a merchant, was arrested by one
    assert across("أنذرت نقابة الصيادين التاجر", "أنذر التاجر من قبل بلدية المرج") == 1  # the fishers' union, the town


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("اعتقل حارس تاجرا", "اعتقل تاجر على يد حارس"),
        ("أنذر مدير السوق مدير الميناء", "أنذر مدير الميناء من قبل مدير السوق"),  # both are directors
        ("أردى رجل التاجر", "أردي التاجر برصاص صياد"),  # a man, a fisherman: he may be one
    ],
)
def test_one_doer_in_two_voices_is_one(left: str, right: str) -> None:
    assert across(left, right) == 0


def pairs_by(rule: Callable[[Matching], Iterator[tuple[int, int]]], left: str, right: str) -> list[tuple[str, str]]:
    matching = matching_of(told(f"{left} {TAIL}"), told(f"{right} {TAIL}"))
    return [(matching.left.units[place].form, matching.right.units[partner].form) for place, partner in rule(matching)]


def test_a_subject_that_is_the_other_sides_object_in_the_accusative_was_turned() -> None:
    assert pairs_by(turned_subjects, "رشق تاجر سائق الشاحنة", "رشق حارس المخزن تاجرا") == [("تاجر", "حارس")]  # threw stones at
    assert pairs_by(turned_subjects, "رشق تاجر سائق الشاحنة", "رشق تاجر سائق الحافلة") == []
    assert pairs_by(turned_subjects, "خطف ملثمون تاجرا", "ملثمون خطفوا تاجرا") == []  # masked men kidnapped a merchant, in either order


def test_another_agent_behind_one_subject_of_many_is_another_object() -> None:
    left, right = "اتهم مزارعون شركات بالغش", "اتهم مزارعون بلديات بالغش"  # farmers accused companies, towns of fraud
    assert pairs_by(other_objects, left, right) == [("شركات", "بلديات")]
    assert pairs_by(other_objects, left, "اتهم مزارعون غاضبون بالغش") == []  # an adjective is no object


def test_a_title_alone_may_mean_who_is_named_on_the_other_side() -> None:
    assert others("افتتح معاليه حديقة عامة", "افتتح الوردي حديقة عامة") == []  # his Excellency, al-Wardi opened a park
