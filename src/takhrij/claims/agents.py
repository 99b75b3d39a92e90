"""Who may act: people and bodies that news names by a noun, and the rows of those that are one agent under several names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from takhrij.annotate.clauses import kind_of_noun
from takhrij.claims.units import MEANT, NAMES, VALUES, Unit
from takhrij.text.folding import folded
from takhrij.text.lemmas import lemma

# Those who act in news, by the concepts that name them: one row is one agent under several names, and may be told by any of them.
_AGENTS = (
    ("police", "interior", "interior_minister", "government"),
    ("army", "soldier", "officer", "commander", "airforce", "defence_ministry", "defence_minister", "government"),
    ("government", "minister", "ministry", "prime_minister", "foreign_minister", "finance_minister", "interior_minister"),
    ("foreign_minister", "foreign_ministry", "diplomat"), ("ambassador", "embassy", "envoy", "delegation", "diplomat"),
    ("president", "leader", "commander"), ("king", "prince", "crown_prince"), ("king", "government"), ("parliament", "member"),
    ("court", "supreme_court", "judge"), ("prosecution",), ("lawyer",), ("opposition", "party", "faction"),
    ("fighter", "militia", "rebels", "terror", "faction", "armed", "perpetrator", "murderer"), ("organization",),
    ("company", "bank"), ("player",), ("coach",), ("referee",), ("team",), ("fan",), ("doctor",), ("scientist", "university"),
    ("journalist", "newspaper", "media", "channel", "agency"), ("worker",), ("driver",), ("pupil",), ("resident", "civilian"),
    ("refugee",), ("tourist", "passenger"), ("prisoner",),
)  # fmt: skip
_ROWS_OF = {MEANT + name: frozenset(row for row, names in enumerate(_AGENTS) if name in names) for names in _AGENTS for name in names}
_FRONT = re.compile("^[وف]?(?:[بك]?ال|لل)?")
_DEED = re.compile("ت..ي.ا?|ا[نستفق].{1,2}ا.ا?|است.{2,3}ا.ا?|ا..ا.ا?")  # masdars of the derived verbs: «تكثيف», «استقبال», «إنشاء»
_THINGS = ("ات", "اتها", "اته", "اتهم")
_SOURCES = ("unnamed", "organization", "vague")  # kinds of nouns for those who may also be heard
_BODIES = folded("عائلة جماعة عصابة نقابة جامعة بلدية ميليشيا فرقة كتيبة قبيلة عشيرة دورية طائرة سفينة لص").split()
_FORCES = folded("قوات")  # of the army, of the police, or whose they may be
_NO_ACTORS = frozenset(map(folded, ("كافة", "كل", "جميع", "بعض", "عدد", "عديد", "بن", "ابن", "آل")))


def can_act(unit: Unit) -> bool:
    """Whether a word may name somebody who does a thing: no deed itself («تكثيف», «التنسيق»), no quantity, not «مشروعات»."""
    if unit.kind in NAMES or is_agent(unit):
        return True
    bare = _FRONT.sub("", unit.form)
    return bare not in _NO_ACTORS and not _DEED.fullmatch(bare) and not bare.endswith(_THINGS)


def is_agent(unit: Unit) -> bool:
    """Whether a word surely names people or a body that acts: «الشرطة», «عائلات», «اتحاد», «مسلحون»."""
    return bool(rows_of(unit)) or _is_body(unit.form)


@lru_cache(maxsize=50_000)
def _is_body(form: str) -> bool:
    return lemma(form) in _bodies() or kind_of_noun(form) in _SOURCES


@cache
def _bodies() -> frozenset[str]:
    """The lemmas of bodies: not made on import, since a lemma takes the whole table of forms."""
    return frozenset(map(lemma, _BODIES))


def rows_of(unit: Unit) -> frozenset[int]:
    """The rows of agents that all meanings of a word allow; none for a word that may mean something else."""
    if _FRONT.sub("", unit.form) == _FORCES:
        return _ROWS_OF[MEANT + "army"] | _ROWS_OF[MEANT + "police"]
    meanings = [key for key in unit.keys if key.startswith(MEANT)]
    if not meanings or unit.kind in VALUES or any(meaning not in _ROWS_OF for meaning in meanings):
        return frozenset()
    return frozenset().union(*(_ROWS_OF[meaning] for meaning in meanings))
