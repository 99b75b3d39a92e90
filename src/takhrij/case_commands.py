"""Commands that ask for a case and little else (`serve`, `export`, `names`, `outlets`); part of the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from takhrij.watching import watched

CaseFolder = Annotated[Path, typer.Argument(help="The folder of the case.")]
ListFile = Annotated[
    Path | None,
    typer.Argument(help="A .tsv or .csv file: name, kind (agency or outlet), family, other names (with | between); none: show it."),
]


def add_page_commands(app: typer.Typer, note: Console) -> None:
    """Add `serve` and `export` to the program."""

    @app.command(epilog="Example: takhrij serve bridge")
    def serve(
        case: CaseFolder,
        host: Annotated[str, typer.Option(help="Address to serve on; any but this machine's own asks for a token.")] = "127.0.0.1",
        port: Annotated[int, typer.Option(help="Port; 0 takes any that is free.", min=0, max=65535)] = 8020,
        read_only: Annotated[bool, typer.Option("--read-only", help="Show the case and take no decisions.")] = False,
    ) -> None:
        """Serve the pages of a case in Arabic and English, until Ctrl-C."""
        from takhrij.web.index import Pages
        from takhrij.web.serving import serve as serve_pages

        pages = Pages(case)
        pages.check_told()
        serve_pages(pages, host=host, port=port, read_only=read_only, told=lambda line: note.print(line, markup=False))

    @app.command(epilog="Example: takhrij export bridge --site public/")
    def export(case: CaseFolder, site: Annotated[Path, typer.Option(help="The folder to write to, empty or not there yet.")]) -> None:
        """Write the whole case as static pages that any web server, or a browser alone, can show."""
        from takhrij.web.index import Pages
        from takhrij.web.site import write_site

        with watched(note) as progress:
            written = write_site(Pages(case), site, progress=progress)
        note.print(f"wrote {written} pages to {site}; begin with {site / 'index.html'}", markup=False)


def add_name_commands(app: typer.Typer, out: Console, note: Console) -> None:
    """Add `names` and `outlets` to the program."""

    @app.command(epilog="Example: takhrij names bridge وزير")
    def names(
        case: CaseFolder,
        words: Annotated[list[str] | None, typer.Argument(help="Only names with a spelling that holds these words.")] = None,
        most: Annotated[int, typer.Option(help="Names to show at the most, the most often named first.", min=1)] = 50,
        as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")] = False,
    ) -> None:
        """List the persons, places and organizations of a case, each with all its spellings and, where known, its place on earth."""
        from takhrij.report.entities import entity_records
        from takhrij.store import Case

        for record in entity_records(Case(case), " ".join(words or []), most):
            out.out(json.dumps(record, ensure_ascii=False) if as_json else _line(record))

    @app.command(epilog="Example: takhrij outlets bridge my-outlets.tsv")
    def outlets(case: CaseFolder, file: ListFile = None) -> None:
        """Give a case your own list of outlets and agencies, in the place of an earlier one, or show it; it goes before the program's."""
        from takhrij.outlet_lists import list_outlets, table_of
        from takhrij.store import Case

        opened = Case(case)
        if file is None:
            out.out(table_of(opened), end="")
            return
        with opened.locked():
            count = list_outlets(opened, file)
        note.print(f"{count} outlet{'' if count == 1 else 's'} listed; takhrij run {case} applies the list", markup=False)


def _line(record: dict[str, Any]) -> str:
    """«PERSON سالم الفارقي 12 (4): الفارقي 8، سالم الفارقي 4»."""
    spellings = "، ".join(f"{row['spelling']} {row['mentions']}" for row in record["spellings"])
    place = f" [{record['latitude']:.3f}, {record['longitude']:.3f}]" if record["latitude"] is not None else ""
    return f"{record['kind']} {record['name']} {record['mentions']} ({record['documents']}){place}: {spellings}"
