"""Every page: the template that writes it, what goes into that, and the same as a JSON object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from takhrij.annotate.entity_keys import entity_id
from takhrij.decisions import log_of, standing_of
from takhrij.errors import UsageError
from takhrij.model.claim import Variation
from takhrij.report.addresses import Addresses, outlet_id
from takhrij.report.decisions import decision_record
from takhrij.report.deviations import said_by
from takhrij.report.gist import gist_of
from takhrij.report.glossary import GLOSSARY
from takhrij.report.graph import graph_of
from takhrij.report.records import Record, annotation_record, claim_record
from takhrij.report.templating import outlets_of
from takhrij.report.tongues import Tongue
from takhrij.report.views import ClaimView, TellingView, document_named
from takhrij.report.words import shortened, visible
from takhrij.search import Match, claims_like, documents_like, documents_with, is_statement, plain_question, tells_it, worth_showing
from takhrij.web import queries
from takhrij.web.claims import Filters, changed_labels, shown_of, sides_of
from takhrij.web.highlight import LAYERS, marks_in, marks_of, pieces_of_field
from takhrij.web.index import Pages
from takhrij.web.quality import method_of
from takhrij.web.readying import Readying

CARDS, MORE_CARDS = 8, 40  # claims in a list of the first page, and in a list of its own
FOUND = 20  # claims, and articles, that a search shows
ROWS = 50  # sayings or articles on a page
PASSAGES = 60  # passages of an article that others have too
LETTERS = 12_000  # of an article on one page; of 62,555 real ones 130 are longer
LONGEST_TITLE = 80
LONGEST_QUERY = 2_000  # letters of a claim that is pasted into the search box


class MissingError(UsageError):
    """There is no such page in this case."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `content` is for the template, `record` is its JSON."""

    template: str
    title: str
    content: Record
    record: Record


@dataclass(frozen=True, slots=True)
class Reading:
    """A case, read in a language, with the addresses of its pages."""

    case: Pages
    tongue: Tongue
    at: Addresses


def waiting(reading: Reading, readying: Readying) -> Page:
    """How far the case is made ready; the browser asks again by itself."""
    record = {"making": readying.step, "done": readying.done, "total": readying.total}
    return Page("waiting.html", reading.tongue("تُجهَّز", "Getting ready"), record, record)


def home(reading: Reading) -> Page:
    """What the case holds, and the claims that spread most, are told most differently, or rest on one origin; else its articles."""
    lists = {order: queries.cards(reading.case, order, CARDS) for order in queries.ORDERS}
    facts = queries.facts_of(reading.case)
    articles = [] if lists["spread"] else queries.newest_articles(reading.case, MORE_CARDS)
    content = {"case": facts, "lists": lists if lists["spread"] else {}, "articles": articles}
    return Page("home.html", reading.tongue("الأخبار", "Claims"), content, {"case": asdict(facts), **lists, "articles": articles})


def listed(reading: Reading, order: str, page: int) -> Page:
    """All claims of several articles in one order."""
    if order not in queries.ORDERS:
        raise MissingError(f"there is no list {order!r}: say {', '.join(queries.ORDERS)}")
    page = max(1, page)
    rows = queries.cards(reading.case, order, MORE_CARDS + 1, skip=(page - 1) * MORE_CARDS)
    content = {"order": order, "rows": rows[:MORE_CARDS], "page": page, "more": len(rows) > MORE_CARDS}
    return Page("listed.html", reading.tongue("قائمة", "List"), content, content)


def search(reading: Reading, words: str) -> Page:
    """What answers a word, a name, an address, an id or a whole claim: claims, names and articles."""
    pasted, words = words[:LONGEST_QUERY], plain_question(words)[:LONGEST_QUERY]
    matches = worth_showing(claims_like(reading.case, pasted, FOUND)) if words else []
    claims = _claims_found(reading.case, words, matches) if words else []
    every = documents_with(reading.case, words, FOUND) if words else []
    most = documents_like(reading.case, words, FOUND) if words and not every else []
    documents = [
        {"document": row.document, "name": row.name, "title": row.title, "outlet": row.outlet, "date": row.date, "date_kind": row.date_kind}
        for row in every or most
    ]
    here = queries.articles_at(reading.case, words) if words else []
    names = _names_found(reading.case, words)
    content = {
        "asked": words,
        "claims": claims,
        "told": tells_it(words, matches) or bool(here) or any(row["claim"] == words for row in claims),
        "names": names,
        "documents": [*here, *documents],
        "all_words": bool(every or here),
        "most": FOUND,
    }
    title = reading.tongue("بحث: ", "Search: ") + shortened(visible(words), LONGEST_TITLE)
    return Page("search.html", title if words else reading.tongue("بحث", "Search"), content, content)


def _claims_found(case: Pages, words: str, matches: list[Match]) -> list[Record]:
    """The claims that answer words, with a verdict where these are enough for one; or the claim whose id was asked for."""
    told = queries.headlines(case, [words, *(match.claim for match in matches)])
    spread = queries.cards_named(case, list(told))
    stated = is_statement(words)
    found = [{**told[words], **spread.get(words, {}), "score": 1.0, "verdict": ""}] if words in told else []
    return found + [
        {**told[row.claim], **spread.get(row.claim, {}), "score": round(row.score, 3), "verdict": row.verdict if stated else ""}
        for row in matches
        if row.claim in told
    ]


def _names_found(case: Pages, words: str) -> list[Record]:
    """Each name once, with the kinds of pages that it has."""
    found: dict[str, Record] = {}
    for row in queries.names_like(case, words, 2 * FOUND):
        found.setdefault(row["name"], {"name": row["name"], "pages": []})["pages"].append({"kind": row["kind"], "id": row["id"]})
    return list(found.values())[:FOUND]


def everything(reading: Reading) -> Page:
    """All claims of several articles and all names that have a page, for a site of files, which no program searches."""
    claims = reading.case.records("select claim, headline, documents from cards order by documents desc, claim")
    names = reading.case.records("select kind, name from names where kind <> 'entity' order by folded, kind, name")
    content = {"claims": claims, "names": names}
    return Page("find.html", reading.tongue("بحث", "Search"), content, content)


def the_claim(reading: Reading, claim: str) -> ClaimView:
    """The claim; MissingError where there is none."""
    view = queries.claim_of(reading.case, claim)
    if view is None:
        raise MissingError(f"there is no claim {claim!r} in this case")
    return view


def claim(reading: Reading, key: str, filters: Filters) -> Page:
    """A claim with its chain and tellings; the filters choose among the tellings alone."""
    view = the_claim(reading, key)
    shown = shown_of(view, filters)
    given = {outlet_id(name): visible(name) for name in sorted(view.outlets)}
    kinds = sorted({variation.kind for variation, _ in view.variations if changed_labels(view, variation.kind)})
    content = {
        "view": view, "id": key, "graph": graph_of(view), "otherwise": said_by(view), "outlets": outlets_of(view, reading.tongue),
        "shown": shown.tellings, "here": {telling.label for telling in shown.tellings}, "elsewhere": shown.elsewhere,
        "found": shown.found, "page": min(max(1, filters.page), shown.pages), "pages": shown.pages,
        "filters": filters, "kinds": kinds, "given": given, "heading_level": 2,
    }  # fmt: skip
    gist = {line.key: {"told": [part.text for part in line.parts], "why": line.why} for line in gist_of(view, reading.tongue)}
    matched = [telling.label for telling in shown.tellings] if filters.any or filters.page > 1 else None
    record = {**claim_record(view), "gist": gist, "shown": matched}
    return Page("claim_page.html", shortened(visible(view.heading[0]), LONGEST_TITLE), content, record)


def compare(reading: Reading, key: str, left: str, right: str) -> Page:
    """Two tellings of a claim side by side."""
    view = the_claim(reading, key)
    tellings = {telling.label: telling for telling in view.tellings}
    if left not in tellings or right not in tellings:
        raise MissingError(f"the claim {key} has tellings t1 to t{len(tellings)}: name two of them")
    sides = sides_of(tellings[left], tellings[right])
    differing = [row for row in _differing(view, left, right) if row[1] != row[2]]
    links = [link for link in view.links if {link.later, link.earlier} == {left, right}]
    content = {"view": view, "id": key, "sides": sides, "differing": differing, "links": links, "labels": list(tellings),
               "outlets": outlets_of(view, reading.tongue), "left": left, "right": right}  # fmt: skip
    record = {
        "claim": key,
        "sides": [{"telling": side.telling.label, **_telling_words(side.telling), "pieces": side.pieces} for side in sides],
        "differences": [{"slot": variation.slot, "left": one, "right": other} for variation, one, other in differing],
    }
    return Page("compare.html", f"{left} / {right}", content, record)


def _differing(view: ClaimView, left: str, right: str) -> Iterator[tuple[Variation, str, str]]:
    """Each variation with what the two tellings say in it."""
    for variation, values in view.variations:
        one, other = (values[label].value if label in values else "" for label in (left, right))
        yield variation, one, other


def _telling_words(telling: TellingView) -> Record:
    return {"article": telling.document.name, "outlet": telling.document.outlet, "date": telling.document.date}


def article(reading: Reading, key: str, start: int) -> Page:
    """An article with its layers, from the letter `start` on."""
    try:
        view = document_named(reading.case, key)
    except UsageError as error:
        raise MissingError(str(error)) from error
    document = view.document
    told, reuse = queries.told_in(reading.case, document.document), queries.reuse_in(reading.case, document.document, PASSAGES)
    paged = queries.sources_among(reading.case, {row.name for row in view.mentions if row.kind == "PERSON"})
    marks = marks_of(view, told, reuse, paged, reading.at, reading.tongue)
    start = max(0, min(start, len(document.text) - 1)) if document.text else 0
    end = min(len(document.text), start + LETTERS)
    spread = list(dict.fromkeys(row["claim"] for row in told if row["documents"] > 1))
    content = {
        "view": view, "document": document, "layers": LAYERS, "start": start, "end": end, "letters": len(document.text), "step": LETTERS,
        "title_pieces": pieces_of_field(document.title or "", marks_in(marks, title=True), 0, len(document.title or "")),
        "pieces": pieces_of_field(document.text, marks_in(marks, title=False), start, end),
        "counts": {layer: sum(mark.layer == layer and (layer != "attributions" or bool(mark.sign)) for mark in marks) for layer in LAYERS},
        "claims": sorted(queries.headlines(reading.case, spread).values(), key=lambda row: -row["documents"])[:ROWS],
        "others": _others(reuse),
    }  # fmt: skip
    given = {name: getattr(document, name) for name in ("outlet", "date", "date_kind", "title", "url", "text")}
    record = {**annotation_record(view), **given, "claims": told, "reuse": reuse}
    return Page("article.html", shortened(visible(document.title or document.name), LONGEST_TITLE), content, record)


def _others(reuse: list[Record]) -> list[Record]:
    """The articles that share words with this one, each once with how many words in all; formulas are left out."""
    others: dict[str, Record] = {}
    for row in reuse:
        if row["kind"] != "formula":
            other = others.setdefault(row["other"], {**row, "matched": 0})
            other["matched"] += row["matched"]
    return sorted(others.values(), key=lambda row: -row["matched"])[:ROWS]


def source(reading: Reading, key: str, page: int) -> Page:
    """Everything a speaker is quoted as saying, over time, with the outlets that carried it."""
    name = queries.name_of(reading.case, "source", key)
    if name is None:
        raise MissingError(f"there is no source {key!r} in this case")
    outlets = queries.outlets_of_source(reading.case, key)
    total = sum(row["sayings"] for row in outlets)
    page = max(1, page)
    content = {
        "name": name, "key": key, "written": _spellings(reading, name),
        "outlets": outlets, "total": total, "page": page, "pages": max(1, -(-total // ROWS)),
        "sayings": queries.sayings_of(reading.case, key, ROWS, skip=(page - 1) * ROWS),
        "claims": queries.claims_of_source(reading.case, key, CARDS),
    }  # fmt: skip
    return Page("source.html", shortened(visible(name), LONGEST_TITLE), content, content)


def entity(reading: Reading, key: str, page: int) -> Page:
    """Who or what is named in the case: all spellings with their counts, where it lies, and the articles that name it."""
    told = queries.entity_named(reading.case, key)
    if told is None:
        raise MissingError(f"there is no name {key!r} in this case")
    page = max(1, page)
    content = {
        **told, "key": told["entity"], "written": queries.spellings_of(reading.case, told["entity"]), "page": page,
        "pages": max(1, -(-told["documents"] // ROWS)),
        "articles": queries.articles_naming(reading.case, told["entity"], ROWS, skip=(page - 1) * ROWS),
    }  # fmt: skip
    return Page("entity.html", shortened(visible(told["name"]), LONGEST_TITLE), content, content)


def _spellings(reading: Reading, name: str) -> list[Record]:
    """How the case spells the name of a source, where it is named as a person, an organization or a place."""
    for kind in ("PERSON", "ORGANIZATION", "PLACE"):
        told = queries.entity_named(reading.case, entity_id(kind, name))
        if told:
            return queries.spellings_of(reading.case, told["entity"])
    return []


def outlet(reading: Reading, key: str, page: int) -> Page:
    """What an outlet originates and carries, whom it credits and does not credit, who takes from it, and its articles."""
    name = queries.name_of(reading.case, "outlet", key)
    if name is None:
        raise MissingError(f"there is no outlet {key!r} in this case")
    told = queries.outlet_counts(reading.case, key)
    page = max(1, page)
    content = {
        "name": name, "key": key, **told, "page": page, "pages": max(1, -(-told["documents"] // ROWS)),
        "takes": queries.taken_from(reading.case, name), "gives": queries.taken_by(reading.case, name),
        "originated": queries.originated(reading.case, name, CARDS),
        "articles": queries.articles_of(reading.case, key, ROWS, skip=(page - 1) * ROWS),
    }  # fmt: skip
    return Page("outlet.html", shortened(visible(name), LONGEST_TITLE), content, content)


def method(reading: Reading) -> Page:
    """What was computed, when, with which versions and settings, how good it is, and what was set aside."""
    content = method_of(reading.case)
    return Page("method.html", reading.tongue("المنهج", "Method"), content, content)


def words(reading: Reading) -> Page:
    """What the words and numbers of the pages mean."""
    content = {entry.key: {"term": reading.tongue.gloss(entry.term), "meaning": reading.tongue.gloss(entry.meaning)} for entry in GLOSSARY}
    return Page("words.html", reading.tongue("معنى الكلمات", "What the words mean"), {}, content)


def decisions(reading: Reading) -> Page:
    """The log of what analysts decided, the newest first."""
    log = log_of(reading.case)
    content = {"log": log[::-1], "standing": standing_of(log)}
    record = {"log": [decision_record(row) for row in log], "standing": sorted(standing_of(log))}
    return Page("decisions.html", reading.tongue("القرارات", "Decisions"), content, record)
