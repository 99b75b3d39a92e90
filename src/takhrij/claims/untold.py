"""Negations that contradict nothing: they say what is not known or told so far, or belong to a noun and not to what is told of it."""

from __future__ import annotations

from takhrij.claims.roles import is_verb_form
from takhrij.claims.statements import Statement
from takhrij.text.folding import folded
from takhrij.text.tokens import tokens_of

_AFTER = 3  # units behind a verb of issuing among which stands what was not issued
_LONGEST_NOUN = 20  # characters before a unit that are looked at for غير and its noun
_NOT = folded("غير")
_DENIED_OF = frozenset(folded("غير ليس ليست ليسا ليسوا لسنا لست عن من دون بدون بلا").split())  # right before a noun or an adjective
_SCORES = frozenset(folded("رد مقابل").split())
_VERBS = (
    "يتضح تتضح يعرف تعرف يتسن يتسنى تتسن يسم تسم يسمي تسمي يكشف تكشف كشف الكشف يحدد تحدد يفصح تفصح الإفصاح يوضح توضح يعلق تعلق",
    "يتبن تتبن يتبين تتبين يدل تدل يدلي تدلي يذكر تذكر ذكر يشر تشر يورد تورد",
)
_UNTOLD = frozenset(" ".join(map(folded, _VERBS)).split())
_ISSUED = frozenset(folded("يصدر تصدر صدور ترد يرد ورود تتوفر يتوفر تتوافر يتوافر").split())
_REMARKS = folded("تعليق تعليقا تعقيب بيان بيانا تأكيد تفاصيل أنباء معلومات تصريح تصريحات إيضاحات أرقام")
_REMARK_KEYS = frozenset("w:" + word for word in _REMARKS.split())


def leaves_open(statement: Statement, place: int) -> bool:
    """Whether a negated unit only says what is not told or known, or belongs to a noun.

    «ولم يتضح السبب», «لم تصدر الوزارة تعليقا», «لأسباب غير محددة»; not «لم تصدر المحكمة حكما».
    """
    unit = statement.units[place]
    if not _UNTOLD.isdisjoint(_without_object(unit.form)):
        return True
    near = statement.units[place + 1 : place + 1 + _AFTER]
    if not _ISSUED.isdisjoint(_without_object(unit.form)) and any(not _REMARK_KEYS.isdisjoint(other.keys) for other in near):
        return True
    return _is_attribute(statement, place)


def is_told_of_somebody(statement: Statement, place: int) -> bool:
    """Whether a negated unit tells what somebody does not do, is not or lacks: «لا تكفي», «ليست متاحة», «دون حكم».

    Not «بهدفين دون رد», «عدم التعرض للقوافل» and «لم يكن هناك بديل», nouns of which the other side may tell in any words.
    """
    unit = statement.units[place]
    if is_verb_form(unit) and unit.form not in _SCORES:
        return True
    words = tokens_of(statement.words, max(0, unit.start - _LONGEST_NOUN), unit.start)
    return bool(words) and words[-1].form in _DENIED_OF and unit.form not in _SCORES


def _without_object(form: str) -> set[str]:
    """A verb, and the same without the pronoun that is its object: «تسمه», «يذكرها»."""
    return {form, form.removesuffix("ه"), form.removesuffix("ها")}


def _is_attribute(statement: Statement, place: int) -> bool:
    """Whether غير and the unit are an adjective of the noun before them: «أجل غير مسمى».

    Neither has an article then; «البدانة غير مرتبطة» says something of obesity.
    """
    unit = statement.units[place]
    words = tokens_of(statement.words, max(0, unit.start - _LONGEST_NOUN), unit.start)
    if len(words) < 2 or words[-1].form != _NOT or unit.form.startswith("ال") or unit.form.endswith("ا"):
        return False
    return not words[-2].form.startswith("ال") and words[-2].end + 1 == words[-1].start
