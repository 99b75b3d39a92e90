"""Runs each task on its gold, has the referee score it beside a simple baseline, and lays the figures out as one table."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from importlib import resources
from pathlib import Path

from rich.console import Console
from rich.table import Table

from takhrij.engines.base import Progress
from takhrij.errors import BackendError
from takhrij.evaluation import baselines
from takhrij.evaluation.baselines import Record
from takhrij.evaluation.gold import ATTRIBUTIONS, CLAIMS, NORMALIZE, PAIRS, REFEREES, Gold, gold_in, lines_of
from takhrij.report.records import annotation_record, claim_record
from takhrij.report.views import document_views, spread_first
from takhrij.scratch import case_of
from takhrij.shorttexts import compared, normalized

Figures = dict[str, float]


def evaluated(folder: Path, *, encoder: str, workers: int | None, progress: Progress) -> list[Record]:
    """One row for each gold file: task, gold, n, the program's figures and the baseline's."""
    rows = []
    for gold in gold_in(folder):
        rows.append(
            {
                "task": gold.task,
                "gold": gold.name,
                **_scored(gold, answers_of(gold, encoder=encoder, workers=workers, progress=progress), "takhrij"),
                **_scored(gold, BASELINES[gold.task](lines_of(gold.given)), "baseline"),
            }
        )
    return rows


def answers_of(gold: Gold, *, encoder: str, workers: int | None, progress: Progress) -> list[Record]:
    """What the program says to what the gold gives."""
    if gold.task == PAIRS:
        return list(compared(lines_of(gold.given), encoder))
    if gold.task == NORMALIZE:
        return list(normalized(lines_of(gold.given)))
    last = "attributions" if gold.task == ATTRIBUTIONS else None
    with case_of(gold.given, last=last, encoder=encoder, workers=workers, progress=progress) as (case, _):
        return list(map(annotation_record, document_views(case)) if last else map(claim_record, spread_first(case)))


BASELINES: dict[str, Callable[[list[Record]], Iterable[Record]]] = {
    ATTRIBUTIONS: baselines.attributions,
    PAIRS: baselines.verdicts,
    CLAIMS: baselines.claims,
    NORMALIZE: baselines.numbers,
}


def _scored(gold: Gold, answers: Iterable[Record], whose: str) -> Record:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(answer, ensure_ascii=False) + "\n" for answer in answers)
        file.flush()
        result = referee(gold.task, gold.file, Path(file.name))
    size, figures = FIGURES[gold.task](result)
    return {"n": size, whose: figures}


def referee(task: str, gold: Path, answers: Path) -> Record:
    """The figures of the fixed referee of a task (see `referees/`), run as a script of its own."""
    with resources.as_file(resources.files("takhrij.evaluation").joinpath("referees")) as folder:
        script = str(folder / f"{REFEREES[task]}.py")
        done = subprocess.run([sys.executable, script, str(gold), str(answers), "--json"], capture_output=True, text=True, check=False)
    if done.returncode:
        raise BackendError(f"the referee of {task} failed on {gold}: {done.stderr.strip()[-300:]}")
    answer: Record = json.loads(done.stdout)
    return answer


def _attribution_figures(result: Record) -> tuple[int, Figures]:
    names = {"cue": "cue", "content": "content", "content=": "content exact", "source": "source", "attribution": "whole attribution"}
    figures = {f"{label} F1": result[name]["f1"] for name, label in names.items()}
    return result["gold"], figures | {name: result[name] for name in ("speaker", "chain", "mode", "kind", "stance")}


def _pair_figures(result: Record) -> tuple[int, Figures]:
    figures: Figures = {}
    for name, scores in result.items():
        figures[f"{name} macro-F1"] = scores["macro_f1"]
        if twins := scores.get("twins", {}).get("all"):
            figures |= {"distorted called same": twins["called_same"], "slot named": twins["slot_named"]}
    return sum(scores["n"] for scores in result.values()), figures


def _claim_figures(result: Record) -> tuple[int, Figures]:
    pairs, differences, copies = result["pairs"], result["differences"], result["copies"]
    return result["gold tellings"], {
        "tellings found": result["tellings"],
        "pairs P": pairs["p"],
        "pairs R": pairs["r"],
        "pairs F1": pairs["f1"],
        "false merges": result["false merges"],
        "spoken chain": result["spoken chain"],
        "origins in range": result["origins in range"],
        "origin width": result["origin width"],
        "differences R": differences["recall"],
        "differences P": differences["precision"],
        "copies R": copies["r"],
        "copies P": copies["p"],
    }


def _expression_figures(result: Record) -> tuple[int, Figures]:
    scores = result["all"]
    return scores["n"], {"found": scores["found"], "exact": scores["exact"], "unasked": scores["unasked"]}


FIGURES: dict[str, Callable[[Record], tuple[int, Figures]]] = {
    ATTRIBUTIONS: _attribution_figures,
    PAIRS: _pair_figures,
    CLAIMS: _claim_figures,
    NORMALIZE: _expression_figures,
}


def print_figures(rows: Iterable[Record], console: Console) -> None:
    """The table that the README carries."""
    table = Table()
    for name in ("task", "gold", "n", "figure", "takhrij", "baseline"):
        table.add_column(name, justify="left" if name in ("task", "gold", "figure") else "right")
    for row in rows:
        head = [row["task"], row["gold"], str(row["n"])]
        for figure, value in row["takhrij"].items():
            table.add_row(*head, figure, f"{value:.3f}", f"{row['baseline'].get(figure, 0.0):.3f}")
            head = ["", "", ""]
    console.print(table)
