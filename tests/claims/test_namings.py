"""Places, persons and actors in which tellings of one claim contradict each other."""

from __future__ import annotations

from collections import defaultdict

import pytest

from takhrij.claims.changes import Found, HeldClaim
from takhrij.claims.namings import namings_of
from takhrij.model.claim import Difference, Fact, Resemblance, Telling
from takhrij.model.document import Document

TEXTS = {"a": "أغلق جسر السنديان في نهروان عصرا", "b": "أقفلت البلدية جسر السنديان المعلق بسمران"}  # the bridge in … was closed
OUTLETS = {"a": "a", "b": "b"}


def found(verdict: str, values: tuple[str, str], facts: list[Fact], field: str = "text", slot: str = "place") -> list[Found]:
    tellings = {
        name: Telling(name, f"d-{name}", field if name == "b" else "text", 0, len(words), words, None, "asserted")
        for name, words in TEXTS.items()
    }
    documents = {
        f"d-{name}": Document(f"d-{name}", name, 0, OUTLETS[name], None, None, None, words, None, None, None)
        for name, words in TEXTS.items()
    }
    by_telling: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_telling[fact.telling].append(fact)
    held = HeldClaim(tellings, documents, by_telling, defaultdict(list))
    return list(namings_of(held, [Resemblance("p", "a", "b", verdict, 0.1, "test")], [Difference("p", slot, *values)]))


def place(telling: str, name: str, slot: str = "place") -> Fact:
    start = TEXTS[telling].find(name)
    return Fact(telling, slot, name, None, None, None, None, None, start, start + len(name))


NAMED = [place("a", "نهروان"), place("b", "سمران")]


def test_two_places_of_a_contrary_pair_are_a_conflict() -> None:
    ((slot, (kind, _), told),) = found("contrary", ("نهروان", "سمران"), NAMED)
    assert (slot, kind, [row.value for row in told]) == ("place", "conflict", ["نهروان", "سمران"])


def test_what_two_that_tell_the_same_leave_out_is_no_conflict() -> None:
    assert found("same", ("نهروان", "سمران"), NAMED) == []
    assert found("different", ("نهروان", "سمران"), NAMED) == []


def test_a_word_that_is_no_name_is_no_place() -> None:
    assert found("contrary", ("عصرا", "المعلق"), NAMED) == []


def test_a_title_is_not_held_against_a_text() -> None:
    assert found("contrary", ("نهروان", "سمران"), NAMED, "title") == []


def test_part_of_a_name_stands_for_all_of_it() -> None:
    same = [place("a", "جسر السنديان", "actor"), place("b", "جسر السنديان المعلق", "actor")]
    assert found("contrary", ("السنديان", "المعلق"), same, slot="actor") == []


def test_names_of_two_things_are_no_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TEXTS, "b", "وصل موكب العروس المزدان إلى فندق السرو بسمران")  # the bride's train came to a hotel in S
    assert found("contrary", ("نهروان", "سمران"), [place("a", "نهروان"), place("b", "سمران")]) == []


def test_a_town_and_its_province_that_one_text_names_both_are_no_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TEXTS, "b", "أقفلت البلدية جسر السنديان المعلق بسمران قرب نهروان")
    assert found("contrary", ("نهروان", "سمران"), [place("a", "نهروان"), place("b", "سمران")]) == []


def test_names_in_other_roles_are_no_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TEXTS, "b", "أقفلت البلدية جسر السنديان المعلق لسمران")  # in N; for S
    assert found("contrary", ("نهروان", "سمران"), [place("a", "نهروان"), place("b", "سمران")]) == []


def test_a_negation_of_one_side_alone_is_a_conflict_and_two_of_other_words_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TEXTS, "b", "لم يغلق جسر السنديان في نهروان عصرا")  # was not closed
    assert [slot for slot, _, _ in found("contrary", ("", "يغلق"), [], slot="negation")] == ["negation"]
    assert found("contrary", ("عصرا", "يغلق"), [], slot="negation") == []


def days_of(kind: str | None, left: str, right: str) -> list[Found]:
    """What two tellings that name the days so make, in documents whose dates are of a kind."""
    words = {"a": f"افتتح المعرض الكبير في سمران {left}", "b": f"افتتح المعرض الكبير في سمران {right}"}  # the fair opened …
    tellings = {name: Telling(name, f"d-{name}", "text", 0, len(text), text, None, "asserted") for name, text in words.items()}
    documents = {
        f"d-{name}": Document(f"d-{name}", name, 0, name, "2020-05-06", kind, None, text, None, None, None) for name, text in words.items()
    }
    facts: defaultdict[str, list[Fact]] = defaultdict(list)
    for name, value, day in (("a", left, "2020-05-05"), ("b", right, "2020-05-06")):
        start = words[name].index(value)
        facts[name].append(Fact(name, "date", value, day, day, "DATE", None, None, start, start + len(value)))
    held = HeldClaim(tellings, documents, facts, defaultdict(list))
    return list(namings_of(held, [Resemblance("p", "a", "b", "contrary", 0.1, "test")], [Difference("p", "date", left, right)]))


def test_yesterday_and_today_are_no_conflict_where_the_day_of_publication_is_not_known() -> None:
    assert days_of("crawled", "أمس", "اليوم") == []
    assert [slot for slot, *_ in days_of("published", "أمس", "اليوم")] == ["date"]


def test_what_one_text_denies_and_the_other_leaves_out_is_no_conflict() -> None:
    assert found("contrary", ("مضاء", ""), [], slot="negation") == []


def test_a_town_and_its_province_of_the_gazetteer_are_no_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TEXTS, "a", "أغلق جسر السنديان في أبها عصرا")
    monkeypatch.setitem(TEXTS, "b", "أقفلت البلدية جسر السنديان المعلق في عسير")
    assert found("contrary", ("أبها", "عسير"), [place("a", "أبها"), place("b", "عسير")]) == []


def test_a_name_elsewhere_in_a_copy_stands_against_none(monkeypatch: pytest.MonkeyPatch) -> None:
    copied = "وافقت سمران{} على أن تستخدم الطائرات مطارها في قتال التنظيم بعد أعوام من الرفض{}"  # Samran{, of the League,} let planes use …
    monkeypatch.setitem(TEXTS, "a", copied.format(" عضو رابطة السهول", ""))
    monkeypatch.setitem(TEXTS, "b", copied.format("", " ضد الذئاب"))
    assert found("contrary", ("رابطة السهول", "الذئاب"), [], slot="actor") == []


def test_two_negated_words_of_one_meaning_are_no_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TEXTS, "a", "افتتح المعرض وسط حراسة غير مسبوقة في سمران")  # unprecedented
    monkeypatch.setitem(TEXTS, "b", "افتتح المعرض وسط حراسة لا مثيل لها في سمران")  # that has no like
    assert found("contrary", ("غير مسبوقة", "مثيل"), [place("a", "غير", "negation"), place("b", "لا", "negation")], slot="negation") == []


def test_to_warn_of_a_thing_is_no_conflict_with_not_doing_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TEXTS, "a", "الوزارة تحذر المواطنين من السفر إلى سمران")  # warns of travelling
    monkeypatch.setitem(TEXTS, "b", "الوزارة للمواطنين: لا تسافروا إلى سمران")  # do not travel
    assert found("contrary", ("السفر", "تسافروا"), [place("b", "لا", "negation")], slot="negation") == []


def test_two_names_of_one_outlet_in_two_articles_are_of_two_things(monkeypatch: pytest.MonkeyPatch) -> None:
    congratulated = "هنأ الأمير رئيس {} بذكرى الاستقلال"  # the prince congratulated the president of …
    texts = {"a": congratulated.format("نهروان"), "b": congratulated.format("سمران")}
    for name, words in texts.items():
        monkeypatch.setitem(TEXTS, name, words)
    values = [place("a", "نهروان"), place("b", "سمران")]
    assert len(found("contrary", ("نهروان", "سمران"), values)) == 1
    monkeypatch.setitem(OUTLETS, "b", "a")
    assert found("contrary", ("نهروان", "سمران"), values) == []


def test_one_name_with_or_without_a_blank_is_no_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    copied = "رممت البلدية مسجد {} الأثري الواقع قرب القلعة القديمة في الميناء"  # the town restored the mosque of …
    monkeypatch.setitem(TEXTS, "a", copied.format("أبوسدر"))
    monkeypatch.setitem(TEXTS, "b", copied.format("أبو سدر"))
    assert found("contrary", ("أبوسدر", "سدر"), []) == []


def test_two_forms_of_a_verb_and_of_an_address_are_no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    for pair in (("تلتقي", "يلتقون"), ("الدكتور", "د")):
        copied = "وفي نهاية الموسم {} السدري جميع فرق السهول بنظام الذهاب والإياب"
        for name, word in zip("ab", pair, strict=True):
            monkeypatch.setitem(TEXTS, name, copied.format(word))
        assert found("contrary", pair, [], slot="person") == []


def test_two_articles_that_go_on_each_of_its_own_town_tell_of_two_things(monkeypatch: pytest.MonkeyPatch) -> None:
    fair = "افتتح رئيس البلدية معرض الزهور في {} أمس"  # the mayor opened the flower fair in … yesterday
    for name, town in (("a", "نهروان"), ("b", "سمران")):
        monkeypatch.setitem(TEXTS, name, fair.format(town) + f"، ويضم معرض {town} أزهار الجبل")
    assert found("contrary", ("نهروان", "سمران"), [place("a", "نهروان"), place("b", "سمران")]) == []


def test_a_day_told_from_another_event_and_a_month_that_is_not_named_leave_the_day_open() -> None:
    assert days_of("published", "بعد يوم واحد", "الجمعة") == []
    assert days_of("published", "12 الشهر الحالي", "12 شوال") == []
    assert [slot for slot, *_ in days_of("published", "12 شوال", "14 شوال")] == ["date"]


def test_a_name_in_latin_letters_is_no_other_name(monkeypatch: pytest.MonkeyPatch) -> None:
    copied = "نشرت النتائج في مجلة {} الطبية التي تصدر في سمران كل شهر"  # the results came out in the medical journal …
    monkeypatch.setitem(TEXTS, "a", copied.format("Sidra"))
    monkeypatch.setitem(TEXTS, "b", copied.format("سدرة"))
    assert found("contrary", ("Sidra", "سدرة"), [], slot="actor") == []
