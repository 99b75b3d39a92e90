"""Event frames (`events.txt`): one thing that newspapers could report, told in many ways; what is read from the file, and its faults."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SLOT = re.compile(r"\{([A-Z])(?:\.(mi|fi|m|f))?\}")
_HEAD = re.compile(r"## (\d+) (.+)")
_SLOT_LINE = re.compile(r"([A-Z]): *(country|city|person|organization|number|year|percent|money|day|list)\b *(.*)")
_BRACES = re.compile(r"[{}]")
FRAMES_APART = 8  # each so many-th frame is never trained on
FEWEST = {"=": 4, "!": 1, "~": 1}  # lines of each sort without which a frame is of no use


@dataclass(frozen=True, slots=True)
class Slot:
    """What a name in braces stands for: a kind, and the range or the entries that are written behind it."""

    kind: str
    told: str


@dataclass(slots=True)
class Frame:
    """`told` holds the templates that tell the same («=»), those against them («!») and those of another claim («~»)."""

    number: str
    gloss: str
    slots: dict[str, Slot] = field(default_factory=dict)
    swaps: list[tuple[str, str]] = field(default_factory=list)
    told: dict[str, list[str]] = field(default_factory=lambda: {"=": [], "!": [], "~": []})


def frames_in(path: Path, faults: list[str]) -> list[Frame]:
    """The frames of a file; a line that cannot be used is left out and named in `faults`, and so is a frame with too few left."""
    frames: list[Frame] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        fault = _read(line.strip(), frames)
        if fault:
            faults.append(f"{path.name}, line {number}: {fault}")
    return [frame for frame in frames if not _lacks(frame, faults)]


def _read(line: str, frames: list[Frame]) -> str | None:
    """Puts what a line says into the last frame (or begins one), or says what is wrong with it."""
    head, slot = _HEAD.fullmatch(line), _SLOT_LINE.fullmatch(line)
    if head:
        frames.append(Frame(head[1], head[2]))
    elif not line or line.startswith("#"):
        return None
    elif not frames:
        return "a line before the first frame"
    elif slot:
        return _slot_read(frames[-1], slot)
    elif line.startswith("swap "):
        names = line.split()[1:]
        if len(names) != 2:
            return f"no two slots to swap: {line}"
        frames[-1].swaps.append((names[0], names[1]))
    elif line[0] in FEWEST and line[1:2] == " ":
        fault = "; ".join(faults_of(line[2:], frames[-1].slots))
        if fault:
            return fault
        frames[-1].told[line[0]].append(line[2:].strip())
    else:
        return f"not a line of a frame: {line[:40]}"
    return None


def _slot_read(frame: Frame, slot: re.Match[str]) -> str | None:
    name, kind, told = slot.groups()
    if kind == "list" and len(told.split("/")) < 2:
        return f"{name} is a list of fewer than two things"
    if kind == "number" and not re.fullmatch(r"\d+ *- *\d+", told.strip()):
        return f"{name} is a number without its range"
    frame.slots[name] = Slot(kind, told.strip())
    return None


def faults_of(template: str, slots: dict[str, Slot]) -> Iterator[str]:
    """What is wrong with a template: brackets that do not close, slots that are not there, an adjective of what is no country."""
    depth = 0
    for letter in template:
        depth += (letter == "[") - (letter == "]")
        if depth not in (0, 1):
            break
    if depth:
        yield "brackets do not match"
    for name, form in SLOT.findall(template):
        if name not in slots:
            yield f"no slot {name}"
        elif form and slots[name].kind != "country":
            yield f"{name}.{form}, but {name} is no country"
    if _BRACES.search(SLOT.sub("", template)):
        yield "braces that are no slot"


def _lacks(frame: Frame, faults: list[str]) -> bool:
    frame.swaps = [pair for pair in frame.swaps if set(pair) <= set(frame.slots)]  # they may stand before their slots
    few = [sort for sort, least in FEWEST.items() if len(frame.told[sort]) < least]
    if few:
        faults.append(f"frame {frame.number}: too few lines that begin with {' and '.join(few)}")
    return bool(few)


def parted(frames: Sequence[Frame], every: int) -> tuple[list[Frame], list[Frame]]:
    """Frames to train on, and each so many-th held apart."""
    held = frames[every - 1 :: every]
    return [frame for frame in frames if frame not in held], list(held)
