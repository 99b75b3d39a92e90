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


def test_in_a_sentence_that_goes_on_for_long_one_word_is_an_editors() -> None:
    left = (
        "أقامت بلدية سمران أمس حفلا كبيرا لتكريم الفائزين بجائزة القصة القصيرة، وألقى رئيس البلدية كلمة شكر فيها لجنة التحكيم وأعضاء النادي"
        " والمتطوعين، ثم وزعت الدروع على الفائزين وذويهم وسط تصفيق الجمهور، واختتمت الأمسية بعزف موسيقي لطلاب معهد الفنون الجميلة"
    )
    assert exchanged(left, left.replace("الأمسية", "السهرة")) == []  # the evening / the soirée ended with music
    short = left[left.index("وزعت") :]
    assert exchanged(short, short.replace("الأمسية", "السهرة")) == [("الامسيه", "السهره")]


def test_a_name_and_a_noun_with_the_article_may_be_one() -> None:
    left = "وبعد معارك عنيفة مع حرس الحدود دامت يومين متتاليين وصلت الشاحنات إلى العاصمة محملة بالدقيق والدواء"
    assert exchanged(left, left.replace("العاصمة", "دمشق")) == []  # the lorries came to the capital / to Damascus
