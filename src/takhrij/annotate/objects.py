"""What stands behind a verb and its subject: the thing demanded, denied or announced, and pronouns that point back into the subject."""

from __future__ import annotations

from collections.abc import Set

from takhrij.annotate.clauses import (
    COMMAS,
    FIXED,
    POINTED,
    PRONOUNS,
    RELATIVES,
    TEMPORAL,
    bare,
    is_content_noun,
    is_preposition,
    kind_of_noun,
    starts_adjunct,
    words_of_class,
)
from takhrij.annotate.conjugation import reading_of
from takhrij.annotate.cues import Cue, is_auxiliary
from takhrij.annotate.finite import is_finite, is_finite_at, is_whole
from takhrij.annotate.gazetteer import is_listed_body
from takhrij.annotate.name_words import given_name, is_word
from takhrij.annotate.phrases import DEMONSTRATIVES, is_closed, is_definite, is_owned
from takhrij.annotate.sources import head_kind
from takhrij.annotate.wording import Range, Wording

MANNER = frozenset({"بشكل", "بصوره", "بطريقه"})  # «يعلن الجيش بشكل واضح قصف …»
# «مقطع فيديو نشر أمس», «دراسة أجراها فريق»: how a document came to be known.
PUBLISHED = words_of_class("published")
_OF_TOPICS = frozenset({"علق", "عقب"})
_SHORTEST_LED = 3  # letters of ب and a noun
_STATEMENTS = words_of_class("statement")
_OF_ROLES = frozenset({"العام", "الرسمي"})
_LONGEST_CLAUSE = 20  # tokens
_WHENCE = frozenset({"داخل", "امام", "خارج", "علي", "موقع", "مكان", "قلب", "وسط"})
_LONGEST_BODY = 8  # words of a body before the noun that it announces
_SHORTEST_B = 3  # letters of a word that can be ب and a noun
_SOON = 6  # tokens


def is_fixed(wording: Wording, place: int) -> bool:
    """«المشرف على», «المشرف العام على», «بيان صادر عن»: the preposition is the noun's."""
    before = wording.form(place - 1)
    if wording.form(place) == "الي":
        return False
    return before.removeprefix("و") in FIXED or (before in _OF_ROLES and wording.form(place - 2) in FIXED)


def is_name_behind(wording: Wording, start: int, stop: int) -> bool:
    """«قال لشبكة غيم تل الزيتونية إن …»: what stands right behind a medium and ends as its adjective is its name."""
    last = wording.form(stop - 1)
    return is_definite(last) and last.endswith("يه") and kind_of_noun(wording.form(start)) is None


def is_titled(wording: Wording, place: int) -> bool:
    """«رئيس الهيئة الفريق إيهاب الغيم», «الأمير عبدالله»: a given name right behind a title, though it looks like a noun."""
    form = wording.form(place)
    return kind_of_noun(wording.form(place - 1)) == "title" and (given_name(form) is not None or form.startswith("عبد"))


def is_beside(wording: Wording, place: int) -> bool:
    """What stands behind a whole subject and is none of it: «كتب الغيم تغريدة», «دعت النقابات احتجاجا على الضريبة إلى …»."""
    form = wording.form(place)
    if form in _STATEMENTS:
        return is_whole(wording, place) and not is_definite(form)
    reason = form.endswith("ا") and (is_content_noun(form[:-1]) or form == "ردا") and is_preposition(wording.form(place + 1))
    return reason and not is_content_noun(form)


def goes_without(cue: Cue) -> bool:
    """Whether what the verb governs may follow without أن: «قال المدير لن نغادر»."""
    plain = cue.verb.plain or cue.participle or cue.reading.object
    return not plain and "ان" in cue.verb.governs and ":" in cue.verb.governs


def says_on(wording: Wording, place: int, start: int) -> bool:
    """Whether what is said begins at a verb behind a whole subject, without أن: «قال المدير لن نغادر»."""
    if not is_finite(wording.form(place)) or not is_whole(wording, place):
        return False
    return all(wording.form(earlier) not in RELATIVES | POINTED and not is_finite(wording.form(earlier)) for earlier in range(start, place))


def is_mute(wording: Wording, place: int, surnames: Set[str]) -> bool:
    """Whether a definite noun means nobody who could speak: «وقال السوق لا تحتاج إلى دراسة»."""
    form = wording.form(place)
    common = is_definite(form) and kind_of_noun(form) is None and is_word(bare(form))
    return common and bare(form) not in surnames and not is_listed_body(form) and not form.endswith(("ون", "ين"))


def is_about(wording: Wording, cue: Cue, place: int) -> bool:
    """Whether a phrase tells what the words are about: «علق الغيم على القرار "…"», «وقال عن ذلك: "…"», «قال الغيم عن فريقه»."""
    form, after = wording.form(place), wording.form(place + 1)
    topic = form == "علي" and cue.verb.perfect in _OF_TOPICS
    first = place == cue.stop and ":" in cue.verb.governs
    return topic or (form == "عن" and (first or after in DEMONSTRATIVES or is_owned(wording, place + 1)))


def may_be_led(form: str) -> bool:
    """Whether ب before a noun may begin a word: «بالجسر», «بشن هجوم»; «بيت» is too short."""
    return form.startswith("ب") and (len(form) > _SHORTEST_LED or (is_content_noun(form[1:]) and not is_word(form)))


def tells_itself(wording: Wording, place: int, start: int) -> bool:
    """Whether a verb behind the phrase that begins at `start` is none of it: «بحسب "الغيم" استقر السوق»; but «الوزير الذي زار التل»."""
    if not is_whole(wording, place) or not is_finite_at(wording, place) or is_content_noun(wording.form(place)):
        return False
    if head_kind(wording, (start, place)) in ("unnamed", "title"):
        return False  # a name comes that may look like a verb: «رئيس الجهاز يوسي كوهينو»
    return all(wording.form(earlier) not in RELATIVES | POINTED for earlier in range(start, place))


def described_end(wording: Wording, comma: int, source: Range | None, limit: int) -> int:
    """The token after a comma, and after the clause behind it that describes an indefinite source: «أظهر فيديو، نشر أمس، الجسر»."""
    form = wording.form(comma + 1)
    described = source is not None and not is_definite(wording.form(source[0])) and form in PUBLISHED and wording.form(comma) in COMMAS
    near = range(comma + 2, min(limit, comma + _LONGEST_CLAUSE))
    return next((place for place in near if wording.form(place) in COMMAS), comma + 1) if described else comma + 1


def is_of_body(wording: Wording, cue: Cue, place: int) -> bool:
    """«أعلنت الهيئة الزيتونية رصد مبلغ»: any common noun behind the closed name of a body."""
    form = wording.form(place)
    begin = cue.stop + (wording.form(cue.stop) in PRONOUNS)
    name = [wording.form(earlier) for earlier in range(begin, place) if wording.form(earlier - 1) not in MANNER]
    name = [word for word in name if word not in MANNER]
    if cue.reading.object or len(name) > _LONGEST_BODY or any(starts_adjunct(word, "") or is_preposition(word) for word in name):
        return False
    if head_kind(wording, (begin, place)) != "organization" or reading_of(form) is not None or is_auxiliary(form):
        return False
    closed = is_definite(wording.form(place - 1)) or wording.form(place - 2) in MANNER or wording.closes(place - 1)
    plain = form.isalpha() and not is_definite(form) and not is_preposition(form) and kind_of_noun(form) is None
    return closed and plain and form[0] not in "بلوف" and is_word(form) and not starts_adjunct(form, "") and len(form) > 2


def is_owned_object(wording: Wording, cue: Cue, place: int, *, named: bool) -> bool:
    """«أكد الغيم تفهمه قلق السكان»: a noun of the speaker's own right behind a whole subject; `named`: behind somebody's name."""
    form = wording.form(place)
    owned = is_owned(wording, place) and form.isalpha() and form[0] not in "بلوفك" and kind_of_noun(form) is None
    before = wording.form(place - 1)
    whole = (is_definite(before) and before not in RELATIVES) or is_listed_body(before) or wording.closes(place - 1) or named
    surname = before.isalpha() and kind_of_noun(before) is None and not before.endswith("ه")  # «واقعة خطيرة شهدها البحر»
    return owned and (whole or surname) and reading_of(form) is None and not is_preposition(before) and (
        place - cue.stop <= _SOON or ((wording.closes(place - 1) or named) and place - cue.stop <= 2 * _SOON)
    )


def is_denied(wording: Wording, cue: Cue, place: int) -> bool:
    """«نفت الشرطة تقارير صحفية عن …», «نفى المتهمون أي ضلوع لهم»: a report or anything at all behind a whole subject."""
    form = wording.form(place)
    told = kind_of_noun(form) in ("document", "vague") and not is_definite(form) and form[0] not in "بلوف"
    closed = is_closed(wording, place, cue.stop, sure=True) or all(wording.form(near) in TEMPORAL for near in range(cue.stop, place))
    return (form == "اي" or told) and closed


def is_demanded(wording: Wording, place: int) -> bool:
    """«طالب الخبير سامي الغيم بحجب المواقع»: a word with ب that is no name, since no other one follows soon."""
    form = wording.form(place)
    if len(form) <= _SHORTEST_B or kind_of_noun(form) is not None or kind_of_noun(form[1:]) is not None:
        return False
    near = [wording.form(later) for later in range(place + 1, place + _SOON)]
    later = any(other.startswith("ب") and (is_content_noun(other[1:]) or is_content_noun(other[3:])) for other in near)
    return not later and not is_preposition(wording.form(place - 1))


def points_back(wording: Wording, place: int, start: int, *, sure: bool) -> bool:
    """«المشتبه به في الهجوم», «رسالة بعثت بها الوزارة»: the pronoun points back into the phrase; `sure` where أن is still to come."""
    before = wording.form(place - 1)
    if before in POINTED:
        return place > start
    told = not is_definite(wording.form(start)) and kind_of_noun(wording.form(start)) in ("document", "unnamed", "vague")
    plain = not is_definite(before) and kind_of_noun(before) is None and not before.endswith(("ي", "يه"))
    return sure and told and plain and place > start + 1


def tells_whence(wording: Wording, place: int) -> bool:
    """«وقالت الغيم من سريرها», «قال المراسل من أمام المرفأ»: where the source speaks; but «ثلاثة من جيرانها»."""
    if wording.form(place) != "من" or not is_definite(wording.form(place - 1)):
        return False
    following = wording.form(place + 1)
    ending = wording.text[wording.tokens[place + 1].end - 1] if place + 1 < len(wording.tokens) else ""
    return following in _WHENCE or (following.endswith(("ها", "ه")) and len(following) > _SHORTEST_B and ending in ("ه", "ا"))
