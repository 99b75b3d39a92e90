"""Sources of English attributions: where the phrase ends, the name in it, what kind of source it is, and who «he» is."""

from __future__ import annotations

from functools import cache, lru_cache

from babel import Locale

from takhrij.annotate.outlets import outlet_named
from takhrij.annotate.speakers import Speaker
from takhrij.annotate.wording import QUOTE, Range, Wording
from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon

PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that", "one", "two", "three", "several", "some"})
_OF = frozenset({"of", "for", "at", "in", "from", "on", "with", "who", "which", "to", "under", "close"})
_INNER = frozenset({"-", "'", "."})  # inside a name: al-Naddaf, O'Hara, J. Naddaf
_SOURCE_KINDS = ("organization", "outlet", "document", "vague", "unnamed", "title")
_REMEMBERED = 200  # speakers of a document among whom a name is looked for
_LONGEST_CODE = 6  # letters of an agency's name in capitals: TNA


@cache
def words_of(kind: str) -> frozenset[str]:
    """The folded English words of one kind."""
    return frozenset(row["form"] for row in lexicon("annotate", "english_words") if row["kind"] == kind)


@cache
def _countries() -> frozenset[str]:
    return frozenset(folded(str(name)) for code, name in Locale.parse("en").territories.items() if len(code) == 2)


def is_capital(wording: Wording, place: int) -> bool:
    """Whether the token is written with a capital letter."""
    return 0 <= place < len(wording.tokens) and wording.text[wording.tokens[place].start].isupper()


def is_phrase(wording: Wording, span: Range) -> bool:
    """Whether the tokens may be a name or description: no verb that we know is among them.

    «Health Minister Layla Naddaf» may, «the bridge was closed» may not.
    """
    forms = [wording.form(place) for place in range(*span)]
    return bool(forms) and not any(form in words_of("verb") or _is_past(form) for form in forms) and forms[0][0].isalnum()


@lru_cache(maxsize=20_000)
def _is_past(form: str) -> bool:
    return len(form) > 4 and form.endswith("ed") and form not in ("united", "armed", "hundred", "unnamed", "allied")


def without_determiner(wording: Wording, span: Range) -> Range:
    """«the Marsa Herald» without «the»."""
    start, stop = span
    while start < stop - 1 and wording.form(start) in ("the", "a", "an"):
        start += 1
    return start, stop


def name_in(wording: Wording, source: Range) -> Range | None:
    """The person's name in a source phrase: Layla Naddaf in «health minister Dr. Layla Naddaf», «the mayor, Layla Naddaf»."""
    for piece in _pieces(wording, source):
        name = _name_at_end(wording, piece)
        if name is not None:
            return name
    return None


def _pieces(wording: Wording, source: Range) -> list[Range]:
    """The stretches between commas."""
    out, start = [], source[0]
    for place in range(source[0], source[1] + 1):
        if place == source[1] or wording.form(place) in (",", "("):
            if place > start:
                out.append((start, place))
            start = place + 1
    return out


def _name_at_end(wording: Wording, piece: Range) -> Range | None:
    """The run of capitals that ends a piece, without titles; none where it names an institution, a medium or a country."""
    start = piece[1]
    while start > piece[0] and (is_capital(wording, start - 1) or _joins(wording, start - 1, piece)):
        start -= 1
    if start > piece[0] and wording.form(start - 1) in _OF:
        return None  # «the Ministry of Water», «a spokesman for Marsa»
    titles = [place for place in range(start, piece[1]) if _kind_of_word(wording.form(place)) == "title"]
    start = titles[-1] + 1 if titles else start
    while start < piece[1] and (wording.form(start) in _INNER or wording.form(start) in _DETERMINERS):
        start += 1
    forms = [wording.form(place) for place in range(start, piece[1])]
    if not forms or any(_kind_of_word(form) in _SOURCE_KINDS for form in forms) or not is_capital(wording, start):
        return None
    words = wording.words(start, piece[1])
    known = folded(words) in _countries() or outlet_named(words) is not None or (words.isupper() and len(words) <= _LONGEST_CODE)
    return None if known or (len(forms) == 1 and _is_common_plural(forms[0])) else (start, piece[1])


def _joins(wording: Wording, place: int, piece: Range) -> bool:
    inner = wording.form(place) in words_of("particle") or wording.form(place) in _INNER
    return inner and place > piece[0] - 1 and place + 1 < piece[1] and (is_capital(wording, place + 1) or wording.form(place + 1) in _INNER)


def _is_common_plural(form: str) -> bool:
    """«Archaeologists said …»: a capital at the head of a sentence makes no name."""
    return form.endswith(("ists", "ers", "ors", "ians", "ents", "men"))


@lru_cache(maxsize=20_000)
def _kind_of_word(form: str) -> str | None:
    kinds = (*_SOURCE_KINDS[:4], "unnamed", "title")
    for offer in (form, form.removesuffix("s")):
        for kind in kinds:
            if offer in words_of(kind):
                return kind
    return None


def kind_of(wording: Wording, source: Range, name: Range | None) -> str:
    """What a source phrase names: person, unnamed, organization, outlet, document or vague."""
    start, stop = without_determiner(wording, source)
    words = wording.words(start, stop)
    if outlet_named(words) or is_agency_code(wording, (start, stop)):
        return "outlet"
    if name is not None:
        return "person"
    head = next((place for place in range(start + 1, stop) if wording.form(place) in _OF or wording.form(place) == ","), stop)
    kinds = [kind for place in range(head - 1, start - 1, -1) if (kind := _kind_of_word(wording.form(place)))]
    found = kinds[0] if kinds else None
    if found == "vague" and stop - start > 1:
        found = "unnamed"
    if found is None:
        found = "organization" if folded(words) in _countries() or is_capital(wording, stop - 1) else "unnamed"
    return "unnamed" if found == "title" else found


def is_agency_code(wording: Wording, span: Range) -> bool:
    """«TNA»: one word of two to six capitals."""
    words = wording.words(*span)
    return span[1] - span[0] == 1 and words.isalpha() and words.isupper() and 2 <= len(words) <= _LONGEST_CODE


def is_medium(wording: Wording, span: Range) -> bool:
    """Whether the words name a medium that can carry what it was told: «TNA», «the Marsa Herald», «state television»."""
    start, stop = without_determiner(wording, span)
    if outlet_named(wording.words(start, stop)) or is_agency_code(wording, (start, stop)):
        return True
    forms = [wording.form(place) for place in range(start, stop)]
    return forms[-1] in words_of("outlet") or forms[-1] == "agency"


class Speakers:
    """Who speaks in a document; the fullest name that stands anywhere in it is the name."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.known: list[Speaker] = []

    def note(self, source: Range) -> None:
        """Keep a full name in mind before anybody is resolved."""
        name = name_in(self.wording, source)
        if name is not None and name[1] - name[0] > 1:
            self._new(source, name)

    def _new(self, source: Range, name: Range | None) -> Speaker:
        span = name or without_determiner(self.wording, _first_piece(self.wording, source))
        words = frozenset(self._forms(span))
        heads = {form for form in self._forms(_first_piece(self.wording, source)) if _kind_of_word(form)}
        speaker = Speaker(self.wording.words(*span), kind_of(self.wording, source, name), words, heads)
        old = next((other for other in self.known[-_REMEMBERED:] if other.words == words and other.kind == speaker.kind), None)
        if old is not None:
            old.heads.update(heads)
            return old
        self.known.append(speaker)
        return speaker

    def resolve(self, source: Range, spoken: list[Speaker]) -> tuple[Speaker | None, str]:
        """The speaker whom a source phrase means and what kind the phrase is; `spoken` are those who spoke before, the latest last."""
        forms = self._forms(source)
        if forms and forms[0] in PRONOUNS and len(forms) == 1:
            people = [one for one in reversed(spoken) if (one.kind == "person") or forms[0] in ("they", "it")]
            return (people[0], people[0].kind) if people else (None, "vague")
        name = name_in(self.wording, source)
        if name is not None:
            full = [one for one in self.known[-_REMEMBERED:] if one.kind == "person" and frozenset(self._forms(name)) <= one.words]
            if full:
                return max(full, key=lambda one: len(one.words)), "person"
        elif self.wording.form(source[0]) == "the" and len(forms) <= 3:
            called = [one for one in reversed(spoken) if forms[-1] in one.heads]
            if called:
                return called[0], called[0].kind
        found = self._new(source, name)
        return found, found.kind

    def _forms(self, span: Range) -> list[str]:
        forms = [self.wording.form(place) for place in range(*span)]
        return [form for form in forms if form[0].isalnum() and form not in ("the", "a", "an")]


def _first_piece(wording: Wording, source: Range) -> Range:
    stop = next((place for place in range(*source) if wording.form(place) in (",", "(", QUOTE)), source[1])
    return (source[0], stop) if stop > source[0] else source
