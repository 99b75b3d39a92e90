"""The names of one document as the case counts them: how each is spelled, and under which shorter form it may stand elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from takhrij.annotate.entity_keys import entity_id, entity_key, last_name, without_middle
from takhrij.annotate.gazetteer import ORGANIZATION, OTHER, PERSON, PLACE, bare_nationality, listed_words
from takhrij.annotate.name_words import known_person
from takhrij.model.annotation import Mention
from takhrij.model.document import Document
from takhrij.model.entity import Naming, ShortName
from takhrij.text.folding import folded

_PARTICLES = ("و", "ف", "ب", "ل", "ك")
_MARKS = re.compile(r"""[\s_"«»“”]+""")


def case_names_of(document: Document, mentions: Iterable[Mention]) -> Iterator[Naming | ShortName]:
    """A row for each spelling of each name, and one for each form under which a full name may stand alone.

    «قال سالم الفارقي … وأضاف الفارقي» gives two spellings of سالم الفارقي, and الفارقي as what may stand for him.
    """
    counts: Counter[tuple[str, str, str, str]] = Counter()
    shorts: dict[tuple[str, str], ShortName] = {}
    for mention in mentions:
        kind = PLACE if mention.kind == OTHER else mention.kind
        spelling = spelling_of(document.field(mention.field)[mention.start : mention.end], mention)
        how = "adjective" if mention.kind == OTHER else _how(kind, mention.name, spelling)
        counts[kind, mention.name, spelling, how] += 1
        for row in _short_names(document.document, kind, mention.name, spelling, how):
            shorts[row.short, row.entity] = row
    for (kind, name, spelling, how), count in counts.items():
        yield Naming(document.document, entity_id(kind, name), kind, name, spelling, how, count)
    yield from shorts.values()


def _how(kind: str, name: str, spelling: str) -> str:
    """short where one word stands for a name of several and is no listed name by itself."""
    alone = len(spelling.split()) == 1 and len(name.split()) > 1
    return "short" if alone and kind != PLACE and listed_words(folded(spelling)) is None else "name"


def _short_names(document: str, kind: str, name: str, spelling: str, how: str) -> Iterator[ShortName]:
    entity = entity_id(kind, name)
    if kind == PERSON:
        last = last_name(name)
        if last and known_person(last) is None:  # «الحريري» alone is the one whom the list has
            yield ShortName(document, entity_id(kind, last), entity, "last")
        yield from (ShortName(document, entity_id(kind, part), entity, "part") for part in without_middle(name))
    elif kind == ORGANIZATION and how == "short":
        yield ShortName(document, entity_id(kind, spelling), entity, "acronym")


def spelling_of(words: str, mention: Mention) -> str:
    """The words of a mention on one line, a joined particle taken off where the rest is the name: «للرياض» is الرياض."""
    spelling = _MARKS.sub(" ", words).strip().lstrip("ـ")
    first, _, rest = spelling.partition(" ")
    offers = [f"{word} {rest}".strip() for word in (first, *_cuts(first))]
    exact = (offer for offer in offers if _is_just(offer, mention))
    return next(exact, next((offer for offer in offers if _is_name(offer, mention)), spelling))


def _cuts(word: str) -> list[str]:
    """The word with one or two particles taken off, the barest last."""
    out = [word]
    for _ in range(2):
        head = out[-1]
        if folded(head).startswith("لل"):
            out.append("ال" + head[2:])
            break
        if not head.startswith(_PARTICLES) or len(head) < len("بلد"):
            break
        out.append(head[1:])
    return out[1:]


def _is_just(words: str, mention: Mention) -> bool:
    """Whether words are the name to the letter, its last word, one that a list has for it, or the adjective of its country."""
    form = folded(words)
    if mention.kind == OTHER:
        return bare_nationality(form) == mention.name
    listed = listed_words(form)
    whole = folded(mention.name)
    return listed.name == mention.name if listed else form == whole or (mention.kind == PERSON and form == whole.split()[-1])


def _is_name(words: str, mention: Mention) -> bool:
    """Whether words are a spelling of the name."""
    return mention.kind != OTHER and entity_key(mention.kind, words) == entity_key(mention.kind, mention.name)
