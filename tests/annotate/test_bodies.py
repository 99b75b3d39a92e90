"""Bodies called again by their noun alone."""

from __future__ import annotations

from test_speakers import speakers


def test_a_body_called_by_its_noun_is_the_one_named_before() -> None:
    # "The Zaytun Water Company opened its branch. The company explained that the branch is big."
    text = "أطلقت شركة الزيتون الوطنية فرعها الجديد. وأوضحت الشركة أن الفرع كبير."
    assert speakers(text) == ["شركة الزيتون الوطنية"]


def test_a_name_with_an_article_and_what_it_is_for_is_found_whole() -> None:
    # "The General Authority for Springs met today. The Authority said the visit was fruitful."
    text = "اجتمعت الهيئة العامة للينابيع والآبار اليوم. وقالت الهيئة إن الزيارة مثمرة."
    assert speakers(text) == ["الهيئة العامة للينابيع والآبار"]


def test_what_a_body_opened_is_no_part_of_its_name() -> None:
    # "The national company opened the new branch. The company said …"
    text = "افتتحت شركة الينابيع الوطنية الفرع الجديد. وقالت الشركة إن الفرع كبير."
    assert speakers(text) == ["شركة الينابيع الوطنية"]


def test_a_body_that_no_text_names_stays_as_it_is_called() -> None:
    # "The company said that the branch is big."
    assert speakers("رحب الناس بالفرع. وقالت الشركة إن الفرع كبير.") == ["الشركة"]
