"""The signs that what is said begins now: أن, a colon, a quotation; and quotations that are only a name."""

from __future__ import annotations

from takhrij.annotate.clauses import BLOCKING, BRACKETS, COMMAS, OCCASIONS, is_complementizer, is_preposition, kind_of_noun, starts_adjunct
from takhrij.annotate.conjugation import reading_of
from takhrij.annotate.name_words import is_word
from takhrij.annotate.phrases import is_definite
from takhrij.annotate.wording import Wording

_PREPOSITIONS = {"عن": "عن", "علي": "على", "من": "من", "في": "في"}
_QUESTIONS = frozenset({"هل", "لماذا", "كيف", "اين", "ماذا", "متي", "عما", "عمن"})
THAT = frozenset({"ان", ":"})  # what a cue governs behind which words of any kind may be told
_SHORT_QUOTE = 5  # words in marks that may still be a name
_NAME_WORDS = 3  # tokens from mark to mark that are surely a name behind «الشركة»
_LONGEST_BRACKET = 25  # tokens
_TURNS = frozenset({"الا", "غير", "بيد", "لكن", "ولكن", "لكنه", "لكنها", "كما", "فيما", "بينما"})  # «قال الوزير "لا أعلم"، إلا أنه …»
_OCCASIONS = frozenset({"هامش", "فعاليات", "اعمال", "افتتاح", "اختتام", "شعار", "بعنوان", "عنوان"})
_NEAR = 12  # tokens after a quoted name in which أن or a colon shows that the content is still to come


def marker_after(wording: Wording, start: int, limit: int, governs: frozenset[str]) -> int | None:
    """The first complementizer, colon or quotation between two tokens that a cue with this government can have.

    «قال بعد أن عاد إن الجسر آمن»: the token of إن.
    """
    token = start
    while token < limit:
        form = wording.form(token)
        if wording.opens(token):
            blessing = wording.form(token + 1) == "صلي" and wording.form(token + 2) == "الله"
            if ":" in governs and not blessing and not is_quoted_name(wording, token, limit):
                return token
            token = (wording.partners[token] or token) + 1
            continue
        if form in BRACKETS:
            token = after_bracket(wording, token, limit)
            continue
        if form == ":" and ":" in governs and not wording.form(token - 1).isdigit():
            return token
        if "?" in governs and form in _QUESTIONS:
            return token
        if is_complementizer(form) and "ان" in governs and not _is_blocked(wording, token, start, governs):
            return token
        token += 1
    return None


def after_marker(wording: Wording, marker: int) -> int:
    """The first token of the content behind a marker; an opening quotation mark is part of it."""
    place = marker
    while is_complementizer(wording.form(place)) or wording.form(place) in (":", "،", ","):
        place += 1
    return place


def _is_blocked(wording: Wording, token: int, start: int, governs: frozenset[str]) -> bool:
    before = wording.form(token - 1)
    if before == "خاصه" and kind_of_noun(wording.form(token - 2)) is not None:
        return False  # «وقالت مصادر خاصة إن …»
    if before == "بعد" and wording.form(token - 2) == "فيما":
        return False  # «لكنها أكدت فيما بعد أن …»
    if token > start and before in BLOCKING and not (before == "الي" and governs & {"الى", ":"}):
        return True  # «أضاف إلى أن …» is wrong but written often
    if token > start and before in _PREPOSITIONS and _PREPOSITIONS[before] not in governs:
        return True  # «طلب حضور اللاعب على أن …»
    return wording.form(token).startswith("وان") and token > start


def is_quoted_name(wording: Wording, token: int, limit: int) -> bool:
    """Whether the words in marks name somebody rather than say something: «أعلنت "غيمة" أن …»."""
    partner = wording.partners[token]
    if partner is not None and wording.form(token - 1) in _OCCASIONS:
        return True  # «على هامش "المؤتمر الدولي لحماية الينابيع والآبار"»
    if partner is None or partner - token - 1 > _SHORT_QUOTE:
        return False
    if partner - token <= _NAME_WORDS and wording.form(partner + 1) in COMMAS and _is_bare_noun(wording.form(token - 1)):
        return True  # «مستخدمي هواتف "غيمو"، من …»
    before, after = wording.form(token - 1), wording.form(partner + 1)
    if before in ("ل", "ب", "و", "ك", "باسم"):
        return True
    held = wording.form(token - 2) in OCCASIONS  # «في مؤتمر صحفي "لا نعلم"»
    if not held and kind_of_noun(before) in ("organization", "outlet") and (not before.startswith("ال") or partner - token <= _NAME_WORDS):
        return True
    if not (partner + 1 >= limit or after in (".", "،", ",", "؛", "!", "؟")):
        return True
    last = min(limit, partner + _NEAR)
    last = next((place for place in range(partner + 1, last) if _is_verb(wording, place) or wording.form(place) in _TURNS), last)
    near = range(partner + 1, last)
    return any(is_complementizer(wording.form(place)) or wording.form(place) == ":" for place in near)


def _is_bare_noun(form: str) -> bool:
    """Whether an indefinite common noun, which a name may follow, and no verb of saying stands before a mark."""
    return form.isalpha() and is_word(form) and reading_of(form) is None and not is_definite(form) and not is_preposition(form)


def _is_verb(wording: Wording, place: int) -> bool:
    return reading_of(wording.form(place)) is not None and not starts_adjunct(wording.form(place), wording.form(place + 1))


def after_bracket(wording: Wording, token: int, limit: int) -> int:
    """The token after the bracket that closes the one at `token`, or the next where none does."""
    closing = BRACKETS[wording.form(token)]
    near = range(token + 1, min(limit, token + _LONGEST_BRACKET))
    return next((place + 1 for place in near if wording.form(place) == closing), token + 1)
