"""Finds the gold in a folder laid out like `gold/`: what there is to be scored, and with which referee."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from takhrij.errors import UsageError

ATTRIBUTIONS, PAIRS, CLAIMS, NORMALIZE = "attributions", "pairs", "claims", "normalize"
REFEREES = {ATTRIBUTIONS: "score_attribution", PAIRS: "score_pairs", CLAIMS: "score_claims", NORMALIZE: "score_normalize"}


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold file: its task, and the file that the program is given (the articles; for claims another file than the gold)."""

    task: str
    file: Path
    given: Path

    @property
    def name(self) -> str:
        """The file's name without its ending, as the table shows it."""
        return self.file.stem


def gold_in(folder: Path) -> list[Gold]:
    """The gold files of a folder, by task; UsageError where there are none. Files named …train… are for training and left out."""
    found = list(_gold_in(folder))
    if not found:
        expected = ", ".join(f"{task}/*.jsonl" for task in REFEREES)
        raise UsageError(
            f"{folder} holds no gold that can be scored; expected are {expected} (claims: NAME.jsonl beside NAME_articles.jsonl)"
        )
    return found


def _gold_in(folder: Path) -> Iterator[Gold]:
    for task in REFEREES:
        for file in sorted((folder / task).glob("*.jsonl")):
            if "train" in file.stem:
                continue
            if task != CLAIMS:
                yield Gold(task, file, file)
            elif (articles := file.with_name(f"{file.stem}_articles.jsonl")).exists():
                yield Gold(task, file, articles)


def lines_of(file: Path) -> list[dict[str, Any]]:
    """The JSON objects of a file, one a line."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
