"""Where the boxes and lines of the picture go: a row for each article in the order of time, a column further left for each taking.

Since a row holds one box alone, a line that runs level in the row of its end, and upright between two columns, crosses no box.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from takhrij.report.graph import Edge, Graph
from takhrij.report.labels import BOX, lines_of
from takhrij.report.tongues import Tongue

GAP_Y, MARGIN, AXIS = 14, 8, 18  # pixels: between rows, round the picture, for the arrow of time
LINE = 17  # pixels of a line of text in a box
LANE, ARROW = 9, 12  # pixels between upright lines; length of an arrowhead
MOST_NODES = 60  # boxes in a picture; more can be followed in the list alone


@dataclass(frozen=True, slots=True)
class Box:
    """The place of a node: its upper left corner, size and column (0 is the rightmost)."""

    left: float
    top: float
    height: float
    column: int


@dataclass(frozen=True, slots=True)
class Way:
    """The way of an edge: out of the earlier box on its far side, up or down at `turn`, into the later box at (`x`, `y`).

    `side` is 1 where it comes in from the right, -1 from the left.
    """

    edge: Edge
    out_x: float
    out_y: float
    turn: float
    x: float
    y: float
    side: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The picture in pixels."""

    width: float
    height: float
    boxes: dict[str, Box]
    lines: list[Way]
    left_out: int


def layout_of(graph: Graph, tongue: Tongue) -> Layout:
    """Places for the first nodes of the graph and for the edges between them; what was taken moves as the language is read."""
    layout = _right_to_left(graph, tongue)
    return _mirrored(layout) if tongue.direction == "ltr" else layout


def _mirrored(layout: Layout) -> Layout:
    """The same from left to right."""
    boxes = {key: replace(box, left=layout.width - box.left - BOX) for key, box in layout.boxes.items()}
    lines = [
        replace(way, out_x=layout.width - way.out_x, turn=layout.width - way.turn, x=layout.width - way.x, side=-way.side)
        for way in layout.lines
    ]
    return replace(layout, boxes=boxes, lines=lines)


def _right_to_left(graph: Graph, tongue: Tongue) -> Layout:
    keys = list(graph.nodes)[:MOST_NODES]
    rows = {key: row for row, key in enumerate(keys)}
    edges = sorted(
        (edge for edge in graph.edges if edge.later in rows and edge.earlier in rows),
        key=lambda edge: (rows[edge.earlier], rows[edge.later]),
    )
    columns = _columns(keys, edges)
    tops, bottom = _tops(keys, graph, tongue)
    lanes = _lanes(keys, edges, columns)
    gaps = [28 + ARROW + LANE * max([0, *(lanes[trunk_of(edge)] for edge in edges if columns[edge.earlier] == column)])
            for column in range(max(columns.values(), default=0) + 1)]  # fmt: skip
    last = max(columns.values(), default=0)
    trailing = gaps[last] if any(columns[edge.earlier] == last for edge in edges) else 0  # lines that go round the last column
    width = 2 * MARGIN + AXIS + (last + 1) * BOX + sum(gaps[:last]) + trailing
    boxes = {
        key: Box(width - MARGIN - AXIS - (columns[key] + 1) * BOX - sum(gaps[: columns[key]]), *tops[key], columns[key]) for key in keys
    }
    return Layout(width, bottom + MARGIN, boxes, _lines(edges, boxes, lanes), len(graph.nodes) - len(keys))


def trunk_of(edge: Edge) -> tuple[str, str]:
    """What edges must share to be drawn as one line that branches: whom they come from, and how they look."""
    return edge.earlier, style_of(edge)


def style_of(edge: Edge) -> str:
    """How an edge is drawn: by the strongest kind of evidence, and whether a copy says where it is from."""
    kinds = set(edge.kinds)
    if "reused" in kinds:
        return "both" if "credited" in kinds else "copied"
    if "credited" in kinds:
        return "cited"
    return "same" if "same_attribution" in kinds else "other"


def _columns(keys: list[str], edges: list[Edge]) -> dict[str, int]:
    """One further left than the leftmost that it was taken from, of those in rows above."""
    columns: dict[str, int] = {}
    for key in keys:
        above = [columns[edge.earlier] for edge in edges if edge.later == key and edge.earlier in columns]
        columns[key] = 1 + max(above) if above else 0
    return columns


def _tops(keys: list[str], graph: Graph, tongue: Tongue) -> tuple[dict[str, tuple[float, float]], float]:
    """The upper edge and height of each box, and where the last one ends."""
    tops: dict[str, tuple[float, float]] = {}
    below = float(MARGIN + 16)
    for key in keys:
        height = float(LINE * len(lines_of(graph.nodes[key], tongue)) + 12)
        tops[key] = (below, height)
        below += height + GAP_Y
    return tops, below - GAP_Y


def _lanes(keys: list[str], edges: list[Edge], columns: dict[str, int]) -> dict[tuple[str, str], int]:
    """The lane of each trunk in the gap left of its column, counted from the right: trunks that pass each other have two.

    Those that begin higher up lie further out, so that those that begin lower can leave their box without crossing them.
    """
    rows = {key: row for row, key in enumerate(keys)}
    reach: dict[tuple[str, str], list[int]] = {}
    for edge in edges:
        reach.setdefault(trunk_of(edge), [rows[edge.earlier]]).append(rows[edge.later])
    lanes: dict[tuple[str, str], int] = {}
    taken: dict[tuple[int, int], int] = {}  # (column, lane) -> the first row it is taken in
    for trunk, met in sorted(reach.items(), key=lambda item: (-min(item[1]), item[0])):
        column, lane = columns[trunk[0]], 0
        while taken.get((column, lane), len(keys)) <= max(met):
            lane += 1
        lanes[trunk], taken[column, lane] = lane, min(met)
    return lanes


def _lines(edges: list[Edge], boxes: dict[str, Box], lanes: dict[tuple[str, str], int]) -> list[Way]:
    """Each edge with places of its own on the sides of both boxes."""
    sides: dict[tuple[str, bool], list[tuple[str, ...]]] = {}  # (node, left side) -> what comes in or goes out there
    for edge in edges:
        round_about = boxes[edge.later].column <= boxes[edge.earlier].column
        for key, left, port in ((edge.earlier, True, trunk_of(edge)), (edge.later, round_about, (edge.earlier, edge.later, "in"))):
            ports = sides.setdefault((key, left), [])
            if port not in ports:
                ports.append(port)

    def level(key: str, left: bool, port: tuple[str, ...]) -> float:
        ports = sides[key, left]
        return boxes[key].top + boxes[key].height * (ports.index(port) + 1) / (len(ports) + 1)

    lines = []
    for edge in edges:
        earlier, later = boxes[edge.earlier], boxes[edge.later]
        into_left = later.column <= earlier.column
        y = level(edge.later, into_left, (edge.earlier, edge.later, "in"))
        turn = earlier.left - 16 - LANE * lanes[trunk_of(edge)]
        x = later.left if into_left else later.left + BOX
        lines.append(Way(edge, earlier.left, level(edge.earlier, True, trunk_of(edge)), turn, x, y, -1 if into_left else 1))
    return lines
