"""Who took it from whom, article by article, and its picture."""

from __future__ import annotations

import re
from itertools import pairwise

from report.builders import ATTACK, claim_view, link, telling
from takhrij.model.claim import Telling
from takhrij.report.diagram import diagram, legend
from takhrij.report.graph import graph_of
from takhrij.report.labels import BOX, ROOM, fitting, in_two_lines
from takhrij.report.layout import MOST_NODES, layout_of, style_of
from takhrij.report.tongues import ARABIC
from takhrij.report.views import ClaimView, TellingView


def many(number: int) -> list[TellingView]:
    return [telling(place, f"صحيفة {place}", []) for place in range(1, number + 1)]


def test_each_article_and_unseen_outlet_is_one_node_in_the_order_of_time(view: ClaimView) -> None:
    assert list(graph_of(view).nodes) == ["t1", "t2", "unseen:وكالة سدرة", "t3"]
    assert [key for key, node in graph_of(view).nodes.items() if node.first] == ["t1"]


def test_title_and_text_of_one_article_are_one_node() -> None:
    one, two = telling(1, "أ", []), telling(2, "ب", [])
    title = TellingView("t3", Telling("t3x", "d2", "title", 0, 3, "سقط", None, "asserted"), two.document, [])
    graph = graph_of(claim_view([one, two, title], [link(2, "t1", kinds=("reused",)), link(3, "t1", kinds=("credited",))]))
    assert graph.nodes["t2"].labels == ["t2", "t3"]
    (edge,) = graph.edges
    assert (edge.kinds, style_of(edge)) == (["reused", "credited"], "both")


def test_the_tree_hangs_each_article_below_its_strongest_source() -> None:
    links = [link(2, "t1", strength=0.4), link(3, "t1", strength=0.3), link(3, "t2", strength=0.8)]
    told = [(depth, node.key, len(sources)) for depth, node, sources in graph_of(claim_view(many(4), links)).tree()]
    assert told == [(0, "t1", 0), (1, "t2", 1), (2, "t3", 2), (0, "t4", 0)]


def test_who_was_taken_from_stands_above_the_taker_whatever_the_dates_say() -> None:
    graph = graph_of(claim_view(many(3), [link(1, "t3", direction="text"), link(2, "t1", direction="unknown")]))
    assert list(graph.nodes) == ["t2", "t3", "t1"]
    assert not graph.by_date
    assert graph_of(claim_view(many(3), [link(3, "t1")])).by_date


def test_a_circle_of_links_is_told_once_and_drawn() -> None:
    view = claim_view(many(3), [link(2, "t1"), link(1, "t2", direction="unknown"), link(3, "t2")])
    graph = graph_of(view)
    assert [node.key for _, node, _ in graph.tree()] == ["t1", "t2", "t3"]
    assert str(diagram(view, graph, ARABIC)).count("<rect") == 3


def test_a_row_holds_one_box_and_what_was_taken_stands_further_left() -> None:
    layout = layout_of(graph_of(claim_view(many(4), [link(2, "t1"), link(3, "t2"), link(4, "t1")])), ARABIC)
    boxes = list(layout.boxes.values())
    assert [box.column for box in boxes] == [0, 1, 2, 1]
    assert boxes[0].left > boxes[1].left > boxes[2].left
    assert all(upper.top + upper.height < lower.top for upper, lower in pairwise(boxes))
    assert all(box.left >= 0 and box.left + BOX <= layout.width for box in boxes)


def test_upright_lines_run_between_the_columns_and_cross_no_box() -> None:
    links = [
        link(2, "t1"),
        link(3, "t1", kinds=("credited",)),
        link(4, "t2"),
        link(5, "t1"),
        link(1, "t5", direction="unknown"),
        link(6, "t5"),
    ]
    layout = layout_of(graph_of(claim_view(many(6), links)), ARABIC)
    for way in layout.lines:
        assert all(not box.left <= way.turn <= box.left + BOX for box in layout.boxes.values())
        assert 0 < way.turn < layout.width


def test_lines_that_pass_each_other_have_lanes_of_their_own() -> None:
    layout = layout_of(graph_of(claim_view(many(4), [link(3, "t1"), link(4, "t2")])), ARABIC)
    assert len({way.turn for way in layout.lines}) == 2


def test_an_unknown_direction_has_a_question_mark_and_no_arrowhead() -> None:
    view = claim_view(many(2), [link(2, "t1", direction="unknown", kinds=("reused",))])
    drawn = str(diagram(view, graph_of(view), ARABIC))
    assert "doubt" in drawn
    assert drawn.count('class="head"') == 1  # the arrow of time alone


def test_kinds_of_taking_differ_in_line_and_stand_in_the_legend() -> None:
    links = [link(2, "t1", kinds=("reused",)), link(3, "t1", kinds=("credited",)), link(4, "t1", kinds=("same_attribution",))]
    view = claim_view(many(4), links)
    drawn, explained = str(diagram(view, graph_of(view), ARABIC)), str(legend(graph_of(view), ARABIC))
    for style in ("copied", "cited", "same"):
        assert f'class="edge {style}"' in drawn
        assert f'class="edge {style}"' in explained
    assert "edge other" not in explained


def test_a_picture_of_very_many_articles_is_cut_and_says_how_many_are_left_out() -> None:
    graph = graph_of(claim_view(many(200), [link(number, "t1") for number in range(2, 201)]))
    assert layout_of(graph, ARABIC).left_out == 200 - MOST_NODES


def test_nothing_is_drawn_where_nothing_was_taken() -> None:
    view = claim_view(many(3), [])
    assert str(diagram(view, graph_of(view), ARABIC)) == ""


def test_hostile_names_stay_text_in_the_picture(view: ClaimView) -> None:
    drawn = str(diagram(view, graph_of(view), ARABIC))
    assert "<script" not in drawn
    assert "\u202e" not in drawn
    assert not re.search(r"\b(?:inf|nan)\b", drawn)


def test_names_take_two_lines_and_giant_words_are_cut() -> None:
    assert in_two_lines("صحيفة المرفأ الشرقي للأنباء والتحليلات") == ["صحيفة المرفأ الشرقي", "للأنباء والتحليلات"]
    assert fitting("ط" * 300, ROOM).endswith("…")
    assert len(fitting("漢" * 300, ROOM)) < len(fitting("ط" * 300, ROOM))
    assert len(in_two_lines(ATTACK * 50)) <= 2
