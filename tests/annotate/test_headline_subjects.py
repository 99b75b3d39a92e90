"""Who speaks in a headline; people and outlets are invented."""

from __future__ import annotations

import pytest

from takhrij.annotate.attributions import attributions_of
from takhrij.annotate.entities import mentions_of
from takhrij.model.annotation import Attribution
from takhrij.model.document import Document
from takhrij.text.sentences import sentences_of


def _speakers(title: str) -> list[str | None]:
    document = Document("d", "d", 0, None, None, None, title, "متن قصير.", None, None, None)
    rows = attributions_of(document, sentences_of(document), mentions_of(document))
    return [row.speaker for row in rows if isinstance(row, Attribution)]


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("بلاتيني يدعو الفيفا إلى رفع العقوبة", "بلاتيني"),  # the name before the verb, not the body behind it
        ("جمعية زيتونية تتهم الوزير بالتواطؤ", "جمعية زيتونية"),
        ("مواطن يوثق غرفا بلا غطاء.. ويناشد البلدية بالتدخل", "مواطن"),  # the first clause's subject
        ("بالأرقام.. وزير الدفاع يهدد السكان بقبضة حديدية", "وزير الدفاع"),
        ("الغيمي لـ«صوت التل»: لن أغادر الميناء", "الغيمي"),
    ],
)
def test_a_headline_has_its_subject_before_the_verb(title: str, speaker: str) -> None:
    assert _speakers(title) == [speaker]


def test_a_headline_that_shows_pictures_has_no_speaker() -> None:
    assert _speakers("شاهد: ماذا كتب الزوار على الجدار") == []
