"""Finds the words that may signal an attribution; whether they do is decided by what follows (openings.py)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from takhrij.annotate.calendar import month_name
from takhrij.annotate.clauses import bare, kind_of_noun
from takhrij.annotate.conjugation import IMPERFECT, PARTICIPLE, PERFECT, CueVerb, Reading, reading_of
from takhrij.annotate.name_words import is_word
from takhrij.annotate.phrases import DEMONSTRATIVES, is_accusative
from takhrij.annotate.wording import Wording
from takhrij.text.numerals import number_word

_NEGATIONS = frozenset({"لم", "لا", "لن", "ما", "ولم", "ولا", "ولن", "فلم", "فلا"})
# What a negated verb says: «لم يستبعد» leaves it open, «لا أتوقع» denies; the other verbs say nothing when negated («لم يوضح»).
_NEGATED_STANCE = {"استبعد": "tentative", "توقع": "denying", "اعتقد": "denying", "راي": "denying", "نفي": "neutral", "ظن": "denying"}
# Prepositions and nouns before which a bare masculine form is a noun: «في بيان», «على رأي».
_BEFORE_NOUN = frozenset(
    "في من علي الي عن مع بين كل اي هذا هذه بعد قبل ذات غير دون عدم تقرير بدون عقب اثر فور تم يتم جري اعاده بسبب".split()  # noqa: SIM905
) | frozenset(
    "يمكن يجب ينبغي يتعين يصعب يستحيل يستطيع الجدير جدير يجدر".split()  # noqa: SIM905
)
_NOUNS_AS_WRITTEN = frozenset({"رأي", "إبان", "التهم", "التهمت"})  # «رأي العين», «إبان الحرب», «التهمت النار»
_SEATS = frozenset({"مقره", "مقرها", "مقرهم", "مقرهما"})
_LABELS = frozenset({"ما", "مما", "عما", "بما", "لما", "فيما", "ممن", "من"})
_AUXILIARIES = frozenset({"كان", "كانت", "وكان", "وكانت", "قد", "وقد", "فقد", "لقد", "كانوا", "وكانوا"})
_WAS = frozenset({"كان", "كانت", "كانوا", "وكان", "وكانت"})
_IN_ANSWER = frozenset({"ردا", "تعليقا", "تعقيبا"})
# What stands behind a preposition that a verb looks like, and says nothing.
_BEHIND = {
    "عقب": frozenset("زياره لقاء اجتماع مباراه حادث حادثه جلسه صلاه فوز مقتل وفاه نهايه صفاره انتهاء".split()),  # noqa: SIM905
    "عبر": frozenset("شبكه موقع قناه بوابه صفحه حساب تطبيق خط انبوب هاتف بريد".split()),  # noqa: SIM905
}
_IF = frozenset({"اذا", "لو"})  # «وإذا نشر المستخدمون …»
_PREPOSITIONS = frozenset({"في", "الي", "عن", "علي", "رغم", "مع", "بين", "خلال", "بسبب", "حول", "ضد"})
_WITHOUT = frozenset({"دون", "بدون", "غير", "بغير"})  # «من غير أن يوضح»
_HALVES = frozenset({"نصف", "ونصف"})  # «دقيقتين ونصف»
_DIGITS_OF_YEAR = 4
_SHORTEST_VERB = 3  # letters
_SHORTEST_JOINING = 5  # letters of a verb such as «اعتقد», whose first vowel is dropped in speech; «أفتى» is none
_COUNTS = frozenset({"الف", "مايه", "مايتي", "مليون", "الفا", "مليونا", "الفي"})
_WISHES = frozenset(  # folded
    "فضل فضلت فضلوا طلب طلبت طلبوا رفض رفضت رفضوا اشترط اشترطت اثر اثرت يفضل يرفض يطلب طالبا طالبه حفظ تحفظ مفضلا مفضله رافضا".split()  # noqa: SIM905
)
_IDENTITY = frozenset("هويته هويتها هويتهم هويتهما اسمه اسمها اسمهم اسماءهم اسمائهم اسمايهم اسماوهم".split())  # noqa: SIM905
_IDENTITY_WITHIN = 6  # tokens


@dataclass(frozen=True, slots=True)
class Cue:
    """The tokens `[first, stop)` as a form of a verb that may signal an attribution."""

    first: int
    stop: int
    reading: Reading
    stance: str

    @property
    def verb(self) -> CueVerb:
        """The row of the lexicon."""
        return self.reading.verb

    @property
    def participle(self) -> bool:
        """Whether it is a participle (مضيفا), which has no source of its own."""
        return self.reading.shape == PARTICIPLE

    @property
    def joined(self) -> bool:
        """Whether و or ف is attached (وأضاف)."""
        return self.reading.joined


def cues_of(wording: Wording) -> list[Cue]:
    """The possible verbal cues of a field, in order.

    «قال الوزير إن الجسر آمن، مضيفا أنه فُتح» has two: قال and مضيفا.
    """
    readings = ((place, reading_of(token.form)) for place, token in enumerate(wording.tokens))
    found = (_cue_at(wording, place, reading) for place, reading in readings if reading is not None)
    return [cue for cue in found if cue is not None]


def _cue_at(wording: Wording, token: int, reading: Reading) -> Cue | None:
    if reading.object and wording.text[wording.tokens[token].start : wording.tokens[token].end].rstrip("ـ").endswith("ة"):
        return None  # «طالبة» is no «طالبه»
    if wording.text[wording.tokens[token].start : wording.tokens[token].end] in _NOUNS_AS_WRITTEN:
        return None
    if _is_noun(wording, token, reading):
        return None
    if hides_name(wording, token) or (reading.verb.perfect == "ذكر" and wording.form(token + 1) in _IDENTITY):
        return None  # «طلب عدم ذكر اسمه»
    if reading.verb.perfect == "ادعي" and reading.shape == IMPERFECT and wording.text[wording.tokens[token].end - 1] == "ى":
        return None  # «يدعى» is named, not claims
    if reading.shape == PERFECT and _is_mine(wording, token, reading):
        reading = replace(reading, shape=IMPERFECT, person=1)
    before = wording.form(token - 1)
    if reading.shape == IMPERFECT and before == "ان" and wording.form(token - 2) in _WITHOUT:
        return None  # «دون أن تفصح المصادر عن …»
    after_noun = before in _BEFORE_NOUN or _tells(before) or before.removeprefix("و") in _BEFORE_NOUN
    if reading.shape == PERFECT and not reading.joined and after_noun and reading.gender == "m" and not reading.plural:
        return None
    if before in _NEGATIONS and reading.shape in (IMPERFECT, PERFECT):
        stance = _NEGATED_STANCE.get(reading.verb.perfect)
        return None if stance is None else Cue(token - 1, token + 1, reading, stance)
    return Cue(token, token + 1, reading, reading.verb.stance)


def _tells(form: str) -> bool:
    """«وقال طالب»: what stands right behind a sure verb of saying is its subject."""
    reading = reading_of(form)
    return reading is not None and not reading.verb.plain and reading.verb.sort == "say" and reading.shape != PARTICIPLE


def _is_mine(wording: Wording, token: int, reading: Reading) -> bool:
    """«أعتقد», «أقترح» with the hamza of the first person, which the perfect «اعتقد» has not."""
    word = wording.text[wording.tokens[token].start : wording.tokens[token].end]
    second = reading.verb.perfect[1:3]
    long = len(reading.verb.perfect) >= _SHORTEST_JOINING
    joining = long and reading.verb.perfect[:1] == "ا" and (second.endswith("ت") or second == "ست")
    return joining and reading.gender == "m" and not reading.plural and word[reading.joined : reading.joined + 1] == "أ"


def _is_noun(wording: Wording, token: int, reading: Reading) -> bool:
    """«نفياً قاطعا» is no dual verb, and «ما وصفه بالخطير» only labels."""
    word = wording.text[wording.tokens[token].start : wording.tokens[token].end]
    if reading.verb.perfect == "اطلع" and not word.lstrip("وف").startswith("أ"):
        return True  # «اطلع الوزير على سير العمل»
    likened = wording.form(token + 1)
    if reading.verb.perfect == "شبه" and "\u0651" not in word and reading.gender == "m":
        return kind_of_noun(likened) is None or bare(likened).startswith("جزير")  # «شبه جزيرة», «شبه الجزيرة»
    if reading.plural and wording.form(token).endswith("ا") and wording.form(token) in _IN_ANSWER:
        return True  # «ردا على القرار»
    if wording.form(token - 1) in ("ابي", "ابو", "بن") and not reading.joined:
        return True  # «علي بن أبي طالب»
    if wording.form(token - 1).removeprefix("و").removeprefix("ف") in _IF or _is_governed(wording, token, reading):
        return True
    if wording.form(token - 1).removeprefix("و") == "كنت":
        return True  # «كنت أنكر ذلك»
    if _is_counted_noun(wording, token, reading) or wording.form(token) in _HALVES or _is_aim(wording, token, reading):
        return True
    if reading.shape == IMPERFECT and reading.verb.perfect == "تابع" and any(wording.form(token - back) in _WAS for back in (1, 2, 3)):
        return True  # «كانت تتابع الحفل»
    if wording.form(token).removeprefix("و") in _SEATS:
        return True  # «المرصد ومقره التل»
    arrived = reading.verb.perfect == "رد" and reading.joined and reading.gender == "f"
    if arrived and (likened == "في" or kind_of_noun(likened) in ("vague", "document")):
        return True  # «وردت أنباء», «كما وردت في الكتاب»
    if reading.verb.perfect == "رد" and bare(likened) == "فعل":
        return True  # «رد الفعل»
    if reading.verb.perfect == "تبني" and word.endswith("ي"):
        return True  # «تبني قناة»
    if wording.form(token) == "طالب" and likened[:1] == "و" and kind_of_noun(likened[1:]) == "unnamed":
        return True  # «سامي الغيم طالب ورئيس فريق»
    behind = reading.verb.perfect in _BEHIND and reading.gender == "m" and reading.shape == PERFECT
    if behind and (likened in DEMONSTRATIVES or bare(likened) in _BEHIND[reading.verb.perfect]):
        return True  # «وعقب تلك الزيارة», «عبر شبكة من الأنابيب»
    if reading.shape == PERFECT and (is_accusative(wording, token) or (reading.verb.plain and wording.form(token - 1) in ("هو", "وهو"))):
        return True  # «وهو طالب»
    labels = reading.verb.sort == "accuse" or reading.verb.perfect == "اعتبر"
    return reading.object and labels and wording.form(token - 1) in _LABELS


def _is_counted_noun(wording: Wording, token: int, reading: Reading) -> bool:
    """«68 متهما», «لـ11 طالبا», «ألف طالب»; but «في عام 2015 أعلن …»."""
    before, form = wording.form(token - 1), wording.form(token)
    accused = reading.verb.perfect == "اتهم" and not reading.joined and wording.form(token + 1)[:1] == "ب"  # «الأشخاص متهمين بـ…»
    if reading.shape == PARTICIPLE and reading.plural and (accused or before[-1:].isdigit() or number_word(before) is not None):
        return True  # «6 متهمين», «ثلاثة متهمين»
    if reading.shape == IMPERFECT or reading.joined or (reading.plural and not (form.endswith("ا") and not form.endswith("وا"))):
        return False
    year = len(before) == _DIGITS_OF_YEAR and before.startswith(("19", "20")) and before.isdigit()
    return before in _COUNTS or (before[-1:].isdigit() and not (year and reading.shape == PERFECT and not form.endswith("ا")))


def _is_governed(wording: Wording, token: int, reading: Reading) -> bool:
    """«على الرغم من تشكك الوزير», «في تتبع الأثر»: what stands right behind a preposition is a noun; but «من يعتقد أن»."""
    before = wording.form(token - 1)
    return reading.shape == IMPERFECT and (before in _PREPOSITIONS or (before == "من" and wording.form(token - 2).endswith("رغم")))


def _is_aim(wording: Wording, token: int, reading: Reading) -> bool:
    """«يعتزم طلب العقوبة», «سينوي رد المبلغ»: a bare noun right behind a verb of somebody else's."""
    before = wording.form(token - 1).removeprefix("و").removeprefix("س")
    bare_form = reading.shape == PERFECT and reading.gender == "m" and not (reading.joined or reading.plural or reading.object)
    acts = before.startswith("ي") and len(before) > _SHORTEST_VERB and kind_of_noun(before) is None and is_word(before)
    return bare_form and reading.verb.plain and acts and not before.endswith(("ا", "ه")) and month_name(before, "") is None


def hides_name(wording: Wording, token: int) -> bool:
    """Whether the words say that a source wants no name told: «فضل حجب هويته», «طلب عدم ذكر اسمه», «رفض الكشف عن هويتها»."""
    if wording.form(token).removeprefix("ت") not in _WISHES:
        return False
    return any(wording.form(place) in _IDENTITY for place in range(token + 1, token + _IDENTITY_WITHIN))


def is_auxiliary(form: str) -> bool:
    """Whether the word is كان or قد, which may stand between source and cue."""
    return form in _AUXILIARIES
