"""Trains the tagger of names on ANERcorp: `python tools/train/names.py ANERCORP.txt FOLDER` (research/model.md says where it is from)."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from loop import NONE, Below, Example, scores_of, train
from network import Network

from takhrij.backends.encoder_file import EncoderFile, packaged_file
from takhrij.backends.encoder_pieces import Cutter
from takhrij.text.tokens import tokens_of

LABELS = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC")
LONGEST = 128  # pieces of a window: sentences that follow each other are read together
MOST = 1024  # pieces of a batch
EPOCHS = 4
HELD_APART = 10  # the last tenth of the sentences, in the order of the corpus, is never trained on

Word = tuple[str, str]
Sentence = list[Word]


def sentences_in(path: Path) -> list[Sentence]:
    """The sentences of a file with a word and its tag a line; a word is cut as the program cuts words."""
    out: list[Sentence] = [[]]
    for line in path.read_text("utf-8").splitlines():
        if not line.strip():
            out.append([])
            continue
        text, tag = line.rsplit(" ", 1)
        for number, token in enumerate(tokens_of(text)):
            out[-1].append((text[token.start : token.end], tag.replace("B-", "I-") if number else tag))
    return [sentence for sentence in out if sentence]


def windows(sentences: Sequence[Sentence], cutter: Cutter) -> Iterator[Sentence]:
    """Sentences joined to windows of at most `LONGEST` pieces; a longer sentence is cut between words."""
    window: Sentence = []
    size = 2
    for sentence in sentences:
        length = sum(len(cutter.pieces_of_word(word)) for word, _ in sentence)
        if window and size + length > LONGEST:
            yield window
            window, size = [], 2
        for word, tag in sentence:
            pieces = len(cutter.pieces_of_word(word))
            if window and size + pieces > LONGEST:
                yield window
                window, size = [], 2
            window.append((word, tag))
            size += pieces
    if window:
        yield window


def example_of(window: Sentence, cutter: Cutter) -> Example:
    """A window as pieces; the first piece of a word bears its label."""
    pieces, labels = [cutter.begin], [NONE]
    for word, tag in window:
        cut = cutter.pieces_of_word(word)
        pieces += cut
        labels += [LABELS.index(tag)] + [NONE] * (len(cut) - 1)
    return Example([*pieces, cutter.end], [*labels, NONE])


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """(first, end, kind) of each name of a person, place or organization."""
    out, start, kind = set(), 0, ""
    for place, tag in enumerate([*tags, "O"]):
        if kind and (tag == "O" or tag.startswith("B-") or tag[2:] != kind):
            out.add((start, place, kind))
            kind = ""
        if tag != "O" and not kind:
            start, kind = place, tag[2:]
    return {span for span in out if span[2] != "MISC"}


def f1_of(network: Network, held: Below) -> float:
    right = told = real = 0
    for example, scores in zip(held.examples, scores_of(network, held, MOST), strict=True):
        places = [place for place, label in enumerate(example.labels) if label != NONE]
        gold = spans([LABELS[example.labels[place]] for place in places])
        found = spans([LABELS[int(scores[place].argmax())] for place in places])
        right, told, real = right + len(gold & found), told + len(found), real + len(gold)
    print(f"precision {right / max(told, 1):.3f} recall {right / real:.3f} of {real}", flush=True)
    return 2 * right / (told + real)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(0)
    base = EncoderFile(packaged_file())
    cutter = Cutter(base.pieces)
    sentences = sentences_in(arguments.corpus)
    cut = len(sentences) - len(sentences) // HELD_APART
    examples = [example_of(window, cutter) for window in windows(sentences[:cut], cutter)]
    network = Network(base, len(LABELS), whole=False)
    held = Below(network, [example_of(window, cutter) for window in windows(sentences[cut:], cutter)])
    train(network, examples, arguments.folder, epochs=EPOCHS, most=MOST, figure=lambda trained: f1_of(trained, held))


if __name__ == "__main__":
    main()
