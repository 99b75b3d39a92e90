"""The page of who or what is named, in the demo case."""

from __future__ import annotations

from fastapi.testclient import TestClient

from takhrij.web.index import Pages


def _most_spelled(pages: Pages) -> dict[str, object]:
    return pages.records("select * from entities order by spellings desc, mentions desc, entity limit 1")[0]


def test_the_page_of_a_name_has_every_spelling_with_its_count(client: TestClient, pages: Pages) -> None:
    entity = _most_spelled(pages)
    record = client.get(f"/entity/{entity['entity']}?format=json").json()
    assert len({row["spelling"] for row in record["written"]}) == entity["spellings"]
    assert sum(row["mentions"] for row in record["written"]) == entity["mentions"]
    page = client.get(f"/entity/{entity['entity']}").text
    assert all(row["spelling"] in page for row in record["written"])


def test_a_name_that_stands_for_another_leads_to_its_page(client: TestClient, pages: Pages) -> None:
    for row in pages.records("select alias, entity from entity_aliases limit 3"):
        assert client.get(f"/entity/{row['alias']}?format=json").json()["entity"] == row["entity"]


def test_the_search_finds_a_name_by_a_part_of_it(client: TestClient, pages: Pages) -> None:
    (name,) = pages.records("select id, name from names where kind = 'entity' order by id limit 1")
    found = client.get("/search", params={"q": name["name"], "format": "json"}).json()
    assert name["id"] in {page["id"] for row in found["names"] for page in row["pages"]}


def test_a_name_that_is_not_in_the_case_has_no_page(client: TestClient) -> None:
    assert client.get("/entity/e0").status_code == 404
