"""Attributions of English articles, which are told by their letters and not by what the document says of its language."""

from __future__ import annotations

from tests.conftest import spans_by_role

from takhrij.annotate.attributions import attributions_of
from takhrij.model.annotation import Attribution
from takhrij.model.document import Document
from takhrij.text.sentences import sentences_of


def told(text: str, outlet: str | None = None) -> list[dict[str, object]]:
    """Each attribution with the words of its spans."""
    document = Document("d1", "d1", 0, outlet, None, None, None, text, None, None, None)
    rows = attributions_of(document, sentences_of(document), [])
    out: list[dict[str, object]] = []
    for row in rows:
        if isinstance(row, Attribution):
            words = {role: [span.of(text) for span in spans] for role, spans in spans_by_role(rows, row.attribution).items()}
            mine = {"speaker": row.speaker, "mode": row.mode, "kind": row.source_kind, "stance": row.stance, "parent": row.parent}
            out.append({**mine, **words})
    return out


def test_a_source_stands_before_its_verb_and_a_day_between_verb_and_clause() -> None:
    (found,) = told("SAND BAY (TNA) - The harbour office said on Tuesday that the pier was shut.")
    assert (found["source"], found["cue"], found["content"]) == (["The harbour office"], ["said"], ["the pier was shut"])
    assert (found["kind"], found["mode"], found["speaker"]) == ("organization", "indirect", "harbour office")


def test_a_source_closes_what_it_said() -> None:
    (found,) = told("Two boats sank off the pier, Harbour Minister Lina Wardan said on Monday at a news conference.")
    assert (found["content"], found["speaker"], found["kind"]) == (["Two boats sank off the pier"], "Lina Wardan", "person")


def test_a_verb_stands_before_its_source_and_the_name_behind_the_role() -> None:
    (found,) = told('"The pier will open in May," said the head of the harbour office, Lina al-Wardan.')
    assert (found["speaker"], found["mode"], found["content"]) == ("Lina al-Wardan", "direct", ["The pier will open in May"])


def test_who_is_told_carries_it_on_if_he_is_a_medium() -> None:
    found = told("Mr. Karim Bahri told TNA that the pier was safe. Karim Bahri told reporters the boats were old.")
    assert [item["via"] for item in found] == [["TNA"], []]
    assert found[1]["content"] == ["the boats were old"]


def test_the_articles_own_outlet_is_no_carrier() -> None:
    (found,) = told("Karim Bahri told the Sand Herald that the pier was safe.", outlet="Sand Herald")
    assert (found["via"], found["speaker"]) == ([], "Karim Bahri")


def test_a_pronoun_and_a_surname_mean_the_speaker_by_his_full_name() -> None:
    found = told("Colonel Karim Bahri said the pier was safe. He added that two boats were missing. Bahri denied that anyone had drowned.")
    assert [item["speaker"] for item in found] == ["Karim Bahri"] * 3
    assert [item["stance"] for item in found] == ["neutral", "neutral", "denying"]


def test_a_participle_goes_on_from_the_speaker_before() -> None:
    found = told("The mayor said the pier was shut, stressing that the inquiry was not over.")
    assert [(item["speaker"], item["content"]) for item in found] == [
        ("mayor", ["the pier was shut"]),
        ("mayor", ["the inquiry was not over"]),
    ]


def test_whom_a_medium_cites_or_quotes_is_the_source() -> None:
    cited, quoted, passive = told(
        "The agency reported, citing two port workers, that a boat had sunk. TNA quoted Lina Wardan as saying the pier was safe. "
        "Lina Wardan was quoted by Reuters as saying that nobody was hurt."
    )
    assert (cited["source"], cited["via"], cited["kind"]) == (["two port workers"], ["agency"], "unnamed")
    assert (quoted["speaker"], quoted["via"]) == ("Lina Wardan", ["TNA"])
    assert (passive["speaker"], passive["via"], passive["content"]) == ("Lina Wardan", ["Reuters"], ["nobody was hurt"])


def test_according_to_stands_before_and_behind() -> None:
    before, behind = told("According to officials, six boats are lost. The pier is safe, according to the Ministry of Water.")
    assert (before["content"], before["kind"]) == (["six boats are lost"], "vague")
    assert (behind["content"], behind["speaker"], behind["kind"]) == (["The pier is safe"], "Ministry of Water", "organization")


def test_a_saying_inside_a_saying_has_it_as_parent() -> None:
    found = told("Reuters reported that the mayor said the pier was shut.")
    assert [(item["speaker"], item["parent"]) for item in found] == [("Reuters", None), ("mayor", "a1")]


def test_a_quotation_right_behind_another_is_the_same_speakers() -> None:
    (found,) = told('"We found the boat," Lina Wardan said. "It was empty."')
    assert found["content"] == ["We found the boat", "It was empty"]


def test_words_of_saying_that_say_nothing_here() -> None:
    assert told("The reported losses rose. He was told to leave. No statement was issued. The pier is said to be old.") == []


def test_arabic_with_a_name_in_latin_letters_stays_arabic() -> None:
    # "The harbour office said that the ship Blue Star had arrived."
    (found,) = told("قالت إدارة المرفأ إن السفينة Blue Star وصلت.")
    assert found["cue"] == ["قالت"]


def test_of_broken_input_so_many_cues_are_read_and_no_more() -> None:
    assert len(told("X said that " * 8_000)) <= 8_000 * 3 / 600 * 40
