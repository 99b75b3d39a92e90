"""Fits the constants of claims/aboutness.py, whether two statements are about one thing at all, and of the score in claims/resemblance.py.

Run: fit_resemblance.py PAIRS.jsonl CLAIMS.jsonl CLAIM_ARTICLES.jsonl, in the formats of gold/pairs and gold/claims; to make the score of
asked pairs a probability: fit_resemblance.py calibrate PAIRS.jsonl; for pairs that a
machine proposes: fit_resemblance.py proposed CLAIMS.jsonl CASE TOPIC_CASE..., where CASE holds the articles of CLAIMS and each TOPIC_CASE
articles of one topic that are months apart, or undated ones of as many events (`takhrij run CASE pair_tellings` is enough of both); for
words that somebody asks about: fit_resemblance.py asked CLAIMS.jsonl CASE, where CASE was run with the articles of CLAIMS and others.
A pair counts as about one thing unless its verdict is "different"; two tellings of one event's articles do if they tell one claim.
Each of the two sources, and in each the two answers, weigh the same. Of proposed pairs, those of a TOPIC_CASE a month or more apart
(or undated) count as not about one thing, but for near copies, which are background told again. Logistic regression by plain gradient
descent, so that every run gives the same numbers. Prints the weights with
and without the nearness of an embedder, and how well each source is told.
"""

from __future__ import annotations

import itertools
import json
import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from takhrij.backends.nearness import EncoderVectors
from takhrij.claims.aboutness import aboutness_of, answering_evidence_of, evidence_of, telling_evidence_of
from takhrij.claims.compare import statement_of_text
from takhrij.claims.differences import contrasts_of, strongest_of
from takhrij.claims.matches import matching_of
from takhrij.claims.told import statements_of
from takhrij.model.claim import Telling
from takhrij.search import proposed
from takhrij.store import Case
from takhrij.text.days import day_of

STEPS, RATE, RIDGE = 3000, 2.0, 1e-3
GOLD_APART, TOPIC_APART = 0.5, 1.2  # what pairs that are not one claim weigh together, those that are weigh 1
FOLDS = 10
FEW_WORDS = 6  # what somebody in a hurry asks with
MONTH = 25  # days between articles that tell of two events
COPIED = 0.7  # smaller coverage above which it is background told again
MOST_PAIRS = 5_000  # of a case that are looked at
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


Spans = dict[str, list[tuple[list[int], str]]]


def gold_spans(claims: str) -> tuple[Spans, Spans, dict[str, str]]:
    """By article: the spans of tellings and of look-alikes, each with its claim; and the group of each article."""
    told: Spans = defaultdict(list)
    alike: Spans = defaultdict(list)
    group: dict[str, str] = {}
    for row in rows_of(claims):
        group.update(dict.fromkeys(row["aliases"].values(), row["group"]))
        for claim in row["claims"]:
            for spans, tellings in ((told, claim["tellings"]), (alike, claim.get("non_tellings", []))):
                for telling in tellings:
                    spans[telling["article"]].append((telling["span"], claim["id"]))
    return told, alike, group


def claims_at(spans: Spans, article: str, telling: Telling) -> set[str]:
    """The claims of the gold spans that share half of the shorter span with a telling."""

    def shared(span: list[int]) -> float:
        return (min(span[1], telling.end) - max(span[0], telling.start)) / min(span[1] - span[0], telling.end - telling.start)

    return {claim for span, claim in spans[article] if telling.field == "text" and shared(span) >= 0.5}


def are_apart(left: Telling, right: Telling) -> bool:
    """Whether the articles are a month apart, or it is not known."""
    one, other = day_of(left.date), day_of(right.date)
    return one is None or other is None or abs((one - other).days) >= MONTH


def proposed_pairs(folder: str, *, apart: bool) -> Iterator[tuple[Telling, Telling, str, str, np.ndarray, bool]]:
    """A sample of the proposed pairs of a case: tellings, names of their documents, evidence, whether they are near copies."""
    case = Case(Path(folder))
    tellings = {row.telling: row for row in case.rows("tellings")}
    names = {row.document: row.name for row in case.rows("documents")}
    statements = statements_of(list(tellings.values()), list(case.rows("facts")), list(case.rows("chain_steps")))
    pairs = sorted(case.rows("telling_pairs"), key=lambda row: row.pair)
    pairs = [row for row in pairs if not apart or are_apart(tellings[row.left], tellings[row.right])]
    for pair in random.Random(3).sample(pairs, min(MOST_PAIRS, len(pairs))):
        left, right = tellings[pair.left], tellings[pair.right]
        if left.document != right.document:
            matching = matching_of(statements[pair.left], statements[pair.right])
            copied = pair.proposed_by == "reuse" or matching.is_near_verbatim or min(matching.coverage) > COPIED
            evidence = np.array(telling_evidence_of(matching, contrasts_of(matching)))
            yield left, right, names[left.document], names[right.document], evidence, copied


def gold_answers(claims: str, folder: str) -> Iterator[tuple[np.ndarray, float]]:
    """Evidence and answer of the proposed pairs that the gold decides."""
    told, alike, group = gold_spans(claims)
    for left, right, one, other, evidence, _ in proposed_pairs(folder, apart=False):
        if group.get(one) != group.get(other):
            yield evidence, 0.0
            continue
        lefts, rights = claims_at(told, one, left), claims_at(told, other, right)
        if lefts & rights:
            yield evidence, 1.0
        elif (lefts and rights) or lefts & claims_at(alike, other, right) or rights & claims_at(alike, one, left):
            yield evidence, 0.0


def topic_apart(folder: str) -> Iterator[tuple[np.ndarray, float]]:
    """Evidence of the proposed pairs of articles that are of one topic and not of one event."""
    for *_, evidence, copied in proposed_pairs(folder, apart=True):
        if not copied:
            yield evidence, 0.0


def fit_proposed(claims: str, folder: str, topics: list[str]) -> None:
    """Fit and print, with the share of each sort that passes at several constants."""
    gold, apart = list(gold_answers(claims, folder)), [row for topic in topics for row in topic_apart(topic)]
    features, answers = np.array([row for row, _ in gold + apart]), np.array([answer for _, answer in gold + apart])
    is_topic = np.arange(len(answers)) >= len(gold)
    sorts = {"one claim": answers == 1, "gold, not one": (answers == 0) & ~is_topic, "topic, not one": is_topic}
    weights = np.zeros(len(answers))
    for (name, sort), weight in zip(sorts.items(), (1.0, GOLD_APART, TOPIC_APART), strict=True):
        weights[sort] = weight / max(1, sort.sum())
        print(name, int(sort.sum()))
    found = fitted(features, answers, weights)
    print(np.round(found, 2).tolist())
    scores = np.c_[features, np.ones(len(features))] @ found
    for taken in np.arange(0, 3.1, 0.25):
        print(f"  {taken:.2f}", *(f"{name} {(scores[sort] > taken).mean():.4f}" for name, sort in sorts.items()), sep="  ")


def asked_rows(claims: str, folder: str, most: int | None) -> Iterator[tuple[str, str, np.ndarray, bool]]:
    """For the gist of each claim (its first `most` words): claim asked for, claim proposed, evidence, whether it has a telling of that."""
    case = Case(Path(folder))
    names = {row.document: row.name for row in case.rows("documents")}
    claim_of = {row.telling: row.claim for row in case.rows("claim_tellings")}
    told, _, _ = gold_spans(claims)
    right: dict[str, set[str]] = defaultdict(set)
    for row in case.rows("tellings"):
        for gold in claims_at(told, names[row.document], row):
            right[gold].add(claim_of.get(row.telling, ""))
    for gold in (claim for row in rows_of(claims) for claim in row["claims"] if right[claim["id"]]):
        words = " ".join(gold["gist"].split()[:most])
        question = statement_of_text(words, None)
        for claim, statement in proposed(case, words):
            matching = matching_of(question, statement)
            evidence = np.array(answering_evidence_of(matching, contrasts_of(matching)))
            yield gold["id"], claim, evidence, claim in right[gold["id"]]


def fit_asked(claims: str, folder: str) -> None:
    """Fit and print, with how often a right claim comes first, and its mean reciprocal rank."""
    rows = {most: list(asked_rows(claims, folder, most)) for most in (None, FEW_WORDS)}
    everything = [row for some in rows.values() for row in some]
    features, answers = np.array([row[2] for row in everything]), np.array([float(row[3]) for row in everything])
    found = fitted(features, answers, np.ones(len(answers)))
    print(np.round(found, 2).tolist())
    for most, some in rows.items():
        best: dict[str, dict[str, tuple[float, bool]]] = defaultdict(dict)
        for gold, claim, evidence, right in some:
            score = float(np.r_[evidence, 1] @ found)
            best[gold][claim] = max(best[gold].get(claim, (score, right)), (score, right))
        ranked = [[right for _, right in sorted(claims.values(), reverse=True)] for claims in best.values()]
        ranks = [1 / (1 + row.index(True)) if True in row else 0.0 for row in ranked]
        print(f"  words {most or 'all'}: n={len(ranks)}, first {ranks.count(1.0) / len(ranks):.3f}, MRR {sum(ranks) / len(ranks):.3f}")


def calibrate(pairs: list[dict[str, Any]]) -> None:
    """Print the constants of resemblance.py's `_probability`, and how often pairs of each fifth are the same (by tenfold validation)."""
    rows = []
    for row in pairs:
        matching = matching_of(statement_of_text(row["a"], row["a_date"]), statement_of_text(row["b"], row["b_date"]))
        contrasts = contrasts_of(matching)
        about = min(max(aboutness_of(matching, contrasts, None), 1e-4), 1 - 1e-4)
        rows.append([math.log(about / (1 - about)), strongest_of(contrasts)])
    features, answers = np.array(rows), np.array([float(row["verdict"] == "same") for row in pairs])
    print("constants", np.round(fitted(features, answers, np.ones(len(answers))), 2).tolist())
    told = np.zeros(len(answers))
    for fold in range(FOLDS):
        held = np.arange(len(answers)) % FOLDS == fold
        found = fitted(features[~held], answers[~held], np.ones((~held).sum()))
        told[held] = 1 / (1 + np.exp(-np.c_[features[held], np.ones(held.sum())] @ found))
    print(f"Brier score {((told - answers) ** 2).mean():.3f}")
    for low in np.arange(0, 1, 0.2):
        fifth = (told >= low) & (told < low + 0.2 + 1e-9)
        print(f"  {low:.1f} to {low + 0.2:.1f}: n={fifth.sum()}, mean score {told[fifth].mean():.2f}, same {answers[fifth].mean():.2f}")


def main() -> None:
    """Fit and print."""
    if sys.argv[1] == "calibrate":
        calibrate(rows_of(sys.argv[2]))
        return
    if sys.argv[1] == "asked":
        fit_asked(sys.argv[2], sys.argv[3])
        return
    if sys.argv[1] == "proposed":
        fit_proposed(sys.argv[2], sys.argv[3], sys.argv[4:])
        return
    pairs = [(row["a"], row["a_date"], row["b"], row["b_date"], row["verdict"] != "different") for row in rows_of(sys.argv[1])]
    tellings = telling_pairs(sys.argv[2], sys.argv[3])
    texts = sorted({text for pair in (*pairs, *tellings) for text in (pair[0], pair[2])})
    near = dict(zip(texts, np.array(EncoderVectors().vectors_of(texts)), strict=True))
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
