"""Counts how common words and set phrases are in news: make_background.py ARTICLES.jsonl[.gz] … [--every 8]

Writes two lists to src/takhrij/match, words, pairs of stems and numbers alone: background.tsv, the commonest folded words with
their share of all words, and set_phrases.tsv, the seeds (pairs of stems near each other, in no order) that stand in most
articles. Both are means over the files.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from takhrij.match.shingles import seeds_of
from takhrij.text.stems import stem
from takhrij.text.tokens import tokens_of

Key = TypeVar("Key", str, tuple[str, str])

KEPT = 6000  # words; the commonest, which come to about 72 % of Arabic news
COMMON = 0.003  # share of articles from which a pair of stems counts as a set phrase; about 10,000 pairs
TARGET = Path(__file__).parents[1] / "src" / "takhrij" / "match"


def texts_of(path: Path, every: int) -> Iterator[str]:
    """The text of each `every`-th article of the file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every == 0:
                yield json.loads(line)["text"]


def counted(path: Path, every: int) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
    """The share of each word among all words of the file, and of each pair of stems among all articles."""
    forms: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    articles = 0
    for text in texts_of(path, every):
        articles += 1
        words = [token.form for token in tokens_of(text) if token.is_word]
        forms.update(words)
        seeds = seeds_of(text)
        pairs.update({_pair(words[first], words[second]) for first, second in zip(seeds.first, seeds.second, strict=True)})
    total = forms.total()
    frequent = {pair: count / articles for pair, count in pairs.items() if count > COMMON * articles / 4}
    return {form: count / total for form, count in forms.items()}, frequent


def mean_of(tables: Sequence[dict[Key, float]]) -> list[tuple[Key, float]]:
    """The mean of each key over the tables, the greatest first."""
    means: dict[Key, float] = {}
    for table in tables:
        for key, share in table.items():
            means[key] = means.get(key, 0.0) + share / len(tables)
    return sorted(means.items(), key=lambda item: (-item[1], item[0]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=8, help="take one article in so many")
    options = parser.parse_args()
    files = [counted(path, options.every) for path in options.news]
    words = mean_of([forms for forms, _ in files])[:KEPT]
    pairs = [(pair, share) for pair, share in mean_of([pairs for _, pairs in files]) if share >= COMMON]
    head = "made by tools/make_background.py; words and numbers alone"
    lines = [
        f"# How common words are in Arabic news; {head}.",
        "form\tper_million",
        *(f"{form}\t{share * 1e6:.1f}" for form, share in words),
    ]
    (TARGET / "background.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    lines = [f"# Pairs of stems that stand near each other in many articles; {head}.", "one\tother\tper_thousand_articles"]
    lines += [f"{one}\t{other}\t{share * 1000:.1f}" for (one, other), share in pairs]
    (TARGET / "set_phrases.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _pair(one: str, other: str) -> tuple[str, str]:
    less, more = sorted((stem(one), stem(other)))
    return less, more


if __name__ == "__main__":
    main()
