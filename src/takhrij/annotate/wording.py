"""One field of a document made ready for reading: its tokens, sentences and quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from takhrij.model.document import TITLE, Document, Sentence
from takhrij.text.tokens import Token, tokens_of

Range = tuple[int, int]  # tokens: the first, and the one after the last
QUOTE = '"'
_BEFORE, IMAM = "امام", "إمام"  # folded, the two are one word
_ON, ALI = "علي", "علی"  # no folded word is written so
_DOUBTFUL = frozenset({_BEFORE, "و" + _BEFORE, "ف" + _BEFORE, _ON})
_LONGEST_SENTENCE = 600  # tokens; a longer run is broken input, and cues in it are read up to here
_TERMINATORS = frozenset({".", "!", "?", "؟", "۔"})
_IN_BRACKETS = 8  # tokens after an open bracket in which a full stop is an abbreviation's
_ATTACHED = frozenset({"ل", "ب", "و", "ك", "ف", "ال", "لل", "بال", "وال"})  # «لـ"صوت التل"»


class _Forms(dict[int, str]):
    """Token to folded word, "" beyond the ends: the one thing that is asked thousands of times of every article."""

    def __missing__(self, token: int) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The tokens of a field; `stops` has, for each sentence, the token after its last one; `partners` maps quotation marks."""

    text: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    partners: dict[int, int | None]
    offsets: tuple[int, ...]
    openers: tuple[int, ...]  # for each token the mark that opens the innermost closed quotation around it, -1 outside
    form: Callable[[int], str]  # the folded word at a token, "" beyond the ends
    forms: frozenset[str]  # of all tokens
    headline: bool  # a title, where the subject stands before the verb

    def sentence_of(self, token: int) -> tuple[int, int]:
        """First and last-but-one-past token of the sentence that holds a token."""
        number = max(0, bisect_right(self.starts, token) - 1)
        start, stop = self.starts[number], self.stops[number]
        return max(start, token - _LONGEST_SENTENCE), min(stop, token + _LONGEST_SENTENCE)

    def opens(self, token: int) -> bool:
        """Whether a quotation begins at the token (one that never closes included)."""
        return token in self.partners and (self.partners[token] is None or (self.partners[token] or 0) > token)

    def closes(self, token: int) -> bool:
        """Whether a quotation ends at the token."""
        partner = self.partners.get(token)
        return partner is not None and partner < token

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """The offsets of the tokens `[start, stop)`."""
        return self.tokens[start].start, self.tokens[stop - 1].end

    def words(self, start: int, stop: int) -> str:
        """The text of the tokens `[start, stop)`."""
        begin, end = self.span(start, stop)
        return self.text[begin:end]

    def token_at(self, offset: int) -> int:
        """The first token that begins at or after an offset."""
        return bisect_left(self.offsets, offset)


def wording_of(document: Document, field: str, sentences: Sequence[Sentence]) -> Wording:
    """Cut one field of a document into tokens, sentences and quotations."""
    text = document.field(field)
    tokens = tokens_of(text)
    ali = "على" in text  # written so, «علي» is the name
    tokens = tuple([_spelt(text, token, ali=ali) if token.form in _DOUBTFUL else token for token in tokens])
    offsets = tuple(token.start for token in tokens)
    here = [sentence for sentence in sentences if sentence.field == field]
    bounds = [(bisect_left(offsets, sentence.start), bisect_left(offsets, sentence.end)) for sentence in here]
    bounds = _whole(text, tokens, [(start, stop) for start, stop in bounds if start < stop]) or [(0, len(tokens))]
    starts, stops = zip(*bounds, strict=True)
    partners = _quotations(text, tokens)
    forms = _Forms(enumerate(token.form for token in tokens))
    openers = _openers(len(tokens), partners)
    return Wording(text, tokens, starts, stops, partners, offsets, openers, forms.__getitem__, frozenset(forms.values()), field == TITLE)


def _spelt(text: str, token: Token, *, ali: bool) -> Token:
    """The token with what alone tells «إمام», who leads a prayer, from «أمام», "before", and Ali from «على», "on"."""
    word = text[token.start : token.end]
    if token.form == _ON:
        return Token(ALI, token.start, token.end) if ali and word == _ON else token
    return Token(token.form.replace(_BEFORE, IMAM), token.start, token.end) if "إ" in word else token


def _openers(size: int, partners: dict[int, int | None]) -> tuple[int, ...]:
    out, waiting = [], [-1]
    for place in range(size):
        partner = partners.get(place)
        if partner is not None and partner < place and len(waiting) > 1:
            waiting.pop()
        out.append(waiting[-1])
        if partner is not None and partner > place:
            waiting.append(place)
    return tuple(out)


def _whole(text: str, tokens: Sequence[Token], bounds: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences with those joined again that were cut at a comma for their length, or inside brackets: «(د. ب. أ)»."""
    joined: list[tuple[int, int]] = []
    for start, stop in bounds:
        if joined and not _is_ended(text, tokens, *joined[-1], start):
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((start, stop))
    return joined


def _is_ended(text: str, tokens: Sequence[Token], start: int, stop: int, following: int) -> bool:
    if "\n" in text[tokens[stop - 1].end : tokens[following].start]:
        return True
    last = next((tokens[place].form for place in range(stop - 1, max(start, stop - 4), -1) if tokens[place].form not in ('"', ")")), ".")
    tail = [tokens[place].form for place in range(max(start, stop - _IN_BRACKETS), stop)]
    return last in _TERMINATORS and not ("(" in tail and ")" not in tail[tail.index("(") :])


def _quotations(text: str, tokens: Sequence[Token]) -> dict[int, int | None]:
    """The quotation marks of a text, each with its partner; None where a mark opens and nothing closes it in its paragraph.

    Newsrooms use ” for opening and “ for closing as often as not, so white space decides and not the shape of the mark.
    """
    partners: dict[int, int | None] = {}
    waiting: list[int] = []
    for number, token in enumerate(tokens):
        if number and waiting and "\n" in text[tokens[number - 1].end : token.start]:
            partners.update(dict.fromkeys(waiting))
            waiting = []
        if token.form != QUOTE:
            continue
        if waiting and not _looks_opening(text, tokens, number, len(waiting)):
            opener = waiting.pop()
            partners[opener], partners[number] = number, opener
        elif len(waiting) < 3 and number + 1 < len(tokens):
            waiting.append(number)
    partners.update(dict.fromkeys(waiting))
    return partners


def _looks_opening(text: str, tokens: Sequence[Token], number: int, depth: int) -> bool:
    """Whether a mark inside an open quotation opens another one: «قال إن "فرقة "الفجر" وصلت"»."""
    token = tokens[number]
    mark = text[token.start]
    if mark in "«»":
        return mark == "«"
    before = text[token.start - 1 : token.start]
    after = text[token.end : token.end + 1]
    attached = number > 0 and tokens[number - 1].form in _ATTACHED
    return depth < 3 and (before.isspace() or before in "(ـ" or attached) and after.isalnum()
