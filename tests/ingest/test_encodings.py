"""Decoding and repair: Arabic comes back as it was, and what is right is left alone."""

from __future__ import annotations

import pytest

from takhrij.errors import DocumentError
from takhrij.ingest.encodings import cleaned, declared_charset, decoded, is_garbled, repaired

# "A spokesman of the city of Rafid said the bridge would open tomorrow, and the market with it."
TEXT = "قال متحدث باسم مدينة رافد إن الجسر سيفتح غدا، وإن السوق سيفتح معه في ظل طقس لطيف."


@pytest.mark.parametrize(
    ("taken", "meant"), [("cp1252", "utf-8"), ("cp1256", "utf-8"), ("latin-1", "utf-8"), ("cp1252", "cp1256"), ("latin-1", "cp1256")]
)
def test_text_that_was_decoded_wrongly_is_repaired(taken: str, meant: str) -> None:
    raw = TEXT.encode(meant)
    garbled = "".join(bytes([byte]).decode(taken, "ignore") or chr(byte) for byte in raw)
    assert is_garbled(garbled)
    assert repaired(garbled) == TEXT


@pytest.mark.parametrize(
    "text",
    [TEXT, "L'été à Besançon : où êtes-vous, élèves ?", "Ünlü şarkıcı Çağla Öz", "plain words", "", "ظط", "طط ظظ", "Ù"],
)
def test_text_that_reads_as_it_should_is_left_alone(text: str) -> None:
    assert not is_garbled(text)
    assert repaired(text) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1256", "iso8859_6"])
def test_bytes_are_read_in_what_they_were_written_in(encoding: str) -> None:
    raw = TEXT.encode(encoding)
    if encoding == "utf-16-le":
        raw = b"\xff\xfe" + raw
    assert decoded(raw).text == TEXT


def test_a_declared_character_set_counts_only_where_the_bytes_are_no_utf8() -> None:
    assert decoded(TEXT.encode("cp1256"), "windows-1256").text == TEXT
    assert decoded(TEXT.encode(), "windows-1256").text == TEXT
    assert decoded(TEXT.encode("cp1256"), "hex").text == TEXT
    assert declared_charset(b'<meta http-equiv="Content-Type" content="text/html; charset=Windows-1256">') == "windows-1256"
    assert declared_charset(b"<p>") is None


def test_damaged_utf8_stays_utf8() -> None:
    found = decoded((TEXT * 3).encode().replace("ق".encode(), b"\xd9", 1))
    assert (found.encoding, found.unreadable) == ("utf-8", 1)


def test_line_ends_become_one_kind_and_control_characters_go() -> None:
    assert cleaned("\ufeffخبر\r\nعاجل\rالآن\x07 هنا نص طويل بما يكفي") == "خبر\nعاجل\nالآن هنا نص طويل بما يكفي"


def test_a_file_full_of_control_characters_is_no_text() -> None:
    with pytest.raises(DocumentError, match="binary"):
        cleaned("\x00\x01" * 50 + "نص")
