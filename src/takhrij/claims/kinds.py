"""What kind of name a unit is or may be, and names that were exchanged beside one noun."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from takhrij.claims.kept import kept
from takhrij.claims.matches import Matching
from takhrij.claims.statements import Statement
from takhrij.claims.units import MEANT, NAMED, NAMES, TOWN, Unit, has_meaning, weight_of
from takhrij.text.lemmas import is_listed, lemma
from takhrij.text.sounds import sound_of

_RARE = 0.6  # weight from which a word that no lexicon knows may be a name that the annotation missed
_UNLISTED = 0.9  # weight from which a word that the dictionary lacks is taken for a name
_ONE_NAME = 0.7  # share of letters that two spellings of a foreign name share at least
_ARTICLES = ("ال", "وال", "بال", "فال", "كال", "لل", "ولل")
_ADJECTIVES = ("يه", "يين", "يون", "يا", "ات")
_ONE_SOUND = 0.5  # the same, of two with the same consonants
_SHORTEST_NAME = 4  # letters
_SHORTEST_JOINED = 5  # the same of a word with ب or ل joined to it: «بوتين» is a name
_SHORTEST_NATION = 6  # the same of «السدري»
WHERE = frozenset(("في", "فى", "ب", "قرب"))  # prepositions that a place follows
_AT = frozenset(("في", "فى", "قرب", "الي", "من", "نحو", "ل"))  # before a place, seldom before anything else so rare; ب is before all sorts
_DIRECTIONS = frozenset(MEANT + direction for direction in ("north", "south", "east", "west"))
_PLACE_NOUNS = frozenset(
    MEANT + noun for noun in ("town", "village", "province", "municipality", "island", "capital", "mountain", "river", "coast", "resident")
)
# Behind these a name or an adjective may stand: «ميناء سمران», «ميناء تجاري».
_SITE_NOUNS = frozenset(MEANT + noun for noun in ("port", "airport", "camp", "bridge", "street", "road", "hospital", "base"))
ADJECTIVE = ("ي", "يه")
_PERSON_NOUNS = frozenset(
    MEANT + noun
    for noun in ("player", "coach", "president", "leader", "spokesman", "singer", "actor_", "scholar", "prince", "commander", "doctor")
)
NATION = "nation"  # the kind of names of peoples, which say who, not where
_NATION_ENDINGS = ("ي", "يه", "يين", "يون", "يان", "يتين", "يات")
_BESIDE = 2  # characters between a noun and the name that belongs to it


class Naming(NamedTuple):
    """A name that one side alone has: its units `[first, end)`, and person, place, actor, nation or "" where it may be any of them."""

    first: int
    end: int
    kind: str


def namings_of(
    statement: Statement, alone: Collection[int], *, framed: bool = False, renamed: Collection[int] = frozenset()
) -> list[Naming]:
    """The names among the units that the other side does not have, in the frame (who said it) or outside it.

    A part of a name of which the other side has the rest is none: «سليم آل عاصم», «سليم بن عاصم»; but for places in `renamed`, beside
    which the other side has a name of its own.
    """
    places = [place for place in alone if statement.units[place].in_frame == framed and kind_of(statement, place) is not None]
    found: list[list[int]] = []
    for place in places:
        if found and found[-1][-1] == place - 1 and _is_one_name(statement, place):
            found[-1].append(place)
        else:
            found.append([place])
    return [_naming(statement, run) for run in found if not _is_part(statement, run, {*alone, *renamed})]


def renamed_in(matching: Matching) -> tuple[set[int], set[int]]:
    """The left and the right places of units that both sides have, behind which each has another name: «سمران مازن», «سمران طارق»."""
    sides = ((matching.left, matching.left_alone), (matching.right, matching.right_alone))
    found = [pair for pair in matching.pairs.items() if all(_is_named_alone(*side, at + 1) for side, at in zip(sides, pair, strict=True))]
    return {place for place, _ in found}, {partner for _, partner in found}


def _is_named_alone(statement: Statement, alone: Collection[int], place: int) -> bool:
    return place in alone and statement.units[place].kind == "person"


def _naming(statement: Statement, run: list[int]) -> Naming:
    kinds = [kind for place in run if (kind := kind_of(statement, place))]
    return Naming(run[0], run[-1] + 1, next((kind for kind in ("person", "actor", *kinds) if kind in kinds), ""))


def _is_one_name(statement: Statement, place: int) -> bool:
    """Whether a unit goes on with the name of the unit before it: «فيليبي كوتينيو», «الجيش السمراني»; no person after a people."""
    one, unit = statement.units[place - 1], statement.units[place]
    if unit.start - one.end > _BESIDE or unit.before:
        return False
    return is_of_a_nation(one) == is_of_a_nation(unit) or (one.kind == "actor" and is_of_a_nation(unit))


def _is_part(statement: Statement, run: list[int], alone: Collection[int]) -> bool:
    """Whether a unit beside the run belongs to the same name and is told on both sides."""
    before, after = run[0] - 1, run[-1] + 1
    if before >= 0 and before not in alone and _is_one_name(statement, run[0]) and _may_be_person(statement.units[before], run, statement):
        return True
    beside = after < len(statement.units) and after not in alone and _is_one_name(statement, after)
    return beside and _may_be_person(statement.units[after], run, statement)


def _may_be_person(unit: Unit, run: list[int], statement: Statement) -> bool:
    """Whether a unit may be of one personal name with the run: by the annotation, or both unknown to the dictionary."""
    kinds = {statement.units[place].kind for place in run}
    if unit.kind == "person":
        return kinds <= {"person", ""}
    return is_likely_name(unit) and kinds <= {"person", ""}


def kind_of(statement: Statement, place: int) -> str | None:
    """person, place, actor or nation for a name, "" for what may be any name, None for what is none.

    A rare word without a meaning after «في» or «مدينة» may be a place, after «لاعب» a person.
    """
    unit = statement.units[place]
    if is_of_a_nation(unit):
        return NATION
    if unit.kind:
        return unit.kind if unit.kind in NAMES else None
    before = statement.units[place - 1] if place else None
    if _may_be_of_a_nation(unit) and before and before.kind != "person" and not is_likely_name(before):
        return NATION
    if weight_of(unit.form) < _RARE or _is_understood(statement, unit):
        return None
    if unit.before in WHERE or (before and not _PLACE_NOUNS.isdisjoint(before.keys)):
        return "place"
    if before and not _SITE_NOUNS.isdisjoint(before.keys) and not unit.before and not unit.form.endswith(ADJECTIVE):
        return "place"
    called = before is not None and (not _PERSON_NOUNS.isdisjoint(before.keys) or is_of_a_nation(before))
    if called and not unit.before and not unit.form.startswith("ال"):
        return "person"
    return "" if is_likely_name(unit) else None


def are_places(matching: Matching, place: int, partner: int) -> bool:
    """Whether two words in one place of the sentence say where: «شمال», «جنوب»; «قاعدة الصقر», «قاعدة النمر»; «إلى سمران», «إلى نهروان»."""
    return _says_where(matching.left, place) and _says_where(matching.right, partner)


def _says_where(statement: Statement, place: int) -> bool:
    unit = statement.units[place]
    if not _DIRECTIONS.isdisjoint(unit.keys):
        return True
    if unit.kind not in ("", "place") or weight_of(unit.form) < _UNLISTED or _is_understood(statement, unit):
        return False
    before = statement.units[place - 1].keys if place and not unit.before else ()
    return unit.before in _AT or not (_PLACE_NOUNS | _SITE_NOUNS).isdisjoint(before)


def capitals_of(statement: Statement, other: Statement) -> list[Naming]:
    """Capitals in which something happens, and which the other side does not name, though it may name the country: «في سمران العاصمة»."""
    return [
        Naming(place, place + 1, "place")
        for place, unit in enumerate(statement.units)
        if len(unit.keys) > 1 and unit.keys[1].startswith(TOWN) and unit.keys[1] not in other.keys and _is_where(statement, place)
    ]


def _is_where(statement: Statement, place: int) -> bool:
    """«في سمران», «بمدينة سمران», «العاصمة النهروانية سمران»."""
    near = statement.units[max(0, place - 2) : place]
    return statement.units[place].before in WHERE or any(not _PLACE_NOUNS.isdisjoint(unit.keys) for unit in near)


def is_naming(statement: Statement, place: int) -> bool:
    """Whether a unit is a name or a part of one: a known name, a people, a rare word that the table of words lacks."""
    return place in _names_in(statement)


@kept
def _names_in(statement: Statement) -> frozenset[int]:
    found = (place for place, unit in enumerate(statement.units) if unit.kind in NAMES or is_likely_name(unit))
    return frozenset(place for place in found if not has_meaning(statement.units[place].keys))


def is_likely_name(unit: Unit) -> bool:
    """«رومارينيو»: rare, without article or ending, and neither the dictionary nor a lexicon has it; most others are misspelt words."""
    form = unit.form
    if unit.kind or form.startswith(_ARTICLES) or form.endswith(_ADJECTIVES) or len(form) < _SHORTEST_NAME or not form.isalpha():
        return False
    if weight_of(form) < _UNLISTED:
        return False
    return not has_meaning(unit.keys) and not _is_in_dictionary(unit.form)


@lru_cache(maxsize=50_000)
def _is_in_dictionary(form: str) -> bool:
    """Whether a word is listed as it stands, or without what is joined to its front: «وتناقلت», «لأغراض», «وسيتواجه»."""
    if is_listed(form):
        return True
    if form[0] in "وف":
        bare = form[1:]
        return is_listed(bare) or (bare.startswith("س") and is_listed(bare[1:])) or is_listed(bare + "ن")
    return form[0] in "بل" and len(form) > _SHORTEST_JOINED and is_listed(form[1:])


def sound_alike(left: Unit, right: Unit) -> bool:
    """«ويسكنسون», «ويسكنسن»: one name in two spellings; of a name that no list has, the consonants are enough («أكيوك», «أكويو»)."""
    near = Levenshtein.normalized_similarity(left.form, right.form)
    return near > _ONE_NAME or (near >= _ONE_SOUND and sound_of(left.form) == sound_of(right.form) and any(map(_is_name, (left, right))))


def _is_name(unit: Unit) -> bool:
    return unit.kind in NAMES or is_likely_name(unit)


def is_of_a_nation(unit: Unit) -> bool:
    """«السمراني», «سمرانية»: whose something is, not where it happened."""
    return unit.kind == "place" and bool(unit.keys) and unit.keys[0].startswith(NAMED) and unit.form.endswith(_NATION_ENDINGS)


def _is_understood(statement: Statement, unit: Unit) -> bool:
    """Whether a lexicon knows what a unit means; of a word as rare as a name it may only have a part of the letters («دريان»)."""
    rare = statement.joins_light_verbs and weight_of(unit.form) >= _UNLISTED and " " not in unit.form
    return not rare and has_meaning(unit.keys)


def _may_be_of_a_nation(unit: Unit) -> bool:
    """«النهرواني»: an adjective so rare that the table of words has it as no word of its own; not «الصناعي»."""
    if unit.before or weight_of(unit.form) < _UNLISTED:
        return False
    if not unit.form.startswith(_ARTICLES[0]) or not unit.form.endswith(ADJECTIVE):
        return False
    return len(unit.form) > _SHORTEST_NATION and not lemma(unit.form).endswith(("ي", "يه"))


def renamed_neighbours(matching: Matching) -> Iterator[tuple[int, int]]:
    """Names that belong to one noun on both sides and are not one: «طائرات سمرانية», «طائرات نهروانية», whatever else is named."""
    for place, partner in matching.pairs.items():
        left, right = _name_of(matching.left, place), _name_of(matching.right, partner)
        if left is None or right is None or not _is_told_once(matching, place, partner):
            continue
        one, other = matching.left.units[left], matching.right.units[right]
        alike = set(one.keys) & set(other.keys) or sound_alike(one, other)
        if kind_of(matching.left, left) == kind_of(matching.right, right) and not alike:
            yield left, right


def _name_of(statement: Statement, place: int) -> int | None:
    """The place of the name right after a noun, or of the people after its adjective: «طائرات حربية سمرانية»."""
    noun, name = statement.units[place], place + 1
    if noun.kind not in ("", "actor") or name >= len(statement.units) or not _follows(statement, name):
        return None
    if statement.joins_light_verbs and _is_adjective(statement.units[name]) and name + 1 < len(statement.units):
        name += _follows(statement, name + 1)
    unit = statement.units[name]
    known = bool(unit.keys[:1]) and unit.keys[0].startswith(NAMED)
    people = statement.joins_light_verbs and kind_of(statement, name) == NATION
    return name if (known or people) and not unit.in_frame else None


def _follows(statement: Statement, place: int) -> bool:
    """Whether nothing stands between a unit and the one before it."""
    before, unit = statement.units[place - 1 : place + 1]
    return 0 < unit.start - before.end <= _BESIDE and not unit.before and not unit.form.startswith("و")


def _is_adjective(unit: Unit) -> bool:
    return not unit.kind and unit.form.endswith(ADJECTIVE) and weight_of(unit.form) < _UNLISTED


def _is_told_once(matching: Matching, place: int, partner: int) -> bool:
    told = (matching.left, matching.left.units[place]), (matching.right, matching.right.units[partner])
    return all(sum(unit.keys[:1] == noun.keys[:1] for unit in side.units) == 1 for side, noun in told)
