"""Headlines: the speaker before a colon («وزير النقل: الجسر آمن») or before a verb («الغيم يتهم الوزير بالتقصير»)."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.annotate.actors import ACTS
from takhrij.annotate.carriers import addressee_at
from takhrij.annotate.clauses import HEADLESS, RELATIVES, is_content_noun, is_preposition, kind_of_noun, starts_adjunct
from takhrij.annotate.conjugation import IMPERFECT, reading_of
from takhrij.annotate.contents import mode_of, trimmed
from takhrij.annotate.cues import Cue
from takhrij.annotate.drafts import Draft
from takhrij.annotate.gazetteer import listed_words
from takhrij.annotate.name_words import given_name
from takhrij.annotate.sources import head_kind
from takhrij.annotate.wording import Range, Wording

_LONGEST = 8  # tokens before the colon
_SHORTEST = 2  # words behind it
_SHORTEST_VERB = 4  # letters
_BOUNDS = frozenset({":", ".", "..", "…", "؟", "!", "|", "؛"})
_NO_SPEAKERS = frozenset({"شاهد", "بالفيديو", "بالصور", "فيديو", "صور"})  # «شاهد: ماذا حدث»
_SPEAKING = ("unnamed", "organization", "outlet", "document", "vague", "title")


def headline_of(wording: Wording, people: Sequence[Range]) -> list[Draft]:
    """The attribution by the first colon of a title, if what stands before it can speak; «العراق: مقتل ثلاثة» names only a topic."""
    stop = len(wording.tokens)
    colon = next((place for place in range(min(stop, _LONGEST + 1)) if wording.form(place) == ":"), None)
    if not colon or stop - colon - 1 < _SHORTEST:
        return []
    source = trimmed(wording, 0, colon)
    told = next((place for place in range(1, colon) if addressee_at(wording, place, colon) is not None), None)
    medium = None if told is None else addressee_at(wording, told, colon)  # «الغيم لـ«صوت التل»: …»
    source = source if told is None else trimmed(wording, 0, told)
    if told is None and not _can_speak(wording, source, colon, people):
        return []
    inner = trimmed(wording, colon + 1, stop)
    if inner[0] >= inner[1]:
        return []
    mode = mode_of(wording, *inner, quoted=wording.opens(colon + 1) and inner[0] > colon + 1)
    return [Draft([(colon, colon + 1)], [inner], source, [medium] if medium else [], "neutral", mode)]


def subject_of_headline(wording: Wording, cue: Cue) -> Range | None:
    """The noun phrase that a headline begins with, for a verb in the present right behind it, or behind «… و» later on.

    «الغيم يزور التل ويتهم الوزير بالتقصير»: الغيم.
    """
    if not wording.headline or cue.participle or cue.reading.shape != IMPERFECT or cue.reading.person != 3:
        return None
    begin = next((place + 1 for place in range(cue.first - 1, -1, -1) if wording.form(place) in _BOUNDS), 0)
    if cue.joined and begin == cue.first:  # «الغيم يغرد عن الحكومة.. ويؤكد كذا»
        begin = 0
    verb = next((place for place in range(begin, cue.first + 1) if place == cue.first or _is_verb(wording, place)), cue.first)
    phrase = trimmed(wording, begin, verb)
    if not 0 < phrase[1] - phrase[0] <= _LONGEST or (verb < cue.first and not cue.joined):
        return None
    first = wording.form(phrase[0])
    broken = any(wording.form(place) in RELATIVES or wording.form(place) in _BOUNDS for place in range(*phrase))
    return None if broken or is_preposition(first) or starts_adjunct(first, wording.form(phrase[0] + 1)) or first in HEADLESS else phrase


def _is_verb(wording: Wording, place: int) -> bool:
    """Whether a word looks like a verb in the present: «يهدد», «تدرس»; no name, no noun that we know."""
    form = wording.form(place)
    known = reading_of(form) is not None or form in ACTS
    looks = form[:1] in ("ي", "ت") and len(form) >= _SHORTEST_VERB and not is_content_noun(form) and kind_of_noun(form) is None
    return known or (looks and listed_words(form) is None and given_name(form) is None)


def _can_speak(wording: Wording, source: Range, colon: int, people: Sequence[Range]) -> bool:
    if source[0] >= source[1] or wording.form(source[0]) in _NO_SPEAKERS:
        return False
    if any(wording.form(place) in (".", "…", "؟", "،") for place in range(*source)):
        return False
    if head_kind(wording, source) in _SPEAKING or any(start < source[1] for start, _ in people):
        return True
    return wording.opens(colon + 1)
