"""What the words and numbers of the pages mean, in plain words (glossary.tsv); each page leads here from where it uses one."""

from __future__ import annotations

from typing import NamedTuple

from takhrij.report.words import Gloss
from takhrij.text.lexicons import lexicon


class Entry(NamedTuple):
    """A word, or several that belong together, and what it means."""

    key: str
    term: Gloss
    meaning: Gloss


def _entry(row: dict[str, str]) -> Entry:
    return Entry(row["key"], Gloss(row["term"], row["term_english"]), Gloss(row["meaning"], row["meaning_english"]))


GLOSSARY = tuple(map(_entry, lexicon("report", "glossary")))
