"""Whether two statements tell the same, on invented statements with hand-made facts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from takhrij.claims.resemblance import answer_of, resemblance_of
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


def test_names_of_one_topic_are_not_enough_for_a_proposed_pair() -> None:
    left = statement("انسحبت قوات نهروان من سمران", ("actor", "نهروان", None), ("place", "سمران", None))  # withdrew from Samran
    right = statement("شيدت قوات نهروان قاعدة في سمران", ("actor", "نهروان", None), ("place", "سمران", None))  # built a base there
    assert [resemblance_of(left, right, proposed_by=name)[0] for name in ("event", "words")] == ["different", "different"]


def test_a_short_sentence_that_a_long_one_holds_is_not_enough_for_a_proposed_pair() -> None:
    left = statement("تصريحات حول انسحاب القوات من سمران")  # statements on the withdrawal from Samran
    right = statement(
        "حذر عمدة سمران من أن انسحاب القوات قبل موسم الحصاد يترك القرى بلا حراسة ويرفع أسعار القمح في أسواق الواحة"
    )  # the mayor warned that a withdrawal before harvest leaves villages unguarded and raises the price of wheat
    assert resemblance_of(left, right, proposed_by="event")[0] == "different"


def test_articles_of_two_events_must_have_more_in_common() -> None:
    left, right = statement("غرق قارب صيد قرب ميناء نهروان"), statement("غرق قارب قرب الميناء")  # a boat sank near the port
    assert resemblance_of(left, right, proposed_by="words")[1] < resemblance_of(left, right, proposed_by="event")[1]


def test_the_same_words_are_one_claim_whatever_proposed_them() -> None:
    words = statement("غرق قارب صيد قرب ميناء نهروان")
    assert [resemblance_of(words, words, proposed_by=name)[0] for name in ("event", "reuse", "words", None)] == ["same"] * 4


def test_articles_months_apart_speak_against_one_event() -> None:
    left, right = statement("غرق قارب صيد قرب ميناء نهروان"), statement("غرق قارب قرب ميناء نهروان")
    near = resemblance_of(replace(left, date="2021-05-04"), replace(right, date="2021-05-05"), proposed_by="event")
    far = resemblance_of(replace(left, date="2021-05-04"), replace(right, date="2021-09-05"), proposed_by="event")
    assert far[1] < near[1]


def test_a_few_words_are_answered_by_a_long_telling_and_a_denial_is_contrary() -> None:
    asked = statement("وزير الصيد يستقيل")  # "the minister of fisheries resigns"
    told = statement("أعلن وزير الصيد استقالته في بيان نشرته الوزارة مساء السبت")
    denied = statement("نفى وزير الصيد استقالته في بيان نشرته الوزارة مساء السبت")
    other = statement("تراجعت أسعار الزعفران في سوق نهروان")
    assert [answer_of(asked, telling)[0] for telling in (told, denied, other)] == ["same", "contrary", "different"]
    assert answer_of(asked, told)[1] > 0.5 > answer_of(asked, other)[1]


def test_names_of_two_things_of_one_topic_contradict_nothing() -> None:
    left = statement("سجل سليم الدالي هدف سمران الأول بعد تمريرة طويلة من نزار قبيل نهاية الشوط", ("person", "سليم الدالي", None))
    right = statement(  # scored the second with his head after a corner, minutes after the interval
        "سجل غسان نعمة هدف سمران الثاني بضربة رأس هزت الشباك إثر ركنية من الجهة اليسرى نفذها القائد بعد دقائق من الاستراحة",
        ("person", "غسان نعمة", None),
    )
    assert resemblance_of(left, right, proposed_by="event")[0] == "different"


def test_another_number_may_contradict_however_little_else_is_shared() -> None:
    left = statement("انتشلت فرق الإنقاذ 9 جثث من السفينة الغارقة", ("number", "9", "9"))
    right = statement(  # 19 bodies, told with much else
        "انتشلت فرق الإنقاذ 19 جثة من السفينة الغارقة قبالة ميناء سمران بعد ليلة من البحث شاركت فيها زوارق الصيادين ومروحية",
        ("number", "19", "19"),
    )
    assert resemblance_of(left, right, proposed_by="event")[0] == "contrary"
