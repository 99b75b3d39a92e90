"""Units: what a word means by the lexicon, and what only looks as if it meant that."""

from __future__ import annotations

from statement_texts import told

from takhrij.claims.units import MEANT, meanings_of, opposites, units_of
from takhrij.text.folding import folded
from takhrij.text.tokens import tokens_of


def meanings(word: str) -> set[str]:
    return set(meanings_of(folded(word)))


def keys(words: str) -> list[tuple[str, ...]]:
    return [unit.keys for unit in units_of(tokens_of(words))]


def test_words_that_newsrooms_exchange_share_a_meaning() -> None:
    for one, other in (
        ("دهموا", "مداهمة"),  # they raided, a raid
        ("واقترحت", "مقترحاتهم"),  # and she proposed, their proposals
        ("السارقين", "لصوص"),  # the thieves, robbers
        ("الاقتراع", "انتخابات"),  # the poll, elections
        ("تهاوت", "انهيار"),  # it came down, a collapse
        ("رُمّم", "الترميم"),  # it was restored, the restoration
        ("المهجّرين", "نازحون"),  # displaced people
        ("بطولات", "المسابقة"),  # championships, the competition
    ):
        assert meanings(one) & meanings(other), (one, other)


def test_words_that_are_only_of_one_field_share_none() -> None:
    for one, other in (
        ("وزير", "رئيس"),  # a minister, a president
        ("سفينة", "قطار"),  # a ship, a train
        ("إعصار", "زلزال"),  # a storm, a quake
        ("ممرضة", "طبيب"),  # a nurse, a doctor
        ("قاض", "محام"),  # a judge, a lawyer
        ("خنجر", "مسدس"),  # a dagger, a pistol
        ("شاعر", "مطرب"),  # a poet, a singer
    ):
        assert not meanings(one) & meanings(other), (one, other)


def test_a_word_that_only_looks_like_an_inflection_keeps_its_own_meaning() -> None:
    assert "reduce" not in meanings("الأحد")  # Sunday is no «يحد», to limit
    assert "hate" not in meanings("الكرة")  # the ball is no «كره», to hate
    assert "debt" not in meanings("دينية")  # religious is no «دين», a debt
    assert "prevent" not in meanings("حالة")  # a state is no «حال», to prevent


def test_what_several_words_mean_together_is_one_unit() -> None:
    assert keys("رجال الأمن") == keys("قوات الشرطة") == [(MEANT + "police",)]  # security men, police forces
    assert keys("وضع حدا لحياته") == [(MEANT + "suicide",)]  # he put an end to his life
    assert keys("قتل نفسه") == [(MEANT + "suicide",)]  # he killed himself
    assert keys("وقف أمام") == [(MEANT + "stand",)]  # he stood before …, and stopped nothing
    assert MEANT + "stop" in keys("وقف العمل")[0]
    assert keys("رجال الصيد")[0] != (MEANT + "police",)  # fishermen


def test_no_concept_is_its_own_opposite() -> None:
    assert not [concept for concept, others in opposites().items() if concept in others]


def test_an_english_word_means_what_the_arabic_one_does() -> None:
    for english, arabic in (("helicopters", "مروحية"), ("nurses", "ممرضات"), ("referendum", "استفتاء"), ("buried", "دفنوا")):
        assert meanings(english) & meanings(arabic), (english, arabic)


def test_what_happened_and_the_verb_that_says_so_are_one_unit() -> None:
    units = told("فرضت سمران عقوبات على نهروان").units  # Samran imposed sanctions on Nahrawan
    assert [unit.form for unit in units if MEANT + "sanction" in unit.keys] == ["فرضت"]
    assert len(told("فرضت سمران حظرا للسفر").units) == 3  # a ban is the verb's, travel is not


def test_a_passive_whose_letters_differ_means_what_the_active_means() -> None:
    # was put off, was besieged, was resumed; a colour is no passive
    assert meanings_of("ارجيت") == meanings_of("ارجات") != ()
    assert set(meanings_of("حوصرت")) == set(meanings_of("حاصرت"))
    assert "resume" in meanings_of("استونفت")
    assert meanings_of("ابيض") == ()
