"""The page of one hand-made claim."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import combinations

from report.builders import ATTACK, FACTS, TEXT, claim_view, telling, values
from takhrij.model.chain import Independence, Origin
from takhrij.report.page import page_of
from takhrij.report.views import ClaimView

VOID = {"meta", "br", "path", "rect", "circle"}


class Nesting(HTMLParser):
    """Which elements are open, and which were closed out of turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.wrong.append(tag)


def test_the_page_lets_no_markup_and_no_override_through(view: ClaimView) -> None:
    page = page_of(FACTS, [view], question=ATTACK)
    assert "<script" not in page
    assert "\u202e" not in page
    assert "&lt;script&gt;" in page


def test_hostile_words_in_a_mark_stay_words() -> None:
    text = f"سقط الجسر {ATTACK}"
    one = telling(1, None, [], text=text)
    place = text.index(ATTACK)
    found = values("actor", "conflict", {"t1": (f'"{ATTACK}', place, len(text))})
    page = page_of(FACTS, [claim_view([one], [], variations=[found])])
    assert re.search(r"<mark [^>]*>(?:<span [^>]*></span>)?&lt;script&gt;", page)
    assert "<script" not in page
    assert "\u202e" not in page


def test_the_page_is_self_contained_and_reads_right_to_left(view: ClaimView) -> None:
    page = page_of(FACTS, [view])
    assert '<html lang="ar" dir="rtl">' in page
    assert "default-src 'none'" in page
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert "url(" not in page
    assert "@import" not in page


def test_elements_are_closed_in_turn(view: ClaimView) -> None:
    reader = Nesting()
    reader.feed(page_of(FACTS, [view]))
    assert (reader.open, reader.wrong) == ([], [])


def test_every_link_inside_the_page_leads_to_one_place(view: ClaimView) -> None:
    page = page_of(FACTS, [view])
    targets, places = set(re.findall(r'href="#([^"]+)"', page)), re.findall(r'\bid="([^"]+)"', page)
    assert targets
    assert targets <= set(places)
    assert len(places) == len(set(places))


def test_the_differing_number_is_marked_with_its_slot(view: ClaimView) -> None:
    page = page_of(FACTS, [view])
    assert '<mark title="يختلف: العدد" data-slot="العدد"><span id="c1-t1-vnumber"></span>18</mark>' in page
    assert 'href="#c1-t1-vnumber"' in page


def test_what_is_unknown_is_told_as_unknown(view: ClaimView) -> None:
    page = page_of(FACTS, [view])
    for words in ("غير معروفة", "(لا شيء)", "ولا يُعرف أيهما الآخذ", "مذكور وليس في المجموعة", "بلسان المقال"):
        assert words in page


def test_the_picture_says_how_far_its_dates_can_be_trusted(view: ClaimView) -> None:
    assert "لا تثبت وحدها من سبق" not in page_of(FACTS, [view])
    for telling_view in view.tellings:
        object.__setattr__(telling_view.document, "date_kind", "crawled")
    assert "لا تثبت وحدها من سبق" in page_of(FACTS, [view])


def test_scores_are_called_scores_and_truth_is_disclaimed(view: ClaimView) -> None:
    page = page_of(FACTS, [view])
    assert "درجة <bdi>0.90</bdi>" in page
    assert "لا تقول هذه الصفحة ما هو صحيح" in page


def test_a_claim_with_one_telling_has_no_picture_and_says_why() -> None:
    page = page_of(FACTS, [claim_view([telling(1, "صحيفة المرفأ", [])], [])])
    assert "<svg" not in page
    assert "لم يُعثر على مقال آخر" in page
    assert TEXT[-10:] in page


def test_a_remark_that_is_there_twice_is_told_once(view: ClaimView) -> None:
    assert page_of(FACTS, [view]).count("نقل ولم يسند") == 1


def test_notes_on_kept_articles_are_not_told_as_set_aside(view: ClaimView) -> None:
    page = page_of(replace(FACTS, rejects={"empty": 2, "warning:bad_date": 3}), [view])
    assert "لم يُؤخذ به، مع السبب: <bdi>فارغ</bdi> (<bdi>2</bdi>)." in page
    assert "ملاحظات على مقالات أُخذ بها: <bdi>تاريخ لا يُفهم، فتُرك بلا تاريخ</bdi> (<bdi>3</bdi>)." in page


def test_a_claim_of_many_origins_does_not_list_every_pair() -> None:
    origins = [(Origin("c1", f"o{number:03}", f"مصدر {number}", "named_source"), ["t1"]) for number in range(60)]
    pairs = [Independence("c1", one.origin, other.origin, "not_established", "السبب") for (one, _), (other, _) in combinations(origins, 2)]
    page = page_of(FACTS, [claim_view([telling(1, "صحيفة المرفأ", [])], [], origins=origins, independence=pairs)])
    assert "كل اثنين من:" in page
    assert "1,770 زوجا" in page
    assert page.count("<b>لم يثبت الاستقلال</b>") == 1


def test_a_page_about_nothing_says_so() -> None:
    assert "لم يُعثر على خبر" in page_of(FACTS, [], question="حريق")
