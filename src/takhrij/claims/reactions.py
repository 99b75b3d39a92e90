"""Feelings and judgements of what happened: who voices them says that he does, and is no witness of what it was."""

from __future__ import annotations

from takhrij.annotate.conjugation import reading_of
from takhrij.claims.backgrounds import RELATIVE
from takhrij.text.folding import folded
from takhrij.text.lemmas import lemma
from takhrij.text.tokens import tokens_of

# Verbs that tell no fact beside that somebody does so. Some twenty of the 23 joins that two parties' condemnations undo in one event
# of 2015 were read: nearly all were wrong.
VOICES = frozenset(map(folded, ("أدان", "دان", "تدين", "ندد", "استنكر", "شجب", "رحب", "أشاد", "هنأ", "عزى")))
_OF = folded("عن")  # «أعرب عن أسفه»
_DESCRIBES = folded("وصف")
_THAT = frozenset(map(folded, ("أن", "أنه", "أنها", "أنهم", "بأن", "بأنه", "بأنها", "إن")))
_OPENING = 4  # words of a telling in which the verb stands: «من جانبه، أدان المجلس …»
_REACH = 14  # words behind «أعرب» in which its «عن» stands: «أعرب الأمين العام لاتحاد الصيادين سليم السدري عن …»


def is_reaction(words: str) -> bool:
    """Whether a telling says first of all what somebody thinks of a thing: «دان المجلس الحريق», «أعرب سليم عن أسفه للحريق»."""
    forms = [token.form for token in tokens_of(words[:300]) if token.is_word]
    return any(_reacts(form, forms[at + 1 : at + 1 + _REACH]) for at, form in enumerate(forms[:_OPENING]))


def _reacts(form: str, after: list[str]) -> bool:
    if lemma(form) in VOICES:
        return True
    reading = reading_of(form)
    return reading is not None and (reading.verb.perfect == _DESCRIBES or (_is_feeling(form) and _OF in after))


def tells_of_its_object(cue: str, before: str) -> bool:
    """Whether what follows `before`, the content of an attribution up to there, says what thing was meant, and is the writer's.

    «أعربت البلدية عن أسفها للحريق الذي شب في المرفأ، وأدى إلى مقتل حارس»: the municipality feels, of the dead the writer tells.
    """
    if not any(_is_feeling(token.form) for token in tokens_of(cue)):
        return False
    forms = [token.form for token in tokens_of(before) if token.is_word]
    began = max((at for at, form in enumerate(forms) if form in RELATIVE), default=None)
    return began is not None and _THAT.isdisjoint(forms[began:])


def _is_feeling(form: str) -> bool:
    """Whether it is a form of «أعرب عن», «عبر عن»: what follows is a noun, and asserts nothing."""
    reading = reading_of(form)
    return reading is not None and reading.verb.governs == {_OF}
