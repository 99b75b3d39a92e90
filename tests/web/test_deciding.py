"""Decisions over a form: noted in the log of the case, refused from other sites, undone."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from takhrij.decisions import log_of, standing_of
from takhrij.store import Case
from takhrij.web.app import make_app
from takhrij.web.index import Pages


@pytest.fixture
def own_case(tmp_path: Path, demo_case: Case) -> Pages:
    """A copy of the demo case that may be written to."""
    shutil.copytree(demo_case.folder, tmp_path / "case")
    return Pages(tmp_path / "case")


def token_in(client: TestClient, address: str) -> str:
    found = re.search(r'name="form_token" value="([^"]+)"', client.get(address).text)
    assert found
    return found[1]


def test_a_decision_is_noted_with_its_note_and_can_be_undone(own_case: Pages, widest: str) -> None:
    client = TestClient(make_app(own_case), base_url="http://127.0.0.1:8020", follow_redirects=False)
    compare = f"/claim/{widest}/compare?left=t1&right=t2"
    form = {"form_token": token_in(client, compare), "choice": f"not-same|{widest}/t1|{widest}/t2", "note": "حصيلة أخرى", "back": compare}
    answer = client.post("/decide", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, compare)
    (row,) = log_of(own_case)
    assert (row.kind, row.note) == ("not-same", "حصيلة أخرى")
    assert "حصيلة أخرى" in client.get("/decisions").text
    client.post("/decide", data={**form, "choice": "undo|1"})
    assert standing_of(log_of(own_case)) == set()


def test_forms_of_other_sites_are_refused(own_case: Pages, widest: str) -> None:
    client = TestClient(make_app(own_case), base_url="http://127.0.0.1:8020", follow_redirects=False)
    form = {"choice": "family|أ|ب"}
    assert client.post("/decide", data=form).status_code == 403
    given = {**form, "form_token": token_in(client, f"/claim/{widest}")}
    assert client.post("/decide", data=given, headers={"Origin": "http://evil.example"}).status_code == 403
    assert client.post("/decide", data=given, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.post("/decide", json=given).status_code == 400
    assert client.post("/decide", data={**given, "choice": "nonsense|1"}).status_code == 400
    assert log_of(own_case) == []


def test_a_case_for_reading_alone_takes_no_decision(own_case: Pages, widest: str) -> None:
    client = TestClient(make_app(own_case, read_only=True), base_url="http://127.0.0.1:8020")
    assert "form_token" not in client.get(f"/claim/{widest}").text
    assert client.post("/decide", data={"choice": "family"}).status_code == 403
