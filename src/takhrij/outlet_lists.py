"""A user's own list of outlets and agencies: read from a table, kept in the settings of the case, respected by every later run."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from takhrij.annotate.outlets import AGENCY, OUTLET, rows_of
from takhrij.errors import UsageError
from takhrij.store import Case

COLUMNS = ("name", "kind", "family", "other names")
BETWEEN = "|"  # between two other names
LARGEST = 1_000_000  # bytes; a list of 10,000 outlets has 600,000


def list_outlets(case: Case, file: Path) -> int:
    """Give the case, which the caller must have locked, the list of a file in the place of the one it had; how many rows it has.

    UsageError where the file cannot be read or a row is wrong: then nothing is changed.
    """
    rows = ["\t".join(row) for row in _rows(file)]
    case.set_settings(replace(case.settings, outlets="\n".join(rows)))
    return len(rows)


def table_of(case: Case) -> str:
    """The case's own list as a file that it can be given again."""
    return "".join("\t".join(row) + "\n" for row in (COLUMNS, *rows_of(case.settings.outlets)))


def _rows(file: Path) -> Iterator[tuple[str, str, str, str]]:
    lines = _text(file).splitlines()
    delimiter = "\t" if lines and "\t" in lines[0] else ","
    reader = csv.DictReader(lines, delimiter=delimiter, strict=True)
    if not reader.fieldnames or "name" not in reader.fieldnames or set(reader.fieldnames) - set(COLUMNS):
        raise UsageError(f"{file}: the first line must name the columns, of {', '.join(COLUMNS)}, parted by tabs or commas")
    try:
        for row in reader:
            yield _row(row, f"{file}, line {reader.line_num}")
    except csv.Error as error:
        raise UsageError(f"{file}, line {reader.line_num}: {error}") from error


def _text(file: Path) -> str:
    try:
        raw = file.read_bytes()
        if len(raw) > LARGEST:
            raise UsageError(f"{file}: a list of outlets may have {LARGEST:,} bytes, this has {len(raw):,}")
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: save it as UTF-8") from error


def _row(given: Mapping[str | None, object], where: str) -> tuple[str, str, str, str]:
    """The row with what it leaves out: an outlet, a family of its own, no other names."""
    if None in given:
        raise UsageError(f"{where}: more cells than columns; put {BETWEEN} between other names")
    name, kind, family, others = (" ".join(str(given.get(column) or "").split()) for column in COLUMNS)
    if not name:
        raise UsageError(f"{where}: the name is missing")
    if kind and kind not in (AGENCY, OUTLET):
        raise UsageError(f"{where}: the kind {kind!r} is not known; say {AGENCY} or {OUTLET}")
    return name, kind or OUTLET, family or name, BETWEEN.join(other.strip() for other in others.split(BETWEEN) if other.strip())
