"""What is said of one text as the source of another, of an agency as its source, and of its being the first."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.annotate.credits import credits_of
from takhrij.chains.edges import candidates_of
from takhrij.chains.evidence import scene_of
from takhrij.chains.traits import Traits
from takhrij.chains.trees import FIRST
from takhrij.model.chain import UNSEEN
from takhrij.model.document import Document

from .builders import FIRE, MORE, document, same_words, telling

OWN = "وقال شاهد كان على الرصيف إن النار بدأت من رافعة قديمة قرب السياج"
OTHER = "ونقل المصابون إلى مستشفى المرفأ وحالتهم مستقرة وفق طبيب مناوب في القسم"


def traits_between(documents: Sequence[Document]) -> dict[tuple[str, str], Traits]:
    """The traits of every edge of a claim that all documents tell in the same words."""
    pairs = [same_words(one, other) for number, one in enumerate(documents) for other in documents[number + 1 :]]
    credits = [credit for row in documents for credit in credits_of(row, [], [])]
    edges = candidates_of(scene_of([telling(row) for row in documents], documents, [], credits, pairs, []))
    return {(edge.later, edge.earlier): edge.traits for given in edges.values() for edge in given}


def test_what_nobody_preceded_is_the_earliest() -> None:
    first, second, third = (document(f"d{day}", f"صحيفة {day}", FIRE, f"2019-03-0{day}", date_kind=None) for day in (1, 2, 3))
    found = traits_between([first, second, third])
    assert (found["d1", FIRST]["first earliest"], found["d3", FIRST]["first earliest"]) == (1.0, 0.0)
    assert found["d1", FIRST]["first before"] == 0.0 < found["d2", FIRST]["first before"] < found["d3", FIRST]["first before"]


def test_a_time_of_crawling_gives_no_turn() -> None:
    crawled = document("d1", "صحيفة المدار", FIRE, "2019-03-01", date_kind="crawled")
    dated = document("d2", "صحيفة السفح", FIRE, "2019-03-02")
    found = traits_between([crawled, dated])
    assert found["d1", FIRST]["first undated"] == 1.0
    assert (found["d2", FIRST]["first before"], found["d2", FIRST]["first earliest"]) == (0.0, 0.0)


def test_a_date_a_year_away_comes_before_nobody() -> None:
    days = enumerate(("2018-03-01", "2019-03-01", "2019-03-02"))
    wrong, one, two = (document(f"d{n}", f"صحيفة {n}", FIRE, day, date_kind=None) for n, day in days)
    assert traits_between([wrong, one, two])["d1", FIRST]["first before"] == 0.0


def test_a_credit_in_the_text_is_copied_with_it_and_one_in_the_author_field_is_not() -> None:
    for words, author, kept in ((f"(وكالة مرساة) - {FIRE}", None, 1.0), (FIRE, "تل الزيزفون - وكالة مرساة", 0.0)):
        pair = [document(f"d{n}", f"صحيفة {n}", words, "2019-03-01", author=author) for n in (1, 2)]
        assert traits_between(pair)["d2", "d1"]["credit kept"] == kept


def test_what_a_text_shares_with_a_third_and_the_one_that_credits_the_agency_lacks_is_from_above_both() -> None:
    credits_it = document("d1", "صحيفة المدار", f"(وكالة مرساة) - {FIRE}. {OWN}.")
    silent = document("d2", "صحيفة السفح", f"{FIRE}. {MORE}. {OTHER}.")
    third = document("d3", "قناة سهيل", f"{FIRE}. {MORE}. {OTHER}.")
    found = traits_between([credits_it, silent, third])["d2", UNSEEN + "وكالة مرساة"]
    assert found["unseen kin"] == 1.0
    assert found["unseen kin added"] > 0.0
    assert "unseen kin" not in traits_between([credits_it, silent, third])["d1", UNSEEN + "وكالة مرساة"]
