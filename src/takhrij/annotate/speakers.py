"""Resolves sources to whom they mean: «وأضاف» to the speaker before, «المصدر» to the مصدر named earlier, «الغيم» to «سامي الغيم»."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from takhrij.annotate.actors import HONORIFICS, actor_before
from takhrij.annotate.bodies import body_before, body_name
from takhrij.annotate.clauses import PRONOUNS, SEVERAL, bare, is_many, kind_of_noun, starts_adjunct
from takhrij.annotate.conjugation import reading_of
from takhrij.annotate.full_names import (
    HUMANS,
    before_aside,
    described,
    ended,
    full_names,
    fullest,
    holder_of,
    introduced,
    is_led,
    is_respelt,
    may_be_name,
    name_end,
    positions_of,
    skeleton,
    told_beside,
)
from takhrij.annotate.gazetteer import is_listed_body, listed_words, nationality
from takhrij.annotate.name_words import is_unusual
from takhrij.annotate.names import name_in
from takhrij.annotate.phrases import EXCELLENCIES, is_also, is_definite, is_governed, is_joined, unmarked, without_for
from takhrij.annotate.roles import (
    Holder,
    describes,
    head_stem,
    heads_in,
    holder,
    holders_of,
    is_general,
    is_of_trade,
    is_official,
    later_holder,
    role_before,
    stem,
    stems_of,
)
from takhrij.annotate.sources import head_kind, source_kind_of
from takhrij.annotate.wording import Range, Wording

_NEAR = 3  # speakers among which a verb looks for one that it agrees with
_REMEMBERED = 40  # speakers looked back through; articles name fewer
_SAME_WORDS = "ذات نفس نفسه نفسها ذاته ذاتها عينه عينها عينهم ذاتهم نفسهم انفسهم هذا هذه ذلك تلك هولاء اعلاه المذكور المذكوره"
_SAME = frozenset(_SAME_WORDS.split()) | HONORIFICS
# Short names of a state, and its full names, the fullest first: the one that the article gives is the speaker's.
_SHORT_NAMES = frozenset({"امريكا", "اميركا", "واشنطن"})
_ADJECTIVES = frozenset({"امريكي"})  # «تحذيرات أميركية من …»
_FULL_NAMES = ("الولايات المتحدة الأمريكية", "الولايات المتحدة الأميركية", "الولايات المتحدة")
_POINTING = frozenset({"هذا", "هذه", "ذلك", "تلك", "هولاء"})
_FEWEST_BONES = 4  # letters of a short name without long vowels
_SHORTEST_NAME = 2  # letters of «الفي» without what looks like an article
_LATTER = frozenset({"اخير", "اخيره"})
# Who a story is about sooner than who tells it.
_STARS = frozenset("لاعب لاعبه نجم نجمه فنان فنانه مطرب مطربه مغني شاعر شاعره روايي مخرج سايق مواطن مواطنه".split())  # noqa: SIM905
_STATEMENTS = frozenset("بيان تصريح تغريده رساله خطاب منشور تدوينه".split())  # noqa: SIM905


@dataclass(slots=True)
class Speaker:
    """Somebody who was quoted: the name as written, its kind, and the nouns he was called by."""

    name: str
    kind: str
    words: frozenset[str]
    heads: set[str]
    gender: str | None = None
    plural: bool = False
    aside: bool = False  # has spoken last within what another said
    roles: set[str] = field(default_factory=set)


class Roll:
    """The speakers of a document so far, the latest last."""

    def __init__(self, wording: Wording, people: Sequence[Range]) -> None:
        self.wording, self.people = wording, people
        self.speakers: list[Speaker] = []
        self.media: list[Speaker] = []
        self.names = full_names(wording, people)
        self.holders = holders_of(wording, people)
        self.by_surname: dict[str, list[Holder]] = {}
        for held in self.holders:
            self.by_surname.setdefault(bare(wording.form(held.name[1] - 1)), []).append(held)
        self.places: dict[str, list[int]] | None = None

    @property
    def latest(self) -> Speaker | None:
        """Who spoke last."""
        return self.speakers[-1] if self.speakers else None

    def recall(self, speaker: Speaker) -> Speaker:
        """Make a speaker the latest."""
        self.speakers = [*[other for other in self.speakers if other is not speaker][-_REMEMBERED:], speaker]
        return speaker

    def implied(self, gender: str | None, *, plural: bool = False) -> Speaker | None:
        """Who is meant where no source is named: the latest speaker that the verb agrees with (وأضاف, وأضافت, وأضافوا)."""
        near = list(reversed(self.speakers if plural else self.speakers[-_NEAR:]))
        if not near or _agrees(near[0], gender, plural=plural):
            return self.latest
        if plural and near[0].kind in ("person", "unnamed") and not any(speaker.plural for speaker in near):
            return None  # «وقالوا» behind one man's words
        agreeing = next((speaker for speaker in near if _agrees(speaker, gender, plural=plural)), None)
        return self.latest if agreeing is None else self.recall(agreeing)

    def person(self, gender: str) -> Speaker | None:
        """Whom «عنه» means: the person of that gender who spoke last."""
        people = (speaker for speaker in reversed(self.speakers) if speaker.kind == "person" and not speaker.aside)
        return next((speaker for speaker in people if speaker.gender in (None, gender)), self.latest)

    def resolve(self, source: Range, gender: str | None = None) -> tuple[Speaker, str]:
        """The speaker whom a source phrase means, known or new, and the kind of source that the phrase is."""
        speaker, kind = self._resolved(source)
        speaker.gender = gender or speaker.gender
        speaker.roles |= stems_of(self._forms(source))
        return speaker, kind

    def _resolved(self, source: Range) -> tuple[Speaker, str]:
        name = self._name(source)
        kind = source_kind_of(self.wording, source, name)
        words = self._words(source)
        if kind == "document" and words[:1] and words[0] in _STATEMENTS and self._points(source, words) and self.latest:
            told = (speaker for speaker in reversed(self.speakers) if speaker.kind == "document" and words[0] in speaker.words)
            return next(told, self.latest), "document"  # «جاء في بيان رسمي أن … . وأضاف البيان أن …»
        known = self._known(source, name, words)
        if known is not None:
            known.heads.update(self._heads(source))
            return self.recall(known), known.kind
        if name is None and kind == "unnamed":
            name = self._named_again(source)
        span = name or described(self.wording, source)
        if name is not None or head_kind(self.wording, source) is None:
            kind = "person" if name is not None else kind
            full = self._full(span)
            span, kind = (span, kind) if full is None else (full, "person")
        body = body_before(self.wording, span)
        called = self._state(span) or (self._written(span) if body is None else body_name(self.wording, body, span))
        span = body or span
        speaker = Speaker(called, kind, frozenset(self._words(span)), self._heads(source), plural=self._is_plural(source, kind))
        if kind == "person":
            self._give_roles(speaker)
        return self.recall(speaker), kind

    def _written(self, span: Range) -> str:
        """A source's words without what binds them to the words before: «وفقا لوزارة النقل» is وزارة النقل."""
        words, form = self.wording.words(*span), self.wording.form(span[0])
        if is_governed(self.wording, span[0]):
            return unmarked(without_for(words))
        return unmarked(words[1:] if is_joined(form) or is_also(form) or is_led(self.wording, self.people, span) else words)

    def _name(self, source: Range) -> Range | None:
        """The name in a source; what the source begins with is it sooner than what stands behind a title: «سامي الغيم الأستاذ الزائر»."""
        source = source[0], before_aside(self.wording, source)
        number = bisect_left(self.people, (source[0], 0))
        first = self.people[number] if number < len(self.people) else None
        if first is not None and first[0] == source[0] and first[1] - first[0] > 1 and first[1] <= source[1]:
            return first
        name = name_in(self.wording, source, self.people)
        if name is not None and name[0] == source[0] + 1 and self._is_first(source[0]):
            name = source[0], name[1]
        if name is not None:
            start = self._name_start(name)
            name = start, name_end(self.wording, name, source[1], shortened=start > name[0])
        return None if name is not None and all(self.wording.form(place) in PRONOUNS for place in range(*name)) else name

    def _is_first(self, place: int) -> bool:
        """Whether a word right before a name that was found is the first of it: «زكنية سامي الغيم»."""
        form = self.wording.form(place)
        return may_be_name(form) and nationality(form) is None and not (form.endswith(("ي", "يه")) or starts_adjunct(form, ""))

    def _name_start(self, name: Range) -> int:
        """Where the person begins in words that begin with a place: «بمنطقة التل سامي»."""
        if self.wording.form(name[0] - 1) == "في" and listed_words(self.wording.form(name[0])) is not None:
            return name[0] + (name[1] - name[0] > 1)  # «مدير المتحف في التل سامي»
        if not self.wording.form(name[0]).startswith("ب"):
            return name[0]
        number = bisect_left(self.people, name)
        return self.people[number][0] if number < len(self.people) and self.people[number][1] <= name[1] else name[0]

    def _full(self, span: Range) -> Range | None:
        """The full name that ends as a short one does: one of a person found in the field, or one behind a role."""
        words = self._words(span)
        full = fullest(self.wording, self.names, words)
        unknown = full is None and len(words) == 1 and words[0] not in self.names
        if unknown and len(words[0]) > _SHORTEST_NAME and kind_of_noun(words[0]) is None:
            self.places = positions_of(self.wording) if self.places is None else self.places
            places = self.places.get(words[0], ())
            full = ended(self.wording, self.people, places) or introduced(self.wording, places)
            if full is None and not is_definite(self.wording.form(span[0])):
                return told_beside(self.wording, places)
            if full is not None:
                held = holder(full, role_before(self.wording, full))
                insort(self.holders, held, key=lambda one: one.name[0])
                self.by_surname.setdefault(words[0], []).append(held)
        return full

    def _named_again(self, source: Range) -> Range | None:
        """The name that a role ends with where its last word speaks alone later: «قال نقيب البحارة سامي الغيم … . وأضاف الغيم …»."""
        last = source[1] - 1
        self.places = positions_of(self.wording) if self.places is None else self.places
        later = (place for place in self.places.get(bare(self.wording.form(last)), ()) if place > last)
        speaks = any(reading_of(self.wording.form(place - 1)) is not None for place in later)
        full = introduced(self.wording, [last]) if speaks and is_definite(self.wording.form(last)) else None
        return full if full is not None and full[0] > source[0] else None

    def _give_roles(self, speaker: Speaker) -> None:
        """Let a person be called by the roles that are told beside the name anywhere."""
        for held in (held for word in speaker.words for held in self.by_surname.get(word, ())):
            if set(self._words(held.name)) <= speaker.words:
                speaker.roles |= held.words
                speaker.heads |= held.heads

    def _state(self, span: Range) -> str | None:
        """The full name of the state that a short one or an adjective means, if the article gives it."""
        form = self.wording.form(span[0])
        if span[1] - span[0] > 1 or (form not in _SHORT_NAMES and stem(form) not in _ADJECTIVES):
            return None
        return next((name for name in _FULL_NAMES if name in self.wording.text), None)

    def remember(self, medium: Range) -> None:
        """Keep a carrier in mind, so that «الوكالة» means it later on; it is not who spoke last."""
        if not any(frozenset(self._words(medium)) <= speaker.words for speaker in [*self.speakers, *self.media]):
            words = frozenset(self._words(medium))
            roles = {stem(form) for form in self._forms(medium)}
            told = Speaker(unmarked(self.wording.words(*medium)), "outlet", words, self._heads(medium), roles=roles)
            self.media = [*self.media[-_REMEMBERED:], told]

    def _forms(self, span: Range) -> list[str]:
        forms = [token.form for token in self.wording.tokens[span[0] : span[1]] if token.is_word and token.form not in _SAME]
        if forms and is_governed(self.wording, span[0]):
            forms[0] = without_for(forms[0])
        elif forms and is_led(self.wording, self.people, span):
            forms[0] = forms[0][1:]
        return forms

    def _words(self, span: Range) -> list[str]:
        return [bare(form) for form in self._forms(span)]

    def _is_plural(self, source: Range, kind: str) -> bool:
        return kind == "vague" or is_many(self.wording.form(source[0]))

    def _heads(self, source: Range) -> set[str]:
        """The nouns by which the source may be called again: its first word and the nouns for people in its phrase."""
        forms = self._forms(source)
        return {head_stem(form) for form in forms[:1]} | heads_in(forms)

    def _points(self, source: Range, words: list[str]) -> bool:
        first = self.wording.form(source[0])
        return len(words) == 1 and (first.startswith(("ال", "لل")) or first in _POINTING)

    def _known(self, source: Range, name: Range | None, words: list[str]) -> Speaker | None:
        if not words:
            return self.latest or self._last_named(source)
        if name is not None:
            return self._person(self._words(name))
        brief = self._words(described(self.wording, source))  # «الغيم الذي عاد أمس»
        if head_kind(self.wording, source) is None and len(brief) <= 2:
            person = self._person(brief)
            if person is not None:
                return person
        return self._equal(words) or self._spelled(words) or self._pointed_at(source, words)

    def _person(self, words: list[str]) -> Speaker | None:
        """The person of that name, or whose last name it is."""
        for speaker in reversed(self.speakers):
            if speaker.kind == "person" and words and set(words) <= speaker.words:
                return speaker
        if len(words) != 1 or not is_unusual(words[0]):
            return None
        alike = (one for one in reversed(self.speakers) if one.kind == "person" and any(is_respelt(words[0], word) for word in one.words))
        return next(alike, None)  # «مورينو» for «جوزيه مورينيو»

    def _equal(self, words: list[str]) -> Speaker | None:
        wanted = frozenset(words)
        return next((speaker for speaker in reversed([*self.media, *self.speakers]) if speaker.words == wanted), None)

    def _spelled(self, words: list[str]) -> Speaker | None:
        """A body's short name, «زيتكوم» for «القيادة الزيتونية "زيتاكوم"», long vowels apart."""
        single = len(words) == 1 and kind_of_noun(words[0]) is None and not words[0].endswith(("ي", "يه"))
        bones = skeleton(words[0]) if single else ""
        if len(bones) < _FEWEST_BONES:
            return None
        bodies = (
            speaker
            for speaker in reversed([*self.media, *self.speakers])
            if speaker.kind in ("organization", "outlet") and " و" not in speaker.name
        )
        return next((speaker for speaker in bodies if any(skeleton(word) == bones for word in speaker.words)), None)

    def _pointed_at(self, source: Range, words: list[str]) -> Speaker | None:
        """«المتحدث», «تلك المصادر», «وزير النقل الشمالي»: definite, and an earlier source or name was called so."""
        first, brief = self.wording.form(source[0]), self._forms(described(self.wording, source))
        brief = brief[1:] if len(brief) > 1 and brief[0] in EXCELLENCIES else brief  # «سمو أمير التل»
        if first.startswith("ال") and words[0] in HUMANS:
            return self._human(source, words[0])
        pointing = first in _POINTING or any(self.wording.form(place) in _SAME for place in range(source[0], source[1]))
        definite = any(is_definite(form) or is_listed_body(form) for form in brief)  # «وزير خارجية زيتونيا»
        if not brief or not (pointing or definite):
            return None
        found = self._official(source, brief) or self._described_before(source, brief) or self._proper(brief)
        return found or self._called_again(source, brief) or self._medium(brief) or self._of_trade(brief)

    def _of_trade(self, brief: list[str]) -> Speaker | None:
        """«قال الغيم إن … . وأضاف المدرب الزيتوني أن …»: who spoke last, by what he is."""
        one = next((speaker for speaker in self.speakers[-1:] if speaker.kind == "person"), None)
        return one if one is not None and is_of_trade(brief, one.heads - one.words, one.roles - one.words) else None

    def _medium(self, brief: list[str]) -> Speaker | None:
        """«الأناضول» for «وكالة الأناضول الرسمية للأنباء»."""
        outlets = (speaker for speaker in reversed([*self.media, *self.speakers]) if speaker.kind == "outlet")
        media = (speaker for speaker in outlets if bare(brief[0]) in speaker.words)
        return next(media, None) if len(brief) == 1 and kind_of_noun(brief[0]) is None else None

    def _called_again(self, source: Range, brief: list[str]) -> Speaker | None:
        """«المصدر»: who spoke last; «الأخير»: who was named last; «اللاعب»: the only person named so far."""
        if len(brief) > 1:
            return None
        word = bare(brief[0])
        if word == "مصدر":
            return self.latest
        stop = bisect_left(self.people, (source[0], 0))
        named = {bare(self.wording.form(person[1] - 1)) for person in self.people[:stop]}
        return self._last_named(source) if word in _LATTER or (word in _STARS and len(named) == 1) else None

    def _official(self, source: Range, brief: list[str]) -> Speaker | None:
        """«تحدث أحد الدبلوماسيين عن الجسر. وقال المسؤول …»: who acted right before, if he can be called so."""
        actor = actor_before(self.wording, self.people, source[0] - 1, -1, far=False) if is_general(brief) else None
        if actor is None or not is_official(brief, heads_in(self._forms(actor.tokens))):
            return None
        return self._resolved(actor.tokens)[0]

    def _described_before(self, source: Range, brief: list[str]) -> Speaker | None:
        """Who fits a description best: the one who fits it wholly and spoke last, or was named last, else one who has its head alone."""
        near = [*reversed(self.media), *reversed(self.speakers)] if kind_of_noun(brief[0]) == "outlet" else [*reversed(self.speakers)]
        fits = [(2 * is_official(brief, speaker.heads) or describes(brief, speaker.heads, speaker.roles), speaker) for speaker in near]
        wholly = next((speaker for fit, speaker in fits if fit > 1), None)
        if wholly is not None or kind_of_noun(brief[0]) not in ("unnamed", "title", "outlet"):
            return wholly
        held = self._holder(source, brief, 2)
        if held is not None:
            return self._named(held)
        partly = next((speaker for fit, speaker in fits if fit == 1 and speaker.kind == "person"), None)
        held = None if partly is not None else self._holder(source, brief, 1) or later_holder(self.wording, self.holders, source[1], brief)
        return partly if held is None else self._named(held)

    def _holder(self, source: Range, brief: list[str], least: int) -> Holder | None:
        """The person named last before a source whose role the description tells."""
        stop = bisect_left(self.holders, source[0], key=lambda held: held.name[0])
        near = reversed(self.holders[max(0, stop - _REMEMBERED) : stop])
        return next((held for held in near if describes(brief, held.heads, held.words) >= least), None)

    def _last_named(self, source: Range) -> Speaker | None:
        person = holder_of(self.people, source[0])
        return None if person is None else self._named(Holder(person, frozenset(), frozenset()))

    def _named(self, held: Holder) -> Speaker:
        words = self._words(held.name)
        full = fullest(self.wording, self.names, words) or held.name
        known = self._person(words)
        return known or Speaker(self.wording.words(*full), "person", frozenset(self._words(full)), set(held.heads), roles=set(held.words))

    def _proper(self, brief: list[str]) -> Speaker | None:
        """«المنظمة», «الشركة»: a body that was called by a proper name alone, if it spoke last."""
        body = len(brief) == 1 and kind_of_noun(brief[0]) == "organization" and brief[0].startswith("ال")
        latest = self.latest
        if not body or latest is None or latest.plural or any(kind_of_noun(word) is not None for word in latest.words):
            return None
        return latest if latest.kind in ("organization", "person") and latest.gender == "f" else None

    def _human(self, source: Range, head: str) -> Speaker | None:
        """«الرجل», «السيدة البالغة …»: the person of that gender who spoke last, else the one named last."""
        spoken = (speaker for speaker in reversed(self.speakers) if speaker.kind == "person" and speaker.gender == HUMANS[head])
        if (speaker := next(spoken, None)) is not None:
            return speaker
        return self._last_named(source)


def _agrees(speaker: Speaker, gender: str | None, *, plural: bool) -> bool:
    """Whether a verb can have the speaker for its subject."""
    if plural:
        return speaker.plural
    if gender == "m" and speaker.plural and speaker.kind == "vague" and speaker.name.endswith(SEVERAL):
        return False  # «يرى كثيرون … . وقال …»
    return gender is None or speaker.gender in (None, gender)
