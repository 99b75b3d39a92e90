"""Articles that hold their own rewrite, and those that only say something again."""

from itertools import pairwise

import pytest

from takhrij.match.alignments import passages_between
from takhrij.model.reuse import Passage

from .articles import FERRY, OLIVES, REWRITTEN, SPRING, WEATHER, article


def rows(text: str) -> list[Passage]:
    itself = article(text, "a", "جريدة السنديان")
    return passages_between("a|a", itself, itself)


def covered(text: str, part: str, spans: list[tuple[int, int]]) -> float:
    """The share of a part of the text that lies in the spans."""
    start = text.index(part)
    inside = [min(end, start + len(part)) - max(first, start) for first, end in spans]
    return sum(max(0, length) for length in inside) / len(part)


def test_an_article_that_holds_its_own_rewrite_is_seen() -> None:
    text = f"{SPRING}.\n\n{REWRITTEN}.\n\n{FERRY}."
    found = rows(text)
    assert covered(text, SPRING, [(row.left_start, row.left_end) for row in found]) > 0.8
    assert covered(text, REWRITTEN, [(row.right_start, row.right_end) for row in found]) > 0.8
    assert covered(text, FERRY, [(row.right_start, row.right_end) for row in found]) == 0
    assert {row.kind for row in found} <= {"edited", "reordered", "rewritten"}


def test_a_passage_pasted_twice_is_verbatim() -> None:
    text = f"{OLIVES}. {FERRY}. {WEATHER}. {SPRING}. {OLIVES}"
    [row] = rows(text)
    assert (row.left_start, row.left_end, row.kind) == (0, len(OLIVES), "verbatim")
    assert text[row.right_start : row.right_end] == OLIVES


def test_the_later_passage_never_begins_before_the_earlier_one_ends() -> None:
    found = rows(" ".join([SPRING, REWRITTEN, FERRY, OLIVES, WEATHER, FERRY, OLIVES]))
    assert len(found) > 1
    assert all(row.left_end <= row.right_start for row in found)
    assert all(one.left_start <= other.left_start for one, other in pairwise(found))


def test_two_passages_each_followed_by_its_rewrite_are_both_seen() -> None:
    text = " ".join([SPRING, REWRITTEN, FERRY, WEATHER, OLIVES, FERRY.replace("عبارة", "باخرة"), WEATHER, OLIVES])
    found = rows(text)
    assert covered(text, SPRING, [(row.left_start, row.left_end) for row in found]) > 0.6
    assert covered(text, OLIVES, [(row.left_start, row.left_end) for row in found]) > 0.6


VILLAGES = ("السرو", "الكستناء", "الزعفران", "العرعر", "الخروب", "الأقحوان", "الدفلى", "البلوط", "الصفصاف", "اللوز", "الدراق", "القيقب")
LIST = "\n".join(
    f"- مدرسة {name} الابتدائية بسعة {number} مقعد وملعب مغطى ومختبر علوم بتكلفة {number * 3} ألف درهم"
    for number, name in enumerate(VILLAGES, 11)
)
REFRAIN = "يا زورق الليل عد بنا إلى مرافئ المرجان"  # O boat of the night, take us back to the harbours of coral
SPOKESMAN = "المتحدث باسم نقابة صيادي الإسفنج في جزيرة مرجانة"  # the spokesman of the sponge fishers' union of Marjana


@pytest.mark.parametrize(
    "text",
    [
        f"{SPRING}. {OLIVES}. {FERRY}.",
        f"قال {SPOKESMAN} كلاما. {SPRING}. {OLIVES}. وأضاف {SPOKESMAN} شيئا. {FERRY}.",
        f"{WEATHER}.\n{LIST}",
        f"{REFRAIN}\n{OLIVES}\n{REFRAIN}\n{FERRY}\n{REFRAIN}\n{SPRING}\n{REFRAIN}",
        f"{OLIVES}. {OLIVES}",  # too near to be more than a sentence said again
        "",
        "في من على إلى عن " * 200,
    ],
    ids=["an ordinary article", "a phrase again", "a list", "a refrain", "a sentence said twice on end", "nothing", "common words"],
)
def test_an_article_that_only_says_something_again_gives_nothing(text: str) -> None:
    assert rows(text) == []


def test_two_articles_of_one_outlet_are_still_marked_so() -> None:
    left, right = article(OLIVES, "a", "جريدة السنديان"), article(OLIVES, "b", "جريدة السنديان")
    assert [row.kind for row in passages_between("a|b", left, right)] == ["same_outlet"]


def test_a_very_long_text_that_repeats_itself_is_searched() -> None:
    long = " ".join(f"لفظ{number}" for number in range(30_000))
    found = rows(f"{long} {OLIVES} {FERRY} {WEATHER} {SPRING} {long}")
    assert found
    assert found[0].left_share > 0.4
