"""Short texts as JSON lines: pairs to compare, expressions to normalise."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from takhrij.annotate.expressions import expressions_of
from takhrij.backends.nearness import encoder_meant, judge_named
from takhrij.claims.compare import compare_pair
from takhrij.errors import UsageError
from takhrij.model.document import Document
from takhrij.report.records import expressions_record
from takhrij.report.views import DocumentView
from takhrij.settings import Settings

Record = dict[str, Any]
MADE_BY = "takhrij-compare-1"


def objects_in(name: str, needed: tuple[str, ...], problems: list[str]) -> Iterator[Record]:
    """The JSON objects of a file or of standard input ("-"); a line that lacks what is needed goes to `problems`.

    UsageError where there is no such file.
    """
    if name == "-":
        yield from _objects(sys.stdin, needed, problems)
        return
    try:
        with Path(name).open(encoding="utf-8", errors="replace") as lines:
            yield from _objects(lines, needed, problems)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise UsageError(f"{name} is no file that can be read: {error.strerror}") from error


def _objects(lines: TextIO, needed: tuple[str, ...], problems: list[str]) -> Iterator[Record]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            problems.append(f"line {number} is no JSON ({error})")
            continue
        lacking = [field for field in needed if not isinstance(record, dict) or not isinstance(record.get(field), str)]
        if lacking:
            problems.append(f"line {number}: {', '.join(lacking)} must be there and be text")
        else:
            yield record


def compared(pairs: Iterable[Mapping[str, Any]], encoder: str) -> Iterator[Record]:
    """One object of `takhrij compare` for each pair; `encoder` as in a case's settings, or "auto"."""
    judge = judge_named(Settings(encoder_meant(encoder)).encoder)
    for pair in pairs:
        yield {**compare_pair(pair, judge=judge), "made_by": f"{MADE_BY} {judge.name}" if judge else MADE_BY}


def normalized(texts: Iterable[Mapping[str, Any]]) -> Iterator[Record]:
    """One object of `takhrij normalize` for each text; `reference` is the moment that relative times count from."""
    for record in texts:
        reference = record.get("reference")
        document = Document(
            "d", record["id"], 0, None, reference if isinstance(reference, str) else None, None, None, record["text"], None, None, None
        )
        times, quantities = expressions_of(document)
        yield {"id": record["id"], **expressions_record(DocumentView(document, [], [], [], list(quantities), list(times)))}
