"""Writes docs/chain.svg, the picture of the README, out of the demo case: make_chain.py CASE "a claim in words".

The picture is that of the report, with its style made part of it, so that it stands alone.
"""

from __future__ import annotations

import re
import sys
from importlib import resources
from pathlib import Path

from takhrij.report.diagram import diagram
from takhrij.report.graph import graph_of
from takhrij.store import Case
from takhrij.tracing import matching

PAGE = Path(__file__).parents[1] / "docs" / "chain.svg"
RULE = re.compile(r"([^{}]+)(\{[^{}]*\})")
DRAWN = ("svg text", "svg .", ".node", ".edge", ".head", ".cited", ".same", ".other", ".doubt", ".axis")
FONTS = 'svg { font-family: "Noto Naskh Arabic", "Amiri", "Geeza Pro", "Segoe UI", Tahoma, serif; background: #fff; }'


def style() -> str:
    """The rules of the report's style sheet that draw the picture, with their colours written out."""
    sheet = resources.files("takhrij.report").joinpath("templates/report.css").read_text("utf-8")
    screen = sheet.split("@media")[0]
    colours = dict(re.findall(r"(--[a-z]+):\s*([^;]+);", screen))
    rules = "\n".join([FONTS, *(f"{names.strip()} {body}" for names, body in RULE.findall(screen) if names.strip().startswith(DRAWN))])
    return re.sub(r"var\((--[a-z]+)\)", lambda name: colours[name[1]], rules)


def picture(case: Case, words: str) -> str:
    """The chain of the claim that matches best, as a file of its own."""
    (_, view), *_ = matching(case, words, 1)
    drawn = re.sub(r"</?a\b[^>]*>", "", str(diagram(view, graph_of(view))))
    alone = drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return alone.replace(">", f">\n<style>\n{style()}\n</style>\n", 1) + "\n"


if __name__ == "__main__":
    PAGE.write_text(picture(Case(Path(sys.argv[1])), sys.argv[2]), "utf-8")
