"""Makes tellings of a sentence for training: the same in other words, or with one thing in it turned. By the program's own word lists."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable

from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon

Words = list[str]
Change = Callable[[Words, random.Random], Words | None]

_PAST, _PRESENT, _NOUN = "past", "present", "noun"
_SMALL = (
    ("واحد", "1"), ("اثنان", "2"), ("اثنين", "2"), ("ثلاثة", "3"), ("ثلاث", "3"), ("أربعة", "4"), ("أربع", "4"), ("خمسة", "5"),
    ("خمس", "5"), ("ستة", "6"), ("ست", "6"), ("سبعة", "7"), ("سبع", "7"), ("ثمانية", "8"), ("ثماني", "8"), ("تسعة", "9"), ("تسع", "9"),
    ("عشرة", "10"), ("عشرات", "عشرات"), ("عشرين", "20"), ("ثلاثين", "30"), ("أربعين", "40"), ("خمسين", "50"),
    ("مئة", "100"), ("ألف", "1000"),
)  # fmt: skip
_DAYS = tuple("السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة".split())  # noqa: SIM905
_MONTHS = tuple("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split())  # noqa: SIM905
_RELATIVE = (("أمس", "غدا"), ("اليوم", "أمس"), ("المقبل", "الماضي"), ("الماضي", "المقبل"), ("المقبلة", "الماضية"), ("الماضية", "المقبلة"),
             ("الحالي", "الماضي"), ("صباح", "مساء"), ("مساء", "صباح"), ("قبل", "بعد"), ("بعد", "قبل"))  # fmt: skip
_CARRIERS = ("بحسب مصادر محلية", "وفق ما أفادت وسائل إعلام", "حسبما أعلن مسؤولون", "وفقا لبيان رسمي", "بحسب شهود عيان", "نقلا عن مصدر مطلع")
_OPENERS = ("قالت مصادر إن", "أكد مسؤول أن", "أفادت تقارير بأن", "ذكرت وسائل إعلام أن", "أعلن متحدث أن", "أوضح بيان أن")
_MAYBE = ("ربما", "يعتقد أن", "يبدو أن", "من المرجح أن", "يزعم أن", "أنباء عن", "عاجل:", "تقرير:")
_DENIALS = ("نفت مصادر أن", "لا صحة لأن", "نفى مسؤول أن", "لم يثبت أن", "استبعد خبراء أن", "ليس صحيحا أن", "تكذيب:")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def _concepts() -> tuple[dict[tuple[str, str], list[str]], dict[str, list[tuple[str, str]]], dict[str, list[str]]]:
    """(concept, class) to its words; folded word to what it may be; concept to its opposites."""
    words: dict[tuple[str, str], list[str]] = defaultdict(list)
    readings: dict[str, list[tuple[str, str]]] = defaultdict(list)
    opposites: dict[str, list[str]] = {}
    for row in lexicon("claims", "concepts"):
        forms = [form for form in row["forms"].split() if not form.isascii()]
        opposites.setdefault(row["concept"], [one for one in row["opposite"].split(",") if one])
        for place, form in enumerate(forms):
            following = forms[place + 1] if place + 1 < len(forms) else ""
            kind = _PRESENT if form[0] == "ي" and len(form) > 3 else _PAST if following[:1] == "ي" else _NOUN
            words[row["concept"], kind].append(form)
            readings[folded(form)].append((row["concept"], kind))
    return words, readings, opposites


_WORDS, _READINGS, _OPPOSITES = _concepts()


def _inflections(word: str) -> list[tuple[str, Callable[[str], str], str | None]]:
    """(base form, how to put the inflection back, the class it must have)."""
    out: list[tuple[str, Callable[[str], str], str | None]] = [(word, lambda form: form, None)]
    for lead in ("ال", "وال", "بال", "لل"):
        if word.startswith(lead):
            out.append((word[len(lead) :], lambda form, lead=lead: lead + form, _NOUN))
    for lead in ("و", "ب", "ل", "س"):
        if word.startswith(lead):
            out.append((word[1:], lambda form, lead=lead: lead + form, _PRESENT if lead == "س" else None))
    if word.startswith("ت"):
        out.append(("ي" + word[1:], lambda form: "ت" + form[1:], _PRESENT))
    if word.startswith("ست"):
        out.append(("ي" + word[2:], lambda form: "ست" + form[1:], _PRESENT))
    if word.endswith("ت"):
        out.append((word[:-1], lambda form: form + "ت", _PAST))
        out.append((word[:-1] + "ى", lambda form: (form[:-1] if form[-1] in "ىا" else form) + "ت", _PAST))
    return out


def _exchanged(word: str, rng: random.Random, *, opposite: bool) -> str | None:
    """Another word for the same concept in the same inflection, or for its opposite."""
    for base, again, wanted in _inflections(word):
        for concept, kind in _READINGS.get(folded(base), ()):
            if wanted not in (None, kind) or len(base) < 3:
                continue
            targets = _OPPOSITES[concept] if opposite else [concept]
            offers = [form for target in targets for form in _WORDS.get((target, kind), ()) if folded(form) != folded(base)]
            if offers:
                return again(rng.choice(offers))
    return None


def _with_word(words: Words, rng: random.Random, exchange: Callable[[str], str | None]) -> Words | None:
    """The words with one exchanged, at a random place of those where it goes."""
    for place in rng.sample(range(len(words)), len(words)):
        other = exchange(words[place])
        if other is not None and other != words[place]:
            return [*words[:place], *other.split(), *words[place + 1 :]]
    return None


def synonym(words: Words, rng: random.Random) -> Words | None:
    """«ارتفع سعر الخبز» as «صعد سعر الخبز»."""
    return _with_word(words, rng, lambda word: _exchanged(word, rng, opposite=False))


def antonym(words: Words, rng: random.Random) -> Words | None:
    """«ارتفع سعر الخبز» as «هبط سعر الخبز»."""
    return _with_word(words, rng, lambda word: _exchanged(word, rng, opposite=True))


def number_form(words: Words, rng: random.Random) -> Words | None:
    """«ثلاثة» as «3», and the other way round."""
    other = {name: digit for name, digit in _SMALL if name != digit}
    back = {digit: name for name, digit in reversed(_SMALL)}
    return _with_word(words, rng, lambda word: other.get(word) or back.get(word))


def number_change(words: Words, rng: random.Random) -> Words | None:
    """«3 جرحى» as «7 جرحى»."""

    def changed(word: str) -> str | None:
        match = _NUMBER.search(word)
        if match is None:
            names = [name for name, _ in _SMALL if name[-1] == word[-1]]
            return rng.choice(names) if word in dict(_SMALL) and names else None
        value = float(match.group().replace(",", ""))
        other = rng.choice([value + rng.randint(1, 9), value * rng.randint(2, 10), max(1, value - rng.randint(1, 5))])
        return word[: match.start()] + f"{other:g}" + word[match.end() :] if other != value else None

    return _with_word(words, rng, changed)


def _names(package_list: str, column: str) -> dict[str, str]:
    words = [row[column] for row in lexicon("annotate", package_list)]
    return {folded(word): word for word in words if " " not in word and len(word) > 3}


_PLACES, _PEOPLE, _NATIONS = _names("places", "form"), _names("persons", "form"), _names("nationalities", "form")


def _swapped(names: dict[str, str], word: str, rng: random.Random) -> str | None:
    for lead in ("", "ب", "ل", "و", "ال", "وال", "بال"):
        trunk = word.removeprefix(lead) if word.startswith(lead) else ""
        for ending in ("", "ة", "ين", "ون"):
            if trunk.endswith(ending) and folded(trunk.removesuffix(ending)) in names:
                other = rng.choice(list(names.values()))
                return lead + (other.removeprefix("ال") if lead.endswith("ال") else other) + ending
    return None


def place_change(words: Words, rng: random.Random) -> Words | None:
    """«حريق في طنجة» as «حريق في صور»."""
    return _with_word(words, rng, lambda word: _swapped(_PLACES, word, rng) or _swapped(_NATIONS, word, rng))


def person_change(words: Words, rng: random.Random) -> Words | None:
    """One well-known name for another."""
    return _with_word(words, rng, lambda word: _swapped(_PEOPLE, word, rng))


def date_change(words: Words, rng: random.Random) -> Words | None:
    """«الخميس» as «السبت», «غدا» as «أمس»."""

    def changed(word: str) -> str | None:
        for names in (_DAYS, _MONTHS):
            if word in names:
                return rng.choice([name for name in names if name != word])
        return dict(_RELATIVE).get(word)

    return _with_word(words, rng, changed)


def actors_exchanged(words: Words, rng: random.Random) -> Words | None:
    """«فرنسا تتهم تركيا» as «تركيا تتهم فرنسا»."""
    known = [place for place, word in enumerate(words) if folded(word) in _PLACES or folded(word) in _PEOPLE]
    if len(known) < 2 or folded(words[known[0]]) == folded(words[known[1]]):
        return None
    out = list(words)
    out[known[0]], out[known[1]] = words[known[1]], words[known[0]]
    return out


def negated(words: Words, rng: random.Random) -> Words | None:
    """«يزور الوزير صور» as «لا يزور الوزير صور», «زار» as «لم يزر», else with a denial before all."""
    for place, word in enumerate(words):
        readings = [kind for base, _, wanted in _inflections(word) for _, kind in _READINGS.get(folded(base), ()) if wanted in (None, kind)]
        if _PRESENT in readings:
            return [*words[:place], rng.choice(("لا", "لن", "لم")), word, *words[place + 1 :]]
        if _PAST in readings and rng.random() < 0.5:
            return [*words[:place], "ما", word, *words[place + 1 :]]
        if _NOUN in readings and word[:2] != "ال" and rng.random() < 0.25:
            return [*words[:place], rng.choice(("عدم", "نفي")), word, *words[place + 1 :]]
    return [*rng.choice(_DENIALS).split(), *words]


def attributed(words: Words, rng: random.Random) -> Words | None:
    """With somebody who says it, before or after; or said with doubt."""
    lead = rng.random()
    if lead < 0.35:
        return [*rng.choice(_OPENERS).split(), *words]
    if lead < 0.6:
        return [*rng.choice(_MAYBE).split(), *words]
    return [*" ".join(words).rstrip(" .").split(), "،", *rng.choice(_CARRIERS).split()]


def reordered(words: Words, rng: random.Random) -> Words | None:
    """The part behind a comma or colon first, or the subject before its verb: «أعلن الوزير كذا» as «الوزير يعلن كذا»."""
    marks = [place for place, word in enumerate(words) if word in ("،", ":", ",", "..") or word.endswith((":", "،"))]
    if marks and 1 < marks[0] < len(words) - 2:
        head, tail = " ".join(words[: marks[0] + 1]).rstrip(":،, ").split(), " ".join(words[marks[0] + 1 :]).rstrip(" .").split()
        return [*tail, "،", *head]
    adjuncts = [place for place, word in enumerate(words) if word in ("في", "بعد", "خلال", "منذ", "قبل", "وسط", "بسبب") and place > 1]
    if adjuncts:
        place = rng.choice(adjuncts)
        return [*" ".join(words[place:]).rstrip(" .").split(), *words[:place]]
    return None


def shortened(words: Words, rng: random.Random) -> Words | None:
    """Without what follows the last comma, or the last adjunct."""
    places = [place for place, word in enumerate(words) if word in ("،", "في", "بعد", "خلال", "منذ", "مع") and place > 5]
    return words[: places[-1]] if places else None


SAME: tuple[tuple[Change, int], ...] = ((synonym, 6), (number_form, 3), (reordered, 5), (attributed, 3), (shortened, 3))
CONTRARY: tuple[tuple[Change, int], ...] = (
    (antonym, 8), (number_change, 6), (place_change, 3), (person_change, 2), (date_change, 3), (actors_exchanged, 5), (negated, 4),
)  # fmt: skip


def retold(words: Words, rng: random.Random, changes: int = 3) -> Words:
    """The same in other words: up to so many changes that leave the sense."""
    for _ in range(changes):
        change = rng.choices([one for one, _ in SAME], [weight for _, weight in SAME])[0]
        words = change(words, rng) or words
    return words


def turned(words: Words, rng: random.Random) -> Words | None:
    """The words with one decisive thing changed; None where nothing in them can be."""
    changes = [one for one, _ in CONTRARY]
    for change in dict.fromkeys(rng.choices(changes, [weight for _, weight in CONTRARY], k=6)):
        other = change(words, rng)
        if other is not None and other != words:
            return other
    return None
