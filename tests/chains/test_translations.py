"""Links to an article that tells the same in another language or in other words, on invented articles."""

from __future__ import annotations

import pytest

from takhrij.chains.ancestry import links_of
from takhrij.chains.translations import are_of_two_languages, retold_in
from takhrij.match.retellings import MADE_BY
from takhrij.model.chain import Link, LinkEvidence
from takhrij.model.claim import Resemblance, Telling
from takhrij.model.document import Document
from takhrij.model.reuse import Alignment

# A fire in a warehouse at the port of Zamran: 17 workers killed, 40 hurt; the minister ordered an inquiry within 10 days.
ARABIC = "قتل 17 عاملا وأصيب 40 في حريق شب في مستودع بمرفأ زمران. وأمر الوزير بتحقيق ينتهي خلال 10 أيام."
ENGLISH = "A fire in a warehouse at Zamran port killed 17 workers and injured 40. The minister ordered an inquiry within 10 days."
REWORDED = "أودت نيران التهمت مخزنا في ميناء زمران بحياة 17 من العمال وجرحت 40. وأمهلت لجنة شكلها الوزير 10 أيام لكشف السبب."


def article(name: str, text: str, date: str | None, outlet: str) -> Document:
    return Document(name, name, 0, outlet, date, "published" if date else None, None, text, None, None, None)


def retelling(earlier: Document, later: Document, kind: str, *, made_by: str = MADE_BY) -> Alignment:
    ends = 0, len(earlier.text), later.document, 0, len(later.text)
    return Alignment("x", "p", earlier.document, *ends, 12, 8, 0.8, kind, 1.0, 1.0, made_by)


def rows_of(earlier: Document, later: Document, alignments: list[Alignment]) -> list[object]:
    tellings = [
        Telling(f"t{row.document}", row.document, "text", 0, len(row.text), row.text, None, "asserted", row.date, language)
        for row, language in ((earlier, "ar"), (later, "en" if later.text == ENGLISH else "ar"))
    ]
    decided = [Resemblance("p", tellings[0].telling, tellings[1].telling, "same", 0.8, "test")]
    return list(links_of("c", tellings, [earlier, later], [], [], alignments, decided))


@pytest.mark.parametrize(("date", "direction"), [("2030-01-01T12:00:00Z", "dated"), (None, "unknown")])
def test_dates_tell_which_is_the_translation_and_nothing_else_does(date: str | None, direction: str) -> None:
    arabic, english = article("a", ARABIC, "2030-01-01T08:00:00Z", "المرفأ"), article("b", ENGLISH, date, "Harbour Post")
    rows = rows_of(arabic, english, [retelling(arabic, english, "translated")])
    assert {row.kind for row in rows if isinstance(row, LinkEvidence)} == {"translated"}
    assert {row.direction for row in rows if isinstance(row, Link)} == {direction}


def test_what_is_told_in_other_words_is_a_link_and_a_paraphrase() -> None:
    first, second = article("a", ARABIC, "2030-01-01T08:00:00Z", "المرفأ"), article("b", REWORDED, "2030-01-01T12:00:00Z", "الميناء")
    rows = rows_of(first, second, [retelling(first, second, "rewritten")])
    assert [(row.later, row.earlier, row.direction) for row in rows if isinstance(row, Link)] == [("tb", "ta", "dated")]
    assert [(row.kind, row.start, row.end) for row in rows if isinstance(row, LinkEvidence)] == [("paraphrased", 0, len(REWORDED))]


def test_two_of_one_event_that_were_not_found_to_be_retold_have_no_link() -> None:
    arabic, english = article("a", ARABIC, "2030-01-01T08:00:00Z", "المرفأ"), article("b", ENGLISH, "2030-01-01T12:00:00Z", "Harbour Post")
    assert not [row for row in rows_of(arabic, english, []) if isinstance(row, Link)]


def test_the_same_words_are_no_retelling() -> None:
    first, second = article("a", ARABIC, None, "المرفأ"), article("b", ARABIC, None, "الميناء")
    assert retold_in([retelling(first, second, "verbatim", made_by="reuse/1")]) == {}
    assert retold_in([retelling(first, second, "rewritten")]) == {("a", "b"): 0.8, ("b", "a"): 0.8}


def test_two_of_one_language_are_no_translation() -> None:
    assert not are_of_two_languages(article("a", ARABIC, None, "المرفأ"), article("b", ARABIC, None, "الميناء"))
