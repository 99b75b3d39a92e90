"""Articles as documents: from folders, text files, HTML pages, JSON Lines and CSV; what cannot be read becomes a `Reject`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO

from takhrij.errors import DocumentError, UsageError
from takhrij.ingest.dates import is_to_come, iso_date
from takhrij.ingest.encodings import Decoded, cleaned, declared_charset, decoded, is_garbled, repaired
from takhrij.ingest.files import STANDARD_INPUT, checked, files_in, leaves, shown, suffix_of
from takhrij.ingest.pages import page_of
from takhrij.ingest.tables import TEXT_LIMIT, Fault, Row, csv_rows, json_rows, kind_of, lines_of, packed_limit, unpacked
from takhrij.model.document import DATE_KINDS, Document, Reject
from takhrij.model.identity import identity

STEP = "documents"
WARNING = "warning:"  # reasons that begin so are about articles that were kept
FILE_LIMIT = 64_000_000  # bytes of one .txt, .md or .html file
_FIELDS = ("id", "outlet", "date", "title", "text", "url", "author", "language", "date_kind")
_CRAWLED = "extracted"  # what crawled corpora call the date of crawling, also with remarks: "extracted (crawl time)"

# What a document says, without when and from which file it was read.
_GIVEN = attrgetter(*(field.name for field in fields(Document) if field.name not in ("added", "path", "encoding")))

Item = Document | Reject


def articles_in(paths: Sequence[Path], *, first_number: int) -> Iterator[Item]:
    """The articles under `paths` ("-" is JSON Lines on standard input), numbered from `first_number`, and what was set aside.

    UsageError at once where a path is not there or is of a kind that is not read.
    """
    checked(paths)
    return _numbered((item for path in paths for item in _items_at(path)), first_number)


def _numbered(items: Iterator[Item], number: int) -> Iterator[Item]:
    """The items with documents numbered; of two with one id the first stays."""
    seen: dict[str, int] = {}
    for item in items:
        if isinstance(item, Reject):
            yield item
            continue
        told = int(identity("f", *_GIVEN(item))[1:], 16)
        earlier = seen.setdefault(item.document, told)
        if earlier is told:
            yield replace(item, added=number)
            number += 1
        elif earlier == told:
            yield Reject(item.document, STEP, WARNING + "duplicate", f"{item.path}: {item.name!r} was read before, and is the same")
        else:
            yield Reject(item.document, STEP, "conflicting_id", f"{item.path}: another article was read before as {item.name!r}")


def _items_at(path: Path) -> Iterator[Item]:
    if path == STANDARD_INPUT:
        yield from _table(sys.stdin.buffer, path, None)
    elif path.is_dir():
        for file in files_in(path):
            yield from _items_in(path, file)
    else:
        yield from _items_of(path)


def _items_in(folder: Path, path: Path) -> Iterator[Item]:
    """The articles of one file of a folder, where nothing stops the run."""
    if leaves(path, folder):
        yield _rejected(path, "link_outside", "the file is a link that leaves the folder")
    elif suffix_of(path) is None:
        yield _rejected(path, WARNING + "other_kind", "files of this kind are not read")
    elif path.exists() and not path.is_file():
        yield _rejected(path, "unreadable", "this is a pipe or a device, not a file")
    else:
        try:
            yield from _items_of(path)
        except UsageError as error:
            yield _rejected(path, "no_text_column", str(error))


def _items_of(path: Path) -> Iterator[Item]:
    """The articles of one file."""
    try:
        if suffix_of(path) in (".jsonl", ".jsonl.gz", ".csv"):
            with path.open("rb") as stream:
                yield from _table(stream, path, path.stat().st_size)
        else:
            yield from _file(path)
    except DocumentError as error:
        yield _rejected(path, error.reason, error.detail)
    except OSError as error:
        yield _rejected(path, "unreadable", f"the file cannot be read ({error.strerror or error})")


def _rejected(path: Path, reason: str, detail: str, line: int | None = None) -> Reject:
    place = shown(path) if line is None else f"{shown(path)}, line {line}"
    return Reject(place, STEP, reason, f"{place}: {detail}")


def _table(stream: BinaryIO, path: Path, size: int | None) -> Iterator[Item]:
    """The articles of a JSON Lines or CSV file, and a fault for each row that is none."""
    suffix = suffix_of(path) or ".jsonl"
    packed = suffix == ".jsonl.gz"
    lines = lines_of(unpacked(stream), limit=packed_limit(size or 0)) if packed else lines_of(stream)
    rows = csv_rows(lines, shown(path)) if suffix == ".csv" else json_rows(lines)
    empty = True
    for row in rows:
        empty = False
        yield from _items_of_row(row, path)
    if empty:
        yield _rejected(path, "empty", "the file holds no article")


def _items_of_row(row: Row | Fault, path: Path) -> Iterator[Item]:
    if isinstance(row, Fault):
        yield _rejected(path, row.reason, row.detail, row.line)
        return
    try:
        yield from _with_warnings(_document(row.fields, path), row, path)
    except DocumentError as error:
        yield _rejected(path, error.reason, error.detail, row.line)


def _document(fields: Mapping[str, object], path: Path) -> Document:
    """The document of one row, its text untouched; DocumentError where a field has no text in it or of the wrong kind."""
    values = {name: _text_of(name, fields.get(name)) for name in _FIELDS}
    text = values["text"]
    if text is None or not any(map(str.isalnum, text)):
        raise DocumentError("no_text", "the field 'text' is missing or holds no words")
    if len(text) > TEXT_LIMIT:
        raise DocumentError("too_long", f"the text has {len(text):,} characters, the limit is {TEXT_LIMIT:,}")
    date = iso_date(values["date"] or "")
    kind = "crawled" if (values["date_kind"] or "").startswith(_CRAWLED) else values["date_kind"]
    return _identified(
        Document(
            document="", name=values["id"] or "", added=0, outlet=values["outlet"], date=date,
            date_kind=kind if date and kind in DATE_KINDS else None, title=values["title"], text=text, url=values["url"],
            author=values["author"], language=values["language"], path=shown(path), encoding="utf-8",
        )
    )  # fmt: skip


def _text_of(name: str, value: object) -> str | None:
    """The value of a field, None for one without words; DocumentError where it is no text."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise DocumentError("wrong_type", f"the field {name!r} is no text but: {kind_of(value)}")
    if not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise DocumentError("broken_character", f"the field {name!r} holds half a character at {error.start + 1}") from error
    return value if value.strip() else None


def _identified(document: Document) -> Document:
    """The document with its hash: over its id as given, else over what was published, and that is then its name too."""
    if document.name:
        return replace(document, document=identity("d", document.name))
    key = identity("d", document.outlet, document.url, document.date, document.title, document.text)
    return replace(document, document=key, name=key)


def _with_warnings(document: Document, row: Row, path: Path) -> Iterator[Item]:
    """The document, and a warning for each thing about its row that a reader should know."""
    yield document
    date, kind = row.fields.get("date"), str(row.fields.get("date_kind") or "")
    if date and document.date is None:
        yield _warned(document, "bad_date", f"{shown(path)}, line {row.line}: {str(date)[:60]!r} is no ISO date; the article has none now")
    if document.date and is_to_come(document.date):
        yield _warned(document, "date_to_come", f"{shown(path)}, line {row.line}: {document.date} is still to come; the article keeps it")
    if kind and not kind.startswith(_CRAWLED) and kind not in DATE_KINDS:
        yield _warned(document, "bad_date_kind", f"{shown(path)}, line {row.line}: {kind[:40]!r} is none of {', '.join(DATE_KINDS)}")
    if is_garbled(document.text):
        yield _warned(document, "mojibake", f"{shown(path)}, line {row.line}: the text was decoded wrongly before; it was kept as it is")


def _warned(document: Document, reason: str, detail: str) -> Reject:
    return Reject(document.document, STEP, WARNING + reason, detail)


def _file(path: Path) -> Iterator[Item]:
    """The one article of a text file or an HTML page."""
    if os.stat(path).st_size > FILE_LIMIT:
        raise DocumentError("too_long", f"the file has more than {FILE_LIMIT:,} bytes")
    raw = path.read_bytes()
    if not raw.strip():
        raise DocumentError("empty", "the file is empty")
    is_page = suffix_of(path) in (".html", ".htm")
    found = decoded(raw, declared_charset(raw) if is_page else None)
    mended = repaired(found.text)
    text = cleaned(mended)
    document = replace(_page(text) if is_page else _plain(text, suffix_of(path) == ".md"), path=shown(path), encoding=found.encoding)
    if not any(map(str.isalnum, document.text)):
        raise DocumentError("no_text", "the file holds no words")
    if len(document.text) > TEXT_LIMIT:
        raise DocumentError("too_long", f"the text has {len(document.text):,} characters, the limit is {TEXT_LIMIT:,}")
    document = _identified(document)
    yield document
    yield from _reading_warnings(document, found, was_garbled=mended != found.text)


def _reading_warnings(document: Document, found: Decoded, *, was_garbled: bool) -> Iterator[Reject]:
    if found.unreadable:
        yield _warned(document, "damaged_bytes", f"{document.path}: {found.unreadable} characters could not be read as {found.encoding}")
    if was_garbled:
        yield _warned(document, "repaired", f"{document.path}: the text had been decoded wrongly before; it was repaired")


def _plain(text: str, is_markdown: bool) -> Document:
    """A text file; the first line of a Markdown file is its title where it begins with #."""
    text = text.strip()
    first, _, rest = text.partition("\n")
    if is_markdown and first.startswith("# ") and rest.strip():
        return Document("", "", 0, None, None, None, first[2:].strip(), rest.strip(), None, None, None)
    return Document("", "", 0, None, None, None, None, text, None, None, None)


def _page(source: str) -> Document:
    page = page_of(source)
    return Document("", "", 0, page.outlet, page.date, page.date_kind, page.title, page.text, page.url, page.author, None)
