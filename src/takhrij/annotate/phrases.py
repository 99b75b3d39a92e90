"""Where a noun phrase is complete, and where a second one begins behind it without any sign: «طالب النواب الحكومة بـ…»."""

from __future__ import annotations

from takhrij.annotate.clauses import OCCASIONS, RELATIVES, TEMPORAL, TITLED, bare, is_content_noun, is_preposition, kind_of_noun
from takhrij.annotate.gazetteer import ORGANIZATION, PLACE, begins_listed, is_listed_body, listed_at
from takhrij.annotate.name_words import is_unusual
from takhrij.annotate.opened import Named
from takhrij.annotate.wording import Wording

_ARTICLES = ("ال", "لل", "بال", "وال")
_NAME_LINKS = frozenset({"ال", "بن", "ابن", "ابو", "ابي", "ام", "عبد", "بنت", "اي", "غير", "ذات"})
DEMONSTRATIVES = frozenset({"هذا", "هذه", "ذلك", "تلك", "هولاء", "ما", "جميع", "كافه"})
_ACCUSATIVE = ("اً", "ًا")
_LONGEST_IN_UN = 5  # letters of a name that ends so: «سيمون», «هارون»
_OWNED, _SHORTEST_OWNED = ("ه", "ها", "هم"), 5  # letters of a noun with a pronoun
_SHORTEST_NAME = 3  # letters
_SHORTEST_JOINED = 4  # letters of ف and a noun
_FOR = frozenset({"وفقا", "طبقا", "استنادا", "فقا"})
_WHERE_FROM = frozenset({"بلاده", "بلادها", "بلادهم", "نوعه", "نوعها", "وجوه", "مياه", "وجه"})
EXCELLENCIES = frozenset({"سمو", "معالي", "فضيله", "سعاده", "فخامه", "جلاله"})
_NAME_OF_BODY = 5  # tokens of «(الهيئة العامة) للاستثمار والتنمية إلى»
_FAR = 14  # tokens of a chain of titles
_MARKS = '"«»“”'
_NISBA = ("ي", "يه", "يين", "يون", "يات")


def is_definite(form: str) -> bool:
    """Whether the word has the article (one that is only the name particle آل has not)."""
    return form.startswith(_ARTICLES) and len(form) > 3


def is_accusative(wording: Wording, place: int) -> bool:
    """Whether a word is written with the ending of an object: «تتهم أطرافاً», «قال مبتسماً»."""
    return place < len(wording.tokens) and wording.text.endswith(_ACCUSATIVE, 0, wording.tokens[place].end)


def is_owned(wording: Wording, place: int) -> bool:
    """Whether a noun has the pronoun of the one who speaks: «(في) طلبهم», «(في) تقريرها»; «خطبة» has none, «بلاده» tells where from."""
    form = wording.form(place)
    owned = form.endswith(_OWNED) and len(form) >= _SHORTEST_OWNED and not is_definite(form)
    return owned and form not in _WHERE_FROM and wording.text[wording.tokens[place].end - 1] != "ة"


def is_governed(wording: Wording, place: int) -> bool:
    """Whether the ل of a word is of the cue before it: «وفقا لوزارة النقل»."""
    return wording.form(place - 1).removeprefix("و") in _FOR and wording.form(place).startswith("ل")


def without_for(words: str) -> str:
    """Words without the ل they begin with.

    >>> without_for("لوزارة النقل"), without_for("للوزارة")
    ('وزارة النقل', 'الوزارة')
    """
    return "ا" + words[1:] if words.startswith("لل") else words[1:].lstrip("ـ ")


def is_joined(form: str) -> bool:
    """Whether a ف that joins clauses stands before the word: «فالوزارة», «فالعراق»; not «فالح»."""
    if form[:1] == "ف" and len(form) > _SHORTEST_JOINED and kind_of_noun(form[1:]) in ("vague", "unnamed"):
        return True  # «فبعض»
    return form.startswith("فال") and (kind_of_noun(form[1:]) is not None or begins_listed(form[1:]))


def is_also(form: str) -> bool:
    """Whether a و that joins clauses stands before the word: «والمدير», «ومراقبون»; not «والدة», «وزارة»."""
    if form[:1] != "و" or len(form) <= _SHORTEST_JOINED or form.startswith("والد"):
        return False
    return kind_of_noun(form[1:]) in ("vague", "unnamed")


def _titled_later(wording: Wording, place: int) -> bool:
    return any(wording.form(later) in TITLED or wording.form(later) == "الشيخ" for later in range(place, place + _FAR))


def is_closed(wording: Wording, place: int, start: int, *, sure: bool) -> bool:
    """Whether the phrase before `place` (the cue ends at `start`) is complete, so that an indefinite noun cannot belong to it.

    Behind a name only a noun that is `sure` to open contents shows that: «وزير الأمن سامي أردان».
    """
    if place == start:
        return True
    before = wording.form(place - 1)
    if is_preposition(before) or before in RELATIVES or before in _NAME_LINKS:
        return False
    if before in OCCASIONS and wording.form(place - 2) == "في":
        return True  # «أعلنت في بيان افتتاح …»
    if is_definite(before) or before.endswith(("يه", "ي")) or not before[0].isalpha() or before in TEMPORAL:
        return True
    return kind_of_noun(before) in ((None, "place") if sure else ("place",)) and not is_content_noun(before)


def is_plain_role(form: str) -> bool:
    """«الوزير», «المدرب»."""
    return is_definite(form) and kind_of_noun(form) == "unnamed"


def _follows_name(wording: Wording, place: int, named: Named) -> bool:
    """«وصف سامي الغيم الوزير بأنه خطير», «ودعت موغيريني إيران إلى …»: a role or a state right behind somebody's name."""
    form, before = wording.form(place), wording.form(place - 1)
    owned = is_owned(wording, place - 1) and kind_of_noun(before) is None and before.endswith(("ها", "هم"))
    if owned and is_definite(form) and not form.endswith(_NISBA) and kind_of_noun(form) is None:
        return True  # «ووصفت وزارة خارجيتها الطلب بأنه خطير»
    if form.startswith("نظير") and len(form) > len("نظير"):
        return True  # «حذر الوزير سامي الغيم نظيره الزيتوني من …»
    if form == "الله" and (is_definite(before) or place in named.ends):
        return True  # «ودعا الأمير سامي الله أن …»
    if wording.closes(place - 1) and is_definite(form) and not form.endswith(_NISBA) and wording.form(place + 1)[:1] == "ب":
        return kind_of_noun(wording.form((wording.partners[place - 1] or place) - 1)) is None  # «ووصف "الغيم" السوق بأنه كبير»
    if place in named.ends and is_plain_role(form):
        return wording.form(place + 1)[:1] == "ب"
    state = is_listed_body(form) and not form.endswith(_NISBA)
    name = is_unusual(before) or bare(before) in named.surnames
    return state and name and len(before) > _SHORTEST_NAME and kind_of_noun(before) is None


def _is_called_for(wording: Wording, place: int) -> bool:
    """«دعا الحزب للتظاهر»; but «دعت الهيئة العامة للري والزراعة إلى …», at neither of the two."""
    form, near = wording.form(place), (wording.form(later) for later in range(place, place + _NAME_OF_BODY))
    return form.startswith("لل") and is_content_noun(bare(form)) and "الي" not in near


def starts_second(wording: Wording, place: int, first: int, named: Named) -> bool:
    """Whether a new noun phrase, the one asked or accused, begins at `place` behind the phrase that began at `first`; `named`: persons.

    «طالب عدد من النواب المحليين البلدية بفتح …»: at البلدية, since an adjective has closed the phrase before.
    """
    form, before = wording.form(place), wording.form(place - 1)
    if place == first or not form[0].isalpha():
        return False
    if _follows_name(wording, place, named):
        return True
    if form.startswith("لل") or (form.startswith("وال") and before.startswith("لل")):
        return _is_called_for(wording, place)
    if wording.form(first) in EXCELLENCIES and _titled_later(wording, place):
        return False  # «حث معالي المستشار عضو الهيئة الشيخ الدكتور سامي الغيم السكان على …»
    if place == first + 1 and kind_of_noun(before) in ("vague", "unnamed") and kind_of_noun(form) == "organization":
        return is_definite(form) and is_definite(before) and not form.endswith(_NISBA)  # «يتهم الأكراد الفصائل بـ…»
    listed = listed_at(wording.tokens, first) if is_definite(form) and not form.endswith(_NISBA) else None
    if listed is not None and listed[1] == place and place > first + 1 and listed[0].kind in (PLACE, ORGANIZATION):
        return True  # «اتهمت الولايات المتحدة الحكومة بـ…»
    if form in DEMONSTRATIVES and (is_definite(before) or (before.endswith("ه") and kind_of_noun(before) == "title")):
        return True
    body = place == first + 1 and is_listed_body(before)
    if body and is_listed_body(form) and not form.endswith(_NISBA):
        return True  # «تتهم إسرائيل إيران بـ…»
    kind = kind_of_noun(form) if form[0] not in "بل" or kind_of_noun(form[1:]) is None else None
    if not is_definite(form):
        if is_definite(before) and before.endswith("ون") and not is_preposition(form) and form[0] not in "بلو":
            return True  # «وصف الباحثون مشتري الأدوات بـ…»
        body = kind_of_noun(wording.form(first)) == "organization" and form[0] not in "بلو" and not form.isascii()
        return (kind not in (None, "title") or body) and is_definite(before) and not is_preposition(form)
    if kind == "title" or form.endswith(_NISBA):
        return False
    if before.endswith(_NISBA) and not is_definite(before) and place - first > 1 and not is_definite(wording.form(first)):
        return True  # «وصف مصدر دبلوماسي زيتوني الاتهامات بـ…»
    if (body and kind_of_noun(before) is None) or (before.endswith("ون") and not is_definite(before) and len(before) > _LONGEST_IN_UN):
        return True  # «تدعو اليونيسف الحكومة إلى …», «يتهم منتقدون الرئيس بـ…»
    if before.endswith(_NISBA) and is_definite(before):
        return kind not in (None, "unnamed") or not form.startswith("ال")
    return is_definite(before) and before.endswith("ه") and not form.endswith("ه")


def unmarked(name: str) -> str:
    """A name without marks round the whole of it."""
    inner = name[1:-1]
    marked = len(name) > 2 and name[0] in _MARKS and name[-1] in _MARKS and not any(mark in inner for mark in _MARKS)
    return inner.strip() if marked else name
