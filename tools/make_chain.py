"""Writes docs/chain.svg, the picture of the README, out of the demo case: make_chain.py CASE "a claim in words".

The picture is that of the report, with its style made part of it, so that it stands alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

from takhrij.report.diagram import picture_file
from takhrij.report.graph import graph_of
from takhrij.report.tongues import ARABIC
from takhrij.store import Case
from takhrij.tracing import matching

PAGE = Path(__file__).parents[1] / "docs" / "chain.svg"


def picture(case: Case, words: str) -> str:
    """The chain of the claim that matches best, as a file of its own."""
    (_, view), *_ = matching(case, words, 1)
    return picture_file(graph_of(view), ARABIC) + "\n"


if __name__ == "__main__":
    PAGE.write_text(picture(Case(Path(sys.argv[1])), sys.argv[2]), "utf-8")
