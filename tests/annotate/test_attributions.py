"""Attributions of whole articles: who is said to have said what."""

from __future__ import annotations

from takhrij.annotate.attributions import attributions_of, spans_by_role
from takhrij.model.annotation import Attribution, AttributionSpan
from takhrij.model.document import Document
from takhrij.text.sentences import sentences_of

Row = Attribution | AttributionSpan


def rows_of(text: str, title: str | None = None) -> tuple[Document, list[Row]]:
    document = Document("d1", "d1", 0, None, None, None, title, text, None, None, "ar")
    return document, attributions_of(document, sentences_of(document), [])


def told(text: str, title: str | None = None) -> list[dict[str, object]]:
    """Each attribution with the words of its spans."""
    document, rows = rows_of(text, title)
    out: list[dict[str, object]] = []
    for row in rows:
        if isinstance(row, Attribution):
            words = {
                role: [span.of(document.field(row.field)) for span in spans] for role, spans in spans_by_role(rows, row.attribution).items()
            }
            out.append(
                {"id": row.attribution, "speaker": row.speaker, "mode": row.mode, "kind": row.source_kind, "parent": row.parent, **words}
            )
    return out


def test_a_verb_its_subject_and_its_clause() -> None:
    # "The ministry of Tell said that the dam is safe."
    found = told("قالت وزارة التل إن السد آمن.")
    assert [(item["cue"], item["source"], item["content"]) for item in found] == [(["قالت"], ["وزارة التل"], ["السد آمن"])]


def test_a_text_in_its_own_voice_has_none() -> None:
    # "Rain fell on the valley and the market was closed."
    assert told("هطل المطر على الوادي وأغلقت السوق أبوابها.") == []


def test_a_verb_without_subject_is_the_speakers_before() -> None:
    # "Sami al-Ghaim, the mayor, confirmed ... and he added ..."
    found = told("أكد رئيس البلدية سامي الغيم أن الجسر آمن. وأضاف أن العمل مستمر.")
    assert [item["speaker"] for item in found] == ["سامي الغيم", "سامي الغيم"]
    assert found[1]["source"] == []
