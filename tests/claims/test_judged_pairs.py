"""A judge of pairs is heard about headlines alone."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.claims.compare import compare_pair

SHORT = {"id": "1", "a": "وزير الري يفتتح سد المرج", "b": "رئيس البلدية يزور حديقة المرج"}  # two headlines about two things
LONG = {
    "id": "2",
    "a": "أعلنت وزارة الري في بيان صباح اليوم أن العمال أنهوا بناء السد الجديد على نهر الزيزفون قرب بلدة المرج بعد عامين من العمل",
    "b": "أعلنت وزارة الري في بيان صباح اليوم أن العمال أنهوا بناء السد الجديد على نهر الزيزفون قرب بلدة المرج بعد عامين من التأخير",
}


class Sure:
    """A judge that is sure of one verdict about every pair and remembers what it was asked."""

    name = "fixed"

    def __init__(self, *shares: float) -> None:
        self.shares = (shares[0], shares[1], shares[2])
        self.asked: list[tuple[str, str]] = []

    def judgements(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[float, float, float]]:
        self.asked += pairs
        return [self.shares for _ in pairs]


def test_the_judge_turns_what_the_rules_say_of_headlines() -> None:
    judge = Sure(0, 1, 0)
    assert compare_pair(SHORT, judge=judge)["verdict"] == "contrary"
    assert compare_pair(SHORT, judge=Sure(0, 0, 1))["verdict"] == "different"
    assert judge.asked == [(SHORT["a"], SHORT["b"])]


def test_the_judge_is_not_asked_about_whole_sentences() -> None:
    judge = Sure(0, 1, 0)
    assert compare_pair(LONG, judge=judge) == compare_pair(LONG)
    assert judge.asked == []
