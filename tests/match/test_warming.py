"""Compiling ahead of the first use."""

from __future__ import annotations

from takhrij.match import coherence, evidence, groups, kernels, likelihood, meetings, moves, passages, set_phrases, shingles, splitting
from takhrij.match.alignments import passages_between
from takhrij.match.shingles import shingles_of
from takhrij.match.warming import warm
from takhrij.model.document import Document

from .articles import OLIVES, REWRITTEN, SPRING, WEATHER

MODULES = (coherence, evidence, groups, kernels, likelihood, meetings, moves, passages, set_phrases, shingles, splitting)


def compiled() -> dict[str, int]:
    """How many kinds of arguments each kernel is compiled for."""
    return {
        f"{module.__name__}.{name}": len(value.signatures)
        for module in MODULES
        for name, value in vars(module).items()
        if hasattr(value, "signatures")
    }


def article(name: str, text: str) -> Document:
    return Document(name, name, 0, None, None, None, None, text, None, None, None)


def test_nothing_is_left_to_compile_for_later() -> None:
    warm()
    before = compiled()
    assert len(before) > 20
    for text in (OLIVES, f"{SPRING}. {REWRITTEN}", WEATHER + " ﷺ ٣٫٥", ""):
        shingles_of(text)
        for other in (OLIVES, f"{SPRING}. {REWRITTEN}"):
            passages_between("a|b", article("a", text), article("a" if text == other else "b", other))
    assert compiled() == before
