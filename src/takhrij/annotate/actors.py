"""Who acts in a clause that attributes nothing: after «زار الوزير سامي الغيم المرفأ. وأضاف …» it is the minister who adds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from takhrij.annotate.clauses import (
    COMMAS,
    FIXED,
    PRONOUNS,
    RELATIVES,
    SEVERAL,
    TELLERS,
    bare,
    is_complementizer,
    is_content_noun,
    is_many,
    is_preposition,
    kind_of_noun,
    starts_adjunct,
    words_of_class,
)
from takhrij.annotate.conjugation import reading_of
from takhrij.annotate.full_names import may_be_name
from takhrij.annotate.gazetteer import begins_listed, is_listed_body, is_listed_in, listed_at, nationality
from takhrij.annotate.markers import after_bracket
from takhrij.annotate.name_words import given_name, is_adjective, is_unusual, may_be_surname
from takhrij.annotate.phrases import DEMONSTRATIVES, is_definite
from takhrij.annotate.wording import Range, Wording

_BACK = 3  # sentences looked back through where nobody has spoken yet
_FARTHEST = 150  # tokens of a sentence looked back through
_SOON = 6  # tokens of a first phrase without a comma
_LONGEST = 16  # tokens of an actor's phrase
_PARTICLES = frozenset({"كما", "قد", "وقد", "فقد", "ثم", "كان", "كانت", "وكان", "وكانت", "كانوا", "فيما", "بينما", "حيث"})
_CLAUSE_ENDS = frozenset({"،", ",", "-", "–", "لكن", "ولكن"})  # a dash ends a dateline: «التل (تنا) - أعلن الدفاع المدني …»
HONORIFICS = frozenset({"سموه", "معاليه", "فضيلته", "سعادته", "جلالته", "فخامته", "دولته"})
_NISBA = ("ي", "يه")
_KINDS_OF_OFFICE = frozenset({"عسكري", "امني", "رسمي", "حكومي", "سياسي", "محلي", "قضايي", "طبي", "دبلوماسي"})
_LONGEST_NAME = 5  # tokens from comma to comma
_OF_BODIES = ("organization", "place")
_QUOTED = 6  # tokens from mark to mark
_NOT = frozenset({"لم", "ولم", "لا", "ولا", "لن", "ولن"})
_TURNED, _EXCEPT = frozenset({"لكن", "ولكن", "فيما", "بينما"}), frozenset({"الا", "غير", "بيد"})  # «إلا أن», «غير أن»
_COUNTED = frozenset({"عدد", "عددا", "مجموعه", "كثير", "الكثير", "العديد", "عديد", "كل", "جمع", "اثنان", "نخبه"})
_WAS = {"كان": "m", "كانت": "f"}
_IN_NAMES = frozenset({"في", "عن", "باسم"})
ACTS = words_of_class("act")  # «أشاد الوزير بالجسر. وأضاف …»: who does these things goes on speaking


class Actor(NamedTuple):
    """The verb's token, the actor's, the verb's gender, whether the actor is many, and whether the verb is an act of speech."""

    verb: int
    tokens: Range
    gender: str | None
    plural: bool
    speaks: bool


def actor_before(wording: Wording, people: Sequence[Range], first: int, floor: int, *, far: bool) -> Actor | None:
    """The last actor before a token, after the token `floor`; further back than the sentence before only if `far`."""
    start, _ = wording.sentence_of(first)
    here = _in_sentence(wording, people, start, first)
    if here is not None and here.verb > floor:
        return here
    for _ in range(_BACK if far else 1):
        if start <= 0:
            return None
        stop = start
        start, _ = wording.sentence_of(start - 1)
        found = _in_sentence(wording, people, start, stop)
        if found is not None and found.verb > floor and (far or found.speaks):
            return found
    return None


def _in_sentence(wording: Wording, people: Sequence[Range], start: int, stop: int) -> Actor | None:
    """The last actor of the clauses between two tokens."""
    start = max(start, stop - _FARTHEST)
    places = [start, *(place + 1 for place in range(start, stop) if wording.form(place) in _CLAUSE_ENDS)]
    opening = wording.form(start).removeprefix("و")
    if is_preposition(opening) or starts_adjunct(opening, "") or opening.startswith("ب"):
        soon = range(start + 2, min(stop, start + _SOON))  # «وبهذه المناسبة رفع المدير التهاني»
        places = sorted([*places, *(place for place in soon if wording.form(place) in ACTS)])
    found = (_in_clause(wording, people, place, stop) for place in reversed(places))
    return next((actor for actor in found if actor is not None), None)


def _in_clause(wording: Wording, people: Sequence[Range], place: int, stop: int) -> Actor | None:
    """The actor of the clause that begins at a token: behind its verb, or before it as behind «لكن» and «غير أن»."""
    begin = _clause_start(wording, place, stop)
    turned = wording.form(begin - 1) in _TURNED or (is_complementizer(wording.form(begin)) and wording.form(begin - 1) in _EXCEPT)
    begin += is_complementizer(wording.form(begin))
    was = wording.form(begin - 1).removeprefix("و")
    named = _person_at(people, begin) if was in _WAS and begin > place else None
    if named is not None:
        return Actor(begin, named, _WAS[was], plural=False, speaks=False)  # «وكانت ريما الغيم منزعجة، وقالت …»
    turned = turned or (was in _WAS and begin > place and kind_of_noun(wording.form(begin)) != "vague")
    verb = reading_of(wording.form(begin)) is not None or wording.form(begin) in ACTS  # «بينما رد الوزير قائلا»
    return _before_verb(wording, people, begin, stop) if turned and not verb else _at(wording, people, begin, stop)


def _before_verb(wording: Wording, people: Sequence[Range], begin: int, stop: int) -> Actor | None:
    """«لكن المحكمة العليا أعادت الملف، واعتبرت أن …»."""
    head = wording.form(begin)
    if kind_of_noun(head) not in TELLERS and _person_at(people, begin) is None:
        return None
    end = _end(wording, people, begin, stop)
    end_of_phrase = end
    sure = wording.form(end) == "قد"  # «وكان الاتحاد قد فتح تحقيقا»
    end += sure
    verb = wording.form(end)
    if end >= stop or not (sure or _may_be_verb(verb)):
        return None
    return Actor(end, (begin, end_of_phrase), "f" if verb.endswith("ت") else None, is_many(head), verb in ACTS)


def _clause_start(wording: Wording, place: int, stop: int) -> int:
    while place < stop and (wording.form(place) in _PARTICLES | _NOT or wording.form(place) == '"'):
        place += 1
    return place


def _at(wording: Wording, people: Sequence[Range], verb: int, stop: int) -> Actor | None:
    """The actor behind the verb at a token: a phrase whose head can speak, or a person's name."""
    form = wording.form(verb)
    begin = verb + 1 + (wording.form(verb + 1) in PRONOUNS)
    if form.removeprefix("و") in ACTS and starts_adjunct(wording.form(begin), wording.form(begin + 1)):
        near = range(begin + 1, min(stop, begin + _SOON))  # «وتحدث خلال الحفل مدير المستشفى»
        begin = next((place for place in near if kind_of_noun(wording.form(place)) in ("unnamed", "title")), begin)
    if verb + 1 >= stop or not _may_be_verb(form):
        return None
    begin += wording.form(begin).isdigit()  # «ونددت 19 منظمة»
    named = _person_at(people, begin) or (_person_at(people, begin + 1) if is_definite(wording.form(begin)) else None)
    head = wording.form(begin)
    known = _known(wording, people, begin) if named is None and (form in ACTS or form[1:] in ACTS) else 0
    body = is_listed_body(head) and (form in ACTS or form[1:] in ACTS)  # «وأصدرت غوغل بيانا»
    if named is None and not known and not body and (kind_of_noun(head) not in TELLERS or head[:1] in "بل"):
        return None
    listed = listed_at(wording.tokens, begin) if body and kind_of_noun(head) is None else None
    end = begin + known if known else (listed[1] if listed is not None else _end(wording, people, begin, stop))
    core = form[1:] if form[:1] in "وف" and len(form) > 3 else form
    gender = "f" if core.endswith("ت") else (None if core.startswith("ت") else "m")  # «تحدث» is one man's, «تشرح» one woman's
    return Actor(verb, (begin, end), gender, is_many(head), form in ACTS or core in ACTS)


def _known(wording: Wording, people: Sequence[Range], begin: int) -> int:
    """How many words of a person's name that was told in full stand at a token: «وأشادت ريما بالقاضي»."""
    if kind_of_noun(wording.form(begin)) is not None:
        return 0
    longest = 0
    for person in (person for person in people if person[1] - person[0] > 1):
        words = {wording.form(place) for place in range(*person)}
        length = next((place - begin for place in range(begin, begin + _LONGEST_NAME) if wording.form(place) not in words), _LONGEST_NAME)
        longest = max(longest, length)
    return longest


def _may_be_verb(form: str) -> bool:
    if (len(form) < 3 and reading_of(form) is None) or not form.isalpha() or form.isascii():
        return False
    if is_definite(form) or is_preposition(form) or is_complementizer(form):
        return False
    if form in ACTS or form.removeprefix("و") in ACTS:
        return True
    if form in RELATIVES or form in PRONOUNS or form.endswith(("ه", "ي", "ات")) or form[0] in "بل" or is_preposition(form[1:]):
        return False
    return reading_of(form) is not None or (kind_of_noun(form) is None and not starts_adjunct(form, ""))


def _person_at(people: Sequence[Range], place: int) -> Range | None:
    number = bisect_left(people, (place, place))
    return people[number] if number < len(people) and people[number][0] == place else None


def _end(wording: Wording, people: Sequence[Range], begin: int, stop: int) -> int:
    """The token after the actor's phrase: behind the first name in it, else where the noun phrase is over."""
    if wording.form(begin) in HONORIFICS:
        return begin + 1
    place = begin
    while place < min(stop, begin + _LONGEST):
        named = _person_at(people, place)
        partner = wording.partners.get(place)
        if named is not None:
            return min(stop, named[1] + _is_last_name(wording, named))
        if partner is not None and place < partner <= place + _QUOTED:
            place = partner + 1  # «وكالة "غيم"»
        elif place > begin and wording.form(place) == "(":
            place = after_bracket(wording, place, stop)  # «موقع شبكة (غيم) الزيتونية»
            if not is_definite(wording.form(place)):
                return min(place, stop)
        elif place > begin and _ends_phrase(wording, people, place):
            return place
        else:
            place += 1
    return min(stop, begin + _LONGEST)


def _is_name_behind(wording: Wording, comma: int) -> bool:
    """«المندوبة الزيتونية، نيكي هالي، …»: two or three words between commas that can be but a name."""
    stop = next((place for place in range(comma + 1, comma + _LONGEST_NAME) if wording.form(place) in COMMAS), comma)
    return stop - comma > 2 and all(may_be_name(wording.form(place)) for place in range(comma + 1, stop))


def _is_last_name(wording: Wording, named: Range) -> bool:
    """Whether a first name found alone goes on: «الرئيس ميشيل تامر»."""
    form = wording.form(named[1])
    plain = form.isalpha() and kind_of_noun(form) is None and not is_definite(form) and not is_preposition(form)
    plain = plain and (is_unusual(form) or may_be_surname(form))  # not «الأمير سعود بما …»
    return named[1] - named[0] == 1 and plain and reading_of(form) is None and not is_content_noun(form)


def _ends_phrase(wording: Wording, people: Sequence[Range], place: int) -> bool:
    form, before = wording.form(place), wording.form(place - 1)
    if form in COMMAS:
        return _person_at(people, place + 1) is None and not _is_name_behind(wording, place)
    if form in _IN_NAMES or before in _IN_NAMES:
        return form == "عن" and before not in FIXED
    deed = nationality(before) is not None or (before.endswith(_NISBA) and is_content_noun(bare(form)))
    if form.startswith("لل") and deed:  # but «رئيس الاتحاد الزيتوني للفروسية الأمير سامي»
        return "title" not in map(kind_of_noun, (wording.form(place + 1), wording.form(place + 2)))  # «وتطرق اللواء الزيتوني للتدريبات»
    if form[:1] in "بل" and (kind_of_noun(form[1:]) in _OF_BODIES or form.startswith("لل") or is_listed_in(form)):
        return False  # «مدرب الصالة بنادي المرفأ سامي الغيم», «الأمين العام لمجلس التل»
    field = form.startswith("ل") and not form.startswith("لل") and is_definite(before) and is_definite(wording.form(place + 1))
    if field and given_name(form) is None:
        return False  # «المدير الإقليمي للحملة الزيتونية لنصرة الأشقاء»
    if not form[0].isalnum() or form in RELATIVES or form in PRONOUNS or form in DEMONSTRATIVES or form[0] == "ب":
        return True
    if before.endswith(SEVERAL) and not is_definite(before) and not form.endswith(SEVERAL) and _person_at(people, place) is None:
        return True  # «نواب معارضون حال الطريق»
    if is_listed_body(before) and begins_listed(form) and not form.endswith(_NISBA):
        return True  # «انتقدت زيتونيا الولايات المتحدة»
    titled = kind_of_noun(form) == "title" or kind_of_noun(before) == "title"  # «مدير الحملة في زيتونيا الدكتور بدر الغيم»
    if (nationality(before) is not None or before in _KINDS_OF_OFFICE) and not is_definite(before) and is_definite(form) and not titled:
        return _person_at(people, place) is None  # «ورفض متحدث عسكري التعليق»
    if is_definite(before) and is_definite(form) and kind_of_noun(form) in ("organization", "outlet") and not form.endswith(_NISBA):
        return True  # «ويكلف مجلس الأمن الوكالة الدولية»
    told = before.endswith(_NISBA) and is_definite(before) and kind_of_noun(before) is None
    if told and is_definite(form) and not form.endswith(_NISBA) and kind_of_noun(form) is None and not is_adjective(form):
        return _person_at(people, place) is None  # «ورفض الوزير الزيتوني التعليق»
    second = is_definite(before) and not is_definite(form) and _person_at(people, place) is None and not titled
    counted = form == "من" and before in _COUNTED  # «أجمع عدد من السكان»
    return second or (is_preposition(form) and not counted) or is_complementizer(form) or starts_adjunct(form, wording.form(place + 1))
