"""The plain words in which results are told, in Arabic and English, and making hostile text harmless to what stands around it."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import NamedTuple

from takhrij.model.chain import UNSEEN
from takhrij.report import counts
from takhrij.report.views import ClaimView, TellingView

MOST_MARKS = 4  # marks on one letter; Arabic has three at the most (shadda, vowel, small alif)
LONGEST_VALUE = 120  # letters of a value or name in a list


class Gloss(NamedTuple):
    """One thing in both languages."""

    arabic: str
    english: str

    def __str__(self) -> str:
        return f"{self.arabic} · {self.english}"


SLOTS = {
    "number": Gloss("العدد", "number"),
    "date": Gloss("التاريخ", "date"),
    "place": Gloss("المكان", "place"),
    "person": Gloss("الشخص", "person"),
    "actor": Gloss("الفاعل", "actor"),
    "certainty": Gloss("درجة الجزم", "certainty"),
    "attribution": Gloss("الإسناد", "attribution"),
    "negation": Gloss("النفي", "negation"),
    "wording": Gloss("الصياغة", "wording"),
}
KINDS = {
    "update": Gloss("تحديث", "update"),
    "correction": Gloss("تصحيح", "correction"),
    "conflict": Gloss("تعارض", "conflict"),
    "aggregation": Gloss("جمع أعداد", "aggregation"),
    "copy_error": Gloss("خطأ في النقل", "copy error"),
    "wording": Gloss("صياغة", "wording"),
    "dropped_attribution": Gloss("إسناد محذوف", "dropped attribution"),
    "certainty_shift": Gloss("تغيّر درجة الجزم", "certainty shift"),
    "unclear": Gloss("غير واضح", "unclear"),
    "named_source": Gloss("مصدر مسمّى", "named source"),
    "unnamed_source": Gloss("مصدر غير مسمّى", "unnamed source"),
    "agency": Gloss("وكالة", "agency"),
    "outlet": Gloss("وسيلة إعلام", "outlet"),
    "source": Gloss("مصدر", "source"),
    "document": Gloss("وثيقة", "document"),
    "unknown": Gloss("مجهول", "unknown"),
}
VERDICTS = {
    "shared": Gloss("أصل واحد", "shared"),
    "independent": Gloss("مستقلان", "independent"),
    "not_established": Gloss("لم يثبت الاستقلال", "not established"),
}
EVIDENCE = {
    "reused": Gloss("نص منقول", "copied words"),
    "credited": Gloss("إسناد صريح", "credited"),
    "same_attribution": Gloss("مصدر واحد", "same source"),
    "paraphrased": Gloss("صياغة أخرى", "paraphrased"),
    "translated": Gloss("ترجمة", "translated"),
    "decided": Gloss("قرار محلل", "decided by an analyst"),
}
DATES = {
    "published": Gloss("نُشر", "published"),
    "updated": Gloss("عُدّل", "updated"),
    "crawled": Gloss("جُمع آليا", "crawled"),
    "guessed": Gloss("تقدير", "guessed"),
}
# How a telling says it: its certainty, and the stance of who quotes.
MANNERS = {
    "asserted": Gloss("بجزم", "asserted"),
    "reported": Gloss("نقلا عن غيره", "reported"),
    "doubted": Gloss("بشك", "doubted"),
    "denied": Gloss("بنفي", "denied"),
    "expected": Gloss("متوقَّع", "expected"),
    "neutral": Gloss("بحياد", "neutral"),
    "endorsing": Gloss("بتأييد", "endorsing"),
    "distancing": Gloss("بتحفظ", "distancing"),
    "denying": Gloss("بتكذيب", "denying"),
    "tentative": Gloss("بلا جزم", "tentative"),
}
UNKNOWN = Gloss("مجهول", "unknown")
OWN_VOICE = Gloss("بلسان المقال", "in the article's own voice")
NOTHING = Gloss("لا شيء", "says nothing")


def visible(text: str, *, keep_lines: bool = False) -> str:
    """The text without control and direction-override characters and piled-up marks, so that it cannot disturb what is around it.

    Joiners and plain direction marks, which Arabic text needs, stay.
    """
    kept = "\u200c\u200d\u200e\u200f" + ("\n" if keep_lines else "")
    shown = "".join(letter if letter in kept else _shown(letter) for letter in text)
    return shown if shown.isascii() else _unpiled(shown)


def _shown(letter: str) -> str:
    if unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return letter
    return " " if letter.isspace() else ""


def _unpiled(text: str) -> str:
    """At most a few marks on one letter, however many were piled on it."""
    out = []
    for marks, letters in groupby(text, key=lambda letter: unicodedata.category(letter) in ("Mn", "Me")):
        run = "".join(letters)
        out.append(run[:MOST_MARKS] if marks else run)
    return "".join(out)


def shortened(text: str, longest: int = LONGEST_VALUE) -> str:
    """The text, cut after a whole word where it is longer than that; one giant word is cut inside."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    whole = cut.rsplit(None, 1)[0] if len(cut.split()) > 1 else cut
    return (whole if len(whole) >= longest // 2 else cut) + "…"


def chain_in_words(telling: TellingView) -> str:
    """«[agency] ← carrier ← source», outermost first, or "—" where the article speaks in its own voice."""
    names = [f"[{step.name}]" if step.kind == "agency-credit" else step.name for step in telling.chain]
    return " ← ".join(names) if names else "—"


def name_of(label: str) -> str:
    """The name of an unseen node, or the label of a telling as it is."""
    return label.removeprefix(UNSEEN)


def origin_names(view: ClaimView, english: bool = False) -> dict[str, str]:
    """How each origin is called, by its id: its name, with its first telling where another origin is called the same."""
    unknown = UNKNOWN.english if english else UNKNOWN.arabic
    shown = {origin.origin: shortened(visible(origin.name)) or unknown for origin, _ in view.origins}
    called = list(shown.values())
    first = {origin.origin: labels[0] for origin, labels in view.origins if labels}
    return {key: f"{name} ({first[key]})" if called.count(name) > 1 and key in first else name for key, name in shown.items()}


def manner(value: str, *, english: bool = False) -> str:
    """A value of the slot certainty in words: "reported, neutral" is «نقلا عن غيره، بحياد»."""
    parts = [MANNERS.get(part) for part in value.split(", ")]
    if not all(parts) or english:
        return value
    return "، ".join(part.arabic for part in parts if part)


def value_in_words(slot: str, value: str, *, english: bool = False) -> str:
    """What a telling says in a slot, safe to show; that it says nothing is told in words."""
    if not value:
        nothing = OWN_VOICE if slot == "attribution" else NOTHING
        return f"({nothing.english if english else nothing.arabic})"
    return shortened(visible(manner(value, english=english) if slot == "certainty" else value))


def span_in_words(low: int, high: int) -> str:
    """A range as it is told in English: "2" or "1 to 3"."""
    return str(low) if low == high else f"{low} to {high}"


def summary(view: ClaimView) -> str:
    """Who tells it, in one Arabic phrase: «12 رواية في 10 مقالات من 7 وسائل إعلام»."""
    told = f"{counts.counted(len(view.tellings), counts.TELLING)} في {counts.counted(view.claim.documents, counts.ARTICLE, after=True)}"
    nameless = len({telling.telling.document for telling in view.tellings if not telling.document.outlet})
    outlets = counts.counted(len(view.outlets), counts.OUTLET, after=True) if view.outlets else ""
    if nameless and outlets:
        theirs = "لا تُعرف وسيلته" if nameless == 1 else "لا تُعرف وسائلها"
        return f"{told} من {outlets}، و{counts.counted(nameless, counts.ARTICLE)} منها {theirs}"
    return f"{told} من {outlets}" if outlets else f"{told}، ولا تُعرف وسيلة النشر"


def origins_in_words(view: ClaimView) -> str:
    """One English sentence: how many tell it, and how many origins are left."""
    told = f"{plural(len(view.tellings), 'telling')} in {plural(view.claim.documents, 'article')}"
    told += f" of {plural(len(view.outlets), 'named outlet')}" if view.outlets else "; outlets unknown"
    if view.ancestry is None:
        return f"{told}; origins not worked out"
    row = view.ancestry
    origins = f"{span_in_words(row.origin_low, row.origin_high)} {'origin' if row.origin_high == 1 else 'origins'} of information"
    texts = f"{span_in_words(row.text_low, row.text_high)} first {'text' if row.text_high == 1 else 'texts'}"
    return f"{told}: {origins}, {texts}"


def plural(number: int, noun: str) -> str:
    """ "1 telling", "2 tellings"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
