"""Probabilities of parents over all trees, and the tree that is kept."""

from __future__ import annotations

import math

import pytest

from takhrij.chains.trees import FIRST, best_parents, leads_to, probabilities_of


def test_the_probabilities_are_those_of_all_trees_counted_by_hand() -> None:
    """Two documents have three trees: both first, b from a, a from b."""
    shares = probabilities_of({"a": {FIRST: 0.0, "b": math.log(2)}, "b": {FIRST: 0.0, "a": math.log(3)}})
    trees = {"both": 1, "a from b": 2, "b from a": 3}
    assert shares["a"]["b"] == pytest.approx(trees["a from b"] / 6)
    assert shares["b"]["a"] == pytest.approx(trees["b from a"] / 6)
    assert shares["a"][FIRST] == pytest.approx(4 / 6)


def test_an_outlet_that_tells_nothing_begins_a_tree() -> None:
    shares = probabilities_of({"a": {FIRST: 0.0, "unseen:رويترز": 2.0}})
    assert shares["a"]["unseen:رويترز"] == pytest.approx(math.exp(2) / (1 + math.exp(2)))


def test_very_unlike_weights_stay_finite() -> None:
    shares = probabilities_of({"a": {FIRST: -5000.0, "b": 0.0}, "b": {FIRST: 0.0, "a": -5000.0}})
    assert shares["a"]["b"] == pytest.approx(1.0)


def test_a_circle_is_opened_where_least_is_lost() -> None:
    best = best_parents({"a": {FIRST: 0.1, "b": 0.9}, "b": {FIRST: 0.4, "a": 0.6}, "c": {FIRST: 0.2, "a": 0.8}})
    assert best == {"a": "b", "b": FIRST, "c": "a"}


def test_documents_with_nothing_but_themselves_are_all_first() -> None:
    assert best_parents({"a": {FIRST: 1.0}, "b": {FIRST: 1.0}}) == {"a": FIRST, "b": FIRST}
    assert (probabilities_of({}), best_parents({})) == ({}, {})


def test_nothing_leads_back_to_a_document_that_is_nobody_s_source() -> None:
    assert leads_to({"a": ["b"], "b": ["c"]}, "a", "c")
    assert not leads_to({"a": ["b"], "b": ["c"]}, "c", "a")
