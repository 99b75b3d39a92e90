"""The application over the demo case, and over a case of hostile articles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from takhrij.additions import add
from takhrij.runs import silent
from takhrij.scratch import run_case
from takhrij.settings import Settings
from takhrij.store import Case
from takhrij.web.app import make_app
from takhrij.web.index import Pages
from web.hostile import hostile_articles


@pytest.fixture(scope="session")
def pages(demo_case: Case) -> Pages:
    """The demo case as pages read it."""
    return Pages(demo_case.folder)


@pytest.fixture
def client(pages: Pages) -> Iterator[TestClient]:
    """A reader of the demo case on this machine."""
    with TestClient(make_app(pages), base_url="http://127.0.0.1:8020", follow_redirects=False) as made:
        yield made


@pytest.fixture(scope="session")
def hostile_case(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """A case whose articles try everything."""
    folder = tmp_path_factory.mktemp("hostile")
    case = Case.new(folder / "case", Settings())
    with case.locked():
        add(case, [hostile_articles(folder / "hostile.jsonl")])
        run_case(case, last=None, workers=1, progress=silent)
    return Pages(case.folder)


@pytest.fixture(scope="session")
def widest(pages: Pages) -> str:
    """The claim that most articles tell."""
    return str(pages.records("select claim from cards order by documents desc, tellings desc limit 1")[0]["claim"])
