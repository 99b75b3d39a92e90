"""What single words do in a clause: complementizers, adjuncts, verbal nouns, conjunctions. Words are folded forms."""

from __future__ import annotations

from functools import cache, lru_cache

from takhrij.annotate.gazetteer import PERSON, listed_words, nationality
from takhrij.annotate.name_words import is_word
from takhrij.annotate.wording import IMAM
from takhrij.text.folding import folded
from takhrij.text.lexicons import folded_words, lexicon

_AL_OF_ROOT = frozenset("القاء الغاء الزام الحاق التزام التحاق التقاط التماس التفاف".split())  # noqa: SIM905 — their ال is no article
_ENDINGS = ("", "ه", "ها", "هم", "هما", "هن", "ني", "نا", "نى", "ك", "كم")
COMPLEMENTIZERS = frozenset(start + end for start in ("ان", "بان", "وان", "بانن", "انن") for end in _ENDINGS)
RESUMING = frozenset("فان" + end for end in _ENDINGS) | {"ان"}  # «وبحسب الوكالة، فإن الصفقة …»
COMMAS = frozenset({"،", ",", "؛", ";", "-", "–", "/"})
BRACKETS = {"(": ")", "[": "]"}
_FOREIGN_PREPOSITIONS = frozenset(["في", "من", "على", "الي", "عن", "مع", "بين", "علي"])


def words_of_class(name: str) -> frozenset[str]:
    """The folded words of one class of clause_words.tsv."""
    return frozenset(folded(row["form"]) for row in lexicon("annotate", "clause_words") if row["class"] == name)


BLOCKING, TEMPORAL, ADJUNCTS = words_of_class("blocking"), words_of_class("temporal"), words_of_class("adjunct")
RELATIVES, SIBLINGS, CLAUSE_STARTS = words_of_class("relative"), words_of_class("sibling"), words_of_class("clause")
OPENERS, PRONOUNS = words_of_class("opener"), words_of_class("pronoun")
FIXED = words_of_class("fixed")  # «النائب عن», «المشرف على»: the preposition is the noun's, not the cue's
_MANY = words_of_class("many")
TURNS = words_of_class("turn")  # «من جهتها», «بدوره»: another speaker has the word
ADDRESSEES = words_of_class("addressee")
# «قال وهو يبتسم»: no source begins so; but «وأضاف هذا المصدر», «وأكد كل من …».
HEADLESS = words_of_class("headless") | (OPENERS - {"هذا", "هذه", "ذلك", "تلك", "كل"})
_PARTS_OF_TIME = frozenset(map(folded, ("مطلع", "منتصف", "أوائل", "أواسط", "أواخر")))  # «مطلع مايو», but «مصدر مطلع»
_TIMES = frozenset(map(folded, ("الشهر", "العام", "السنة", "الأسبوع", "القرن")))
_SHORTEST_OBJECT = 4  # letters of a noun and the ending of an object: «مصدرا»; «أما» is none
_SHORTEST_LED = {"و": 3, "ل": 3, "ب": 3, "ف": 5}  # letters of a preposition or conjunction and a noun; «فايه» is a name
_PEOPLE, _SHORTEST_PEOPLE = ("يون", "يين"), 6  # letters of a word for people named by what they do or where they are from
_TWO, SEVERAL = "ان", ("ون", "ين")  # endings of men, that of several unless something of theirs follows
TELLERS = ("unnamed", "title", "organization", "outlet", "vague", "place")  # kinds of nouns for those who may say something
_NO_PEOPLE = ("ليون", "ايين", "زيون")  # numbers, «تلفزيون»
_SAID_IN = frozenset({"بيان", "تصريح", "تصريحات", "مؤتمر", "تغريده", "رساله", "كلمه", "مقابله", "حديث", "موتمر", "خطاب"})
_WHICH = frozenset("الماضي الماضيه المقبل المقبله الجاري الجاريه الحالي الحاليه القادم القادمه الفايت المنصرم".split())  # noqa: SIM905
WORKS, POINTED = words_of_class("work"), words_of_class("pointed")
TITLED = words_of_class("titled")  # titles that a name follows always
OCCASIONS, _VENUES, _MONTHS = words_of_class("occasion"), words_of_class("venue"), words_of_class("month")


def is_complementizer(form: str) -> bool:
    """Whether the word is أن, إن, بأن with or without a pronoun."""
    return form in COMPLEMENTIZERS


def is_preposition(form: str) -> bool:
    """Whether the word is a separate preposition."""
    return form in _FOREIGN_PREPOSITIONS


@lru_cache(maxsize=20_000)
def bare(form: str) -> str:
    """A noun without conjunction, preposition and article: «وبالمصدر» gives مصدر; short words stay as they are."""
    for prefix in ("وال", "بال", "فال", "كال", "ولل", "وبال", "ال", "لل"):
        if form.startswith(prefix) and len(form) - len(prefix) >= 2:
            return form[len(prefix) :]
    return form


@cache
def _kinds() -> dict[str, str]:
    rows = ((row["noun"], row["kind"]) for row in lexicon("annotate", "source_nouns"))
    return {noun if noun == IMAM else folded(noun): kind for noun, kind in rows}


@lru_cache(maxsize=50_000)
def kind_of_noun(form: str) -> str | None:
    """What kind of source the noun makes: «للوكالة» outlet, «المتحدثون» unnamed; None where it is no such noun."""
    kinds = _kinds()
    for candidate in (form, bare(form), *((form[1:], bare(form[1:])) if len(form) > _SHORTEST_LED.get(form[:1], len(form)) else ())):
        if candidate in kinds:
            return kinds[candidate]
    if form.endswith(("ا", "و")) and len(form) > _SHORTEST_OBJECT and kinds.get(form[:-1]) == "unnamed":
        return "unnamed"  # «لكن مصدرا أمنيا قال», «قال مالكو المخبز»
    if form.endswith("ا") and len(form) > _SHORTEST_OBJECT and kinds.get(form[:-1]) == "document":
        return "document"  # «يعد تقريرا يفيد بأن …»
    if form.endswith(_TWO) and len(form) >= _SHORTEST_PEOPLE and kinds.get(bare(form)[:-2]) == "unnamed":
        return "unnamed"  # «مصدران», «المسؤولان»
    if form.endswith(SEVERAL) and len(form) >= _SHORTEST_PEOPLE and kinds.get(bare(form)[:-2]) == "unnamed":
        return "unnamed"  # «المحققون»
    if form.endswith(_PEOPLE) and len(form) >= _SHORTEST_PEOPLE and not form.endswith(_NO_PEOPLE):
        return "vague"  # «الصناعيون»
    owned = next((form[: -len(ending)] for ending in ("هم", "ها", "ه") if form.endswith(ending)), "")
    return "unnamed" if len(owned) > 2 and owned not in ("فريق", "شبان") and kinds.get(owned) == "unnamed" else None  # «زعيمه», «مديرها»


def is_many(form: str) -> bool:
    """Whether a noun means several people: «المحتجون», «نواب», «مراقبين»."""
    return kind_of_noun(form) == "vague" or bare(form) in _MANY or (kind_of_noun(form) == "unnamed" and form.endswith(("ون", "ين")))


@lru_cache(maxsize=50_000)
def is_content_noun(form: str) -> bool:
    """Whether an indefinite noun can open a content by itself: مقتل, استعداد, تسجيل, رفضه; not تنظيم or تقرير, which name sources."""
    if form in _AL_OF_ROOT:
        return True
    if (form.startswith("ال") and len(form) > 4) or form in ("اسحاق", "تالي", "تاريخ"):
        return False
    if kind_of_noun(form) is not None and form not in _certain():
        return False
    if _is_verbal(form):
        return True
    return any(form.endswith(ending) and _is_verbal(_restored(form, ending)) for ending in ("ها", "هم", "ه", "هما") if len(form) > 3)


def is_listed(form: str) -> bool:
    """Whether an opening noun is one of the list, and not only of a pattern that names have too (أردان)."""
    sure = form in _AL_OF_ROOT or form in _certain()
    return sure or any(_restored(form, ending) in _certain() for ending in ("ها", "هم", "ه") if form.endswith(ending))


def _restored(form: str, ending: str) -> str:
    core = form[: -len(ending)]
    whole = core[:-1] + "ه"
    return whole if core.endswith("ت") and (whole in _certain() or (core[0] == "م" and _is_verbal(whole))) else core  # مشاركته: مشاركة


@cache
def _certain() -> frozenset[str]:
    return folded_words("annotate", "content_nouns", "noun")


def _is_person(form: str) -> bool:
    listed = listed_words(form)
    return listed is not None and listed.kind == PERSON


def _is_verbal(form: str) -> bool:
    """The patterns استفعال، افتعال، انفعال، إفعال، تفعيل، تفاعل، مفاعلة، and the list of those that fit none."""
    if form in _certain():
        return True
    size = len(form)
    if size < 4 or _is_person(form) or nationality(form) is not None:
        return False  # every pattern below has more letters; «ترامب» and «تركية» have one
    if form.startswith("است") and size in (6, 7) and "ا" in form[4:6]:
        return True
    if form[0] == "ا" and size == 6 and form[4] == "ا" and (form[2] == "ت" or form[1] == "ن"):
        return True
    if not is_word(form):
        return False  # «تياغو»: foreign names have the shorter patterns
    if form[0] == "ا" and size == 5 and form[3] == "ا" and form[1] != "ل":
        return True
    if form[0] == "ت" and size == 5 and (form[3] == "ي" or form[2] == "ا"):
        return True
    return form[0] == "م" and size == 6 and form[2] == "ا" and form[-1] == "ه"


def starts_adjunct(form: str, following: str) -> bool:
    """Whether a phrase of time, place or occasion begins: «في بيان», «خلال زيارته», «الخميس», «على هامش», «مطلع مايو»."""
    if form == "اول" and following not in ("من", "امس"):
        return False  # «الجندي أول سامي الغيم»
    if form in ("عام", "سنه") and following[:1].isdigit():
        return True
    if form == "صباح" and following.isalpha() and not following.startswith("ال") and following not in TEMPORAL | ADJUNCTS:
        return False  # «سامي صباح الغيم»
    if form in TEMPORAL or form in ADJUNCTS or (form in _PARTS_OF_TIME and following in _TIMES | _MONTHS):
        return True
    if form[:1] == "ب" and form[1:] in _SAID_IN:
        return True
    if form == "من" and following in ("خلال", "دون", "قبل", "بعد"):
        return True
    if form in ("في", "من") and following in ("جانبه", "جانبها", "جهته", "جهتها", "ناحيته", "جانبهم"):
        return True
    if form == "في" and (following in OCCASIONS | TEMPORAL | _MONTHS or following[:1].isdigit()):
        return True
    if form in _TIMES and following in _WHICH:
        return True  # «قال المدير الشهر الماضي إن …»
    return form in ("علي", "عن") and following in _VENUES
