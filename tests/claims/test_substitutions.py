"""Words that stand for others in a shortened copy of a sentence."""

from __future__ import annotations

from takhrij.claims.compare import statement_of_text
from takhrij.claims.matches import matching_of
from takhrij.claims.substitutions import substitutions_of

LONG = "وقعت حكومة سدران في ختام محادثات دامت يومين في مدينة الزهراء اتفاقا على ترسيم الحدود البحرية مع الجزر، منهية خلافا عمره ثلاثون عاما"


def exchanged(left: str, right: str) -> list[tuple[str, str]]:
    matching = matching_of(statement_of_text(left, None), statement_of_text(right, None))
    return [(matching.left.units[place].form, matching.right.units[partner].form) for place, partner, _ in substitutions_of(matching)]


def test_a_word_between_the_same_words_stands_for_the_other() -> None:
    # signed / froze an agreement after talks of two days
    short = "مزقت حكومة سدران في ختام محادثات دامت يومين في مدينة الزهراء اتفاق ترسيم الحدود البحرية"
    assert exchanged(LONG, short) == [("وقعت", "مزقت")]


def test_another_relative_is_found_behind_the_same_preposition() -> None:
    left = "حكمت محكمة الزهراء بالإعدام على شقيقين خطفا فتاة من بيتها وبالسجن المؤبد على والدهما الذي أخفى الجثة في بئر"  # on their father
    right = "حكمت محكمة الزهراء بالإعدام على شقيقين خطفا فتاة من بيتها وبالسجن المؤبد على خالهما الذي أخفى الجثة"  # on their uncle
    assert exchanged(left, right) == [("والدهما", "خالهما")]


def test_a_free_retelling_has_no_substitutions() -> None:
    # an agreement that draws the border at sea ended an old quarrel between Sadran and the islands
    assert exchanged(LONG, "اتفاق بين سدران والجزر يرسم حدودهما في البحر وينهي خلافا قديما بعد محادثات في الزهراء") == []


def test_a_verb_that_only_introduces_what_is_told_is_no_substitution() -> None:
    left = "كشف علماء جامعة الزهراء أن تناول الجوز يوميا يقلل احتمال الإصابة بأمراض القلب لدى المسنين"  # revealed that
    right = "شرح علماء جامعة الزهراء أن تناول الجوز يوميا يقلل احتمال الإصابة بأمراض القلب لدى المسنين"  # explained that
    assert exchanged(left, right) == []
