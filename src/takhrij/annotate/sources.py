"""The subject in front of a cue, and what kind of source a phrase names."""

from __future__ import annotations

from takhrij.annotate.clauses import (
    CLAUSE_STARTS,
    COMMAS,
    HEADLESS,
    PRONOUNS,
    RELATIVES,
    SEVERAL,
    SIBLINGS,
    TEMPORAL,
    bare,
    is_complementizer,
    is_preposition,
    kind_of_noun,
    starts_adjunct,
)
from takhrij.annotate.conjugation import IMPERFECT, PARTICIPLE, PERFECT, reading_of
from takhrij.annotate.cues import Cue, is_auxiliary
from takhrij.annotate.finite import is_finite, is_finite_at, is_whole
from takhrij.annotate.gazetteer import PERSON, listed_words
from takhrij.annotate.name_words import given_name, is_unusual, is_word
from takhrij.annotate.phrases import is_definite
from takhrij.annotate.wording import QUOTE, Range, Wording
from takhrij.text.lemmas import is_verb

_OF_WHICH = frozenset({"فيها", "فيه", "فيهما", "خلالها", "خلاله"})
_DESCRIBED_WITHIN = 3  # tokens of an indefinite noun and its adjectives before a verb
_FARTHEST_BACK = 30  # tokens of a source that stands before its cue
_SOURCE_KINDS = ("unnamed", "organization", "outlet", "document", "vague", "place", "title")
_MOST = frozenset({"اغني", "اكبر", "اصغر", "اقدم", "ابرز", "اشهر", "اعلي"})
_COUNTING = _MOST | frozenset({"ل", "لل", QUOTE, "#", "عدد", "من", "هذه", "هذا", "تلك", "احد", "احدي", "بعض", "كبار", "(", "عده"})
_BODIES = ("organization", "outlet")
_NEWS = frozenset({"انباء", "صحافه", "اخبار"})
_FIELDS = frozenset("طاقه فضاء استخبارات مخابرات تنميه ادويه بيئه طيران اغاثه لاجيين امن غذاء تعاون".split())  # noqa: SIM905
_PRESS = frozenset({"اعلاميه", "صحفيه", "صحافيه", "عده", "متفرقه"})
_OTHER_GENDER = {"m": "التي", "f": "الذي"}
_PERSON_WITHIN = 6  # tokens
_LONGEST_NAME = 5  # words of a subject that begins with no noun we know
_LONGEST_IN_UN = 7  # letters of words with the article that are no plurals: «الشؤون», «القانون»
_SHORTEST_JOINED = 3  # letters of و and a conjunction
_SOME = frozenset({"نصف", "ثلث", "ربع", "ثلثا", "اغلبيه", "اكثريه", "بعض", "معظم", "اغلب", "غالبيه", "كثير", "الكثير", "العديد"})
_OTHERS = frozenset({"اخر", "اخري", "ثالث", "ثالثه", "رابع", "رابعه", "احدهم", "احداهن", "بعضهم"})  # «ويقول آخر»
_SHORTEST_FUTURE = 4  # letters
_TALKS = frozenset("تصريحات تصريح تصريحا كلمه بيان بيانا حديث حديثا مقابله مداخله رساله خطاب".split())  # noqa: SIM905
_ACCUSED_WITHIN = 6  # tokens
_WAS, _WHETHER = frozenset({"كان", "كانت", "كانوا"}), frozenset({"اذا", "ان"})
_IS = frozenset({"هو", "هي", "هم"})
_BUT = frozenset({"لكن", "ولكن", "بينما", "فيما"})
_AS_FOR = frozenset({"اما", "واما"})
_INTRODUCERS = frozenset("كان كانت وكان وكانت ان بان وان فان لكن ولكن بينما فيما هناك ثمه".split())  # noqa: SIM905


def subject_before(wording: Wording, cue: Cue, start: int) -> tuple[Range | None, bool]:
    """The phrase before a cue that is its subject, in the sentence that begins at token `start`, and whether that is sure.

    «وكان رئيس البلدية، سامي الغيم، قال إن …»: رئيس البلدية، سامي الغيم, and sure.
    """
    told = _as_for(wording, cue, start) or _whose_words(wording, cue, start)
    if told is not None:
        return told, True
    if _is_implied(wording, cue):
        return None, False
    described = _indefinite_head(wording, cue, start)
    if described is not None:
        asks = "whom" in cue.verb.governs and (is_definite(wording.form(cue.stop)) or _accuses(wording, cue))  # «شعارات تطالب الحكومة بـ…»
        return described, (cue.verb.sort == "show" or asks) and head_kind(wording, described) == "document"
    stop = _before_auxiliaries(wording, cue.first, start)
    if stop is None:
        return None, False
    relative = stop > start and wording.form(stop - 1) in RELATIVES
    single = wording.form(stop - 1) in _OTHER_GENDER.values()
    unlike = single and (cue.reading.plural or wording.form(stop - 1) == _OTHER_GENDER[cue.reading.gender])
    if relative and unlike and not cue.reading.object:
        return _person_before(wording, start, stop - 1), True  # «تصريحات الوزير التي قال فيها …», but «الحركة التي قال إنها …»
    if relative and (cue.reading.object or wording.form(cue.stop) in _OF_WHICH):
        return None, False  # «المرة الأولى التي تتهم فيها الوزارة …», «الخطوات التي أعلنتها الوزارة»
    stop -= relative
    while stop > start and wording.form(stop - 1) in COMMAS:
        stop -= 1
    begin = _relative_head(wording, start, stop) if relative or cue.participle else _subject_start(wording, start, stop)
    stop = next((place for place in range((begin or stop) + 1, stop) if _is_future(wording.form(place))), stop)
    if relative and begin is not None:
        begin = _titled_head(wording, start, begin, stop)
    if begin is None or begin >= stop or not _may_begin(wording, begin) or _is_verb(wording, begin):
        return None, False
    return _checked(wording, cue, (begin, stop), within=begin > start, relative=relative)


def _accuses(wording: Wording, cue: Cue) -> bool:
    """«تقرير يتهم سلطات المدينة بالعنصرية»: who stands between the verb and ب is accused."""
    near = [wording.form(place)[:1] for place in range(cue.stop, cue.stop + _ACCUSED_WITHIN)]
    return cue.verb.sort == "accuse" and "ب" in near[1:] and near[0] not in "بل"


def _checked(wording: Wording, cue: Cue, subject: Range, *, within: bool, relative: bool) -> tuple[Range | None, bool]:
    """A subject that may be one, and whether it is sure; `within`: words stand before it in its sentence."""
    begin, stop = subject
    if not relative and _is_of_other_gender(wording, cue, subject):
        return None, False
    if not relative and _is_clause(wording, begin, stop):
        return None, False
    if any(wording.form(place) in COMMAS and wording.form(place + 1)[:1] == "و" for place in range(begin, stop - 1)):
        return None, False  # a new clause: «إن العمل مستمر، وفي الختام طالب …»
    first = wording.form(begin)
    named = head_kind(wording, subject) is not None or is_definite(first) or not first[0].isalpha()
    named = named or (within and given_name(first) == first)  # «وكان مارتن الغيم قد أكد …»
    sure = relative or (named and within and wording.form(begin - 1) in _INTRODUCERS)
    if not sure and not named and stop - begin > _LONGEST_NAME:
        return None, False
    return subject, relative or (sure and not _may_come_behind(wording, cue))


def _is_of_other_gender(wording: Wording, cue: Cue, subject: Range) -> bool:
    """«المجموعة يرجح أن تكون …»: a verb behind its subject agrees with it, so a man's verb is nobody's here."""
    single = cue.reading.gender == "m" and not (cue.reading.plural or cue.participle or cue.reading.object) and cue.reading.person == 3
    head = wording.form(subject[0])
    return single and head_kind(wording, subject) in (*_BODIES, "document") and head.endswith("ه") and kind_of_noun(head) is not None


def _is_clause(wording: Wording, begin: int, stop: int) -> bool:
    """«الصحف تناولت الخبر وهذه تفند …», «ما إذا كان الغاز هو نفسه، أكد …»: what stands before the cue says something itself."""
    if wording.form(begin - 1) in _WAS and wording.form(begin - 2) in _WHETHER:
        return True
    described = False
    for place in range(begin, stop):
        form = wording.form(place)
        described = (described or form in RELATIVES) and form not in COMMAS
        if not described and (form in _IS or _tells(wording, begin, place)):
            return True
    return False


def _tells(wording: Wording, begin: int, place: int) -> bool:
    """Whether a verb tells what somebody does: «الشرطة بدأت …»; in «اقتصاديون استطلعت رأيهم» it describes an indefinite noun."""
    before = wording.form(place - 1)
    if is_finite(wording.form(place)):
        return place == begin or before in COMMAS or is_whole(wording, place)
    return is_finite_at(wording, place)


def _may_come_behind(wording: Wording, cue: Cue) -> bool:
    """«يتخيل الكاتب أن الوزير يكتب إليه، يقول الكاتب: …»: whether a verb behind a comma may have its subject behind it."""
    after = wording.form(cue.stop)
    at_once = is_complementizer(after) or is_preposition(after) or after == ":"
    return cue.reading.shape == IMPERFECT and wording.form(cue.first - 1) in COMMAS and not at_once


def _whose_words(wording: Wording, cue: Cue, start: int) -> Range | None:
    """«نقلت الوكالة تصريحات للمتحدث باسم الوزارة، سامي الغيم، أكد فيها أن …»: him to whom the words belong."""
    if wording.form(cue.stop) not in _OF_WHICH or wording.form(cue.first - 1) in RELATIVES:
        return None
    stop = cue.first - (wording.form(cue.first - 1) in COMMAS)
    for place in range(stop - 1, max(start, stop - _FARTHEST_BACK), -1):
        form = wording.form(place)
        if form.startswith("ل") and kind_of_noun(form if form.startswith("لل") else form[1:]) in ("unnamed", "title"):
            return (place, stop) if wording.form(place - 1) in _TALKS else None
    return None


def _is_future(form: str) -> bool:
    """«الرئيس سيلقي خطابا يعتبر فيه …»: the subject is over at the verb."""
    return form[:2] in ("سي", "ست") and len(form) > _SHORTEST_FUTURE and is_word(form[1:])


def _is_implied(wording: Wording, cue: Cue) -> bool:
    """Whether a cue has no subject of its own: «وأضاف», «مضيفا», «قائلين»."""
    before = wording.form(cue.first - 1)
    if cue.joined or cue.reading.person == 1 or before in SIBLINGS:
        return True
    oblique = cue.verb.sort == "say" and wording.form(cue.first).endswith("ين") and before not in RELATIVES
    return cue.participle and (oblique or not cue.reading.plural or before in COMMAS)


def _before_auxiliaries(wording: Wording, place: int, start: int) -> int | None:
    """The token behind what stands before «قد» and words of time; None where «وكانت» begins a clause: «أصيب رجل، وكانت قد أعلنت …»."""
    while place > start and (is_auxiliary(wording.form(place - 1)) or wording.form(place - 1) in TEMPORAL):
        place -= 1
        begins = wording.form(place)[0] == "و" or (wording.form(place) == "فقد" and not _turns_to_somebody(wording, start, place))
        if is_auxiliary(wording.form(place)) and begins:
            return None
    return place


def _turns_to_somebody(wording: Wording, start: int, place: int) -> bool:
    """«أما المؤيدون فقد رأوا أن …»."""
    return any(wording.form(earlier) in _AS_FOR for earlier in range(max(start, place - _FARTHEST_BACK), place))


def _is_verb(wording: Wording, place: int) -> bool:
    """«رأت الثوب وقالت»: no subject begins with a verb."""
    form = wording.form(place)
    reading = reading_of(form)
    if reading is None and form[0] == "و" and not is_word(form):  # «وبث التلفزيون حفلا قال إن …»
        return is_verb(form[1:]) and kind_of_noun(form) is None and given_name(form) is None and not is_definite(form)
    return reading is not None and reading.shape == PERFECT and kind_of_noun(form) is None


def _as_for(wording: Wording, cue: Cue, start: int) -> Range | None:
    """«أما المدير سامي الغيم، الذي حضر، فقال إن …»: whom the clause turns to."""
    after = wording.form(cue.stop)
    at_once = is_complementizer(after) or is_preposition(after) or not after[:1].isalpha() or starts_adjunct(after, "") or after[:1] == "ب"
    if not wording.form(cue.first).startswith("ف") or not cue.joined or not at_once:
        return None  # «أما الجسر فقال المدير إنه …»
    near = range(cue.first - 1, max(start, cue.first - _FARTHEST_BACK) - 1, -1)
    begin = next((place + 1 for place in near if wording.form(place) in _AS_FOR), cue.first)
    ends = (place for place in range(begin, cue.first) if wording.form(place) in COMMAS | RELATIVES)
    stop = next(ends, cue.first)
    if is_preposition(wording.form(begin)) or wording.form(begin)[:1] == "ب":
        return None
    return (begin, stop) if begin < stop and not starts_adjunct(wording.form(begin), wording.form(begin + 1)) else None


def _person_before(wording: Wording, start: int, stop: int) -> Range | None:
    """The person behind the noun that a relative clause describes: «تصريحات الوزير سامي الغيم التي قال فيها»."""
    for place in range(stop - 1, max(start, stop - _PERSON_WITHIN) - 1, -1):
        form = wording.form(place)
        if form in COMMAS or is_preposition(form):
            return None
        if kind_of_noun(form) in ("unnamed", "title") and is_definite(form) and form[0] not in "بلوف":
            return place, stop
    return None


def _indefinite_head(wording: Wording, cue: Cue, start: int) -> Range | None:
    """The indefinite noun that a verb right behind it describes: «اعتقل رجل زعم أنه …», «شريط مصور يظهر أن …»."""
    if cue.participle or cue.reading.object or wording.form(cue.stop) in PRONOUNS:
        return None
    found = None
    for place in range(cue.first - 1, max(start, cue.first - _DESCRIBED_WITHIN) - 1, -1):
        form = wording.form(place)
        many = kind_of_noun(form) == "vague" and place == cue.first - 1  # «لأطراف تدعي أن», «الكثير يسأل»
        if form in COMMAS or not form[0].isalpha() or is_complementizer(form) or (is_definite(form) and not many):
            return found
        unlike = found is not None and not wording.form(found[0]).endswith(form[-2:])  # but «مسؤولون زيتونيون أكدوا»
        if reading_of(form) is not None or (unlike and form.endswith(SEVERAL)):
            return found  # «ردد متظاهرون شعارات تطالب …»
        if kind_of_noun(form) in ("unnamed", "document", "vague"):
            fits = (many or form[0] not in "بلوف" or kind_of_noun(form[1:]) is None) and not (
                form.endswith("ه") and cue.reading.gender == "m" and not cue.reading.plural
            )
            free = kind_of_noun(form) != "unnamed" or not is_preposition(wording.form(place - 1))
            stop = next((last for last in range(cue.first, place, -1) if not is_auxiliary(wording.form(last - 1))), cue.first)
            found = (place, stop) if fits and free else None
    return found


def _may_begin(wording: Wording, place: int) -> bool:
    """Whether a subject may begin with the word: no preposition, verb of saying, adjunct or connective with و does."""
    form = wording.form(place)
    bare_form = form[1:] if form[:1] == "و" and len(form) > 2 else form
    if is_preposition(form) or is_preposition(bare_form) or form in PRONOUNS or form in COMMAS or form in HEADLESS:
        return False
    if starts_adjunct(form, wording.form(place + 1)) or starts_adjunct(bare_form, wording.form(place + 1)):
        return False
    if kind_of_noun(form) is not None or not form.startswith(("ب", "ل", "و", "ف")) or len(form) < 4:
        return True
    listed = listed_words(form)
    named = given_name(form) == form or (listed is not None and listed.kind == PERSON)  # «بوتين أكد أن …»
    return named or (is_unusual(form) and not is_word(form[1:])) or wording.form(place - 1) in _BUT  # «لكن ويلسون قال»


def _subject_start(wording: Wording, start: int, stop: int) -> int | None:
    """Back from a cue to the clause's beginning; None where something else than one phrase stands between."""
    place = stop
    while place > start and stop - place < _FARTHEST_BACK:
        form = wording.form(place - 1)
        inner = form in ("قبل", "بعد") and place - 1 > start and wording.form(place - 2).isalpha()  # «تقرير قبل شهر يؤكد»
        if (_starts_clause(form) and not inner) or is_complementizer(form) or form in (":", "؟", "!"):
            return place
        if form.startswith("فال") and is_word(form[1:]):
            return place - 1  # «… تدريبا، فالواقع يؤكد أن»
        partner = wording.partners.get(place - 1)
        if partner is not None and partner < place - 1:
            place = partner
            continue
        if wording.opens(place - 1):
            return place
        reading = reading_of(form)
        if reading is not None and (not reading.verb.plain or (reading.shape == PARTICIPLE and form.endswith("ا"))):
            return None  # «…، ملوحا بقطعة قال إنها»
        place -= 1
    return start if place == start else None


def _starts_clause(form: str) -> bool:
    return form in CLAUSE_STARTS or (form[:1] in "وف" and len(form) > _SHORTEST_JOINED and form[1:] in CLAUSE_STARTS)


def _relative_head(wording: Wording, start: int, stop: int) -> int | None:
    """The head of the phrase that a relative clause or participle describes: «مع وزير النقل الذي أعلن»: وزير."""
    place, found = stop, None
    while place > start and stop - place < _FARTHEST_BACK:
        form = wording.form(place - 1)
        if form in CLAUSE_STARTS or is_complementizer(form) or form in COMMAS or form in RELATIVES:
            break
        if (
            found is not None
            and kind_of_noun(wording.form(found)) != "title"
            and (is_definite(form) or kind_of_noun(form) not in _SOURCE_KINDS or kind_of_noun(form) == "document")
        ):
            break
        if is_preposition(form) and (found is not None or (form != "في" and place < stop)):
            break
        place -= 1
        adjective = is_definite(form) and is_definite(wording.form(place - 1))  # «الحزب المحافظ الذي يعتبر»
        if kind_of_noun(form) in _SOURCE_KINDS and wording.form(place - 1) != "في" and not adjective:
            found = place
    return found if found is not None else (place if place < stop and not is_preposition(wording.form(place)) else None)


def _titled_head(wording: Wording, start: int, begin: int, stop: int) -> int:
    """«مدير القطاع المشرف على مستشفى التل الدكتور سامي الغيم، الذي أشار …»: the role of him who is named last, not the hospital."""
    inside = range(begin + 1, stop - 1)
    title = next((place for place in inside if kind_of_noun(wording.form(place)) == "title" and wording.form(place)[:1] == "ا"), None)
    if title is None or kind_of_noun(wording.form(begin)) not in _BODIES or is_definite(wording.form(begin)):
        return begin
    found = title
    for place in range(title - 1, max(start, title - _FARTHEST_BACK) - 1, -1):
        form = wording.form(place)
        if form in COMMAS or is_complementizer(form) or form in RELATIVES or (reading_of(form) is not None and kind_of_noun(form) is None):
            break
        if kind_of_noun(form) == "unnamed" and form[0] not in "بلوف":
            found = place
    return found


def head_kind(wording: Wording, source: Range) -> str | None:
    """The kind that the lexicon gives the head of a phrase, counting words and marks passed over."""
    for place in range(source[0], min(source[1], source[0] + 5)):
        form = wording.form(place)
        if form in _COUNTING and place + 1 < source[1]:
            continue
        return kind_of_noun(form)
    return None


def _is_nobodys(wording: Wording, source: Range) -> bool:
    """Whether reports are of the kind that nobody could look up."""
    return source[1] - source[0] == 1 or any(wording.form(place) in _PRESS for place in range(*source))


def _is_single_name(wording: Wording, place: int) -> bool:
    """A lone unknown word without article or marks is a last name sooner than a body: «وقال خزامي»."""
    form = wording.form(place)
    return (
        form.isalpha()
        and not form.isascii()
        and not is_definite(form)
        and wording.text[wording.tokens[place].end - 1] != "ة"  # «بيليه» is one
        and wording.form(place - 1) not in (QUOTE, "#")
    )


def source_kind_of(wording: Wording, source: Range, name: Range | None) -> str:
    """person, unnamed, organization, outlet, document or vague."""
    kind = head_kind(wording, source)
    if name is not None:
        return "person"
    if kind == "title":
        return "person" if source[1] - source[0] > 1 else "unnamed"
    if kind == "document" and wording.form(source[0]) in ("تقارير", "عده") and _is_nobodys(wording, source):
        return "vague"  # «تقارير إعلامية عدة»: reports that nobody could look up
    if kind is None and (wording.form(source[0]) in ("احد", "احدي") or (wording.form(source[0]) in _OTHERS and source[1] - source[0] == 1)):
        return "unnamed"
    if kind is None and wording.form(source[0]) == "عدد" and wording.form(source[0] + 1) == "من":
        return "unnamed"  # «عدد من المقيمين»
    if kind is None and (bare(wording.form(source[0])).removesuffix("هم") in _SOME or wording.form(source[0])[0].isdigit()):
        return "vague"  # «بعض المغردين»
    if kind is None and source[1] - source[0] == 1 and _is_single_name(wording, source[0]):
        listed = listed_words(wording.form(source[0]))
        return "person" if listed is None or listed.kind == PERSON else "organization"
    if kind == "organization" and bare(wording.form(source[0])) == "وكالات" and bare(wording.form(source[0] + 1)) in _NEWS:
        return "outlet"
    many = wording.form(source[0]).endswith(SEVERAL) and len(wording.form(source[0])) > _LONGEST_IN_UN
    if kind is None and many and is_definite(wording.form(source[0])):
        return "vague"  # «المحافظون»
    if kind in (None, "place") or (kind == "outlet" and _is_office(wording, source)):
        return "organization"
    return kind


def _is_office(wording: Wording, source: Range) -> bool:
    """«الوكالة الدولية للطاقة», «وكالة الفضاء»: an agency that is no medium."""
    if bare(wording.form(source[0])).removeprefix("لل") != "وكاله":
        return False
    forms = [wording.form(place) for place in range(source[0] + 1, source[1])]
    stems = set(map(bare, forms))
    return not stems & _NEWS and (bool(stems & _FIELDS) or any(form.startswith("لل") for form in forms))
