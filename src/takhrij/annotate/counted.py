"""What a number counts: people by role, money, measures, or another noun; and what befell the people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from takhrij.annotate.gazetteer import nationality
from takhrij.text.folding import folded
from takhrij.text.lemmas import is_verb, lemma
from takhrij.text.lexicons import lexicon
from takhrij.text.numerals import numerals_of
from takhrij.text.stems import stem
from takhrij.text.tokens import Token, form_at

_CLITICS = ("", "و", "ب", "ل", "ال", "وال", "بال", "لل", "ف")
_PRONOUNS = ("هم", "ها", "ه")  # «عناصره», «ركابها»
_NEAR_TOLLS = frozenset({"قضي", "وقضي", "قضوا"})  # «قضى 12 شخصا» died; «قضى القاضي بسجن …» ruled
_NEAR = 2  # words
_SHORTEST_SINGULAR = 2  # letters; «مل» has no other forms
_ROLE_WINDOW = 5  # words before a number in which a verb or verbal noun says what befell the people
_AFTER_WINDOW = 3  # words after the counted noun («12 شخصا لقوا حتفهم»)
_GENERAL_ROLES = frozenset({"قتيل", "جريح", "معتقل", "نازح", "مخطوف", "مفقود", "ناجي", "ضحي", "لاجي", "رهين"})
_FAMILY = "اسر"
_SOUND = ("ون", "ين")  # endings of a plural that lose their last letter before another noun
_DEAD, _HURT, _SAVED, _BOTH = stem("قتيل"), stem("جريح"), stem("ناجي"), stem("ضحيه")
_OTHERS = frozenset({"اخر", "اخرين", "اخرون", "اخري", "اخران", "اخريات"})
_TOTALS = frozenset({"عدد", "حصيله", "اعداد", "لعدد", "بعدد", "العدد", "مجموع", "اجمالي"})  # «ارتفع عدد القتلى إلى 17»
_BODIES = frozenset({"جثث", "جثامين", "وجثث"})
_VAGUE = frozenset({"العشرات", "المئات", "الالاف"})  # definite, so what they count follows «من» or is left out: «أصيب العشرات بجروح»
_THEY = "وا"  # its subject stands before it: of «قتلوا وجرح 40» the 40 are hurt, of «قتل وجرح 40» they are both
# «5 حالات وفاة», «5 وفيات», «20 إصابة» count people.
_CASES = frozenset(map(folded, ("حالة", "حالات")))
_CASE_ROLES = {
    article + folded(word): role
    for role, words in ((_DEAD, ("وفاة", "وفيات")), (_HURT, ("إصابة", "إصابات")), (_SAVED, ("إنقاذ",)))
    for word in words
    for article in ("", "ال")
}
# «بينهم 40 طفلا» is a part of those counted before and told by its own noun.
_AMONG = frozenset({"بينهم", "بينهن", "بينها", "منهم", "منهن", "منها", "بينهما", "ضمنهم"})
_SQUARE = {"مربع": "2", "مربعا": "2", "مربعه": "2", "مكعب": "3", "مكعبا": "3"}
_PER_HOUR = ("في", "الساعه")
_SEPARATORS = frozenset('.؟!؛"')
# Words that may stand between what befell the people and their number.
_ABOUT = frozenset(map(folded, ("نحو", "حوالي", "زهاء", "قرابة", "أكثر", "من")))
_OF_PEOPLE, _OF_THE_DEAD = ("ين", "ون", "يا"), "ا"  # endings: sound masculine plurals count people, «30 منزلا» are not killed
# Function words that follow a number and are no counted noun.
_PARTICLES = (
    "في من علي الي عن بين مع ان و او بعد قبل منذ هو هي فيما بينما لا ما هذا التي الذي حتي كما عبر خارج داخل اول الا وهو "
    "وهي فقط عدد لدي خلال ضد نحو حول كان كانت قد لم لن اي كل بعض غير تم قال قالت حيث منها منهم عند ثم لكن اذا علما مقابل "
    "بسبب رغم امام لصالح لمصلحه مقارنه حسب وفق عقب اثر لكل بحلول حاليا ايضا تقريبا فاكثر سنويا يوميا شهريا ليس"
)
_NO_NOUNS = frozenset(_PARTICLES.split())
# Stuff that is weighed: what follows «من» is what the measure holds («500 غرام من الذهب»).
_STUFF_UNITS = frozenset({"g", "kg", "mg", "t", "oz", "lb", "cup", "l", "ml"})
# Words between a measure and what makes another unit of it: «ميل بحري», «درجة مئوية», «نقطة مئوية», «نقطة أساس».
_MADE_OF = {
    ("mi", "بحري"): "nmi", ("mi", "بحريه"): "nmi", ("mi", "بحريا"): "nmi", ("degree", "ميويه"): "C", ("degree", "مايويه"): "C",
    ("point", "ميويه"): "percentage_point", ("point", "مايويه"): "percentage_point", ("point", "اساس"): "basis_point",
}  # fmt: skip
_NO_DUALS = frozenset({"ميلان", "ميلين", "طالبان"})  # the city of Milan, the Taliban


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit and the counted noun's stem, and the token at which the words of the number end."""

    unit: str | None
    of: str | None
    end: int
    noun_end: int


@dataclass(frozen=True, slots=True)
class PersonNoun:
    """A noun for people: its role's stem, and how many it says by itself (1, 2, or None in the plural)."""

    role: str
    number: int | None


def _forms(row: dict[str, str], head: str) -> list[str]:
    """The forms that the list has, and of a masculine singular its accusative and sound plural («روبلا», «روبلات»)."""
    forms = [folded(form) for form in [row[head], *row["plurals"].split()]]
    long = [form for form in forms if len(form) > _SHORTEST_SINGULAR and form.isalpha() and not form.isascii()]
    inflected = [form + ending for form in long if form[-1] not in "هايو" and not form.endswith("ات") for ending in ("ا", "ات")]
    return [*forms, *inflected]


@cache
def _people() -> dict[str, PersonNoun]:
    out: dict[str, PersonNoun] = {}
    for row in lexicon("annotate", "people_nouns"):
        role, singular = stem(folded(row["role"])), folded(row["singular"])
        trunk = singular[:-1] + "ت" if singular.endswith("ه") else singular
        plurals = [folded(form) for form in row["plurals"].split()]
        construct = [form[:-1] for form in plurals if form.endswith(_SOUND) and len(form) > _SHORTEST_SINGULAR]  # «مقاتلي الحركة»
        out |= {form: PersonNoun(role, None) for form in (*construct, *plurals)}
        out |= {singular: PersonNoun(role, 1), trunk + "ا": PersonNoun(role, 2), trunk + "ان": PersonNoun(role, 2)}
        if not singular.endswith("ه"):
            out[singular + "ا"] = PersonNoun(role, 1)  # accusative «قتيلا», far more often than the dual's construct
            out.setdefault(singular + "ه", PersonNoun(role, 1))
        if row["dual"] == "yes":
            out[trunk + "ين"] = PersonNoun(role, 2)
    return out


@cache
def _person_forms() -> dict[str, PersonNoun]:
    """Every form of the nouns for people, with particles, article or pronoun."""
    people = _people()
    out = {head + noun + pronoun: found for pronoun in _PRONOUNS for noun, found in people.items() if found.number is None
           for head in ("", "و")}  # fmt: skip
    for clitic in _CLITICS:
        definite = clitic.endswith("ل") and len(clitic) > 1
        for noun, found in people.items():
            form = clitic + noun
            plural = form in _NO_DUALS or (definite and (found.number == 1 or form.endswith("ين")))
            out.setdefault(form, PersonNoun(found.role, None if plural else found.number))
    return out


def person_noun(form: str) -> PersonNoun | None:
    """The noun for people that a folded word is, particles and article taken off.

    >>> person_noun("القتلي"), person_noun("جريحين")
    (PersonNoun(role='قتيل', number=None), PersonNoun(role='جريح', number=2))
    """
    return _person_forms().get(form)


@cache
def _tolls() -> dict[str, str]:
    return {folded(row["form"]): stem(folded(row["role"])) for row in lexicon("annotate", "toll_words")}


def toll_role(form: str) -> str | None:
    """The role that a verb or verbal noun gives: «مقتل» makes of the counted people قتيل."""
    tolls = _tolls()
    return tolls.get(form) or (tolls.get(form[1:]) if form[:1] in ("و", "ف", "ب", "ل") else None)


@cache
def _measures() -> dict[str, str]:
    return {form: row["unit"] for row in lexicon("annotate", "measures") for form in _forms(row, "form")}


@cache
def _currencies() -> dict[str, tuple[str, dict[str, str]]]:
    out: dict[str, tuple[str, dict[str, str]]] = {}
    for row in lexicon("annotate", "currencies"):
        pairs = dict(pair.split("=") for pair in row["countries"].split())
        countries = {stem(folded(adjective)): code for adjective, code in pairs.items()}
        out |= dict.fromkeys(_forms(row, "form"), (row["code"], countries))
    return out


def money_at(tokens: Sequence[Token], position: int) -> tuple[str, int] | None:
    """«دولار», «ريالات قطرية»: the code and where the words end."""
    found = _currencies().get(form_at(tokens, position))
    if found is None:
        return None
    code, countries = found
    country = countries.get(stem(form_at(tokens, position + 1)))
    return (country, position + 2) if country else (code, position + 1)


def is_measure(form: str) -> bool:
    """Whether a folded word is a unit of measure."""
    return form in _measures()


def measure_at(tokens: Sequence[Token], position: int) -> tuple[str, int] | None:
    """«كيلومتر مربع», «درجة», «كلم في الساعة»: the unit and where the words end."""
    one, two = form_at(tokens, position), f"{form_at(tokens, position)} {form_at(tokens, position + 1)}"
    measures = _measures()
    if one == "°":
        celsius = measures.get(form_at(tokens, position + 1)) in ("C", "F")
        return (measures[form_at(tokens, position + 1)], position + 2) if celsius else ("degree", position + 1)
    unit, end = (measures[two], position + 2) if two in measures else (measures.get(one), position + 1)
    if unit is None:
        return None
    after = form_at(tokens, end)
    if after in _SQUARE:
        return unit + _SQUARE[after], end + 1
    if (unit, after) in _MADE_OF:
        return _MADE_OF[unit, after], end + 1
    if unit == "degree" and measures.get(after) in ("C", "F"):
        return measures[after], end + 1
    if (after, form_at(tokens, end + 1)) == _PER_HOUR and unit in ("km", "mi"):
        return unit + "/h", end + 2
    return unit, end


def dual_measure(form: str) -> str | None:
    """The unit of a dual («لتران», «كيلومترين», «درجتين»), None where the word is none."""
    if form in _NO_DUALS:
        return None
    for ending in ("ان", "ين"):
        if form.endswith(ending) and len(form) > 4:
            trunk = form[:-2]
            return _measures().get(trunk) or (_measures().get(trunk[:-1] + "ه") if trunk[-1] == "ت" else None)
    return None


def counted_at(tokens: Sequence[Token], first: int, end: int) -> Counted:
    """What the number in tokens `[first, end)` counts, by the words after it and before."""
    money = money_at(tokens, end) or (money_at(tokens, end + 1) if form_at(tokens, end) == "من" else None)
    if money:
        return Counted(money[0], None, money[1], money[1])
    if money_at(tokens, first - 1) and not tokens[first - 1].form[0].isalpha():
        return Counted(_currencies()[tokens[first - 1].form][0], None, end, end)
    measure = measure_at(tokens, end)
    if measure:
        return _measured(tokens, *measure)
    return _people_or_thing(tokens, first, end)


def _measured(tokens: Sequence[Token], unit: str, end: int) -> Counted:
    stuff = unit in _STUFF_UNITS and form_at(tokens, end) == "من" and form_at(tokens, end + 1).startswith("ال")
    return Counted(unit, stem(form_at(tokens, end + 1)), end + 2, end + 2) if stuff else Counted(unit, None, end, end)


def _people_or_thing(tokens: Sequence[Token], first: int, end: int) -> Counted:
    noun_at = end + (form_at(tokens, end) in ("من", "of"))
    if case := _case_at(tokens, end):
        return Counted("person", _BOTH if _counts_both(tokens, case[1] - 1) else case[0], end, case[1])
    announced = _announced(tokens, first)
    person = None if _is_joined(form_at(tokens, noun_at)) else person_noun(form_at(tokens, noun_at))
    befell = announced or _befell(tokens, first, noun_at + 1) or toll_role(form_at(tokens, end))
    if person:
        general = person.role in _GENERAL_ROLES
        if _counts_both(tokens, noun_at):
            return Counted("person", _BOTH, end, noun_at + 1)
        return Counted("person" if person.role != _FAMILY else None, person.role if general else befell or person.role, end, noun_at + 1)
    if nationality(form_at(tokens, noun_at)) and form_at(tokens, noun_at).endswith(("ا", "ين", "ون")):
        return Counted("person", befell or stem(form_at(tokens, noun_at)), end, noun_at + 1)
    if befell and (announced or form_at(tokens, end) in _OTHERS or not _is_noun(tokens, end) or _is_left_out(tokens, end)):
        return Counted("person", befell, end, end)
    if befell and _may_be_people(tokens, first, end):
        return Counted("person", befell, end, end + 1)
    before = person_noun(form_at(tokens, first - 1)) if tokens[first].form.startswith(("ال", "واحد")) else None
    if before:
        return Counted("person", before.role, end, end)
    return Counted(None, _thing(form_at(tokens, end)), end, end + 1) if _is_noun(tokens, end) else Counted(None, None, end, end)


def _case_at(tokens: Sequence[Token], position: int) -> tuple[str, int] | None:
    """What befell people whom a case stands for, and where its words end: «حالات وفاة», «وفيات», «إصابة»."""
    noun = position + (form_at(tokens, position) in _CASES)
    role = _CASE_ROLES.get(form_at(tokens, noun))
    return (role, noun + 1) if role else None


def _counts_both(tokens: Sequence[Token], position: int) -> bool:
    """Whether one number counts two fates, of which one stands at a place: «17 قتيلا وجريحا», «50 وفاة وإصابة».

    Not «17 قتيلا وجريحان», nor «17 قتيلا وجرحى كثيرون».
    """
    one, form = form_at(tokens, position), form_at(tokens, position + 1)
    if not form.startswith("و") or numerals_of(tokens[position + 1 : position + 3]):
        return False
    persons, cases = (person_noun(one), person_noun(form[1:])), (_CASE_ROLES.get(one), _CASE_ROLES.get(form[1:]))
    if persons[0] and persons[1] and persons[0].number == persons[1].number:
        return {person.role for person in persons if person} == {_DEAD, _HURT}
    return set(cases) == {_DEAD, _HURT}


def _may_be_people(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a noun that no list has counts people, by its ending and the toll before its number: «مقتل 20 متسلقا», «إصابة 3 متسلقين»."""
    place = next((place for place in range(first - 1, -1, -1) if tokens[place].form not in _ABOUT), first)
    role, noun = toll_role(form_at(tokens, place)), form_at(tokens, end)
    return role is not None and noun.endswith(_OF_PEOPLE if role != _DEAD else (*_OF_PEOPLE, _OF_THE_DEAD))


def _is_left_out(tokens: Sequence[Token], end: int) -> bool:
    """Whether who is counted is not told: «عشرات أصيبوا», «أصيب العشرات بجروح»."""
    return toll_role(form_at(tokens, end)) is not None or form_at(tokens, end - 1) in _VAGUE


def _is_joined(form: str) -> bool:
    """«القتلى 17 والجرحى 40»: what «و» joins is not what the number before it counts; «وزراء» is."""
    return form.startswith("و") and form not in _people()


def _announced(tokens: Sequence[Token], first: int) -> str | None:
    """Whom a number counts that they stand before: «عدد القتلى 17», «ارتفعت حصيلة قتلى الزلزال إلى 17», «القتلى 17», «جثث 11 شخصا»."""
    for position in range(first - 1, max(-1, first - 1 - _ROLE_WINDOW), -1):
        form = tokens[position].form
        if form in _SEPARATORS or form[0].isdigit() or form in ("،", ","):
            return None
        person = person_noun(form)
        counted = form_at(tokens, position - 1).removeprefix("و") in _TOTALS
        if counted and (case := _case_at(tokens, position)):
            return case[0]
        if person and person.number is None and person.role in _GENERAL_ROLES:
            beside = position == first - 1 and (form.startswith(("ال", "وال")) or form in _BODIES)
            return person.role if counted or beside else None
    return None


@lru_cache(maxsize=50_000)
def _thing(form: str) -> str:
    """What is counted, in the singular also where its plural is broken: «صواريخ» is صاروخ, «سيارات» سيارة."""
    found = lemma(form)
    return stem(form) if is_verb(form) else found


def _is_noun(tokens: Sequence[Token], position: int) -> bool:
    """Whether the word may be the counted noun: Arabic letters, no particle, no verb's sign that we can see."""
    form = form_at(tokens, position)
    speaks = form_at(tokens, position + 1) == ":" and form.startswith("ال")
    if speaks or (form.endswith("ت") and not form.endswith("ات") and is_verb(form)):
        return False  # «267 التاريخ: …», «18 جاءت»
    return (
        len(form) > 2 and form[0].isalpha() and not form[-1].isdigit() and form not in _NO_NOUNS and not (form[0] == "و" and len(form) > 4)
    )


def _befell(tokens: Sequence[Token], first: int, after: int) -> str | None:
    """What befell the people: the nearest word before the number in its clause, else one right after the noun."""
    if form_at(tokens, first - 1) in _AMONG:
        return None
    roles: list[str] = []
    for position in range(first - 1, max(-1, first - 1 - _ROLE_WINDOW), -1):
        form = tokens[position].form
        if form in _SEPARATORS or (person_noun(form) and not roles):
            break
        role = _DEAD if form in _NEAR_TOLLS and position >= first - _NEAR else toll_role(form)
        if role:
            roles.append(role)
            before = form_at(tokens, position - 1)
            if not form.startswith("و") or toll_role(before) is None or before.endswith(_THEY):
                break
    if roles:
        return roles[0] if len(set(roles)) == 1 else _BOTH
    for position in range(after, min(len(tokens), after + _AFTER_WINDOW)):
        form = tokens[position].form
        if form == '"':
            continue
        if form in _SEPARATORS or form[0].isdigit():
            return None
        role = toll_role(form)
        if role and not form.startswith("و"):
            return role
    return None
