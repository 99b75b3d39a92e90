"""Negations and words of opposite meaning between two statements."""

from __future__ import annotations

import pytest
from statement_texts import told

from takhrij.claims.differences import contrasts_of
from takhrij.claims.matches import matching_of
from takhrij.claims.polarity import negation_conflicts, opposite_pairs
from takhrij.claims.reversals import opposed_subjects, turning_words


def opposites(left: str, right: str) -> list[tuple[str, str]]:
    matching = matching_of(told(left), told(right))
    return [(matching.left.units[place].form, matching.right.units[partner].form) for place, partner in opposite_pairs(matching)]


def test_words_of_opposite_meaning_are_found_under_inflection() -> None:
    assert opposites("ارتفع سعر الزعفران", "سينخفض سعر الزعفران") == [("ارتفع", "سينخفض")]  # the price of saffron rose / will fall


def test_the_negated_opposite_agrees() -> None:
    assert opposites("لم يغلق الجسر", "فتح الجسر") == []  # the bridge was not closed / was opened


def test_refusing_and_not_accepting_agree() -> None:
    matching = matching_of(told("المجلس لا يقبل خطة السد"), told("المجلس يرفض خطة السد"))  # does not accept / refuses the plan
    assert [contrast for contrast in contrasts_of(matching) if contrast.strength > 0.5] == []


def test_a_negation_on_both_sides_is_no_conflict() -> None:
    matching = matching_of(told("لم تصل القافلة"), told("القافلة لن تصل"))  # the caravan did not / will not arrive
    assert list(negation_conflicts(matching)) == []


def test_winner_and_loser_may_be_told_from_either_side() -> None:
    names = {"سمران": "ORGANIZATION", "نهروان": "ORGANIZATION"}
    left = told("هزم سمران نهروان في النهائي", names=names)  # Samran beat Nahrawan in the final
    same = matching_of(left, told("خسر نهروان أمام سمران في النهائي", names=names))
    contrary = matching_of(left, told("خسر سمران أمام نهروان في النهائي", names=names))
    assert list(opposite_pairs(same)) == []
    assert len(list(opposite_pairs(contrary))) == 1


def test_a_word_that_turns_all_round_is_found_on_its_side() -> None:
    matching = matching_of(told("المجلس يبني السد"), told("المجلس يرفض بناء السد"))  # the council builds / refuses to build the dam
    assert [(side, unit.form) for side, unit in turning_words(matching)] == [("right", "يرفض")]


def test_opposite_things_said_of_one_subject_are_found_though_both_words_are_on_both_sides() -> None:
    left, right = told("تراجع الزعفران مع ارتفاع الزنجبيل"), told("ارتفاع الزعفران مع تراجع الزنجبيل")  # saffron fell as ginger rose
    assert list(opposed_subjects(matching_of(left, right)))


@pytest.mark.parametrize("words", ["وصلت القافلة إلى الواحة", "لم يفتح السوق", "يرفض المجلس بناء السد"])
def test_a_statement_does_not_contradict_itself(words: str) -> None:
    assert contrasts_of(matching_of(told(words), told(words))) == []


def test_a_negated_word_of_one_side_alone_is_a_negation() -> None:
    left = told("قالت الكلية إن درجات الطالب تؤهله لقسم الطب")  # his marks qualify him
    right = told("قالت الكلية إن درجات الطالب لا تكفي لقسم الطب")  # do not suffice
    assert {contrast.slot for contrast in contrasts_of(matching_of(left, right)) if contrast.strength >= 0.7} == {"negation"}


def test_what_is_told_with_and_without_the_negation_is_none() -> None:
    left = told("صادرت المحكمة أمواله المنقولة وغير المنقولة")  # movable and immovable goods
    right = told("صادرت المحكمة أمواله وعقاراته كلها")
    assert [contrast for contrast in contrasts_of(matching_of(left, right)) if contrast.slot == "negation"] == []


def test_who_won_and_who_lost_may_be_told_from_either_side() -> None:
    names = {"سمران": "PLACE", "نهروان": "PLACE"}
    left = told("هزم منتخب سمران ضيفه منتخب نهروان في مباراة ودية", names=names)  # S beat N
    right = told("خسر منتخب نهروان أمام مضيفه منتخب سمران في لقاء ودي", names=names)  # N lost to S
    swapped = told("خسر منتخب سمران أمام مضيفه منتخب نهروان في لقاء ودي", names=names)
    assert [contrast for contrast in contrasts_of(matching_of(left, right)) if contrast.strength >= 0.65] == []
    assert "actor" in {contrast.slot for contrast in contrasts_of(matching_of(left, swapped)) if contrast.strength >= 0.65}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("سلم مصرف السهل وزارة المياه أرشيف السد", "تسلمت وزارة المياه من مصرف السهل أرشيف السد"),  # handed over / received
        ("استقبل والي الهضبة وفد الصيادين في قصره", "زار وفد الصيادين والي الهضبة في قصره"),  # received / visited
        ("باع مصرف السهل إلى مجموعة النسيم أسهم السد", "اشترت مجموعة النسيم من مصرف السهل أسهم السد"),  # sold / bought
    ],
)
def test_one_event_told_from_its_two_sides_is_no_contrary(left: str, right: str) -> None:
    found = contrasts_of(matching_of(told(left), told(right)))
    assert [contrast for contrast in found if contrast.strength >= 0.65] == []


def test_to_sell_and_to_buy_by_one_party_are_contrary() -> None:
    left, right = "باع مصرف السهل أسهم السد", "اشترى مصرف السهل أسهم السد"  # the bank sold / bought the shares of the dam
    assert opposites(left, right) == [("باع", "اشتري")]
