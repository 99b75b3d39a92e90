"""Two numbers that are one range, «بين 20 و30 ألفا», or the two ends of a change, «ارتفع من 10 إلى 25 في المئة»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from takhrij.annotate.counted import Counted, counted_at
from takhrij.text.numerals import Numeral, number_word
from takhrij.text.tokens import Token

_PERCENT_WORDS = frozenset({"بالمايه", "بالميه", "percent", "%"})
_OF_HUNDRED = frozenset({"المايه", "الميه"})
_OR = (["او"], ["ام"])
_NEAR = 0.5  # «18 أو 20» are the ends of one estimate; «2 أو 20» are two offers
_LONGEST_BETWEEN = 6  # words of a unit and «إلى» between the numbers of a range
_CHANGE_WINDOW = 8  # words before «من» in which a verb says that something went from one number to the other
# The middles of words for change: «ارتفع», «وارتفاع», «سيرتفع», «بزيادتها», «لخفض».
_CHANGES = ("رتفع", "رتفاع", "نخفض", "نخفاض", "تراجع", "هبط", "هبوط", "صعد", "صعود", "قفز", "زاد", "زياد", "رفع", "خفض", "خفيض", "قلص",
            "قليص", "نما", "نمو", "حول", "غير", "نقل", "وسع", "توسيع", "ختصر", "تدرج", "عدل", "تعديل")  # fmt: skip
_STOPS = frozenset(".؛!؟")


def percent_end(tokens: Sequence[Token], numeral: Numeral) -> int | None:
    """Where «%», «في المئة», «بالمئة» end, None where the number is no percentage."""
    end = numeral.end
    form = tokens[end].form if end < len(tokens) else ""
    if form in _PERCENT_WORDS:
        return end + 1
    if form in ("في", "ب") and end + 1 < len(tokens) and tokens[end + 1].form in _OF_HUNDRED:
        return end + 2
    before = tokens[numeral.first - 1].form if numeral.first else ""
    return end if before in ("%", "بالمايه", "بالميه") and numeral.digits else None


def counted_by(tokens: Sequence[Token], first: Numeral, last: Numeral) -> Counted:
    """What the numbers from `first` to `last` count, percentages too."""
    percent, of_thousand = percent_end(tokens, last), _per_mille_end(tokens, last)
    if percent or of_thousand:
        end = percent or of_thousand or last.end
        return Counted("%" if percent else "‰", None, end, end)
    return _behind_bracket(tokens, last) if in_brackets(tokens, first, last) else counted_at(tokens, first.first, last.end)


def in_brackets(tokens: Sequence[Token], first: Numeral, last: Numeral) -> bool:
    """«(24000) ريال», «(60) معلما»: digits alone between brackets, what they count behind them."""
    alone = first is last and first.digits and first.first > 0 and last.end < len(tokens)
    return alone and tokens[first.first - 1].form == "(" and tokens[last.end].form == ")"


def _behind_bracket(tokens: Sequence[Token], numeral: Numeral) -> Counted:
    """What stands behind the bracket that closes; where that adds nothing to the expression, it ends with the digits."""
    counted = counted_at(tokens, numeral.first - 1, numeral.end + 1)
    return replace(counted, end=numeral.end) if counted.end == numeral.end + 1 else counted


def _per_mille_end(tokens: Sequence[Token], numeral: Numeral) -> int | None:
    """Where «في الألف», «بالألف», «‰» end."""
    words = [token.form for token in tokens[numeral.end : numeral.end + 2]]
    if words[:1] in (["بالالف"], ["‰"]):
        return numeral.end + 1
    return numeral.end + 2 if words == ["في", "الالف"] else None


def is_range(tokens: Sequence[Token], first: Numeral, second: Numeral) -> bool:
    """«بين 20 و30», «من 5% إلى 7%», «10-15 كيلومترا», «18 أو 20 بوصة»: the second number closes what the first opened."""
    if second.value <= 0 or not {first.kind, second.kind} <= {"cardinal", "fraction"}:
        return False
    between, lead = _between(tokens, first, second), tokens[first.first - 1].form if first.first else ""
    if lead in ("بين", "وبين"):
        return between in (["-"], ["الي"], ["و"]) or (not between and second.joined)
    if not _rises(first, second):
        return False
    if between == ["-"]:
        return lead not in ("-", ":") and _counts_something(tokens, first, second)
    if between in _OR:
        return first.value >= second.value * Fraction(_NEAR) and _counts_something(tokens, first, second)
    return (between == ["الي"] and not _is_change(tokens, first.first)) or (between == ["حتي"] and lead == "من")


def closes_change(tokens: Sequence[Token], first: Numeral, second: Numeral) -> bool:
    """«ارتفع من 18 إلى 20 ألفا»: two numbers of which the second alone tells what both count."""
    lead = tokens[first.first - 1].form if first.first else ""
    return (lead == "من" or tokens[first.first].form.startswith("من")) and _between(tokens, first, second) == ["الي"]


def _rises(first: Numeral, second: Numeral) -> bool:
    return second.value > first.value or first.value < 1000 <= second.value


def _between(tokens: Sequence[Token], first: Numeral, second: Numeral) -> list[str]:
    """The words between two numbers, without the unit of the first where the second has the same."""
    words = [token.form for token in tokens[first.end : second.first]]
    if len(words) < 2 or len(words) > _LONGEST_BETWEEN:
        return words
    one, other = counted_by(tokens, first, first), counted_by(tokens, second, second)
    same = one.unit == other.unit and one.unit not in (None, "person")
    return [token.form for token in tokens[one.end : second.first]] if same else words


def _counts_something(tokens: Sequence[Token], first: Numeral, second: Numeral) -> bool:
    """Whether «3-6» has something to count; with nothing it is the score of a match."""
    counted = counted_by(tokens, first, second)
    return counted.unit is not None or counted.of is not None


def _is_change(tokens: Sequence[Token], position: int) -> bool:
    """Whether a word for change leads to «من» before the number."""
    if position == 0 or not (tokens[position - 1].form == "من" or tokens[position].form.startswith("من")):
        return False
    for token in reversed(tokens[max(0, position - _CHANGE_WINDOW) : position]):
        if token.form in _STOPS:
            return False
        if any(change in token.form for change in _CHANGES):
            return True
    return False


def spread(tokens: Sequence[Token], low: Fraction, second: Numeral) -> Fraction:
    """«بين 20 و30 ألفا»: the scale is told once and meant twice."""
    word = number_word(tokens[second.end - 1].form) if second.end - second.first > 1 else None
    return low * word.value if word and word.kind == "scale" and low < word.value else low
