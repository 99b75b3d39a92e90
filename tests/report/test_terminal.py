"""The trace of one claim in a terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.console import Console

from report.builders import TEXT, claim_view, document, link, telling
from takhrij.model.annotation import Attribution, AttributionSpan
from takhrij.report.terminal import print_claim, print_document, print_lines
from takhrij.report.views import ClaimView, DocumentView


def printed(view: ClaimView, width: int = 140, **more: object) -> str:
    console = Console(width=width, highlight=False, **more)  # type: ignore[arg-type]
    with console.capture() as captured:
        print_claim(view, console, score=0.8)
    return captured.get()


def test_the_terminal_tells_chain_origins_and_changes(view: ClaimView) -> None:
    text = printed(view)
    for piece in (
        "score 0.80", "من 1 إلى أصلين · 1 to 2", "1 to 2 origins", "[وكالة سدرة] ← الناطق", "not in the pile", "not established",
        "bypassed by t3", "update", "نقل ولم يسند", "copied words 0.90", "direction unknown", "(unknown)", "in its own voice",
    ):  # fmt: skip
        assert piece in text
    assert "\u202e" not in text
    assert text.count("نقل ولم يسند") == 1


@pytest.mark.parametrize("width", [80, 120, 160])
def test_no_line_is_wider_than_the_terminal(view: ClaimView, width: int) -> None:
    long = "The Harbour Gazette of the Eastern Provinces " * 8
    wide = claim_view([*view.tellings, telling(4, long, [], text="word " * 100)], [*view.links, link(4, "t1", kinds=("reused",))])
    assert max(cell_len(line) for line in printed(wide, width).splitlines()) <= width


def test_words_are_broken_between_letters_only_where_one_fills_a_line() -> None:
    words = "سقط الجسر الكبير في المرفأ القديم " * 10
    lines = printed(claim_view([telling(1, "صحيفة المرفأ", [], text=words)], []), 80).splitlines()
    assert set(" ".join(lines).replace("…", "").split()) >= set(words.split())
    assert max(cell_len(line) for line in printed(claim_view([telling(1, None, [], text="ط" * 5000)], []), 80).splitlines()) <= 80


def test_a_pipe_gets_no_codes_and_a_terminal_gets_the_difference_underlined(view: ClaimView) -> None:
    assert "\x1b" not in printed(view)
    assert "\x1b[1;4m18" in printed(view, force_terminal=True, color_system="standard")


def test_markup_in_names_is_not_obeyed() -> None:
    assert "[red]جريدة[/red]" in printed(claim_view([telling(1, "[red]جريدة[/red]", [])], []))


def test_one_telling_has_no_graph_and_no_empty_headings() -> None:
    text = printed(claim_view([telling(1, "صحيفة المرفأ", [])], []))
    assert "no taking was found" in text
    assert "What changed" not in text
    assert "Common link" not in text


def test_a_result_of_a_search_stays_one_line_in_a_pipe() -> None:
    console = Console(width=40)
    with console.capture() as captured:
        print_lines(["[b] " + "كلمة " * 40], console)
    assert captured.get().count("\n") == 1
    assert captured.get().startswith("[b]")


def test_a_document_is_told_with_who_said_what() -> None:
    said = TEXT.index("الجسر")
    row = Attribution("d1", "a1", "text", None, "indirect", "unnamed", "neutral", None, "hand")
    spans = [AttributionSpan("d1", "a1", "content", 0, said, said + 9), AttributionSpan("d1", "a1", "via", 0, 4, 10)]
    console = Console(width=80, highlight=False)
    with console.capture() as captured:
        print_document(DocumentView(document(1, None), [row], spans, [], [], []), console)
    text = captured.get()
    for piece in (TEXT, "(unknown)", "إسناد واحد", "a1   الناطق ← (unknown) (neutral, indirect)", "الجسر سقط"):
        assert piece in text
    assert "\u202e" not in text
