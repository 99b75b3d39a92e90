"""The key that all spellings of one name share: letters that newsrooms exchange, heads, transliterations, nationalities."""

from __future__ import annotations

import re
from functools import lru_cache

from takhrij.annotate.gazetteer import ORGANIZATION, PERSON, nationality
from takhrij.annotate.name_words import given_name, is_unusual, kind_of_head, known_person
from takhrij.model.identity import identity
from takhrij.text.folding import folded

_SON = "بن"
_HEADS = frozenset("شركه شبكه موقع صحيفه وكاله قناه منظمه حركه تنظيم جماعه ميليشيا منصه تطبيق نادي مجله اذاعه".split())  # noqa: SIM905
_SERVANT = re.compile(r"\bعبد ال")
_VOWELS = re.compile("[اويه]")
_DOUBLED = re.compile(r"(.)\1")
_ONE_SOUND = str.maketrans({"غ": "ك", "ج": "ك", "ق": "ك", "ث": "ت", "ط": "ت", "ض": "د", "ظ": "ز", "ذ": "ز", "ص": "س"})
_SHORTEST_FOREIGN = 4  # letters of a word of which the sound alone is kept
_FEWEST_SOUNDS = 4  # consonants that a name of one word must have to be told by its sound
_LONG_NAME = 3  # words of a name that may stand without its middle


@lru_cache(maxsize=200_000)
def entity_key(kind: str, name: str) -> str:
    """What is left of a name when its spelling does not matter.

    >>> entity_key("PERSON", "بنيامين نتانياهو") == entity_key("PERSON", "بنيامين نتنياهو")
    True
    >>> entity_key("PERSON", "سالم الفارقي") == entity_key("PERSON", "سليم الفارقي")
    False
    """
    name = (known_person(name) or name) if kind == PERSON else name
    words = _SERVANT.sub("عبدال", folded(name).replace('"', " ")).split()
    if kind == PERSON:
        words = [_SON if word == "ابن" else word for word in _without_titles(words)]
    elif kind == ORGANIZATION:
        words = [_one_country(word) for word in (words[1:] if len(words) > 1 and words[0] in _HEADS else words)]
    sounds = [_sound(word) for word in words]
    enough = len(words) > 1 or len(sounds[0] if sounds else "") >= _FEWEST_SOUNDS
    return " ".join(sounds if enough else words)


def entity_id(kind: str, name: str) -> str:
    """The id of the entity that a name makes by itself, the same on every machine."""
    return identity("e", kind, entity_key(kind, name))


def last_name(name: str) -> str | None:
    """The last word of a person's name of two words and more, where it is no given name: it may stand for the whole."""
    words = folded(name).split()
    alone = len(words) > 1 and len(words[-1]) > _SHORTEST_FOREIGN - 1 and given_name(words[-1]) is None and nationality(words[-1]) is None
    return words[-1] if alone else None


def without_middle(name: str) -> tuple[str, ...]:
    """The shorter forms of a long name: «سالم بن حمد بن خالد الفارقي» is told as «سالم بن حمد» and «سالم الفارقي»."""
    words = _without_titles(_SERVANT.sub("عبدال", folded(name)).split())
    plain = [word for word in words if word not in (_SON, "ابن")]
    if len(plain) < _LONG_NAME:
        return ()
    ends = f"{plain[0]} {plain[-1]}"
    return (ends, f"{plain[0]} {_SON} {plain[1]}") if words[1] == _SON else (ends,)


def _without_titles(words: list[str]) -> list[str]:
    """«الدكتور سالم الفارقي» without what stands before the name."""
    first = 0
    while first < len(words) - 1 and kind_of_head(words[first]) in ("title", "role") and given_name(words[first]) is None:
        first += 1
    return words[first:]


def _one_country(word: str) -> str:
    """«الأميركية» and «الأمريكية» alike."""
    country = nationality(word)
    return folded(country).replace(" ", "_") if country else word


def _sound(word: str) -> str:
    """The consonants of a foreign word, «نتنياهو» and «نتانياهو»; an Arabic one as it is."""
    if len(word) < _SHORTEST_FOREIGN or word.startswith("ال") or given_name(word) or not is_unusual(word):
        return word
    return _DOUBLED.sub(r"\1", (word[0] + _VOWELS.sub("", word[1:])).translate(_ONE_SOUND))
