"""Mentions of people, places and organizations: by lists, by the words before them, and by the full name told earlier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from takhrij.annotate.gazetteer import (
    ORGANIZATION,
    OTHER,
    PERSON,
    PLACE,
    is_country,
    listed_at,
    listed_words,
    may_be_listed,
    nationality,
    variants,
)
from takhrij.annotate.later_names import short_forms, with_short_forms
from takhrij.annotate.name_words import SURE_ALI, is_unusual, kind_of_head, known_person
from takhrij.annotate.namings import SON_OF, Named, may_lead, name_of, named_at
from takhrij.annotate.proposals import joined
from takhrij.model.annotation import Mention
from takhrij.model.document import FIELDS, TEXT, TITLE, Document
from takhrij.model.protocols import Tagger
from takhrij.text.tokens import Token, form_at, tokens_of

MADE_BY = "takhrij-entities-3"
# Words before a name that is a common word elsewhere and a place here: «في إب».
_PLACE_PARTICLES = frozenset({"في", "الي", "من", "مدينه", "محافظه", "بلده", "مدينتي", "محافظتي", "شمال", "جنوب", "شرق", "غرب", "قرب"})
_QUOTE = '"'
_ALI = frozenset({"علي", "وعلي"})
_VALLEY = "وادي"
# Verbs of a match with their subject behind them, and those who belong to a club.
_PLAYING = "تغلب يتغلب فاز يفوز تعادل يتعادل خسر يخسر ضيفه مضيفه ضيفته غريمه مضيفته ضيوفه صفوف قميص مرمي شباك ديربي"
_PLAYERS = "مهاجم مدافع حارس مدرب لاعب نجم جناح هداف ظهير جماهير مشجعي مشجعو انصار لاعبو لاعبي"
_BEFORE_CLUBS = frozenset(f"{_PLAYING} {_PLAYERS}".split())
# These heads are no part of a name: «شركة غوغل», «موقع تويتر».
_MERE_HEADS = frozenset("شركه شبكه موقع صحيفه وكاله قناه منظمه حركه تنظيم جماعه حزب ميليشيا منصه تطبيق نادي مجله اذاعه".split())  # noqa: SIM905


def mentions_of(document: Document, tagger: Tagger | None = None) -> list[Mention]:
    """The names in text and title, in order, none overlapping; one name for all mentions that are known to be one.

    «التقى الرئيس سالم الفارقي وزير الخارجية في بلدة سمرة» has PERSON سالم الفارقي and PLACE سمره. A tagger may propose more.
    """
    tokens = {field: _words_of(document.field(field)) for field in (TEXT, TITLE)}
    found = {field: _names_in(tokens[field]) for field in (TEXT, TITLE)}
    if tagger is not None:
        for field in FIELDS:
            words = [document.field(field)[token.start : token.end] for token in tokens[field]]
            found[field] = [_by_list(tokens[field], named) for named in joined(tokens[field], found[field], tagger.names_in(words))]
    shorts = short_forms((tokens[field], found[field]) for field in (TEXT, TITLE))
    rows: list[Mention] = []
    for field in FIELDS:
        named = with_short_forms(tokens[field], found[field], shorts)
        rows += [_row(document.document, field, tokens[field], one, tagger) for one in named]
    return rows


def _words_of(text: str) -> list[Token]:
    """The tokens of a text; hashtags are words, and «على» and «علي» are told apart where the text does so, «أدى» and «وادي» always."""
    tokens = [_led(token, text) if token.form == _VALLEY else token for token in tokens_of(text) if token.form != "_"]
    written = [text[token.end - 1] for token in tokens if token.form in _ALI]
    if written.count("ى") < max(1, written.count("ي")):
        return tokens
    return [_told_apart(token, text) if token.form in _ALI else token for token in tokens]


def _led(token: Token, text: str) -> Token:
    """«وأدى» is «and led», not the valley that it is when folded."""
    return Token("ادي", token.start, token.end) if text[token.start : token.end] == "وأدى" else token


def _told_apart(token: Token, text: str) -> Token:
    """The preposition as another one, the name as what no folded word is."""
    on = text[token.end - 1] == "ى"
    return Token(token.form.replace("علي", "الي" if on else SURE_ALI), token.start, token.end)


def _row(document: str, field: str, tokens: Sequence[Token], named: Named, tagger: Tagger | None) -> Mention:
    start, end = tokens[named.first].start, tokens[named.end - 1].end
    made_by = f"{MADE_BY} {tagger.name}" if named.proposed and tagger else MADE_BY
    return Mention(document=document, field=field, start=start, end=end, kind=named.kind, name=named.name, made_by=made_by)


def _names_in(tokens: Sequence[Token]) -> list[Named]:
    """Names by lists and by patterns, left to right, the longer one where both begin at a place."""
    out: list[Named] = []
    position = 0
    while position < len(tokens):
        if _is_plain(tokens[position].form) and form_at(tokens, position + 1) not in SON_OF:
            position += 1
            continue
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


@lru_cache(maxsize=200_000)
def _is_plain(form: str) -> bool:
    """Whether no name begins at a word, unless «بن» follows; most words of a text are such."""
    return not may_lead(form) and not may_be_listed(form)


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
        return replace(named, name=listed[0].name)
    if named.kind == ORGANIZATION:
        return _without_head(tokens, named)
    known = known_person(named.name) if named.kind == PERSON else None
    return replace(named, name=known) if known else named


def _without_head(tokens: Sequence[Token], named: Named) -> Named:
    """The «فيسبوك» of «شبكة "فيسبوك"», the «نورسان» of «شركة نورسان الفرنسية»; «وكالة الأنباء» stays whole."""
    if not any(offer in _MERE_HEADS for offer in variants(tokens[named.first].form)):
        return named
    first, end = named.first + 1, named.end
    quoted = first < end and tokens[first].form == _QUOTE
    first, end = first + quoted, end - (quoted and tokens[end - 1].form == _QUOTE)
    while end - first > 1 and nationality(tokens[end - 1].form) and not quoted:
        end -= 1
    listed = listed_at(tokens, first) if first < end else None
    if listed and listed[0].kind == ORGANIZATION and listed[1] == end:
        return Named(first, end, ORGANIZATION, listed[0].name)
    own = first < end and (quoted or is_unusual(tokens[first].form))
    return Named(first, end, ORGANIZATION, name_of(tokens, first, end)) if own else named


def _listed(tokens: Sequence[Token], position: int) -> Named | None:
    found = listed_at(tokens, position)
    if found is None:
        known = known_person(tokens[position].form) if is_unusual(tokens[position].form) else None
        return Named(position, position + 1, PERSON, known) if known else None
    listed, end = found
    if listed.kind == PLACE and _is_club(tokens, position, end):
        return Named(position, end, ORGANIZATION, listed.name)
    if not listed.alone and not _is_meant(tokens, position, end, listed.kind):
        return None
    return Named(position, end, listed.kind, listed.name)


def _is_club(tokens: Sequence[Token], position: int, end: int) -> bool:
    """«تغلب برشلونة على ضيفه ليون»: a city that plays is its club; a country's team keeps the country's name."""
    listed = listed_words(" ".join(token.form for token in tokens[position:end]))  # with no particle before it
    if position == 0 or listed is None or is_country(listed.name):
        return False
    return any(offer in _BEFORE_CLUBS for offer in variants(tokens[position - 1].form))


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
