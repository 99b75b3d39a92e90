"""The full names of a field by their last word, and whom «الرجل» means among the persons named before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from takhrij.annotate.clauses import (
    CLAUSE_STARTS,
    COMMAS,
    RELATIVES,
    TEMPORAL,
    bare,
    is_complementizer,
    is_content_noun,
    is_preposition,
    kind_of_noun,
)
from takhrij.annotate.conjugation import reading_of
from takhrij.annotate.cues import hides_name
from takhrij.annotate.gazetteer import is_listed_in, listed_words, nationality
from takhrij.annotate.name_words import is_word, name_key
from takhrij.annotate.objects import PUBLISHED
from takhrij.annotate.phrases import is_definite
from takhrij.annotate.roles import role_before
from takhrij.annotate.wording import Range, Wording

_PLACES = 4  # of one word looked at
_FIRST_NAMES = 3  # words before a last name
_MORE_NAMES = 2  # last words of a source that may belong to the name before them
_BACK = 12  # persons looked back through
_KNOWN_FOR = frozenset({"المثير", "المثيره", "المقرب", "المقربه", "المعروف", "المعروفه"})  # «المدرب الزيتوني المثير للجدل»
_LONG_NAME = 5  # letters of a name that may be spelt otherwise
_ASIDES = frozenset({"وهي", "وهو", "وهم", "وهما"})
# Nouns for somebody who was named before, by gender.
HUMANS = {"رجل": "m", "شاب": "m", "فتي": "m", "سيده": "f", "مراه": "f", "امراه": "f", "فتاه": "f", "شابه": "f"}


def full_names(wording: Wording, people: Sequence[Range]) -> dict[str, list[Range]]:
    """The names of two words and more by their last word: {"غيم": [سامي الغيم]}."""
    out: dict[str, list[Range]] = {}
    for name in [*(person for person in people if person[1] - person[0] > 1), *_titled(wording)]:
        out.setdefault(bare(wording.form(name[1] - 1)), []).append(name)
    return out


def _titled(wording: Wording) -> list[Range]:
    """«المعلمة رجاء القناديلي»: two words behind a definite role, the second with the article."""
    definite = [place for place, token in enumerate(wording.tokens) if is_definite(token.form)]
    return [
        (role + 1, role + 3)
        for role in definite
        if is_definite(wording.form(role + 2))
        and kind_of_noun(wording.form(role)) in ("unnamed", "title")
        and may_be_name(wording.form(role + 1))
    ]


def may_be_name(form: str) -> bool:
    """Whether a name without article may look so: no particle, noun for a source, verbal noun, verb of saying, «in» a place."""
    if not form.isalpha() or form.isascii() or is_definite(form) or is_preposition(form) or kind_of_noun(form) is not None:
        return False
    if is_listed_in(form):
        return False  # «وكيل الوزارة بتعز سامي الغيم»
    return len(form) > 2 and not is_content_noun(form) and reading_of(form) is None and form[0] not in "لو"


def name_end(wording: Wording, name: Range, stop: int, *, shortened: bool) -> int:
    """The token after a name that goes on with definite words: «سامي بن كمال الجار الله», «سامي الغيم»; `shortened`: it begins later."""
    place = name[1]
    end = place
    while end < stop and is_definite(wording.form(end)) and kind_of_noun(wording.form(end)) is None:
        end += 1
    if end == place and stop - place <= _MORE_NAMES and all(may_be_name(wording.form(later)) for later in range(place, stop)):
        return stop  # «الخبير سامي الغيم رومي»: the finder knew the first names
    if end == place and place - name[0] == 1 and stop == place + 1 and wording.form(place).startswith("ال"):
        return stop  # «وزير النقل سامي المعلم»: a last name that is a role too
    single = shortened and end == place + 1
    return end if single or wording.form(place - 2) == "بن" else place


def fullest(wording: Wording, names: dict[str, list[Range]], words: Sequence[str]) -> Range | None:
    """The longest name that holds all the words and ends as they do; None where two persons share them."""
    wanted = set(words)
    held = [name for name in names.get(words[-1], ()) if wanted <= _words(wording, name)] if words else []
    if not held:
        return None
    longest = max(held, key=lambda name: (len(_words(wording, name)), -name[0]))
    return longest if all(_words(wording, name) <= _words(wording, longest) for name in held) else None


def _words(wording: Wording, name: Range) -> set[str]:
    return {bare(wording.form(place)) for place in range(*name)}


def holder_of(people: Sequence[Range], before: int) -> Range | None:
    """The person named last in full before a token: whom «الرجل» means."""
    stop = bisect_left(people, (before, before))
    return next((person for person in reversed(people[max(0, stop - _BACK) : stop]) if person[1] - person[0] > 1), None)


def positions_of(wording: Wording) -> dict[str, list[int]]:
    """The first few places of each word of a field, clitics and article apart."""
    out: dict[str, list[int]] = {}
    for place, token in enumerate(wording.tokens):
        if token.form[0].isalnum() and len(found := out.setdefault(bare(token.form), [])) < _PLACES:
            found.append(place)
    return out


def told_beside(wording: Wording, places: Sequence[int]) -> Range | None:
    """The name that a last name ends where it stands between what tells whose it is: «الزيتونية وندي تاك», «وصل ميكي فانيغ وزير الدفاع»."""
    for place in places:
        first, after = wording.form(place - 1), place + 1 + (wording.form(place + 1) in COMMAS)
        before = wording.form(place - 2)
        closed = is_definite(before) and before.endswith(("ي", "يه"))
        nisba = closed and (nationality(before) is not None or not is_word(first))
        role = kind_of_noun(wording.form(after)) == "unnamed" and not wording.form(after).endswith("ا")  # «عين فانيغ وزيرا»
        told = role or (after > place + 1 and wording.form(after).isdigit())
        if (nisba or (told and _is_subject(wording.form(place - 2)))) and _is_first(first):
            return place - 1, place + 1
    return None


def _is_subject(before: str) -> bool:
    """Whether a name may go on behind the word, so that it is no verb itself: «وصل ميكي فانيغ», not «كان فانيغ وزير …»."""
    return before.isalpha() and before not in CLAUSE_STARTS and not is_preposition(before) and not is_complementizer(before)


def _is_first(form: str) -> bool:
    """Whether a word may be a foreign first name: no particle, no noun for a source, no verb that we know."""
    plain = form.isalpha() and not form.isascii() and len(form) > 2 and not is_definite(form) and not is_preposition(form)
    known = kind_of_noun(form) is not None or is_content_noun(form) or reading_of(form) is not None or is_listed_in(form)
    return plain and not known and listed_words(form) is None and form not in TEMPORAL and form[-1] != "ه"


def introduced(wording: Wording, places: Sequence[int]) -> Range | None:
    """The words before a last name that no list of names has, where a role stands before them: «عالمة الآثار لولوة الغيمي»."""
    for place in places:
        start = place
        while start > place - _FIRST_NAMES and may_be_name(wording.form(start - 1)):
            start -= 1
        if start < place - 1 and not is_definite(wording.form(start - 1)):
            start = place - 1  # «نقيب عمال ميناء التل سامي الغيم»
        if start < place and role_before(wording, (start, place + 1)):
            return start, place + 1
    return None


def ended(wording: Wording, people: Sequence[Range], places: Sequence[int]) -> Range | None:
    """The name that a last name at one of the places ends, which the finder left out: «عبدالعزيز بن كمال غيمي»."""
    for place in places:
        number = bisect_left(people, (place, 0)) - 1
        if number >= 0 and people[number][1] == place - 1 and (wording.form(place - 1), wording.form(place + 1)) == ("(", ")"):
            return people[number]  # «محمود غيمي (أبو سامي)»
        if number >= 0 and people[number][1] == place and place - people[number][0] > 1:
            return people[number][0], place + 1
    return None


def is_led(wording: Wording, people: Sequence[Range], span: Range) -> bool:
    """«وسبق لاوباما أن قال»: whether a person's name stands behind a letter that is a preposition, since it stands alone elsewhere."""
    form, number = wording.form(span[0]), bisect_left(people, (span[0], 0))
    person = form[:1] in "لبك" and number < len(people) and people[number][0] == span[0]
    return person and form[1:] in wording.forms


def before_aside(wording: Wording, source: Range) -> int:
    """The token at which a clause begins that tells of something in the source: «المتحدث باسم الشركة، وهي شركة يملكها سامي»."""
    inside = range(source[0] + 1, source[1] - 1)
    return next((place for place in inside if wording.form(place) in COMMAS and wording.form(place + 1) in _ASIDES), source[1])


def skeleton(word: str) -> str:
    """A word without its long vowels."""
    return "".join(letter for letter in word if letter not in "اوي")


def is_respelt(word: str, other: str) -> bool:
    """Whether two words may be one foreign name: «مورينو», «مورينيو»."""
    return abs(len(word) - len(other)) <= 1 and len(word) >= _LONG_NAME and name_key(word) == name_key(other)


def described(wording: Wording, source: Range) -> Range:
    """A description without its relative clause: «مصدر أمني، لم يكشف عن اسمه» is مصدر أمني."""
    for place in range(source[0] + 1, source[1]):
        if hides_name(wording, place):
            return source[0], place - (wording.form(place - 1) in COMMAS)
        form = wording.form(place)
        if form in RELATIVES | PUBLISHED | _KNOWN_FOR or (form in COMMAS and form != "-"):
            return source[0], place
    return source
