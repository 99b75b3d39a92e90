"""Names found by what stands before them: titles, roles, given names, «بلدة», «وزارة», «الجيش»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from takhrij.annotate.gazetteer import ORGANIZATION, PERSON, PLACE, listed_at, nationality, variants
from takhrij.annotate.name_words import (
    SURE_ALI,
    closes,
    given_name,
    goes_on,
    is_adjective,
    is_ambiguous_given,
    is_head,
    is_stop,
    is_surname,
    is_unusual,
    kind_of_head,
    kind_of_tail,
    known_person,
    links_on,
    may_be_led,
    may_be_surname,
    stands_before_office,
)
from takhrij.text.folding import folded
from takhrij.text.number_words import number_word
from takhrij.text.tokens import Token, form_at

_WIDEST_GAP = 2  # characters between the words of a name
_LONGEST_NAME = 9  # words, «بن» and «آل» counted
_LONGEST_ROLE = 7  # words between a role and the name («رئيس لجنة الشؤون الخارجية في مجلس النواب فلان»)
_LONGEST_BODY = 4  # words after «وزارة»
_LONGEST_QUOTED = 4  # words of a name in quotation marks
_QUOTE = '"'
# Two words of no dictionary that end like plurals and verbs are no name.
_ADJECTIVE_SHAPES = ("ي", "ه")  # of a word with article that goes on with a body's name: «الهيئة العليا», «الأعمال الخيرية»
_VERB_STARTS = ("يت", "يست", "تت", "تست", "نت")
_NO_NAME_ENDINGS = ("ين", "ون", "ات", "وا", "وه", "ها", "هم", "تي", "يه")
# After these heads a common word is as likely as a name («قضاء الاستئناف»).
_LOOSE_PLACES = frozenset({"قضاء", "ناحيه", "شارع", "حي", "مديريه"})
_OWN_NAMES = frozenset({"مطار", "ميناء", "معبر", "مخيم", "شارع", "مضيق", "وادي"})  # «مطار عدن» is not Aden; «جزيرة بالي» is Bali
_GREETINGS = frozenset({("عيد", "سعيد"), ("عيد", "مبارك"), ("عيد", "اضحي")})  # «وعيد سعيد»; nor is «غير محمود العواقب» a name
SON_OF = frozenset({"بن", "بنت"})
_NO_FATHERS = frozenset({"من", "في", "الي", "عن", "علي", "ان", "هو", "الذي", "و"})
_IN_ROLES = frozenset({"باسم", "في", "و", "لشوون", "لدي", "بن", "عن", "علي"})
_INSIDE = frozenset({"في", "وفي"})
_PLACE_ENDINGS = ("يا", "ستان", "برغ", "بورغ", "بورج", "بورك", "غراد", "جراد", "فيل", "اباد", "لاند", "شير", "تون", "بوليس", "هافن")
# The place's name begins with these and goes on: «دير», «خان», «أم».
_PLACE_STARTS = frozenset(
    "ابو ام بني تل دير راس عين كفر بير خان بيت باب سيدي جبل وادي سان سانت نيو بو اولاد مرج تله حوش برج قلعه".split()  # noqa: SIM905
)
# After these «الدفاع», «الخارجية» are part of an office, not a body.
_OFFICE_HOLDERS = frozenset({"وزير", "وزيره", "وزارة", "وزاره", "وزراء", "ووزير", "لوزير", "نايب", "لجنه"})
# Heads that lead to common words as often as to names: their name must be quoted or unusual.
_LOOSE_HEADS = frozenset({"حركه", "مركز", "فريق", "موقع", "اداره", "دايره", "غرفه", "مجموعه", "شبكه", "رياسه", "نيابه", "فرقه"})
# These are of this and that: «وزارة الثقافة والإعلام»; «نادي الطيران والجهات المذكورة» are two.
_COORDINATED = frozenset({"وزاره", "هييه", "مجلس", "لجنه", "اداره", "موسسه", "معهد", "مركز", "كليه", "منظمه", "جمعيه"})
_OF_ANY_BODY = frozenset({"الاداره", "الامناء"})  # «مجلس الإدارة» is no name: every company has one
# With these heads the head is part of the name.
_HEADS_IN_NAME = frozenset({"مطار", "ميناء", "معبر", "نهر", "جبل", "بحر", "خليج", "شارع", "مضيق", "وادي", "جزر", "صحراء", "مخيم", "جزيره"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name in tokens `[first, end)`: its kind and its words as one spelling; whether a model alone proposed it."""

    first: int
    end: int
    kind: str
    name: str
    proposed: bool = False


def name_of(tokens: Sequence[Token], first: int, end: int) -> str:
    """The folded words of a name, a particle joined to the first one taken off where the rest is a name."""
    forms = [token.form for token in tokens[first:end]]
    forms[0] = given_name(forms[0]) or _without_particle(forms[0])
    return " ".join(forms).replace("عبد ال", "عبدال").replace(SURE_ALI, "علي")


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
    if not may_lead(form) and form_at(tokens, position + 1) not in SON_OF:
        return None
    head = kind_of_head(form)
    if head == "title":
        return _after_title(tokens, position) or (_after_role(tokens, position) if form.startswith("ال") else None)
    if head == "role":
        return _after_role(tokens, position)
    if head == PLACE:
        return _place(tokens, position)
    if head == ORGANIZATION:
        return _organization(tokens, position)
    if form_at(tokens, position + 1) in SON_OF and not is_stop(form) and not form.startswith("ال"):
        return _person_at(tokens, position)
    return (
        _namesake(tokens, position)
        or _given_first(tokens, position)
        or _after_nationality(tokens, position)
        or _two_unusual(tokens, position)
        or _foreign_place(tokens, position)
    )


@lru_cache(maxsize=200_000)
def may_lead(form: str) -> bool:
    """Whether a name may begin at a word: at a head, a given name, an adjective of nationality, an unusual word."""
    return kind_of_head(form) is not None or given_name(form) is not None or nationality(form) is not None or is_unusual(form)



def _person_at(tokens: Sequence[Token], first: int) -> Named | None:
    """The name of a person that begins at a token: as a list has it, else as far as words of a name go."""
    listed = listed_at(tokens, first)
    end = _name_end(tokens, first)
    after = form_at(tokens, first + 1)
    known = known_person(f"{tokens[first].form} {after}") if after else None
    if known and end <= first + 2:
        return Named(first, first + 2, PERSON, known)
    if listed and listed[0].kind == PERSON and listed[1] >= end:
        return Named(first, listed[1], PERSON, listed[0].name)
    return Named(first, end, PERSON, name_of(tokens, first, end)) if end > first else None


def _name_end(tokens: Sequence[Token], first: int) -> int:
    """Where a person's name that begins at `first` ends: at a particle, a verb, a mark; after a surname with article."""
    position = first
    while position < min(len(tokens), first + _LONGEST_NAME):
        form = tokens[position].form
        if position > first and tokens[position].start - tokens[position - 1].end > _WIDEST_GAP:
            break  # «فتحي محمود ـ القدس»: a dash that folding drops
        link = tokens[position - 1].form if position > first else ""
        if (link in SON_OF and form.isalpha() and form not in _NO_FATHERS) or (link and links_on(link) and not is_stop(form)):
            position += 1
            continue
        before = tokens[position - 1].form
        given = given_name(before) is not None if position == first + 1 else given_name(before) == before and form.startswith("ال")
        servant = position - 3 >= first and form_at(tokens, position - 2) == "عبد"  # «بن عبد العزيز الربيعة»
        of_father = position - 2 - servant >= first and form_at(tokens, position - 2 - servant) in SON_OF
        if of_father and form.startswith("ال") and len(form) > 4 and not is_stop(form):
            position += not is_adjective(form)  # «راشد بن خليفة العطية»
            break
        if position > first and not goes_on(form) and not (given and _is_second(tokens, position)):
            break
        position += 1
        if form.startswith("ال") and len(form) > 4 and not links_on(form) and not closes(form) and position > first + 1:
            break
    while position > first and links_on(tokens[position - 1].form):
        position -= 1
    return position


def _is_second(tokens: Sequence[Token], position: int) -> bool:
    """Whether a word may be the second of a name whose first is a given name: a surname, or the number of a king."""
    form = tokens[position].form
    if form.startswith("ال"):
        ordinal = number_word(form)
        numbered = ordinal is not None and ordinal.kind == "ordinal"
        return numbered or (len(form) > 4 and not form.endswith("ه") and not is_stop(form) and not is_adjective(form))
    return may_be_surname(form)


def _after_title(tokens: Sequence[Token], position: int) -> Named | None:
    """«الرئيس السابق سالم الفارقي», «الدكتورة ريم»."""
    start = position + 1
    start += form_at(tokens, start) == "."
    while is_adjective(form_at(tokens, start)):
        start += 1
    apposed = form_at(tokens, start) == "،" and start > position + 1
    start += apposed and all(is_unusual(form_at(tokens, start + far)) for far in (1, 2))  # «النجم المكسيكي، هيرفو لوزانتو،»
    if kind_of_head(form_at(tokens, start)) in ("title", "role"):
        return None
    form = form_at(tokens, start)
    return _person_at(tokens, start) if form and _may_be_first(tokens, start) else None


def _may_be_first(tokens: Sequence[Token], position: int) -> bool:
    """Whether a word after a title may begin a name; a common word may only before a word that is surely a name's."""
    form = tokens[position].form
    listed = listed_at(tokens, position)
    if form == "علي":
        return is_surname(form_at(tokens, position + 1)) or form_at(tokens, position + 1) in SON_OF
    if given_name(form) == form or (listed and listed[0].kind == PERSON and listed[0].alone):
        return True
    if form.startswith(("ال", "لل", "بال", "وال")) or is_stop(form) or _led_by_particle(form):
        return False
    return is_unusual(form) or (may_be_surname(form) and goes_on(form_at(tokens, position + 1)))


def _led_by_particle(form: str) -> bool:
    """«لتدريبات», «بمرتبة»: a joined preposition on a common word is no name."""
    return may_be_led(form) and given_name(form) != form and not is_unusual(form)


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
            named = _person_at(tokens, at)
            return named if named and (named.end > at + 1 or given_name(form)) else None
        elif form.startswith(("ال", "لل")) or form in _IN_ROLES or kind_of_head(form) in (ORGANIZATION, PLACE, "role"):
            at += 1
        else:
            return None
    return None


def _namesake(tokens: Sequence[Token], position: int) -> Named | None:
    """«ميلاد ترامب»: another first name before a last name that a list knows makes another person."""
    form, after = tokens[position].form, form_at(tokens, position + 1)
    listed = listed_at(tokens, position + 1) if after else None
    if listed is None or listed[0].kind != PERSON or listed[1] != position + 2 or folded(listed[0].name).split()[-1] != after:
        return None
    given = given_name(form)
    first = given or (is_unusual(form) and len(form) > 3 and not _looks_common(form))
    other = known_person(f"{form} {after}") is None and (given or form) not in folded(listed[0].name).split()
    return Named(position, position + 2, PERSON, name_of(tokens, position, position + 2)) if first and other else None


def _looks_common(form: str) -> bool:
    """Whether a word of no dictionary has the shape of a word with particles or endings."""
    return form.startswith(("ال", "و", "ف", "ب", "ل", "ك")) or form.endswith(_NO_NAME_ENDINGS) or form.startswith(_VERB_STARTS)


def _given_first(tokens: Sequence[Token], position: int) -> Named | None:
    """«سالم الفارقي», «محمد أمين كرخي»: a given name and at least one more word of a name."""
    given = given_name(tokens[position].form)
    if given is None or form_at(tokens, position - 1) == "غير" or (given, form_at(tokens, position + 1)) in _GREETINGS:
        return None
    after = form_at(tokens, position + 1)
    known = known_person(f"{given} {after}") if after else None
    if known:
        return Named(position, position + 2, PERSON, known)
    sure = given_name(after) == after or links_on(after) or is_unusual(after) or closes(after) or is_surname(after)
    sure = sure or stands_before_office(given, after, form_at(tokens, position + 2))
    if not sure and (is_ambiguous_given(given) or is_stop(after) or not after.startswith("ال") or not _is_second(tokens, position + 1)):
        return None
    named = _person_at(tokens, position)
    return named if named and named.end > position + 1 else None


def _after_nationality(tokens: Sequence[Token], position: int) -> Named | None:
    """«الفرنسي ليليان تورام»: an adjective of nationality with article, then a given name or two words of no dictionary."""
    form, after = tokens[position].form, form_at(tokens, position + 1)
    adjective = any(offer.startswith("ال") and offer.endswith(("ي", "يه")) for offer in variants(form)) and nationality(form)
    if not adjective or not after or after.startswith(("ال", "و")):
        return None
    common = may_be_surname(after) and not _led_by_particle(after)
    later = form_at(tokens, position + 2)
    if not (given_name(after) == after or is_unusual(after)):  # «السويسري جاني أورفانتو»
        return _person_at(tokens, position + 1) if common and len(later) > 4 and is_unusual(later) and not _looks_common(later) else None
    if (listed := listed_at(tokens, position + 1)) and listed[0].kind != PERSON:
        return None
    named = _person_at(tokens, position + 1)
    return named if named and named.end > position + 2 else None


def _two_unusual(tokens: Sequence[Token], position: int) -> Named | None:
    """«باسكال مشعلاني»: two words that no dictionary has, most often a person's name."""
    one, two = tokens[position].form, form_at(tokens, position + 1)
    if len(one) < 4 or len(two) < 4 or two.startswith(("ال", "و", "ب", "ل")):
        return None
    adverbs = one.endswith("ا") and two.endswith("ا")  # «رأيا جماعيا صارما»
    if adverbs or _looks_common(one) or two.endswith(_NO_NAME_ENDINGS) or nationality(one) or nationality(two):
        return None
    if not (is_unusual(one) and is_unusual(two)) or any(listed_at(tokens, at) for at in (position, position + 1)):
        return None
    kind = kind_of_tail(two) or (PLACE if form_at(tokens, position - 1) in _INSIDE else None)
    if kind:
        return Named(position, position + 2, kind, name_of(tokens, position, position + 2))
    return _person_at(tokens, position)


def _foreign_place(tokens: Sequence[Token], position: int) -> Named | None:
    """«في أورونستان»: a word of no dictionary after «في» with an ending of foreign places."""
    form = tokens[position].form
    if form_at(tokens, position - 1) not in _INSIDE or not form.endswith(_PLACE_ENDINGS) or len(form) < 6 or not is_unusual(form):
        return None
    return None if _looks_common(form) else Named(position, position + 1, PLACE, form)


def _place(tokens: Sequence[Token], position: int) -> Named | None:
    """«بلدة سمرة», «محافظة دير الوادي», «مخيم النيرب»: the head is left out but for «مطار», «نهر» and the like."""
    at = position + 1
    form = form_at(tokens, at)
    listed = listed_at(tokens, at) if form else None
    if listed and listed[0].kind == PLACE:
        end, name, known = listed[1], listed[0].name, True
    else:
        if not form or is_stop(form) or is_adjective(form) or not (form.startswith("ال") or form in _PLACE_STARTS or is_unusual(form)):
            return None
        loose = any(offer in _LOOSE_PLACES for offer in variants(tokens[position].form))
        if loose and form.startswith("ال") and not is_unusual(form):
            return None
        known = False
        end = at + 1 + (form in _PLACE_STARTS and not is_stop(form_at(tokens, at + 1)))
        name = " ".join(token.form for token in tokens[at:end])
    head = next((offer for offer in variants(tokens[position].form) if offer in _HEADS_IN_NAME), None)
    own = head is not None and (head in _OWN_NAMES or not known)
    return Named(position if head else at, end, PLACE, f"{head} {name}" if own else name)


def _organization(tokens: Sequence[Token], position: int) -> Named | None:
    """«وزارة الصحة الليبية», «شركة نورسان», «الجيش الليبي», «حركة «فجر الغد»»."""
    form = tokens[position].form
    if (form_at(tokens, position - 1) in _OFFICE_HOLDERS and form.startswith("ال")) or form_at(tokens, position + 1) in _OF_ANY_BODY:
        return None
    definite = any(offer.startswith("ال") for offer in variants(form)[:3])
    if definite:
        end = position + 1
        while end < len(tokens) and tokens[end].form.startswith("ال") and is_adjective(tokens[end].form) and end < position + 4:
            end += 1
        told = any(nationality(token.form) for token in tokens[position + 1 : end])
        aim = _aim_end(tokens, end) if end > position + 1 and not told else end
        return Named(position, aim, ORGANIZATION, _body_name(tokens, position, aim)) if told or aim > end else None
    titled = kind_of_head(form_at(tokens, position + 1)) == "title" and _head_alone(form) not in _LOOSE_HEADS
    person = _after_title(tokens, position + 1) if titled else None
    if person and person.first == position + 2:
        return Named(position, person.end, ORGANIZATION, _body_name(tokens, position, person.end))
    loose = _head_alone(form) in _LOOSE_HEADS and tokens[position + 1 : position + 2] and tokens[position + 1].form.startswith("ال")
    end = _quoted_end(tokens, position + 1) or (position if loose else _body_end(tokens, position + 1))
    return Named(position, end, ORGANIZATION, _body_name(tokens, position, end)) if end > position + 1 else None


def _aim_end(tokens: Sequence[Token], at: int) -> int:
    """Where the aim of a body ends: «الهيئة العامة للسدود والأنهار», «اللجنة الدولية للإغاثة»."""
    if not form_at(tokens, at).startswith("لل") or is_stop("ا" + form_at(tokens, at)[1:]):
        return at
    end = at + 1
    while end < min(len(tokens), at + _LONGEST_BODY) and tokens[end].form.startswith("ال") and not is_stop(tokens[end].form):
        end += 1
    if form_at(tokens, end).startswith("وال") and not is_stop(tokens[end].form[1:]):
        end += 1 + (is_adjective(form_at(tokens, end + 1)))
    return end


def _quoted_end(tokens: Sequence[Token], at: int) -> int | None:
    if form_at(tokens, at) != _QUOTE:
        return None
    for end in range(at + 2, min(len(tokens), at + _LONGEST_QUOTED + 2)):
        if tokens[end].form == _QUOTE:
            return end + 1
    return None


def _body_end(tokens: Sequence[Token], at: int) -> int:
    """Where the words after «وزارة» end: words with the article, or one that no dictionary has, or a listed place."""
    end = at
    coordinated = _head_alone(form_at(tokens, at - 1)) in _COORDINATED
    while end < min(len(tokens), at + _LONGEST_BODY):
        form = tokens[end].form
        listed = listed_at(tokens, end)
        if listed and listed[0].kind == PLACE and not form.startswith(("و", "ب")):
            return listed[1] if end == at else end
        if kind_of_head(form) == "title":
            break
        if (
            (form.startswith("ال") and (end == at or is_adjective(form) or (form.endswith(_ADJECTIVE_SHAPES) and not is_stop(form))))
            or (form.startswith("وال") and at < end < at + 2 and coordinated and end + 1 < len(tokens))
            or (end == at and not form.startswith(("لل", "بال", "وال")) and (is_unusual(form) or given_name(form) == form))
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
