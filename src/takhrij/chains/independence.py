"""Whether two origins know independently of one another, in three states, and how many origins there may be at least and at most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from takhrij.annotate.outlets import AGENCY, GENERAL, OUTLET, family_of
from takhrij.chains.sources import DOCUMENT, NAMED, UNKNOWN, UNNAMED, End

SHARED, INDEPENDENT, NOT_ESTABLISHED = "shared", "independent", "not_established"
_WITNESSES = (NAMED, DOCUMENT)
OWNED_DOCUMENT = 3  # words by which a document tells whose it is: «تقرير لجنة المرفأ»


def verdict_of(
    one: End,
    other: End,
    *,
    words: tuple[frozenset[str], frozenset[str]],
    one_text: bool,
    together: bool,
    judged: bool = False,
    one_wording: bool = False,
    house: Callable[[str], str] = family_of,
) -> tuple[str, str]:
    """(verdict, why in Arabic); `words` introduce the two.

    `one_text`: their tellings go back to one and the same text; `together`: a text names them in one breath; `judged`: one of them
    only says what he thinks of it; `one_wording`: several words on end are in the mouths of both; `house` names an outlet's.

    A source without a name in two papers is neither one nor two; two outlets' own words may rest on one unseen text.
    """
    kinds = {one.kind, other.kind}
    if kinds <= {AGENCY, OUTLET} and one.name != GENERAL and house(one.name) == house(other.name):
        return SHARED, "دار أخبار واحدة"
    if why := _no_witness(one, other):
        return NOT_ESTABLISHED, why
    if _speaks_for(words[0], other) or _speaks_for(words[1], one):
        return SHARED, "أحدهما يتكلم باسم الآخر"
    one_body = together or bool((set(one.key.split()) | words[0]) & (set(other.key.split()) | words[1]))
    doubts = (
        (one_body, "قد يتكلمان باسم جهة واحدة"),
        (_is_arabic(one) != _is_arabic(other), "اسمان بخطين مختلفين، وقد يكونان لواحد"),
        (one_wording, "الألفاظ واحدة، فقد يكون قائلها واحدا أو يكون أحدهما نقل عن الآخر"),
        (judged, "أحدهما يبدي رأيه فيما وقع ولا يخبر به"),
        (one_text, "لا يعرف قول أي منهما إلا من نص واحد"),
    )
    if why := next((why for holds, why in doubts if holds), None):
        return NOT_ESTABLISHED, why
    return INDEPENDENT, "مصدران مسميان مختلفان وصل قول كل منهما في نص مستقل"


def _no_witness(one: End, other: End) -> str | None:
    """Why one of the two is nobody of whom a text tells that he knows; None where both are."""
    kinds = {one.kind, other.kind}
    if UNNAMED in kinds:
        return "مصدر بلا اسم: قد يكون هو الآخر نفسه"
    if UNKNOWN in kinds:
        return "مصدر أحدهما مجهول"
    if any(end.kind == DOCUMENT and len(end.key.split()) < OWNED_DOCUMENT for end in (one, other)):
        return "وثيقة لم يذكر صاحبها"
    return None if kinds <= set(_WITNESSES) else "لم يذكر أحدهما عمن أخذ، وعدم العثور على نقل لا يثبت الاستقلال"


def _is_arabic(end: End) -> bool:
    """Whether the name is in Arabic script: a name and its transcription («غانم المرجاني», "Ghanim al-Marjani") share no words."""
    return any("ء" <= letter <= "ي" for letter in end.key)


def _speaks_for(words: frozenset[str], other: End) -> bool:
    """Whether the words that introduce one hold the whole name of the other, a body of two words or more."""
    name = frozenset(other.key.split())
    return len(name) > 1 and name <= words


def range_of(origins: Sequence[str], verdicts: Mapping[tuple[str, str], str]) -> tuple[int, int]:
    """The least and the greatest number of origins that the verdicts allow.

    >>> range_of(["a", "b"], {("a", "b"): "not_established"}), range_of(["a", "b"], {("a", "b"): "independent"})
    ((1, 2), (2, 2))
    """
    apart = {name: {other for other in origins if verdicts.get(_pair(name, other)) == INDEPENDENT} for name in origins}
    merged = _groups(origins, (pair for pair, verdict in verdicts.items() if verdict == SHARED))
    colours: dict[str, int] = {}
    for name in sorted(origins, key=lambda name: (-len(apart[name]), name)):
        taken = {colours[other] for other in apart[name] if other in colours}
        colours[name] = next(number for number in range(len(origins)) if number not in taken)
    return len(set(colours.values())), merged


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _groups(names: Sequence[str], pairs: Iterable[tuple[str, str]]) -> int:
    """How many are left when pairs are made one."""
    home = {name: name for name in names}
    for one, other in pairs:
        old, new = home[one], home[other]
        home = {name: new if at == old else at for name, at in home.items()}
    return len(set(home.values()))
