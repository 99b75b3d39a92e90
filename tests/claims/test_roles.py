"""Who did it to whom: parties round a predicate, changed places and other parties."""

from __future__ import annotations

from statement_texts import told

from takhrij.claims.deeds import exchanged_parties
from takhrij.claims.differences import contrasts_of
from takhrij.claims.matches import matching_of
from takhrij.claims.roles import OBJECT, SUBJECT, other_parties, parties_of
from takhrij.claims.statements import Statement

NAMES = {"سمران": "ORGANIZATION", "نهروان": "ORGANIZATION"}


def roles(statement: Statement, form: str) -> dict[str, str]:
    predicate = next(place for place, unit in enumerate(statement.units) if unit.form == form)
    return {
        party.role: statement.words[statement.units[party.first].start : statement.units[party.end - 1].end]
        for party in parties_of(statement, predicate)
    }


def test_a_verb_has_its_subject_before_its_object() -> None:
    demanded = told("طالبت بلدية سمران وزارة المياه بتعويض المزارعين", names={"سمران": "PLACE", "وزارة المياه": "ORGANIZATION"})
    found = roles(demanded, "طالبت")  # the town demanded of the water ministry
    assert found[SUBJECT] == "بلدية سمران"
    assert found[OBJECT].startswith("وزارة المياه")


def test_what_opens_the_statement_is_the_subject_of_the_verb_after_it() -> None:
    assert roles(told("بلدية سمران طالبت وزارة المياه بتعويض", names={"سمران": "PLACE"}), "طالبت")[SUBJECT] == "بلدية سمران"


def test_parties_that_changed_places_are_seen_in_other_words() -> None:
    left = told("طالبت سمران نهروان بسداد الدين قبل موسم الحصاد", names=NAMES)  # S demanded that N pay the debt
    right = told("قبل موسم الحصاد طلبت نهروان من سمران أن تسدد الدين", names=NAMES)
    assert len(list(exchanged_parties(matching_of(left, right)))) == 1


def test_the_same_parties_in_other_words_are_no_exchange() -> None:
    left = told("طالبت سمران نهروان بسداد الدين قبل موسم الحصاد", names=NAMES)
    right = told("قبل موسم الحصاد طلبت سمران من نهروان أن تسدد الدين", names=NAMES)
    matching = matching_of(left, right)
    assert list(exchanged_parties(matching)) == []
    assert list(other_parties(matching)) == []


def test_another_name_in_one_role_is_another_party() -> None:
    left = told("قصفت طائرات سمران مخازن القمح", names={"سمران": "ORGANIZATION"})  # S's aircraft shelled the wheat stores
    right = told("تعرضت مخازن القمح لغارات شنتها طائرات نهروان", names={"نهروان": "ORGANIZATION"})
    assert "actor" in {contrast.slot for contrast in contrasts_of(matching_of(left, right)) if contrast.strength >= 0.7}


def test_an_unlisted_name_may_be_a_person_and_two_spellings_are_one() -> None:
    left = told("سجل زرنبوكي هدف الفوز في مرمى الضيوف")  # Zarnbuki scored the winner
    other, same = told("سجل مخلدورف هدف الفوز في مرمى الضيوف"), told("سجل زرانبوكي هدف الفوز في مرمى الضيوف")
    assert "person" in {contrast.slot for contrast in contrasts_of(matching_of(left, other)) if contrast.strength >= 0.7}
    assert contrasts_of(matching_of(left, same)) == []


def test_the_rest_of_a_name_that_both_tell_is_no_difference() -> None:
    left = told("زار الأمير زرنب القلعة القديمة", names={"زرنب": "PERSON"})
    right = told("زار الأمير زرنب مخلدور القلعة القديمة", names={"زرنب مخلدور": "PERSON"})
    assert [contrast for contrast in contrasts_of(matching_of(left, right)) if contrast.slot in ("person", "actor")] == []


def test_giver_and_receiver_who_changed_parts_are_a_matter_of_actors() -> None:
    left = told("تسلمت سمران من نهروان مخطوطات القلعة القديمة", names=NAMES)  # S received the manuscripts from N
    right = told("سلمت سمران نهروان مخطوطات القلعة القديمة", names=NAMES)
    assert "actor" in {contrast.slot for contrast in contrasts_of(matching_of(left, right)) if contrast.strength >= 0.7}


def test_a_capital_stands_for_the_government_but_is_one_place_of_the_country() -> None:
    town = told("انفجر خزان وقود في مدينة زرنبود بكينيا", names={"زرنبود": "PLACE"})  # a fuel tank blew up in Zarnabud, in Kenya
    capital = told("انفجر خزان وقود في العاصمة الكينية نيروبي")
    assert "place" in {contrast.slot for contrast in contrasts_of(matching_of(town, capital)) if contrast.strength >= 0.65}
    assert contrasts_of(matching_of(told("نيروبي تحتج على الاتفاق"), told("كينيا تحتج على الاتفاق"))) == []  # Nairobi (Kenya) protests
