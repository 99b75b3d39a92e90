"""Who did it to whom, whichever side tells it and in whatever words: light verbs, passives, converses."""

from __future__ import annotations

import pytest
from statement_texts import told

from takhrij.claims.deeds import agree, deed_of, exchanged_parties, other_doers
from takhrij.claims.matches import Matching, matching_of

NAMES = {"سمران": "PLACE", "نهروان": "PLACE"}


def matched(left: str, right: str) -> Matching:
    return matching_of(told(left, names=NAMES), told(right, names=NAMES))


def doer_of(words: str) -> set[str]:
    statement = told(words, names=NAMES)
    return {statement.units[first].form for first, _ in deed_of(statement, 0).doers}


@pytest.mark.parametrize(
    "words",
    [
        "شنت سمران غارات على نهروان",  # launched raids
        "وجهت سمران إلى نهروان تهمة التجسس",  # charged with
        "تعرضت نهروان لغارات من سمران",  # was exposed to raids
        "اتهمت نهروان من قبل سمران بالتجسس",  # was accused by
        "اشترت نهروان من سمران القمح",  # bought from
    ],
)
def test_the_doer_is_found_whichever_side_tells_it(words: str) -> None:
    assert doer_of(words) == {"سمران"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("رفعت سمران دعوى على نهروان", "أقامت نهروان دعوى ضد سمران"),  # sued
        ("فرضت سمران عقوبات على نهروان", "فرضت نهروان عقوبات على سمران"),
        ("شنت سمران غارات على نهروان", "تعرضت سمران لغارات من نهروان"),
    ],
)
def test_parties_that_changed_places_round_a_light_verb_are_seen(left: str, right: str) -> None:
    assert len(list(exchanged_parties(matched(left, right)))) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("رفعت سمران دعوى على نهروان", "أقامت سمران دعوى ضد نهروان"),
        ("شنت سمران غارات على نهروان", "تعرضت نهروان لغارات من سمران"),
        ("اتهمت نهروان من قبل سمران بالتجسس", "وجهت سمران إلى نهروان اتهامات بالتجسس"),
    ],
)
def test_one_deed_told_from_two_sides_is_no_exchange(left: str, right: str) -> None:
    assert list(exchanged_parties(matched(left, right))) == []
    assert agree(matched(left, right), 0, 0)


def test_a_light_verb_with_another_noun_is_two_words() -> None:
    statement = told("رفعت سمران أسعار القمح بعد دعوى التجار")  # raised prices after the merchants' suit
    assert [unit.form for unit in statement.units][:2] == ["رفعت", "سمران"]
    assert "c:try_court" not in statement.units[0].keys


def test_a_negation_of_the_light_verb_is_of_the_event() -> None:
    statement = told("لم يقدم الوزير استقالته")  # did not hand in his resignation
    assert [(unit.form, unit.negated) for unit in statement.units if "c:resign" in unit.keys] == [("يقدم", True)]


def test_what_is_said_besides_of_some_is_no_other_party() -> None:
    left = told("قتل زلزال 30 عاملا معظمهم من سمران", names={"سمران": "PLACE"}, numbers={"30": "30"})  # most of them from Samran
    assert not any(role_name == "سمران" for role_name in (left.units[first].form for first, _ in deed_of(left, 0).others))


def test_two_who_do_one_thing_are_two_doers_where_both_texts_name_both() -> None:
    # the army attacked near the party's posts; the party attacked near the army's
    pair = matched("شنت سمران هجوما قرب مواقع نهروان", "وقع هجوم شنته نهروان على حدود سمران")
    assert [(pair.left.units[one].form, pair.right.units[other].form) for one, other in other_doers(pair)] == [("سمران", "نهروان")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("شنت سمران هجوما على نهروان", "هجوم شنته سمران على نهروان"),  # one doer
        ("قتل نهروان في سمران", "قتل سمران في نهروان"),  # a passive, perhaps: was killed
    ],
)
def test_no_two_doers_are_found(left: str, right: str) -> None:
    assert not list(other_doers(matched(left, right)))


def test_a_name_that_one_text_alone_has_is_no_other_part() -> None:
    left = told("شنت سمران هجوما على البلدة", names={"سمران": "PLACE"})
    right = told("شنت نهروان هجوما على البلدة", names={"نهروان": "PLACE"})
    assert not list(other_doers(matching_of(left, right)))


def test_a_pronoun_may_be_the_party_that_the_other_side_names() -> None:
    names = {"ريما الغيم": "PERSON", "سلمى الندى": "PERSON"}
    won = told("تغلبت ريما الغيم على سلمى الندى في نهائي بطولة الشطرنج", names=names)  # Rima beat Salma in the final of the tournament
    lost = told("خرجت سلمى الندى بخسارتها أمام ريما الغيم", names=names)  # Salma went out by her loss to Rima
    turned = told("خرجت ريما الغيم بخسارتها أمام سلمى الندى", names=names)  # Rima went out by her loss to Salma
    place = next(at for at, unit in enumerate(lost.units) if unit.form == "بخسارتها")
    assert agree(matching_of(won, lost), 0, place)
    assert not agree(matching_of(won, turned), 0, place)


def test_who_is_joined_to_others_by_and_is_no_doer() -> None:
    statement = told("أرسلت العينات إلى خبراء في سمران ونهروان", names=NAMES)  # samples went to experts in two towns
    doers = {statement.units[first].form for place in range(len(statement.units)) for first, _ in deed_of(statement, place).doers}
    assert "ونهروان" not in doers
