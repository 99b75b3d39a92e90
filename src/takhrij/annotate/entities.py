"""Mentions of people, places and organizations: by lists, by the words before them, and by the full name told earlier."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.annotate.gazetteer import ORGANIZATION, OTHER, PERSON, PLACE, listed_at, nationality, variants
from takhrij.annotate.name_words import is_stop, is_unusual, kind_of_head, known_person
from takhrij.annotate.namings import Named, named_at
from takhrij.model.annotation import Mention
from takhrij.model.document import FIELDS, TEXT, TITLE, Document
from takhrij.text.tokens import Token, tokens_of

MADE_BY = "takhrij-entities-1"
_FEWEST_LETTERS = 4  # of a surname that stands for the full name told elsewhere in the document
# Words before a name that is a common word elsewhere and a place here: «في إب».
_PLACE_PARTICLES = frozenset({"في", "الي", "من", "مدينه", "محافظه", "بلده", "مدينتي", "محافظتي", "شمال", "جنوب", "شرق", "غرب", "قرب"})
_QUOTE = '"'


def mentions_of(document: Document) -> list[Mention]:
    """The names in text and title, in order, none overlapping; one name for all mentions that are known to be one.

    «التقى الرئيس سالم الفارقي وزير الخارجية في بلدة سمرة» has PERSON سالم الفارقي and PLACE سمره.
    """
    tokens = {field: tokens_of(document.field(field)) for field in (TEXT, TITLE)}
    found = {field: _names_in(tokens[field]) for field in (TEXT, TITLE)}
    surnames = _surnames([*found[TEXT], *found[TITLE]])
    rows: list[Mention] = []
    for field in FIELDS:
        named = _with_surnames(tokens[field], found[field], surnames)
        rows += [_row(document.document, field, tokens[field], one) for one in named]
    return rows


def _row(document: str, field: str, tokens: Sequence[Token], named: Named) -> Mention:
    start, end = tokens[named.first].start, tokens[named.end - 1].end
    return Mention(document=document, field=field, start=start, end=end, kind=named.kind, name=named.name, made_by=MADE_BY)


def _names_in(tokens: Sequence[Token]) -> list[Named]:
    """Names by lists and by patterns, left to right, the longer one where both begin at a place."""
    out: list[Named] = []
    position = 0
    while position < len(tokens):
        listed, pattern = _listed(tokens, position), named_at(tokens, position)
        longer = pattern is not None and listed is not None and pattern.end > listed.end and pattern.first == position
        best = pattern if pattern and (listed is None or (longer and (pattern.kind == listed.kind or listed.kind != PLACE))) else listed
        if best is None:
            best = _nationality(tokens, position)
        if best:
            out.append(best if best is listed else _by_list(tokens, best))
            out += _between(tokens, position, best.first) if best.first > position else []
            position = best.end
        else:
            position += 1
    return sorted(out, key=lambda named: named.first)


def _between(tokens: Sequence[Token], first: int, end: int) -> list[Named]:
    """Names inside the words of a title or role («وزير خارجية فرنسا فلان»)."""
    out: list[Named] = []
    position = first
    while position < end:
        inner = (
            _listed(tokens, position)
            or (_inner_body(tokens, position, end) if position > first else None)
            or _nationality(tokens, position)
        )
        if inner and inner.end <= end:
            out.append(inner)
            position = inner.end
        else:
            position += 1
    return out


def _inner_body(tokens: Sequence[Token], position: int, end: int) -> Named | None:
    found = named_at(tokens, position) if kind_of_head(tokens[position].form) == ORGANIZATION else None
    return found if found and found.end <= end else None


def _by_list(tokens: Sequence[Token], named: Named) -> Named:
    """A name found by pattern under its canonical name, where a list has the very words."""
    listed = listed_at(tokens, named.first)
    if listed and listed[1] == named.end and listed[0].kind == named.kind:
        return Named(named.first, named.end, named.kind, listed[0].name)
    known = known_person(named.name) if named.kind == PERSON else None
    return Named(named.first, named.end, PERSON, known) if known else named


def _listed(tokens: Sequence[Token], position: int) -> Named | None:
    found = listed_at(tokens, position)
    if found is None:
        known = known_person(tokens[position].form) if is_unusual(tokens[position].form) else None
        return Named(position, position + 1, PERSON, known) if known else None
    listed, end = found
    if not listed.alone and not _is_meant(tokens, position, end, listed.kind):
        return None
    return Named(position, end, listed.kind, listed.name)


def _is_meant(tokens: Sequence[Token], position: int, end: int, kind: str) -> bool:
    """Whether a listed word that is common elsewhere is the name here, by what stands before it."""
    before = tokens[position - 1].form if position else ""
    if kind == PLACE:
        return before in _PLACE_PARTICLES or tokens[position].form.startswith("ب")
    if kind == PERSON:
        return kind_of_head(before) == "title"
    return before == _QUOTE and end < len(tokens) and tokens[end].form == _QUOTE


def _nationality(tokens: Sequence[Token], position: int) -> Named | None:
    """«الأميركية»: the country behind an adjective, so that two tellings can be compared."""
    country = nationality(tokens[position].form)
    return Named(position, position + 1, OTHER, country) if country else None


def _surnames(found: Sequence[Named]) -> dict[str, str]:
    """Last word of each full name to the full name, where one document has one such name."""
    out: dict[str, str] = {}
    for named in found:
        words = named.name.split()
        if named.kind == PERSON and len(words) > 1 and len(words[-1]) >= _FEWEST_LETTERS and nationality(words[-1]) is None:
            last = words[-1]
            out[last] = named.name if out.get(last, named.name) == named.name else ""
    return {last: name for last, name in out.items() if name}


def _with_surnames(tokens: Sequence[Token], found: Sequence[Named], surnames: dict[str, str]) -> list[Named]:
    """The names, with those told by surname alone under their full name."""
    taken = {position for named in found if named.kind != OTHER for position in range(named.first, named.end)}
    out = [Named(named.first, named.end, named.kind, _full(named, surnames)) for named in found]
    for position, token in enumerate(tokens):
        if position not in taken and not is_stop(token.form):
            name = next((surnames[offer] for offer in variants(token.form) if offer in surnames), None)
            if name:
                out.append(Named(position, position + 1, PERSON, name))
    return sorted(out, key=lambda named: named.first)


def _full(named: Named, surnames: dict[str, str]) -> str:
    return surnames.get(named.name, named.name) if named.kind == PERSON else named.name
