"""Whether a clause tells of what lies ahead: «سيجتمع الوزراء الأربعاء» is the next Wednesday, «اجتمع الوزراء الأربعاء» the last."""

from __future__ import annotations

from functools import lru_cache

from takhrij.annotate.time_reading import Reading
from takhrij.text.lemmas import is_verb, lemma

_WINDOW = 14  # words before a time in which the verb of its clause is looked for
_STOPS = frozenset('.؛!؟:"')
_AHEAD_WORDS = "سوف المقرر المقرره مقرر مقررا المرتقب المرتقبه مرتقب المزمع المنتظر المنتظره يعتزم تعتزم ينتظر يتوقع متوقع المتوقع"
_AHEAD = frozenset(_AHEAD_WORDS.split())
_BEHIND = frozenset({"منذ", "كان", "كانت", "وكان", "وكانت", "كانوا"})
_FUTURE = ("سي", "ست", "سن")
_SHORTEST = 5  # letters of a verb with its «س»
# Futures that the table of forms does not know.
_UNKNOWN = "سيلتقي ستلتقي سيلتقون سيعقد ستعقد سيصل ستصل سيزور ستزور سيتوجه ستتوجه سيغادر ستغادر سيواجه ستواجه"
_MORE_FUTURES = frozenset(_UNKNOWN.split())


def outlook(reading: Reading, position: int) -> int:
    """1 where the words before a time lead ahead of the article's date, -1 where they lead behind it, 0 where nothing tells."""
    for at in range(position - 1, max(-1, position - 1 - _WINDOW), -1):
        form = reading.form(at)
        if form in _STOPS:
            return 0
        if form in _AHEAD or _is_future(form):
            return 1
        if form in _BEHIND:
            return -1
    return 0


@lru_cache(maxsize=50_000)
def _is_future(form: str) -> bool:
    bare = form[1:] if form[:1] in "وف" and form[1:3] in _FUTURE else form
    if bare in _MORE_FUTURES:
        return True
    return bare[:2] in _FUTURE and len(bare) >= _SHORTEST and is_verb(bare) and not lemma(bare).startswith(_FUTURE)
