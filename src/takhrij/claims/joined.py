"""Names that texts write in one word or in two, as one: «عبد العزيز», «عبدالعزيز», «عبد ربه»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from takhrij.text.tokens import Token

SERVANT, ARTICLE, LORD = "عبد", "ال", "ربه"
CLITICS = ("", "و", "ف", "ل", "ب", "ك")
SERVANTS = frozenset(clitic + SERVANT for clitic in CLITICS)


def with_joined_names(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, with عبد and the name of God after it as one.

    «وعبد الرحمن السدري» is «وعبدالرحمن» and «السدري».
    """
    if not any(token.form in SERVANTS for token in tokens):
        return list(tokens)
    joined = [_are_one_name(*pair) for pair in pairwise(tokens)]
    found = []
    for place, token in enumerate(tokens):
        if place and joined[place - 1]:
            continue
        partner = tokens[place + 1] if place < len(joined) and joined[place] else None
        found.append(Token(token.form + partner.form, token.start, partner.end) if partner else token)
    return found


def _are_one_name(one: Token, other: Token) -> bool:
    return one.form in SERVANTS and (other.form.startswith(ARTICLE) or other.form == LORD)
