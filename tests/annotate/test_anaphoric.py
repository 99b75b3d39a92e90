"""Contents that were said before: «وهو ما أكده حارس المرفأ»."""

from __future__ import annotations

from test_attributions import told


def test_what_confirms_it_has_the_clause_before_as_content() -> None:
    # "The ship sank in the harbour at night, which a security source confirmed."
    (found,) = told("غرقت السفينة في المرفأ ليلا، وهو ما أكده مصدر أمني.")
    assert (found["cue"], found["source"], found["content"]) == (["أكده"], ["مصدر أمني"], ["غرقت السفينة في المرفأ ليلا"])


def test_at_the_head_of_a_sentence_it_is_the_sentence_before() -> None:
    # "The ship sank in the harbour at night. This is what the guard hinted at."
    (found,) = told("غرقت السفينة في المرفأ ليلا. وهذا ما ألمح إليه حارس المرفأ أمس.")
    assert (found["cue"], found["source"], found["content"]) == (["ألمح إليه"], ["حارس المرفأ"], ["غرقت السفينة في المرفأ ليلا"])


def test_what_it_means_is_no_attribution() -> None:
    # "The ship sank, which means that the harbour is closed; this is what the guard wanted."
    assert told("غرقت السفينة في المرفأ، وهو ما يعني إغلاق الممر، وهذا ما أراده الحارس.") == []
