"""Layers of an article, two tellings side by side, the file behind the pages, the site of files."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pyarrow.parquet as pq
import pytest
from tests.conftest import Called, write_articles

from report.builders import telling
from takhrij.additions import add
from takhrij.errors import CaseError, UsageError
from takhrij.runs import silent
from takhrij.scratch import run_case
from takhrij.settings import Settings
from takhrij.store import Case
from takhrij.web.claims import sides_of
from takhrij.web.highlight import Mark, pieces_of_field
from takhrij.web.index import Pages
from takhrij.web.quality import figures
from takhrij.web.readying import make_ready
from takhrij.web.serving import serve
from takhrij.web.site import write_site

LONGEST_TEMPLATE, LONGEST_SCRIPTS = 100, 400  # lines
SOURCE = Path(__file__).parents[2] / "src" / "takhrij"


def test_marks_that_overlap_cut_the_text_and_lose_no_letter() -> None:
    text = "قال الوزير إن الجسر سقط"  # "the minister said that the bridge fell"
    content = Mark("text", 10, 23, "attributions", "content deep-1", "a1", "/source/s1", "a1")
    name = Mark("text", 14, 19, "names", "place", "الجسر")
    pieces = pieces_of_field(text, [content, name], 0, len(text))
    assert "".join(piece.text for piece in pieces) == text
    said = "attributions content deep-1"
    assert [piece.styles for piece in pieces] == ["", said, f"{said} names place", said]
    assert [len(piece.begins) for piece in pieces] == [0, 1, 0, 0]


def test_a_text_without_marks_is_one_piece() -> None:
    (piece,) = pieces_of_field("سقط الجسر", [], 0, 9)
    assert (piece.text, piece.styles, piece.begins) == ("سقط الجسر", "", [])


def test_two_tellings_show_what_changed_and_what_stands_in_one_alone() -> None:
    left, right = sides_of(telling(1, None, [], "قتل 9 عمال في المطحنة"), telling(2, None, [], "قتل 19 عاملا في المطحنة أمس"))
    assert ("9", "changed") in left.pieces or ("9 عمال", "changed") in left.pieces
    assert "".join(text for text, _ in right.pieces) == "قتل 19 عاملا في المطحنة أمس"
    assert any("أمس" in text and how == "alone" for text, how in right.pieces)
    assert any("المطحنة" in text and how in ("equal", "") for text, how in left.pieces)


def with_other_rows(file: Path) -> None:
    """Write a part of a table as a step would that made other rows."""
    table = pq.read_table(file)
    pq.write_table(table.replace_schema_metadata({**(table.schema.metadata or {}), b"fingerprint": b"another"}), file)


def test_the_file_of_the_pages_follows_the_case_and_a_copy_of_a_case_has_it(demo_case: Case, tmp_path: Path) -> None:
    before = Pages(demo_case.folder).records("select count(*) as n from cards")
    pages = Pages(Path(shutil.copytree(demo_case.folder, tmp_path / "case")))
    (made,) = pages.folder.glob("pages-*.duckdb")
    when = made.stat().st_mtime_ns
    assert pages.records("select count(*) as n from cards") == before
    assert made.stat().st_mtime_ns == when
    with_other_rows(pages.folder / "tables" / "entities" / "all.parquet")  # which no step reads
    assert pages.records("select count(*) as n from cards") == before
    (anew,) = pages.folder.glob("pages-*.duckdb")
    assert anew != made


def test_while_a_run_is_at_work_the_case_is_shown_as_it_was(demo_case: Case, tmp_path: Path) -> None:
    pages = Pages(Path(shutil.copytree(demo_case.folder, tmp_path / "case")))
    before = pages.records("select count(*) as n from documents")
    with pages.locked():
        add(pages, [write_articles(tmp_path / "later.jsonl", {"text": "قال الوزير عامر الدوسقي إن السد امتلأ."})])
    assert (pages.records("select count(*) as n from documents"), pages.unfinished) == (before, True)
    with pages.locked():
        run_case(pages, last=None, workers=1, progress=silent)
        make_ready(pages, silent)
    assert pages.records("select count(*) as n from documents")[0]["n"] == before[0]["n"] + 1
    assert pages.unfinished is False


def test_a_case_that_was_not_run_says_so(tmp_path: Path) -> None:
    Case.new(tmp_path / "case", Settings())
    with pytest.raises(CaseError, match="is empty"):
        Pages(tmp_path / "case").records("select 1")


def test_a_site_of_files_has_links_that_lead_to_files(pages: Pages, tmp_path: Path) -> None:
    written = write_site(pages, tmp_path / "site", progress=silent)
    files = sorted((tmp_path / "site").rglob("*.html"))
    assert written <= len(files)
    for file in files[::11]:
        html = file.read_text("utf-8")
        for link in re.findall(r'(?:href|src)="(?!http)([^"#]+)', html):
            assert (file.parent / link).resolve().exists(), (file, link)
        assert "<form" not in html
    everything = (tmp_path / "site" / "find.html").read_text("utf-8")
    names = pages.records("select count(*) as n from names where kind <> 'entity'")[0]["n"]
    assert everything.count("<li>") == names + pages.records("select count(*) as n from cards")[0]["n"]
    assert "find.html" in (tmp_path / "site" / "index.html").read_text("utf-8")
    with pytest.raises(UsageError, match="not empty"):
        write_site(pages, tmp_path / "site", progress=silent)


def test_the_figures_are_those_of_the_readme() -> None:
    readme = (SOURCE.parents[1] / "README.md").read_text("utf-8")
    for row in figures():
        assert f"| {row['figure']} | {row['takhrij']} | {row['baseline']} |" in readme


def test_templates_and_scripts_are_short() -> None:
    templates = [*SOURCE.glob("web/templates/**/*"), *SOURCE.glob("report/templates/**/*")]
    assert all(len(file.read_text("utf-8").splitlines()) < LONGEST_TEMPLATE for file in templates if file.is_file())
    assert sum(len(file.read_text("utf-8").splitlines()) for file in SOURCE.glob("web/static/*.js")) < LONGEST_SCRIPTS


def test_the_pages_are_served_until_they_are_stopped(demo_case: Case) -> None:
    command = [sys.executable, "-m", "takhrij", "serve", str(demo_case.folder), "--port", "0", "--read-only"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stderr
        address = next(line.split()[0] for line in process.stderr if line.startswith("http://127.0.0.1:"))
        for _ in range(100):
            try:
                page = urlopen(address, timeout=10).read().decode()
                break
            except URLError:
                time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) in (0, 130)
    assert "<html" in page


def test_other_machines_need_the_token_that_is_told(takhrij: Callable[..., Called], demo_case: Case) -> None:
    told: list[str] = []

    class StoppedError(Exception):
        pass

    def stop(line: str) -> None:
        told.append(line)
        if line.startswith("http"):
            raise StoppedError

    with pytest.raises(StoppedError):
        serve(Pages(demo_case.folder), host="0.0.0.0", port=0, read_only=True, told=stop)
    assert "?token=" in told[-1]
    taken = takhrij("serve", demo_case.folder, "--host", "no.such.host.invalid")
    assert taken.returncode == 2
    assert "cannot be served on" in taken.stderr
