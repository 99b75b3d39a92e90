"""Variations of a claim: which slots differ, what kind of change it is, and the words that each value rests on."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from takhrij.claims.variations import variations_of
from takhrij.model.claim import ChainStep, Difference, Fact, Resemblance, Telling, Variation, VariationValue
from takhrij.model.document import Document

DROWNED = "غرق {} بحارا قبالة ساحل سمران"  # so many sailors drowned off the coast of Samran


def home(name: str, date: str | None = None, *, outlet: str | None = None, kind: str | None = "published") -> Document:
    return Document(f"d-{name}", name, ord(name), outlet or f"صحيفة {name}", date, kind if date else None, None, "", None, None, None)


def telling(name: str, words: str, certainty: str = "asserted", attribution: str | None = None) -> Telling:
    return Telling(name, f"d-{name}", "text", 0, len(words), words, attribution, certainty)


def count(name: str, words: str, number: str, modifier: str = "exact", role: str = "غريق") -> Fact:
    start = words.index(number)
    return Fact(name, "number", number, number, None, "person", modifier, role, start, start + len(number))


def said(name: str, speaker: str, position: int = 0) -> ChainStep:
    return ChainStep(name, f"d-{name}", position, "source", speaker, "person", "text", 0, 4)


def told(tolls: dict[str, str], dates: dict[str, str | None], **others: Any) -> list[Variation | VariationValue]:
    """The variations of a claim whose tellings give these numbers on these dates."""
    tellings = [telling(name, DROWNED.format(number)) for name, number in tolls.items()]
    facts = [count(name, DROWNED.format(number), number) for name, number in tolls.items()]
    return variations_of("c", tellings, [home(name, dates.get(name), **others) for name in tolls], facts, [], [], [])


def kinds(rows: Sequence[Variation | VariationValue], slot: str) -> list[str]:
    return [row.kind for row in rows if isinstance(row, Variation) and row.slot == slot]


def test_a_toll_that_grows_with_the_dates_is_an_update() -> None:
    rows = told({"a": "4", "b": "9", "c": "17"}, {"a": "2021-03-01", "b": "2021-03-02", "c": "2021-03-03"})
    assert kinds(rows, "number")[0] == "update"


def test_the_reason_names_the_dead_and_the_hurt() -> None:
    words = {name: f"قتل {dead} وأصيب {hurt} في حريق المصنع" for name, (dead, hurt) in {"a": ("4", "7"), "b": ("9", "21")}.items()}
    facts = [count("a", words["a"], "4", role="قتيل"), count("a", words["a"], "7", role="جريح")]
    facts += [count("b", words["b"], "9", role="قتيل"), count("b", words["b"], "21", role="جريح")]
    rows = variations_of("c", [telling(name, told) for name, told in words.items()], [home("a"), home("b")], facts, [], [], [])
    reasons = {row.why.partition(":")[0] for row in rows if isinstance(row, Variation) and row.slot == "number"}
    assert reasons == {"القتلى", "الجرحى"}


def test_dates_of_crawling_do_not_make_an_update() -> None:
    rows = told({"a": "4", "b": "17"}, {"a": "2021-03-01", "b": "2021-03-03"}, kind="crawled")
    assert kinds(rows, "number")[0] == "unclear"


def test_numbers_without_dates_are_unclear() -> None:
    assert kinds(told({"a": "4", "b": "17"}, {}), "number")[0] == "unclear"


def test_a_toll_that_falls_between_outlets_is_a_conflict() -> None:
    assert kinds(told({"a": "17", "b": "4"}, {"a": "2021-03-01", "b": "2021-03-03"}), "number")[0] == "conflict"


def test_the_sum_of_two_numbers_of_another_telling_is_an_aggregation() -> None:
    whole, parts = DROWNED.format("15"), "غرق 12 بحارا قبالة ساحل سمران وغرق 3 ركاب"  # 12 sailors drowned … and 3 passengers
    facts = [count("a", whole, "15"), count("b", parts, "12"), count("b", parts, "3", role="راكب")]
    rows = variations_of("c", [telling("a", whole), telling("b", parts)], [home("a"), home("b")], facts, [], [], [])
    assert kinds(rows, "number")[0] == "aggregation"


def test_one_digit_altered_in_the_same_sentence_is_a_copy_error() -> None:
    assert "copy_error" in kinds(told({"a": "9", "b": "19"}, {}), "number")


def test_a_number_that_a_text_takes_back_is_a_correction() -> None:
    wrong = DROWNED.format("19")
    right = "ذكرنا أمس أنه غرق 19 بحارا قبالة ساحل سمران والصحيح تسعة بحارة"  # we said that 19 …, the right number is nine
    nine = replace(count("b", right, "تسعة"), low="9")
    facts = [count("a", wrong, "19"), count("b", right, "19"), nine]
    rows = variations_of("c", [telling("a", wrong), telling("b", right)], [home("a"), home("b")], facts, [], [], [])
    assert "correction" in kinds(rows, "number")
    (name,) = (row.variation for row in rows if isinstance(row, Variation) and row.kind == "correction")
    values = {row.telling: row.value for row in rows if isinstance(row, VariationValue) and row.variation == name}
    assert values == {"a": "19", "b": "تسعة"}


def test_what_one_denies_and_another_tells_differ_in_negation() -> None:
    tells, denies = "أغلقت الشركة أبواب المصنع ليلا", "نفت الشركة إغلاق أبواب المصنع ليلا"  # the firm locked the doors; denied locking them
    verb = Fact("b", "negation", "نفت", None, None, None, None, None, 0, 3)
    tellings, homes = [telling("a", tells), telling("b", denies, "denied")], [home("a"), home("b")]
    assert kinds(variations_of("c", tellings, homes, [verb], [], [], []), "negation") == ["conflict"]
    both = [telling("a", denies, "denied"), telling("b", denies, "denied")]
    assert kinds(variations_of("c", both, homes, [verb, replace(verb, telling="a")], [], [], []), "negation") == []


def test_equal_numbers_and_about_them_are_no_variation() -> None:
    about = "غرق نحو 30 بحارا قبالة ساحل سمران"  # about 30 sailors drowned
    exact = DROWNED.format("31")
    facts = [count("a", about, "30", "about"), count("b", exact, "31")]
    rows = variations_of("c", [telling("a", about), telling("b", exact)], [home("a"), home("b")], facts, [], [], [])
    assert kinds(rows, "number") == []


def test_numbers_of_different_things_are_not_compared() -> None:
    drowned, saved = DROWNED.format("4"), "أنقذ الحرس 9 بحارة قبالة ساحل سمران"  # the guard saved nine sailors
    facts = [count("a", drowned, "4"), count("b", saved, "9", role="ناج")]
    rows = variations_of("c", [telling("a", drowned), telling("b", saved)], [home("a"), home("b")], facts, [], [], [])
    assert kinds(rows, "number") == []


def test_values_point_to_the_words_they_rest_on() -> None:
    rows = told({"a": "4", "b": "17"}, {})
    values = {row.telling: row for row in rows if isinstance(row, VariationValue) and row.value in ("4", "17")}
    assert {name: DROWNED.format(row.value)[row.start : row.end] for name, row in values.items()} == {"a": "4", "b": "17"}


def test_zaama_against_akkada_is_a_shift_of_certainty() -> None:
    words = "الجسر مفتوح أمام المارة"  # the bridge is open to walkers
    doubted = replace(telling("a", words, "doubted", "a1"), stance="distancing")
    confirmed = replace(telling("b", words, "reported", "a1"), stance="endorsing")
    rows = variations_of("c", [doubted, confirmed], [home("a"), home("b")], [], [said("a", "سليم"), said("b", "سليم")], [], [])
    assert kinds(rows, "certainty") == ["certainty_shift"]
    assert kinds(rows, "attribution") == []


def test_a_source_that_one_text_leaves_out_is_a_dropped_attribution() -> None:
    words = "الجسر مفتوح أمام المارة"
    rows = variations_of("c", [telling("a", words), telling("b", words)], [home("a"), home("b")], [], [said("a", "سليم")], [], [])
    assert kinds(rows, "attribution") == ["dropped_attribution"]


def test_a_carrier_that_one_text_leaves_out_is_a_dropped_attribution() -> None:
    words = "الجسر مفتوح أمام المارة"
    steps = [said("a", "إذاعة سمران"), said("a", "سليم", 1), said("b", "سليم")]
    rows = variations_of("c", [telling("a", words), telling("b", words)], [home("a"), home("b")], [], steps, [], [])
    assert kinds(rows, "attribution") == ["dropped_attribution"]


def test_who_denies_what_another_tells_is_no_other_name_of_his_source() -> None:
    words = "الجسر مفتوح أمام المارة"
    tellings = [telling("a", words, "reported", "a1"), telling("b", "الجسر ليس مفتوحا أمام المارة", "denied", "a1")]
    steps = [said("a", "سليم السدري"), said("b", "شركة الجسور")]  # a man tells it, and the company denies it
    assert kinds(variations_of("c", tellings, [home("a"), home("b")], [], steps, [], []), "attribution") == []
    both = [tellings[0], replace(tellings[1], certainty="reported")]
    assert kinds(variations_of("c", both, [home("a"), home("b")], [], steps, [], []), "attribution") == ["wording"]


def test_a_longer_name_of_the_same_source_is_no_variation() -> None:
    words = "الجسر مفتوح أمام المارة"
    steps = [said("a", "وزارة النقل"), said("b", "وزارة النقل السمرانية")]
    rows = variations_of("c", [telling("a", words), telling("b", words)], [home("a"), home("b")], [], steps, [], [])
    assert rows == []


def test_another_place_in_the_same_sentence_is_a_copy_error() -> None:
    one, other = DROWNED.format("4"), DROWNED.format("4").replace("سمران", "نهروان")
    pair = Resemblance("p", "a", "b", "contrary", 0.1, "test")
    places = [Difference("p", "place", "سمران", "نهروان")]
    rows = variations_of("c", [telling("a", one), telling("b", other)], [home("a"), home("b")], [], [], [pair], places)
    assert kinds(rows, "place") == ["copy_error"]


def test_other_words_for_the_same_are_a_variation_of_wording_that_shows_them() -> None:
    one, other = "غرق القارب قبالة سمران مساء", "غرق المركب الشراعي قبالة سمران مساء"  # the boat, the sailing vessel
    rows = variations_of("c", [telling("a", one), telling("b", other)], [home("a"), home("b")], [], [], [], [])
    assert {row.telling: row.value for row in rows if isinstance(row, VariationValue)} == {"a": "القارب", "b": "المركب الشراعي"}


def test_what_a_rewrite_in_the_same_text_changed_is_told() -> None:
    said, again = "قال الحارس سليم إن القارب غرق قبالة سمران", "غرق المركب الشراعي قبالة سمران"  # Salim the guard said the boat sank
    one = Telling("a", "d-a", "text", 0, 40, said, None, "reported")
    other = Telling("b", "d-a", "text", 900, 940, again, None, "asserted")
    source = ChainStep("a", "d-a", 0, "source", "الحارس سليم", "person", "text", 4, 15)
    rows = variations_of("c", [one, other], [home("a")], [], [source], [], [])
    assert kinds(rows, "attribution") == ["dropped_attribution"]
    assert kinds(rows, "certainty") == []  # that it is told in the writer's own voice is what was dropped
    assert kinds(rows, "wording") == ["wording"]


def test_a_title_beside_its_own_text_is_no_variation() -> None:
    title = Telling("a", "d-a", "title", 0, 20, "غرق مركب قبالة سمران", None, "asserted")
    text = Telling("b", "d-a", "text", 0, 30, "غرق القارب قبالة سواحل سمران", None, "reported")
    assert variations_of("c", [title, text], [home("a")], [], [], [], []) == []


def test_a_number_alone_is_no_variation_of_wording() -> None:
    assert kinds(told({"a": "4", "b": "17"}, {}), "wording") == []


def test_the_same_words_in_two_texts_and_a_claim_told_once_have_no_variation() -> None:
    assert told({"a": "4", "b": "4"}, {}) == []
    assert told({"a": "4"}, {}) == []


def test_the_order_of_rows_does_not_matter() -> None:
    shuffler = random.Random(3)
    tolls = {"a": "4", "b": "9", "c": "17", "d": "9"}
    tellings = [telling(name, DROWNED.format(number)) for name, number in tolls.items()]
    homes = [home(name, f"2021-03-0{place}") for place, name in enumerate(tolls, 1)]
    facts = [count(name, DROWNED.format(number), number) for name, number in tolls.items()]
    first = variations_of("c", tellings, homes, facts, [said("a", "سليم")], [], [])
    for _ in range(5):
        for rows in (tellings, homes, facts):
            shuffler.shuffle(rows)
        assert set(variations_of("c", tellings, homes, facts, [said("a", "سليم")], [], [])) == set(first)


def test_a_late_article_that_repeats_an_early_number_does_not_undo_an_update() -> None:
    dates = {name: f"2020-01-0{day}" for day, name in enumerate("abcde", 1)}
    rows = told({"a": "4", "b": "9", "c": "17", "d": "22", "e": "17"}, dates)
    assert kinds(rows, "number") == ["update"]


def test_the_injured_are_not_the_sum_of_dead_and_injured() -> None:
    words = "قتل 19 وجرح 21"  # 19 were killed and 21 injured
    dead, first = ("19", "قتيل", 4), ("21", "جريح", 11)
    facts = [Fact("a", "number", low, low, None, None, "exact", role, start, start + 2) for low, role, start in (dead, first)]
    facts.append(Fact("b", "number", "40", "40", None, None, "exact", "جريح", 4, 6))
    rows = variations_of("c", [telling("a", words), telling("b", "جرح 40 آخرون")], [home("a"), home("b")], facts, [], [], [])
    assert "aggregation" not in kinds(rows, "number")


def test_one_percentage_against_another_is_a_variation_and_of_several_nothing_is_said() -> None:
    def share(name: str, low: str, start: int) -> Fact:
        return Fact(name, "number", f"{low} %", low, None, "%", "exact", None, start, start + 3)

    tellings = [telling("a", "ارتفع سعر الوقود 8 % في سلوان"), telling("b", "ارتفع سعر الوقود 18 % في سلوان")]  # fuel rose by 8 %, 18 %
    facts = [share("a", "8", 17), share("b", "18", 17)]
    homes = [home("a"), home("b", outlet="ب")]
    assert "copy_error" in kinds(variations_of("c", tellings, homes, facts, [], [], []), "number")
    assert kinds(variations_of("c", tellings, homes, [*facts, share("a", "5", 20)], [], [], []), "number") == []


def test_of_two_numbers_in_a_text_the_one_that_others_give_answers_them() -> None:
    words = "نقل الحارس 2 من الركاب إلى المرفأ ثم نقل 8 من الركاب إلى المستشفى"  # took 2 passengers to the port, then 8 to the hospital
    short = "نقل الحارس 8 من الركاب إلى المستشفى"
    facts = [count("a", words, number, role="راكب") for number in "28"] + [count("b", short, "8", role="راكب")]
    rows = variations_of("c", [telling("a", words), telling("b", short)], [home("a"), home("b")], facts, [], [], [])
    assert kinds(rows, "number") == []


def test_numbers_told_of_two_things_do_not_contradict_each_other() -> None:
    seats, wells = "باعت بلدية سمران 40 كرسيا قديما", "حفر مزارعو نهروان 12 كرسيا حجريا"  # sold 40 old seats; carved 12 of stone
    facts = [count("a", seats, "40", role="كرسي"), count("b", wells, "12", role="كرسي")]
    rows = variations_of("c", [telling("a", seats), telling("b", wells)], [home("a"), home("b")], facts, [], [], [])
    assert kinds(rows, "number") == []


def test_a_number_that_a_text_denies_behind_its_own_is_a_correction() -> None:
    wrong = "غرق 19 بحارا قبالة ساحل سمران"  # 19 sailors drowned
    right = "غرق 9 بحارة وليس 19 قبالة ساحل سمران"  # 9 and not 19
    late = right.index("19")
    facts = [count("a", wrong, "19"), count("b", right, "9"), replace(count("b", right, "19"), start=late, end=late + 2)]
    rows = variations_of("c", [telling("a", wrong), telling("b", right)], [home("a"), home("b")], facts, [], [], [])
    (name,) = (row.variation for row in rows if isinstance(row, Variation) and row.kind == "correction")
    assert [row.value for row in rows if isinstance(row, VariationValue) and row.variation == name] == ["19", "9"]


def test_dozens_that_another_text_counts_are_a_shift_of_certainty() -> None:
    vague, counted = "أصيب العشرات في حريق المصنع", "أصيب 60 عاملا في حريق المصنع"  # dozens, 60 workers were hurt
    facts = [replace(count("a", vague, "العشرات", "more_than", "جريح"), low="10"), count("b", counted, "60", role="جريح")]
    rows = variations_of("c", [telling("a", vague), telling("b", counted)], [home("a"), home("b")], facts, [], [], [])
    assert kinds(rows, "number") == ["certainty_shift"]


def test_a_title_that_drops_the_bound_of_its_text_is_a_shift_of_certainty() -> None:
    title, text = "سمران تبيع سندات بقيمة 20 مليار", "تبيع سمران سندات بقيمة تصل إلى 20 مليار"  # bonds worth 20, of up to 20
    facts = [replace(count("a", title, "20"), role=None, unit=None), replace(count("b", text, "20", "at_most"), role=None, unit=None)]
    tellings = [replace(telling("a", title), field="title"), replace(telling("b", text), document="d-a")]
    rows = variations_of("c", tellings, [home("a")], facts, [], [], [])
    assert kinds(rows, "number") == ["certainty_shift"]
    same = [facts[0], replace(facts[1], modifier="exact")]
    assert kinds(variations_of("c", tellings, [home("a")], same, [], [], []), "number") == []


def test_a_bound_that_one_text_gives_as_the_number_is_a_shift_of_certainty() -> None:
    bound = "غرق ما لا يقل عن 30 بحارا قبالة ساحل سمران"  # no fewer than 30 sailors drowned
    exact = DROWNED.format("30")
    facts = [count("a", bound, "30", "at_least"), count("b", exact, "30")]
    rows = variations_of("c", [telling("a", bound), telling("b", exact)], [home("a"), home("b")], facts, [], [], [])
    assert kinds(rows, "number") == ["certainty_shift"]


def test_a_price_that_rises_is_no_update() -> None:
    dear, cheap = "بلغ سعر القمح 45 درهما في سوق سمران", "بلغ سعر القمح 30 درهما في سوق سمران"  # wheat cost 45, 30 dirhams
    facts = [replace(count(name, words, number), role=None, unit="AED") for name, words, number in (("a", cheap, "30"), ("b", dear, "45"))]
    homes = [home("a", "2021-03-01"), home("b", "2021-03-02")]
    rows = variations_of("c", [telling("a", cheap), telling("b", dear)], homes, facts, [], [], [])
    assert kinds(rows, "number")[0] == "conflict"


def test_a_word_that_became_another_by_one_letter_is_a_copy_error_and_another_verb_is_none() -> None:
    fought, killed = "وقاتل الحارس اللصوص عند بوابة المتحف القديم فجرا", "وقتل الحارس اللصوص عند بوابة المتحف القديم فجرا"  # fought, killed
    rows = variations_of("c", [telling("a", fought), telling("b", killed)], [home("a"), home("b")], [], [], [], [])
    slip = next(row.variation for row in rows if isinstance(row, Variation) and row.kind == "copy_error")
    assert {row.value for row in rows if isinstance(row, VariationValue) and row.variation == slip} == {"وقاتل", "وقتل"}
    noted = killed.replace("وقتل", "وراقب")  # watched
    rows = variations_of("c", [telling("a", fought), telling("b", noted)], [home("a"), home("b")], [], [], [], [])
    assert kinds(rows, "wording") == ["wording"]


def test_what_is_expected_and_what_has_happened_differ_in_certainty() -> None:
    ahead, done = "من المتوقع أن يفتح الجسر أمام المارة", "فتح الجسر أمام المارة"  # is expected to open; was opened
    rows = variations_of("c", [telling("a", ahead, "expected"), telling("b", done)], [home("a"), home("b")], [], [], [], [])
    assert kinds(rows, "certainty") == ["certainty_shift"]


def test_a_share_without_its_fraction_is_no_variation_and_a_small_one_is() -> None:
    def grown(low: str) -> list[Variation | VariationValue]:
        one, other = f"زاد محصول سمران {low} %", "زاد محصول سمران 26.6 %"  # the harvest grew by …
        facts = [replace(count("a", one, low), unit="%", role=None), replace(count("b", other, "26.6"), unit="%", role=None)]
        return variations_of("c", [telling("a", one), telling("b", other)], [home("a"), home("b")], facts, [], [], [])

    assert kinds(grown("26"), "number") == []
    assert kinds(grown("24"), "number") == ["unclear"]


def test_the_same_word_of_foreseeing_is_no_shift_whatever_it_was_taken_for() -> None:
    foreseen = replace(telling("a", "ويتوقع سليم أن يغلق الجسر القديم", "expected", "a1"), stance="tentative")  # Salim expects …
    rows = variations_of("c", [foreseen, telling("b", "كما يتوقع سليم أن يغلق الجسر القديم")], [home("a"), home("b")], [], [], [], [])
    assert kinds(rows, "certainty") == []


def test_a_text_that_tells_of_the_rise_makes_it_an_update_where_dates_cannot() -> None:
    early, late = "قتل 9 في حريق المصنع القديم", "ارتفعت حصيلة حريق المصنع القديم من 9 إلى 17 قتيلا"  # the toll rose from 9 to 17
    facts = [count("a", early, "9", role="قتيل"), count("b", late, "17", role="قتيل")]
    rows = variations_of("c", [telling("a", early), telling("b", late)], [home("a"), home("b")], facts, [], [], [])
    assert kinds(rows, "number") == ["update"]


def test_a_rise_of_another_number_in_the_text_makes_no_update() -> None:
    early, late = "أصيب 9 في حريق المصنع القديم", "ارتفعت حصيلة القتلى إلى 17، وعدد المصابين في حريق المصنع القديم 21"
    facts = [count("a", early, "9", role="جريح"), count("b", late, "21", role="جريح")]
    rows = variations_of("c", [telling("a", early), telling("b", late)], [home("a"), home("b")], facts, [], [], [])
    assert kinds(rows, "number") == ["unclear"]


def test_how_many_witnesses_speak_adds_nothing_to_a_toll() -> None:
    whole, parts = "قتل 30 في حريق المصنع", "قال 3 شهود إن 27 قتلوا في حريق المصنع"  # three witnesses said that 27 were killed
    facts = [count("a", whole, "30", role="قتيل"), count("b", parts, "3", role="شهود"), count("b", parts, "27", role="قتيل")]
    witnesses = ChainStep("b", "d-b", 0, "source", "3 شهود", "unnamed", "text", 4, 10)
    rows = variations_of("c", [telling("a", whole), telling("b", parts)], [home("a"), home("b")], facts, [witnesses], [], [])
    assert kinds(rows, "number")[0] == "unclear"


def test_two_counted_tolls_are_two_though_the_smaller_is_told_as_a_bound() -> None:
    dates: dict[str, str | None] = {"a": "2021-03-01", "b": "2021-03-02"}

    def counted(low: str, high: str) -> list[str]:
        words = {name: f"قتل {number} في زلزال سدر" for name, number in {"a": low, "b": high}.items()}
        facts = [count("a", words["a"], low, "at_least", "قتيل"), count("b", words["b"], high, role="قتيل")]
        tellings, documents = [telling(*row) for row in words.items()], [home(name, date) for name, date in dates.items()]
        return kinds(variations_of("c", tellings, documents, facts, [], [], []), "number")

    assert counted("832", "844") == ["update"]
    assert counted("800", "844") == []


def test_spellings_of_one_foreign_name_are_no_variation_and_two_names_are() -> None:
    def places(one: str, other: str) -> list[str]:
        tellings = [telling(name, DROWNED.format("4").replace("سمران", place)) for name, place in (("a", one), ("b", other))]
        pair, given = Resemblance("p", "a", "b", "contrary", 0.1, "test"), [Difference("p", "place", one, other)]
        return kinds(variations_of("c", tellings, [home("a"), home("b")], [], [], [pair], given), "place")

    assert places("زوراتشيك", "زوراجيك") == []
    assert places("زوراتشيك", "زوراتشيم") == ["copy_error"]


def test_who_holds_a_thing_to_be_something_foresees_nothing() -> None:
    held, said_so = "معتبرا أن إغلاق الجسر القديم جريمة", "قال إن إغلاق الجسر القديم جريمة"  # holding it a crime; said it was
    opinion = replace(telling("a", held, "expected", "a1"), stance="tentative")
    told_so = replace(telling("b", said_so, "reported", "a1"), stance="neutral")
    assert kinds(variations_of("c", [opinion, told_so], [home("a"), home("b")], [], [], [], []), "certainty") == []


def test_two_plurals_of_one_noun_are_no_slip() -> None:
    one, other = (f"أصيب أربعة من عمال المصنع القديم ب{word} بالغة فجرا" for word in ("جروح", "جراح"))  # wounds
    rows = variations_of("c", [telling("a", one), telling("b", other)], [home("a"), home("b")], [], [], [], [])
    assert "copy_error" not in kinds(rows, "wording")


def test_spellings_of_a_place_are_no_slip_of_the_pen() -> None:
    one, other = (f"وصل الوفد الفني إلى مدينة كاب{letter}ل القديمة فجر اليوم" for letter in ("و", ""))  # the delegation reached Kabul
    facts = [Fact(name, "place", name, None, None, None, None, None, words.index("كاب"), words.index("كاب") + 5)
             for name, words in (("a", one), ("b", other))]  # fmt: skip
    tellings, documents = [telling("a", one), telling("b", other)], [home("a"), home("b")]
    assert "copy_error" not in kinds(variations_of("c", tellings, documents, facts, [], [], []), "wording")
    assert "copy_error" in kinds(variations_of("c", tellings, documents, [], [], [], []), "wording")


def test_a_name_written_in_one_word_or_two_is_no_variation() -> None:
    one, other = (DROWNED.format("4").replace("سمران", place) for place in ("زوران داد", "زورانداد"))
    pair, given = Resemblance("p", "a", "b", "contrary", 0.1, "test"), [Difference("p", "place", "زوران", "زورانداد")]
    rows = variations_of("c", [telling("a", one), telling("b", other)], [home("a"), home("b")], [], [], [pair], given)
    assert kinds(rows, "place") == []


def test_who_calls_a_rumour_untrue_denies_it_too() -> None:
    denies, calls_false = "نفت الشركة إغلاق أبواب المصنع ليلا", "إغلاق الشركة أبواب المصنع ليلا خبر غير صحيح"  # denied; is untrue
    facts = [Fact("a", "negation", "نفت", None, None, None, None, None, 0, 3)]
    start = calls_false.index("غير")
    facts.append(Fact("b", "negation", "غير", None, None, None, None, None, start, start + 3))
    tellings, homes = [telling("a", denies, "denied"), telling("b", calls_false)], [home("a"), home("b")]
    assert kinds(variations_of("c", tellings, homes, facts, [], [], []), "negation") == []
    assert kinds(variations_of("c", tellings, homes, facts[:1], [], [], []), "negation") == ["conflict"]


def test_a_hedge_in_another_clause_is_no_shift() -> None:
    sure, hedged = "أغلقت البلدية جسر السنديان في سمران", "أغلقت البلدية جسر السنديان في سمران الذي قد ينهار تحت ضغط السيول"
    start = hedged.index("قد")
    facts = [Fact("b", "certainty", "قد", None, None, None, "-1", None, start, start + 2)]
    rows = variations_of("c", [telling("a", sure), telling("b", hedged, "doubted")], [home("a"), home("b")], facts, [], [], [])
    assert kinds(rows, "certainty") == []
