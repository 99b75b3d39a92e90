"""Speed of attribution: attribution.py [FOLDER_OR_ARTICLES.jsonl] [--articles 300] [--words 300] [--hostile 200000]

Makes articles of a size out of those given (the demo's if none are) and annotates them on one core: sentences, mentions, attributions.
Prints articles a CPU second beside those of the one-pattern baseline in the same run, and how the time grows on a text
without any full stop.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Callable, Iterator
from importlib import resources
from itertools import cycle, islice
from pathlib import Path

from takhrij.annotate.attributions import attributions_of
from takhrij.annotate.entities import mentions_of
from takhrij.evaluation.baselines import attributions as baseline
from takhrij.model.annotation import Attribution
from takhrij.model.document import Document
from takhrij.text.sentences import sentences_of

WANTED = 100.0  # articles a second that the issue asks for
GROWTH = (1, 2, 4)  # parts of the hostile text, to see whether time grows as length does


def paragraphs_in(source: str | None) -> Iterator[str]:
    """The paragraphs of the demo's articles, of a .jsonl file, or of the .txt and .jsonl files of a folder, in order."""
    if source is None:
        lines = resources.files("takhrij.demo").joinpath("articles.jsonl").read_text("utf-8").splitlines()
        yield from (part for line in lines for part in json.loads(line)["text"].split("\n"))
        return
    path = Path(source)
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        if file.suffix == ".txt":
            yield from file.read_text("utf-8").split("\n")
        elif file.suffix in (".jsonl", ".gz"):
            with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines_of:
                yield from (part for line in lines_of for part in json.loads(line)["text"].split("\n"))


def articles_of(source: str | None, count: int, words: int) -> list[Document]:
    """Articles of about so many words, paragraph by paragraph, from the beginning again where they run out."""
    parts = [part for part in islice(paragraphs_in(source), count * words) if part.strip()]
    made: list[Document] = []
    text: list[str] = []
    size = 0
    for part in cycle(parts):
        text.append(part)
        size += len(part.split())
        if size >= words:
            made.append(document_of(f"d{len(made)}", "\n".join(text)))
            text, size = [], 0
        if len(made) == count:
            break
    return made


def document_of(name: str, text: str) -> Document:
    return Document(name, name, 0, None, None, None, None, text, None, None, "ar")


def annotated(document: Document) -> int:
    """How many attributions the rules find."""
    rows = attributions_of(document, sentences_of(document), mentions_of(document))
    return sum(isinstance(row, Attribution) for row in rows)


def by_baseline(document: Document) -> int:
    (record,) = baseline([{"id": document.document, "text": document.text}])
    return len(record["attributions"])


def rate(annotate: Callable[[Document], int], documents: list[Document]) -> tuple[float, int]:
    """Documents a CPU second, and the attributions found."""
    begin = time.process_time()
    found = sum(annotate(document) for document in documents)
    return len(documents) / max(time.process_time() - begin, 1e-9), found


def print_growth(documents: list[Document], words: int) -> None:
    """CPU seconds a million words for a text without full stops or lines, in growing parts of it."""
    whole = " ".join(document.text for document in documents).translate({ord(mark): " " for mark in ".\n؟!"}).split()
    hostile = list(islice(cycle(whole), words))
    for part in GROWTH:
        document = document_of("hostile", " ".join(hostile[: words * part // GROWTH[-1]]))
        begin = time.process_time()
        annotated(document)
        seconds = time.process_time() - begin
        size = len(document.text.split())
        print(f"hostile {size:8} words  {seconds:6.1f} s CPU  {seconds / size * 1e6:7.0f} s a million words", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="?")
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--hostile", type=int, default=200_000, help="words of the text without full stops; 0 leaves it out")
    options = parser.parse_args()
    documents = articles_of(options.source, options.articles, options.words)
    annotated(documents[0])  # word lists are read once
    rules, found = rate(annotated, documents)
    simple, least = rate(by_baseline, documents)
    words = sum(len(document.text.split()) for document in documents) / len(documents)
    print(f"{len(documents)} articles of {words:.0f} words, one core")
    print(f"rules     {rules:9.1f} articles a second  {found} attributions  ({'as wanted' if rules >= WANTED else f'wanted {WANTED:.0f}'})")
    print(f"baseline  {simple:9.1f} articles a second  {least} attributions")
    print(f"ratio     1 : {simple / rules:.1f}", flush=True)
    if options.hostile:
        print_growth(documents, options.hostile)


if __name__ == "__main__":
    main()
