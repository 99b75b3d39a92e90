"""The JSON objects of FORMATS: annotations, reuse and claims as a scorer or a notebook reads them."""

from __future__ import annotations

from typing import Any

from takhrij.model.document import TEXT
from takhrij.report.decisions import decision_record
from takhrij.report.views import ClaimView, DocumentView

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
