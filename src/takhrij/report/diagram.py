"""The chain of a claim as a picture: an SVG that reads from right (earliest) to left, one box for each telling or unseen outlet."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from takhrij.model.chain import UNSEEN
from takhrij.report.views import ClaimView, LinkView
from takhrij.report.words import visible

BOX, HEIGHT, GAP_X, GAP_Y, MARGIN = 168, 46, 56, 14, 12  # pixels
LONGEST_NAME = 22  # letters that fit a box


@dataclass(frozen=True, slots=True)
class Node:
    """A box: its label (t3, or unseen:NAME), what stands in it, its column (0 = earliest) and row (a half row is possible)."""

    label: str
    name: str
    date: str
    column: int
    row: float


def diagram(view: ClaimView) -> Markup:
    """The SVG of a claim; an empty one where nothing is linked."""
    nodes = nodes_of(view)
    columns, rows = max(node.column for node in nodes.values()) + 1, max(node.row for node in nodes.values()) + 1
    width = 2 * MARGIN + columns * (BOX + GAP_X) - GAP_X
    height = 2 * MARGIN + rows * (HEIGHT + GAP_Y) - GAP_Y
    edges = Markup().join(_edge(link, place == 0, nodes, width) for later in _parents(view).values() for place, link in enumerate(later))
    boxes = Markup().join(_box(node, width, view.claim.claim) for node in nodes.values())
    title = Markup("<title>من أخذ عن من</title>")
    return Markup(
        '<svg class="chain" role="img" viewBox="0 0 {} {}" style="max-width:{}px" xmlns="http://www.w3.org/2000/svg">{}{}{}</svg>'
    ).format(width, round(height), width, title, edges, boxes)


def nodes_of(view: ClaimView) -> dict[str, Node]:
    """Where each box stands: a column right of all that it was taken from, rows in the order of a walk through the tree."""
    parents = _parents(view)
    children: dict[str, list[str]] = {}
    for later, links in parents.items():
        children.setdefault(links[0].earlier, []).append(later)
    names = {telling.label: (visible(telling.document.outlet or "؟"), (telling.document.date or "؟")[:16]) for telling in view.tellings}
    roots = [*dict.fromkeys(label for label in children if label.startswith(UNSEEN)), *(label for label in names if label not in parents)]
    nodes: dict[str, Node] = {}
    next_row = 0.0
    for root in [*roots, *names]:  # after the roots, those that only a circle holds
        if root not in nodes:
            next_row = _place(root, children, names, nodes, next_row)
    return nodes


def _place(root: str, children: dict[str, list[str]], names: dict[str, tuple[str, str]], nodes: dict[str, Node], next_row: float) -> float:
    """Put a tree below `next_row`, depth first, without recursion; the row after it."""
    waiting = [(root, 0)]
    while waiting:
        label, column = waiting.pop()
        if label in nodes:
            continue
        name, date = names.get(label, (visible(label.removeprefix(UNSEEN)), ""))
        nodes[label] = Node(label, name, date, column, next_row)
        below = [child for child in children.get(label, []) if child not in nodes]
        if not below:
            next_row += 1
        waiting += [(child, column + 1) for child in reversed(below)]
    return next_row


def _parents(view: ClaimView) -> dict[str, list[LinkView]]:
    parents: dict[str, list[LinkView]] = {}
    for link in view.links:
        parents.setdefault(link.later, []).append(link)
    return parents


def _left(node: Node, width: float) -> float:
    return width - MARGIN - node.column * (BOX + GAP_X) - BOX


def _top(node: Node) -> float:
    return MARGIN + node.row * (HEIGHT + GAP_Y)


def _edge(link: LinkView, main: bool, nodes: dict[str, Node], width: float) -> Markup:
    earlier, later = nodes.get(link.earlier), nodes.get(link.later)
    if earlier is None or later is None:
        return Markup()
    x1, y1 = _left(earlier, width), _top(earlier) + HEIGHT / 2
    x2, y2 = _left(later, width) + BOX, _top(later) + HEIGHT / 2
    kinds = {row.kind for row in link.evidence}
    style = "copied" if "reused" in kinds else "cited" if "credited" in kinds else "same"
    more = "" if main else " further"
    unknown = " unknown" if link.link.direction == "unknown" else ""
    why = "؛ ".join(visible(row.why) for row in link.evidence)
    path = f"M{x1:.0f},{y1:.0f} C{x1 - GAP_X / 2:.0f},{y1:.0f} {x2 + GAP_X / 2:.0f},{y2:.0f} {x2:.0f},{y2:.0f}"
    return Markup('<path class="edge {}{}{}" d="{}"><title>{}</title></path>').format(style, more, unknown, path, why)


def _box(node: Node, width: float, claim: str) -> Markup:
    unseen = node.label.startswith(UNSEEN)
    name = node.name if len(node.name) <= LONGEST_NAME else node.name[: LONGEST_NAME - 1] + "…"
    left, top = _left(node, width), _top(node)
    second = "مذكور وليس في المجموعة" if unseen else f"{node.label} · {node.date.replace('T', ' ')}"
    box = Markup(
        '<g class="node{}"><title>{}</title><rect x="{:.0f}" y="{:.0f}" width="{}" height="{}" rx="6"/>'
        '<text x="{:.0f}" y="{:.0f}" direction="rtl">{}</text><text class="small" x="{:.0f}" y="{:.0f}">{}</text></g>'
    ).format(
        " unseen" if unseen else "", node.name, left, top, BOX, HEIGHT,
        left + BOX / 2, top + 19, name, left + BOX / 2, top + 36, second,
    )  # fmt: skip
    return box if unseen else Markup('<a href="#{}-{}">{}</a>').format(claim, node.label, box)
