"""Tellings of a case as statements, and what is decided of a proposed pair of them."""

from __future__ import annotations

from takhrij.claims.apart import are_two_measurements
from takhrij.claims.statements import Statement
from takhrij.claims.told import resemblances_of, statement_of, statements_of
from takhrij.model.claim import ChainStep, Difference, Fact, Resemblance, Telling, TellingPair

HURT = "أصيب عشرات الركاب بجروح طفيفة"  # dozens of passengers were slightly hurt
HURT_AGAIN = "وأصيب العشرات من ركاب القطار"  # dozens of the train's passengers were hurt


def telling(name: str, words: str, certainty: str = "asserted") -> Telling:
    return Telling(name, f"d-{name}", "text", 10, 10 + len(words), words, None, certainty, "2021-05-04", "ar")


def step(name: str, words: str, start: int, kind: str = "source") -> ChainStep:
    return ChainStep(name, f"d-{name}", 0, kind, words, "person", "text", start, start + len(words))


def decided(proposed_by: str, left: str, right: str) -> Resemblance:
    statements = [statement_of(telling(name, words), (), ()) for name, words in (("a", left), ("b", right))]
    (row,) = [row for row in resemblances_of(TellingPair("a|b", "a", "b", proposed_by), *statements) if isinstance(row, Resemblance)]
    return row


def test_the_words_that_name_the_source_are_the_frame_of_a_statement() -> None:
    row = telling("a", "قال سليم إن الجسر انهار", "reported")  # Salim said the bridge collapsed
    assert [span.of(" " * 10 + row.words) for span in statement_of(row, (), (step("a", "سليم", 14),)).frame] == ["سليم"]


def test_who_denies_is_no_frame_for_the_denial_is_the_claim() -> None:
    row = telling("a", "نفى سليم أن الجسر انهار", "denied")  # Salim denied that the bridge collapsed
    assert statement_of(row, (), (step("a", "سليم", 14),)).frame == ()


def test_an_agency_credit_is_no_frame_and_stands_in_the_chain() -> None:
    row = statement_of(telling("a", HURT), (), (step("a", "وكالة السدرة", 0, "agency-credit"),))
    assert row.frame == ()
    assert row.chain == ("وكالة السدرة",)


def test_statements_take_their_own_facts_whatever_the_order() -> None:
    tellings = [telling("a", HURT), telling("b", HURT_AGAIN)]
    facts = [
        Fact("b", "number", "العشرات", "20", None, None, "about", None, 16, 23),
        Fact("a", "number", "عشرات", "20", None, None, "about", None, 15, 20),
    ]
    found = statements_of(tellings, facts, [])
    assert {name: [fact.value for fact in row.facts] for name, row in found.items()} == {"a": ["عشرات"], "b": ["العشرات"]}


def test_weak_likeness_in_articles_of_two_events_is_no_claim_told_twice() -> None:
    within, beyond = decided("event", HURT, HURT_AGAIN), decided("words", HURT, HURT_AGAIN)
    assert (within.verdict, beyond.verdict) == ("same", "different")
    assert beyond.score < within.score


def test_the_same_words_are_one_claim_whatever_else_the_articles_tell() -> None:
    assert decided("words", HURT, HURT).verdict == "same"


def test_a_decided_pair_shows_both_values_of_a_difference() -> None:
    left, right = "وصلت القافلة إلى سمران مساء الأحد", "لم تصل القافلة إلى سمران مساء الأحد"  # the convoy (did not) reach Samran
    statements = [statement_of(telling(name, words), (), ()) for name, words in (("a", left), ("b", right))]
    rows = [row for row in resemblances_of(TellingPair("a|b", "a", "b", "event"), *statements) if isinstance(row, Difference)]
    assert "negation" in {row.slot for row in rows}


def prices(name: str, words: str, *values: str, role: str | None = None) -> Statement:
    facts = [Fact(name, "number", value, value, None, None, "exact", role, 10 + words.index(value), 10 + words.index(value) + len(value))
             for value in values]  # fmt: skip
    return statement_of(telling(name, words), tuple(facts), ())


def test_one_price_at_two_hours_is_two_measurements() -> None:
    words = "صعد سعر السمسم {} في المئة إلى {} دينارا"  # the price of sesame rose by … percent to … dinars
    left, right = (prices(name, words.format(*told), *told) for name, told in (("a", ("0.5", "1091")), ("b", ("0.2", "1087"))))
    assert are_two_measurements(left, right)
    assert not are_two_measurements(left, prices("c", words.format("0.5", "1087"), "0.5", "1087"))


def test_two_tolls_are_no_measurements() -> None:
    words = "أصيب {} وقتل {} في الحريق"  # … were hurt and … killed in the fire
    left, right = (prices(name, words.format(*told), *told, role="قتيل") for name, told in (("a", ("40", "9")), ("b", ("51", "12"))))
    assert not are_two_measurements(left, right)
