"""Draws pairs of statements from event frames: the same, contrary, different; `python tools/train/events.py` shows some."""

from __future__ import annotations

import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from distortions import antonym, negated, reordered, synonym
from frames import FRAMES_APART, SLOT, Frame, frames_in, parted
from slots import Value, Values, another, exact, filled, told_of

FILE = Path(__file__).with_name("events.txt")
HELD_PAIRS = 600
VERDICTS = (("same", 42), ("contrary", 40), ("different", 18))  # shares, as of the pairs that news compares
_SAID_BEFORE = (
    "قال مسؤول", "قالت مصادر أمنية", "أعلن متحدث رسمي", "ذكرت وسائل إعلام محلية", "أفادت وكالة الأنباء الرسمية", "أكد مصدر مطلع",
    "أوضح بيان", "كشفت صحيفة محلية", "صرح وزير الخارجية", "أورد التلفزيون الرسمي", "نقلت وكالة أنباء عن مصدر لم تسمه", "أشار مراسلنا",
    "بحسب شهود عيان", "وفقا لمصدر حكومي",
)  # fmt: skip
_SAID_AFTER = (
    "بحسب مصادر محلية", "وفق ما أفادت وسائل إعلام", "حسبما أعلن مسؤولون", "وفقا لبيان رسمي", "بحسب شهود عيان", "نقلا عن مصدر مطلع",
    "على ما ذكر متحدث رسمي", "وفق ما نقلته وكالة الأنباء الرسمية", "كما أعلنت السلطات", "على حد قول مسؤول رفض كشف هويته",
    "بحسب ما أوردت صحيفة محلية", "وفق مراسلنا",
)  # fmt: skip
_DOUBTED = ("على ما يبدو", "كما يعتقد", "بحسب ما تردد", "وفق أنباء غير مؤكدة", "على الأرجح", "كما زعم ناشطون")
_DOUBTED_BEFORE = (
    "أنباء عن ذلك:", "يعتقد أنه", "يبدو أنه", "تردد أنه", "يرجح أنه", "ربما",
)  # fmt: skip
_DENIED = (
    "لا صحة للأنباء التي تحدثت عن الآتي:", "نفى مصدر رسمي نفيا قاطعا ما نشر، وفيه أنه", "تكذيب رسمي لما أشيع:",
    "نفت السلطات ما تناقلته وسائل الإعلام من أنه",
)  # fmt: skip
_NEUTRAL = (
    "ولم تصدر السلطات تعليقا حتى الآن", "ومن المنتظر صدور مزيد من التفاصيل لاحقا", "وكانت المدينة قد شهدت في الأسابيع الماضية توترا",
    "ويأتي ذلك بعد أشهر من الجدل", "وتناقلت مواقع التواصل صورا لذلك", "ولم يتضح على الفور سبب ذلك", "وأثار ذلك ردود فعل متباينة",
    "وهو ما كان متوقعا منذ أسابيع",
)  # fmt: skip
_BEHIND = (
    "، وذلك بعدما",
    "، في إشارة إلى ما أعلن من أنه",
    ". وكان قد أعلن أنه",
    "، تعليقا على أنباء أفادت بأنه",
    "، علما أنه",
    "، إثر ما تردد من أنه",
)
_ALIKE = 0.3  # share of the pairs of which both sides are decorated with the same words
_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_MARKS = re.compile("[\u064b-\u0652]")


@dataclass(frozen=True, slots=True)
class Telling:
    """A template with its values put in, the slots that it tells, and another claim of the frame with the same values."""

    text: str
    told: frozenset[str]
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements with the verdict, and how the pair was made (for counts of errors)."""

    left: str
    right: str
    verdict: str
    made: str


def telling_of(frame: Frame, template: str, values: Values, rng: random.Random) -> Telling:
    """A telling with, now and then, what else could be said of the matter."""
    telling = told(template, values, rng)
    return replace(telling, beside=told(rng.choice(frame.told["~"]), values, rng).text) if rng.random() < 0.08 else telling


def told(template: str, values: Values, rng: random.Random) -> Telling:
    """«[وجرح {M} ]في {C}» with values for its slots, its brackets kept or left out."""
    kept = _BRACKET.sub(lambda bracket: bracket[1] if rng.random() < 0.65 else "", template)
    names, text, at = set(), "", 0
    for slot in SLOT.finditer(kept):
        names.add(slot[1])
        text = told_of(values[slot[1]], slot[2] or "", text + kept[at : slot.start()], rng)
        at = slot.end()
    text = " ".join((text + kept[at:]).split()).replace(" ،", "،").replace("،،", "،").strip(" ،")
    return Telling(text if rng.random() < 0.1 else _MARKS.sub("", text), frozenset(names))


def pairs_of(frames: Sequence[Frame], count: int, rng: random.Random) -> Iterator[Pair]:
    """So many pairs of the frames, each side decorated and the sides in random order."""
    for verdict in rng.choices([verdict for verdict, _ in VERDICTS], [weight for _, weight in VERDICTS], k=count):
        made, way = rng.choices([(name, way) for name, way, _ in _WAYS[verdict]], [weight for *_, weight in _WAYS[verdict]])[0]
        two = next(found for _ in range(200) if (found := way(rng.choice(frames), frames, rng)) and found[0].text != found[1].text)
        seed = rng.random()
        draws = [random.Random(seed) for _ in two] if rng.random() < _ALIKE else [rng, rng]
        turned = two if rng.random() < 0.5 else two[::-1]
        left, right = (_decorated(telling, draw) for telling, draw in zip(turned, draws, strict=True))
        yield Pair(left, right, verdict, made)


Two = tuple[Telling, Telling]


def _reworded(frame: Frame, _: Sequence[Frame], rng: random.Random) -> Two | None:
    """Two templates, the same values."""
    values = filled(frame, rng)
    left, right = (telling_of(frame, template, values, rng) for template in rng.sample(frame.told["="], 2))
    return left, right


def _rewritten(frame: Frame, _: Sequence[Frame], rng: random.Random) -> Two | None:
    """One template twice, with other forms of its values, other brackets, a synonym or another order."""
    values, template = filled(frame, rng), rng.choice(frame.told["="])
    left, right = telling_of(frame, template, values, rng), telling_of(frame, template, values, rng)
    for change, share in ((synonym, 0.5), (synonym, 0.3), (reordered, 0.3)):
        if rng.random() < share or left.text == right.text:
            right = _with(right, change(right.text.split(), rng))
    return left, right


def _with(telling: Telling, words: list[str] | None) -> Telling:
    return replace(telling, text=" ".join(words)) if words else telling


def _altered(frame: Frame, rng: random.Random, templates: Sequence[str]) -> Two | None:
    """Two templates with one slot changed that both tell; another slot that both tell says that they are about one thing."""
    values = filled(frame, rng)
    names = sorted(_names_of(templates[0]) & _names_of(templates[1]))
    if len(names) < 2:
        return None
    name = rng.choices(names, [3 if frame.slots[name].kind == "number" else 1 for name in names])[0]
    before, after = another(frame.slots[name], values[name], rng)
    if any(after.forms[0] in value.forms for value in values.values()):
        return None
    left = telling_of(frame, templates[0], {**values, name: before}, rng)
    right = telling_of(frame, templates[1], {**values, name: after}, rng)
    return (left, right) if name in left.told & right.told and len(left.told & right.told) > 1 else None


def _names_of(template: str) -> set[str]:
    return {name for name, _ in SLOT.findall(template)}


def _changed(frame: Frame, _: Sequence[Frame], rng: random.Random) -> Two | None:
    return _altered(frame, rng, rng.sample(frame.told["="], 2))


def _nearly_copied(frame: Frame, _: Sequence[Frame], rng: random.Random) -> Two | None:
    """One template twice, now and then with another word for one of its words too."""
    two = _altered(frame, rng, [rng.choice(frame.told["="])] * 2)
    return (two[0], _with(two[1], synonym(two[1].text.split(), rng))) if two and rng.random() < 0.4 else two


def _exchanged(frame: Frame, _: Sequence[Frame], rng: random.Random) -> Two | None:
    """Who did it to whom, the other way round."""
    if not frame.swaps:
        return None
    values, (one, other) = filled(frame, rng), rng.choice(frame.swaps)
    templates = [template for template in frame.told["="] if {one, other} <= _names_of(_BRACKET.sub("", template))]
    if not templates:
        return None
    turned = {**values, one: values[other], other: values[one]}
    return telling_of(frame, rng.choice(templates), values, rng), telling_of(frame, rng.choice(templates), turned, rng)


def _denied(frame: Frame, _: Sequence[Frame], rng: random.Random) -> Two | None:
    values = filled(frame, rng)
    return telling_of(frame, rng.choice(frame.told["="]), values, rng), told(rng.choice(frame.told["!"]), values, rng)


def _turned(frame: Frame, _: Sequence[Frame], rng: random.Random) -> Two | None:
    """A near copy with an antonym or a negation in it, or a telling against another one denied as a whole."""
    values = filled(frame, rng)
    template = rng.choice(frame.told["="])
    left, right = telling_of(frame, template, values, rng), told(template, values, rng)
    if rng.random() < 0.3:
        right = told(rng.choice(frame.told["="]), values, rng)
        return left, replace(right, text=f"{rng.choice(_DENIED)} {right.text}")
    other = (antonym if rng.random() < 0.6 else negated)(right.text.split(), rng)
    return (left, _with(right, other)) if other else None


def _beside(frame: Frame, _: Sequence[Frame], rng: random.Random) -> Two | None:
    """A telling, a denial or another claim of the frame, against another claim, behind which the first may be told as what went before."""
    values, sort = filled(frame, rng), rng.choices("=!~", (8, 1, 2))[0]
    one, other = rng.choice(frame.told[sort]), rng.choice(frame.told["~"])
    left, right = told(one, values, rng), told(other, values, rng)
    if rng.random() < 0.5:
        before = told(one if rng.random() < 0.3 else rng.choice(frame.told["="]), values, rng).text
        right = replace(right, text=f"{right.text}{rng.choice(_BEHIND)} {before}")
    return (left, right) if one != other else None


def _of_others(frame: Frame, frames: Sequence[Frame], rng: random.Random) -> Two | None:
    """Tellings of two frames about the same countries, cities and people."""
    other = rng.choice(frames)
    if other is frame:
        return None
    values = filled(frame, rng)
    given: dict[str, list[Value]] = defaultdict(list)
    for name, value in values.items():
        given[frame.slots[name].kind].append(value)
    return told(rng.choice(frame.told["="]), values, rng), told(rng.choice(other.told["="]), filled(other, rng, given), rng)


def _another_event(frame: Frame, _: Sequence[Frame], rng: random.Random) -> Two | None:
    """The same sort of event elsewhere: all that is told of it differs."""
    first = {name: exact(value) for name, value in filled(frame, rng).items()}
    second = {name: another(frame.slots[name], value, rng)[1] for name, value in first.items()}
    left, right = (told(template, values, rng) for template, values in zip(rng.sample(frame.told["="], 2), (first, second), strict=True))
    return (left, right) if len(left.told & right.told) > 2 else None


_WAYS: dict[str, tuple[tuple[str, Callable[[Frame, Sequence[Frame], random.Random], Two | None], int], ...]] = {
    "same": (("reworded", _reworded, 62), ("rewritten", _rewritten, 38)),
    "contrary": (
        ("changed", _changed, 29), ("nearly copied", _nearly_copied, 33), ("exchanged", _exchanged, 10), ("denied", _denied, 21),
        ("turned", _turned, 7),
    ),
    "different": (("beside", _beside, 75), ("of others", _of_others, 15), ("another event", _another_event, 10)),
}  # fmt: skip


def _decorated(telling: Telling, rng: random.Random) -> str:
    """With somebody who says it, a doubt, a sentence more: none of these changes the verdict."""
    text, lead = telling.text, rng.random()
    if lead < 0.1:
        text = f"{rng.choice(_SAID_BEFORE)}{rng.choice((' إن ', ': ', ' أنه '))}{text}"
    elif lead < 0.22:
        text = f"{text}، {rng.choice(_SAID_AFTER)}"
    elif lead < 0.26:
        text = f"{rng.choice(_DOUBTED_BEFORE)} {text}" if rng.random() < 0.4 else f"{text} {rng.choice(_DOUBTED)}"
    if telling.beside:
        text = f"{text}{rng.choice(('. ', '، و'))}{telling.beside}"
    elif rng.random() < 0.08:
        text = f"{text}، {rng.choice(_NEUTRAL)}"
    if rng.random() < 0.05:
        text = text.replace("أ", "ا").replace("إ", "ا")
    return text + ("." if rng.random() < 0.3 else "")


def main() -> None:
    """Pairs of all frames to look at, or (`--held`) those to fit on that the judge was not trained on."""
    faults: list[str] = []
    frames = frames_in(FILE, faults)
    if "--held" in sys.argv:
        for number, pair in enumerate(pairs_of(parted(frames, FRAMES_APART)[1], HELD_PAIRS, random.Random(7))):
            row = {"id": f"ev:{number}", "a": pair.left, "b": pair.right, "verdict": pair.verdict, "made": pair.made}
            print(json.dumps(row, ensure_ascii=False))
        return
    print(*faults, f"{len(frames)} frames, {sum(len(frame.told['=']) for frame in frames)} tellings", sep="\n")
    for pair in pairs_of(frames, 30, random.Random()):
        print(f"{pair.verdict} ({pair.made})\n  {pair.left}\n  {pair.right}")


if __name__ == "__main__":
    main()
