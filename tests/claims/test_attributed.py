"""Whom each document names as its source, and when another drops or replaces him."""

from __future__ import annotations

import pytest
from claim_texts import held

from takhrij.claims.attributed import Attributed, attributed_in, attribution_change
from takhrij.claims.changes import Told
from takhrij.model.claim import ChainStep, Telling
from takhrij.model.document import Document

BRIDGE = "انهار الجسر القديم في سمران"  # the old bridge in Samran fell


def row(name: str, words: str, *speakers: str, before: str = "", document: str | None = None, kind: str = "person") -> Attributed:
    """A telling by the last of the speakers, through those before him; `before` stands before it in its text."""
    home, text = document or f"d-{name}", f"{before}{words}"
    telling = Telling(name, home, "text", len(before), len(text), words, None, "reported" if speakers else "asserted")
    told = Told(telling, Document(home, home, 0, home, None, None, None, text, None, None, None), " ← ".join(speakers), 0, 0)
    steps = [ChainStep(name, home, place, "source", speaker, kind, "text", 0, 0) for place, speaker in enumerate(speakers)]
    return Attributed(told, tuple(steps), home)


def kind_of(*rows: Attributed) -> str | None:
    found = attribution_change(rows)
    return found[0][0] if found else None


def test_a_text_that_has_named_no_source_by_then_drops_him() -> None:
    assert kind_of(row("a", f"قال الحارس سليم إن {BRIDGE}", "سليم"), row("b", BRIDGE)) == "dropped_attribution"


def test_what_follows_a_source_is_still_his() -> None:
    before = "وصف الحارس سليم ما رآه. "  # the guard Salim described what he saw
    assert kind_of(row("a", f"قال الحارس سليم إن {BRIDGE}", "سليم"), row("b", BRIDGE, before=before)) is None


def test_a_lead_in_its_own_voice_drops_him_though_the_text_names_him_later() -> None:
    lead, again = row("b", BRIDGE, document="d"), row("c", f"قال سليم إن {BRIDGE}", "سليم", before=f"{BRIDGE}. ", document="d")
    found = attribution_change([row("a", f"قال سليم إن {BRIDGE}", "سليم"), lead, again])
    assert found
    assert [told.telling.telling for told in found[1]] == ["b", "a"]


def test_a_text_is_compared_by_the_source_that_the_others_name_too() -> None:
    rows = [row("b", BRIDGE, "نورا", document="d"), row("c", BRIDGE, "سليم", document="d"), row("a", BRIDGE, "سليم")]
    assert kind_of(*rows) is None


def test_an_outlet_that_only_one_names_is_dropped_by_the_other() -> None:
    assert kind_of(row("a", BRIDGE, "رويترز", "سليم"), row("b", BRIDGE, "سليم")) == "dropped_attribution"


def test_what_is_no_outlet_is_no_carrier() -> None:
    assert kind_of(row("a", BRIDGE, "الاثنين", "سليم"), row("b", BRIDGE, "سليم")) is None


def test_another_source_is_told_but_not_his_office_beside_his_name() -> None:
    assert kind_of(row("a", BRIDGE, "سليم"), row("b", BRIDGE, "نورا")) == "wording"
    office = row("b", f"قال الناطق باسم البلدية سليم إن {BRIDGE}", "الناطق باسم البلدية")
    assert kind_of(row("a", f"قال سليم إن {BRIDGE}", "سليم"), office) is None


def test_the_statement_may_be_anybodys() -> None:
    assert kind_of(row("a", BRIDGE, "سليم"), row("b", BRIDGE, "البيان", kind="document")) is None


def test_who_goes_on_to_say_it_is_not_silent_though_nobody_could_be_told() -> None:
    assert kind_of(row("a", f"قال سليم إن {BRIDGE}", "سليم"), row("b", f"وأضافا أن {BRIDGE}")) is None


def test_a_name_in_two_words_is_no_other_source() -> None:
    assert kind_of(row("a", BRIDGE, "عبد الستار الزمراني"), row("b", BRIDGE, "عبدالستار بن نورا الزمراني")) is None


def test_what_is_left_of_a_name_is_no_source() -> None:
    assert kind_of(row("a", BRIDGE, "سليم"), row("b", BRIDGE, "دي")) is None


def test_a_piece_of_a_sentence_is_no_source() -> None:
    assert kind_of(row("a", BRIDGE, "سليم"), row("b", BRIDGE, "خلاله")) is None
    assert kind_of(row("a", BRIDGE, "سليم"), row("b", BRIDGE, "مدير البلدية فور وصوله")) is None


SPOKE = "{} إن جسر سدر سيغلق أسبوعين للصيانة"  # so-and-so said that the bridge would be closed for two weeks


@pytest.mark.parametrize(
    ("source", "kind"), [("قالت ثلاثة مصادر مطلعة", "dropped_attribution"), ("قال مسؤول طلب ألا يذكر اسمه", "dropped_attribution"),
                         ("ذكرت مصادر في البلدية", "dropped_attribution"), ("قال المتحدث باسم البلدية", None), ("قال سليم السدري", None)],
)  # fmt: skip
def test_who_copies_the_word_of_the_unnamed_drops_the_agency_to_which_they_spoke(source: str, kind: str | None) -> None:
    assert _told_of_credits(SPOKE.format(source), {0: "رويترز"}) == kind


def test_of_the_unnamed_two_credited_texts_drop_nothing_nor_does_one_without_an_agency_of_its_own() -> None:
    words = SPOKE.format("قالت ثلاثة مصادر مطلعة")
    assert _told_of_credits(words, {0: "رويترز", 1: "رويترز"}) is None
    assert _told_of_credits(words, {}) is None
    assert _told_of_credits(words, {0: "وكالات"}) is None


def _told_of_credits(words: str, authors: dict[int, str]) -> str | None:
    """What is told of two copies of a text, in some places credited to an agency in the author's place."""
    claim = held(f"{words}.", f"{words}.", author=authors)
    found = attribution_change([attributed_in(claim, name, row.document) for name, row in claim.tellings.items()])
    return found[0][0] if found else None
