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


def test_a_sentence_of_its_own_tells_who_said_the_one_before() -> None:
    # "The bridge was closed yesterday after an accident. The director of the harbour, Sami al-Ghaim, explained that."
    first, *others = told("أغلق الجسر أمس بعد حادث. أوضح ذلك مدير المرفأ سامي الغيم.")
    assert (first["cue"], first["speaker"], first["content"]) == (["أوضح"], "سامي الغيم", ["أغلق الجسر أمس بعد حادث"])
    assert others == []


def test_manner_is_no_source() -> None:
    # "The town is suspected of having closed the bridge, and this is what it denies firmly."
    assert [item["cue"] for item in told("ويشتبه بأن البلدة أغلقت الجسر، وهذا ما تنفيه بشدة.")] == [["ويشتبه"]]
