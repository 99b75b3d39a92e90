"""The JSON objects of FORMATS: annotations, reuse and claims as a scorer or a notebook reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from takhrij.backends.meanings import meanings
from takhrij.match.retellings import MADE_BY as RETOLD
from takhrij.match.retellings import anchored_words
from takhrij.match.words import WordPair, words_of
from takhrij.model.document import TEXT
from takhrij.model.span import Span
from takhrij.report.decisions import decision_record
from takhrij.report.views import ClaimView, DocumentView
from takhrij.store import Case

Record = dict[str, Any]


def annotation_record(view: DocumentView) -> Record:
    """One object of `takhrij annotate`: the annotations of the text (those of the title are told with the claims)."""
    return {
        "id": view.document.name,
        "attributions": [_attribution(view, row.attribution) for row in view.attributions if row.field == TEXT],
        "mentions": [{"span": [row.start, row.end], "kind": row.kind, "name": row.name} for row in view.mentions if row.field == TEXT],
        **expressions_record(view),
    }


def expressions_record(view: DocumentView) -> Record:
    """The quantities and times of the text, as `annotate` and `normalize` give them."""
    return {
        "quantities": [
            {"span": [row.start, row.end], "low": row.low, "high": row.high, "unit": row.unit, "modifier": row.modifier, "of": row.of}
            for row in view.quantities
            if row.field == TEXT
        ],
        "times": [
            {"span": [row.start, row.end], "type": row.type, "value": row.value, "begin": row.begins, "end": row.ends, "anchor": row.anchor}
            for row in view.times
            if row.field == TEXT
        ],
    }


def _attribution(view: DocumentView, attribution: str) -> Record:
    row = next(row for row in view.attributions if row.attribution == attribution)
    spans = {role: [[span.start, span.end] for span in view.spans_of(attribution, role)] for role in ("cue", "source", "via", "content")}
    return {
        "id": row.attribution,
        "cue": spans["cue"],
        "source": next(iter(spans["source"]), None),
        "speaker": row.speaker,
        "via": spans["via"],
        "content": spans["content"],
        "mode": row.mode,
        "source_kind": row.source_kind,
        "stance": row.stance,
        "parent": row.parent,
    }


def reuse_records(case: Case, *, words: bool = False) -> Iterator[Record]:
    """The objects of `takhrij reuse`, longest passages first."""
    texts = "l.text, r.text" if words else "null, null"  # of thousands of pairs: far more to sort than the passages
    sql = f"""select l.name, a.left_start, a.left_end, r.name, a.right_start, a.right_end, a.matched, a.edited, a.score, a.kind,
                     a.left_share, a.right_share, a.made_by, {texts}
              from alignments a join documents l on l.document = a."left" join documents r on r.document = a."right"
              order by a.matched desc, a.alignment nulls last"""
    with case.connection(("alignments", "documents")) as connection:
        result = connection.execute(sql)
        while row := result.fetchone():
            left, left_start, left_end, right, right_start, right_end, matched, edited, score, kind, *shares, made_by, text, other = row
            record = {
                "left": {"id": left, "span": [left_start, left_end]},
                "right": {"id": right, "span": [right_start, right_end]},
                "matched": matched,
                "edited": edited,
                "score": score,
                "kind": kind,
                "coverage": [round(share, 4) for share in shares],
            }
            if words:
                spans = Span(left_start, left_end), Span(right_start, right_end)
                record["words"] = _words_shown(text, spans[0], other, spans[1], made_by)
            yield record


def _words_shown(left: str, here: Span, right: str, there: Span, made_by: str) -> list[WordPair]:
    """The word alignment of two passages; of one told in other words the names and numbers that stand in both."""
    if made_by == RETOLD:
        return anchored_words(left, here, right, there, meanings())
    return words_of(left, here, right, there)


def claim_record(view: ClaimView) -> Record:
    """One object of `takhrij claims`."""
    names = view.origin_names
    ancestry = view.ancestry
    return {
        "id": view.claim.claim,
        "headline": view.claim.headline,
        "tellings": [_telling(telling) for telling in view.tellings],
        "links": [
            {
                "later": link.later,
                "earlier": link.earlier,
                "evidence": list(dict.fromkeys(row.kind for row in link.evidence)),
                "strength": round(link.link.strength, 3),
            }
            for link in view.links
        ],
        "origins": [{"name": origin.name, "kind": origin.kind, "tellings": labels} for origin, labels in view.origins],
        "origin_range": [ancestry.origin_low, ancestry.origin_high] if ancestry else [0, 0],
        "text_origin_range": [ancestry.text_low, ancestry.text_high] if ancestry else [0, 0],
        "independence": [
            {"a": names.get(row.a, row.a), "b": names.get(row.b, row.b), "verdict": row.verdict, "why": row.why}
            for row in view.independence
        ],
        "common_link": _common_link(view),
        "circular": [[step.outlet for step, _ in circle] for circle in view.circles],
        "variations": [
            {"slot": variation.slot, "values": {label: value.value for label, value in values.items()}, "kind": variation.kind}
            for variation, values in view.variations
        ],
        "decisions": [decision_record(row) for row in view.decisions],
    }


def _telling(view: Any) -> Record:
    return {
        "id": view.label,
        "article": view.document.name,
        "span": [view.telling.start, view.telling.end],
        "field": view.telling.field,
        "attribution": view.telling.attribution,
        "chain": [f"agency-credit:{step.name}" if step.kind == "agency-credit" else step.name for step in view.chain],
        "date": view.document.date,
        "outlet": view.document.outlet,
        "certainty": view.telling.certainty,
    }


def _common_link(view: ClaimView) -> Record | None:
    if view.ancestry is None or view.ancestry.common_link is None:
        return None
    return {
        "name": view.ancestry.common_link,
        "kind": view.ancestry.common_link_kind,
        "telling": view.common_link_label,
        "bypassed_by": view.bypassed_by,
    }
