"""Fits claims/headline_weights.tsv, by which two short statements are judged: multinomial logistic regression on pairs with a verdict.

Run: fit_headlines.py TRAIN.jsonl [TEST.jsonl], in the format of gold/pairs; writes the weights into the package and prints macro-F1: by
five-fold cross-validation on TRAIN, and on TEST. To TRAIN are added the short ones of DRAWN pairs of half of the frames in
train/events.txt, which tell freely what headlines tell in few words. Features are those of claims/headlines.py: what is measured of a pair,
and words that one side alone has and that stand so in LEAST pairs of TRAIN or more. Gradient descent from zero over all pairs, so that
every run gives the same.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from takhrij.claims.compare import statement_of_text
from takhrij.claims.differences import contrasts_of
from takhrij.claims.headlines import VERDICTS, measures_of, words_of
from takhrij.claims.matches import Matching, matching_of
from takhrij.claims.resemblance import IN_FULL

sys.path.insert(0, str(Path(__file__).parent / "train"))
import events
from frames import FRAMES_APART, Frame, frames_in, parted

LEAST = 6  # pairs of TRAIN in which a word stands alone before it is weighed
RIDGE, STEPS, RATE, PUSH = 3e-3, 800, 0.1, 0.9
RARE = 0.4  # exponent of a verdict's rarity in its weight: "different" is 2 % of the headlines and a third of macro-F1
# Pairs drawn of the frames, and what they weigh together beside TRAIN. With them macro-F1 on ans_dev rose from 0.747 to 0.763, on short
# pairs of the other half of the frames from 0.61 to 0.67; with as much weight as TRAIN ans_dev fell again.
DRAWN, DRAWN_SHARE = 4000, 0.3
WORD_SCALE = 0.3  # of a word's feature beside a measured one of spread 1: words are many and seldom
FOLDS = 5
TARGET = Path(__file__).parents[1] / "src" / "takhrij" / "claims" / "headline_weights.tsv"
HEADER = """# Weights of claims/headlines.py: what each feature of a pair of short statements speaks for the verdict. Made by
# tools/fit_headlines.py from ans_train (headline pairs of Khouja 2020, Apache-2.0) and the project's own frames (tools/train/events.txt).
# «alone:…»: words or meanings (c:) that one side alone has.
"""
Pair = tuple[dict[str, float], list[str], int]
Model = tuple[list[str], np.ndarray]  # names of the features, and a column of weights for each verdict


def pairs_of(path: str) -> list[Pair]:
    """Measures, words alone and the number of the verdict, for each pair."""
    rows: list[dict[str, Any]] = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    matchings = [matching_of(statement_of_text(row["a"], row["a_date"]), statement_of_text(row["b"], row["b_date"])) for row in rows]
    return [measured(matching, row["verdict"]) for matching, row in zip(matchings, rows, strict=True)]


def measured(matching: Matching, verdict: str) -> Pair:
    """What `shares_of` would look at, and the number of the right verdict."""
    return measures_of(matching, contrasts_of(matching)), sorted(set(words_of(matching))), VERDICTS.index(verdict)


def drawn_pairs() -> Iterator[Pair]:
    """The short ones among pairs of the frames that may be read; the other half tells how well it goes with frames never seen."""
    frames = [frame for frame in parted(frames_in(events.FILE, []), FRAMES_APART)[0] if is_read(frame)]
    for pair in events.pairs_of(frames, DRAWN, random.Random(13)):
        left, right = statement_of_text(pair.left, None), statement_of_text(pair.right, None)
        matching = matching_of(left, right)
        if matching.is_short and min(matching.coverage) < IN_FULL:
            yield measured(matching, pair.verdict)


def is_read(frame: Frame) -> bool:
    """Whether a frame is of the half that is fitted on."""
    return int(hashlib.md5(frame.gloss.encode()).hexdigest(), 16) % 2 == 0


def table_of(pairs: list[Pair], names: list[str]) -> np.ndarray:
    """One row of features per pair, the constant last."""
    rows = [[measures[name] if name in measures else float(name in words) for name in names] for measures, words, _ in pairs]
    return np.c_[np.array(rows), np.ones(len(rows))]


def softmax(totals: np.ndarray) -> np.ndarray:
    """Shares that add up to one."""
    powers = np.exp(totals - totals.max(1, keepdims=True))
    shares: np.ndarray = powers / powers.sum(1, keepdims=True)
    return shares


def weights_of(pairs: list[Pair]) -> np.ndarray:
    """What each pair counts, the rarer its verdict the more; 1 together."""
    answers = np.array([verdict for *_, verdict in pairs])
    weights: np.ndarray = (1 / np.bincount(answers, minlength=3)[answers]) ** RARE
    return weights / weights.sum()


def fitted(train: list[Pair], drawn: list[Pair]) -> Model:
    """The features that are used, and their weights for unscaled values."""
    pairs = train + drawn
    counts = Counter(word for _, words, _ in train for word in words)
    measured = list(pairs[0][0])
    names = measured + sorted(word for word, count in counts.items() if count >= LEAST)
    features, answers = table_of(pairs, names), np.array([verdict for *_, verdict in pairs])
    middle, spread = features.mean(0), features.std(0) + 1e-9
    middle[len(measured) :], spread[len(measured) :] = 0.0, 1 / WORD_SCALE
    spread[-1] = 1.0
    scaled, wanted = (features - middle) / spread, np.eye(3)[answers]
    weights = np.r_[weights_of(train), DRAWN_SHARE * weights_of(drawn)]
    found = np.zeros((scaled.shape[1], 3))
    speed = np.zeros_like(found)
    for _ in range(STEPS):
        slope = scaled.T @ ((softmax(scaled @ found) - wanted) * (weights / weights.sum())[:, None])
        slope[:-1] += RIDGE * found[:-1]
        speed = PUSH * speed - RATE * slope
        found = found + speed
    raw = found / spread[:, None]
    raw[-1] -= (raw[:-1] * middle[:-1, None]).sum(0)
    return names, raw


def macro_f1(answers: np.ndarray, told: np.ndarray) -> list[float]:
    """Macro-F1, and F1 of each verdict."""
    each = [2 * ((answers == v) & (told == v)).sum() / max(1, (answers == v).sum() + (told == v).sum()) for v in range(3)]
    return [round(float(value), 3) for value in (np.mean(each), *each)]


def told_by(model: Model, pairs: list[Pair]) -> np.ndarray:
    """The likeliest verdict of each pair."""
    chosen: np.ndarray = (table_of(pairs, model[0]) @ model[1]).argmax(1)
    return chosen


def main() -> None:
    """Fit, write and print."""
    pairs, drawn = pairs_of(sys.argv[1]), list(drawn_pairs())
    answers, told = np.array([verdict for *_, verdict in pairs]), np.zeros(len(pairs), int)
    for fold in range(FOLDS):
        model = fitted([pair for place, pair in enumerate(pairs) if place % FOLDS != fold], drawn)
        told[fold::FOLDS] = told_by(model, pairs[fold::FOLDS])
    print("cross-validated", macro_f1(answers, told))
    names, weights = fitted(pairs, drawn)
    lines = ["\t".join((name, *(f"{value:.4f}" for value in row))) for name, row in zip([*names, "constant"], weights, strict=True)]
    TARGET.write_text(HEADER + "\t".join(("feature", *VERDICTS)) + "\n" + "\n".join(lines) + "\n", "utf-8")
    for path in sys.argv[2:]:
        test = pairs_of(path)
        print(path, macro_f1(np.array([verdict for *_, verdict in test]), told_by((names, weights), test)))


if __name__ == "__main__":
    main()
