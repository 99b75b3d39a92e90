"""Which words are forms of cue verbs."""

from __future__ import annotations

import pytest

from takhrij.annotate.conjugation import reading_of
from takhrij.annotate.cues import cues_of
from takhrij.annotate.wording import Wording, wording_of
from takhrij.model.document import TEXT, Document
from takhrij.text.sentences import sentences_of


def wording(text: str) -> Wording:
    document = Document("d1", "d1", 0, None, None, None, None, text, None, None, "ar")
    return wording_of(document, TEXT, sentences_of(document))


@pytest.mark.parametrize(
    ("word", "verb", "shape", "gender", "joined"),
    [
        ("وقالت", "قال", "perfect", "f", True),  # and she said
        ("نفوا", "نفي", "perfect", "m", False),  # they denied
        ("ستعلن", "اعلن", "imperfect", "f", False),  # she will announce
        ("مشيره", "اشار", "participle", "f", False),  # pointing out
        ("داعيا", "دعا", "participle", "m", False),  # calling for
    ],
)
def test_a_form_is_read_as_its_verb(word: str, verb: str, shape: str, gender: str, joined: bool) -> None:
    reading = reading_of(word)
    assert reading is not None
    assert (reading.verb.perfect, reading.shape, reading.gender, reading.joined) == (verb, shape, gender, joined)


@pytest.mark.parametrize("word", ["المدرسه", "بينها", "اضافه", "وزير", "12", ""])
def test_other_words_are_no_cues(word: str) -> None:
    assert reading_of(word) is None


def test_a_negated_verb_of_saying_is_no_cue() -> None:
    # "The source did not explain the matter."
    assert cues_of(wording("لم يوضح المصدر الأمر.")) == []


def test_not_ruling_out_is_tentative_and_holds_the_negation() -> None:
    # "He does not rule out that the road is closed."
    (cue,) = cues_of(wording("لم يستبعد المدير أن يغلق الطريق."))
    assert (cue.first, cue.stop, cue.stance) == (0, 2, "tentative")


def test_a_feminine_noun_is_no_verb_with_a_pronoun() -> None:
    # طالبة (a student) is written like طالبه (he demanded of him) once folded.
    assert cues_of(wording("وصلت طالبة إلى الجامعة.")) == []
