"""The terminal, the page and the JSON of one hand-made claim, with hostile text in it."""

from __future__ import annotations

import re

import pytest
from rich.console import Console

from takhrij.model.chain import Ancestry, CircleStep, Finding, Independence, Link, LinkEvidence, Origin
from takhrij.model.claim import ChainStep, Claim, Telling, Variation, VariationValue
from takhrij.model.document import Document
from takhrij.report.diagram import diagram
from takhrij.report.graph import graph_of
from takhrij.report.page import CaseFacts, page_of
from takhrij.report.records import claim_record
from takhrij.report.terminal import print_claim
from takhrij.report.views import ClaimView, LinkView, TellingView
from takhrij.report.words import span_in_words, visible

ATTACK = "<script>alert(1)</script>\u202eخبر"  # markup, and an override that turns the rest of the line round
TEXT = "قال الناطق إن الجسر سقط."  # "the spokesman said that the bridge fell"


def document(number: int, outlet: str | None, text: str = TEXT) -> Document:
    return Document(f"d{number}", f"article {number}", number, outlet, f"2031-02-0{number}", "published", ATTACK, text, None, None, "ar")


def telling(number: int, outlet: str | None, chain: list[ChainStep]) -> TellingView:
    row = Telling(f"t{number}x", f"d{number}", "text", 14, 23, TEXT[14:23], "a1", "reported")
    return TellingView(f"t{number}", row, document(number, outlet), chain)


@pytest.fixture
def view() -> ClaimView:
    speaker = ChainStep("t1x", "d1", 0, "source", "الناطق", "unnamed", "text", 4, 10)
    credit = ChainStep("t2x", "d2", 0, "agency-credit", "وكالة سدرة", "outlet", "text", 0, 3)
    tellings = [telling(1, "صحيفة المرفأ", [speaker]), telling(2, ATTACK, [credit, speaker]), telling(3, None, [])]
    links = [
        LinkView(Link("c1", "l1", "t2x", "t1x", 0.9, "dated"), "t2", "t1", [LinkEvidence("c1", "l1", "reused", "النص نفسه", "text", 0, 3)]),
        LinkView(Link("c1", "l2", "t3x", "unseen:وكالة سدرة", 0.5, "unknown"), "t3", "unseen:وكالة سدرة", []),
    ]
    origins = [(Origin("c1", "o1", "الناطق", "unnamed_source"), ["t1", "t2"]), (Origin("c1", "o2", ATTACK, "unknown"), ["t3"])]
    value = VariationValue("c1", "v1", "t1x", "18", 0, 3)
    return ClaimView(
        claim=Claim("c1", "t1x", "سقط الجسر", 3, 3),
        tellings=tellings,
        links=links,
        origins=origins,
        independence=[Independence("c1", "o1", "o2", "not_established", "لا يُعرف")],
        ancestry=Ancestry("c1", 1, 2, 1, 2, "صحيفة المرفأ", "outlet", "t1x"),
        common_link_label="t1",
        bypassed_by=["t3"],
        circles=[[(CircleStep("c1", "k1", 0, "أ", "t1x"), "t1"), (CircleStep("c1", "k1", 1, "ب", "t2x"), "t2")]],
        variations=[(Variation("c1", "v1", "number", "update", "تزيد مع الوقت"), {"t1": value})],
        findings=[(Finding("c1", "t2x", "copied_not_credited", "نقل ولم يسند"), "t2")],
    )


FACTS = CaseFacts("case", 3, 2, "2031-02-01", "2031-02-03", 1, 1, {"empty": 1})


def test_the_json_has_the_shape_of_the_formats(view: ClaimView) -> None:
    record = claim_record(view)
    assert record["tellings"][1]["chain"] == ["agency-credit:وكالة سدرة", "الناطق"]
    assert record["links"][1] == {"later": "t3", "earlier": "unseen:وكالة سدرة", "evidence": [], "strength": 0.5}
    assert record["origin_range"] == [1, 2]
    assert record["common_link"] == {"name": "صحيفة المرفأ", "kind": "outlet", "telling": "t1", "bypassed_by": ["t3"]}
    assert record["circular"] == [["أ", "ب"]]
    assert record["variations"] == [{"slot": "number", "values": {"t1": "18"}, "kind": "update"}]
    assert record["independence"][0]["a"] == "الناطق"


def test_the_page_lets_no_markup_and_no_override_through(view: ClaimView) -> None:
    page = page_of(FACTS, [view], question=ATTACK)
    assert "<script" not in page
    assert "\u202e" not in page
    assert "&lt;script&gt;" in page


def test_the_page_is_self_contained_and_reads_right_to_left(view: ClaimView) -> None:
    page = page_of(FACTS, [view])
    assert '<html lang="ar" dir="rtl">' in page
    assert "default-src 'none'" in page
    assert not re.search(r'(?:src|href)="(?!#)', page)


def test_every_link_inside_the_page_leads_somewhere(view: ClaimView) -> None:
    page = page_of(FACTS, [view])
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


def test_the_terminal_tells_chain_origins_and_changes(view: ClaimView) -> None:
    console = Console(width=140, record=True, file=None, force_terminal=False)
    with console.capture() as captured:
        print_claim(view, console, score=0.8)
    text = captured.get()
    for piece in ("1 to 2 origin", "[وكالة سدرة] ← الناطق", "not in the pile", "not established", "bypassed by t3", "update", "نقل ولم يسند"):
        assert piece in text
    assert "\u202e" not in text


def test_invisible_characters_that_steer_are_taken_out_and_joiners_stay() -> None:
    assert visible("ا\u202eب\u200cج\x07د") == "اب\u200cجد"


def test_a_range_of_one_number_is_told_as_a_number() -> None:
    assert (span_in_words(2, 2), span_in_words(1, 3)) == ("2", "1 to 3")
