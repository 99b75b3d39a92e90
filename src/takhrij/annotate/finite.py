"""Words that are verbs in any sentence, so that no noun phrase goes on over them: «قال المدير لن نغادر», «وفقا للوزارة بلغ العدد مئة»."""

from __future__ import annotations

from functools import lru_cache

from takhrij.annotate.clauses import is_content_noun, kind_of_noun, words_of_class
from takhrij.annotate.gazetteer import listed_words
from takhrij.annotate.name_words import given_name
from takhrij.text.lemmas import is_verb

_SURE = words_of_class("finite")
_SHORTEST = 4  # letters of «بلغت», «يقول»
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
