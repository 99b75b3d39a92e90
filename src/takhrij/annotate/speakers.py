"""Resolves sources to whom they mean: «وأضاف» to the speaker before, «المصدر» to the مصدر named earlier, «الغيم» to «سامي الغيم»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from takhrij.annotate.clauses import COMMAS, RELATIVES, bare, kind_of_noun
from takhrij.annotate.cues import hides_name
from takhrij.annotate.full_names import HUMANS, full_names, fullest, holder_of
from takhrij.annotate.names import name_in
from takhrij.annotate.sources import Range, head_kind, source_kind_of
from takhrij.annotate.wording import Wording

_NEAR = 3  # speakers among which a verb looks for one that it agrees with
_REMEMBERED = 40  # speakers looked back through; articles name fewer
_SAME = frozenset("نفسه نفسها ذاته ذاتها عينه انفسهم هذا هذه ذلك تلك هولاء اعلاه المذكور المذكوره".split())  # noqa: SIM905
_PRESS = frozenset("صحفي صحفيه صحافي صحافيه مراسل مراسله كاتب كاتبه اعلامي اعلاميه".split())  # noqa: SIM905
# Short names of a state, and its full names, the fullest first: the one that the article gives is the speaker's.
_SHORT_NAMES = frozenset({"امريكا", "اميركا", "واشنطن"})
_FULL_NAMES = ("الولايات المتحدة الأمريكية", "الولايات المتحدة الأميركية", "الولايات المتحدة")
_POINTING = frozenset({"هذا", "هذه", "ذلك", "تلك", "هولاء"})
_MARKS = '"«»“”'
_STATEMENTS = frozenset("بيان تصريح تغريده رساله خطاب منشور تدوينه".split())  # noqa: SIM905


@dataclass(slots=True)
class Speaker:
    """Somebody who was quoted: the name as written, its kind, and the nouns he was called by."""

    name: str
    kind: str
    words: frozenset[str]
    heads: set[str]
    gender: str | None = None


class Roll:
    """The speakers of a document so far, the latest last."""

    def __init__(self, wording: Wording, people: Sequence[Range]) -> None:
        self.wording, self.people = wording, people
        self.speakers: list[Speaker] = []
        self.media: list[Speaker] = []
        self.names = full_names(wording, people)

    @property
    def latest(self) -> Speaker | None:
        """Who spoke last."""
        return self.speakers[-1] if self.speakers else None

    def recall(self, speaker: Speaker) -> Speaker:
        """Make a speaker the latest."""
        self.speakers = [*[other for other in self.speakers if other is not speaker][-_REMEMBERED:], speaker]
        return speaker

    def implied(self, gender: str | None) -> Speaker | None:
        """Who is meant where no source is named: the latest speaker that the verb agrees with (وأضاف, وأضافت)."""
        near = list(reversed(self.speakers[-_NEAR:]))
        if gender is None or not near or near[0].gender in (None, gender):
            return self.latest
        agreeing = next((speaker for speaker in near if speaker.gender == gender), None)
        return self.latest if agreeing is None else self.recall(agreeing)

    def resolve(self, source: Range, gender: str | None = None) -> tuple[Speaker, str]:
        """The speaker whom a source phrase means, known or new, and the kind of source that the phrase is."""
        speaker, kind = self._resolved(source)
        speaker.gender = gender or speaker.gender
        return speaker, kind

    def _resolved(self, source: Range) -> tuple[Speaker, str]:
        name = name_in(self.wording, source, self.people)
        kind = source_kind_of(self.wording, source, name)
        words = self._words(source)
        if kind == "document" and words[:1] and words[0] in _STATEMENTS and self._points(source, words) and self.latest:
            return self.latest, "document"
        known = self._known(source, name, words)
        if known is not None:
            known.heads.update(self._heads(source))
            return self.recall(known), known.kind
        span = name or self._described(source)
        if name is not None or head_kind(self.wording, source) is None:
            full = fullest(self.wording, self.names, self._words(span))
            span, kind = (span, kind) if full is None else (full, "person")
        called = self._state(span) or _unmarked(self.wording.words(*span))
        speaker = Speaker(called, kind, frozenset(self._words(span)), self._heads(source))
        return self.recall(speaker), kind

    def _state(self, span: Range) -> str | None:
        """The full name of the state that a short one means, if the article gives it."""
        if span[1] - span[0] > 1 or self.wording.form(span[0]) not in _SHORT_NAMES:
            return None
        return next((name for name in _FULL_NAMES if name in self.wording.text), None)

    def remember(self, medium: Range) -> None:
        """Keep a carrier in mind, so that «الوكالة» means it later on; it is not who spoke last."""
        if not any(frozenset(self._words(medium)) <= speaker.words for speaker in [*self.speakers, *self.media]):
            words = frozenset(self._words(medium))
            told = Speaker(_unmarked(self.wording.words(*medium)), "outlet", words, self._heads(medium))
            self.media = [*self.media[-_REMEMBERED:], told]

    def _words(self, span: Range) -> list[str]:
        tokens = self.wording.tokens[span[0] : span[1]]
        return [bare(token.form) for token in tokens if token.is_word and token.form not in _SAME]

    def _heads(self, source: Range) -> set[str]:
        """The nouns and adjectives by which the source may be called again: all definite or role words of its phrase."""
        forms = [token.form for token in self.wording.tokens[source[0] : source[1]] if token.is_word]
        return {bare(form) for number, form in enumerate(forms) if number == 0 or kind_of_noun(form) in ("unnamed", "title", "vague")}

    def _described(self, source: Range) -> Range:
        """A description without its relative clause: «مصدر أمني، لم يكشف عن اسمه» is مصدر أمني."""
        for place in range(source[0] + 1, source[1]):
            if hides_name(self.wording, place):
                return source[0], place - (self.wording.form(place - 1) in COMMAS)
            if self.wording.form(place) in RELATIVES or (self.wording.form(place) in COMMAS and self.wording.form(place) != "-"):
                return source[0], place
        return source

    def _points(self, source: Range, words: list[str]) -> bool:
        first = self.wording.form(source[0])
        return len(words) == 1 and (first.startswith(("ال", "لل")) or first in _POINTING)

    def _known(self, source: Range, name: Range | None, words: list[str]) -> Speaker | None:
        if not words:
            return self.latest
        if name is not None:
            return self._person(self._words(name))
        brief = self._words(self._described(source))  # «الغيم الذي عاد أمس»
        if head_kind(self.wording, source) is None and len(brief) <= 2:
            person = self._person(brief)
            if person is not None:
                return person
        return self._equal(words) or self._called(source, words)

    def _person(self, words: list[str]) -> Speaker | None:
        """The person of that name, or whose last name it is."""
        for speaker in reversed(self.speakers):
            if speaker.kind == "person" and words and set(words) <= speaker.words:
                return speaker
        return None

    def _equal(self, words: list[str]) -> Speaker | None:
        wanted = frozenset(words)
        return next((speaker for speaker in reversed([*self.media, *self.speakers]) if speaker.words == wanted), None)

    def _called(self, source: Range, words: list[str]) -> Speaker | None:
        """«المتحدث», «تلك المصادر», «المستشار العسكري»: definite, and an earlier source began so."""
        first = self.wording.form(source[0])
        definite = (
            first.startswith(("ال", "لل", "بال"))
            or first in _POINTING
            or any(self.wording.form(place) in _SAME for place in range(source[0], source[1]))
        )
        if first.startswith("ال") and words[0] in HUMANS:
            return self._human(source, words[0])
        if not definite or len(words) > 2:
            return None
        near = reversed([*self.media, *self.speakers])
        called = next((speaker for speaker in near if words[0] in speaker.heads and self._fits(speaker, words)), None)
        return called or self._by_role(source, words[0])

    def _by_role(self, source: Range, head: str) -> Speaker | None:
        """«المسؤول» where nobody of that role has spoken yet, but one was named: «زار المسؤول سامي الغيم المرفأ»."""
        person = holder_of(self.wording, self.people, head, source[0]) if kind_of_noun(head) == "unnamed" or head in _PRESS else None
        if person is None:
            return None
        words = self._words(person)
        return self._person(words) or Speaker(self.wording.words(*person), "person", frozenset(words), {head})

    def _human(self, source: Range, head: str) -> Speaker | None:
        """«الرجل», «السيدة البالغة …»: the person of that gender who spoke last, else the one named last."""
        spoken = (speaker for speaker in reversed(self.speakers) if speaker.kind == "person" and speaker.gender == HUMANS[head])
        return next(spoken, None) or self._by_role(source, head)

    def _fits(self, speaker: Speaker, words: list[str]) -> bool:
        return len(words) == 1 or speaker.kind == "person" or set(words) <= speaker.words


def _unmarked(name: str) -> str:
    """A name without marks round the whole of it."""
    inner = name[1:-1]
    marked = len(name) > 2 and name[0] in _MARKS and name[-1] in _MARKS and not any(mark in inner for mark in _MARKS)
    return inner.strip() if marked else name
