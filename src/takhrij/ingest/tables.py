"""Rows of JSON Lines and CSV files, read as a stream: a bad row is set aside with its line, and the rest goes on."""

from __future__ import annotations

import csv
import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

from takhrij.errors import DocumentError, UsageError

TEXT_LIMIT = 5_000_000  # characters of one article: a novel has a million
LINE_LIMIT = 64_000_000  # bytes of one line; longer ones are passed over without holding them
PACKED_RATIO = 400  # times that a .gz file may grow: real news grows 3 to 20 times, a bomb a thousand times
PACKED_FREE = 256_000_000  # bytes that any .gz file may hold
_CHUNK = 1_000_000
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Row(NamedTuple):
    """One article's fields as they stand in the file, and the line (from 1) that they begin on."""

    line: int
    fields: Mapping[str, object]


class Fault(NamedTuple):
    """Why the row at a line was set aside."""

    line: int
    reason: str
    detail: str


class Line(NamedTuple):
    """One line of a file with its end; None in place of one that is too long."""

    number: int
    raw: bytes | None


def unpacked(stream: BinaryIO) -> BinaryIO:
    """A gzip stream as the bytes it holds."""
    return gzip.open(stream, "rb")  # type: ignore[return-value]


def packed_limit(size: int) -> int:
    """How many bytes a .gz file of `size` bytes may hold."""
    return max(PACKED_FREE, size * PACKED_RATIO)


def lines_of(stream: BinaryIO, *, limit: int | None = None) -> Iterator[Line]:
    """The lines of a file, at most one of them in memory; DocumentError where `limit` bytes are passed or a .gz file is damaged."""
    number = total = 0
    try:
        while raw := stream.readline(LINE_LIMIT + 1):
            number += 1
            total += len(raw)
            whole = len(raw) <= LINE_LIMIT or raw.endswith(b"\n")
            while not raw.endswith(b"\n") and len(raw) and not whole:
                raw = stream.readline(_CHUNK)
                total += len(raw)
                _check(total, limit)
            _check(total, limit)
            yield Line(number, raw if whole else None)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DocumentError("damaged_gzip", f"the file cannot be unpacked beyond line {number} ({error})") from error


def _check(total: int, limit: int | None) -> None:
    if limit is not None and total > limit:
        raise DocumentError("gzip_bomb", f"the file unpacks to more than {limit:,} bytes: unpack it by hand if it is sound")


def json_rows(lines: Iterator[Line]) -> Iterator[Row | Fault]:
    """The articles of a JSON Lines file."""
    for number, raw in lines:
        if raw is None:
            yield Fault(number, "line_too_long", f"the line has more than {LINE_LIMIT:,} bytes")
            continue
        if number == 1:
            if raw.startswith(_UTF16):
                yield Fault(1, "not_utf8", "the file is UTF-16: save it as UTF-8")
                return
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        if raw.strip():
            yield _json_row(number, raw)


def _json_row(number: int, raw: bytes) -> Row | Fault:
    try:
        fields = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Fault(number, "not_utf8", f"byte {error.start + 1} of the line is no UTF-8")
    except RecursionError:
        return Fault(number, "not_json", "the line nests brackets too deeply")
    except ValueError as error:
        return Fault(number, "not_json", f"the line is no JSON object ({error})")
    if not isinstance(fields, dict):
        return Fault(number, "not_an_object", f"the line is a JSON {kind_of(fields)}, not an object {{…}}")
    return Row(number, fields)


def kind_of(value: object) -> str:
    """What JSON calls a value: array, object, text, truth value, null, number."""
    return {list: "array", dict: "object", str: "text", bool: "truth value", type(None): "null"}.get(type(value), "number")


def csv_rows(lines: Iterator[Line], name: str) -> Iterator[Row | Fault]:
    """The articles of a CSV file with a header line, split by comma, semicolon or tab; UsageError where no column is called text."""
    csv.field_size_limit(max(csv.field_size_limit(), TEXT_LIMIT * 4))
    texts = _Texts(lines)
    header_line = next(texts, "").removeprefix("\ufeff")
    delimiter = max(",;\t", key=header_line.count)
    header = [column.strip().lower() for column in next(csv.reader([header_line.strip()], delimiter=delimiter), [])]
    if "text" not in header:
        raise UsageError(f"{name}: no column is called 'text'; the columns are {', '.join(header) or 'none'}")
    reader = csv.reader(texts, delimiter=delimiter, strict=True)
    while True:
        texts.begins = texts.number + 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            lines_read = f"lines {texts.begins} to {texts.number} cannot be read as one row"
            yield Fault(texts.begins, "not_csv", f"{lines_read} ({error}); is a quotation mark left open or not doubled?")
            continue
        yield from texts.take_faults()
        if any(value.strip() for value in values):
            yield _csv_row(texts.begins, header, values)


def _csv_row(line: int, header: list[str], values: list[str]) -> Row | Fault:
    if len(values) > len(header):
        return Fault(line, "wrong_columns", f"the row has {len(values)} values, the header {len(header)}")
    if any("\udc80" <= letter <= "\udcff" for value in values if not value.isascii() for letter in value):
        return Fault(line, "not_utf8", "the row holds bytes that are no UTF-8: save the file as UTF-8")
    return Row(line, {column: value or None for column, value in zip(header, values, strict=False)})


class _Texts:
    """The decoded lines of a CSV file, which counts them and keeps the faults of those that it leaves out."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._faults: list[Fault] = []
        self.number = 0
        self.begins = 1

    def __iter__(self) -> _Texts:
        return self

    def __next__(self) -> str:
        for number, raw in self._lines:
            self.number = number
            if raw is not None:
                return raw.decode("utf-8", "surrogateescape")
            self._faults.append(Fault(number, "line_too_long", f"the line has more than {LINE_LIMIT:,} bytes"))
        raise StopIteration

    def take_faults(self) -> Iterator[Fault]:
        """The faults since the last call."""
        faults, self._faults = self._faults, []
        yield from faults
