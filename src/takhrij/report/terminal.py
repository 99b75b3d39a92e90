"""A claim, a document and what a search found as text for a terminal.

Each line holds one Arabic run at the most beside figures and Latin: terminals that turn Arabic round do it line by line, and would
swap the columns of a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from takhrij.model.document import Document
from takhrij.report import counts
from takhrij.report.decisions import decision_line
from takhrij.report.deviations import is_mere_wording, plainly
from takhrij.report.graph import Edge, Graph, Node, graph_of
from takhrij.report.marks import pieces_of
from takhrij.report.pairs import Bundle, reasons_of
from takhrij.report.views import ClaimView, DocumentView, TellingView
from takhrij.report.words import (
    EVIDENCE,
    KINDS,
    SLOTS,
    UNKNOWN,
    VERDICTS,
    chain_in_words,
    name_of,
    origin_names,
    origins_in_words,
    plural,
    shortened,
    span_in_words,
    summary,
    value_in_words,
    visible,
)

LONGEST = 320  # letters of a telling; the page has more
LONGEST_HEADLINE = 200  # letters
WIDEST = 132  # columns of running text, also in wider terminals
LONGEST_NAME = 48  # letters of an outlet's name
MOST_BUNDLES = 8  # lines of pairs of origins for one reason; the page and the JSON have all
Lines = Iterator[tuple[int, Text]]  # (columns to indent by, text)


def print_claim(view: ClaimView, console: Console, *, score: float | None = None, verdict: str = "") -> None:
    """The trace of one claim: gist, tellings, graph, origins, common link, circles, what changed."""
    graph = graph_of(view)
    console.rule(style="dim")
    _say(console, 0, Text(shortened(visible(view.claim.headline), LONGEST_HEADLINE), style="bold"))
    answer = {"same": ", the same claim · الخبر نفسه", "contrary": ", contrary · يخالفه"}.get(verdict, "")
    found = f" (score {score:.2f}{answer})" if score is not None else ""
    _say(console, 0, Text(f"{summary(view)}."))
    _say(console, 0, Text(f"{view.claim.claim}{found}: {origins_in_words(view)}."))
    _section(console, "الروايات · Tellings", _tellings(view))
    if graph.edges:
        console.print()
        console.print(_tree(graph))
    else:
        _section(console, "من أخذ عن من · Who took it from whom", iter([(2, Text("no taking was found, which shows no independence"))]))
    _section(console, "الأصول · Origins", _origins(view))
    _section(console, "الحلقة المشتركة · Common link", _common_link(view))
    _section(console, "نقل دائري · Circular reporting", _circles(view))
    _section(console, "ما تغيّر · What changed", _variations(view))
    _section(console, "ملاحظات على النقل · Findings", _findings(view))
    _section(console, "قرارات المحلل · Decided by an analyst", ((2, Text(decision_line(row))) for row in view.decisions))
    console.print()


def _section(console: Console, title: str, lines: Lines) -> None:
    """A heading and its lines; nothing where there are no lines."""
    for number, (indent, text) in enumerate(lines):
        if number == 0:
            console.print()
            console.print(Text(title, style="bold"))
        _say(console, indent, text)


def _say(console: Console, indent: int, text: Text) -> None:
    """Print text, broken between words, each line indented; only a word longer than a line is broken."""
    for line in text.wrap(console, max(20, min(console.width, WIDEST) - indent), overflow="fold"):
        line.rstrip()
        console.print(Text(" " * indent) + line, no_wrap=True, crop=False, overflow="ignore")


def _tellings(view: ClaimView) -> Lines:
    for telling in view.tellings:
        date = visible((telling.document.date or "no date")[:16]).replace("T", " ")
        kind = f" {telling.document.date_kind}" if telling.document.date_kind not in (None, "published") else ""
        head = Text(f"{telling.label:<4} {date}{kind}  {_outlet(telling)}")
        head.stylize("bold", 0, len(telling.label))
        yield 2, head
        chain = f"{shortened(visible(chain_in_words(telling)))} ({telling.telling.certainty})"
        yield 7, Text(chain if telling.chain else f"in its own voice ({telling.telling.certainty})", style="dim")
        yield 7, _words(telling, view)


def _outlet(telling: TellingView) -> str:
    return shortened(visible(telling.document.outlet or f"({UNKNOWN.english})"), LONGEST_NAME)


def _words(telling: TellingView, view: ClaimView) -> Text:
    """The words, with those in which tellings differ underlined."""
    text = Text("«عنوان» " if telling.telling.field == "title" else "")
    for piece in pieces_of(telling, view):
        text.append(piece.text, style="bold underline" if piece.slots else None)
    if len(text) > LONGEST:
        text = text[: len(shortened(text.plain, LONGEST)) - 1] + Text("…")
    return text


def _tree(graph: Graph) -> Tree:
    """Each article below its strongest source; further sources are named behind it."""
    root = Tree(Text("من أخذ عن من · Who took it from whom", style="bold"))
    branches = [root]
    for depth, node, sources in graph.tree():
        del branches[depth + 1 :]
        branches.append(branches[depth].add(_node(node, sources)))
    return root


def _node(node: Node, sources: list[Edge]) -> Text:
    if node.unseen:
        return Text(f"[{shortened(node.name, LONGEST_NAME)}] (cited, not in the pile)")
    text = Text(f"{', '.join(node.labels)} {shortened(node.name, LONGEST_NAME) or f'({UNKNOWN.english})'}")
    text.stylize("bold", 0, len(", ".join(node.labels)))
    if sources:
        text.append(f" ← {_taking(sources[0])}")
    for edge in sources[1:]:
        text.append(f"; or {shortened(visible(name_of(edge.earlier)))}: {_taking(edge)}")
    return text


def _taking(edge: Edge) -> str:
    kinds = ", ".join(EVIDENCE[kind].english for kind in edge.kinds) or UNKNOWN.english
    return f"{kinds} {edge.strength:.2f}" + (", direction unknown" if edge.unknown else "")


def _origins(view: ClaimView) -> Lines:
    if view.ancestry:
        low, high = view.ancestry.origin_low, view.ancestry.origin_high
        yield 2, Text(f"{counts.counted_range(low, high, counts.ORIGIN)} · {span_in_words(low, high)}", style="bold")
    names = origin_names(view)
    for origin, labels in view.origins:
        yield 2, Text(f"{names[origin.origin]} · {KINDS[origin.kind].english}: {', '.join(labels)}")
    for reason in reasons_of(view.independence, list(names)):
        pairs = plural(len(reason.pairs), "pair")
        yield 2, Text(f"{VERDICTS[reason.verdict].english} ({pairs}) · {VERDICTS[reason.verdict].arabic}: {visible(reason.why)}")
        for bundle in reason.bundles[:MOST_BUNDLES]:
            yield 6, Text(_bundle(bundle, names))
        if len(reason.bundles) > MOST_BUNDLES:
            yield 6, Text(f"… and {len(reason.bundles) - MOST_BUNDLES} more lines")


def _bundle(bundle: Bundle, names: dict[str, str]) -> str:
    among = "، ".join(names.get(origin, origin) for origin in bundle.among)
    if not bundle.against:
        return f"كل اثنين من: {among}"
    return f"{among} مع {'كل من ' if len(bundle.against) > 1 else ''}{'، '.join(names.get(origin, origin) for origin in bundle.against)}"


def _common_link(view: ClaimView) -> Lines:
    if view.ancestry is None or view.ancestry.common_link is None:
        return
    place = f", {view.common_link_label}" if view.common_link_label else ""
    bypassed = f"; bypassed by {', '.join(view.bypassed_by)}" if view.bypassed_by else "; nothing that was found bypasses it"
    yield 2, Text(f"{shortened(visible(view.ancestry.common_link))} ({view.ancestry.common_link_kind}{place}){bypassed}")


def _circles(view: ClaimView) -> Lines:
    for circle in view.circles:
        steps = [f"{shortened(visible(step.outlet))} ({label})" for step, label in circle]
        yield 2, Text(" ← ".join([*steps, shortened(visible(circle[0][0].outlet))]))


def _variations(view: ClaimView) -> Lines:
    for variation, values in view.variations:
        yield 2, Text(f"{SLOTS[variation.slot].english}, {KINDS[variation.kind].english}: {visible(variation.why)}")
        if is_mere_wording(variation):  # the words themselves stand above, the stretches are in the page
            yield 6, Text(plural(len(values), "telling"))
            continue
        by_value: dict[str, list[str]] = {}
        for label, value in values.items():
            by_value.setdefault(value_in_words(variation.slot, plainly(variation.slot, value.value), english=True), []).append(label)
        for told, labels in by_value.items():
            yield 6, Text(f"{told}: {', '.join(labels)}")


def _findings(view: ClaimView) -> Lines:
    for label, why in dict.fromkeys((label, visible(finding.why)) for finding, label in view.findings):
        yield 2, Text(f"{label}: {why}")


def print_document(view: DocumentView, console: Console) -> None:
    """A document's text and, in order, who it quotes as saying what."""
    document = view.document
    console.rule(style="dim")
    _say(console, 0, Text(visible(document.title or document.name), style="bold"))
    about = (document.document, visible(document.outlet or f"({UNKNOWN.english})"), document.date or "no date", visible(document.url or ""))
    _say(console, 0, Text("   ".join(part for part in about if part)))
    console.print()
    for paragraph in visible(document.text, keep_lines=True).splitlines():
        _say(console, 0, Text(paragraph))
    if view.attributions:
        console.print()
        _say(console, 0, Text(f"من قال ماذا · Who said what: {counts.counted(len(view.attributions), counts.ATTRIBUTION)}", style="bold"))
    for row in view.attributions:
        field = document.field(row.field)
        said = " … ".join(field[span.start : span.end] for span in view.spans_of(row.attribution, "content"))
        carriers = [field[span.start : span.end] for span in reversed(view.spans_of(row.attribution, "via"))]
        who = " ← ".join([*carriers, row.speaker or f"({UNKNOWN.english})"])
        _say(console, 2, Text(f"{row.attribution:<4} {visible(who)} ({row.stance}, {row.mode})"))
        _say(console, 7, Text(visible(said)))


def found_lines(documents: Iterable[Document]) -> list[str]:
    """One line for each document that a search found."""
    return [
        f"{row.document}  {visible((row.date or 'no date')[:16]).replace('T', ' ')}  {visible(row.outlet or '(unknown)')}  "
        f"{visible(row.title or row.text[:80])}"
        for row in documents
    ]


def print_lines(lines: Iterable[str], console: Console) -> None:
    """Plain lines, without reading markup into them; each stays one line in a pipe."""
    for line in lines:
        console.print(Text(line), soft_wrap=True)
