"""Speed of times and quantities on one core: expressions.py ARTICLES.jsonl[.gz] [--take 500] [--words 300]

Cuts the articles to so many words each and prints articles a CPU second for `expressions_of` and, in the same run, for a baseline that only
looks for rows of digits, and the ratio of the two: the ratio holds on a busy machine, the speed does not. Wanted: 200 articles a second.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from takhrij.annotate.expressions import expressions_of
from takhrij.model.document import Document
from takhrij.text.lemmas import lemma
from takhrij.text.tokens import tokens_of

DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
WARM_UP = 20  # articles; the word lists are read and the first forms looked up in them
FOREIGN = "reports"  # a word for which the English dictionary is read, once a process and in a third of a second


def documents_in(options: argparse.Namespace) -> Iterator[Document]:
    """The articles, each cut to so many words; shorter ones are left out."""
    path = Path(options.articles)
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            given = json.loads(line)
            words = (given["text"] or "").split(" ")
            if len(words) >= options.words:
                text = " ".join(words[: options.words])
                yield Document(given["id"], given["id"], number, None, given.get("date"), None, None, text, None, None, None)


def rows_of_digits(document: Document) -> int:
    """The baseline: tokens, and a pattern for digits over each."""
    return sum(DIGITS.fullmatch(token.form) is not None for token in tokens_of(document.text or ""))


def a_second(work: Callable[[Document], object], documents: list[Document]) -> float:
    """Articles a CPU second."""
    lemma(FOREIGN)
    for document in documents[:WARM_UP]:
        work(document)
    begun = time.process_time()
    for document in documents[WARM_UP:]:
        work(document)
    return (len(documents) - WARM_UP) / (time.process_time() - begun)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles")
    parser.add_argument("--take", type=int, default=500)
    parser.add_argument("--words", type=int, default=300)
    options = parser.parse_args()
    documents = list(islice(documents_in(options), options.take))
    if len(documents) < 2 * WARM_UP:
        parser.error(f"{options.articles}: {len(documents)} articles have {options.words} words; it takes {2 * WARM_UP} to measure")
    baseline, ours = a_second(rows_of_digits, documents), a_second(expressions_of, documents)
    print(f"{len(documents) - WARM_UP} articles of {options.words} words")
    print(f"expressions     {ours:8.0f} articles a CPU second")
    print(f"rows of digits  {baseline:8.0f} articles a CPU second, {baseline / ours:.1f} times as fast")


if __name__ == "__main__":
    main()
