"""Names found by what stands before them: titles, roles, given names, «بلدة», «وزارة», «الجيش»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from takhrij.annotate.gazetteer import ORGANIZATION, PERSON, PLACE, listed_at, nationality, variants
from takhrij.annotate.name_words import closes, given_name, goes_on, is_adjective, is_head, is_stop, is_unusual, kind_of_head, links_on
from takhrij.text.tokens import Token

_LONGEST_NAME = 5  # words
_LONGEST_ROLE = 7  # words between a role and the name («رئيس لجنة الشؤون الخارجية في مجلس النواب فلان»)
_LONGEST_BODY = 4  # words after «وزارة»
_LONGEST_QUOTED = 4  # words of a name in quotation marks
_QUOTE = '"'
_IN_ROLES = frozenset({"باسم", "في", "و", "لشوون", "لدي", "بن", "عن", "علي"})
# The place's name begins with these and goes on: «دير», «خان», «أم».
_PLACE_STARTS = frozenset(
    "ابو ام بني تل دير راس عين كفر بير خان بيت باب سيدي جبل وادي سان سانت نيو بو اولاد مرج تله حوش برج قلعه".split()  # noqa: SIM905
)
# With these heads the head is part of the name.
_HEADS_IN_NAME = frozenset({"مطار", "ميناء", "معبر", "نهر", "جبل", "بحر", "خليج", "شارع", "مضيق", "وادي", "جزر", "صحراء", "مخيم", "جزيره"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name in tokens `[first, end)`: its kind and its words as one spelling."""

    first: int
    end: int
    kind: str
    name: str


def name_of(tokens: Sequence[Token], first: int, end: int) -> str:
    """The folded words of a name, a particle joined to the first one taken off where the rest is a name."""
    forms = [token.form for token in tokens[first:end]]
    forms[0] = given_name(forms[0]) or _without_particle(forms[0])
    return " ".join(forms).replace("عبد ال", "عبدال")


def _without_particle(form: str) -> str:
    if form.startswith("لل"):
        return "ال" + form[2:]
    for particle in ("وال", "بال", "فال", "كال"):
        if form.startswith(particle) and len(form) > len(particle) + 2:
            return form[1:]
    return form


def named_at(tokens: Sequence[Token], position: int) -> Named | None:
    """The name that begins at a token or is led to by it; the span leaves titles out."""
    form = tokens[position].form
    head = kind_of_head(form)
    if head == "title":
        return _after_title(tokens, position) or (_after_role(tokens, position) if form.startswith("ال") else None)
    if head == "role":
        return _after_role(tokens, position)
    if head == PLACE:
        return _place(tokens, position)
    if head == ORGANIZATION:
        return _organization(tokens, position)
    return _given_first(tokens, position)


def _form(tokens: Sequence[Token], position: int) -> str:
    return tokens[position].form if 0 <= position < len(tokens) else ""


def _name_end(tokens: Sequence[Token], first: int) -> int:
    """Where a person's name that begins at `first` ends: at a particle, a verb, a mark; after a surname with article."""
    position = first
    while position < min(len(tokens), first + _LONGEST_NAME):
        form = tokens[position].form
        if position > first and links_on(tokens[position - 1].form) and not is_stop(form):
            position += 1
            continue
        if position > first and not goes_on(form):
            break
        position += 1
        if form.startswith("ال") and len(form) > 4 and not links_on(form) and position > first + 1:
            break
    while position > first and links_on(tokens[position - 1].form):
        position -= 1
    return position


def _after_title(tokens: Sequence[Token], position: int) -> Named | None:
    """«الرئيس السابق سالم الفارقي», «الدكتورة ريم»."""
    start = position + 1
    start += _form(tokens, start) == "."
    while is_adjective(_form(tokens, start)):
        start += 1
    if kind_of_head(_form(tokens, start)) in ("title", "role"):
        return None
    form = _form(tokens, start)
    if not form or form.startswith(("ال", "لل", "بال", "وال")) or (is_stop(form) and form != "علي") or _led_by_particle(form):
        return None
    end = _name_end(tokens, start)
    return Named(start, end, PERSON, name_of(tokens, start, end)) if end > start else None


def _led_by_particle(form: str) -> bool:
    """«لتدريبات», «بمرتبة»: a joined preposition on a common word is no name."""
    return form[:1] in ("ل", "ب") and given_name(form) != form and not is_unusual(form)


def _after_role(tokens: Sequence[Token], position: int) -> Named | None:
    """«وزير الخارجية فلان», «المتحدث باسم الجيش الليبي فلان»: words of the role, then a word that is no common word."""
    at = position + 1
    while at < min(len(tokens), position + 1 + _LONGEST_ROLE):
        form = tokens[at].form
        listed = listed_at(tokens, at)
        if listed:
            if listed[0].kind == PERSON:
                return None
            at = listed[1]
        elif (given_name(form) == form or is_unusual(form)) and not form.startswith("ال") and at > position + 1:
            end = _name_end(tokens, at)
            return Named(at, end, PERSON, name_of(tokens, at, end)) if end > at + 1 or given_name(form) else None
        elif form.startswith(("ال", "لل")) or form in _IN_ROLES or kind_of_head(form) in (ORGANIZATION, PLACE, "role"):
            at += 1
        else:
            return None
    return None


def _given_first(tokens: Sequence[Token], position: int) -> Named | None:
    """«سالم الفارقي», «محمد أمين كرخي»: a given name and at least one more word of a name."""
    given = given_name(tokens[position].form)
    if given is None:
        return None
    after = _form(tokens, position + 1)
    sure = given_name(after) == after or links_on(after) or is_unusual(after) or closes(after)
    surname = after.startswith("ال") and len(after) > 4 and not is_adjective(after) and not is_stop(after) and given != "علي"
    if not (sure or surname) or is_stop(after):
        return None
    end = _name_end(tokens, position)
    return Named(position, end, PERSON, name_of(tokens, position, end)) if end > position + 1 else None


def _place(tokens: Sequence[Token], position: int) -> Named | None:
    """«بلدة سمرة», «محافظة دير الوادي», «مخيم النيرب»: the head is left out but for «مطار», «نهر» and the like."""
    at = position + 1
    form = _form(tokens, at)
    listed = listed_at(tokens, at) if form else None
    if listed and listed[0].kind == PLACE:
        end, name = listed[1], listed[0].name
    else:
        if not form or is_stop(form) or is_adjective(form) or not (form.startswith("ال") or form in _PLACE_STARTS or is_unusual(form)):
            return None
        end = at + 1 + (form in _PLACE_STARTS and not is_stop(_form(tokens, at + 1)))
        name = " ".join(token.form for token in tokens[at:end])
    head = next((offer for offer in variants(tokens[position].form) if offer in _HEADS_IN_NAME), None)
    return Named(position if head else at, end, PLACE, f"{head} {name}" if head else name)


def _organization(tokens: Sequence[Token], position: int) -> Named | None:
    """«وزارة الصحة الليبية», «شركة نورسان», «الجيش الليبي», «حركة «فجر الغد»»."""
    form = tokens[position].form
    definite = any(offer.startswith("ال") for offer in variants(form)[:3])
    if definite:
        end = position + 1
        while end < len(tokens) and tokens[end].form.startswith("ال") and is_adjective(tokens[end].form) and end < position + 4:
            end += 1
        told = any(nationality(token.form) for token in tokens[position + 1 : end])
        return Named(position, end, ORGANIZATION, _body_name(tokens, position, end)) if told else None
    end = _quoted_end(tokens, position + 1) or _body_end(tokens, position + 1)
    return Named(position, end, ORGANIZATION, _body_name(tokens, position, end)) if end > position + 1 else None


def _quoted_end(tokens: Sequence[Token], at: int) -> int | None:
    if _form(tokens, at) != _QUOTE:
        return None
    for end in range(at + 2, min(len(tokens), at + _LONGEST_QUOTED + 2)):
        if tokens[end].form == _QUOTE:
            return end + 1
    return None


def _body_end(tokens: Sequence[Token], at: int) -> int:
    """Where the words after «وزارة» end: words with the article, or one that no dictionary has, or a listed place."""
    end = at
    while end < min(len(tokens), at + _LONGEST_BODY):
        form = tokens[end].form
        listed = listed_at(tokens, end)
        if listed and listed[0].kind == PLACE and not form.startswith(("و", "ب")):
            return listed[1] if end == at else end
        if (
            (form.startswith("ال") and (not is_stop(form) or end == at or is_adjective(form)))
            or (form.startswith("وال") and end > at and end + 1 < len(tokens))
            or (end == at and (is_unusual(form) or given_name(form) == form))
        ):
            end += 1
        else:
            break
    return end


def _body_name(tokens: Sequence[Token], first: int, end: int) -> str:
    """The body's words with the nationality told one way («الأميركية» and «الأمريكية» are one), no particle before the first."""
    words = [_head_alone(tokens[first].form)]
    for token in tokens[first + 1 : end]:
        words.append(token.form.replace("اميرك", "امريك").replace("انكليز", "انجليز"))
    return " ".join(word for word in words if word != _QUOTE)


def _head_alone(form: str) -> str:
    """The head of an organization's name with no particle: «وللحكومة» is الحكومة."""
    heads = [offer for offer in variants(form) if is_head(offer)]
    return heads[-1] if heads else form
