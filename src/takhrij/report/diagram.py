"""The chain of a claim as a picture: an SVG in which time runs from top to bottom, and what was taken moves from right to left."""

from __future__ import annotations

from markupsafe import Markup

from takhrij.report.graph import Graph, Node
from takhrij.report.labels import BOX, NAMELESS, UNSEEN_NOTE, lines_of
from takhrij.report.layout import ARROW, LINE, Box, Layout, Way, layout_of, style_of
from takhrij.report.views import ClaimView
from takhrij.report.words import EVIDENCE, UNKNOWN, name_of, shortened, visible

TALL = 1600  # pixels; a taller picture would be too small on one sheet of paper
STYLES = {
    "copied": "نص منقول (بلا إسناد إليه)",
    "both": "نص منقول مع إسناد",
    "cited": "إسناد صريح",
    "same": "مصدر واحد",
    "other": "صياغة أخرى أو ترجمة",
}


def diagram(view: ClaimView, graph: Graph) -> Markup:
    """The SVG of a claim, "" where nothing is linked."""
    if not graph.edges:
        return Markup()
    layout = layout_of(graph)
    lines = Markup().join(_line(line) for line in sorted(layout.lines, key=lambda line: line.edge.main))
    boxes = Markup().join(_box(graph.nodes[key], box, view.claim.claim) for key, box in layout.boxes.items())
    return Markup(
        '<svg class="chain{5}" role="group" aria-label="صورة من أخذ عن من؛ تقول القائمة بعدها الشيء نفسه" viewBox="0 0 {0} {1}" '
        'width="{0}" height="{1}">{2}{3}{4}</svg>'
    ).format(
        round(layout.width),
        round(layout.height),
        _axis(layout) if graph.by_date else "",
        lines,
        boxes,
        " tall" if layout.height > TALL else "",
    )


def legend(graph: Graph) -> Markup:
    """What the lines and boxes of this picture mean, each with a sample."""
    used = {style_of(edge) for edge in graph.edges}
    samples = [
        _sample(_grouped(style, _stroke(style, "M44,8 H12") + _head(12, 8, 1)), words) for style, words in STYLES.items() if style in used
    ]
    if any(edge.unknown for edge in graph.edges):
        samples.append(_sample(_stroke("plain", "M44,8 H4") + _doubt(24, 8), "لا يُعرف أيهما الآخذ"))
    if any(not edge.main for edge in graph.edges):
        samples.append(_sample(_stroke("plain further", "M44,8 H4"), "خط دقيق: أخذ محتمل آخر، درجته أدنى"))
    if any(node.first for node in graph.nodes.values()):
        samples.append(_sample(_small_box("first"), "لم يُعثر على من أخذ عنه"))
    if any(node.unseen for node in graph.nodes.values()):
        samples.append(_sample(_small_box("unseen"), UNSEEN_NOTE))
    return Markup('<ul class="legend">{}</ul>').format(Markup().join(samples))


def _grouped(style: str, drawing: Markup) -> Markup:
    return Markup('<g class="{}">{}</g>').format(style, drawing)


def _small_box(kind: str) -> Markup:
    return Markup('<g class="node {}"><rect x="4" y="1" width="40" height="14" rx="3"/></g>').format(kind)


def _sample(drawing: Markup, words: str) -> Markup:
    return Markup('<li><svg width="48" height="16" aria-hidden="true">{}</svg> {}</li>').format(drawing, words)


def _axis(layout: Layout) -> Markup:
    """The arrow of time at the right."""
    x, end = round(layout.width - 10), round(layout.height - 4)
    return Markup(
        '<g class="axis" aria-hidden="true"><path d="M{0},20 V{1}"/><path class="head" d="M{2},{3} h8 l-4,8 z"/>'
        '<text x="{4}" y="13" direction="rtl">الزمن</text></g>'
    ).format(x, end - 8, x - 4, end - 8, x - 8)


def _line(line: Way) -> Markup:
    """The line of an edge with its arrowhead, or with a question mark where nobody knows which took from which."""
    edge = line.edge
    side = -1 if line.into_left else 1
    end = line.x if edge.unknown else line.x + side * ARROW
    path = f"M{line.out_x:.0f},{line.out_y:.0f} H{line.turn:.0f} V{line.y:.0f} H{end:.0f}"
    mark = _doubt(line.turn, line.y) if edge.unknown else _head(line.x, line.y, side)
    style = style_of(edge) + ("" if edge.main else " further")
    said = "، ".join(dict.fromkeys(EVIDENCE[kind].arabic for kind in edge.kinds)) or UNKNOWN.arabic
    told = f"{edge.later} عن {shortened(visible(name_of(edge.earlier)))}: {said}، درجة {edge.strength:.2f}"
    return Markup('<g class="{}"><title>{}</title>{}{}</g>').format(style_of(edge), told, _stroke(style, path), mark)


def _stroke(style: str, path: str) -> Markup:
    """A line; the double one is a broad line with a light one on it."""
    line = Markup('<path class="edge {}" d="{}"/>').format(style, path)
    return line + Markup('<path class="edge inner" d="{}"/>').format(path) if style.startswith("both") else line


def _head(x: float, y: float, side: int) -> Markup:
    """An arrowhead with its tip at (x, y), coming from the right (1) or the left (-1)."""
    return Markup('<path class="head" d="M{:.0f},{:.1f} l{},-5 v10 z"/>').format(x, y, side * ARROW)


def _doubt(x: float, y: float) -> Markup:
    mark = Markup('<g class="doubt"><circle cx="{0:.0f}" cy="{1:.0f}" r="7"/><text x="{0:.0f}" y="{2:.0f}">؟</text></g>')
    return mark.format(x, y, y + 4)


def _box(node: Node, box: Box, claim: str) -> Markup:
    """A box that leads to the telling; thick where the article took from nobody that was found, dashed where it is only cited."""
    kind = " unseen" if node.unseen else " first" if node.first else ""
    middle = box.left + BOX / 2
    texts = Markup().join(
        Markup('<text class="{}" x="{:.0f}" y="{:.0f}" direction="{}">{}</text>').format(
            line.style, middle, box.top + 19 + LINE * number, line.direction, line.text
        )
        for number, line in enumerate(lines_of(node))
    )
    drawn = Markup('<g class="node{}"><title>{}</title><rect x="{:.0f}" y="{:.0f}" width="{}" height="{:.0f}" rx="6"/>{}</g>').format(
        kind, shortened(node.name or NAMELESS), box.left, box.top, BOX, box.height, texts
    )
    return drawn if node.unseen else Markup('<a href="#{}-{}">{}</a>').format(claim, node.key, drawn)
