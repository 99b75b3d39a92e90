"""A case as static pages: both languages, with relative links, and beside each page its JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from takhrij.engines.base import Progress
from takhrij.errors import UsageError
from takhrij.report.addresses import Addresses
from takhrij.report.tongues import ARABIC, ENGLISH, Tongue
from takhrij.web import downloads, pages, queries
from takhrij.web.app import STATIC, static_file
from takhrij.web.claims import Filters
from takhrij.web.index import Pages
from takhrij.web.pages import Page, Reading
from takhrij.web.rendering import html_of, json_of

ENGLISH_FOLDER = "en"  # Arabic lies at the root
STEP = "pages"
WHOLE = 1_000_000  # tellings on the page of a claim: a file has no pages of a list


@dataclass(frozen=True, slots=True)
class File:
    """A page to be written: its path without an ending, and what makes it."""

    path: str
    make: Callable[[Reading], Page]


def write_site(case: Pages, folder: Path, *, progress: Progress) -> int:
    """Write every page of a case; the number of HTML pages. UsageError where the folder holds anything."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty: name a folder that is not there yet")
    claims = [row["claim"] for row in case.records("select claim from cards order by claim")]
    files = list(_files(case, claims))
    total = len(files) * 2
    for name in STATIC:
        for root in (folder, folder / ENGLISH_FOLDER):
            _write(root / "static" / name, static_file(name))
    done = 0
    for tongue, root in ((ARABIC, folder), (ENGLISH, folder / ENGLISH_FOLDER)):
        for file in files:
            _write_page(case, file, root, tongue, frozenset(claims))
            done += 1
            progress(STEP, done, total)
        for claim in claims:
            _write_downloads(case, claim, root, tongue)
    return total


def _files(case: Pages, claims: list[str]) -> Iterator[File]:
    yield File("index", pages.home)
    yield File("method", pages.method)
    yield File("decisions", pages.decisions)
    yield File("words", pages.words)
    yield File("find", pages.everything)
    for order in queries.ORDERS:
        yield File(f"claims/{order}", lambda reading, order=order: pages.listed(reading, order, 1))  # type: ignore[misc]
    for claim in claims:
        yield File(f"claim/{claim}", lambda reading, claim=claim: pages.claim(reading, claim, Filters(size=WHOLE)))  # type: ignore[misc]
    for row in case.records("select document from documents order by document"):
        yield File(f"article/{row['document']}", lambda reading, key=row["document"]: pages.article(reading, key, 0))  # type: ignore[misc]
    for row in case.records("select id, kind from names where kind <> 'entity' order by id"):
        make = pages.source if row["kind"] == "source" else pages.outlet
        yield File(f"{row['kind']}/{row['id']}", lambda reading, make=make, key=row["id"]: make(reading, key, 1))  # type: ignore[misc]


def _write_page(case: Pages, file: File, root: Path, tongue: Tongue, claims: frozenset[str]) -> None:
    up = "../" * file.path.count("/")
    reading = Reading(case, tongue, Addresses(up, ".html", claims))
    page = file.make(reading)
    other = f"{up}../{file.path}.html" if tongue.english else f"{up}{ENGLISH_FOLDER}/{file.path}.html"
    name = file.path.rsplit("/", 1)[-1]
    frame = {"other_language": other, "data_address": f"{name}.json"}
    _write(root / f"{file.path}.html", html_of(page, reading, here="", frame=frame))
    _write(root / f"{file.path}.json", json_of(page))


def _write_downloads(case: Pages, claim: str, root: Path, tongue: Tongue) -> None:
    view = queries.claim_of(case, claim)
    if view is not None:
        _write(root / "claim" / f"{claim}-report.html", downloads.report_of(queries.facts_of(case), view, tongue))
        _write(root / "claim" / f"{claim}.svg", downloads.picture_of(view, tongue))
        _write(root / "claim" / f"{claim}.txt", downloads.text_of(queries.facts_of(case), view, tongue))
        _write(root / "claim" / f"{claim}.csv", downloads.table_of(view))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
