"""How well rewrites and translations are found, and what it costs: `python benchmarks/retellings.py [ARTICLES.jsonl]`.

`retellings.jsonl` holds ten invented events, each told by an original, a free rewrite, an English translation, and two reports of
another paper (Arabic and English) that name the same people and numbers without being taken from it: the hard negatives. The two of
that other paper are told alike and count for neither side. With a file of articles the invented ones are put among them, one outlet for
each role, and the steps run as `takhrij reuse` runs them; what is found between those articles is printed to be read.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from takhrij.backends.encoder_file import is_installed
from takhrij.backends.meanings import meanings
from takhrij.backends.nearness import EncoderVectors
from takhrij.match.gists import gist_of
from takhrij.match.retellings import MADE_BY, retellings_between
from takhrij.model.document import Document
from takhrij.pipeline import STEPS
from takhrij.runs import making
from takhrij.scratch import case_of

INVENTED = Path(__file__).with_name("retellings.jsonl")
ORIGINAL, REWRITE, TRANSLATION = "original", "rewrite", "translation"
RETOLD = (ORIGINAL, REWRITE, TRANSLATION)
DAY = "2015-07-23"  # of the invented articles, in the midst of saudinewsnet
SHOWN = 300  # characters

Texts = dict[tuple[str, str], str]  # (event, role) -> text
Pair = tuple[tuple[str, str], tuple[str, str]]


def texts() -> Texts:
    rows = map(json.loads, INVENTED.read_text("utf-8").splitlines())
    return {(row["event"], row["role"]): row["text"] for row in rows}


def kind_of(pair: Pair) -> str:
    """What a pair of invented texts is: rewrite, translation, both (a rewrite's translation), other, or "" where it counts for neither."""
    (event, role), (other_event, other_role) = pair
    if event != other_event:
        return "other"
    retold = [one for one in (role, other_role) if one in RETOLD]
    if len(retold) < 2:
        return "other" if retold else ""
    return retold[1] if ORIGINAL in retold else "both"


def documents(told: Texts) -> dict[tuple[str, str], Document]:
    return {key: Document(":".join(key), ":".join(key), 0, key[1], DAY, None, None, text, None, None, None) for key, text in told.items()}


def counted(found: Iterable[Pair], told: Texts) -> str:
    """Recall of each kind, and what was found that should not be."""
    hits = set(found)
    kinds = ("rewrite", "translation", "both", "other")
    asked = {kind: [pair for pair in combinations(told, 2) if kind_of(pair) == kind] for kind in kinds}
    parts = [f"{kind} {sum(pair in hits for pair in pairs)}/{len(pairs)}" for kind, pairs in asked.items()]
    return ", ".join(parts)


def by_kernel(told: Texts) -> Iterator[Pair]:
    rows = documents(told)
    yield from (pair for pair in combinations(told, 2) if retellings_between("p", rows[pair[0]], rows[pair[1]], meanings()))


def by_table(told: Texts) -> np.ndarray:
    """One vector for each text: the mean of its words' meanings, by weight."""
    gists = [gist_of(text, meanings()) for text in told.values()]
    return np.array([gist.weights @ gist.vectors for gist in gists])


def ranks(vectors: np.ndarray, told: Texts, role: str) -> float:
    """Mean reciprocal rank of an original's rewrite (or translation) among the rewrites (or translations) of all events."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    rows = {key: unit[number] for number, key in enumerate(told)}
    events = [event for event, own in told if own == ORIGINAL]
    near = np.array([[rows[event, ORIGINAL] @ rows[other, role] for other in events] for event in events])
    return float(np.mean([1 / (1 + (line > line[place]).sum()) for place, line in enumerate(near)]))


def among(articles: Path, told: Texts) -> None:
    """Put the invented texts among real ones and run the steps."""
    with tempfile.TemporaryDirectory() as folder:
        mixed = Path(folder) / "mixed.jsonl"
        invented = [{"id": ":".join(key), "outlet": f"outlet of {key[1]}", "date": DAY, "text": text} for key, text in told.items()]
        mixed.write_text(articles.read_text("utf-8") + "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in invented), "utf-8")
        spent: dict[str, float] = {}
        clock = [time.process_time()]

        def progress(step: str, done: int, total: int) -> None:
            now = time.process_time()
            spent[step], clock[0] = spent.get(step, 0.0) + now - clock[0], now

        steps = making(STEPS, "alignments")
        with case_of(mixed, last=None, encoder=None, workers=1, progress=progress, steps=steps) as (case, _):
            held = {row.document: row for row in case.rows("documents")}
            shown([row for row in case.rows("alignments") if row.made_by == MADE_BY], held, told)
        print("CPU seconds:", {step: round(seconds, 1) for step, seconds in spent.items()})


def shown(rows: Sequence[object], held: dict[str, Document], told: Texts) -> None:
    keys = {":".join(key): key for key in told}
    named = [(held[row.left], held[row.right], row) for row in rows]  # type: ignore[attr-defined]
    invented = ((keys[one.name], keys[other.name]) for one, other, _ in named if one.name in keys and other.name in keys)
    found = {tuple(sorted(pair, key=list(told).index)) for pair in invented}
    print(f"among {len(held)} articles:", counted(found, told))  # type: ignore[arg-type]
    for one, other, row in named:
        if one.name not in keys or other.name not in keys:
            print(f"\n{row.score} {row.kind} {one.name} {other.name}\n  {one.title}\n  {other.title}")
            print(" ", " ".join(one.text[row.left_start : row.left_end].split())[:SHOWN])
            print(" ", " ".join(other.text[row.right_start : row.right_end].split())[:SHOWN])


def main() -> None:
    told = texts()
    print("pair by pair:", counted(by_kernel(told), told))
    table = by_table(told)
    print("mean reciprocal rank, table:", {role: round(ranks(table, told, role), 3) for role in (REWRITE, TRANSLATION)})
    if is_installed():
        encoded = np.array(EncoderVectors().vectors_of(list(told.values())))
        print("mean reciprocal rank, encoder:", {role: round(ranks(encoded, told, role), 3) for role in (REWRITE, TRANSLATION)})
    for path in sys.argv[1:]:
        among(Path(path), told)


if __name__ == "__main__":
    main()
