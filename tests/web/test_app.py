"""Every page of the application, in both languages, as HTML and as JSON."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
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
from takhrij.web.readying import Readying

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
    assert not re.search(r'src="|href="(?!#|https?://)', report.text)  # it loads nothing; links lead to its places and to articles
    picture = client.get(f"/claim/{widest}/picture.svg")
    assert picture.text.startswith("<svg xmlns=")
    assert "sandbox" in picture.headers["content-security-policy"]
    finding = client.get(f"/claim/{widest}/finding.txt", headers={"accept-language": "en"}).text
    assert "How many independent origins: " in finding
    assert re.search(r"^t1\. .* https://", finding, flags=re.MULTILINE)
    assert "last run 20" in finding
    assert "\u2068" not in finding
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


class _UnderWay(Readying):
    """A case that is not ready yet, and never will be."""

    under_way = True


def test_while_the_case_is_made_ready_pages_say_how_far_it_is(pages: Pages) -> None:
    readying = _UnderWay(pages)
    readying.step, readying.done, readying.total = "index for searches", 1_200, 40_000
    with TestClient(make_app(pages, readying=readying), base_url="http://127.0.0.1:8020") as client:
        page = client.get("/", headers={"accept-language": "en"})
        assert page.status_code == 503
        assert page.headers["retry-after"] == "2"
        assert "1,200 / 40,000" in page.text
        assert 'http-equiv="refresh"' in page.text
        assert client.get("/static/page.css").status_code == 200
        assert client.get("/?format=json").json() == {"making": "index for searches", "done": 1_200, "total": 40_000}


def test_a_case_that_cannot_be_made_ready_says_why(tmp_path: Path) -> None:
    pages = Pages(Case.new(tmp_path / "case", Settings()).folder)
    readying = Readying(pages)
    readying.start()
    assert readying.wait(30)
    with TestClient(make_app(pages, readying=readying), base_url="http://127.0.0.1:8020") as client:
        assert client.get("/").status_code == 503
        assert "is empty" in client.get("/").text


def test_a_search_for_an_id_or_an_address_finds_what_has_it(client: TestClient, pages: Pages, widest: str) -> None:
    assert client.get("/search", params={"q": widest, "format": "json"}).json()["claims"][0]["claim"] == widest
    article = pages.records("select document, name, url from documents where url is not null order by added limit 1")[0]
    for asked in (article["document"], article["name"], article["url"] + "/"):
        found = client.get("/search", params={"q": asked, "format": "json"}).json()["documents"]
        assert article["document"] in [row["document"] for row in found]


def test_a_few_words_get_no_verdict_and_each_name_stands_once(client: TestClient) -> None:
    found = client.get("/search", params={"q": "نوفل الزمراني", "format": "json"}).json()
    assert {row["verdict"] for row in found["claims"]} == {""}
    names = [row["name"] for row in found["names"]]
    assert names[0] == "نوفل الزمراني"
    assert len(set(names)) == len(names)


def test_what_cannot_be_found_is_answered_with_what_to_try(client: TestClient) -> None:
    page = client.get("/search", params={"q": "!!! ؟؟"}, headers={"accept-language": "en"}).text
    assert "Nothing was found" in page
    assert 'role="status"' in page


def test_a_claim_begins_with_its_gist_and_its_headings_leave_no_level_out(client: TestClient, widest: str) -> None:
    page = client.get(f"/claim/{widest}").text
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert page.index('class="gist"') < page.index("<h2")
    for key in re.findall(r'href="/words#word-(\w+)"', page):
        assert f'id="word-{key}"' in client.get("/words").text
