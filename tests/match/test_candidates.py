"""The query that proposes pairs of documents, on DuckDB."""

from importlib import resources

import duckdb

from takhrij.match.shingles import shingles_of

from .articles import FERRY, OLIVES, REWRITTEN, SPRING, WEATHER

DOCUMENTS = resources.files("takhrij.match").joinpath("pair_documents.sql").read_text("utf-8")
SQL = resources.files("takhrij.match").joinpath("candidates.sql").read_text("utf-8")


def candidates(*batches: dict[str, str]) -> set[tuple[str, str]]:
    """The pairs of a case to which these batches of texts were added one by one, with a run after each."""
    connection = duckdb.connect()
    columns = '(added bigint, "key" bigint, "position" bigint, again bigint)'
    connection.execute("create table documents (added bigint, document varchar)")
    connection.execute(f"create table shingles {columns}")
    found: list[tuple[str, str, str]] = []
    for batch in batches:
        connection.execute(f"create or replace table new_shingles {columns}")
        for name, text in batch.items():
            (number,) = connection.execute("select count(*) from documents").fetchone() or (0,)
            connection.execute("insert into documents values (?, ?)", (number, name))
            rows = [(number, *map(int, row)) for row in zip(*shingles_of(text), strict=True)]
            if rows:
                connection.executemany("insert into new_shingles values (?, ?, ?, ?)", rows)
        connection.execute("insert into shingles select * from new_shingles")
        found += [(pair, left, right) for pair, left, right, *_ in connection.execute(SQL).fetchall()]
    assert all(pair == f"{left}|{right}" and left <= right for pair, left, right in found)
    assert len(found) == len(set(found))
    return {(left, right) for _, left, right in found}


def test_two_documents_that_share_a_passage_are_proposed() -> None:
    assert candidates({"a": f"{OLIVES} {FERRY}", "b": f"{OLIVES} {WEATHER}", "c": "لا شيء هنا"}) == {("a", "b")}


def test_seeds_that_lie_together_in_one_of_two_long_documents_alone_propose_nothing() -> None:
    words = OLIVES.split()
    between = [" ".join(f"لفظ{at}ب{number}" for number in range(150)) for at in range(30)]
    scattered = " ".join(f"{' '.join(words[at : at + 3])} {between[at]}" for at in range(0, 30, 3))
    assert candidates({"a": OLIVES, "b": scattered}) == set()


def test_documents_that_share_nothing_are_not() -> None:
    assert candidates({"a": OLIVES, "b": FERRY, "c": WEATHER, "d": ""}) == set()


def test_a_text_with_forty_clients_is_one_chain_of_pairs() -> None:
    pairs = candidates({f"n{number:02}": f"{OLIVES} حاشية{number}" for number in range(40)})
    assert {(f"n{number:02}", f"n{number + 1:02}") for number in range(39)} <= pairs
    assert len(pairs) <= 4 * 40


def test_in_how_many_batches_a_case_grows_changes_nothing() -> None:
    texts = {f"n{number * 7 % 40:02}": f"{OLIVES} حاشية{number} {FERRY if number % 3 else WEATHER}" for number in range(40)}
    rows = list(texts.items())
    whole = candidates(texts)
    assert candidates(dict(rows[:5]), dict(rows[5:30]), {}, dict(rows[30:])) == whole
    assert candidates(*(dict([row]) for row in rows)) == whole


def test_a_document_that_holds_its_own_rewrite_is_proposed_beside_itself() -> None:
    texts = {"a": f"{SPRING}. {REWRITTEN}. {FERRY}", "b": f"{OLIVES}. {WEATHER}", "c": f"{FERRY}. {OLIVES}. {WEATHER}"}
    assert candidates(texts) == {("a", "a"), ("a", "c"), ("b", "c")}


def test_a_document_alone_may_be_proposed_beside_itself() -> None:
    assert candidates({"a": f"{SPRING}. {REWRITTEN}"}) == {("a", "a")}


def test_a_document_beside_itself_is_read_once() -> None:
    connection = duckdb.connect()
    rows = """select 'a|a' as pair, 'a' as "left", 'a' as "right" union all select 'a|b', 'a', 'b'"""
    connection.execute(f"create table candidates as {rows}")
    assert sorted(connection.execute(DOCUMENTS).fetchall()) == [("a|a", "a", "a"), ("a|b", "a", "a"), ("a|b", "a", "b")]


def test_the_query_is_short_and_says_what_it_is() -> None:
    assert len(SQL.splitlines()) <= 60
    assert SQL.startswith("-- reads:  shingles, documents")
