"""Articles out of HTML pages, with dates that are right or unknown."""

from __future__ import annotations

import pytest

from takhrij.errors import DocumentError
from takhrij.ingest.pages import page_of

# "The city council of Rafid decided to reopen the old bridge …" in four paragraphs
BODY = "".join(
    f"<p>قرر مجلس مدينة رافد إعادة فتح الجسر القديم أمام المارة بعد ترميم استمر {number} أشهر، وقال رئيسه إن العمل تم في موعده.</p>"
    for number in ("ستة", "سبعة", "ثمانية", "تسعة")
)
TITLE = "فتح الجسر القديم في رافد"


def _page(*, head: str = "", before: str = "", behind: str = "", after: str = "") -> str:
    return (
        f"<html><head><title>{TITLE} - صحيفة رافد</title>{head}</head><body><nav>{before}</nav><article><h1>{TITLE}</h1>"
        f"<span>{behind}</span><div>{BODY}</div></article><footer>{after}</footer></body></html>"
    )


def test_the_body_and_the_headline_are_found_without_the_papers_name() -> None:
    page = page_of(_page(head='<meta property="og:site_name" content="صحيفة رافد">'))
    assert page.title == TITLE
    assert page.text.startswith("قرر مجلس مدينة رافد")
    assert page.text.count("إعادة فتح الجسر") == 4
    assert page.outlet == "صحيفة رافد"


def test_metadata_say_when_a_page_was_published() -> None:
    page = page_of(_page(head='<meta property="article:published_time" content="2019-03-07T08:00:00+03:00">', behind="9 مارس 2019"))
    assert (page.date, page.date_kind) == ("2019-03-07T08:00:00+03:00", "published")


def test_json_ld_goes_before_meta_elements() -> None:
    head = '<meta property="article:published_time" content="2019-03-06T23:00:00Z">'
    head += '<script type="application/ld+json">{"datePublished": "2019-03-07T02:00:00+03:00"}</script>'
    assert page_of(_page(head=head)).date == "2019-03-07T02:00:00+03:00"


def test_a_page_that_tells_its_last_change_alone_is_updated() -> None:
    page = page_of(_page(head='<meta property="article:modified_time" content="2019-03-07">'))
    assert (page.date, page.date_kind) == ("2019-03-07", "updated")


def test_a_date_that_is_merely_shown_is_guessed() -> None:
    page = page_of(_page(behind="الخميس 7 آذار/مارس 2019", after="© 2019"))
    assert (page.date, page.date_kind) == ("2019-03-07", "guessed")


def test_a_date_in_the_address_is_guessed() -> None:
    page = page_of(_page(head='<link rel="canonical" href="https://rafid.example/2019/3/7/bridge">'))
    assert (page.date, page.date_kind, page.url) == ("2019-03-07", "guessed", "https://rafid.example/2019/3/7/bridge")


def test_the_year_of_a_copyright_line_and_dates_of_other_news_are_no_date() -> None:
    page = page_of(_page(after="© 2019 صحيفة رافد. أخبار أخرى: 9 مايو 2018", head='<meta name="pubdate" content="2019-01-01">'))
    assert (page.date, page.date_kind) == (None, None)


@pytest.mark.parametrize("source", ["<html></html>", "<<<<" * 1000, "<h1" * 20_000, "<!--" * 20_000, "<script>" * 20_000])
def test_a_page_without_an_article_is_set_aside(source: str) -> None:
    with pytest.raises(DocumentError):
        page_of(source)
