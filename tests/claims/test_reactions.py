"""Who feels or judges something of what happened is no witness of it."""

from __future__ import annotations

import pytest

from takhrij.claims.reactions import is_reaction, tells_of_its_object


@pytest.mark.parametrize(
    ("words", "reacts"),
    [
        ("أدان مجلس بلدية زيتنهر الحريق الذي شب في المرفأ", True),
        ("من جانبها، أعربت جمعية الصيادين عن أسفها للحريق", True),
        ("واصفا الحريق بأنه جريمة", True),
        ("شب حريق في مرفأ زيتنهر وقتل حارسان", False),
        ("عبر ثلاثون صيادا النهر إلى زيتنهر", False),
        ("قال رئيس البلدية إن حارسين قتلا في الحريق", False),
    ],
)
def test_a_condemnation_is_no_account(words: str, reacts: bool) -> None:
    assert is_reaction(words) is reacts


@pytest.mark.parametrize(
    ("cue", "before", "beside"),
    [
        ("أعربت", "أسفها للحريق الذي شب في المرفأ، ", True),
        ("أعربت", "أسفها للحريق، ", False),
        ("أعربت", "أملها في أن يعود الصيادون الذين أكدوا أن المرفأ آمن ", False),
        ("قالت", "إن الحريق الذي شب في المرفأ ", False),
    ],
)
def test_what_follows_a_relative_clause_of_a_feeling_is_the_writers(cue: str, before: str, beside: bool) -> None:
    assert tells_of_its_object(cue, before) is beside
