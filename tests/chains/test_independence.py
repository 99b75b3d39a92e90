"""Independence of two origins: what must not be taken for two who know by themselves."""

from __future__ import annotations

from takhrij.chains.independence import INDEPENDENT, NOT_ESTABLISHED, verdict_of
from takhrij.chains.sources import NAMED, End, source_key

NOTHING: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def named(name: str) -> End:
    return End(NAMED, source_key(name), name)


def verdict(one: str, other: str) -> str:
    return verdict_of(named(one), named(other), words=NOTHING, one_text=False, together=False)[0]


def test_two_named_people_in_two_texts_are_independent() -> None:
    assert verdict("غانم المرجاني", "سلوى الياقوتي") == INDEPENDENT  # two divers, each told by another paper


def test_a_name_and_its_transcription_may_be_one_man() -> None:
    assert verdict("غانم المرجاني", "Ghanim al-Marjani") == NOT_ESTABLISHED


def test_a_body_and_its_translated_name_may_be_one() -> None:
    assert verdict("خفر السواحل", "Coast guard") == NOT_ESTABLISHED


def test_two_english_names_are_told_apart() -> None:
    assert verdict("Ghanim Marjani", "Salwa Yaquti") == INDEPENDENT


def test_the_same_words_in_two_mouths_are_no_two_confirmations() -> None:
    one, other = named("غانم المرجاني"), named("سلوى الياقوتي")
    assert verdict_of(one, other, words=NOTHING, one_text=False, together=False, one_wording=True)[0] == NOT_ESTABLISHED


def test_who_only_condemns_confirms_nothing() -> None:
    one, other = named("غانم المرجاني"), named("سلوى الياقوتي")
    assert verdict_of(one, other, words=NOTHING, one_text=False, together=False, judged=True)[0] == NOT_ESTABLISHED


def test_a_prefix_changes_no_name() -> None:
    assert source_key("وزارة المناجم") == source_key("لوزارة المناجم")
    assert set(source_key("وزارة المناجم").split()) < set(source_key("المتحدث الأمني بوزارة المناجم").split())
