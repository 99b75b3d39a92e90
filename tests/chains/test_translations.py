"""Links from an Arabic article to an English one that tells the same, on invented articles."""

from __future__ import annotations

import pytest

from takhrij.chains.ancestry import links_of
from takhrij.chains.translations import LEAST_TRANSLATED, are_of_two_languages, translated_share
from takhrij.model.chain import Link, LinkEvidence
from takhrij.model.claim import Resemblance, Telling
from takhrij.model.document import Document

# A fire in a warehouse at the port of Zamran: 17 workers killed, 40 hurt; the minister ordered an inquiry within 10 days.
ARABIC = "قتل 17 عاملا وأصيب 40 في حريق شب في مستودع بمرفأ زمران. وأمر الوزير بتحقيق ينتهي خلال 10 أيام."
ENGLISH = "A fire in a warehouse at Zamran port killed 17 workers and injured 40. The minister ordered an inquiry within 10 days."
OWN = "Rana Wardan wept at the gate of Zamran port. Her brother Omar was one of the 17 killed; the clinic in Qasab had no beds."


def article(name: str, text: str, date: str | None, outlet: str) -> Document:
    return Document(name, name, 0, outlet, date, "published" if date else None, None, text, None, None, None)


def rows_of(earlier: Document, later: Document) -> list[object]:
    tellings = [
        Telling(f"t{row.document}", row.document, "text", 0, len(row.text), row.text, None, "asserted", row.date, language)
        for row, language in ((earlier, "ar"), (later, "en"))
    ]
    decided = [Resemblance("p", tellings[0].telling, tellings[1].telling, "same", 0.8, "test")]
    return list(links_of("c", tellings, [earlier, later], [], [], [], decided))


def test_a_translation_has_nearly_all_names_and_figures_of_the_other() -> None:
    arabic, english = article("a", ARABIC, None, "المرفأ"), article("b", ENGLISH, None, "Harbour Post")
    assert are_of_two_languages(arabic, english)
    assert translated_share(arabic, english) == translated_share(english, arabic) >= LEAST_TRANSLATED


def test_ones_own_report_of_the_same_event_is_no_translation() -> None:
    arabic, own = article("a", ARABIC, "2030-01-01T08:00:00Z", "المرفأ"), article("b", OWN, "2030-01-01T12:00:00Z", "Harbour Post")
    assert translated_share(arabic, own) < LEAST_TRANSLATED
    assert not [row for row in rows_of(arabic, own) if isinstance(row, Link)]


@pytest.mark.parametrize(("date", "direction"), [("2030-01-01T12:00:00Z", "dated"), (None, "unknown")])
def test_dates_tell_which_is_the_translation_and_nothing_else_does(date: str | None, direction: str) -> None:
    arabic, english = article("a", ARABIC, "2030-01-01T08:00:00Z", "المرفأ"), article("b", ENGLISH, date, "Harbour Post")
    rows = rows_of(arabic, english)
    assert {row.kind for row in rows if isinstance(row, LinkEvidence)} == {"translated"}
    assert {row.direction for row in rows if isinstance(row, Link)} == {direction}


def test_two_of_one_language_are_no_translation() -> None:
    assert not are_of_two_languages(article("a", ARABIC, None, "المرفأ"), article("b", ARABIC, None, "الميناء"))
