"""Every page of the application, in both languages, as HTML and as JSON."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.conftest import write_articles

from takhrij.additions import add
from takhrij.report.addresses import outlet_id
from takhrij.runs import silent
from takhrij.scratch import run_case
from takhrij.settings import Settings
from takhrij.store import Case
from takhrij.web.app import make_app
from takhrij.web.index import Pages

LARGEST = 200_000  # bytes of a page
VOID = {"meta", "link", "br", "input", "path", "rect", "circle", "img"}
PHRASES = ("الروايات", "الأصول", "ما تغيّر", "مقالات فيها", "وسيلة غير معروفة", "الطبقات", "المنهج")


class Read(HTMLParser):
    """What of a page may be wrong: elements closed out of turn, scripts and styles in it, ids that are there twice."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.wrong += [f"{tag} {name}" for name in given if name.startswith("on") or name == "style"]
        if (tag == "script" and "src" not in given) or tag == "style":
            self.wrong.append(tag)
        self.links += [given[name] for name in ("href", "src", "action") if name in given]
        self.ids += [given["id"]] if "id" in given else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.wrong.append(f"/{tag}")


def addresses(pages: Pages, claim: str) -> list[str]:
    def one(sql: str) -> str:
        return str(next(iter(pages.records(sql)[0].values())))

    return [
        "/", "/claims/spread", "/claims/different", "/claims/one_origin", "/method", "/decisions",
        "/search?q=حريق الميناء", f"/claim/{claim}", f"/claim/{claim}/compare?left=t1&right=t3",
        "/article/" + one("select document from told where documents > 1 limit 1"),
        "/source/" + one("select source from sayings limit 1"),
        "/entity/" + one("select entity from entities limit 1"),
        "/outlet/" + one("select outlet from outlet_articles limit 1"),
        "/outlet/" + one("select n.id from takings t join names n on n.name = t.earlier and n.kind = 'outlet' where t.unseen limit 1"),
    ]  # fmt: skip


def test_every_page_is_whole_small_and_leads_to_pages_that_are_there(client: TestClient, pages: Pages, widest: str) -> None:
    linked: set[str] = set()
    for address in addresses(pages, widest):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert len(answer.content) < LARGEST, address
        page = Read(answer.text)
        assert (page.open, page.wrong) == ([], []), address
        assert len(page.ids) == len(set(page.ids)), address
        assert not [link for link in page.links if link.startswith(("//", "javascript"))], address
        inside = {link[1:] for link in page.links if link.startswith("#") and len(link) > 1}
        assert inside <= set(page.ids), (address, inside - set(page.ids))
        linked |= {link.split("#")[0] for link in page.links if link.startswith("/") and link != "/decide"}
    for link in sorted(linked)[::7]:
        assert client.get(link).status_code in (200, 303), link


def test_a_page_in_english_holds_no_arabic_of_ours(client: TestClient, pages: Pages, widest: str) -> None:
    for address in addresses(pages, widest):
        html = client.get(address, headers={"Accept-Language": "en-GB,en;q=0.9"}).text
        assert '<html lang="en" dir="ltr">' in html
        assert not [phrase for phrase in PHRASES if phrase in html], address


def test_every_page_has_its_data_at_the_same_address(client: TestClient, pages: Pages, widest: str) -> None:
    for address in addresses(pages, widest):
        accepted = client.get(address, headers={"Accept": "application/json"})
        asked = client.get(address + ("&" if "?" in address else "?") + "format=json")
        assert accepted.headers["content-type"].startswith("application/json")
        assert accepted.json() == asked.json()
        assert accepted.json()


def test_the_language_is_the_chosen_one_then_the_browsers_then_arabic(client: TestClient) -> None:
    def language(**headers: str) -> str:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        found = re.search(r'<html lang="(\w+)"', client.get("/", headers=sent).text)
        return found[1] if found else ""

    assert language() == "ar"
    assert language(accept_language="fr,en;q=0.5,ar;q=0.4") == "en"
    assert language(accept_language="fr;q=x") == "ar"
    chosen = client.get("/language/en", params={"to": "/method"})
    assert (chosen.status_code, chosen.headers["location"]) == (303, "/method")
    assert language(accept_language="ar") == "en"
    assert client.get("/language/en", params={"to": "//elsewhere.example"}).headers["location"] == "/"


def test_filters_work_without_a_script(client: TestClient, pages: Pages, widest: str) -> None:
    every = client.get(f"/claim/{widest}?format=json").json()
    outlet = every["tellings"][0]["outlet"]
    kinds = [variation["kind"] for variation in every["variations"] if variation["slot"] == "number"]
    by_outlet = client.get(f"/claim/{widest}", params={"outlet": outlet_id(outlet), "format": "json"}).json()["shown"]
    assert by_outlet == [row["id"] for row in every["tellings"] if row["outlet"] == outlet]
    by_kind = client.get(f"/claim/{widest}", params={"kind": kinds[0], "format": "json"}).json()["shown"]
    assert 0 < len(by_kind) < len(every["tellings"])
    by_date = client.get(f"/claim/{widest}", params={"since": "2021-11-10", "until": "2021-11-10", "format": "json"}).json()["shown"]
    assert by_date == [row["id"] for row in every["tellings"] if row["date"][:10] == "2021-11-10"]
    page = client.get(f"/claim/{widest}", params={"outlet": outlet_id(outlet)}).text
    assert page.count('<tr role="row" id="') >= len(by_outlet)
    assert client.get(f"/claim/{widest}", params={"outlet": "لا وجود لها", "format": "json"}).json()["shown"] == []


def test_a_pasted_claim_finds_the_claim(client: TestClient, planted: dict[str, dict[str, str]]) -> None:
    found = client.get("/search", params={"q": planted["trace"]["query"], "format": "json"}).json()
    assert found["claims"][0]["verdict"] == "same"
    assert client.get("/search", params={"q": "زقزقة"}).status_code == 200
    assert client.get("/search", params={"q": '"*) OR ('}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [("/claim/c0", 404), ("/article/d0", 404), ("/source/x", 404), ("/outlet/x", 404), ("/nothing", 404), ("/claims/x", 404),
     ("/static/../app.py", 404), ("/static/app.py", 404), ("/claim/c0/report.html", 404), ("/method?page=x", 200),
     ("/source/x?page=x", 422)],
)  # fmt: skip
def test_what_is_not_there_is_told(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address, headers={"Accept": "application/json"})
    assert answer.status_code == status
    assert "traceback" not in answer.text.lower()


def test_the_claim_can_be_taken_away(client: TestClient, widest: str) -> None:
    report = client.get(f"/claim/{widest}/report.html")
    assert "attachment" in report.headers["content-disposition"]
    assert not re.search(r'(?:src|href)="(?!#)', report.text)
    picture = client.get(f"/claim/{widest}/picture.svg")
    assert picture.text.startswith("<svg xmlns=")
    assert "sandbox" in picture.headers["content-security-policy"]
    table = client.get(f"/claim/{widest}/tellings.csv").text
    assert table.startswith("\ufefftelling,date")
    assert len(table.splitlines()) > 20


def test_the_description_of_the_addresses_names_every_page(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/", "/search", "/claim/{claim}", "/article/{document}", "/source/{source}", "/outlet/{outlet}", "/method"} <= set(paths)


def test_a_case_of_articles_that_share_nothing_shows_its_articles(tmp_path: Path) -> None:
    case = Case.new(tmp_path / "case", Settings())
    told = write_articles(tmp_path / "a.jsonl", {"text": "قال الوزير عامر الدوسقي إن السد امتلأ."}, {"text": "خسر الفريق مباراته الأولى."})
    with case.locked():
        add(case, [told])
        run_case(case, last=None, workers=1, progress=silent)
    with TestClient(make_app(Pages(case.folder)), base_url="http://localhost") as client:
        page = client.get("/").text
        assert page.count('href="/article/') == 2
        assert client.get("/?format=json").json()["spread"] == []
