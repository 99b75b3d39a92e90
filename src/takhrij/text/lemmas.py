"""Lemmas of Arabic words: clitics split off over simplemma's table of forms, with rules for the verbs that it lacks.

Better than every analyser tried in research/dependencies.md, section 1 (41 of 44 news words right, none of 24 unlike pairs merged).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import simplemma
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon
from takhrij.text.stems import stem
from takhrij.text.tokens import tokens_of

_SURE_FRONTS = ("", "و", "ف", "ال", "لل", "بال", "كال", "وال", "فال")  # tried first: بلادنا is بلاد + نا before it is ب + لادنا
_FRONTS = (
    "ب", "ل", "ك", "س", "وب", "ول", "وك", "وس", "فس", "فل", "فب",
    "وبال", "ولل", "وكال", "فبال", "فلل",
)  # fmt: skip
_PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "كم", "كن", "ني", "ه", "ك", "ي")
_LONG_ENOUGH = 4  # letters above which a first و or ف of an unknown word is taken for "and"
_SHORTEST = 2  # letters that must remain of a word without its clitics (يد, قد)
_FUNCTION_WORDS = frozenset(
    folded("في لم لن لا من على ما لو أن قد هو هي هم عن كان هذا هذه ذلك لكن إلى مع كما أي إذا كل بعد قبل بين حتى له لها به بها").split()
)
# What stands behind the prefix of an imperfect, and the perfects it may belong to, likeliest first.
_PERFECTS = tuple(
    (re.compile(core), perfects)
    for core, perfects in (
        (r"(ست\w{2,})", (r"ا\1",)),  # يستهدف: استهدف
        (r"(ن\w{3})", (r"ا\1", r"\1")),  # ينسحب: انسحب
        (r"(\wت\w{2,3})", (r"ا\1", r"\1")),  # يجتمع: اجتمع
        (r"(\w)[وي](\w)", (r"\1ا\2", r"ا\1ا\2")),  # يعود: عاد, يدين: ادان
        (r"(\w\w)و", (r"\1ا",)),  # يدعو: دعا
        (r"(\w{3,4})", (r"\1", r"ا\1")),  # يكتب: كتب, يعلن: اعلن
    )
)
_NOUN_ENDINGS = (
    ("يون", "ي"), ("يين", "ي"), ("يه", "ي"), ("تان", "ه"), ("تين", "ه"), ("ات", "ه"), ("ات", ""), ("ون", ""), ("ين", ""),
    ("ان", ""), ("ا", ""), ("و", "ون"), ("ي", "ين"), ("ه", ""),
)  # fmt: skip


def lemmas_of(text: str) -> list[str]:
    """The lemmas of a text's words and numbers, in order.

    >>> lemmas_of("وقالت الوزارتان: سيعودون")
    ['قال', 'وزاره', 'عاد']
    """
    return [lemma(token.form) for token in tokens_of(text) if token.is_word]


@lru_cache(maxsize=300_000)
def lemma(form: str) -> str:
    """The lemma of a folded word, itself folded; the light stem where the table knows no part of it.

    >>> lemma("وبالمسوولين"), lemma("يستهدفون"), lemma("الاميركيه"), lemma("reports")
    ('مسوول', 'استهدف', 'امريكي', 'report')
    """
    if len(form) < _SHORTEST or not form[0].isalpha():
        return form
    if not "ء" <= form[0] <= "ي":
        return simplemma.lemmatize(form, "en").lower() if form.isascii() else form
    bare_forms = list(dict.fromkeys(_without_clitics(form)))
    for reading in (_variant, _listed, _by_noun_rule):
        for bare in bare_forms:
            if found := reading(bare):
                return _variant(found) or found
    return _unknown(form)


@lru_cache(maxsize=100_000)
def is_listed(form: str) -> bool:
    """Whether the table knows a folded word in any inflection; what it lacks is mostly a name.

    >>> is_listed("وبالمسوولين"), is_listed("بواتينغ")
    (True, False)
    """
    return any(reading(bare) for bare in _without_clitics(form) for reading in (_variant, _listed, _by_noun_rule))


def _unknown(form: str) -> str:
    """The light stem of a word that the table lacks, mostly a name: its first letter is taken for its own, ليفربول not ل + يفربول."""
    if form[0] in "وف" and len(form) > _LONG_ENOUGH:
        form = form[1:]
    may_be_name = form[0] in "بلك" and not form.startswith(("بال", "كال", "لل"))
    return stem("ال" + form) if may_be_name else stem(form)


def _without_clitics(form: str) -> Iterator[str]:
    """The word itself, then with particles taken off its front, then with pronouns off its end, then both.

    «وبالمسؤولين» gives المسوولين and مسوولين among others.
    """
    if form[:1] in ("و", "ف") and form[1:] in _FUNCTION_WORDS:
        form = form[1:]
    if form.startswith("لل"):  # للجنه is ل + لجنه before it is لل + جنه
        yield form[1:]
    for fronts in (_SURE_FRONTS, _FRONTS):
        words = [form[len(front) :] for front in fronts if form.startswith(front) and _may_follow(front, form[len(front) :])]
        yield from words
        for word in words:
            for pronoun in _PRONOUNS:
                if word.endswith(pronoun) and len(word) - len(pronoun) >= _SHORTEST:
                    yield from _before_pronoun(word[: -len(pronoun)])


def _may_follow(front: str, rest: str) -> bool:
    if len(rest) < _SHORTEST:
        return False
    return rest[0] in "ينتا" and len(rest) > _SHORTEST if front.endswith("س") else True


def _before_pronoun(word: str) -> Iterator[str]:
    """What a word may have been before a pronoun was written to it: وزارتـ(ـه) was وزاره, قاتلوـ(ـهم) was قاتلوا."""
    if word[-1] == "ت":
        yield word[:-1] + "ه"
    yield word
    if word[-1] == "ا":
        yield word[:-1] + "ي"
    if word[-1] == "و":
        yield word + "ا"


def is_verb(form: str) -> bool:
    """Whether a folded word is a form of a verb, as far as the table knows; words of three letters are often nouns too.

    >>> is_verb("اصيب"), is_verb("يستهدفون"), is_verb("سيارات")
    (True, True, False)
    """
    return _is_verb(lemma(form))


def _variant(word: str) -> str | None:
    return _variants().get(word)


def _listed(word: str) -> str | None:
    """The table's lemma of a form; by rule for an inflected verb that it lacks, or lists as its own lemma."""
    found = _table().get(word)
    noun = _table().get("ال" + word)
    if noun == word or (noun == word[:-1] and word.endswith("يه")):  # only nouns take the article: امن is "security", no verb's form
        return noun
    if found == "ال" + word[2:] and len(word) > _SHORTEST + 2:  # السعوديه is listed with its article
        return _table().get(word[2:], found)
    if found and found != word:
        return found
    return found if _is_verb(word) else _by_verb_rule(word) or found


def _by_verb_rule(word: str) -> str | None:
    """The perfect of a verb form that the table lacks: يستهدفون is استهدف, تنفي is نفي, كتبوا is كتب."""
    if word[-1] == "ت":
        for weak in (word[:-1] + "ي", word[:-1] + "ا"):  # نفت is نفي, دعت is دعا
            if _is_verb(weak):
                return weak
    if word[0] == "ي" or (word[0] in "تن" and word not in _table()):
        for ending in ("", "ون", "وا", "ين", "ان", "ن"):
            if word.endswith(ending) and (found := _of_imperfect(word[1 : len(word) - len(ending)])):
                return found
    if word[0] in "تن" and word[2:3] != "ا" and "ي" + word[1:] in _table():  # a noun (نشاط, تقرير) has no sister in ي
        return _listed("ي" + word[1:])
    for ending in ("وا", "تم", "ت"):
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) > _SHORTEST and _is_verb(base):
            return base
    return None


def _of_imperfect(core: str) -> str | None:
    """The perfect whose imperfect has `core` behind its prefix: ستهدف, نسحب, عود, نفي."""
    if len(core) <= _SHORTEST:
        return None
    third = _table().get("ي" + core)
    if third and third != "ي" + core:
        return third
    for pattern, perfects in _PERFECTS:
        if pattern.fullmatch(core):
            return next((past for past in (pattern.sub(perfect, core) for perfect in perfects) if _is_verb(past)), None)
    return None


def _is_verb(word: str) -> bool:
    """Whether `word` is the perfect of a verb: the table derives an imperfect from it, or lists it in the pattern of اصدر."""
    return word in _perfects() or (len(word) == 4 and word[0] == "ا" and _table().get(word) == word)


def _by_noun_rule(word: str) -> str | None:
    """The singular of a plural or dual that the table lacks: هجومين is هجوم, طائرتان is طائره."""
    for ending, singular in _NOUN_ENDINGS:
        base = word[: -len(ending)] + singular
        if word.endswith(ending) and len(base) > _SHORTEST and base in _table():
            return _table()[base]
    return None


@cache
def _variants() -> dict[str, str]:
    return {folded(row["form"]): folded(row["lemma"]) for row in lexicon("text", "variants")}


@cache
def _table() -> dict[str, str]:
    """simplemma's Arabic forms and their lemmas, folded; of two that fold alike the one written without marks stays."""
    known = DefaultDictionaryFactory().get_dictionary("ar")
    forms = "\n".join(f"{form}\t{found}" for form, found in known.items())
    letters = str.maketrans({letter: folded(letter) for letter in set(forms) - {"\n", "\t"}})
    pairs = (line.split("\t") for line in forms.translate(letters).split("\n"))
    table: dict[str, str] = {}
    for form, (plain, found) in zip(known, pairs, strict=True):
        if plain not in table or len(form) == len(plain) or table[plain] == plain != found:
            table[plain] = found
    return table


@cache
def _perfects() -> frozenset[str]:
    """The lemmas that the table gives an imperfect form: verbs."""
    return frozenset(found for form, found in _table().items() if form[:1] == "ي" and found != form and found[:1] != "ي")
