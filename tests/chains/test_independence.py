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
