"""Names that are known by lists: places, organizations, people, nationalities; one canonical name for all spellings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale

from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon
from takhrij.text.tokens import Token

PERSON, PLACE, ORGANIZATION, OTHER = "PERSON", "PLACE", "ORGANIZATION", "OTHER"
_FEWEST_LETTERS = 3  # of a listed one-word name after a particle was taken off
_ADJECTIVE_ENDINGS = ("", "ه", "ون", "ين", "ات", "ا", "ان", "تين")
# CLDR names that no newspaper uses alone, or that are common words in Arabic.
_LEFT_OUT = frozenset({"العالم", "مالي", "عمان", "غانا", "منطقه غير معروفه", "اللكنات الزايفه", "ثنايي الاتجاه الزايف", "نيوي"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of a list: its kind, its canonical name, and whether it is the name wherever it stands."""

    kind: str
    name: str
    alone: bool


Entry = tuple[tuple[str, ...], Listed]


@lru_cache(maxsize=200_000)
def variants(form: str) -> tuple[str, ...]:
    """A folded word as it stands, then with particles taken off («للعراق» may be العراق).

    >>> variants("وللعراق")
    ('وللعراق', 'للعراق', 'العراق', 'لعراق')
    """
    out = [form]
    if form[:1] in ("و", "ف") and len(form) > _FEWEST_LETTERS:
        out.append(form[1:])
    for offer in tuple(out):
        if offer.startswith("لل"):
            out.append("ال" + offer[2:])
        if offer[:1] in ("ب", "ل", "ك") and len(offer) > _FEWEST_LETTERS:
            out.append(offer[1:])
    return tuple(dict.fromkeys(out))


@cache
def _countries() -> dict[str, str]:
    """ISO code to the name that is canonical here: ours where we have one, else CLDR's."""
    named = {code: str(name) for code, name in Locale.parse("ar").territories.items() if len(code) == 2}
    ours = {row["code"]: row["name"] for row in lexicon("annotate", "places") if row["code"]}
    return named | ours


def is_country(name: str) -> bool:
    """Whether a canonical name is a country's."""
    return name in _country_names()


@cache
def _country_names() -> frozenset[str]:
    return frozenset(_countries().values())


@cache
def _index() -> dict[str, list[Entry]]:
    """First word to the names that begin with it, longest first."""
    entries: dict[tuple[str, ...], Listed] = {}
    for row in lexicon("annotate", "persons"):
        entries.setdefault(_key(row["form"]), Listed(PERSON, row["name"], row["alone"] == "yes"))
    for row in lexicon("annotate", "organizations"):
        entries.setdefault(_key(row["form"]), Listed(ORGANIZATION, row["name"], row["alone"] == "yes"))
    for row in lexicon("annotate", "places"):
        entries.setdefault(_key(row["form"]), Listed(PLACE, row["name"], row["alone"] == "yes"))
    for row in lexicon("annotate", "cities"):
        entries.setdefault(_key(row["form"]), Listed(PLACE, row["name"], True))
    for name in _countries().values():
        if folded(name) not in _LEFT_OUT:
            entries.setdefault(_key(name), Listed(PLACE, name, True))
    entries |= {_joined(key): listed for key, listed in entries.items() if "عبد" in key}
    out: dict[str, list[Entry]] = {}
    for key, listed in entries.items():
        out.setdefault(key[0], []).append((key[1:], listed))
    return {first: sorted(rest, key=lambda entry: -len(entry[0])) for first, rest in out.items()}


def _joined(key: tuple[str, ...]) -> tuple[str, ...]:
    """«سلمان بن عبد العزيز» is as often written عبدالعزيز."""
    return tuple(" ".join(key).replace("عبد ال", "عبدال").split())


def _key(name: str) -> tuple[str, ...]:
    return tuple(folded(name).replace('"', ' " ').split())


@lru_cache(maxsize=50_000)
def _offers(form: str) -> tuple[Entry, ...]:
    index = _index()
    return tuple(entry for variant in variants(form) for entry in index.get(variant, ()))


def listed_at(tokens: Sequence[Token], position: int) -> tuple[Listed, int] | None:
    """The longest listed name that begins at a token, and where it ends."""
    best: tuple[Listed, int] | None = None
    for rest, listed in _offers(tokens[position].form):
        end = position + 1 + len(rest)
        if (best is None or end > best[1]) and tuple(token.form for token in tokens[position + 1 : end]) == rest:
            best = (listed, end)
    return best


def may_be_listed(form: str) -> bool:
    """Whether a listed name may begin at the folded word, particles taken off."""
    return bool(_offers(form))


def begins_listed(form: str) -> bool:
    """Whether a listed name begins with the folded word as it stands.

    >>> begins_listed("العراق"), begins_listed("الح")
    (True, False)
    """
    return form in _index()


def is_listed_body(form: str) -> bool:
    """Whether a folded word alone is a listed place or organization.

    >>> is_listed_body("ايران"), is_listed_body("نتنياهو")
    (True, False)
    """
    listed = listed_words(form)
    return listed is not None and listed.kind in (PLACE, ORGANIZATION)


def is_listed_in(form: str) -> bool:
    """Whether a folded word is «in» with a listed place: «بتعز».

    >>> is_listed_in("بتعز"), is_listed_in("بدر")
    (True, False)
    """
    listed = listed_words(form[1:]) if form[:1] == "ب" else None
    return listed is not None and listed.kind == PLACE


def listed_words(words: str) -> Listed | None:
    """The listed name that these folded words are, no more and no fewer.

    >>> listed_words("امريكا").name
    'الولايات المتحدة'
    """
    first, *rest = words.split() or [""]
    return next((listed for tail, listed in _index().get(first, ()) if tail == tuple(rest)), None)


@cache
def _coordinates() -> dict[str, tuple[float, float]]:
    return {row["name"]: (float(row["latitude"]), float(row["longitude"])) for row in reversed(lexicon("annotate", "cities"))}


def coordinates_of(place: str) -> tuple[float, float] | None:
    """Latitude and longitude of a city by its canonical name (GeoNames, CC BY 4.0); None for countries and what no list has.

    >>> coordinates_of("طنجة")
    (35.767, -5.8)
    """
    return _coordinates().get(place)


@cache
def _city_countries() -> dict[str, str]:
    countries = _countries()
    cities = [(folded(row["name"]), row["code"]) for row in reversed(lexicon("annotate", "cities"))]
    return {name: countries[code] for name, code in cities if code in countries}


def country_of_city(name: str) -> str | None:
    """The country of a city by its folded canonical name; None for what is no city of the list.

    >>> country_of_city("طنجه")
    'المغرب'
    """
    return _city_countries().get(name)


@cache
def _nationalities() -> dict[str, str]:
    countries = _countries()
    out: dict[str, str] = {}
    for row in lexicon("annotate", "nationalities"):
        trunk = folded(row["form"])
        for ending in _ADJECTIVE_ENDINGS if trunk.endswith("ي") else ("",):
            out.setdefault(trunk + ending, countries[row["code"]])
    return out


def bare_nationality(form: str) -> str | None:
    """The country that a folded adjective tells as it stands, only its article taken off."""
    return _nationalities().get(form.removeprefix("ال"))


@lru_cache(maxsize=50_000)
def nationality(form: str) -> str | None:
    """The country that an adjective of nationality tells, article and particles taken off.

    >>> nationality("الامريكيه")
    'الولايات المتحدة'
    """
    offers = (variant for variant in variants(form) if not (form.startswith("ك") and variant == form[1:]))  # «كروس» is no «ك» and Russians
    return next((country for variant in offers if (country := bare_nationality(variant))), None)
