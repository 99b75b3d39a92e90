"""How common a word is in news at large: what lets a pair of texts be judged without looking at the rest of the corpus."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from takhrij.text.lexicons import lexicon
from takhrij.text.stems import stem

# Share of all words that a word outside the list has: what the list leaves, spread over a newsroom's vocabulary.
UNLISTED = 1e-5
COMMON_PAIR = 0.003  # share of articles from which a pair of stems is listed as a set phrase


@cache
def form_shares() -> dict[str, float]:
    """The share of all words of each common folded word."""
    listed = {row["form"]: float(row["per_million"]) / 1e6 for row in lexicon("match", "background")}
    english = {row["form"]: float(row["per_million"]) / 1e6 for row in lexicon("match", "background_english")}
    return {**listed, **english}


@cache
def stem_shares() -> dict[str, float]:
    """The share of all words of each stem: the sum over its common words."""
    shares: defaultdict[str, float] = defaultdict(float)
    for form, share in form_shares().items():
        shares[stem(form)] += share
    return dict(shares)


def form_share(form: str) -> float:
    """How common a folded word is, as a share of all words.

    >>> form_share("في") > form_share("وزير") > form_share("قطمير")
    True
    """
    return form_shares().get(form, UNLISTED)


def stem_share(form: str) -> float:
    """How common the stem of a folded word is; never less than the word itself."""
    return max(stem_shares().get(stem(form), UNLISTED), form_share(form))


@cache
def pair_shares() -> dict[tuple[str, str], float]:
    """The share of all articles in which two stems stand near each other, for pairs that do so often."""
    return {(row["one"], row["other"]): float(row["per_thousand_articles"]) / 1000 for row in lexicon("match", "set_phrases")}
