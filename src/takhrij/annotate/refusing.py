"""What shows that a verb tells of nobody's words, and that the words behind it are not its subject."""

from __future__ import annotations

from takhrij.annotate.clauses import (
    HEADLESS,
    PRONOUNS,
    RELATIVES,
    SIBLINGS,
    bare,
    is_complementizer,
    is_content_noun,
    is_many,
    is_preposition,
    kind_of_noun,
)
from takhrij.annotate.conjugation import IMPERFECT, PERFECT
from takhrij.annotate.cues import Cue
from takhrij.annotate.gazetteer import nationality
from takhrij.annotate.name_words import given_name, is_unusual, is_word
from takhrij.annotate.phrases import is_accusative, is_definite, is_owned
from takhrij.annotate.sources import head_kind
from takhrij.annotate.wording import QUOTE, Range, Wording
from takhrij.text.folding import folded

# «المؤشرات تؤكد أن …», «أشارت أصابع الاتهام إلى …» are the writer's own.
_EVIDENCE = frozenset("موشرات ظاهر دلائل دلايل وقائع وقايع حقائق حقايق قراين شواهد معطيات اتهام".split())  # noqa: SIM905
_DEEDS = frozenset("اصابع حقيقه عمليه حادثه حوادث خطوه ازمه ظاهره احداث تطورات تحركات زحام زياره".split())  # noqa: SIM905
_SIGNED = frozenset("اتفاق اتفاقا اتفاقيه عقد عقدا عقودا مذكره بروتوكول بروتوكولا معاهده غرامه عقوبه".split())  # noqa: SIM905
_AGREED = frozenset({"اتفق", "اصر"})
_JUDGED = frozenset({"صعوبه", "اهميه", "ضروره", "وجوب", "خطوره"})
_VERBAL = frozenset({"قد", "لقد", "امس", "اليوم", "الذي", "حين", "عندما", "لاحقا"})  # before these «طلب» is a verb
_ITS = frozenset({"اليه", "اليها", "به", "بها"})
_THEREIN = frozenset({"فيه", "فيها", "به", "بها", "عليه", "عليها"})
_GOING_ON = frozenset({"واصل", "اكمل", "مضي", "ختم", "اختتم"})
_OF_GOD = frozenset({"تعالي", "سبحانه", "عز", "جل"})  # «قال تعالى» cites scripture
_OWNED = ("ها", "هم", "نا")  # «توضح لزبائنها أن …»
_SHORTEST_OWNED = 5  # letters
_LETTERS = frozenset("بي سي جي دي تي كي اس ام ان ار ال جيه ايه اي".split())  # noqa: SIM905 — «أو بي سينغ» begins with an O
_FEMININE = ("ه", "ات", "اء", "ا")
_SHORTEST_BROKEN = 5  # letters of a plural like احزاب
LOOKS = frozenset({"النقاب", "النظر", "الانتباه", "الانظار"})  # «لافتا النظر إلى …»
_MASCULINE_PLACES = frozenset(map(folded, "عراق لبنان أردن مغرب يمن سودان بيت كرملين فاتيكان بنتاغون إليزيه اتحاد".split()))  # noqa: SIM905
_BODIES = ("organization", "outlet", "document")


def tells_nothing(wording: Wording, cue: Cue, source: Range | None, content: int) -> bool:
    """Whether a possible cue tells of evidence («أشارت أصابع الاتهام إلى …») or of a thing made public («دراسة نشرت أمس»)."""
    before = wording.form(cue.first - 1)
    if wording.form(cue.stop) in _ITS and before in RELATIVES and not is_complementizer(wording.form(content - 1)):
        return True  # «الدعوة التي دعا إليها», «الهجوم الذي يتهم به», «الخلل الذي أشار إليه التقرير»
    after = wording.form(cue.stop)
    if cue.verb.perfect == "ارجع" and cue.reading.shape != PERFECT and (kind_of_noun(after) is None or is_owned(wording, cue.stop)):
        return True  # «ويرجع تاريخها إلى …»
    signs = (kind_of_noun(after) == "organization" and after.endswith("ه")) or after in _SIGNED
    waves = cue.verb.perfect == "اشار" and after.startswith("ل") and kind_of_noun(after[1:]) == "unnamed" and source is None
    if waves or (wording.form(cue.first).removeprefix("و") == "توقع" and signs):
        return True  # «توقع الشركة عقدا», «توقع اتفاقا»: she signs; «وأشار لسائق الحافلة» is a wave
    if cue.verb.perfect == "لوح" and after.startswith("ب") and not (is_content_noun(after[1:]) or is_content_noun(bare(after))):
        return True  # «ملوحا بقطعة معدنية»
    if cue.verb.perfect == "اضاف" and source is not None and any(wording.form(place) == "الي" for place in range(*source)):
        return True  # «أضافت الشركة إلى الجهاز كاميرا»
    agreed = cue.verb.perfect in _AGREED and not is_complementizer(wording.form(content - 1))
    if agreed and bare(wording.form(content)) not in _JUDGED:
        return True  # «اتفق الطرفان على وقف القصف» is a decision
    noun = wording.form(cue.first) == "طلب" and before.isalpha() and before not in SIBLINGS
    asked = any(wording.form(place) == "من" for place in range(cue.first + 1, content)) or before in _VERBAL
    if noun and not asked and is_content_noun(wording.form(content)):
        return True  # «طلب الشركة إنشاء مصنع» is a noun, «أمس طلب الوزير من البحارة إخلاء المرفأ» a verb
    if (cue.verb.perfect == "اطلع" and not is_complementizer(wording.form(content - 1))) or _says_nothing(wording, cue, source, content):
        return True  # «أطلع الوزير السكان على البرامج» tells of no words
    related = before in RELATIVES and not (cue.reading.object or cue.reading.plural)
    passive = cue.reading.shape == IMPERFECT or not is_definite(after)
    if cue.verb.perfect == "اعتبر" and related and passive and not is_complementizer(after) and kind_of_noun(after) is None:
        return True  # «الذي يعتبر أكبر سد»
    blessed = after == "عليه" and wording.form(cue.stop + 1) in ("السلام", "الصلاه", "افضل")  # «قال عليه السلام»
    if blessed or (source is not None and wording.form(source[0]) == "الامر" and source[1] - source[0] == 1):
        return True  # «الأمر الذي دعا البنوك إلى …»
    if after in _OF_GOD or (cue.verb.sort == "say" and after == "الله" and wording.form(cue.stop + 1) in _OF_GOD):
        return True
    if bare(before) in _EVIDENCE or (source is not None and bare(wording.form(source[0])) in _DEEDS):
        return True
    document = source is not None and head_kind(wording, source) == "document"
    if document and cue.verb.perfect in _GOING_ON:
        return True  # «واصلت الحصيلة الارتفاع»
    return document and cue.verb.perfect == "نشر" and source is not None and source[1] == cue.first


def _says_nothing(wording: Wording, cue: Cue, source: Range | None, content: int) -> bool:
    return _is_no_reply(wording, cue, source, content) or _describes_thing(wording, cue)


def _describes_thing(wording: Wording, cue: Cue) -> bool:
    """«وثيقة التخرج، موضحا فيها المعدل»; but «أصدر بيانا، مؤكدا فيه أن …»."""
    after, behind = wording.form(cue.stop), wording.form(cue.stop + 1)
    return cue.participle and after in _THEREIN and not (is_complementizer(behind) or is_content_noun(behind))


def _is_no_reply(wording: Wording, cue: Cue, source: Range | None, content: int) -> bool:
    """«أقوى رد عليهم أن نكرم شهداءنا» is nobody's reply; «قال المدير معلقا على الحريق إن …» is what he says, not what he comments."""
    if cue.verb.perfect not in ("رد", "علق") or not is_complementizer(wording.form(content - 1)):
        return False
    return cue.participle or source is None or not _answers(wording, source)


def _answers(wording: Wording, source: Range) -> bool:
    """Whether a phrase names somebody: by a noun for people or bodies, or by a word that is no common noun."""
    form = wording.form(source[0])
    return head_kind(wording, source) is not None or (is_unusual(bare(form)) and form != "الله") or given_name(form) is not None


def is_no_subject(wording: Wording, cue: Cue, place: int) -> bool:
    """Whether the word behind a verb cannot begin its subject: «دعوا البلاد إلى …», «قال وهو يبتسم», «أكدت لزبائنها أن …»."""
    form = wording.form(place)
    headless = form in HEADLESS and not (form == "او" and wording.form(place + 1) in _LETTERS)
    spoken = form.startswith("بال") and nationality(bare(form)) is not None  # «وكتب بالزيتونية»
    if headless or spoken or is_complementizer(form) or (form[:1] == "و" and is_preposition(form[1:])):
        return True
    manner = place == cue.stop and form.startswith("ب") and form.endswith("ه") and is_word(form) and kind_of_noun(form) is None
    if manner and is_word(form[1:]) and given_name(form) is None and not is_definite(form):
        return True  # «وقال بسخرية: …»
    pointed = place == cue.stop + 1 and wording.form(cue.stop) in PRONOUNS  # «بيانا اعتبر فيه الوجود …»
    at_once = (place == cue.stop or pointed) and kind_of_noun(form) is None
    if at_once and (form.startswith("لل") or form in LOOKS or (is_definite(form) and is_content_noun(bare(form)))):
        return True  # «يظن للوهلة الأولى أنه …», «لافتا النظر إلى أن …», «أعلن التوصل لاتفاق»
    told = kind_of_noun(form if form.startswith("لل") else form[1:]) in ("unnamed", "title") or form.endswith(_OWNED)
    if form.startswith("ل") and len(form) >= _SHORTEST_OWNED and told:
        return True  # who is told
    if cue.participle and place == cue.stop and cue.reading.plural and wording.form(cue.first).endswith("ين"):
        return True  # «مؤكدين ثبات موقفهم»
    if cue.participle and place == cue.stop and wording.form(cue.first).endswith("ا"):
        common = is_word(form) or not is_unusual(form)
        thing = is_content_noun(form) or (not is_definite(form) and common and given_name(form) is None)
        named = wording.form(place + 1) in (":", QUOTE)  # «قائلا غيمو: "…"»
        return kind_of_noun(form) is None and thing and form.isalpha() and not named  # «مؤكدا حتمية السلام», «مستبعدا فرضية أن …»
    if place < cue.stop or cue.participle:
        return False
    if cue.reading.plural and place == cue.stop:
        return True  # a verb before its subject is never plural
    return is_accusative(wording, place) or _is_circumstance(wording, place) or _disagrees(wording, cue, place)


def _is_circumstance(wording: Wording, place: int) -> bool:
    """«وقال متحدثا في اجتماع …», «قال متوجها إلى الحضور»."""
    form = wording.form(place)
    doing = form.startswith("م") and is_preposition(wording.form(place + 1))
    alone = kind_of_noun(form[:-1]) == "unnamed" and not is_definite(wording.form(place + 1))  # but «قال والدا الفتاة»
    speaking = form.startswith("مخاطب") or form.startswith("موجه")  # «وأضاف، مخاطبا السكان: …»
    return form.endswith("ا") and len(form) >= _SHORTEST_OWNED and (doing or alone or speaking)


def _disagrees(wording: Wording, cue: Cue, place: int) -> bool:
    """«اتهم صحيفة التل بـ…», «ودعت المجتمع إلى …»: a body of the other gender right behind a verb is its object."""
    form = wording.form(place)
    if place != cue.stop or "whom" not in cue.verb.governs or cue.reading.object:
        return False
    if kind_of_noun(form) == "place" and not cue.participle and cue.reading.gender == "m":
        return bare(form) not in _MASCULINE_PLACES and form[:1] not in "بل"  # «ويطالب إيران بـ…»
    role = kind_of_noun(form) == "unnamed" and form[0] not in "بل" and not form.startswith(("ال", "عدد", "احد"))
    if role and cue.reading.gender == "f" and cue.reading.shape == PERFECT and not is_many(form):
        construct = wording.form(place + 1).isalpha() and not is_preposition(wording.form(place + 1))
        return construct and not form.endswith(_FEMININE) and _is_single(form)  # «ودعت رئيس المجلس إلى …»
    if kind_of_noun(form) not in _BODIES:
        return False
    if cue.reading.gender == "m":
        return (form.endswith("ه") and not form.startswith("ال")) or bare(form) == "دول"
    return cue.reading.shape == PERFECT and kind_of_noun(form) == "organization" and not form.endswith(_FEMININE) and _is_single(bare(form))


def _is_single(stem: str) -> bool:
    """Whether a masculine noun for a body is one: «المجتمع», «البرلمان»; not «الأحزاب», «الفصائل»."""
    return not (stem.startswith("ا") and len(stem) >= _SHORTEST_BROKEN and stem[-2] == "ا") and "اي" not in stem[1:-1] and len(stem) > 2
