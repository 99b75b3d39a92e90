"""The search index of a case (SQLite FTS5 over our own lemmas; derived, rebuilt when stale) and finding the claims that match words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from takhrij.backends.nearness import embedder_named
from takhrij.claims.resemblance import resemblance_of
from takhrij.claims.statements import Statement, statement_of_text
from takhrij.errors import CaseError
from takhrij.model.claim import Telling
from takhrij.model.document import Document
from takhrij.store import Case
from takhrij.text.terms import lemmas_of

CANDIDATES = 200  # tellings that the words bring, each of which is then compared as a statement
SCHEMA = """
create table made_from (fingerprint text);
create virtual table documents using fts5(document unindexed, field unindexed, lemmas, tokenize = "unicode61 remove_diacritics 0");
create virtual table tellings using fts5(telling unindexed, claim unindexed, lemmas, tokenize = "unicode61 remove_diacritics 0");
"""


@dataclass(frozen=True, slots=True)
class Match:
    """A claim that answers words: `score` (0 to 1) is that of its best telling, `verdict` what was decided of that telling."""

    claim: str
    score: float
    verdict: str


def documents_with(case: Case, words: str, limit: int) -> list[Document]:
    """The documents that hold all the words, in any inflection, best first (BM25)."""
    query = _all_of(words)
    if not query:
        return []
    sql = "select document, min(rank) as best from documents where documents match ? group by document order by best limit ?"
    with _index(case) as index:
        ids = [document for document, _ in index.execute(sql, (query, limit))]
    found = {row.document: row for row in case.rows("documents", f"document in ({_listed(ids)})")} if ids else {}
    return [found[document] for document in ids if document in found]


def claims_like(case: Case, words: str, limit: int) -> list[Match]:
    """The claims that tell what `words` tell, best first: words propose tellings, the comparison of statements orders them."""
    asked = statement_of_text(words, None)
    best: dict[str, Match] = {}
    for claim, statement in _proposed(case, words):
        verdict, score, _ = resemblance_of(asked, statement, nearness=_nearness(case, asked, statement))
        if claim not in best or score > best[claim].score:
            best[claim] = Match(claim, score, verdict)
    return sorted(best.values(), key=lambda match: (-match.score, match.claim))[:limit]


def _proposed(case: Case, words: str) -> Iterator[tuple[str, Statement]]:
    query = _any_of(words)
    if not query:
        return
    with _index(case) as index:
        found = dict(
            index.execute(
                "select telling, claim from tellings where tellings match ? order by rank limit ?", (query, CANDIDATES)
            ).fetchall()
        )
    if found:
        listed = _listed(found)
        facts: dict[str, list[object]] = {}
        for fact in case.rows("facts", f"telling in ({listed})"):
            facts.setdefault(fact.telling, []).append(fact)
        for telling in case.rows("tellings", f"telling in ({listed})"):
            yield found[telling.telling], _statement(telling, facts.get(telling.telling, []))


def _statement(telling: Telling, facts: Iterable[object]) -> Statement:
    raise NotImplementedError


def _nearness(case: Case, one: Statement, other: Statement) -> float | None:
    embedder = embedder_named(case.settings.embedder)
    if embedder is None:
        return None
    left, right = embedder.vectors_of([one.words, other.words])
    return sum(a * b for a, b in zip(left, right, strict=True))


def _listed(ids: Iterable[str]) -> str:
    """Ids as an SQL list; they are our own hashes: letters and digits."""
    return ", ".join(f"'{name}'" for name in ids if name.isalnum())


def _quoted(words: str) -> list[str]:
    return ['"' + lemma.replace('"', "") + '"' for lemma in dict.fromkeys(lemmas_of(words)) if lemma.strip('"')]


def _all_of(words: str) -> str:
    return " ".join(_quoted(words))


def _any_of(words: str) -> str:
    return " or ".join(_quoted(words)).replace(" or ", " OR ")


@contextmanager
def _index(case: Case) -> Iterator[sqlite3.Connection]:
    """The index, made anew where the tables behind it have changed."""
    fingerprint = case.fingerprint_of("terms") + case.fingerprint_of("claim_tellings")
    file = case.folder / "search.sqlite"
    if _made_from(file) != fingerprint:
        _rebuild(case, file, fingerprint)
    with closing(sqlite3.connect(file)) as index:
        yield index


def _made_from(file: Path) -> str | None:
    if not file.exists():
        return None
    try:
        with closing(sqlite3.connect(file)) as index:
            row = index.execute("select fingerprint from made_from").fetchone()
    except sqlite3.DatabaseError:  # damaged or half-written: it is derived, so it is simply made again
        return None
    return row[0] if row else None


def _rebuild(case: Case, file: Path, fingerprint: str) -> None:
    if not case.parts_of("terms"):
        raise CaseError(f"{case.folder} has not been run yet: takhrij run {case.folder}")
    partial = file.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(partial)) as index, case.connection(("terms", "tellings", "claim_tellings")) as connection:
        index.executescript(SCHEMA)
        rows = connection.execute("select document, field, lemmas from terms")
        while batch := rows.fetchmany(2_000):
            index.executemany("insert into documents values (?, ?, ?)", batch)
        rows = connection.execute("select telling, claim, words from tellings join claim_tellings using (telling)")
        while batch := rows.fetchmany(2_000):
            index.executemany("insert into tellings values (?, ?, ?)", [(t, c, " ".join(lemmas_of(words))) for t, c, words in batch])
        index.execute("insert into made_from values (?)", (fingerprint,))
        index.commit()
    partial.replace(file)
