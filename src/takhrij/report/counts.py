"""Arabic numbers with what they count, in the form that grammar asks for: مقال واحد, مقالان, 3 مقالات, 11 مقالا, 100 مقال."""

from __future__ import annotations

from typing import NamedTuple


class Noun(NamedTuple):
    """A counted noun: its one («مقال واحد»), two as subject and after a preposition, three, eleven and a hundred."""

    one: str
    two: str
    two_after: str
    few: str
    many: str
    hundred: str


ARTICLE = Noun("مقال واحد", "مقالان", "مقالين", "مقالات", "مقالا", "مقال")
TELLING = Noun("رواية واحدة", "روايتان", "روايتين", "روايات", "رواية", "رواية")
OUTLET = Noun("وسيلة إعلام واحدة", "وسيلتا إعلام", "وسيلتي إعلام", "وسائل إعلام", "وسيلة إعلام", "وسيلة إعلام")
CLAIM = Noun("خبر واحد", "خبران", "خبرين", "أخبار", "خبرا", "خبر")
ORIGIN = Noun("أصل واحد", "أصلان", "أصلين", "أصول", "أصلا", "أصل")
FIRST_TEXT = Noun("نص أول واحد", "نصان أولان", "نصين أولين", "نصوص أولى", "نصا أول", "نص أول")
ATTRIBUTION = Noun("إسناد واحد", "إسنادان", "إسنادين", "إسنادات", "إسنادا", "إسناد")
PAIR = Noun("زوج واحد", "زوجان", "زوجين", "أزواج", "زوجا", "زوج")
SOURCE = Noun("مصدر واحد", "مصدران", "مصدرين", "مصادر", "مصدرا", "مصدر")
SAYING = Noun("قول واحد", "قولان", "قولين", "أقوال", "قولا", "قول")
CHANGE = Noun("اختلاف واحد", "اختلافان", "اختلافين", "اختلافات", "اختلافا", "اختلاف")
NAME = Noun("اسم واحد", "اسمان", "اسمين", "أسماء", "اسما", "اسم")
NOUNS = {
    "article": ARTICLE, "telling": TELLING, "outlet": OUTLET, "claim": CLAIM, "origin": ORIGIN, "first text": FIRST_TEXT, "pair": PAIR,
    "source": SOURCE, "saying": SAYING, "difference": CHANGE, "name": NAME,
}  # fmt: skip


def counted(number: int, noun: Noun, *, after: bool = False) -> str:
    """The number and its noun; `after` a preposition or a verb («في مقالين») the dual changes.

    >>> [counted(number, ARTICLE) for number in (1, 2, 3, 11, 100, 103)]
    ['مقال واحد', 'مقالان', '3 مقالات', '11 مقالا', '100 مقال', '103 مقالات']
    """
    if number == 1:
        return noun.one
    if number == 2:
        return noun.two_after if after else noun.two
    return f"{number:,} {_form(number % 100, noun)}"


def _form(rest: int, noun: Noun) -> str:
    """What the last two digits ask for: «103 مقالات» but «102 مقال»."""
    if 3 <= rest <= 10:
        return noun.few
    return noun.many if rest > 10 else noun.hundred


def counted_range(low: int, high: int, noun: Noun) -> str:
    """«أصل واحد», or «من 2 إلى 5 أصول»: the last number governs the noun.

    >>> counted_range(1, 12, ORIGIN)
    'من 1 إلى 12 أصلا'
    """
    if low == high:
        return counted(low, noun)
    return f"من {low:,} إلى {counted(high, noun) if high > 2 else noun.two_after}"
