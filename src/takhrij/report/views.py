"""A document and a claim with all that is known of them, read from a case: what every report is made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from takhrij.claims.order import dated_as_decided
from takhrij.cogroups import groups_of
from takhrij.engines.base import Read, tables_of
from takhrij.errors import UsageError
from takhrij.model.annotation import Attribution, AttributionSpan, Mention, Quantity, TimeExpression
from takhrij.model.chain import Ancestry, CircleStep, Finding, Independence, Link, LinkEvidence, Origin
from takhrij.model.claim import ChainStep, Claim, Telling, Variation, VariationValue
from takhrij.model.decision import Standing
from takhrij.model.document import Document
from takhrij.model.identity import identity
from takhrij.model.tables import TABLES
from takhrij.store import Case

DOCUMENT_READS = ("documents", "attributions", "attribution_spans", "mentions", "quantities", "times")
CLAIM_READS: tuple[str | Read, ...] = (
    "claims",
    "claim_tellings",
    Read("tellings", "claim_tellings", "telling"),
    Read("chain_steps", "claim_tellings", "telling"),
    Read("documents", "claim_documents", "document"),
    *("links", "link_evidence", "findings", "origins", "origin_tellings", "independence", "ancestries", "bypasses", "circles"),
    *("variations", "variation_values"),
    Read("standing", "claim_decisions", "number"),
)


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its annotations, each kind in text order."""

    document: Document
    attributions: list[Attribution]
    attribution_spans: list[AttributionSpan]
    mentions: list[Mention]
    quantities: list[Quantity]
    times: list[TimeExpression]

    def spans_of(self, attribution: str, role: str) -> list[AttributionSpan]:
        """The spans of one role of an attribution, in their order."""
        spans = [span for span in self.attribution_spans if span.attribution == attribution and span.role == role]
        return sorted(spans, key=lambda span: span.number)


@dataclass(frozen=True, slots=True)
class TellingView:
    """A telling in its claim: `label` is t1, t2, …"""

    label: str
    telling: Telling
    document: Document
    chain: list[ChainStep]


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link between two labels (or from "unseen:NAME"), with its evidence."""

    link: Link
    later: str
    earlier: str
    evidence: list[LinkEvidence]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with everything that was concluded of it; tellings in the order of their labels."""

    claim: Claim
    tellings: list[TellingView]
    links: list[LinkView]
    origins: list[tuple[Origin, list[str]]]
    independence: list[Independence]
    ancestry: Ancestry | None
    common_link_label: str | None
    bypassed_by: list[str]
    circles: list[list[tuple[CircleStep, str]]]
    variations: list[tuple[Variation, dict[str, VariationValue]]]
    findings: list[tuple[Finding, str]] = field(default_factory=list)
    decisions: list[Standing] = field(default_factory=list)

    @property
    def heading(self) -> tuple[str, str]:
        """The words by which it is called, and the label of their telling."""
        return self.claim.headline, next((view.label for view in self.tellings if view.telling.telling == self.claim.head), "")

    @property
    def outlets(self) -> list[str]:
        """The outlets that tell it, each once, in the order of the tellings."""
        return list(dict.fromkeys(view.document.outlet for view in self.tellings if view.document.outlet))

    @property
    def origin_names(self) -> dict[str, str]:
        """The name of each origin by its id."""
        return {origin.origin: origin.name for origin, _ in self.origins}


def document_views(case: Case) -> Iterator[DocumentView]:
    """Every document in the order of adding; one batch in memory at a time."""
    for part in case.parts_of("documents"):
        with case.connection(DOCUMENT_READS, part) as connection:
            groups = [_rows(group) for _, group in groups_of(connection, "document", DOCUMENT_READS)]
        yield from (_document_view(group) for group in sorted(groups, key=lambda group: group["documents"][0].added))


def _document_view(group: dict[str, list[Any]]) -> DocumentView:
    def ordered(table: str) -> list[Any]:
        return sorted(group[table], key=lambda row: (row.field, row.start))

    attributions = sorted(group["attributions"], key=lambda row: (row.attribution[0], int(row.attribution[1:])))
    spans = group["attribution_spans"]
    return DocumentView(group["documents"][0], attributions, spans, ordered("mentions"), ordered("quantities"), ordered("times"))


def claim_views(case: Case, *, where: str = "true") -> Iterator[ClaimView]:
    """The claims for which the SQL condition `where` over the table claims holds, in the order of their ids."""
    tables = tables_of(CLAIM_READS)
    with case.connection(tables) as connection:
        for table in ("claims", "claim_tellings", "claim_documents"):  # tables, not temporary ones: each stream has a cursor of its own
            connection.execute(f"alter view {table} rename to all_{table}")
        connection.execute(f"create table claims as select * from all_claims where {where}")
        connection.execute("create table claim_tellings as select t.* from all_claim_tellings t semi join claims using (claim)")
        connection.execute("create table claim_documents as select t.* from all_claim_documents t semi join claims using (claim)")
        for _, group in groups_of(connection, "claim", CLAIM_READS):
            yield claim_view_of(_rows(group))


def spread_first(case: Case) -> Iterator[ClaimView]:
    """All claims: those of several documents first, the most widely told at the head; then the others."""
    several = claim_views(case, where="documents > 1")
    yield from sorted(several, key=lambda view: (-view.claim.documents, -view.claim.tellings, view.claim.claim))
    yield from claim_views(case, where="documents <= 1")


def most_told(case: Case, most: int) -> list[ClaimView]:
    """The claims that most documents tell."""
    with case.connection(["claims"]) as connection:
        sql = "select claim from claims order by documents desc, tellings desc, claim nulls last limit ?"
        ids = [claim for (claim,) in connection.execute(sql, [most]).fetchall()]
    return claims_named(case, ids)


def claims_named(case: Case, ids: Sequence[str]) -> list[ClaimView]:
    """The claims with these ids, in the order given; unknown ids are left out. Ids are ours: letters and digits alone."""
    known = [claim for claim in ids if claim.isalnum()]
    if not known:
        return []
    listed = ", ".join(f"'{claim}'" for claim in known)
    found = {view.claim.claim: view for view in claim_views(case, where=f"claim in ({listed})")}
    return [found[claim] for claim in known if claim in found]


def claim_named(case: Case, name: str) -> ClaimView:
    """The claim with this id; UsageError where there is none."""
    for view in claims_named(case, [name]) or claims_named(case, _alias_of(case, name)):
        return view
    raise UsageError(f"there is no claim {name!r} in {case.folder}; find one with: takhrij trace {case.folder} WORDS")


def _alias_of(case: Case, name: str) -> list[str]:
    """The claim that took in the one of this name: a claim is named after its founder, which the larger one still holds."""
    return [row.claim for row in case.rows("claim_tellings") if identity("c", row.telling) == name]


def document_named(case: Case, name: str) -> DocumentView:
    """The document with this id, ours or as given; UsageError where there is none."""
    found = case.rows("documents", "document = ? or name = ?", [name, name])
    if not found:
        raise UsageError(f"there is no document {name!r} in {case.folder}; find one with: takhrij search {case.folder} WORDS")
    document = found[0].document
    group = {table: case.rows(table, "document = ?", [document]) for table in DOCUMENT_READS}
    return _document_view(group)


def _rows(group: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[Any]]:
    return {table: [TABLES[table](*values) for values in rows] for table, rows in group.items()}


def claim_view_of(group: dict[str, list[Any]]) -> ClaimView:
    """The view that the rows of `CLAIM_READS` of one claim make."""
    labels = {row.telling: f"t{row.number}" for row in group["claim_tellings"]}
    ancestry = next(iter(group["ancestries"]), None)
    return ClaimView(
        claim=group["claims"][0],
        tellings=_telling_views(group, labels, dated_as_decided(group["documents"], group["standing"])),
        links=_link_views(group, labels),
        origins=_origins(group, labels),
        independence=sorted(group["independence"], key=lambda row: (row.a, row.b)),
        ancestry=ancestry,
        common_link_label=labels.get(ancestry.common_link_telling) if ancestry else None,
        bypassed_by=sorted((labels[row.telling] for row in group["bypasses"]), key=place_of),
        circles=_circles(group, labels),
        variations=_variations(group, labels),
        findings=sorted(((row, labels[row.telling]) for row in group["findings"]), key=lambda pair: (place_of(pair[1]), pair[0].kind)),
        decisions=sorted(group["standing"], key=lambda row: row.number),
    )


def place_of(label: str) -> int:
    """The number in a label: t12 is 12; what is not a label (an unseen node) comes last."""
    return int(label[1:]) if label[1:].isdigit() else 1_000_000


def _telling_views(group: dict[str, list[Any]], labels: dict[str, str], dated: list[Document]) -> list[TellingView]:
    documents = {row.document: row for row in dated}
    chains: dict[str, list[ChainStep]] = {}
    for step in sorted(group["chain_steps"], key=lambda row: row.position):
        chains.setdefault(step.telling, []).append(step)
    views = [TellingView(labels[row.telling], row, documents[row.document], chains.get(row.telling, [])) for row in group["tellings"]]
    return sorted(views, key=lambda view: place_of(view.label))


def _link_views(group: dict[str, list[Any]], labels: dict[str, str]) -> list[LinkView]:
    evidence: dict[str, list[LinkEvidence]] = {}
    for row in sorted(group["link_evidence"], key=lambda row: (row.kind, row.start)):
        evidence.setdefault(row.link, []).append(row)
    views = [LinkView(row, labels[row.later], labels.get(row.earlier, row.earlier), evidence.get(row.link, [])) for row in group["links"]]
    return sorted(views, key=lambda view: (place_of(view.later), -view.link.strength, view.earlier))


def _origins(group: dict[str, list[Any]], labels: dict[str, str]) -> list[tuple[Origin, list[str]]]:
    tellings: dict[str, list[str]] = {}
    for row in group["origin_tellings"]:
        tellings.setdefault(row.origin, []).append(labels[row.telling])
    origins = [(row, sorted(tellings.get(row.origin, []), key=place_of)) for row in group["origins"]]
    return sorted(origins, key=lambda pair: (place_of(pair[1][0]) if pair[1] else 0, pair[0].name))


def _circles(group: dict[str, list[Any]], labels: dict[str, str]) -> list[list[tuple[CircleStep, str]]]:
    circles: dict[str, list[CircleStep]] = {}
    for row in group["circles"]:
        circles.setdefault(row.circle, []).append(row)
    return [[(step, labels[step.telling]) for step in sorted(steps, key=lambda row: row.position)] for _, steps in sorted(circles.items())]


def _variations(group: dict[str, list[Any]], labels: dict[str, str]) -> list[tuple[Variation, dict[str, VariationValue]]]:
    values: dict[str, list[VariationValue]] = {}
    for row in group["variation_values"]:
        values.setdefault(row.variation, []).append(row)
    out = []
    for row in sorted(group["variations"], key=lambda row: (row.slot, row.kind, row.variation)):
        told = sorted(values.get(row.variation, []), key=lambda value: place_of(labels[value.telling]))
        out.append((row, {labels[value.telling]: value for value in told}))
    return out
