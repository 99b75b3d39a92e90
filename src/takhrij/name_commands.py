"""The command that lists who and what is named in a case; part of the command line."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer
from rich.console import Console

from takhrij.page_commands import CaseFolder


def add_name_commands(app: typer.Typer, out: Console) -> None:
    """Add `names` to the program."""

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


def _line(record: dict[str, Any]) -> str:
    """«PERSON سالم الفارقي 12 (4): الفارقي 8، سالم الفارقي 4»."""
    spellings = "، ".join(f"{row['spelling']} {row['mentions']}" for row in record["spellings"])
    place = f" [{record['latitude']:.3f}, {record['longitude']:.3f}]" if record["latitude"] is not None else ""
    return f"{record['kind']} {record['name']} {record['mentions']} ({record['documents']}){place}: {spellings}"
