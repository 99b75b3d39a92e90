"""Keys of tellings, and the pairs that the query proposes from them, on invented sentences."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from importlib import resources
from typing import Any

import duckdb

from takhrij.claims.keys import MOST_CROSSING, MOST_UNITS, keys_of
from takhrij.model.claim import Fact, Telling, TellingKey, Toll
from takhrij.model.reuse import Alignment
from takhrij.model.tables import columns_of

TYPES = {str: "varchar", int: "bigint", float: "double", bool: "boolean"}
BRIDGE = "انهار جسر السنديان في مدينة نهروان بعد فيضان الوادي"  # the Sindian bridge in Nahrawan collapsed after the valley flooded
BRIDGE_AGAIN = "انهيار جسر السنديان بنهروان إثر فيضان الوادي"  # collapse of the Sindian bridge in Nahrawan after the flood
CAMEL = "فازت ناقة من سمران بسباق الهجن السنوي"  # a camel from Samran won the yearly race


def telling(document: str, words: str, start: int = 0) -> Telling:
    return Telling(f"t-{document}-{start}", document, "text", start, start + len(words), words, None, "asserted")


def keys(row: Telling, *facts: Fact) -> set[int]:
    return {key for key, _ in keys_of(row, facts)}


def filled(connection: duckdb.DuckDBPyConnection, name: str, row: type, rows: Sequence[Any]) -> None:
    columns = ", ".join(f'"{column}" {TYPES[kind]}' for column, kind, _ in columns_of(row))
    connection.execute(f"create table {name} ({columns})")
    if rows:
        connection.executemany(f"insert into {name} values ({', '.join('?' * len(columns_of(row)))})", list(map(dataclasses.astuple, rows)))


def proposed(tellings: list[Telling], alignments: Sequence[Alignment] = (), tolls: Sequence[Toll] = ()) -> set[tuple[str, str, str]]:
    connection = duckdb.connect()
    filled(connection, "tellings", Telling, tellings)
    keys = [TellingKey(row.telling, row.document, *key) for row in tellings for key in keys_of(row, [])]
    filled(connection, "telling_keys", TellingKey, keys)
    filled(connection, "alignments", Alignment, alignments)
    for table in ("crossings", "aligned_tellings"):
        query = resources.files("takhrij.claims").joinpath(f"{table}.sql").read_text("utf-8")
        connection.execute(f"create table {table} as {query}")
    filled(connection, "tolls", Toll, tolls)
    sql = resources.files("takhrij.claims").joinpath("telling_pairs.sql").read_text("utf-8")
    return {(left, right, by) for _, left, right, by in connection.execute(sql).fetchall()}


def test_two_wordings_of_one_event_share_keys() -> None:
    assert len(keys(telling("a", BRIDGE)) & keys(telling("b", BRIDGE_AGAIN))) >= 6


def test_two_events_share_no_key() -> None:
    assert not keys(telling("a", BRIDGE)) & keys(telling("b", CAMEL))


def test_a_number_is_the_same_key_in_digits_and_in_words() -> None:
    digits, words = "أنقذ الحراس 13 سباحا", "أنقذ الحراس ثلاثة عشر سباحا"  # the guards saved 13 swimmers
    one = Fact("t", "number", "13 سباحا", "13", None, None, "exact", "سباح", 12, 20)
    other = Fact("t", "number", "ثلاثة عشر سباحا", "13", None, None, "exact", "سباح", 12, 27)
    assert keys(telling("a", digits), one) & keys(telling("b", words), other)


def test_a_long_telling_has_no_more_keys_than_its_most_telling_words_give() -> None:
    long = " ".join(f"كلمة{number}" for number in range(500))
    keys_made = keys_of(telling("a", long), [])
    assert sum(key >= 0 for key, _ in keys_made) <= MOST_UNITS * (MOST_UNITS - 1) / 2
    assert sum(key < 0 for key, _ in keys_made) <= MOST_CROSSING * (MOST_CROSSING - 1) / 2


def test_the_query_proposes_two_wordings_of_one_event() -> None:
    assert proposed([telling("a", BRIDGE), telling("b", BRIDGE_AGAIN), telling("c", CAMEL)]) == {("t-a-0", "t-b-0", "event")}


def test_the_query_proposes_no_two_sentences_of_one_text() -> None:
    assert proposed([telling("a", BRIDGE), telling("a", BRIDGE_AGAIN, 100)]) == set()


def test_one_shared_pair_of_words_is_too_little_between_two_events() -> None:
    other = "حذر خبراء من جسر متهالك في مدينة سمران عند مدخل الوادي"  # experts warned of a decrepit bridge in Samran
    assert proposed([telling("a", BRIDGE), telling("b", other)]) == set()


def test_articles_of_two_events_need_more_words_in_common_and_are_marked() -> None:
    beginnings = ("افتتح المتحف البحري معرض اللؤلؤ القديم", "وصل المنتخب الوطني لكرة السلة إلى نصف النهائي")
    rows = [telling(document, beginning) for document, beginning in zip("ab", beginnings, strict=True)]
    assert proposed([*rows, telling("a", BRIDGE, 900), telling("b", BRIDGE, 900)]) == {("t-a-900", "t-b-900", "words")}


def test_tellings_in_aligned_passages_are_proposed_where_words_would_not_do() -> None:
    alignment = Alignment("x", "a|b", "a", 0, 40, "b", 0, 40, 6, 0, 1.0, "verbatim", 1.0, 1.0, "test")
    pairs = proposed([telling("a", "قال ذلك كله أمس"), telling("b", "كل ذلك قيل أمس")], [alignment])
    assert pairs == {("t-a-0", "t-b-0", "reuse")}


def test_a_telling_is_proposed_with_the_place_of_its_copy_and_not_with_others_of_the_passage() -> None:
    alignment = Alignment("x", "a|b", "a", 100, 700, "b", 0, 600, 90, 4, 1.0, "verbatim", 0.5, 0.5, "test")
    rows = [telling("a", "قال ذلك كله أمس", 100), telling("a", "لم يعد أحد منهم", 300), telling("a", "سوف نرى ما يكون", 500)]
    rows += [telling("b", "كل ذلك قيل أمس", 5), telling("b", "ما رجع سوى واحد", 190), telling("b", "ننتظر حتى نعرف", 410)]
    expected = {("t-a-100", "t-b-5", "reuse"), ("t-a-300", "t-b-190", "reuse"), ("t-a-500", "t-b-410", "reuse")}
    assert proposed(rows, [alignment]) == expected


def test_the_query_proposes_a_sentence_and_its_rewrite_in_one_text() -> None:
    alignment = Alignment("x", "a|a", "a", 0, 60, "a", 500, 560, 6, 2, 1.0, "rewritten", 0.1, 0.1, "test")
    rows = [telling("a", BRIDGE), telling("a", CAMEL, 200), telling("a", BRIDGE_AGAIN, 500)]
    assert proposed(rows, [alignment]) == {("t-a-0", "t-a-500", "reuse")}


def test_a_sentence_across_both_passages_of_one_text_is_no_partner_of_itself() -> None:
    alignment = Alignment("x", "a|a", "a", 0, 30, "a", 31, 60, 6, 2, 1.0, "rewritten", 0.1, 0.1, "test")
    assert proposed([telling("a", BRIDGE)], [alignment]) == set()


def test_a_shared_formula_proposes_nothing() -> None:
    alignment = Alignment("x", "a|b", "a", 0, 40, "b", 0, 40, 6, 0, 1.0, "formula", 1.0, 1.0, "test")
    assert proposed([telling("a", "قال ذلك كله أمس"), telling("b", "كل ذلك قيل أمس")], [alignment]) == set()


def test_two_tolls_of_one_event_are_proposed_though_they_share_no_other_word() -> None:
    killed = telling("a", "وقضى في الانهيار تسعة عمال", 900)  # nine workers died in the collapse
    dead = telling("b", "وارتفعت الحصيلة إلى 17 قتيلا", 900)  # the toll has risen to 17 dead
    tolls = [Toll(row.telling, row.document, "قتيل", True) for row in (killed, dead)]
    opening = [telling("a", BRIDGE), telling("b", BRIDGE_AGAIN)]
    assert ("t-a-900", "t-b-900", "event") in proposed([*opening, killed, dead], tolls=tolls)
    assert proposed([killed, dead], tolls=tolls) == set()
    assert ("t-a-900", "t-b-900", "event") not in proposed([*opening, killed, dead])


def test_a_statement_in_many_articles_is_linked_in_a_line() -> None:
    many = [telling(f"d{number:03}", BRIDGE) for number in range(100)]
    assert len(many) - 1 <= len(proposed(many)) <= 4 * len(many)


FIRE = "مقتل 17 عاملا وإصابة 40 في حريق مرفأ زمران"  # 17 workers killed and 40 hurt in a fire at the port of Zamran
FIRE_IN_ENGLISH = "Seventeen workers were killed and 40 injured in a blaze at Zamran port"
FLOOD_IN_ENGLISH = "Three bridges were closed after floods hit the town of Nahrawan"


def spoken(row: Telling, language: str) -> Telling:
    return dataclasses.replace(row, language=language)


def test_a_telling_meets_its_translation_by_numbers_names_and_meanings() -> None:
    arabic, english = spoken(telling("a", FIRE), "ar"), spoken(telling("b", FIRE_IN_ENGLISH), "en")
    assert proposed([arabic, english]) == {("t-a-0", "t-b-0", "event")}


def test_an_english_telling_of_another_event_is_not_proposed() -> None:
    assert proposed([spoken(telling("a", FIRE), "ar"), spoken(telling("b", FLOOD_IN_ENGLISH), "en")]) == set()


def test_the_keys_between_languages_bring_nothing_of_one_language_together() -> None:
    rows = [spoken(telling("a", FIRE), "ar"), spoken(telling("b", FIRE), "ar")]
    own = proposed([dataclasses.replace(row, language=None) for row in rows])
    assert proposed(rows) == own


def test_what_stands_in_a_set_text_is_not_compared_though_it_shares_many_words() -> None:
    words = "بعث حاكم سمران برقية تهنئة إلى حاكم {} بمناسبة يوم الاستقلال"  # the ruler of Samran sent congratulations to the ruler of …
    rows = [telling("a", words.format("زمران")), telling("b", words.format("سدرة"))]
    assert proposed(rows) == {("t-a-0", "t-b-0", "event")}
    formula = Alignment("x", "a|b", "a", 0, 70, "b", 0, 70, 9, 1, 1.0, "formula", 1.0, 1.0, "test")
    assert proposed(rows, [formula]) == set()


def test_a_set_phrase_in_a_longer_telling_keeps_nothing_apart() -> None:
    formula = Alignment("x", "a|b", "a", 0, 15, "b", 0, 15, 3, 0, 1.0, "formula", 1.0, 1.0, "test")
    assert proposed([telling("a", BRIDGE), telling("b", BRIDGE)], [formula]) == {("t-a-0", "t-b-0", "event")}
