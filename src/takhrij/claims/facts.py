"""The facts of one telling: its numbers, dates, places, persons, actors, and the words that negate or hedge it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial

from takhrij.annotate.bounds import bound_around
from takhrij.claims.inflections import bases_of
from takhrij.model.annotation import Mention, Quantity, TimeExpression
from takhrij.model.claim import Fact
from takhrij.model.span import Span
from takhrij.text.folding import folded
from takhrij.text.lemmas import is_listed, lemma
from takhrij.text.lexicons import lexicon
from takhrij.text.tokens import Token, tokens_of

_SLOT_OF_KIND = {"PERSON": "person", "PLACE": "place", "ORGANIZATION": "actor"}
_ABOVE = "أ"  # ألّا (أن لا) negates, إلا (except) does not, and folding makes them one
_RULE_OUT = ("يستبعد", "تستبعد", "يستبعدوا", "أستبعد")  # «لم يستبعد» holds it for possible
_RULED_OUT = frozenset(map(folded, _RULE_OUT))
_FROM = {"forgoing": folded("عن"), "free": folded("من")}
_FORGONE = 6  # tokens within which عن follows a verb of forgoing
_EXCEPT = folded("إلا")
# «لا يزال مفتوحا» is positive, «ما لا يقل عن عشرة» only at least ten.
_STILL = ("يزال", "تزال", "يزالون", "زال", "زالت", "زالوا", "زلت", "زلنا", "يزل", "تزل")
_POSITIVE_AFTER = frozenset(map(folded, (*_STILL, "يقل", "تقل", "يزيد", "تزيد", "سيما", "بد", "شك", *_RULE_OUT)))
_CONDITION = frozenset(map(folded, ("ما", "إن", "إذا", "وإذا", "وإن", "حال")))  # «ما لم يدفعوا» says on what condition
_NO = "لا"
_THE_NOT = "الغير"  # «المباني الغير آمنة»; «حقوق الغير» are those of others
_OF_OTHERS = re.compile("(?:ال|لل|[بلوفك])|(?:" + folded("في|من|على|عن|أو|إلى|مع") + ")$")  # what follows those
# What never stands before a negation: «في لا فاييت», «نادي لا بلاتا» name a town.
_BEFORE_NAMES = frozenset(map(folded, ("في", "إلى", "على", "عن", "مع", "قرب", "مدينة", "بلدة", "نادي", "ولاية", "جامعة", "صحيفة")))
_MAY = "قد"
_HAD = frozenset(front + word for front in ("", "و", "ف") for word in ("كان", "كانت", "كانوا", "كنا", "كنت"))
_HAD_WITHIN = 8  # words between it and «قد»
_PERFECT_ENDINGS = ("وا", "تا")  # of several: they may do it is «قد يفعلون»
_CALLED = ("يدعى", "تدعى")  # «يدعى» is called, «يدعي» claims; folding makes them one
# «المشتبه به» is who is held, whatever he did; «يشتبه في أنه» and «مشتبها في» a deed are hedges.
_SUSPECT, _SUSPECTED = ("مشتبه", "مشتبها"), frozenset(map(folded, ("به", "بها", "بهم", "بهما", "بهن", "فيه", "فيها", "فيهم", "فيهما")))
_NOT_DEFINITE = frozenset(map(folded, ("أنباء", "ادعاء")))  # «وردت أنباء» is hearsay, «الادعاء» the prosecution
_AGENCY = frozenset(map(folded, ("وكالة", "وكالات", "وكالتا", "وكالتي")))
_FIRST = frozenset(map(folded, ("أولي", "أولية")))  # «معلومات أولية», of what is told so far; «مواد أولية» are no hedge
_TOLD_SO_FAR = frozenset(map(folded, ("معلومات", "تقديرات", "حصيلة", "تحقيقات", "تقارير", "بيانات", "نتائج", "تقرير", "تحقيق", "تقدير")))


_LABEL, _LABELLED = "رقم", 8  # characters before a number in which the word ends
_LEAST_IN_NAME, _LONGEST_NAME = 100, 20  # least number that belongs to the foreign name before it, and letters of that
_LONGEST_BOUND = 30  # characters before or after a length of time in which words bound it: «ما لا يقل عن شهرين»
_OWN = ("ه", "ها", "هم", "هما", "نا")  # endings of a noun whose owner is known: «ربع قيمتها»
_LENGTH = re.compile(r"P(?P<amount>\d+(?:\.\d+)?)(?P<unit>[YMWD])|PT(?P<hours>\d+(?:\.\d+)?)(?P<clock>[HMS])")
_FRONT = re.compile(r"^[وف]?(?:[بك]?ال|لل|[بلك](?=\w{4}))?")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}


def facts_of(
    telling: str, field_text: str, span: Span,
    mentions: Iterable[Mention], quantities: Iterable[Quantity], times: Iterable[TimeExpression],
) -> list[Fact]:  # fmt: skip
    """The facts that lie in `span` of a field, in text order; the annotation rows must be of that field of that document."""
    counts = (row for row in quantities if _lies_in(row, span) and row.low is not None and not _is_a_label(row, field_text))
    facts = [_number(telling, row, field_text) for row in counts]
    facts += [_date(telling, row, field_text, span) for row in times if _lies_in(row, span) and row.type != "SET"]
    facts += [_name(telling, row) for row in mentions if _lies_in(row, span) and row.kind in _SLOT_OF_KIND]
    facts += _negations(telling, field_text, span)
    facts += _certainties(telling, field_text, span)
    return sorted(facts, key=lambda fact: (fact.start, fact.end, fact.slot))


def _lies_in(row: Mention | Quantity | TimeExpression, span: Span) -> bool:
    return span.holds(Span(row.start, row.end))


def _is_a_label(row: Quantity, text: str) -> bool:
    """Whether a number only tells a thing from others of its kind: «عنبر القطن رقم 7», «المؤشر سدرستوكس 300»."""
    if row.unit is None and not row.of and row.low and row.low.isdigit() and int(row.low) >= _LEAST_IN_NAME:
        before = tokens_of(text, max(0, row.start - _LONGEST_NAME), row.start)
        if before and before[-1].end + 1 == row.start and is_unknown(before[-1].form):
            return True
    return text[max(0, row.start - _LABELLED) : row.start].rstrip(" (").endswith(_LABEL)


def is_unknown(form: str) -> bool:
    """Whether the dictionary lacks a word, as it does foreign names."""
    return form.isalpha() and not is_listed(form)


def _number(telling: str, row: Quantity, text: str) -> Fact:
    told = text[row.start : row.end]
    low, unit = (_percent_of(row.low), "%") if _is_a_part(row, text) else (row.low, row.unit)
    return Fact(telling, "number", told, low, row.high, unit, row.modifier, row.of, row.start, row.end)


def _is_a_part(row: Quantity, text: str) -> bool:
    """Whether a fraction is of a whole that is named, as a percentage is: «ربع السكان», «ثلثي قيمتها»; not «نصف ساعة», «ربع مليون»."""
    if row.unit is not None or row.high is not None or not 0 < float(row.low or 0) < 1 or not text[row.end - 1].isalpha():
        return False
    after = tokens_of(text, row.end, min(len(text), row.end + _LONGEST_NAME))[:1]
    return bool(after) and (after[0].form.startswith("ال") or after[0].form.endswith(_OWN))


def _percent_of(share: str | None) -> str:
    """«0.25» is 25 percent, two thirds 66.6667."""
    return f"{float(share or 0) * 100:.6g}"


def _bound_of(row: TimeExpression, text: str, span: Span) -> str:
    """«نحو شهرين» is about, «ستة أسابيع على الأقل» at_least."""
    before = tokens_of(text, max(span.start, row.start - _LONGEST_BOUND), row.start)
    after = tokens_of(text, row.end, min(span.end, row.end + _LONGEST_BOUND))
    return bound_around([token.form for token in before], [token.form for token in after])


def _date(telling: str, row: TimeExpression, text: str, span: Span) -> Fact:
    """A date; a duration («ثلاث سنوات», «بين 3 و7 سنوات») is a number of years."""
    least, _, most = (row.value or "").partition("/")
    length, longest = (_LENGTH.fullmatch(value) if row.type == "DURATION" else None for value in (least, most))
    if length:
        amount, unit = length["amount"] or length["hours"], _UNITS.get(length["unit"] or "") or _CLOCK_UNITS[length["clock"]]
        high = longest["amount"] or longest["hours"] if longest else None
        modifier = "range" if high else _bound_of(row, text, span)
        return Fact(telling, "number", text[row.start : row.end], amount, high, unit, modifier, None, row.start, row.end)
    value = row.value or text[row.start : row.end]
    return Fact(telling, "date", value, row.begins, row.ends, row.type, None, None, row.start, row.end)


def _name(telling: str, row: Mention) -> Fact:
    return Fact(telling, _SLOT_OF_KIND[row.kind], row.name, None, None, None, None, None, row.start, row.end)


def _word(telling: str, slot: str, token: Token, modifier: str | None, text: str) -> Fact:
    return Fact(telling, slot, text[token.start : token.end], None, None, None, modifier, None, token.start, token.end)


def _negations(telling: str, text: str, span: Span) -> Iterator[Fact]:
    tokens = tokens_of(text, span.start, span.end)
    for token in negators_of(tokens, text):
        yield _word(telling, "negation", token, None, text)


def negators_of(tokens: Sequence[Token], text: str) -> Iterator[Token]:
    """The tokens after which something is negated: «لم» in «لم يصل», «عن» in «تخلى النادي عن الصفقة»; not «لا» in «لا يزال»."""
    for place, token in enumerate(tokens):
        after = tokens[place + 1].form if place + 1 < len(tokens) else ""
        kind = "particle" if token.form == _THE_NOT and after.isalpha() and not _OF_OTHERS.match(after) else negation_kind(token.form)
        if kind is None or (token.form == _EXCEPT and text[token.start] != _ABOVE):
            continue
        conditional = place > 0 and tokens[place - 1].form in _CONDITION
        if token.form == _NO and place and tokens[place - 1].form in _BEFORE_NAMES:
            continue
        if kind in _FROM:
            yield from [later for later in tokens[place + 1 : place + _FORGONE] if later.form == _FROM[kind]][:1]
        elif not conditional and after not in _POSITIVE_AFTER:
            yield token


@lru_cache(maxsize=50_000)
def negation_kind(form: str) -> str | None:
    """particle, noun, verb, forgoing or free for a folded word that negates, with or without a joined conjunction or preposition."""
    kinds = _negation_kinds()
    return kinds.get(form) or (kinds.get(form[1:]) if form[0] in "وفبل" else None)


@cache
def _negation_kinds() -> dict[str, str]:
    return {folded(row["form"]): row["kind"] for row in lexicon("claims", "negations")}


def _certainties(telling: str, text: str, span: Span) -> Iterator[Fact]:
    tokens = tokens_of(text, span.start, span.end)
    for place, (before, token, following) in enumerate(zip([None, *tokens], tokens, [*tokens[1:], None], strict=False)):
        level = certainty_level(token.form, following.form if following else "")
        if token.form in _RULED_OUT and before and negation_kind(before.form):
            level = -1
        if token.form == _MAY and not _HAD.isdisjoint(earlier.form for earlier in tokens[max(0, place - _HAD_WITHIN) : place]):
            continue  # «وكان النادي قد تأسس» has happened
        if level is not None and not _means_another(token, before, following, text):
            yield _word(telling, "certainty", token, str(level), text)


def _means_another(token: Token, before: Token | None, following: Token | None, text: str) -> bool:
    """Whether a word that looks like a hedge is none: «يدعى حسان» (is called), «وكالة أنباء سدر», «أوقف المشتبه به»."""
    if following is not None and following.form in _SUSPECTED and token.form.endswith(_SUSPECT):
        return True
    return text[token.start : token.end].endswith(_CALLED) or (before is not None and _is_one_of(_AGENCY, before.form))


def certainty_level(form: str, following: str = "") -> int | None:
    """-2 (a mere claim), -1 (possible, expected) or 1 (certain) for a folded word that says so, else None.

    >>> certainty_level("زعمت"), certainty_level("قد", "يرتفع"), certainty_level("قد", "ارتفع"), certainty_level("قال")
    (-2, -1, None, None)
    """
    level, hangs_on = _level_of(form)
    return -1 if hangs_on and hangs_on(following) else level


@lru_cache(maxsize=50_000)
def _level_of(form: str) -> tuple[int | None, Callable[[str], bool] | None]:
    """The level of a word, and for one that hedges only before some words what these are."""
    if form.lstrip("وف") == _MAY:
        return None, _is_imperfect
    if _is_one_of(_TOLD_SO_FAR, form):
        return None, partial(_is_one_of, _FIRST)
    levels = _levels()
    bare = form[1:] if form[0] in "وف" else form  # «وأنباء عن …» is hearsay too
    found = (levels[base] for base in bases_of(form) if base in levels and not (base in _NOT_DEFINITE and base not in (form, bare)))
    return next(found, None), None


def makes_doubtful(fact: Fact) -> bool:
    """Whether a word of certainty makes a doubt of what is told: «ربما», «المزعوم»; «حصيلة أولية» only says that more may come."""
    return is_hedge(fact) and not _is_one_of(_TOLD_SO_FAR, folded(fact.value))


def is_hedge(fact: Fact) -> bool:
    """Whether a fact is a word by which the teller leaves open or doubts what he tells: «ربما», «زعم»; not «أكد»."""
    return fact.slot == "certainty" and (fact.modifier or "").startswith("-")


@lru_cache(maxsize=50_000)
def _is_imperfect(form: str) -> bool:
    """«قد يرتفع» and «قد ترتفع» may rise; «قد تولى», «قد تعرضوا» and «قد تمت» have happened, whose ت is the root's."""
    if form.endswith(_PERFECT_ENDINGS):
        return False
    if form.startswith("ت"):
        return form.startswith("تت") or not (form.endswith("ت") or lemma(form).startswith("ت"))
    return form.startswith("ي")


def _is_one_of(words: frozenset[str], form: str) -> bool:
    """Whether a folded word is one of them, with or without conjunction, preposition and article: «وبالمعلومات» is «معلومات»."""
    return form in words or _FRONT.sub("", form) in words


@cache
def _levels() -> dict[str, int]:
    return {folded(row["form"]): int(row["level"]) for row in lexicon("claims", "certainty_words")}
