"""Numbers and times of real news, annotated by hand: `news_expressions.tsv` points into ../shared/news and holds no words of it."""

from __future__ import annotations

import csv
import gzip
import json
from collections import defaultdict
from pathlib import Path

import pytest

from takhrij.annotate.expressions import expressions_of
from takhrij.model.annotation import Quantity, TimeExpression
from takhrij.model.document import Document

NEWS = Path(__file__).parents[3] / "shared" / "news"
SET = Path(__file__).with_name("news_expressions.tsv")
WANTED = 0.95  # share of values that are right
Row = dict[str, str]


def _rows() -> list[Row]:
    with SET.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def _articles(rows: list[Row]) -> dict[tuple[str, str], Document]:
    """The articles that the rows point to, by file and line."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        wanted[row["file"]].add(int(row["line"]))
    found = {}
    for file, numbers in wanted.items():
        with gzip.open(NEWS / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if number in numbers:
                    given = json.loads(line)
                    document = Document("d", given["id"], number, None, given["date"], None, None, given["text"], None, None, "ar")
                    found[file, str(number)] = document
    return found


def _agrees(told: str | None, wanted: str) -> bool:
    """Whether a value is one of those wanted: * allows any, «2018*» what begins so, "" none or not asked."""
    offers = wanted.split(" or ")
    return wanted in ("", "*") or any((told or "").startswith(offer[:-1]) if offer.endswith("*") else told == offer for offer in offers)


def _is_right(row: Row, document: Document) -> bool:
    times, quantities = expressions_of(document)
    start, end = int(row["start"]), int(row["end"])
    if row["what"] == "none":
        return not any(found.start < end and start < found.end for found in (*times, *quantities))

    def is_there(found: Quantity | TimeExpression) -> bool:
        return 2 * (min(found.end, end) - max(found.start, start)) >= max(found.end - found.start, end - start)

    if row["what"] == "time":
        return any(_agrees(time.value, row["value"]) and _agrees(time.begins, row["second"]) and _agrees(time.ends, row["third"])
                   for time in times if is_there(time))  # fmt: skip
    return any(
        quantity.low == row["value"] and row["second"] in ("*", quantity.high or "")
        and _agrees(quantity.unit, row["third"]) and _agrees(quantity.modifier, row["modifier"])
        for quantity in quantities if is_there(quantity)
    )  # fmt: skip


@pytest.mark.skipif(not NEWS.exists(), reason="the news is not at hand")
def test_nearly_all_values_in_real_news_are_right() -> None:
    rows = _rows()
    articles = _articles(rows)
    wrong = [f"{row['file']}:{row['line']}:{row['start']}" for row in rows if not _is_right(row, articles[row["file"], row["line"]])]
    assert 1 - len(wrong) / len(rows) >= WANTED, wrong


def test_the_set_has_all_kinds_and_at_least_150_expressions() -> None:
    rows = _rows()
    assert len(rows) >= 150
    assert len({row["kind"] for row in rows}) == 15
