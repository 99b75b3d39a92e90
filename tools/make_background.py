"""Counts how common words are in news: make_background.py ARTICLES.jsonl[.gz] … [--every 4] > src/takhrij/match/background.tsv

Writes the commonest folded words with their share of all words (per million, mean over the files); single words and numbers alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from takhrij.text.tokens import tokens_of

KEPT = 6000  # words; the commonest that come to about four fifths of Arabic news


def texts_of(path: Path, every: int) -> Iterator[str]:
    """The text of each `every`-th article of the file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every == 0:
                yield json.loads(line)["text"]


def shares_of(path: Path, every: int) -> dict[str, float]:
    """The share of each word among all words of the file."""
    counts = Counter(token.form for text in texts_of(path, every) for token in tokens_of(text) if token.is_word)
    total = sum(counts.values())
    return {form: count / total for form, count in counts.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=4, help="take one article in so many")
    options = parser.parse_args()
    mean: Counter[str] = Counter()
    for path in options.news:
        for form, share in shares_of(path, options.every).items():
            mean[form] += share / len(options.news)  # type: ignore[assignment]
    print("# How common words are in Arabic news; made by tools/make_background.py, single words and numbers alone.")
    print("form\tper_million")
    for form, share in sorted(mean.items(), key=lambda item: (-item[1], item[0]))[:KEPT]:
        print(f"{form}\t{share * 1e6:.1f}")


if __name__ == "__main__":
    main()
