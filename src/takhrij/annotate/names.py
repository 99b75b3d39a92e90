"""The person's name inside a source phrase: «وزير النقل الدكتور سامي الغيم، رئيس الوفد» gives سامي الغيم."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.annotate.clauses import COMMAS, HEADLESS, RELATIVES, bare, is_content_noun, is_preposition, kind_of_noun, starts_adjunct
from takhrij.annotate.cues import hides_name
from takhrij.annotate.gazetteer import ORGANIZATION, is_listed_in, listed_at, nationality
from takhrij.annotate.name_words import given_name, is_unusual, is_word
from takhrij.annotate.phrases import is_definite, is_owned
from takhrij.annotate.sources import head_kind
from takhrij.annotate.wording import QUOTE, Range, Wording

_LONGEST = 6  # words of a name
_SHORTEST_QUOTED = 2  # words of a name in marks
_SHORTEST_FOR = 3  # letters of ل and a noun
_LONGEST_IN_AT = 6  # letters of a name that ends so: «فرحات», «عرفات»
_PARTICLES = frozenset({"ال", "بن", "ابن", "ابو", "ابي", "ام", "عبد", "بنت", "ا", "د"})
_SAME = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها", "عينه"})
_OF_ROLES = frozenset("باسم لدي باسمه باسمها شمال جنوب غرب شرق وسط لشوون سابق سابقا رفيع كبير".split())  # noqa: SIM905
_MEDIA = frozenset("موقع صحيفه جريده قناه اذاعه مجله تلفزيون شبكه فضاييه بوابه محطه مدونه برنامج وكاله".split())  # noqa: SIM905
_CALLED = frozenset("يدعي وتدعي تدعي ويدعي اسمه اسمها واسمه واسمها المدعو المدعوه".split())  # noqa: SIM905
_SPOKESMEN = frozenset({"متحدث", "متحدثه", "ناطق", "ناطقه"})
_REALLY = frozenset({"الحقيقي", "الكامل"})  # «واسمها الحقيقي ريما الغيم»
_KIN = frozenset({"ام", "ابو"})
# «مدينة الملك فهد»: a title behind one of these belongs to the name of a place.
# Who bears these comes first of all his titles: «موفد خادم الحرمين الشريفين الملك سامي» is another.
_OF_TITLES = frozenset({"الله", "اول"})  # «آية الله سامي», «الجندي أول سامي»
_CROWNS, _OF_CROWNS = frozenset({"الملك", "الملكه", "السلطان", "البابا", "العاهل"}), frozenset({"ملك", "عاهل", "ملكه"})
_NAMED_PLACES = frozenset("مدينه جامعه مستشفي مطار شارع معهد جسر طريق حي مركز موسسه جايزه كليه مدرسه قاعده ميناء منطقه محافظه".split())  # noqa: SIM905


def name_in(wording: Wording, source: Range, people: Sequence[Range]) -> Range | None:
    """The tokens of the person named in a source phrase, by the mentions `people` if any lies in it, else by the words themselves."""
    head = head_kind(wording, source)
    first = wording.form(source[0])
    if (head is None and wording.form(source[0] - 1) == QUOTE) or first in ("ل", "لل"):
        return None  # «ذكرت "ذي ديلي غيم"»
    if head not in ("unnamed", "outlet", "title", None) or first in (QUOTE, "#") or bare(first) in _MEDIA:
        return None
    listed = listed_at(wording.tokens, source[0])
    if head is None and listed is not None and listed[0].kind == ORGANIZATION:
        return None
    start, stop = source
    quoted = _quoted_last(wording, start, stop) if head is not None else None
    if quoted is not None:
        return quoted
    behind = _behind_comma(wording, start, stop)
    if behind is not None and not any(behind[0] <= person[0] and person[1] <= stop for person in people):
        return behind
    begin = _after_calling(wording, start, stop) or _after_title(wording, start, stop)
    early = _before_role(wording, start, stop) if head is None else None
    if early is not None and begin is not None and begin > early[1]:
        return early  # «مايكل كوهين المحامي السابق»
    if begin is None:
        inside = (person for person in people if start <= person[0] and person[1] <= stop and not _is_of_another(wording, person, start))
        mentioned = [person for person in inside if not _in_place(wording, person[0], start)]
        if early is not None and mentioned and mentioned[0][0] > early[1]:
            return early  # «كالي بري، المتحدث باسم الرئيس سامي الغيم»
        if mentioned:
            return _whole(wording, mentioned[-1] if head is not None else mentioned[0], source)
        begin = _after_role(wording, start, stop) if head is not None else _bare(wording, start, stop)
    if begin is None:
        return early
    end = name_end(wording, begin, stop)
    found = next((person for person in people if person[0] == begin and person[1] - begin > 1), None)
    if found is not None and found[1] < end and _is_no_name(wording.form(found[1])):
        end = found[1]  # «الأمير سامي بن كمال أرسل رسالة»
    return (begin, end) if end > begin else None


def _quoted_last(wording: Wording, start: int, stop: int) -> Range | None:
    """«مدير الفرع في التل "سياف آل غيم"»: two words and more in marks that end a role and are no nouns for a source."""
    opener = wording.partners.get(stop - 1) if wording.closes(stop - 1) else None
    if opener is None or opener <= start or not _SHORTEST_QUOTED <= stop - opener - 2 <= _LONGEST:
        return None
    words = [wording.form(place) for place in range(opener + 1, stop - 1)]
    body = bare(wording.form(opener - 1)) in _MEDIA or kind_of_noun(wording.form(opener - 1)) in ("organization", "outlet", "document")
    names = all(kind_of_noun(word) is None and word.isalpha() and not word.isascii() for word in words)
    known = any(given_name(word) == word or is_unusual(word) for word in words)
    return (opener + 1, stop - 1) if names and known and not body and not is_definite(words[0]) else None


def _behind_comma(wording: Wording, start: int, stop: int) -> Range | None:
    """«رئيس فرق الغوص في الميناء، برناس فلزير»: the last words of a role, half of them in no dictionary or names that people have."""
    comma = next((place for place in range(stop - 1, start, -1) if wording.form(place) in COMMAS), start)
    begin = comma + 1 + (wording.form(comma + 1) == "#")
    words = [wording.form(place) for place in range(begin, stop) if wording.form(place) != "_"]
    role = is_definite(wording.form(start)) or head_kind(wording, (start, comma)) in ("unnamed", "title")
    if comma == start or not role or not _SHORTEST_QUOTED <= len(words) <= _LONGEST:
        return None
    plain = all(word.isalpha() and not is_preposition(word) and _is_no_role(word) for word in words) and not is_definite(words[0])
    known = sum(given_name(word) == word or is_unusual(word) for word in words)
    return (begin, stop) if plain and 2 * known >= len(words) and words[0] not in HEADLESS else None


def _is_no_role(form: str) -> bool:
    """Whether a word is no noun for a source: «بروس» is not "by Russians", «أمين» is a name too."""
    return kind_of_noun(form) is None or given_name(form) == form or (form[0] in "بلوف" and not is_word(form))


def _is_no_name(form: str) -> bool:
    return is_word(form) and given_name(form) is None and not is_definite(form) and form not in _PARTICLES


def _after_calling(wording: Wording, start: int, stop: int) -> int | None:
    """«إحدى المحتجزات وتدعى سامية الغيم», «مزارع اسمه سامي»: the word behind what says that a name comes."""
    called = next((place + 1 for place in range(start + 1, stop - 1) if wording.form(place) in _CALLED), None)
    return called + (wording.form(called) in _REALLY) if called is not None else None


def _whole(wording: Wording, mentioned: Range, source: Range) -> Range:
    """A mention with the first name that the finder left out: «الخبير، مخلص سامي الغيم»."""
    begin = _after_role(wording, *source)
    if begin is None or not mentioned[0] - 2 <= begin < mentioned[0]:
        return mentioned
    return begin, mentioned[1]


def _in_place(wording: Wording, place: int, start: int) -> bool:
    behind_title = place - 2 >= start and kind_of_noun(wording.form(place - 1)) == "title" and _is_named_place(wording.form(place - 2))
    return behind_title or (place > start and _is_named_place(wording.form(place - 1)))


def _is_of_another(wording: Wording, name: Range, start: int) -> bool:
    """«رئيس شركة زين», «المتحدث باسم سامي الغيم»: whether a name is of the body or the man that the source speaks for."""
    before = wording.form(name[0] - 1)
    if bare(before) in _SPOKESMEN or (before == "باسم" and bare(wording.form(name[0] - 2)) in _SPOKESMEN):
        return "باسم" in (before, wording.form(name[0]))
    return name[1] - name[0] == 1 and name[0] > start and kind_of_noun(before) == "organization" and not is_definite(before)


def _is_named_place(form: str) -> bool:
    """Whether a noun takes a person's name for its own: «مدينة الملك سامي», «بجامعة الأمير سامي»; but «في المدينة الرائد سامي»."""
    return form in _NAMED_PLACES or (form[:1] in ("ب", "ل", "و") and form[1:] in _NAMED_PLACES)


def _before_role(wording: Wording, start: int, stop: int) -> Range | None:
    """Words before a comma and a role, which no list of names has: «إقبال سعادة، قائد الشرطة»."""
    first, after = wording.form(start), wording.form(start + 1)
    if start + 2 < stop and kind_of_noun(after) == "unnamed" and not is_definite(after) and first.isalpha() and not is_word(first):
        return start, start + 1  # «مونشي مدير النادي»
    for place in range(start + 1, min(stop - 1, start + _LONGEST)):
        form = wording.form(place)
        if form in COMMAS:
            role = kind_of_noun(wording.form(place + 1)) == "unnamed"
            return (start, place) if role and not _has_article(first) else None
        if kind_of_noun(form) in ("unnamed", "title") and is_definite(form):
            return (start, place) if place - start > 1 and not is_definite(first) and first[-1:] != "ه" else None
        if not form.isalpha() or kind_of_noun(form) is not None or is_preposition(form) or is_content_noun(form):
            return None
    return None


def _has_article(form: str) -> bool:
    """Whether ال is the article: «المدير», not «ألفريدو», «ألخاندرو»."""
    return is_definite(form) and (is_word(form) or is_word(form[2:]))


def _after_title(wording: Wording, start: int, stop: int) -> int | None:
    last = None
    for place in range(start, stop - 1):
        form = wording.form(place)
        if (
            kind_of_noun(form) != "title"
            or wording.form(place - 1) == "عبد"
            or form.startswith(("ب", "ل"))
            or _is_named_place(wording.form(place - 1))
            or _is_of_role(wording, place, start)
        ):
            continue
        following = wording.form(place + 1)
        if following in (".", "/") and place + 2 < stop:
            last = place + 2
        elif (
            following[:1].isalpha()
            and not is_preposition(following)
            and following not in HEADLESS
            and kind_of_noun(following) in (None, "title")
        ):
            last = place + 1
    while last is not None and (kind_of_noun(wording.form(last)) == "title" or wording.form(last) in _OF_TITLES) and last + 1 < stop:
        last += 1
    if last is not None and last + 1 < stop and _is_adjective(wording.form(last)) and not _is_common(wording.form(last + 1)):
        last += 1  # «السفير الروسي سامي الغيم»
    if last is not None and wording.form(last - 1) == "الفريق" and _is_adjective(wording.form(last)):
        return None  # «الفريق الطبي»
    if last is not None and nationality(wording.form(last)) is not None and _is_adjective(wording.form(last)):
        following = wording.form(last + 1)
        return None if last + 1 >= stop or following[:1] in "بل" or not _may_go_on(following) else last  # «اللواء الزيتوني»
    return None if last is not None and is_content_noun(wording.form(last)) else last


def _may_go_on(form: str) -> bool:
    return form.isalpha() and not is_definite(form) and kind_of_noun(form) is None and not is_preposition(form)


def _is_of_role(wording: Wording, place: int, start: int) -> bool:
    """Whether a title is of him whose man the source is: «موفد الملك كمال», «شقيق الأمير»; not «المدير الشيخ سامي»."""
    form, before = wording.form(place), wording.form(place - 1)
    if place > start and kind_of_noun(before) == "unnamed" and not is_definite(before) and is_definite(form):
        return True
    roles = {bare(wording.form(earlier)) for earlier in range(start, place) if kind_of_noun(wording.form(earlier)) == "unnamed"}
    return form in _CROWNS and bool(roles) and not roles & _OF_CROWNS


def _is_adjective(form: str) -> bool:
    return is_definite(form) and form.endswith(("ي", "يه"))


def _after_role(wording: Wording, start: int, stop: int) -> int | None:
    """The first word behind a closed role phrase that can be no part of it."""
    if wording.form(start) in _KIN:
        return start
    for place in range(start + 1, stop):
        form, before = wording.form(place), wording.form(place - 1)
        if hides_name(wording, place) or form in RELATIVES:
            return None
        if form in COMMAS:
            following = wording.form(place + 1)
            if (
                place + 1 < stop
                and following not in RELATIVES
                and not hides_name(wording, place + 1)
                and not is_content_noun(following)
                and not following.startswith(("لم", "لا", "وال"))
                and following not in HEADLESS
            ):
                return place + 1 if kind_of_noun(following) is None and not is_preposition(following) else None
            continue
        common = _is_common(form) and not _is_given(wording, place)
        if common or before in ("من", "باسم", "في", "عن", "علي") or _in_place(wording, place, start):
            continue
        if is_listed_in(form) or _is_of(wording, place, stop):
            continue  # «بتعز»
        closed = is_definite(before) or is_listed_in(before) or _is_his(wording, place - 1)
        closed = closed or (wording.closes(place - 1) and (given_name(form) is not None or is_unusual(form)))
        if closed and (not is_content_noun(form) or given_name(form) == form):
            return place
    return None


def _is_given(wording: Wording, place: int) -> bool:
    """«المدير العام سيد الغيم»: a word that is a given name as it stands, before what goes on with a name."""
    form, following = wording.form(place), wording.form(place + 1)
    return kind_of_noun(form) == "title" and given_name(form) == form and following.isalpha() and kind_of_noun(following) is None


def _is_his(wording: Wording, place: int) -> bool:
    """«مدربه سامي الغيم», «زوجته»: a role that a pronoun closes."""
    return kind_of_noun(wording.form(place)) == "unnamed" and is_owned(wording, place)


def _is_of(wording: Wording, place: int, stop: int) -> bool:
    """«بأعمال السفارة», «لحقوق السكان سامي»: a definite noun behind it that is no name's or has a further word; but «بندر الغيم»."""
    following, before = wording.form(place + 1), wording.form(place - 1)
    field = wording.form(place).startswith("ل") and is_definite(following) and is_definite(before) and before.endswith("يه")
    if _is_for(wording.form(place)) or (field and given_name(wording.form(place)) is None):
        return True  # «مدير الحملة الزيتونية لنصرة السكان»
    if wording.form(place)[0] not in "بل" or place + 1 >= stop or not is_definite(following):
        return False
    return kind_of_noun(following) is not None or (place + 2 < stop and not _is_common(wording.form(place + 2)))


def _is_for(form: str) -> bool:
    """«المدير التنفيذي لسوق التل»: a common noun with ل that is no given name («ليلى»)."""
    return form.startswith("ل") and len(form) > _SHORTEST_FOR and given_name(form) is None and is_word(form[1:])


def _is_common(form: str) -> bool:
    if not form[0].isalpha() or is_definite(form) or is_preposition(form) or kind_of_noun(form) is not None or len(form) < 2:
        return form not in _PARTICLES
    noun = len(form) > 4 and (kind_of_noun(form[1:]) is not None or form in ("باسم", "بدرجه", "برتبه"))
    clitic = form[0] in "بلو" and (form[1:] in _NAMED_PLACES or noun)
    many = form.endswith("ات") and len(form) > _LONGEST_IN_AT  # «وصف وزير النقل اتهامات …»
    return clitic or many or form in _SAME or form in HEADLESS or form in _OF_ROLES


def _bare(wording: Wording, start: int, stop: int) -> int | None:
    """A phrase that begins with a name, or with where its bearer is from: «سامي الغيم، مدير المرفأ», «الزيتوني سامي الغيم»."""
    start += _is_adjective(wording.form(start)) and start + 2 < stop and not _is_common(wording.form(start + 1))
    end = name_end(wording, start, stop)
    first = wording.form(start)
    single = end - start == 1
    rest = [wording.form(place) for place in range(start, end)]
    if QUOTE in rest:
        return None  # «حساب تطبيق "غيم"»
    thing = first.endswith("ات") or (is_definite(rest[-1]) and rest[-1].endswith("ه")) if rest else True
    thing = thing and given_name(first) != first  # «خالد العطية»
    if thing or single or not first[0].isalpha() or first.isascii() or any(kind_of_noun(form) for form in rest):
        return None
    may_open = first[-1:] != "ه" or given_name(first) == first
    thing = is_definite(first) or (is_content_noun(first) and not is_unusual(rest[1]))
    return start if 2 <= end - start <= 4 and not thing and may_open else None


def name_end(wording: Wording, begin: int, stop: int) -> int:
    """The token after a name that begins at `begin`."""
    place = begin
    while place < stop and place - begin < _LONGEST:
        form = wording.form(place)
        ends = form in COMMAS or is_preposition(form) or form in RELATIVES or starts_adjunct(form, wording.form(place + 1))
        son = place > begin and wording.form(place - 1) in ("بن", "ابن", "بنت")  # «سامي بن على الغيم»
        if not son and ((form != QUOTE and (ends or not form[0].isalnum())) or form in HEADLESS):
            break
        kind = kind_of_noun(form)
        if place > begin and kind is not None and form.startswith("وال"):
            break  # «الملك سامي والوزير خالد»
        if place > begin and kind == "unnamed" and form not in _PARTICLES and wording.form(place - 1) not in _PARTICLES:
            break
        if place > begin and kind in ("organization", "document", "vague", "outlet") and not is_definite(form):
            break
        if place > begin and form[:1] == "ل" and kind_of_noun(form) is not None:
            break
        place += 1
    return place
