"""What a statement is compared by: its units, their polarity, their weight."""

from __future__ import annotations

from dataclasses import replace

from statement_texts import told

from takhrij.claims.statements import Statement
from takhrij.claims.units import meanings_of, weight_of
from takhrij.model.span import Span
from takhrij.text.sounds import sound_of


def forms(statement: Statement) -> list[str]:
    return [unit.form for unit in statement.units]


def negated(statement: Statement) -> list[str]:
    return [unit.form for unit in statement.units if unit.negated]


def test_words_that_carry_no_claim_are_no_units() -> None:
    assert forms(told("بعد ذلك وصلت القافلة إلى الواحة")) == ["وصلت", "القافله", "الواحه"]  # after that the caravan reached the oasis


def test_a_known_name_of_several_words_is_one_unit() -> None:
    (unit,) = [unit for unit in told("وفد من الأمم المتحدة").units if unit.keys[0].startswith("a:")]  # a delegation of the UN
    assert (unit.form, unit.kind) == ("الامم المتحده", "actor")


def test_a_number_fact_takes_the_place_of_its_words() -> None:
    units = told("غرق اثنا عشر قاربا", numbers={"اثنا عشر": "12"}).units  # twelve boats sank
    assert [(unit.kind, unit.fact.low if unit.fact else None) for unit in units] == [("", None), ("number", "12"), ("", None)]


def test_a_negation_turns_round_the_word_after_it_and_passes_over_auxiliaries() -> None:
    assert negated(told("لم تصل القافلة")) == ["تصل"]  # the caravan did not arrive
    assert negated(told("لم يكن الجسر مغلقا")) == ["الجسر"]  # the bridge was not closed


def test_forgoing_negates_what_follows_its_preposition() -> None:
    assert negated(told("تخلى المجلس البلدي عن الصفقة")) == ["الصفقه"]  # the council dropped the deal


def test_nothing_is_negated_in_still_at_least_and_without_precedent() -> None:
    for words in ("لا يزال الجسر مغلقا", "ما لا يقل عن مئة نخلة", "مهرجان غير مسبوق"):  # still closed; at least 100 palms; unprecedented
        assert negated(told(words)) == []


def test_who_said_it_weighs_less_than_what_was_said() -> None:
    plain = told("قالت بلدية سمران إن الجسر انهار")  # the municipality of Samran said that the bridge collapsed
    framed = replace(plain, frame=(Span(5, 16),))
    assert framed.weight < plain.weight
    assert [unit.form for unit in framed.units if unit.in_frame] == ["بلديه", "سمران"]


def test_the_level_is_that_of_the_hedge() -> None:
    assert [told(words).level for words in ("زعم أن الكنز هناك", "قد يفتح الجسر", "فتح الجسر", "أكد أن الجسر فتح")] == [-2, -1, 0, 1]


def test_transliterations_of_one_name_sound_alike_in_both_scripts() -> None:
    assert sound_of("كرافتشينكو") == sound_of("كرافتشنكو")
    assert sound_of("ماكدونالد") == sound_of("macdonald")


def test_inflected_words_have_the_meaning_of_their_base() -> None:
    assert "rise" in meanings_of("وارتفعت")
    assert "rise" in meanings_of("سيرتفعون")
    assert meanings_of("زنجبيل") == ()


def test_rare_words_weigh_more_than_common_ones() -> None:
    assert weight_of("زنجبيل") > weight_of("وزير") > weight_of("في") == 0


def test_a_text_far_too_long_is_cut() -> None:
    assert len(told("قارب صغير " * 50_000).units) < 1000


def test_long_titles_that_all_articles_have_weigh_little() -> None:
    words = "رأس نائب رئيس مجلس الوزراء وزير الدفاع اجتماعا في سدر"  # the deputy prime minister and minister of defence led a meeting
    asked = told(words)
    in_a_case = replace(asked, joins_light_verbs=False)
    weights = [{unit.form: unit.weight for unit in side.units} for side in (asked, in_a_case)]
    assert weights[1]["رييس مجلس الوزراء"] < weights[0]["رييس مجلس الوزراء"]
    assert weights[1]["سدر"] == weights[0]["سدر"]


def test_what_goes_before_a_title_keeps_its_weight() -> None:
    words = "صدر بيان مشترك عن نائب رئيس مجلس الوزراء وزير الدفاع"  # a joint statement of the deputy prime minister, minister of defence
    asked = told(words)
    weights = [{unit.form: unit.weight for unit in side.units} for side in (asked, replace(asked, joins_light_verbs=False))]
    assert weights[0]["مشترك"] == weights[1]["مشترك"]


def test_a_long_name_weighs_no_more_than_a_name() -> None:
    name = "سليم بن حسان بن نورا الزمراني السدري"
    words = f"وصل {name} إلى نهروان"  # Salim … arrived in Nahrawan
    in_a_case = replace(told(words, names={name: "PERSON"}), joins_light_verbs=False)
    assert sum(unit.weight for unit in in_a_case.units if unit.kind == "person") < 2.0


def test_a_drone_is_not_negated() -> None:
    statement = told("أسقط الجيش طائرات بلا طيار فوق سمران", names={"سمران": "PLACE"})  # shot down unmanned aircraft
    assert not any(unit.negated for unit in statement.units)
    assert any("c:drone" in unit.keys for unit in statement.units)


def test_a_source_that_will_not_be_named_refuses_nothing() -> None:
    statement = told("قال مصدر عسكري رفض الكشف عن هويته إن الجسر أغلق")  # said a military source who refused to be named
    assert not any("c:refuse" in unit.keys for unit in statement.units)
    assert any("c:refuse" in unit.keys for unit in told("رفض الجيش الهدنة").units)
