"""A claim, a document and the state of a case as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.tree import Tree

from takhrij.model.chain import UNSEEN
from takhrij.model.document import Document
from takhrij.report.views import ClaimView, DocumentView, LinkView, TellingView
from takhrij.report.words import KINDS, SLOTS, VERDICTS, chain_in_words, origins_in_words, visible

LONGEST = 160  # letters of a quotation in a table
MOST_PAIRS = 6  # pairs of origins of one verdict and reason that are named; the rest are counted (the page and the JSON have all)


def print_claim(view: ClaimView, console: Console, *, score: float | None = None) -> None:
    """The trace of one claim: gist, tellings, graph, origins, common link, circles, what changed."""
    console.rule(f"[bold]{escape(visible(view.claim.headline))}")
    found = f"   score {score:.2f}" if score is not None else ""
    console.print(f"{view.claim.claim}   {origins_in_words(view)}{found}\n")
    console.print(_tellings(view))
    console.print(_graph(view))
    for title, lines in (
        ("المصادر الأصلية · Origins", _origins(view)),
        ("الحلقة المشتركة · Common link", _common_link(view)),
        ("نقل دائري · Circular reporting", _circles(view)),
        ("ما تغيّر · What changed", _variations(view)),
        ("ملاحظات على النقل · Findings", [f"{label}: {escape(visible(finding.why))}" for finding, label in view.findings]),
    ):
        if lines:
            console.print(f"[bold]{title}")
            console.print("\n".join(f"  {line}" for line in lines) + "\n")


def _tellings(view: ClaimView) -> Table:
    table = Table(title="الروايات · Tellings", title_justify="left", show_lines=False)
    for name in ("", "date", "outlet", "chain", "words"):
        table.add_column(name, overflow="fold")
    for telling in view.tellings:
        words = visible(telling.telling.words)
        place = "«عنوان» " if telling.telling.field == "title" else ""
        table.add_row(
            telling.label,
            (telling.document.date or "?")[:16],
            escape(visible(telling.document.outlet or "?")),
            escape(visible(chain_in_words(telling))),
            escape(place + (words if len(words) <= LONGEST else words[:LONGEST] + "…")),
        )
    return table


def _graph(view: ClaimView) -> Tree:
    """The strongest link of each telling as a tree; further parents are named behind it."""
    parents: dict[str, list[LinkView]] = {}
    for link in view.links:
        parents.setdefault(link.later, []).append(link)
    children: dict[str, list[str]] = {}
    for later, links in parents.items():
        children.setdefault(links[0].earlier, []).append(later)
    by_label = {telling.label: telling for telling in view.tellings}
    unseen = [name for name in children if name.startswith(UNSEEN)]
    tree = Tree("[bold]من أخذ عن من · Who took it from whom", hide_root=False)
    drawn: set[str] = set()
    for root in [*unseen, *(label for label in by_label if label not in parents), *by_label]:
        if root not in drawn:
            _branch(tree, root, by_label, parents, children, drawn)
    return tree


def _branch(
    tree: Tree,
    label: str,
    by_label: dict[str, TellingView],
    parents: dict[str, list[LinkView]],
    children: dict[str, list[str]],
    drawn: set[str],
) -> None:
    """Hang a node and all that follows from it under `tree`; each node is drawn once, so a circle ends."""
    drawn.add(label)
    waiting = [(tree.add(escape(_node(label, by_label, parents))), label)]
    while waiting:
        branch, parent = waiting.pop()
        for child in children.get(parent, []):
            if child not in drawn:
                drawn.add(child)
                waiting.append((branch.add(escape(_node(child, by_label, parents))), child))


def _node(label: str, by_label: dict[str, TellingView], parents: dict[str, list[LinkView]]) -> str:
    if label not in by_label:
        return f"[{visible(label.removeprefix(UNSEEN))}] (cited, not in the pile)"
    links = parents.get(label, [])
    how = ", ".join(dict.fromkeys(row.kind for link in links[:1] for row in link.evidence))
    direction = " direction unknown" if links and links[0].link.direction == "unknown" else ""
    more = f" + {', '.join(visible(link.earlier.removeprefix(UNSEEN)) for link in links[1:])}" if links[1:] else ""
    outlet = visible(by_label[label].document.outlet or "?")
    return f"{label} {outlet}" + (f" ← {how} {links[0].link.strength:.2f}{direction}{more}" if links else "")


def _origins(view: ClaimView) -> list[str]:
    lines = [f"{_shown(origin.name)} ({KINDS[origin.kind]}): {', '.join(labels)}" for origin, labels in view.origins]
    reasons: dict[tuple[str, str], list[str]] = {}
    for row in view.independence:
        pair = f"{view.origin_names.get(row.a, row.a)} / {view.origin_names.get(row.b, row.b)}"
        reasons.setdefault((row.verdict, row.why), []).append(pair)
    for (verdict, why), pairs in reasons.items():
        told = "؛ ".join(pairs[:MOST_PAIRS]) + (f" … ({len(pairs)})" if len(pairs) > MOST_PAIRS else "")
        lines.append(f"{VERDICTS[verdict]}: {_shown(why)}\n    {_shown(told)}")
    return lines


def _shown(text: str) -> str:
    return escape(visible(text))


def _common_link(view: ClaimView) -> list[str]:
    if view.ancestry is None or view.ancestry.common_link is None:
        return []
    bypassed = f"; bypassed by {', '.join(view.bypassed_by)}" if view.bypassed_by else ""
    return [f"{escape(visible(view.ancestry.common_link))} ({view.ancestry.common_link_kind}){bypassed}"]


def _circles(view: ClaimView) -> list[str]:
    return [" ← ".join(f"{escape(visible(step.outlet))} ({label})" for step, label in circle) for circle in view.circles]


def _variations(view: ClaimView) -> list[str]:
    lines = []
    for variation, values in view.variations:
        by_value: dict[str, list[str]] = {}
        for label, value in values.items():
            by_value.setdefault(value.value or "—", []).append(label)
        told = "  |  ".join(f"{escape(visible(value))}: {', '.join(labels)}" for value, labels in by_value.items())
        lines.append(f"{SLOTS[variation.slot]}, {KINDS[variation.kind]}: {told}")
    return lines


def print_document(view: DocumentView, console: Console) -> None:
    """A document's text and, in order, who it quotes as saying what."""
    document = view.document
    console.rule(f"[bold]{escape(visible(document.title or document.name))}")
    console.print(
        escape(f"{document.document}   {visible(document.outlet or '?')}   {document.date or '?'}   {visible(document.url or '')}\n")
    )
    console.print(escape(visible(document.text, keep_lines=True)) + "\n")
    for row in view.attributions:
        said = " … ".join(document.field(row.field)[span.start : span.end] for span in view.spans_of(row.attribution, "content"))
        via = " ← ".join(document.field(row.field)[span.start : span.end] for span in reversed(view.spans_of(row.attribution, "via")))
        who = f"{via} ← {row.speaker or '?'}" if via else row.speaker or "?"
        console.print(escape(f"{row.attribution:>4} {visible(who)} [{row.stance}, {row.mode}]: {visible(said)}"))


def found_lines(documents: Iterable[Document]) -> list[str]:
    """One line for each document that a search found."""
    return [
        f"{row.document}  {(row.date or '?')[:16]}  {visible(row.outlet or '?')}  {visible(row.title or row.text[:80])}"
        for row in documents
    ]


def print_lines(lines: Iterable[str], console: Console) -> None:
    """Plain lines, without reading markup into them."""
    for line in lines:
        console.print(escape(line))
