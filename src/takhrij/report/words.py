"""The plain words in which results are told, in Arabic and English, and making hostile text visible."""

from __future__ import annotations

import unicodedata

from takhrij.report.views import ClaimView, TellingView

SLOTS = {
    "number": "العدد · number",
    "date": "التاريخ · date",
    "place": "المكان · place",
    "person": "الشخص · person",
    "actor": "الفاعل · actor",
    "certainty": "درجة الجزم · certainty",
    "attribution": "الإسناد · attribution",
    "negation": "النفي · negation",
    "wording": "الصياغة · wording",
}
KINDS = {
    "update": "تحديث · update",
    "correction": "تصحيح · correction",
    "conflict": "تعارض · conflict",
    "aggregation": "جمع أعداد · aggregation",
    "copy_error": "خطأ في النقل · copy error",
    "wording": "صياغة · wording",
    "dropped_attribution": "إسناد محذوف · dropped attribution",
    "certainty_shift": "تغيّر درجة الجزم · certainty shift",
    "unclear": "غير واضح · unclear",
    "named_source": "مصدر مسمّى · named source",
    "unnamed_source": "مصدر غير مسمّى · unnamed source",
    "agency": "وكالة · agency",
    "outlet": "وسيلة إعلام · outlet's own reporting",
    "document": "وثيقة · document",
    "unknown": "مجهول · unknown",
}
VERDICTS = {"shared": "أصل واحد · shared", "independent": "مستقلان · independent", "not_established": "لم يثبت الاستقلال · not established"}


def visible(text: str, *, keep_lines: bool = False) -> str:
    """The text with control and direction-override characters taken out, so that it cannot rearrange or steer what is around it.

    Joiners and plain direction marks, which Arabic text needs, stay.
    """
    kept = "\u200c\u200d\u200e\u200f" + ("\n" if keep_lines else "")
    return "".join(letter if letter in kept else _shown(letter) for letter in text)


def _shown(letter: str) -> str:
    if unicodedata.category(letter) not in ("Cc", "Cf", "Cs"):
        return letter
    return " " if letter.isspace() else ""


def chain_in_words(telling: TellingView) -> str:
    """«agency ← carrier ← source», outermost first, or that the article speaks in its own voice."""
    names = [f"[{step.name}]" if step.kind == "agency-credit" else step.name for step in telling.chain]
    return " ← ".join(names) if names else "—"


def span_in_words(low: int, high: int) -> str:
    """A range as it is told: "2" or "1 to 3"."""
    return str(low) if low == high else f"{low} to {high}"


def origins_in_words(view: ClaimView) -> str:
    """One sentence: how many tell it, and how many origins are left."""
    told = f"{counted(len(view.tellings), 'telling')} in {counted(view.claim.documents, 'article')}"
    told += f" of {counted(len(view.outlets), 'named outlet')}"
    if view.ancestry is None:
        return f"{told}; origins not worked out"
    origins = span_in_words(view.ancestry.origin_low, view.ancestry.origin_high)
    texts = span_in_words(view.ancestry.text_low, view.ancestry.text_high)
    return f"{told}: {origins} origin(s) of information, {texts} first text(s)"


def counted(number: int, noun: str) -> str:
    """ "1 telling", "2 tellings"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
