"""The full name of a body that a text named before it is called by its noun alone: «أطلقت شركة الغيم … . وأوضحت الشركة أن …»."""

from __future__ import annotations

from takhrij.annotate.clauses import TEMPORAL, bare, is_content_noun, is_preposition, kind_of_noun
from takhrij.annotate.conjugation import reading_of
from takhrij.annotate.phrases import is_definite, without_for
from takhrij.annotate.wording import Range, Wording

_KINDS = ("organization", "outlet")
_JOINED = ("وال", "لل", "ولل")
_LONGEST = 8  # tokens of a name
_SHORTEST_FIELD = 3  # letters of ل and a noun
_QUOTED = 6  # tokens from mark to mark
_FARTHEST = 600  # tokens looked back through
# «الشركة الأولى», «المجلس الماضي» name no body.
_OF_WHICH = frozenset(
    "الاولي الثانيه الثالثه التاليه المذكوره نفسها نفسه التالي المذكور المقبل المقبله الماضي الماضيه".split()  # noqa: SIM905
)


def body_before(wording: Wording, source: Range) -> Range | None:
    """The name that begins with the source's noun and stands last before it; None where the source is more than «الشركة».

    «أطلقت شركة الغيم الوطنية فرعها. وأوضحت الشركة …»: شركة الغيم الوطنية.
    """
    form = wording.form(source[0])
    if source[1] - source[0] != 1 or not is_definite(form) or kind_of_noun(form) not in _KINDS:
        return None
    noun = bare(form)
    near = range(source[0] - 1, max(0, source[0] - _FARTHEST) - 1, -1)
    named = (_name_at(wording, place) for place in near if _is_noun(wording.form(place), noun))
    return next((name for name in named if name is not None), None)


def body_name(wording: Wording, name: Range, source: Range) -> str:
    """The name without what binds it to the words before: «تسلم مكتب لشركة الغيم» names شركة الغيم."""
    words, noun = wording.words(*name), bare(wording.form(source[0]))
    form = wording.form(name[0])
    if form.startswith("لل"):
        return without_for(words)
    return words[1:] if form[:1] in "ولب" and form[1:] == noun else words


def _is_noun(form: str, noun: str) -> bool:
    """Whether a word is the noun with or without article, and «و» or «ل» before it: «شركة», «الشركة», «لشركة»."""
    return form == noun or bare(form) == noun or (form[:1] in "ولب" and form[1:] == noun)


def _name_at(wording: Wording, head: int) -> Range | None:
    """The name that a noun begins, one more word at least: «شركة الغيم», «الشركة الوطنية للمياه», «شركة "غيم"»."""
    place = head + 1
    stop = min(len(wording.tokens), head + _LONGEST)
    if is_definite(wording.form(head)) and not wording.form(place).startswith("ال"):
        return None  # «الشركة للعملاء»
    if not is_definite(wording.form(head)) and _is_foreign(wording.form(place)):
        place += 1  # «شركة غيمكو»
    while place < stop:
        partner = wording.partners.get(place)
        if partner is not None and place < partner <= place + _QUOTED:
            place = partner + 1
        elif _is_field(wording, place):
            place += 2
        elif _goes_on(wording.form(place), wording.form(place - 1), feminine=wording.form(head).endswith("ه")):
            place += 1
        else:
            break
    if place - head < 2 or (place - head == 2 and wording.form(head + 1) in _OF_WHICH):
        return None
    return head, place


def _is_field(wording: Wording, place: int) -> bool:
    """«الاتحاد الزيتوني لكرة القدم», «الجمعية الوطنية لحقوق السكان»: what a body is for."""
    form = wording.form(place)
    plain = form.startswith("ل") and not form.startswith("لل") and len(form) > _SHORTEST_FIELD and kind_of_noun(form[1:]) is None
    return plain and is_definite(wording.form(place - 1)) and is_definite(wording.form(place + 1))


def _is_foreign(form: str) -> bool:
    plain = form.isalpha() and len(form) > 2 and not is_definite(form) and not is_preposition(form) and form[0] not in "بلو"
    return plain and reading_of(form) is None and not is_content_noun(form) and form not in TEMPORAL and not form.endswith(("ت", "ا"))


def _goes_on(form: str, before: str, *, feminine: bool) -> bool:
    """Whether a word goes on with a name: «شركة المياه الوطنية», «هيئة الزكاة والدخل», «المجلس الأعلى للآثار»."""
    if form in TEMPORAL or form in _OF_WHICH or kind_of_noun(form) in ("unnamed", "title"):
        return False
    if feminine and before.endswith("يه") and is_definite(before) and form.startswith("ال") and not form.endswith("ه"):
        return False  # «أطلقت الشركة الوطنية الفرع الجديد»
    return (form.startswith("ال") and len(form) > 3 and not form.startswith(("التي", "الذي"))) or form.startswith(_JOINED)
