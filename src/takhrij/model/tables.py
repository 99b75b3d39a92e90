"""Every table of a case: its name and what one row of it is. Rows are the dataclasses of this package: scalars only."""

from __future__ import annotations

import dataclasses
import types
import typing
from functools import cache

from takhrij.model import annotation, chain, claim, decision, document, entity, places, reuse

TABLES: dict[str, type] = {
    "documents": document.Document,
    "rejects": document.Reject,
    "seals": document.Seal,
    "decisions": decision.Decision,
    "standing": decision.Standing,
    "sentences": document.Sentence,
    "terms": document.Terms,
    "times": annotation.TimeExpression,
    "quantities": annotation.Quantity,
    "mentions": annotation.Mention,
    "namings": entity.Naming,
    "short_names": entity.ShortName,
    "entity_aliases": entity.EntityAlias,
    "entity_spellings": entity.EntitySpelling,
    "entities": entity.Entity,
    "attributions": annotation.Attribution,
    "attribution_spans": annotation.AttributionSpan,
    "shingles": reuse.Shingle,
    "candidates": reuse.Candidate,
    "pair_documents": places.PairDocument,
    "passages": reuse.Passage,
    "anchor_keys": reuse.AnchorKey,
    "encounters": reuse.Encounter,
    "encounter_documents": places.EncounterDocument,
    "retellings": reuse.Retelling,
    "laid_beside": reuse.LaidBeside,
    "alignments": reuse.Alignment,
    "compared": reuse.Compared,
    "tellings": claim.Telling,
    "chain_steps": claim.ChainStep,
    "facts": claim.Fact,
    "telling_keys": claim.TellingKey,
    "telling_terms": claim.TellingTerms,
    "crossings": claim.Crossing,
    "tolls": claim.Toll,
    "aligned_tellings": claim.AlignedTellings,
    "telling_pairs": claim.TellingPair,
    "pair_tellings": places.PairTelling,
    "resemblances": claim.Resemblance,
    "differences": claim.Difference,
    "decided_pairs": claim.DecidedPair,
    "components": claim.Component,
    "component_pairs": places.ComponentPair,
    "claims": claim.Claim,
    "claim_tellings": claim.ClaimTelling,
    "claim_documents": places.ClaimDocument,
    "claim_pairs": places.ClaimPair,
    "claim_alignments": places.ClaimAlignment,
    "claim_decisions": places.ClaimDecision,
    "variations": claim.Variation,
    "variation_values": claim.VariationValue,
    "credits": chain.Credit,
    "outlet_days": chain.OutletDay,
    "credited_articles": chain.CreditedArticles,
    "links": chain.Link,
    "link_evidence": chain.LinkEvidence,
    "findings": chain.Finding,
    "origins": chain.Origin,
    "origin_tellings": chain.OriginTelling,
    "independence": chain.Independence,
    "ancestries": chain.Ancestry,
    "bypasses": chain.Bypass,
    "circles": chain.CircleStep,
}


@dataclasses.dataclass(frozen=True, slots=True)
class Columns:
    """Rows of one table column by column, for a step that makes millions: a list or array each, or one value that all rows have."""

    row: type
    size: int
    values: tuple[typing.Any, ...]


Column = tuple[str, type, bool]


@cache
def columns_of(row: type) -> tuple[Column, ...]:
    """(name, str | int | float | bool, may be None) of each column of a row class; TypeError where one is no scalar."""
    hints = typing.get_type_hints(row)
    return tuple((field.name, *_scalar(row, field.name, hints[field.name])) for field in dataclasses.fields(row))


def _scalar(row: type, name: str, hint: object) -> tuple[type, bool]:
    optional = isinstance(hint, types.UnionType)
    kinds = [kind for kind in typing.get_args(hint) if kind is not type(None)] if optional else [hint]
    if len(kinds) != 1 or kinds[0] not in (str, int, float, bool):
        raise TypeError(f"{row.__name__}.{name}: {hint} is not a scalar")
    return typing.cast(type, kinds[0]), optional
