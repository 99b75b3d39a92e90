"""The forms of the verbs in cues.tsv: which word of a text is which form of which verb, clitics included."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon

PERFECT, IMPERFECT, PARTICIPLE = "perfect", "imperfect", "participle"
MALE, FEMALE = "m", "f"
_CONJUNCTIONS = ("و", "ف")
_PRONOUNS = ("هما", "هم", "هن", "ها", "ه", "ني", "نا")
_SHORTEST = 2  # letters of a verb that must remain when clitics are taken off
_ADDRESSING = frozenset({"سال", "اجاب"})  # «سأله "…"», «أجابها "…"»
_FORM_MARKERS = {"ي": MALE, "ت": FEMALE, "ا": MALE, "ن": MALE}


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A row of cues.tsv: what the verb governs, and what it says of the writer's commitment."""

    perfect: str
    governs: frozenset[str]
    stance: str
    sort: str
    plain: bool
    bound: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One word of a text as a form of a cue verb: «وأكدتها» is the perfect of أكد, feminine, joined, with an object."""

    verb: CueVerb
    shape: str
    gender: str
    plural: bool
    person: int
    joined: bool = False
    object: bool = False


@lru_cache(maxsize=50_000)
def reading_of(word: str) -> Reading | None:
    """The folded word as a form of a cue verb, or None.

    >>> reading = reading_of("وستعلن")
    >>> reading.verb.perfect, reading.shape, reading.gender, reading.joined
    ('اعلن', 'imperfect', 'f', True)
    """
    found = _without_object(word, joined=False)
    if found is None and word[:1] in _CONJUNCTIONS and len(word) > _SHORTEST + 1:
        found = _without_object(word[1:], joined=True)
    return found


def _without_object(word: str, *, joined: bool) -> Reading | None:
    forms = _forms()
    if word in forms:
        return _with(forms[word], joined=joined, object_pronoun=False)
    if not word.endswith(_PRONOUNS):
        return None
    for pronoun in _PRONOUNS:
        core = word[: -len(pronoun)]
        core += "ا" if core.endswith("و") else ""  # وصفوه is وصفوا with a pronoun
        if word.endswith(pronoun) and len(core) > _SHORTEST and core in forms and forms[core].shape != PARTICIPLE:
            return _with(forms[core], joined=joined, object_pronoun=True) if _takes_object(forms[core].verb) else None
    return None


def _takes_object(verb: CueVerb) -> bool:
    """Whether a pronoun on the verb is its object: اتهمها, تؤكده; but إضافة and بينها are no verbs at all."""
    return bool(verb.governs & {"whom", "object"}) or verb.sort == "carry" or verb.perfect in _ADDRESSING


def _with(reading: Reading, *, joined: bool, object_pronoun: bool) -> Reading:
    if not joined and not object_pronoun:
        return reading
    return Reading(reading.verb, reading.shape, reading.gender, reading.plural, reading.person, joined, object_pronoun)


@cache
def _forms() -> dict[str, Reading]:
    """Every form without conjunction and object; the earlier row wins where two verbs share a form."""
    forms: dict[str, Reading] = {}
    for row in lexicon("annotate", "cues"):
        perfect = folded(row["perfect"])
        verb = CueVerb(
            perfect, frozenset(row["governs"].split()), row["stance"], row["sort"], row["plain"] != "no", row["plain"] == "bound"
        )
        for form, reading in [
            *_perfects(verb),
            *_imperfects(verb, folded(row["imperfect"])),
            *_participles(verb, folded(row["participle"])),
        ]:
            forms.setdefault(form, reading)
    return forms


def _perfects(verb: CueVerb) -> list[tuple[str, Reading]]:
    stem = verb.perfect
    short = stem[:-1] if stem[-1] in "اي" else stem  # نفى: نفت, نفوا; دعا: دعت, دعوا
    middle = "و" if stem[-1] == "ا" else "ي"
    dual = (short + middle + "ا") if short != stem else stem + "ا"
    hollow = stem[-2] == "ا" and stem != "ابان"  # of أبان it would be «ابن»
    weak = stem[:-2] + stem[-1] if hollow else (short + middle if short != stem else stem)  # قال: قلنا; أشار: أشرن
    return [
        (stem, Reading(verb, PERFECT, MALE, False, 3)),
        (short + "ت", Reading(verb, PERFECT, FEMALE, False, 3)),
        (short + "وا", Reading(verb, PERFECT, MALE, True, 3)),
        (dual, Reading(verb, PERFECT, MALE, True, 3)),
        (short + "تا", Reading(verb, PERFECT, FEMALE, True, 3)),
        (weak + "نا", Reading(verb, PERFECT, MALE, True, 1)),
        (weak + "ن", Reading(verb, PERFECT, FEMALE, True, 3)),
    ]


def _imperfects(verb: CueVerb, imperfect: str) -> list[tuple[str, Reading]]:
    if imperfect == "-":
        return []
    stem = imperfect[1:]
    short = stem[:-1] if stem[-1] in "اوي" else stem
    out = []
    for prefix, gender in _FORM_MARKERS.items():
        person = 1 if prefix in "ان" else 3
        for future in ("", "س"):
            out.append((future + prefix + stem, Reading(verb, IMPERFECT, gender, prefix == "ن", person)))
    for prefix in "يت":
        for ending in ("ون", "وا", "ان"):
            out.append((prefix + (stem if ending == "ان" else short) + ending, Reading(verb, IMPERFECT, _FORM_MARKERS[prefix], True, 3)))
    return out


def _participles(verb: CueVerb, participle: str) -> list[tuple[str, Reading]]:
    """The forms that can follow a clause: مضيفا، مضيفة، مضيفين، مقتنعون."""
    if participle == "-":
        return []
    short = participle[:-1] if participle.endswith("ي") else participle
    forms = [(participle + "ا", MALE, False), (participle + "ه", FEMALE, False), (short + "ين", MALE, True), (short + "ون", MALE, True)]
    forms += [(participle + "تين", FEMALE, True)]
    return [(form, Reading(verb, PARTICIPLE, gender, plural, 3)) for form, gender, plural in forms]
