"""Credits: the agencies and outlets that a document names as where it has its text, or a part of it, from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from takhrij.annotate.outlets import AGENCY, GENERAL, Named, family_of, is_generic, kind_meant, name_at, outlet_key, outlet_named
from takhrij.annotate.short_names import short_names, signatures
from takhrij.model.annotation import Attribution, AttributionSpan
from takhrij.model.chain import Credit
from takhrij.model.document import TEXT, Document
from takhrij.model.identity import identity
from takhrij.text.folding import fold, folded
from takhrij.text.tokens import Token, tokens_of

__all__ = ["credits_of", "outlet_key", "outlet_named"]

HEAD_LENGTH = 160  # characters in which a dateline ends; the longest of 62,000 articles, with two reporters' names, has 140
HEAD_WORDS = 9  # words that may stand before the credit: places and reporters
FOOT_LENGTH = 200  # characters at the end that are searched for a credit
FOOT_WORDS = 14  # words that a last line may have to be nothing but credits
AUTHOR_LENGTH = 300
MOST_CUES = 500  # in one text; a long round-up has 60
TEXT_LENGTH = 200_000  # characters searched for credits in running text
AUTHOR = "author"
_STRETCH = "ـ"
_SEPARATORS = "-:/|,،()[];؛.\"'"
# «نقلا عن صحيفة المدار», «بحسب ما ذكرت قناة سهيل», «وفقا لرويترز»: the words before the name; matched on the folded text.
_CUES = re.compile(
    r"\b(?:[وف]?نقلا\s+عن|[وف]?نقل\w{0,3}\s+عن|[وف]?نقلت(?:ه|ها)?|حسب\s?ما|[وب]?حسب(?:\s+ما)?|[وف]?وفقا?(?:\s+ما|\s+لما)?|[وف]?(?:ذكر|افاد|اورد|كتب|قال|نشر|بث|كشف|اضاف)ت?(?:ه|ها)?"
    r"|المصدر\s*:?)\s+(?:(?:ما|به|له|ان|عن)\s+)?(?:(?:ذكر|افاد|اورد|نقل|قال|كتب|نشر|بث|اعلن)ت?(?:ه|ها)?\s+)?"
)

_LAST_QUOTED = re.compile(r"[\"“«][^\"“”«»\n]{2,30}[\"”»][ .]*$")  # «… "الفرنسية"» as the last words


class _Found(NamedTuple):
    place: str
    field: str
    start: int
    end: int
    name: str
    kind: str
    attribution: str | None


def credits_of(
    document: Document, attributions: Sequence[Attribution], attribution_spans: Sequence[AttributionSpan], more: str = ""
) -> list[Credit]:
    """Every outlet but its own that the document names as its source, with the words that do so; `more` is the case's list of outlets.

    «الرياض - واس: …» gives واس (dateline), «… (أ ف ب)» فرانس برس (foot), «نقلا عن صحيفة المدار» صحيفة المدار (text).
    """
    found = [*_of_author(document, more), *_of_head(document.text, more), *_of_foot(document.text, more), *_of_short_names(document, more)]
    taken = [(each.start, each.end) for each in found if each.field == TEXT]
    told = [each for each in _of_attributions(document, attributions, attribution_spans, more) if not _meets(each, taken)]
    taken += [(each.start, each.end) for each in told]
    bare = [each for each in _of_text(document.text, more) if not _meets(each, taken)]
    named = [*found, *told, *bare]
    return _rows(document, [*named, *_of_mentions(document, attributions, attribution_spans, named)], more)


def _of_short_names(document: Document, more: str) -> Iterator[_Found]:
    """«(وزن)» at the foot, where the text has «وكالة أنباء الزيزفون (وزن)»."""
    names = short_names(document.text, more)
    author = (document.author or "")[:AUTHOR_LENGTH]
    for field, signed in [
        *((AUTHOR, signed) for signed in signatures(author, names, place="author")),
        *((TEXT, signed) for signed in signatures(document.text, names)),
    ]:
        yield _Found(signed.place, field, signed.start, signed.end, signed.name, AGENCY, None)


def _rows(document: Document, found: Iterable[_Found], more: str) -> list[Credit]:
    own = family_of(document.outlet, more) if document.outlet else None
    out: dict[tuple[str, int, int], Credit] = {}
    for each in sorted(found, key=lambda each: (each.field, each.start, each.end, each.attribution or "")):
        if document.outlet and (family_of(each.name, more) == own or _is_own_name(each, document)):
            continue
        credit = identity("k", document.document, each.field, each.start, each.end)
        row = Credit(document.document, credit, each.name, each.kind, each.place, each.field, each.start, each.end, each.attribution)
        out.setdefault((each.field, each.start, each.end), row)
    return list(out.values())


def _is_own_name(found: _Found, document: Document) -> bool:
    """«نشرت "المدار"» in «المدار (السعودية)» is the paper itself, «قناة المدار» is not."""
    words = document.author or "" if found.field == AUTHOR else document.field(found.field)
    return folded(words[found.start : found.end]).strip(' "') == folded(document.outlet or "").split(" (")[0]


def _meets(each: _Found, taken: Iterable[tuple[int, int]]) -> bool:
    return any(each.field == TEXT and each.start < end and start < each.end for start, end in taken)


def _of_author(document: Document, more: str) -> Iterator[_Found]:
    """«لندن - رويترز», «(أ ف ب)», «صحيفة المدار»."""
    words = (document.author or "")[:AUTHOR_LENGTH]
    tokens = tokens_of(words)
    for start, named in _names_between_separators(tokens, words, more):
        yield _found("author", AUTHOR, tokens, start, named)


def _found(place: str, field: str, tokens: Sequence[Token], start: int, named: Named) -> _Found:
    return _Found(place, field, tokens[start].start, tokens[named.stop - 1].end, named.name, named.kind, None)


def _names_between_separators(tokens: Sequence[Token], words: str, more: str) -> Iterator[tuple[int, Named]]:
    """Names that fill what lies between two separators, or between a separator and «و» or «عن»."""
    at = 0
    while at < len(tokens):
        named = name_at(tokens, at, words, bounded=True, more=more) if tokens[at].is_word and _opens(tokens, at, words) else None
        if named and _closes(tokens, named.stop, words) and not (named.bare and named.kind != AGENCY):
            yield at, named
            at = named.stop
        else:
            at += 1


def _opens(tokens: Sequence[Token], at: int, words: str) -> bool:
    if at == 0 or tokens[at - 1].form in _SEPARATORS or tokens[at - 1].form in ("عن", "و", "متابعه", "المصدر"):
        return True
    return _dashed(tokens, at, words)


def _closes(tokens: Sequence[Token], stop: int, words: str) -> bool:
    if stop >= len(tokens) or tokens[stop].form in _SEPARATORS or tokens[stop].form in ("عن", "و", "#"):
        return True
    return _dashed(tokens, stop, words)


def _dashed(tokens: Sequence[Token], at: int, words: str) -> bool:
    """Whether a lone stretching letter, which is no token, stands before a word as a dash would: «شارلوت ـ رويترز»."""
    return _STRETCH in words[tokens[at - 1].end : tokens[at].start].split()


def _of_head(text: str, more: str) -> Iterator[_Found]:
    """«الرياض - واس:», «(رويترز) -», «واس- الكويت:», «العواصم: الوكالات تحطمت …»."""
    words = text[:HEAD_LENGTH]
    tokens = tokens_of(words)
    at = lead = 0
    place = "head"
    while at < len(tokens) and lead <= HEAD_WORDS:
        token = tokens[at]
        named = name_at(tokens, at, words, more=more) if token.is_word and _opens(tokens, at, words) else None
        if named and _heads(tokens, at, named, words):
            place = "dateline" if lead or _place_follows(tokens, named.stop) else place
            yield _found(place, TEXT, tokens, at, named)
            at = named.stop
            continue
        if token.form == "." or ("\n" in words[token.start - 1 : token.start] and lead):
            return
        lead += token.is_word
        at += 1


def _heads(tokens: Sequence[Token], at: int, named: Named, words: str) -> bool:
    """Whether a name at the head is a credit: it fills a piece, or it follows a separator and the story goes on after it."""
    if (named.bare and named.kind != AGENCY) or (at > 1 and tokens[at - 1].form in ("(", "[") and is_generic(tokens[at - 2].form)):
        return False
    before = tokens[at - 1].form if at else ""
    if _closes(tokens, named.stop, words) and named.stop < len(tokens) and tokens[named.stop].form not in ",،\"'.":
        follows = at == 0 or before in "-:/|([" or before == "عن" or _dashed(tokens, at, words)
        return before != '"' and before not in (",", "،") and follows
    return at > 0 and before in "-:/|" and named.kind == AGENCY and not named.bare


def _place_follows(tokens: Sequence[Token], stop: int) -> bool:
    """«واس- الكويت:», «أ ف ب (أنقرة)»: one to three words and a separator after the name."""
    if stop >= len(tokens) or tokens[stop].form not in ("-", "(", ",", "،"):
        return False
    end = next((number for number in range(stop + 1, min(len(tokens), stop + 5)) if not tokens[number].is_word), None)
    return end is not None and end > stop + 1 and tokens[end].form in (":", ")", "-")


def _of_foot(text: str, more: str) -> Iterator[_Found]:
    """«(أ ف ب)», «المصدر: قناة سهيل», «وكالات» and «قناة سهيل / رويترز» as the last thing."""
    first = max(0, len(text) - FOOT_LENGTH, _foot_starts(text))
    if first == 0:
        return
    line = _last_line(tokens_of(text, first), text)
    if sum(token.is_word for token in line) > FOOT_WORDS:
        return
    for start, named in _names_between_separators(line, text, more):
        yield _found("foot", TEXT, line, start, named)


def _foot_starts(text: str) -> int:
    """Where the last line, the last parenthesis or «المصدر» begins."""
    end = len(text.rstrip())
    tail = text[max(0, end - FOOT_LENGTH) : end]
    piece = fold(tail)
    source = piece.text.rfind("المصدر")
    starts = [tail.rfind("\n") + 1, piece.original(source, source + 1).start if source >= 0 else 0]
    if tail.rstrip(" .").endswith((")", "]")):
        starts.append(max(tail.rfind("("), tail.rfind("[")))
    quoted = _LAST_QUOTED.search(tail)
    if quoted:
        starts.append(quoted.start())
    return max(0, end - FOOT_LENGTH) + max(starts)


def _last_line(tokens: Sequence[Token], text: str) -> Sequence[Token]:
    """The tokens after the first full stop that a sentence before the credit ends with, none where it is a plain sentence."""
    if not tokens:
        return ()
    begins = tokens[0].start
    sets_off = begins == 0 or text[begins - 1] == "\n" or tokens[0].form in '(["' or tokens[0].form == "المصدر"
    return tokens if sets_off else ()


def _of_attributions(
    document: Document, attributions: Sequence[Attribution], spans: Sequence[AttributionSpan], more: str
) -> Iterator[_Found]:
    """Carriers and sources that are media: in «نقلت صحيفة المدار عن الوزير قوله …» the paper."""
    kinds = {row.attribution: row for row in attributions if row.document == document.document}
    for span in spans:
        row = kinds.get(span.attribution)
        if row is None or span.document != document.document or span.role not in ("via", "source"):
            continue
        field = document.field(row.field)
        named = outlet_named(field[span.start : span.end], more=more)
        if named and (span.role == "via" or row.source_kind == "outlet" or named[1] == AGENCY) and named[0] != GENERAL:
            yield _Found("text", row.field, span.start, span.end, *named, row.attribution)


def _of_mentions(
    document: Document, attributions: Sequence[Attribution], spans: Sequence[AttributionSpan], named: Sequence[_Found]
) -> Iterator[_Found]:
    """«وأضافت الوكالة أن …»: the agency that was credited last before."""
    fields = {row.attribution: row.field for row in attributions if row.document == document.document}
    for span in spans:
        field = fields.get(span.attribution)
        if field != TEXT or span.document != document.document or span.role not in ("via", "source"):
            continue
        kind = kind_meant(document.text[span.start : span.end])
        before = [each for each in named if each.field == TEXT and each.kind == kind and each.end <= span.start and each.name != GENERAL]
        if before:
            last = max(before, key=lambda each: each.start)
            yield _Found("text", TEXT, span.start, span.end, last.name, last.kind, span.attribution)


def _of_text(text: str, more: str) -> Iterator[_Found]:
    """«نقلا عن صحيفة المدار», «بحسب ما ذكرت قناة سهيل» where no attribution says so."""
    piece = fold(text[:TEXT_LENGTH])
    for cue in islice(_CUES.finditer(piece.text), MOST_CUES):
        after = piece.original(cue.end(), cue.end()).start
        tokens = tokens_of(text, after, min(len(text), after + 90))
        quoted = bool(tokens) and tokens[0].form == '"'
        named = name_at(tokens, int(quoted), text, more=more)
        closed = quoted and named is not None and named.stop < len(tokens) and tokens[named.stop].form == '"'
        if named and named.name != GENERAL and (closed or not named.bare):
            yield _found("text", TEXT, tokens, int(quoted), named)
