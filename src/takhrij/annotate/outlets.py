"""Names of news media: who is meant by «أ ف ب», «وكالة الصحافة الفرنسية», «صحيفة المدار» or «المدار»."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon
from takhrij.text.tokens import Token, tokens_of

AGENCY, OUTLET = "agency", "outlet"
GENERAL = "وكالات"  # "agencies", without saying which
LONGEST_NAME = 6  # words; «وكالة الجمهورية الإسلامية للأنباء» has 4
_QUOTES = "\"'"
_OPENING, _CLOSING = _QUOTES + "([", _QUOTES + ")]"
_PRESS = ("برس", "بريس", "نيوز")  # of the words that go on with a name those that nothing but a medium has
_CLITICS = ("", "و", "ف", "ب", "ك", "ل", "ول", "وب", "فل", "فب")


class Named(NamedTuple):
    """An outlet found among tokens: those from the first to before `stop` are its words."""

    stop: int
    name: str
    kind: str
    bare: bool  # a common word that is a name only in quotation marks or where a name is expected: «الرياض»


class _Listed(NamedTuple):
    name: str
    kind: str
    family: str


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(" ".join(_forms(row["form"])) for row in lexicon("annotate", "outlet_words") if row["role"] == role)


def _forms(words: str) -> tuple[str, ...]:
    """The folded words, with single letters (أ. ف. ب) joined into one."""
    out: list[str] = []
    joins = False
    for form in (token.form for token in tokens_of(words) if token.is_word):
        single = len(form) == 1 and not form.isdigit()
        if single and joins:
            out[-1] += form
        else:
            out.append(form)
        joins = single
    return tuple(out)


@lru_cache(maxsize=64)
def _listed(more: str = "") -> dict[tuple[str, ...], _Listed]:
    """Every alias of both lists, as folded words; the first entry keeps an alias that two claim, and the case's own list goes first."""
    rows = [(row["name"], row["kind"], row["family"], row["aliases"]) for row in lexicon("annotate", "outlets")]
    out: dict[tuple[str, ...], _Listed] = {}
    for name, kind, family, aliases in [*rows_of(more), *rows]:
        for alias in (name, *aliases.split("|")):
            if alias:
                out.setdefault(_forms(alias), _Listed(name, kind, family))
    return out


def rows_of(more: str) -> list[tuple[str, str, str, str]]:
    """A case's own list, as its setting holds it: (name, kind, family, other names) from lines of four columns.

    >>> rows_of("وكالة أنباء الزيزفون\\tagency\\tدار الزيزفون\\tوزن|WZN")
    [('وكالة أنباء الزيزفون', 'agency', 'دار الزيزفون', 'وزن|WZN')]
    """
    parts = (line.split("\t") for line in more.split("\n") if line)
    return [(name, kind, family, aliases) for name, kind, family, aliases in parts]


@cache
def _generic() -> dict[str, tuple[str, str]]:
    """«لوكالة», «والصحيفة» … -> (the plain word as written in the list, kind)."""
    out = {}
    for row in lexicon("annotate", "outlet_words"):
        if row["role"] in (AGENCY, OUTLET):
            plain = folded(row["form"])
            for clitic in _CLITICS:
                out[clitic + plain] = (row["form"], row["role"])
                out[clitic.removesuffix("ل") + ("لل" if clitic.endswith("ل") else "ال") + plain] = (row["form"], row["role"])
    return out


def is_generic(form: str) -> bool:
    """Whether a folded word says what kind of medium follows: «صحيفه», «لوكاله»."""
    return form in _generic()


def kind_meant(words: str) -> str | None:
    """The kind of medium that a definite word alone means, one named before: «الوكالة» an agency, «للصحيفة» an outlet."""
    forms = [token.form for token in tokens_of(words[:60]) if token.is_word]
    found = _generic().get(forms[0]) if len(forms) == 1 else None
    return found[1] if found and folded(found[0]) != forms[0] and ("ال" in forms[0][:3] or "لل" in forms[0][:3]) else None


def outlet_named(words: str, known: Collection[str] = (), more: str = "") -> tuple[str, str] | None:
    """The outlet or agency that `words` name as a whole, as (canonical name, kind); None where they name none.

    >>> outlet_named("لوكالة الصحافة الفرنسية"), outlet_named("صحيفة «المدار» اليومية"), outlet_named("وزارة الصحة")
    (('فرانس برس', 'agency'), ('صحيفة المدار', 'outlet'), None)
    """
    return _named_once(words, tuple(sorted(known)), more)


@lru_cache(maxsize=20_000)
def _named_once(words: str, known: tuple[str, ...], more: str) -> tuple[str, str] | None:
    tokens = tokens_of(words[:200])
    mine = outlet_key(words, more)
    for name in known:
        if mine and outlet_key(name, more) == mine:
            found = _named_once(name, (), more)
            return name, found[1] if found else OUTLET
    start = next((number for number, token in enumerate(tokens) if token.is_word), len(tokens))
    found_at = name_at(tokens, start, words, bounded=True, more=more)
    if found_at is None or any(token.is_word and token.form not in _after() for token in tokens[found_at.stop : found_at.stop + 1]):
        return None
    return found_at.name, found_at.kind


@cache
def _after() -> frozenset[str]:
    return _words("tail") | _words("nation") | _words("stop")


def name_at(tokens: Sequence[Token], start: int, text: str, *, bounded: bool = False, more: str = "") -> Named | None:
    """The outlet whose name begins at a token; `bounded` where the tokens end with the name, so that more words may belong to it.

    `more` is the case's own list, in the form that `rows_of` reads.
    """
    if start >= len(tokens):
        return None
    listed = _listed_at(tokens, start, more)
    pattern = _by_pattern(tokens, start, text, bounded=bounded, more=more)
    return pattern if listed is None or (pattern and listed.bare and pattern.stop > listed.stop) else listed


def _listed_at(tokens: Sequence[Token], start: int, more: str) -> Named | None:
    """The longest alias of the list that begins here, clitics allowed on its first word: «لرويترز»."""
    window = [number for number in range(start, min(len(tokens), start + 2 * LONGEST_NAME)) if tokens[number].form not in (".", *_QUOTES)]
    forms = [tokens[number].form for number in window]
    if not forms or window[0] != start:
        return None
    for length in range(min(len(forms), LONGEST_NAME), 0, -1):
        if not all(form[0].isalnum() for form in forms[:length]):
            continue
        for first in _without_clitics(forms[0]):
            joined = _joined((first, *forms[1:length]))
            entry = _listed(more).get(joined)
            if entry and not (length == 1 and len(first) == 2 and first >= "ء"):  # «آب» the month is not «أ ب»
                key = " ".join(joined)
                found = Named(window[length - 1] + 1, entry.name, entry.kind, key in _words("common"))
                opens = sum(token.form in _QUOTES for token in tokens[start : found.stop]) % 2
                if opens and _closed(tokens, found) is None:
                    continue
                return _closed(tokens, found) or found if opens else found
    return None


def _without_clitics(form: str) -> list[str]:
    """«لرويترز» -> itself, «رويترز»; «للأناضول» -> …, «الأناضول»; short words keep all their letters."""
    out = [form]
    for clitic in _CLITICS[1:]:
        if form.startswith(clitic) and len(form) - len(clitic) >= 4:
            rest = form[len(clitic) :]
            out += ["ا" + rest, rest] if clitic.endswith("ل") and rest.startswith("ل") else [rest]
    return out


def _joined(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Single letters in a row as one word, as in the list."""
    if not any(len(form) == 1 for form in forms):
        return forms
    return _forms(" ".join(forms))


def _by_pattern(tokens: Sequence[Token], start: int, text: str, *, bounded: bool, more: str) -> Named | None:
    """«صحيفة المدار», «وكالة أنباء البحر الأزرق», «قناة "سهيل"»: a generic word and the name after it."""
    generic = _generic().get(tokens[start].form)
    if generic is None:
        return _named_by_part(tokens, start, text)
    at = start + 1
    while at < len(tokens) and tokens[at].form in ("انباء", "الانباء", "اخبار"):
        at += 1
    opens = at < len(tokens) and tokens[at].form in _OPENING
    inner = _listed_at(tokens, at + opens, more) if at < len(tokens) else None
    if inner and opens:
        inner = _closed(tokens, inner)
    whole = _listed_at_all(tokens, start, inner, more)
    if inner and (inner.kind == generic[1] or generic[1] == OUTLET) and not (whole is None and inner.bare and inner.kind != generic[1]):
        return Named(inner.stop, whole or inner.name, inner.kind, bare=False)
    stop, words = _name_words(tokens, at, bounded=bounded)
    definite = folded(generic[0]) != tokens[start].form and ("ال" in tokens[start].form[:3] or tokens[start].form[:2] == "لل")
    if not words or (definite and not opens) or words[0].form in _words("not_news") or words[0].form in _words("nation"):
        return None
    name = text[words[0].start : words[-1].end].strip("«»\"'“” ")
    return Named(stop, f"{generic[0]} {name}", generic[1], bare=False)


def _named_by_part(tokens: Sequence[Token], start: int, text: str) -> Named | None:
    """«سيسبان برس», «غيلان نيوز»: a name that says itself that it is of a medium."""
    if start + 1 >= len(tokens) or not tokens[start].is_word or tokens[start].form in _words("part") | _after():
        return None
    follows = tokens[start + 1].form in _PRESS and tokens[start + 1].start - tokens[start].end == 1
    return Named(start + 2, text[tokens[start].start : tokens[start + 1].end], OUTLET, bare=False) if follows else None


def _closed(tokens: Sequence[Token], inner: Named) -> Named | None:
    """A listed name in quotation marks with the closing one; None where more words stand between them: «"المدار الجديد"» is not المدار."""
    stop = inner.stop
    while stop < len(tokens) and tokens[stop].form == ".":
        stop += 1
    return inner._replace(stop=stop + 1) if stop < len(tokens) and tokens[stop].form in _CLOSING else None


def _listed_at_all(tokens: Sequence[Token], start: int, inner: Named | None, more: str) -> str | None:
    """The list's name for generic word and name together («صحيفة الجزيرة» is not the channel)."""
    if inner is None:
        return None
    words = [token.form for token in tokens[start : inner.stop] if token.is_word]
    plain = _generic()[words[0]][0]
    entry = _listed(more).get((folded(plain), *words[1:]))
    return entry.name if entry else None


def _name_words(tokens: Sequence[Token], at: int, *, bounded: bool) -> tuple[int, list[Token]]:
    """The words of a name after the generic word, and where it stops: all in quotation marks, else one, and definite ones after it."""
    if at < len(tokens) and tokens[at].form in _OPENING:
        end = next((n for n in range(at + 1, min(len(tokens), at + LONGEST_NAME + 2)) if tokens[n].form in _CLOSING), None)
        return (end + 1, list(tokens[at + 1 : end])) if end else (at, [])
    words: list[Token] = []
    for number in range(at, min(len(tokens), at + LONGEST_NAME)):
        token = tokens[number]
        if not token.is_word or token.form in _after() or (words and not bounded and not _goes_on(words[-1], token)):
            return number, words
        words.append(token)
    return min(len(tokens), at + LONGEST_NAME), words


def _goes_on(last: Token, token: Token) -> bool:
    if token.form in _words("part") or last.form in _words("part"):
        return token.form in _words("part") and token.start - last.end == 1
    return token.form.startswith("ال") and (last.form.startswith("ال") or token.start - last.end == 1) and token.form not in _after()


@lru_cache(maxsize=20_000)
def outlet_key(name: str, more: str = "") -> str:
    """What two spellings of one outlet's name share: without generic word, article, hamza forms and nationality.

    >>> outlet_key("صحيفة المدار") == outlet_key("«المدار»"), outlet_key("أ ف ب") == outlet_key("فرانس برس")
    (True, True)
    """
    forms = _forms(name[:200])
    entry = _listed(more).get(forms)
    if entry:
        return folded(entry.name)
    rest = [form for form in forms if form not in _generic() and form not in _words("tail") and form not in ("انباء", "الانباء")]
    shorter = [form for form in rest if form not in _words("nation")] or rest
    entry = _listed(more).get(tuple(shorter))
    if entry and len(rest) != len(forms) and entry.kind == AGENCY and " ".join(shorter) in _words("common"):
        entry = None  # «شبكة معا» need not be the agency
    return folded(entry.name) if entry else " ".join(form.removeprefix("ال") for form in shorter)


@lru_cache(maxsize=20_000)
def family_of(name: str, more: str = "") -> str:
    """The newsroom or house that an outlet belongs to, else its own key: an outlet's site and channel are one."""
    key = outlet_key(name, more)
    entry = _listed(more).get(_forms(key)) or _listed(more).get(_forms(name))
    return folded(entry.family) if entry else key
