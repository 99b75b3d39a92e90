"""The chain of a claim as a picture: an SVG in which time runs from top to bottom, and what was taken moves as the language is read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from markupsafe import Markup

from takhrij.report.graph import Graph, Node
from takhrij.report.labels import BOX, LONGEST_PEEK, NAMELESS, UNSEEN_NOTE, lines_of
from takhrij.report.layout import ARROW, LINE, Box, Layout, Way, layout_of, style_of
from takhrij.report.tongues import Tongue
from takhrij.report.views import ClaimView
from takhrij.report.words import EVIDENCE, UNKNOWN, Gloss, name_of, shortened, visible

TALL = 1600  # pixels; a taller picture would be too small on one sheet of paper
STYLES = {
    "copied": Gloss("نص منقول (بلا إسناد إليه)", "copied words (without a credit)"),
    "both": Gloss("نص منقول مع إسناد", "copied words with a credit"),
    "cited": Gloss("إسناد صريح", "credited"),
    "same": Gloss("مصدر واحد", "same source"),
    "other": Gloss("صياغة أخرى أو ترجمة", "other words or a translation"),
}


def diagram(view: ClaimView, graph: Graph, tongue: Tongue, elsewhere: Mapping[str, str] | None = None) -> Markup:
    """The SVG of a claim, "" where nothing is linked; each box leads to the anchor CLAIM-LABEL, on the page that `elsewhere` names."""
    if not graph.edges:
        return Markup()
    linked = {key: f"{(elsewhere or {}).get(key, '')}#{view.claim.claim}-{key}" for key in graph.nodes}
    return _drawn(graph, tongue, Markup(), linked)


def picture_file(graph: Graph, tongue: Tongue) -> str:
    """The same as a file of its own, with its colours in it."""
    return str(_drawn(graph, tongue, Markup("<style>{}</style>").format(Markup(picture_style())), {}))


@cache
def picture_style() -> str:
    """The style sheet of the picture."""
    return resources.files("takhrij.report").joinpath("templates/picture.css").read_text("utf-8")


def _drawn(graph: Graph, tongue: Tongue, style: Markup, linked: Mapping[str, str]) -> Markup:
    layout = layout_of(graph, tongue)
    lines = Markup().join(_line(line, tongue) for line in sorted(layout.lines, key=lambda line: line.edge.main))
    boxes = Markup().join(_box(graph.nodes[key], box, linked.get(key, ""), tongue) for key, box in layout.boxes.items())
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="chain{5}" role="group" aria-label="{6}" viewBox="0 0 {0} {1}" '
        'width="{0}" height="{1}">{7}{2}{3}{4}</svg>'
    ).format(
        round(layout.width),
        round(layout.height),
        _axis(layout, tongue) if graph.by_date else "",
        lines,
        boxes,
        " tall" if layout.height > TALL else "",
        tongue("صورة من أخذ عن من؛ تقول القائمة بعدها الشيء نفسه", "Who took it from whom; the list after it says the same"),
        style,
    )


def legend(graph: Graph, tongue: Tongue) -> Markup:
    """What the lines and boxes of this picture mean, each with a sample."""
    used = {style_of(edge) for edge in graph.edges}
    samples = [
        _sample(_grouped(style, _stroke(style, "M44,8 H12") + _head(12, 8, 1)), tongue.gloss(words))
        for style, words in STYLES.items()
        if style in used
    ]
    nodes = graph.nodes.values()
    if any(edge.unknown for edge in graph.edges):
        samples.append(_sample(_stroke("plain", "M44,8 H4") + _doubt(24, 8), tongue("لا يُعرف أيهما الآخذ", "nobody knows who took it")))
    if any(not edge.main for edge in graph.edges):
        further = tongue("خط دقيق: أخذ محتمل آخر، درجته أدنى", "thin: another possible source, with a lower score")
        samples.append(_sample(_stroke("plain further", "M44,8 H4"), further))
    if any(node.first for node in nodes):
        samples.append(_sample(_small_box("first"), tongue("لم يُعثر على من أخذ عنه", "nobody was found that it took from")))
    if any(node.unseen for node in nodes):
        samples.append(_sample(_small_box("unseen"), tongue.gloss(UNSEEN_NOTE)))
    if any(node.apart for node in nodes):
        apart = tongue("(!) يقول غير ما تقوله أكثر الروايات", "(!) says otherwise than most")
        samples.append(_sample(_small_box("apart"), apart))
    return Markup('<ul class="legend">{}</ul>').format(Markup().join(samples))


def _grouped(style: str, drawing: Markup) -> Markup:
    return Markup('<g class="{}">{}</g>').format(style, drawing)


def _small_box(kind: str) -> Markup:
    return Markup('<g class="node {}"><rect x="4" y="1" width="40" height="14" rx="3"/></g>').format(kind)


def _sample(drawing: Markup, words: str) -> Markup:
    return Markup('<li><svg width="48" height="16" aria-hidden="true">{}</svg> {}</li>').format(drawing, words)


def _axis(layout: Layout, tongue: Tongue) -> Markup:
    """The arrow of time at the side where reading begins."""
    x, end = round(layout.width - 10) if tongue.direction == "rtl" else 12, round(layout.height - 4)
    return Markup(
        '<g class="axis" aria-hidden="true"><path d="M{0},20 V{1}"/><path class="head" d="M{2},{3} h8 l-4,8 z"/>'
        '<text x="{4}" y="13" direction="{5}">{6}</text></g>'
    ).format(x, end - 8, x - 4, end - 8, x - 8 if tongue.direction == "rtl" else x + 6, tongue.direction, tongue("الزمن", "time"))


def _line(line: Way, tongue: Tongue) -> Markup:
    """The line of an edge with its arrowhead, or with a question mark where nobody knows which took from which."""
    edge = line.edge
    end = line.x if edge.unknown else line.x + line.side * ARROW
    path = f"M{line.out_x:.0f},{line.out_y:.0f} H{line.turn:.0f} V{line.y:.0f} H{end:.0f}"
    mark = _doubt(line.turn, line.y) if edge.unknown else _head(line.x, line.y, line.side)
    style = style_of(edge) + ("" if edge.main else " further")
    said = tongue.listed(dict.fromkeys(tongue.gloss(EVIDENCE[kind]) for kind in edge.kinds)) or tongue.gloss(UNKNOWN)
    earlier = shortened(visible(name_of(edge.earlier)))
    score = f"{edge.strength:.2f}"
    told = tongue(f"{edge.later} عن {earlier}: {said}، درجة {score}", f"{edge.later} from {earlier}: {said}, score {score}")
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


def _box(node: Node, box: Box, address: str, tongue: Tongue) -> Markup:
    """A box that leads to the telling; thick where the article took from nobody that was found, dashed where it is only cited."""
    kind = " unseen" if node.unseen else (" first" if node.first else "") + (" apart" if node.apart else "")
    middle = box.left + BOX / 2
    texts = Markup().join(
        Markup('<text class="{}" x="{:.0f}" y="{:.0f}" direction="{}">{}</text>').format(
            line.style, middle, box.top + 19 + LINE * number, line.direction, line.text
        )
        for number, line in enumerate(lines_of(node, tongue))
    )
    drawn = Markup('<g class="node{}"><title>{}</title><rect x="{:.0f}" y="{:.0f}" width="{}" height="{:.0f}" rx="6"/>{}</g>').format(
        kind, _peek(node, tongue), box.left, box.top, BOX, box.height, texts
    )
    return Markup('<a href="{}">{}</a>').format(address, drawn) if address and not node.unseen else drawn


def _peek(node: Node, tongue: Tongue) -> str:
    """What is shown of a node on hovering or focusing: its name and its words."""
    name = shortened(node.name or tongue.gloss(NAMELESS))
    said = [shortened(visible(telling.telling.words), LONGEST_PEEK) for telling in node.tellings[:1]]
    return "\n".join([name, *(f"«{words}»" for words in said)])
