"""The command for a user's own list of outlets and agencies; part of the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from takhrij.page_commands import CaseFolder

ListFile = Annotated[
    Path | None,
    typer.Argument(help="A .tsv or .csv file: name, kind (agency or outlet), family, other names (with | between); none: show it."),
]


def add_outlet_commands(app: typer.Typer, out: Console, note: Console) -> None:
    """Add `outlets` to the program."""

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
