"""What stands before a party and tells its part: a preposition, or the mark of the doer of a passive («من قبل», «على يد», «برصاص»)."""

from __future__ import annotations

from takhrij.claims.statements import Statement
from takhrij.claims.units import VALUES
from takhrij.text.folding import folded
from takhrij.text.lemmas import is_listed, lemma

BY = "by"  # the part of the doer that is named behind a passive or a noun
FROM = folded("من")
_PASSING = [FROM, folded("قبل")]
_SIDES = frozenset(map(folded, ("جانب", "طرف", "قبل")))  # behind «من»; written «من قبل»
_HANDS = frozenset(map(folded, ("يد", "يدي", "أيدي", "يدين", "واسطة")))  # behind «على» or ب
# With ب before the one who did it, «من» between them or not: «برصاص مسلحين», «بقرار من الوزير».
_MEANS = frozenset(
    map(folded, ("رصاص", "نيران", "نار", "قرار", "أمر", "أوامر", "مرسوم", "سلاح", "صواريخ", "قذائف", "ضربات", "طعنات", "تكليف", "إيعاز"))
)
_LONGEST = 12  # characters before a party that are looked at
_YOURS = folded("كم")  # of «لحاكم», which the table takes for «لحا» and «كم»
_SHORTEST = 3  # letters of a word with a preposition joined to it


def governor_of(statement: Statement, place: int, reach: int = 1) -> str:
    """BY, the preposition before a unit or before the nouns that it belongs to, up to `reach` of them; "" where nothing governs it.

    «من ملعب المرج»: of المرج, too, it is «من».
    """
    own = _before(statement, place)
    while not own and reach and place and statement.units[place - 1].kind not in VALUES and _is_beside(statement, place):
        place, reach = place - 1, reach - 1
        own = _before(statement, place)
    return own


def _is_beside(statement: Statement, place: int) -> bool:
    return statement.units[place].start - statement.units[place - 1].end == 1


def _before(statement: Statement, place: int) -> str:
    unit = statement.units[place]
    words = folded(statement.words[max(0, unit.start - _LONGEST) : unit.start]).split()
    if words[-2:] == _PASSING or (words[-2:-1] == [FROM] and words[-1] in _SIDES):
        return BY
    if place and (_is_beside(statement, place) or words[-1:] == [FROM]) and marks_doer(statement, place - 1):
        return BY
    return unit.before or clitic_of(unit.form)


def marks_doer(statement: Statement, place: int) -> bool:
    """«على يد», «بأيدي», «برصاص»."""
    form = statement.units[place].form
    bare = form[1:] if form[0] == "ب" else form
    return bare in _HANDS or (bare in _MEANS and bare != form)


def clitic_of(form: str) -> str:
    """The preposition that is written to a word: «لنادي», «بالشرطة»; none of «لاعب»."""
    if form.startswith(("لل", "بال")) and len(form) > _SHORTEST + 1:
        return form[0]
    if form[0] not in "لب" or len(form) <= _SHORTEST or (lemma(form)[:1] == form[0] and not form.endswith(_YOURS)):
        return ""
    return form[0] if is_listed(form[1:]) else ""
