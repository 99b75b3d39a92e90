"""The search index of a case (SQLite FTS5 over our own lemmas; derived, rebuilt when stale) and finding the claims that match words."""

from __future__ import annotations

import html
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from takhrij.backends.nearness import embedder_named
from takhrij.claims.compare import statement_of_text
from takhrij.claims.keys import meeting_keys
from takhrij.claims.resemblance import answer_of
from takhrij.claims.statements import Statement
from takhrij.claims.told import nearness_of, statements_of
from takhrij.engines.base import Progress
from takhrij.errors import CaseError
from takhrij.model.document import Document
from takhrij.model.identity import identity
from takhrij.runs import silent
from takhrij.store import Case
from takhrij.text.lemmas import lemmas_of
from takhrij.text.sentences import sentence_spans

CANDIDATES = {"lemmas": 160, "keys": 60}  # tellings that the words bring, and what they mean; each is then compared as a statement
ANSWERS = ("same", "contrary")  # verdicts that tell of what was asked
COMMON, FEW = 0.03, 1_000  # a word in more than this share of all tellings, and in more than so many, proposes none
LEAST_SAID = 5  # words of what can be the same as a claim, or the contrary
MOST_SENTENCES = 4  # of a pasted paragraph; each takes three tenths of a second in a case of 3,000 articles
LEAST_ALIKE, FEW_ALIKE = 0.1, 3  # score from which a claim is shown as like what was asked, and how many are where none has it
# What parts a message that has no full stops: a new line, small pictures.
PAUSES = re.compile("[\n\r\u2028\u2029\u2600-\u27bf\U0001f000-\U0001faff]+")
TAG = re.compile(r"<[/!?a-zA-Z][^<>]{0,2000}>")
ROWS_AT_ONCE = 2_000  # rows put into the index at once
TENTHS = 10  # scores of one tenth tell less of which claim is meant than the verdict, and how many tellings answer
SCHEMA = """
create table made_from (fingerprint text);
create virtual table documents using fts5(document unindexed, field unindexed, lemmas, tokenize = "unicode61 remove_diacritics 0");
create virtual table tellings using fts5(telling unindexed, claim unindexed, lemmas, keys, tokenize = "unicode61 remove_diacritics 0");
"""


@dataclass(frozen=True, slots=True)
class Match:
    """A claim that answers words: `score` (0 to 1) is how surely its best telling is about them, `verdict` what was decided of it.

    `tellings` is how many of its tellings the words brought up.
    """

    claim: str
    score: float
    verdict: str
    tellings: int

    @property
    def rank(self) -> tuple[float, bool, int, str]:
        """The higher score in tenths comes first, then what was decided to be the same, then the more widely told."""
        return (-round(self.score * TENTHS), self.verdict != "same", -self.tellings, self.claim)


def plain_question(words: str) -> str:
    """What was asked without the markup that is pasted with it: «<p>سقط <b>الجسر</b>&nbsp;أمس</p>» is «سقط الجسر أمس»."""
    return " ".join(html.unescape(TAG.sub(" ", words)).split())


def is_statement(words: str) -> bool:
    """Whether enough is said for a verdict on it: «تفجير المسجد» is no claim that could be the same or the contrary."""
    return len(lemmas_of(words)) >= LEAST_SAID


def documents_with(case: Case, words: str, limit: int) -> list[Document]:
    """The documents that hold all the words, in any inflection, best first (BM25)."""
    return _documents(case, " ".join(_quoted(lemmas_of(plain_question(words)))), limit)


def documents_like(case: Case, words: str, limit: int) -> list[Document]:
    """The documents that hold most of many words, best first, for a pasted paragraph; none for a few words."""
    lemmas = lemmas_of(plain_question(words))
    return _documents(case, " OR ".join(_quoted(lemmas)), limit) if len(lemmas) >= LEAST_SAID else []


def _documents(case: Case, query: str, limit: int) -> list[Document]:
    if not query:
        return []
    sql = "select document, min(rank) as best from documents where documents match ? group by document order by best limit ?"
    with _index(case) as index:
        ids = [document for document, _ in index.execute(sql, (query, limit))]
    found = {row.document: row for row in case.rows("documents", f"document in ({_listed(ids)})")} if ids else {}
    return [found[document] for document in ids if document in found]


def claims_like(case: Case, words: str, limit: int) -> list[Match]:
    """The claims that tell what `words` tell, best first; of a pasted paragraph, what its sentences tell."""
    best: dict[str, Match] = {}
    for statement in _statements_in(words):
        for match in _answers(case, statement):
            best[match.claim] = min(match, best.get(match.claim, match), key=lambda one: one.rank)
    return sorted(best.values(), key=lambda match: match.rank)[:limit]


def worth_showing(matches: list[Match]) -> list[Match]:
    """The claims that are like what was asked; a few of those that hardly are where none is."""
    return [match for match in matches if match.score >= LEAST_ALIKE] or matches[:FEW_ALIKE]


def tells_it(words: str, matches: Iterable[Match]) -> bool:
    """Whether any claim tells what was asked, or its contrary; words too few for a verdict ask for no more than what is like them."""
    return not is_statement(plain_question(words)) or any(match.verdict in ANSWERS for match in matches)


def _statements_in(words: str) -> list[str]:
    """The first sentences of a paragraph or message that say something; words that are no paragraph as they are."""
    lines = [plain_question(line) for line in PAUSES.split(TAG.sub(" ", words))]
    sentences = [span.of(line) for line in lines for span in sentence_spans(line)]
    said = [sentence for sentence in sentences if is_statement(sentence)]
    return said[:MOST_SENTENCES] if said else [" ".join(lines).strip()]


def _answers(case: Case, words: str) -> list[Match]:
    """Words propose tellings, the comparison of statements weighs them."""
    asked = statement_of_text(words, None)
    embedder = embedder_named(case.settings.encoder)
    compared: dict[str, list[tuple[float, str]]] = {}
    for claim, statement in proposed(case, words):
        nearness = nearness_of(embedder, asked.words, statement.words) if embedder else None
        verdict, score = answer_of(asked, statement, nearness=nearness)
        compared.setdefault(claim, []).append((score, verdict))
    return [Match(claim, *max(tellings), len(tellings)) for claim, tellings in compared.items()]


def proposed(case: Case, words: str) -> Iterator[tuple[str, Statement]]:
    """The tellings that share most words or most meanings with these, each with its claim."""
    found: dict[str, str] = {}
    sql = "select telling, claim from tellings where tellings match ? order by rank limit ?"
    with _index(case) as index:
        most = _most_holders(index)
        for column, terms in (("lemmas", lemmas_of(words)), ("keys", meeting_keys(words))):
            told = " OR ".join(_telling(index, column, _quoted(terms), most))
            found.update(index.execute(sql, (f"{column} : ({told})", CANDIDATES[column])).fetchall() if told else ())
    listed = _listed(found) or "''"
    tellings = case.rows("tellings", f"telling in ({listed})")
    facts, steps = (case.rows(table, f"telling in ({listed})") for table in ("facts", "chain_steps"))
    for telling, statement in statements_of(tellings, facts, steps).items():
        yield found[telling], statement


def _listed(ids: Iterable[str]) -> str:
    """Ids as an SQL list; they are our own hashes: letters and digits."""
    return ", ".join(f"'{name}'" for name in ids if name.isalnum())


def _quoted(terms: Iterable[str]) -> list[str]:
    return ['"' + term.replace('"', "") + '"' for term in dict.fromkeys(terms) if term.strip('"')]


def _most_holders(index: sqlite3.Connection) -> int:
    """In how many tellings a term may stand that is to propose any."""
    (rows,) = index.execute("select count(*) from tellings_content").fetchone()
    return max(FEW, int(COMMON * rows))


def _telling(index: sqlite3.Connection, column: str, terms: list[str], most: int) -> list[str]:
    """The terms without those that very many tellings hold, which cost most and say least; all of them where nothing else is left."""
    index.execute("create virtual table if not exists temp.counted using fts5vocab('main', 'tellings', 'col')")
    sql = "select doc from temp.counted where term = ? and col = ?"
    counts = {term: index.execute(sql, (term.strip('"'), column)).fetchone() for term in terms}
    return [term for term, count in counts.items() if count is None or count[0] <= most] or terms


def index_of(case: Case, progress: Progress = silent) -> Path:
    """The file of the index, made anew where the tables behind it have changed and are all of one run; `progress` counts tellings."""
    fingerprint = identity("i", SCHEMA, *(case.fingerprint_of(table) for table in ("terms", "telling_terms", "claim_tellings")))
    file = case.folder / "search.sqlite"
    made_from = _made_from(file)
    if made_from is None or (made_from != fingerprint and not case.unfinished):
        _rebuild(case, file, fingerprint, progress)
    return file


@contextmanager
def _index(case: Case) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(index_of(case))) as index:
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


def _rebuild(case: Case, file: Path, fingerprint: str, progress: Progress) -> None:
    case.check_told()
    if not case.parts_of("telling_terms"):
        raise CaseError(f"{case.folder} was run by another version of the program: takhrij run {case.folder} brings it up to date")
    partial = file.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(partial)) as index, case.connection(("terms", "telling_terms", "claim_tellings")) as connection:
        index.executescript(SCHEMA)
        (total,) = connection.execute("select count(*) from claim_tellings where not guest").fetchall()[0]
        told = "select telling, claim, lemmas, keys from telling_terms join claim_tellings using (telling) where not guest"
        done = 0
        for table, sql in (("documents", "select document, field, lemmas from terms"), ("tellings", told)):
            rows = connection.execute(sql)
            holes = ", ".join("?" * len(rows.description or ()))
            while batch := rows.fetchmany(ROWS_AT_ONCE):
                index.executemany(f"insert into {table} values ({holes})", batch)
                done += len(batch) if table == "tellings" else 0
                progress("index for searches", done, total)
        index.execute("insert into made_from values (?)", (fingerprint,))
        index.commit()
    partial.replace(file)
