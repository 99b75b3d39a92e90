"""The least that a program would do: one pattern for quotations, overlap of words for claims, runs of digits for numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from takhrij.text.folding import folded

Record = dict[str, Any]

# «قال فلان إن …» to the end of the sentence, with the six commonest verbs.
_VERBS = "قال|قالت|أكد|أكدت|أعلن|أعلنت|ذكر|ذكرت|أضاف|أضافت|أوضح|أوضحت"
_SAID = re.compile(rf"\b([وف]?(?:{_VERBS}))\s+([^.\n]{{0,80}}?)\s*\b(?:أن|إن|أنه|إنه|أنها|إنها)\s+([^.\n]+)")
_SENTENCE = re.compile(r"[^.\n]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
SAME = 0.5  # Jaccard overlap of folded words from which two sentences are one claim


def attributions(articles: Iterable[Record]) -> Iterator[Record]:
    """One pattern, no chains, no resolving of who «he» is."""
    for article in articles:
        found = []
        for number, match in enumerate(_SAID.finditer(article["text"]), 1):
            source = list(match.span(2)) if match[2] else None
            found.append(
                {
                    "id": f"a{number}",
                    "cue": [list(match.span(1))],
                    "source": source,
                    "speaker": match[2] or None,
                    "via": [],
                    "content": [list(match.span(3))],
                    "mode": "indirect",
                    "source_kind": "person",
                    "stance": "neutral",
                    "parent": None,
                }
            )
        yield {"id": article["id"], "attributions": found}


def _overlap(one: str, other: str) -> float:
    left, right = set(folded(one).split()), set(folded(other).split())
    return len(left & right) / len(left | right) if left | right else 0.0


def verdicts(pairs: Iterable[Record]) -> Iterator[Record]:
    """Overlap of words alone; never contrary."""
    for pair in pairs:
        score = _overlap(pair["a"], pair["b"])
        yield {"id": pair["id"], "verdict": "same" if score >= SAME else "different", "score": score, "differences": []}


def claims(articles: Iterable[Record]) -> Iterator[Record]:
    """Sentences that share half of their words are one claim (the first such claim in order); no chains, links or origins."""
    claims: list[tuple[str, list[Record]]] = []
    for article in articles:
        for match in _SENTENCE.finditer(article["text"]):
            if len(match[0].split()) < 4:
                continue
            telling = {"article": article["id"], "span": list(match.span()), "field": "text", "chain": [], "certainty": "asserted"}
            home = next((tellings for words, tellings in claims if _overlap(words, match[0]) >= SAME), None)
            if home is None:
                claims.append((match[0], home := []))
            home.append(telling | {"id": f"t{len(home) + 1}"})
    for number, (words, tellings) in enumerate(claims, 1):
        count = len({telling["article"] for telling in tellings})
        nothing: dict[str, list[Any]] = {"links": [], "origins": [], "independence": [], "circular": [], "variations": []}
        yield {"id": f"c{number}", "headline": words, "tellings": tellings, "origin_range": [count, count], **nothing}


def numbers(texts: Iterable[Record]) -> Iterator[Record]:
    """Runs of digits; no words, no times."""
    for text in texts:
        found = [(list(match.span()), folded(match[0]).replace(",", "")) for match in _NUMBER.finditer(text["text"])]
        rest = {"high": None, "unit": None, "modifier": "exact", "of": None}
        yield {"id": text["id"], "times": [], "quantities": [{"span": span, "low": low, **rest} for span, low in found]}
