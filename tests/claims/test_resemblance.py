"""Whether two statements tell the same, on invented statements with hand-made facts."""

from __future__ import annotations

import pytest

from takhrij.claims.resemblance import resemblance_of
from takhrij.claims.statements import Statement
from takhrij.model.claim import Fact


def statement(words: str, *facts: tuple[str, str, str | None], chain: tuple[str, ...] = ()) -> Statement:
    """A statement with facts given as (slot, words, low); number facts count as exact."""
    rows = []
    for slot, told, low in facts:
        start = words.index(told)
        rows.append(Fact("t", slot, told, low, None, None, "exact" if slot == "number" else None, None, start, start + len(told)))
    return Statement("t", words, None, "ar", tuple(rows), "asserted", chain)


def verdict_and_slots(left: Statement, right: Statement) -> tuple[str, list[str]]:
    verdict, _, slots = resemblance_of(left, right)
    return verdict, [slot for slot, _, _ in slots]


def test_other_words_for_the_same_event_are_the_same_claim() -> None:
    left = statement("ارتفعت أسعار الزعفران في سوق نهروان")  # saffron prices rose in the market of Nahrawan
    right = statement("صعود أسعار الزعفران بسوق نهروان")
    assert verdict_and_slots(left, right) == ("same", [])


def test_an_opposite_word_is_contrary() -> None:
    left = statement("ارتفعت أسعار الزعفران في سوق نهروان")
    right = statement("هبطت أسعار الزعفران في سوق نهروان")  # prices fell
    assert verdict_and_slots(left, right) == ("contrary", ["wording"])


def test_a_negation_on_one_side_is_contrary() -> None:
    left = statement("وصلت قافلة الملح إلى واحة سمران")  # the salt caravan reached the oasis
    right = statement("لم تصل قافلة الملح إلى واحة سمران")
    assert verdict_and_slots(left, right) == ("contrary", ["negation"])


def test_another_number_of_the_same_thing_is_contrary() -> None:
    left = statement("غرق 12 قاربا قرب ميناء نهروان", ("number", "12", "12"))  # 12 boats sank near the port
    right = statement("غرق 21 قاربا قرب ميناء نهروان", ("number", "21", "21"))
    assert verdict_and_slots(left, right) == ("contrary", ["number"])


def test_exchanged_parties_are_contrary() -> None:
    left = statement("فاز سمران على نهروان في نهائي الكأس", ("actor", "سمران", None), ("actor", "نهروان", None))
    right = statement("فاز نهروان على سمران في نهائي الكأس", ("actor", "نهروان", None), ("actor", "سمران", None))
    assert verdict_and_slots(left, right)[0] == "contrary"


def test_another_topic_is_a_different_claim() -> None:
    left = statement("افتتح الوزير جسرا فوق نهر سمران")  # the minister opened a bridge
    right = statement("حذرت الأرصاد من موجة برد نهاية الأسبوع")  # the weather office warned of a cold spell
    assert verdict_and_slots(left, right)[0] == "different"


@pytest.mark.parametrize(("left_chain", "right_chain"), [((), ("وكالة سمران",)), (("وكالة سمران",), ("صحيفة النهر",))])
def test_another_source_is_named_and_changes_nothing(left_chain: tuple[str, ...], right_chain: tuple[str, ...]) -> None:
    words = "انهار جسر خشبي قرب واحة سمران"  # a wooden bridge collapsed near the oasis
    assert verdict_and_slots(statement(words, chain=left_chain), statement(words, chain=right_chain)) == ("same", ["attribution"])


def test_the_score_is_higher_for_the_same_words() -> None:
    left = statement("غرق قارب صيد قرب ميناء نهروان")
    near, far = statement("غرق قارب صيد قرب ميناء نهروان"), statement("افتتح الوزير جسرا فوق نهر سمران")
    assert resemblance_of(left, near)[1] > 0.8 > 0.2 > resemblance_of(left, far)[1]
