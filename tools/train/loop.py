"""The training loop that both tasks share: fixed examples, batches of like length, a checkpoint after each epoch, the best epoch kept."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from network import Network
from torch import Tensor, nn

HEAD_RATE, RATE, DECAY = 1e-3, 8e-4, 0.01  # research/model.md, section 2
WARM_UP = 0.1  # share of the steps in which the rate rises
NONE = -100  # the label of what has none


@dataclass(frozen=True, slots=True)
class Example:
    """A text's pieces and its labels: one for each piece, or one for the whole; read in every epoch or `only` in one."""

    pieces: list[int]
    labels: list[int]
    weight: float = 1.0
    only: int | None = None
    marks: tuple[int, ...] = ()  # of its pieces (partners.py)


Batch = tuple[Tensor, Tensor, Tensor, Tensor, Tensor]  # states, lengths, marks, labels, weights


class Below:
    """What the frozen layers make of examples, asked for batch by batch; kept for those that are read in every epoch."""

    def __init__(self, network: Network, examples: Sequence[Example]) -> None:
        self._network, self.examples = network, examples
        self._kept: dict[int, Tensor] = {}

    def of(self, group: Sequence[int]) -> list[Tensor]:
        missing = [number for number in group if number not in self._kept]
        states = self._network.below([self.examples[number].pieces for number in missing]) if missing else []
        found = dict(zip(missing, states, strict=True))
        self._kept |= {number: states.half() for number, states in found.items() if self.examples[number].only is None}
        return [found[number] if number in found else self._kept[number].float() for number in group]

    def batch(self, group: Sequence[int]) -> Batch:
        examples, below = [self.examples[number] for number in group], self.of(group)
        longest = -(-max(map(len, below)) // 8) * 8
        x = torch.zeros(len(below), longest, below[0].shape[1])
        labels = torch.full((len(below), longest), NONE)
        marks = torch.zeros(len(below), longest, dtype=torch.long)
        for row, (one, example) in enumerate(zip(below, examples, strict=True)):
            x[row, : len(one)] = one
            labels[row, : len(example.labels)] = torch.tensor(example.labels)
            marks[row, : len(example.marks)] = torch.tensor(example.marks, dtype=torch.long)
        return x, torch.tensor([len(one) for one in below]), marks, labels, torch.tensor([example.weight for example in examples])


def groups_of(examples: Sequence[Example], numbers: Sequence[int], most: int, shuffle: random.Random | None) -> list[list[int]]:
    """Examples of like length together, at most so many pieces in a batch; in random order where `shuffle` is given."""
    order = sorted(numbers, key=lambda number: len(examples[number].pieces) + (shuffle.random() * 6 if shuffle else 0))
    groups: list[list[int]] = [[]]
    for number in order:
        length = len(examples[number].pieces)
        if groups[-1] and length * (len(groups[-1]) + 1) > most:
            groups.append([])
        groups[-1].append(number)
    if shuffle:
        shuffle.shuffle(groups)
    return groups


def loss_of(network: Network, batch: Batch) -> Tensor:
    x, lengths, marks, labels, weights = batch
    scores = network(x, lengths, marks)
    if network.whole:
        losses = nn.functional.cross_entropy(scores, labels[:, 0], reduction="none", label_smoothing=0.05)
        return (losses * weights).sum() / weights.sum()
    return nn.functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=NONE)


@torch.no_grad()
def scores_of(network: Network, below: Below, most: int) -> list[Tensor]:
    """Class scores of each example, in order."""
    network.eval()
    out: list[Tensor] = [torch.empty(0)] * len(below.examples)
    for group in groups_of(below.examples, range(len(below.examples)), most, None):
        x, lengths, marks, *_ = below.batch(group)
        for number, row in zip(group, network(x, lengths, marks), strict=True):
            out[number] = row
    return out


def train(
    network: Network, examples: Sequence[Example], folder: Path, *, epochs: int, most: int, figure: Callable[[Network], float]
) -> None:
    """Train for so many epochs, going on after the last checkpoint in `folder`; `best.pt` has the epoch with the best figure."""
    folder.mkdir(parents=True, exist_ok=True)
    below = Below(network, examples)
    steps = sum(len(_of_epoch(examples, most, epoch)) for epoch in range(epochs))
    head = list(network.head.parameters())
    rest = [parameter for layer in network.upper for parameter in layer.parameters()]
    if network.marks is not None:
        head.append(network.marks)
    optimizer = torch.optim.AdamW([{"params": head, "lr": HEAD_RATE}, {"params": rest, "lr": RATE}], weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps))
    first, best = _resumed(network, optimizer, schedule, folder)
    for epoch in range(first, epochs):
        network.train()
        torch.manual_seed(epoch)
        total, start = 0.0, time.time()
        for count, group in enumerate(_of_epoch(examples, most, epoch), 1):
            loss = loss_of(network, below.batch(group))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*head, *rest], 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
            if count % 20 == 0:
                print(f"epoch {epoch} batch {count} loss {total / count:.4f} {time.time() - start:.0f} s", flush=True)
        reached = figure(network)
        print(f"epoch {epoch} loss {total / count:.4f} figure {reached:.4f} in {time.time() - start:.0f} s", flush=True)
        if reached > best:
            best = reached
            torch.save(network.trained(), folder / "best.pt")
        state = {"network": network.trained(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}
        torch.save(state | {"epoch": epoch, "best": best}, folder / "last.pt")


def _of_epoch(examples: Sequence[Example], most: int, epoch: int) -> list[list[int]]:
    """The shuffled batches of an epoch."""
    read = [number for number, example in enumerate(examples) if example.only in (None, epoch)]
    return groups_of(examples, read, most, random.Random(epoch))


def _rate(step: int, steps: int) -> float:
    rising = WARM_UP * steps
    return (step + 1) / rising if step < rising else max(0.0, (steps - step) / (steps - rising))


def _resumed(
    network: Network, optimizer: torch.optim.Optimizer, schedule: torch.optim.lr_scheduler.LambdaLR, folder: Path
) -> tuple[int, float]:
    """The epoch to go on with and the best figure so far."""
    if not (folder / "last.pt").exists():
        return 0, -1.0
    state = torch.load(folder / "last.pt", weights_only=False)
    network.load_state_dict(state["network"], strict=False)
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    return state["epoch"] + 1, state["best"]
