"""Columns that may hold one of a few words hold no other, over the whole demo case."""

from __future__ import annotations

import pytest

from takhrij.model import annotation, chain, claim, document, entity, reuse
from takhrij.store import Case

LISTED = (
    ("documents", "date_kind", document.DATE_KINDS),
    ("mentions", "kind", annotation.MENTION_KINDS),
    ("quantities", "modifier", annotation.MODIFIERS),
    ("times", "type", annotation.TIME_TYPES),
    ("attributions", "mode", annotation.MODES),
    ("attributions", "source_kind", annotation.SOURCE_KINDS),
    ("attributions", "stance", annotation.STANCES),
    ("attribution_spans", "role", annotation.ROLES),
    ("credits", "place", chain.CREDIT_PLACES),
    ("namings", "how", entity.HOW_NAMED),
    ("short_names", "how", entity.SHORT_FORMS),
    ("passages", "kind", reuse.REUSE_KINDS),
    ("alignments", "kind", reuse.REUSE_KINDS),
    ("tellings", "certainty", claim.CERTAINTIES),
    ("chain_steps", "kind", claim.CHAIN_KINDS),
    ("chain_steps", "source_kind", annotation.SOURCE_KINDS),
    ("facts", "slot", claim.SLOTS),
    ("resemblances", "verdict", claim.VERDICTS),
    ("differences", "slot", claim.SLOTS),
    ("variations", "slot", claim.SLOTS),
    ("variations", "kind", claim.VARIATION_KINDS),
    ("link_evidence", "kind", chain.EVIDENCE),
    ("origins", "kind", chain.ORIGIN_KINDS),
    ("independence", "verdict", chain.INDEPENDENCE),
)


@pytest.mark.parametrize(("table", "column", "listed"), LISTED)
def test_a_column_holds_listed_words_alone(demo_case: Case, table: str, column: str, listed: tuple[str, ...]) -> None:
    held = {getattr(row, column) for row in demo_case.rows(table)} - {None}
    assert held
    assert held <= set(listed)
