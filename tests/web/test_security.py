"""Who may ask, forms of other sites, and articles that are hostile."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from takhrij.report.addresses import link_of
from takhrij.web.app import make_app
from takhrij.web.downloads import table_of
from takhrij.web.index import Pages
from takhrij.web.queries import claim_of
from takhrij.web.security import is_local, safe_return
from web.test_app import Read

CONTROLS = "\u202e\u202d\u2066\u2067"


def test_only_requests_to_this_machine_are_answered_without_a_token(client: TestClient) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"Host": "127.0.0.1.evil.example:8020"}).status_code == 421
    for host in ("localhost:8020", "127.0.0.1", "[::1]:8020"):
        assert client.get("/", headers={"Host": host}).status_code == 200


def test_every_answer_says_what_a_browser_may_do(client: TestClient) -> None:
    for address in ("/", "/nothing", "/static/web.js", "/openapi.json", "/language/en"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
    assert client.get("/", headers={"Host": "evil.example"}).headers["content-security-policy"]


def test_with_a_token_nothing_is_read_without_it(pages: Pages) -> None:
    client = TestClient(make_app(pages, token="secret"), base_url="http://192.0.2.1", follow_redirects=False)
    assert client.get("/").status_code == 401
    assert client.get("/?token=wrong").status_code == 401
    assert client.get("/static/web.css").status_code == 401
    assert client.get("/", headers={"Authorization": "Bearer secret"}).status_code == 200
    entered = client.get("/method?token=secret&page=1")
    assert (entered.status_code, entered.headers["location"]) == (303, "/method?page=1")
    assert "HttpOnly" in entered.headers["set-cookie"]
    assert "SameSite=strict" in entered.headers["set-cookie"]
    assert client.get("/").status_code == 200


def test_addresses_of_this_machine_are_known() -> None:
    assert all(is_local(host) for host in ("127.0.0.1", "::1", "localhost", "127.8.8.8"))
    assert not any(is_local(host) for host in ("0.0.0.0", "::", "192.168.1.4", "example.org"))


@pytest.mark.parametrize("address", ["//x", "http://x", "/\\x", "x", "", "/a\r\nSet-Cookie: b"])
def test_no_form_leads_to_another_site(address: str) -> None:
    assert safe_return(address) == "/"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "http://[bad", "//x", "", None, "file:///etc/passwd"])
def test_only_addresses_of_the_web_become_links(url: str | None) -> None:
    assert link_of(url) == ""


def test_hostile_articles_stay_words_on_every_page(hostile_case: Pages) -> None:
    client = TestClient(make_app(hostile_case), base_url="http://127.0.0.1")
    claim = hostile_case.records("select claim from cards limit 1")[0]["claim"]
    names = [f"/{row['kind']}/{row['id']}" for row in hostile_case.records("select kind, id from names")]
    articles = [f"/article/{row['document']}" for row in hostile_case.records("select document from documents")]
    searched = ["/search?q=<script>alert(1)</script>", "/search?q=المطحنة", "/article/a%2F..%2Fb%3Fc%23d"]
    for address in ["/", f"/claim/{claim}", f"/claim/{claim}/compare?left=t1&right=t2", *names, *articles, *searched, "/method"]:
        answer = client.get(address)
        assert answer.status_code == 200, address
        page = Read(answer.text)
        assert (page.open, page.wrong) == ([], []), address
        assert not re.search(r"<script>|<img|<b>سدرة", answer.text), address
        assert not [letter for letter in CONTROLS if letter in answer.text], address
        assert not [link for link in page.links if re.match(r"\s*(?:javascript|data|file):", link)], address


def test_a_table_for_spreadsheets_holds_no_formula(hostile_case: Pages) -> None:
    view = claim_of(hostile_case, hostile_case.records("select claim from cards limit 1")[0]["claim"])
    assert view is not None
    object.__setattr__(view.tellings[0].document, "title", "=1+1")
    assert "'=1+1" in table_of(view)
