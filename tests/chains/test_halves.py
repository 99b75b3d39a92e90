"""The second source of a text that was made of two."""

from __future__ import annotations

from .builders import FIRE, MORE, document, same_words, traced

END = "وقال طبيب مناوب إن المصابين الثلاثة غادروا المستشفى مساء اليوم نفسه بعد أن تبين أن حروقهم سطحية ولا تستدعي البقاء"
WEATHER = "وتوقعت هيئة الأرصاد أن تبقى الرياح نشطة على الساحل حتى صباح الأحد وأن يرتفع الموج إلى أربعة أمتار عند المدخل"


def test_a_text_made_of_two_has_two_sources() -> None:
    """The site has the paper's story and its closed gate, and the channel's story, doctor and weather."""
    paper = document("d1", "صحيفة المدار", f"{FIRE}. {MORE}.", "2020-03-05T08:00:00Z")
    channel = document("d2", "قناة سهيل", f"{FIRE}. {END}. {WEATHER}.", "2020-03-05T09:00:00Z")
    site = document("d3", "موقع الفلك", f"{FIRE}. {MORE}. {END}. {WEATHER}.", "2020-03-05T20:00:00Z")
    links = traced([paper, channel, site], alignments=[same_words(site, paper), same_words(site, channel), same_words(paper, channel)])[0]
    assert {link.earlier for link in links if link.later == "t-d3"} >= {"t-d1", "t-d2"}


def test_a_whole_copy_has_one() -> None:
    paper = document("d1", "صحيفة المدار", f"{FIRE}. {MORE}. {END}.", "2020-03-05T08:00:00Z")
    channel = document("d2", "قناة سهيل", f"{FIRE}. {MORE}.", "2020-03-05T09:00:00Z")
    site = document("d3", "موقع الفلك", f"{FIRE}. {MORE}. {END}.", "2020-03-05T20:00:00Z")
    links = traced([paper, channel, site], alignments=[same_words(site, paper), same_words(site, channel), same_words(paper, channel)])[0]
    assert [link.earlier for link in links if link.later == "t-d3"] == ["t-d1"]
