"""Time and memory of text reuse: reuse.py ARTICLES.jsonl[.gz]… [--passim PYTHON SOURCE] [--keep FOLDER]

Runs `takhrij reuse` on each file as a user would, in a process of its own, and prints seconds, CPU seconds of the whole process tree,
peak memory of the tree, and how both grow with the number of articles. With --passim, passim 2.0.1 runs on the same files right after, up
to its alignments (without its clusters, which favours it): PYTHON has pyspark 4.0.1, graphframes-py 0.9.3, intervaltree and setuptools,
SOURCE is a checkout of dasmiq/passim. --keep writes what was found, as a scorer of `takhrij reuse` reads it.
Planted corpora with their truth come from any generator; the figures in docs/evaluation.md used news that cannot be shipped.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.1  # seconds between two looks at the process tree
SET_ASIDE = 1  # how `takhrij reuse` ends where an article had no text and the rest went on
FILES = 4  # parts that passim reads, so that both cores work
SPARK = "--master local[2] --driver-memory 4g pyspark-shell"
FIELDS = ("--all-pairs", "--pairwise", "--fields", "xxhash64(series) as gid", "--filterpairs", "gid < gid2")
ALIGN = """
import sys
import passim.seriatim as seriatim
from pyspark.sql import DataFrame
def stop(*_args, **_options):
    sys.exit(0)
DataFrame.clusterExtents = stop
seriatim.main(sys.argv[1:])
"""


@dataclass
class Cost:
    """What a command took: wall seconds, CPU seconds and peak megabytes of its process tree, and the passages it found."""

    seconds: float
    cpu: float
    memory: float
    passages: int = 0


def measured(command: list[str], output: Path, environment: dict[str, str]) -> Cost:
    """Run a command in a session of its own and look at all processes of the session until it ends."""
    started, cpu, memory = time.perf_counter(), {}, 0.0
    with output.open("wb") as target:
        process = subprocess.Popen(
            command, stdout=target, stderr=subprocess.DEVNULL, env={**os.environ, **environment}, start_new_session=True
        )
        while process.poll() is None:
            used = 0.0
            for number, seconds, megabytes in session(process.pid):
                cpu[number] = max(seconds, cpu.get(number, 0.0))
                used += megabytes
            memory = max(memory, used)
            time.sleep(EVERY)
    if process.returncode not in (0, SET_ASIDE):
        raise SystemExit(f"{' '.join(command[:4])} … ended with {process.returncode}")
    return Cost(time.perf_counter() - started, sum(cpu.values()), memory)


def session(leader: int) -> Iterator[tuple[int, float, float]]:
    """Number, CPU seconds and resident megabytes of each process of a session."""
    tick, page = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            resident = int((folder / "statm").read_text().split()[1])
        except OSError:
            continue  # it has ended
        if int(fields[3]) == leader:
            yield int(folder.name), (int(fields[11]) + int(fields[12])) / tick, resident * page / 2**20


def takhrij(articles: Path, folder: Path) -> Cost:
    found = folder / f"takhrij-{articles.stem}.jsonl"
    cost = measured([sys.executable, "-m", "takhrij", "reuse", str(articles)], found, {})
    cost.passages = len(found.read_text("utf-8").splitlines())
    return cost


def passim(articles: Path, folder: Path, python: str, source: str) -> Cost:
    given, made = folder / f"given-{articles.stem}", folder / f"passim-{articles.stem}"
    given.mkdir()
    rows = [json.dumps({"id": row["id"], "series": row["id"], "text": row["text"]}, ensure_ascii=False) for row in rows_of(articles)]
    for part in range(FILES):
        (given / f"{part}.json").write_text("\n".join(rows[part::FILES]) + "\n", "utf-8")
    environment = {"PYTHONPATH": source, "PYSPARK_SUBMIT_ARGS": SPARK, "PYSPARK_PYTHON": python}
    cost = measured([python, "-c", ALIGN, *FIELDS, str(given), str(made)], folder / "passim.log", environment)
    kept = [json.loads(line) for file in (made / "align.json").glob("part-*") for line in file.open(encoding="utf-8")]
    with (folder / f"passim-{articles.stem}.jsonl").open("w", encoding="utf-8") as target:
        for row in kept:
            left = {"id": row["id"], "span": [row["begin"], row["end"]]}
            right = {"id": row["id2"], "span": [row["begin2"], row["end2"]]}
            target.write(json.dumps({"left": left, "right": right}) + "\n")
    cost.passages = len(kept)
    return cost


def rows_of(articles: Path) -> list[dict[str, str]]:
    with gzip.open(articles, "rt", encoding="utf-8") if articles.suffix == ".gz" else articles.open(encoding="utf-8") as lines:
        return [row for line in lines if (row := json.loads(line)).get("text")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--passim", nargs=2, metavar=("PYTHON", "SOURCE"))
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(exist_ok=True, parents=True)
        before: dict[str, tuple[int, float]] = {}
        for articles in options.articles:
            count = len(rows_of(articles))
            costs = {"takhrij": takhrij(articles, folder)}
            if options.passim:
                costs["passim"] = passim(articles, folder, *options.passim)
            for name, cost in costs.items():
                told(name, count, cost, before)


def told(name: str, count: int, cost: Cost, before: dict[str, tuple[int, float]]) -> None:
    """Print one row; CPU per article, and how many times as much CPU for how many times as many articles as in the file before."""
    fewer, less = before.get(name, (count, cost.cpu))
    growth = f"x{cost.cpu / less:.1f} CPU for x{count / fewer:.1f} articles" if fewer != count else ""
    taken = f"{cost.seconds:7.1f} s {cost.cpu:7.1f} CPU s {cost.memory:6.0f} MB"
    print(
        f"{name:8} {count:6} articles {taken} {cost.passages:7} passages {growth}",
        flush=True,
    )
    before[name] = (count, cost.cpu)


if __name__ == "__main__":
    main()
