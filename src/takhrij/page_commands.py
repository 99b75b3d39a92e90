"""The commands that serve the pages of a case or write them as files; part of the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from takhrij.watching import watched

CaseFolder = Annotated[Path, typer.Argument(help="The folder of the case.")]


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
