"""Fit chains/weights.tsv: what each trait says of «this text was taken from that one», learned on artificial traditions.

    python tools/fit_descent.py --scoring ../shared/scoring --traditions DIR/t41 DIR/t42 … [--check DIR/t51 …] [--write]

Each folder is made by `tradition.py make`. From every tradition a few claims are drawn: the documents that hold a random sentence of it.
The weights are those under which the true trees are likeliest among all trees (matrix-tree theorem), with a small penalty for large ones.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from takhrij.annotate.credits import credits_of
from takhrij.chains.edges import Edge, candidates_of, with_second_look
from takhrij.chains.evidence import scene_of
from takhrij.chains.readings import witness_of
from takhrij.chains.trees import FIRST
from takhrij.model.chain import NAMELESS, UNSEEN
from takhrij.model.claim import Telling
from takhrij.model.document import Document
from takhrij.model.reuse import Alignment
from takhrij.text.sentences import sentences_of

CLAIMS = 4  # drawn from a tradition
LEAST_RUNS, LEAST_HELD = 6, 0.5  # three-word runs of a sentence that is drawn; the share that another must have to tell it too
LEAST_COMMON = 8  # runs that two documents must share to be looked at as copy and source
PENALTY = 1e-2  # times half the sum of squared weights
BY_HAND = {"early": -1.0, "early passages": -1.0}  # artificial traditions have no dates that anybody vouches for, so that these stay 0
HEADER = "# What a trait of traits.py adds to «taken from it» (natural logarithms); made by tools/fit_descent.py from seeds {}."

Array = Any
Instance = tuple[dict[str, list[Edge]], dict[str, set[str]]]  # the edges of a claim; for each document its true parents here


# ------------------------------------------------------------------------------------------------ claims of a tradition


def instances_of(folder: Path, referee: Any) -> list[Instance]:
    """A few claims of every tradition in a folder."""
    truth = referee.Truth(folder)
    rows = {row["id"]: row for row in referee.read(folder / "articles.jsonl")}
    chance = random.Random(folder.name)
    out = []
    for name in sorted(truth.traditions):
        documents = {article: _document(rows[article]) for article in truth.traditions[name]["articles"]}
        for spans in _claims(documents, chance):
            out.append(_instance({key: documents[key] for key in spans}, spans, truth, referee))
    return out


def _document(row: dict[str, Any]) -> Document:
    return Document(row["id"], row["id"], 1, row["outlet"], row["date"], None, row["title"], row["text"], None, row["author"], "ar")


def _sentences(document: Document) -> list[tuple[int, int]]:
    return [(row.start, row.end) for row in sentences_of(document) if row.field == "text" and row.end - row.start > 20]


def _claims(documents: dict[str, Document], chance: random.Random) -> list[dict[str, tuple[int, int]]]:
    found: dict[frozenset[str], dict[str, tuple[int, int]]] = {}
    for number in range(3 * CLAIMS):
        drawn = documents[chance.choice(sorted(documents))]
        start, end = chance.choice(_sentences(drawn)) if number else _sentences(drawn)[0]
        runs = set(witness_of(drawn.text[start:end]).runs)
        spans = {name: _nearest(document, runs) for name, document in documents.items()} if len(runs) >= LEAST_RUNS else {}
        held = {name: span for name, (count, span) in spans.items() if count >= LEAST_HELD * len(runs)}
        if len(held) > 1 and len(found) < CLAIMS:
            found.setdefault(frozenset(held), held)
    return list(found.values())


def _nearest(document: Document, runs: set[str]) -> tuple[int, tuple[int, int]]:
    return max((len(runs & set(witness_of(document.text[start:end]).runs)), (start, end)) for start, end in _sentences(document))


def _instance(documents: dict[str, Document], spans: dict[str, tuple[int, int]], truth: Any, referee: Any) -> Instance:
    tellings = [
        Telling("t" + name, name, "text", *spans[name], document.text[slice(*spans[name])], None, "asserted")
        for name, document in documents.items()
    ]
    credits = [credit for document in documents.values() for credit in credits_of(document, [], [])]
    runs = {name: set(witness_of(document.text).runs) for name, document in documents.items()}
    alignments = [
        Alignment(
            one + other, one + other, one, 0, len(documents[one].text), other, 0, len(documents[other].text),
            len(runs[one] & runs[other]), 0, 0.9, "edited", 1.0, 1.0, "fit",
        )
        for one, other in combinations(sorted(documents), 2) if len(runs[one] & runs[other]) >= LEAST_COMMON
    ]  # fmt: skip
    edges = candidates_of(scene_of(tellings, list(documents.values()), [], credits, alignments, []))
    return edges, {name: _true_parents(name, edges[name], set(documents), truth, referee) for name in edges}


def _true_parents(name: str, edges: Sequence[Edge], here: set[str], truth: Any, referee: Any) -> set[str]:
    """The nearest that are among the edges; FIRST where none is."""
    offered = {edge.earlier for edge in edges}
    named = [parent for parent in offered if parent.startswith(UNSEEN)]
    out: set[str] = set()
    todo = [name]
    while todo:
        for parent in truth.record(todo.pop(), name)["parents"]:
            if parent.startswith(UNSEEN):
                agency = next((each for each in named if referee.same_name(each[len(UNSEEN) :], parent[len(UNSEEN) :])), UNSEEN + NAMELESS)
                out |= {agency} & offered
            elif parent in here:
                out |= {parent} & offered
            else:
                todo.append(parent)
    return out or {FIRST}


# ------------------------------------------------------------------------------------------------ the likeliest weights


def packed(instances: Sequence[Instance], traits: Sequence[str]) -> list[tuple[int, Array, Array, Array]]:
    """For each claim: how many documents; (later, earlier or -1) of each edge; its traits; whether it is true."""
    column = {trait: number for number, trait in enumerate(traits)}
    out = []
    for edges, parents in instances:
        at = {name: number for number, name in enumerate(sorted(edges))}
        flat = [edge for name in sorted(edges) for edge in edges[name] if edge.weight is None]
        values = np.zeros((len(flat), len(traits)))
        for number, edge in enumerate(flat):
            for trait, value in edge.traits.items():
                values[number, column[trait]] = value
        ends = np.array([(at[edge.later], at.get(edge.earlier, -1)) for edge in flat])
        out.append((len(at), ends, values, np.array([edge.earlier in parents[edge.later] for edge in flat])))
    return out


def shares_of(size: int, ends: Array, scores: Array) -> tuple[float, Array]:
    """The logarithm of the sum over all trees, and the probability of every edge."""
    later, earlier = ends[:, 0], ends[:, 1]
    terms = np.exp(scores - scores.max())
    seen = earlier >= 0
    laplacian = np.zeros((size, size))
    np.add.at(laplacian, (later, later), terms)
    np.add.at(laplacian, (earlier[seen], later[seen]), -terms[seen])
    inverse = np.linalg.inv(laplacian)
    shares = terms * inverse[later, later]
    shares[seen] -= terms[seen] * inverse[later[seen], earlier[seen]]
    return float(np.linalg.slogdet(laplacian)[1] + size * scores.max()), shares


def loss(weights: Array, claims: Sequence[tuple[int, Array, Array, Array]]) -> tuple[float, Array]:
    """How unlikely the true trees are, and the way down."""
    total, slope = 0.0, np.zeros_like(weights)
    for size, ends, values, right in claims:
        scores = np.clip(values @ weights, -40, 40)
        whole, shares = shares_of(size, ends, scores)
        among = np.where(right, np.exp(np.clip(scores - scores.max(), -60, 0)), 0.0)
        sums = np.zeros(size)
        np.add.at(sums, ends[:, 0], among)
        sums = np.maximum(sums, 1e-30)
        total += whole - float((np.log(sums) + scores.max()).sum())
        slope += values.T @ (shares - among / sums[ends[:, 0]])
    return total / len(claims) + PENALTY * float(weights @ weights) / 2, slope / len(claims) + PENALTY * weights


def fitted(claims: Sequence[tuple[int, Array, Array, Array]], count: int, rounds: int = 200) -> Array:
    """The weights of least loss (L-BFGS)."""
    weights = np.zeros(count)
    steps: list[tuple[Array, Array]] = []
    value, slope = loss(weights, claims)
    for _ in range(rounds):
        way, size = -_two_loops(slope, steps), 1.0
        while (new := loss(weights + size * way, claims))[0] > value + 1e-4 * size * float(slope @ way) and size > 1e-6:
            size /= 2
        steps = [*steps, (size * way, new[1] - slope)][-12:]
        weights, done = weights + size * way, abs(value - new[0]) < 1e-6 * abs(value)
        value, slope = new
        if done:
            break
    return weights


def _two_loops(slope: Array, steps: Sequence[tuple[Array, Array]]) -> Array:
    """The slope times the inverse curvature that the last steps show."""
    rest, parts = slope.copy(), []
    for step, turn in reversed(steps):
        parts.append(float(step @ rest) / float(turn @ step))
        rest -= parts[-1] * turn
    rest *= float(steps[-1][0] @ steps[-1][1]) / float(steps[-1][1] @ steps[-1][1]) if steps else 1 / max(1.0, float(np.linalg.norm(slope)))
    for (step, turn), part in zip(steps, reversed(parts), strict=True):
        rest += step * (part - float(turn @ rest) / float(turn @ step))
    return rest


def looked_again(instances: Sequence[Instance], traits: Sequence[str], weights: Array) -> list[Instance]:
    """The same claims with the traits that the likely tree gives."""
    out = []
    for (edges, parents), (size, ends, values, _) in zip(instances, packed(instances, traits), strict=True):
        shares = iter(shares_of(size, ends, np.clip(values @ weights, -40, 40))[1])
        found = {
            name: {edge.earlier: float(next(shares)) if edge.weight is None else 0.0 for edge in edges[name]} for name in sorted(edges)
        }
        out.append((with_second_look(edges, found), parents))
    return out


def right_share(claims: Sequence[tuple[int, Array, Array, Array]], weights: Array) -> float:
    """How often the likeliest edge of a document is a true one."""
    hits = asked = 0
    for size, ends, values, right in claims:
        shares = shares_of(size, ends, np.clip(values @ weights, -40, 40))[1]
        for number in range(size):
            mine = np.flatnonzero(ends[:, 0] == number)
            hits += bool(right[mine[shares[mine].argmax()]])
            asked += 1
    return hits / asked


def traits_in(instances: Sequence[Instance]) -> list[str]:
    """Every trait that occurs."""
    return sorted({trait for edges, _ in instances for given in edges.values() for edge in given for trait in edge.traits})


def main() -> None:
    """Fit both looks, print what they reach, write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scoring", type=Path, required=True)
    parser.add_argument("--traditions", type=Path, nargs="+", required=True)
    parser.add_argument("--check", type=Path, nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sys.path.insert(0, str(options.scoring))
    import tradition as referee  # type: ignore[import-not-found]  # it stays outside of the package

    first = [instance for folder in options.traditions for instance in instances_of(folder, referee)]
    names = traits_in(first)
    one = fitted(packed(first, names), len(names))
    second = looked_again(first, names, one)
    more = traits_in(second)
    two = fitted(packed(second, more), len(more))
    print("fitted on", len(first), "claims:", right_share(packed(first, names), one), right_share(packed(second, more), two))
    for folder in options.check:
        other = instances_of(folder, referee)
        again = looked_again(other, names, one)
        print(folder.name, right_share(packed(other, names), one), right_share(packed(again, more), two))
    if options.write:
        seeds = ", ".join(folder.name.strip("t") for folder in options.traditions)
        _write(dict(zip(names, one, strict=True)), dict(zip(more, two, strict=True)), seeds)


def _write(one: dict[str, float], two: dict[str, float], seeds: str) -> None:
    one, two = one | BY_HAND, two | BY_HAND
    lines = [HEADER.format(seeds), "trait\tfirst_look\tsecond_look"]
    lines += [f"{trait}\t{f'{one[trait]:.3f}' if trait in one else ''}\t{two[trait]:.3f}" for trait in sorted(two)]
    path = Path(__file__).parent.parent / "src" / "takhrij" / "chains" / "weights.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
