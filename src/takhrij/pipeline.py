"""The program's table of contents: every step, in order, and the one line that lifts each kernel to a step."""

from __future__ import annotations

from itertools import chain

from takhrij.annotate.attributions import attributions_of
from takhrij.annotate.case_names import case_names_of
from takhrij.annotate.credits import credits_of
from takhrij.annotate.entities import mentions_of
from takhrij.annotate.entity_table import entity_of
from takhrij.annotate.expressions import expressions_of
from takhrij.backends.nearness import embedder_named, tagger_named
from takhrij.chains.ancestry import links_of
from takhrij.chains.listed import listed_families, named_as_listed, steps_as_listed
from takhrij.chains.newsrooms import outlet_days
from takhrij.chains.origins import origins_of
from takhrij.claims.grouping import claims_of
from takhrij.claims.keys import keys_of, terms_of_telling
from takhrij.claims.order import dated_as_decided
from takhrij.claims.tellings import tellings_of
from takhrij.claims.told import resemblances_of, statements_of
from takhrij.claims.variations import variations_of
from takhrij.engines.base import DOCUMENT, Added, Group, Map, Options, Query, Read, Rounds, Step
from takhrij.model.claim import ChainStep, Fact, Telling, TellingKey
from takhrij.model.decision import Decision
from takhrij.model.document import Document
from takhrij.model.tables import Columns
from takhrij.reuse_steps import DOCUMENTS, MANY, SAME_WORDS, Rows
from takhrij.text.sentences import sentences_of
from takhrij.text.terms import terms_of

BEGINNING = 10_000  # characters of an article that are looked at for each claim that it shares; of 62,555 real ones 169 are longer


def _sentences(group: Group, _: Options) -> Rows:
    yield from sentences_of(group["documents"][0])


def _terms(group: Group, _: Options) -> Rows:
    yield from terms_of(group["documents"][0])


def _expressions(group: Group, _: Options) -> Rows:
    yield from chain.from_iterable(expressions_of(group["documents"][0]))


def _mentions(group: Group, options: Options) -> Rows:
    yield from mentions_of(group["documents"][0], tagger_named(options["encoder"]))


def _attributions(group: Group, _: Options) -> Rows:
    yield from attributions_of(group["documents"][0], group["sentences"], group["mentions"])


def _credits(group: Group, options: Options) -> Rows:
    yield from credits_of(group["documents"][0], group["attributions"], group["attribution_spans"], options["outlets"])


def _outlet_days(group: Group, options: Options) -> Rows:
    yield from outlet_days(group["documents"][0], group["credits"], options["outlets"])


def _tellings(group: Group, _: Options) -> Rows:
    rows = list(tellings_of(group["documents"][0], *(group[table] for table in ANNOTATIONS)))
    yield from rows
    facts: dict[str, list[Fact]] = {}
    for row in rows:
        if isinstance(row, Fact):
            facts.setdefault(row.telling, []).append(row)
    for row in rows:
        if isinstance(row, Telling):
            keys = keys_of(row, facts.get(row.telling, []))
            yield Columns(TellingKey, len(keys), (row.telling, row.document, [key for key, _ in keys], [weight for _, weight in keys]))


def _telling_terms(group: Group, _: Options) -> Rows:
    yield from map(terms_of_telling, group["tellings"])


def _resemblances(group: Group, options: Options) -> Rows:
    (pair,) = group["telling_pairs"]
    told = statements_of(group["tellings"], group["facts"], group["chain_steps"])
    yield from resemblances_of(pair, told[pair.left], told[pair.right], embedder_named(options["encoder"]))


def _claims(group: Group, _: Options) -> Rows:
    yield from claims_of(group["tellings"], group["decided_pairs"])


def _variations(group: Group, _: Options) -> Rows:
    tables = ("facts", "chain_steps", "decided_pairs", "differences")
    yield from variations_of(group["claims"][0].claim, group["tellings"], _dated(group), *(group[table] for table in tables))


def _links(group: Group, options: Options) -> Rows:
    documents, steps, decisions = _as_listed(group, options["outlets"])
    credits, alignments, pairs = (group[table] for table in ("credits", "alignments", "decided_pairs"))
    spans, published = group["attribution_spans"], group["credited_articles"]
    yield from links_of(
        group["claims"][0].claim, group["tellings"], documents, steps, credits, alignments, pairs, decisions, spans, published
    )


def _origins(group: Group, options: Options) -> Rows:
    documents, steps, decisions = _as_listed(group, options["outlets"])
    links, evidence, credits = (group[table] for table in ("links", "link_evidence", "credits"))
    yield from origins_of(group["claims"][0].claim, group["tellings"], documents, steps, links, evidence, credits, decisions)


def _as_listed(group: Group, outlets: str) -> tuple[list[Document], list[ChainStep], list[Decision]]:
    """Documents, chains and decisions, with the names and families of the case's own list of outlets."""
    documents = named_as_listed(_dated(group), outlets)
    return documents, steps_as_listed(group["chain_steps"], outlets), [*group["standing"], *listed_families(outlets)]


def _dated(group: Group) -> list[Document]:
    return dated_as_decided(group["documents"], group["standing"])


def _of_pair(table: str) -> Read:
    return Read(table, "pair_tellings", "telling")


def _of_claim(table: str) -> Read:
    return Read(table, "claim_tellings", "telling")


def _told_in(table: str) -> Read:
    return Read(table, "claim_documents", "document", text=BEGINNING, text_where="shared")


def _namings(group: Group, _: Options) -> Rows:
    yield from case_names_of(group["documents"][0], group["mentions"])


def _entities(group: Group, _: Options) -> Rows:
    yield entity_of(group["entity_spellings"])


DECISIONS = Read("standing", "claim_decisions", "number")  # those that concern a claim
ANNOTATIONS = ("sentences", "attributions", "attribution_spans", "mentions", "quantities", "times", "credits")

STEPS: tuple[Step, ...] = (
    # what each document says: new batches only
    DOCUMENTS,
    Map("sentences", ("documents",), ("sentences",), DOCUMENT, _sentences, version=2),
    Map("terms", ("documents",), ("terms",), DOCUMENT, _terms),
    Map("expressions", ("documents",), ("times", "quantities"), DOCUMENT, _expressions, version=17),
    Map("mentions", ("documents",), ("mentions",), DOCUMENT, _mentions, version=7, settings=("encoder",)),
    Map("attributions", ("documents", "sentences", "mentions"), ("attributions", "attribution_spans"), DOCUMENT, _attributions, version=37),
    Map("credits", ("documents", "attributions", "attribution_spans"), ("credits",), DOCUMENT, _credits, version=5, settings=("outlets",)),
    Map("outlet_days", ("documents", "credits"), ("outlet_days",), DOCUMENT, _outlet_days, settings=("outlets",)),
    Query("credited_articles", ("outlet_days",), ("credited_articles",), "chains/credited_articles"),
    *SAME_WORDS,  # which passages of two documents are the same words, or tell the same in others
    # who tells what, and which of them tell the same
    Map("tellings", ("documents", *ANNOTATIONS), ("tellings", "chain_steps", "facts", "telling_keys"), DOCUMENT, _tellings, version=24),
    Map("telling_terms", ("tellings",), ("telling_terms",), DOCUMENT, _telling_terms),
    Query("crossings", ("telling_keys", "tellings"), ("crossings",), "claims/crossings"),
    Query("tolls", ("facts", "tellings"), ("tolls",), "claims/tolls", version=2),
    Query("aligned_tellings", ("alignments", "tellings"), ("aligned_tellings",), "claims/aligned_tellings"),
    Query(
        "telling_pairs",
        ("telling_keys", "tellings", "tolls", "aligned_tellings", "crossings"),
        ("telling_pairs",),
        "claims/telling_pairs",
        version=6,
    ),
    Query("pair_tellings", ("telling_pairs", "tellings"), ("pair_tellings",), "claims/pair_tellings"),
    Map(
        "resemblances",
        ("telling_pairs", _of_pair("tellings"), _of_pair("facts"), _of_pair("chain_steps")),
        ("resemblances", "differences"),
        "pair",
        _resemblances,
        settings=("encoder",),
        lasting="resemblances",
        rests_on=("tellings", "facts", "chain_steps"),
        near="pair_tellings",
        version=34,
    ),
    Added("decisions", writes=("decisions",)),
    Query("standing", ("decisions",), ("standing",), "claims/standing"),
    Query("decided_pairs", ("resemblances", "standing", "tellings"), ("decided_pairs",), "claims/decided_pairs"),
    Rounds("components", ("tellings", "decided_pairs"), ("components",), "claims/first_labels", "claims/spread_labels"),
    Query("component_pairs", ("components", "decided_pairs"), ("component_pairs",), "claims/component_pairs"),
    Map(
        "claims",
        (
            Read("tellings", "components", "telling"),
            Read("decided_pairs", "component_pairs", "pair"),
        ),
        ("claims", "claim_tellings"),
        "component",
        _claims,
        version=7,
    ),
    Query("claim_documents", ("claim_tellings", "tellings", "claims"), ("claim_documents",), "claims/claim_documents"),
    Query("claim_pairs", ("claim_tellings", "decided_pairs"), ("claim_pairs",), "claims/claim_pairs"),
    Query("claim_decisions", ("standing", "claims", "claim_tellings", "claim_documents"), ("claim_decisions",), "claims/claim_decisions"),
    Query("claim_alignments", ("claim_documents", "alignments"), ("claim_alignments",), "claims/claim_alignments"),
    Map(
        "variations",
        (
            "claims",
            *(_of_claim(table) for table in ("tellings", "facts", "chain_steps")),
            _told_in("documents"),
            *(Read(table, "claim_pairs", "pair") for table in ("decided_pairs", "differences")),
            DECISIONS,
        ),
        ("variations", "variation_values"),
        "claim",
        _variations,
        sealed=True,
        near="claim_documents",
        version=20,
    ),
    # who took it from whom, and how many origins are left
    Map(
        "links",
        (
            "claims",
            *(_of_claim(table) for table in ("tellings", "chain_steps")),
            *(_told_in(table) for table in ("documents", "credits", "credited_articles")),
            Read("attribution_spans", "claim_documents", "document", only="shared"),  # whose words two articles share
            Read("alignments", "claim_alignments", "alignment"),
            Read("decided_pairs", "claim_pairs", "pair"),
            DECISIONS,
        ),
        ("links", "link_evidence", "findings"),
        "claim",
        _links,
        sealed=True,
        near="claim_documents",
        version=13,
        settings=("outlets",),
    ),
    Map(
        "origins",
        (
            *("claims", "links", "link_evidence"),
            *(_of_claim(table) for table in ("tellings", "chain_steps")),
            *(_told_in(table) for table in ("documents", "credits")),
            DECISIONS,
        ),
        ("origins", "origin_tellings", "independence", "ancestries", "bypasses", "circles"),
        "claim",
        _origins,
        sealed=True,
        near="claim_documents",
        version=11,
        settings=("outlets",),
    ),
    # who and what is named: one entity behind all its spellings
    Map("namings", ("documents", "mentions"), ("namings", "short_names"), DOCUMENT, _namings),
    Query("entity_aliases", ("namings", "short_names"), ("entity_aliases",), "annotate/entity_aliases"),
    Query("entity_spellings", ("namings", "entity_aliases"), ("entity_spellings",), "annotate/entity_spellings"),
    Map("entities", ("entity_spellings",), ("entities",), "entity", _entities, few=MANY),
)
