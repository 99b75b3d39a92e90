"""The pages say what the code does, both ways: nothing undocumented, nothing documented that is not there."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from tests.conftest import Called

from takhrij.claims.compare import compare_pair
from takhrij.cli import app
from takhrij.pipeline import STEPS
from takhrij.settings import Settings
from takhrij.store import Case

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
README = (ROOT / "README.md").read_text("utf-8")

sys.path.insert(0, str(ROOT / "tools"))
from make_docs import COMMANDS, tables_page  # noqa: E402
from make_outputs import renewed  # noqa: E402


def options() -> dict[str, list[str]]:
    group = typer.main.get_command(app)
    commands = group.commands  # type: ignore[attr-defined]
    return {
        name: [flag for parameter in command.params for flag in parameter.opts if flag.startswith("--")]
        for name, command in commands.items()
    }


def test_the_page_of_tables_is_made_from_the_code() -> None:
    assert (ROOT / "docs" / "tables.md").read_text("utf-8") == tables_page(), "run: python tools/make_docs.py"


def test_every_command_and_option_is_documented() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    sections = dict(re.findall(r"^## takhrij (\w+)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
    assert set(sections) == set(options()) == set(COMMANDS)
    for command, flags in options().items():
        assert all(flag in sections[command] for flag in flags), f"{command}: run python tools/make_docs.py"


def test_every_setting_is_documented() -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert set(re.findall(r"^## `(\w+)`", page, re.MULTILINE)) == set(Settings.__dataclass_fields__)


def test_every_step_has_its_place_in_the_method() -> None:
    page = (ROOT / "docs" / "method.md").read_text("utf-8")
    missing = [step.name for step in STEPS if f"`{step.name}`" not in page]
    assert not missing


def test_every_file_of_claims_has_its_line_in_the_map() -> None:
    told = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "method.md").read_text("utf-8").partition("## A map of claims/")[2], re.MULTILINE)
    files = {file.stem for file in (ROOT / "src" / "takhrij" / "claims").glob("*.py")} - {"__init__"}
    assert (set(told), len(told)) == (files, len(files))


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)]
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    missing = [name for name in wanted if (re.match(r"[\w-]+", name) or [""])[0] not in page]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!http|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_name_only_commands_that_there_are(page: Path) -> None:
    named = set(re.findall(r"^\$? ?takhrij (\w+)", page.read_text("utf-8"), re.MULTILINE))
    assert named <= set(options())


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 150


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, demo_case: object) -> None:
    monkeypatch.setattr(sys, "argv", ["readme"])
    monkeypatch.chdir(tmp_path)
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "case").symlink_to(demo_case.folder)  # type: ignore[attr-defined]
    blocks = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})


def test_the_worked_claim_shows_what_the_program_says_today(tmp_path: Path, demo_case: Case) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "case").symlink_to(demo_case.folder)
    page = (ROOT / "docs" / "worked_claim.md").read_text("utf-8")
    assert page == renewed(page, tmp_path), "run: python tools/make_outputs.py, and read what stands between the blocks"


def test_the_commands_of_the_readme_are_understood(takhrij: Callable[..., Called]) -> None:
    for command in set(re.findall(r"^takhrij (\w+)", README, re.MULTILINE)):
        assert takhrij(command, "--help").returncode == 0


def test_the_pair_of_the_readme_is_compared_as_it_says() -> None:
    asked, told = re.search(r"^\$ echo '(.+)' \| takhrij compare .+\n(.+)$", README, re.MULTILINE).groups()  # type: ignore[union-attr]
    assert compare_pair(json.loads(asked)).items() <= json.loads(told).items()
