"""Which words are finite verbs, by form and by place, so that no noun phrase goes on over them: «وفقا للوزارة بلغ العدد مئة»."""

from __future__ import annotations

from functools import lru_cache

from takhrij.annotate.clauses import RELATIVES, is_content_noun, is_preposition, kind_of_noun, words_of_class
from takhrij.annotate.gazetteer import listed_words
from takhrij.annotate.name_words import given_name, is_unusual
from takhrij.annotate.phrases import is_accusative, is_definite
from takhrij.annotate.wording import Wording
from takhrij.text.lemmas import is_verb

_SURE = words_of_class("finite")
_LONGEST_NAME = 6  # tokens from mark to mark
_SHORTEST = 4  # letters of «بلغت», «يقول»
_NOUNS_START, _NOUN_ENDS = "بلكوم", ("ه", "ين", "ات", "ان", "ي")
_ELATIVES = frozenset("اكبر اصغر احدث اقدم افضل ارفع ارخص اهم اكثر اقل اول اخر احد ابرز اشهر اعلي ادني اغني اغلب اسرع".split())  # noqa: SIM905
_NO_VERBS = ("ات", "وت", "يت")  # ends of nouns: «بيوت», «بيت»


@lru_cache(maxsize=50_000)
def is_finite(form: str) -> bool:
    """Whether a folded word is a finite verb, or the negation of one, whatever stands around it.

    >>> is_finite("بلغت"), is_finite("يحتاج"), is_finite("لن"), is_finite("تقرير"), is_finite("الوقت")
    (True, True, True, False, False)
    """
    if form in _SURE:
        return True
    if len(form) < _SHORTEST or not is_verb(form) or form.startswith("ال"):
        return False
    past = form.endswith("ت") and not form.endswith(_NO_VERBS) and is_verb(form[:-1])
    if not past and form[0] != "ي":
        return False
    return kind_of_noun(form) is None and given_name(form) is None and listed_words(form) is None and not is_content_noun(form)


def is_whole(wording: Wording, place: int) -> bool:
    """Whether the noun phrase before a word can be over: behind a definite noun, a name in marks, a bracket or somebody's name."""
    before = wording.form(place - 1)
    if before in RELATIVES or is_preposition(before):
        return False
    return is_definite(before) or wording.closes(place - 1) or before == ")" or (before.isalpha() and is_unusual(before))


def is_finite_at(wording: Wording, place: int) -> bool:
    """Whether a word is a finite verb where it stands: behind a whole phrase an indefinite form of a verb is nothing else.

    «الشركة تشارك في السباق» has one, «شركة تشارك» need not.
    """
    form = wording.form(place)
    if is_finite(form):
        return True
    before = wording.form(place - 1)
    over = is_definite(before) or wording.closes(place - 1) or before == ")"
    return over and len(form) >= _SHORTEST and may_be_finite(form) and not (is_accusative(wording, place) or _is_in_name(wording, place))


def _is_in_name(wording: Wording, place: int) -> bool:
    """Whether a word stands in a name in marks: «صحيفة "الغيم تبدد"»."""
    opener = wording.openers[place]
    return opener >= 0 and (wording.partners.get(opener) or opener) - opener <= _LONGEST_NAME


@lru_cache(maxsize=50_000)
def may_be_finite(form: str) -> bool:
    """Whether a form that is a noun too may be a verb."""
    if is_definite(form) or form[0] in _NOUNS_START or form.endswith(_NOUN_ENDS) or form in _ELATIVES or not is_verb(form):
        return False
    return kind_of_noun(form) is None and given_name(form) is None and listed_words(form) is None and not is_unusual(form)
