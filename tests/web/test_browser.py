"""A user's way from the first page to a report, in a real browser: both languages, with and without a script, wide and narrow.

Skipped where no Chromium is installed; `.ci/run` installs one and sets CHROMIUM_NEEDED, which makes its absence a failure.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from takhrij.web.index import Pages
from web.browsing import ARGUMENTS, CHROMIUM, served

if CHROMIUM is None and not os.environ.get("CHROMIUM_NEEDED"):
    pytest.skip("no Chromium on this machine: the pages are not tested in a browser", allow_module_level=True)

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

DESK, PHONE = 1280, 390  # pixels
SERIOUS = ("serious", "critical")
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "Chromium is needed here"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(pages: Pages) -> Iterator[str]:
    with served(pages) as found:
        yield found


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    contexts = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": DESK, "height": 900}, "locale": "ar", **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        return page

    yield open_page
    for context in contexts:
        context.close()


def complaints(page: Page) -> list[str]:
    """What the browser says of the page: blocked scripts and styles, errors, what is not found."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


WAYS = [("ar", True), ("ar", False), ("en", True), ("en", False)]


@pytest.mark.parametrize(("language", "script"), WAYS)
def test_from_the_first_page_to_a_report(
    opened: Open, address: str, planted: dict[str, dict[str, str]], tmp_path: Path, language: str, script: bool
) -> None:
    page = opened(locale=language, java_script_enabled=script, accept_downloads=True)
    said = complaints(page)
    page.goto(address)
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    page.fill("#ask", planted["trace"]["query"])
    page.click(".ask button")
    page.click(".cards li.same a.headline")
    gist = page.locator(".gist")
    assert ("رواي" if language == "ar" else "tellings") in gist.inner_text()
    gist.locator("dd a[href$='-origins']").first.click()
    assert "-origins" in page.url
    page.select_option("select[name=outlet]", index=1)
    page.click(".filters button >> nth=0")
    assert page.locator("table.tellings tbody tr").count() >= 1
    with page.expect_download() as download:
        page.click(".take a >> nth=0")
    download.value.save_as(tmp_path / "report.html")
    report = (tmp_path / "report.html").read_text("utf-8")
    assert f'<html lang="{language}"' in report
    assert "<script" not in report
    assert said == []


def test_the_language_changes_by_its_link_and_stays(opened: Open, address: str) -> None:
    page = opened()
    page.goto(address + "/method")
    page.click(".bar nav a[lang=en]")
    assert page.url == address + "/method"
    assert page.locator("html").get_attribute("lang") == "en"
    page.goto(address)
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_words_of_a_box_are_shown_on_focus_and_the_picture_is_saved(opened: Open, address: str, widest: str, tmp_path: Path) -> None:
    page = opened(accept_downloads=True)
    said = complaints(page)
    page.goto(f"{address}/claim/{widest}")
    page.locator("svg.chain a").nth(1).focus()
    assert "«" in page.locator(".peek").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".peek").is_hidden()
    with page.expect_download() as download:
        page.click("text=PNG")
    download.value.save_as(tmp_path / "picture.png")
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")
    assert said == []


def test_layers_of_an_article_are_switched(opened: Open, address: str, pages: Pages) -> None:
    document = pages.records("select document from sayings limit 1")[0]["document"]
    page = opened(java_script_enabled=False)
    page.goto(f"{address}/article/{document}")
    content = page.locator(".text .m.content").first
    drawn = "e => getComputedStyle(e).borderBottomWidth"
    with_layer = content.evaluate(drawn)
    page.uncheck("#layer-attributions")
    assert (with_layer, content.evaluate(drawn)) == ("2px", "0px")


def places(pages: Pages, widest: str) -> list[str]:
    source = pages.records("select source from sayings group by source order by count(*) desc, source limit 1")[0]["source"]
    outlet = pages.records("select outlet from outlet_articles group by outlet order by count(*) desc, outlet limit 1")[0]["outlet"]
    document = pages.records("select document from told group by document order by count(*) desc, document limit 1")[0]["document"]
    claim = f"/claim/{widest}"
    return ["/", claim, f"{claim}/compare?left=t1&right=t7", f"/article/{document}", f"/source/{source}", f"/outlet/{outlet}", "/method",
            "/decisions", "/search?q=حريق الميناء"]  # fmt: skip


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_page_is_wider_than_a_desk_or_a_phone(opened: Open, address: str, pages: Pages, widest: str, language: str) -> None:
    for width in (DESK, PHONE):
        page = opened(locale=language, viewport={"width": width, "height": 900})
        for place in places(pages, widest):
            page.goto(address + place)
            assert not page.evaluate(WIDER), (place, width)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_serious_keeps_anybody_out(opened: Open, address: str, pages: Pages, widest: str, language: str) -> None:
    page = opened(locale=language, bypass_csp=True)
    for place in places(pages, widest):
        page.goto(address + place)
        found = Axe().run(page).response["violations"]
        serious = [(row["id"], [node["html"][:160] for node in row["nodes"][:3]]) for row in found if row["impact"] in SERIOUS]
        assert serious == [], place


def test_hostile_articles_do_not_run_and_stay_on_the_page(opened: Open, hostile_case: Pages) -> None:
    claim = hostile_case.records("select claim from cards limit 1")[0]["claim"]
    names = [f"/{row['kind']}/{row['id']}" for row in hostile_case.records("select kind, id from names")]
    articles = [f"/article/{row['document']}" for row in hostile_case.records("select document from documents")]
    page = opened(viewport={"width": PHONE, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with served(hostile_case) as address:
        for place in ["/", f"/claim/{claim}", f"/claim/{claim}/compare?left=t1&right=t2", *names, *articles, "/search?q=المطحنة <script>"]:
            page.goto(address + place)
            assert page.evaluate("window.ran") is None, place
            assert not page.evaluate(WIDER), place
        assert all(url.startswith(address) for url in asked)


def test_a_case_for_reading_alone_shows_no_form_to_decide(opened: Open, pages: Pages, widest: str) -> None:
    page = opened()
    with served(pages, read_only=True) as address:
        page.goto(f"{address}/claim/{widest}")
        assert page.locator(".decide").count() == 0
