"""Which of the possible cues are cues: those that govern a content and whose subject can say something."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from itertools import takewhile

from takhrij.annotate.anaphoric import says_that
from takhrij.annotate.clauses import (
    COMMAS,
    RELATIVES,
    SIBLINGS,
    TURNS,
    bare,
    is_complementizer,
    is_content_noun,
    is_preposition,
    kind_of_noun,
    starts_adjunct,
)
from takhrij.annotate.conjugation import IMPERFECT, PERFECT
from takhrij.annotate.cues import Cue, cues_of
from takhrij.annotate.gazetteer import is_listed_body
from takhrij.annotate.headlines import subject_of_headline
from takhrij.annotate.name_words import given_name, is_adjective, is_unusual
from takhrij.annotate.opened import PREPOSITIONS, Named, Opening
from takhrij.annotate.openings import opening_of
from takhrij.annotate.phrases import DEMONSTRATIVES, is_definite
from takhrij.annotate.quoted_before import opening_with, quotation_before
from takhrij.annotate.refusing import LOOKS, is_no_subject, tells_nothing
from takhrij.annotate.sources import head_kind, subject_before
from takhrij.annotate.wording import QUOTE, Wording

_SHOWING = ("document", "vague", "organization", "outlet")
_TELLERS = ("title", "unnamed", "organization", "document", "outlet")
_PROVING, _WHO = frozenset({"اثبت", "برهن"}), ("unnamed", "title")  # «أثبت العلماء أن …»
_IMPERSONAL = frozenset({"اشتبه", "اعتقد", "توقع", "رجح", "خشي", "ظن", "قدر"})
_INDEFINITE = ("ةً", "ًة")  # «مبينةً»
_PASSIVES = frozenset({"سيل", "قيل"})  # «قيل», «يقال»
_NOBODYS = frozenset({"ذكر", "بين"})
_VERDICTS = frozenset({"اعتبر", "وصف", "شبه"})
_DAMMA = "\u064f"
_SUBJECTS = frozenset({"هو", "وهو", "انه", "بانه", "كان", "لا", "لم"})
_SHORTEST_QUOTED = 6  # tokens from mark to mark of what somebody says
_ASKED = frozenset("شعب مجتمع عالم جميع كافه اطراف جهات قوي امه مسلمين".split())  # noqa: SIM905 — «ودعا الشعب إلى …»
_LONGEST_UNKNOWN = 6  # tokens of a source whose head is no noun we know
_LONGEST_OBJECT = 3  # tokens of a phrase that is called something
_LONGEST_IN_HEADLINE = 4  # tokens of a name before its verb: «بلاتيني يدعو الفيفا إلى …»
_NEIGHBOURS = 6  # later cues looked at for the one that ends this one's clause
_CLAUSE_ENDS = frozenset({*COMMAS, ".", QUOTE, ")", "؟", "!"})
_RESPONSIBLE = frozenset({"مسووليه", "المسووليه", "مسوولية"})
_RESPONSIBLE_WITHIN = 15  # tokens


def opened_cues(wording: Wording, named: Named) -> list[tuple[Cue, Opening]]:
    """The verbal cues that govern a content, with what was read around them; `named` are the persons of the field."""
    cues = cues_of(wording)
    surnames = set(named.surnames)
    known = Named(surnames, named.ends)  # grows with the names of those who speak
    out = []
    for number, cue in enumerate(cues):
        start, stop = wording.sentence_of(cue.first)
        following = cues[number + 1 : number + _NEIGHBOURS]
        stop = min(stop, _end_of_quotation(wording, cue.first))
        later = next((other.first for other in following if other.first > cue.stop and _ends_clause(wording, other)), stop)
        before, sure = subject_before(wording, cue, start)
        heading = subject_of_headline(wording, cue)
        if heading is not None:
            before, sure = heading, True
        opening = opening_of(wording, cue, min(stop, later), before if sure else None, known)
        if opening is not None and "whom" in cue.verb.governs:
            opening = _without_subject(wording, cue, opening, surnames)
        quotation = quotation_before(wording, cue)
        if quotation is not None:
            opening = opening_with(wording, cue, opening, quotation)
        if opening is None or opening.content >= len(wording.tokens) or says_that(wording, cue.first):
            continue
        if opening.source is not None and (is_passive(wording, cue) or _is_none(wording, cue, opening)):
            opening = _objects_first(cue, opening)
        if opening.source is not None and is_complementizer(wording.form(opening.source[1] - 1)):
            opening.source = (opening.source[0], opening.source[1] - 1)
        if opening.source is not None and (cue.reading.person == 1 or wording.form(opening.source[0]) in RELATIVES):
            opening.source = None  # «هذا ما جعلني أقترح أن …», «وزعمت في الدعوى، التي أقيمت أمس، أن …»
        told_behind = opening.source is not None and _tells_itself(wording, cue, opening)
        first = sure and not opening.more_cue and not told_behind
        if (opening.source is None or first) and not _is_nobodys(wording, cue) and cue.reading.person == 3:
            opening.source = before or opening.source
        if _is_borne_out(wording, cue, opening, surnames):
            out.append((cue, opening))
            surnames |= _names_in(wording, opening)
    return out


def _end_of_quotation(wording: Wording, place: int) -> int:
    """The token that closes the quotation around a cue, which governs nothing outside; a name in marks is none."""
    opener = wording.openers[place]
    closer = wording.partners.get(opener) if opener >= 0 else None
    return len(wording.tokens) if closer is None or closer - opener < _SHORTEST_QUOTED else closer


def _tells_itself(wording: Wording, cue: Cue, opening: Opening) -> bool:
    """«المظاهرة التي قالت الشرطة إن …»: who is named between the verb and أن says it, not what the clause describes."""
    first, last = opening.source or (0, 0)
    behind = first == cue.stop and wording.form(cue.first - 1) in RELATIVES and is_complementizer(wording.form(opening.content - 1))
    return behind and last >= opening.content - 2 and head_kind(wording, (first, last)) in _TELLERS and not cue.reading.object


def _is_predicate(wording: Wording, cue: Cue, place: int) -> bool:
    """«واعتبرته تصعيدا خطيرا»: an indefinite common noun behind a verb that has its object already."""
    form = wording.form(place)
    plain = cue.reading.object and cue.verb.perfect in _VERDICTS and place == cue.stop and kind_of_noun(form) is None
    return plain and form.isalpha() and not is_definite(form) and form.endswith(("ا", "ه")) and not is_listed_body(form)


def _is_none(wording: Wording, cue: Cue, opening: Opening) -> bool:
    """Whether what follows a verb is no subject: «أعلن التوصل لاتفاق»; but «أعلن الأكراد أن …», where أن shows whose words follow."""
    first, last = opening.source or (0, 0)
    if _is_predicate(wording, cue, first):
        return True
    sure = opening.strong and first == cue.stop and not cue.participle and is_complementizer(wording.form(opening.content - 1))
    form = wording.form(first)
    last = next((place for place in range(first, last) if wording.form(place) in COMMAS), last)
    people = is_definite(form) and not form.startswith("لل") and form not in LOOKS and last - first <= _LONGEST_IN_HEADLINE
    return is_no_subject(wording, cue, first) and not (sure and people and not cue.reading.plural)


def _names_in(wording: Wording, opening: Opening) -> set[str]:
    """Words of a source that may be of a name: «وقال بيتر مورار رئيس اللجنة …. وطالب مورار …»."""
    words = (wording.form(place) for place in range(*(opening.source or (0, 0))))
    first = takewhile(lambda form: form not in COMMAS, words)
    return {form for form in first if form.isalpha() and len(form) > 3 and kind_of_noun(form) is None and not is_definite(form)}


def _objects_first(cue: Cue, opening: Opening) -> Opening:
    """Without the source that is none; «تتهم أطرافاً بـ…» begins its content there."""
    begins = "whom" in cue.verb.governs or ("object" in cue.verb.governs and not opening.strong)
    whom = begins and opening.source is not None and opening.source[0] <= cue.stop + 1 and not opening.via
    return replace(opening, source=None, content=opening.source[0] if whom and opening.source else opening.content)


def is_sibling(wording: Wording, cue: Cue) -> bool:
    """Whether the cue begins a clause beside the one before: «وأضاف», «، مضيفا», «فيما قالت»."""
    before = wording.form(cue.first - 1)
    if cue.reading.person == 1:
        return False
    return cue.joined or (cue.participle and before in _CLAUSE_ENDS) or before in SIBLINGS or before in TURNS


def breaks_content(wording: Wording, cue: Cue, opening: Opening) -> bool:
    """Whether the content before a cue ends there: at a sibling, at «مشيرا إلى أن» without a comma, at «، أكد المدير أن»."""
    if is_sibling(wording, cue):
        return True
    if cue.participle:
        object_ = wording.form(cue.first).endswith("ا") or wording.text.endswith(_INDEFINITE, 0, wording.tokens[cue.first].end)
        saying = cue.verb.perfect == "قال" and is_complementizer(wording.form(cue.stop))  # «تبنت الحركة العملية قائلة إنها …»
        several = cue.reading.plural and wording.form(cue.first).endswith("ين") and not cue.verb.plain  # «… عن المعتاد مؤكدين ضرورة …»
        return (not cue.reading.plural and (object_ or saying)) or several
    sure = opening.strong and not cue.verb.plain and cue.reading.shape == PERFECT and cue.reading.person == 3
    return sure and opening.source is not None and opening.source[0] >= cue.stop and wording.form(cue.first - 1) in COMMAS


def _ends_clause(wording: Wording, cue: Cue) -> bool:
    """Whether a later cue shows that the clause before it is over: a sibling, or a sure verb that is in no relative clause."""
    several = cue.participle and cue.reading.plural and wording.form(cue.first).endswith("ين") and not cue.verb.plain
    if is_sibling(wording, cue) or (cue.reading.person == 1 and cue.joined) or several:
        return True
    return not cue.participle and not cue.verb.plain and cue.reading.shape == PERFECT and wording.form(cue.first - 1) not in RELATIVES


def _without_subject(wording: Wording, cue: Cue, opening: Opening, surnames: Set[str]) -> Opening:
    """«ووصفت التحركات بالخطيرة», «وطالب السائقين بالحذر»: what follows the verb cannot be its subject, so it begins the content."""
    if (
        opening.source is None
        or opening.source[0] != cue.stop
        or opening.via
        or cue.verb.sort == "blame"
        or cue.reading.object
        or cue.participle
    ):
        return opening
    form = wording.form(cue.stop)
    construct = form.endswith("ي") and is_definite(wording.form(cue.stop + 1)) and kind_of_noun(form[:-1]) is not None
    if (form.endswith("ين") and given_name(form) is None) or (construct and kind_of_noun(form) is None):
        return Opening(cue.stop, None, strong=opening.strong)
    nobody = head_kind(wording, opening.source) is None and bare(form) not in surnames
    thing = is_content_noun(form) or (is_definite(form) and form.endswith(("ات", "ه")))
    lone = (cue.verb.sort == "accuse" and _is_alone(wording, opening)) or (cue.verb.sort == "demand" and bare(form) in _ASKED)
    if cue.verb.sort == "accuse" and _is_called(wording, opening) and opening.source[1] == cue.stop + 1 and form.isalpha():
        return Opening(cue.stop, None, strong=opening.strong)  # «ووصف الغيم بأنه خطير»: whoever said so, it was not he
    if cue.verb.sort == "accuse" and _is_pair(wording, opening, surnames):
        return replace(opening, source=(cue.stop, cue.stop + 1), content=cue.stop + 1)
    return Opening(cue.stop, None, strong=opening.strong) if nobody and (thing or lone) and form.isalpha() else opening


def _is_pair(wording: Wording, opening: Opening, surnames: Set[str]) -> bool:
    """«ووصف الوزير القرار بأنه خطير»: these verbs need an object, so of two definite nouns the second is it."""
    first, last = opening.source or (0, 0)
    second = wording.form(last - 1)
    adjective = second.endswith(("ي", "يه")) or second.startswith("الم") or is_adjective(second)
    roles = kind_of_noun(wording.form(first)) == "unnamed" and is_definite(wording.form(first))
    known = bare(wording.form(first)) in surnames or is_listed_body(wording.form(first))
    return _is_called(wording, opening) and last - first == 2 and (roles or known) and is_definite(second) and not adjective


def _is_alone(wording: Wording, opening: Opening) -> bool:
    """Whether one short phrase alone stands before what somebody calls it: «ووصف جروح المصور بأنها خطيرة»."""
    first, last = opening.source or (0, 0)
    return _is_called(wording, opening) and last - first <= _LONGEST_OBJECT and not _is_broken(wording, opening)


def _is_called(wording: Wording, opening: Opening) -> bool:
    """Whether the content is what something is called: «… بأنها خطيرة»."""
    return any(wording.form(place).startswith("ب") for place in (opening.content - 1, opening.content))


def _is_borne_out(wording: Wording, cue: Cue, opening: Opening, surnames: Set[str]) -> bool:
    """Whether the words before and after a possible cue bear it out."""
    kind = None if opening.source is None else head_kind(wording, opening.source)
    if cue.verb.bound and not cue.participle and cue.reading.gender == "m" and not _is_told(wording, cue, opening, kind, surnames):
        return False
    if tells_nothing(wording, cue, opening.source, opening.content) or (opening.source is not None and not _may_speak(wording, opening)):
        return False
    at_once = opening.strong and is_complementizer(wording.form(opening.content - 1)) and opening.content - cue.stop <= _LONGEST_UNKNOWN
    if cue.verb.perfect == "اعتبر" and not at_once and cue.reading.shape == IMPERFECT:
        return _considers(wording, opening, kind, surnames)
    governed = wording.form(opening.content - 1) in PREPOSITIONS or "whom" in cue.verb.governs
    if cue.verb.sort == "think" and not opening.strong and cue.reading.shape == IMPERFECT and not governed:
        return False
    if cue.verb.sort == "show" and not (cue.verb.perfect in _PROVING and opening.strong and kind in _WHO):
        return kind in _SHOWING
    if cue.verb.sort == "blame":
        near = range(opening.content, opening.content + _RESPONSIBLE_WITHIN)
        return any(wording.form(place) in _RESPONSIBLE for place in near)
    unknown = opening.source is not None and kind is None and not _is_surname(wording, opening, surnames)
    named = unknown and _is_named(wording, opening, surnames)
    if unknown and not named and (_is_broken(wording, opening) or not opening.strong) and _is_plain(wording, cue):
        return False  # «وما زاد الأمر سوءا شكوى السكان من أن …»
    people = kind in ("unnamed", "title", "organization", "outlet") or wording.form(cue.stop) == "عن"
    if not cue.joined and starts_adjunct(wording.form(cue.first), "") and not people:
        return False  # «عقب وصوله إلى المرفأ»
    if _tells_of_no_words(wording, cue, opening):
        return False
    if cue.participle:
        return _is_borne_participle(wording, cue, opening)
    if is_impersonal(wording, cue) and (wording.form(cue.first - 1) in COMMAS or wording.sentence_of(cue.first)[0] == cue.first):
        return True
    if opening.source is None:
        before = wording.form(cue.first - 1)
        hers = is_complementizer(before) and before.endswith(("ه", "ها", "هم")) and cue.reading.person == 3  # «تقول زيتونيا إنها تطالب بـ…»
        return cue.joined or hers or before in SIBLINGS or (opening.strong and not cue.verb.plain) or cue.reading.person == 1
    if opening.source[1] <= cue.first:
        brief = wording.headline and opening.source[1] - opening.source[0] <= _LONGEST_IN_HEADLINE
        many = cue.reading.plural and opening.strong  # «المحافظون يقولون إن …»
        return not (cue.reading.shape == IMPERFECT and kind is None) or many or cue.verb.stance == "distancing" or brief
    return opening.strong or _is_surname(wording, opening, surnames) or _can_speak(wording, opening, kind)


def _is_called_to(wording: Wording, opening: Opening) -> bool:
    """Whether something is said that somebody is called to: «إلى الهدوء», «للهدوء», «أن يهدأ»."""
    _, stop = wording.sentence_of(opening.content)
    near = [wording.form(place) for place in range(max(0, opening.content - 1), stop)]
    return any(form == "الي" or form.startswith("ل") or is_complementizer(form) for form in near)


def _tells_of_no_words(wording: Wording, cue: Cue, opening: Opening) -> bool:
    """«ودعت البلدة اللاعب» bids farewell, «نناشد الوزير» asks, «ويذكر أن» is the newsroom's, «تبين أن» nobody's."""
    if cue.verb.perfect == "دعا":
        return not _is_called_to(wording, opening) or cue.reading.person == 1
    if cue.verb.sort == "demand" and cue.reading.person == 1:
        return True
    if cue.verb.perfect == "بين" and cue.reading.shape == IMPERFECT and cue.reading.gender == "f":
        return opening.source is None or head_kind(wording, opening.source) is None  # «وتبين حضورهم»
    return cue.verb.perfect in _NOBODYS and opening.source is None and cue.reading.shape == IMPERFECT


def _considers(wording: Wording, opening: Opening, kind: str | None, surnames: Set[str]) -> bool:
    """«وتعتبر الحكومة المسيرات خطرا»; but «ويعتبر البنك المؤسسة الكبرى» is passive."""
    body = kind == "organization" and not is_definite(wording.form(opening.content))
    return body or kind in ("unnamed", "title", "vague", "outlet") or (kind is None and _is_named(wording, opening, surnames))


def _is_told(wording: Wording, cue: Cue, opening: Opening, kind: str | None, surnames: Set[str]) -> bool:
    """«بيّن أن …», «وبيّن المهندس سامي أن …»; but «بين الوزارة والشركة»."""
    doubled = "\u0651" in wording.text[wording.tokens[cue.first].start : wording.tokens[cue.first].end]
    if opening.source is None or doubled:
        return opening.strong  # «كما بيّن سامي أن …»
    starts = cue.joined or wording.form(cue.first - 1) in SIBLINGS
    linked = any(wording.form(place)[:1] == "و" for place in range(opening.source[0] + 1, opening.source[1]))
    named = given_name(wording.form(opening.source[0])) == wording.form(opening.source[0]) and opening.source[1] - opening.source[0] > 1
    teller = kind in _TELLERS or _is_surname(wording, opening, surnames) or named  # «وبيّن الغيم أن …», «وبين سامي الغيم أن …»
    return opening.strong and starts and teller and opening.source[0] == cue.stop and not linked


def _is_plain(wording: Wording, cue: Cue) -> bool:
    """Whether the form is a common noun too, or begins no clause: «حذر»; but «وحذرت»."""
    begins = cue.joined and cue.reading.shape == PERFECT and wording.sentence_of(cue.first)[0] == cue.first
    return cue.verb.plain and not (begins and cue.reading.gender == "f")


def _is_named(wording: Wording, opening: Opening, surnames: Set[str]) -> bool:
    first, last = opening.source or (0, 0)
    of_names = [given_name(wording.form(place)) == wording.form(place) or is_unusual(wording.form(place)) for place in (first, first + 1)]
    return (last - first > 1 and all(of_names)) or any(bare(wording.form(place)) in surnames for place in range(first, last))


def _is_broken(wording: Wording, opening: Opening) -> bool:
    """Whether a phrase is long and runs over a comma."""
    first, last = opening.source or (0, 0)
    return last - first > _LONGEST_UNKNOWN and any(wording.form(place) in COMMAS for place in range(first, last))


def _is_surname(wording: Wording, opening: Opening, surnames: Set[str]) -> bool:
    first, last = opening.source or (0, 0)
    return last - first == 1 and bare(wording.form(first)) in surnames


def _may_speak(wording: Wording, opening: Opening) -> bool:
    """Whether the source begins like one: «يشير ذلك إلى …» and «يزيد من …» have no source."""
    first, last = opening.source or (0, 1)
    if wording.form(first).startswith("وال") and first > 0 and wording.form(first - 1) in COMMAS:
        return False  # a new clause: «استبعدا منه، والسؤال …»
    second = wording.form(first + 1)
    pointed = wording.form(first) in DEMONSTRATIVES and last - first == 2 and kind_of_noun(second) is None and second.endswith("ه")
    if pointed and last <= opening.content and not is_complementizer(wording.form(opening.content - 1)):
        return False  # «هذه الحادثة أكدت ترابط السكان»
    return not is_preposition(wording.form(first)) and not (last - first == 1 and wording.form(first) in DEMONSTRATIVES)


def _can_speak(wording: Wording, opening: Opening, kind: str | None) -> bool:
    """Whether a phrase right behind a verb is rather a source than the verb's object: «اعلنت حالة استنفار»."""
    if opening.source is None or kind is not None or wording.form(opening.content - 1) in PREPOSITIONS:
        return True
    first = wording.form(opening.source[0])
    short = 1 < opening.source[1] - opening.source[0] <= _LONGEST_UNKNOWN
    return short or is_definite(first) or is_unusual(first) or not first[0].isalpha()


def _is_nobodys(wording: Wording, cue: Cue) -> bool:
    """«رجل يُشتبه بأنه …», «السكان يُقال إنهم …»: what stands before a passive is what is told of."""
    before = wording.form(cue.first - 1)
    pronoun = before == "التي" or wording.form(cue.stop).endswith(("ه", "ها", "هم"))  # «الموقع الذي يشتبه بأنه …»
    behind = (before in COMMAS or (before in RELATIVES and pronoun)) and cue.verb.perfect in _IMPERSONAL and is_impersonal(wording, cue)
    return cue.verb.perfect in _PASSIVES or is_passive(wording, cue) or behind or is_accused(wording, cue)


def is_accused(wording: Wording, cue: Cue) -> bool:
    """«القيادي الذي يتهم بأنه خطف الطائرة»: the present of such a verb right before what of is passive."""
    present = cue.reading.shape == IMPERFECT and not cue.reading.object and not cue.reading.plural and cue.reading.person == 3
    before = wording.form(cue.first - 1)
    return cue.verb.sort == "accuse" and present and before in RELATIVES and wording.form(cue.stop).startswith("ب")


def is_passive(wording: Wording, cue: Cue) -> bool:
    """Whether a verb is written with the first vowel of a passive: «وطُلب من السكان»; the present of «أعلن» has it in the active too."""
    word = wording.text[wording.tokens[cue.stop - 1].start : wording.tokens[cue.stop - 1].end]
    first = word.lstrip("وف")[1:2] if cue.joined else word[1:2]
    shown = cue.reading.shape == PERFECT or (cue.reading.shape == IMPERFECT and cue.verb.perfect[2:3] == "ت")
    return first == _DAMMA and shown and not cue.reading.object


def is_impersonal(wording: Wording, cue: Cue) -> bool:
    """Whether a verb of thinking has nobody for its subject: «ويعتقد أن الجسر آمن»; but «قال إنه يعتقد أن …»."""
    if cue.verb.perfect in _PASSIVES or is_passive(wording, cue) or is_accused(wording, cue):
        return True
    if (
        cue.verb.perfect not in _IMPERSONAL
        or cue.reading.shape != IMPERFECT
        or cue.reading.gender != "m"
        or cue.reading.plural
        or cue.reading.person == 1
    ):
        return False
    before = wording.form(cue.first - 1)
    somebody = before in _SUBJECTS or (is_complementizer(before) and before.endswith("ه"))
    behind = cue.stop + (cue.verb.perfect == "اشتبه" and wording.form(cue.stop) == "في")
    return is_complementizer(wording.form(behind)) and not somebody


def _is_borne_participle(wording: Wording, cue: Cue, opening: Opening) -> bool:
    before = wording.form(cue.first - 1)
    if (
        cue.verb.plain
        and cue.reading.gender == "f"
        and (opening.source is not None or wording.form(opening.content - 1) in (*COMMAS, ":", ""))
    ):
        return False  # «ومتابعة», «متابعة: …»
    if cue.verb.plain and before.endswith("ا") and before not in COMMAS:
        return False  # «28 مشروعا واعدا»
    if cue.joined and cue.reading.gender == "f" and before.endswith("ه"):
        return False  # «مرفوضة ومنكرة»
    if cue.joined or before in _CLAUSE_ENDS:
        return opening.strong or not cue.verb.plain or cue.reading.gender == "m"
    if cue.reading.plural and before not in COMMAS:
        return opening.source is not None or (wording.form(cue.first).endswith("ين") and not cue.verb.plain)
    if cue.verb.sort == "demand" and wording.form(cue.first).endswith("ا") and wording.form(opening.content)[:1] == "ب":
        return True
    return (opening.strong and (cue.reading.gender == "m" or cue.verb.perfect == "قال")) or (
        wording.form(cue.first).endswith("ا") and not cue.verb.plain
    )
