"""Which tolls two tellings of one event share."""

from __future__ import annotations

from importlib import resources

import duckdb
import pytest
from test_keys import filled, telling

from takhrij.annotate.expressions import expressions_of
from takhrij.claims.facts import facts_of
from takhrij.claims.statements import Statement
from takhrij.claims.tolls import TOLLS, give_one_toll, tolls_of
from takhrij.model.claim import Fact, Telling
from takhrij.model.document import Document
from takhrij.model.span import Span


def told(words: str, date: str = "2021-03-02", start: int = 0) -> Statement:
    document = Document("d", "d", 0, None, date, None, None, words, None, None, None)
    times, quantities = expressions_of(document)
    facts = facts_of("t", words, Span(0, len(words)), [], quantities, times)
    return Statement("t", words, date, "ar", tuple(facts), "asserted", (), start)


def test_a_statement_gives_the_toll_of_each_fate() -> None:
    tolls = tolls_of(told("مقتل تسعة عمال وإصابة 21 في حريق مصنع السدر"))  # nine workers killed and 21 hurt in the mill's fire
    assert {fate: fact.low for fate, fact in tolls.items()} == {"قتيل": "9", "جريح": "21"}


@pytest.mark.parametrize(
    ("words", "dead", "hurt"),
    [
        ("وبلغ عدد القتلى 17 والجرحى 40", "17", "40"),  # the dead are 17 and the hurt 40
        ("وارتفع عدد قتلى الحريق إلى 17 شخصا", "17", None),
        ("وتسلم المستشفى جثث 11 شخصا", "11", None),  # the hospital received the bodies of 11 people
        ("وبلغ عدد المصابين 13 بينهم أطفال", None, "13"),  # the hurt are 13, among them children
    ],
)
def test_a_number_counts_those_whose_number_was_announced_before_it(words: str, dead: str | None, hurt: str | None) -> None:
    tolls = tolls_of(told(words))
    assert {fate: fact.low for fate, fact in tolls.items()} == {fate: low for fate, low in (("قتيل", dead), ("جريح", hurt)) if low}


@pytest.mark.parametrize(
    "words",
    [
        "وقتل 40 عاملا في حرائق المصانع منذ بداية العام",  # 40 workers killed in mill fires since the beginning of the year
        "وقتل 40 عاملا في حريق آخر شرق المدينة",  # in another fire
        "وقتل 40 عاملا في حريق المصنع القديم عام 2011",  # in 2011
        "اندلع حريق في 40 مصنعا",  # no people
        "وبين القتلى 4 عمال من الوردية الليلية",  # among the dead 4 workers of the night shift
        "وأصيب ثلاثة منهم بحروق بالغة",  # three of them were badly burnt
        "أقيل مدير المصنع بعد الحريق الذي أودى بحياة 9 عمال",  # dismissed after the fire that took the lives of 9
        "أقيل مدير المصنع بعد الحريق الذي اندلع فيه أمس وأودى بحياة 9 عمال",  # … that broke out yesterday and took the lives of 9
        "انتشلت الفرق 5 جثث أخرى من مصنع السدر",  # the teams recovered 5 more bodies
    ],
)
def test_a_toll_of_another_event_or_of_many_is_none(words: str) -> None:
    assert tolls_of(told(words)) == {}


def test_one_number_of_dead_is_one_toll_wherever_it_stands() -> None:
    assert give_one_toll(told("قتل 9 عمال في حريق مصنع السدر"), told("وأكد المدير وفاة تسعة عمال", start=1200)) is True


def test_dozens_may_be_sixty_and_are_one_toll_only_where_little_else_is_told() -> None:
    vague = told("وأصيب العشرات بجروح", start=800)  # dozens were hurt
    assert give_one_toll(vague, told("تسبب الحريق بإصابة 60 عاملا", start=900)) is True
    background = told("اجتمع المجلس البلدي بعد حريق المصنع الذي أوقع العشرات جرحى")  # the council met after the fire that hurt dozens
    assert give_one_toll(vague, background) is give_one_toll(background, told("تسبب الحريق بإصابة 60 عاملا")) is None


def test_another_number_of_dead_is_one_toll_where_both_articles_begin_with_it() -> None:
    first, later = "قتل 9 عمال في حريق مصنع السدر", "17 قتيلا في حريق السدر"
    assert give_one_toll(told(first), told(later, "2021-03-03")) is False
    assert give_one_toll(told(first), told(later, start=1200)) is None
    assert give_one_toll(told(first), told(later, "2021-03-09")) is None


def test_the_latest_count_may_stand_further_below() -> None:
    assert give_one_toll(told("قتل 9 عمال في حريق مصنع السدر"), told("وارتفعت الحصيلة إلى 17 قتيلا", start=900)) is False


def test_the_dead_and_the_hurt_are_no_one_toll() -> None:
    assert give_one_toll(told("قتل 9 عمال في حريق مصنع السدر"), told("أصيب 21 عاملا في حريق مصنع السدر")) is None


def test_what_many_fights_took_is_no_stage_of_the_toll_of_one() -> None:
    many = told("وقتل في المعارك 80 مقاتلا وفق حصيلة جديدة", start=900)  # 80 fighters fell in the battles by a new count
    assert give_one_toll(told("قتل 9 عمال في قصف مصنع السدر"), many) is None


@pytest.mark.parametrize(
    "other",
    [
        "مقتل 43 مسلحا في هجوم السدر",  # the dead of the other side
        "مقتل 43 من المدنيين في قصف السدر",
        "مقتل 900 في هجوم السدر",  # no toll rises so in a day
        "مقتل 43 في هجومين منفصلين قرب السدر",  # of two attacks
        "سقوط 43 قتيلا وجريحا في هجوم السدر",  # dead and hurt together
    ],
)
def test_the_dead_of_others_are_no_stage_of_a_toll(other: str) -> None:
    soldiers = told("قتل 26 جنديا في هجوم السدر")  # 26 soldiers were killed in the attack
    assert give_one_toll(soldiers, told("مقتل 43 شخصا في هجوم السدر")) is False
    assert give_one_toll(soldiers, told(other)) is None


def test_the_death_of_one_man_is_no_stage_of_a_toll() -> None:
    assert give_one_toll(told("مقتل شخص في حريق مصنع السدر"), told("17 قتيلا في حريق مصنع السدر")) is None


def test_the_query_takes_tolls_and_knows_whether_their_documents_begin_with_one() -> None:
    words = "قتل 9 عمال"
    rows = [telling("a", words), telling("a", words, 900), telling("b", words, 900), telling("c", words)]
    connection = duckdb.connect()
    filled(connection, "tellings", Telling, rows)
    facts = [Fact(row.telling, "number", "9", "9", None, None, "exact", "قتيل", row.start, row.start + 1) for row in rows[:3]]
    filled(connection, "facts", Fact, [*facts, Fact("t-c-0", "number", "9", "9", None, None, "exact", "عامل", 0, 1)])
    sql = resources.files("takhrij.claims").joinpath("tolls.sql").read_text("utf-8")
    assert {(row[0], row[3]) for row in connection.execute(sql).fetchall()} == {("t-a-0", True), ("t-a-900", True), ("t-b-900", False)}


def test_the_query_and_the_decision_know_the_same_fates() -> None:
    sql = resources.files("takhrij.claims").joinpath("tolls.sql").read_text("utf-8")
    assert all(f"'{fate}'" in sql for fate in TOLLS)
