"""Time and memory of text reuse: reuse.py ARTICLES.jsonl[.gz] [--take 2000] [--skip 0] [--out PRED.jsonl]

Runs shingles, candidates and alignments on one core, each in a process of its own, and prints CPU seconds and peak memory.
PRED.jsonl is what `takhrij reuse` writes, so that a scorer can read it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import resources
from itertools import islice
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from takhrij.match.alignments import alignments_of
from takhrij.match.shingles import shingles_of
from takhrij.model.document import Document

SCHEMA = pa.schema([("document", pa.string()), ("key", pa.int64()), ("position", pa.int64())])


def documents_in(options: argparse.Namespace) -> Iterator[Document]:
    """The articles asked for."""
    path = Path(options.articles)
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, options.skip, options.skip + options.take)):
            row = json.loads(line)
            outlet, text = row.get("outlet"), row["text"]
            yield Document(row["id"], row["id"], number, outlet, row.get("date"), None, row.get("title"), text, None, None, None)


def write_shingles(options: argparse.Namespace) -> str:
    count = 0
    with pq.ParquetWriter(options.folder / "shingles.parquet", SCHEMA) as writer:
        for document in documents_in(options):
            rows = shingles_of(document)
            count += len(rows)
            columns = [[row.document for row in rows], [row.key for row in rows], [row.position for row in rows]]
            writer.write_table(pa.table(columns, schema=SCHEMA))
    return f"{count} seeds"


def write_candidates(options: argparse.Namespace) -> str:
    connection = duckdb.connect()
    connection.execute("set enable_progress_bar = false; set threads = 1; set memory_limit = '700MB'")
    connection.execute(f"create view shingles as select * from '{options.folder / 'shingles.parquet'}'")
    query = resources.files("takhrij.match").joinpath("candidates.sql").read_text("utf-8")
    target = options.folder / "candidates.parquet"
    connection.execute(f"copy (select * from ({query}) order by pair nulls last) to '{target}' (format parquet)")
    return f"{pq.read_metadata(target).num_rows} pairs"


def write_alignments(options: argparse.Namespace) -> str:
    documents = {document.document: document for document in documents_in(options)}
    kinds: Counter[str] = Counter()
    with Path(options.out).open("w", encoding="utf-8") as target:
        for pair in pq.read_table(options.folder / "candidates.parquet", columns=["pair", "left", "right"]).to_pylist():
            for row in alignments_of(pair["pair"], documents[pair["left"]], documents[pair["right"]]):
                kinds[row.kind] += 1
                left = {"id": row.left, "span": [row.left_start, row.left_end]}
                right = {"id": row.right, "span": [row.right_start, row.right_end]}
                counts = {"matched": row.matched, "edited": row.edited, "score": row.score, "kind": row.kind}
                shares = [row.left_share, row.right_share]
                target.write(json.dumps({"left": left, "right": right, **counts, "coverage": shares}, ensure_ascii=False) + "\n")
    return f"{kinds.total()} passages {dict(kinds)}"


def measured(stage: Callable[[argparse.Namespace], str], options: argparse.Namespace) -> None:
    """Run one stage and say what it cost."""
    told = stage(options)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{stage.__name__:16} {time.process_time():7.1f} s CPU  {memory:6.0f} MB  {told}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles")
    parser.add_argument("--take", type=int, default=2000)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--out", default="/dev/null")
    options = parser.parse_args()
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        options.folder = Path(folder)
        for stage in (write_shingles, write_candidates, write_alignments):
            process = spawn.Process(target=measured, args=(stage, options))
            process.start()
            process.join()


if __name__ == "__main__":
    main()
