"""Which words may be part of a name, and how a name is told the same way in all its spellings."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein
from simplemma.strategies import DefaultDictionaryFactory

from takhrij.annotate.calendar import month_name, time_word
from takhrij.annotate.conjugation import reading_of
from takhrij.annotate.counted import person_noun
from takhrij.annotate.gazetteer import nationality, variants
from takhrij.text.folding import folded
from takhrij.text.lexicons import folded_words, lexicon
from takhrij.text.numerals import number_word

LINKS = frozenset(
    {"بن", "ابن", "بنت", "ابو", "ابي", "ام", "ال", "عبد", "ولد", "دي", "دا", "دو", "فان", "فون", "ديل", "لا", "لو", "مار", "ذو"}
)
_AFTER_LINK = frozenset({"الله", "الدين", "الرحمن", "العزيز", "الاسلام"})
# «التراجع», «الانسحاب», «الاستئناف», «الاجتماع»: what is done, no family.
_VERBAL_NOUN = re.compile(r"ال(?:است..ا.|ان..ا.|ا.ت.ا.|ت.ا..|ت..ي.|م.ا...?ه)$")
_LONG_VOWELS = re.compile("[اويى]|ه$")
_SAME_SOUND = str.maketrans({"غ": "ك", "ج": "ك", "ق": "ك", "ث": "ت", "ط": "ت", "ض": "د", "ظ": "د", "ذ": "د", "ص": "س", "ز": "س", "ح": "ه"})


_SHORTEST_SERVANT = 7  # letters of «عبدالله»; names of this make are many
_LETTERS_A_CHANGE = 4  # letters of a name in which one may be another
_SHORT_WITH_PARTICLE = 3  # letters of «لحل», «بدء»: a particle and two letters
_SHORTEST_KEY = 3  # letters; «ترامب» is ترمب
_ALI = "علي"  # folded, the preposition and the name are one word
SURE_ALI = "على"  # what stands for the name where a text writes the preposition otherwise: no folded word has this letter
# Given names that are as often common words; they begin a name only before a sure word of a name.
_AMBIGUOUS = (
    "رائد أمل نور هدى منى جهاد وفاء صفاء إيمان أحلام دعاء فرح كوثر كامل فاضل عزيز شريف كريم جميل سعيد صالح سالم ناجي هادي ربيع ضياء"
    " كمال جمال جلال وحيد أمين أمير عادل نعيم حارث مطلق ثائر مختار مأمون مبارك جميلة وسام نضال فارس سلطان خليفة رجب شعبان رمضان عوض ناصر"
    " منصور صادق طاهر شاكر حامد جابر غانم نبيل نجيب شادي هند ريم جون مجد فاتح رشيد حكيم حبيب جواد طيب الطيب الهادي المهدي"
    " الحبيب المنصف هاشم مسلم محفوظ مجاهد سلام سيف صباح بدر سيد فريد توفيق نصر خلف عارف غالب فضل بكر سلامة عيد شمس إسلام إحسان عواد"
    " مساعد سامح عطا فرج مفيد ميلاد أديب باسل جبر جليل حافظ رابح راجح رعد رشاد حياة خلود رجاء زهرة شهد شروق عواطف"
    " فريدة وداد وردة رزق كريمة هبة براء دلال مبروك مكرم منصف سهام مرام لجين الطاهر الصادق مشتاق بول"
    " نسيم شكري بيان بيل مشرف عبيد برهان فيروز انتصار سرور مؤيد منذر مؤمن معتصم أمنية شهاب سراج وديع رضوان شذى ضحى سماح أمجد لارس"
)
_ELATIVE = re.compile(r"ا\w{3}")  # «أفضل»
_SHORTEST_LED = 4  # letters of a surname that begins like a preposition
_NO_SURNAME_STARTS = ("است", "ال", "ت", "و")
_VERB_HEADS = ("سي", "ست", "سن", "ي", "ت", "ن")  # «ستمنحنا» is a verb with «us», «كارينا» is none
_ENDINGS = ("ها", "هم", "هما", "كم", "كما", "هن", "يه", "ه", "ات")


@cache
def _dictionary() -> frozenset[str]:
    """The inflected words of simplemma's Arabic dictionary, folded (297,624 forms)."""
    fold_letters = str.maketrans("أإآىئؤة", "اااييوه")
    words = DefaultDictionaryFactory().get_dictionary("ar")
    return frozenset(str(word).translate(fold_letters) for word in words)


def is_word(form: str) -> bool:
    """Whether a folded word is one of the dictionary as it stands."""
    return form in _dictionary()


@cache
def _given() -> frozenset[str]:
    names = folded_words("annotate", "given_names") - _stops() - {_ALI}
    return frozenset(name for name in names if len(name) > 2) | {SURE_ALI}  # folded, «آن» would be the particle


@cache
def _heads(package_list: str, kind: str) -> frozenset[str]:
    return frozenset(folded(row["form"]) for row in lexicon("annotate", package_list) if row["kind"] == kind)


@cache
def _stops() -> frozenset[str]:
    return folded_words("annotate", "name_stops")


@cache
def _body_heads() -> frozenset[str]:
    return _heads("name_heads", "ORGANIZATION")


def is_head(form: str) -> bool:
    """Whether the very word heads names of organizations."""
    return form in _body_heads()


@lru_cache(maxsize=100_000)
def kind_of_head(form: str) -> str | None:
    """What a word leads to: title or role (a person's name), PLACE, ORGANIZATION; None for others."""
    for offer in variants(form):
        for package_list, kind in (
            ("person_titles", "title"),
            ("person_titles", "role"),
            ("name_heads", "PLACE"),
            ("name_heads", "ORGANIZATION"),
        ):
            if offer in _heads(package_list, kind):
                return kind
    return None


def kind_of_tail(form: str) -> str | None:
    """What the last word of a foreign name says that it names: PLACE, ORGANIZATION; None for others.

    >>> kind_of_tail("ستريت")
    'PLACE'
    """
    return next((kind for kind in ("PLACE", "ORGANIZATION") if form in _heads("name_heads", f"{kind}_TAIL")), None)


@lru_cache(maxsize=100_000)
def given_name(form: str) -> str | None:
    """The given name that a folded word is, a particle before it taken off; None where it is none."""
    return next(
        (offer for offer in variants(form) if offer in _given() or (offer.startswith("عبدال") and len(offer) > _SHORTEST_SERVANT)), None
    )


@lru_cache(maxsize=100_000)
def is_stop(form: str) -> bool:
    """Whether the word ends a name: a particle, verb, number, title, word of time, or not Arabic letters at all."""
    if form in _given() or form in LINKS or form == _ALI:
        return form == _ALI
    if len(form) < 2 or not "ء" <= form[0] <= "ي" or form in _stops():
        return True
    joined = form[0] == "و" and (form[1:] in _stops() or form[1:].startswith(("ال", "ي", "ت")))
    return joined or reading_of(form) is not None or _is_other_word(form)


def _is_other_word(form: str) -> bool:
    verb = form[0] == "ي" and len(form) > 2 and form in _dictionary()
    participle = form[0] == "م" and form.endswith("ا") and len(form) > 4
    return (
        verb or participle or time_word(form) is not None or number_word(form) is not None
        or month_name(form, "") is not None or person_noun(form) is not None or kind_of_head(form) is not None
    )  # fmt: skip


@lru_cache(maxsize=100_000)
def is_adjective(form: str) -> bool:
    """Whether a word with the article is an adjective after a title rather than a surname."""
    return form in folded_words("annotate", "name_adjectives") or nationality(form) is not None


@lru_cache(maxsize=100_000)
def is_unusual(form: str) -> bool:
    """Whether a word is in no dictionary of Arabic, as most foreign and invented names are."""
    return form.isalpha() and not is_stop(form) and not _is_known(form)


def _is_known(form: str) -> bool:
    """Whether a dictionary has the word, particles, the future's «س» and common endings taken off."""
    offers = [
        *variants(form),
        *((form[1:],) if form[:2] in ("سي", "ست", "سا", "سن") or (form[0] in "لبو" and len(form) == _SHORT_WITH_PARTICLE) else ()),
        *((form[2:],) if form.startswith(("ال", "لل", "لاي", "لات")) else ()),  # «لايملك» is two words
    ]
    offers += [form[3:]] if form.startswith(("وال", "بال")) else []
    endings = (*_ENDINGS, "نا") if form.startswith(_VERB_HEADS) else _ENDINGS
    offers += [offer[: -len(ending)] for offer in offers for ending in endings if offer.endswith(ending) and len(offer) - len(ending) > 2]
    offers += [offer[:-1] + "ه" for offer in offers if offer.endswith("ت")]  # «موافقته» is موافقة with a pronoun
    return any(offer in _dictionary() for offer in offers)


@lru_cache(maxsize=100_000)
def is_surname(form: str) -> bool:
    """Whether a word with the article may be a surname: a nisba, or a word that is no common adjective or feminine noun.

    >>> is_surname("الفارقي"), is_surname("الصحيه"), is_surname("الارتياح")
    (True, False, False)
    """
    if len(form) < 5 or form.endswith(("ه", "ات", "ون", "ين")) or is_stop(form) or (is_adjective(form) and nationality(form) is None):
        return False
    return form.endswith("ي") or (form not in _dictionary() and form[2:] not in _dictionary() and not _VERBAL_NOUN.match(form))


@lru_cache(maxsize=100_000)
def may_be_surname(form: str) -> bool:
    """Whether a dictionary word may be a surname right after a given name: short, no feminine, verbal noun or accusative."""
    shaped = 3 <= len(form) <= 6 and not form.endswith(("ه", "ات", "ين", "ون", "ا", "هم")) and not form.startswith(_NO_SURNAME_STARTS)
    return shaped and not may_be_led(form) and not is_stop(form)


@lru_cache(maxsize=100_000)
def may_be_led(form: str) -> bool:
    """Whether ب or ل at the beginning of a word may be a preposition: «بمرتبة»; not of «بحاح», since «حاح» is no word."""
    return form[:1] in ("ل", "ب") and (len(form) < _SHORTEST_LED or _is_known(form[1:]))


def stands_before_office(given: str, after: str, office: str) -> bool:
    """Whether a word between a given name and an office is a surname: «سالم دياب وزير النقل»; not «سالم أفضل لاعب»."""
    if is_ambiguous_given(given) or kind_of_head(office) not in ("title", "role") or given_name(office) is not None:
        return False
    return may_be_surname(after) and not _ELATIVE.fullmatch(after)


def is_ambiguous_given(form: str) -> bool:
    """Whether a given name is as often a common word («رائد», «أمل», «كامل»)."""
    return form in _ambiguous()


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(folded(word) for word in _AMBIGUOUS.split())


@lru_cache(maxsize=100_000)
def goes_on(form: str) -> bool:
    """Whether a name that has begun may go on with this word: a given name, a link, a surname with article, an unusual word.

    >>> goes_on("الفارقي"), goes_on("سيتوجه")
    (True, False)
    """
    if form in _given() or form in LINKS or closes(form) or form == _ALI:
        return True
    if form.startswith("ال"):
        return is_surname(form)
    return is_unusual(form) and form[0] != "و"


def links_on(form: str) -> bool:
    """Whether the name surely goes on after this word («عبد», «بن», «أبو»)."""
    return form in LINKS


def closes(form: str) -> bool:
    """Whether the word belongs to the one before it («عبد الله», «صلاح الدين»)."""
    return form in _AFTER_LINK


def name_key(name: str) -> str:
    """What is left of a name when long vowels go and letters of one foreign sound are one: for finding spellings of one name.

    >>> name_key("نتانياهو") == name_key("نتنياهو"), name_key("غريغوري") == name_key("جريجوري")
    (True, True)
    """
    return " ".join(_LONG_VOWELS.sub("", word).translate(_SAME_SOUND) or word for word in folded(name).split())


@cache
def _known_keys() -> dict[str, tuple[str, list[str]]]:
    """Keys of the listed people's names, full ones and those last names that stand alone, where a key is of one person; with its forms."""
    keys: dict[str, tuple[str, list[str]]] = {}
    for row in lexicon("annotate", "persons"):
        if row["alone"] == "yes":
            key = name_key(row["form"])
            name, forms = keys.get(key, (row["name"], []))
            keys[key] = (name if name == row["name"] else "", [*forms, folded(row["form"])])
    return {key: known for key, known in keys.items() if known[0] and len(key) >= _SHORTEST_KEY}


@lru_cache(maxsize=100_000)
def known_person(name: str) -> str | None:
    """The listed person whose name this is in another spelling («بوتن», «نتانياهو»), None where there is none."""
    known = _known_keys().get(name_key(name))
    return known[0] if known and any(_are_near(folded(name), form) for form in known[1]) else None


def _are_near(one: str, other: str) -> bool:
    """Whether two spellings differ in so few letters that they may be one: «نتانياهو», not «موغيريني» beside «ماكرون»."""
    return Levenshtein.distance(one, other) <= max(1, len(other) // _LETTERS_A_CHANGE)
