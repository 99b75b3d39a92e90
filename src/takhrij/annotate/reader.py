"""Walks from a cue towards its content and sorts the words between: source, carriers, circumstances."""

from __future__ import annotations

from takhrij.annotate import carriers
from takhrij.annotate.carriers import is_belonging
from takhrij.annotate.clauses import (
    ADDRESSEES,
    ADJUNCTS,
    BRACKETS,
    COMMAS,
    OPENERS,
    PRONOUNS,
    RELATIVES,
    SIBLINGS,
    TEMPORAL,
    TITLED,
    TURNS,
    WORKS,
    bare,
    is_complementizer,
    is_content_noun,
    is_listed,
    is_preposition,
    kind_of_noun,
    starts_adjunct,
)
from takhrij.annotate.conjugation import PARTICIPLE, reading_of
from takhrij.annotate.cues import Cue, hides_name
from takhrij.annotate.gazetteer import is_listed_body, listed_words
from takhrij.annotate.markers import after_bracket, after_marker
from takhrij.annotate.name_words import given_name, is_unusual, is_word
from takhrij.annotate.objects import (
    MANNER,
    described_end,
    goes_without,
    is_about,
    is_beside,
    is_demanded,
    is_denied,
    is_fixed,
    is_name_behind,
    is_of_body,
    is_owned_object,
    is_titled,
    may_be_led,
    points_back,
    says_on,
    tells_itself,
    tells_whence,
)
from takhrij.annotate.opened import PREPOSITIONS, Named, Opening
from takhrij.annotate.phrases import DEMONSTRATIVES, is_accusative, is_closed, is_definite, is_owned, starts_second
from takhrij.annotate.sources import head_kind
from takhrij.annotate.wording import QUOTE, Range, Wording

_SAYING = frozenset({"قوله", "قولها", "قولهم", "قايلا", "قائلا", "قايله", "بقوله", "بقولها", "بقولهم", "بالقول"})
_APPOSITION = 8  # tokens of a name behind a comma
_LONGEST_NAME = 4  # words of a name behind a comma
_BODY_OF = 3  # words of a body before whom it is of: «الاتحاد العام للصحفيين»
_OWN_WORDS = frozenset({"حديثه", "تصريحاته", "تصريحاتها", "مداخلته", "كلمته", "كلمتها"})
_OF_THINGS = frozenset({"نفي", "اكد", "استبعد"})
_ASIDES = frozenset("مما عما وهو وهي وهما وهم".split())  # noqa: SIM905 — «قالت ريما وهي تحمل العلم …»
_HEARERS = ("unnamed", "title", "vague", "organization")
_TITLED = frozenset({"بعنوان", "عنوان", "شعار", "مسمي", "اسم", "باسم"})
_SHORTEST_WORD = 4  # letters of a word that begins with ب by nature
_LONE_B = frozenset({"ب", "بال"})  # «بـ"الخطيرة"»
_BEFORE_DEEDS = frozenset("لدي خلال بعد قبل عقب عند حول اثناء فور اثر ضمن قبيل".split())  # noqa: SIM905 — «لدى مشاركته في …»


class Reader:
    """One walk; `marker` is the complementizer, colon or quotation that ends it, if there is one before `limit`."""

    def __init__(self, wording: Wording, cue: Cue, limit: int, marker: int | None, before: Range | None, named: Named) -> None:
        self.wording, self.cue, self.marker, self.before = wording, cue, marker, before
        stray = marker is not None and wording.form(marker - 1) == "الي" and "الى" not in cue.verb.governs  # «وأضاف المدير إلى أن …»
        self.limit = limit if marker is None else marker - stray
        self.named, self.names = named, named.ends
        self.governs = cue.verb.governs
        self.free = marker is None and goes_without(cue) and wording.form(cue.first - 1) not in RELATIVES
        self.place = cue.stop
        self.source: Range | None = None
        self.via: list[Range] = []
        self.more: list[Range] = []
        self.shorter: Range | None = None  # the source without what may be an apposition or the content
        self.begun: int | None = None  # where the phrase that is being read begins
        self.fallback: int | None = None  # «قال المدير، وصلت الفرق …»: the content begins after the comma

    def read(self) -> Opening | None:
        """The opening, or None."""
        while self.place < self.limit:
            if (content := self._content_here()) is not None:
                asked = self.wording.form(content) in PRONOUNS
                return self._opening(content, strong=self.marker is not None and (content > self.marker or asked))
            self._step()
        if self.marker is not None:
            return self._opening(after_marker(self.wording, self.marker), strong=True)
        if self.fallback is not None and (self.cue.verb.sort == "show" or (not self.cue.verb.plain and self.cue.verb.sort == "say")):
            self.source = self.source if self.shorter is None else self.shorter
            return self._opening(self.fallback, strong=False)
        return None

    def _opening(self, content: int, *, strong: bool) -> Opening | None:
        before = (self.wording.form(content - 1), self.wording.form(content - 2))
        if self.wording.opens(content) and (before[0] in _TITLED or not WORKS.isdisjoint(map(bare, before))):
            return None  # «اختتمت الدورة بعنوان "…"», «اختتم الفرع برنامجه التدريبي "…"»
        return Opening(content, self.source, self.via, self.more, strong)

    def _content_here(self) -> int | None:
        """The token where the content begins if it begins here without a complementizer."""
        form, after = self.wording.form(self.place), self.wording.form(self.place + 1)
        if PREPOSITIONS.get(form) in self.governs and not is_fixed(self.wording, self.place) and not starts_adjunct(form, after):
            return self._after_preposition()
        if "ب" in self.governs and may_be_led(form) and not is_complementizer(form) and self._takes_b(form):
            return self.place
        if "ب" in self.governs and form in _LONE_B and self.wording.opens(self.place + 1):
            return self.place
        if "من" in self.governs and form.startswith("من") and form in PRONOUNS and self.cue.verb.sort == "demand":
            return self.place  # «طلب منها أن تغادر»
        if "ل" in self.governs and form.startswith("ل") and is_content_noun(form[1:]):
            return self.place
        if "object" in self.governs and form not in ADJUNCTS and self._is_object(form):
            return self.place
        return self.place if self.free and self._says_on() else self._whom(form, after)

    def _says_on(self) -> bool:
        return self.fallback is None and self.place > self.cue.stop and says_on(self.wording, self.place, self.cue.stop)

    def _is_object(self, form: str) -> bool:
        if hides_name(self.wording, self.place - 1) or (self.marker is not None and self._in_relative()):
            return False
        if self.wording.form(self.place - 1) in TITLED or is_titled(self.wording, self.place):
            return False  # «أكدت الدكتورة أحلام الغيم أن …»
        if (form in RELATIVES and self.cue.verb.perfect != "نفي") or (self.place in self.names and given_name(form) == form):
            return False  # «أكد سامي العابدين توفيق تفاؤله»
        if is_content_noun(form) and is_closed(self.wording, self.place, self.cue.stop, sure=is_listed(form)):
            return True
        at_once = self.place == self.cue.stop or (self.place == self.cue.stop + 2 and self.wording.form(self.cue.stop) in MANNER)
        first, second = self.wording.form(self.cue.stop), self.place == self.cue.stop + 1
        before = self.wording.form(self.place - 1)
        last = form[0] != "و" and given_name(before) is None and bare(before) in self.named.surnames
        named = last or self.place in self.names or (second and is_unusual(first) and kind_of_noun(first) is None)
        if named and self.marker is None and self.cue.verb.perfect in _OF_THINGS and is_definite(form):
            return kind_of_noun(form) not in ("unnamed", "title", "outlet") and not starts_adjunct(form, "")  # «نفى سامي الغيم التقارير»
        clause = form == "اي" and (self.cue.joined or self.wording.form(self.cue.first - 1) in SIBLINGS)  # «لكنه نفى مجددا أي تورط»
        behind = self.place > self.cue.stop and (self.source is not None or self.begun is not None or clause)
        if behind and self.cue.verb.perfect in _OF_THINGS and is_denied(self.wording, self.cue, self.place):
            return True
        free = behind and self.marker is None and self.cue.verb.sort == "say" and not self._in_relative()
        if free and is_owned_object(self.wording, self.cue, self.place, named=self.place in self.names):
            return True
        if self.before is not None and at_once:
            return is_definite(form) and not starts_adjunct(form, self.wording.form(self.place + 1))
        if self.marker is None and self.cue.verb.sort != "claim" and is_of_body(self.wording, self.cue, self.place):
            return True
        shown = self.cue.verb.sort == "show" and self.place > self.cue.stop + 1 and form[0].isalpha()
        if shown and self.marker is None and is_definite(form):
            before = self.wording.form(self.place - 1)
            return before.endswith("يه") and not is_definite(before)  # «أظهرت لقطات تلفزيونية الجسر»
        clitic = form[0] in "بلوف" or is_preposition(form)
        thing = kind_of_noun(form) in (None, "document")
        return shown and is_definite(self.wording.form(self.place - 1)) and not is_definite(form) and not clitic and thing

    def _in_relative(self) -> bool:
        """«وذكر سامي الذي يسكن قرب المكان أن …»: the clause that describes the source goes on."""
        return any(self.wording.form(place) in RELATIVES for place in range(self.cue.stop, self.place))

    def _whom(self, form: str, after: str) -> int | None:
        """Demands and accusations begin their content at the one who is to act: «دعت السكان إلى …»."""
        if "whom" not in self.governs or starts_adjunct(form, after) or form in PRONOUNS or form in COMMAS or is_preposition(form):
            return None
        if self.source is not None and is_beside(self.wording, self.place):
            return None
        if form in DEMONSTRATIVES and self.source is None and kind_of_noun(after) not in ("unnamed", "vague"):
            return self.place  # «وعلل ذلك بعدم …»; but «يطالب هؤلاء السكان بـ…»
        if self.cue.reading.object:
            return None  # «وتتهمه النيابة بالتزوير»
        subject_known = self.before is not None or self.cue.participle
        if subject_known and self.source is None:
            return self.place
        if self.source is not None and self.place > self.source[1] - 1:
            apposition = self.begun is not None and self.wording.form(self.begun - 1) in COMMAS and self.place > self.begun
            closed = self.begun is None and any(self.wording.form(place) in COMMAS for place in range(*self.source))
            return self.place if (closed or self.wording.form(self.place - 1) not in COMMAS) and not apposition else None
        return None

    def _takes_b(self, form: str) -> bool:
        if kind_of_noun(form) is not None and kind_of_noun(form[1:]) is None and kind_of_noun(form) != "place":
            return False  # «وأفاد بيان الشرطة بأن …»
        unusual = is_unusual(form) and not is_word(form[1:]) and not is_word(form[3:])
        if given_name(form) == form or unusual or listed_words(form) is not None:
            return False  # «ووصف وزير الخارجية، بوريس جونسون، …»
        program = len(form) > _SHORTEST_WORD and is_word(form.removesuffix("ا")) and not is_word(form[1:].removesuffix("ا"))
        if program or form in ADJUNCTS or form in TURNS or (self.cue.verb.perfect == "لوح" and not is_content_noun(form[1:])):
            return False  # «وأقروا برنامجا», «ستنعكس بدورها على …», «ملوحا بقطعة معدنية»
        if "whom" in self.governs and (self.source is not None or self.cue.reading.object):
            return True
        if (
            is_content_noun(form[1:])
            or is_content_noun(form[3:])
            or self.place == self.cue.stop
            or (self.cue.verb.sort == "accuse" and form.startswith("بال"))
        ):
            return True
        return ":" not in self.governs and self.cue.verb.sort in ("demand", "say") and is_demanded(self.wording, self.place)

    def _after_preposition(self) -> int | None:
        place = self.place + 1
        saying = self.wording.form(place) == "القول"  # «وتخلص الباحثة إلى القول إن …»
        self.more = [(place, place + 1)] if saying else self.more
        if saying or (self.marker is not None and place == self.marker):
            return after_marker(self.wording, place + saying)
        return place if self.wording.form(place) not in COMMAS and self.wording.form(place) not in PRONOUNS else None

    def _step(self) -> None:
        """Take in the next word or phrase."""
        form, after = self.wording.form(self.place), self._after(self.place)
        if form in COMMAS or form in PRONOUNS:
            self._note_comma(form, after)
            end = described_end(self.wording, self.place, self.source, self.limit)
            if end > self.place + 1 and "object" in self.governs and self.marker is None:
                self.fallback, end = end + 1, self.limit  # «أظهر فيديو، نشر أمس، انهيار الجسر»
            self.place = end
        elif form in MANNER:
            self.place += 2
        elif form == "نقلا" and after == "عن":  # «ذكرت الوكالة نقلا عن شهود أن …»
            self.more.append((self.place, self.place + 2))
            carrier = self.source or self.before
            self.via = [carrier] if carrier else self.via
            self.source, self.place = None, self.place + 2
        elif self._carrier() or self._doubled_cue(form):
            return
        elif (
            starts_adjunct(form, after)
            or self._is_circumstance(form)
            or self._is_addressee(self.place, self.source)
            or tells_whence(self.wording, self.place)
            or (self.source is not None and is_beside(self.wording, self.place))
        ):
            self.place = self._adjunct_end()
        else:
            self._phrase()

    def _after(self, place: int) -> str:
        """The word behind a token, a mark between passed over: «على "تويتر"»."""
        marked = self.wording.form(place + 1) == QUOTE and is_preposition(self.wording.form(place))
        return self.wording.form(place + 1 + marked)

    def _note_comma(self, form: str, after: str) -> None:
        """«وقال المتحدث، بعد وصول الفرق تبين …»: without أن, what is said may begin behind the first comma."""
        if form in COMMAS and self.source is not None and self.fallback is None and self.marker is None and ":" in self.governs:
            says = after in OPENERS or after in ("بعد", "خلال", "عند", "منذ")
            self.fallback = self.place + 1 if says else None

    def _carrier(self) -> bool:
        carrier = carriers.addressee_at(self.wording, self.place, self.limit)
        if carrier is None:
            return False
        self.via.append(carrier)
        self.place = carrier[1] + (self.wording.form(carrier[1]) in (QUOTE, ")"))
        return True

    def _doubled_cue(self, form: str) -> bool:
        """«ومضى قائلا», «ومضى يقول»: the second verb right behind the first belongs to the cue."""
        reading = reading_of(form)
        doubled = reading is not None and reading.shape == PARTICIPLE and self.place == self.cue.stop and form.endswith(("ا", "ه"))
        goes_on = self.cue.verb.perfect == "مضي" and reading is not None and reading.verb.perfect == "قال" and self.place == self.cue.stop
        if not doubled and not goes_on and not self._repeats(form, self.place):
            return False
        self.more.append((self.place, self.place + 1))
        self.place += 1
        return True

    def _repeats(self, form: str, place: int) -> bool:
        """«وعلق المدير قائلا: …», «واختتم بقوله …»: a second word of saying right before the content."""
        reading = reading_of(form)
        says = reading is not None and reading.shape == PARTICIPLE and form.endswith("ا") and not reading.joined
        return (form in _SAYING or says) and self.wording.form(place - 1) not in COMMAS and place + 1 >= self.limit

    def _phrase(self) -> None:
        start, stop = self.place, self._phrase_end()
        after_comma = self.wording.form(start - 1) in COMMAS
        if self.source is None and self._says_at_once(start):
            self.fallback, self.place = start, self.limit
            return
        self.place = max(stop, start + 1)
        if self.source is None and after_comma and self._is_apposition(start):
            return
        if self.source is None and bool(self.via) and self.via[-1][1] == start and is_name_behind(self.wording, start, self.place):
            self.via[-1] = (self.via[-1][0], self.place)
        elif self.source is None:
            self.source = (start, self.place)
        elif after_comma and self.fallback is None and self.marker is None and ":" in self.governs:
            self.fallback, self.shorter = start, self.source
            if self.source[1] >= start - 1 and self.place - start <= _APPOSITION:
                self.source = (self.source[0], self.place)
        elif after_comma and self.source[1] >= start - 1:
            self.source = (self.source[0], self.place)

    def _is_apposition(self, start: int) -> bool:
        """«وشدد خلال لقائه وزير النقل، سامي الغيم، على أن …»: the name of one whose role stands in the circumstances."""
        named = kind_of_noun(self.wording.form(start)) is None and self.place - start <= _LONGEST_NAME
        near = range(max(self.cue.stop + 1, start - 1 - _APPOSITION), start - 1)
        return named and any(kind_of_noun(self.wording.form(place)) == "unnamed" for place in near)

    def _says_at_once(self, start: int) -> bool:
        """«وأضاف تم نقل الجرحى»: a word that no name begins with follows a verb of saying."""
        free = ":" in self.governs and not self.governs & set(PREPOSITIONS.values())
        return self.marker is None and free and start == self.cue.stop and self.wording.form(start) in OPENERS

    def _is_addressee(self, place: int, source: Range | None) -> bool:
        """«قال المتحدث للصحفيين», «اختتم المدير حديثه قائلا»; but «قال الاتحاد الدولي للصحفيين»."""
        if self.wording.form(place) in _OWN_WORDS and self.wording.text[self.wording.tokens[place].end - 1] != "ة":
            return self.wording.form(place - 1) != "في"
        if self.wording.form(place) not in ADDRESSEES or source is None:
            return self.wording.form(place) in ADDRESSEES or (source is not None and self._is_told(place, source))
        return place - source[0] > _BODY_OF or head_kind(self.wording, source) not in ("organization", "outlet")

    def _is_told(self, place: int, source: Range) -> bool:
        """«وقال الغيم لرئيس الوزراء», «قال المدير سامي الغيم، للزوار»: somebody behind a whole name; but «المدير العام للهيئة»."""
        form = self.wording.form(place)
        somebody = form.startswith("ل") and not is_belonging(self.wording, place) and (
            kind_of_noun(form if form.startswith("لل") else form[1:]) in _HEARERS or is_owned(self.wording, place)  # «لجمهوره»
        )
        single = place == source[0] + 1 and head_kind(self.wording, source) is None and not is_content_noun(self.wording.form(source[0]))
        return somebody and (single or place in self.names or self.wording.form(place - 1) in COMMAS)

    def _is_circumstance(self, form: str) -> bool:
        """«وأوضحت في التعديلات أن …»: what a verb without subject is followed by; «أوضح المدير في طلبه أن …»."""
        if form != "في":
            return is_about(self.wording, self.cue, self.place)
        near = range(self.place + 2, min(self.limit, self.place + _APPOSITION) + 1)
        named = any(place in self.names for place in near)  # «أمين المجلس في دورته الأولى سامي الغيم»
        return (self.source is None and self.place == self.cue.stop) or (is_owned(self.wording, self.place + 1) and not named)

    def _adjunct_end(self) -> int:
        """The token after a phrase of time or occasion; the medium that got the statement is kept."""
        start, place = self.place, self.place + 1
        if self.wording.form(start) in TEMPORAL or self.wording.form(start) in _OWN_WORDS:
            return place
        while place < self.limit:
            form = self.wording.form(place)
            if (form in COMMAS and form != "/") or self._repeats(form, place):
                break  # «علق على الفوز قائلا: …»
            carried = carriers.carrier_at(self.wording, start, place, self.limit)
            if carried is not None:
                self.via.append(carried.medium)
                self.more += carried.cue
                place = carried.stop
                continue
            self.place, kept = place, self.place
            waits = ("whom" in self.governs and form not in PREPOSITIONS) or self.marker is not None
            content = None if waits else self._content_here()
            self.place = kept
            governed = is_preposition(self.wording.form(place - 1)) or (place == start + 1 and self.wording.form(start) in _BEFORE_DEEDS)
            if content is not None and not governed:
                break
            place = after_bracket(self.wording, place, self.limit) if form in BRACKETS else place + 1
        return place

    def _phrase_end(self) -> int:
        """The token after the noun phrase that begins here."""
        start, place = self.place, self.place
        self.begun = start
        while place < self.limit:
            form = self.wording.form(place)
            if (form in COMMAS and form not in "/-–") or (place > start and self._ends_phrase(place, start)):
                break
            partner = self.wording.partners.get(place)
            if partner is not None and place < partner < self.limit:
                place = partner + 1
            elif form in BRACKETS:
                place = after_bracket(self.wording, place, self.limit)
            else:
                place += 1
        self.place, self.begun = start, None
        return place

    def _ends_phrase(self, place: int, start: int) -> bool:
        form, after = self.wording.form(place), self._after(place)
        self.place = place
        named = place in self.names and place > start and form[0].isalpha() and kind_of_noun(form) not in ("unnamed", "title")
        if "whom" in self.governs and (named or starts_second(self.wording, place, start, self.named)):
            return True
        if form in PRONOUNS and not is_preposition(form) and not points_back(self.wording, place, start, sure=self.marker is not None):
            return True
        if form in _ASIDES or form in MANNER or (form == "نقلا" and after == "عن") or is_beside(self.wording, place):
            return True
        posted = form == "لدي" and (kind_of_noun(after) in ("organization", "place") or is_listed_body(after))  # «السفير لدى زيتونيا»
        if self._content_here() is not None or (starts_adjunct(form, after) and not posted) or self._repeats(form, place):
            return True
        hidden = form == "طالبا" and hides_name(self.wording, place)  # «قال المسؤول طالبا عدم ذكر اسمه»
        verb = self.marker is not None and tells_itself(self.wording, place, start)
        if place > start and (hidden or verb or self._is_circumstance(form)):
            return True
        if place > start and (is_accusative(self.wording, place) or (form[0] == "م" and form.endswith("ا") and is_preposition(after))):
            return True  # «قال المواطن ساخراً», «قال المدير معلقا على الحادث»
        if self._is_addressee(place, (start, place)) or (tells_whence(self.wording, place) and self.wording.form(start) not in ADDRESSEES):
            return True
        return carriers.addressee_at(self.wording, place, self.limit) is not None
