"""Bytes to clean text: decoding, repair of text that was decoded wrongly before it came to us, and removal of control characters."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache

from takhrij.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
LIKELY = ["cp1256", "iso8859_6", "mac_arabic", "cp1252"]  # what Arabic pages that are not UTF-8 are written in; cp1252 for French ones
SAMPLE = 100_000  # bytes that the guess of an encoding looks at
DAMAGED = 0.02  # share of characters that may be unreadable in a text still taken as UTF-8
SHORTEST_GARBLED = 8  # characters: shorter texts may be anything
BINARY = 0.05  # share of control characters above which a file is no text

_ARABIC = re.compile("[\u0621-\u064a]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe]")
# (what the bytes were taken for, what they were): «Ù‚Ø§Ù„», «ظ‚ط§ظ„», «ÞÇá»
_MISREADINGS = (("cp1252", "utf-8"), ("cp1256", "utf-8"), ("cp1252", "cp1256"), ("cp1252", "iso8859_6"))
_LATIN_MARKS = re.compile("[\u00c0-\u00ff]")
_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and how many of its characters could not be read."""

    text: str
    encoding: str
    unreadable: int


def decoded(raw: bytes, declared: str | None = None) -> Decoded:
    """The text of a file's bytes: by byte order mark, as strict UTF-8, as declared, as damaged UTF-8, or by a guess among Arabic encodings.

    DocumentError "undecodable" where none fits.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _damaged(raw, encoding)
    for name in ("utf-8", declared or "utf-8"):
        if (text := _strict(raw, name)) is not None:
            return Decoded(text, name.lower(), 0)
    as_utf8 = _damaged(raw, "utf-8")
    if as_utf8.unreadable <= DAMAGED * len(as_utf8.text):
        return as_utf8
    return _guessed(raw)


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):  # LookupError: an unknown name, or a codec that is no character set (hex)
        return None


def _damaged(raw: bytes, encoding: str) -> Decoded:
    text = raw.decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def _guessed(raw: bytes) -> Decoded:
    """What charset-normalizer takes the bytes for, among the encodings that Arabic news is written in."""
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:SAMPLE], cp_isolation=LIKELY, preemptive_behaviour=False, enable_fallback=False).best()
    names = [best.encoding] if best else sorted(LIKELY[:2], key=lambda name: -_arabic_share(raw[:SAMPLE].decode(name, "replace")))
    return _damaged(raw, names[0])


def declared_charset(raw: bytes) -> str | None:
    """The character set that an HTML page names in its first 4,096 bytes."""
    found = _CHARSET.search(raw[:4096])
    return found.group(1).decode("ascii").lower() if found else None


def cleaned(text: str) -> str:
    """The text with one kind of line end and no control characters; DocumentError "binary" where a share of it is such.

    >>> cleaned("خبر\\r\\nعاجل\\x07")
    'خبر\\nعاجل'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    controls = len(_CONTROLS.findall(text)) - text.count("\ufeff")
    if controls > BINARY * len(text):
        raise DocumentError("binary", f"{controls} of {len(text)} characters are control characters: this is no text file")
    return _CONTROLS.sub("", text)


def repaired(text: str) -> str:
    """The text as it was before it was decoded in a wrong encoding; unchanged where it reads as it should.

    >>> repaired("ÙˆÙƒØ§Ù„Ø©"), repaired("وكالة")
    ('وكالة', 'وكالة')
    """
    return max([text, *_reread(text)], key=_arabic_share) if is_garbled(text) else text


def is_garbled(text: str) -> bool:
    """Whether Arabic was decoded in a wrong encoding: most letters are accented Latin ones, or every other one is ط or ظ."""
    letters = len(text)
    if letters < SHORTEST_GARBLED:
        return False
    if (text.count("ط") + text.count("ظ")) * 5 > letters:
        return any(_arabic_share(other) > 0.5 and "ط§" not in other for other in _reread(text))
    if sum(map(text.count, "ØÙÇáÈ")) * 20 < letters or len(_LATIN_MARKS.findall(text)) * 4 < letters:
        return False
    return any(_arabic_share(other) > 0.5 for other in _reread(text))


def _reread(text: str) -> list[str]:
    found = []
    for taken, meant in _MISREADINGS:
        raw = _bytes_of(text, taken)
        other = raw.decode(meant, "replace") if raw else ""
        if other and other.count("\ufffd") <= DAMAGED * len(other):
            found.append(other)
    return found


def _bytes_of(text: str, encoding: str) -> bytes | None:
    """The bytes that a text was decoded from, holes of the code page read as Latin-1; None where too many characters are foreign."""
    table = {letter: _byte_of(letter, encoding) for letter in set(text)}
    foreign = sum(text.count(letter) for letter, byte in table.items() if byte is None)
    if foreign > DAMAGED * len(text):
        return None
    return b"".join(table[letter] or b"?" for letter in text)


@cache
def _byte_of(letter: str, encoding: str) -> bytes | None:
    try:
        return letter.encode(encoding)
    except UnicodeError:
        return letter.encode("latin-1") if ord(letter) < 256 else None


def _arabic_share(text: str) -> float:
    """The share of Arabic letters among the characters that are not white space; a mark for unreadable counts against it."""
    return (len(_ARABIC.findall(text)) - 2 * text.count("\ufffd")) / max(1, len(text) - text.count(" "))
