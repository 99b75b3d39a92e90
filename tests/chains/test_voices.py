"""Own words that two articles share, told from the words of somebody whom both quote."""

from __future__ import annotations

from takhrij.chains.voices import said_in, share_own_words
from takhrij.model.annotation import AttributionSpan

from .builders import FIRE, MORE, document

STORY, SPEECH = document("d1", "صحيفة المدار", f"{FIRE}. {MORE}"), document("d2", "قناة سهيل", f"{FIRE}. ثم هطل المطر")


def content(of: str, start: int, end: int, attribution: str = "a1", role: str = "content") -> AttributionSpan:
    return AttributionSpan(of, attribution, role, 0, start, end)


def test_the_story_itself_is_own_words() -> None:
    assert share_own_words(STORY, SPEECH, {})


def test_what_one_of_them_attributes_is_not() -> None:
    """One paper gives the sentence as the minister's: it is not that paper's own."""
    assert not share_own_words(STORY, SPEECH, said_in([content("d2", 0, len(FIRE))]))


def test_only_the_content_in_the_text_counts_as_said() -> None:
    spans = [content("d1", 0, 9, role="cue"), content("d1", 0, 9, attribution="h1"), content("d1", 4, 9), content("d1", 0, 3)]
    assert said_in(spans) == {"d1": ((0, 3), (4, 9))}


def test_texts_without_words_share_nothing() -> None:
    assert not share_own_words(document("d1", None, ""), document("d2", None, "…"), {})
