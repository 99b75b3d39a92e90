"""What the pages ask of a case, by key; each answer is rows by column name, or a view of the report."""

from __future__ import annotations

from typing import Any

from takhrij.engines.base import Read
from takhrij.model.tables import TABLES, columns_of
from takhrij.report.addresses import source_id
from takhrij.report.page import CaseFacts
from takhrij.report.records import Record
from takhrij.report.views import CLAIM_READS, ClaimView, claim_view_of
from takhrij.text.folding import folded
from takhrij.web.index import OF_CLAIM, Pages

SHORTEST_PART = 3  # letters that are looked for inside a word too

ORDERS = {
    "newest": ("newest > 0", "newest desc, documents desc"),
    "spread": ("true", "documents desc, tellings desc"),
    "different": ("differences > 0 and outlets > 1", "conflicts desc, differences desc, documents desc"),
    "one_origin": ("origin_high = 1 and outlets > 2", "documents desc, tellings desc"),
}


def facts_of(pages: Pages) -> CaseFacts:
    """What the case holds."""
    if "facts" not in pages.kept:
        (told,) = pages.records("select count(*) documents, count(distinct outlet) outlets, min(date) first, max(date) last from documents")
        (claims,) = pages.records("select count(*) claims, count(*) filter (where documents > 1) spread_claims from claims")
        rejects = pages.records("select reason, count(*) n from rejects group by reason order by reason nulls last")
        counted = {row["reason"]: row["n"] for row in rejects}
        pages.kept["facts"] = CaseFacts(name=pages.folder.resolve().name, rejects=counted, run=pages.last_run(), **told, **claims)
    kept: CaseFacts = pages.kept["facts"]
    return kept


def claim_of(pages: Pages, claim: str) -> ClaimView | None:
    """The claim with all that is known of it; None where there is none of this id."""
    with pages.cursor() as cursor:
        group: dict[str, list[Any]] = {}
        for read in CLAIM_READS:
            table = read if isinstance(read, str) else read.table
            columns = ", ".join(f'"{name}"' for name, _, _ in columns_of(TABLES[table]))
            rows = cursor.execute(f"select {columns} from {table} where {_where(read)}", [claim]).fetchall()
            if table == "claims" and not rows:
                return None
            group[table] = [TABLES[table](*values) for values in rows]
    return claim_view_of(group)


def _where(read: str | Read) -> str:
    if isinstance(read, str):
        return "claim = ?"
    if read.table in OF_CLAIM:
        return "of_claim = ?"
    if read.table == "documents":
        return "document in (select document from tellings where of_claim = ?)"
    return f"{read.on} in (select {read.on} from {read.through} where claim = ?)"


def cards(pages: Pages, order: str, most: int, *, skip: int = 0) -> list[Record]:
    """Claims of several documents in one of the `ORDERS`."""
    where, by = ORDERS[order]
    return pages.records(f"select * from cards where {where} order by {by}, claim nulls last limit ? offset ?", [most, skip])


def cards_named(pages: Pages, claims: list[str]) -> dict[str, Record]:
    """The claims of several documents among these, by id."""
    found = pages.records(f"select * from cards where claim in ({_holes(claims)})", claims) if claims else []
    return {row["claim"]: row for row in found}


def headlines(pages: Pages, claims: list[str]) -> dict[str, Record]:
    """How any claims are called, with their counts and the article of their founder, by id."""
    sql = "select h.*, c.tellings, c.documents from headings h join claims c using (claim)"
    found = pages.records(f"{sql} where claim in ({_holes(claims)})", claims) if claims else []
    return {row["claim"]: row for row in found}


def names_like(pages: Pages, words: str, most: int) -> list[Record]:
    """Who is called so: names that are the words, that begin a word with them, or, where these are longer, that hold them."""
    sought = folded(words).strip()
    if not sought:
        return []
    held = "contains(folded, $sought)" if len(sought) >= SHORTEST_PART else "contains(' ' || folded || ' ', ' ' || $sought || ' ')"
    sql = f"""select kind, id, name from names where {held}
              order by folded <> $sought, not contains(' ' || folded, ' ' || $sought), length(name), kind, name nulls last limit $most"""
    return pages.records(sql, {"sought": sought, "most": most})


def articles_at(pages: Pages, address: str) -> list[Record]:
    """The articles whose own id, or place on the web, this is."""
    sql = """select document, name, title, outlet, date, date_kind from documents
             where document = $asked or name = $asked or rtrim(regexp_replace(url, '^https?://(www[.])?', ''), '/') =
                   rtrim(regexp_replace($asked, '^https?://(www[.])?', ''), '/') order by added limit 20"""
    return pages.records(sql, {"asked": address})


def name_of(pages: Pages, kind: str, key: str) -> str | None:
    """The name of an outlet or a source by the id of its page."""
    return next((row["name"] for row in pages.records("select name from names where id = ? and kind = ?", [key, kind])), None)


def sources_among(pages: Pages, names: set[str]) -> set[str]:
    """Those of the names that are a source's, and so have a page."""
    ids = {source_id(name): name for name in names}
    found = pages.records(f"select id from names where id in ({_holes(list(ids))})", list(ids)) if ids else []
    return {ids[row["id"]] for row in found}


def entity_named(pages: Pages, key: str) -> Record | None:
    """An entity of the case by its id, or by the id of a short form of its name; None where there is none."""
    sql = "select * from entities where entity = ? or entity = (select entity from entity_aliases where alias = ?)"
    return next(iter(pages.records(sql, [key, key])), None)


def spellings_of(pages: Pages, key: str) -> list[Record]:
    """Every spelling of an entity, the most frequent first."""
    sql = """select spelling, how, sum(mentions)::int as mentions, sum(documents)::int as documents from entity_spellings where entity = ?
             group by all order by mentions desc, spelling nulls last"""
    return pages.records(sql, [key])


def articles_naming(pages: Pages, key: str, most: int, *, skip: int = 0) -> list[Record]:
    """The articles that name an entity, those that do so most often first."""
    sql = """select d.document, d.name, d.title, d.outlet, d.date, d.date_kind, e.mentions::int as mentions
             from (select * from entity_articles where entity = ? order by mentions desc, document limit ? offset ?) e
             join documents d on d.document = e.document order by e.mentions desc, d.document"""
    return pages.records(sql, [key, most, skip])


def told_in(pages: Pages, document: str) -> list[Record]:
    """The tellings of a document, in text order."""
    return pages.records("select * from told where document = ?", [document])


def reuse_in(pages: Pages, document: str, most: int) -> list[Record]:
    """The passages of a document that others have too, the longest first."""
    sql = """select r.*, d.outlet, d.date, d.title, d.name from reuse r join documents d on d.document = r.other
             where r.document = ? order by r.matched desc, r.other nulls last limit ?"""
    return pages.records(sql, [document, most])


def sayings_of(pages: Pages, source: str, most: int, *, skip: int = 0) -> list[Record]:
    """What a speaker is quoted as saying, in the order of time, with the words and the outlet."""
    sql = """select s.*, t.start, t."end", d.title, d.name, d.date_kind,
                    case when s.field = 'title' then d.title else d.text end as text
             from (select * from sayings where source = ? order by date nulls last, document, attribution limit ? offset ?) s
             join documents d on d.document = s.document
             left join (select document, attribution, min(start) as start, max("end") as "end" from attribution_spans
                        where role = 'content' group by all) t on t.document = s.document and t.attribution = s.attribution
             order by s.date nulls last, s.document, s.attribution"""
    return [_worded(row) for row in pages.records(sql, [source, most, skip])]


def _worded(row: Record) -> Record:
    text = row.pop("text") or ""
    return row | {"words": text[row["start"] : row["end"]] if row["start"] is not None else ""}


def outlets_of_source(pages: Pages, source: str) -> list[Record]:
    """The outlets that quote a speaker, with how often and when."""
    sql = """select outlet, count(*) as sayings, count(distinct document) as documents, min(date) as first, max(date) as last
             from sayings where source = ? group by outlet order by sayings desc, outlet nulls last"""
    return pages.records(sql, [source])


def claims_of_source(pages: Pages, source: str, most: int) -> list[Record]:
    """The claims of several documents that are told from a speaker."""
    sql = """select c.* from cards c semi join (select claim from source_claims where source = ?) s using (claim)
             order by c.documents desc, c.claim limit ?"""
    return pages.records(sql, [source, most])


def articles_of(pages: Pages, outlet: str, most: int, *, skip: int = 0) -> list[Record]:
    """The articles of an outlet, the newest first."""
    sql = "select * from outlet_articles where outlet = ? order by date desc nulls last, document limit ? offset ?"
    return pages.records(sql, [outlet, most, skip])


def newest_articles(pages: Pages, most: int) -> list[Record]:
    """Any articles of the case, the newest first."""
    sql = """select document, name, title, outlet, date, date_kind, substring(text, 1, 300) as words
             from documents order by date desc nulls last, added limit ?"""
    return pages.records(sql, [most])


def outlet_counts(pages: Pages, outlet: str) -> Record:
    """How many articles an outlet has in the pile, and from when to when."""
    (row,) = pages.records("select count(*) documents, min(date) first, max(date) last from outlet_articles where outlet = ?", [outlet])
    return row


def taken_from(pages: Pages, name: str) -> list[Record]:
    """From whom an outlet takes: claims in all, with a credit, and with copied words and no credit."""
    return _takings(pages, name, "later", "earlier")


def taken_by(pages: Pages, name: str) -> list[Record]:
    """Who takes from an outlet or agency."""
    return _takings(pages, name, "earlier", "later")


def _takings(pages: Pages, name: str, mine: str, theirs: str) -> list[Record]:
    sql = f"""select {theirs} as name, bool_and(unseen) as unseen, count(distinct claim) as claims,
                     count(distinct claim) filter (where credited) as credited,
                     count(distinct claim) filter (where reused and not credited) as uncredited, min(claim) as example
              from takings where {mine} = ? and {theirs} is not null and later is distinct from earlier
              group by 1 order by claims desc, name nulls last limit 40"""
    return pages.records(sql, [name])


def originated(pages: Pages, name: str, most: int) -> list[Record]:
    """The claims of an outlet that others took from it, where it took from nobody that was found."""
    sql = """select c.*, given.takers from cards c join
               (select claim, count(distinct later) as takers from takings t where earlier = ? and later is distinct from earlier
                and not exists (select 1 from takings o where o.claim = t.claim and o.later_document = t.earlier_document) group by 1) given
               using (claim) order by takers desc, c.documents desc, c.claim limit ?"""
    return pages.records(sql, [name, most])


def _holes(values: list[str]) -> str:
    return ", ".join("?" * len(values))
