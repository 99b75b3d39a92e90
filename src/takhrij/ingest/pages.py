"""Articles out of HTML pages: trafilatura for the words, rules of our own for the date, which it often gets wrong."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from takhrij.errors import DocumentError
from takhrij.ingest.dates import date_in_address, iso_date, written_date

PAGE_LIMIT = 10_000_000  # characters: the parser holds about twenty times as much memory
BYLINE_BEFORE, BYLINE_AFTER = 200, 500  # visible characters around the headline in which a page shows its own date
LEAD_LINES = 5  # lines at the top of an extracted text that may be the headline and its date
DATE_LINE = 60  # characters of a line that is a date: «تم نشره الجمعة 24 نيسان / أبريل 2020 09:22 مساء»
BODY_START = 30  # characters of the body by which its place on the page is found
SHORTEST_HEADLINE = 12  # characters: a shorter <h1> is the paper's name or a section's
_HEAD_LIMIT = 400_000  # characters of a page that are searched for its metadata
_SCRIPT_LIMIT = 100_000  # characters of one JSON-LD script

_META = re.compile(r"<meta\b([^<>]{1,1000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z:-]{1,30})\s?=\s?(?:\"([^\"]{0,600})\"|'([^']{0,600})')")
_JSON_LD = re.compile(r"<script\b[^<>]{0,300}ld\+json[^<>]{0,300}>", re.IGNORECASE)
_JSON_DATE = re.compile(r"\"(datePublished|dateModified)\"\s{0,9}:\s{0,9}\"([^\"]{4,60})\"")
_CANONICAL = re.compile(r"<link\b[^<>]{0,300}rel=[\"']?canonical[\"']?[^<>]{0,900}>", re.IGNORECASE)
_HREF = re.compile(r"href=[\"']([^\"']{1,800})[\"']", re.IGNORECASE)
_UNSEEN = re.compile(r"<(?:(script|style|noscript|select)\b|!--)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,3000}>")
_PUBLISHED = ("article:published_time", "datepublished", "pubdate", "publishdate", "og:published_time", "dc.date.issued")
_UPDATED = ("article:modified_time", "datemodified", "og:updated_time")
_H1 = re.compile(r"<h1\b[^<>]{0,500}>((?:[^<]|<(?!/h1)){1,2000})", re.IGNORECASE)
_NO_NAME = re.compile(r"https?|©|&copy|&amp;|\.(?:png|jpg)|\bpng\b", re.IGNORECASE)


class _Article(NamedTuple):
    title: str
    text: str
    lead_date: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """What one HTML page holds of an article; `date_kind` is "guessed" where the page merely shows the date."""

    text: str
    title: str | None
    author: str | None
    outlet: str | None
    url: str | None
    date: str | None
    date_kind: str | None


def page_of(source: str) -> Page:
    """The article of an HTML page; DocumentError where there is none."""
    from trafilatura import bare_extraction  # imported here: it takes half a second, and most runs read no HTML

    if len(source) > PAGE_LIMIT:
        raise DocumentError("too_long", f"the page has {len(source):,} characters, the limit is {PAGE_LIMIT:,}")
    try:
        found = bare_extraction(source, with_metadata=True, include_comments=False, date_extraction_params=_NO_SEARCH)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:  # what its parser raises on broken pages
        raise DocumentError("unreadable_page", f"the page cannot be parsed ({error})") from error
    if found is None or not (found.text or "").strip():
        raise DocumentError("no_article", "no article was found on the page")
    url = _address(source) or found.url
    title = _headline(source, found.title or "")
    article = _without_lead(found.text, title)
    day, kind = _date_of(source, article, url or "")
    return Page(article.text, title or None, _named(found.author), _named(found.sitename), url or None, day, kind)


def _without_lead(text: str, title: str) -> _Article:
    """The body without the headline and date lines that extraction leaves at its top: «اقتصاد 2017/03/02», then the headline."""
    lines = [line.strip() for line in text.split("\n")]
    heads = [number for number, line in enumerate(lines[:LEAD_LINES]) if title and _letters(line) == _letters(title)]
    start = heads[-1] + 1 if heads else 0
    while start < min(len(lines), LEAD_LINES) and len(lines[start]) <= DATE_LINE and written_date(lines[start]):
        start += 1
    dates = [day for line in lines[:start] if len(line) <= DATE_LINE and (day := written_date(line))]
    body = "\n".join(lines[start:]).strip()
    return _Article(title, body, dates[0] if dates else None) if body else _Article(title, text, None)


def _headline(source: str, title: str) -> str:
    """The words of the first <h1> that the page's title holds, else the title: the title often has the paper's name at its end."""
    for match in _H1.finditer(source):
        words = " ".join(html.unescape(_TAG.sub(" ", match.group(1))).split())
        if len(words) >= SHORTEST_HEADLINE and _letters(words) in _letters(title):
            return words
    return title


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))


def _named(name: str | None) -> str | None:
    """A name of an author or outlet; None where it is a piece of an address or a copyright line."""
    return None if not name or _NO_NAME.search(name) else html.unescape(name)


# trafilatura looks for a date whatever it is told; ours is kept, so its search is the short one.
_NO_SEARCH = {"extensive_search": False, "original_date": True}


def _date_of(source: str, article: _Article, url: str) -> tuple[str | None, str | None]:
    """The date, and what it is: published or updated where metadata say so, else guessed from the address or the byline."""
    named = list(_named_dates(source))
    for kind in ("published", "updated"):
        if found := next((day for this, day in named if this == kind), None):
            return found, kind
    shown = date_in_address(url) or article.lead_date or _byline_date(source, article)
    return shown, "guessed" if shown else None


def _named_dates(source: str) -> Iterator[tuple[str, str]]:
    """(kind, date) of the JSON-LD scripts, then of the meta elements: the former more often give the paper's own time zone."""
    head = source[:_HEAD_LIMIT]
    for script in _JSON_LD.finditer(head):
        end = head.find("</script", script.end(), script.end() + _SCRIPT_LIMIT)
        for name, value in _JSON_DATE.findall(head[script.end() : max(end, script.end())]):
            if day := _stated(value):
                yield ("published" if name == "datePublished" else "updated"), day
    for attributes in _metas(head):
        name = (attributes.get("property") or attributes.get("itemprop") or attributes.get("name") or "").lower()
        names = {name, attributes.get("itemprop", "").lower()}
        kind = "published" if names.intersection(_PUBLISHED) else "updated" if names.intersection(_UPDATED) else None
        if kind and (day := _stated(attributes.get("content", ""))):
            yield kind, day


def _stated(value: str) -> str | None:
    """A date of the metadata; one that is bare first of January is what a system fills in when it knows the year alone."""
    day = iso_date(value) or written_date(html.unescape(value))
    return None if day and re.fullmatch(r"\d{4}-01-01(?:T00:00.*)?", day) else day


def _metas(head: str) -> Iterator[dict[str, str]]:
    for match in _META.finditer(head):
        yield {name.lower(): double or single for name, double, single in _ATTRIBUTE.findall(match.group(1))}


def _address(source: str) -> str | None:
    """The page's own address: its canonical link, else og:url."""
    head = source[:_HEAD_LIMIT]
    link = _CANONICAL.search(head)
    href = _HREF.search(link.group()) if link else None
    named = (attributes.get("content") for attributes in _metas(head) if attributes.get("property", "").lower() == "og:url")
    found = html.unescape(href.group(1)) if href else next(named, None)
    return found if found and found.startswith(("http://", "https://")) else None


def _byline_date(source: str, article: _Article) -> str | None:
    """The date between headline and body, or else right before the headline: not one of the body, nor of a list of other news."""
    words = _visible(source)
    body = words.find(" ".join(article.text.split())[:BODY_START])
    title = " ".join(article.title.split())
    place = words.rfind(title, 0, body) if title and body >= 0 else -1
    if place < 0:
        return None
    behind = place + len(title)
    return written_date(words[behind : min(body, behind + BYLINE_AFTER)]) or written_date(words[max(0, place - BYLINE_BEFORE) : place])


def _visible(source: str) -> str:
    """The page's words without scripts, styles and tags, white space made one."""
    kept: list[str] = []
    position = 0
    while match := _UNSEEN.search(source, position):
        kept.append(source[position : match.start()])
        end = source.find(f"</{match.group(1)}" if match.group(1) else "-->", match.end())
        position = end if end >= 0 else len(source)
    return " ".join(html.unescape(_TAG.sub(" ", "".join([*kept, source[position:]]))).split())
