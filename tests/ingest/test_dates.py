"""Dates of articles: ISO ones checked, written ones read, those in addresses found."""

from __future__ import annotations

import pytest

from takhrij.ingest.dates import date_in_address, iso_date, written_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2019-03-07", "2019-03-07"),
        (" 2019-03-07 08:05 ", "2019-03-07T08:05"),
        ("2019-03-07T08:05:10Z", "2019-03-07T08:05:10Z"),
        ("2019-03-07T08:05:10.25+0400", "2019-03-07T08:05:10.25+04:00"),
        ("2019-02-30", None),
        ("2019-03-07T25:00", None),
        ("20190307", None),
        ("٢٠١٩-٠٣-٠٧", None),
        ("7 مارس 2019", None),
        ("", None),
    ],
)
def test_iso_dates_are_kept_and_others_refused(value: str, expected: str | None) -> None:
    assert iso_date(value) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("نشر يوم الخميس، 07 مارس 2019 - 12:09 م", "2019-03-07"),
        ("٧ آذار/مارس ٢٠١٩", "2019-03-07"),
        ("الأحد 4 آب / أغسطس 2013", "2013-08-04"),
        ("8 فيفري 2019", "2019-02-08"),
        ("12 غشت 2018", "2018-08-12"),
        ("3 تشرين الثاني 2020", "2020-11-03"),
        ("ديسمبر 25, 2020", "2020-12-25"),
        ("رافد 2017/03/02 08:05", "2017-03-02"),
        ("2/3/2017", "2017-03-02"),  # the day stands first
        ("31 فبراير 2019", None),
        ("في مارس الماضي", None),
        ("النتيجة 3-2 والهاتف 0599/12/34", None),
    ],
)
def test_dates_are_read_as_arab_papers_write_them(words: str, expected: str | None) -> None:
    assert written_date(words) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://rafid.example/2020/8/24/x", "2020-08-24"),
        ("https://rafid.example/news/2020-06-03-1.38", "2020-06-03"),
        ("http://rafid.example/2013/world/8/3/x/index.html", "2013-08-03"),
        ("https://rafid.example/world/202003171044893040-x", "2020-03-17"),
        ("https://rafid.example/2020/11/2338761/", None),
        ("https://rafid.example/article/825076-x", None),
    ],
)
def test_the_day_in_an_address_is_found(url: str, expected: str | None) -> None:
    assert date_in_address(url) == expected
