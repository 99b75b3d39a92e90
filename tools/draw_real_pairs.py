"""Draws pairs of sentences of real news to be judged by hand, for tests/evaluation/real_pairs.tsv: places and texts, never a verdict.

Run: draw_real_pairs.py NEWS OUT.jsonl NUMBER [SEED] [--but=FILE.tsv], NEWS being a folder with the two corpora named in DAYS.

Pairs are drawn of DIFFERENT articles of one day, of six kinds: `copied` (one sentence with words changed), `reworded` (two articles of one
event that share words and numbers), `neighbour` (like words in articles that are not alike) and, since contradictions are rare among those,
`figures` (copied or nearly so, one noun counted otherwise), `denied` (the same, one with a denial more) and `exchanged` (copied but for one
or two words). What the program says of them today only balances the draw, verdict by verdict within each of the first three kinds; it is
not written, so that who judges does not know it. Articles of earlier draws are left out with --but.
"""

from __future__ import annotations

import gzip
import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from takhrij.claims.compare import compare_pair
from takhrij.text.folding import folded
from takhrij.text.lemmas import lemma
from takhrij.text.numerals import numerals_of
from takhrij.text.sentences import sentence_spans
from takhrij.text.tokens import Token, tokens_of

DAYS = {  # drawn from, those of 2018 two by two («20/21»): they have a fifth as many articles a day
    "saudinewsnet.jsonl.gz": ("2015-07-22", "2015-07-27", "2015-08-03", "2015-08-10", "2015-07-24", "2015-08-02", "2015-08-08"),
    "ant_multisource.jsonl.gz": (
        "2018-03-20/21", "2018-04-09/10", "2018-05-08/09", "2018-06-05/06", "2018-07-10/11", "2018-03-13/14", "2018-04-13/14",
        "2018-05-14/15", "2018-05-30/31", "2018-06-18/19", "2018-02-27/28", "2018-03-17/18", "2018-03-26/27", "2018-04-04/05",
        "2018-04-20/21", "2018-05-03/04", "2018-05-22/23", "2018-06-03/04", "2018-06-12/13", "2018-06-28/29", "2018-07-20/21",
        "2018-08-05/06", "2018-09-10/11",
    ),
}  # fmt: skip
SHORTEST, LONGEST = 60, 330  # characters: shorter ones are headings, longer ones tell three things
COMMON = 60  # sentences of the days with a word, above which sharing it proposes nothing
SHARED = 3  # rarer words shared by the two of a pair
COPIED = 0.5  # share of words in one order from which a sentence is a copy
ONE_EVENT, OTHER_EVENT = 0.30, 0.15  # cosine of the articles from which they are of one event, below which of two
NEARLY = 0.3  # the same from which a sentence with other figures, or with a denial more, is looked at
EXCHANGED = 2  # words at most that stand for others
VERBATIM = 0.75  # the same from which a sentence with one word or two exchanged is looked at
LIKE = 0.25  # cosine of the sentences of two events from which they have like words
POOL = 160  # pairs of one kind and days that the program is asked about
# Shares of the draw by kind and by what the program says of them.
SHARES = {
    ("copied", "same"): 14, ("copied", "contrary"): 17, ("copied", "different"): 6,
    ("reworded", "same"): 12, ("reworded", "contrary"): 13, ("reworded", "different"): 14,
    ("neighbour", "same"): 5, ("neighbour", "contrary"): 9, ("neighbour", "different"): 10,
    ("figures", ""): 40, ("denied", ""): 10, ("exchanged", ""): 12,
}  # fmt: skip
_DENIALS = frozenset(map(folded, ("لم", "لن", "ليس", "ليست", "نفى", "نفت", "ينفي", "رفض", "رفضت", "يرفض", "ترفض", "عدم", "دون")))


class Piece(NamedTuple):
    """A sentence of an article with its words and its lemmas."""

    article: dict[str, Any]
    start: int
    end: int
    forms: tuple[str, ...]
    lemmas: frozenset[str]
    counted: dict[str, frozenset[Fraction]]


def articles_of(file: Path, days: str) -> list[dict[str, Any]]:
    """The articles of one day, or of two («2018-03-20/21»)."""
    wanted = {days[:10], days[:8] + days[-2:]}
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if str(row["date"])[:10] in wanted and row["text"]]


def pieces_of(article: dict[str, Any]) -> Iterator[Piece]:
    text = article["text"]
    for span in sentence_spans(text)[:12]:
        if SHORTEST <= span.end - span.start <= LONGEST:
            tokens = tokens_of(text, span.start, span.end)
            forms = tuple(token.form for token in tokens)
            yield Piece(article, span.start, span.end, forms, frozenset(map(lemma, forms)), counted_of(tokens))


def counted_of(tokens: Sequence[Token]) -> dict[str, frozenset[Fraction]]:
    """The numbers before each noun, and behind each: «قتل 5 جنود» tells 5 of both."""
    found: dict[str, set[Fraction]] = defaultdict(set)
    for numeral in numerals_of(tokens):
        for beside in (numeral.first - 1, numeral.end):
            if 0 <= beside < len(tokens):
                found[lemma(tokens[beside].form)].add(numeral.value)
    return {word: frozenset(values) for word, values in found.items()}


def cosine(left: Iterable[str], right: Iterable[str], weight: dict[str, float]) -> float:
    one, other = frozenset(left), frozenset(right)
    sizes = [math.sqrt(sum(weight[word] ** 2 for word in words)) for words in (one, other)]
    return sum(weight[word] ** 2 for word in one & other) / (sizes[0] * sizes[1] or 1.0)


def likeness(left: Piece, right: Piece) -> float:
    return SequenceMatcher(None, left.forms, right.forms, autojunk=False).ratio()


def candidates(pieces: list[Piece]) -> Counter[tuple[int, int]]:
    """Pairs of sentences of two articles that share rarer words, with how many."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        for word in piece.lemmas:
            holders[word].append(number)
    found: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) <= COMMON:
            found.update((one, other) for i, one in enumerate(numbers) for other in numbers[i + 1 :])
    return found


def kinds_of(pieces: list[Piece], rng: random.Random) -> Iterator[tuple[str, Piece, Piece]]:
    """Pairs by kind, in an order drawn."""
    spread = Counter(word for piece in pieces for word in piece.lemmas)
    weight = {word: math.log(len(pieces) / count) for word, count in spread.items()}
    words: dict[str, set[str]] = defaultdict(set)
    for piece in pieces:
        words[piece.article["id"]] |= piece.lemmas
    proposed = sorted(pair for pair, shared in candidates(pieces).items() if shared >= SHARED)
    rng.shuffle(proposed)
    for one, other in proposed:
        left, right = pieces[one], pieces[other]
        if left.article["id"] == right.article["id"] or left.forms == right.forms:
            continue
        near = cosine(words[left.article["id"]], words[right.article["id"]], weight)
        if near < OTHER_EVENT and cosine(left.lemmas, right.lemmas, weight) >= LIKE:
            yield "neighbour", left, right
        elif near >= ONE_EVENT:
            same = likeness(left, right)
            if same >= NEARLY and any(left.counted[noun].isdisjoint(right.counted[noun]) for noun in left.counted.keys() & right.counted):
                yield "figures", left, right
            elif same >= NEARLY and len(_DENIALS.intersection(left.forms)) != len(_DENIALS.intersection(right.forms)):
                yield "denied", left, right
            elif same >= VERBATIM and _is_exchanged(left, right):
                yield "exchanged", left, right
            elif same < COPIED or _has_other_words(left, right):
                yield ("copied" if same >= COPIED else "reworded"), left, right


def _has_other_words(left: Piece, right: Piece) -> bool:
    """Whether each has a word of three letters that the other lacks."""
    return all(any(len(word) > 2 for word in one - other) for one, other in ((left.lemmas, right.lemmas), (right.lemmas, left.lemmas)))


def _is_exchanged(left: Piece, right: Piece) -> bool:
    """Whether one word or two stand in one place of each for other ones, and nowhere else."""
    edits = SequenceMatcher(None, left.forms, right.forms, autojunk=False).get_opcodes()
    places = [(left.forms[a:b], right.forms[c:d]) for edit, a, b, c, d in edits if edit == "replace"]
    return len(places) == 1 and all(len(words) <= EXCHANGED for words in places[0]) and _has_other_words(left, right)


def as_row(kind: str, left: Piece, right: Piece) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": kind, "id": "x"}
    for side, piece in (("a", left), ("b", right)):
        article = piece.article
        row |= {f"{side}_id": article["id"], f"{side}_start": piece.start, f"{side}_end": piece.end, f"{side}_date": article["date"],
                side: article["text"][piece.start : piece.end], f"{side}_title": article["title"]}  # fmt: skip
    return row


def drawn(news: Path, number: int, seed: int, but: set[str]) -> list[dict[str, Any]]:
    rng = random.Random(seed)
    strata: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    kinds = {kind for kind, _ in SHARES}
    for file, all_days in DAYS.items():
        for days in all_days:
            pieces = [piece for article in articles_of(news / file, days) if article["id"] not in but for piece in pieces_of(article)]
            taken, asked = set(but), Counter[str]()
            for kind, left, right in kinds_of(pieces, rng):
                ids = {left.article["id"], right.article["id"]}
                if kind in kinds and asked[kind] < POOL and not ids & taken:
                    asked[kind] += 1
                    taken |= ids
                    row = as_row(kind, left, right)
                    strata[kind, compare_pair(row)["verdict"] if (kind, "") not in SHARES else ""].append(row)
            print(days, len(pieces), dict(asked), file=sys.stderr)
    chosen = []
    for stratum, share in SHARES.items():
        rows = sorted(strata[stratum], key=lambda row: (row["a_id"], row["b_id"]))
        rng.shuffle(rows)
        chosen += rows[: round(number * share / sum(SHARES.values()))]
        print(stratum, len(rows), file=sys.stderr)
    rng.shuffle(chosen)
    return chosen


if __name__ == "__main__":
    news, out, number, *rest = (word for word in sys.argv[1:] if not word.startswith("--but="))
    earlier = [Path(word[6:]) for word in sys.argv[1:] if word.startswith("--but=")]
    gone = {field for file in earlier for line in file.read_text("utf-8").splitlines() for field in line.split("\t") if ":" in field}
    rows = drawn(Path(news), int(number), int(rest[0]) if rest else 1, gone)
    Path(out).write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
