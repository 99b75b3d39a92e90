"""What texts write in one word or in two: names as one («عبد العزيز», «عبدالعزيز»), a denial and its verb as two («لايتجزأ»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from takhrij.claims.units import weight_of
from takhrij.text.lemmas import is_listed, is_verb
from takhrij.text.tokens import Token

SERVANT, ARTICLE, LORD = "عبد", "ال", "ربه"
CLITICS = ("", "و", "ف", "ل", "ب", "ك")
NO, PERSONS = "لا", "يتن"  # a denial, and what an imperfect begins with
LONG, RARE = 5, 0.9  # letters of a verb that is no rest of a name, and weight from which a shorter one may be («لاتسيو»)
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


def with_parted_denials(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, with لا and the imperfect that is written on to it as two: «لايتجزأ», «ولايمكن»."""
    for token in tokens:
        cut = token.form.find(NO, 0, 3) + len(NO)
        if not token.form.startswith((NO, "و" + NO)) or len(token.form) != token.end - token.start or not _is_denied_verb(token.form, cut):
            yield token
            continue
        yield Token(token.form[:cut], token.start, token.start + cut)
        yield Token(token.form[cut:], token.start + cut, token.end)


def _is_denied_verb(form: str, cut: int) -> bool:
    verb = form[cut:]
    surely = len(verb) >= LONG or weight_of(verb) < RARE
    return surely and verb[0] in PERSONS and is_verb(verb) and is_listed(verb) and not is_listed(form)
