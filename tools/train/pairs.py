"""Trains the judge of pairs: `python tools/train/pairs.py ANS_TRAIN.jsonl ANERCORP.txt FOLDER` on headlines (Khouja 2020, and pairs made of
them), then with `--after FOLDER/best.pt` and another folder on the sentences of event frames, headlines mixed in."""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from distortions import retold, turned
from events import FILE, pairs_of
from frames import FRAMES_APART, Frame, frames_in, parted
from loop import Below, Example, scores_of, train
from names import HELD_APART, sentences_in
from network import Network
from partners import NONE, marks_of

from takhrij.backends.encoder_file import EncoderFile, packaged_file
from takhrij.backends.encoder_pieces import Cutter

VERDICTS = ("same", "contrary", "different")
SIDE = 80  # pieces of each text that are read; the program cuts headlines at 60, which none reaches
MOST = 1536  # pieces of a batch
EPOCHS = 3
SENTENCES = 700  # of ANERcorp, each told the same way and turned once
NEIGHBOURS = 900  # pairs of headlines that share words and tell different things
MADE_WEIGHT = 0.7  # of a pair made here beside one written by hand; such a pair is read in one epoch only
PARTS = 4  # of the training on sentences: nothing is read twice, and the figure is taken after each part
EVENTS = 2100  # pairs of event frames in a part
HEADLINES = 300  # pairs by hand and made of headlines in a part: what was learnt of them would fade

WATCHED = "watched"

Pair = tuple[str, str, str, float]


def pair_example(left: str, right: str, cutter: Cutter, verdict: str = "same", weight: float = 1.0) -> Example:
    """Both texts in one input with a mark for each piece, and the verdict's number."""
    pieces, marks = [cutter.begin], [NONE]
    for text, of_words in zip((left, right), marks_of(left, right), strict=True):
        cut = [(piece, mark) for word, mark in zip(text.split(" "), of_words, strict=True) for piece in cutter.pieces_of_word(word)][:SIDE]
        pieces += [*(piece for piece, _ in cut), cutter.end, cutter.end]
        marks += [*(mark for _, mark in cut), NONE, NONE]
    return Example(pieces[:-1], [VERDICTS.index(verdict)], weight, marks=tuple(marks[:-1]))


def _made_of(texts: Sequence[str], rng: random.Random) -> Iterator[Pair]:
    """Each text told the same in other words, and turned."""
    for text in texts:
        words = text.split()
        yield *_either(text, " ".join(retold(words, rng, rng.randint(1, 3))), rng), "same", MADE_WEIGHT
        other = turned(words, rng)
        if other:
            yield *_either(text, " ".join(retold(other, rng, rng.randint(0, 2))), rng), "contrary", MADE_WEIGHT


def _either(left: str, right: str, rng: random.Random) -> tuple[str, str]:
    return (left, right) if rng.random() < 0.5 else (right, left)


def _turned_again(pairs: Sequence[Pair], rng: random.Random) -> Iterator[Pair]:
    """Pairs that tell the same by hand, with one side turned."""
    for left, right, verdict, _ in pairs:
        other = turned(right.split(), rng) if verdict == "same" else None
        if other:
            yield left, " ".join(other), "contrary", 1.0


def _neighbours(texts: Sequence[str], rng: random.Random) -> Iterator[Pair]:
    """Two headlines with a rare word or two in common that are no tellings of one thing: half of the words at most are shared."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for word in set(text.split()):
            holders[word].append(number)
    for number in rng.sample(range(len(texts)), min(NEIGHBOURS, len(texts))):
        words = set(texts[number].split())
        near = Counter(other for word in words if 1 < len(holders[word]) < 60 for other in holders[word] if other != number)
        offers = [other for other, shared in near.most_common(6) if shared / min(len(words), len(set(texts[other].split()))) < 0.5]
        other = rng.choice(offers) if offers and rng.random() < 0.7 else rng.randrange(len(texts))
        if other != number:
            yield texts[number], texts[other], "different", MADE_WEIGHT


def _by_hand(path: Path) -> list[Pair]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [(row["a"], row["b"], row["verdict"], 1.0) for row in rows]


def macro_f1(gold: Sequence[int], found: Sequence[int]) -> float:
    """Mean over the verdicts of F1."""
    total = 0.0
    for verdict in range(len(VERDICTS)):
        right = sum(one == other == verdict for one, other in zip(gold, found, strict=True))
        told = sum(one == verdict for one in gold) + sum(one == verdict for one in found)
        total += 2 * right / told if told else 0.0
    return total / len(VERDICTS)


def _figure(network: Network, held: Mapping[str, Below]) -> float:
    """The mean of macro-F1 on the sets held apart (names without «watched»); all are printed, with how often contrary is called same."""
    kept = []
    for name, below in held.items():
        found = [int(scores.argmax()) for scores in scores_of(network, below, MOST)]
        gold = [example.labels[0] for example in below.examples]
        reached = macro_f1(gold, found)
        missed = sum(verdict == 0 for verdict, right in zip(found, gold, strict=True) if right == 1) / max(gold.count(1), 1)
        print(f"{name}: macro-F1 {reached:.3f}, contrary called same {missed:.3f}, {Counter(zip(gold, found, strict=True))}", flush=True)
        if not name.startswith(WATCHED):
            kept.append(reached)
    return sum(kept) / len(kept)


def all_pairs(by_hand: Sequence[Pair], corpus: Path, rng: random.Random) -> list[Pair]:
    """The pairs by hand and those made of them and of the corpus's sentences."""
    headlines = sorted({text for left, right, *_ in by_hand for text in (left, right)})
    firsts = sorted({left for left, *_ in by_hand})
    told = [" ".join(word for word, _ in sentence) for sentence in sentences_in(corpus)]
    told = [text for text in told[: -(len(told) // HELD_APART)] if 8 <= len(text.split()) <= 40]
    return [
        *by_hand,
        *_turned_again(by_hand, rng),
        *_made_of(firsts, rng),
        *_made_of(rng.sample(told, SENTENCES), rng),
        *_neighbours(headlines, rng),
        *((told[place], told[place + rng.randint(1, 5)], "different", MADE_WEIGHT) for place in rng.sample(range(len(told) - 5), 300)),
    ]


def _examples(pairs: Sequence[Pair], parts: int, cutter: Cutter) -> list[Example]:
    """Pairs by hand are read in each part, those made here in one."""
    return [
        replace(pair_example(left, right, cutter, verdict, weight), only=None if weight == 1 else number % parts)
        for number, (left, right, verdict, weight) in enumerate(pairs)
    ]


def _of_sentences(headlines: Sequence[Pair], frames: Sequence[Frame], rng: random.Random, cutter: Cutter) -> list[Example]:
    """Pairs of frames with some of headlines among them, in parts of which none is read twice."""
    told = [(pair.left, pair.right, pair.verdict) for pair in pairs_of(frames, EVENTS * PARTS, rng)]
    told += [pair[:3] for pair in rng.sample(headlines, min(len(headlines), HEADLINES * PARTS))]
    return _examples([(*pair, MADE_WEIGHT) for pair in told], PARTS, cutter)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--after", type=Path, help="weights trained on headlines, to be trained on sentences")
    parser.add_argument(
        "--watch", type=Path, nargs="*", default=[], help="more pairs as JSON lines, whose figures are printed and not used"
    )
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(0)
    base = EncoderFile(packaged_file())
    cutter = Cutter(base.pieces)
    by_hand = _by_hand(arguments.pairs)
    cut = len(by_hand) - len(by_hand) // HELD_APART
    headlines = all_pairs(by_hand[:cut], arguments.corpus, random.Random(0))
    network = Network(base, len(VERDICTS), whole=True, marked=arguments.after is not None)
    held = {"headlines": by_hand[cut:]} | {f"{WATCHED} {path.stem}": _by_hand(path) for path in arguments.watch}
    if arguments.after:
        network.load_state_dict(torch.load(arguments.after, weights_only=True), strict=False)
        trained, apart = parted(frames_in(FILE, []), FRAMES_APART)
        examples, parts = _of_sentences(headlines, trained, random.Random(1), cutter), PARTS
        held["events"] = [(pair.left, pair.right, pair.verdict, 1.0) for pair in pairs_of(apart, 300, random.Random(2))]
    else:
        examples, parts = _examples(headlines, EPOCHS, cutter), EPOCHS
    print(Counter(VERDICTS[example.labels[0]] for example in examples))
    below = {name: Below(network, [pair_example(*pair[:2], cutter, pair[2]) for pair in pairs]) for name, pairs in held.items()}
    train(network, examples, arguments.folder, epochs=parts, most=MOST, figure=lambda trained: _figure(trained, below))


if __name__ == "__main__":
    main()
