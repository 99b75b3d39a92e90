"""Light stems: what is left of a folded word without clitics and common endings (research/text_reuse.md, 3.1)."""

from __future__ import annotations

from functools import lru_cache

_ARTICLES = ("بال", "كال", "فال", "وال", "ال", "لل")
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "هم", "ه", "ي", "ت", "ا")
_SHORTEST = 3  # letters that must remain


@lru_cache(maxsize=200_000)
def stem(form: str) -> str:
    """The light stem of a folded word; numbers and Latin words stay as they are.

    >>> stem("وبالمسوولين"), stem("والمدرسه"), stem("12")
    ('مسوول', 'مدرس', '12')
    """
    if not "ء" <= form[:1] <= "ي":
        return form
    return _without_suffixes(_without_prefixes(form.replace("ء", "") or form))


def _without_prefixes(word: str) -> str:
    if word[0] in "وف" and len(word) > _SHORTEST + 1:
        word = word[1:]
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= _SHORTEST:
            return word[len(article) :]
    if word[0] in "بلك" and len(word) >= _SHORTEST + 2:
        return word[1:]
    return word


def _without_suffixes(word: str) -> str:
    for _ in range(2):
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
                word = word[: -len(suffix)]
                break
        else:
            break
    return word
