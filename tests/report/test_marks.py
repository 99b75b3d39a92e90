"""What differs, marked inside the words of a telling."""

from __future__ import annotations

from report.builders import TEXT, claim_view, telling, values
from takhrij.report.marks import LONGEST_TELLING, Piece, pieces_of
from takhrij.report.templating import told
from takhrij.report.tongues import ARABIC
from takhrij.report.views import ClaimView

NUMBER, NUMBER_END = TEXT.index("18"), TEXT.index("18") + 2


def test_the_value_that_differs_is_a_piece_of_its_own(view: ClaimView) -> None:
    pieces = pieces_of(view.tellings[0], view)
    assert [piece.text for piece in pieces] == ["الجسر سقط وقتل ", "18", " عاملا."]
    assert pieces[1] == Piece("18", ["number"], ["vnumber"], ["number"])
    assert not pieces[0].slots


def test_a_telling_without_a_value_is_one_piece(view: ClaimView) -> None:
    assert [piece.slots for piece in pieces_of(view.tellings[1], view)] == [[]]
    assert "".join(piece.text for piece in pieces_of(view.tellings[2], view)) == view.tellings[2].telling.words


def test_a_value_outside_of_the_telling_is_not_marked() -> None:
    one = telling(1, None, [])
    view = claim_view([one], [], variations=[values("attribution", "dropped_attribution", {"t1": ("الناطق", 4, 10)})])
    assert [piece.slots for piece in pieces_of(one, view)] == [[]]


def test_values_that_overlap_share_the_words_between_them() -> None:
    one = telling(1, None, [])
    longer = values("person", "conflict", {"t1": ("18 عاملا", NUMBER, len(TEXT) - 1)})
    view = claim_view([one], [], variations=[values("number", "update", {"t1": ("18", NUMBER, NUMBER_END)}), longer])
    assert [(piece.text, piece.slots) for piece in pieces_of(one, view)][1:3] == [("18", ["number", "person"]), (" عاملا", ["person"])]


def test_a_slot_is_named_once_where_its_words_end() -> None:
    one = telling(1, None, [])
    longer = values("person", "conflict", {"t1": ("18 عاملا", NUMBER, len(TEXT) - 1)})
    view = claim_view([one], [], variations=[values("number", "update", {"t1": ("18", NUMBER, NUMBER_END)}), longer])
    assert [piece.ends for piece in pieces_of(one, view)] == [[], ["number"], ["person"], []]


def test_a_giant_telling_is_cut_and_says_so() -> None:
    giant = telling(1, None, [], text="ط" * 200_000)
    pieces = pieces_of(giant, claim_view([giant], []))
    assert sum(len(piece.text) for piece in pieces) == LONGEST_TELLING + 1
    assert pieces[-1].text == "…"


def test_values_lead_to_the_words_they_stand_in_or_to_the_telling(view: ClaimView) -> None:
    ((variation, found),) = view.variations
    rows = told(variation, found, view, ARABIC)
    assert [(row.value, row.tellings) for row in rows] == [("18", [("t1", "t1-vnumber")]), ("(لا شيء)", [("t3", "t3")])]


def test_words_that_read_otherwise_than_the_value_are_shown_with_it() -> None:
    one = telling(1, None, [], TEXT.replace("18", "ثمانية عشر"))
    variation, found = values("number", "update", {"t1": ("ثمانية عشر", NUMBER, NUMBER + len("ثمانية عشر"))})
    (row,) = told(variation, found, claim_view([one], [], variations=[(variation, found)]), ARABIC)
    assert (row.value, row.words) == ("18", ["ثمانية عشر"])
